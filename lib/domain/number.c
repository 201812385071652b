/*
 * Numbers of applications.
 */
#include "config.h"

#include "domain/number.h"

#include <ctype.h>
#include <inttypes.h>
#include <string.h>

#include "base/date.h"
#include "base/text.h"

#define INITIALS	6

/* A capital of the Latin alphabet, with an accent (U+00C0…U+00DE) or not. */
static bool
is_capital(const char *p)
{
	unsigned char c = (unsigned char)p[0], next = (unsigned char)p[1];

	return (c >= 'A' && c <= 'Z') ||
	    (c == 0xc3 && next >= 0x80 && next <= 0x9e);
}

/* Does a word begin there: after a space, a hyphen, an apostrophe? */
static bool
begins_word(const char *name, const char *p)
{
	return p == name || strchr(" -'", p[-1]) != NULL ||
	    (p - name >= 3 && strncmp(p - 3, "\342\200\231", 3) == 0);
}

const char *
number_initials(struct mem *mem, const char *name)
{
	char out[INITIALS + 1] = "";
	const char *p, *slug;
	size_t n = 0;

	for (p = name; *p != '\0' && n < INITIALS; p++)
		if (begins_word(name, p) && is_capital(p))
			out[n++] = (char)toupper((unsigned char)*text_slug(mem,
			    mem_strndup(mem, p, *p < 0 ? 2 : 1)));
	if (n >= 2)
		return mem_strdup(mem, out);
	/* One word: its first letters. */
	slug = text_slug(mem, name);
	for (n = 0; n < 5 && isalnum((unsigned char)slug[n]); n++)
		out[n] = (char)toupper((unsigned char)slug[n]);
	return n == 0 ? "T" : mem_strndup(mem, out, n);
}

const char *
number_next(struct db *db, struct mem *mem, const struct call *call,
    const struct platform *platform, int64_t now)
{
	const char *series;
	struct civil civil;
	int64_t n;

	date_civil_in(&civil, now, platform->time_zone);
	series = mem_printf(mem, "%s-%d", number_initials(mem,
	    call->funder != NULL ? call->funder : platform->name), civil.year);
	n = db_int(db, 0, Q_APPLICATION_NUMBER_NEXT, T(series, series));
	return mem_printf(mem, "%s-%05" PRId64, series, n);
}
