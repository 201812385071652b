-- The table of answers: domain/answer_table. It walks the applications of one call
-- (or platform) and looks each filtered question up by its key; what the
-- person may not read is left out by the query itself. Without an answer comes last;
-- :back walks the other order the other way (up to go back in down), where it
-- comes first.

-- name: answer_index_clear
DELETE FROM answer_index WHERE application_id = :application;

-- name: answer_index_add
INSERT INTO answer_index (application_id, key, value_json, number, folded)
VALUES (:application, :key, :value, :number, :folded)
ON CONFLICT (application_id, key) DO NOTHING;

-- Each with what it is sorted by.
-- part: answer_table_rows
SELECT id, number, title, holder_name, state, missing, n, t FROM (
    SELECT a.id, a.number, a.title, a.holder_name, a.state,
	(:sort NOT IN ('', '-title', '-holder', '-amount') AND k.key IS NULL)
	    <> :back AS missing,
	CASE :sort WHEN '' THEN a.id WHEN '-amount' THEN a.requested_cents
	    ELSE coalesce(k.number, 0) END AS n,
	CASE :sort WHEN '-title' THEN a.folded WHEN '-holder' THEN a.holder_name
	    ELSE coalesce(k.folded, '') END AS t
    FROM application AS a
    LEFT JOIN answer_index AS k ON k.application_id = a.id AND k.key = :sort
-- use: answer_table_kept

-- name: answer_table_up
-- use: answer_table_rows
)
WHERE missing > :missing OR (missing = :missing AND (n, t, id) > (:n, :t, :id))
ORDER BY missing, n, t, id LIMIT :limit;

-- name: answer_table_down
-- use: answer_table_rows
)
WHERE missing > :missing OR (missing = :missing AND (n, t, id) < (:n, :t, :id))
ORDER BY missing, n DESC, t DESC, id DESC LIMIT :limit;

-- Applications of one call or platform that keep to the filters.
-- part: answer_table_kept
WHERE a.id IN (SELECT id FROM application WHERE call_id = :call
	UNION ALL SELECT id FROM application WHERE :call = 0
	AND platform_id = :platform)
    AND a.snapshot_id IS NOT NULL AND a.tray <> ''
-- use: application_readable
    AND NOT EXISTS (SELECT 1 FROM json_each(:filters) AS f
	WHERE f.value ->> 'yes' <> EXISTS (SELECT 1 FROM answer_index AS i
	    WHERE i.application_id = a.id AND i.key = f.value ->> 'key'
	    AND CASE f.value ->> 'op'
		WHEN 'answered' THEN 1
		WHEN 'number' THEN i.number = f.value ->> 'n'
		WHEN 'at_least' THEN i.number >= f.value ->> 'n'
		WHEN 'at_most' THEN i.number <= f.value ->> 'n'
		WHEN 'words' THEN i.folded = f.value ->> 't'
		WHEN 'has' THEN instr(i.folded, f.value ->> 't') > 0
		WHEN 'value' THEN i.value_json = f.value ->> 't'
		WHEN 'in' THEN instr(i.value_json, f.value ->> 't') > 0
		ELSE 0 END))

-- name: answer_table_count
SELECT count(*) AS n FROM application AS a
-- use: answer_table_kept
;

-- name: answer_table_cells
SELECT i.application_id, i.key, i.value_json
FROM json_each(:ids) AS a
CROSS JOIN json_each(:keys) AS k
CROSS JOIN answer_index AS i ON i.application_id = a.value AND i.key = k.value;

-- Everything of some applications, for an export.
-- name: answer_table_all
SELECT i.application_id, i.key, i.value_json
FROM json_each(:ids) AS a
CROSS JOIN answer_index AS i ON i.application_id = a.value;
