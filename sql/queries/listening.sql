-- Listenings, their teams and alerts: domain/listening.

-- Projects of the flow that answer a filter; lists are JSON arrays, '[]' is all.
-- name: listening_find
SELECT e.id, f.entry_id, v.at AS entered_at, e.uuid, e.slug, e.title,
    e.summary, e.holder_name, t.name AS place, e.state, e.theme_id,
    e.cost_cents, f.maturity,
    coalesce((SELECT group_concat(n.kind, ' ') FROM element_need AS n
	WHERE n.element_id = e.id AND n.side = 'need'), '') AS needs,
    CASE v.event WHEN 'returned' THEN (SELECT c.title FROM application AS a
	JOIN call AS c ON c.id = a.call_id WHERE a.id = v.application_id)
	END AS returned_from,
    :listening <> 0 AND EXISTS (SELECT 1 FROM support_offer AS s
	WHERE s.element_id = e.id AND s.listening_id = :listening
	AND coalesce(s.answer, 'accepted') = 'accepted') AS offered,
    :listening <> 0 AND EXISTS (SELECT 1 FROM listening_mark AS m
	WHERE m.listening_id = :listening AND m.element_id = e.id) AS marked
FROM flow AS f
CROSS JOIN element AS e ON e.id = f.element_id
JOIN flow_event AS v ON v.id = f.entry_id
LEFT JOIN territory AS t ON t.id = e.territory_id
WHERE f.platform_id = :platform AND f.state = 'listed'
    AND f.entry_id > :after AND f.entry_id < :before
    AND e.kind = 'project' AND e.published_at IS NOT NULL
    AND e.state NOT IN ('refused', 'closed', 'withdrawn', 'completed',
	'abandoned')
    AND (:territory = 0 OR EXISTS (SELECT 1 FROM territory_within AS w
	WHERE w.inner_id = e.territory_id AND w.outer_id = :territory))
    AND (:themes = '[]' OR EXISTS (SELECT 1 FROM theme AS h
	JOIN json_each(:themes) AS j ON j.value = h.key
	WHERE h.id = e.theme_id))
    AND (:maturities = '[]' OR f.maturity IN
	(SELECT value FROM json_each(:maturities)))
    AND (:needs = '[]' OR EXISTS (SELECT 1 FROM element_need AS n
	WHERE n.element_id = e.id AND n.side = 'need'
	AND n.kind IN (SELECT value FROM json_each(:needs))))
    AND (:tags = '[]' OR EXISTS (SELECT 1 FROM element_tag AS g
	WHERE g.element_id = e.id
	AND g.tag IN (SELECT value FROM json_each(:tags))))
    AND (:match IS NULL OR e.id IN (SELECT rowid FROM element_search
	WHERE element_search MATCH :match))
    AND (:returned = 0 OR v.event = 'returned')
    AND NOT EXISTS (SELECT 1 FROM element_merge AS m
	WHERE m.from_id = e.id AND m.ended_at IS NULL
	AND m.from_at IS NOT NULL AND m.to_at IS NOT NULL)
ORDER BY f.entry_id DESC LIMIT :limit;

-- name: listening_of_member
SELECT l.id, l.platform_id, l.name, l.filter_json, l.created_at, m.digest,
    m.told_entry, m.feed_hash IS NOT NULL AS has_feed
FROM listening AS l
JOIN listening_member AS m ON m.listening_id = l.id AND m.person_id = :person
WHERE l.id = :id AND l.platform_id = :platform;

-- name: listening_mine
SELECT l.id, l.platform_id, l.name, l.filter_json, l.created_at, m.digest,
    m.told_entry, m.feed_hash IS NOT NULL AS has_feed
FROM listening_member AS m
JOIN listening AS l ON l.id = m.listening_id
WHERE m.person_id = :person AND l.platform_id = :platform
ORDER BY l.name, l.id LIMIT 50;

-- name: listening_name
SELECT name FROM listening WHERE id = :id;

-- name: listening_platform
SELECT platform_id FROM listening WHERE id = :id;

-- name: listening_add
INSERT INTO listening (platform_id, name, filter_json, created_at)
VALUES (:platform, :name, :filter, :now);

-- name: listening_change
UPDATE listening SET name = :name, filter_json = :filter WHERE id = :id;

-- name: listening_drop
DELETE FROM listening WHERE id = :id;

-- Told of everything that is there: alerts begin with what comes.
-- name: listening_member_add
INSERT INTO listening_member (listening_id, person_id, told_entry, since_at)
VALUES (:listening, :person, coalesce((SELECT max(entry_id) FROM flow
    WHERE platform_id = :platform AND state = 'listed'), 0), :now)
ON CONFLICT DO NOTHING;

-- name: listening_member_drop
DELETE FROM listening_member
WHERE listening_id = :listening AND person_id = :person
    AND EXISTS (SELECT 1 FROM listening_member AS o
	WHERE o.listening_id = :listening AND o.person_id <> :person);

-- name: listening_team
SELECT p.id, p.name, p.email
FROM listening_member AS m JOIN person AS p ON p.id = m.person_id
WHERE m.listening_id = :listening ORDER BY p.name LIMIT 50;

-- name: listening_digest_put
UPDATE listening_member SET digest = :digest
WHERE listening_id = :listening AND person_id = :person;

-- name: listening_told
UPDATE listening_member SET told_entry = max(told_entry, :entry)
WHERE listening_id = :listening AND person_id = :person;

-- name: listening_feed_put
UPDATE listening_member SET feed_hash = :hash
WHERE listening_id = :listening AND person_id = :person;

-- name: listening_feed_is
SELECT EXISTS (SELECT 1 FROM listening_member
    WHERE listening_id = :listening AND person_id = :person
    AND feed_hash = :hash) AS same;

-- name: listening_of_feed
SELECT listening_id, person_id FROM listening_member WHERE feed_hash = :hash;

-- Those that nobody else is a member of.
-- name: listening_alone
SELECT l.id, l.platform_id, l.name, p.name AS platform, p.service_name,
    p.service_email
FROM listening_member AS m
JOIN listening AS l ON l.id = m.listening_id
JOIN platform AS p ON p.id = l.platform_id
WHERE m.person_id = :person AND NOT EXISTS (SELECT 1
    FROM listening_member AS o WHERE o.listening_id = l.id
    AND o.person_id <> :person)
ORDER BY l.id LIMIT 50;

-- Who administers an organisation that the person is of.
-- name: listening_heirs
SELECT DISTINCT a.person_id AS id
FROM membership AS m
JOIN membership AS a ON a.organisation_id = m.organisation_id
    AND a.role = 'administrator' AND a.person_id <> m.person_id
WHERE m.person_id = :person
ORDER BY a.person_id LIMIT 20;

-- name: listening_left
UPDATE listening SET left_at = :now WHERE id = :id;

-- name: listening_leave
DELETE FROM listening_member WHERE person_id = :person;

-- name: listening_left_list
SELECT id, name, left_at FROM listening
WHERE platform_id = :platform AND left_at IS NOT NULL
ORDER BY left_at DESC, id LIMIT :limit;

-- name: listening_taken
UPDATE listening SET left_at = NULL
WHERE id = :id AND platform_id = :platform AND left_at IS NOT NULL;

-- name: listening_forget
DELETE FROM listening WHERE left_at < :before;
