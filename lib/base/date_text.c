/*
 * Dates in words and in the forms of files and protocols. Declared in date.h.
 * It speaks French and English; it needs no locale.
 */
#include "config.h"

#include <string.h>

#include "base/date.h"

#define NBSP	"\u00a0"

static const char *const months_fr[] = { "janvier", "février", "mars",
    "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
    "novembre", "décembre" };
static const char *const months_en[] = { "January", "February", "March",
    "April", "May", "June", "July", "August", "September", "October",
    "November", "December" };
/* The short forms of the Imprimerie nationale: mars, mai, juin, août whole. */
static const char *const short_fr[] = { "janv.", "févr.", "mars", "avr.",
    "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc." };
static const char *const days_en[] = { "Monday", "Tuesday", "Wednesday",
    "Thursday", "Friday", "Saturday", "Sunday" };

static bool
english(const char *lang)
{
	return lang != NULL && strncmp(lang, "en", 2) == 0;
}

const char *
date_month_name(int month, const char *lang)
{
	return english(lang) ? months_en[month - 1] : months_fr[month - 1];
}

const char *
date_iso_civil(struct mem *mem, const struct civil *c)
{
	return mem_printf(mem, "%04d-%02d-%02d", c->year, c->month, c->day);
}

const char *
date_iso(struct mem *mem, int64_t at)
{
	return date_iso_in(mem, at, NULL);
}

const char *
date_iso_in(struct mem *mem, int64_t at, const char *zone)
{
	struct civil c;

	date_civil_in(&c, at, zone);
	return date_iso_civil(mem, &c);
}

const char *
date_rfc3339(struct mem *mem, int64_t at)
{
	return date_rfc3339_in(mem, at, NULL);
}

const char *
date_rfc3339_in(struct mem *mem, int64_t at, const char *zone)
{
	int64_t offset = date_offset(at, zone);
	int minutes = (int)((offset < 0 ? -offset : offset) / 60);
	struct civil c;

	date_civil(&c, at + offset);
	if (offset == 0)
		return mem_printf(mem, "%04d-%02d-%02dT%02d:%02d:%02dZ",
		    c.year, c.month, c.day, c.hour, c.minute, c.second);
	return mem_printf(mem, "%04d-%02d-%02dT%02d:%02d:%02d%c%02d:%02d",
	    c.year, c.month, c.day, c.hour, c.minute, c.second,
	    offset < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

const char *
date_rfc1123(struct mem *mem, int64_t at)
{
	struct civil c;

	date_civil(&c, at);
	return mem_printf(mem, "%.3s, %02d %.3s %04d %02d:%02d:%02d GMT",
	    days_en[date_weekday(at)], c.day, months_en[c.month - 1], c.year,
	    c.hour, c.minute, c.second);
}

static const char *
long_civil(struct mem *mem, const struct civil *c, const char *lang)
{
	return mem_printf(mem, "%d%s" NBSP "%s %d", c->day,
	    c->day == 1 && !english(lang) ? "er" : "",
	    date_month_name(c->month, lang), c->year);
}

const char *
date_long(struct mem *mem, int64_t at, const char *zone, const char *lang)
{
	struct civil c;

	date_civil_in(&c, at, zone);
	return long_civil(mem, &c, lang);
}

const char *
date_long_time(struct mem *mem, int64_t at, const char *zone,
    const char *lang)
{
	struct civil c;
	const char *day;

	date_civil_in(&c, at, zone);
	day = long_civil(mem, &c, lang);
	if (english(lang))
		return mem_printf(mem, "%s at" NBSP "%02d:%02d", day, c.hour,
		    c.minute);
	return mem_printf(mem, "%s à" NBSP "%d" NBSP "h" NBSP "%02d", day,
	    c.hour, c.minute);
}

const char *
date_short(struct mem *mem, int64_t at, const char *zone, const char *lang)
{
	struct civil c;

	date_civil_in(&c, at, zone);
	if (english(lang))
		return mem_printf(mem, "%d" NBSP "%.3s %d", c.day,
		    months_en[c.month - 1], c.year);
	return mem_printf(mem, "%d%s" NBSP "%s %d", c.day,
	    c.day == 1 ? "er" : "", short_fr[c.month - 1], c.year);
}

const char *
date_long_iso(struct mem *mem, const char *iso, const char *lang)
{
	struct civil c;

	if (!date_parse(&c, iso))
		return iso == NULL ? "" : iso;
	return long_civil(mem, &c, lang);
}
