/*
 * What follows in a story: co-funding, progress, measures, the public's words.
 * Rows that no page writes yet (offers, contributions, actions) are put here.
 */
#include "config.h"

#include <string.h>

#include "base/date.h"
#include "domain/demo_private.h"
#include "domain/element.h"
#include "domain/funding.h"
#include "domain/measure.h"
#include "domain/support.h"

static struct json_object *
organisation_row(const struct scene *s, const char *key)
{
	return preset_row(json_array(s->demo->load.preset->organisations.json,
	    "organisations"), "key", key);
}

/* The body that owns the project, as the public journal names it. */
static const char *
holder_name(const struct scene *s)
{
	return json_text(organisation_row(s, json_text(s->project,
	    "organisation")), "name");
}

static const char *
service_name(const struct scene *s)
{
	return json_text(json_dict(s->demo->load.preset->platform.json,
	    "service"), "name");
}

static const char *
today(const struct scene *s)
{
	return preset_day(&s->demo->load, s->mem, s->event);
}

/* The line of the plan, as the project's file wrote it. */
static struct json_object *
plan_line(const struct scene *s)
{
	return preset_row(json_array(json_dict(s->project, "plan"), "sources"),
	    "funder", json_text(s->event, "funder"));
}

/* The line of that funder, as somebody with the file in their hands. */
static struct funding_line
line_of(const struct scene *s, const char *funder)
{
	return (struct funding_line){ .dossier_id = s->dossier_id,
	    .funder = json_text(organisation_row(s, funder), "name") };
}

static enum rc
answer(struct scene *s, int64_t promised, int64_t granted)
{
	const char *funder = json_text(s->event, "funder");
	const char *note = json_text(plan_line(s), "note");
	const struct funding_line line = line_of(s, funder);
	const struct funding_answer a = { .promised_cents = promised,
	    .granted_cents = granted, .conditional = granted < 0 &&
	    json_flag(plan_line(s), "conditional", false), .note = note,
	    .said = note, .funder_id = demo_organisation_id(s->demo, funder) };

	return funding_answer(s->db, s->mem, &line, &a, &s->act, s->why);
}

enum rc
demo_promise(struct scene *s)
{
	return answer(s, json_int(s->event, "amount_cents", 0), -1);
}

enum rc
demo_grant(struct scene *s)
{
	return answer(s, -1, json_int(s->event, "amount_cents", 0));
}

enum rc
demo_pay(struct scene *s)
{
	const struct funding_line line = line_of(s,
	    json_text(s->event, "funder"));
	const struct funding_payment p = {
	    .amount_cents = json_int(s->event, "amount_cents", 0),
	    .paid_on = today(s), .label = json_text(s->event, "text") };

	return funding_pay(s->db, s->mem, &line, &p, &s->act, s->why);
}

enum rc
demo_state(struct scene *s)
{
	const char *holder = json_text(s->project, "holder");
	bool by_holder = strcmp(holder, json_text(s->event, "by")) == 0;

	return element_follow(s->db, s->mem, s->element_id,
	    json_text(s->event, "to"), by_holder ? holder_name(s) :
	    service_name(s), json_text(s->event, "text"), s->at);
}

static enum rc
put_target(struct scene *s, const char *indicator)
{
	struct json_object *row = preset_row(json_array(s->project,
	    "targets"), "indicator", indicator);
	struct target t = { .indicator = indicator,
	    .has_baseline = json_has(row, "baseline"),
	    .baseline = json_int(row, "baseline", 0),
	    .goal = json_int(row, "goal", 0),
	    .due_on = preset_day(&s->demo->load, s->mem,
	    json_get(row, "due")) };

	return target_put(s->db, s->mem, s->element_id, &t);
}

enum rc
demo_measure(struct scene *s)
{
	return measure_report(s->db, s->mem, s->element_id,
	    json_text(s->event, "indicator"), json_int(s->event, "value", 0),
	    today(s), json_text(s->event, "text"), holder_name(s), &s->act);
}

enum rc
demo_validate(struct scene *s)
{
	return measure_validate(s->db, s->mem, s->element_id,
	    json_text(s->event, "indicator"), service_name(s), &s->act);
}

enum rc
demo_contribute(struct scene *s)
{
	return db_write_run(s->db, RC_OK, Q_DEMO_CONTRIBUTION_ADD,
	    I(element, s->element_id), T(name, json_text(s->event, "name")),
	    T(verdict, json_text(s->event, "verdict")),
	    T(body, json_text(s->event, "text")), I(now, s->at));
}

enum rc
demo_offer(struct scene *s)
{
	struct offer_form form = { .kind = json_text(s->event, "kind"),
	    .message = json_text(s->event, "text"),
	    .amount_cents = json_int(s->event, "amount_cents", 0) };
	enum rc rc = db_write_begin(s->db);

	if (rc != RC_OK)
		return rc;
	form.organisation_id = demo_organisation_id(s->demo,
	    json_text(s->event, "organisation"));
	rc = db_write_commit(s->db);
	return rc != RC_OK ? rc : support_offer(s->db, s->mem, s->element_id,
	    &form, &s->act, s->why);
}

enum rc
demo_answer_offer(struct scene *s)
{
	struct offer *offers;
	size_t n = support_of_element(&offers, s->db, s->mem, s->element_id);

	if (n == 0)
		return RC_NOT_FOUND;
	return support_answer(s->db, s->mem, offers[0].id, s->element_id,
	    &(struct offer_answer){
		.accepts = strcmp(json_text(s->event, "verdict"),
		    "accepted") == 0,
		.share_ends_at = s->at + json_int(s->event, "share_days", 180)
		    * DATE_DAY,
		.text = json_text_or(s->event, "text", "") },
	    &s->act, s->why);
}

/* Actions, and the milestones of the deposit that belong to them. */
static void
put_actions(struct scene *s)
{
	const struct preset_load *load = &s->demo->load;
	struct json_object *actions = json_array(s->project, "actions");
	size_t i, m;

	for (i = 0; i < json_count(actions); i++) {
		struct json_object *row = json_at(actions, i);
		struct json_object *steps = json_array(row, "milestones");
		int64_t id;

		db_run(s->db, Q_DEMO_ACTION_PUT, I(element, s->element_id),
		    I(position, (int64_t)i + 1),
		    T(title, json_text(row, "title")),
		    T(lead, json_text_or(row, "lead", "")),
		    T(starts, preset_day(load, s->mem, json_get(row, "from"))),
		    T(ends, preset_day(load, s->mem, json_get(row, "to"))),
		    T(status, json_text(row, "status")),
		    I(progress, json_int(row, "progress_percent", 0)));
		id = db_int(s->db, 0, Q_DEMO_ACTION, I(element, s->element_id),
		    I(position, (int64_t)i + 1));
		for (m = 0; m < json_count(steps); m++)
			db_run(s->db, Q_DEMO_MILESTONE_DONE,
			    I(element, s->element_id), I(action, id),
			    T(label, json_text(json_at(steps, m), "label")),
			    T(done, preset_day(load, s->mem,
			    json_get(json_at(steps, m), "done"))));
	}
}

enum rc
demo_targets(struct scene *s)
{
	struct json_object *targets = json_array(s->project, "targets");
	size_t i;
	enum rc rc = RC_OK;

	for (i = 0; rc == RC_OK && i < json_count(targets); i++)
		rc = put_target(s, json_text(json_at(targets, i),
		    "indicator"));
	return rc;
}

/* Where the actions of the project stand today. */
enum rc
demo_end(struct scene *s)
{
	enum rc rc = db_write_begin(s->db);

	if (rc != RC_OK)
		return rc;
	put_actions(s);
	return db_write_commit(s->db);
}
