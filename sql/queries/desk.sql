-- Pages of an application for the service: fcgi/instruction.

-- name: desk_by_number
SELECT id FROM application
WHERE number = :number AND platform_id = :platform AND state <> 'draft';

-- name: desk_element
SELECT e.slug, y.slug AS home, e.published_at, t.name AS place,
    c.title AS call, c.slug AS call_slug
FROM application AS a JOIN dossier AS d ON d.id = a.dossier_id
JOIN platform AS y ON y.id = d.platform_id
JOIN element AS e ON e.id = d.element_id
JOIN call AS c ON c.id = a.call_id
LEFT JOIN territory AS t ON t.id = e.territory_id
WHERE a.id = :application;

-- name: desk_agent
SELECT p.name FROM application AS a JOIN person AS p ON p.id = a.agent_id
WHERE a.id = :application;

-- name: desk_counts
SELECT (SELECT count(*) FROM snapshot_document AS s
	WHERE s.snapshot_id = :snapshot) AS files,
    (SELECT count(*) FROM message AS m
	WHERE m.application_id = :application) AS messages;

-- name: desk_files
SELECT s.key, v.id AS version_id, v.name, v.sent_at, f.type, f.size_bytes,
    f.scanned_at, f.infected, d.label, d.nature, s.expires_on, v.number
FROM snapshot_document AS s
JOIN document_version AS v ON v.id = s.version_id
JOIN document AS d ON d.id = v.document_id
JOIN file AS f ON f.id = v.file_id
WHERE s.snapshot_id = :snapshot ORDER BY s.key, v.id LIMIT 500;

-- name: desk_file
SELECT v.name, f.type, f.sha256, f.infected
FROM snapshot AS n JOIN snapshot_document AS s ON s.snapshot_id = n.id
JOIN document_version AS v ON v.id = s.version_id
JOIN file AS f ON f.id = v.file_id
WHERE n.application_id = :application AND s.version_id = :version LIMIT 1;

-- name: desk_journal
SELECT t.event, t.from_state, t.to_state, t.reason, t.at, s.label AS stage,
    coalesce(p.name, '') AS person
FROM transition AS t LEFT JOIN stage AS s ON s.id = t.stage_id
LEFT JOIN person AS p ON p.id = t.person_id
WHERE t.application_id = :application ORDER BY t.id DESC LIMIT 200;

-- name: desk_snapshot
SELECT n.number, n.content_json, n.sha256, n.form_revision_id, n.taken_at
FROM snapshot AS n WHERE n.id = :snapshot;

-- name: desk_snapshot_numbered
SELECT content_json, form_revision_id FROM snapshot
WHERE application_id = :application AND number = :number;
