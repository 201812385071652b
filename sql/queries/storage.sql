-- How much documents take, by owner: domain/storage.

-- name: storage_used
SELECT (SELECT count(*) FROM document AS d
	WHERE (d.owner_person_id = :person
	    OR d.owner_organisation_id = :organisation)
	AND d.owner_organisation_id IS :organisation
	AND d.kept_at IS NOT NULL AND d.removed_at IS NULL) AS documents,
    (SELECT coalesce(sum(size_bytes), 0) FROM file WHERE id IN (
	SELECT v.file_id FROM document AS d
	CROSS JOIN document_version AS v ON v.document_id = d.id
	WHERE (d.owner_person_id = :person
	    OR d.owner_organisation_id = :organisation)
	AND d.owner_organisation_id IS :organisation)) AS bytes;

-- name: storage_has
SELECT EXISTS (SELECT 1 FROM file AS f
    CROSS JOIN document_version AS v ON v.file_id = f.id
    CROSS JOIN document AS d ON d.id = v.document_id
    WHERE f.sha256 = :sha256 AND d.owner_organisation_id IS :organisation
    AND (:organisation IS NOT NULL OR d.owner_person_id = :person)) AS has;
