-- Forms being written and published: domain/form_draft.

-- name: form_draft_list
SELECT f.key, f.label,
    coalesce((SELECT max(number) FROM form_revision
	WHERE form_id = f.id AND published_at IS NOT NULL), 0) AS published,
    coalesce((SELECT max(published_at) FROM form_revision
	WHERE form_id = f.id), 0) AS published_at,
    coalesce(d.number, 0) AS draft, coalesce(d.edited_at, 0) AS edited_at,
    coalesce(p.name, '') AS edited_by,
    (SELECT r.definition_json ->> 'kind' FROM form_revision AS r
	WHERE r.form_id = f.id ORDER BY r.number DESC LIMIT 1) AS kind,
    (SELECT count(*) FROM call WHERE platform_id = f.platform_id
	AND (form_id = f.id OR settings_json ->> 'supplement' = f.key))
	AS calls,
    (SELECT count(*) FROM form_revision AS r
	JOIN dossier AS x ON x.form_revision_id = r.id WHERE r.form_id = f.id)
    + (SELECT count(*) FROM form_revision AS r
	JOIN application AS x ON x.form_revision_id = r.id
	WHERE r.form_id = f.id)
    + (SELECT count(*) FROM form_revision AS r
	JOIN application AS x ON x.through_revision_id = r.id
	WHERE r.form_id = f.id) AS dossiers
FROM form AS f
LEFT JOIN form_revision AS d ON d.form_id = f.id AND d.published_at IS NULL
LEFT JOIN person AS p ON p.id = d.edited_by
WHERE f.platform_id = :platform
ORDER BY f.label, f.id LIMIT 200;

-- name: form_draft_versions
SELECT r.number, coalesce(r.published_at, 0) AS published_at,
    coalesce(r.edited_at, 0) AS edited_at, r.sha256, r.offered,
    coalesce(p.name, '') AS edited_by,
    (SELECT count(*) FROM dossier WHERE form_revision_id = r.id)
    + (SELECT count(*) FROM application WHERE form_revision_id = r.id)
    + (SELECT count(*) FROM application WHERE through_revision_id = r.id)
	AS dossiers
FROM form AS f
JOIN form_revision AS r ON r.form_id = f.id
LEFT JOIN person AS p ON p.id = r.edited_by
WHERE f.platform_id = :platform AND f.key = :key
ORDER BY r.number DESC LIMIT 100;

-- name: form_draft_load
SELECT r.id, r.form_id, r.number, r.definition_json, r.sha256, r.edits,
    coalesce(r.published_at, 0) AS published_at,
    coalesce(r.edited_at, 0) AS edited_at, coalesce(p.name, '') AS edited_by
FROM form AS f
JOIN form_revision AS r ON r.form_id = f.id
LEFT JOIN person AS p ON p.id = r.edited_by
WHERE f.platform_id = :platform AND f.key = :key AND r.number = :number;

-- The number of the draft, of the last published, of the last of all; 0: none.
-- name: form_draft_numbers
SELECT f.id,
    coalesce((SELECT number FROM form_revision WHERE form_id = f.id
	AND published_at IS NULL), 0) AS draft,
    coalesce((SELECT max(number) FROM form_revision WHERE form_id = f.id
	AND published_at IS NOT NULL), 0) AS published,
    coalesce((SELECT max(number) FROM form_revision WHERE form_id = f.id), 0)
	AS newest
FROM form AS f WHERE f.platform_id = :platform AND f.key = :key;

-- name: form_draft_form_add
INSERT INTO form (platform_id, key, label) VALUES (:platform, :key, :label);

-- name: form_draft_add
INSERT INTO form_revision (form_id, number, definition_json, sha256, edited_at,
    edited_by)
VALUES (:form, :number, :definition, :sha256, :now, :person);

-- name: form_draft_put
UPDATE form_revision SET definition_json = :definition, sha256 = :sha256,
    edits = edits + 1, edited_at = :now, edited_by = :person
WHERE id = :id AND published_at IS NULL;

-- name: form_draft_publish
UPDATE form_revision SET definition_json = :definition, sha256 = :sha256,
    published_at = :now, offered = :offered, edited_at = :now,
    edited_by = :person
WHERE id = :id AND published_at IS NULL;

-- name: form_draft_offer
UPDATE form_revision SET offered = :offered
WHERE id = :id AND published_at IS NOT NULL AND offered <> :offered;

-- Who fills an older revision and would be told of this one: dossiers that no
-- service examines, and applications being written for their own questions.
-- name: form_draft_older
SELECT (SELECT count(*) FROM form_revision AS r
	JOIN dossier AS d ON d.form_revision_id = r.id
	WHERE r.form_id = :form AND r.number < :number
	AND d.trashed_at IS NULL
	AND NOT EXISTS (SELECT 1 FROM application AS a
	    WHERE a.dossier_id = d.id
	    AND a.state IN ('submitted', 'under_review')))
    + (SELECT count(*) FROM form_revision AS r
	JOIN application AS a ON a.form_revision_id = r.id
	WHERE r.form_id = :form AND r.number < :number AND a.state = 'draft')
    AS n;

-- name: form_draft_label
UPDATE form SET label = :label WHERE id = :id;

-- name: form_draft_drop
DELETE FROM form_revision WHERE id = :id AND published_at IS NULL;

-- A form that has no revision left was never published.
-- name: form_draft_drop_form
DELETE FROM form WHERE id = :id
    AND NOT EXISTS (SELECT 1 FROM form_revision WHERE form_id = form.id)
    AND NOT EXISTS (SELECT 1 FROM call WHERE form_id = form.id);

-- What other forms of the platform ask, in their last published revision.
-- name: form_draft_elsewhere
SELECT r.definition_json
FROM form AS f
JOIN form_revision AS r ON r.form_id = f.id
    AND r.number = (SELECT max(number) FROM form_revision
	WHERE form_id = f.id AND published_at IS NOT NULL)
WHERE f.platform_id = :platform AND f.id <> :form
ORDER BY f.id LIMIT 100;

-- name: form_draft_uses
SELECT a.value_json
FROM answer AS a JOIN dossier AS d ON d.id = a.dossier_id
WHERE a.key = :key AND d.platform_id = :platform LIMIT 1000;

-- name: form_draft_calls
SELECT slug, title, status FROM call WHERE platform_id = :platform
    AND (form_id = :form OR settings_json ->> 'supplement' = :key)
ORDER BY id DESC LIMIT 50;
