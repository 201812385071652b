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

-- What others offer that it needs, then what others need that it offers; first
-- those that have most in common with it: the smallest territory that holds
-- both (commune 4, intercommunality 3, département 2, region 1), the theme (2),
-- words (1 each, 2 at most).
-- name: need_matches
SELECT found.*, CASE near WHEN 'district' THEN 4 WHEN 'commune' THEN 4
	WHEN 'epci' THEN 3 WHEN 'perimeter' THEN 3 WHEN 'departement' THEN 2
	WHEN 'region' THEN 1 ELSE 0 END
    + 2 * same_theme + min(2, words) AS score
FROM (SELECT o.kind, o.side, o.detail, e.kind AS element_kind, e.slug, e.title,
	e.published_at, e.id, t.name AS place,
	coalesce((SELECT s.kind FROM territory_within AS a
	    CROSS JOIN territory_within AS b ON b.inner_id = e.territory_id
		AND b.outer_id = a.outer_id
	    CROSS JOIN territory AS s ON s.id = a.outer_id
	    WHERE a.inner_id = mine.territory_id
	    ORDER BY a.depth + b.depth LIMIT 1), '') AS near,
	coalesce(e.theme_id = mine.theme_id, 0) AS same_theme,
	(SELECT count(*) FROM element_tag AS x
	    CROSS JOIN element_tag AS y ON y.element_id = e.id AND y.tag = x.tag
	    WHERE x.element_id = mine.id) AS words
    FROM element_need AS n
    CROSS JOIN element AS mine ON mine.id = n.element_id
    CROSS JOIN element_need AS o
	ON o.side = CASE n.side WHEN 'need' THEN 'offer' ELSE 'need' END
	AND o.kind = n.kind AND o.element_id <> n.element_id
    CROSS JOIN element AS e ON e.id = o.element_id
	AND e.platform_id = mine.platform_id AND e.published_at IS NOT NULL
    LEFT JOIN territory AS t ON t.id = e.territory_id
    WHERE n.element_id = :element) AS found
ORDER BY side = 'need', score DESC, published_at DESC, id DESC, kind
LIMIT :limit;
