-- Anything described on a platform: domain/element.

-- name: element_add
INSERT INTO element (uuid, platform_id, kind, slug, title, summary,
    description, territory_id, facet_territory_id, theme_id, lon_e6, lat_e6,
    state, owner_person_id, owner_organisation_id, holder_name, starts_on,
    ends_on, origin, origin_url, created_at, updated_at, published_at)
VALUES (:uuid, :platform, :kind, :slug, :title, :summary, :description,
    :territory, (SELECT w.outer_id FROM territory_within AS w
	JOIN territory AS t ON t.id = w.outer_id
	WHERE w.inner_id = :territory AND t.kind = (SELECT facet_kind
	    FROM platform WHERE id = :platform)
	ORDER BY w.depth LIMIT 1),
    :theme, :lon, :lat, :state, :person, :organisation, :holder, :starts,
    :ends, :origin, :url, :now, :now, :published);

-- name: element_change
UPDATE element SET title = :title, summary = :summary,
    description = :description, territory_id = :territory,
    facet_territory_id = (SELECT w.outer_id FROM territory_within AS w
	JOIN territory AS t ON t.id = w.outer_id
	WHERE w.inner_id = :territory AND t.kind = (SELECT facet_kind
	    FROM platform WHERE id = platform_id)
	ORDER BY w.depth LIMIT 1),
    theme_id = :theme, lon_e6 = :lon, lat_e6 = :lat, holder_name = :holder,
    starts_on = :starts, ends_on = :ends, updated_at = :now
WHERE id = :id;

-- name: element_slug_taken
SELECT EXISTS (SELECT 1 FROM element WHERE platform_id = :platform
    AND kind = :kind AND slug = :slug) AS taken;

-- name: element_by_id
SELECT id, uuid, platform_id, kind, slug, title, summary, description,
    territory_id, theme_id, lon_e6, lat_e6, state, owner_person_id,
    owner_organisation_id, holder_name, starts_on, ends_on, cost_cents,
    asked_cents, promised_cents, granted_cents, paid_cents, origin, origin_url,
    created_at, updated_at, published_at
FROM element WHERE id = :id;

-- name: element_id_by_slug
SELECT id FROM element
WHERE platform_id = :platform AND kind = :kind AND slug = :slug;

-- name: element_search_put
INSERT OR REPLACE INTO element_search (rowid, scope, title, summary, body,
    holder, place)
SELECT e.id, 'p' || e.platform_id, e.title, e.summary, e.description,
    e.holder_name, coalesce((SELECT group_concat(t.name, ' ')
	FROM territory_within AS w JOIN territory AS t ON t.id = w.outer_id
	WHERE w.inner_id = e.territory_id AND t.kind <> 'country'), '')
FROM element AS e
WHERE e.id = :id AND e.published_at IS NOT NULL;

-- name: element_search_drop
DELETE FROM element_search
WHERE rowid = (SELECT id FROM element WHERE id = :id AND published_at IS NULL);

-- name: element_state_put
UPDATE element SET state = :state, updated_at = :now
WHERE id = :id AND state <> :state;

-- name: element_publish
UPDATE element SET published_at = :now, updated_at = :now
WHERE id = :id AND published_at IS NULL;

-- name: element_unpublish
UPDATE element SET published_at = NULL, updated_at = :now
WHERE id = :id AND published_at IS NOT NULL;

-- name: element_application_states
SELECT a.state, a.decided_at
FROM dossier AS d
CROSS JOIN application AS a ON a.dossier_id = d.id
WHERE d.element_id = :element AND a.state <> 'draft'
ORDER BY a.decided_at, a.id;

-- name: element_draft_copies
UPDATE application SET title = :title, folded = :folded, holder_name = :holder
WHERE dossier_id = (SELECT id FROM dossier WHERE element_id = :element)
    AND state = 'draft';
