-- The private board of a listening: domain/board.

-- name: board_columns
SELECT id, name FROM listening_column WHERE listening_id = :listening
ORDER BY position, id LIMIT 8;

-- Of what its holder took back, only that it was there.
-- name: board_cards
SELECT e.id, m.column_id, iif(e.published_at IS NULL, '', e.slug) AS slug,
    iif(e.published_at IS NULL, '', e.title) AS title,
    iif(e.published_at IS NULL, '', e.holder_name) AS holder_name,
    iif(e.published_at IS NULL, NULL, t.name) AS place, e.state,
    iif(e.published_at IS NULL, NULL, f.maturity) AS maturity,
    iif(e.published_at IS NULL, NULL, e.theme_id) AS theme_id,
    iif(e.published_at IS NULL, 0, e.cost_cents) AS cost_cents, m.labels,
    (SELECT count(*) FROM listening_note AS n
	WHERE n.listening_id = m.listening_id AND n.element_id = m.element_id)
    AS notes,
    e.published_at IS NOT NULL AS published
FROM listening_column AS c
CROSS JOIN listening_mark AS m ON m.column_id = c.id
JOIN element AS e ON e.id = m.element_id
LEFT JOIN territory AS t ON t.id = e.territory_id
LEFT JOIN flow AS f ON f.element_id = e.id
WHERE c.listening_id = :listening
ORDER BY c.position, c.id, m.position, m.element_id LIMIT :limit;

-- name: board_has_column
SELECT EXISTS (SELECT 1 FROM listening_column
    WHERE id = :id AND listening_id = :listening) AS has;

-- name: board_first_column
SELECT id FROM listening_column WHERE listening_id = :listening
ORDER BY position, id LIMIT 1;

-- name: board_published
SELECT EXISTS (SELECT 1 FROM element WHERE id = :element
    AND platform_id = :platform AND published_at IS NOT NULL) AS published;

-- name: board_count
SELECT count(*) AS n FROM listening_mark WHERE listening_id = :listening;

-- name: board_add
INSERT INTO listening_mark (listening_id, element_id, column_id, position,
    marked_at)
VALUES (:listening, :element, :column, 1 + coalesce((SELECT max(position)
    FROM listening_mark WHERE column_id = :column), 0), :now)
ON CONFLICT DO NOTHING;

-- name: board_order
SELECT element_id FROM listening_mark WHERE column_id = :column
ORDER BY position, element_id LIMIT 200;

-- name: board_place
UPDATE listening_mark SET column_id = :column, position = :position,
    marked_at = :now
WHERE listening_id = :listening AND element_id = :element
    AND (column_id <> :column OR position <> :position);

-- name: board_card_column
SELECT column_id FROM listening_mark
WHERE listening_id = :listening AND element_id = :element;

-- name: board_remove
DELETE FROM listening_mark
WHERE listening_id = :listening AND element_id = :element;

-- name: board_label
UPDATE listening_mark SET labels = :labels
WHERE listening_id = :listening AND element_id = :element;

-- name: board_column_count
SELECT count(*) AS n FROM listening_column WHERE listening_id = :listening;

-- name: board_column_add
INSERT INTO listening_column (listening_id, position, name)
VALUES (:listening, 1 + coalesce((SELECT max(position) FROM listening_column
    WHERE listening_id = :listening), 0), :name);

-- name: board_column_rename
UPDATE listening_column SET name = :name
WHERE id = :id AND listening_id = :listening;

-- name: board_column_place
UPDATE listening_column SET position = :position WHERE id = :id;

-- name: board_column_drop
DELETE FROM listening_column WHERE id = :id AND listening_id = :listening
    AND NOT EXISTS (SELECT 1 FROM listening_mark WHERE column_id = :id)
    AND EXISTS (SELECT 1 FROM listening_column AS o
	WHERE o.listening_id = :listening AND o.id <> :id);

-- name: board_notes
SELECT n.id, n.author_id, n.written_at, coalesce(p.name, '') AS author, n.body
FROM listening_note AS n LEFT JOIN person AS p ON p.id = n.author_id
WHERE n.listening_id = :listening AND n.element_id = :element
ORDER BY n.id LIMIT 100;

-- name: board_note_add
INSERT INTO listening_note (listening_id, element_id, author_id, body,
    written_at)
VALUES (:listening, :element, :author, :body, :now);

-- name: board_note_drop
DELETE FROM listening_note WHERE id = :id AND listening_id = :listening
    AND author_id = :person;
