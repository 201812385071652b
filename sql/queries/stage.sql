-- Stages of a call: domain/stage.

-- name: stage_by_call
SELECT s.id, s.key, s.label, s.kind, s.opens_at, s.closes_at,
    s.reviews_visible, s.quorum,
    EXISTS (SELECT 1 FROM criterion AS c WHERE c.stage_id = s.id) AS scored
FROM stage AS s WHERE s.call_id = :call ORDER BY s.position LIMIT 100;

-- name: stage_settings
SELECT s.key, c.settings_json FROM stage AS s
JOIN call AS c ON c.id = s.call_id WHERE s.id = :stage;

-- name: stage_check_list
SELECT key, verdict FROM stage_check
WHERE application_id = :application AND stage_id = :stage LIMIT 200;

-- name: stage_check_put
INSERT INTO stage_check (application_id, stage_id, key, verdict, checked_by,
    checked_at)
VALUES (:application, :stage, :key, :verdict, :by, :now)
ON CONFLICT DO UPDATE SET verdict = excluded.verdict,
    checked_by = excluded.checked_by, checked_at = excluded.checked_at
WHERE verdict <> excluded.verdict;

-- name: stage_check_clear
DELETE FROM stage_check WHERE application_id = :application
    AND stage_id = :stage AND key = :key;

-- name: stage_result_get
SELECT key, label, comment, given_at FROM stage_result
WHERE application_id = :application AND stage_id = :stage;

-- name: stage_result_put
INSERT INTO stage_result (application_id, stage_id, key, label, comment,
    given_by, given_at)
VALUES (:application, :stage, :key, :label, :comment, :by, :now)
ON CONFLICT DO UPDATE SET key = excluded.key, label = excluded.label,
    comment = excluded.comment, given_by = excluded.given_by,
    given_at = excluded.given_at;

-- name: stage_application
SELECT a.platform_id, a.call_id, a.stage_id, a.state, a.revision,
    a.snapshot_id, a.form_revision_id, d.element_id, p.service_name
FROM application AS a JOIN dossier AS d ON d.id = a.dossier_id
JOIN platform AS p ON p.id = a.platform_id WHERE a.id = :application;

-- name: stage_enter
UPDATE application SET stage_id = :stage WHERE id = :application;

-- name: stage_transition
INSERT INTO transition (application_id, event, from_state, to_state, stage_id,
    person_id, reason, snapshot_id, form_revision_id, at)
SELECT id, 'stage', state, state, :stage, :person, :reason, snapshot_id,
    form_revision_id, :now
FROM application WHERE id = :application;
