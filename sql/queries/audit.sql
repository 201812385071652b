-- The service's own trail: lib/domain/audit.c.

-- name: audit_add
INSERT INTO audit (at, person_id, event, platform_id, detail_json)
VALUES (:at, :person, :event, :platform, :detail);

-- name: audit_count
SELECT count(*) AS n FROM audit
WHERE person_id = :person AND event = :event AND at > :since;

-- name: audit_by_platform
SELECT a.id, a.at, a.event, a.detail_json, coalesce(p.name, '') AS person_name,
    coalesce(s.name, '') AS subject_name,
    (SELECT r.label FROM role AS r WHERE r.platform_id = a.platform_id
	AND r.key = a.detail_json ->> 'role') AS role_label
FROM audit AS a LEFT JOIN person AS p ON p.id = a.person_id
LEFT JOIN person AS s ON s.id = a.detail_json ->> 'person'
WHERE a.platform_id = :platform AND a.id < :before
ORDER BY a.id DESC LIMIT :limit;
