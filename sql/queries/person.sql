-- People, accounts, tokens sent by mail: lib/domain/person.c, account*.c.

-- name: person_by_id
SELECT id, email, name, lang, confirmed_at, admin FROM person
WHERE id = :id AND closed_at IS NULL;

-- name: person_by_email
SELECT id, email, name, lang, confirmed_at, admin FROM person
WHERE email = :email AND closed_at IS NULL;

-- --- upkeep

-- name: token_drop_old
DELETE FROM email_token WHERE expires_at < :before;

-- An account whose address was never proved owns nothing: it was a typing
-- error, or somebody else's address.
-- name: person_drop_unproved
DELETE FROM person WHERE id IN (SELECT id FROM person
    WHERE confirmed_at IS NULL AND closed_at IS NULL AND created_at < :before
    ORDER BY created_at LIMIT 100);

-- --- accounts

-- name: account_secret
SELECT id, password_hash, closed_at FROM person WHERE email = :email;

-- name: account_secret_by_id
SELECT password_hash FROM person WHERE id = :id AND closed_at IS NULL;

-- name: account_add
INSERT INTO person (email, name, password_hash, lang, admin, confirmed_at,
    created_at)
VALUES (:email, :name, :hash, :lang, :admin, :now, :now);

-- name: account_by_id
SELECT email, name, lang, coalesce(phone, '') AS phone,
    password_hash IS NOT NULL AS has_password, reminders, comments,
    created_at
FROM person WHERE id = :id AND closed_at IS NULL;

-- name: account_hash_put
UPDATE person SET password_hash = :hash WHERE id = :id AND closed_at IS NULL;

-- name: account_proved
UPDATE person SET confirmed_at = coalesce(confirmed_at, :now) WHERE id = :id;

-- name: account_profile_put
UPDATE person SET name = :name, phone = :phone, lang = :lang
WHERE id = :id AND closed_at IS NULL;

-- name: account_mails_put
UPDATE person SET reminders = :reminders, comments = :comments WHERE id = :id;

-- name: account_email_put
UPDATE person SET email = :email, confirmed_at = :now
WHERE id = :id AND closed_at IS NULL;

-- name: account_close
UPDATE person SET email = 'ferme-' || id || '@terreau.invalid',
    name = :name, password_hash = NULL, phone = NULL, admin = 0,
    closed_at = :now
WHERE id = :id AND closed_at IS NULL;

-- Counted support goes with the account.
-- name: account_close_backings
DELETE FROM element_backing WHERE person_id = :id;

-- name: account_close_grants
DELETE FROM role_grant WHERE person_id = :id;

-- name: account_close_memberships
DELETE FROM membership WHERE person_id = :id;

-- name: account_close_dossiers
DELETE FROM dossier_member WHERE person_id = :id;

-- The vault goes with its owner, but for what a deposit froze: domain/vault.
-- name: account_close_vault
UPDATE document SET removed_at = :now
WHERE owner_person_id = :id AND owner_organisation_id IS NULL
    AND kept_at IS NOT NULL AND removed_at IS NULL;

-- name: account_close_sendings
DELETE FROM sending WHERE person_id = :id;

-- name: account_close_tokens
DELETE FROM email_token WHERE person_id = :id;

-- name: account_close_drafts
UPDATE dossier SET trashed_at = :now
WHERE owner_person_id = :id AND owner_organisation_id IS NULL
    AND trashed_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM application AS a
	WHERE a.dossier_id = dossier.id AND a.state <> 'draft');

-- name: account_alone_in
SELECT o.name FROM membership AS m
JOIN organisation AS o ON o.id = m.organisation_id
WHERE m.person_id = :id AND m.role = 'administrator'
    AND NOT EXISTS (SELECT 1 FROM membership AS x
	WHERE x.organisation_id = m.organisation_id AND x.person_id <> :id
	AND x.role = 'administrator')
    AND EXISTS (SELECT 1 FROM membership AS x
	WHERE x.organisation_id = m.organisation_id AND x.person_id <> :id)
ORDER BY o.name LIMIT 10;

-- name: account_alone_on
SELECT p.name FROM role_grant AS g JOIN platform AS p ON p.id = g.scope_id
WHERE g.person_id = :id AND g.role = 'administrator'
    AND g.scope_kind = 'platform'
    AND NOT EXISTS (SELECT 1 FROM role_grant AS x
	WHERE x.scope_kind = 'platform' AND x.scope_id = g.scope_id
	AND x.role = 'administrator' AND x.person_id <> :id)
ORDER BY p.name LIMIT 10;

-- name: account_list
SELECT id, email, name, lang, confirmed_at, admin, created_at, closed_at
FROM person WHERE id > :after ORDER BY id LIMIT :limit;

-- --- tokens

-- name: token_add
INSERT INTO email_token (hash, purpose, email, person_id, invitation_id,
    data_json, next_url, expires_at)
VALUES (:hash, :purpose, :email, :person, :invitation, :data, :next, :expires);

-- name: token_get
SELECT t.purpose, t.email, t.person_id, t.invitation_id, t.data_json,
    t.next_url, p.name
FROM email_token AS t LEFT JOIN person AS p ON p.id = t.person_id
WHERE t.hash = :hash AND t.used_at IS NULL AND t.expires_at > :now
    AND (p.id IS NULL OR p.closed_at IS NULL);

-- name: token_used
UPDATE email_token SET used_at = :now, data_json = NULL
WHERE hash = :hash AND used_at IS NULL;

-- name: token_drop_same
DELETE FROM email_token
WHERE person_id = :person AND purpose = :purpose AND hash <> :hash;

-- name: token_waiting
SELECT count(*) AS n FROM email_token
WHERE email = :email AND expires_at > :now AND used_at IS NULL
    AND purpose <> 'invite';

-- --- my data (account_export)

-- name: export_memberships
SELECT o.name, m.role, m.title, m.since_at FROM membership AS m
JOIN organisation AS o ON o.id = m.organisation_id
WHERE m.person_id = :id ORDER BY m.since_at LIMIT 1000;

-- name: export_dossiers
SELECT d.id, e.title, e.summary, e.description, e.state, d.created_at,
    d.updated_at
FROM dossier AS d JOIN element AS e ON e.id = d.element_id
WHERE d.owner_person_id = :id AND d.id > :after ORDER BY d.id LIMIT 1000;

-- name: export_answers
SELECT key, value_json, saved_at FROM answer
WHERE dossier_id = :dossier ORDER BY key LIMIT 2000;

-- name: export_applications
SELECT a.number, c.title, a.state, a.submitted_at, a.decided_at
FROM application AS a JOIN call AS c ON c.id = a.call_id
WHERE a.dossier_id = :dossier ORDER BY a.id LIMIT 500;

-- name: export_messages
SELECT m.body, m.sent_at, a.number FROM message AS m
JOIN application AS a ON a.id = m.application_id
WHERE m.author_id = :id AND m.id > :after ORDER BY m.id LIMIT 5000;

-- name: export_documents
SELECT d.nature, d.label, d.created_at, v.name FROM document AS d
LEFT JOIN document_version AS v ON v.document_id = d.id
WHERE d.owner_person_id = :id ORDER BY d.id, v.number LIMIT 5000;

-- name: export_reviews
SELECT a.number, r.recommendation, r.comment, r.submitted_at FROM review AS r
JOIN application AS a ON a.id = r.application_id
WHERE r.reviewer_id = :id ORDER BY r.id LIMIT 5000;

-- name: export_backings
SELECT e.title, b.kind, b.message, b.since_at
FROM element_backing AS b JOIN element AS e ON e.id = b.element_id
WHERE b.person_id = :id ORDER BY b.since_at LIMIT 10000;

-- name: export_offers
SELECT e.title, s.kind, s.message, s.answer, s.offered_at
FROM support_offer AS s JOIN element AS e ON e.id = s.element_id
WHERE s.offered_by = :id ORDER BY s.id LIMIT 10000;

-- name: export_listenings
SELECT l.name, l.filter_json, m.digest, m.since_at
FROM listening_member AS m JOIN listening AS l ON l.id = m.listening_id
WHERE m.person_id = :id ORDER BY l.id LIMIT 1000;

-- name: export_listening_notes
SELECT e.title, n.body, n.written_at
FROM listening_note AS n JOIN element AS e ON e.id = n.element_id
WHERE n.author_id = :id ORDER BY n.id LIMIT 10000;

-- name: export_audit
SELECT at, event, detail_json FROM audit
WHERE person_id = :id ORDER BY id DESC LIMIT 2000;
