-- Documents that are deposited once and reused: domain/vault.

-- name: vault_owner
SELECT owner_person_id, owner_organisation_id FROM dossier
WHERE id = :dossier;

-- A document of a vault and its version of today.
-- part: vault_said
SELECT d.id, v.id AS version_id, v.number, d.nature, d.label, v.issued_on,
    v.expires_on, v.name, f.sha256, f.type, f.size_bytes, v.sent_at,
    coalesce(p.name, '') AS sent_by, f.scanned_at, f.infected,
    (SELECT count(*) FROM dossier_document WHERE document_id = d.id)
    AS dossiers, d.removed_at
FROM document AS d
JOIN document_version AS v ON v.document_id = d.id
    AND v.number = (SELECT max(number) FROM document_version
	WHERE document_id = d.id)
JOIN file AS f ON f.id = v.file_id
LEFT JOIN person AS p ON p.id = v.sent_by

-- name: vault_list
-- use: vault_said
WHERE (d.owner_person_id = :person OR d.owner_organisation_id = :organisation)
    AND d.owner_organisation_id IS :organisation
    AND d.kept_at IS NOT NULL
    AND (d.removed_at IS NULL OR d.removed_at >= :since)
ORDER BY d.removed_at IS NOT NULL, d.nature, d.label, d.id LIMIT :limit;

-- name: vault_offers
SELECT d.id, v.id AS version_id, v.number, d.nature, d.label, v.issued_on,
    v.expires_on, v.name, f.sha256, f.type, f.size_bytes, v.sent_at,
    '' AS sent_by, f.scanned_at, f.infected, 0 AS dossiers, d.removed_at
FROM document AS d
JOIN document_version AS v ON v.document_id = d.id
    AND v.number = (SELECT max(number) FROM document_version
	WHERE document_id = d.id)
JOIN file AS f ON f.id = v.file_id
WHERE (d.owner_person_id = :person OR d.owner_organisation_id = :organisation)
    AND d.owner_organisation_id IS :organisation
    AND d.kept_at IS NOT NULL AND d.removed_at IS NULL AND d.nature = :nature
ORDER BY v.sent_at DESC, d.id DESC LIMIT :limit;

-- name: vault_document
-- use: vault_said
WHERE d.id = :id AND d.kept_at IS NOT NULL
    AND d.owner_organisation_id IS :organisation
    AND (:organisation IS NOT NULL OR d.owner_person_id = :person);

-- name: vault_versions
SELECT v.document_id AS id, v.id AS version_id, v.number, '' AS nature,
    '' AS label, v.issued_on, v.expires_on, v.name, f.sha256,
    f.type, f.size_bytes, v.sent_at, coalesce(p.name, '') AS sent_by,
    f.scanned_at, f.infected, 0 AS dossiers, NULL AS removed_at
FROM document_version AS v JOIN file AS f ON f.id = v.file_id
LEFT JOIN person AS p ON p.id = v.sent_by
WHERE v.document_id = :document ORDER BY v.number DESC LIMIT :limit;

-- name: vault_version
SELECT d.id, v.id AS version_id, v.number, d.nature, d.label, v.issued_on,
    v.expires_on, v.name, f.sha256, f.type, f.size_bytes, v.sent_at,
    '' AS sent_by, f.scanned_at, f.infected, 0 AS dossiers, d.removed_at
FROM document_version AS v JOIN document AS d ON d.id = v.document_id
JOIN file AS f ON f.id = v.file_id
WHERE v.id = :version AND d.id = :document AND d.kept_at IS NOT NULL
    AND d.owner_organisation_id IS :organisation
    AND (:organisation IS NOT NULL OR d.owner_person_id = :person);

-- name: vault_add
INSERT INTO document (nature, label, owner_person_id, owner_organisation_id,
    kept_at, created_at)
VALUES (:nature, :label, :person, :organisation, :now, :now);

-- name: vault_edit
UPDATE document SET nature = :nature, label = :label WHERE id = :id;

-- Of the version in force.
-- name: vault_dates
UPDATE document_version SET issued_on = :issued, expires_on = :expires
WHERE document_id = :id AND number = (SELECT max(number)
    FROM document_version WHERE document_id = :id);

-- name: vault_remove
UPDATE document SET removed_at = :now WHERE id = :id AND removed_at IS NULL
    AND kept_at IS NOT NULL AND owner_organisation_id IS :organisation
    AND (:organisation IS NOT NULL OR owner_person_id = :person);

-- name: vault_restore
UPDATE document SET removed_at = NULL WHERE id = :id
    AND removed_at > :now - 1209600 AND kept_at IS NOT NULL
    AND owner_organisation_id IS :organisation
    AND (:organisation IS NOT NULL OR owner_person_id = :person);

-- name: vault_forget
UPDATE document SET kept_at = NULL WHERE removed_at < :before
    AND kept_at IS NOT NULL;

-- name: vault_drop_versions
DELETE FROM document_version WHERE document_id IN (SELECT id FROM document
    WHERE removed_at < :before AND kept_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM dossier_document AS x
	WHERE x.document_id = document_version.document_id)
-- use: document_unused

-- name: vault_drop
DELETE FROM document WHERE removed_at < :before AND kept_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM document_version
	WHERE document_id = document.id)
    AND NOT EXISTS (SELECT 1 FROM dossier_document
	WHERE document_id = document.id);

-- name: vault_reminder
SELECT d.label, d.nature, v.expires_on, d.owner_person_id,
    d.owner_organisation_id, o.name AS organisation, o.slug
FROM document AS d
JOIN document_version AS v ON v.document_id = d.id
    AND v.number = (SELECT max(number) FROM document_version
	WHERE document_id = d.id)
LEFT JOIN organisation AS o ON o.id = d.owner_organisation_id
WHERE d.id = :document AND d.kept_at IS NOT NULL AND d.removed_at IS NULL;

-- name: vault_readers
SELECT id, email, name, lang FROM person
WHERE id = :person AND closed_at IS NULL AND confirmed_at IS NOT NULL
UNION
SELECT p.id, p.email, p.name, p.lang FROM membership AS m
JOIN person AS p ON p.id = m.person_id
WHERE m.organisation_id = :organisation AND m.role = 'administrator'
    AND p.closed_at IS NULL AND p.confirmed_at IS NOT NULL
LIMIT 100;
