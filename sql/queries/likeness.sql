-- What looks the same: domain/likeness.

-- What an element has in common with the one at hand.
-- part: likeness_common
    coalesce(e.facet_territory_id = (SELECT w.outer_id
	FROM territory_within AS w WHERE w.inner_id = :territory
	AND w.outer_id = e.facet_territory_id), 0) AS same_place,
    :organisation <> 0 AND coalesce(e.owner_organisation_id, 0) = :organisation
    AS same_body

-- name: likeness_search
SELECT e.id, e.slug, e.title, e.summary, e.holder_name, t.name AS place,
    1 AS published,
-- use: likeness_common
FROM (SELECT rowid AS id FROM element_search WHERE element_search MATCH :match
    ORDER BY rank LIMIT :limit) AS f
CROSS JOIN element AS e ON e.id = f.id
LEFT JOIN territory AS t ON t.id = e.territory_id
WHERE e.published_at IS NOT NULL AND e.kind = :kind AND e.id <> :element
LIMIT :limit;

-- name: likeness_waiting
SELECT e.id, e.slug, e.title, e.summary, e.holder_name, t.name AS place,
    0 AS published,
-- use: likeness_common
FROM flow AS w
CROSS JOIN element AS e ON e.id = w.element_id
LEFT JOIN territory AS t ON t.id = e.territory_id
WHERE w.platform_id = :platform AND w.state = 'waiting' AND e.kind = :kind
    AND e.id <> :element
ORDER BY w.asked_at DESC LIMIT :limit;
