-- Needs, offers and tags of elements: domain/need.

-- name: need_of_element
SELECT side, kind, detail FROM element_need WHERE element_id = :element
ORDER BY side, kind LIMIT 20;

-- name: need_tags
SELECT label FROM element_tag WHERE element_id = :element
ORDER BY tag LIMIT 20;

-- name: need_clear
DELETE FROM element_need WHERE element_id = :element;

-- name: need_tags_clear
DELETE FROM element_tag WHERE element_id = :element;

-- name: need_add
INSERT INTO element_need (element_id, side, kind, detail)
VALUES (:element, :side, :kind, :detail)
ON CONFLICT DO UPDATE SET detail = excluded.detail;

-- name: need_tag_add
INSERT INTO element_tag (element_id, tag, label) VALUES (:element, :tag, :label)
ON CONFLICT DO NOTHING;

-- What others offer that it needs, then what others need that it offers.
-- name: need_matches
SELECT o.kind, o.side, o.detail, e.kind AS element_kind, e.slug, e.title,
    t.name AS place,
    CASE WHEN e.facet_territory_id = mine.facet_territory_id THEN 2
	WHEN t.parent_id = mt.parent_id THEN 1 ELSE 0 END AS near
FROM element_need AS n
CROSS JOIN element AS mine ON mine.id = n.element_id
CROSS JOIN element_need AS o
    ON o.side = CASE n.side WHEN 'need' THEN 'offer' ELSE 'need' END
    AND o.kind = n.kind AND o.element_id <> n.element_id
CROSS JOIN element AS e ON e.id = o.element_id
    AND e.platform_id = mine.platform_id AND e.published_at IS NOT NULL
LEFT JOIN territory AS t ON t.id = e.facet_territory_id
LEFT JOIN territory AS mt ON mt.id = mine.facet_territory_id
WHERE n.element_id = :element
ORDER BY o.side = 'need', near DESC, e.published_at DESC, e.id DESC
LIMIT :limit;
