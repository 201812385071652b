-- The ranking of a call: domain/ranking.

-- name: ranking_rows
SELECT a.id, a.number, a.title, a.holder_name, a.requested_cents, a.revision,
    f.verdict, f.granted_cents
FROM application AS a LEFT JOIN decision_draft AS f ON f.application_id = a.id
WHERE a.stage_id = :stage AND a.tray IN ('to_instruct', 'committee', 'holder')
    AND a.call_id = :call AND a.state = 'under_review'
-- use: application_readable
ORDER BY a.id LIMIT :limit;

-- name: ranking_marks
SELECT r.application_id, r.id AS review_id, m.criterion_id, m.value
FROM application AS a
CROSS JOIN review AS r ON r.application_id = a.id AND r.stage_id = a.stage_id
CROSS JOIN review_score AS m ON m.review_id = r.id
WHERE a.stage_id = :stage AND a.tray IN ('to_instruct', 'committee', 'holder')
    AND a.call_id = :call AND a.state = 'under_review'
    AND r.submitted_at IS NOT NULL
ORDER BY r.application_id, r.id LIMIT 400000;

-- name: ranking_quorum
SELECT quorum FROM stage WHERE id = :stage;

-- name: ranking_call
SELECT c.id, c.title, c.envelope_cents,
    (SELECT coalesce(sum(a.granted_cents), 0) FROM application AS a
	WHERE a.call_id = c.id AND a.state = 'accepted') AS granted,
    (SELECT count(*) FROM application AS a
	JOIN decision_draft AS f ON f.application_id = a.id
	WHERE a.call_id = c.id
	    AND a.tray IN ('to_instruct', 'committee', 'holder')
	    AND NOT EXISTS (SELECT 1 FROM application_conflict AS v
		WHERE v.application_id = a.id AND v.person_id = :me
		AND v.committee = 0)) AS proposed
FROM call AS c WHERE c.platform_id = :platform AND c.slug = :slug;

-- name: ranking_call_id
SELECT id FROM call WHERE platform_id = :platform AND slug = :slug;
