/*
 * Time zones: offsets read from the system's TZif files (RFC 8536).
 * It never touches TZ nor libc's zone state. Declared in date.h.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/file.h"
#include "base/log.h"

#define FOLDER		"/usr/share/zoneinfo/"
#define ZONE_MAX	64		/* different names per process */
#define FILE_MAX	((size_t)256 * 1024)

/* One end of summer time: "M10.5.0/3" or "J60" or "59". */
struct rule {
	char	kind;			/* 'M', 'J', 'D' (zero-based day) */
	int	month, week, day;	/* day: of week for M, of year else */
	int	second;			/* of the local day; may be < 0 */
};

struct zone {
	char		 name[64];
	size_t		 count;		/* of transitions */
	int64_t		*starts;	/* sorted; offsets[i] holds from it */
	int32_t		*offsets;
	int32_t		 first;		/* before the first transition */
	/* After the last one, the footer's rule. */
	bool		 has_footer, has_summer;
	int32_t		 standard, summer;
	struct rule	 begin, end;
};

static struct zone *zones[ZONE_MAX];
static size_t zone_count;

/* --- the footer: a POSIX TZ string -------------------------------------- */

static bool
read_name(const char **p)
{
	const char *start = *p;

	if (**p == '<') {
		*p += strcspn(*p, ">");
		if (**p != '>')
			return false;
		(*p)++;
		return true;
	}
	while ((**p >= 'A' && **p <= 'Z') || (**p >= 'a' && **p <= 'z'))
		(*p)++;
	return *p - start >= 3;
}

/* [+-]h[h[h]][:mm[:ss]] in seconds. */
static bool
read_hms(const char **p, int *seconds)
{
	int sign = **p == '-' ? -1 : 1, unit = 3600;

	if (**p == '-' || **p == '+')
		(*p)++;
	if (**p < '0' || **p > '9')
		return false;
	for (*seconds = 0; unit > 0; unit /= 60) {
		char *end;

		*seconds += (int)strtol(*p, &end, 10) * unit;
		*p = end;
		if (**p != ':')
			break;
		(*p)++;
	}
	*seconds *= sign;
	return true;
}

static int
read_int(const char **p)
{
	char *end;
	long n = strtol(*p, &end, 10);

	*p = end;
	return (int)n;
}

static bool
read_rule(const char **p, struct rule *r)
{
	if (**p != ',')
		return false;
	(*p)++;
	r->kind = **p;
	if (r->kind == 'M') {
		(*p)++;
		r->month = read_int(p);
		if (**p == '.')
			(*p)++;
		r->week = read_int(p);
		if (**p == '.')
			(*p)++;
	} else if (r->kind == 'J')
		(*p)++;
	else
		r->kind = 'D';
	r->day = read_int(p);
	if (r->kind == 'M' && (r->month < 1 || r->month > 12 || r->week < 1
	    || r->week > 5 || r->day < 0 || r->day > 6))
		return false;
	r->second = 7200;
	if (**p != '/')
		return true;
	(*p)++;
	return read_hms(p, &r->second);
}

static bool
read_footer(struct zone *z, const char *p)
{
	int west;

	if (!read_name(&p) || !read_hms(&p, &west))
		return false;
	z->standard = -west;
	if (*p == '\0')
		return true;
	if (!read_name(&p))
		return false;
	z->summer = z->standard + 3600;
	if (*p != ',') {
		if (!read_hms(&p, &west))
			return false;
		z->summer = -west;
	}
	z->has_summer = true;
	return read_rule(&p, &z->begin) && read_rule(&p, &z->end)
	    && *p == '\0';
}

/* The wall-clock second (as if UTC) at which the rule falls in a year. */
static int64_t
rule_wall(const struct rule *r, int year)
{
	struct civil c = { year, 1, 1, 0, 0, 0 };
	int day, last;

	if (r->kind != 'M') {
		day = r->day - (r->kind == 'J');
		if (r->kind == 'J' && r->day >= 60
		    && date_month_days(year, 2) == 29)
			day++;
		return date_unix(&c) + day * DATE_DAY + r->second;
	}
	c.month = r->month;
	/* r->day counts from Sunday, date_weekday from Monday. */
	day = (r->day + 6) % 7 - date_weekday(date_unix(&c));
	day = (day + 7) % 7 + 1 + (r->week - 1) * 7;
	last = date_month_days(year, r->month);
	c.day = day > last ? day - 7 : day;
	return date_unix(&c) + r->second;
}

static int32_t
footer_offset(const struct zone *z, int64_t at)
{
	struct civil c;
	int64_t begin, end;
	bool summer;

	if (!z->has_summer)
		return z->standard;
	date_civil(&c, at + z->standard);
	begin = rule_wall(&z->begin, c.year) - z->standard;
	end = rule_wall(&z->end, c.year) - z->summer;
	summer = begin < end ? at >= begin && at < end
	    : at >= begin || at < end;
	return summer ? z->summer : z->standard;
}

/* --- the file ----------------------------------------------------------- */

static uint32_t
be32(const unsigned char *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16
	    | (uint32_t)p[2] << 8 | p[3];
}

static int64_t
be64(const unsigned char *p)
{
	return (int64_t)((uint64_t)be32(p) << 32 | be32(p + 4));
}

/* Bytes of a data block whose header is at p, with times of time_size. */
static size_t
block_size(const unsigned char *p, size_t time_size)
{
	size_t utc = be32(p + 20), std = be32(p + 24), leap = be32(p + 28);
	size_t times = be32(p + 32), types = be32(p + 36);
	size_t chars = be32(p + 40);

	return times * time_size + times + types * 6 + chars
	    + leap * (time_size + 4) + std + utc;
}

static bool
is_header(const unsigned char *data, size_t len, size_t at)
{
	return len - at >= 44 && memcmp(data + at, "TZif", 4) == 0
	    && be32(data + at + 32) < 10000 && be32(data + at + 36) < 256
	    && be32(data + at + 36) > 0 && be32(data + at + 40) < 10000
	    && be32(data + at + 28) < 10000;
}

static void *
take_array(size_t n, size_t size)
{
	void *p = calloc(n + 1, size);

	if (p == NULL)
		abort();
	return p;
}

static bool
read_tzif(struct zone *z, const unsigned char *data, size_t len)
{
	const unsigned char *times, *index, *types;
	size_t at = 0, n, type_count, end;

	if (!is_header(data, len, 0) || data[4] < '2')
		return false;
	at = 44 + block_size(data, 4);
	if (at >= len || !is_header(data, len, at))
		return false;
	n = be32(data + at + 32);
	type_count = be32(data + at + 36);
	end = at + 44 + block_size(data + at, 8);
	if (end >= len)
		return false;
	times = data + at + 44;
	index = times + 8 * n;
	types = index + n;
	z->starts = take_array(n, sizeof(*z->starts));
	z->offsets = take_array(n, sizeof(*z->offsets));
	z->first = (int32_t)be32(types);
	for (; z->count < n; z->count++) {
		if (index[z->count] >= type_count)
			return false;
		z->starts[z->count] = be64(times + 8 * z->count);
		z->offsets[z->count] =
		    (int32_t)be32(types + 6 * index[z->count]);
	}
	if (data[end] == '\n' && end + 1 < len) {
		char footer[128] = "";
		const char *s = (const char *)data + end + 1;
		size_t size = 0;

		while (end + 1 + size < len && s[size] != '\n')
			size++;
		if (size > 0 && size < sizeof(footer)) {
			memcpy(footer, s, size);
			z->has_footer = read_footer(z, footer);
		}
	}
	return true;
}

static bool
name_ok(const char *name)
{
	return strlen(name) < sizeof(zones[0]->name) && *name != '/'
	    && strstr(name, "..") == NULL && name[strspn(name,
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	    "0123456789_+-/")] == '\0';
}

/* Load a zone that was not met yet; an unreadable one stays UTC, for ever, so
 * that it is logged once. */
static struct zone *
zone_load(const char *name)
{
	struct zone *z = take_array(1, sizeof(*z));
	struct mem *mem = mem_new();
	char *data;
	size_t len;

	if (strlen(name) < sizeof(z->name))
		memcpy(z->name, name, strlen(name));
	if (!name_ok(name) || file_read(&data, &len, mem,
	    mem_printf(mem, FOLDER "%s", name), FILE_MAX) != RC_OK
	    || !read_tzif(z, (const unsigned char *)data, len)) {
		log_event(LOG_LEVEL_WARN, "zone_unknown", "zone", name,
		    "used", "UTC", (char *)NULL);
		z->count = 0;
		z->first = 0;
		z->has_footer = false;
	}
	mem_free(mem);
	return z;
}

static const struct zone *
zone_get(const char *name)
{
	if (name == NULL || *name == '\0' || strcmp(name, "UTC") == 0)
		return NULL;
	for (size_t i = 0; i < zone_count; i++)
		if (strcmp(zones[i]->name, name) == 0)
			return zones[i];
	if (zone_count == ZONE_MAX) {	/* drop the oldest */
		free(zones[0]->starts);
		free(zones[0]->offsets);
		free(zones[0]);
		memmove(zones, zones + 1, (ZONE_MAX - 1) * sizeof(*zones));
		zone_count--;
	}
	return zones[zone_count++] = zone_load(name);
}

int64_t
date_offset(int64_t at, const char *name)
{
	const struct zone *z = zone_get(name);
	size_t low = 0, high;

	if (z == NULL)
		return 0;
	if (z->has_footer && (z->count == 0
	    || at >= z->starts[z->count - 1]))
		return footer_offset(z, at);
	for (high = z->count; low < high; ) {	/* first start after at */
		size_t middle = (low + high) / 2;

		if (z->starts[middle] <= at)
			low = middle + 1;
		else
			high = middle;
	}
	return low == 0 ? z->first : z->offsets[low - 1];
}
