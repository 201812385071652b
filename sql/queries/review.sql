-- Reviews and who is asked for them: domain/review, domain/assignment.

-- name: review_place
SELECT state, stage_id FROM application WHERE id = :application;

-- name: review_own
SELECT r.id, r.reviewer_id, p.name AS reviewer, r.recommendation, r.comment,
    r.revision, r.saved_at, r.submitted_at
FROM review AS r JOIN person AS p ON p.id = r.reviewer_id
WHERE r.application_id = :application AND r.stage_id = :stage
    AND r.reviewer_id = :reviewer;

-- name: review_marks
SELECT criterion_id, value FROM review_score WHERE review_id = :review
LIMIT 500;

-- name: review_submitted
SELECT r.id, r.reviewer_id, p.name AS reviewer, r.recommendation, r.comment,
    r.revision, r.saved_at, r.submitted_at
FROM review AS r JOIN person AS p ON p.id = r.reviewer_id
WHERE r.application_id = :application AND r.stage_id = :stage
    AND r.submitted_at IS NOT NULL
ORDER BY r.submitted_at, r.id LIMIT :limit;

-- name: review_submitted_marks
SELECT r.id AS review_id, m.criterion_id, m.value
FROM review AS r JOIN review_score AS m ON m.review_id = r.id
WHERE r.application_id = :application AND r.stage_id = :stage
    AND r.submitted_at IS NOT NULL
LIMIT 50000;

-- name: review_add
INSERT INTO review (application_id, stage_id, reviewer_id, recommendation,
    comment, saved_at)
VALUES (:application, :stage, :reviewer, :recommendation, :comment, :now);

-- name: review_put
UPDATE review SET recommendation = :recommendation, comment = :comment,
    saved_at = :now, revision = revision + 1
WHERE id = :review;

-- name: review_submit
UPDATE review SET submitted_at = :now WHERE id = :review;

-- name: review_mark_put
INSERT INTO review_score (review_id, criterion_id, value)
VALUES (:review, :criterion, :value)
ON CONFLICT DO UPDATE SET value = excluded.value;

-- name: review_mark_clear
DELETE FROM review_score WHERE review_id = :review
    AND criterion_id = :criterion;

-- name: assignment_list
SELECT p.id, p.name,
    EXISTS (SELECT 1 FROM review_assignment AS g WHERE g.application_id = a.id
	AND g.stage_id = a.stage_id AND g.person_id = p.id) AS assigned,
    EXISTS (SELECT 1 FROM review AS r WHERE r.application_id = a.id
	AND r.stage_id = a.stage_id AND r.reviewer_id = p.id
	AND r.submitted_at IS NOT NULL) AS submitted,
    (SELECT count(*) FROM review_assignment AS g WHERE g.person_id = p.id
	AND NOT EXISTS (SELECT 1 FROM review AS r
	    WHERE r.application_id = g.application_id
	    AND r.stage_id = g.stage_id AND r.reviewer_id = p.id
	    AND r.submitted_at IS NOT NULL)) AS load
FROM application AS a JOIN person AS p ON p.id IN (
    SELECT g.person_id FROM role_grant AS g
    WHERE g.scope_kind IN ('platform', 'call', 'stage')
	AND g.scope_id = CASE g.scope_kind WHEN 'platform' THEN a.platform_id
	    WHEN 'call' THEN a.call_id ELSE a.stage_id END
	AND g.role = 'evaluator' AND (g.ends_at IS NULL OR g.ends_at > :now)
    UNION SELECT g.person_id FROM review_assignment AS g
    WHERE g.application_id = a.id AND g.stage_id = a.stage_id)
WHERE a.id = :application AND p.closed_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM application_conflict AS v
	WHERE v.application_id = a.id AND v.person_id = p.id)
ORDER BY assigned DESC, load, p.name LIMIT 100;

-- name: assignment_add
INSERT INTO review_assignment (application_id, stage_id, person_id,
    assigned_at)
SELECT id, stage_id, :person, :now FROM application
WHERE id = :application AND stage_id IS NOT NULL
ON CONFLICT DO NOTHING;

-- name: assignment_drop_others
DELETE FROM review_assignment
WHERE application_id = :application
    AND stage_id = (SELECT stage_id FROM application WHERE id = :application)
    AND NOT EXISTS (SELECT 1 FROM json_each(:people) AS j
	WHERE j.value = review_assignment.person_id)
    AND NOT EXISTS (SELECT 1 FROM review AS r
	WHERE r.application_id = review_assignment.application_id
	AND r.stage_id = review_assignment.stage_id
	AND r.reviewer_id = review_assignment.person_id
	AND r.submitted_at IS NOT NULL);

-- name: assignment_lacking
SELECT a.id, (CASE WHEN s.quorum > 0 THEN s.quorum ELSE 2 END)
    - (SELECT count(*) FROM review_assignment AS g
	WHERE g.application_id = a.id AND g.stage_id = s.id) AS lacks
FROM stage AS s JOIN application AS a ON a.stage_id = s.id
WHERE s.id = :stage AND a.tray = 'committee'
    AND (SELECT count(*) FROM review_assignment AS g
	WHERE g.application_id = a.id AND g.stage_id = s.id)
	< (CASE WHEN s.quorum > 0 THEN s.quorum ELSE 2 END)
ORDER BY a.waiting_since, a.id LIMIT 500;
