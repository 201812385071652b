/*
 * Scores: one's own marks, saved as they are given; what the committee says; who
 * is asked.
 */
#include "config.h"

#include "fcgi/instruction/pages.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/assignment.h"
#include "domain/conflict.h"
#include "domain/opinion.h"
#include "domain/review.h"
#include "fcgi/instruction/desk.h"
#include "fcgi/instruction/list.h"
#include "web/ask.h"

struct scoring {
	struct desk	*d;
	struct grid	*grid;
	struct review	 own;
	bool		 mine;		/* there is a form for one's own */
	struct reviews	 seen;		/* those one may see */
	size_t		 hidden;
	const struct mark **marks;	/* of each of those */
	struct mark	*shown;		/* one's own, as typed if it comes back */
};

/* --- loading ------------------------------------------------------------------- */

static enum rc
load(struct scoring *s, struct desk *d)
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

static const char *
field_of(const struct req *req, const struct criterion *c)
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
		f = field_next(&req->fields, NULL, field_of(req,
		    &s->grid->items[i]));
		s->shown[i] = s->own.marks[i];
		if (f != NULL) {
			s->shown[i].given = *f->raw != '\0';
			s->shown[i].value = strtoll(f->raw, NULL, 10);
		}
	}
}

/* --- grids ----------------------------------------------------------------------- */

static void
show_levels(struct view *row, const struct scoring *s, size_t i)
{
	const struct criterion *c = &s->grid->items[i];
	struct view *level;
	size_t n;

	for (n = 0; n < c->level_count; n++) {
		level = view_add(row, M_LEVELS);
		view_int(level, M_LEVEL_VALUE, c->levels[n].value);
		view_text(level, M_LEVEL_NAME, c->levels[n].label);
		view_text(level, M_LEVEL_HELP, c->levels[n].anchor);
		if (s->shown[i].given &&
		    s->shown[i].value == c->levels[n].value)
			view_show(level, M_LEVEL_CHOSEN);
	}
	if (!s->shown[i].given)
		view_show(row, M_CRITERION_NONE);
}

static void
show_criterion(struct view *grid, const struct scoring *s, size_t i)
{
	const struct criterion *c = &s->grid->items[i];
	struct view *row = view_add(grid, M_CRITERIA);
	struct mem *mem = s->d->req->mem;
	const char *lang = s->d->req->lang;
	struct agreement a;

	view_int(row, M_CRITERION_ID, c->id);
	view_text(row, M_CRITERION_NAME, c->label);
	view_int(row, M_CRITERION_WEIGHT, c->weight);
	view_optional(row, M_CRITERION_HELP, M_CRITERION_HELP_TEXT, c->help);
	if (s->mine)
		show_levels(row, s, i);
	score_agree_on(&a, mem, s->grid, i, s->marks, s->seen.count);
	if (a.count == 0)
		return;
	view_text(view_add(row, M_CRITERION_OTHERS), M_CRITERION_OTHERS_TEXT,
	    a.divided ? mem_printf(mem, _("médiane %s · avis très partagés"),
	    fraction_format(mem, a.median, 1, lang)) :
	    mem_printf(mem, _("médiane %s"),
	    fraction_format(mem, a.median, 1, lang)));
}

/* "Votre avis est complet à 75 %. Un critère non noté ne compte pas…" */
static const char *
complete_said(const struct req *req, const struct score *score)
{
	if (score->marked == 0)
		return _("Aucun critère n’est encore noté.");
	if (score->percent == 100)
		return mem_printf(req->mem, _("Votre note : %s. Votre avis est "
		    "complet."), score_format(req->mem, score, req->lang));
	return mem_printf(req->mem, _("Votre note : %s. Votre avis est complet "
	    "à %d %%. Un critère non noté ne compte pas : il ne vaut pas "
	    "zéro."), score_format(req->mem, score, req->lang),
	    score->percent);
}

/* The committee's score on one group, "" when nobody scored it. */
static const char *
group_said(const struct scoring *s, size_t within)
{
	struct mem *mem = s->d->req->mem;
	struct fraction *values = MEM_ARRAY(mem, s->seen.count + 1,
	    struct fraction);
	struct agreement a;
	struct score own;
	size_t i;

	for (i = 0; i < s->seen.count; i++) {
		score_review(&own, s->grid, s->seen.rows[i].marks, within);
		values[i] = own.value;
	}
	score_agree(&a, mem, values, s->seen.count, score_range(s->grid));
	if (a.count == 0)
		return "";
	return mem_printf(mem, ngettext("Comité : %s en moyenne (%zu avis)",
	    "Comité : %s en moyenne (%zu avis)", (unsigned long)a.count),
	    fraction_format(mem, a.mean, 1, s->d->req->lang), a.count);
}

static void
show_grids(struct view *v, const struct scoring *s)
{
	const struct grid *g = s->grid;
	struct view *grid = NULL;
	size_t i;

	for (i = 0; i < g->count; i++) {
		if (!criterion_is_leaf(&g->items[i]) || grid == NULL) {
			bool group = !criterion_is_leaf(&g->items[i]);

			grid = view_add(v, M_GRIDS);
			view_text(grid, M_SCORES_NAME, group ?
			    g->items[i].label : _("Critères"));
			view_text(grid, M_SCORES_SAID, group_said(s, group ?
			    i : SCORE_ALL));
			if (s->seen.count > 0)
				view_text(view_add(grid, M_SCORES_COMMITTEE),
				    M_SCORES_COMMITTEE_TEXT, mem_printf(
				    s->d->req->mem, ngettext(
				    "Comité (%zu avis)", "Comité (%zu avis)",
				    (unsigned long)s->seen.count),
				    s->seen.count));
			if (group)
				continue;
		}
		show_criterion(grid, s, i);
	}
}

/* --- the committee ------------------------------------------------------------- */

static void
show_committee(struct view *v, const struct scoring *s)
{
	const struct req *req = s->d->req;
	struct fraction *values = MEM_ARRAY(req->mem, s->seen.count + 1,
	    struct fraction);
	struct agreement a;
	struct view *row;
	size_t i;

	if (s->hidden > 0)
		view_text(view_add(v, M_HIDDEN), M_HIDDEN_TEXT, mem_printf(
		    req->mem, ngettext("%zu avis d’un autre membre est déjà là. "
		    "Vous le lirez après avoir envoyé le vôtre.",
		    "%zu avis d’autres membres sont déjà là. Vous les lirez "
		    "après avoir envoyé le vôtre.", (unsigned long)s->hidden),
		    s->hidden));
	for (i = 0; i < s->seen.count; i++)
		values[i] = s->seen.rows[i].score.value;
	score_agree(&a, req->mem, values, s->seen.count, score_range(s->grid));
	if (a.count == 0)
		return;
	row = view_add(v, M_COMMITTEE);
	view_text(row, M_COMMITTEE_TEXT, mem_printf(req->mem, ngettext(
	    "Comité : %s en moyenne, médiane %s (%zu avis)",
	    "Comité : %s en moyenne, médiane %s (%zu avis)",
	    (unsigned long)a.count),
	    fraction_format(req->mem, a.mean, 1, req->lang),
	    fraction_format(req->mem, a.median, 1, req->lang), a.count));
	if (a.divided)
		view_text(view_add(row, M_COMMITTEE_ALERT),
		    M_COMMITTEE_ALERT_TEXT, mem_printf(req->mem,
		    _("avis partagés : %s points d’écart"),
		    fraction_format(req->mem, a.spread, 1, req->lang)));
}

static void
show_reviews(struct view *v, const struct scoring *s)
{
	const struct req *req = s->d->req;
	struct view *row;
	size_t i;

	if (s->seen.count > 0)
		view_show(v, M_REVIEWS_SHOWN);
	for (i = 0; i < s->seen.count; i++) {
		const struct review *r = &s->seen.rows[i];

		row = view_add(v, M_REVIEWS);
		view_text(row, M_REVIEW_WHO, r->reviewer_id ==
		    req->person->id ? _("Vous") : r->reviewer);
		view_text(row, M_REVIEW_SCORE, score_format(req->mem,
		    &r->score, req->lang));
		view_text(row, M_REVIEW_COMPLETE, mem_printf(req->mem,
		    _("complet à %d %%"), r->score.percent));
		view_text(row, M_REVIEW_DATE, date_short(req->mem,
		    r->submitted_at, req->platform->time_zone, req->lang));
		view_text(row, M_REVIEW_TEXT, r->comment);
		view_optional(row, M_REVIEW_ADVICE, M_REVIEW_ADVICE_TEXT,
		    review_recommendation_label(r->recommendation));
	}
}

static void
show_opinions(struct view *v, const struct desk *d)
{
	static const char *const kinds[] = { "ok", "wait", "refuse" };
	const struct req *req = d->req;
	struct opinions all;
	struct view *row;
	size_t i;
	int n;

	if (opinion_list(&all, req->db, req->mem, d->app->id) != RC_OK ||
	    all.count == 0)
		return;
	view_show(v, M_OPINIONS_SHOWN);
	for (i = 0; i < all.count; i++) {
		const struct opinion *o = &all.rows[i];
		const char *kind = "neutral";

		for (n = 0; o->verdict != NULL && n < 3; n++) {
			if (strcmp(opinion_verdicts[n], o->verdict) == 0)
				kind = kinds[n];
		}
		row = view_add(v, M_OPINIONS);
		view_text(row, M_OPINION_WHO, o->author);
		view_text(row, M_OPINION_KIND, kind);
		view_text(row, M_OPINION_VERDICT, o->verdict == NULL ?
		    _("attendu") : opinion_verdict_label(o->verdict));
		view_text(row, M_OPINION_QUESTION, o->question);
		view_text(row, M_OPINION_TEXT, o->body);
		view_text(row, M_OPINION_DATE, date_short(req->mem,
		    o->given_at != 0 ? o->given_at : o->asked_at,
		    req->platform->time_zone, req->lang));
	}
}

static void
show_assigned(struct view *v, const struct desk *d)
{
	struct assignees all;
	struct view *row;
	size_t i, asked = 0, sent = 0;

	if (!d->instruct || d->app->state != APP_UNDER_REVIEW ||
	    assignment_list(&all, d->req->db, d->req->mem, d->app->id,
	    d->req->now) != RC_OK)
		return;
	for (i = 0; i < all.count; i++) {
		asked += all.rows[i].assigned;
		sent += all.rows[i].assigned && all.rows[i].submitted;
	}
	row = view_add(v, M_ASSIGNED);
	view_text(row, M_ASSIGNED_TEXT, asked == 0 ?
	    _("Personne en particulier n’est chargé d’évaluer ce dossier.") :
	    mem_printf(d->req->mem, ngettext(
	    "%zu personne chargée d’évaluer, %zu avis envoyé.",
	    "%zu personnes chargées d’évaluer, %zu avis envoyés.",
	    (unsigned long)asked), asked, sent));
	view_text(row, M_ASSIGNED_URL, desk_url(d, "/evaluateurs"));
}

/* --- the page ---------------------------------------------------------------------- */

static void
show_own(struct view *v, const struct scoring *s)
{
	const struct req *req = s->d->req;
	struct view *form = view_add(v, M_SCORE_FORM), *row;
	size_t i;

	desk_form(s->d, form, "/evaluation");
	view_int(form, M_REVIEW_REVISION, s->own.revision);
	view_text(form, M_AUTOSAVE_URL, mem_printf(req->mem, "%s/note",
	    page_url(req, "instruction/%s/evaluation", s->d->app->number)));
	show_grids(form, s);
	view_text(form, M_REVIEW_SAID, complete_said(req, &s->own.score));
	view_text(form, M_COMMENT_VALUE, req_typed(req, "avis",
	    s->own.comment));
	for (i = 0; review_recommendations[i] != NULL; i++) {
		const char *key = review_recommendations[i];

		row = view_add(form, M_RECOMMENDATIONS);
		view_text(row, M_OPTION_VALUE, key);
		view_text(row, M_OPTION_TEXT,
		    review_recommendation_label(key));
		if (req_chosen(req, "recommandation", key,
		    s->own.recommendation != NULL &&
		    strcmp(s->own.recommendation, key) == 0))
			view_show(row, M_OPTION_CHOSEN);
	}
	if (s->own.submitted_at != 0)
		view_text(view_add(form, M_SENT), M_SENT_TEXT,
		    mem_printf(req->mem, _("Avis envoyé le %s ; vous pouvez le "
		    "changer tant que l’étape dure."), date_long(req->mem,
		    s->own.submitted_at, req->platform->time_zone,
		    req->lang)));
	view_text(form, M_SAVE_STATE_TEXT, s->own.revision == 0 ? "" :
	    mem_printf(req->mem, _("Enregistré le %s"), date_long_time(
	    req->mem, s->own.saved_at, req->platform->time_zone, req->lang)));
}

static void
review_page(struct desk *d)
{
	struct scoring s;
	struct view *v;
	enum rc rc = load(&s, d);

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
		show_committee(v, &s);
	d->writes = s.mine;
	if (s.mine)
		show_own(v, &s);
	else if (s.grid->count > 0 && s.seen.count > 0)
		show_grids(view_add(v, M_SCORE_TABLE), &s);
	show_reviews(v, &s);
	if (d->instruct || d->decide)
		show_opinions(v, d);
	show_assigned(v, d);
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

/* --- saving ------------------------------------------------------------------------ */

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
	    strcmp(field_or_empty(&req->fields, "champ"), "avis") == 0)
		form.comment = field_or_empty(&req->fields, "avis");
	if (whole || strcmp(field_or_empty(&req->fields, "champ"),
	    "recommandation") == 0)
		form.recommendation = field_or_empty(&req->fields,
		    "recommandation");
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
	bool submit = strcmp(field_or_empty(&req->fields, "envoi"),
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
		rc = load(&s, &d);
	if (rc == RC_INVALID)
		json_put_text(o, "error", d.why.first->text);
	else if (rc == RC_OK) {
		json_put_int(o, "revision", revision);
		json_put_text(o, "saved_at", date_long_time(req->mem, req->now,
		    req->platform->time_zone, req->lang));
		json_put_text(o, "answered", complete_said(req,
		    &s.own.score));
		json_put_int(o, "percent", s.own.score.percent);
	} else if (rc != RC_CONFLICT) {
		json_object_put(o);
		res_error(res, rc);
		return;
	}
	res_json(res, rc == RC_OK ? 200 : rc == RC_CONFLICT ? 409 : 422, o);
}

/* --- who is asked ------------------------------------------------------------------- */

static void
assign_page(struct desk *d)
{
	struct req *req = d->req;
	struct assignees all;
	struct view *v = desk_page(d, TAB_REVIEW, _("Évaluateurs"));
	struct ask form = { .req = req, .view = NULL,
	    .why = &d->why };
	struct view *field, *button;
	size_t i;

	view_text(v, M_FORM_TITLE, _("Qui évalue ce dossier ?"));
	view_text(view_add(v, M_FORM_LEAD), M_FORM_LEAD_TEXT,
	    _("Une personne qui a un lien avec le projet n’est pas proposée."));
	form.view = view_add(v, M_WORK_FORM);
	desk_form(d, form.view, "/evaluateurs");
	field = ask_checkboxes(&form, "personne", _("Membres du comité"),
	    NULL);
	if (assignment_list(&all, req->db, req->mem, d->app->id, req->now) !=
	    RC_OK)
		all.count = 0;
	for (i = 0; i < all.count; i++)
		ask_choice(&form, field, "personne", mem_printf(req->mem,
		    "%lld", (long long)all.rows[i].person_id),
		    all.rows[i].name, all.rows[i].submitted ?
		    _("Son avis est envoyé.") : mem_printf(req->mem, ngettext(
		    "%lld dossier à évaluer", "%lld dossiers à évaluer",
		    (unsigned long)all.rows[i].load),
		    (long long)all.rows[i].load), all.rows[i].assigned);
	button = view_add(form.view, M_FORM_BUTTONS);
	view_text(button, M_BUTTON_TEXT, _("Enregistrer"));
	desk_show_form(d, "instruction/form.tpl");
}

void
assign_get(struct req *req, struct res *res)
{
	struct desk d;

	if (desk_open(&d, req, res))
		assign_page(&d);
}

void
assign_post(struct req *req, struct res *res)
{
	int64_t *people = MEM_ARRAY(req->mem, 200, int64_t);
	const struct field *f = NULL;
	struct desk d;
	struct act act;
	size_t n = 0;

	if (!desk_open(&d, req, res))
		return;
	while (n < 200 && (f = field_next(&req->fields, f, "personne")) !=
	    NULL)
		people[n++] = f->number;
	act = desk_act(&d);
	if (desk_check(&d, assignment_set(req->db, req->mem, d.app->id, people,
	    n, &act), assign_page))
		desk_done(&d, "/evaluation", _("Évaluateurs enregistrés."));
}
