-- Roles given: lib/domain/grant.c, scope.c.

-- name: grant_put
INSERT INTO role_grant (person_id, role, scope_kind, scope_id, platform_id,
    granted_by, granted_at, ends_at)
VALUES (:person, :role, :kind, :scope, :platform, :by, :now, :ends)
ON CONFLICT (person_id, role, scope_kind, scope_id, coalesce(platform_id, 0))
DO UPDATE SET ends_at = excluded.ends_at, granted_by = excluded.granted_by,
    granted_at = excluded.granted_at;

-- name: grant_drop
DELETE FROM role_grant WHERE id = :id;

-- name: grant_administrators
SELECT count(*) AS n FROM role_grant AS g JOIN person AS p ON p.id = g.person_id
WHERE g.scope_kind = 'platform' AND g.scope_id = :platform
    AND g.role = 'administrator' AND p.closed_at IS NULL
    AND (g.ends_at IS NULL OR g.ends_at > :now);

-- A role given, in words.
-- part: grant_said
SELECT id, person_id, person_name, person_email, role, role_label, scope_kind,
    scope_id, scope_name, scope_parent, platform_id, granted_at, ends_at,
    granted_by
FROM role_grant_said

-- name: grant_by_id
-- use: grant_said
WHERE id = :id;

-- name: grant_by_platform
-- use: grant_said
WHERE platform_id = :platform AND (role, id) > (:after_role, :after)
    AND role <= :last_role AND (:kind IS NULL OR scope_kind = :kind)
ORDER BY role, id LIMIT :limit;

-- name: grant_all
-- scan: the command line lists every role of the installation, page by page
-- use: grant_said
WHERE (role, id) > (:after_role, :after) AND role <= :last_role
    AND (:kind IS NULL OR scope_kind = :kind)
ORDER BY role, id LIMIT :limit;

-- name: grant_of_person
-- use: grant_said
WHERE person_id = :person ORDER BY id LIMIT :limit;

-- name: grant_above
-- use: grant_said
WHERE platform_id IS NULL AND (scope_kind = 'installation'
    OR scope_kind = 'territory' AND scope_id IN (SELECT w.outer_id
	FROM platform AS f JOIN territory_within AS w
	    ON w.inner_id = f.territory_id
	WHERE f.id = :platform))
ORDER BY id LIMIT :limit;

-- name: grant_own_role
SELECT 1 AS yes, label, rights FROM role
WHERE platform_id = :platform AND key = :role;

-- --- scopes

-- name: scope_platform
SELECT id, slug, name FROM platform WHERE slug = :slug;

-- name: scope_platform_name
SELECT slug, name FROM platform WHERE id = :id;

-- name: scope_call
SELECT id FROM call WHERE platform_id = :platform AND slug = :slug;

-- name: scope_call_name
SELECT c.slug, c.title, c.platform_id FROM call AS c WHERE c.id = :id;

-- name: scope_stage
SELECT id FROM stage WHERE call_id = :call AND key = :key;

-- name: scope_stage_name
SELECT s.key, s.label, s.call_id FROM stage AS s WHERE s.id = :id;

-- name: scope_theme
SELECT id FROM theme WHERE platform_id = :platform AND key = :key;

-- name: scope_theme_name
SELECT key, label, platform_id FROM theme WHERE id = :id;

-- name: scope_dossier
SELECT d.id FROM element AS e JOIN dossier AS d ON d.element_id = e.id
WHERE e.platform_id = :platform AND e.kind = 'project' AND e.slug = :slug;

-- name: scope_dossier_name
SELECT e.slug, e.title, d.platform_id FROM dossier AS d
JOIN element AS e ON e.id = d.element_id WHERE d.id = :id;

-- name: grant_find
SELECT id FROM role_grant
WHERE person_id = :person AND role = :role AND scope_kind = :kind
    AND scope_id = :scope AND coalesce(platform_id, 0) = :platform;

-- --- objects people name

-- name: object_application_number
SELECT id FROM application WHERE number = :number;

-- name: object_organisation_slug
SELECT id FROM organisation WHERE slug = :slug;

-- name: scope_said
SELECT name, parent FROM scope_said WHERE kind = :kind AND id = :id;

-- --- what a platform's administrators choose from

-- name: scope_choices
SELECT 'call:' || c.slug AS value, 'call' AS kind, c.title AS name,
    NULL AS parent, 1 AS rank, c.id AS a, 0 AS b
FROM call AS c WHERE c.platform_id = :platform
UNION ALL
SELECT 'stage:' || c.slug || '/' || s.key, 'stage', s.label, c.title, 1, c.id,
    s.position + 1
FROM call AS c JOIN stage AS s ON s.call_id = c.id
WHERE c.platform_id = :platform
UNION ALL
SELECT 'theme:' || t.key, 'theme', t.label, NULL, 2, t.position, t.id
FROM theme AS t WHERE t.platform_id = :platform
ORDER BY 5, 6, 7 LIMIT 300;

-- name: role_choices
SELECT key, label FROM role WHERE platform_id = :platform
ORDER BY label LIMIT 100;

-- --- administration

-- name: administration_counts
SELECT (SELECT count(DISTINCT person_id) FROM role_grant
	WHERE platform_id = :platform) AS people,
    (SELECT count(*) FROM invitation WHERE platform_id = :platform
	AND scope_kind IS NOT NULL AND answered_at IS NULL
	AND created_at > :since) AS waiting,
    (SELECT count(*) FROM wiki WHERE platform_id = :platform) AS wikis;
