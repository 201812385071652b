/*
 * The legal delay and its pauses, in civil days.
 * It refuses hours: the law counts days.
 */
#include "config.h"

#include "domain/delay.h"

#include "base/date.h"

/* The local day of a moment, as midnight UTC of that date: plain days. */
static int64_t
day_of(int64_t at, const char *zone)
{
	struct civil c;

	date_civil_in(&c, at, zone);
	c.hour = c.minute = c.second = 0;
	return date_unix(&c);
}

static int64_t
moment_of(int64_t day, const char *zone)
{
	struct civil c;

	date_civil(&c, day);
	return date_unix_in(&c, zone);
}

static int64_t
end_of(const struct pause *p, const char *zone, int64_t now)
{
	return day_of(p->ended_at != 0 ? p->ended_at : now, zone);
}

static int64_t
after(int64_t day, const struct delay *d)
{
	switch (d->unit) {
	case DELAY_DAYS:
		return day + d->count * DATE_DAY;
	case DELAY_WEEKS:
		return day + d->count * 7 * DATE_DAY;
	case DELAY_MONTHS:
		break;
	}
	return date_add_months(day, d->count);
}

int64_t
delay_due(const struct delay *d, int64_t deposited_at, const struct pause *p,
    size_t n, int64_t now)
{
	int64_t start = day_of(deposited_at, d->zone), paused = 0;
	size_t i;

	for (i = 0; i < n; i++) {
		int64_t end = end_of(&p[i], d->zone, now);

		if ((d->restarts || p[i].incomplete) && end > start)
			start = end;
	}
	for (i = 0; i < n; i++) {
		int64_t end = end_of(&p[i], d->zone, now);

		if (end > start)
			paused += end - day_of(p[i].asked_at, d->zone) +
			    DATE_DAY;
	}
	return moment_of(after(start + DATE_DAY, d) + paused, d->zone);
}
