-- wrk: one page, each time by an address that nobody has asked before, so that
-- no copy of it can be kept: what a visitor gets after a change.
-- Argument: the name of what makes the address another; "utm_source" is one that
-- the worker drops, so that only nginx has no copy.
local number, began, name = 0, os.time(), "banc"

function init(args)
	name = args[1] or name
end

function request()
	number = number + 1
	return wrk.format("GET", wrk.path .. "?" .. name .. "=" .. began .. "." ..
	    number)
end
