-- Who may receive a document, and who did: domain/consent.

-- name: consent_recipient
SELECT coalesce(o.name, nullif(p.service_name, ''), p.name) AS name
FROM call AS c JOIN platform AS p ON p.id = c.platform_id
LEFT JOIN organisation AS o ON o.id = c.funder_id
WHERE c.id = :call;

-- name: consent_given
SELECT DISTINCT x.document_id, k.given_at
FROM dossier_document AS x JOIN call AS c ON c.id = :call
JOIN document_consent AS k ON k.document_id = x.document_id
    AND k.revoked_at IS NULL AND (k.funder_id = c.funder_id
	OR (c.funder_id IS NULL AND k.funder_id IS NULL
	    AND k.platform_id = c.platform_id))
WHERE x.dossier_id = :dossier LIMIT 500;

-- name: consent_add
INSERT INTO document_consent (document_id, platform_id, funder_id, given_by,
    given_at)
SELECT :document, platform_id, funder_id, :person, :now
FROM call WHERE id = :call ON CONFLICT DO NOTHING;

-- A consent with the document, who received it, who gave it and who took it back.
-- part: consent_said
SELECT k.id, k.document_id, d.label,
    coalesce(o.name, nullif(p.service_name, ''), p.name) AS recipient,
    k.given_at, coalesce(g.name, '') AS given_by, k.revoked_at,
    coalesce(r.name, '') AS revoked_by
FROM document_consent AS k JOIN document AS d ON d.id = k.document_id
JOIN platform AS p ON p.id = k.platform_id
LEFT JOIN organisation AS o ON o.id = k.funder_id
LEFT JOIN person AS g ON g.id = k.given_by
LEFT JOIN person AS r ON r.id = k.revoked_by

-- name: consent_of_document
-- use: consent_said
WHERE k.document_id = :document ORDER BY k.id DESC LIMIT :limit;

-- name: consent_revoke
UPDATE document_consent SET revoked_at = :now, revoked_by = :person
WHERE id = :id AND document_id = :document AND revoked_at IS NULL;

-- name: consent_received_document
SELECT v.document_id, v.id AS version_id, v.number, d.label, v.name, f.sha256,
    coalesce(o.name, nullif(p.service_name, ''), p.name) AS recipient,
    c.title AS call, e.title AS project, a.number AS application,
    p.slug AS platform, e.slug, s.taken_at
FROM document_version AS v JOIN document AS d ON d.id = v.document_id
JOIN file AS f ON f.id = v.file_id
JOIN snapshot_document AS x ON x.version_id = v.id
JOIN snapshot AS s ON s.id = x.snapshot_id
JOIN application AS a ON a.id = s.application_id
JOIN call AS c ON c.id = a.call_id
JOIN platform AS p ON p.id = a.platform_id
JOIN dossier AS y ON y.id = a.dossier_id JOIN element AS e ON e.id = y.element_id
LEFT JOIN organisation AS o ON o.id = c.funder_id
WHERE v.document_id = :document ORDER BY s.taken_at DESC, v.id LIMIT :limit;
