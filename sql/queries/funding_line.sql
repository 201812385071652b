-- What funders answer and pay: domain/funding_line.

-- name: line_payments
SELECT p.id, p.source_id, p.due_on, p.paid_on, p.amount_cents, p.label
FROM plan_source AS s JOIN payment AS p ON p.source_id = s.id
WHERE s.dossier_id = :dossier
ORDER BY s.position, coalesce(p.paid_on, p.due_on, '9'), p.id LIMIT :limit;

-- name: line_planned
SELECT coalesce(sum(amount_cents), 0) AS n FROM payment
WHERE source_id = :source;

-- name: line_pay
INSERT INTO payment (source_id, due_on, paid_on, amount_cents, label)
VALUES (:source, :due, :paid, :amount, :label);

-- name: line_expected
SELECT s.funder_name, p.amount_cents FROM payment AS p
JOIN plan_source AS s ON s.id = p.source_id
WHERE p.id = :payment AND s.dossier_id = :dossier AND p.paid_on IS NULL;

-- name: line_paid
UPDATE payment SET paid_on = :day WHERE id = :payment AND paid_on IS NULL;
