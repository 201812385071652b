-- Calls written by people, and invitations: domain/call_edit.

-- name: call_edit_open
SELECT c.id, c.slug, c.title, c.status, c.opens_at, c.closes_at,
    0 AS applications, 0 AS invited
FROM call AS c
WHERE c.platform_id = :platform AND c.status = 'published'
    AND coalesce(c.opens_at, 0) <= :now
    AND (c.closes_at IS NULL OR c.closes_at >= :now)
ORDER BY c.closes_at IS NULL, c.closes_at, c.id LIMIT 50;

-- name: call_edit_list
SELECT c.id, c.slug, c.title, c.status, c.opens_at, c.closes_at,
    (SELECT count(*) FROM application AS a WHERE a.call_id = c.id
	AND a.state <> 'draft') AS applications,
    (SELECT count(*) FROM call_invitation AS i WHERE i.call_id = c.id)
    AS invited
FROM call AS c WHERE c.platform_id = :platform
ORDER BY c.id DESC LIMIT 200;

-- name: call_edit_get
SELECT title, promise, description, eligibility, remedies, funder_id,
    territory_id, form_id, opens_at, closes_at, envelope_cents,
    coalesce(json_extract(settings_json, '$.min_cents'), 0) AS min_cents,
    coalesce(json_extract(settings_json, '$.max_cents'), 0) AS max_cents,
    max_rate_percent, decision_days, silence, silence_months
FROM call WHERE id = :id;

-- name: call_edit_themes
SELECT theme_id FROM call_theme WHERE call_id = :call LIMIT 50;

-- name: call_edit_settings
SELECT settings_json FROM call WHERE id = :id;

-- name: call_edit_written
SELECT coalesce(json_extract(settings_json, '$.written'), 0) AS written
FROM call WHERE id = :id;

-- name: call_edit_used
SELECT EXISTS (SELECT 1 FROM application WHERE call_id = :id) AS used;

-- name: call_edit_add
INSERT INTO call (uuid, platform_id, slug, title, promise, description,
    eligibility, funder_id, territory_id, form_id, status, opens_at, closes_at,
    envelope_cents, max_rate_percent, silence, silence_months, remedies,
    decision_days, settings_json, created_at)
VALUES (:uuid, :platform, :slug, :title, :promise, :description, :eligibility,
    :funder, :territory, :form, 'draft', :opens_at, :closes_at, :envelope,
    :max_rate, :silence, :silence_months, :remedies, :decision_days, :settings,
    :now);

-- name: call_edit_change
UPDATE call SET title = :title, promise = :promise, description = :description,
    eligibility = :eligibility, funder_id = :funder, territory_id = :territory,
    form_id = :form, opens_at = :opens_at, closes_at = :closes_at,
    envelope_cents = :envelope, max_rate_percent = :max_rate,
    silence = :silence, silence_months = :silence_months,
    remedies = :remedies, decision_days = :decision_days,
    settings_json = :settings
WHERE id = :id;

-- name: call_edit_publish
UPDATE call SET status = 'published' WHERE id = :id AND status = 'draft';

-- name: call_edit_stage_add
INSERT INTO stage (call_id, position, key, label, kind)
VALUES (:call, :position, :key, :label, :kind);

-- Stages of a model, without its dates.
-- name: call_edit_stages_copy
INSERT INTO stage (call_id, position, key, label, kind, reviews_visible, quorum)
SELECT :call, position, key, label, kind, reviews_visible, quorum
FROM stage WHERE call_id = :model;

-- name: call_edit_criteria_copy
INSERT INTO criterion (stage_id, position, key, label, help, weight)
SELECT n.id, c.position, c.key, c.label, c.help, c.weight
FROM stage AS m
JOIN criterion AS c ON c.stage_id = m.id
JOIN stage AS n ON n.call_id = :call AND n.key = m.key
WHERE m.call_id = :model;

-- name: call_edit_parents_copy
UPDATE criterion SET parent_id = (SELECT np.id
    FROM stage AS n
    JOIN stage AS m ON m.call_id = :model AND m.key = n.key
    JOIN criterion AS mc ON mc.stage_id = m.id AND mc.key = criterion.key
    JOIN criterion AS mp ON mp.id = mc.parent_id
    JOIN criterion AS np ON np.stage_id = n.id AND np.key = mp.key
    WHERE n.id = criterion.stage_id)
WHERE stage_id IN (SELECT id FROM stage WHERE call_id = :call);

-- name: call_edit_levels_copy
INSERT INTO criterion_level (criterion_id, value, label, anchor)
SELECT nc.id, l.value, l.label, l.anchor
FROM stage AS m
JOIN criterion AS c ON c.stage_id = m.id
JOIN criterion_level AS l ON l.criterion_id = c.id
JOIN stage AS n ON n.call_id = :call AND n.key = m.key
JOIN criterion AS nc ON nc.stage_id = n.id AND nc.key = c.key
WHERE m.call_id = :model;

-- name: call_edit_invitable
SELECT d.id, e.slug FROM element AS e
JOIN dossier AS d ON d.element_id = e.id AND d.trashed_at IS NULL
WHERE e.id = :element AND e.platform_id = :platform
    AND e.published_at IS NOT NULL;

-- name: call_edit_invite
INSERT INTO call_invitation (call_id, dossier_id, invited_by, invited_at,
    sent_at)
VALUES (:call, :dossier, :person, :now, :sent)
ON CONFLICT DO NOTHING;

-- name: call_edit_unsent
SELECT d.element_id, e.slug
FROM call_invitation AS i
JOIN dossier AS d ON d.id = i.dossier_id
JOIN element AS e ON e.id = d.element_id
WHERE i.call_id = :call AND i.sent_at IS NULL LIMIT 200;

-- name: call_edit_sent
UPDATE call_invitation SET sent_at = :now
WHERE call_id = :call AND sent_at IS NULL;

-- Of what its holder took back and did not present, only that it was invited.
-- name: call_edit_invited
SELECT iif(e.published_at IS NULL AND a.id IS NULL, '', e.title) AS title,
    iif(e.published_at IS NULL AND a.id IS NULL, '', e.slug) AS slug,
    iif(e.published_at IS NULL AND a.id IS NULL, '', e.holder_name)
    AS holder_name, a.state, i.invited_at, i.sent_at
FROM call_invitation AS i
JOIN dossier AS d ON d.id = i.dossier_id
JOIN element AS e ON e.id = d.element_id
LEFT JOIN application AS a ON a.dossier_id = d.id AND a.call_id = i.call_id
    AND a.state <> 'draft'
WHERE i.call_id = :call ORDER BY e.title LIMIT 200;

-- Forms that a call may be presented with, published.
-- name: call_edit_forms
SELECT f.id, f.label FROM form AS f
WHERE f.platform_id = :platform
    AND EXISTS (SELECT 1 FROM form_revision AS r WHERE r.form_id = f.id
	AND r.published_at IS NOT NULL
	AND json_extract(r.definition_json, '$.kind') = 'project')
ORDER BY f.id LIMIT 50;

-- Who may fund: whoever funded here, and the bodies of who writes the call.
-- name: call_edit_funders
SELECT o.id, o.name FROM organisation AS o
WHERE o.id IN (SELECT c.funder_id FROM call AS c
	WHERE c.platform_id = :platform
    UNION SELECT m.organisation_id FROM membership AS m
	WHERE m.person_id = :person)
ORDER BY o.name LIMIT 100;
