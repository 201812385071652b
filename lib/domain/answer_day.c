/*
 * Days, moments and periods as people type them.
 * It moves no date: the 31st of February is said, not guessed.
 */
#include "config.h"

#include "domain/answer_read.h"

#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/text.h"

bool
read_date(struct reading *r)
{
	struct civil day;

	if (!date_parse(&day, r->text))
		return reading_wrong(r, "%s", _("Cette date n’existe pas : "
		    "écrivez jour, mois, année, par exemple 23/11/2026."));
	r->value->text = date_iso_civil(r->answers->mem, &day);
	return reading_bounds(r, date_unix(&day));
}

/* "23/11/2026 14:30", "23/11/2026 à 14 h 30": its hour and minute; the rest is
 * left as the day. False when there is no hour that exists. */
static bool
split_hour(struct mem *mem, const char *text, const char **day,
    struct civil *hour)
{
	size_t n = strcspn(text, " T\302");
	const char *p = text + n + strspn(text + n, " T\302\240");
	int minute = 0, read = 0;

	*day = mem_strndup(mem, text, n);
	if (strncmp(p, "à", strlen("à")) == 0)
		p += strlen("à");
	p += strspn(p, " \302\240");
	if (sscanf(p, "%2d%*[ :hH\302\240]%2d%n", &hour->hour, &minute, &read)
	    < 2) {
		minute = 0;
		if (sscanf(p, "%2d%*[ hH]%n", &hour->hour, &read) < 1)
			return false;
	}
	hour->minute = minute;
	/* Seconds that a browser adds. */
	if (strncmp(p + read, ":00", 3) == 0)
		read += 3;
	return read > 0 && p[read] == '\0' && hour->hour >= 0 &&
	    hour->hour < 24 && minute >= 0 && minute < 60;
}

bool
read_date_time(struct reading *r)
{
	struct mem *mem = r->answers->mem;
	const struct platform *p = r->answers->platform;
	struct civil at, hour = { 0 };
	const char *day;
	bool timed = split_hour(mem, r->text, &day, &hour);

	if (!date_parse(&at, day))
		return reading_wrong(r, "%s", _("Cette date n’existe pas : "
		    "écrivez jour, mois, année et heure, par exemple 23/11/2026 "
		    "14:30."));
	if (!timed)
		return reading_wrong(r, "%s", _("Cette heure n’existe pas : "
		    "écrivez-la de 00:00 à 23:59 après la date, par exemple "
		    "23/11/2026 14:30."));
	at.hour = hour.hour;
	at.minute = hour.minute;
	r->value->number = date_unix_in(&at, p == NULL ? NULL : p->time_zone);
	return true;
}

/* --- a period --------------------------------------------------------------- */

static bool
read_end(struct reading *r, const char *text, bool first, int64_t *at,
    const char **day)
{
	struct civil civil;

	if (*text == '\0')
		return reading_wrong(r, "%s", first
		    ? _("Il manque le premier jour : écrivez les deux dates.")
		    : _("Il manque le dernier jour : écrivez les deux dates."));
	if (!date_parse(&civil, text))
		return reading_wrong(r, "%s", first
		    ? _("La première date n’existe pas : écrivez jour, mois, "
		    "année, par exemple 23/11/2026.")
		    : _("La seconde date n’existe pas : écrivez jour, mois, "
		    "année, par exemple 23/11/2026."));
	*day = date_iso_civil(r->answers->mem, &civil);
	*at = date_unix(&civil);
	return true;
}

bool
read_period(struct reading *r)
{
	struct mem *mem = r->answers->mem;
	const struct form_field *f = r->field;
	const char *from = text_trim(mem, typed_get(r->typed, "from"));
	const char *to = text_trim(mem, typed_get(r->typed, "to"));
	struct value *v = r->value;
	int64_t days;

	if (*from == '\0' && *to == '\0')
		return true;
	v->given = true;
	if (!read_end(r, from, true, &v->number, &v->text) ||
	    !read_end(r, to, false, &v->until, &v->end))
		return false;
	days = (v->until - v->number) / DATE_DAY + 1;
	if (days < 1)
		return reading_wrong(r, "%s",
		    _("Le dernier jour vient avant le premier : échangez les "
		    "deux dates."));
	if (f->has_min && days < f->min)
		return reading_wrong(r, ngettext(
		    "Cette période est trop courte : %ld jour au moins.",
		    "Cette période est trop courte : %ld jours au moins.",
		    (unsigned long)f->min), (long)f->min);
	if (f->has_max && days > f->max)
		return reading_wrong(r, ngettext(
		    "Cette période est trop longue : %ld jour au plus.",
		    "Cette période est trop longue : %ld jours au plus.",
		    (unsigned long)f->max), (long)f->max);
	return true;
}
