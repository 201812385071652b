-- The funding plan of a dossier and its sums: domain/plan.

-- name: plan_costs
SELECT id, position, label, kind, amount_cents
FROM plan_cost WHERE dossier_id = :dossier ORDER BY position LIMIT 200;

-- name: plan_sources
SELECT s.id, s.position, s.funder_id, s.funder_name, s.kind, s.application_id,
    s.asked_cents, s.promised_cents, s.granted_cents, s.conditional, s.note,
    s.decided_on, coalesce((SELECT sum(p.amount_cents) FROM payment AS p
	WHERE p.source_id = s.id AND p.paid_on IS NOT NULL), 0) AS paid_cents,
    EXISTS (SELECT 1 FROM payment AS p WHERE p.source_id = s.id) AS instalments
FROM plan_source AS s WHERE s.dossier_id = :dossier ORDER BY s.position
LIMIT 200;

-- name: plan_costs_drop
DELETE FROM plan_cost WHERE dossier_id = :dossier;

-- name: plan_cost_add
INSERT INTO plan_cost (dossier_id, position, label, kind, amount_cents)
VALUES (:dossier, :position, :label, :kind, :amount);

-- name: plan_sources_lift
UPDATE plan_source SET position = -id WHERE dossier_id = :dossier;

-- name: plan_source_add
INSERT INTO plan_source (dossier_id, position, funder_id, funder_name, kind,
    application_id, asked_cents, promised_cents, granted_cents, conditional,
    note, decided_on)
VALUES (:dossier, :position, :funder, :name, :kind, :application, :asked,
    :promised, :granted, :conditional, :note, :decided);

-- name: plan_source_ask
UPDATE plan_source SET position = :position, funder_name = :name,
    kind = :kind, asked_cents = :asked
WHERE id = :id;

-- name: plan_source_drop
DELETE FROM plan_source WHERE id = :id;

-- name: plan_source_answer
UPDATE plan_source SET promised_cents = :promised, granted_cents = :granted,
    conditional = :conditional, note = :note, decided_on = :decided
WHERE id = :id;

-- name: plan_source_attach
UPDATE plan_source SET application_id = :application, funder_id = :funder
WHERE id = :id;

-- name: plan_source_by_application
SELECT id FROM plan_source WHERE application_id = :application;

-- name: plan_source_last
SELECT coalesce(max(position), -1) AS last FROM plan_source
WHERE dossier_id = :dossier;

-- name: plan_call_funder
SELECT a.dossier_id, a.requested_cents, c.funder_id, o.name
FROM application AS a
JOIN call AS c ON c.id = a.call_id
LEFT JOIN organisation AS o ON o.id = c.funder_id
WHERE a.id = :application;

-- name: plan_sums
SELECT d.id AS dossier_id, e.platform_id, e.published_at IS NOT NULL AS public,
    e.cost_cents AS told_cents,
    (SELECT coalesce(sum(amount_cents), 0) FROM plan_cost
	WHERE dossier_id = d.id) AS cost_cents,
    (SELECT coalesce(sum(asked_cents), 0) FROM plan_source
	WHERE dossier_id = d.id) AS asked_cents,
    (SELECT coalesce(sum(max(promised_cents - granted_cents, 0)), 0)
	FROM plan_source WHERE dossier_id = d.id) AS promised_cents,
    (SELECT coalesce(sum(granted_cents), 0) FROM plan_source
	WHERE dossier_id = d.id) AS granted_cents,
    (SELECT coalesce(sum(p.amount_cents), 0) FROM plan_source AS s
	CROSS JOIN payment AS p ON p.source_id = s.id
	WHERE s.dossier_id = d.id AND p.paid_on IS NOT NULL) AS paid_cents
FROM element AS e
JOIN dossier AS d ON d.element_id = e.id
WHERE e.id = :element;

-- name: plan_sums_put
UPDATE element SET cost_cents = :cost, asked_cents = :asked,
    promised_cents = :promised, granted_cents = :granted, paid_cents = :paid
WHERE id = :element AND (cost_cents <> :cost OR asked_cents <> :asked
    OR promised_cents <> :promised OR granted_cents <> :granted
    OR paid_cents <> :paid);

-- name: plan_cost_told
UPDATE element SET cost_cents = :cost WHERE id = :element;

-- name: funder_tally_less
UPDATE funder_tally SET n = n - 1,
    promised_cents = funder_tally.promised_cents - s.promised_cents,
    granted_cents = funder_tally.granted_cents - s.granted_cents
FROM (SELECT funder_name, promised_cents, granted_cents FROM funder_share
    WHERE dossier_id = :dossier) AS s
WHERE funder_tally.platform_id = :platform
    AND funder_tally.funder_name = s.funder_name;

-- name: funder_share_drop
DELETE FROM funder_share WHERE dossier_id = :dossier;

-- name: funder_share_put
INSERT INTO funder_share (dossier_id, funder_name, promised_cents,
    granted_cents)
SELECT dossier_id, funder_name, sum(max(promised_cents - granted_cents, 0)),
    sum(granted_cents)
FROM plan_source
WHERE dossier_id = :dossier AND kind NOT IN ('own', 'in_kind')
GROUP BY funder_name;

-- name: funder_tally_more
INSERT INTO funder_tally (platform_id, funder_name, n, promised_cents,
    granted_cents)
SELECT :platform, funder_name, 1, promised_cents, granted_cents
FROM funder_share WHERE dossier_id = :dossier
ON CONFLICT DO UPDATE SET n = n + 1,
    promised_cents = promised_cents + excluded.promised_cents,
    granted_cents = granted_cents + excluded.granted_cents;

-- name: funder_tally_trim
DELETE FROM funder_tally WHERE platform_id = :platform AND n <= 0
    AND funder_name IN (SELECT funder_name FROM funder_share
	WHERE dossier_id = :dossier);
