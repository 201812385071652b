-- Documents of dossiers: domain/document.

-- name: document_dossier_live
SELECT EXISTS (SELECT 1 FROM dossier WHERE id = :dossier
    AND trashed_at IS NULL) AS live;

-- name: document_dossier
SELECT platform_id, form_revision_id FROM dossier WHERE id = :dossier;

-- name: document_joined
SELECT EXISTS (SELECT 1 FROM dossier_document WHERE dossier_id = :dossier
    AND key = :key AND document_id = :document) AS joined;

-- name: document_count
SELECT count(*) AS n FROM dossier_document
WHERE dossier_id = :dossier AND key = :key;

-- name: document_first
SELECT document_id FROM dossier_document
WHERE dossier_id = :dossier AND key = :key LIMIT 1;

-- name: document_elsewhere
SELECT EXISTS (SELECT 1 FROM dossier_document WHERE document_id = :document
    AND dossier_id <> :dossier) AS elsewhere;

-- 0: in no vault, 1: in that owner's, 2: in another's.
-- name: document_kept
SELECT CASE WHEN kept_at IS NULL THEN 0
    WHEN owner_organisation_id IS :organisation AND (:organisation IS NOT NULL
	OR owner_person_id IS :person) THEN 1
    ELSE 2 END AS kept
FROM document WHERE id = :document;

-- name: document_known
SELECT d.id FROM file AS f JOIN document_version AS v ON v.file_id = f.id
JOIN document AS d ON d.id = v.document_id
WHERE f.sha256 = :sha256 AND d.nature = :nature AND d.removed_at IS NULL
    AND d.kept_at IS NOT NULL AND d.owner_person_id IS :person
    AND d.owner_organisation_id IS :organisation
    AND v.number = (SELECT max(number) FROM document_version
	WHERE document_id = d.id)
ORDER BY d.id LIMIT 1;

-- name: document_add
INSERT INTO document (nature, label, owner_person_id, owner_organisation_id,
    kept_at, created_at)
SELECT :nature, :label, owner_person_id, owner_organisation_id, :kept, :now
FROM dossier WHERE id = :dossier;

-- name: document_join
INSERT INTO dossier_document (dossier_id, key, document_id, added_at)
VALUES (:dossier, :key, :document, :now);

-- name: document_version_add
INSERT INTO document_version (document_id, number, file_id, name, issued_on,
    expires_on, sent_by, sent_at)
SELECT :document, 1 + coalesce(max(number), 0), :file, :name, :issued,
    :expires, :person, :now
FROM document_version WHERE document_id = :document;

-- name: document_leave
DELETE FROM dossier_document WHERE dossier_id = :dossier AND key = :key
    AND document_id = :document;

-- A version that was never presented, nor proves anything.
-- part: document_unused
    AND NOT EXISTS (SELECT 1 FROM snapshot_document AS s
	WHERE s.version_id = document_version.id)
    AND NOT EXISTS (SELECT 1 FROM payment
	WHERE proof_version_id = document_version.id)
    AND NOT EXISTS (SELECT 1 FROM measurement
	WHERE evidence_version_id = document_version.id);

-- name: document_drop_versions
DELETE FROM document_version WHERE document_id = :document
    AND NOT EXISTS (SELECT 1 FROM document
	WHERE id = :document AND kept_at IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM dossier_document
	WHERE document_id = :document)
-- use: document_unused

-- name: document_drop
DELETE FROM document WHERE id = :document AND kept_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM document_version
	WHERE document_id = :document)
    AND NOT EXISTS (SELECT 1 FROM dossier_document
	WHERE document_id = :document);

-- name: document_list
SELECT d.id, v.id AS version_id, v.number, x.key, d.nature, d.label,
-- use: document_said
FROM dossier_document AS x
JOIN document AS d ON d.id = x.document_id
JOIN document_version AS v ON v.document_id = d.id
    AND v.number = (SELECT max(number) FROM document_version
	WHERE document_id = d.id)
JOIN file AS f ON f.id = v.file_id
LEFT JOIN person AS p ON p.id = v.sent_by
WHERE x.dossier_id = :dossier
ORDER BY x.key, x.added_at, d.id LIMIT :limit;

-- A document joined to a dossier, and one of its versions.
-- part: document_said
    v.issued_on, v.expires_on, v.name, f.sha256, f.type, f.size_bytes,
    v.sent_at, coalesce(p.name, '') AS sent_by, f.scanned_at, f.infected,
    d.kept_at IS NOT NULL AS kept,
    EXISTS (SELECT 1 FROM snapshot_document WHERE version_id = v.id)
    AS presented

-- What was replaced before it was joined stays in the vault.
-- name: document_version
SELECT d.id, v.id AS version_id, v.number, '' AS key, d.nature, d.label,
-- use: document_said
FROM document_version AS v
JOIN document AS d ON d.id = v.document_id
JOIN file AS f ON f.id = v.file_id
LEFT JOIN person AS p ON p.id = v.sent_by
WHERE v.id = :version
    AND (EXISTS (SELECT 1 FROM dossier_document AS x
	WHERE x.dossier_id = :dossier AND x.document_id = d.id
	AND v.number >= coalesce((SELECT max(number) FROM document_version
	    WHERE document_id = d.id AND sent_at <= x.added_at), 0))
    OR EXISTS (SELECT 1 FROM snapshot_document AS y
	JOIN snapshot AS s ON s.id = y.snapshot_id
	JOIN application AS a ON a.id = s.application_id
	WHERE y.version_id = v.id AND a.dossier_id = :dossier));
