-- Files kept by their content: domain/stored_file.

-- name: stored_file_add
INSERT INTO file (sha256, size_bytes, type, created_at)
VALUES (:sha256, :size, :type, :now) ON CONFLICT (sha256) DO NOTHING;

-- name: stored_file_by_sha256
SELECT id FROM file WHERE sha256 = :sha256;

-- name: stored_file_infected
SELECT infected IS NOT NULL AS infected FROM file WHERE sha256 = :sha256;

-- name: stored_file_forget
-- scan: the sweeper looks at every file once a day
DELETE FROM file WHERE id IN (SELECT f.id FROM file AS f
    WHERE f.created_at < :before
    AND NOT EXISTS (SELECT 1 FROM document_version WHERE file_id = f.id)
    AND NOT EXISTS (SELECT 1 FROM message_file WHERE file_id = f.id)
    AND NOT EXISTS (SELECT 1 FROM picture WHERE source_id = f.id)
    AND NOT EXISTS (SELECT 1 FROM picture WHERE file_id = f.id)
    AND NOT EXISTS (SELECT 1 FROM picture WHERE thumb_id = f.id)
    AND NOT EXISTS (SELECT 1 FROM platform_file WHERE file_id = f.id)
    LIMIT :limit);

-- name: platform_file_put
INSERT INTO platform_file (platform_id, name, file_id)
VALUES (:platform, :name, :file)
ON CONFLICT (platform_id, name) DO UPDATE SET file_id = excluded.file_id;

-- name: platform_file_find
SELECT f.sha256, f.type FROM platform_file AS p
JOIN file AS f ON f.id = p.file_id
WHERE p.platform_id = :platform AND p.name = :name;
