/*
 * Finding what looks the same: full text proposes, counted words decide.
 * Words of less than four letters and empty words count for nothing.
 */
#include "config.h"

#include "domain/likeness.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/lang.h"
#include "base/text.h"

#define WORDS_MAX	24	/* of one text */
#define STEM		6	/* letters compared: plurals are the same word */
#define CANDIDATES	60

struct words {
	const char	*rows[WORDS_MAX];
	size_t		 count;
};

/* Folded words that say nothing of a project. */
static bool
is_empty_word(const char *word)
{
	static const char *const list[] = { "dans", "pour", "avec", "sans",
	    "sous", "chez", "leur", "leurs", "cette", "ceux", "dont", "vers",
	    "plus", "tous", "tout", "toute", "toutes", "nous", "vous", "elle",
	    "elles", "entre", "projet", "projets", "faire", "etre", "notre",
	    "votre", "quartier", "commune", "territoire", "autour", "comme",
	    NULL };
	size_t i;

	for (i = 0; list[i] != NULL; i++)
		if (strcmp(list[i], word) == 0)
			return true;
	return false;
}

static bool
has_word(const struct words *w, const char *word)
{
	size_t i;

	for (i = 0; i < w->count; i++)
		if (strncmp(w->rows[i], word, STEM) == 0)
			return true;
	return false;
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
	    (unsigned char)c >= 0x80;
}

static void
add_words(struct words *w, struct mem *mem, const char *text)
{
	const char *p = text_fold(mem, text == NULL ? "" : text), *word;
	size_t n;

	for (; *p != '\0' && w->count < WORDS_MAX; p += n) {
		while (*p != '\0' && !is_letter(*p))
			p++;
		for (n = 0; is_letter(p[n]); n++)
			continue;
		if (n < 4)
			continue;
		word = mem_strndup(mem, p, n);
		if (!is_empty_word(word) && !has_word(w, word))
			w->rows[w->count++] = word;
	}
}

/* Any of the words, as prefixes, within the platform. NULL: none. */
static const char *
match_any(struct mem *mem, const struct likeness_of *of, const struct words *w)
{
	struct buf b = BUF_INIT;
	const char *text;
	size_t i;

	if (w->count == 0)
		return NULL;
	buf_printf(&b, "scope : p%lld AND {title summary} : (",
	    (long long)of->platform_id);
	for (i = 0; i < w->count; i++)
		buf_printf(&b, "%s\"%.*s\" *", i > 0 ? " OR " : "", STEM,
		    w->rows[i]);
	buf_char(&b, ')');
	text = mem_strdup(mem, b.data);
	buf_release(&b);
	return text;
}

/* --- judging ---------------------------------------------------------------- */

/* How many words, but those of a place. */
static int
but(const struct words *w, const struct words *place)
{
	size_t i;
	int n = 0;

	for (i = 0; i < w->count; i++)
		n += !has_word(place, w->rows[i]);
	return n;
}

static int
least(int a, int b)
{
	return a < b ? a : b;
}

static bool
judge(struct likeness *x, struct mem *mem, const struct words *title,
    const struct words *all)
{
	struct words its_title = { .count = 0 }, its, place = { .count = 0 };
	struct buf shared = BUF_INIT;
	size_t i;
	int in_title = 0, of_title, part;

	add_words(&its_title, mem, x->title);
	its = its_title;
	add_words(&its, mem, x->summary);
	/* Where it is counts once: « Saint-Leu » in a title says no more. */
	add_words(&place, mem, x->place);
	for (i = 0; i < all->count; i++) {
		if (!has_word(&its, all->rows[i]) ||
		    has_word(&place, all->rows[i]))
			continue;
		buf_printf(&shared, "%s%s", x->words++ > 0 ? ", " : "",
		    all->rows[i]);
		in_title += has_word(title, all->rows[i]) &&
		    has_word(&its_title, all->rows[i]);
	}
	x->shared = mem_strdup(mem, shared.len == 0 ? "" : shared.data);
	buf_release(&shared);
	of_title = least(but(title, &place), but(&its_title, &place));
	part = of_title == 0 ? 0 : in_title * 100 / of_title;
	x->score = part * 6 / 10 + (x->words > 6 ? 6 : x->words) * 2 +
	    (x->same_place ? 14 : 0) + (x->same_body ? 14 : 0);
	if (x->words == 0)
		return false;
	return part >= 50 || ((x->same_place || x->same_body) &&
	    (part >= 33 || x->words >= 4));
}

static int
by_score(const void *a, const void *b)
{
	const struct likeness *x = a, *y = b;

	if (x->score != y->score)
		return x->score > y->score ? -1 : 1;
	return x->element_id < y->element_id ? -1 :
	    x->element_id > y->element_id;
}

static void
read_row(struct likeness *x, struct stmt *s, struct mem *mem)
{
	*x = (struct likeness){
	    .element_id = stmt_int(s, "id"),
	    .slug = stmt_str(s, mem, "slug"),
	    .title = stmt_str(s, mem, "title"),
	    .summary = stmt_str(s, mem, "summary"),
	    .holder = stmt_str(s, mem, "holder_name"),
	    .place = stmt_str(s, mem, "place"),
	    .published = stmt_bool(s, "published"),
	    .same_place = stmt_bool(s, "same_place"),
	    .same_body = stmt_bool(s, "same_body") };
}

static void
gather(struct likeness *rows, size_t *n, struct mem *mem, struct stmt *s,
    const struct words *title, const struct words *all)
{
	struct likeness x;
	size_t i;

	while (stmt_step(s) && *n < 2 * (size_t)CANDIDATES) {
		read_row(&x, s, mem);
		for (i = 0; i < *n; i++)
			if (rows[i].element_id == x.element_id)
				break;
		if (i == *n && judge(&x, mem, title, all))
			rows[(*n)++] = x;
	}
	stmt_done(s);
}

size_t
likeness_find(struct likeness **out, struct db *db, struct mem *mem,
    const struct likeness_of *of)
{
	struct likeness *rows = MEM_ARRAY(mem, 2 * (size_t)CANDIDATES,
	    struct likeness);
	struct words title = { .count = 0 }, all;
	const char *match;
	size_t n = 0;

	add_words(&title, mem, of->title);
	all = title;
	add_words(&all, mem, of->summary);
	match = match_any(mem, of, &all);
	if (match != NULL)
		gather(rows, &n, mem, db_query(db, Q_LIKENESS_SEARCH,
		    T(match, match), I(element, of->element_id),
		    T(kind, of->kind), I(territory, of->territory_id),
		    I(organisation, of->organisation_id),
		    I(limit, CANDIDATES)), &title, &all);
	if (match != NULL && of->with_waiting)
		gather(rows, &n, mem, db_query(db, Q_LIKENESS_WAITING,
		    I(platform, of->platform_id), I(element, of->element_id),
		    T(kind, of->kind), I(territory, of->territory_id),
		    I(organisation, of->organisation_id),
		    I(limit, CANDIDATES)), &title, &all);
	qsort(rows, n, sizeof(*rows), by_score);
	*out = rows;
	return n < LIKENESS_MOST ? n : LIKENESS_MOST;
}

/* --- in words ------------------------------------------------------------------- */

const char *
likeness_said(struct mem *mem, const struct likeness *x)
{
	struct buf b = BUF_INIT;
	const char *text;

	if (x->words > 0)
		buf_printf(&b, _("mêmes mots : %s"), x->shared);
	if (x->same_place)
		buf_printf(&b, "%s%s", b.len > 0 ? " · " : "",
		    _("même commune"));
	if (x->same_body)
		buf_printf(&b, "%s%s", b.len > 0 ? " · " : "",
		    _("même organisation"));
	if (!x->published)
		buf_printf(&b, "%s%s", b.len > 0 ? " · " : "",
		    _("attend aussi d’être relu"));
	text = mem_strdup(mem, b.len == 0 ? "" : b.data);
	buf_release(&b);
	return text;
}
