/*
 * Promises, grants and payments on the lines of a plan, each in the journal.
 * It decides no application (decision.h), and writes on no line that the service
 * of another application answers for.
 */
#include "config.h"

#include "domain/funding.h"

#include <string.h>

#include "base/date.h"
#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/element.h"
#include "domain/journal.h"
#include "domain/money.h"
#include "domain/tray.h"

#define PAYMENTS_MAX	500
#define NOTE_MAX	1000	/* characters */
#define LABEL_MAX	200

/* A line being changed, with the project it belongs to. */
struct funding {
	struct db		*db;
	struct mem		*mem;
	const struct act	*act;
	int64_t			 application_id, platform_id;
	struct plan		 plan;
	struct plan_source	*line;
	struct element		*element;
};

/* --- looking --------------------------------------------------------------- */

enum rc
funding_payments(struct payments *out, struct db *db, struct mem *mem,
    int64_t dossier_id)
{
	struct stmt *s;

	out->rows = MEM_ARRAY(mem, PAYMENTS_MAX, struct payment);
	out->count = 0;
	s = db_query(db, Q_FUNDING_PAYMENTS, I(dossier, dossier_id),
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
funding_mark(struct mem *mem, const struct plan_source *s)
{
	return mem_printf(mem, "%lld.%lld.%lld.%d",
	    (long long)s->promised_cents, (long long)s->granted_cents,
	    (long long)s->paid_cents, s->conditional);
}

bool
funding_is_elsewhere(const struct plan_source *s, int64_t application_id)
{
	return application_id != 0 && s->application_id != 0 &&
	    s->application_id != application_id;
}

static struct plan_source *
find(const struct plan *plan, struct mem *mem, const struct funding_line *l)
{
	const char *wanted = l->source_id != 0 ? NULL :
	    text_fold(mem, l->funder == NULL ? "" : l->funder);
	size_t i;

	for (i = 0; i < plan->source_count; i++) {
		struct plan_source *s = &plan->sources[i];

		if (wanted == NULL ? s->id == l->source_id :
		    strcmp(text_fold(mem, s->name), wanted) == 0)
			return s;
	}
	return NULL;
}

/* Inside the write transaction. */
static enum rc
open(struct funding *f, const struct funding_line *l)
{
	struct stmt *s = db_query(f->db, Q_FUNDING_PROJECT,
	    I(dossier, l->dossier_id), ID(application, l->application_id));
	int64_t element_id = 0;

	if (stmt_step(s)) {
		element_id = stmt_int(s, "element_id");
		f->platform_id = stmt_int(s, "platform_id");
	}
	stmt_done(s);
	f->application_id = l->application_id;
	plan_load(&f->plan, f->db, f->mem, l->dossier_id);
	f->line = find(&f->plan, f->mem, l);
	if (element_id == 0 || f->line == NULL)
		return RC_NOT_FOUND;
	if (funding_is_elsewhere(f->line, l->application_id))
		return RC_DENIED;
	return element_load(&f->element, f->db, f->mem, element_id);
}

/* --- telling --------------------------------------------------------------- */

/* Only what the public sees, and what others give, enters the journal. */
static void
record(const struct funding *f, const char *kind, int64_t amount_cents,
    const char *said)
{
	struct journal_entry entry = { .platform_id = f->platform_id,
	    .at = f->act->now, .kind = kind, .element_id = f->element->id,
	    .application_id = f->application_id != 0 ? f->application_id :
	    f->line->application_id, .actor = f->line->name };

	/* What the holder brings is no news of a funder. */
	if (f->element->published_at == 0 || (strcmp(f->line->kind, "public") !=
	    0 && strcmp(f->line->kind, "private") != 0))
		return;
	entry.payload = json_object_new_object();
	json_put_text(entry.payload, "title", f->element->title);
	json_put_text(entry.payload, "funder", f->line->name);
	json_put_int(entry.payload, "amount_cents", amount_cents);
	if (said != NULL && *said != '\0')
		json_put_text(entry.payload, "text", said);
	journal_append(f->db, &entry);
	json_object_put(entry.payload);
}

/* The sums of the project, and the news of the service. */
static void
refresh(const struct funding *f)
{
	plan_refresh(f->db, f->element->id);
	if (f->application_id != 0)
		tray_refresh(f->db, f->application_id, NEWS_FUNDING,
		    f->act->now);
}

/* --- answers --------------------------------------------------------------- */

static void
check_answer(struct mem *mem, const struct plan_source *next,
    const struct plan_source *s, struct problems *why)
{
	const char *lang = lang_get();

	if (next->promised_cents < 0)
		problem_add(why, "promis", "%s",
		    _("Indiquez un montant, zéro s’il n’y en a pas."));
	if (next->granted_cents < 0)
		problem_add(why, "accorde", "%s",
		    _("Indiquez un montant, zéro s’il n’y en a pas."));
	else if (next->granted_cents < s->paid_cents)
		problem_add(why, "accorde", _("%s sont déjà versés : le montant "
		    "accordé ne peut pas être plus bas."),
		    money_format(mem, s->paid_cents, lang));
	else if (s->asked_cents > 0 && next->granted_cents > s->asked_cents)
		problem_add(why, "accorde", _("%s sont demandés à ce "
		    "financeur."), money_format(mem, s->asked_cents, lang));
	if (s->asked_cents > 0 && next->promised_cents > s->asked_cents)
		problem_add(why, "promis", _("%s sont demandés à ce "
		    "financeur."), money_format(mem, s->asked_cents, lang));
	if (text_length(next->note) > NOTE_MAX)
		problem_add(why, "precision", "%s",
		    _("Ce texte dépasse 1 000 caractères."));
}

/* The line as the answer makes it. */
static struct plan_source
answered(const struct funding *f, const struct funding_answer *a)
{
	struct plan_source next = *f->line;

	if (a->promised_cents != -1)
		next.promised_cents = a->promised_cents;
	/* A decision's grant is changed by a decision. */
	if (next.application_id == 0) {
		next.conditional = a->conditional;
		if (a->granted_cents != -1)
			next.granted_cents = a->granted_cents;
	}
	if (a->note != NULL)
		next.note = text_trim(f->mem, a->note);
	return next;
}

static enum rc
answer(struct funding *f, const struct funding_answer *a, struct problems *why)
{
	struct plan_source next = answered(f, a);
	const struct plan_source *s = f->line;
	bool grants = next.granted_cents != s->granted_cents;

	if (a->mark != NULL && strcmp(funding_mark(f->mem, s), a->mark) != 0)
		return RC_CONFLICT;
	check_answer(f->mem, &next, s, why);
	if (why->count > 0)
		return RC_INVALID;
	if (next.granted_cents > next.promised_cents)
		next.promised_cents = next.granted_cents;
	if (grants)
		next.decided_on = date_iso(f->mem, f->act->now);
	plan_source_answer(f->db, &next);
	if (a->funder_id != 0)
		db_run(f->db, Q_FUNDING_TIE, I(id, s->id),
		    I(funder, a->funder_id));
	/* A grant says the promise that it keeps. */
	if (grants)
		record(f, "grant", next.granted_cents, a->said);
	else if (next.promised_cents != s->promised_cents)
		record(f, "promise", next.promised_cents, a->said);
	refresh(f);
	return RC_OK;
}

enum rc
funding_answer(struct db *db, struct mem *mem, const struct funding_line *l,
    const struct funding_answer *a, const struct act *act,
    struct problems *why)
{
	struct funding f = { .db = db, .mem = mem, .act = act };
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	rc = open(&f, l);
	return db_write_end(db, rc != RC_OK ? rc : answer(&f, a, why));
}

/* --- payments -------------------------------------------------------------- */

static void
check_payment(const struct funding *f, const struct funding_payment *p,
    struct problems *why)
{
	const struct plan_source *s = f->line;
	int64_t left = s->granted_cents - db_int(f->db, 0, Q_FUNDING_PLANNED,
	    I(source, s->id));

	if (p->amount_cents <= 0)
		problem_add(why, "somme", "%s", _("Indiquez la somme."));
	else if (p->amount_cents > left)
		problem_add(why, "somme", left <= 0 ?
		    _("Les %s accordés sont déjà tous inscrits en "
		    "versements.") : _("Les versements dépasseraient ce qui est "
		    "accordé : il reste %s à inscrire."),
		    money_format(f->mem, left <= 0 ? s->granted_cents : left,
		    lang_get()));
	if (p->paid_on != NULL && strcmp(p->paid_on, date_iso(f->mem,
	    f->act->now + DATE_DAY)) > 0)
		problem_add(why, "jour", "%s",
		    _("Un versement fait ne peut pas être daté d’après "
		    "aujourd’hui."));
	if (text_length(p->label) > LABEL_MAX)
		problem_add(why, "libelle", "%s",
		    _("Ce libellé dépasse 200 caractères."));
}

static enum rc
pay(struct funding *f, const struct funding_payment *p, struct problems *why)
{
	check_payment(f, p, why);
	if (why->count > 0)
		return RC_INVALID;
	db_run(f->db, Q_FUNDING_PAY, I(source, f->line->id), T(due, p->due_on),
	    T(paid, p->paid_on), I(amount, p->amount_cents),
	    T(label, p->label == NULL ? "" : text_trim(f->mem, p->label)));
	if (p->paid_on != NULL)
		record(f, "pay", p->amount_cents, p->label);
	refresh(f);
	return RC_OK;
}

enum rc
funding_pay(struct db *db, struct mem *mem, const struct funding_line *l,
    const struct funding_payment *p, const struct act *act,
    struct problems *why)
{
	struct funding f = { .db = db, .mem = mem, .act = act };
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	rc = open(&f, l);
	return db_write_end(db, rc != RC_OK ? rc : pay(&f, p, why));
}

enum rc
funding_paid(struct db *db, struct mem *mem, const struct funding_line *l,
    int64_t payment_id, const char *paid_on, const struct act *act)
{
	struct funding f = { .db = db, .mem = mem, .act = act };
	struct funding_line due = *l;
	int64_t amount = 0;
	struct stmt *s;
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	s = db_query(db, Q_FUNDING_EXPECTED, I(payment, payment_id),
	    I(dossier, l->dossier_id));
	due.source_id = 0;
	if (stmt_step(s)) {
		due.source_id = stmt_int(s, "source_id");
		amount = stmt_int(s, "amount_cents");
	}
	stmt_done(s);
	rc = due.source_id == 0 ? RC_NOT_FOUND : open(&f, &due);
	if (rc == RC_OK) {
		db_run(db, Q_FUNDING_PAID, I(payment, payment_id),
		    T(day, paid_on));
		record(&f, "pay", amount, NULL);
		refresh(&f);
	}
	return db_write_end(db, rc);
}
