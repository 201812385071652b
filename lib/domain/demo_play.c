/*
 * What the service does in a story: take, ask, review, conclude, decide.
 * Each event is one call of the verb that an agent's click would call.
 */
#include "config.h"

#include <string.h>

#include "base/lang.h"
#include "domain/application.h"
#include "domain/conflict.h"
#include "domain/correction.h"
#include "domain/criterion.h"
#include "domain/decision.h"
#include "domain/demo_private.h"
#include "domain/instruct.h"
#include "domain/message.h"
#include "domain/opinion.h"
#include "domain/review.h"
#include "domain/stage.h"

static const char *
said(const struct scene *s)
{
	return json_text_or(s->event, "text", "");
}

static int64_t
revision(const struct scene *s)
{
	struct application *app;

	return application_load(&app, s->db, s->mem, s->application_id) == RC_OK
	    ? app->revision : 0;
}

enum rc
demo_take(struct scene *s)
{
	return instruct_take(s->db, s->mem, s->application_id, revision(s),
	    &s->act);
}

/* The side is that of the person: the holder, or the service. */
enum rc
demo_message(struct scene *s)
{
	const char *holder = json_text(s->project, "holder");
	enum side side = strcmp(holder, json_text(s->event, "by")) == 0 ?
	    SIDE_HOLDER : SIDE_SERVICE;

	return message_send(s->db, s->mem, s->application_id, side, said(s),
	    NULL, 0, &s->act, NULL, s->why);
}

enum rc
demo_request_correction(struct scene *s)
{
	struct json_object *keys = json_array(s->event, "fields");
	struct correction_field *fields = MEM_ARRAY(s->mem,
	    json_count(keys) + 1, struct correction_field);
	struct correction_form form = { .revision = revision(s),
	    .reason = json_text(s->event, "reason"), .message = said(s),
	    .blocking = true, .due_on = preset_day(&s->demo->load, s->mem,
	    json_get(s->event, "due")), .fields = fields,
	    .field_count = json_count(keys) };
	size_t i;

	for (i = 0; i < form.field_count; i++) {
		fields[i].key = json_at_text(keys, i);
		fields[i].note = "";
	}
	return correction_ask(s->db, s->mem, s->application_id, &form, &s->act,
	    s->why);
}

enum rc
demo_complete(struct scene *s)
{
	enum rc rc = message_send(s->db, s->mem, s->application_id,
	    SIDE_HOLDER, said(s), NULL, 0, &s->act, NULL, s->why);

	return rc != RC_OK ? rc : correction_answer(s->db, s->mem,
	    s->application_id, &s->act);
}

enum rc
demo_conflict(struct scene *s)
{
	return conflict_declare(s->db, s->mem, s->application_id, s->who->id,
	    said(s), s->who, s->at, s->why);
}

enum rc
demo_ask_opinion(struct scene *s)
{
	struct json_object *expert = preset_row(json_array(
	    s->demo->load.preset->people.json, "people"), "key",
	    json_text(s->event, "of"));

	return opinion_ask(s->db, s->mem, s->application_id,
	    json_text(expert, "email"), json_text(s->event, "question"),
	    json_text_or(s->event, "visibility", "service"), NULL, &s->act,
	    NULL, s->why);
}

/* The question that this person has not answered yet. */
enum rc
demo_opinion(struct scene *s)
{
	struct opinions asked;
	size_t i;
	enum rc rc = opinion_list(&asked, s->db, s->mem, s->application_id);

	for (i = 0; rc == RC_OK && i < asked.count; i++)
		if (asked.rows[i].author_id == s->who->id &&
		    asked.rows[i].verdict == NULL)
			return opinion_give(s->db, s->mem, asked.rows[i].id,
			    json_text(s->event, "verdict"), said(s), &s->act,
			    s->why);
	return rc == RC_OK ? RC_NOT_FOUND : rc;
}

/* Every point verified, and the outcome named. */
enum rc
demo_conclude(struct scene *s)
{
	struct application *app;
	struct stage_sheet *sheet;
	struct stage_form form = { .outcome = json_text(s->event, "outcome"),
	    .comment = said(s) };
	const char **verdicts;
	size_t i;
	enum rc rc = application_load(&app, s->db, s->mem, s->application_id);

	if (rc == RC_OK)
		rc = stage_sheet_load(&sheet, s->db, s->mem, app->id,
		    app->stage_id);
	if (rc != RC_OK)
		return rc;
	verdicts = MEM_ARRAY(s->mem, sheet->point_count + 1, const char *);
	for (i = 0; i < sheet->point_count; i++)
		verdicts[i] = "yes";
	form.revision = app->revision;
	form.stage_id = app->stage_id;
	form.verdicts = verdicts;
	return stage_conclude(s->db, s->mem, app->id, &form, &s->act, s->why);
}

enum rc
demo_review(struct scene *s)
{
	struct json_object *scores = json_dict(s->event, "scores");
	struct application *app;
	struct grid *grid;
	struct mark_change *changes;
	struct review_form form = { .comment = json_text(s->event, "text"),
	    .recommendation = json_text(s->event, "recommendation"),
	    .submit = !json_flag(s->event, "draft", false) };
	size_t i;
	enum rc rc = application_load(&app, s->db, s->mem, s->application_id);

	if (rc == RC_OK)
		rc = grid_load(&grid, s->db, s->mem, app->stage_id);
	if (rc != RC_OK)
		return rc;
	changes = MEM_ARRAY(s->mem, grid->count + 1, struct mark_change);
	for (i = 0; i < grid->count; i++) {
		if (!json_has(scores, grid->items[i].key))
			continue;
		changes[form.change_count++] = (struct mark_change){
		    grid->items[i].id, { true, json_int(scores,
		    grid->items[i].key, 0) } };
	}
	form.stage_id = app->stage_id;
	form.changes = changes;
	return review_save(s->db, s->mem, app->id, &form, &s->act, NULL,
	    s->why);
}

enum rc
demo_decide(struct scene *s)
{
	struct decision_form form = { .revision = revision(s),
	    .verdict = json_text(s->event, "verdict"),
	    .reasons = json_text(s->event, "reasons"),
	    .conditions = json_text_or(s->event, "conditions", ""),
	    .granted_cents = json_int(s->event, "amount_cents", 0) };

	return decision_take(s->db, s->mem, s->application_id, &form, &s->act,
	    s->why);
}
