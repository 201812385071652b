-- wrk: one page, each time by an address that nobody has asked before, so that
-- no copy of it can be kept: what a visitor gets after a change.
local number, began = 0, os.time()

function request()
	number = number + 1
	return wrk.format("GET", wrk.path .. "?banc=" .. began .. "." .. number)
end
