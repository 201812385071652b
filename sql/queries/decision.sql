-- Decisions, proposed and taken: domain/decision.

-- name: decision_list
SELECT id, verdict, reasons, conditions, granted_cents, decided_by_name,
    decided_at, voided_at, void_reason
FROM decision WHERE application_id = :application ORDER BY id DESC LIMIT 50;

-- name: decision_draft_get
SELECT f.verdict, f.reasons, f.conditions, f.granted_cents,
    coalesce(p.name, '') AS name, f.proposed_at
FROM decision_draft AS f LEFT JOIN person AS p ON p.id = f.proposed_by
WHERE f.application_id = :application;

-- name: decision_bounds
SELECT a.requested_cents, e.cost_cents, c.max_rate_percent, c.envelope_cents,
    CASE WHEN c.envelope_cents IS NULL THEN 0 ELSE
	(SELECT coalesce(sum(b.granted_cents), 0) FROM application AS b
	WHERE b.call_id = c.id AND b.state = 'accepted'
	    AND b.id <> a.id) END AS granted
FROM application AS a JOIN call AS c ON c.id = a.call_id
JOIN dossier AS d ON d.id = a.dossier_id
JOIN element AS e ON e.id = d.element_id
WHERE a.id = :application;

-- name: decision_draft_put
INSERT INTO decision_draft (application_id, verdict, granted_cents, reasons,
    conditions, proposed_by, proposed_at)
VALUES (:application, :verdict, :granted, :reasons, :conditions, :by, :now)
ON CONFLICT DO UPDATE SET verdict = excluded.verdict,
    granted_cents = excluded.granted_cents, reasons = excluded.reasons,
    conditions = excluded.conditions, proposed_by = excluded.proposed_by,
    proposed_at = excluded.proposed_at;

-- name: decision_draft_drop
DELETE FROM decision_draft WHERE application_id = :application;

-- name: decision_blocked
SELECT 1 AS yes FROM correction WHERE application_id = :application
    AND blocking = 1 AND answered_at IS NULL AND cancelled_at IS NULL;

-- name: decision_add
INSERT INTO decision (application_id, verdict, reasons, conditions,
    granted_cents, decided_by, decided_by_name, decided_at, snapshot_id)
VALUES (:application, :verdict, :reasons, :conditions, :granted, :by, :name,
    :now, :snapshot);

-- name: decision_void
UPDATE decision SET voided_at = :now, void_reason = :reason
WHERE application_id = :application AND voided_at IS NULL;

-- name: decision_paid
SELECT 1 AS yes FROM plan_source AS s JOIN payment AS p ON p.source_id = s.id
WHERE s.application_id = :application AND p.paid_on IS NOT NULL LIMIT 1;

-- name: decision_context
SELECT c.remedies, a.requested_cents
FROM application AS a JOIN call AS c ON c.id = a.call_id
WHERE a.id = :application;

-- name: decision_proposed
SELECT f.application_id, a.number, a.revision, e.slug, f.verdict, f.reasons,
    f.conditions, f.granted_cents,
    CASE WHEN d.platform_id <> a.platform_id THEN y.slug END AS home
FROM application AS a
JOIN decision_draft AS f ON f.application_id = a.id
JOIN dossier AS d ON d.id = a.dossier_id
JOIN platform AS y ON y.id = d.platform_id
JOIN element AS e ON e.id = d.element_id
WHERE a.call_id = :call AND a.tray IN ('to_instruct', 'committee', 'holder')
    AND NOT EXISTS (SELECT 1 FROM application_conflict AS v
	WHERE v.application_id = a.id AND v.person_id = :me
	AND v.committee = 0)
ORDER BY a.id LIMIT 200;

-- name: decision_funding
SELECT id FROM plan_source WHERE application_id = :application LIMIT 1;

-- name: decision_grant
UPDATE plan_source SET granted_cents = :granted,
    promised_cents = max(promised_cents, :granted), conditional = :conditional,
    decided_on = :day
WHERE id = :source;
