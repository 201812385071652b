-- Importing projects from a table: lib/domain/import.c, import_map.c.

-- name: import_theme
SELECT id FROM theme WHERE platform_id = :platform AND key = :key;

-- name: import_find
SELECT id, next_line, next_offset, rows_read, rows_created, rows_updated,
    rows_unchanged, rows_rejected, rows_repaired, amount_cents, ended_at
FROM import
WHERE platform_id = :platform AND source = :source AND file_sha256 = :sha256;

-- name: import_add
INSERT INTO import (platform_id, source, file_name, file_sha256, started_at)
VALUES (:platform, :source, :file, :sha256, :now);

-- name: import_restart
UPDATE import SET next_line = 1, next_offset = 0, rows_read = 0,
    rows_created = 0, rows_updated = 0, rows_unchanged = 0, rows_rejected = 0,
    rows_repaired = 0, amount_cents = 0, started_at = :now, ended_at = NULL
WHERE id = :id;

-- name: import_forget_problems
DELETE FROM import_problem WHERE import_id = :id;

-- name: import_mark
UPDATE import SET next_line = :line, next_offset = :offset,
    rows_read = :read, rows_created = :created, rows_updated = :updated,
    rows_unchanged = :unchanged, rows_rejected = :rejected,
    rows_repaired = :repaired, amount_cents = :amount
WHERE id = :id;

-- name: import_end
UPDATE import SET ended_at = :now WHERE id = :id;

-- name: import_problem_add
INSERT INTO import_problem (import_id, line, column_name, kind, found, reason)
VALUES (:import, :line, :column, :kind, :found, :reason);

-- name: import_problems
-- scan: a report is read whole, once, by whoever asked for it
SELECT line, column_name, kind, found, reason FROM import_problem
WHERE import_id = :import ORDER BY line, id;

-- name: import_key_get
SELECT element_id, row_sha256 FROM import_key
WHERE platform_id = :platform AND source = :source AND key = :key;

-- name: import_key_put
INSERT INTO import_key (platform_id, source, key, element_id, row_sha256)
VALUES (:platform, :source, :key, :element, :sha256)
ON CONFLICT DO UPDATE SET row_sha256 = excluded.row_sha256;

-- name: import_dossier_add
INSERT INTO dossier (element_id, platform_id, created_at, updated_at)
VALUES (:element, :platform, :now, :now);

-- name: import_dossier_of
SELECT id FROM dossier WHERE element_id = :element;

-- name: import_source_put
INSERT INTO plan_source (dossier_id, position, funder_name, kind,
    granted_cents, decided_on)
VALUES (:dossier, 1, :funder, 'public', :granted, :decided)
ON CONFLICT (dossier_id, position) DO UPDATE SET
    funder_name = excluded.funder_name,
    granted_cents = excluded.granted_cents,
    decided_on = excluded.decided_on;

-- name: import_cost_put
UPDATE element SET cost_cents = :cost WHERE id = :id AND cost_cents <> :cost;
