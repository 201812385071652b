-- What a platform achieves, in a few numbers: lib/domain/overview.c.

-- name: overview_funders
SELECT funder_name, n, promised_cents, granted_cents
FROM funder_tally
WHERE platform_id = :platform AND n > 0
ORDER BY granted_cents DESC
LIMIT :limit;

-- name: overview_funder_count
SELECT count(*) AS n
FROM (SELECT 1 FROM funder_tally
    WHERE platform_id = :platform AND n > 0 LIMIT 1000);

-- name: overview_delays
SELECT (decided_at - submitted_at) / 86400 AS days
FROM (SELECT decided_at, submitted_at
    FROM application INDEXED BY application_decided
    WHERE platform_id = :platform AND tray = 'decided'
    ORDER BY waiting_since DESC LIMIT 200)
WHERE decided_at IS NOT NULL AND submitted_at IS NOT NULL
ORDER BY days;

-- name: overview_effects
SELECT i.label, i.unit, t.decimals, t.projects, t.goal, t.value
FROM effect_tally AS t
CROSS JOIN indicator AS i ON i.id = t.indicator_id
WHERE t.platform_id = :platform AND t.projects > 0 AND i.roll_up = 'sum'
ORDER BY t.projects DESC, t.indicator_id
LIMIT :limit;

-- name: overview_acts
SELECT j.seq, j.at, j.kind, j.actor, j.hash, j.previous, j.payload_json,
    j.payload_sha256, j.element_id, j.application_id, e.title, e.slug
FROM journal AS j
LEFT JOIN element AS e ON e.id = j.element_id AND e.published_at IS NOT NULL
WHERE j.platform_id = :platform AND j.seq < :before
ORDER BY j.seq DESC
LIMIT :limit;
