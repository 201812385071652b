-- The home of the installation: fcgi/observatory/home.c.

-- scan: an installation has a handful of platforms, and shows them all
-- name: platform_list
SELECT p.slug AS slug, p.name AS name, p.tagline AS tagline,
    coalesce(t.n, 0) AS projects,
    coalesce(t.granted_cents + t.promised_cents, 0) AS had_cents,
    (SELECT count(*) FROM call c WHERE c.platform_id = p.id
	AND c.status = 'published' AND coalesce(c.opens_at, 0) <= :now
	AND (c.closes_at IS NULL OR c.closes_at >= :now)) AS open_calls
FROM platform p LEFT JOIN element_tally t ON t.platform_id = p.id
    AND t.kind = 'project' AND t.territory_id = 0 AND t.theme_id = 0
    AND t.state = ''
ORDER BY p.name LIMIT 500;

-- name: site_pages
SELECT key, title FROM platform_page WHERE platform_id = :platform
ORDER BY position LIMIT 100;
