-- Demonstrations: domain/demo*.

-- name: demo_person
SELECT id FROM person WHERE email = :email;

-- name: demo_person_add
INSERT INTO person (email, name, password_hash, phone, confirmed_at,
    created_at)
VALUES (:email, :name, :password, :phone, :now, :now);

-- name: demo_membership_add
INSERT INTO membership (organisation_id, person_id, role, title, since_at)
VALUES (:organisation, :person, 'administrator', :title, :now)
ON CONFLICT DO NOTHING;

-- name: demo_organisation_count
-- scan: once a demonstration, to say how many came
SELECT count(*) AS n FROM organisation;

-- What an organisation made by a call does not say yet.
-- name: demo_organisation_fill
UPDATE organisation SET territory_id = coalesce(territory_id, :territory),
    address = coalesce(address, :address),
    website = coalesce(website, :website),
    description = coalesce(description, :description)
WHERE id = :id;

-- How far each story was played, and the day the first began.
-- name: demo_setting
SELECT value FROM setting WHERE key = :key;

-- name: demo_setting_put
INSERT INTO setting (key, value) VALUES (:key, :value)
ON CONFLICT (key) DO UPDATE SET value = excluded.value;

-- The mails that an event of the past caused.
-- name: demo_drop_mails
DELETE FROM job WHERE kind = 'mail' AND created_at = :at;

-- name: demo_contribution_add
INSERT INTO opinion (element_id, kind, author_name, verdict, body, visibility,
    given_at)
VALUES (:element, 'public', :name, :verdict, :body, 'public', :now);

-- name: demo_action_put
INSERT INTO action (element_id, position, title, lead, starts_on, ends_on,
    status, progress_percent)
VALUES (:element, :position, :title, :lead, :starts, :ends, :status, :progress)
ON CONFLICT (element_id, position) DO NOTHING;

-- name: demo_action
SELECT id FROM action WHERE element_id = :element AND position = :position;

-- name: demo_milestone_done
UPDATE milestone SET action_id = :action, done_on = :done
WHERE element_id = :element AND label = :label;

-- The project of a dossier and its application, the last one made.
-- name: demo_rows
SELECT d.element_id, (SELECT max(a.id) FROM application AS a
    WHERE a.dossier_id = d.id) AS application_id
FROM dossier AS d WHERE d.id = :dossier;
