-- The public journal: domain/journal.

-- name: journal_head
SELECT seq, hash FROM journal
WHERE platform_id = :platform ORDER BY seq DESC LIMIT 1;

-- name: journal_add
INSERT INTO journal (platform_id, seq, at, kind, element_id, application_id,
    actor, payload_json, payload_sha256, previous, hash)
VALUES (:platform, :seq, :at, :kind, :element, :application,
    :actor, :payload, :payload_sha256, :previous, :hash);

-- Walked whole, by verify and by exports; the reader stops when it wants.
-- name: journal_walk
SELECT seq, at, platform_id, element_id, application_id, kind, actor,
    payload_json, payload_sha256, previous, hash
FROM journal WHERE platform_id = :platform AND seq > :after ORDER BY seq;

-- name: journal_get
SELECT kind, payload_json IS NULL AS erased, element_id, application_id
FROM journal WHERE platform_id = :platform AND seq = :seq;

-- name: journal_erase
UPDATE journal SET payload_json = NULL
WHERE platform_id = :platform AND seq = :seq;

-- Is there an entry that says why seq was erased?
-- name: journal_erased_by
SELECT 1 AS yes FROM journal
WHERE platform_id = :platform AND seq > :seq AND kind = 'redact'
    AND json_extract(payload_json, '$.seq') = :seq
LIMIT 1;

-- scan: a command names one chain or walks them all; a handful of platforms
-- name: journal_chains
SELECT id, slug FROM platform
WHERE :slug IS NULL OR slug = :slug ORDER BY slug;
