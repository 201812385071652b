-- Agents in charge: domain/instruct.

-- name: instruct_is_agent
SELECT 1 AS yes FROM role_grant
WHERE person_id = :person AND role IN ('agent', 'administrator')
    AND (ends_at IS NULL OR ends_at > :now)
    AND ((scope_kind = 'platform' AND scope_id = :platform)
	OR (scope_kind = 'call' AND scope_id = :call)
	OR scope_kind IN ('installation', 'territory'))
LIMIT 1;

-- name: instruct_agents
SELECT p.id, p.name FROM person AS p
WHERE p.closed_at IS NULL AND p.id IN (
    SELECT g.person_id FROM role_grant AS g
    WHERE g.scope_kind = 'platform' AND g.scope_id = :platform
	AND g.role = 'agent' AND (g.ends_at IS NULL OR g.ends_at > :now)
    UNION SELECT g.person_id FROM role_grant AS g
    WHERE :call <> 0 AND g.scope_kind = 'call' AND g.scope_id = :call
	AND g.role = 'agent' AND (g.ends_at IS NULL OR g.ends_at > :now))
ORDER BY p.name LIMIT :limit;

-- name: instruct_assign
UPDATE application SET agent_id = :agent WHERE id = :application;
