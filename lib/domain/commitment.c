/*
 * Indicator answers of an accepted application become targets of its project.
 * It decides nothing: decision.c does.
 */
#include "config.h"

#include "domain/commitment.h"

#include <string.h>

#include "base/json.h"
#include "base/log.h"
#include "domain/answer.h"
#include "domain/measure.h"
#include "domain/snapshot.h"

struct taking {
	struct db	*db;
	struct mem	*mem;
	const struct application *app;
	enum rc		 rc;
};

static void
take_one(struct taking *k, const struct commitment *c)
{
	const struct target t = { .indicator = c->indicator,
	    .decimals = c->decimals, .has_baseline = c->has_baseline,
	    .baseline = c->baseline, .goal = c->target, .due_on = c->day };
	enum rc rc;

	if (!c->has_target)
		return;
	rc = target_write(k->db, k->app->platform_id, k->app->element_id, &t);
	if (rc == RC_FAIL)
		k->rc = rc;
	else if (rc != RC_OK)
		log_event(LOG_LEVEL_WARN, "commitment", "application",
		    k->app->number, "indicator", c->indicator, NULL);
}

static void
take_value(struct taking *k, const struct form_field *f, const struct value *v)
{
	size_t i, j;

	if (!v->given || f->private)
		return;
	if (f->type == FORM_INDICATOR)
		take_one(k, v->commitment);
	for (i = 0; f->type == FORM_REPEAT && i < v->count; i++)
		for (j = 0; j < f->inner_count; j++)
			take_value(k, &f->inner[j], &v->rows[i].cells[j]);
}

/* The answers of one form, as they were presented. */
static void
take_answers(struct taking *k, int64_t revision_id, struct json_object *answers)
{
	const struct form *form;
	struct value v;
	size_t i;

	if (revision_id == 0 || form_get(&form, k->db, revision_id) != RC_OK)
		return;
	for (i = 0; i < form->field_count; i++) {
		const struct form_field *f = &form->fields[i];
		struct json_object *o = json_get(answers, f->key);

		if (o != NULL && (f->type == FORM_INDICATOR ||
		    f->type == FORM_REPEAT) && value_parse(&v, k->mem, f,
		    json_string(k->mem, o)))
			take_value(k, f, &v);
	}
}

enum rc
commitments_take(struct db *db, struct mem *mem, const struct application *app)
{
	struct taking k = { db, mem, app, RC_OK };
	struct json_object *o = NULL;
	struct snapshot *s;

	if (snapshot_load(&s, db, mem, app->snapshot_id) != RC_OK ||
	    json_parse(&o, s->content, strlen(s->content), 32, NULL) != RC_OK)
		return db_failed(db) ? RC_FAIL : RC_OK;
	take_answers(&k, s->form_revision_id, json_dict(o, "answers"));
	take_answers(&k, app->form_revision_id, json_dict(o, "supplement"));
	json_object_put(o);
	return k.rc;
}
