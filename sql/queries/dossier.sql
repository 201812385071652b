-- Dossiers: domain/dossier.

-- name: dossier_add
INSERT INTO dossier (element_id, platform_id, owner_person_id,
    owner_organisation_id, form_revision_id, created_at, updated_at)
VALUES (:element, :platform, :person, :organisation, :form_revision, :now,
    :now);

-- What a list of dossiers shows of each.
-- part: dossier_said
SELECT d.id, d.element_id, d.platform_id, e.slug, e.title, e.state,
    d.owner_person_id, d.owner_organisation_id, e.holder_name,
    d.form_revision_id, d.revision, d.asked, d.answered, d.created_at,
    d.updated_at, d.trashed_at, e.published_at, coalesce(t.name, '') AS place,
    (SELECT count(*) FROM support_offer AS s WHERE s.element_id = e.id
	AND s.answer IS NULL) AS offers,
    (SELECT c.slug FROM call_invitation AS i
	JOIN call AS c ON c.id = i.call_id AND c.status = 'published'
	WHERE i.dossier_id = d.id AND i.sent_at IS NOT NULL
	AND NOT EXISTS (SELECT 1 FROM application AS a
	    WHERE a.dossier_id = d.id AND a.call_id = i.call_id)
	ORDER BY i.sent_at DESC LIMIT 1) AS invited_call

-- name: dossier_by_id
-- use: dossier_said
FROM dossier AS d
JOIN element AS e ON e.id = d.element_id
LEFT JOIN territory AS t ON t.id = e.territory_id
WHERE d.id = :id;

-- name: dossier_id_by_slug
SELECT d.id
FROM element AS e JOIN dossier AS d ON d.element_id = e.id
WHERE e.platform_id = :platform AND e.slug = :slug
ORDER BY e.kind = 'project' DESC LIMIT 1;

-- Dossiers that a person owns, by themselves or their bodies, or was let into.
-- part: dossier_of_person
FROM (SELECT id FROM dossier WHERE owner_person_id = :person
    UNION SELECT x.id FROM membership AS m
	JOIN dossier AS x ON x.owner_organisation_id = m.organisation_id
	WHERE m.person_id = :person
    UNION SELECT dossier_id FROM dossier_member WHERE person_id = :person)
    AS mine
CROSS JOIN dossier AS d ON d.id = mine.id

-- name: dossier_mine
-- use: dossier_said
-- use: dossier_of_person
JOIN element AS e ON e.id = d.element_id
LEFT JOIN territory AS t ON t.id = e.territory_id
WHERE d.platform_id = :platform
    AND (d.trashed_at IS NOT NULL, -d.updated_at, -d.id)
	> (:bin, -:updated, -:id)
ORDER BY d.trashed_at IS NOT NULL, d.updated_at DESC, d.id DESC
LIMIT :limit;

-- name: dossier_applications_mine
-- use: dossier_application_said
FROM json_each(:dossiers) AS mine
CROSS JOIN dossier AS d ON d.id = mine.value
CROSS JOIN application AS a ON a.dossier_id = d.id
-- use: dossier_application_tied
ORDER BY a.dossier_id, a.id LIMIT :limit;

-- What the holder reads of each application.
-- part: dossier_application_said
SELECT a.id, a.dossier_id, a.call_id, a.number, c.title AS call,
    CASE c.platform_id WHEN d.platform_id THEN c.slug
	ELSE y.slug || '~' || c.slug END AS call_slug, y.name AS platform_name,
    (SELECT o.name FROM organisation AS o WHERE o.id = c.funder_id) AS funder,
    y.service_name, y.service_phone, a.presented, a.reused, a.state, a.submitted_at, a.decided_at, a.due_at,
    c.closes_at, k.id IS NOT NULL AS correction_open, k.due_on,
    (SELECT count(*) FROM message AS m WHERE m.application_id = a.id
	AND m.side = 'service' AND m.id > coalesce((SELECT s.message_id
	    FROM application_seen AS s WHERE s.application_id = a.id
	    AND s.person_id = :person), 0)) AS unread

-- What the lines above are read from.
-- part: dossier_application_tied
JOIN call AS c ON c.id = a.call_id
JOIN platform AS y ON y.id = c.platform_id
LEFT JOIN correction AS k ON k.application_id = a.id
    AND k.answered_at IS NULL AND k.cancelled_at IS NULL

-- name: dossier_applications
-- use: dossier_application_said
FROM application AS a
JOIN dossier AS d ON d.id = a.dossier_id
-- use: dossier_application_tied
WHERE a.dossier_id = :dossier
ORDER BY a.id LIMIT :limit;

-- name: dossier_holders
SELECT p.name, CASE m.role WHEN 'administrator' THEN 'administrator'
    ELSE 'member' END AS level, o.name AS organisation, 1 AS rank
FROM dossier AS d
JOIN organisation AS o ON o.id = d.owner_organisation_id
JOIN membership AS m ON m.organisation_id = o.id
JOIN person AS p ON p.id = m.person_id
WHERE d.id = :dossier
UNION ALL
SELECT p.name, 'owner', NULL, 0
FROM dossier AS d JOIN person AS p ON p.id = d.owner_person_id
WHERE d.id = :dossier
UNION ALL
SELECT p.name, m.level, NULL, 2
FROM dossier_member AS m JOIN person AS p ON p.id = m.person_id
WHERE m.dossier_id = :dossier
ORDER BY rank, level, 1 LIMIT 100;

-- name: dossier_bodies
SELECT o.id, o.name
FROM membership AS m JOIN organisation AS o ON o.id = m.organisation_id
WHERE m.person_id = :person ORDER BY o.name LIMIT 100;

-- name: dossier_body
SELECT o.name, o.siret, o.rna
FROM membership AS m JOIN organisation AS o ON o.id = m.organisation_id
WHERE m.person_id = :person AND o.id = :organisation;

-- name: dossier_presented
SELECT EXISTS (SELECT 1 FROM application WHERE dossier_id = :dossier
    AND state <> 'draft') AS presented;

-- name: dossier_trash
UPDATE dossier SET trashed_at = :now WHERE id = :id AND trashed_at IS NULL;

-- name: dossier_restore
UPDATE dossier SET trashed_at = NULL, noticed_at = NULL, updated_at = :now
WHERE id = :id AND trashed_at IS NOT NULL;

-- name: dossier_progress
UPDATE dossier SET asked = :asked, answered = :answered WHERE id = :id;

-- name: dossier_bodies_known
SELECT name, siret, rna
FROM organisation
WHERE id IN (SELECT id FROM (SELECT id FROM organisation
	    WHERE folded >= :folded AND folded < :end
	    AND (siret IS NOT NULL OR rna IS NOT NULL)
	    ORDER BY folded LIMIT :limit)
	UNION SELECT organisation_id FROM membership WHERE person_id = :person)
    AND folded >= :folded AND folded < :end
    AND (siret IS NOT NULL OR rna IS NOT NULL)
ORDER BY folded LIMIT :limit;

-- name: dossier_consented
SELECT EXISTS (SELECT 1 FROM dossier_consent WHERE dossier_id = :dossier
    AND platform_id = :platform) AS consented;

-- name: dossier_consent
INSERT INTO dossier_consent (dossier_id, platform_id, given_by, given_at)
VALUES (:dossier, :platform, :person, :now)
ON CONFLICT (dossier_id, platform_id) DO NOTHING;

-- name: dossier_elsewhere
SELECT p.slug, p.name, count(*) AS n
-- use: dossier_of_person
JOIN platform AS p ON p.id = d.platform_id
WHERE d.platform_id <> :platform AND d.trashed_at IS NULL
GROUP BY p.id ORDER BY p.name LIMIT :limit;
