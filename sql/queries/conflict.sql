-- Conflicts of interest: domain/conflict. The view application_conflict is the law.

-- name: conflict_is
SELECT 1 AS yes FROM application_conflict
WHERE application_id = :application AND person_id = :person
    AND committee <= :committee LIMIT 1;

-- name: conflict_add
INSERT INTO conflict (application_id, person_id, kind, note, declared_by, at)
VALUES (:application, :person, 'declared', :note, :by, :now)
ON CONFLICT DO NOTHING;

-- name: conflict_lift
DELETE FROM conflict WHERE application_id = :application
    AND person_id = :person AND kind = 'declared';

-- name: conflict_application
SELECT a.platform_id, d.element_id FROM application AS a
JOIN dossier AS d ON d.id = a.dossier_id WHERE a.id = :application;

-- name: conflict_drop_reviews
DELETE FROM review WHERE application_id = :application
    AND reviewer_id = :person;

-- name: conflict_drop_assignments
DELETE FROM review_assignment WHERE application_id = :application
    AND person_id = :person;

-- name: conflict_drop_agent
UPDATE application SET agent_id = NULL
WHERE id = :application AND agent_id = :person;

-- name: conflict_list
SELECT v.person_id, p.name, v.kind, coalesce(c.note, '') AS note,
    coalesce(c.at, 0) AS at
FROM application_conflict AS v
JOIN person AS p ON p.id = v.person_id
LEFT JOIN conflict AS c ON c.application_id = v.application_id
    AND c.person_id = v.person_id AND v.kind = 'declared'
WHERE v.application_id = :application
    AND (v.kind = 'declared' OR EXISTS (SELECT 1 FROM role_grant AS g
	WHERE g.person_id = v.person_id))
ORDER BY v.kind = 'declared' DESC, p.name LIMIT 100;
