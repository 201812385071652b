-- The home of the installation: fcgi/observatory/home.c.

-- scan: an installation has a handful of platforms, and shows them all
-- name: platform_list
SELECT p.slug AS slug, p.name AS name, p.tagline AS tagline,
    coalesce((SELECT t.n FROM element_tally t
	WHERE t.platform_id = p.id AND t.kind = 'project'
	    AND t.territory_id = 0 AND t.theme_id = 0 AND t.state = ''), 0)
	AS projects
FROM platform p ORDER BY p.name LIMIT 500;

-- name: site_pages
SELECT key, title FROM platform_page WHERE platform_id = :platform
ORDER BY position LIMIT 100;
