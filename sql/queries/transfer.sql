-- Dossiers that change hands: domain/transfer.

-- A transfer that was asked for.
-- part: transfer_said
SELECT t.id, t.dossier_id, t.email, t.organisation_id, o.name AS organisation,
    t.message, coalesce(b.name, '') AS asked_by,
    t.asked_by AS asked_by_id, t.asked_at, e.title, e.slug,
    y.slug AS platform

-- What it is read from.
-- part: transfer_tied
JOIN dossier AS d ON d.id = t.dossier_id
JOIN element AS e ON e.id = d.element_id
JOIN platform AS y ON y.id = d.platform_id
LEFT JOIN organisation AS o ON o.id = t.organisation_id
LEFT JOIN person AS b ON b.id = t.asked_by

-- name: transfer_open
-- use: transfer_said
FROM dossier_transfer AS t
-- use: transfer_tied
WHERE t.dossier_id = :dossier AND t.answered_at IS NULL;

-- name: transfer_of_person
-- use: transfer_said
FROM (SELECT id FROM dossier_transfer
	WHERE email = :email AND answered_at IS NULL
    UNION SELECT x.id FROM membership AS m
	JOIN dossier_transfer AS x ON x.organisation_id = m.organisation_id
	WHERE m.person_id = :person AND m.role = 'administrator'
	AND x.answered_at IS NULL) AS mine
CROSS JOIN dossier_transfer AS t ON t.id = mine.id
-- use: transfer_tied
ORDER BY t.id LIMIT :limit;

-- name: transfer_for
-- use: transfer_said
FROM dossier_transfer AS t
-- use: transfer_tied
WHERE t.id = :id AND t.answered_at IS NULL AND (t.email = :email
    OR EXISTS (SELECT 1 FROM membership AS m
	WHERE m.organisation_id = t.organisation_id AND m.person_id = :person
	AND m.role = 'administrator'));

-- name: transfer_body
SELECT id FROM organisation WHERE siret = :siret
UNION ALL
SELECT id FROM organisation WHERE rna = :rna
LIMIT 1;

-- name: transfer_administrators
SELECT p.email, p.name, p.lang
FROM membership AS m JOIN person AS p ON p.id = m.person_id
WHERE m.organisation_id = :organisation AND m.role = 'administrator'
LIMIT 50;

-- name: transfer_add
INSERT INTO dossier_transfer (dossier_id, email, organisation_id, message,
    asked_by, asked_at)
VALUES (:dossier, :email, :organisation, :message, :by, :now);

-- name: transfer_cancel
UPDATE dossier_transfer SET answer = 'cancelled', answered_at = :now,
    answered_by = :by
WHERE dossier_id = :dossier AND answered_at IS NULL;

-- name: transfer_answer
UPDATE dossier_transfer SET answer = :answer, answered_at = :now,
    answered_by = :person
WHERE id = :id;

-- name: transfer_keep_reader
INSERT INTO dossier_member (dossier_id, person_id, level, since_at)
SELECT t.dossier_id, t.asked_by, 'view', :now
FROM dossier_transfer AS t WHERE t.id = :id AND t.asked_by IS NOT NULL
ON CONFLICT (dossier_id, person_id) DO NOTHING;

-- name: transfer_own
UPDATE dossier SET owner_person_id = :person,
    owner_organisation_id = :organisation
WHERE id = :dossier;

-- name: transfer_own_element
UPDATE element SET owner_person_id = :person,
    owner_organisation_id = :organisation, holder_name = :holder
WHERE id = (SELECT element_id FROM dossier WHERE id = :dossier);

-- Joined documents that are not the new owner's.
-- name: transfer_documents
SELECT DISTINCT x.document_id
FROM dossier_document AS x JOIN dossier AS d ON d.id = x.dossier_id
JOIN document AS c ON c.id = x.document_id
WHERE x.dossier_id = :dossier
    AND (c.owner_person_id IS NOT d.owner_person_id
    OR c.owner_organisation_id IS NOT d.owner_organisation_id) LIMIT :limit;

-- In no vault and in no other dossier: it goes with this one.
-- name: transfer_own_document
UPDATE document SET
    owner_person_id = (SELECT owner_person_id FROM dossier
	WHERE id = :dossier),
    owner_organisation_id = (SELECT owner_organisation_id FROM dossier
	WHERE id = :dossier)
WHERE id = :document AND kept_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM dossier_document AS x
	WHERE x.document_id = :document AND x.dossier_id <> :dossier);

-- name: transfer_copy_document
INSERT INTO document (nature, label, owner_person_id, owner_organisation_id,
    created_at)
SELECT c.nature, c.label, d.owner_person_id, d.owner_organisation_id, :now
FROM document AS c JOIN dossier AS d ON d.id = :dossier
WHERE c.id = :document;

-- name: transfer_copy_version
INSERT INTO document_version (document_id, number, file_id, name, issued_on,
    expires_on, sent_by, sent_at)
SELECT :copy, 1, file_id, name, issued_on, expires_on, sent_by, sent_at
FROM document_version WHERE document_id = :document ORDER BY number DESC LIMIT 1;

-- name: transfer_join_copy
UPDATE dossier_document SET document_id = :copy
WHERE dossier_id = :dossier AND document_id = :document;

-- name: transfer_forget_member
DELETE FROM dossier_member
WHERE dossier_id = :dossier AND person_id = :person;

-- name: transfer_live
SELECT id FROM application
WHERE dossier_id = :dossier AND state IN ('submitted', 'under_review')
ORDER BY id LIMIT 50;

-- name: transfer_held
SELECT d.id, e.title, e.slug, y.slug AS platform,
    coalesce(p.name, '') AS holder,
    d.owner_person_id IS NOT NULL AND (p.closed_at IS NOT NULL OR NOT EXISTS
	(SELECT 1 FROM membership AS m
	    WHERE m.organisation_id = d.owner_organisation_id
	    AND m.person_id = d.owner_person_id)) AS has_left
FROM dossier AS d
JOIN element AS e ON e.id = d.element_id
JOIN platform AS y ON y.id = d.platform_id
LEFT JOIN person AS p ON p.id = d.owner_person_id
WHERE d.owner_organisation_id = :organisation AND d.trashed_at IS NULL
ORDER BY d.updated_at DESC, d.id DESC LIMIT :limit;

-- name: transfer_forget_holder
DELETE FROM dossier_member
WHERE dossier_id = :dossier AND person_id = (SELECT owner_person_id
    FROM dossier WHERE id = :dossier
    AND owner_organisation_id = :organisation);

-- name: transfer_recover
UPDATE dossier SET owner_person_id = NULL
WHERE id = :dossier AND owner_organisation_id = :organisation
    AND owner_person_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM membership AS m
	JOIN person AS p ON p.id = m.person_id AND p.closed_at IS NULL
	WHERE m.organisation_id = dossier.owner_organisation_id
	AND m.person_id = dossier.owner_person_id);

-- name: transfer_recover_element
UPDATE element SET owner_person_id = NULL
WHERE id = (SELECT element_id FROM dossier WHERE id = :dossier);
