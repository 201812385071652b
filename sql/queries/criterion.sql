-- Grids of criteria: domain/criterion.

-- name: criterion_by_stage
SELECT id, parent_id, key, label, help, weight
FROM criterion WHERE stage_id = :stage ORDER BY position, id LIMIT 500;

-- name: criterion_level_count
SELECT count(*) AS n FROM criterion AS c
JOIN criterion_level AS l ON l.criterion_id = c.id
WHERE c.stage_id = :stage;

-- name: criterion_level_by_stage
SELECT l.criterion_id, l.value, l.label, l.anchor FROM criterion AS c
JOIN criterion_level AS l ON l.criterion_id = c.id
WHERE c.stage_id = :stage ORDER BY l.criterion_id, l.value LIMIT :limit;
