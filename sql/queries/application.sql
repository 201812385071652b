-- Applications and their states: domain/application.

-- name: application_by_id
SELECT a.id, a.number, a.dossier_id, d.element_id, a.call_id, a.platform_id,
    a.form_revision_id, a.through_revision_id, a.snapshot_id, a.stage_id, a.agent_id, a.state, a.tray,
    a.title, a.holder_name, a.requested_cents, a.granted_cents, a.revision,
    a.created_at, a.submitted_at, a.resubmitted_at, a.taken_at, a.decided_at,
    a.due_at, a.waiting_since, a.news, a.news_at,
    EXISTS (SELECT 1 FROM correction AS c WHERE c.application_id = a.id
	AND c.answered_at IS NULL AND c.cancelled_at IS NULL)
    AS correction_open
FROM application AS a
JOIN dossier AS d ON d.id = a.dossier_id
WHERE a.id = :id;

-- name: application_service
SELECT p.service_name FROM application AS a
JOIN platform AS p ON p.id = a.platform_id WHERE a.id = :id;

-- name: application_id_by_call
SELECT id FROM application WHERE dossier_id = :dossier AND call_id = :call;

-- name: application_add
INSERT INTO application (number, dossier_id, call_id, platform_id,
    form_revision_id, through_revision_id, state, tray, created_at,
    waiting_since, title, folded, holder_name)
VALUES (:number, :dossier, :call, :platform, :form_revision, :through, 'draft',
    '', :now, :now, :title, :folded, :holder);

-- name: application_change
UPDATE application SET state = :state, stage_id = :stage,
    snapshot_id = :snapshot, agent_id = :agent, number = :number,
    form_revision_id = :form_revision,
    requested_cents = :requested, granted_cents = :granted,
    submitted_at = :submitted, resubmitted_at = :resubmitted,
    taken_at = :taken, decided_at = :decided, due_at = :due,
    revision = revision + 1
WHERE id = :id AND state = :from AND revision = :revision;

-- name: application_tray
SELECT revision, tray, waiting_since, news, news_at
FROM application WHERE id = :id;

-- name: application_copy
UPDATE application SET title = :title, folded = :folded,
    holder_name = :holder
WHERE id = :id;

-- name: application_search_put
INSERT OR REPLACE INTO application_search (rowid, scope, number, title, holder,
    body)
SELECT a.id, 'p' || a.platform_id, a.number, a.title, a.holder_name,
    e.summary || ' ' || e.description || ' ' || coalesce(t.name, '')
FROM application AS a
JOIN dossier AS d ON d.id = a.dossier_id
JOIN element AS e ON e.id = d.element_id
LEFT JOIN territory AS t ON t.id = e.territory_id
WHERE a.id = :id AND a.state <> 'draft';

-- name: application_call
SELECT title FROM call WHERE id = :call;

-- name: application_seal
SELECT sha256 FROM snapshot WHERE id = :snapshot;

-- name: application_stage_first
SELECT id FROM stage WHERE call_id = :call ORDER BY position LIMIT 1;

-- name: application_number_next
INSERT INTO setting (key, value) VALUES ('number:' || :series, '1')
ON CONFLICT (key) DO UPDATE SET value = CAST(value AS INTEGER) + 1
RETURNING CAST(value AS INTEGER) AS n;

-- name: transition_add
INSERT INTO transition (application_id, event, from_state, to_state, stage_id,
    person_id, reason, snapshot_id, form_revision_id, at)
VALUES (:application, :event, :from, :to, :stage, :person, :reason, :snapshot,
    :form_revision, :at);

-- name: transition_by_application
SELECT t.id, t.event, t.from_state, t.to_state, t.stage_id, s.label AS stage,
    t.person_id, p.name AS person, t.reason, t.snapshot_id, t.at
FROM transition AS t
LEFT JOIN stage AS s ON s.id = t.stage_id
LEFT JOIN person AS p ON p.id = t.person_id
WHERE t.application_id = :application
ORDER BY t.id LIMIT 200;
