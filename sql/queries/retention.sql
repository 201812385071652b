-- Time over dossiers: domain/retention.

-- Drafts begun for a call that closes soon, with who may write them and was not
-- told yet: fourteen days before, then three.
-- name: retention_closing
-- scan: an installation has a few open calls, found among all of them
SELECT a.id, p.id AS person_id, p.email, p.name, p.lang, e.title, e.slug,
    y.slug AS platform, y.time_zone, y.service_name, y.service_email,
    c.title AS call, c.closes_at AS at
FROM call AS c
CROSS JOIN application AS a ON a.call_id = c.id AND a.tray = ''
    AND a.state = 'draft'
CROSS JOIN dossier AS d ON d.id = a.dossier_id AND d.trashed_at IS NULL
JOIN element AS e ON e.id = d.element_id
JOIN platform AS y ON y.id = d.platform_id
JOIN person AS p ON p.id = d.owner_person_id
    OR p.id IN (SELECT m.person_id FROM membership AS m
	WHERE m.organisation_id = d.owner_organisation_id
	AND m.role = 'administrator')
    OR p.id IN (SELECT m.person_id FROM dossier_member AS m
	WHERE m.dossier_id = d.id AND m.level IN ('edit', 'submit'))
WHERE c.status = 'published' AND c.closes_at > :now AND c.closes_at <= :soon
    AND p.closed_at IS NULL AND p.confirmed_at IS NOT NULL
    AND p.reminders = 1 AND NOT EXISTS (SELECT 1 FROM job AS j WHERE j.kind = 'mail'
	AND j.key = 'recall/' || a.id || '/'
	|| CASE WHEN c.closes_at <= :sooner THEN 3 ELSE 14 END || '/' || p.id)
LIMIT :limit;

-- Dossiers that nobody touched for as long as their platform keeps drafts, not
-- looked at yet; ends: neither presented nor shown to all.
-- name: retention_idle
SELECT d.id, e.published_at IS NULL AND NOT EXISTS (SELECT 1
    FROM application AS a WHERE a.dossier_id = d.id AND a.state <> 'draft')
    AND e.origin = 'deposit' AS ends
FROM dossier AS d
JOIN element AS e ON e.id = d.element_id
JOIN platform AS y ON y.id = d.platform_id
WHERE d.noticed_at IS NULL AND d.trashed_at IS NULL
    AND d.updated_at < :now - 2629746
    AND d.updated_at < :now - 2629746 * coalesce(json_extract(
	y.settings_json, '$.retention.draft_months'), :months)
ORDER BY d.updated_at LIMIT :limit;

-- A dossier, and who is told of its end.
-- part: retention_person
SELECT d.id, p.id AS person_id, p.email, p.name, p.lang, e.title, e.slug,
    y.slug AS platform, y.time_zone, y.service_name, y.service_email,

-- The owner, or the administrators of the body that owns.
-- part: retention_keepers
FROM dossier AS d
JOIN element AS e ON e.id = d.element_id
JOIN platform AS y ON y.id = d.platform_id
JOIN person AS p ON p.id = d.owner_person_id
    OR p.id IN (SELECT m.person_id FROM membership AS m
	WHERE m.organisation_id = d.owner_organisation_id
	AND m.role = 'administrator')

-- name: retention_people
-- use: retention_person
    d.updated_at AS at
-- use: retention_keepers
WHERE d.id = :dossier AND p.closed_at IS NULL AND p.confirmed_at IS NOT NULL
LIMIT 200;

-- name: retention_noticed
UPDATE dossier SET noticed_at = :at WHERE id = :id;

-- name: retention_ended
SELECT id FROM dossier
WHERE noticed_at > 0 AND noticed_at < :before AND trashed_at IS NULL
    AND updated_at < noticed_at
LIMIT :limit;

-- In the bin, soon erased, its owner not told yet.
-- name: retention_binned
-- use: retention_person
    d.trashed_at AS at
-- use: retention_keepers
WHERE d.trashed_at < :before AND p.closed_at IS NULL
    AND p.confirmed_at IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM job AS j WHERE j.kind = 'mail'
	AND j.key = 'bin/' || d.id || '/' || d.trashed_at || '/' || p.id)
LIMIT :limit;

-- Its time in the bin is over, and whoever could be told was, three days ago.
-- name: retention_erased
SELECT d.id, d.element_id FROM dossier AS d
WHERE d.trashed_at < :before
    AND NOT EXISTS (SELECT 1 FROM person AS p
	WHERE (p.id = d.owner_person_id OR p.id IN (SELECT m.person_id
	    FROM membership AS m
	    WHERE m.organisation_id = d.owner_organisation_id
	    AND m.role = 'administrator'))
	AND p.closed_at IS NULL AND p.confirmed_at IS NOT NULL
	AND NOT EXISTS (SELECT 1 FROM job AS j WHERE j.kind = 'mail'
	    AND j.key = 'bin/' || d.id || '/' || d.trashed_at || '/' || p.id
	    AND j.created_at <= :before + 950400))
LIMIT :limit;

-- name: retention_untie
UPDATE plan_source SET application_id = NULL WHERE dossier_id = :dossier;

-- name: retention_drop_drafts
DELETE FROM application WHERE dossier_id = :dossier AND state = 'draft';

-- name: retention_drop
DELETE FROM dossier WHERE id = :dossier;

-- name: retention_drop_element
DELETE FROM element
WHERE id = :element
    AND NOT EXISTS (SELECT 1 FROM journal AS j WHERE j.element_id = :element);

-- name: retention_blank_element
UPDATE element SET title = '', summary = '', description = '',
    holder_name = '', owner_person_id = NULL, owner_organisation_id = NULL,
    lon_e6 = NULL, lat_e6 = NULL, published_at = NULL, thumb_at = NULL
WHERE id = :element;
