-- Who may do what: lib/domain/right.c, object.c, grant.c.

-- What a person may read of applications a: everything, or by a role that
-- reaches it; never what a conflict of interest closes to them.
-- part: application_readable
    AND (:whole OR EXISTS (SELECT 1 FROM application_reach AS r
	WHERE r.application_id = a.id AND r.person_id = :me
	AND (r.ends_at IS NULL OR r.ends_at > :now)
	AND r.role IN (SELECT value FROM json_each(:roles))))
    AND a.id NOT IN (SELECT v.application_id FROM application_conflict AS v
	WHERE v.person_id = :me AND v.committee <= :committee)

-- Every role of a person that holds on the platform: does it cover the object
-- (covers), or something of the platform (touches)?
-- name: right_grants
SELECT g.id, g.role, g.scope_kind, g.scope_id, r.rights,
    CASE g.scope_kind
    WHEN 'installation' THEN 1
    WHEN 'platform' THEN g.scope_id = :platform
    WHEN 'call' THEN g.scope_id = :call
    WHEN 'stage' THEN g.scope_id = :stage
    WHEN 'theme' THEN g.scope_id = :theme
    WHEN 'dossier' THEN g.scope_id = :dossier
    WHEN 'territory' THEN EXISTS (SELECT 1 FROM territory_within AS w
	WHERE w.inner_id = :territory AND w.outer_id = g.scope_id)
    END AS covers,
    CASE g.scope_kind
    WHEN 'territory' THEN :platform <> 0 AND EXISTS (SELECT 1
	FROM platform AS p JOIN territory_within AS w
	    ON w.inner_id = g.scope_id AND w.outer_id = p.territory_id
	WHERE p.id = :platform)
    WHEN 'installation' THEN 1
    ELSE :platform <> 0 AND coalesce(g.platform_id = :platform,
	CASE g.scope_kind
	WHEN 'platform' THEN g.scope_id = :platform
	WHEN 'call' THEN EXISTS (SELECT 1 FROM call AS c
	    WHERE c.id = g.scope_id AND c.platform_id = :platform)
	WHEN 'stage' THEN EXISTS (SELECT 1 FROM stage AS s
	    JOIN call AS c ON c.id = s.call_id
	    WHERE s.id = g.scope_id AND c.platform_id = :platform)
	WHEN 'theme' THEN EXISTS (SELECT 1 FROM theme AS t
	    WHERE t.id = g.scope_id AND t.platform_id = :platform)
	WHEN 'dossier' THEN EXISTS (SELECT 1 FROM application AS a
	    WHERE a.dossier_id = g.scope_id AND a.platform_id = :platform)
	END)
    END AS touches
FROM role_grant AS g
LEFT JOIN role AS r ON r.platform_id = :platform AND r.key = g.role
WHERE g.person_id = :person
    AND (g.platform_id IS NULL OR g.platform_id = :platform)
    AND (g.ends_at IS NULL
	OR g.ends_at > coalesce(nullif(:now, 0), unixepoch()))
ORDER BY g.id LIMIT 1000;

-- name: right_membership
SELECT role FROM membership
WHERE organisation_id = :organisation AND person_id = :person;

-- name: right_dossier_level
SELECT level FROM dossier_member
WHERE dossier_id = :dossier AND person_id = :person;

-- name: right_conflict
SELECT kind, at FROM conflict
WHERE application_id = :application AND person_id = :person;

-- name: right_conflict_of_dossier
SELECT c.kind, c.at FROM application AS a
JOIN conflict AS c ON c.application_id = a.id
WHERE a.dossier_id = :dossier AND c.person_id = :person
ORDER BY a.id LIMIT 1;

-- The platform's own roles that give a right.
-- name: right_own_roles
SELECT key FROM role
WHERE platform_id = :platform
    AND instr(' ' || rights || ' ', ' ' || :right || ' ') > 0
ORDER BY key LIMIT 100;

-- --- objects

-- name: object_dossier
SELECT d.id, d.platform_id, d.owner_person_id, d.owner_organisation_id,
    e.territory_id, e.theme_id, e.published_at IS NOT NULL AS published
FROM dossier AS d JOIN element AS e ON e.id = d.element_id
WHERE d.id = :id;

-- name: object_application
SELECT a.id, a.platform_id, a.call_id, a.stage_id, a.dossier_id,
    d.owner_person_id, d.owner_organisation_id,
    coalesce(e.territory_id, c.territory_id) AS territory_id, e.theme_id,
    e.published_at IS NOT NULL AS published
FROM application AS a
JOIN call AS c ON c.id = a.call_id
JOIN dossier AS d ON d.id = a.dossier_id
JOIN element AS e ON e.id = d.element_id
WHERE a.id = :id;

-- name: object_call
SELECT c.id, c.platform_id, coalesce(c.territory_id, p.territory_id)
    AS territory_id, c.status IN ('published', 'closed') AS published
FROM call AS c JOIN platform AS p ON p.id = c.platform_id
WHERE c.id = :id;

-- name: object_platform
SELECT id, id AS platform_id, territory_id, 1 AS published
FROM platform WHERE id = :id;

-- An organisation is public once it shows something: a project, a call.
-- name: object_organisation
SELECT o.id, o.territory_id,
    EXISTS (SELECT 1 FROM element AS e WHERE e.owner_organisation_id = o.id
	AND e.published_at IS NOT NULL)
    OR EXISTS (SELECT 1 FROM call AS c WHERE c.funder_id = o.id
	AND c.status IN ('published', 'closed')) AS published
FROM organisation AS o WHERE o.id = :id;

-- name: right_organisation_name
SELECT name FROM organisation WHERE id = :id;
