-- People, accounts, tokens sent by mail: lib/domain/person.c, account*.c.

-- name: person_by_id
SELECT id, email, name, lang, confirmed_at, admin FROM person
WHERE id = :id AND closed_at IS NULL;

-- name: person_by_email
SELECT id, email, name, lang, confirmed_at, admin FROM person
WHERE email = :email AND closed_at IS NULL;

-- name: person_name
SELECT name FROM person WHERE id = :id;
