-- wrk: a form sent again and again, its last field each time another text.
-- Argument: the body, to which the text is added.
local number, began, body = 0, os.time(), ""

function init(args)
	body = args[1]
	wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
end

function request()
	number = number + 1
	return wrk.format("POST", nil, nil, body .. began .. "+" .. number)
end
