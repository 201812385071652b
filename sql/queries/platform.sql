-- Platforms and their themes: lib/domain/platform.c.

-- part: platform_said
SELECT p.id, p.slug, p.name, p.tagline, p.headline,
    p.introduction, p.lang, p.time_zone,
    p.territory_id, p.facet_kind, t.name AS territory_name, p.service_name,
    p.service_address, p.service_email, p.service_phone, p.settings_json
FROM platform AS p LEFT JOIN territory AS t ON t.id = p.territory_id

-- name: platform_by_slug
-- use: platform_said
WHERE p.slug = :slug;

-- name: platform_by_id
-- use: platform_said
WHERE p.id = :id;

-- name: platform_themes
SELECT id, key, label, palette FROM theme
WHERE platform_id = :platform ORDER BY position, id LIMIT 200;

-- name: platform_theme_count
SELECT count(*) AS n FROM theme WHERE platform_id = :platform;

-- The slug of the only platform; no row when there are several.
-- name: platform_only
-- scan: an installation has a few platforms
SELECT min(slug) AS slug FROM platform HAVING count(*) = 1;

-- Where a person is at home: by a role, else by the dossier begun last.
-- name: platform_of_person
SELECT slug FROM platform WHERE id = coalesce(
    (SELECT platform_id FROM role_grant WHERE person_id = :person
	AND platform_id IS NOT NULL ORDER BY id LIMIT 1),
    (SELECT d.platform_id FROM (SELECT id FROM dossier
	    WHERE owner_person_id = :person
	UNION SELECT x.id FROM membership AS m
	    JOIN dossier AS x ON x.owner_organisation_id = m.organisation_id
	    WHERE m.person_id = :person
	UNION SELECT dossier_id FROM dossier_member WHERE person_id = :person)
	AS mine CROSS JOIN dossier AS d ON d.id = mine.id
	ORDER BY d.id DESC LIMIT 1));
