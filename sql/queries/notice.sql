-- Who is told what by mail about an application: domain/notice.

-- name: notice_context
SELECT a.title, a.number, p.service_name, p.service_email
FROM application AS a JOIN platform AS p ON p.id = a.platform_id
WHERE a.id = :application;

-- name: notice_holders
SELECT p.id, p.email, p.name, p.lang FROM person AS p
WHERE p.closed_at IS NULL AND p.confirmed_at IS NOT NULL AND p.id IN (
    SELECT d.owner_person_id FROM application AS a
    JOIN dossier AS d ON d.id = a.dossier_id WHERE a.id = :application
    UNION SELECT m.person_id FROM application AS a
    JOIN dossier AS d ON d.id = a.dossier_id
    JOIN membership AS m ON m.organisation_id = d.owner_organisation_id
    WHERE a.id = :application AND m.role = 'administrator'
    UNION SELECT m.person_id FROM application AS a
    JOIN dossier_member AS m ON m.dossier_id = a.dossier_id
    WHERE a.id = :application AND m.level IN ('edit', 'submit'))
ORDER BY p.id LIMIT 1000;

-- name: notice_agent
SELECT p.id, p.email, p.name, p.lang
FROM application AS a JOIN person AS p ON p.id = a.agent_id
WHERE a.id = :application AND p.closed_at IS NULL;

-- name: notice_person
SELECT id, email, name, lang FROM person
WHERE id = :person AND closed_at IS NULL;

-- name: notice_element
SELECT e.title, NULL AS number, p.service_name, p.service_email
FROM element AS e JOIN platform AS p ON p.id = e.platform_id
WHERE e.id = :element;

-- name: notice_element_holders
SELECT p.id, p.email, p.name, p.lang FROM person AS p
WHERE p.closed_at IS NULL AND p.confirmed_at IS NOT NULL AND p.id IN (
    SELECT e.owner_person_id FROM element AS e WHERE e.id = :element
    UNION SELECT d.owner_person_id FROM dossier AS d
    WHERE d.element_id = :element
    UNION SELECT m.person_id FROM element AS e
    JOIN membership AS m ON m.organisation_id = e.owner_organisation_id
    WHERE e.id = :element AND m.role = 'administrator'
    UNION SELECT m.person_id FROM dossier AS d
    JOIN dossier_member AS m ON m.dossier_id = d.id
    WHERE d.element_id = :element AND m.level IN ('edit', 'submit'))
ORDER BY p.id LIMIT 1000;

-- name: notice_moderators
SELECT p.id, p.email, p.name, p.lang
FROM element AS e
CROSS JOIN role_grant AS g ON g.platform_id = e.platform_id
    AND g.role = 'animator'
JOIN person AS p ON p.id = g.person_id
WHERE e.id = :element AND g.scope_kind = 'platform'
    AND (g.ends_at IS NULL OR g.ends_at > :now) AND p.closed_at IS NULL
    AND p.confirmed_at IS NOT NULL
ORDER BY p.id LIMIT 50;
