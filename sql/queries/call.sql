-- Calls as deposits need them: domain/call.

-- name: call_by_id
SELECT c.id, c.platform_id, c.uuid, c.slug, c.title, c.promise, c.status,
    c.opens_at, c.closes_at, c.funder_id, o.name AS funder, c.territory_id,
    t.name AS territory, c.form_id,
    (SELECT r.id FROM form_revision AS r WHERE r.form_id = c.form_id
	AND r.published_at IS NOT NULL ORDER BY r.number DESC LIMIT 1)
    AS form_revision_id,
    json_extract(c.settings_json, '$.supplement') AS supplement,
    coalesce(json_extract(c.settings_json, '$.min_cents'), 0) AS min_cents,
    coalesce(json_extract(c.settings_json, '$.max_cents'), 0) AS max_cents,
    c.max_rate_percent, c.silence, c.silence_months, c.remedies,
    coalesce(json_extract(c.settings_json, '$.legal_basis'), '')
    AS legal_basis, c.decision_days,
    coalesce((SELECT group_concat(m.label, ', ') FROM call_theme AS x
	JOIN theme AS m ON m.id = x.theme_id WHERE x.call_id = c.id), '')
    AS themes
FROM call AS c
LEFT JOIN organisation AS o ON o.id = c.funder_id
LEFT JOIN territory AS t ON t.id = c.territory_id
WHERE c.id = :id;

-- name: call_ineligible
SELECT json_extract(settings_json, '$.ineligible_if') AS ineligible_if
FROM call WHERE id = :id;

-- name: call_id_by_slug
SELECT id FROM call WHERE platform_id = :platform AND slug = :slug;

-- name: call_open
SELECT id FROM call
WHERE platform_id = :platform AND status = 'published'
    AND coalesce(opens_at, 0) <= :now
    AND (closes_at IS NULL OR closes_at >= :now)
ORDER BY closes_at IS NULL, closes_at, id LIMIT :limit;

-- name: call_has_theme
SELECT EXISTS (SELECT 1 FROM theme AS mine
    CROSS JOIN call_theme AS x ON x.call_id = :call
    CROSS JOIN theme AS t ON t.id = x.theme_id AND t.key = mine.key
    WHERE mine.id = :theme) AS has;

-- The open calls of the other platforms of the installation.
-- name: call_open_elsewhere
-- scan: an installation has a few platforms, each with a few open calls
SELECT c.id
FROM platform AS p JOIN call AS c ON c.platform_id = p.id
WHERE p.id <> :platform AND c.status = 'published'
    AND coalesce(c.opens_at, 0) <= :now
    AND (c.closes_at IS NULL OR c.closes_at >= :now)
ORDER BY p.name, c.closes_at IS NULL, c.closes_at, c.id LIMIT :limit;
