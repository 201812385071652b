-- People, accounts, tokens sent by mail: lib/domain/person.c, account*.c.

-- name: person_by_id
SELECT id, email, name, lang, confirmed_at, admin FROM person
WHERE id = :id AND closed_at IS NULL;

-- name: person_by_email
SELECT id, email, name, lang, confirmed_at, admin FROM person
WHERE email = :email AND closed_at IS NULL;

-- name: person_name
SELECT name FROM person WHERE id = :id;

-- --- upkeep

-- name: token_drop_old
DELETE FROM email_token WHERE expires_at < :before;

-- An account whose address was never proved owns nothing: it was a typing
-- error, or somebody else's address.
-- name: person_drop_unproved
DELETE FROM person WHERE id IN (SELECT id FROM person
    WHERE confirmed_at IS NULL AND closed_at IS NULL AND created_at < :before
    ORDER BY created_at LIMIT 100);
