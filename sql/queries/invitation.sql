-- Invitations: lib/domain/invitation.c. One waits fourteen days.

-- name: invitation_add
INSERT INTO invitation (email, organisation_id, dossier_id, role, scope_kind,
    scope_id, platform_id, invited_by, created_at)
VALUES (:email, :organisation, :dossier, :role, :scope_kind, :scope,
    :platform, :by, :now);

-- The same invitation sent again replaces the one that waits.
-- name: invitation_drop_same
DELETE FROM invitation
WHERE email = :email AND answered_at IS NULL
    AND organisation_id IS :organisation AND dossier_id IS :dossier
    AND scope_kind IS :scope_kind AND scope_id IS :scope
    AND (scope_kind IS NULL OR role = :role);

-- What every list of invitations begins with.
-- part: invitation_head
SELECT i.id, i.email, i.organisation_id, i.dossier_id, i.role, i.scope_kind,
    i.scope_id, i.platform_id, i.created_at, i.answer,

-- The scope of the role it gives, in words.
-- part: invitation_scope
    (SELECT s.name FROM scope_said AS s WHERE s.kind = i.scope_kind
	AND s.id = i.scope_id) AS scope_name,
    (SELECT s.parent FROM scope_said AS s WHERE s.kind = i.scope_kind
	AND s.id = i.scope_id) AS scope_parent,
    (SELECT r.label FROM role AS r WHERE r.platform_id = i.platform_id
	AND r.key = i.role) AS role_label

-- Whole, with its title.
-- part: invitation_said
-- use: invitation_head
    coalesce(b.name, '') AS by_name, i.invited_by,
    coalesce(o.name, e.title) AS title,
-- use: invitation_scope
FROM invitation AS i
LEFT JOIN person AS b ON b.id = i.invited_by
LEFT JOIN organisation AS o ON o.id = i.organisation_id
LEFT JOIN dossier AS d ON d.id = i.dossier_id
LEFT JOIN element AS e ON e.id = d.element_id

-- name: invitation_by_id
-- use: invitation_said
WHERE i.id = :id;

-- name: invitation_of_email
-- use: invitation_said
WHERE i.email = :email AND i.answered_at IS NULL AND i.created_at > :since
ORDER BY i.id LIMIT 50;

-- name: invitation_of_organisation
-- use: invitation_head
    coalesce(b.name, '') AS by_name, i.invited_by, o.name AS title,
    NULL AS scope_name, NULL AS scope_parent, NULL AS role_label
FROM invitation AS i
JOIN organisation AS o ON o.id = i.organisation_id
LEFT JOIN person AS b ON b.id = i.invited_by
WHERE i.organisation_id = :organisation AND i.answered_at IS NULL
    AND i.created_at > :since
ORDER BY i.id LIMIT 100;

-- name: invitation_of_dossier
-- use: invitation_head
    coalesce(b.name, '') AS by_name, i.invited_by, e.title AS title,
    NULL AS scope_name, NULL AS scope_parent, NULL AS role_label
FROM invitation AS i
JOIN dossier AS d ON d.id = i.dossier_id
JOIN element AS e ON e.id = d.element_id
LEFT JOIN person AS b ON b.id = i.invited_by
WHERE i.dossier_id = :dossier AND i.answered_at IS NULL
    AND i.created_at > :since
ORDER BY i.id LIMIT 100;

-- name: invitation_of_platform
-- use: invitation_head
    coalesce(b.name, '') AS by_name, i.invited_by, NULL AS title,
-- use: invitation_scope
FROM invitation AS i
LEFT JOIN person AS b ON b.id = i.invited_by
WHERE i.platform_id = :platform AND i.scope_kind IS NOT NULL
    AND i.answered_at IS NULL AND i.created_at > :since
ORDER BY i.id LIMIT 100;

-- name: invitation_answer
UPDATE invitation SET answer = :answer, answered_at = :now
WHERE id = :id AND answered_at IS NULL;

-- name: invitation_drop
DELETE FROM invitation WHERE id = :id AND answered_at IS NULL;

-- name: invitation_join_dossier
INSERT INTO dossier_member (dossier_id, person_id, level, since_at)
VALUES (:dossier, :person, :level, :now)
ON CONFLICT (dossier_id, person_id) DO UPDATE SET level = excluded.level;
