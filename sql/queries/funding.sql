-- Promises, grants and payments: domain/funding.

-- The project, and the platform in whose journal it is told.
-- name: funding_project
SELECT d.element_id, coalesce((SELECT a.platform_id FROM application AS a
    WHERE a.id = :application AND a.dossier_id = d.id), d.platform_id)
    AS platform_id
FROM dossier AS d WHERE d.id = :dossier;

-- name: funding_tie
UPDATE plan_source SET funder_id = :funder WHERE id = :id;

-- name: funding_payments
SELECT p.id, p.source_id, p.due_on, p.paid_on, p.amount_cents, p.label
FROM plan_source AS s JOIN payment AS p ON p.source_id = s.id
WHERE s.dossier_id = :dossier
ORDER BY s.position, coalesce(p.paid_on, p.due_on, '9'), p.id LIMIT :limit;

-- name: funding_planned
SELECT coalesce(sum(amount_cents), 0) AS n FROM payment
WHERE source_id = :source;

-- name: funding_pay
INSERT INTO payment (source_id, due_on, paid_on, amount_cents, label)
VALUES (:source, :due, :paid, :amount, :label);

-- name: funding_expected
SELECT p.source_id, p.amount_cents FROM payment AS p
JOIN plan_source AS s ON s.id = p.source_id
WHERE p.id = :payment AND s.dossier_id = :dossier AND p.paid_on IS NULL;

-- name: funding_paid
UPDATE payment SET paid_on = :day WHERE id = :payment AND paid_on IS NULL;
