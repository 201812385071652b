-- Merging two descriptions: domain/merge.

-- The other title is a secret once its holder took it back from the public.
-- part: merge_said
SELECT m.id, m.from_id, m.to_id, f.slug AS from_slug, t.slug AS to_slug,
    iif(f.published_at IS NULL AND f.id <> :element, '…', f.title)
    AS from_title,
    iif(t.published_at IS NULL AND t.id <> :element, '…', t.title)
    AS to_title, m.message, m.asked_at, m.from_at, m.to_at
FROM element_merge AS m
JOIN element AS f ON f.id = m.from_id
JOIN element AS t ON t.id = m.to_id

-- The other title is a secret once its holder took it back from the public.
-- name: merge_of_element
-- use: merge_said
WHERE (m.from_id = :element OR m.to_id = :element) AND m.ended_at IS NULL
ORDER BY m.id LIMIT 20;

-- name: merge_one
-- use: merge_said
WHERE m.id = :id AND m.ended_at IS NULL
    AND (m.from_id = :element OR m.to_id = :element);

-- name: merge_in_force
SELECT m.id, m.from_id, m.to_id, f.title AS from_title, f.slug AS from_slug,
    t.title AS to_title, t.slug AS to_slug, m.message, m.asked_at, m.from_at,
    m.to_at
FROM element_merge AS m
JOIN element AS f ON f.id = m.from_id
JOIN element AS t ON t.id = m.to_id AND t.published_at IS NOT NULL
WHERE m.from_id = :element AND m.ended_at IS NULL
    AND m.from_at IS NOT NULL AND m.to_at IS NOT NULL;

-- name: merge_alive
SELECT EXISTS (SELECT 1 FROM element_merge
    WHERE from_id = :element AND ended_at IS NULL) AS alive;

-- name: merge_add
INSERT INTO element_merge (from_id, to_id, message, asked_by, asked_at,
    from_at, to_at)
VALUES (:from, :to, :message, :person, :now, :from_at, :to_at);

-- name: merge_agree
UPDATE element_merge
SET from_at = CASE from_id WHEN :element THEN coalesce(from_at, :now)
	ELSE from_at END,
    to_at = CASE to_id WHEN :element THEN coalesce(to_at, :now)
	ELSE to_at END
WHERE id = :id AND ended_at IS NULL;

-- name: merge_end
UPDATE element_merge SET ended_at = :now, ended_by = :person
WHERE id = :id AND ended_at IS NULL;

-- Those that point here, for the page that they point to.
-- name: merge_gathered
SELECT e.title, e.slug FROM element_merge AS m
JOIN element AS e ON e.id = m.from_id AND e.published_at IS NOT NULL
WHERE m.to_id = :element AND m.ended_at IS NULL
    AND m.from_at IS NOT NULL AND m.to_at IS NOT NULL
ORDER BY e.title LIMIT 20;
