-- Answers of dossiers and applications: domain/answer.

-- name: answer_box
SELECT min(t.lon_e6) AS west, max(t.lon_e6) AS east, min(t.lat_e6) AS south,
    max(t.lat_e6) AS north
FROM territory_within AS w
JOIN territory AS t ON t.id = w.inner_id
WHERE w.outer_id = :outer AND t.kind = 'commune' AND t.lon_e6 IS NOT NULL;

-- name: answer_by_dossier
SELECT a.key, a.value_json, a.saved_at, a.saved_by, c.title AS told_to
FROM answer AS a LEFT JOIN call AS c ON c.id = a.call_id
WHERE a.dossier_id = :dossier LIMIT 2000;

-- name: answer_by_application
SELECT key, value_json, saved_at, saved_by, NULL AS told_to
FROM application_answer WHERE application_id = :application LIMIT 2000;

-- name: answer_files
SELECT key, count(*) AS n FROM dossier_document
WHERE dossier_id = :dossier GROUP BY key;

-- name: answer_dossier
SELECT revision, trashed_at, element_id, form_revision_id, platform_id
FROM dossier WHERE id = :dossier;

-- name: answer_put
INSERT INTO answer (dossier_id, key, value_json, number, revision, saved_at,
    saved_by, call_id)
VALUES (:owner, :key, :value, :number, :revision, :now, :person, :call)
ON CONFLICT (dossier_id, key) DO UPDATE SET value_json = excluded.value_json,
    number = excluded.number, revision = excluded.revision,
    saved_at = excluded.saved_at, saved_by = excluded.saved_by,
    call_id = excluded.call_id;

-- name: answer_drop
DELETE FROM answer WHERE dossier_id = :owner AND key = :key;

-- name: application_answer_put
INSERT INTO application_answer (application_id, key, value_json, number,
    revision, saved_at, saved_by)
VALUES (:owner, :key, :value, :number, :revision, :now, :person)
ON CONFLICT (application_id, key) DO UPDATE
SET value_json = excluded.value_json, number = excluded.number,
    revision = excluded.revision, saved_at = excluded.saved_at,
    saved_by = excluded.saved_by;

-- name: application_answer_drop
DELETE FROM application_answer WHERE application_id = :owner AND key = :key;

-- name: answer_dossier_saved
UPDATE dossier SET revision = revision + 1, updated_at = :now,
    noticed_at = NULL
WHERE id = :dossier;

-- name: answer_organisation
SELECT id, name FROM organisation WHERE siret = :siret
UNION ALL
SELECT id, name FROM organisation WHERE rna = :rna
LIMIT 1;

-- name: answer_member
SELECT EXISTS (SELECT 1 FROM membership WHERE organisation_id = :organisation
    AND person_id = :person) AS member;

-- name: answer_own
UPDATE dossier SET owner_organisation_id = :organisation
WHERE id = :dossier AND owner_organisation_id IS NULL;

-- name: answer_own_element
UPDATE element SET owner_organisation_id = :organisation
WHERE id = :element AND owner_organisation_id IS NULL;

-- name: milestone_drop_planned
DELETE FROM milestone
WHERE element_id = :element AND action_id IS NULL AND done_on IS NULL;

-- name: milestone_put
INSERT INTO milestone (element_id, due_on, label)
SELECT :element, :day, :label
WHERE NOT EXISTS (SELECT 1 FROM milestone WHERE element_id = :element
    AND action_id IS NULL AND due_on = :day AND label = :label);

-- name: answer_one
SELECT value_json FROM answer WHERE dossier_id = :dossier AND key = :key;

-- name: answer_indicator_exists
SELECT 1 FROM indicator WHERE platform_id = :platform AND key = :key;

-- name: answer_indicator
SELECT label, unit FROM indicator WHERE platform_id = :platform AND key = :key;

-- name: answer_indicators
SELECT key, label, unit FROM indicator WHERE platform_id = :platform
ORDER BY label, key LIMIT 1000;

-- What a person holds: alone, with a body, or as a guest.
-- part: answer_own_elements
    UNION SELECT id FROM element WHERE owner_person_id = :person
    UNION SELECT o.id FROM membership AS m
	JOIN element AS o ON o.owner_organisation_id = m.organisation_id
	WHERE m.person_id = :person
    UNION SELECT d.element_id FROM dossier_member AS x
	JOIN dossier AS d ON d.id = x.dossier_id WHERE x.person_id = :person) AS found

-- Elements that a person may read (public, or own), by uuid, slug or title;
-- not the one being described.
-- name: answer_linked
SELECT e.uuid, e.kind, e.title
FROM (SELECT id FROM element WHERE uuid IN (:code, :typed)
	AND published_at IS NOT NULL
    UNION SELECT id FROM element WHERE platform_id = :platform
	AND kind IN ('project', 'commons', 'place', 'event', 'resource')
	AND slug = :slug AND published_at IS NOT NULL
    UNION SELECT rowid FROM element_search
	WHERE element_search MATCH :words
-- use: answer_own_elements
CROSS JOIN element AS e ON e.id = found.id
WHERE e.platform_id = :platform
    AND (e.uuid IN (:code, :typed) OR e.slug = :slug OR e.title = :typed)
    AND e.id <> coalesce((SELECT element_id FROM dossier WHERE id = :own), 0)
ORDER BY e.id LIMIT 20;

-- The title of one element; who may read it besides everybody; the last
-- application in which a service may.
-- name: answer_link
SELECT e.title, coalesce((SELECT max(a.id) FROM dossier AS d
	JOIN application AS a ON a.dossier_id = d.id AND a.state <> 'draft'
	WHERE d.element_id = e.id), 0) AS application_id, e.published_at IS NOT NULL
    OR e.owner_person_id = :person
    OR EXISTS (SELECT 1 FROM membership AS m
	WHERE m.organisation_id = e.owner_organisation_id
	AND m.person_id = :person)
    OR EXISTS (SELECT 1 FROM dossier AS d
	JOIN dossier_member AS x ON x.dossier_id = d.id
	WHERE d.element_id = e.id AND x.person_id = :person) AS readable
FROM element AS e WHERE e.uuid = :uuid;

-- What may be linked to: public elements with these words in their title, and
-- one's own.
-- name: answer_link_suggest
SELECT e.uuid, e.kind, e.title
FROM (SELECT id FROM (SELECT rowid AS id FROM element_search
	WHERE element_search MATCH :words LIMIT 200)
-- use: answer_own_elements
CROSS JOIN element AS e ON e.id = found.id
WHERE e.platform_id = :platform
    AND (e.published_at IS NOT NULL OR e.title LIKE '%' || :typed || '%')
ORDER BY e.title LIMIT :limit;
