-- Accounts that nobody uses: domain/account_idle.

-- Unused for so long, not told yet, and needed by nobody.
-- name: account_idle
SELECT p.id, coalesce(p.seen_at, p.created_at) AS seen_at, p.idle_noticed_at,
    p.email, p.name, p.lang
FROM person AS p
WHERE coalesce(p.seen_at, p.created_at) < :before
    AND p.idle_noticed_at IS NULL AND p.closed_at IS NULL
    AND p.confirmed_at IS NOT NULL AND p.admin = 0
    AND NOT EXISTS (SELECT 1 FROM api_token AS k WHERE k.person_id = p.id
	AND k.used_at >= :before)
    AND NOT EXISTS (SELECT 1 FROM dossier AS d
	JOIN element AS e ON e.id = d.element_id
	WHERE d.owner_person_id = p.id AND d.owner_organisation_id IS NULL
	AND e.state IN ('submitted', 'under_review', 'accepted', 'funded',
	    'in_progress'))
    AND NOT EXISTS (SELECT 1 FROM membership AS m
	WHERE m.person_id = p.id AND m.role = 'administrator'
	AND NOT EXISTS (SELECT 1 FROM membership AS x
	    WHERE x.organisation_id = m.organisation_id
	    AND x.person_id <> p.id AND x.role = 'administrator')
	AND EXISTS (SELECT 1 FROM membership AS x
	    WHERE x.organisation_id = m.organisation_id
	    AND x.person_id <> p.id))
    AND NOT EXISTS (SELECT 1 FROM role_grant AS g
	WHERE g.person_id = p.id AND g.role = 'administrator'
	AND g.scope_kind = 'platform'
	AND NOT EXISTS (SELECT 1 FROM role_grant AS x
	    WHERE x.scope_kind = 'platform' AND x.scope_id = g.scope_id
	    AND x.role = 'administrator' AND x.person_id <> p.id))
ORDER BY coalesce(p.seen_at, p.created_at) LIMIT :limit;

-- name: account_idle_noticed
UPDATE person SET idle_noticed_at = :now WHERE id = :id;

-- name: account_idle_recalled
SELECT id, coalesce(seen_at, created_at) AS seen_at, idle_noticed_at, email,
    name, lang
FROM person
WHERE idle_noticed_at < :before AND idle_last_at IS NULL
    AND closed_at IS NULL
ORDER BY idle_noticed_at LIMIT :limit;

-- name: account_idle_last
UPDATE person SET idle_last_at = :now WHERE id = :id;

-- name: account_idle_ended
SELECT id, coalesce(seen_at, created_at) AS seen_at, idle_noticed_at, email,
    name, lang
FROM person
WHERE idle_noticed_at IS NOT NULL AND idle_last_at < :before
    AND closed_at IS NULL
ORDER BY idle_noticed_at LIMIT :limit;

-- Somebody is there: what was announced is cancelled.
-- name: account_used
UPDATE person SET seen_at = :now, idle_noticed_at = NULL, idle_last_at = NULL
WHERE id = :person;
