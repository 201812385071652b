-- A made-up platform: lib/domain/generator.c.

-- name: generator_platform_add
INSERT INTO platform (slug, name, tagline, headline, introduction, territory_id,
    facet_kind, service_name, service_email, created_at, loaded_at)
VALUES (:slug, :name, :tagline, :headline, :introduction,
    (SELECT id FROM territory WHERE kind = 'country' AND code = 'FR'), 'epci',
    :name, 'service@demo.invalid', :now, :now);

-- name: generator_theme_add
INSERT INTO theme (platform_id, key, label, palette, position)
VALUES (:platform, :key, :label, :palette, :palette);

-- name: generator_call_add
INSERT INTO call (uuid, platform_id, slug, title, promise, status, opens_at,
    closes_at, envelope_cents, created_at)
VALUES (:uuid, :platform, :slug, :title, :promise, 'published', :opens, :closes,
    10000000000, :opens);

-- name: generator_stage_add
INSERT INTO stage (call_id, position, key, label, kind)
VALUES (:call, :position, :key, :label, :kind);

-- The communes of the EPCI numbered :first and after, one EPCI in seven.
-- name: generator_communes
SELECT c.id
FROM (SELECT id FROM territory WHERE kind = 'epci' ORDER BY code
    LIMIT :epci) AS e
CROSS JOIN territory_within AS w ON w.outer_id = e.id
CROSS JOIN territory AS c ON c.id = w.inner_id AND c.kind = 'commune'
LIMIT 20000;

-- name: generator_person_add
INSERT INTO person (email, name, confirmed_at, created_at)
VALUES (:email, :name, :now, :now);

-- name: generator_organisation_add
INSERT INTO organisation (slug, kind, name, folded, territory_id, created_at)
VALUES (:slug, :kind, :name, :folded, :territory, :now);

-- name: generator_dossier_add
INSERT INTO dossier (element_id, platform_id, owner_organisation_id,
    created_at, updated_at)
VALUES (:element, :platform, :organisation, :now, :now);

-- name: generator_cost_add
INSERT INTO plan_cost (dossier_id, position, label, amount_cents)
VALUES (:dossier, 1, :label, :cost);

-- name: generator_source_add
INSERT INTO plan_source (dossier_id, position, funder_name, asked_cents,
    promised_cents, granted_cents)
VALUES (:dossier, :position, :funder, :asked, :promised, :granted);

-- name: generator_application_add
INSERT INTO application (number, dossier_id, call_id, platform_id, state,
    stage_id, tray, requested_cents, granted_cents, created_at, submitted_at,
    resubmitted_at, taken_at, decided_at, waiting_since, news, news_at, title,
    folded, holder_name)
VALUES (:number, :dossier, :call, :platform, :state, :stage, :tray, :requested,
    :granted, :at, :at, :at, :taken, :decided, :at, 'submit', :at, :title,
    :folded, :holder);

-- name: generator_action_add
INSERT INTO action (element_id, position, title, status, progress_percent)
VALUES (:element, 1, :title, :status, :progress);

-- name: generator_indicator_add
INSERT INTO indicator (platform_id, key, label, unit)
VALUES (:platform, :key, :label, :unit);

-- name: generator_target_add
INSERT INTO target (element_id, indicator_id, baseline, goal, due_on)
VALUES (:element, :indicator, 0, :goal, '2030-12-31');

-- name: generator_measurement_add
INSERT INTO measurement (target_id, measured_on, value, reported_at,
    validated_at)
VALUES (:target, :day, :value, :now, :validated);
