-- Offers of support: domain/support.

-- An offer, who makes it and of what.
-- part: support_said
SELECT s.id, s.element_id, s.listening_id, s.organisation_id,
    coalesce(o.name, p.name, '') AS by_name, coalesce(p.name, '') AS person,
    s.kind, s.amount_cents, s.message, s.offered_at, s.answer, s.answer_text,
    s.answered_at, s.share_ends_at, s.share_documents,
    s.offered_by, e.title, e.slug
FROM support_offer AS s
JOIN element AS e ON e.id = s.element_id
LEFT JOIN organisation AS o ON o.id = s.organisation_id
LEFT JOIN person AS p ON p.id = s.offered_by

-- name: support_of_element
-- use: support_said
WHERE s.element_id = :element AND s.answer IS NOT 'withdrawn'
ORDER BY s.id DESC LIMIT :limit;

-- name: support_of_listening
-- use: support_said
WHERE s.listening_id = :listening AND s.element_id = :element
ORDER BY s.id DESC LIMIT :limit;

-- name: support_is_member
SELECT EXISTS (SELECT 1 FROM membership
    WHERE organisation_id = :organisation AND person_id = :person) AS member;

-- name: support_may_offer
SELECT EXISTS (SELECT 1 FROM element WHERE id = :element
	AND published_at IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM support_offer
	WHERE element_id = :element AND kind = :kind AND answer IS NULL
	AND CASE WHEN :organisation = 0 THEN offered_by = :person
	    AND organisation_id IS NULL
	    ELSE organisation_id = :organisation END) AS may;

-- name: support_add
INSERT INTO support_offer (element_id, listening_id, organisation_id,
    offered_by, kind, amount_cents, message, offered_at)
VALUES (:element, :listening, :organisation, :person, :kind, :amount, :message,
    :now);

-- name: support_one
SELECT coalesce(offered_by, 0) AS offered_by FROM support_offer
WHERE id = :id AND element_id = :element;

-- name: support_answer
UPDATE support_offer SET answer = :answer, answer_text = :text,
    answered_by = :person, answered_at = :now, share_ends_at = :ends,
    share_documents = :documents
WHERE id = :id AND answer IS NULL;

-- name: support_stop
UPDATE support_offer SET share_ends_at = :now
WHERE id = :id AND answer = 'accepted' AND share_ends_at > :now;

-- name: support_withdraw
UPDATE support_offer SET answer = 'withdrawn', answered_at = :now,
    answered_by = :person
WHERE id = :id AND offered_by = :person AND answer IS NULL;

-- Whom the holder shares the dossier with: who offered in their own name, or
-- the members of the body in whose name it was.
-- name: right_shared
SELECT EXISTS (SELECT 1 FROM dossier AS d
    JOIN support_offer AS s ON s.element_id = d.element_id
    WHERE d.id = :dossier AND d.trashed_at IS NULL AND s.answer = 'accepted'
    AND s.share_ends_at > coalesce(nullif(:now, 0), unixepoch())
    AND ((s.organisation_id IS NULL AND s.offered_by = :person) OR EXISTS (SELECT 1 FROM membership AS m
	WHERE m.organisation_id = s.organisation_id
	AND m.person_id = :person))) AS shared;

-- Are the pieces shared with the person, with the dossier?
-- name: support_documents
SELECT EXISTS (SELECT 1 FROM dossier AS d
    JOIN support_offer AS s ON s.element_id = d.element_id
    WHERE d.id = :dossier AND d.trashed_at IS NULL AND s.answer = 'accepted'
    AND s.share_documents = 1 AND s.share_ends_at > :now
    AND ((s.organisation_id IS NULL AND s.offered_by = :person) OR EXISTS
	(SELECT 1 FROM membership AS m
	WHERE m.organisation_id = s.organisation_id
	AND m.person_id = :person))) AS shared;

-- Who reads a document now, with a dossier that is shared with them.
-- name: support_of_document
SELECT coalesce(o.name, p.name, '') AS recipient, s.id, s.share_ends_at,
    e.title, e.slug, y.slug AS platform
FROM dossier_document AS x
JOIN dossier AS d ON d.id = x.dossier_id AND d.trashed_at IS NULL
JOIN element AS e ON e.id = d.element_id
JOIN platform AS y ON y.id = e.platform_id
JOIN support_offer AS s ON s.element_id = e.id AND s.answer = 'accepted'
    AND s.share_documents = 1 AND s.share_ends_at > :now
LEFT JOIN organisation AS o ON o.id = s.organisation_id
LEFT JOIN person AS p ON p.id = s.offered_by
WHERE x.document_id = :document ORDER BY s.id DESC LIMIT :limit;
