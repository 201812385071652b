-- Public pictures of projects: domain/picture.

-- name: picture_put
INSERT INTO picture (element_id, source_id, caption, sent_by, sent_at)
VALUES (:element, :source, :caption, :person, :now)
ON CONFLICT (element_id) DO UPDATE SET source_id = excluded.source_id,
    file_id = NULL, thumb_id = NULL, caption = excluded.caption, sent_by = excluded.sent_by,
    sent_at = excluded.sent_at, failed = NULL;

-- name: picture_caption
UPDATE picture SET caption = :caption WHERE element_id = :element;

-- name: picture_drop
DELETE FROM picture WHERE element_id = :element;

-- name: picture_of
SELECT p.caption, p.failed, p.sent_at, s.id AS source_id,
    s.sha256 AS source_sha256, s.type AS source_type, f.sha256, f.type
FROM picture AS p JOIN file AS s ON s.id = p.source_id
LEFT JOIN file AS f ON f.id = p.file_id
WHERE p.element_id = :element;

-- name: picture_public
SELECT p.caption, f.sha256, f.type
FROM element AS e JOIN picture AS p ON p.element_id = e.id
JOIN file AS f ON f.id = p.file_id
WHERE e.platform_id = :platform AND e.kind = 'project' AND e.slug = :slug
    AND e.published_at IS NOT NULL AND f.infected IS NULL;

-- name: picture_thumb_public
SELECT f.sha256, f.type
FROM element AS e JOIN picture AS p ON p.element_id = e.id
JOIN file AS f ON f.id = p.thumb_id
WHERE e.platform_id = :platform AND e.kind = 'project' AND e.slug = :slug
    AND e.published_at IS NOT NULL AND f.infected IS NULL;

-- name: picture_thumbed
UPDATE element SET thumb_at = :at WHERE id = :element;

-- name: picture_made
UPDATE picture SET file_id = :file, thumb_id = :thumb, failed = NULL
WHERE element_id = :element AND source_id = :source;

-- name: picture_failed
UPDATE picture SET failed = :why
WHERE element_id = :element AND source_id = :source;
