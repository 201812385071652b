-- Calls as everyone sees them: lib/domain/call_public.c.

-- name: call_cards
SELECT c.id, c.uuid, c.slug, c.title, c.promise, o.name AS funder,
    t.name AS place, c.status, c.opens_at, c.closes_at, c.envelope_cents,
    (SELECT coalesce(sum(y.n), 0) FROM application_tally AS y
	WHERE y.platform_id = c.platform_id AND y.call_id = c.id
	AND y.tray > '') AS applications
FROM call AS c
LEFT JOIN organisation AS o ON o.id = c.funder_id
LEFT JOIN territory AS t ON t.id = c.territory_id
WHERE c.platform_id = :platform AND c.status IN ('published', 'closed')
ORDER BY c.closes_at DESC
LIMIT 200;

-- name: call_page
SELECT c.id, c.uuid, c.slug, c.title, c.promise, o.name AS funder,
    t.name AS place, c.status, c.opens_at, c.closes_at, c.envelope_cents,
    (SELECT coalesce(sum(y.n), 0) FROM application_tally AS y
	WHERE y.platform_id = c.platform_id AND y.call_id = c.id
	AND y.tray > '') AS applications,
    c.description, c.eligibility, c.remedies, c.max_rate_percent, c.silence,
    c.silence_months
FROM call AS c
LEFT JOIN organisation AS o ON o.id = c.funder_id
LEFT JOIN territory AS t ON t.id = c.territory_id
WHERE c.platform_id = :platform AND c.slug = :slug
    AND c.status IN ('published', 'closed');

-- name: call_page_criteria
SELECT s.id AS stage_id, s.label AS stage, s.opens_at, s.closes_at, k.label,
    k.help, k.weight, g.label AS grid
FROM stage AS s
LEFT JOIN criterion AS k ON k.stage_id = s.id AND k.weight > 0
LEFT JOIN criterion AS g ON g.id = k.parent_id
WHERE s.call_id = :call
ORDER BY s.position, k.position
LIMIT 300;
