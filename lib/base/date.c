/*
 * Civil dates: arithmetic and reading.
 * It knows the Gregorian calendar only; zones are in zone.c, words in
 * date_text.c.
 */
#include "config.h"

#include "base/date.h"

#include <stddef.h>
#include <string.h>

/* --- arithmetic --------------------------------------------------------- */

/* Days since 1970-01-01 of a civil day: years are taken from March, so that
 * the leap day ends them, in eras of 400 years. */
static int64_t
days_from_civil(int64_t year, int month, int day)
{
	int64_t era, year_of_era, day_of_year;

	if (month <= 2)
		year--;
	era = (year >= 0 ? year : year - 399) / 400;
	year_of_era = year - era * 400;
	day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	return era * 146097 + year_of_era * 365 + year_of_era / 4
	    - year_of_era / 100 + day_of_year - 719468;
}

static void
civil_from_days(struct civil *c, int64_t days)
{
	int64_t era, day_of_era, year_of_era, day_of_year, month;

	days += 719468;
	era = (days >= 0 ? days : days - 146096) / 146097;
	day_of_era = days - era * 146097;
	year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524
	    - day_of_era / 146096) / 365;
	day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4
	    - year_of_era / 100);
	month = (5 * day_of_year + 2) / 153;
	c->day = (int)(day_of_year - (153 * month + 2) / 5 + 1);
	c->month = (int)(month < 10 ? month + 3 : month - 9);
	c->year = (int)(year_of_era + era * 400 + (c->month <= 2));
}

static int64_t
floor_days(int64_t at)
{
	return (at >= 0 ? at : at - (DATE_DAY - 1)) / DATE_DAY;
}

int64_t
date_unix(const struct civil *c)
{
	return days_from_civil(c->year, c->month, c->day) * DATE_DAY
	    + c->hour * 3600 + c->minute * 60 + c->second;
}

void
date_civil(struct civil *c, int64_t at)
{
	int64_t days = floor_days(at);
	int second = (int)(at - days * DATE_DAY);

	civil_from_days(c, days);
	c->hour = second / 3600;
	c->minute = second / 60 % 60;
	c->second = second % 60;
}

void
date_civil_in(struct civil *c, int64_t at, const char *zone)
{
	date_civil(c, at + date_offset(at, zone));
}

int64_t
date_unix_in(const struct civil *c, const char *zone)
{
	int64_t wall = date_unix(c);
	int64_t before = date_offset(wall - DATE_DAY, zone);
	int64_t after = date_offset(wall + DATE_DAY, zone);

	/* With the offset of before: right unless the change has passed. */
	if (date_offset(wall - before, zone) == before)
		return wall - before;
	if (date_offset(wall - after, zone) == after)
		return wall - after;
	return wall - before;	/* an hour that does not exist */
}

int
date_month_days(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31,
	    30, 31 };
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	return days[month - 1] + (month == 2 && leap);
}

bool
date_exists(const struct civil *c)
{
	return c->year >= 1 && c->year <= 9999
	    && c->month >= 1 && c->month <= 12
	    && c->day >= 1 && c->day <= date_month_days(c->year, c->month);
}

int
date_weekday(int64_t at)
{
	int64_t day = (floor_days(at) + 3) % 7;	/* 1970-01-01: Thursday */

	return (int)(day < 0 ? day + 7 : day);
}

static void
add_months(struct civil *c, int n)
{
	int64_t months = (int64_t)c->year * 12 + c->month - 1 + n;
	int last;

	c->year = (int)(months / 12);
	c->month = (int)(months % 12) + 1;
	last = date_month_days(c->year, c->month);
	if (c->day > last)
		c->day = last;
}

int64_t
date_add_months(int64_t at, int n)
{
	struct civil c;

	date_civil(&c, at);
	add_months(&c, n);
	return date_unix(&c);
}

int64_t
date_day_start(int64_t at, const char *zone)
{
	struct civil c;

	date_civil_in(&c, at, zone);
	c.hour = c.minute = c.second = 0;
	return date_unix_in(&c, zone);
}

int64_t
date_day_end(int64_t at, const char *zone)
{
	struct civil c;

	date_civil_in(&c, at, zone);
	civil_from_days(&c, days_from_civil(c.year, c.month, c.day) + 1);
	c.hour = c.minute = c.second = 0;
	return date_unix_in(&c, zone) - 1;
}

int64_t
date_days_between(int64_t from, int64_t to)
{
	return floor_days(to) - floor_days(from);
}

/* --- reading ------------------------------------------------------------ */

/* Read 1…max digits into *n; the digits read, 0 when there is none. */
static int
read_number(const char **p, int max, int *n)
{
	int count = 0;

	for (*n = 0; count < max && **p >= '0' && **p <= '9'; count++, (*p)++)
		*n = *n * 10 + (**p - '0');
	return count;
}

static bool
read_char(const char **p, char c)
{
	if (**p != c)
		return false;
	(*p)++;
	return true;
}

static void
skip_blanks(const char **p)
{
	for (;;) {
		if (**p == ' ' || **p == '\t')
			(*p)++;
		else if (strncmp(*p, "\u00a0", 2) == 0)
			*p += 2;
		else if (strncmp(*p, "\u202f", 3) == 0)
			*p += 3;
		else
			return;
	}
}

/* YYYY-MM-DD exactly. */
static bool
read_iso(const char **p, struct civil *c)
{
	return read_number(p, 4, &c->year) == 4 && read_char(p, '-')
	    && read_number(p, 2, &c->month) == 2 && read_char(p, '-')
	    && read_number(p, 2, &c->day) == 2;
}

/* J/M/AAAA with one same mark twice. */
static bool
read_french(const char **p, struct civil *c)
{
	char mark;

	if (read_number(p, 2, &c->day) == 0)
		return false;
	mark = **p;
	return mark != '\0' && strchr("/.-", mark) != NULL
	    && read_char(p, mark) && read_number(p, 2, &c->month) > 0
	    && read_char(p, mark) && read_number(p, 4, &c->year) == 4;
}

bool
date_parse(struct civil *date, const char *text)
{
	struct civil c = { 0 };
	const char *p = text, *q;

	if (text == NULL)
		return false;
	skip_blanks(&p);
	q = p;
	if (!read_iso(&p, &c)) {
		c = (struct civil){ 0 };
		if (!read_french(&q, &c))
			return false;
		p = q;
	}
	skip_blanks(&p);
	if (*p != '\0' || !date_exists(&c))
		return false;
	*date = c;
	return true;
}

bool
date_parse_unix(int64_t *at, const char *text)
{
	struct civil c;

	if (!date_parse(&c, text))
		return false;
	*at = date_unix(&c);
	return true;
}

/* "Z", "+04:00", "-0330" or nothing (then *given is false). */
static bool
read_offset(const char **p, int *seconds, bool *given)
{
	int hours, minutes, sign = **p == '-' ? -1 : 1;

	*seconds = 0;
	*given = **p != '\0';
	if (!*given || read_char(p, 'Z') || read_char(p, 'z'))
		return true;
	if (!read_char(p, '+') && !read_char(p, '-'))
		return false;
	if (read_number(p, 2, &hours) != 2 || hours > 23)
		return false;
	read_char(p, ':');
	if (read_number(p, 2, &minutes) != 2 || minutes > 59)
		return false;
	*seconds = sign * (hours * 3600 + minutes * 60);
	return true;
}

bool
date_parse_time(int64_t *at, const char *text, const char *zone)
{
	struct civil c = { 0 };
	const char *p = text;
	int offset, ignored;
	bool given;

	if (text == NULL || !read_iso(&p, &c) || !date_exists(&c)
	    || (*p != 'T' && *p != 't' && *p != ' '))
		return false;
	p++;
	if (read_number(&p, 2, &c.hour) != 2 || c.hour > 23
	    || !read_char(&p, ':') || read_number(&p, 2, &c.minute) != 2
	    || c.minute > 59)
		return false;
	if (read_char(&p, ':') && (read_number(&p, 2, &c.second) != 2
	    || c.second > 60))
		return false;
	if (read_char(&p, '.') && read_number(&p, 9, &ignored) == 0)
		return false;
	if (!read_offset(&p, &offset, &given) || *p != '\0')
		return false;
	*at = given ? date_unix(&c) - offset : date_unix_in(&c, zone);
	return true;
}
