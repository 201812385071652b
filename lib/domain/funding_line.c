/*
 * Answers and payments of funders.
 * It refuses to pay more than was granted, and to touch what was paid.
 */
#include "config.h"

#include "domain/funding_line.h"

#include <string.h>

#include "base/date.h"
#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/application.h"
#include "domain/element.h"
#include "domain/journal.h"
#include "domain/money.h"
#include "domain/tray.h"

#define PAYMENTS_MAX	500
#define NOTE_MAX	1000

enum rc
line_payments(struct payments *out, struct db *db, struct mem *mem,
    int64_t dossier_id)
{
	struct stmt *s;

	out->rows = MEM_ARRAY(mem, PAYMENTS_MAX, struct payment);
	out->count = 0;
	s = db_query(db, Q_LINE_PAYMENTS, I(dossier, dossier_id),
	    I(limit, PAYMENTS_MAX));
	while (out->count < PAYMENTS_MAX && stmt_step(s)) {
		struct payment *p = &out->rows[out->count++];

		p->id = stmt_int(s, "id");
		p->source_id = stmt_int(s, "source_id");
		p->due_on = stmt_str(s, mem, "due_on");
		p->paid_on = stmt_str(s, mem, "paid_on");
		p->amount_cents = stmt_int(s, "amount_cents");
		p->label = stmt_str(s, mem, "label");
	}
	stmt_done(s);
	return db_failed(db) ? RC_FAIL : RC_OK;
}

const char *
line_mark(struct mem *mem, const struct plan_source *s)
{
	return mem_printf(mem, "%lld.%lld.%lld.%d",
	    (long long)s->promised_cents, (long long)s->granted_cents,
	    (long long)s->paid_cents, s->conditional);
}

/* The plan of the application's dossier and its line; inside the write. */
static enum rc
find(struct application **app, struct plan *plan, struct plan_source **source,
    struct db *db, struct mem *mem, int64_t application_id,
    int64_t source_id)
{
	enum rc rc = application_load(app, db, mem, application_id);
	size_t i;

	if (rc != RC_OK)
		return rc;
	plan_load(plan, db, mem, (*app)->dossier_id);
	for (i = 0; i < plan->source_count; i++) {
		if (plan->sources[i].id == source_id) {
			*source = &plan->sources[i];
			return RC_OK;
		}
	}
	return RC_NOT_FOUND;
}

/* Only what the public sees enters the public journal. */
static void
record(struct db *db, struct mem *mem, const struct application *app,
    const char *kind, const char *funder, int64_t cents, int64_t now)
{
	struct json_object *payload;
	struct journal_entry entry = { .platform_id = app->platform_id,
	    .at = now, .kind = kind, .element_id = app->element_id,
	    .application_id = app->id, .actor = funder };
	struct element *element;

	if (element_load(&element, db, mem, app->element_id) != RC_OK ||
	    element->published_at == 0)
		return;
	payload = json_object_new_object();
	json_put_text(payload, "title", element->title);
	json_put_text(payload, "funder", funder);
	json_put_int(payload, "amount_cents", cents);
	entry.payload = payload;
	journal_append(db, &entry);
	json_object_put(payload);
}

/* --- answers --------------------------------------------------------------- */

static void
check_answer(struct mem *mem, const struct line_form *f,
    const struct plan_source *s, struct problems *why)
{
	const char *lang = lang_get();

	if (f->promised_cents < 0)
		problem_add(why, "promis", "%s",
		    _("Indiquez un montant, zéro s’il n’y en a pas."));
	if (f->granted_cents < 0)
		problem_add(why, "accorde", "%s",
		    _("Indiquez un montant, zéro s’il n’y en a pas."));
	else if (f->granted_cents < s->paid_cents)
		problem_add(why, "accorde", _("%s sont déjà versés : le montant "
		    "accordé ne peut pas être plus bas."),
		    money_format(mem, s->paid_cents, lang));
	else if (s->asked_cents > 0 && f->granted_cents > s->asked_cents)
		problem_add(why, "accorde", _("%s sont demandés à ce "
		    "financeur."), money_format(mem, s->asked_cents, lang));
	if (s->asked_cents > 0 && f->promised_cents > s->asked_cents)
		problem_add(why, "promis", _("%s sont demandés à ce "
		    "financeur."), money_format(mem, s->asked_cents, lang));
	if (text_length(f->note) > NOTE_MAX)
		problem_add(why, "precision", "%s",
		    _("Ce texte dépasse 1 000 caractères."));
}

static enum rc
answer(struct db *db, struct mem *mem, int64_t application_id,
    const struct line_form *form, const struct act *act,
    struct problems *why)
{
	struct line_form f = *form;
	struct plan_source *s, next;
	struct application *app;
	struct plan plan;
	enum rc rc = find(&app, &plan, &s, db, mem, application_id,
	    f.source_id);

	if (rc != RC_OK)
		return rc;
	if (strcmp(line_mark(mem, s), f.mark) != 0)
		return RC_CONFLICT;
	if (s->application_id != 0) {
		f.granted_cents = s->granted_cents;
		f.conditional = s->conditional;
	}
	check_answer(mem, &f, s, why);
	if (why->count > 0)
		return RC_INVALID;
	next = *s;
	next.promised_cents = f.promised_cents;
	next.granted_cents = f.granted_cents;
	next.conditional = f.conditional;
	if (next.granted_cents > next.promised_cents)
		next.promised_cents = next.granted_cents;
	next.note = text_trim(mem, f.note);
	if (next.granted_cents != s->granted_cents)
		next.decided_on = date_iso(mem, act->now);
	plan_source_answer(db, &next);
	if (next.promised_cents != s->promised_cents)
		record(db, mem, app, "promise", s->name, next.promised_cents,
		    act->now);
	if (next.granted_cents != s->granted_cents)
		record(db, mem, app, "grant", s->name, next.granted_cents,
		    act->now);
	plan_refresh(db, app->element_id);
	tray_refresh(db, application_id, NEWS_FUNDING, act->now);
	return RC_OK;
}

enum rc
line_answer(struct db *db, struct mem *mem, int64_t application_id,
    const struct line_form *form, const struct act *act,
    struct problems *why)
{
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	return db_write_end(db, answer(db, mem, application_id, form, act,
	    why));
}

/* --- payments -------------------------------------------------------------- */

static void
check_payment(struct db *db, struct mem *mem, const struct plan_source *s,
    int64_t amount_cents, const char *paid_on, const char *label,
    int64_t now, struct problems *why)
{
	int64_t planned = db_int(db, 0, Q_LINE_PLANNED, I(source, s->id));
	int64_t left = s->granted_cents - planned;

	if (amount_cents <= 0)
		problem_add(why, "somme", "%s", _("Indiquez la somme."));
	else if (amount_cents > left)
		problem_add(why, "somme", left <= 0 ?
		    _("Les %s accordés sont déjà tous inscrits en "
		    "versements.") : _("Les versements dépasseraient ce qui est "
		    "accordé : il reste %s à inscrire."),
		    money_format(mem, left <= 0 ? s->granted_cents : left,
		    lang_get()));
	if (paid_on != NULL && strcmp(paid_on, date_iso(mem,
	    now + DATE_DAY)) > 0)
		problem_add(why, "jour", "%s",
		    _("Un versement fait ne peut pas être daté d’après "
		    "aujourd’hui."));
	if (text_length(label) > 200)
		problem_add(why, "libelle", "%s",
		    _("Ce libellé dépasse 200 caractères."));
}

static enum rc
pay(struct db *db, struct mem *mem, int64_t application_id,
    int64_t source_id, int64_t amount_cents, const char *due_on,
    const char *paid_on, const char *label, const struct act *act,
    struct problems *why)
{
	struct plan_source *s;
	struct application *app;
	struct plan plan;
	enum rc rc = find(&app, &plan, &s, db, mem, application_id, source_id);

	if (rc != RC_OK)
		return rc;
	check_payment(db, mem, s, amount_cents, paid_on, label, act->now, why);
	if (why->count > 0)
		return RC_INVALID;
	db_run(db, Q_LINE_PAY, I(source, source_id), T(due, due_on),
	    T(paid, paid_on), I(amount, amount_cents),
	    T(label, text_trim(mem, label)));
	if (paid_on != NULL)
		record(db, mem, app, "pay", s->name, amount_cents, act->now);
	plan_refresh(db, app->element_id);
	tray_refresh(db, application_id, NEWS_FUNDING, act->now);
	return RC_OK;
}

enum rc
line_pay(struct db *db, struct mem *mem, int64_t application_id,
    int64_t source_id, int64_t amount_cents, const char *due_on,
    const char *paid_on, const char *label, const struct act *act,
    struct problems *why)
{
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	return db_write_end(db, pay(db, mem, application_id, source_id,
	    amount_cents, due_on, paid_on, label, act, why));
}

static enum rc
paid(struct db *db, struct mem *mem, int64_t application_id,
    int64_t payment_id, const char *paid_on, const struct act *act)
{
	struct application *app;
	const char *funder;
	int64_t amount;
	struct stmt *s;
	enum rc rc = application_load(&app, db, mem, application_id);

	if (rc != RC_OK)
		return rc;
	s = db_query(db, Q_LINE_EXPECTED, I(payment, payment_id),
	    I(dossier, app->dossier_id));
	if (!stmt_step(s))
		return RC_NOT_FOUND;
	funder = stmt_str(s, mem, "funder_name");
	amount = stmt_int(s, "amount_cents");
	stmt_done(s);
	db_run(db, Q_LINE_PAID, I(payment, payment_id), T(day, paid_on));
	record(db, mem, app, "pay", funder, amount, act->now);
	plan_refresh(db, app->element_id);
	tray_refresh(db, application_id, NEWS_FUNDING, act->now);
	return RC_OK;
}

enum rc
line_paid(struct db *db, struct mem *mem, int64_t application_id,
    int64_t payment_id, const char *paid_on, const struct act *act)
{
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	return db_write_end(db, paid(db, mem, application_id, payment_id,
	    paid_on, act));
}
