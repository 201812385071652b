-- Dossiers frozen as presented: domain/snapshot, domain/receipt.

-- name: snapshot_last
SELECT coalesce(max(number), 0) AS last FROM snapshot
WHERE application_id = :application;

-- name: snapshot_add
INSERT INTO snapshot (application_id, number, content_json, sha256,
    form_revision_id, dossier_revision, taken_at, taken_by)
VALUES (:application, :number, :content, :sha256, :form_revision,
    :dossier_revision, :now, :person);

-- name: snapshot_document_add
INSERT INTO snapshot_document (snapshot_id, key, version_id, expires_on)
VALUES (:snapshot, :key, :version, :expires);

-- name: snapshot_by_id
SELECT id, application_id, number, content_json, sha256, form_revision_id,
    dossier_revision, taken_at, taken_by
FROM snapshot WHERE id = :id;

-- name: snapshot_id_by_number
SELECT id FROM snapshot
WHERE application_id = :application AND number = :number;

-- name: receipt_add
INSERT INTO receipt (snapshot_id, application_id, content_json, issued_at)
VALUES (:snapshot, :application, :content, :now);

-- name: receipt_by_snapshot
SELECT application_id, content_json, issued_at FROM receipt
WHERE snapshot_id = :snapshot;

-- name: receipt_last
SELECT max(snapshot_id) AS snapshot_id FROM receipt
WHERE application_id = :application;
