-- A published project as everyone sees it: lib/domain/project.c.

-- name: project_by_slug
SELECT e.id, e.uuid, e.slug, e.title, e.summary, e.holder_name, e.state,
    t.name AS place, t.code AS place_code, e.theme_id,
    e.cost_cents, e.asked_cents, e.promised_cents, e.granted_cents,
    e.paid_cents, coalesce(e.lon_e6, t.lon_e6) AS lon_e6,
    coalesce(e.lat_e6, t.lat_e6) AS lat_e6, e.starts_on, e.ends_on,
    e.published_at, e.updated_at, e.origin_url, e.thumb_at, e.description, e.territory_id,
    d.id AS dossier_id
FROM element AS e
LEFT JOIN territory AS t ON t.id = e.territory_id
LEFT JOIN dossier AS d ON d.element_id = e.id
WHERE e.platform_id = :platform AND e.kind = 'project' AND e.slug = :slug
    AND e.published_at IS NOT NULL;

-- name: project_sources
SELECT s.funder_name, s.kind, s.asked_cents, s.promised_cents,
    s.granted_cents, s.conditional,
    (SELECT coalesce(sum(p.amount_cents), 0) FROM payment AS p
	WHERE p.source_id = s.id AND p.paid_on IS NOT NULL) AS paid_cents
FROM plan_source AS s
WHERE s.dossier_id = :dossier
ORDER BY s.position
LIMIT 100;

-- name: project_decisions
SELECT n.id, n.decided_at, n.granted_cents, n.verdict, n.reasons,
    n.conditions, n.decided_by_name, c.title AS call
FROM application AS a
CROSS JOIN decision AS n ON n.application_id = a.id AND n.voided_at IS NULL
CROSS JOIN call AS c ON c.id = a.call_id
WHERE a.dossier_id = :dossier
ORDER BY n.decided_at DESC
LIMIT 50;

-- name: project_milestones
SELECT coalesce(done_on, due_on) AS shown_on, label, done_on IS NOT NULL AS done
FROM milestone
WHERE element_id = :element
ORDER BY shown_on
LIMIT 100;

-- name: project_measurements
SELECT t.id, i.label, i.unit, t.due_on, t.decimals, t.baseline, t.goal,
    m.measured_on, m.value, m.validated_at, m.method
FROM target AS t
CROSS JOIN indicator AS i ON i.id = t.indicator_id
LEFT JOIN measurement AS m ON m.target_id = t.id
WHERE t.element_id = :element
ORDER BY t.id, m.measured_on
LIMIT 500;

-- name: project_actions
SELECT title, lead, status, starts_on, ends_on, progress_percent
FROM action
WHERE element_id = :element
ORDER BY position
LIMIT 100;
