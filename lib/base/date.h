/*
 * Civil dates and Unix seconds, without libc's time zone machinery.
 * It never reads the clock: the time is passed in.
 *
 * `at` is Unix seconds UTC. `zone` is a tz name ("Indian/Reunion"), read from
 * /usr/share/zoneinfo and kept; NULL, "" and an unknown name (logged once) mean
 * UTC. `lang` is "en" for English, anything else French.
 */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"

#define DATE_DAY	((int64_t)86400)

struct civil {
	int	year, month, day;	/* 1…9999, 1…12, 1…31 */
	int	hour, minute, second;
};

/* --- arithmetic --------------------------------------------------------- */

/* Proleptic Gregorian, UTC. */
int64_t	 date_unix(const struct civil *);
void	 date_civil(struct civil *, int64_t at);
/* The same on the clock of a zone. An hour that does not exist (spring) is
 * read with the offset of before, an hour that happens twice as the first. */
int64_t	 date_unix_in(const struct civil *, const char *zone);
void	 date_civil_in(struct civil *, int64_t at, const char *zone);
/* Seconds east of UTC at that moment. */
int64_t	 date_offset(int64_t at, const char *zone);
/* Does the day exist (29 February…), in years 1…9999? Ignores the hour. */
bool	 date_exists(const struct civil *);
/* Days in the month. */
int	 date_month_days(int year, int month);
/* 0 = Monday … 6 = Sunday. */
int	 date_weekday(int64_t at);
/*
 * The same civil day and hour n months later (n may be negative), in UTC; the
 * last day of the month when that day does not exist: 31 January + 1 month is
 * 28 or 29 February.
 */
int64_t	 date_add_months(int64_t at, int n);
/* Midnight that begins / the last second that ends the local day of at. */
int64_t	 date_day_start(int64_t at, const char *zone);
int64_t	 date_day_end(int64_t at, const char *zone);
/* Whole UTC days from the day of `from` to the day of `to`; may be < 0. */
int64_t	 date_days_between(int64_t from, int64_t to);

/* --- reading ------------------------------------------------------------ */

/*
 * "2026-11-23", "23/11/2026", "3/1/2026", "23.11.2026", "23-11-2026", with
 * spaces around. False, and *date untouched, for anything else and for days
 * that do not exist (31 February). The hour is set to 0.
 */
bool	 date_parse(struct civil *date, const char *text);
/* The same to midnight UTC. */
bool	 date_parse_unix(int64_t *at, const char *text);
/*
 * RFC 3339: "2026-11-23T14:32:05Z", "…+04:00", fractions dropped; also the
 * form field "2026-11-23T14:32", which is then on the clock of zone.
 */
bool	 date_parse_time(int64_t *at, const char *text, const char *zone);

/* --- writing, all in mem ------------------------------------------------ */

const char *date_iso(struct mem *, int64_t at);		/* 2026-11-23, UTC */
const char *date_iso_in(struct mem *, int64_t at, const char *zone);
const char *date_iso_civil(struct mem *, const struct civil *);
const char *date_rfc3339(struct mem *, int64_t at);	/* …T14:32:05Z */
const char *date_rfc3339_in(struct mem *, int64_t at, const char *zone);
const char *date_rfc1123(struct mem *, int64_t at);	/* HTTP, mail: GMT */
/* "23 novembre 2026", "1er mars 2026"; "23 November 2026". The space between
 * day and month is U+00A0. */
const char *date_long(struct mem *, int64_t at, const char *zone,
	    const char *lang);
/* "23 novembre 2026 à 14 h 32"; "23 November 2026 at 14:32". */
const char *date_long_time(struct mem *, int64_t at, const char *zone,
	    const char *lang);
/* "23 nov. 2026"; "23 Nov 2026": tables, timelines. */
const char *date_short(struct mem *, int64_t at, const char *zone,
	    const char *lang);
/* The long form of a stored "YYYY-MM-DD"; the text itself if it is none. */
const char *date_long_iso(struct mem *, const char *iso, const char *lang);
/* 1…12: "novembre"; "November". Borrowed for ever. */
const char *date_month_name(int month, const char *lang);

#endif
