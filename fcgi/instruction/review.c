/*
 * The page of scores: one's own marks, what the committee says. What is shown of
 * them is review_show.c's, what is sent review_save.c's.
 */
#include "config.h"

#include "fcgi/instruction/review_private.h"

#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "domain/conflict.h"
#include "web/partial.h"

/* --- loading ------------------------------------------------------------------- */

enum rc
review_load(struct scoring *s, struct desk *d)
{
	struct req *req = d->req;
	int64_t stage_id = d->app->stage_id;
	size_t i;
	enum rc rc;

	*s = (struct scoring){ .d = d };
	rc = grid_load(&s->grid, req->db, req->mem, stage_id);
	if (rc != RC_OK)
		return rc;
	s->mine = d->review && s->grid->count > 0 &&
	    d->app->state == APP_UNDER_REVIEW && !conflict_is(req->db,
	    d->app->id, req->person->id, true);
	if (s->mine)
		rc = review_own(&s->own, req->db, req->mem, s->grid,
		    d->app->id, stage_id, req->person->id);
	if (rc == RC_OK)
		rc = review_visible(&s->seen, &s->hidden, req->db, req->mem,
		    s->grid, d->app->id, stage_id, d->stage == NULL ? "never" :
		    d->stage->reviews_visible, req->person->id,
		    d->instruct || d->decide);
	/* Somebody of the service who may read and not score still reads. */
	if (rc == RC_NOT_FOUND && (d->instruct || d->decide))
		rc = review_visible(&s->seen, &s->hidden, req->db, req->mem,
		    s->grid, d->app->id, stage_id, "always", 0, true);
	if (rc != RC_OK)
		return rc;
	s->marks = MEM_ARRAY(req->mem, s->seen.count + 1, const struct mark *);
	for (i = 0; i < s->seen.count; i++)
		s->marks[i] = s->seen.rows[i].marks;
	s->shown = s->own.marks;
	return RC_OK;
}

/* "critere.12", in mem. */
static const char *
review_control(const struct req *req, const struct criterion *c)
{
	return mem_printf(req->mem, "critere.%lld", (long long)c->id);
}

/* What the form that came back had for each criterion. */
static void
take_typed(struct scoring *s)
{
	const struct req *req = s->d->req;
	const struct field *f;
	size_t i;

	s->shown = MEM_ARRAY(req->mem, s->grid->count + 1, struct mark);
	for (i = 0; i < s->grid->count; i++) {
		f = field_next(&req->fields, NULL, review_control(req,
		    &s->grid->items[i]));
		s->shown[i] = s->own.marks[i];
		if (f != NULL) {
			s->shown[i].given = *f->raw != '\0';
			s->shown[i].value = strtoll(f->raw, NULL, 10);
		}
	}
}

/* --- the page ---------------------------------------------------------------------- */

static void
show_own(struct view *v, const struct scoring *s)
{
	const struct req *req = s->d->req;
	struct view *form = view_add(v, M_SCORE_FORM);
	size_t i;

	desk_form(s->d, form, "/evaluation");
	view_int(form, M_REVIEW_REVISION, s->own.revision);
	view_text(form, M_AUTOSAVE_URL, mem_printf(req->mem, "%s/note",
	    page_url(req, "instruction/%s/evaluation", s->d->app->number)));
	review_show_grids(form, s);
	view_text(form, M_REVIEW_SAID, review_complete_said(req, &s->own.score));
	view_text(form, M_COMMENT_VALUE, req_typed(req, "avis",
	    s->own.comment));
	for (i = 0; review_recommendations[i] != NULL; i++) {
		const char *key = review_recommendations[i];

		partial_option(form, M_RECOMMENDATIONS, key,
		    review_recommendation_label(key), req_chosen(req,
		    "recommandation", key, s->own.recommendation != NULL &&
		    strcmp(s->own.recommendation, key) == 0));
	}
	if (s->own.submitted_at != 0)
		view_text(view_add(form, M_SENT), M_SENT_TEXT,
		    mem_printf(req->mem, _("Avis envoyé le %s ; vous pouvez le "
		    "changer tant que l’étape dure."), req_day(req,
		    s->own.submitted_at)));
	view_text(form, M_SAVE_STATE_TEXT, s->own.revision == 0 ? "" :
	    mem_printf(req->mem, _("Enregistré le %s"), req_moment(req,
	    s->own.saved_at)));
}

void
review_page(struct desk *d)
{
	struct scoring s;
	struct view *v;
	enum rc rc = review_load(&s, d);

	if (rc != RC_OK) {
		res_error(d->res, rc);
		return;
	}
	if (s.mine && req_is_return(d->req))
		take_typed(&s);
	v = desk_page(d, TAB_REVIEW, _("Évaluation"));
	if (s.grid->count == 0)
		view_text(view_add(v, M_NOT_SCORED), M_NOT_SCORED_TEXT,
		    d->stage == NULL ? _("Ce dossier n’est à aucune étape.") :
		    mem_printf(d->req->mem, _("L’étape « %s » ne se note "
		    "pas."), d->stage->label));
	else
		review_show_committee(v, &s);
	d->writes = s.mine;
	if (s.mine)
		show_own(v, &s);
	else if (s.grid->count > 0 && s.seen.count > 0)
		review_show_grids(view_add(v, M_SCORE_TABLE), &s);
	review_show_reviews(v, &s);
	if (d->instruct || d->decide)
		review_show_opinions(v, d);
	review_show_assigned(v, d);
	desk_show(d, "instruction/review.tpl");
}

void
review_get(struct req *req, struct res *res)
{
	struct desk d;

	if (!desk_open(&d, req, res))
		return;
	/* Who only reads the dossier reads no score. */
	if (d.instruct || d.review || d.decide)
		review_page(&d);
	else
		res_error(res, RC_NOT_FOUND);
}
