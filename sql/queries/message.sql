-- The thread of an application, notes, and what was seen: domain/message,
-- domain/note, domain/seen.

-- name: message_list
SELECT m.id, m.author_id, coalesce(p.name, '') AS author, m.side, m.body,
    m.sent_at
FROM message AS m LEFT JOIN person AS p ON p.id = m.author_id
WHERE m.application_id = :application ORDER BY m.id DESC LIMIT :limit;

-- name: message_earlier
SELECT count(*) AS n FROM message
WHERE application_id = :application AND id < :first;

-- name: message_files
SELECT j.message_id, j.file_id, j.name, f.sha256, f.type, f.size_bytes,
    f.infected
FROM message AS m JOIN message_file AS j ON j.message_id = m.id
JOIN file AS f ON f.id = j.file_id
WHERE m.application_id = :application AND m.id >= :first
ORDER BY m.id, j.file_id LIMIT 1000;

-- name: message_file
SELECT j.file_id, j.name, f.sha256, f.type, f.size_bytes, f.infected
FROM message_file AS j JOIN file AS f ON f.id = j.file_id
JOIN message AS m ON m.id = j.message_id
WHERE j.file_id = :file AND m.application_id = :application LIMIT 1;

-- name: message_add
INSERT INTO message (application_id, author_id, side, body, sent_at)
SELECT id, :author, :side, :body, :now FROM application
WHERE id = :application AND state <> 'draft';

-- name: message_file_add
INSERT INTO message_file (message_id, file_id, name)
VALUES (:message, :file, :name) ON CONFLICT DO NOTHING;

-- The first message of one side after the last that the other side saw.
-- name: message_first_unseen
SELECT coalesce(min(id), 0) AS id FROM message
WHERE application_id = :application AND side = :side AND id > coalesce(
    (SELECT max(message_id) FROM application_seen AS s
    WHERE s.application_id = :application
	AND (s.person_id IN (SELECT author_id FROM message AS m
	    WHERE m.application_id = :application AND m.side <> :side)
	OR s.person_id IN (SELECT d.owner_person_id FROM application AS a
	    JOIN dossier AS d ON d.id = a.dossier_id
	    WHERE a.id = :application AND :side = 'service')
	OR s.person_id IN (SELECT a.agent_id FROM application AS a
	    WHERE a.id = :application AND :side = 'holder'))), 0);

-- name: note_list
SELECT n.id, n.author_id, coalesce(p.name, '') AS author, n.body, n.written_at
FROM note AS n LEFT JOIN person AS p ON p.id = n.author_id
WHERE n.application_id = :application ORDER BY n.id DESC LIMIT :limit;

-- name: note_add
INSERT INTO note (application_id, author_id, body, written_at)
VALUES (:application, :author, :body, :now);

-- name: note_drop
DELETE FROM note WHERE id = :note AND application_id = :application
    AND author_id = :author;

-- name: seen_get
SELECT seen_at, message_id, snapshot_number FROM application_seen
WHERE application_id = :application AND person_id = :person;

-- name: seen_put
INSERT INTO application_seen (application_id, person_id, seen_at, message_id,
    snapshot_number)
SELECT a.id, :person, :now,
    coalesce((SELECT max(m.id) FROM message AS m
	WHERE m.application_id = a.id), 0),
    coalesce((SELECT s.number FROM snapshot AS s WHERE s.id = a.snapshot_id), 0)
FROM application AS a WHERE a.id = :application
ON CONFLICT DO UPDATE SET seen_at = excluded.seen_at,
    message_id = excluded.message_id,
    snapshot_number = excluded.snapshot_number;

-- name: seen_transitions
SELECT count(*) AS n FROM transition
WHERE application_id = :application AND at > :since;

-- name: seen_messages
SELECT count(*) AS n FROM message
WHERE application_id = :application AND side = 'holder' AND id > :message;

-- name: seen_reviews
SELECT count(*) AS n FROM review
WHERE application_id = :application AND submitted_at > :since
    AND reviewer_id <> :person;

-- name: seen_opinions
SELECT count(*) AS n FROM opinion
WHERE application_id = :application AND given_at > :since;
