/*
 * Scores as they are shown: grids of criteria, what the committee and experts say,
 * who is asked. It loads nothing of the scores itself.
 */
#include "config.h"

#include "fcgi/instruction/review_private.h"

#include <string.h>

#include "base/lang.h"
#include "base/text.h"
#include "domain/assignment.h"
#include "domain/opinion.h"

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
const char *
review_complete_said(const struct req *req, const struct score *score)
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

void
review_show_grids(struct view *v, const struct scoring *s)
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

void
review_show_committee(struct view *v, const struct scoring *s)
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

void
review_show_reviews(struct view *v, const struct scoring *s)
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
		view_text(row, M_REVIEW_DATE, req_day_short(req,
		    r->submitted_at));
		view_text(row, M_REVIEW_TEXT, r->comment);
		view_optional(row, M_REVIEW_ADVICE, M_REVIEW_ADVICE_TEXT,
		    review_recommendation_label(r->recommendation));
	}
}

void
review_show_opinions(struct view *v, const struct desk *d)
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
		view_text(row, M_OPINION_DATE, req_day_short(req,
		    o->given_at != 0 ? o->given_at : o->asked_at));
	}
}

void
review_show_assigned(struct view *v, const struct desk *d)
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
