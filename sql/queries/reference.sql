-- Reference lists: lib/domain/reference.c.

-- name: reference_list_by_key
SELECT id, key, label, source, items, sha256, loaded_at FROM reference_list
WHERE platform_id = :platform AND key = :key;

-- name: reference_lists
SELECT id, key, label, source, items, sha256, loaded_at FROM reference_list
WHERE platform_id = :platform ORDER BY key LIMIT 500;

-- name: reference_items
SELECT key, label, parent FROM reference_item
WHERE list_id = :list AND retired = 0 AND position > :after
ORDER BY position LIMIT :limit;

-- name: reference_item
SELECT key, label, parent, retired FROM reference_item
WHERE list_id = :list AND key = :key;

-- name: reference_item_by_label
SELECT key, label, parent FROM reference_item
WHERE list_id = :list AND folded = :folded AND retired = 0
ORDER BY key LIMIT 3;

-- Those that begin with what is typed first, then those with a word that does.
-- name: reference_suggest
SELECT key, label, parent FROM reference_item
WHERE list_id = :list AND retired = 0
    AND instr(' ' || folded || ' ' || key, ' ' || :folded) > 0
ORDER BY substr(folded, 1, length(:folded)) <> :folded, position LIMIT :limit;

-- name: reference_list_put
INSERT INTO reference_list (platform_id, key, label, source, items, sha256,
    loaded_at)
VALUES (:platform, :key, :label, :source, :items, :sha256, :now)
ON CONFLICT (platform_id, key) DO UPDATE SET label = excluded.label,
    source = excluded.source, items = excluded.items,
    sha256 = excluded.sha256, loaded_at = excluded.loaded_at;

-- name: reference_retire
UPDATE reference_item SET retired = 1 WHERE list_id = :list;

-- name: reference_item_put
INSERT INTO reference_item (list_id, key, label, folded, parent, position)
VALUES (:list, :key, :label, :folded, :parent, :position)
ON CONFLICT (list_id, key) DO UPDATE SET label = excluded.label,
    folded = excluded.folded, parent = excluded.parent,
    position = excluded.position, retired = 0;
