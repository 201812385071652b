-- The agents' list: domain/queue. One walk of an index for each way to filter and
-- sort, up or down from a key; what the person may not read is left out by the
-- query itself. queue_<filter>_<sort>_<direction>.

-- The filters of the list, each 0 when not asked.
-- part: queue_kept
    AND (:call = 0 OR a.call_id = :call)
    AND (:agent = 0 OR coalesce(a.agent_id, -1) = :agent)
    AND (:stage = 0 OR a.stage_id = :stage)
    AND (:theme = 0 OR a.theme_id = :theme)
-- use: application_readable

-- name: queue_all_waiting_up
SELECT a.id, a.waiting_since AS key FROM application AS a
WHERE a.platform_id = :platform AND a.tray = :tray
    AND (a.waiting_since, a.id) > (:key, :id)
-- use: queue_kept
ORDER BY a.waiting_since, a.id LIMIT :limit;

-- name: queue_all_waiting_down
SELECT a.id, a.waiting_since AS key FROM application AS a
WHERE a.platform_id = :platform AND a.tray = :tray
    AND (a.waiting_since, a.id) < (:key, :id)
-- use: queue_kept
ORDER BY a.waiting_since DESC, a.id DESC LIMIT :limit;

-- name: queue_all_amount_up
SELECT a.id, a.requested_cents AS key FROM application AS a
WHERE a.platform_id = :platform AND a.tray = :tray
    AND (a.requested_cents, a.id) > (:key, :id)
-- use: queue_kept
ORDER BY a.requested_cents, a.id LIMIT :limit;

-- name: queue_all_amount_down
SELECT a.id, a.requested_cents AS key FROM application AS a
WHERE a.platform_id = :platform AND a.tray = :tray
    AND (a.requested_cents, a.id) < (:key, :id)
-- use: queue_kept
ORDER BY a.requested_cents DESC, a.id DESC LIMIT :limit;

-- name: queue_all_title_up
SELECT a.id, a.folded AS key FROM application AS a
WHERE a.platform_id = :platform AND a.tray = :tray
    AND (a.folded, a.id) > (:key, :id)
-- use: queue_kept
ORDER BY a.folded, a.id LIMIT :limit;

-- name: queue_all_title_down
SELECT a.id, a.folded AS key FROM application AS a
WHERE a.platform_id = :platform AND a.tray = :tray
    AND (a.folded, a.id) < (:key, :id)
-- use: queue_kept
ORDER BY a.folded DESC, a.id DESC LIMIT :limit;

-- name: queue_call_waiting_up
SELECT a.id, a.waiting_since AS key FROM application AS a
WHERE a.platform_id = :platform AND a.call_id = :call AND a.tray = :tray
    AND (a.waiting_since, a.id) > (:key, :id)
-- use: queue_kept
ORDER BY a.waiting_since, a.id LIMIT :limit;

-- name: queue_call_waiting_down
SELECT a.id, a.waiting_since AS key FROM application AS a
WHERE a.platform_id = :platform AND a.call_id = :call AND a.tray = :tray
    AND (a.waiting_since, a.id) < (:key, :id)
-- use: queue_kept
ORDER BY a.waiting_since DESC, a.id DESC LIMIT :limit;

-- name: queue_call_amount_up
SELECT a.id, a.requested_cents AS key FROM application AS a
WHERE a.platform_id = :platform AND a.call_id = :call AND a.tray = :tray
    AND (a.requested_cents, a.id) > (:key, :id)
-- use: queue_kept
ORDER BY a.requested_cents, a.id LIMIT :limit;

-- name: queue_call_amount_down
SELECT a.id, a.requested_cents AS key FROM application AS a
WHERE a.platform_id = :platform AND a.call_id = :call AND a.tray = :tray
    AND (a.requested_cents, a.id) < (:key, :id)
-- use: queue_kept
ORDER BY a.requested_cents DESC, a.id DESC LIMIT :limit;

-- name: queue_call_title_up
SELECT a.id, a.folded AS key FROM application AS a
WHERE a.platform_id = :platform AND a.call_id = :call AND a.tray = :tray
    AND (a.folded, a.id) > (:key, :id)
-- use: queue_kept
ORDER BY a.folded, a.id LIMIT :limit;

-- name: queue_call_title_down
SELECT a.id, a.folded AS key FROM application AS a
WHERE a.platform_id = :platform AND a.call_id = :call AND a.tray = :tray
    AND (a.folded, a.id) < (:key, :id)
-- use: queue_kept
ORDER BY a.folded DESC, a.id DESC LIMIT :limit;

-- name: queue_agent_waiting_up
SELECT a.id, a.waiting_since AS key FROM application AS a
WHERE a.platform_id = :platform AND a.tray = :tray
    AND a.agent_id IS nullif(:agent, -1)
    AND (a.waiting_since, a.id) > (:key, :id)
-- use: queue_kept
ORDER BY a.waiting_since, a.id LIMIT :limit;

-- name: queue_agent_waiting_down
SELECT a.id, a.waiting_since AS key FROM application AS a
WHERE a.platform_id = :platform AND a.tray = :tray
    AND a.agent_id IS nullif(:agent, -1)
    AND (a.waiting_since, a.id) < (:key, :id)
-- use: queue_kept
ORDER BY a.waiting_since DESC, a.id DESC LIMIT :limit;

-- name: queue_stage_waiting_up
SELECT a.id, a.waiting_since AS key FROM application AS a
WHERE a.platform_id = :platform AND a.stage_id = :stage AND a.tray = :tray
    AND (a.waiting_since, a.id) > (:key, :id)
-- use: queue_kept
ORDER BY a.waiting_since, a.id LIMIT :limit;

-- name: queue_stage_waiting_down
SELECT a.id, a.waiting_since AS key FROM application AS a
WHERE a.platform_id = :platform AND a.stage_id = :stage AND a.tray = :tray
    AND (a.waiting_since, a.id) < (:key, :id)
-- use: queue_kept
ORDER BY a.waiting_since DESC, a.id DESC LIMIT :limit;

-- name: queue_theme_waiting_up
SELECT a.id, a.waiting_since AS key FROM application AS a
WHERE a.platform_id = :platform AND a.tray = :tray AND a.theme_id = :theme
    AND (a.waiting_since, a.id) > (:key, :id)
-- use: queue_kept
ORDER BY a.waiting_since, a.id LIMIT :limit;

-- name: queue_theme_waiting_down
SELECT a.id, a.waiting_since AS key FROM application AS a
WHERE a.platform_id = :platform AND a.tray = :tray AND a.theme_id = :theme
    AND (a.waiting_since, a.id) < (:key, :id)
-- use: queue_kept
ORDER BY a.waiting_since DESC, a.id DESC LIMIT :limit;

-- The few rows of a narrow filter, sorted otherwise than their index: only when
-- queue_count_<filter> said that they are few.
-- name: queue_agent_amount_up
SELECT a.id, a.requested_cents AS key
FROM application AS a INDEXED BY application_queue_agent
WHERE a.platform_id = :platform AND a.tray = :tray
    AND a.agent_id IS nullif(:agent, -1)
    AND (a.requested_cents, a.id) > (:key, :id)
-- use: queue_kept
ORDER BY a.requested_cents, a.id LIMIT :limit;

-- name: queue_agent_amount_down
SELECT a.id, a.requested_cents AS key
FROM application AS a INDEXED BY application_queue_agent
WHERE a.platform_id = :platform AND a.tray = :tray
    AND a.agent_id IS nullif(:agent, -1)
    AND (a.requested_cents, a.id) < (:key, :id)
-- use: queue_kept
ORDER BY a.requested_cents DESC, a.id DESC LIMIT :limit;

-- name: queue_agent_title_up
SELECT a.id, a.folded AS key
FROM application AS a INDEXED BY application_queue_agent
WHERE a.platform_id = :platform AND a.tray = :tray
    AND a.agent_id IS nullif(:agent, -1)
    AND (a.folded, a.id) > (:key, :id)
-- use: queue_kept
ORDER BY a.folded, a.id LIMIT :limit;

-- name: queue_agent_title_down
SELECT a.id, a.folded AS key
FROM application AS a INDEXED BY application_queue_agent
WHERE a.platform_id = :platform AND a.tray = :tray
    AND a.agent_id IS nullif(:agent, -1)
    AND (a.folded, a.id) < (:key, :id)
-- use: queue_kept
ORDER BY a.folded DESC, a.id DESC LIMIT :limit;

-- name: queue_stage_amount_up
SELECT a.id, a.requested_cents AS key
FROM application AS a INDEXED BY application_stage
WHERE a.stage_id = :stage AND a.tray = :tray
    AND a.platform_id = :platform
    AND (a.requested_cents, a.id) > (:key, :id)
-- use: queue_kept
ORDER BY a.requested_cents, a.id LIMIT :limit;

-- name: queue_stage_amount_down
SELECT a.id, a.requested_cents AS key
FROM application AS a INDEXED BY application_stage
WHERE a.stage_id = :stage AND a.tray = :tray
    AND a.platform_id = :platform
    AND (a.requested_cents, a.id) < (:key, :id)
-- use: queue_kept
ORDER BY a.requested_cents DESC, a.id DESC LIMIT :limit;

-- name: queue_stage_title_up
SELECT a.id, a.folded AS key
FROM application AS a INDEXED BY application_stage
WHERE a.stage_id = :stage AND a.tray = :tray
    AND a.platform_id = :platform
    AND (a.folded, a.id) > (:key, :id)
-- use: queue_kept
ORDER BY a.folded, a.id LIMIT :limit;

-- name: queue_stage_title_down
SELECT a.id, a.folded AS key
FROM application AS a INDEXED BY application_stage
WHERE a.stage_id = :stage AND a.tray = :tray
    AND a.platform_id = :platform
    AND (a.folded, a.id) < (:key, :id)
-- use: queue_kept
ORDER BY a.folded DESC, a.id DESC LIMIT :limit;

-- name: queue_theme_amount_up
SELECT a.id, a.requested_cents AS key
FROM application AS a INDEXED BY application_queue_theme
WHERE a.platform_id = :platform AND a.tray = :tray
    AND a.theme_id = :theme
    AND (a.requested_cents, a.id) > (:key, :id)
-- use: queue_kept
ORDER BY a.requested_cents, a.id LIMIT :limit;

-- name: queue_theme_amount_down
SELECT a.id, a.requested_cents AS key
FROM application AS a INDEXED BY application_queue_theme
WHERE a.platform_id = :platform AND a.tray = :tray
    AND a.theme_id = :theme
    AND (a.requested_cents, a.id) < (:key, :id)
-- use: queue_kept
ORDER BY a.requested_cents DESC, a.id DESC LIMIT :limit;

-- name: queue_theme_title_up
SELECT a.id, a.folded AS key
FROM application AS a INDEXED BY application_queue_theme
WHERE a.platform_id = :platform AND a.tray = :tray
    AND a.theme_id = :theme
    AND (a.folded, a.id) > (:key, :id)
-- use: queue_kept
ORDER BY a.folded, a.id LIMIT :limit;

-- name: queue_theme_title_down
SELECT a.id, a.folded AS key
FROM application AS a INDEXED BY application_queue_theme
WHERE a.platform_id = :platform AND a.tray = :tray
    AND a.theme_id = :theme
    AND (a.folded, a.id) < (:key, :id)
-- use: queue_kept
ORDER BY a.folded DESC, a.id DESC LIMIT :limit;

-- With words, whatever the tray; newest first.
-- name: queue_search_down
SELECT a.id, a.id AS key FROM application_search AS f
JOIN application AS a ON a.id = f.rowid
WHERE application_search MATCH :match AND f.rowid < :id
    AND a.platform_id = :platform AND a.tray <> ''
-- use: queue_kept
ORDER BY f.rowid DESC LIMIT :limit;

-- name: queue_search_up
SELECT a.id, a.id AS key FROM application_search AS f
JOIN application AS a ON a.id = f.rowid
WHERE application_search MATCH :match AND f.rowid > :id
    AND a.platform_id = :platform AND a.tray <> ''
-- use: queue_kept
ORDER BY f.rowid LIMIT :limit;

-- How many of the filter come before a row, among the :most rows before it;
-- looked tells when that was not far enough.
-- name: queue_before_waiting
SELECT (SELECT count(*) FROM (SELECT id, call_id, agent_id, stage_id, theme_id FROM application
	WHERE platform_id = :platform AND tray = :tray
	    AND (waiting_since, id) < (:key, :id)
	ORDER BY waiting_since DESC, id DESC LIMIT :most) AS a
    WHERE true
-- use: queue_kept
    ) AS n,
    (SELECT count(*) FROM (SELECT 1 FROM application
	WHERE platform_id = :platform AND tray = :tray
	    AND (waiting_since, id) < (:key, :id) LIMIT :most)) AS looked;

-- name: queue_before_amount
SELECT (SELECT count(*) FROM (SELECT id, call_id, agent_id, stage_id, theme_id FROM application
	WHERE platform_id = :platform AND tray = :tray
	    AND (requested_cents, id) < (:key, :id)
	ORDER BY requested_cents DESC, id DESC LIMIT :most) AS a
    WHERE true
-- use: queue_kept
    ) AS n,
    (SELECT count(*) FROM (SELECT 1 FROM application
	WHERE platform_id = :platform AND tray = :tray
	    AND (requested_cents, id) < (:key, :id) LIMIT :most)) AS looked;

-- name: queue_before_title
SELECT (SELECT count(*) FROM (SELECT id, call_id, agent_id, stage_id, theme_id FROM application
	WHERE platform_id = :platform AND tray = :tray
	    AND (folded, id) < (:key, :id)
	ORDER BY folded DESC, id DESC LIMIT :most) AS a
    WHERE true
-- use: queue_kept
    ) AS n,
    (SELECT count(*) FROM (SELECT 1 FROM application
	WHERE platform_id = :platform AND tray = :tray
	    AND (folded, id) < (:key, :id) LIMIT :most)) AS looked;

-- How many a tray holds with a filter, among the :most first rows of the
-- narrowest index; looked as above.
-- name: queue_count_all
SELECT (SELECT count(*) FROM (SELECT id, platform_id, call_id, agent_id,
	stage_id, theme_id FROM application
	WHERE platform_id = :platform AND tray = :tray
	LIMIT :most) AS a
    WHERE true
-- use: queue_kept
    ) AS n,
    (SELECT count(*) FROM (SELECT 1 FROM application
	WHERE platform_id = :platform AND tray = :tray
	LIMIT :most)) AS looked;

-- name: queue_count_call
SELECT (SELECT count(*) FROM (SELECT id, platform_id, call_id, agent_id,
	stage_id, theme_id FROM application
	WHERE call_id = :call AND tray = :tray
	LIMIT :most) AS a
    WHERE true
    AND a.platform_id = :platform
-- use: queue_kept
    ) AS n,
    (SELECT count(*) FROM (SELECT 1 FROM application
	WHERE call_id = :call AND tray = :tray
	LIMIT :most)) AS looked;

-- name: queue_count_agent
SELECT (SELECT count(*) FROM (SELECT id, platform_id, call_id, agent_id,
	stage_id, theme_id FROM application
	WHERE platform_id = :platform AND tray = :tray
	    AND agent_id IS nullif(:agent, -1)
	LIMIT :most) AS a
    WHERE true
-- use: queue_kept
    ) AS n,
    (SELECT count(*) FROM (SELECT 1 FROM application
	WHERE platform_id = :platform AND tray = :tray
	    AND agent_id IS nullif(:agent, -1)
	LIMIT :most)) AS looked;

-- name: queue_count_stage
SELECT (SELECT count(*) FROM (SELECT id, platform_id, call_id, agent_id,
	stage_id, theme_id FROM application
	WHERE stage_id = :stage AND tray = :tray
	LIMIT :most) AS a
    WHERE true
    AND a.platform_id = :platform
-- use: queue_kept
    ) AS n,
    (SELECT count(*) FROM (SELECT 1 FROM application
	WHERE stage_id = :stage AND tray = :tray
	LIMIT :most)) AS looked;

-- name: queue_count_theme
SELECT (SELECT count(*) FROM (SELECT id, platform_id, call_id, agent_id,
	stage_id, theme_id FROM application
	WHERE platform_id = :platform AND tray = :tray
	    AND theme_id = :theme
	LIMIT :most) AS a
    WHERE true
-- use: queue_kept
    ) AS n,
    (SELECT count(*) FROM (SELECT 1 FROM application
	WHERE platform_id = :platform AND tray = :tray
	    AND theme_id = :theme
	LIMIT :most)) AS looked;

-- name: queue_tally
SELECT tray, n FROM application_tally
WHERE platform_id = :platform AND call_id = :call LIMIT 10;

-- What of a tally a person may not know of.
-- name: queue_hidden
SELECT a.tray, count(*) AS n
FROM (SELECT DISTINCT application_id FROM application_conflict
    WHERE person_id = :me AND committee <= :committee) AS v
CROSS JOIN application AS a ON a.id = v.application_id
WHERE a.platform_id = :platform AND (:call = 0 OR a.call_id = :call)
GROUP BY a.tray;

-- name: queue_rows
SELECT a.id, a.number, a.title, a.holder_name, a.requested_cents,
    a.granted_cents, a.state, a.tray, a.waiting_since, a.decided_at, a.news,
    a.news_at, a.due_at, s.label AS stage, p.name AS agent,
    coalesce(z.seen_at, 0) AS seen_at,
    CASE WHEN a.news = 'review' THEN (SELECT count(*) FROM review AS r
	WHERE r.application_id = a.id AND r.stage_id = a.stage_id
	AND r.submitted_at IS NOT NULL) ELSE 0 END AS reviews,
    coalesce(s.quorum, 0) AS quorum
FROM json_each(:ids) AS j JOIN application AS a ON a.id = j.value
LEFT JOIN stage AS s ON s.id = a.stage_id
LEFT JOIN person AS p ON p.id = a.agent_id
LEFT JOIN application_seen AS z ON z.application_id = a.id
    AND z.person_id = :me
ORDER BY j.key LIMIT 200;

-- name: queue_place
SELECT a.tray, a.waiting_since, a.requested_cents, a.folded
FROM application AS a WHERE a.id = :application;

-- name: queue_calls
SELECT c.id, c.slug, c.title, coalesce(sum(t.n), 0) AS n FROM call AS c
LEFT JOIN application_tally AS t ON t.platform_id = c.platform_id
    AND t.call_id = c.id AND t.tray <> ''
WHERE c.platform_id = :platform GROUP BY c.id
ORDER BY c.closes_at IS NULL DESC, c.closes_at DESC, c.id LIMIT 100;

-- What an evaluator has to score: asked of them, or of everybody when nobody in
-- particular is asked; and what they scored already, at the same stage.
-- name: queue_work
SELECT a.id, a.number, a.title, a.holder_name, a.requested_cents,
    a.waiting_since, a.tray, s.label AS stage, c.title AS call,
    coalesce(r.submitted_at, 0) AS submitted_at,
    coalesce(r.saved_at, 0) AS saved_at
FROM (SELECT * FROM (SELECT g.application_id AS id FROM review_assignment AS g
	JOIN application AS b ON b.id = g.application_id
	    AND b.stage_id = g.stage_id
	WHERE g.person_id = :me AND b.tray = 'committee' LIMIT 300)
    UNION SELECT * FROM (SELECT b.id FROM application AS b
	WHERE b.platform_id = :platform AND b.tray = 'committee'
	    AND NOT EXISTS (SELECT 1 FROM review_assignment AS g
		WHERE g.application_id = b.id AND g.stage_id = b.stage_id)
	ORDER BY b.waiting_since, b.id LIMIT 300)
    UNION SELECT * FROM (SELECT b.id FROM review AS r
	JOIN application AS b ON b.id = r.application_id
	    AND b.stage_id = r.stage_id AND b.state = 'under_review'
	WHERE r.reviewer_id = :me ORDER BY r.id DESC LIMIT 300)) AS w
CROSS JOIN application AS a ON a.id = w.id
JOIN stage AS s ON s.id = a.stage_id
JOIN call AS c ON c.id = a.call_id
LEFT JOIN review AS r ON r.application_id = a.id AND r.stage_id = a.stage_id
    AND r.reviewer_id = :me
WHERE a.platform_id = :platform
    AND (:whole OR EXISTS (SELECT 1 FROM application_reach AS r
	WHERE r.application_id = a.id AND r.person_id = :me
	AND (r.ends_at IS NULL OR r.ends_at > :now)
	AND r.role IN (SELECT value FROM json_each(:roles))))
    AND NOT EXISTS (SELECT 1 FROM application_conflict AS v
	WHERE v.application_id = a.id AND v.person_id = :me)
ORDER BY r.submitted_at IS NOT NULL, a.waiting_since, a.id LIMIT :limit;
