-- What is tied to what, as everybody may read it: domain/graph. Each row is a
-- link: its relation, its two ends, since when.

-- Links agreed on both sides; who holds an element that is tied to another;
-- people who let their name be read.
-- name: graph_all
SELECT l.kind AS relation, f.kind AS from_kind, f.id AS from_id,
    f.slug AS from_slug, f.title AS from_title,
    coalesce(t.kind, 'organisation') AS to_kind, coalesce(t.id, o.id) AS to_id,
    coalesce(t.slug, o.slug) AS to_slug, coalesce(t.title, o.name) AS to_title,
    max(l.from_at, l.to_at) AS at
FROM element_shelf AS s
CROSS JOIN element AS f ON f.id = s.element_id
CROSS JOIN element_link AS l ON l.from_id = f.id
LEFT JOIN element AS t ON t.id = l.to_id
LEFT JOIN organisation AS o ON o.id = l.organisation_id
WHERE s.platform_id = :platform AND s.territory_id = 0 AND s.theme_id = 0
    AND s.state = '' AND s.kind IN ('project', 'commons', 'place', 'resource',
	'event')
    AND l.from_at IS NOT NULL AND l.to_at IS NOT NULL
    AND (l.to_id IS NULL OR t.published_at IS NOT NULL)
UNION ALL
SELECT 'holds', 'organisation', o.id, o.slug, o.name, e.kind, e.id, e.slug,
    e.title, e.published_at
FROM element_shelf AS s
CROSS JOIN element AS e ON e.id = s.element_id
CROSS JOIN organisation AS o ON o.id = e.owner_organisation_id
WHERE s.platform_id = :platform AND s.territory_id = 0 AND s.theme_id = 0
    AND s.state = '' AND s.kind IN ('project', 'commons', 'place', 'resource',
	'event')
    AND (EXISTS (SELECT 1 FROM element_link AS l WHERE l.from_id = e.id
	    AND l.from_at IS NOT NULL AND l.to_at IS NOT NULL)
	OR EXISTS (SELECT 1 FROM element_link AS l WHERE l.to_id = e.id
	    AND l.from_at IS NOT NULL AND l.to_at IS NOT NULL)
	OR EXISTS (SELECT 1 FROM element_backing AS b WHERE b.element_id = e.id
	    AND b.named = 1))
UNION ALL
SELECT CASE b.kind WHEN 'support' THEN 'supports' ELSE 'contributes' END,
    'person', p.id, CAST(p.id AS TEXT), p.name, e.kind, e.id, e.slug, e.title,
    b.since_at
FROM element_shelf AS s
CROSS JOIN element AS e ON e.id = s.element_id
CROSS JOIN element_backing AS b ON b.element_id = e.id AND b.named = 1
CROSS JOIN person AS p ON p.id = b.person_id AND p.closed_at IS NULL
WHERE s.platform_id = :platform AND s.territory_id = 0 AND s.theme_id = 0
    AND s.state = '' AND s.kind IN ('project', 'commons', 'place', 'resource',
	'event')
ORDER BY at DESC, from_id, to_id LIMIT :limit;

-- The same around elements (a JSON array of ids).
-- name: graph_of_elements
SELECT l.kind AS relation, f.kind AS from_kind, f.id AS from_id,
    f.slug AS from_slug, f.title AS from_title,
    coalesce(t.kind, 'organisation') AS to_kind, coalesce(t.id, o.id) AS to_id,
    coalesce(t.slug, o.slug) AS to_slug, coalesce(t.title, o.name) AS to_title,
    max(l.from_at, l.to_at) AS at
FROM (SELECT x.id FROM json_each(:ids) AS j
	CROSS JOIN element_link AS x ON x.from_id = j.value
    UNION SELECT x.id FROM json_each(:ids) AS j
	CROSS JOIN element_link AS x ON x.to_id = j.value) AS found
CROSS JOIN element_link AS l ON l.id = found.id
CROSS JOIN element AS f ON f.id = l.from_id AND f.published_at IS NOT NULL
LEFT JOIN element AS t ON t.id = l.to_id
LEFT JOIN organisation AS o ON o.id = l.organisation_id
WHERE l.from_at IS NOT NULL AND l.to_at IS NOT NULL
    AND (l.to_id IS NULL OR t.published_at IS NOT NULL)
UNION ALL
SELECT 'holds', 'organisation', o.id, o.slug, o.name, e.kind, e.id, e.slug,
    e.title, e.published_at
FROM json_each(:ids) AS j
CROSS JOIN element AS e ON e.id = j.value AND e.published_at IS NOT NULL
CROSS JOIN organisation AS o ON o.id = e.owner_organisation_id
UNION ALL
SELECT CASE b.kind WHEN 'support' THEN 'supports' ELSE 'contributes' END,
    'person', p.id, CAST(p.id AS TEXT), p.name, e.kind, e.id, e.slug, e.title,
    b.since_at
FROM json_each(:ids) AS j
CROSS JOIN element AS e ON e.id = j.value AND e.published_at IS NOT NULL
CROSS JOIN element_backing AS b ON b.element_id = e.id AND b.named = 1
CROSS JOIN person AS p ON p.id = b.person_id AND p.closed_at IS NULL
ORDER BY at DESC, from_id, to_id LIMIT :limit;

-- Around organisations, on one platform.
-- name: graph_of_organisations
SELECT l.kind AS relation, f.kind AS from_kind, f.id AS from_id,
    f.slug AS from_slug, f.title AS from_title, 'organisation' AS to_kind,
    o.id AS to_id, o.slug AS to_slug, o.name AS to_title,
    max(l.from_at, l.to_at) AS at
FROM json_each(:ids) AS j
CROSS JOIN organisation AS o ON o.id = j.value
CROSS JOIN element_link AS l ON l.organisation_id = o.id
CROSS JOIN element AS f ON f.id = l.from_id AND f.published_at IS NOT NULL
    AND f.platform_id = :platform
WHERE l.from_at IS NOT NULL AND l.to_at IS NOT NULL
UNION ALL
SELECT 'holds', 'organisation', o.id, o.slug, o.name, e.kind, e.id, e.slug,
    e.title, e.published_at
FROM json_each(:ids) AS j
CROSS JOIN organisation AS o ON o.id = j.value
CROSS JOIN element AS e ON e.owner_organisation_id = o.id
    AND e.platform_id = :platform AND e.published_at IS NOT NULL
ORDER BY at DESC, from_id, to_id LIMIT :limit;

-- Around people, by what they let be read.
-- name: graph_of_people
SELECT CASE b.kind WHEN 'support' THEN 'supports' ELSE 'contributes' END
    AS relation, 'person' AS from_kind, p.id AS from_id,
    CAST(p.id AS TEXT) AS from_slug, p.name AS from_title, e.kind AS to_kind,
    e.id AS to_id, e.slug AS to_slug, e.title AS to_title, b.since_at AS at
FROM json_each(:ids) AS j
CROSS JOIN person AS p ON p.id = j.value AND p.closed_at IS NULL
CROSS JOIN element_backing AS b ON b.person_id = p.id AND b.named = 1
CROSS JOIN element AS e ON e.id = b.element_id AND e.platform_id = :platform
    AND e.published_at IS NOT NULL
ORDER BY at DESC, from_id, to_id LIMIT :limit;

-- name: graph_element
SELECT id, title FROM element
WHERE platform_id = :platform AND kind = :kind AND slug = :slug
    AND published_at IS NOT NULL;

-- name: graph_organisation
SELECT id, name AS title FROM organisation WHERE slug = :slug;

-- name: graph_person
SELECT id, name AS title FROM person WHERE id = :id AND closed_at IS NULL;
