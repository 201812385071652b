-- Opinions asked of experts: domain/opinion.

-- An opinion, who gives it and who asked.
-- part: opinion_said
SELECT o.id, o.application_id, o.author_id, coalesce(p.name, '') AS author,
    coalesce(q.name, '') AS asked_by, o.question, o.body, o.verdict,
    o.visibility, o.asked_at, o.given_at
FROM opinion AS o LEFT JOIN person AS p ON p.id = o.author_id
LEFT JOIN person AS q ON q.id = o.asked_by

-- name: opinion_list
-- use: opinion_said
WHERE o.application_id = :application AND o.kind = 'expert'
ORDER BY o.id LIMIT :limit;

-- name: opinion_get
-- use: opinion_said
WHERE o.id = :opinion AND o.kind = 'expert' AND o.application_id IS NOT NULL;

-- name: opinion_open
SELECT 1 AS yes FROM application
WHERE id = :application AND state IN ('submitted', 'under_review');

-- name: opinion_expert
SELECT id FROM person WHERE email = lower(trim(:email)) AND closed_at IS NULL;

-- name: opinion_awaited
SELECT 1 AS yes FROM opinion WHERE application_id = :application
    AND author_id = :author AND kind = 'expert' AND given_at IS NULL LIMIT 1;

-- name: opinion_ask
INSERT INTO opinion (application_id, kind, author_id, asked_by, asked_at,
    question, visibility)
VALUES (:application, 'expert', :author, :by, :now, :question, :visibility);

-- name: opinion_give
UPDATE opinion SET verdict = :verdict, body = :body, given_at = :now
WHERE id = :opinion;

-- name: opinion_withdraw
DELETE FROM opinion WHERE id = :opinion AND application_id = :application
    AND kind = 'expert' AND given_at IS NULL;
