-- What an antivirus said of files: domain/scan.

-- name: scan_next
SELECT id, sha256 FROM file WHERE scanned_at IS NULL AND id > :after
ORDER BY id LIMIT :limit;

-- name: scan_waiting
SELECT count(*) AS n FROM file WHERE scanned_at IS NULL;

-- name: scan_note
UPDATE file SET scanned_at = :now, infected = :infected WHERE id = :id;

-- name: scan_infected
SELECT id, sha256 FROM file WHERE infected IS NOT NULL
ORDER BY scanned_at DESC LIMIT :limit;

-- name: scan_readers
SELECT p.id, p.email, p.name, p.lang, v.name AS file
FROM document_version AS v JOIN document AS d ON d.id = v.document_id
JOIN person AS p ON p.id = v.sent_by OR p.id = d.owner_person_id
    OR (d.owner_organisation_id IS NOT NULL AND p.id IN (SELECT m.person_id
	FROM membership AS m WHERE m.organisation_id = d.owner_organisation_id
	AND m.role = 'administrator'))
WHERE v.file_id = :file AND p.closed_at IS NULL
    AND p.confirmed_at IS NOT NULL
UNION
SELECT p.id, p.email, p.name, p.lang, j.name
FROM message_file AS j JOIN message AS m ON m.id = j.message_id
JOIN person AS p ON p.id = m.author_id
WHERE j.file_id = :file AND p.closed_at IS NULL
LIMIT 100;
