/*
 * The ranking of a call: scores, budget line, provisional decisions, and taking
 * them together.
 */
#include "config.h"

#include "fcgi/instruction/pages.h"

#include "base/lang.h"
#include "domain/assignment.h"
#include "domain/decision.h"
#include "domain/money.h"
#include "domain/ranking.h"
#include "domain/stage.h"
#include "fcgi/instruction/asked.h"
#include "fcgi/instruction/list.h"
#include "web/ask.h"
#include "web/partial.h"

struct board {
	struct req	*req;
	struct res	*res;
	struct asked	 asked;
	int64_t		 call_id, envelope_cents, granted_cents, proposed;
	const char	*title;
	struct stages	 stages;
	const struct stage *stage;	/* the one ranked, or NULL */
	int64_t		 budget_cents;
	struct ranking	 ranking;
	struct problems	 why;
	bool		 instruct, decide;
};

enum rc
ranking_object(struct req *req)
{
	int64_t id = db_int(req->db, 0, Q_RANKING_CALL_ID,
	    I(platform, req->platform->id), T(slug, req_param(req, "slug")));
	enum rc rc;

	rc = id == 0 ? RC_NOT_FOUND : object_call(req->db, id, &req->object);
	/* It tells everybody's scores: the committee itself has its rules. */
	if (rc == RC_OK && !right_may(req->db, req->person,
	    RIGHT_APPLICATION_INSTRUCT, &req->object) && !right_may(req->db,
	    req->person, RIGHT_APPLICATION_DECIDE, &req->object))
		rc = RC_NOT_FOUND;
	return rc;
}

/* --- loading ------------------------------------------------------------------- */

/* The stage asked for, else the last scored one that holds something to rank. */
static void
choose_stage(struct board *b, int64_t asked)
{
	size_t i;

	for (i = 0; i < b->stages.count; i++) {
		const struct stage *s = &b->stages.rows[i];

		if (s->scored && (b->stage == NULL || s->id == asked))
			b->stage = s;
	}
}

static bool
board_open(struct board *b, struct req *req, struct res *res)
{
	int64_t left, budget = field_int(&req->fields, "budget");
	struct stmt *s;
	enum rc rc;

	*b = (struct board){ .req = req, .res = res,
	    .why = PROBLEMS_INIT(req->mem) };
	queue_asked(&b->asked, req);
	s = db_query(req->db, Q_RANKING_CALL, I(platform, req->platform->id),
	    T(slug, req_param(req, "slug")), I(me, req->person->id));
	if (stmt_step(s)) {
		b->call_id = stmt_int(s, "id");
		b->title = stmt_str(s, req->mem, "title");
		b->envelope_cents = stmt_int(s, "envelope_cents");
		b->granted_cents = stmt_int(s, "granted");
		b->proposed = stmt_int(s, "proposed");
	}
	stmt_done(s);
	rc = stages_load(&b->stages, req->db, req->mem, b->call_id);
	choose_stage(b, field_int(&req->fields, "etape"));
	left = b->envelope_cents - b->granted_cents;
	b->budget_cents = budget > 0 ? budget : left > 0 ? left : 0;
	b->instruct = right_may(req->db, req->person,
	    RIGHT_APPLICATION_INSTRUCT, &req->object);
	b->decide = right_may(req->db, req->person, RIGHT_APPLICATION_DECIDE,
	    &req->object);
	if (rc == RC_OK && b->stage != NULL)
		rc = ranking_load(&b->ranking, req->db, req->mem,
		    &b->asked.f, b->call_id, b->stage->id, b->budget_cents);
	if (rc != RC_OK)
		res_error(res, rc);
	return rc == RC_OK;
}

/* --- showing ---------------------------------------------------------------------- */

static void
figure(struct view *v, const char *value, const char *label)
{
	struct view *row = view_add(v, M_FIGURES);

	view_text(row, M_FIGURE_VALUE, value);
	view_text(row, M_FIGURE_LABEL, label);
}

static void
show_figures(struct view *v, const struct board *b)
{
	struct mem *mem = b->req->mem;
	const char *lang = b->req->lang;
	const struct ranking *r = &b->ranking;

	figure(v, money_short(mem, r->asked_cents, lang), mem_printf(mem,
	    ngettext("demandés par %zu dossier", "demandés par %zu dossiers",
	    (unsigned long)r->count), r->count));
	if (b->envelope_cents > 0)
		figure(v, money_short(mem, b->envelope_cents -
		    b->granted_cents, lang), mem_printf(mem,
		    _("restent d’une enveloppe de %s"), money_short(mem,
		    b->envelope_cents, lang)));
	figure(v, money_number(mem, (int64_t)r->within, lang), mem_printf(mem,
	    ngettext("dossier tient dans ce budget, pour %s",
	    "dossiers tiennent dans ce budget, pour %s",
	    (unsigned long)r->within), money_short(mem, r->within_cents,
	    lang)));
	if (r->unscored > 0)
		figure(v, money_number(mem, (int64_t)r->unscored, lang),
		    ngettext("n’est pas encore noté", "ne sont pas encore notés",
		    (unsigned long)r->unscored));
}

static void
show_stages(struct view *v, const struct board *b)
{
	struct view *tabs = NULL, *tab;
	size_t i, scored = 0;

	for (i = 0; i < b->stages.count; i++)
		scored += b->stages.rows[i].scored;
	if (scored < 2)
		return;
	tabs = view_add(v, M_RANK_STAGES);
	view_text(tabs, M_TABS_NAME, _("Étapes notées"));
	for (i = 0; i < b->stages.count; i++) {
		const struct stage *s = &b->stages.rows[i];

		if (!s->scored)
			continue;
		tab = view_add(tabs, M_TABS);
		view_text(tab, M_TAB_URL, mem_printf(b->req->mem,
		    "%s?etape=%lld", page_url(b->req,
		    "instruction/appels/%s", req_param(b->req, "slug")),
		    (long long)s->id));
		view_text(tab, M_TAB_NAME, s->label);
		if (s == b->stage)
			view_show(tab, M_TAB_CURRENT);
	}
}

static void
show_rank(struct view *v, const struct board *b, size_t i, bool cut)
{
	const struct rank *row = &b->ranking.rows[i];
	struct view *line = view_add(v, M_RANKS), *chip;
	const struct req *req = b->req;
	bool scored = fraction_is(row->scores.mean);
	struct asked asked = { .tray = "comite", .call = b->asked.call,
	    .agent = "", .theme = "", .words = "", .sort = "", .from = "" };

	if (cut)
		view_show(line, M_RANK_CUT);
	view_text(line, M_RANK_CUT_TEXT, mem_printf(req->mem,
	    _("Le budget de %s s’arrête ici"), money_format(req->mem,
	    b->budget_cents, req->lang)));
	if (!row->within)
		view_show(line, M_RANK_OUT);
	view_text(line, M_RANK_N, scored ? money_number(req->mem,
	    (int64_t)i + 1, req->lang) : "–");
	view_text(line, M_RANK_URL, application_url(req, &asked, row->number,
	    "/evaluation"));
	view_text(line, M_RANK_TITLE, row->title);
	view_text(line, M_RANK_WHO, row->holder);
	view_text(line, M_RANK_SCORE, fraction_column(req->mem,
	    row->scores.mean, 2, req->lang));
	view_text(line, M_RANK_REVIEWS, b->ranking.quorum > 0 ?
	    mem_printf(req->mem, _("%zu sur %lld"), row->reviews,
	    (long long)b->ranking.quorum) : mem_printf(req->mem, "%zu",
	    row->reviews));
	if (row->scores.divided)
		view_text(view_add(line, M_RANK_SPREAD), M_RANK_SPREAD_TEXT,
		    _("avis partagés"));
	view_text(line, M_RANK_ASKED, money_format(req->mem,
	    row->requested_cents, req->lang));
	view_text(line, M_RANK_SUM, money_format(req->mem, row->sum_cents,
	    req->lang));
	chip = view_add(line, M_RANK_DRAFT);
	if (row->proposed != NULL) {
		view_text(chip, M_RANK_DRAFT_KIND, "wait");
		view_text(chip, M_RANK_DRAFT_TEXT, row->proposed_cents > 0 ?
		    mem_printf(req->mem, _("proposé : %s"),
		    money_format(req->mem, row->proposed_cents, req->lang)) :
		    _("refus ou clôture proposés"));
	} else {
		view_text(chip, M_RANK_DRAFT_KIND, row->within ? "ok" :
		    "neutral");
		view_text(chip, M_RANK_DRAFT_TEXT, row->within ?
		    _("dans le budget") : !scored ? _("pas encore noté") :
		    _("au-delà"));
	}
}

static void
act(struct view *v, const struct board *b, const char *section,
    const char *tail)
{
	struct view *form = view_add(v, section);
	const struct req *req = b->req;

	view_text(form, M_FORM_URL, mem_printf(req->mem, "%s%s",
	    page_url(req, "instruction/appels/%s", req_param(req, "slug")),
	    tail));
	view_text(form, M_CSRF_TOKEN, req->session->csrf);
	view_text(form, M_PUBLISH_TEXT, mem_printf(req->mem, ngettext(
	    "Prendre la décision proposée", "Prendre les %lld décisions "
	    "proposées", (unsigned long)b->proposed),
	    (long long)b->proposed));
}

static void
show_rows(struct view *v, const struct board *b)
{
	const struct ranking *r = &b->ranking;
	struct view *empty;
	size_t i;

	if (r->count == 0) {
		empty = view_add(v, M_EMPTY);
		view_text(empty, M_EMPTY_TITLE, _("Rien à classer"));
		view_text(empty, M_EMPTY_TEXT, b->stage == NULL ?
		    _("Aucune étape de cet appel ne se note.") :
		    _("Aucun dossier de cet appel n’est à cette étape."));
		return;
	}
	view_show(v, M_RANKS_SHOWN);
	for (i = 0; i < r->count; i++)
		show_rank(v, b, i, i == r->within && i > 0);
}

static void
board_page(struct board *b, int status)
{
	struct req *req = b->req;
	struct view *v = res_page(b->res, b->title);

	ask_problems(v, req, &b->why);
	partial_crumb(v, page_url(req, "instruction"), _("Instruction"));
	view_text(v, M_CRUMB_HERE, _("Classement"));
	view_text(v, M_CALL_NAME, b->title);
	view_text(v, M_RANKING_LEAD, b->stage == NULL ? "" :
	    mem_printf(req->mem, _("Étape « %s » : les dossiers par note "
	    "moyenne du comité. Rien n’est décidé tant que vous ne prenez pas "
	    "les décisions."), b->stage->label));
	view_text(v, M_BUDGET_URL, page_url(req, "instruction/appels/%s",
	    req_param(req, "slug")));
	view_text(v, M_BUDGET_VALUE, money_number(req->mem,
	    b->budget_cents / 100, req->lang));
	view_text(v, M_PROPOSED_MARK, decision_proposed_mark(req->db, req->mem,
	    b->call_id, req->person->id));
	view_int(v, M_STAGE_VALUE, b->stage == NULL ? 0 : b->stage->id);
	show_stages(v, b);
	show_figures(v, b);
	show_rows(v, b);
	if (b->decide && b->proposed > 0)
		act(v, b, M_PUBLISH_FORM, "/decider");
	if ((b->instruct || b->decide) && b->ranking.within > 0)
		act(v, b, M_PROPOSE_FORM, "/proposer");
	if (b->instruct && b->stage != NULL && b->ranking.count > 0)
		act(v, b, M_SPREAD_FORM, "/repartir");
	res_view(b->res, status, "instruction/ranking.tpl");
}

void
ranking_get(struct req *req, struct res *res)
{
	struct board b;

	if (board_open(&b, req, res))
		board_page(&b, 200);
}

/* --- acting ------------------------------------------------------------------------- */

static const char *
back(const struct board *b)
{
	return mem_printf(b->req->mem, "%s?etape=%lld",
	    page_url(b->req, "instruction/appels/%s",
	    req_param(b->req, "slug")),
	    (long long)(b->stage == NULL ? 0 : b->stage->id));
}

static struct act
who(const struct board *b)
{
	const char *hole = page_url(b->req, "mes-projets/");

	return (struct act){ .who = b->req->person, .now = b->req->now,
	    .holder_url = mem_printf(b->req->mem, "%s%%s",
	    req_absolute(b->req, hole)),
	    .service_url = req_absolute(b->req, back(b)),
	    .root_url = req_absolute(b->req, req_url(b->req, "/")) };
}

void
ranking_propose_post(struct req *req, struct res *res)
{
	struct board b;
	struct act actor;
	int64_t made = 0;
	enum rc rc;

	if (!board_open(&b, req, res))
		return;
	actor = who(&b);
	rc = ranking_propose(req->db, req->mem, &b.ranking, &actor, &made);
	if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, back(&b), mem_printf(req->mem,
		    ngettext("%lld proposition gardée.",
		    "%lld propositions gardées.", (unsigned long)made),
		    (long long)made));
}

void
ranking_decide_post(struct req *req, struct res *res)
{
	struct board b;
	struct act actor;
	int64_t taken = 0;
	enum rc rc;

	if (!board_open(&b, req, res))
		return;
	actor = who(&b);
	rc = decision_publish(req->db, req->mem, b.call_id,
	    req_text(req, "vu"), &actor, &taken, &b.why);
	if (rc == RC_CONFLICT) {
		problem_add(&b.why, "vu", "%s", _("Les propositions ont changé "
		    "depuis que vous les avez lues. Rien n’est décidé : "
		    "relisez-les, puis recommencez."));
		board_page(&b, 409);
	} else if (rc == RC_INVALID)
		board_page(&b, 422);
	else if (rc == RC_NOT_FOUND)
		res_redirect_flash_kind(res, back(&b), "info",
		    _("Aucune décision n’est proposée."));
	else if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, back(&b), mem_printf(req->mem,
		    ngettext("%lld décision prise. La lettre part.",
		    "%lld décisions prises. Les lettres partent.",
		    (unsigned long)taken), (long long)taken));
}

void
ranking_spread_post(struct req *req, struct res *res)
{
	struct board b;
	struct act actor;
	int64_t made = 0;
	enum rc rc;

	if (!board_open(&b, req, res))
		return;
	actor = who(&b);
	rc = b.stage == NULL ? RC_CONFLICT : assignment_spread(req->db,
	    req->mem, b.stage->id, &actor, &made);
	if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, back(&b), made == 0 ?
		    _("Chaque dossier a déjà ses évaluateurs.") :
		    mem_printf(req->mem, ngettext(
		    "%lld évaluation demandée.", "%lld évaluations demandées.",
		    (unsigned long)made), (long long)made));
}
