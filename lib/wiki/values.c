/*
 * Converters of wiki values. They read; printing back is the writer's.
 */
#include "config.h"

#include "wiki/values.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/date.h"
#include "base/text.h"
#include "wiki/lead.h"

/* One line of plain text; false when nothing is left. In mem. */
static bool
wiki_value_text(const char **out, struct mem *mem, const char *raw,
    wiki_tags tags)
{
	const char *text = text_collapse_spaces(mem, wiki_plain(mem, raw,
	    strlen(raw), tags));

	if (text_blank(text))
		return false;
	*out = text;
	return true;
}

/* --- coordinates -------------------------------------------------------------- */

#define NUMBERS_MAX	6

/* What a coordinate is made of: numbers, and letters that close a half. */
struct numbers {
	int64_t		 e6[NUMBERS_MAX];	/* millionths */
	bool		 negative[NUMBERS_MAX];
	size_t		 count;
	size_t		 first;		/* numbers before the first letter, or 0 */
	char		 letters[2];	/* N S E W (O is W) */
	size_t		 letter_count;
};

/* A decimal number with "." or, when comma is true, ",". Past it, or NULL. */
static const char *
read_number(struct numbers *n, const char *p, bool comma)
{
	int64_t value = 0, scale = 1000000;
	bool negative = false;

	if (n->count == NUMBERS_MAX)
		return NULL;
	if (*p == '+' || *p == '-')
		negative = *p++ == '-';
	else if (strncmp(p, "\u2212", 3) == 0) {
		negative = true;
		p += 3;
	}
	if (!isdigit((unsigned char)*p))
		return NULL;
	for (; isdigit((unsigned char)*p) && value < 100000; p++)
		value = value * 10 + (*p - '0');
	value *= 1000000;
	if ((*p == '.' || (comma && *p == ',')) &&
	    isdigit((unsigned char)p[1]))
		for (p++; isdigit((unsigned char)*p); p++)
			value += (*p - '0') * (scale /= 10);
	n->negative[n->count] = negative;
	n->e6[n->count++] = negative ? -value : value;
	return isdigit((unsigned char)*p) ? NULL : p;
}

static bool
read_letter(struct numbers *n, char c)
{
	c = (char)toupper((unsigned char)c);
	if (c == 'O')
		c = 'W';
	if (strchr("NSEW", c) == NULL || n->count == 0 ||
	    n->letter_count == 2)
		return false;
	if (n->letter_count == 0)
		n->first = n->count;
	n->letters[n->letter_count++] = c;
	return true;
}

/* Separators that may stand between numbers, besides spaces. */
static size_t
separator(const char *p)
{
	static const char *const marks[] = { "°", "º", "′", "″", "’", "”",
	    "\u00a0", "\u202f", "'", "\"", ";", "|", "/", ",", " ", "\t", "\n",
	    NULL };
	size_t i;

	for (i = 0; marks[i] != NULL; i++)
		if (strncmp(p, marks[i], strlen(marks[i])) == 0)
			return strlen(marks[i]);
	return 0;
}

static bool
read_numbers(struct numbers *n, const char *p, bool comma)
{
	size_t skip;

	memset(n, 0, sizeof(*n));
	while (*p != '\0') {
		if ((skip = separator(p)) > 0)
			p += skip;
		else if (isalpha((unsigned char)*p)) {
			if (isalpha((unsigned char)p[1]) ||
			    !read_letter(n, *p++))
				return false;
		} else if ((p = read_number(n, p, comma)) == NULL)
			return false;
	}
	return true;
}

/* count numbers from first: degrees, minutes, seconds; the letter's sign. */
static bool
degrees(int64_t *e6, const struct numbers *n, size_t first, size_t count,
    char letter, int limit)
{
	int64_t value, part;
	bool negative = n->negative[first];
	size_t i;

	/* In seconds, so that it is rounded once. */
	value = (n->e6[first] < 0 ? -n->e6[first] : n->e6[first]) * 3600;
	for (i = 1; i < count; i++) {
		part = n->e6[first + i];
		if (part < 0 || part >= 60 * 1000000LL)
			return false;
		value += part * (i == 1 ? 60 : 1);
	}
	value = (value + 1800) / 3600;
	if (letter == 'S' || letter == 'W')
		negative = true;
	if (value > limit * 1000000LL)
		return false;
	*e6 = negative ? -value : value;
	return true;
}

bool
wiki_value_degrees(int64_t *e6, const char *raw, int limit)
{
	struct numbers n;

	if (!read_numbers(&n, raw, true) || n.count == 0 || n.count > 3 ||
	    n.letter_count > 1 || (n.letter_count == 1 && n.first != n.count))
		return false;
	return degrees(e6, &n, 0, n.count, n.letters[0], limit);
}

/* A comma is decimal only when something else parts the two numbers. */
static bool
has_other_separator(const char *raw)
{
	const char *p;

	for (p = raw; *p != '\0'; p++)
		if (strchr(";|/NSEWO", *p) != NULL ||
		    (*p == ' ' && p > raw && p[-1] != ',' && p[1] != ','))
			return true;
	return false;
}

static bool
point_of(int64_t *lat, int64_t *lon, const struct numbers *n)
{
	size_t half = n->letter_count > 0 ? n->first : n->count / 2;
	char a = n->letters[0], b = n->letters[1];
	int64_t x, y;

	if (n->count < 2 || n->count > 6 || half == 0 || half > 3 ||
	    n->count - half > 3 || n->count == half || n->letter_count == 1 ||
	    (n->letter_count == 0 && n->count % 2 != 0))
		return false;
	if (a == 'E' || a == 'W') {	/* longitude first, and it says so */
		if ((b != 'N' && b != 'S') ||
		    !degrees(&x, n, 0, half, a, 180) ||
		    !degrees(&y, n, half, n->count - half, b, 90))
			return false;
	} else if ((b != '\0' && b != 'E' && b != 'W') ||
	    !degrees(&y, n, 0, half, a, 90) ||
	    !degrees(&x, n, half, n->count - half, b, 180))
		return false;
	if (x == 0 && y == 0)
		return false;
	*lat = y;
	*lon = x;
	return true;
}

bool
wiki_value_point(int64_t *lat, int64_t *lon, const char *raw)
{
	struct numbers n;
	char text[200];
	size_t len = strlen(raw), i;

	while (len > 0 && isspace((unsigned char)*raw)) {
		raw++;
		len--;
	}
	if (len >= sizeof(text))
		return false;
	memcpy(text, raw, len + 1);
	while (len > 0 && isspace((unsigned char)text[len - 1]))
		text[--len] = '\0';
	if (strncasecmp(text, "{{coord", 7) == 0) {
		char *bar = strchr(text, '|'), *end = strstr(text, "}}"), *p;

		if (bar == NULL || end == NULL || end < bar)
			return false;
		*end = '\0';
		/* Its options ("display=title", "type:city") come last. */
		for (p = bar + 1; p != NULL; p = strchr(p, '|')) {
			p += *p == '|';
			if (isalpha((unsigned char)p[0]) &&
			    isalpha((unsigned char)p[1])) {
				p[-1] = '\0';
				break;
			}
		}
		memmove(text, bar + 1, strlen(bar + 1) + 1);
	}
	for (i = 0; text[i] == '(' ; i++)
		;
	if (read_numbers(&n, text + i, has_other_separator(text + i)) &&
	    point_of(lat, lon, &n))
		return true;
	return read_numbers(&n, text + i, false) && n.letter_count == 0 &&
	    n.count == 2 && point_of(lat, lon, &n);
}

/* Digits at the beginning, 0 without; at most 9999. */
static int
small_number(const char *text)
{
	long n = strtol(text, NULL, 10);

	return n < 0 || n > 9999 ? 0 : (int)n;
}

/* --- dates -------------------------------------------------------------------- */

static int
month_named(struct mem *mem, const char *word)
{
	const char *folded = text_fold(mem, word), *name;
	int m;

	for (m = 1; m <= 12; m++) {
		name = text_fold(mem, date_month_name(m, "fr"));
		if (strcmp(folded, name) == 0)
			return m;
		name = text_fold(mem, date_month_name(m, "en"));
		if (strcmp(folded, name) == 0)
			return m;
	}
	return 0;
}

static bool
is_year(const char *word)
{
	return strlen(word) == 4 && strspn(word, "0123456789") == 4 &&
	    (word[0] == '1' || word[0] == '2');
}

bool
wiki_value_date(const char **iso, struct mem *mem, const char *raw)
{
	char *text = mem_strdup(mem, text_collapse_spaces(mem, raw));
	char *word[4] = { NULL }, *save = NULL, *w;
	struct civil c = { 0, 1, 1, 0, 0, 0 };
	size_t n = 0, at = 0;

	for (w = strtok_r(text, " ,T", &save); w != NULL && n < 4;
	    w = strtok_r(NULL, " ,T", &save))
		word[n++] = w;
	if (n == 0)
		return false;
	if (date_parse(&c, word[0])) {
		*iso = date_iso_civil(mem, &c);
		return true;
	}
	if (n == 1 && is_year(word[0])) {
		c.year = small_number(word[0]);
		*iso = date_iso_civil(mem, &c);
		return true;
	}
	if (n >= 3 && small_number(word[0]) > 0) {
		c.day = small_number(word[0]);
		at = 1;
	}
	if (n < at + 2 || (c.month = month_named(mem, word[at])) == 0 ||
	    !is_year(word[at + 1]))
		return false;
	c.year = small_number(word[at + 1]);
	if (!date_exists(&c))
		return false;
	*iso = date_iso_civil(mem, &c);
	return true;
}

/* --- lists, links, files ------------------------------------------------------ */

#define LIST_MAX	100

size_t
wiki_value_list(const char ***out, struct mem *mem, const char *raw,
    wiki_tags tags)
{
	static const char cuts[] = "@\n;,";
	char cut = '\0', *text = mem_strdup(mem, raw), *item, *end;
	const char **list = MEM_ARRAY(mem, LIST_MAX, const char *), *clean;
	size_t n = 0, i;

	for (i = 0; cuts[i] != '\0' && cut == '\0'; i++)
		if (strchr(text_trim(mem, raw), cuts[i]) != NULL)
			cut = cuts[i];
	for (item = text; item != NULL && n < LIST_MAX; item = end) {
		end = cut == '\0' ? NULL : strchr(item, cut);
		if (end != NULL)
			*end++ = '\0';
		if (wiki_value_text(&clean, mem, item, tags))
			list[n++] = clean;
	}
	*out = list;
	return n;
}

static bool
is_address(const char *text)
{
	return (strncasecmp(text, "https://", 8) == 0 && text[8] != '\0') ||
	    (strncasecmp(text, "http://", 7) == 0 && text[7] != '\0');
}

bool
wiki_value_link(const char **url, const char **page, const char **words,
    struct mem *mem, const char *raw)
{
	char *text = mem_strdup(mem, text_trim(mem, raw)), *end, *bar;

	if (strncmp(text, "[[", 2) == 0 && (end = strstr(text, "]]")) != NULL) {
		*end = '\0';
		bar = strchr(text, '|');
		if (bar != NULL)
			*bar = '\0';
		*url = NULL;
		*page = text_trim(mem, text + 2 + (text[2] == ':'));
		*words = bar == NULL ? *page : text_trim(mem, bar + 1);
		return **page != '\0';
	}
	if (*text == '[' && (end = strchr(text, ']')) != NULL) {
		*end = '\0';
		text++;
	}
	if (!is_address(text))
		return false;
	end = text + strcspn(text, " \n\t<>\"");
	*words = *end == '\0' ? text : text_trim(mem, end + 1);
	*end = '\0';
	if (**words == '\0')
		*words = text;
	*url = text;
	*page = NULL;
	return true;
}

bool
wiki_value_file(const char **name, struct mem *mem, const char *raw)
{
	static const char *const none[] = { "no-image-yet", "no image yet",
	    "placeholder", "default.", "none", NULL };
	static const char *const spaces[] = { "fichier:", "file:", "image:",
	    NULL };
	char *text = mem_strdup(mem, text_trim(mem, raw)), *p;
	const char *folded;
	size_t i;

	while (*text == '[')
		text++;
	text[strcspn(text, "|]\n")] = '\0';
	while (*text == ':')
		text++;
	for (i = 0; spaces[i] != NULL; i++)
		if (strncasecmp(text, spaces[i], strlen(spaces[i])) == 0)
			text += strlen(spaces[i]);
	for (p = text; *p != '\0'; p++)
		if (*p == '_')
			*p = ' ';
	text = mem_strdup(mem, text_trim(mem, text));
	p = strrchr(text, '.');
	if (p == NULL || strlen(p) < 3 || strlen(p) > 6 || p == text ||
	    strchr(text, '/') != NULL || strchr(text, '{') != NULL)
		return false;
	folded = text_fold(mem, text);
	for (i = 0; none[i] != NULL; i++)
		if (text_starts(folded, none[i]))
			return false;
	*name = text;
	return true;
}
