-- Corrections asked of the holder: domain/correction.

-- name: correction_list
SELECT c.id, c.reason, c.message, c.blocking, c.due_on,
    coalesce(p.name, '') AS name, c.asked_at, c.answered_at, c.cancelled_at
FROM correction AS c LEFT JOIN person AS p ON p.id = c.asked_by
WHERE c.application_id = :application ORDER BY c.id DESC LIMIT :limit;

-- name: correction_fields
SELECT f.correction_id, f.key, f.note,
    (SELECT count(*) FROM correction_field AS g
    WHERE g.correction_id = c.id) AS n
FROM correction AS c JOIN correction_field AS f ON f.correction_id = c.id
WHERE c.application_id = :application
ORDER BY f.correction_id, f.key LIMIT 10000;

-- name: correction_add
INSERT INTO correction (application_id, reason, message, blocking, due_on,
    asked_by, asked_at)
VALUES (:application, :reason, :message, :blocking, :due, :by, :now);

-- name: correction_field_add
INSERT INTO correction_field (correction_id, key, note)
VALUES (:correction, :key, :note) ON CONFLICT DO NOTHING;

-- name: correction_answer
UPDATE correction SET answered_at = :now, answered_by = :by
WHERE application_id = :application AND answered_at IS NULL
    AND cancelled_at IS NULL;

-- name: correction_cancel
UPDATE correction SET cancelled_at = :now
WHERE application_id = :application AND answered_at IS NULL
    AND cancelled_at IS NULL;

-- name: correction_clock
SELECT a.submitted_at, c.silence, c.silence_months,
    coalesce(json_extract(c.settings_json, '$.silence.on_correction')
	= 'restart', 0) AS restarts,
    p.time_zone
FROM application AS a JOIN call AS c ON c.id = a.call_id
JOIN platform AS p ON p.id = a.platform_id
WHERE a.id = :application;

-- name: correction_due
UPDATE application SET due_at = :due WHERE id = :application;
