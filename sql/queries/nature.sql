-- Natures of documents that platforms add: domain/nature.

-- name: nature_own
-- scan: an installation has a few platforms
SELECT n.value ->> 'key' AS key, n.value ->> 'label' AS label,
    coalesce((SELECT group_concat(a.value, '|')
	FROM json_each(n.value, '$.accept') AS a), '') AS accept,
    coalesce(n.value ->> 'max_mb', 0) AS max_mb,
    coalesce(n.value ->> 'valid_months', 0) AS valid_months,
    coalesce(n.value ->> 'reused', 1) AS reused
FROM platform AS p, json_each(p.settings_json, '$.documents') AS n
ORDER BY p.id, n.id LIMIT :limit;
