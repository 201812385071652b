-- Organisations and who belongs to them: lib/domain/organisation.c.

-- name: organisation_add
INSERT INTO organisation (slug, kind, name, folded, siret, rna, territory_id,
    email, phone, website, description, created_at)
VALUES (:slug, :kind, :name, :folded, :siret, :rna, :territory, :email, :phone,
    :website, :description, :now);

-- name: organisation_save
UPDATE organisation SET kind = :kind, name = :name, folded = :folded,
    verified_at = CASE WHEN siret IS :siret THEN verified_at END,
    siret = :siret, rna = :rna, territory_id = :territory, email = :email,
    phone = :phone, website = :website, description = :description
WHERE id = :id;

-- name: organisation_by_slug
SELECT o.id, o.slug, o.kind, o.name, o.siret, o.rna, o.territory_id,
    t.code AS territory_code, t.name AS territory_name, o.email, o.phone,
    o.website, o.description, o.verified_at, o.created_at
FROM organisation AS o LEFT JOIN territory AS t ON t.id = o.territory_id
WHERE o.slug = :slug;

-- name: organisation_by_id
SELECT o.id, o.slug, o.kind, o.name, o.siret, o.rna, o.territory_id,
    t.code AS territory_code, t.name AS territory_name, o.email, o.phone,
    o.website, o.description, o.verified_at, o.created_at
FROM organisation AS o LEFT JOIN territory AS t ON t.id = o.territory_id
WHERE o.id = :id;

-- name: organisation_slug_taken
SELECT 1 AS yes FROM organisation WHERE slug = :slug;

-- name: organisation_number_taken
SELECT id FROM organisation WHERE siret = :siret AND id <> :id
UNION ALL
SELECT id FROM organisation WHERE rna = :rna AND id <> :id
LIMIT 1;

-- name: organisation_of_person
SELECT o.id, o.slug, o.name, o.kind, m.role, m.title, m.since_at,
    (SELECT count(*) FROM membership AS x WHERE x.organisation_id = o.id)
    AS members
FROM membership AS m JOIN organisation AS o ON o.id = m.organisation_id
WHERE m.person_id = :person ORDER BY o.folded LIMIT 100;

-- name: membership_list
SELECT m.person_id, p.name, p.email, m.role, m.title, m.since_at
FROM membership AS m JOIN person AS p ON p.id = m.person_id
WHERE m.organisation_id = :organisation
ORDER BY m.role, p.name, p.id LIMIT 500;

-- name: membership_put
INSERT INTO membership (organisation_id, person_id, role, title, since_at)
VALUES (:organisation, :person, :role, :title, :now)
ON CONFLICT (organisation_id, person_id) DO UPDATE SET role = excluded.role,
    title = coalesce(excluded.title, title);

-- An administrator invited as a member stays one.
-- name: membership_join
INSERT INTO membership (organisation_id, person_id, role, since_at)
VALUES (:organisation, :person, :role, :now)
ON CONFLICT (organisation_id, person_id) DO UPDATE SET role = CASE role
    WHEN 'administrator' THEN role ELSE excluded.role END;

-- name: membership_drop
DELETE FROM membership
WHERE organisation_id = :organisation AND person_id = :person;

-- name: membership_role
SELECT role FROM membership
WHERE organisation_id = :organisation AND person_id = :person;

-- name: membership_administrators
SELECT count(*) AS n FROM membership
WHERE organisation_id = :organisation AND role = 'administrator';

-- name: membership_count
SELECT count(*) AS n FROM membership WHERE organisation_id = :organisation;

-- name: organisation_administrators
SELECT p.email, p.name, p.lang FROM membership AS m
JOIN person AS p ON p.id = m.person_id
WHERE m.organisation_id = :organisation AND m.role = 'administrator'
    AND p.closed_at IS NULL
ORDER BY m.since_at LIMIT 5;
