-- Forms and their revisions: domain/form.

-- name: form_revision
SELECT id, form_id, number, definition_json, sha256, published_at
FROM form_revision WHERE id = :id;

-- name: form_latest
SELECT r.id
FROM form AS f
JOIN form_revision AS r ON r.form_id = f.id
WHERE f.platform_id = :platform AND f.key = :key
    AND r.published_at IS NOT NULL
ORDER BY r.number DESC LIMIT 1;

-- name: form_of_projects
SELECT f.key
FROM platform AS p
JOIN form AS f ON f.platform_id = p.id
JOIN form_revision AS r ON r.form_id = f.id AND r.published_at IS NOT NULL
WHERE p.id = :platform
    AND json_extract(r.definition_json, '$.kind') IN ('project', 'commons')
ORDER BY f.key = coalesce(json_extract(p.settings_json, '$.listening.form'),
    '') DESC, json_extract(r.definition_json, '$.kind') DESC, f.id
LIMIT 1;

-- Revisions offered to drafts: domain/form_offer. "pinned": presented, and not
-- decided yet.
-- name: form_offer_dossier
SELECT r.id AS from_id,
    (SELECT n.id FROM form_revision AS n WHERE n.form_id = r.form_id
	AND n.number > r.number AND n.published_at IS NOT NULL AND n.offered
	ORDER BY n.number DESC LIMIT 1) AS to_id,
    EXISTS (SELECT 1 FROM application AS a WHERE a.dossier_id = d.id
	AND a.state IN ('submitted', 'under_review')) AS pinned
FROM dossier AS d JOIN form_revision AS r ON r.id = d.form_revision_id
WHERE d.id = :dossier AND d.trashed_at IS NULL;

-- Of a call's own questions first, else of the form it reads the dossier through.
-- name: form_offer_application
SELECT r.id AS from_id,
    (SELECT n.id FROM form_revision AS n WHERE n.form_id = r.form_id
	AND n.number > r.number AND n.published_at IS NOT NULL AND n.offered
	ORDER BY n.number DESC LIMIT 1) AS to_id,
    a.state <> 'draft' AS pinned
FROM application AS a JOIN form_revision AS r
    ON r.id IN (a.form_revision_id, a.through_revision_id)
WHERE a.id = :application
ORDER BY to_id IS NULL, r.id IS NOT a.form_revision_id LIMIT 1;

-- name: form_offer_platform
SELECT platform_id FROM dossier WHERE id = :dossier;

-- name: form_offer_move_dossier
UPDATE dossier SET form_revision_id = :revision, revision = revision + 1,
    updated_at = :now
WHERE id = :dossier;

-- name: form_offer_move_application
UPDATE application SET revision = revision + 1,
    form_revision_id = iif(form_revision_id = :from, :revision,
    form_revision_id),
    through_revision_id = iif(through_revision_id = :from, :revision,
    through_revision_id)
WHERE id = :application;
