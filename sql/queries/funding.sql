-- Promises, grants and payments: domain/funding.

-- name: funding_element
SELECT element_id FROM dossier WHERE id = :dossier;

-- name: funding_tie
UPDATE plan_source SET funder_id = :funder WHERE id = :id;

-- name: funding_pay
INSERT INTO payment (source_id, paid_on, amount_cents, label)
VALUES (:source, :paid_on, :amount, :label);
