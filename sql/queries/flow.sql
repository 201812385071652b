-- The permanent flow of projects: domain/flow.

-- name: flow_get
SELECT f.state, f.maturity, f.asked_at, f.entry_id,
    coalesce((SELECT v.reason FROM flow_event AS v
	WHERE v.element_id = f.element_id
	AND v.event IN ('improve', 'refused', 'listed')
	ORDER BY v.id DESC LIMIT 1), '') AS reason
FROM flow AS f WHERE f.element_id = :element;

-- name: flow_history
SELECT v.event, v.reason, c.title AS call, v.at
FROM flow_event AS v
LEFT JOIN application AS a ON a.id = v.application_id
LEFT JOIN call AS c ON c.id = a.call_id
WHERE v.element_id = :element ORDER BY v.id LIMIT 50;

-- What a moderator reads.
-- part: flow_waiting_said
SELECT e.id, e.kind, e.slug, e.title, e.summary, e.description, e.holder_name,
    t.name AS place, e.theme_id, f.asked_at, e.updated_at, f.maturity,
    f.state,
    coalesce((SELECT v.reason FROM flow_event AS v
	WHERE v.element_id = f.element_id AND v.event = 'improve'
	ORDER BY v.id DESC LIMIT 1), '') AS reason
FROM flow AS f
CROSS JOIN element AS e ON e.id = f.element_id
LEFT JOIN territory AS t ON t.id = e.territory_id

-- name: flow_waiting
-- use: flow_waiting_said
WHERE f.platform_id = :platform AND f.state = 'waiting'
ORDER BY f.asked_at, f.element_id LIMIT :limit;

-- What everybody reads already, the latest changed first.
-- name: flow_shown
-- use: flow_waiting_said
WHERE f.platform_id = :platform AND f.state = 'listed'
    AND e.published_at IS NOT NULL
ORDER BY e.updated_at DESC, f.element_id DESC LIMIT :limit;

-- name: flow_moderated_one
-- use: flow_waiting_said
WHERE f.element_id = :element AND f.platform_id = :platform
    AND f.state IN ('waiting', 'listed');

-- name: flow_waiting_count
SELECT count(*) AS n FROM flow
WHERE platform_id = :platform AND state = 'waiting';

-- name: flow_trashed
SELECT EXISTS (SELECT 1 FROM dossier WHERE element_id = :element
    AND trashed_at IS NOT NULL) AS trashed;

-- name: flow_alive
SELECT EXISTS (SELECT 1 FROM dossier AS d
    JOIN application AS a ON a.dossier_id = d.id
    WHERE d.element_id = :element
    AND a.state NOT IN ('draft', 'withdrawn', 'refused', 'closed')) AS alive;

-- Does the person hold the element, alone, for its body, or as a guest?
-- name: flow_holds
SELECT EXISTS (SELECT 1 FROM element AS e WHERE e.id = :element
	AND e.owner_person_id = :person)
    OR EXISTS (SELECT 1 FROM element AS e
	JOIN membership AS m ON m.organisation_id = e.owner_organisation_id
	AND m.person_id = :person AND m.role = 'administrator'
	WHERE e.id = :element)
    OR EXISTS (SELECT 1 FROM dossier AS d
	JOIN dossier_member AS m ON m.dossier_id = d.id
	AND m.person_id = :person AND m.level IN ('edit', 'submit')
	WHERE d.element_id = :element) AS holds;

-- name: flow_event_add
INSERT INTO flow_event (element_id, event, application_id, reason, person_id,
    at)
VALUES (:element, :event, :application, :reason, :person, :now);

-- name: flow_put
INSERT INTO flow (element_id, platform_id, maturity, state, asked_at, entry_id)
VALUES (:element, :platform, :maturity, :state, :now, :entry)
ON CONFLICT DO UPDATE SET maturity = excluded.maturity,
    state = excluded.state, asked_at = excluded.asked_at,
    entry_id = excluded.entry_id;

-- name: flow_may_return
SELECT EXISTS (SELECT 1 FROM application AS a
    JOIN dossier AS d ON d.id = a.dossier_id AND d.trashed_at IS NULL
    WHERE a.id = :application AND a.state IN ('refused', 'closed')
    AND NOT EXISTS (SELECT 1 FROM flow_event AS v
	WHERE v.application_id = a.id AND v.at >= a.decided_at)) AS may;

-- name: flow_application
SELECT d.element_id, c.title AS call
FROM application AS a
JOIN dossier AS d ON d.id = a.dossier_id
JOIN call AS c ON c.id = a.call_id
WHERE a.id = :application;

-- Did the holder agree to look for support again after the last answer?
-- name: flow_is_back
SELECT EXISTS (SELECT 1 FROM flow AS f
    JOIN flow_event AS v ON v.id = f.entry_id AND v.event = 'returned'
    JOIN application AS a ON a.id = v.application_id
	AND a.state IN ('refused', 'closed')
    WHERE f.element_id = :element AND f.state = 'listed'
    AND NOT EXISTS (SELECT 1 FROM dossier AS d
	JOIN application AS b ON b.dossier_id = d.id
	AND b.decided_at > v.at WHERE d.element_id = :element)) AS back;
