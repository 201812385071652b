/*
 * Catalogues found in a folder, and the one that speaks now.
 * It needs no locale of the system but C.UTF-8, and reads nothing later.
 */
#include "config.h"

#include "base/lang.h"

#include <dirent.h>
#include <locale.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/log.h"

#define DOMAIN		"terreau"
#define LANGUAGES	32
#define CODE_SIZE	12
#define SAID		512	/* messages remembered */

/* libintl's generation count: gettext forgets what it found when it moves. */
extern int _nl_msg_cat_cntr;

static char codes[LANGUAGES][CODE_SIZE];
static const char *names[LANGUAGES];
static const char *list[LANGUAGES + 1] = { "fr" };
static size_t count = 1;
static const char *current = "";
static struct said {
	const char	*msgid, *lang, *text;
} said[SAID];

static int
by_code(const void *a, const void *b)
{
	const char *x = a, *y = b;
	bool x_fr = strcmp(x, "fr") == 0, y_fr = strcmp(y, "fr") == 0;

	if (x_fr != y_fr)
		return x_fr ? -1 : 1;
	return strcmp(x, y);
}

static bool
has_catalogue(const char *dir, const char *code)
{
	char path[4096];
	int n;

	n = snprintf(path, sizeof(path), "%s/%s/LC_MESSAGES/" DOMAIN ".mo",
	    dir, code);
	return n > 0 && (size_t)n < sizeof(path) && access(path, R_OK) == 0;
}

static size_t
scan(const char *dir)
{
	struct dirent *e;
	size_t found = 0;
	DIR *d = opendir(dir);

	if (d == NULL)
		return 0;
	while ((e = readdir(d)) != NULL && found < LANGUAGES) {
		size_t len = strlen(e->d_name);

		if (e->d_name[0] == '.' || len >= CODE_SIZE ||
		    !has_catalogue(dir, e->d_name))
			continue;
		memcpy(codes[found++], e->d_name, len + 1);
	}
	closedir(d);
	qsort(codes, found, CODE_SIZE, by_code);
	return found;
}

enum rc
lang_open(const char *dir)
{
	size_t i, found;

	if (dir == NULL)
		dir = getenv("TERREAU_LOCALE");
	if (dir == NULL || *dir == '\0')
		dir = LOCALEDIR;
	found = scan(dir);
	if (found == 0 || strcmp(codes[0], "fr") != 0) {
		log_event(LOG_LEVEL_ERROR, "no-catalogue", "folder", dir,
		    "language", "fr", NULL);
		return RC_FAIL;
	}
	if (setlocale(LC_ALL, "C.UTF-8") == NULL ||
	    bindtextdomain(DOMAIN, dir) == NULL ||
	    bind_textdomain_codeset(DOMAIN, "UTF-8") == NULL ||
	    textdomain(DOMAIN) == NULL) {
		log_event(LOG_LEVEL_ERROR, "no-locale", "locale", "C.UTF-8",
		    NULL);
		return RC_FAIL;
	}
	count = found;
	memset(said, 0, sizeof(said));
	for (i = 0; i < count; i++) {
		list[i] = codes[i];
		lang_set(codes[i]);
		/* TRANSLATORS: the name of your language, in your language. */
		names[i] = _("Français");	/* reads the file now */
	}
	list[count] = NULL;
	lang_set("fr");
	return RC_OK;
}

const char *const *
lang_list(void)
{
	return list;
}

const char *
lang_find(const char *code)
{
	size_t i;

	for (i = 0; code != NULL && i < count; i++)
		if (strcmp(list[i], code) == 0)
			return list[i];
	return NULL;
}

void
lang_set(const char *code)
{
	const char *known = lang_find(code);

	if (known == NULL)
		known = list[0];
	if (strcmp(known, current) == 0)
		return;
	if (setenv("LANGUAGE", known, 1) != 0)
		abort();
	_nl_msg_cat_cntr++;
	current = known;
}

const char *
lang_get(void)
{
	return *current == '\0' ? list[0] : current;
}

/* By where the message stands; another one may take its place. */
const char *
lang_text(const char *msgid)
{
	struct said *s = &said[((uintptr_t)msgid ^ (uintptr_t)msgid >> 9) %
	    SAID];

	if (s->msgid != msgid || s->lang != current)
		*s = (struct said){ msgid, current, gettext(msgid) };
	return s->text;
}

const char *
lang_name(const char *code)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (strcmp(list[i], code) == 0 && names[i] != NULL)
			return names[i];
	return code;
}

/* The quality of one item's parameters, in thousandths: ";q=0.8" is 800. */
static int
quality(const char *p, const char *end)
{
	int q, scale;

	while (p < end && (*p == ' ' || *p == '\t' || *p == ';'))
		p++;
	if (end - p < 3 || (p[0] != 'q' && p[0] != 'Q') || p[1] != '=')
		return 1000;
	p += 2;
	q = *p == '1' ? 1000 : 0;
	if (++p < end && *p == '.' && q == 0)
		for (p++, scale = 100; p < end && scale > 0 &&
		    *p >= '0' && *p <= '9'; p++, scale /= 10)
			q += (*p - '0') * scale;
	return q;
}

/* The language that serves the tag of len bytes: its first part, or NULL. */
static const char *
serve(const char *tag, size_t len)
{
	size_t i, n;

	for (i = 0; i < count; i++) {
		n = strlen(list[i]);
		if (n <= len && strncasecmp(list[i], tag, n) == 0 &&
		    (n == len || tag[n] == '-'))
			return list[i];
	}
	return NULL;
}

const char *
lang_accept(const char *header, const char *otherwise)
{
	const char *best = NULL, *p = header, *end, *known;
	int best_q = 0, q;
	size_t len;

	while (p != NULL && *p != '\0') {
		p += strspn(p, " \t,");
		end = p + strcspn(p, ",");
		len = strcspn(p, " \t;,");
		q = quality(p + len, end);
		known = serve(p, len);
		if (known != NULL && q > best_q) {
			best = known;
			best_q = q;
		}
		p = end;
	}
	if (best != NULL)
		return best;
	known = lang_find(otherwise);
	return known != NULL ? known : list[0];
}
