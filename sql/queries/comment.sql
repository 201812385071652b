-- Comments of the team of a dossier: domain/comment.

-- name: comment_list
SELECT c.id, c.parent_id, c.key, coalesce(p.name, '') AS author, c.body,
    c.written_at, c.closed_at
FROM dossier_comment AS c LEFT JOIN person AS p ON p.id = c.author_id
WHERE c.dossier_id = :dossier
ORDER BY coalesce(c.parent_id, c.id), c.id LIMIT :limit;

-- name: comment_count
SELECT count(*) AS n FROM dossier_comment WHERE dossier_id = :dossier;

-- name: comment_open
SELECT count(*) AS n FROM dossier_comment
WHERE dossier_id = :dossier AND parent_id IS NULL AND closed_at IS NULL;

-- name: comment_thread
SELECT key FROM dossier_comment
WHERE id = :id AND dossier_id = :dossier AND parent_id IS NULL;

-- name: comment_reopen
UPDATE dossier_comment SET closed_at = NULL, closed_by = NULL WHERE id = :id;

-- name: comment_add
INSERT INTO dossier_comment (dossier_id, key, parent_id, author_id, body,
    written_at)
VALUES (:dossier, :key, :parent, :author, :body, :now);

-- name: comment_close
UPDATE dossier_comment SET closed_at = :now, closed_by = :person
WHERE id = :id AND dossier_id = :dossier AND parent_id IS NULL
    AND closed_at IS NULL;
