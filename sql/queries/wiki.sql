-- Wikis tied to platforms, and what was imported: lib/domain/wiki.c,
-- wiki_import.c, wiki_place.c.

-- name: wiki_add
INSERT INTO wiki (platform_id, slug, name, api_url, bot_user, created_by,
    created_at)
VALUES (:platform, :slug, :name, :url, :user, :person, :now);

-- name: wiki_change
UPDATE wiki SET name = :name, api_url = :url, bot_user = :user, state = 'new',
    state_detail = ''
WHERE id = :id;

-- name: wiki_slug_taken
SELECT EXISTS (SELECT 1 FROM wiki WHERE platform_id = :platform
    AND slug = :slug) AS taken;

-- name: wiki_by_slug
SELECT id, platform_id, slug, name, api_url, bot_user, state, state_detail,
    site_name, site_json, checked_at, created_at
FROM wiki WHERE platform_id = :platform AND slug = :slug;

-- name: wiki_by_id
SELECT id, platform_id, slug, name, api_url, bot_user, state, state_detail,
    site_name, site_json, checked_at, created_at
FROM wiki WHERE id = :id;

-- name: wiki_of_platform
SELECT id, platform_id, slug, name, api_url, bot_user, state, state_detail,
    site_name, site_json, checked_at, created_at
FROM wiki WHERE platform_id = :platform
ORDER BY slug LIMIT 200;

-- name: wiki_tested
UPDATE wiki SET state = :state, state_detail = :detail, api_url = :url,
    site_name = :site, site_json = :json, checked_at = :now
WHERE id = :id;

-- name: wiki_pages_tied
SELECT count(*) AS n FROM wiki_page
WHERE wiki_id = :wiki AND element_id IS NOT NULL;

-- name: wiki_of_element
SELECT w.id, w.name, w.site_name, w.site_json, p.pageid, p.title, p.revid,
    p.synced_at, p.base_json
FROM wiki_page AS p
CROSS JOIN wiki AS w ON w.id = p.wiki_id
WHERE p.element_id = :element
ORDER BY p.wiki_id LIMIT 1;

-- name: wiki_import_add
INSERT INTO wiki_import (wiki_id, by, name, element_kind, state, started_by,
    started_at)
VALUES (:wiki, :by, :name, :kind, 'previewing', :person, :now);

-- name: wiki_import_by_id
SELECT i.id, i.wiki_id, i.by, i.name, i.element_kind, i.state, i.detail,
    i.setup_json, i.continue_json, i.next_pageid, i.pages_found, i.pages_done,
    i.started_at, i.ended_at
FROM wiki_import AS i WHERE i.id = :id;

-- name: wiki_import_of_platform
SELECT i.id, i.wiki_id, i.by, i.name, i.element_kind, i.state, i.detail,
    i.setup_json, i.continue_json, i.next_pageid, i.pages_found, i.pages_done,
    i.started_at, i.ended_at
FROM wiki_import AS i
CROSS JOIN wiki AS w ON w.id = i.wiki_id
WHERE i.id = :id AND w.platform_id = :platform;

-- name: wiki_import_of_wiki
SELECT i.id, i.wiki_id, i.by, i.name, i.element_kind, i.state, i.detail,
    i.setup_json, i.continue_json, i.next_pageid, i.pages_found, i.pages_done,
    i.started_at, i.ended_at
FROM wiki_import AS i WHERE i.wiki_id = :wiki
ORDER BY i.id DESC LIMIT 20;

-- name: wiki_import_setup
UPDATE wiki_import SET setup_json = :setup, pages_found = :found
WHERE id = :id AND state = 'previewing';

-- name: wiki_import_mark
UPDATE wiki_import SET continue_json = :continue, pages_done = :done,
    pages_found = max(pages_found, :done), state = :state
WHERE id = :id AND state = 'previewing';

-- name: wiki_import_state
UPDATE wiki_import SET state = :state, detail = :detail, ended_at = :ended
WHERE id = :id AND state = :was;

-- name: wiki_import_next
UPDATE wiki_import SET next_pageid = :next, pages_done = pages_done + :n
WHERE id = :id AND state = 'importing';

-- name: wiki_import_begin
UPDATE wiki_import SET state = 'importing', next_pageid = 0, pages_done = 0,
    pages_found = (SELECT count(*) FROM wiki_import_page
	WHERE import_id = :id AND chosen = 1 AND verdict <> 'unreadable')
WHERE id = :id AND state = 'previewed';

-- name: wiki_import_page_put
INSERT INTO wiki_import_page (import_id, pageid, title, revid, verdict, chosen,
    values_json, problem, element_id)
VALUES (:import, :pageid, :title, :revid, :verdict, :chosen, :json, :problem,
    :element)
ON CONFLICT DO UPDATE SET title = excluded.title, revid = excluded.revid,
    verdict = excluded.verdict, chosen = excluded.chosen,
    values_json = excluded.values_json, problem = excluded.problem,
    element_id = excluded.element_id;

-- name: wiki_import_page_count
SELECT count(*) AS n FROM wiki_import_page WHERE import_id = :import;

-- name: wiki_import_counts
SELECT verdict, count(*) AS n, sum(chosen) AS chosen
FROM wiki_import_page WHERE import_id = :import GROUP BY verdict;

-- name: wiki_import_outcomes
SELECT outcome, count(*) AS n
FROM wiki_import_page WHERE import_id = :import AND outcome IS NOT NULL
GROUP BY outcome;

-- A page read from a wiki, and the element it became.
-- part: wiki_import_page
SELECT p.pageid, p.title, p.revid, p.verdict, p.chosen, p.values_json,
    p.problem, p.outcome, p.element_id, e.slug, e.title AS element_title,
    e.kind
FROM wiki_import_page AS p
LEFT JOIN element AS e ON e.id = p.element_id

-- name: wiki_import_pages
-- use: wiki_import_page
WHERE p.import_id = :import AND p.pageid > :after
    AND (:verdict = '' OR p.verdict = :verdict)
ORDER BY p.pageid LIMIT :limit;

-- name: wiki_import_pages_back
-- use: wiki_import_page
WHERE p.import_id = :import AND p.pageid < :after
    AND (:verdict = '' OR p.verdict = :verdict)
ORDER BY p.pageid DESC LIMIT :limit;

-- name: wiki_import_choose
UPDATE wiki_import_page SET chosen = :chosen
WHERE import_id = :import AND pageid = :pageid AND verdict <> 'unreadable';

-- name: wiki_import_todo
SELECT pageid, title, revid, verdict, values_json, element_id
FROM wiki_import_page
WHERE import_id = :import AND pageid > :after AND chosen = 1
    AND verdict <> 'unreadable'
ORDER BY pageid LIMIT :limit;

-- name: wiki_import_page_done
UPDATE wiki_import_page SET outcome = :outcome, element_id = :element
WHERE import_id = :import AND pageid = :pageid;

-- name: wiki_page_get
SELECT p.element_id, p.revid, p.sha1, p.base_json, e.origin, e.kind
FROM wiki_page AS p
LEFT JOIN element AS e ON e.id = p.element_id
WHERE p.wiki_id = :wiki AND p.pageid = :pageid;

-- name: wiki_page_put
INSERT INTO wiki_page (wiki_id, pageid, title, revid, sha1, element_id,
    synced_at, base_json)
VALUES (:wiki, :pageid, :title, :revid, :sha1, :element, :now, :base)
ON CONFLICT DO UPDATE SET title = excluded.title, revid = excluded.revid,
    sha1 = excluded.sha1, element_id = excluded.element_id,
    synced_at = excluded.synced_at, base_json = excluded.base_json;

-- name: wiki_element_slug_like
SELECT id FROM element
WHERE platform_id = :platform AND kind = :kind AND slug = :slug
    AND NOT EXISTS (SELECT 1 FROM wiki_page WHERE element_id = element.id
	AND wiki_id = :wiki);

-- name: wiki_place_near
SELECT t.id, t.name, t.lon_e6, t.lat_e6
FROM territory AS t
WHERE t.kind = 'commune' AND t.lat_e6 BETWEEN :lat - :reach AND :lat + :reach
    AND t.lon_e6 BETWEEN :lon - :reach AND :lon + :reach
    AND (:within = 0 OR EXISTS (SELECT 1 FROM territory_within AS w
	WHERE w.inner_id = t.id AND w.outer_id = :within))
ORDER BY (t.lat_e6 - :lat) * (t.lat_e6 - :lat)
    + (t.lon_e6 - :lon) * (t.lon_e6 - :lon) * 2 / 3
LIMIT 1;
