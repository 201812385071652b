-- Keys of programs: domain/api_token.

-- name: api_token_list
SELECT id, label, created_at, expires_at, used_at FROM api_token
WHERE person_id = :person ORDER BY id DESC LIMIT :limit;

-- name: api_token_count
SELECT count(*) AS n FROM api_token WHERE person_id = :person;

-- name: api_token_add
INSERT INTO api_token (person_id, hash, label, scope, created_at, expires_at)
VALUES (:person, :hash, :label, 'dossiers', :now, :expires);

-- name: api_token_drop
DELETE FROM api_token WHERE id = :id AND person_id = :person;

-- name: api_token_by_hash
SELECT id, person_id, hour_at, hour_uses FROM api_token
WHERE hash = :hash AND expires_at > :now;

-- name: api_token_used
UPDATE api_token SET used_at = :now, hour_at = :hour, hour_uses = :uses
WHERE id = :id;
