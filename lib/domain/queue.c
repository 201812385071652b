/*
 * The agents' list, by key.
 * It refuses OFFSET, and a query per row.
 */
#include "config.h"

#include "domain/queue.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"

const char *const queue_trays[QUEUE_TRAYS] = {
	"to_instruct", "holder", "committee", "decided"
};

/* A place in the list: the value sorted by, and the id. */
struct place {
	int64_t		 number;
	const char	*text;		/* of SORT_TITLE */
	int64_t		 id;
};

/* Does the list go up its index? Decided and largest come last in it. */
static bool
goes_up(const struct queue_filter *f)
{
	return f->match == NULL && f->sort != SORT_AMOUNT &&
	    !(f->sort == SORT_WAITING && f->tray == QUEUE_DECIDED);
}

/* How a list may be narrowed: each has its own indexes. */
enum path { PATH_ALL, PATH_CALL, PATH_AGENT, PATH_STAGE, PATH_THEME };

static const enum query walks[5][3][2] = {
	[PATH_ALL] = {
		{ Q_QUEUE_ALL_WAITING_DOWN, Q_QUEUE_ALL_WAITING_UP },
		{ Q_QUEUE_ALL_AMOUNT_DOWN, Q_QUEUE_ALL_AMOUNT_UP },
		{ Q_QUEUE_ALL_TITLE_DOWN, Q_QUEUE_ALL_TITLE_UP } },
	[PATH_CALL] = {
		{ Q_QUEUE_CALL_WAITING_DOWN, Q_QUEUE_CALL_WAITING_UP },
		{ Q_QUEUE_CALL_AMOUNT_DOWN, Q_QUEUE_CALL_AMOUNT_UP },
		{ Q_QUEUE_CALL_TITLE_DOWN, Q_QUEUE_CALL_TITLE_UP } },
	[PATH_AGENT] = {
		{ Q_QUEUE_AGENT_WAITING_DOWN, Q_QUEUE_AGENT_WAITING_UP },
		{ Q_QUEUE_AGENT_AMOUNT_DOWN, Q_QUEUE_AGENT_AMOUNT_UP },
		{ Q_QUEUE_AGENT_TITLE_DOWN, Q_QUEUE_AGENT_TITLE_UP } },
	[PATH_STAGE] = {
		{ Q_QUEUE_STAGE_WAITING_DOWN, Q_QUEUE_STAGE_WAITING_UP },
		{ Q_QUEUE_STAGE_AMOUNT_DOWN, Q_QUEUE_STAGE_AMOUNT_UP },
		{ Q_QUEUE_STAGE_TITLE_DOWN, Q_QUEUE_STAGE_TITLE_UP } },
	[PATH_THEME] = {
		{ Q_QUEUE_THEME_WAITING_DOWN, Q_QUEUE_THEME_WAITING_UP },
		{ Q_QUEUE_THEME_AMOUNT_DOWN, Q_QUEUE_THEME_AMOUNT_UP },
		{ Q_QUEUE_THEME_TITLE_DOWN, Q_QUEUE_THEME_TITLE_UP } },
};

static const enum query counts_of[5] = {
	[PATH_ALL] = Q_QUEUE_COUNT_ALL, [PATH_CALL] = Q_QUEUE_COUNT_CALL,
	[PATH_AGENT] = Q_QUEUE_COUNT_AGENT,
	[PATH_STAGE] = Q_QUEUE_COUNT_STAGE,
	[PATH_THEME] = Q_QUEUE_COUNT_THEME
};

/* The narrowest of the filters that are asked. */
static enum path
narrowest(const struct queue_filter *f)
{
	return f->stage_id != 0 ? PATH_STAGE : f->agent_id != 0 ? PATH_AGENT :
	    f->call_id != 0 ? PATH_CALL : f->theme_id != 0 ? PATH_THEME :
	    PATH_ALL;
}

/* The beginning of a walk: before everything, or after everything. */
static struct place
edge(bool up)
{
	/* U+10FFFF sorts after every text in UTF-8. */
	return up ? (struct place){ INT64_MIN, "", INT64_MIN } :
	    (struct place){ INT64_MAX, "\xf4\x8f\xbf\xbf", INT64_MAX };
}

#define FILTER(f)							\
	I(platform, (f)->platform_id), I(call, (f)->call_id),		\
	I(agent, (f)->agent_id), I(stage, (f)->stage_id),		\
	I(theme, (f)->theme_id)
#define VIEWER(f)							\
	I(whole, (f)->reach.whole), I(me, (f)->person_id),		\
	I(now, (f)->now), T(roles, (f)->reach.roles),			\
	I(committee, (f)->reach.committee)

static struct bind
key_of(const struct queue_filter *f, const struct place *p)
{
	return f->sort == SORT_TITLE ? T(key, p->text) : I(key, p->number);
}

/* Does a tray hold few rows of the narrowest filter? */
static bool
is_few(struct db *db, const struct queue_filter *f, enum path path)
{
	struct stmt *s = db_query(db, counts_of[path],
	    T(tray, queue_trays[f->tray]), FILTER(f), VIEWER(f),
	    I(most, QUEUE_LOOK));
	bool few = stmt_step(s) && stmt_int(s, "looked") < QUEUE_LOOK;

	stmt_done(s);
	return few;
}

static struct stmt *
walk(struct db *db, const struct queue_filter *f, bool up,
    const struct place *p, int limit)
{
	enum path path = narrowest(f);

	if (f->match != NULL)
		return db_query(db, up ? Q_QUEUE_SEARCH_UP :
		    Q_QUEUE_SEARCH_DOWN, T(match, f->match), I(id, p->id),
		    FILTER(f), VIEWER(f), I(limit, limit));
	/* A filter without an index in this order is sorted while it is
	 * small; else the order's own index meets its rows soon. */
	if (f->sort != SORT_WAITING && path != PATH_CALL &&
	    path != PATH_ALL && !is_few(db, f, path))
		path = f->call_id != 0 ? PATH_CALL : PATH_ALL;
	return db_query(db, walks[path][f->sort][up],
	    T(tray, queue_trays[f->tray]), key_of(f, p), I(id, p->id),
	    FILTER(f), VIEWER(f), I(limit, limit));
}

/* --- keys in addresses ------------------------------------------------------ */

/* "12:1795435200", "12:folded title"; a '-' first walks backwards. */
static const char *
key_text(struct mem *mem, const struct queue_filter *f,
    const struct place *p, bool backwards)
{
	const char *sign = backwards ? "-" : "";

	if (f->sort == SORT_TITLE && f->match == NULL)
		return mem_printf(mem, "%s%" PRId64 ":%s", sign, p->id,
		    p->text);
	return mem_printf(mem, "%s%" PRId64 ":%" PRId64, sign, p->id,
	    p->number);
}

static bool
key_read(struct place *p, bool *backwards, const struct queue_filter *f,
    const char *text)
{
	char *end;

	if (text == NULL || *text == '\0')
		return false;
	*backwards = *text == '-';
	text += *backwards;
	if (*text < '0' || *text > '9')
		return false;
	p->id = strtoll(text, &end, 10);
	if (*end != ':')
		return false;
	p->text = end + 1;
	p->number = 0;
	if (f->sort == SORT_TITLE && f->match == NULL)
		return true;
	p->number = strtoll(p->text, &end, 10);
	return *end == '\0' && end != p->text;
}

/* --- a page ------------------------------------------------------------------ */

struct found {
	struct place	*places;
	size_t		 count;
};

static struct found
find(struct db *db, struct mem *mem, const struct queue_filter *f, bool up,
    const struct place *from, int limit)
{
	struct found found = { MEM_ARRAY(mem, (size_t)limit + 1,
	    struct place), 0 };
	struct stmt *s = walk(db, f, up, from, limit);

	while (found.count < (size_t)limit && stmt_step(s)) {
		struct place *p = &found.places[found.count++];

		p->id = stmt_int(s, "id");
		if (f->sort == SORT_TITLE && f->match == NULL)
			p->text = stmt_str(s, mem, "key");
		else
			p->number = stmt_int(s, "key");
	}
	stmt_done(s);
	return found;
}

static const char *
id_array(struct mem *mem, const struct place *p, size_t n)
{
	struct buf b = BUF_INIT;
	const char *text;
	size_t i;

	buf_char(&b, '[');
	for (i = 0; i < n; i++) {
		if (i > 0)
			buf_char(&b, ',');
		buf_int(&b, p[i].id);
	}
	buf_char(&b, ']');
	text = mem_strdup(mem, b.data);
	buf_release(&b);
	return text;
}

static void
read_rows(struct queue_page *page, struct db *db, struct mem *mem,
    const struct place *places, size_t n, int64_t person_id)
{
	struct stmt *s;

	page->rows = MEM_ARRAY(mem, n + 1, struct queue_row);
	if (n == 0)
		return;
	s = db_query(db, Q_QUEUE_ROWS, T(ids, id_array(mem, places, n)),
	    I(me, person_id));
	while (page->count < n && stmt_step(s)) {
		struct queue_row *r = &page->rows[page->count++];

		r->id = stmt_int(s, "id");
		r->number = stmt_str(s, mem, "number");
		r->title = stmt_str(s, mem, "title");
		r->holder = stmt_str(s, mem, "holder_name");
		r->requested_cents = stmt_int(s, "requested_cents");
		r->granted_cents = stmt_int(s, "granted_cents");
		r->state = stmt_str(s, mem, "state");
		r->tray = stmt_str(s, mem, "tray");
		r->waiting_since = stmt_int(s, "waiting_since");
		r->decided_at = stmt_int(s, "decided_at");
		r->news = stmt_str(s, mem, "news");
		r->news_at = stmt_int(s, "news_at");
		r->due_at = stmt_int(s, "due_at");
		r->stage = stmt_str(s, mem, "stage");
		r->agent = stmt_str(s, mem, "agent");
		r->seen_at = stmt_int(s, "seen_at");
		r->reviews = stmt_int(s, "reviews");
		r->quorum = stmt_int(s, "quorum");
	}
	stmt_done(s);
}

static void
reverse(struct found *found)
{
	size_t i, n = found->count;

	for (i = 0; i < n / 2; i++) {
		struct place p = found->places[i];

		found->places[i] = found->places[n - 1 - i];
		found->places[n - 1 - i] = p;
	}
}

void
queue_page(struct queue_page *page, struct db *db, struct mem *mem,
    const struct queue_filter *f, const char *from, int limit)
{
	bool up = goes_up(f), backwards = false, given, before, after;
	struct place start;
	struct found found;

	*page = (struct queue_page){ .count = 0 };
	given = key_read(&start, &backwards, f, from);
	if (!given) {
		start = edge(up);
		backwards = false;
	}
	/* One more than shown tells whether the walk goes on. */
	found = find(db, mem, f, up != backwards, &start, limit + 1);
	after = found.count > (size_t)limit;
	if (after)
		found.count--;
	before = given;
	if (backwards) {
		reverse(&found);
		before = after;
		after = true;
	}
	if (found.count > 0 && before)
		page->previous = key_text(mem, f, &found.places[0], true);
	if (found.count > 0 && after)
		page->next = key_text(mem, f,
		    &found.places[found.count - 1], false);
	read_rows(page, db, mem, found.places, found.count, f->person_id);
}

/* --- around one ---------------------------------------------------------------- */

static bool
place_of(struct place *p, enum queue_tray *tray, struct db *db,
    struct mem *mem, const struct queue_filter *f, int64_t application_id)
{
	struct stmt *s = db_query(db, Q_QUEUE_PLACE,
	    I(application, application_id));
	const char *name;
	int i;

	if (!stmt_step(s))
		return false;
	*p = (struct place){ .id = application_id };
	name = stmt_text(s, "tray");
	*tray = QUEUE_TRAYS;
	for (i = 0; i < QUEUE_TRAYS; i++) {
		if (strcmp(queue_trays[i], name) == 0)
			*tray = (enum queue_tray)i;
	}
	p->number = f->sort == SORT_AMOUNT ?
	    stmt_int(s, "requested_cents") : stmt_int(s, "waiting_since");
	p->text = stmt_str(s, mem, "folded");
	if (f->match != NULL)
		p->number = application_id;
	stmt_done(s);
	return true;
}

const char *
queue_key_at(struct db *db, struct mem *mem, const struct queue_filter *f,
    int64_t application_id)
{
	enum queue_tray tray;
	struct place p;

	if (!place_of(&p, &tray, db, mem, f, application_id))
		return NULL;
	/* The key of a page is the row before its first one. */
	p.id += goes_up(f) ? -1 : 1;
	return key_text(mem, f, &p, false);
}

static int64_t
rank(struct db *db, const struct queue_filter *f, const struct place *p)
{
	static const enum query before[3] = { Q_QUEUE_BEFORE_WAITING,
	    Q_QUEUE_BEFORE_AMOUNT, Q_QUEUE_BEFORE_TITLE };
	struct queue_counts counts;
	int64_t n = 0, looked = QUEUE_LOOK;
	struct stmt *s;

	s = db_query(db, before[f->sort], T(tray, queue_trays[f->tray]),
	    key_of(f, p), I(id, p->id), FILTER(f), VIEWER(f),
	    I(most, QUEUE_LOOK));
	if (stmt_step(s)) {
		n = stmt_int(s, "n");
		looked = stmt_int(s, "looked");
	}
	stmt_done(s);
	if (looked >= QUEUE_LOOK)
		return 0;
	if (goes_up(f))
		return n + 1;
	/* The list goes down: those before it in the index come after. */
	queue_count(&counts, db, f);
	return counts.more[f->tray] ? 0 : counts.n[f->tray] - n;
}

void
queue_around(struct queue_neighbours *out, struct db *db, struct mem *mem,
    const struct queue_filter *f, int64_t application_id)
{
	struct place here;
	struct found found;
	enum queue_tray tray;
	struct queue_page one;

	*out = (struct queue_neighbours){ .rank = 0 };
	if (!place_of(&here, &tray, db, mem, f, application_id))
		return;
	found = find(db, mem, f, goes_up(f), &here, 1);
	if (found.count > 0) {
		one = (struct queue_page){ .count = 0 };
		read_rows(&one, db, mem, found.places, 1, f->person_id);
		if (one.count > 0) {
			out->next_id = one.rows[0].id;
			out->next = one.rows[0].number;
		}
	}
	found = find(db, mem, f, !goes_up(f), &here, 1);
	if (found.count > 0) {
		one = (struct queue_page){ .count = 0 };
		read_rows(&one, db, mem, found.places, 1, f->person_id);
		if (one.count > 0) {
			out->previous_id = one.rows[0].id;
			out->previous = one.rows[0].number;
		}
	}
	if (f->match == NULL && tray == f->tray)
		out->rank = rank(db, f, &here);
}

/* --- counting ------------------------------------------------------------------- */

static void
count_from_tally(struct queue_counts *c, struct db *db,
    const struct queue_filter *f)
{
	struct stmt *s;
	int i;

	s = db_query(db, Q_QUEUE_TALLY, I(platform, f->platform_id),
	    I(call, f->call_id));
	while (stmt_step(s)) {
		for (i = 0; i < QUEUE_TRAYS; i++) {
			if (strcmp(queue_trays[i], stmt_text(s, "tray")) == 0)
				c->n[i] = stmt_int(s, "n");
		}
	}
	s = db_query(db, Q_QUEUE_HIDDEN, I(me, f->person_id),
	    I(committee, f->reach.committee), I(platform, f->platform_id),
	    I(call, f->call_id));
	while (stmt_step(s)) {
		for (i = 0; i < QUEUE_TRAYS; i++) {
			if (strcmp(queue_trays[i], stmt_text(s, "tray")) == 0)
				c->n[i] -= stmt_int(s, "n");
		}
	}
}

void
queue_count(struct queue_counts *c, struct db *db,
    const struct queue_filter *f)
{
	struct stmt *s;
	int i;

	*c = (struct queue_counts){ .n = { 0 } };
	if (!f->reach.any)
		return;
	if (f->reach.whole && f->agent_id == 0 && f->stage_id == 0 &&
	    f->theme_id == 0) {
		count_from_tally(c, db, f);
		return;
	}
	for (i = 0; i < QUEUE_TRAYS; i++) {
		s = db_query(db, counts_of[narrowest(f)], T(tray, queue_trays[i]),
		    FILTER(f), VIEWER(f), I(most, QUEUE_LOOK));
		if (stmt_step(s)) {
			c->n[i] = stmt_int(s, "n");
			c->more[i] = stmt_int(s, "looked") >= QUEUE_LOOK;
		}
		stmt_done(s);
	}
}

size_t
queue_calls(struct queue_call **calls, struct db *db, struct mem *mem,
    int64_t platform_id)
{
	struct stmt *s = db_query(db, Q_QUEUE_CALLS, I(platform, platform_id));
	struct queue_call *c = MEM_ARRAY(mem, 100, struct queue_call);
	size_t n = 0;

	while (n < 100 && stmt_step(s)) {
		c[n].id = stmt_int(s, "id");
		c[n].slug = stmt_str(s, mem, "slug");
		c[n].title = stmt_str(s, mem, "title");
		c[n].n = stmt_int(s, "n");
		n++;
	}
	stmt_done(s);
	*calls = c;
	return n;
}

/* --- an evaluator's work -------------------------------------------------------- */

#define WORK_MAX	300

void
queue_work(struct works *w, struct db *db, struct mem *mem,
    const struct queue_filter *f)
{
	struct stmt *s;

	*w = (struct works){ .rows = MEM_ARRAY(mem, WORK_MAX, struct work) };
	s = db_query(db, Q_QUEUE_WORK, I(platform, f->platform_id),
	    I(me, f->person_id), I(whole, f->reach.whole), I(now, f->now),
	    T(roles, f->reach.roles), I(limit, WORK_MAX));
	while (w->count < WORK_MAX && stmt_step(s)) {
		struct work *r = &w->rows[w->count++];

		r->id = stmt_int(s, "id");
		r->number = stmt_str(s, mem, "number");
		r->title = stmt_str(s, mem, "title");
		r->holder = stmt_str(s, mem, "holder_name");
		r->requested_cents = stmt_int(s, "requested_cents");
		r->waiting_since = stmt_int(s, "waiting_since");
		r->stage = stmt_str(s, mem, "stage");
		r->call = stmt_str(s, mem, "call");
		r->submitted_at = stmt_int(s, "submitted_at");
		r->saved_at = stmt_int(s, "saved_at");
		w->done += r->submitted_at != 0;
	}
	stmt_done(s);
}

const struct work *
works_next(const struct works *w, int64_t application_id)
{
	size_t i;

	for (i = 0; i < w->count; i++) {
		if (w->rows[i].submitted_at == 0 &&
		    w->rows[i].id != application_id)
			return &w->rows[i];
	}
	return NULL;
}
