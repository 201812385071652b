-- Queries that only the tests of the store use.

-- name: test_setting_put
INSERT INTO setting (key, value) VALUES (:key, :value);

-- name: test_setting_get
SELECT key, value FROM setting WHERE key = :key;

-- name: test_setting_count
-- scan: a test counts what it wrote
SELECT count(*) AS n FROM setting;

-- name: test_territory_use
INSERT INTO organisation (slug, kind, name, folded, territory_id, created_at)
VALUES ('somebody', 'other', 'Somebody', 'somebody', :id, 0);

-- A bare walk of what the table of answers holds: tests/bench/answers.c.
-- scan: it is what the table is measured beside
-- name: bench_answers
SELECT sum(length(value_json)) AS n FROM answer_index;
