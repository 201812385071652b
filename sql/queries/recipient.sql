-- What a service received: domain/recipient.

-- Whoever is not on the dossier looked for the service.
-- name: recipient_deposits
SELECT s.number, s.taken_at, s.sha256,
    (SELECT min(x.seen_at) FROM application_seen AS x
	JOIN application AS a ON a.id = x.application_id
	JOIN dossier AS d ON d.id = a.dossier_id
	WHERE x.application_id = s.application_id
	AND x.snapshot_number >= s.number
	AND x.person_id IS NOT d.owner_person_id
	AND NOT EXISTS (SELECT 1 FROM dossier_member AS m
	    WHERE m.dossier_id = d.id AND m.person_id = x.person_id)
	AND NOT EXISTS (SELECT 1 FROM membership AS o
	    WHERE o.organisation_id = d.owner_organisation_id
	    AND o.person_id = x.person_id)) AS seen_at
FROM snapshot AS s
WHERE s.application_id = :application
ORDER BY s.number DESC LIMIT :limit;

-- name: recipient_files
SELECT s.number, x.version_id, v.name, c.label
FROM snapshot AS s
JOIN snapshot_document AS x ON x.snapshot_id = s.id
JOIN document_version AS v ON v.id = x.version_id
JOIN document AS c ON c.id = v.document_id
WHERE s.application_id = :application
ORDER BY s.number, x.key, x.version_id LIMIT :limit;
