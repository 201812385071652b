-- Files sent in pieces: domain/sending.

-- name: sending_count
SELECT count(*) AS n FROM sending
WHERE person_id = :person AND lease_until >= :now;

-- name: sending_add
INSERT INTO sending (token, person_id, name, size_bytes, digest, sha256,
    created_at, lease_until)
VALUES (:token, :person, :name, :size, :digest, :sha256, :now, :lease);

-- name: sending_by_token
SELECT id, person_id, token, name, size_bytes, offset_bytes, digest, sha256,
    lease_until
FROM sending
WHERE token = :token AND person_id = :person AND lease_until >= :now;

-- name: sending_grown
UPDATE sending SET offset_bytes = :after, digest = :digest,
    lease_until = :lease
WHERE id = :id AND offset_bytes = :before;

-- name: sending_drop
DELETE FROM sending WHERE id = :id;

-- name: sending_is
SELECT EXISTS (SELECT 1 FROM sending WHERE token = :token) AS found;

-- name: sending_sweep
DELETE FROM sending WHERE id IN (SELECT id FROM sending
    WHERE lease_until < :now LIMIT :limit);
