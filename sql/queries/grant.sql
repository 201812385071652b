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

-- name: grant_by_id
SELECT g.id, g.person_id, p.name AS person_name, p.email AS person_email,
    g.role, g.scope_kind, g.scope_id, g.platform_id, g.granted_at, g.ends_at,
    coalesce(b.name, '') AS granted_by
FROM role_grant AS g JOIN person AS p ON p.id = g.person_id
LEFT JOIN person AS b ON b.id = g.granted_by
WHERE g.id = :id;

-- name: grant_by_platform
SELECT g.id, g.person_id, p.name AS person_name, p.email AS person_email,
    g.role, g.scope_kind, g.scope_id, g.platform_id, g.granted_at, g.ends_at,
    coalesce(b.name, '') AS granted_by
FROM role_grant AS g JOIN person AS p ON p.id = g.person_id
LEFT JOIN person AS b ON b.id = g.granted_by
WHERE g.platform_id = :platform AND (g.role, g.id) > (:after_role, :after)
    AND g.role <= :last_role AND (:kind IS NULL OR g.scope_kind = :kind)
ORDER BY g.role, g.id LIMIT :limit;

-- name: grant_all
-- scan: the command line lists every role of the installation, page by page
SELECT g.id, g.person_id, p.name AS person_name, p.email AS person_email,
    g.role, g.scope_kind, g.scope_id, g.platform_id, g.granted_at, g.ends_at,
    coalesce(b.name, '') AS granted_by
FROM role_grant AS g JOIN person AS p ON p.id = g.person_id
LEFT JOIN person AS b ON b.id = g.granted_by
WHERE (g.role, g.id) > (:after_role, :after) AND g.role <= :last_role
    AND (:kind IS NULL OR g.scope_kind = :kind)
ORDER BY g.role, g.id LIMIT :limit;

-- name: grant_of_person
SELECT g.id, g.person_id, p.name AS person_name, p.email AS person_email,
    g.role, g.scope_kind, g.scope_id, g.platform_id, g.granted_at, g.ends_at,
    coalesce(b.name, '') AS granted_by
FROM role_grant AS g JOIN person AS p ON p.id = g.person_id
LEFT JOIN person AS b ON b.id = g.granted_by
WHERE g.person_id = :person ORDER BY g.id LIMIT :limit;

-- name: grant_above
SELECT g.id, g.person_id, p.name AS person_name, p.email AS person_email,
    g.role, g.scope_kind, g.scope_id, g.platform_id, g.granted_at, g.ends_at,
    coalesce(b.name, '') AS granted_by
FROM role_grant AS g JOIN person AS p ON p.id = g.person_id
LEFT JOIN person AS b ON b.id = g.granted_by
WHERE g.platform_id IS NULL AND (g.scope_kind = 'installation'
    OR g.scope_kind = 'territory' AND g.scope_id IN (SELECT w.outer_id
	FROM platform AS f JOIN territory_within AS w
	    ON w.inner_id = f.territory_id
	WHERE f.id = :platform))
ORDER BY g.id LIMIT :limit;

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
