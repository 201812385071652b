/*
 * The co-funding of a project as its funders share it: asked, promised,
 * granted, paid.
 */
#include "config.h"

#include "fcgi/instruction/pages.h"

#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/funding.h"
#include "domain/money.h"
#include "fcgi/instruction/desk.h"
#include "web/ask.h"

/* --- the shared table -------------------------------------------------------------- */

/* Per cent with two decimals, for an SVG width. */
static const char *
width(struct mem *mem, int64_t part, int64_t whole)
{
	int64_t bp = whole <= 0 ? 0 : (int64_t)((__int128)part * 10000 / whole);

	if (bp > 10000)
		bp = 10000;
	return mem_printf(mem, "%lld.%02lld", (long long)bp / 100,
	    (long long)bp % 100);
}

static const char *
sum(const struct req *req, int64_t cents)
{
	return cents == 0 ? "–" : money_format(req->mem, cents, req->lang);
}

static void
show_sources(struct view *v, const struct req *req, const struct plan *p)
{
	struct view *row, *total;
	size_t i;

	for (i = 0; i < p->source_count; i++) {
		const struct plan_source *s = &p->sources[i];

		row = view_add(v, M_SOURCES);
		view_text(row, M_SOURCE_NAME, s->name);
		view_text(row, M_SOURCE_ASKED, sum(req, s->asked_cents));
		view_text(row, M_SOURCE_PROMISED, sum(req,
		    s->promised_cents));
		view_text(row, M_SOURCE_GRANTED, sum(req, s->granted_cents));
		view_text(row, M_SOURCE_PAID, sum(req, s->paid_cents));
		if (s->conditional && s->granted_cents > 0)
			view_text(view_add(row, M_SOURCE_RESERVE),
			    M_SOURCE_RESERVE_TEXT, _("sous réserve"));
	}
	total = view_add(v, M_SOURCES_TOTAL);
	view_text(total, M_TOTAL_ASKED, sum(req, p->asked_cents));
	view_text(total, M_TOTAL_PROMISED, sum(req, p->promised_cents));
	view_text(total, M_TOTAL_GRANTED, sum(req, p->granted_cents));
	view_text(total, M_TOTAL_PAID, sum(req, p->paid_cents));
}

/* A promise counts until it is a grant: what each source brings at best. */
static int64_t
promised_beyond(const struct plan *p)
{
	int64_t n = 0;
	size_t i;

	for (i = 0; i < p->source_count; i++) {
		if (p->sources[i].granted_cents == 0)
			n += p->sources[i].promised_cents;
	}
	return n;
}

static void
show_plan(struct view *v, const struct req *req, const struct plan *p)
{
	int64_t promised = promised_beyond(p);
	int64_t missing = p->cost_cents - p->granted_cents - promised;
	struct view *shown = view_add(v, M_FUNDING_SHOWN), *balance;

	if (missing < 0)
		missing = 0;
	view_text(shown, M_FUNDING_SAID, missing == 0 ?
	    mem_printf(req->mem, _("Plan de %s · tout est trouvé"),
	    money_format(req->mem, p->cost_cents, req->lang)) :
	    mem_printf(req->mem, _("Plan de %s · il manque %s"),
	    money_format(req->mem, p->cost_cents, req->lang),
	    money_format(req->mem, missing, req->lang)));
	view_text(shown, M_FUNDING_GRANTED, width(req->mem, p->granted_cents,
	    p->cost_cents));
	view_text(shown, M_FUNDING_PROMISED_X, width(req->mem,
	    p->granted_cents, p->cost_cents));
	view_text(shown, M_FUNDING_PROMISED, width(req->mem, promised,
	    p->cost_cents));
	view_text(shown, M_FUNDING_GRANTED_SUM, money_format(req->mem,
	    p->granted_cents, req->lang));
	view_text(shown, M_FUNDING_PROMISED_SUM, money_format(req->mem,
	    promised, req->lang));
	view_text(shown, M_FUNDING_MISSING_SUM, money_format(req->mem,
	    missing, req->lang));
	show_sources(shown, req, p);
	if (p->granted_cents + promised > p->cost_cents) {
		balance = view_add(v, M_BALANCE);
		view_text(balance, M_BALANCE_KIND, "refuse");
		view_text(balance, M_BALANCE_TEXT, mem_printf(req->mem,
		    _("Plus que le coût : %s de trop"), money_format(req->mem,
		    p->granted_cents + promised - p->cost_cents,
		    req->lang)));
	} else if (p->asked_cents != p->cost_cents) {
		balance = view_add(v, M_BALANCE);
		view_text(balance, M_BALANCE_KIND, "wait");
		view_text(balance, M_BALANCE_TEXT, mem_printf(req->mem,
		    _("Le plan n’est pas équilibré : %s demandés pour %s de "
		    "dépenses"), money_format(req->mem, p->asked_cents,
		    req->lang), money_format(req->mem, p->cost_cents,
		    req->lang)));
	}
}

static void
show_costs(struct view *v, const struct req *req, const struct plan *p)
{
	struct view *costs, *row;
	size_t i;

	if (p->cost_count == 0)
		return;
	costs = view_add(v, M_COSTS_SHOWN);
	for (i = 0; i < p->cost_count; i++) {
		row = view_add(costs, M_COSTS);
		view_text(row, M_COST_NAME, p->costs[i].label);
		view_text(row, M_COST_AMOUNT, money_format(req->mem,
		    p->costs[i].amount_cents, req->lang));
	}
	view_text(costs, M_COSTS_TOTAL, money_format(req->mem, p->cost_cents,
	    req->lang));
}

/* --- answering ------------------------------------------------------------------------- */

/*
 * Only the form that came back shows what was typed and what is wrong; its ids
 * are those that the summary of errors leads to.
 */
static struct ask
form_for(struct desk *d, struct view *v, const struct plan_source *s,
    bool back)
{
	static const struct problems none = { NULL, NULL, NULL, 0 };

	return (struct ask){ d->req, v, back ? &d->why : &none,
	    back ? 0 : s->id };
}

static void
answer_form(struct view *edit, struct desk *d, const struct plan_source *s,
    bool back)
{
	struct view *v = view_add(edit, M_SOURCE_FORM), *field;
	struct ask f = form_for(d, v, s, back);

	desk_form(d, v, "/financement");
	view_text(v, M_SOURCE_MARK, funding_mark(d->req->mem, s));
	ask_money(&f, "promis", _("Promis"), NULL, s->promised_cents);
	if (s->application_id == 0) {
		ask_money(&f, "accorde", _("Accordé"), NULL,
		    s->granted_cents);
		field = ask_checkboxes(&f, "reserve", _("Condition"), NULL);
		ask_choice(&f, field, "reserve", "1",
		    _("Sous réserve des autres financements"), NULL,
		    s->conditional);
	}
	ask_optional(ask_lines(&f, "precision", _("Précision"), NULL,
	    s->note, 2));
}

static void
show_payments(struct view *edit, struct desk *d, const struct plan_source *s,
    const struct payments *payments)
{
	const struct req *req = d->req;
	struct view *list = NULL, *row;
	size_t i;

	for (i = 0; i < payments->count; i++) {
		const struct payment *p = &payments->rows[i];
		const char *amount;

		if (p->source_id != s->id)
			continue;
		if (list == NULL)
			list = view_add(edit, M_PAYMENTS_SHOWN);
		amount = money_format(req->mem, p->amount_cents, req->lang);
		row = view_add(list, M_PAYMENTS);
		view_int(row, M_PAYMENT_ID, p->id);
		view_text(row, M_PAYMENT_TEXT, p->paid_on != NULL ?
		    mem_printf(req->mem, _("%s versés le %s. %s"), amount,
		    date_long_iso(req->mem, p->paid_on, req->lang), p->label) :
		    p->due_on != NULL ? mem_printf(req->mem,
		    _("%s prévus le %s. %s"), amount,
		    date_long_iso(req->mem, p->due_on, req->lang), p->label) :
		    mem_printf(req->mem, _("%s prévus. %s"), amount,
		    p->label));
		if (p->paid_on == NULL)
			desk_form(d, view_add(row, M_PAYMENT_DUE),
			    "/financement/verse");
	}
}

static void
pay_form(struct view *edit, struct desk *d, const struct plan_source *s,
    bool back)
{
	struct view *v, *field;
	struct ask f;

	if (s->granted_cents <= 0)
		return;
	v = view_add(edit, M_PAY_FORM);
	f = form_for(d, v, s, back);
	desk_form(d, v, "/financement/versement");
	ask_money(&f, "somme", _("Ajouter un versement"), NULL, -1);
	ask_date(&f, "jour", _("Date"), NULL, "");
	field = ask_radios(&f, "fait", _("Ce versement est"), NULL);
	ask_choice(&f, field, "fait", "non", _("prévu"), NULL, true);
	ask_choice(&f, field, "fait", "oui", _("fait"), NULL, false);
	ask_optional(ask_text(&f, "libelle", _("Libellé"), NULL, "", NULL));
}

static void
show_edit(struct view *v, struct desk *d, const struct plan *p)
{
	struct payments payments = { NULL, 0 };
	int64_t typed = d->req->method == POST ?
	    field_int(&d->req->fields, "source") : 0;
	bool pays = text_ends(d->req->path, "/versement");
	struct view *edit;
	size_t i;

	if (!d->fund || p->source_count == 0 || funding_payments(&payments,
	    d->req->db, d->req->mem, d->app->dossier_id) != RC_OK)
		return;
	view_show(v, M_EDIT_SHOWN);
	for (i = 0; i < p->source_count; i++) {
		const struct plan_source *s = &p->sources[i];

		/* The service of that other application answers for it. */
		if (funding_is_elsewhere(s, d->app->id))
			continue;
		edit = view_add(v, M_EDIT);
		view_text(edit, M_EDIT_NAME, s->name);
		view_int(edit, M_SOURCE_ID, s->id);
		view_text(edit, M_EDIT_SAID, s->application_id != 0 ?
		    _("son accord est celui de la décision") : "");
		if (s->id == typed)
			view_show(edit, M_EDIT_OPEN);
		answer_form(edit, d, s, s->id == typed && !pays);
		show_payments(edit, d, s, &payments);
		pay_form(edit, d, s, s->id == typed && pays);
	}
}

static void
funding_page(struct desk *d)
{
	struct view *v = desk_page(d, TAB_FUNDING, _("Financement"));
	struct plan plan;

	plan_load(&plan, d->req->db, d->req->mem, d->app->dossier_id);
	if (plan.cost_cents == 0 && plan.source_count == 0)
		view_show(v, M_NO_PLAN);
	else
		show_plan(v, d->req, &plan);
	show_costs(v, d->req, &plan);
	show_edit(v, d, &plan);
	desk_show(d, "instruction/funding.tpl");
}

void
funding_get(struct req *req, struct res *res)
{
	struct desk d;

	if (desk_open(&d, req, res))
		funding_page(&d);
}

/* --- posts --------------------------------------------------------------------------------- */

static bool
keep_problems(struct desk *d)
{
	const struct problem *p;

	for (p = d->req->fields.why.first; p != NULL; p = p->next)
		problem_add(&d->why, p->where, "%s", p->text);
	return d->why.count > 0;
}

/* Of the application that is open, the line that the form names. */
static struct funding_line
line_of(const struct desk *d)
{
	return (struct funding_line){ .dossier_id = d->app->dossier_id,
	    .application_id = d->app->id,
	    .source_id = field_int(&d->req->fields, "source") };
}

void
funding_post(struct req *req, struct res *res)
{
	const struct funding_answer answer = {
		.mark = req_text(req, "avant"),
		.promised_cents = field_int(&req->fields, "promis"),
		.granted_cents = field_int(&req->fields, "accorde"),
		.conditional = field_bool(&req->fields, "reserve"),
		.note = req_text(req, "precision") };
	struct funding_line line;
	struct desk d;
	struct act act;
	enum rc rc;

	if (!desk_open(&d, req, res))
		return;
	act = desk_act(&d);
	line = line_of(&d);
	rc = keep_problems(&d) ? RC_INVALID : funding_answer(req->db,
	    req->mem, &line, &answer, &act, &d.why);
	if (desk_check(&d, rc, funding_page))
		desk_done(&d, "/financement", _("Réponse enregistrée."));
}

void
payment_post(struct req *req, struct res *res)
{
	bool done = strcmp(req_text(req, "fait"), "oui") == 0;
	const char *day = field_text(&req->fields, "jour");
	struct funding_payment payment;
	struct funding_line line;
	struct desk d;
	struct act act;
	enum rc rc;

	if (!desk_open(&d, req, res))
		return;
	act = desk_act(&d);
	if (done && day == NULL)
		day = date_iso_in(req->mem, req->now,
		    req->platform->time_zone);
	line = line_of(&d);
	payment = (struct funding_payment){
	    .amount_cents = field_int(&req->fields, "somme"),
	    .due_on = done ? NULL : day, .paid_on = done ? day : NULL,
	    .label = req_text(req, "libelle") };
	rc = keep_problems(&d) ? RC_INVALID : funding_pay(req->db, req->mem,
	    &line, &payment, &act, &d.why);
	if (desk_check(&d, rc, funding_page))
		desk_done(&d, "/financement", _("Versement inscrit."));
}

void
paid_post(struct req *req, struct res *res)
{
	struct funding_line line;
	struct desk d;
	struct act act;

	if (!desk_open(&d, req, res))
		return;
	act = desk_act(&d);
	line = line_of(&d);
	if (desk_check(&d, funding_paid(req->db, req->mem, &line,
	    field_int(&req->fields, "versement"), date_iso_in(req->mem,
	    req->now, req->platform->time_zone), &act), funding_page))
		desk_done(&d, "/financement", _("Versement enregistré."));
}
