-- Work outside web requests: domain/job.

-- name: job_add
INSERT INTO job (kind, key, payload_json, run_at, created_at)
VALUES (:kind, :key, :payload, :run_at, :now)
ON CONFLICT (kind, key) DO UPDATE SET payload_json = excluded.payload_json,
    run_at = excluded.run_at, state = 'ready', attempts = 0, message = NULL,
    ended_at = NULL, lease_until = NULL
WHERE state IN ('done', 'failed', 'ready');
