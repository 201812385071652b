-- Links and backings: domain/link.

-- name: link_of_element
SELECT l.id, l.from_id, l.to_id, l.organisation_id, l.kind,
    f.kind AS from_kind, f.slug AS from_slug, f.title AS from_title,
    coalesce(t.kind, 'organisation') AS to_kind,
    coalesce(t.slug, o.slug) AS to_slug, coalesce(t.title, o.name) AS to_title,
    l.from_at IS NOT NULL AS from_agreed, l.to_at IS NOT NULL AS to_agreed
FROM element_link AS l
JOIN element AS f ON f.id = l.from_id AND f.published_at IS NOT NULL
LEFT JOIN element AS t ON t.id = l.to_id
LEFT JOIN organisation AS o ON o.id = l.organisation_id
WHERE (l.from_id = :element OR l.to_id = :element)
    AND (l.to_id IS NULL OR t.published_at IS NOT NULL)
    AND (:waiting OR (l.from_at IS NOT NULL AND l.to_at IS NOT NULL))
ORDER BY l.id LIMIT 300;

-- name: link_ends
SELECT l.from_id, l.to_id, l.organisation_id
FROM element_link AS l JOIN element AS f ON f.id = l.from_id
WHERE l.id = :id AND f.platform_id = :platform;

-- name: link_orphan
SELECT owner_person_id IS NULL AND owner_organisation_id IS NULL AS orphan
FROM element WHERE id = :element;

-- name: link_administers
SELECT EXISTS (SELECT 1 FROM membership WHERE organisation_id = :organisation
    AND person_id = :person AND role = 'administrator') AS administers;

-- name: link_body_exists
SELECT EXISTS (SELECT 1 FROM organisation WHERE id = :organisation) AS found;

-- name: link_exists
SELECT EXISTS (SELECT 1 FROM element_link WHERE from_id = :from AND kind = :kind
    AND coalesce(to_id, 0) = :to
    AND coalesce(organisation_id, 0) = :organisation) AS found;

-- name: link_add
INSERT INTO element_link (from_id, to_id, organisation_id, kind, proposed_by,
    proposed_at, from_at, to_at)
VALUES (:from, :to, :organisation, :kind, :person, :now, :from_at, :to_at);

-- name: link_agree
UPDATE element_link
SET from_at = CASE WHEN :from THEN coalesce(from_at, :now) ELSE from_at END,
    to_at = CASE WHEN :to THEN coalesce(to_at, :now) ELSE to_at END
WHERE id = :id;

-- name: link_drop
DELETE FROM element_link WHERE id = :id;

-- name: backing_counts
SELECT (SELECT count(*) FROM element_backing WHERE element_id = :element
	AND kind = 'support') AS supports,
    (SELECT count(*) FROM element_backing WHERE element_id = :element
	AND kind = 'contribution') AS contributions,
    EXISTS (SELECT 1 FROM element_backing WHERE element_id = :element
	AND kind = 'support' AND person_id = :person) AS supported,
    EXISTS (SELECT 1 FROM element_backing WHERE element_id = :element
	AND kind = 'contribution' AND person_id = :person) AS contributed,
    EXISTS (SELECT 1 FROM element_backing WHERE element_id = :element
	AND kind IN ('support', 'contribution') AND person_id = :person
	AND named) AS named;

-- name: backing_names
SELECT DISTINCT p.name FROM element_backing AS b
JOIN person AS p ON p.id = b.person_id AND p.closed_at IS NULL
WHERE b.element_id = :element AND b.named
ORDER BY p.name LIMIT 20;

-- name: backing_put
INSERT INTO element_backing (element_id, person_id, kind, message, named,
    since_at)
SELECT id, :person, :kind, :message, :named, :now FROM element
WHERE id = :element AND published_at IS NOT NULL
ON CONFLICT DO UPDATE SET message = excluded.message, named = excluded.named;

-- name: backing_drop
DELETE FROM element_backing WHERE element_id = :element AND kind = :kind
    AND person_id = :person;

-- A published element by its uuid (chosen while typing), the end of its address,
-- or its title, for who proposes a link.
-- name: link_target
SELECT e.id
FROM (SELECT id FROM element WHERE uuid = :code
    UNION SELECT id FROM element WHERE platform_id = :platform
	AND kind IN ('project', 'commons', 'place', 'resource', 'event')
	AND slug = :slug
    UNION SELECT rowid FROM element_search
	WHERE element_search MATCH :words) AS found
CROSS JOIN element AS e ON e.id = found.id
WHERE e.platform_id = :platform AND e.published_at IS NOT NULL
    AND (e.uuid = :code OR e.slug = :slug OR e.title = :typed)
ORDER BY e.uuid = :code DESC, e.slug = :slug DESC, e.id LIMIT 1;

-- name: link_body_target
SELECT id FROM organisation WHERE slug = :slug
UNION ALL SELECT id FROM organisation WHERE folded = :folded
LIMIT 1;

-- What emerges: projects listed, along theme, territory and maturity.
-- name: flow_emerging
SELECT coalesce(h.label, '') AS theme, coalesce(h.position, 999) AS position,
    coalesce(t.name, '') AS place, h.key, t.code, f.maturity, count(*) AS n
FROM flow AS f
CROSS JOIN element AS e ON e.id = f.element_id
LEFT JOIN theme AS h ON h.id = e.theme_id
LEFT JOIN territory AS t ON t.id = e.facet_territory_id
WHERE f.platform_id = :platform AND f.state = 'listed' AND e.kind = 'project'
    AND e.published_at IS NOT NULL
    AND e.state NOT IN ('refused', 'closed', 'withdrawn', 'completed',
	'abandoned')
    AND NOT EXISTS (SELECT 1 FROM element_merge AS m
	WHERE m.from_id = e.id AND m.ended_at IS NULL
	AND m.from_at IS NOT NULL AND m.to_at IS NOT NULL)
GROUP BY h.id, t.id, f.maturity
ORDER BY position, place, f.maturity LIMIT 20000;

-- name: flow_emerging_needs
SELECT n.kind, count(*) AS n
FROM flow AS f
CROSS JOIN element AS e ON e.id = f.element_id
CROSS JOIN element_need AS n ON n.element_id = e.id AND n.side = 'need'
WHERE f.platform_id = :platform AND f.state = 'listed' AND e.kind = 'project'
    AND e.published_at IS NOT NULL
    AND e.state NOT IN ('refused', 'closed', 'withdrawn', 'completed',
	'abandoned')
    AND NOT EXISTS (SELECT 1 FROM element_merge AS m
	WHERE m.from_id = e.id AND m.ended_at IS NULL
	AND m.from_at IS NOT NULL AND m.to_at IS NOT NULL)
GROUP BY n.kind ORDER BY n DESC, n.kind LIMIT 20;
