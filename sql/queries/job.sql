-- Work outside web requests: lib/domain/job.c.

-- name: job_add
INSERT INTO job (kind, key, payload_json, run_at, created_at)
VALUES (:kind, :key, :payload, :run_at, :now)
ON CONFLICT (kind, key) DO UPDATE SET payload_json = excluded.payload_json,
    run_at = excluded.run_at, created_at = excluded.created_at,
    again = state = 'running',
    state = CASE state WHEN 'running' THEN 'running' ELSE 'ready' END,
    attempts = CASE state WHEN 'running' THEN attempts ELSE 0 END,
    lease_until = CASE state WHEN 'running' THEN lease_until END,
    progress_done = 0, progress_total = 0, message = NULL, ended_at = NULL;

-- The same work asked for twice is done once.
-- name: job_add_once
INSERT INTO job (kind, key, payload_json, run_at, created_at)
VALUES (:kind, :key, :payload, :run_at, :now)
ON CONFLICT DO NOTHING;

-- name: job_is_ready
SELECT 1 AS ready FROM job WHERE kind = :kind AND key = :key
    AND (state = 'ready' OR again = 1);

-- name: job_due
SELECT min(run_at) AS run_at FROM (
    SELECT min(run_at) AS run_at FROM job WHERE state = 'ready'
    UNION ALL
    SELECT min(lease_until) FROM job WHERE state = 'running');

-- name: job_take
UPDATE job SET state = 'running', attempts = attempts + 1,
    lease_until = :lease, again = 0
WHERE id = (SELECT id FROM (
    SELECT id, run_at FROM (SELECT id, run_at FROM job
	WHERE state = 'ready' AND run_at <= :now ORDER BY run_at, id LIMIT 1)
    UNION ALL
    SELECT id, run_at FROM job
	WHERE state = 'running' AND lease_until <= :now
    ORDER BY 2, 1 LIMIT 1))
RETURNING id, kind, key, payload_json, attempts, created_at;

-- Its runner died as often as it was tried: it would kill the next one too.
-- name: job_give_up
UPDATE job SET state = 'failed', ended_at = :now, lease_until = NULL,
    message = :message
WHERE state = 'running' AND lease_until <= :now AND attempts >= :most;

-- name: job_progress
UPDATE job SET progress_done = :done, progress_total = :total,
    message = :message, lease_until = :lease
WHERE id = :id AND state = 'running';

-- name: job_end
UPDATE job SET
    state = CASE WHEN again = 1 THEN 'ready' ELSE :state END,
    attempts = CASE WHEN again = 1 THEN 0 ELSE attempts END,
    run_at = CASE WHEN again = 1 THEN run_at ELSE :run_at END,
    ended_at = CASE WHEN again = 0 AND :state IN ('done', 'failed') THEN :now END,
    lease_until = NULL, message = :message, again = 0
WHERE id = :id AND state = 'running' AND attempts = :attempts;

-- name: job_payload_clear
UPDATE job SET payload_json = '{}' WHERE id = :id AND state = 'done';

-- name: job_load
SELECT id, kind, key, state, run_at, attempts, progress_done, progress_total,
    message, created_at, ended_at
FROM job WHERE id = :id;

-- name: job_by_key
SELECT id, kind, key, state, run_at, attempts, progress_done, progress_total,
    message, created_at, ended_at
FROM job WHERE kind = :kind AND key = :key;

-- name: job_list
SELECT id, kind, key, state, run_at, attempts, progress_done, progress_total,
    message, created_at, ended_at
FROM job WHERE state = :state AND id > :after ORDER BY id LIMIT :limit;

-- name: job_retry
UPDATE job SET state = 'ready', attempts = 0, run_at = :now, ended_at = NULL
WHERE id = :id AND state = 'failed';

-- What is over is kept some weeks, then forgotten, a few at a time.
-- name: job_forget
DELETE FROM job WHERE id IN (SELECT id FROM job
    WHERE state = :state AND run_at < :before ORDER BY run_at LIMIT 200);
