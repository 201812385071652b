-- What `terreau verify` looks at: cli/cmd_verify.c.

-- name: verify_files
SELECT id, sha256, size_bytes FROM file WHERE id > :after AND infected IS NULL
ORDER BY id LIMIT :limit;
