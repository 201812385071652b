-- Presenting a dossier to a call: domain/submit.

-- name: submit_owner
SELECT name FROM person WHERE id = :person;

-- name: submit_complete
UPDATE application SET snapshot_id = :snapshot, requested_cents = :requested,
    resubmitted_at = :now
WHERE id = :id;

-- name: submit_due
UPDATE application SET due_at = :due WHERE id = :id;

-- name: submit_cancel_correction
UPDATE correction SET cancelled_at = :now
WHERE application_id = :application AND answered_at IS NULL
    AND cancelled_at IS NULL;

-- name: submit_corrected
SELECT a.id FROM application AS a
JOIN correction AS c ON c.application_id = a.id
    AND c.answered_at IS NULL AND c.cancelled_at IS NULL
WHERE a.dossier_id = :dossier
ORDER BY c.asked_at DESC LIMIT 1;

-- name: application_reuse
UPDATE application SET presented = :presented, reused = :reused
WHERE id = :id;
