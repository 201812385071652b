-- Where an application lies in the agents' list: domain/tray.

-- name: tray_of
SELECT CASE
    WHEN a.state = 'draft' THEN ''
    WHEN a.state NOT IN ('submitted', 'under_review') THEN 'decided'
    WHEN EXISTS (SELECT 1 FROM correction AS c WHERE c.application_id = a.id
	AND c.answered_at IS NULL AND c.cancelled_at IS NULL) THEN 'holder'
    WHEN a.state = 'under_review'
	AND EXISTS (SELECT 1 FROM criterion AS k WHERE k.stage_id = a.stage_id)
	AND (SELECT count(*) FROM review AS r WHERE r.application_id = a.id
	    AND r.stage_id = a.stage_id AND r.submitted_at IS NOT NULL)
	    < max(1, CASE WHEN s.quorum > 0 THEN s.quorum ELSE
		(SELECT count(*) FROM review_assignment AS g
		WHERE g.application_id = a.id AND g.stage_id = a.stage_id) END)
	THEN 'committee'
    ELSE 'to_instruct' END AS tray
FROM application AS a LEFT JOIN stage AS s ON s.id = a.stage_id
WHERE a.id = :application;

-- name: tray_put
UPDATE application SET
    waiting_since = CASE WHEN tray = :tray THEN waiting_since ELSE :now END,
    tray = :tray,
    news = coalesce(:news, news),
    news_at = CASE WHEN :news IS NULL THEN news_at ELSE :now END,
    revision = revision + 1
WHERE id = :application;
