-- People whom a holder lets in a dossier: lib/domain/collaborator.c.

-- name: collaborator_list
SELECT m.person_id, p.name, p.email, m.level, m.since_at
FROM dossier_member AS m JOIN person AS p ON p.id = m.person_id
WHERE m.dossier_id = :dossier ORDER BY m.since_at, m.person_id LIMIT 100;

-- name: collaborator_set
UPDATE dossier_member SET level = :level
WHERE dossier_id = :dossier AND person_id = :person;

-- name: collaborator_end
DELETE FROM dossier_member
WHERE dossier_id = :dossier AND person_id = :person;
