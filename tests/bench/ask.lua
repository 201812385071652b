-- wrk: one page, each time by an address that nobody has asked before.
-- Argument: "host", an address of another host, of which nobody has a copy: what
-- a visitor gets after a change; "query", a parameter that no page reads: only
-- nginx has no copy.
local number, began, way = 0, os.time(), nil

function init(args)
	way = args[1]
end

function request()
	local name

	number = number + 1
	name = "banc" .. began .. "-" .. number
	if way == "query" then
		return wrk.format("GET", wrk.path .. "?" .. name .. "=1")
	end
	wrk.headers["Host"] = name .. ".localhost"
	return wrk.format("GET")
end
