/*
 * What a handler asks of its request: its fields, its clock, and what a form
 * shows again. Links are url.c's.
 */
#include "config.h"

#include "web/req.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"

#define ZONE	"Europe/Paris"	/* outside every platform */

int64_t
req_id(const struct req *req, const char *name)
{
	const char *text = req_param(req, name);
	char *end;
	long long id = strtoll(text, &end, 10);

	return *end != '\0' || id < 0 ? 0 : id;
}

const char *
req_text(const struct req *req, const char *name)
{
	return field_or_empty(&req->fields, name);
}

const char *
req_zone(const struct req *req)
{
	return req->platform == NULL ? ZONE : req->platform->time_zone;
}

const char *
req_day(const struct req *req, int64_t at)
{
	return date_long(req->mem, at, req_zone(req), req->lang);
}

const char *
req_day_short(const struct req *req, int64_t at)
{
	return date_short(req->mem, at, req_zone(req), req->lang);
}

const char *
req_moment(const struct req *req, int64_t at)
{
	return date_long_time(req->mem, at, req_zone(req), req->lang);
}

/* --- forms that come back ------------------------------------------------ */

bool
req_is_return(const struct req *req)
{
	return req->method == POST || req->parked != NULL;
}

const char *
req_typed(const struct req *req, const char *name, const char *otherwise)
{
	const char *text;

	if (req->method == POST)
		return field_raw(&req->fields, name);
	if (req->parked == NULL)
		return otherwise == NULL ? "" : otherwise;
	text = param_get(req->parked, name);
	return text == NULL ? "" : text;
}

bool
req_chosen(const struct req *req, const char *name, const char *value,
    bool otherwise)
{
	const struct field *f;
	const struct param *p;

	if (!req_is_return(req))
		return otherwise;
	if (req->method == POST) {
		for (f = req->fields.first; f != NULL; f = f->next)
			if (strcmp(f->name, name) == 0 &&
			    strcmp(f->raw, value) == 0)
				return true;
		return false;
	}
	for (p = req->parked->first; p != NULL; p = p->next)
		if (strcmp(p->name, name) == 0 && strcmp(p->value, value) == 0)
			return true;
	return false;
}
