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
