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
FROM (SELECT decided_at, submitted_at FROM application
    WHERE platform_id = :platform AND tray = 'decided'
    ORDER BY waiting_since DESC LIMIT 200)
WHERE decided_at IS NOT NULL AND submitted_at IS NOT NULL
ORDER BY days;

-- name: overview_effects
SELECT i.label, i.unit, t.decimals, count(*) AS projects,
    sum(t.goal) AS goal,
    sum((SELECT m.value FROM measurement AS m
	WHERE m.target_id = t.id AND m.validated_at IS NOT NULL
	ORDER BY m.measured_on DESC LIMIT 1)) AS value
FROM (SELECT id, label, unit FROM indicator
    WHERE platform_id = :platform AND roll_up = 'sum'
    ORDER BY key LIMIT 60) AS i
CROSS JOIN target AS t ON t.indicator_id = i.id
CROSS JOIN element AS e ON e.id = t.element_id
WHERE e.published_at IS NOT NULL
    AND EXISTS (SELECT 1 FROM measurement AS m
	WHERE m.target_id = t.id AND m.validated_at IS NOT NULL)
GROUP BY i.id, t.decimals
ORDER BY projects DESC, i.label
LIMIT :limit;

-- name: overview_acts
SELECT j.seq, j.at, j.kind, j.actor, j.hash, j.previous, j.payload_json,
    j.payload_sha256, j.element_id, j.application_id, e.title, e.slug
FROM journal AS j
LEFT JOIN element AS e ON e.id = j.element_id AND e.published_at IS NOT NULL
WHERE j.platform_id = :platform AND j.seq < :before
ORDER BY j.seq DESC
LIMIT :limit;
