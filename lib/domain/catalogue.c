/*
 * The public catalogue: pages, counts and exports of published elements.
 * It never looks at a dossier, so nothing private can leave by it.
 */
#include "config.h"

#include "domain/catalogue.h"

#include <string.h>

#include "base/buf.h"
#include "base/text.h"

/* A key after every row: lists begin there. */
#define NEWEST	INT64_MAX

const char *
catalogue_match(struct mem *mem, int64_t platform_id, const char *words)
{
	return catalogue_match_in(mem, platform_id,
	    "title summary body holder place", words);
}

const char *
catalogue_match_in(struct mem *mem, int64_t platform_id, const char *columns,
    const char *words)
{
	struct buf b = BUF_INIT;
	const char *p = text_fold(mem, words == NULL ? "" : words);
	const char *match = NULL;
	int n = 0;

	buf_printf(&b, "scope : p%lld", (long long)platform_id);
	while (*p != '\0' && n < 12) {
		const char *start;

		/* Only letters, digits and bytes above ASCII make words. */
		while (*p != '\0' && (unsigned char)*p < 0x80 &&
		    !(*p >= 'a' && *p <= 'z') && !(*p >= '0' && *p <= '9'))
			p++;
		start = p;
		while ((unsigned char)*p >= 0x80 || (*p >= 'a' && *p <= 'z') ||
		    (*p >= '0' && *p <= '9'))
			p++;
		if (p > start) {
			buf_printf(&b, " AND {%s} : \"%.*s\" *", columns,
			    (int)(p - start), start);
			n++;
		}
	}
	if (n > 0)
		match = mem_strdup(mem, b.data);
	buf_release(&b);
	return match;
}

static const char *
kind_of(const struct catalogue_filter *f)
{
	return f->kind == NULL ? "project" : f->kind;
}

static const char *
state_of(const struct catalogue_filter *f)
{
	return f->state == NULL ? "" : f->state;
}

static const char *
match_of(struct mem *mem, const struct catalogue_filter *f)
{
	return text_blank(f->words == NULL ? "" : f->words) ? NULL :
	    catalogue_match(mem, f->platform_id, f->words);
}

void
card_read(struct card *c, struct stmt *s, struct mem *mem)
{
	c->id = stmt_int(s, "id");
	c->uuid = stmt_str(s, mem, "uuid");
	c->slug = stmt_str(s, mem, "slug");
	c->title = stmt_str(s, mem, "title");
	c->summary = stmt_str(s, mem, "summary");
	c->holder = stmt_str(s, mem, "holder_name");
	c->state = stmt_str(s, mem, "state");
	c->place = stmt_str(s, mem, "place");
	c->place_code = stmt_str(s, mem, "place_code");
	c->theme_id = stmt_int(s, "theme_id");
	c->cost_cents = stmt_int(s, "cost_cents");
	c->asked_cents = stmt_int(s, "asked_cents");
	c->promised_cents = stmt_int(s, "promised_cents");
	c->granted_cents = stmt_int(s, "granted_cents");
	c->paid_cents = stmt_int(s, "paid_cents");
	c->has_point = !stmt_null(s, "lon_e6");
	c->lon_e6 = stmt_int(s, "lon_e6");
	c->lat_e6 = stmt_int(s, "lat_e6");
	c->starts_on = stmt_str(s, mem, "starts_on");
	c->ends_on = stmt_str(s, mem, "ends_on");
	c->published_at = stmt_int(s, "published_at");
	c->updated_at = stmt_int(s, "updated_at");
	c->origin_url = stmt_str(s, mem, "origin_url");
	c->thumb_at = stmt_int(s, "thumb_at");
}

/* The statement of a page; match is NULL when there are no words. */
static struct stmt *
page_query(struct db *db, const struct catalogue_filter *f,
    const struct catalogue_key *key, const char *match, int limit)
{
	int64_t published_at = key->id == 0 ? NEWEST : key->published_at;
	int64_t id = key->id == 0 ? NEWEST : key->id;

	if (match != NULL)
		return db_query(db, key->backwards ? Q_CATALOGUE_SEARCH_BACK :
		    Q_CATALOGUE_SEARCH, T(match, match), I(id, id),
		    I(matches, CATALOGUE_MATCHES), T(kind, kind_of(f)),
		    I(territory, f->territory_id), I(theme, f->theme_id),
		    T(state, state_of(f)), I(limit, limit));
	return db_query(db, key->backwards ? Q_CATALOGUE_PAGE_BACK :
	    Q_CATALOGUE_PAGE, I(platform, f->platform_id),
	    T(kind, kind_of(f)), I(territory, f->territory_id),
	    I(theme, f->theme_id), T(state, state_of(f)),
	    I(published_at, published_at), I(id, id), I(limit, limit));
}

static void
reverse(struct card *rows, size_t n)
{
	struct card swap;
	size_t i;

	for (i = 0; i < n / 2; i++) {
		swap = rows[i];
		rows[i] = rows[n - 1 - i];
		rows[n - 1 - i] = swap;
	}
}

void
catalogue_page(struct cards *cards, struct db *db, struct mem *mem,
    const struct catalogue_filter *f, const struct catalogue_key *key,
    int limit)
{
	struct stmt *s;
	bool more;

	/* One row more than the page tells whether another page follows. */
	cards->rows = MEM_ARRAY(mem, (size_t)limit + 1, struct card);
	cards->count = 0;
	s = page_query(db, f, key, match_of(mem, f), limit + 1);
	while (stmt_step(s))
		card_read(&cards->rows[cards->count++], s, mem);
	more = cards->count > (size_t)limit;
	if (more)
		cards->count = (size_t)limit;
	if (key->backwards)
		reverse(cards->rows, cards->count);
	cards->after = key->backwards ? true : more;
	cards->before = key->backwards ? more : key->id != 0;
}

enum rc
catalogue_each(struct db *db, const struct catalogue_filter *f, card_fn fn,
    void *arg)
{
	const int batch = 200;
	struct catalogue_key key = { 0, 0, false };
	struct mem *mem = mem_new();
	struct cards cards;
	enum rc rc = RC_OK;
	size_t i;

	/* By pages, so that no read transaction outlives one. */
	do {
		catalogue_page(&cards, db, mem, f, &key, batch);
		for (i = 0; rc == RC_OK && i < cards.count; i++)
			rc = fn(&cards.rows[i], arg);
		if (cards.count > 0) {
			key.published_at = cards.rows[cards.count - 1].published_at;
			key.id = cards.rows[cards.count - 1].id;
		}
		mem_reset(mem);
	} while (rc == RC_OK && cards.after);
	if (rc == RC_OK && db_failed(db))
		rc = RC_FAIL;
	mem_free(mem);
	return rc;
}

static void
read_facets(struct facets *out, struct stmt *s, struct mem *mem, int limit)
{
	struct facet *x;

	out->rows = MEM_ARRAY(mem, (size_t)limit, struct facet);
	out->count = 0;
	while (stmt_step(s)) {
		x = &out->rows[out->count++];
		x->id = stmt_int(s, "id");
		x->key = stmt_str(s, mem, "key");
		x->label = stmt_str(s, mem, "label");
		x->count = stmt_int(s, "n");
		x->cost_cents = stmt_int(s, "cost_cents");
		x->granted_cents = stmt_int(s, "granted_cents");
		x->promised_cents = stmt_int(s, "promised_cents");
	}
}

static struct stmt *
search_facets(struct db *db, const struct catalogue_filter *f,
    const char *match, const char *along, int limit)
{
	return db_query(db, Q_CATALOGUE_SEARCH_FACETS, T(along, along),
	    T(match, match), I(matches, CATALOGUE_MATCHES),
	    T(kind, kind_of(f)), I(territory, f->territory_id),
	    I(theme, f->theme_id), T(state, state_of(f)), I(limit, limit));
}

void
catalogue_territories(struct facets *out, struct db *db, struct mem *mem,
    const struct catalogue_filter *f, int limit)
{
	const char *match = match_of(mem, f);

	read_facets(out, match != NULL ?
	    search_facets(db, f, match, "territory", limit) :
	    db_query(db, Q_CATALOGUE_TERRITORIES, I(platform, f->platform_id),
	    T(kind, kind_of(f)), I(theme, f->theme_id),
	    T(state, state_of(f)), I(limit, limit)), mem, limit);
}

void
catalogue_themes(struct facets *out, struct db *db, struct mem *mem,
    const struct catalogue_filter *f)
{
	const char *match = match_of(mem, f);

	read_facets(out, match != NULL ?
	    search_facets(db, f, match, "theme", 100) :
	    db_query(db, Q_CATALOGUE_THEMES, I(platform, f->platform_id),
	    T(kind, kind_of(f)), I(territory, f->territory_id),
	    T(state, state_of(f))), mem, 100);
}

void
catalogue_states(struct facets *out, struct db *db, struct mem *mem,
    const struct catalogue_filter *f)
{
	const char *match = match_of(mem, f);

	read_facets(out, match != NULL ?
	    search_facets(db, f, match, "state", 20) :
	    db_query(db, Q_CATALOGUE_STATES, I(platform, f->platform_id),
	    T(kind, kind_of(f)), I(territory, f->territory_id),
	    I(theme, f->theme_id)), mem, 20);
}

void
catalogue_totals(struct totals *t, struct db *db, struct mem *mem,
    const struct catalogue_filter *f)
{
	const char *match = match_of(mem, f);
	struct stmt *s;

	memset(t, 0, sizeof(*t));
	if (match != NULL)
		s = db_query(db, Q_CATALOGUE_SEARCH_TOTALS, T(match, match),
		    I(matches, CATALOGUE_MATCHES), T(kind, kind_of(f)),
		    I(territory, f->territory_id), I(theme, f->theme_id),
		    T(state, state_of(f)));
	else
		s = db_query(db, Q_CATALOGUE_TOTALS,
		    I(platform, f->platform_id), T(kind, kind_of(f)),
		    I(territory, f->territory_id), I(theme, f->theme_id),
		    T(state, state_of(f)));
	if (!stmt_step(s))
		return;
	t->count = stmt_int(s, "n");
	t->cost_cents = stmt_int(s, "cost_cents");
	t->granted_cents = stmt_int(s, "granted_cents");
	t->promised_cents = stmt_int(s, "promised_cents");
	t->paid_cents = stmt_int(s, "paid_cents");
	t->more = match != NULL && t->count >= CATALOGUE_MATCHES;
	stmt_done(s);
}
