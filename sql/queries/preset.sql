-- Loading presets: domain/preset_load*.

-- name: preset_platform
SELECT id, territory_id, created_at FROM platform WHERE slug = :slug;

-- name: preset_platform_put
INSERT INTO platform (slug, name, tagline, headline, introduction, lang,
    time_zone, territory_id, facet_kind, service_name, service_address,
    service_email, service_phone, settings_json, theme_css, created_at,
    loaded_at)
VALUES (:slug, :name, :tagline, :headline, :introduction, :lang, :time_zone,
    :territory, :facet_kind, :service_name, :service_address, :service_email,
    :service_phone, :settings, :theme_css, :now, :now)
ON CONFLICT (slug) DO UPDATE SET name = excluded.name,
    tagline = excluded.tagline, headline = excluded.headline,
    introduction = excluded.introduction, lang = excluded.lang,
    time_zone = excluded.time_zone, territory_id = excluded.territory_id,
    facet_kind = excluded.facet_kind, service_name = excluded.service_name,
    service_address = excluded.service_address,
    service_email = excluded.service_email,
    service_phone = excluded.service_phone,
    settings_json = excluded.settings_json, theme_css = excluded.theme_css,
    loaded_at = excluded.loaded_at;

-- name: preset_theme_put
INSERT INTO theme (platform_id, key, label, palette, position)
VALUES (:platform, :key, :label, :palette, :position)
ON CONFLICT (platform_id, key) DO UPDATE SET label = excluded.label,
    palette = excluded.palette, position = excluded.position;

-- name: preset_theme
SELECT id FROM theme WHERE platform_id = :platform AND key = :key;

-- name: preset_page_clear
DELETE FROM platform_page WHERE platform_id = :platform;

-- name: preset_page_add
INSERT INTO platform_page (platform_id, key, title, markdown, position)
VALUES (:platform, :key, :title, :markdown, :position);

-- name: preset_role_clear
DELETE FROM role WHERE platform_id = :platform;

-- name: preset_role_add
INSERT INTO role (platform_id, key, label, rights)
VALUES (:platform, :key, :label, :rights);

-- name: preset_indicator_put
INSERT INTO indicator (platform_id, key, label, unit, method, roll_up)
VALUES (:platform, :key, :label, :unit, :method, :roll_up)
ON CONFLICT (platform_id, key) DO UPDATE SET label = excluded.label,
    unit = excluded.unit, method = excluded.method,
    roll_up = excluded.roll_up;

-- name: preset_indicator
SELECT id FROM indicator WHERE platform_id = :platform AND key = :key;

-- --- forms

-- name: preset_form_put
INSERT INTO form (platform_id, key, label) VALUES (:platform, :key, :label)
ON CONFLICT (platform_id, key) DO UPDATE SET label = excluded.label;

-- name: preset_form
SELECT id FROM form WHERE platform_id = :platform AND key = :key;

-- The revision of that number, and the newest one.
-- name: preset_revision
SELECT r.id, r.number, r.sha256,
    (SELECT max(number) FROM form_revision WHERE form_id = f.id) AS newest
FROM form AS f
LEFT JOIN form_revision AS r ON r.form_id = f.id AND r.number = :number
WHERE f.platform_id = :platform AND f.key = :key;

-- name: preset_revision_add
INSERT INTO form_revision (form_id, number, definition_json, sha256,
    published_at)
VALUES (:form, :number, :definition, :sha256, :now);

-- --- calls

-- name: preset_call
SELECT id, platform_id, settings_json FROM call WHERE uuid = :uuid;

-- The status is left alone: an administrator may have closed the call.
-- name: preset_call_put
INSERT INTO call (uuid, platform_id, slug, title, promise, description,
    eligibility, funder_id, territory_id, form_id, status, opens_at, closes_at,
    envelope_cents, max_rate_percent, silence, silence_months, remedies,
    decision_days, settings_json, created_at)
VALUES (:uuid, :platform, :slug, :title, :promise, :description, :eligibility,
    :funder, :territory, :form, 'published', :opens_at, :closes_at, :envelope,
    :max_rate, :silence, :silence_months, :remedies, :decision_days, :settings,
    :now)
ON CONFLICT (uuid) DO UPDATE SET slug = excluded.slug, title = excluded.title,
    promise = excluded.promise, description = excluded.description,
    eligibility = excluded.eligibility, funder_id = excluded.funder_id,
    territory_id = excluded.territory_id, form_id = excluded.form_id,
    opens_at = excluded.opens_at, closes_at = excluded.closes_at,
    envelope_cents = excluded.envelope_cents,
    max_rate_percent = excluded.max_rate_percent, silence = excluded.silence,
    silence_months = excluded.silence_months, remedies = excluded.remedies,
    decision_days = excluded.decision_days,
    settings_json = excluded.settings_json;

-- name: preset_call_theme_clear
DELETE FROM call_theme WHERE call_id = :call;

-- name: preset_call_theme_add
INSERT INTO call_theme (call_id, theme_id) VALUES (:call, :theme);

-- Out of the way, so that the file's order can be written.
-- name: preset_stage_shift
UPDATE stage SET position = position + 1000 WHERE call_id = :call;

-- name: preset_stage_put
INSERT INTO stage (call_id, position, key, label, kind, opens_at, closes_at,
    reviews_visible, quorum)
VALUES (:call, :position, :key, :label, :kind, :opens_at, :closes_at, :visible,
    :quorum)
ON CONFLICT (call_id, key) DO UPDATE SET position = excluded.position,
    label = excluded.label, kind = excluded.kind,
    opens_at = excluded.opens_at, closes_at = excluded.closes_at,
    reviews_visible = excluded.reviews_visible, quorum = excluded.quorum;

-- name: preset_stage
SELECT id FROM stage WHERE call_id = :call AND key = :key;

-- Stages that left the file, unless something happened in them.
-- name: preset_stage_drop
DELETE FROM stage WHERE call_id = :call AND position >= 1000
    AND NOT EXISTS (SELECT 1 FROM application WHERE stage_id = stage.id)
    AND NOT EXISTS (SELECT 1 FROM transition WHERE stage_id = stage.id)
    AND NOT EXISTS (SELECT 1 FROM review WHERE stage_id = stage.id);

-- name: preset_stage_scored
SELECT 1 AS yes FROM review WHERE stage_id = :stage LIMIT 1;

-- name: preset_criterion_put
INSERT INTO criterion (stage_id, parent_id, position, key, label, help, weight)
VALUES (:stage, :parent, :position, :key, :label, :help, :weight)
ON CONFLICT (stage_id, key) DO UPDATE SET parent_id = excluded.parent_id,
    position = excluded.position, label = excluded.label,
    help = excluded.help, weight = excluded.weight;

-- name: preset_criterion
SELECT id FROM criterion WHERE stage_id = :stage AND key = :key;

-- As for stages: out of the way, written again, and the rest dropped.
-- name: preset_criterion_shift
UPDATE criterion SET position = position + 1000 WHERE stage_id = :stage;

-- name: preset_criterion_drop
DELETE FROM criterion WHERE stage_id = :stage AND position >= 1000;

-- name: preset_level_clear
DELETE FROM criterion_level WHERE criterion_id = :criterion;

-- name: preset_level_put
INSERT INTO criterion_level (criterion_id, value, label, anchor)
VALUES (:criterion, :value, :label, :anchor)
ON CONFLICT (criterion_id, value) DO UPDATE SET label = excluded.label,
    anchor = excluded.anchor;

-- --- organisations named by calls and demonstrations

-- name: preset_organisation_by_siret
SELECT id FROM organisation WHERE siret = :siret;

-- name: preset_organisation_by_rna
SELECT id FROM organisation WHERE rna = :rna;

-- name: preset_organisation_by_slug
SELECT id FROM organisation WHERE slug = :slug;

-- name: preset_organisation_add
INSERT INTO organisation (slug, kind, name, folded, siret, rna, territory_id,
    address, website, description, created_at)
VALUES (:slug, :kind, :name, :folded, :siret, :rna, :territory, :address,
    :website, :description, :now);
