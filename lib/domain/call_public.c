/*
 * Reading published calls.
 * It changes nothing and shows no draft.
 */
#include "config.h"

#include "domain/call_public.h"

#include <string.h>

#define CALLS_MAX	200
#define CRITERIA_MAX	300

enum call_when
call_when(const struct call_card *c, int64_t now)
{
	if (strcmp(c->status, "closed") == 0 ||
	    (c->closes_at != 0 && c->closes_at <= now))
		return CALL_PAST;
	return c->opens_at > now ? CALL_COMING : CALL_OPEN;
}

static void
read_card(struct call_card *c, struct stmt *s, struct mem *mem)
{
	c->id = stmt_int(s, "id");
	c->uuid = stmt_str(s, mem, "uuid");
	c->slug = stmt_str(s, mem, "slug");
	c->title = stmt_str(s, mem, "title");
	c->promise = stmt_str(s, mem, "promise");
	c->funder = stmt_str(s, mem, "funder");
	c->place = stmt_str(s, mem, "place");
	c->status = stmt_str(s, mem, "status");
	c->opens_at = stmt_int(s, "opens_at");
	c->closes_at = stmt_int(s, "closes_at");
	c->envelope_cents = stmt_int(s, "envelope_cents");
	c->applications = stmt_int(s, "applications");
}

size_t
call_cards(struct call_card **out, struct db *db, struct mem *mem,
    int64_t platform_id)
{
	struct stmt *s = db_query(db, Q_CALL_CARDS, I(platform, platform_id));
	struct call_card *rows = MEM_ARRAY(mem, CALLS_MAX, struct call_card);
	size_t n = 0;

	while (stmt_step(s))
		read_card(&rows[n++], s, mem);
	*out = rows;
	return n;
}

static void
load_stages(struct call_page *p, struct db *db, struct mem *mem)
{
	struct stmt *s = db_query(db, Q_CALL_PAGE_CRITERIA,
	    I(call, p->card.id));
	int64_t stage_id = 0;
	struct call_stage *stage = NULL;
	struct call_criterion *k;

	p->stages = MEM_ARRAY(mem, CRITERIA_MAX, struct call_stage);
	p->criteria = MEM_ARRAY(mem, CRITERIA_MAX, struct call_criterion);
	while (stmt_step(s)) {
		if (stage == NULL || stmt_int(s, "stage_id") != stage_id) {
			stage = &p->stages[p->stage_count++];
			stage_id = stmt_int(s, "stage_id");
			stage->label = stmt_str(s, mem, "stage");
			stage->opens_at = stmt_int(s, "opens_at");
			stage->closes_at = stmt_int(s, "closes_at");
			stage->first_criterion = p->criterion_count;
		}
		if (stmt_null(s, "label"))
			continue;
		k = &p->criteria[p->criterion_count++];
		k->label = stmt_str(s, mem, "label");
		k->help = stmt_str(s, mem, "help");
		k->grid = stmt_str(s, mem, "grid");
		k->weight = stmt_int(s, "weight");
		stage->criterion_count++;
	}
}

enum rc
call_page_load(struct call_page **out, struct db *db, struct mem *mem,
    int64_t platform_id, const char *slug)
{
	struct stmt *s = db_query(db, Q_CALL_PAGE, I(platform, platform_id),
	    T(slug, slug));
	struct call_page *p;

	if (!stmt_step(s))
		return RC_NOT_FOUND;
	p = MEM_NEW(mem, struct call_page);
	read_card(&p->card, s, mem);
	p->description = stmt_str(s, mem, "description");
	p->eligibility = stmt_str(s, mem, "eligibility");
	p->remedies = stmt_str(s, mem, "remedies");
	p->max_rate_percent = stmt_int(s, "max_rate_percent");
	p->silence = stmt_str(s, mem, "silence");
	p->silence_months = stmt_int(s, "silence_months");
	stmt_done(s);
	load_stages(p, db, mem);
	*out = p;
	return RC_OK;
}
