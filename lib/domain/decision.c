/*
 * Decisions read, bounded and proposed.
 * It refuses to grant more than was asked, than the rate allows or than is left.
 * Taking one is decision_take.c's.
 */
#include "config.h"

#include "domain/decision_private.h"

#include <string.h>

#include "base/lang.h"
#include "base/text.h"
#include "domain/application.h"
#include "domain/money.h"
#include "domain/tray.h"

static const struct {
	const char	*key, *todo, *done;
} verdicts[] = {
	{ "accept", N_("Accepter"), N_("Acceptée") },
	{ "refuse", N_("Refuser"), N_("Refusée") },
	{ "close", N_("Classer sans suite"), N_("Classée sans suite") },
};

int
decision_verdict_index(const char *key)
{
	int i;

	for (i = 0; key != NULL && i < 3; i++) {
		if (strcmp(verdicts[i].key, key) == 0)
			return i;
	}
	return -1;
}

const char *
decision_verdict_label(const char *verdict)
{
	int i = decision_verdict_index(verdict);

	return i < 0 ? "" : _(verdicts[i].todo);
}

const char *
decision_done_label(const char *verdict)
{
	int i = decision_verdict_index(verdict);

	return i < 0 ? "" : _(verdicts[i].done);
}

/* --- reading -------------------------------------------------------------- */

enum rc
decision_list(struct decision **out, struct db *db, struct mem *mem,
    int64_t application_id)
{
	struct decision *list = NULL, **last = &list;
	struct stmt *s;

	s = db_query(db, Q_DECISION_LIST, I(application, application_id));
	while (stmt_step(s)) {
		struct decision *d = MEM_NEW(mem, struct decision);

		d->id = stmt_int(s, "id");
		d->verdict = stmt_str(s, mem, "verdict");
		d->reasons = stmt_str(s, mem, "reasons");
		d->conditions = stmt_str(s, mem, "conditions");
		d->granted_cents = stmt_int(s, "granted_cents");
		d->decided_by = stmt_str(s, mem, "decided_by_name");
		d->decided_at = stmt_int(s, "decided_at");
		d->voided_at = stmt_int(s, "voided_at");
		d->void_reason = stmt_str(s, mem, "void_reason");
		*last = d;
		last = &d->next;
	}
	if (db_failed(db))
		return RC_FAIL;
	*out = list;
	return RC_OK;
}

enum rc
decision_draft_load(struct decision *d, struct db *db, struct mem *mem,
    int64_t application_id)
{
	struct stmt *s = db_query(db, Q_DECISION_DRAFT_GET,
	    I(application, application_id));

	if (!stmt_step(s))
		return RC_NOT_FOUND;
	*d = (struct decision){ .verdict = stmt_str(s, mem, "verdict") };
	d->reasons = stmt_str(s, mem, "reasons");
	d->conditions = stmt_str(s, mem, "conditions");
	d->granted_cents = stmt_int(s, "granted_cents");
	d->decided_by = stmt_str(s, mem, "name");
	d->decided_at = stmt_int(s, "proposed_at");
	stmt_done(s);
	return RC_OK;
}

enum rc
decision_bounds_load(struct decision_bounds *out, struct db *db,
    int64_t application_id)
{
	struct decision_bounds b = { .left_cents = -1, .by_rate_cents = -1 };
	struct stmt *s = db_query(db, Q_DECISION_BOUNDS,
	    I(application, application_id));

	if (!stmt_step(s))
		return RC_NOT_FOUND;
	b.requested_cents = stmt_int(s, "requested_cents");
	b.cost_cents = stmt_int(s, "cost_cents");
	b.max_rate_percent = stmt_null(s, "max_rate_percent") ? 100 :
	    (int)stmt_int(s, "max_rate_percent");
	b.envelope_cents = stmt_null(s, "envelope_cents") ? -1 :
	    stmt_int(s, "envelope_cents");
	b.granted_cents = stmt_int(s, "granted");
	stmt_done(s);
	b.most_cents = b.requested_cents;
	if (b.cost_cents > 0) {
		/* Rounded down to the cent: 80 % of the cost, never more. */
		b.by_rate_cents = (int64_t)((__int128)b.cost_cents *
		    b.max_rate_percent / 100);
		if (b.by_rate_cents < b.most_cents)
			b.most_cents = b.by_rate_cents;
	}
	if (b.envelope_cents >= 0) {
		b.left_cents = b.envelope_cents > b.granted_cents ?
		    b.envelope_cents - b.granted_cents : 0;
		if (b.left_cents < b.most_cents)
			b.most_cents = b.left_cents;
	}
	*out = b;
	return RC_OK;
}

/* --- checking ------------------------------------------------------------- */

static void
check_amount(struct mem *mem, int64_t cents, const struct decision_bounds *b,
    struct problems *why)
{
	const char *lang = lang_get();
	const char *amount = money_format(mem, cents, lang);

	if (cents <= 0 && b->requested_cents > 0)
		problem_add(why, "montant", "%s",
		    _("Indiquez le montant accordé."));
	else if (cents > b->requested_cents)
		problem_add(why, "montant", _("%s dépasse ce qui est demandé : "
		    "%s."), amount, money_format(mem, b->requested_cents,
		    lang));
	else if (b->by_rate_cents >= 0 && cents > b->by_rate_cents)
		problem_add(why, "montant", _("%s dépasse %d %% du coût du "
		    "projet (%s) : au plus %s."), amount, b->max_rate_percent,
		    money_format(mem, b->cost_cents, lang),
		    money_format(mem, b->by_rate_cents, lang));
	else if (b->left_cents >= 0 && cents > b->left_cents)
		problem_add(why, "montant", _("%s dépasse ce qui reste de "
		    "l’enveloppe de l’appel : %s."), amount,
		    money_format(mem, b->left_cents, lang));
}

struct decision_form
decision_check(struct mem *mem, const struct decision_form *form,
    const struct decision_bounds *b, bool proposal, struct problems *why)
{
	struct decision_form f = *form;

	f.reasons = text_trim(mem, f.reasons);
	f.conditions = text_trim(mem, f.conditions);
	if (decision_verdict_index(f.verdict) < 0) {
		problem_add(why, "verdict", "%s",
		    _("Choisissez le sens de la décision."));
		return f;
	}
	if (strcmp(f.verdict, "accept") == 0)
		check_amount(mem, f.granted_cents, b, why);
	else
		f.granted_cents = 0;
	if (text_blank(f.reasons) && !proposal)
		problem_add(why, "motifs", "%s", _("Écrivez les motifs : une "
		    "décision sans motifs ne peut pas être prise. Le porteur "
		    "les lira."));
	if (text_length(f.reasons) > DECISION_TEXT_MAX)
		problem_add(why, "motifs", "%s",
		    _("Ce texte dépasse 10 000 caractères."));
	if (text_length(f.conditions) > DECISION_TEXT_MAX)
		problem_add(why, "conditions", "%s",
		    _("Ce texte dépasse 10 000 caractères."));
	return f;
}

/* --- proposing ------------------------------------------------------------ */

static enum rc
propose(struct db *db, struct mem *mem, int64_t application_id,
    const struct decision_form *form, const struct act *act,
    struct problems *why)
{
	struct decision_bounds b;
	struct decision_form f;
	struct application *app;
	enum rc rc = application_load(&app, db, mem, application_id);

	if (rc != RC_OK)
		return rc;
	if (app->revision != form->revision || app->state != APP_UNDER_REVIEW)
		return RC_CONFLICT;
	rc = decision_bounds_load(&b, db, application_id);
	if (rc != RC_OK)
		return rc;
	f = decision_check(mem, form, &b, true, why);
	if (why->count > 0)
		return RC_INVALID;
	db_run(db, Q_DECISION_DRAFT_PUT, I(application, application_id),
	    T(verdict, f.verdict), I(granted, f.granted_cents),
	    T(reasons, f.reasons), T(conditions, f.conditions),
	    ID(by, act->who->id), I(now, act->now));
	tray_refresh(db, application_id, NEWS_PROPOSED, act->now);
	return RC_OK;
}

enum rc
decision_propose(struct db *db, struct mem *mem, int64_t application_id,
    const struct decision_form *form, const struct act *act,
    struct problems *why)
{
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	return db_write_end(db, propose(db, mem, application_id, form, act,
	    why));
}

