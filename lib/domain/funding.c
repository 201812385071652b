/*
 * Promises, grants and payments on the lines of a plan, each in the journal.
 * It decides no application: see decision.h.
 */
#include "config.h"

#include "domain/funding.h"

#include <string.h>

#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/element.h"
#include "domain/journal.h"
#include "domain/plan.h"

/* A line being changed, with the project it belongs to. */
struct funding {
	struct db		*db;
	struct mem		*mem;
	const struct act	*act;
	struct plan		 plan;
	struct plan_source	*line;
	struct element		*element;
};

static enum rc
funding_open(struct funding *f, int64_t dossier_id, const char *funder_name)
{
	const char *wanted = text_fold(f->mem, funder_name);
	int64_t element_id = db_int(f->db, 0, Q_FUNDING_ELEMENT,
	    I(dossier, dossier_id));
	size_t i;

	plan_load(&f->plan, f->db, f->mem, dossier_id);
	for (i = 0; i < f->plan.source_count && f->line == NULL; i++)
		if (strcmp(text_fold(f->mem, f->plan.sources[i].name),
		    wanted) == 0)
			f->line = &f->plan.sources[i];
	if (f->line == NULL)
		return RC_NOT_FOUND;
	return element_load(&f->element, f->db, f->mem, element_id);
}

/* Only what the public sees, and what others give, enters the journal. */
static void
tell(const struct funding *f, const char *kind, int64_t amount_cents,
    const char *note)
{
	struct journal_entry entry = { .platform_id = f->element->platform_id,
	    .at = f->act->now, .kind = kind, .element_id = f->element->id,
	    .application_id = f->line->application_id,
	    .actor = f->line->name };

	/* What the holder brings is no news of a funder. */
	if (f->element->published_at == 0 || (strcmp(f->line->kind, "public") !=
	    0 && strcmp(f->line->kind, "private") != 0))
		return;
	entry.payload = json_object_new_object();
	json_put_text(entry.payload, "title", f->element->title);
	json_put_text(entry.payload, "funder", f->line->name);
	json_put_int(entry.payload, "amount_cents", amount_cents);
	if (note != NULL && *note != '\0')
		json_put_text(entry.payload, "text", note);
	journal_append(f->db, &entry);
	json_object_put(entry.payload);
}

static void
check_answer(const struct plan_source *line, const struct funding_answer *a,
    struct problems *why)
{
	if (a->promised_cents > line->asked_cents && line->asked_cents > 0)
		problem_add(why, "promised", "%s", _("La promesse dépasse ce "
		    "qui est demandé à ce financeur."));
	if (a->granted_cents > line->asked_cents && line->asked_cents > 0)
		problem_add(why, "granted", "%s", _("L’aide dépasse ce qui est "
		    "demandé à ce financeur."));
	if (a->granted_cents >= 0 && a->granted_cents < line->paid_cents)
		problem_add(why, "granted", "%s", _("L’aide est inférieure à ce "
		    "qui est déjà versé."));
}

enum rc
funding_answer(struct db *db, struct mem *mem, int64_t dossier_id,
    const char *funder_name, int64_t funder_id,
    const struct funding_answer *a, const struct act *act,
    struct problems *why)
{
	struct funding f = { .db = db, .mem = mem, .act = act };
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	rc = funding_open(&f, dossier_id, funder_name);
	if (rc == RC_OK)
		check_answer(f.line, a, why);
	if (rc != RC_OK || why->count > 0)
		return db_write_end(db, rc != RC_OK ? rc : RC_INVALID);
	if (a->promised_cents >= 0)
		f.line->promised_cents = a->promised_cents;
	if (a->granted_cents >= 0)
		f.line->granted_cents = a->granted_cents;
	if (f.line->granted_cents > f.line->promised_cents)
		f.line->promised_cents = f.line->granted_cents;
	f.line->conditional = a->conditional;
	if (a->note != NULL)
		f.line->note = a->note;
	plan_source_answer(db, f.line);
	if (funder_id != 0)
		db_run(db, Q_FUNDING_TIE, I(id, f.line->id),
		    I(funder, funder_id));
	plan_refresh(db, f.element->id);
	if (a->granted_cents >= 0)
		tell(&f, "grant", a->granted_cents, a->note);
	else if (a->promised_cents >= 0)
		tell(&f, "promise", a->promised_cents, a->note);
	return db_write_end(db, RC_OK);
}

enum rc
funding_pay(struct db *db, struct mem *mem, int64_t dossier_id,
    const char *funder_name, int64_t amount_cents, const char *paid_on,
    const char *label, const struct act *act, struct problems *why)
{
	struct funding f = { .db = db, .mem = mem, .act = act };
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	rc = funding_open(&f, dossier_id, funder_name);
	if (rc == RC_OK && (amount_cents <= 0 || amount_cents >
	    f.line->granted_cents - f.line->paid_cents)) {
		problem_add(why, "amount", "%s", _("Le versement dépasse ce qui "
		    "reste de l’aide accordée."));
		rc = RC_INVALID;
	}
	if (rc != RC_OK)
		return db_write_end(db, rc);
	db_run(db, Q_FUNDING_PAY, I(source, f.line->id), T(paid_on, paid_on),
	    I(amount, amount_cents), T(label, label == NULL ? "" : label));
	plan_refresh(db, f.element->id);
	tell(&f, "pay", amount_cents, label);
	return db_write_end(db, RC_OK);
}
