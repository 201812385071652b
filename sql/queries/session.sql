-- Sessions, parked forms, throttling: lib/web/session.c, park.c,
-- domain/throttle.c.

-- name: session_by_hash
SELECT s.id AS id, s.created_at AS created_at, s.seen_at AS seen_at,
    p.id AS person_id, p.email AS email, p.name AS name, p.lang AS lang,
    p.confirmed_at AS confirmed_at, p.admin AS admin
FROM session s JOIN person p ON p.id = s.person_id
WHERE s.hash = :hash AND s.expires_at > :now AND p.closed_at IS NULL;

-- name: session_owner
SELECT person_id FROM session WHERE hash = :hash;

-- name: session_add
INSERT INTO session (hash, person_id, address, agent, created_at, seen_at,
    expires_at)
VALUES (:hash, :person, :address, :agent, :now, :now, :expires);

-- name: session_seen
UPDATE session SET seen_at = :now, expires_at = :expires WHERE id = :id;

-- name: session_drop_hash
DELETE FROM session WHERE hash = :hash;

-- name: session_drop
DELETE FROM session WHERE id = :id AND person_id = :person;

-- name: session_drop_person
DELETE FROM session WHERE person_id = :person AND id <> :keep;

-- name: session_drop_expired
DELETE FROM session WHERE expires_at <= :now;

-- name: session_by_person
SELECT id, address, agent, created_at, seen_at FROM session
WHERE person_id = :person AND expires_at > :now
ORDER BY seen_at DESC LIMIT 50;

-- name: parked_add
INSERT INTO parked_form (hash, person_id, fields_json, created_at)
VALUES (:hash, :person, :fields, :now);

-- name: parked_by_hash
SELECT person_id, fields_json FROM parked_form
WHERE hash = :hash AND created_at > :since;

-- Too old, or beyond the newest ones: nobody fills the disk with forms.
-- name: parked_drop_old
DELETE FROM parked_form
WHERE created_at <= max(:since, coalesce((SELECT created_at FROM parked_form
    ORDER BY created_at DESC LIMIT 1 OFFSET :keep), 0));

-- name: throttle_get
SELECT failures, last_at, blocked_until FROM throttle
WHERE subject = :subject;

-- name: throttle_put
INSERT INTO throttle (subject, failures, last_at, blocked_until)
VALUES (:subject, :failures, :now, :until)
ON CONFLICT (subject) DO UPDATE SET failures = excluded.failures,
    last_at = excluded.last_at, blocked_until = excluded.blocked_until;

-- name: throttle_drop
DELETE FROM throttle WHERE subject = :subject;

-- name: throttle_drop_old
DELETE FROM throttle WHERE last_at <= :since;
