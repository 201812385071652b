-- Targets and measurements: domain/measure.

-- name: target_put
INSERT INTO target (element_id, indicator_id, decimals, baseline, goal, due_on)
VALUES (:element, :indicator, :decimals, :baseline, :goal, :due_on)
ON CONFLICT (element_id, indicator_id) DO UPDATE SET goal = excluded.goal,
    baseline = excluded.baseline, due_on = excluded.due_on;

-- name: target_decimals
SELECT decimals FROM target
WHERE element_id = :element AND indicator_id = :indicator;

-- The largest of its values, whatever their sign.
-- name: target_largest
SELECT max(abs(t.goal), abs(coalesce(t.baseline, 0)),
    coalesce(max(abs(m.value)), 0))
FROM target AS t LEFT JOIN measurement AS m ON m.target_id = t.id
WHERE t.element_id = :element AND t.indicator_id = :indicator;

-- name: target_scale
UPDATE target SET decimals = decimals + :decimals, goal = goal * :by,
    baseline = baseline * :by
WHERE element_id = :element AND indicator_id = :indicator;

-- name: measure_scale
UPDATE measurement SET value = value * :by
WHERE target_id = (SELECT id FROM target
    WHERE element_id = :element AND indicator_id = :indicator);

-- name: target
SELECT t.id FROM target AS t JOIN indicator AS i ON i.id = t.indicator_id
WHERE t.element_id = :element AND i.key = :indicator;

-- A validated value stays.
-- name: measure_put
INSERT INTO measurement (target_id, measured_on, value, method, reported_by,
    reported_at)
VALUES (:target, :day, :value, :method, :by, :now)
ON CONFLICT (target_id, measured_on) DO UPDATE SET value = excluded.value,
    method = excluded.method, reported_by = excluded.reported_by,
    reported_at = excluded.reported_at
WHERE validated_at IS NULL;

-- name: measure_waiting
SELECT m.id, m.value, m.measured_on FROM target AS t
JOIN indicator AS i ON i.id = t.indicator_id
JOIN measurement AS m ON m.target_id = t.id
WHERE t.element_id = :element AND i.key = :indicator
    AND m.validated_at IS NULL
ORDER BY m.measured_on DESC LIMIT 1;

-- name: measure_validate
UPDATE measurement SET validated_by = :by, validated_at = :now
WHERE id = :id;
