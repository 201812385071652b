-- What /healthz asks: lib/web/common.c.

-- name: health
SELECT min(number, 1) AS n FROM migration ORDER BY number LIMIT 1;
