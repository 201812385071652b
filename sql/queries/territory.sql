-- Territories: lib/domain/territory.c, territory_shape.c, territory_import.c.
-- Depth counts kinds: commune 0, EPCI 1, département 2, région 3, country 4.

-- A territory, with the département that holds it.
-- part: territory_said
SELECT t.id, t.kind, t.code, t.name, t.siren, t.population,
    (SELECT d.name FROM territory_within AS w
	JOIN territory AS d ON d.id = w.outer_id
	WHERE w.inner_id = t.id AND w.depth = 2 AND d.kind = 'departement')
    AS departement, t.lon_e6, t.lat_e6, t.approximate

-- name: territory_by_id
-- use: territory_said
FROM territory AS t
WHERE t.id = :id;

-- name: territory_id_by_code
SELECT id FROM territory WHERE kind = :kind AND code = :code;

-- name: territory_id_by_alias
SELECT territory_id FROM territory_alias WHERE code = :code;

-- The best of the terms found.
-- part: territory_found
    GROUP BY territory_id
    ORDER BY exact DESC, weight DESC, territory_id
    LIMIT :limit) AS found
CROSS JOIN territory AS t ON t.id = found.territory_id
ORDER BY found.exact DESC, found.weight DESC, t.id;

-- name: territory_suggest
-- Exact: the whole name was typed, its article or kind of EPCI left out or not.
-- use: territory_said
FROM (SELECT territory_id, max(exact) AS exact, max(weight) AS weight
    FROM (SELECT territory_id, weight,
	    term = :typed AND weight >= :head AS exact
	FROM territory_term
	WHERE term >= :typed AND term < :end
	ORDER BY exact DESC, weight DESC, territory_id
	LIMIT :terms)
-- use: territory_found

-- name: territory_suggest_within
-- use: territory_said
FROM (SELECT territory_id, max(exact) AS exact, max(weight) AS weight
    FROM (SELECT x.territory_id, x.weight,
	    x.term = :typed AND x.weight >= :head AS exact
	FROM territory_term AS x
	CROSS JOIN territory_within AS w
	    ON w.inner_id = x.territory_id AND w.outer_id = :within
	WHERE x.term >= :typed AND x.term < :end
	ORDER BY exact DESC, x.weight DESC, x.territory_id
	LIMIT :terms)
-- use: territory_found

-- name: territory_contains
SELECT 1 AS yes FROM territory_within
WHERE inner_id = :inner AND outer_id = :outer;

-- name: territory_ancestors
SELECT t.id, t.kind, t.code, t.name, t.siren, t.population,
    NULL AS departement, t.lon_e6, t.lat_e6, t.approximate
FROM territory_within AS w
JOIN territory AS t ON t.id = w.outer_id
WHERE w.inner_id = :id AND w.outer_id <> :id
ORDER BY w.depth DESC, t.id
LIMIT 16;

-- --- shapes

-- name: territory_hull
SELECT kind, lon_e6, lat_e6, hull_json FROM territory WHERE id = :id;

-- name: territory_areas
SELECT id, kind FROM territory
WHERE kind IN ('country', 'region', 'departement', 'epci') AND id > :after
ORDER BY id
LIMIT :limit;

-- name: territory_commune_points
-- Overseas communes (97…, 98…) count only where the territory is not a country.
SELECT t.lon_e6, t.lat_e6, t.population
FROM territory_within AS w
JOIN territory AS t ON t.id = w.inner_id
WHERE w.outer_id = :id AND t.kind = 'commune' AND t.lon_e6 IS NOT NULL
    AND (:mainland = 0 OR t.code < '97')
LIMIT 100000;

-- name: territory_shape_put
UPDATE territory SET lon_e6 = :lon, lat_e6 = :lat, approximate = 1,
    hull_json = :hull
WHERE id = :id AND (lon_e6, lat_e6, hull_json) IS NOT (:lon, :lat, :hull);

-- name: territory_point_put
UPDATE territory SET lon_e6 = :lon, lat_e6 = :lat, approximate = 0
WHERE kind = 'commune' AND code = :code;

-- --- import of the tree

-- name: territory_setting
SELECT value FROM setting WHERE key = 'territories';

-- name: territory_setting_put
INSERT INTO setting (key, value) VALUES ('territories', :value)
ON CONFLICT (key) DO UPDATE SET value = excluded.value;

-- name: territory_add
INSERT INTO territory (kind, code, siren, name, folded, parent_id, population,
    postcodes, lon_e6, lat_e6, approximate)
VALUES (:kind, :code, :siren, :name, :folded, :parent, :population,
    :postcodes, :lon, :lat, :approximate);

-- name: territory_change
-- An exact point that is already there may come from a better table: kept.
UPDATE territory SET siren = :siren, name = :name, folded = :folded,
    parent_id = :parent, population = :population, postcodes = :postcodes,
    lon_e6 = iif(approximate = 0 AND lon_e6 IS NOT NULL, lon_e6, :lon),
    lat_e6 = iif(approximate = 0 AND lon_e6 IS NOT NULL, lat_e6, :lat),
    approximate = iif(approximate = 0 AND lon_e6 IS NOT NULL, 0, :approximate)
WHERE id = :id;

-- name: territory_all
-- scan: the import compares every territory with the file
SELECT id, kind, code FROM territory WHERE id > :after ORDER BY id LIMIT :limit;

-- name: territory_remove
DELETE FROM territory WHERE id = :id;

-- name: territory_terms_remove
DELETE FROM territory_term WHERE territory_id = :id;

-- name: territory_within_add
INSERT INTO territory_within (inner_id, outer_id, depth)
VALUES (:inner, :outer, :depth);

-- name: territory_within_remove
DELETE FROM territory_within WHERE inner_id = :id;

-- name: territory_alias_put
INSERT INTO territory_alias (code, territory_id) VALUES (:code, :id)
ON CONFLICT (code) DO UPDATE SET territory_id = excluded.territory_id
WHERE territory_id <> excluded.territory_id;

-- name: territory_term_page
SELECT term, territory_id, weight FROM territory_term
WHERE (term, territory_id) > (:term, :id)
ORDER BY term, territory_id
LIMIT :limit;

-- name: territory_term_put
INSERT INTO territory_term (term, territory_id, weight)
VALUES (:term, :id, :weight)
ON CONFLICT (term, territory_id) DO UPDATE SET weight = excluded.weight;

-- name: territory_term_remove
DELETE FROM territory_term WHERE term = :term AND territory_id = :id;

-- name: territory_any
SELECT 1 AS yes FROM territory LIMIT 1;
