-- What a directory says of organisations: domain/directory.

-- name: directory_unverified
-- scan: once, when the runner of an installation with a directory starts
SELECT id FROM organisation
WHERE siret IS NOT NULL AND verified_at IS NULL ORDER BY id LIMIT :limit;

-- name: directory_siret
SELECT siret FROM organisation
WHERE id = :id AND siret IS NOT NULL AND verified_at IS NULL;

-- name: directory_asked
UPDATE organisation SET asked_at = :now WHERE id = :id;

-- Another number since: what was found is of another body.
-- name: directory_keep
UPDATE organisation SET verified_at = :now, asked_at = :now,
    activity = :activity, legal_form = :legal_form,
    address = coalesce(address, :address),
    territory_id = coalesce(territory_id, :territory)
WHERE id = :id AND siret = :siret;
