-- The public catalogue: lib/domain/catalogue.c. An element without a point of
-- its own takes that of its territory.

-- What a card and the exports show.
-- part: catalogue_card
SELECT e.id, e.uuid, e.slug, e.title, e.summary, e.holder_name, e.state,
    t.name AS place, t.code AS place_code, e.theme_id,
    e.cost_cents, e.asked_cents, e.promised_cents, e.granted_cents,
    e.paid_cents, coalesce(e.lon_e6, t.lon_e6) AS lon_e6,
    coalesce(e.lat_e6, t.lat_e6) AS lat_e6, e.starts_on, e.ends_on,
    e.published_at, e.updated_at, e.origin_url, e.thumb_at

-- name: catalogue_page
-- use: catalogue_card
FROM element_shelf AS s
CROSS JOIN element AS e ON e.id = s.element_id
LEFT JOIN territory AS t ON t.id = e.territory_id
WHERE s.platform_id = :platform AND s.kind = :kind
    AND s.territory_id = :territory AND s.theme_id = :theme
    AND s.state = :state
    AND (s.published_at, s.element_id) < (:published_at, :id)
ORDER BY s.published_at DESC, s.element_id DESC
LIMIT :limit;

-- name: catalogue_page_back
-- use: catalogue_card
FROM element_shelf AS s
CROSS JOIN element AS e ON e.id = s.element_id
LEFT JOIN territory AS t ON t.id = e.territory_id
WHERE s.platform_id = :platform AND s.kind = :kind
    AND s.territory_id = :territory AND s.theme_id = :theme
    AND s.state = :state
    AND (s.published_at, s.element_id) > (:published_at, :id)
ORDER BY s.published_at ASC, s.element_id ASC
LIMIT :limit;

-- name: catalogue_search
-- use: catalogue_card
FROM (SELECT rowid AS id FROM element_search
    WHERE element_search MATCH :match AND rowid < :id
    ORDER BY rowid DESC LIMIT :matches) AS f
CROSS JOIN element AS e ON e.id = f.id
LEFT JOIN territory AS t ON t.id = e.territory_id
WHERE e.published_at IS NOT NULL AND e.kind = :kind
    AND (:territory = 0 OR coalesce(e.facet_territory_id, -1) = :territory)
    AND (:theme = 0 OR coalesce(e.theme_id, -1) = :theme)
    AND (:state = '' OR e.state = :state)
LIMIT :limit;

-- name: catalogue_search_back
-- use: catalogue_card
FROM (SELECT rowid AS id FROM element_search
    WHERE element_search MATCH :match AND rowid > :id
    ORDER BY rowid ASC LIMIT :matches) AS f
CROSS JOIN element AS e ON e.id = f.id
LEFT JOIN territory AS t ON t.id = e.territory_id
WHERE e.published_at IS NOT NULL AND e.kind = :kind
    AND (:territory = 0 OR coalesce(e.facet_territory_id, -1) = :territory)
    AND (:theme = 0 OR coalesce(e.theme_id, -1) = :theme)
    AND (:state = '' OR e.state = :state)
LIMIT :limit;

-- name: catalogue_totals
SELECT n, cost_cents, granted_cents, promised_cents, paid_cents
FROM element_tally
WHERE platform_id = :platform AND kind = :kind
    AND territory_id = :territory AND theme_id = :theme AND state = :state;

-- name: catalogue_search_totals
SELECT count(*) AS n, coalesce(sum(e.cost_cents), 0) AS cost_cents,
    coalesce(sum(e.granted_cents), 0) AS granted_cents,
    coalesce(sum(e.promised_cents), 0) AS promised_cents,
    coalesce(sum(e.paid_cents), 0) AS paid_cents
FROM (SELECT rowid AS id FROM element_search
    WHERE element_search MATCH :match
    ORDER BY rowid DESC LIMIT :matches) AS f
CROSS JOIN element AS e ON e.id = f.id
WHERE e.published_at IS NOT NULL AND e.kind = :kind
    AND (:territory = 0 OR coalesce(e.facet_territory_id, -1) = :territory)
    AND (:theme = 0 OR coalesce(e.theme_id, -1) = :theme)
    AND (:state = '' OR e.state = :state);

-- name: catalogue_territories
SELECT t.id, t.code AS key, t.name AS label, y.n, y.cost_cents,
    y.granted_cents, y.promised_cents
FROM (SELECT territory_id, n, cost_cents, granted_cents, promised_cents
    FROM element_tally INDEXED BY element_tally_busiest
    WHERE platform_id = :platform AND kind = :kind AND theme_id = :theme
	AND state = :state AND n > 0 AND territory_id > 0
    ORDER BY n DESC, territory_id LIMIT :limit) AS y
CROSS JOIN territory AS t ON t.id = y.territory_id
ORDER BY y.n DESC, t.name
LIMIT :limit;

-- name: catalogue_themes
SELECT h.id, h.key, h.label, y.n, y.cost_cents, y.granted_cents,
    y.promised_cents
FROM theme AS h
CROSS JOIN element_tally AS y ON y.platform_id = h.platform_id
    AND y.kind = :kind AND y.territory_id = :territory
    AND y.theme_id = h.id AND y.state = :state
WHERE h.platform_id = :platform AND y.n > 0
ORDER BY y.n DESC, h.position
LIMIT 100;

-- name: catalogue_states
SELECT 0 AS id, y.state AS key, NULL AS label, y.n, y.cost_cents,
    y.granted_cents, y.promised_cents
FROM element_tally AS y
WHERE y.platform_id = :platform AND y.kind = :kind
    AND y.territory_id = :territory AND y.theme_id = :theme
    AND y.state > '' AND y.n > 0
ORDER BY y.n DESC, y.state
LIMIT 20;

-- name: catalogue_search_facets
SELECT CASE :along WHEN 'territory' THEN e.facet_territory_id
	WHEN 'theme' THEN e.theme_id ELSE 0 END AS id,
    CASE :along WHEN 'territory' THEN t.code WHEN 'theme' THEN h.key
	ELSE e.state END AS key,
    CASE :along WHEN 'territory' THEN t.name WHEN 'theme' THEN h.label
	END AS label,
    count(*) AS n, sum(e.cost_cents) AS cost_cents,
    sum(e.granted_cents) AS granted_cents,
    sum(e.promised_cents) AS promised_cents
FROM (SELECT rowid AS id FROM element_search
    WHERE element_search MATCH :match
    ORDER BY rowid DESC LIMIT :matches) AS f
CROSS JOIN element AS e ON e.id = f.id
LEFT JOIN territory AS t ON t.id = e.facet_territory_id
LEFT JOIN theme AS h ON h.id = e.theme_id
WHERE e.published_at IS NOT NULL AND e.kind = :kind
    AND (:territory = 0 OR :along = 'territory'
	OR coalesce(e.facet_territory_id, -1) = :territory)
    AND (:theme = 0 OR :along = 'theme'
	OR coalesce(e.theme_id, -1) = :theme)
    AND (:state = '' OR :along = 'state' OR e.state = :state)
GROUP BY 1, 2
HAVING key IS NOT NULL
ORDER BY n DESC, key
LIMIT :limit;
