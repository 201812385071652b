/*
 * One application open beside the list.
 * It decides nothing: rights are the routes', rules the domain's.
 */
#include "config.h"

#include "fcgi/instruction/desk.h"

#include <string.h>

#include "base/lang.h"
#include "domain/money.h"
#include "fcgi/instruction/list.h"
#include "web/ask.h"

enum rc
desk_object(struct req *req)
{
	struct stmt *s = db_query(req->db, Q_DESK_BY_NUMBER,
	    T(number, req_param(req, "number")),
	    I(platform, req->platform->id));
	int64_t id = 0;
	enum rc rc;

	if (stmt_step(s))
		id = stmt_int(s, "id");
	stmt_done(s);
	if (id == 0)
		return RC_NOT_FOUND;
	rc = object_application(req->db, id, &req->object);
	if (rc == RC_OK && !right_may(req->db, req->person,
	    RIGHT_APPLICATION_READ, &req->object))
		rc = RC_NOT_FOUND;
	return rc;
}

bool
desk_open(struct desk *d, struct req *req, struct res *res)
{
	const struct object *o = &req->object;
	enum rc rc;

	*d = (struct desk){ .req = req, .res = res,
	    .why = PROBLEMS_INIT(req->mem) };
	queue_asked(&d->asked, req);
	rc = application_load(&d->app, req->db, req->mem, o->id);
	if (rc == RC_OK)
		queue_asked_beside(&d->asked, d->app->tray);
	if (rc == RC_OK)
		rc = stages_load(&d->stages, req->db, req->mem,
		    d->app->call_id);
	if (rc != RC_OK) {
		res_error(res, rc);
		return false;
	}
	d->stage = stages_find(&d->stages, d->app->stage_id);
	d->instruct = right_may(req->db, req->person,
	    RIGHT_APPLICATION_INSTRUCT, o);
	d->review = right_may(req->db, req->person,
	    RIGHT_APPLICATION_REVIEW, o);
	d->decide = right_may(req->db, req->person,
	    RIGHT_APPLICATION_DECIDE, o);
	d->fund = right_may(req->db, req->person, RIGHT_FUNDING_EDIT, o);
	return true;
}

struct act
desk_act(const struct desk *d)
{
	const struct req *req = d->req;
	struct stmt *s = db_query(req->db, Q_DESK_ELEMENT,
	    I(application, d->app->id));
	const char *slug = "", *home = req->platform->slug;

	if (stmt_step(s)) {
		slug = stmt_str(s, req->mem, "slug");
		home = stmt_str(s, req->mem, "home");
	}
	stmt_done(s);
	/* The dossier may be another platform's. */
	return (struct act){ .who = req->person, .now = req->now,
	    .holder_url = req_absolute(req, req_url(req,
	    "/%s/mes-projets/%s", home, slug)),
	    .service_url = req_absolute(req, page_url(req, "instruction/%s",
	    d->app->number)) };
}

const char *
desk_url(const struct desk *d, const char *tail)
{
	return application_url(d->req, &d->asked, d->app->number, tail);
}

/* --- head ---------------------------------------------------------------------- */

/* "En instruction · Éligibilité" and its chip. */
static const char *
state_text(const struct desk *d, const char **kind)
{
	const char *stage = d->stage == NULL ? "" : d->stage->label;

	*kind = "info";
	switch (d->app->state) {
	case APP_DRAFT:
		break;
	case APP_SUBMITTED:
		if (d->app->correction_open) {
			*kind = "wait";
			return _("Correction demandée au porteur");
		}
		return _("Déposé, à prendre en instruction");
	case APP_UNDER_REVIEW:
		if (d->app->correction_open) {
			*kind = "wait";
			return _("Correction demandée au porteur");
		}
		return mem_printf(d->req->mem, _("En instruction : %s"),
		    stage);
	case APP_ACCEPTED:
		*kind = "ok";
		return mem_printf(d->req->mem, _("Accepté : %s"),
		    money_format(d->req->mem, d->app->granted_cents,
		    d->req->lang));
	case APP_REFUSED:
		*kind = "refuse";
		return _("Refusé");
	case APP_CLOSED:
		*kind = "neutral";
		return _("Classé sans suite");
	case APP_WITHDRAWN:
		*kind = "neutral";
		return _("Retiré par son porteur");
	}
	return "";
}

/* "Ti Jardin · Saint-Leu · déposé le 4 mars 2025, complété le…" */
static const char *
said(const struct desk *d)
{
	const struct req *req = d->req;
	const struct application *a = d->app;
	struct buf b = BUF_INIT;
	const char *text;
	struct stmt *s;

	buf_text(&b, a->holder_name);
	s = db_query(req->db, Q_DESK_ELEMENT, I(application, a->id));
	if (stmt_step(s)) {
		if (stmt_text(s, "place") != NULL)
			buf_printf(&b, " · %s", stmt_text(s, "place"));
		buf_printf(&b, " · %s", stmt_text(s, "call"));
	}
	stmt_done(s);
	if (a->submitted_at != 0) {
		buf_text(&b, " · ");
		buf_printf(&b, _("déposé le %s"), req_day_short(req,
		    a->submitted_at));
	}
	if (a->resubmitted_at > a->submitted_at) {
		buf_text(&b, ", ");
		buf_printf(&b, _("complété le %s"), req_day_short(req,
		    a->resubmitted_at));
	}
	buf_text(&b, " · ");
	buf_printf(&b, _("%s demandés"), money_format(req->mem,
	    a->requested_cents, req->lang));
	if (a->decided_at != 0) {
		buf_text(&b, " · ");
		buf_printf(&b, _("décidé le %s"), req_day_short(req,
		    a->decided_at));
	} else if (a->due_at != 0) {
		buf_text(&b, " · ");
		buf_printf(&b, _("décision attendue avant le %s"),
		    req_day_short(req, a->due_at));
	}
	text = mem_strdup(req->mem, b.data);
	buf_release(&b);
	return text;
}

static void
show_neighbours(const struct desk *d, struct view *v,
    const struct queue_counts *counts)
{
	struct queue_neighbours around;
	const struct asked *a = &d->asked;
	const struct req *req = d->req;

	queue_around(&around, req->db, req->mem, &a->f, d->app->id);
	if (around.rank > 0 && !counts->more[a->f.tray])
		view_text(v, M_WORK_WHERE, mem_printf(req->mem, _("%s sur %s"),
		    money_number(req->mem, around.rank, req->lang),
		    money_number(req->mem, counts->n[a->f.tray], req->lang)));
	if (around.next != NULL)
		view_text(view_add(v, M_WORK_NEXT), M_WORK_NEXT_URL,
		    application_url(req, a, around.next, ""));
	if (around.previous != NULL)
		view_text(view_add(v, M_WORK_PREVIOUS), M_WORK_PREVIOUS_URL,
		    application_url(req, a, around.previous, ""));
}

/* What changed since the last look, and the way to say "seen". */
static void
show_changes(const struct desk *d, struct view *v)
{
	const struct seen *seen = &d->seen;
	const struct req *req = d->req;
	int64_t n = seen->transitions + seen->messages + seen->reviews +
	    seen->opinions;
	struct view *changed;

	if (seen->at == 0 || n == 0)
		return;
	changed = view_add(v, M_WORK_CHANGED);
	view_text(changed, M_FILTER, queue_asked_query(req, &d->asked));
	view_text(changed, M_WORK_CHANGED_URL, desk_url(d, "/journal"));
	view_text(changed, M_WORK_CHANGED_TEXT, mem_printf(req->mem,
	    _("Ce qui a changé depuis le %s (%lld)"), req_day_short(req,
	    seen->at), (long long)n));
}

/* --- tabs ------------------------------------------------------------------------ */

static void
tab(const struct desk *d, struct view *v, const char *name, const char *tail,
    int64_t count, bool current)
{
	struct view *row = view_add(v, M_WORK_TABS);

	view_text(row, M_WORK_TAB_URL, desk_url(d, tail));
	view_text(row, M_WORK_TAB_NAME, name);
	if (current)
		view_show(row, M_WORK_TAB_CURRENT);
	if (count > 0)
		view_text(view_add(row, M_WORK_TAB_COUNT),
		    M_WORK_TAB_COUNT_TEXT, money_number(d->req->mem, count,
		    d->req->lang));
}

static void
show_tabs(const struct desk *d, struct view *v, enum tab current)
{
	int64_t files = 0, messages = 0;
	struct stmt *s = db_query(d->req->db, Q_DESK_COUNTS,
	    I(application, d->app->id), ID(snapshot, d->app->snapshot_id));

	if (stmt_step(s)) {
		files = stmt_int(s, "files");
		messages = stmt_int(s, "messages");
	}
	stmt_done(s);
	tab(d, v, _("Dossier"), "", 0, current == TAB_DOSSIER);
	tab(d, v, _("Pièces"), "/pieces", files, current == TAB_FILES);
	if (d->instruct || d->review || d->decide)
		tab(d, v, _("Évaluation"), "/evaluation", 0,
		    current == TAB_REVIEW);
	tab(d, v, _("Financement"), "/financement", 0,
	    current == TAB_FUNDING);
	tab(d, v, _("Échanges"), "/echanges", messages,
	    current == TAB_THREAD);
	tab(d, v, _("Journal"), "/journal", 0, current == TAB_JOURNAL);
}

/* --- what may be done -------------------------------------------------------------- */

static void
link_act(const struct desk *d, struct view *v, const char *tail,
    const char *text, bool main)
{
	struct view *row = view_add(v, M_WORK_ACTS), *act;

	act = view_add(row, M_ACT_LINK);
	view_text(act, M_ACT_URL, desk_url(d, tail));
	view_text(act, M_ACT_TEXT, text);
	if (!main || d->writes)
		view_show(act, M_ACT_PLAIN);
}

static void
quiet_act(const struct desk *d, struct view *v, const char *tail,
    const char *text)
{
	struct view *act = view_add(view_add(v, M_WORK_ACTS), M_ACT_QUIET);

	view_text(act, M_ACT_URL, desk_url(d, tail));
	view_text(act, M_ACT_TEXT, text);
}

static void
form_act(const struct desk *d, struct view *v, const char *tail,
    const char *text, bool main)
{
	struct view *row = view_add(v, M_WORK_ACTS), *act;

	act = view_add(row, M_ACT_FORM);
	desk_form(d, act, tail);
	view_text(act, M_ACT_TEXT, text);
	if (!main || d->writes)
		view_show(act, M_ACT_PLAIN);
}

static void
show_acts(const struct desk *d, struct view *v)
{
	enum app_state state = d->app->state;
	bool open = state == APP_SUBMITTED || state == APP_UNDER_REVIEW;
	bool asked = d->app->correction_open;
	bool decided = state == APP_ACCEPTED || state == APP_REFUSED ||
	    state == APP_CLOSED;

	if (!open && !(decided && d->decide))
		return;
	view_show(v, M_WORK_ACTS_SHOWN);
	if (d->writes)
		view_show(v, M_WORK_ACTS_STILL);
	if (d->instruct && state == APP_SUBMITTED && !asked)
		form_act(d, v, "/prendre", _("Prendre en instruction"), true);
	if (d->instruct && state == APP_UNDER_REVIEW && !asked)
		link_act(d, v, "/etape", _("Conclure l’étape"), true);
	if (d->instruct && open)
		link_act(d, v, "/correction", asked ?
		    _("Voir la correction demandée") :
		    _("Demander une correction"), false);
	if (d->decide && state == APP_UNDER_REVIEW)
		link_act(d, v, "/decision", _("Décider"), !d->instruct);
	else if (d->instruct && state == APP_UNDER_REVIEW)
		link_act(d, v, "/proposition", _("Proposer une décision"),
		    false);
	if (d->decide && decided)
		link_act(d, v, "/reouverture", _("Reprendre la décision"),
		    false);
	if (d->instruct && open)
		quiet_act(d, v, "/avis", _("Demander un avis"));
	if (open)
		quiet_act(d, v, "/conflit", _("Conflit d’intérêts"));
}

/* Who is in charge, and the way to change it. */
static void
show_charge(const struct desk *d, struct view *v)
{
	struct stmt *s;
	struct view *charge;
	const char *name = NULL;

	s = db_query(d->req->db, Q_DESK_AGENT, I(application, d->app->id));
	if (stmt_step(s))
		name = stmt_str(s, d->req->mem, "name");
	stmt_done(s);
	charge = view_add(v, M_WORK_CHARGE);
	view_text(charge, M_WORK_CHARGE_TEXT, name != NULL ?
	    mem_printf(d->req->mem, _("Suivi par %s"), name) :
	    _("Personne ne suit ce dossier"));
	if (d->instruct && (d->app->state == APP_SUBMITTED ||
	    d->app->state == APP_UNDER_REVIEW))
		view_text(view_add(charge, M_WORK_CHARGE_CHANGE),
		    M_WORK_CHARGE_URL, desk_url(d, "/suivi"));
}

/* --- a page -------------------------------------------------------------------------- */

void
desk_form(const struct desk *d, struct view *v, const char *tail)
{
	const struct req *req = d->req;

	view_text(v, M_FORM_URL, mem_printf(req->mem, "%s%s",
	    page_url(req, "instruction/%s", d->app->number), tail));
	view_text(v, M_CSRF_TOKEN, req->session->csrf);
	view_int(v, M_REVISION, d->app->revision);
	view_text(v, M_FILTER, queue_asked_query(req, &d->asked));
}

struct view *
desk_page(struct desk *d, enum tab current, const char *title)
{
	struct req *req = d->req;
	struct queue_counts counts;
	struct view *v;
	const char *kind, *state;

	seen_load(&d->seen, req->db, d->app->id, req->person->id);
	v = res_page(d->res, title == NULL ? d->app->title :
	    mem_printf(req->mem, "%s – %s", title, d->app->title));
	view_show(v, M_PANES);
	show_list(v, req, &d->asked, d->app->id, &counts);
	view_text(v, M_BACK_URL, queue_asked_url(req, &d->asked,
	    page_url(req, "instruction")));
	show_neighbours(d, v, &counts);
	show_changes(d, v);
	view_text(v, M_WORK_TITLE, d->app->title);
	view_text(v, M_WORK_NUMBER, d->app->number);
	view_text(v, M_SEEN_URL, mem_printf(req->mem, "%s/vu",
	    page_url(req, "instruction/%s", d->app->number)));
	state = state_text(d, &kind);
	view_text(v, M_WORK_STATE_KIND, kind);
	view_text(v, M_WORK_STATE_TEXT, state);
	view_text(v, M_WORK_SAID, said(d));
	show_tabs(d, v, current);
	show_charge(d, v);
	if (d->stale)
		view_show(v, M_WORK_STALE);
	ask_problems(v, req, &d->why);
	return v;
}

void
desk_show_form(struct desk *d, const char *template)
{
	res_view(d->res, d->stale ? 409 : d->why.count > 0 ? 422 : 200,
	    template);
}

void
desk_show(struct desk *d, const char *template)
{
	show_acts(d, d->res->view);
	desk_show_form(d, template);
}

void
desk_done(struct desk *d, const char *tail, const char *text)
{
	/* Whoever acted has seen. Losing this mark would lose nothing. */
	(void)seen_mark(d->req->db, d->app->id, d->req->person->id,
	    d->req->now);
	res_redirect_flash(d->res, desk_url(d, tail), text);
}

bool
desk_check(struct desk *d, enum rc rc, desk_page_fn page)
{
	if (rc == RC_OK)
		return true;
	if (rc != RC_INVALID && rc != RC_CONFLICT) {
		res_error(d->res, rc);
		return false;
	}
	d->stale = rc == RC_CONFLICT;
	d->res->form_back = true;
	/* As it is now, so that sending again is possible. */
	if (application_load(&d->app, d->req->db, d->req->mem,
	    d->app->id) == RC_OK)
		d->stage = stages_find(&d->stages, d->app->stage_id);
	page(d);
	return false;
}
