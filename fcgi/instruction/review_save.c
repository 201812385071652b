/*
 * What the page of scores sends: marks as they are given, the whole of them.
 */
#include "config.h"

#include "fcgi/instruction/review_private.h"

#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"
#include "fcgi/instruction/list.h"

/* Every "critere.<id>" sent, as changes. */
static size_t
read_changes(struct mark_change *changes, size_t max, const struct req *req)
{
	const struct field *f = NULL;
	size_t n = 0;

	while (n < max && (f = field_next(&req->fields, f, "critere."))
	    != NULL) {
		char *end;
		const char *id = f->name + strlen("critere.");

		changes[n].criterion_id = strtoll(id, &end, 10);
		if (end == id || *end != '\0')
			continue;
		changes[n].mark.given = *f->raw != '\0';
		changes[n].mark.value = strtoll(f->raw, &end, 10);
		/* "3x" is off every scale: refused, not read as 3. */
		if (*end != '\0')
			changes[n].mark.value = INT64_MIN;
		n++;
	}
	return n;
}

#define CHANGES_MAX	500

static enum rc
save(struct desk *d, bool whole, bool submit, int64_t *revision)
{
	const struct req *req = d->req;
	struct mark_change *changes = MEM_ARRAY(req->mem, CHANGES_MAX,
	    struct mark_change);
	struct review_form form = { .stage_id = d->app->stage_id,
	    .revision = field_int(&req->fields, "revision"),
	    .changes = changes, .submit = submit };
	struct act act = desk_act(d);

	form.change_count = read_changes(changes, CHANGES_MAX, req);
	if (whole || field_given(&req->fields, "avis") ||
	    strcmp(req_text(req, "champ"), "avis") == 0)
		form.comment = req_text(req, "avis");
	if (whole || strcmp(req_text(req, "champ"),
	    "recommandation") == 0)
		form.recommendation = req_text(req, "recommandation");
	return review_save(req->db, req->mem, d->app->id, &form, &act,
	    revision, &d->why);
}

/* The next one to score, or the list when all is done. */
static void
go_on(struct desk *d)
{
	struct works works;
	const struct work *next;

	queue_work(&works, d->req->db, d->req->mem, &d->asked.f);
	next = works_next(&works, d->app->id);
	(void)seen_mark(d->req->db, d->app->id, d->req->person->id,
	    d->req->now);
	if (next == NULL)
		res_redirect_flash(d->res, page_url(d->req,
		    "instruction/evaluations"),
		    _("Avis envoyé. Vous avez tout évalué."));
	else
		res_redirect_flash(d->res, application_url(d->req, &d->asked,
		    next->number, "/evaluation"),
		    _("Avis envoyé. Voici le dossier suivant."));
}

void
review_post(struct req *req, struct res *res)
{
	bool submit = strcmp(req_text(req, "envoi"),
	    "garder") != 0;
	struct desk d;
	enum rc rc;

	if (!desk_open(&d, req, res))
		return;
	rc = save(&d, true, submit, NULL);
	if (!desk_check(&d, rc, review_page))
		return;
	if (submit)
		go_on(&d);
	else
		desk_done(&d, "/evaluation", _("Avis enregistré."));
}

/* One mark, from the module: JSON in answer. */
void
review_note_post(struct req *req, struct res *res)
{
	struct json_object *o = json_object_new_object();
	struct scoring s;
	struct desk d;
	int64_t revision = 0;
	enum rc rc;

	if (!desk_open(&d, req, res)) {
		json_object_put(o);
		return;
	}
	rc = save(&d, false, false, &revision);
	if (rc == RC_OK)
		rc = review_load(&s, &d);
	if (rc == RC_INVALID)
		json_put_text(o, "error", d.why.first->text);
	else if (rc == RC_OK) {
		json_put_int(o, "revision", revision);
		json_put_text(o, "saved_at", req_moment(req, req->now));
		json_put_text(o, "answered", review_complete_said(req,
		    &s.own.score));
		json_put_int(o, "percent", s.own.score.percent);
	} else if (rc != RC_CONFLICT) {
		json_object_put(o);
		res_error(res, rc);
		return;
	}
	res_json(res, rc == RC_OK ? 200 : rc == RC_CONFLICT ? 409 : 422, o);
}
