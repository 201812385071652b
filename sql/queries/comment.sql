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

-- Who is told of a comment: its holder, the administrators of the body that
-- holds it, who is on the dossier and may comment, who already did; not its
-- author.
-- name: comment_readers
SELECT p.id, p.comments, y.time_zone
FROM dossier AS d
JOIN platform AS y ON y.id = d.platform_id
CROSS JOIN person AS p ON p.id IN (
    SELECT o.owner_person_id FROM dossier AS o WHERE o.id = :dossier
    UNION SELECT m.person_id FROM dossier AS o
    JOIN membership AS m ON m.organisation_id = o.owner_organisation_id
    WHERE o.id = :dossier AND m.role = 'administrator'
    UNION SELECT m.person_id FROM dossier_member AS m
    WHERE m.dossier_id = :dossier AND m.level <> 'view'
    UNION SELECT c.author_id FROM dossier_comment AS c
    WHERE c.dossier_id = :dossier)
WHERE d.id = :dossier AND p.id <> :author AND p.comments <> 'none'
    AND p.closed_at IS NULL AND p.confirmed_at IS NOT NULL
ORDER BY p.id LIMIT 200;

-- name: comment_dossier
SELECT e.title, e.slug, y.slug AS platform, y.time_zone, y.service_name,
    y.service_email
FROM dossier AS d
JOIN element AS e ON e.id = d.element_id
JOIN platform AS y ON y.id = d.platform_id
WHERE d.id = :dossier AND d.trashed_at IS NULL;

-- name: comment_wanted
SELECT comments <> 'none' AS wanted FROM person WHERE id = :person;

-- What others said from a comment on.
-- name: comment_since
SELECT c.id, coalesce(p.name, '') AS author, c.body, c.written_at
FROM dossier_comment AS c
LEFT JOIN person AS p ON p.id = c.author_id AND p.closed_at IS NULL
WHERE c.dossier_id = :dossier AND c.id >= :from
    AND c.author_id IS NOT :person
ORDER BY c.id LIMIT 500;
