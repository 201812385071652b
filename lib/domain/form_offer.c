/*
 * Revisions offered to drafts: what changed, and the move.
 * It never changes a revision, nor what was presented.
 */
#include "config.h"

#include "domain/form_offer.h"

#include <string.h>

#include "base/lang.h"
#include "domain/answer.h"

/* --- what changed --------------------------------------------------------- */

static bool
same_text(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static bool
same_options(const struct form_field *a, const struct form_field *b)
{
	size_t i;

	if (a->option_count != b->option_count ||
	    a->options_are_themes != b->options_are_themes)
		return false;
	for (i = 0; i < a->option_count; i++)
		if (strcmp(a->options[i].key, b->options[i].key) != 0 ||
		    strcmp(a->options[i].label, b->options[i].label) != 0)
			return false;
	return true;
}

static bool
same_bounds(const struct form_field *a, const struct form_field *b)
{
	return a->has_min == b->has_min && a->has_max == b->has_max &&
	    a->min == b->min && a->max == b->max &&
	    a->max_length == b->max_length && a->must_be == b->must_be;
}

/* What a holder would notice, in words; "" when nothing. */
static const char *
difference(struct mem *mem, const struct form_field *was,
    const struct form_field *is)
{
	const char *text = "";

	if (!same_text(was->label, is->label))
		text = mem_printf(mem, _("avant : « %s »"), was->label);
	if (was->type != is->type || (was->formula == NULL) !=
	    (is->formula == NULL))
		text = mem_printf(mem, "%s%s%s", text, *text == '\0' ? ""
		    : " · ", _("la réponse n’a plus la même forme"));
	if (was->required != is->required)
		text = mem_printf(mem, "%s%s%s", text, *text == '\0' ? ""
		    : " · ", is->required ? _("demandée désormais")
		    : _("facultative désormais"));
	if (!same_options(was, is))
		text = mem_printf(mem, "%s%s%s", text, *text == '\0' ? ""
		    : " · ", _("d’autres réponses sont proposées"));
	if (!same_bounds(was, is))
		text = mem_printf(mem, "%s%s%s", text, *text == '\0' ? ""
		    : " · ", _("d’autres limites"));
	if (*text == '\0' && !same_text(was->hint, is->hint))
		text = _("l’aide est plus précise");
	return text;
}

static void
add(struct form_offer *o, int what, const struct form *form,
    const struct form_field *f, const char *said, bool kept)
{
	o->rows[o->count++] = (struct form_offer_row){ .what = (unsigned)what,
	    .label = f->label, .step = form->steps[f->step].label,
	    .said = said, .required = f->required, .kept = kept };
}

void
form_offer_compare(struct form_offer *o, struct mem *mem)
{
	const struct form_field *f, *other;
	const char *said;
	size_t i;

	o->rows = MEM_ARRAY(mem, o->from->field_count + o->to->field_count + 1,
	    struct form_offer_row);
	for (i = 0; i < o->to->field_count; i++) {
		f = &o->to->fields[i];
		if (form_asks(f) && form_field(o->from, f->key) == NULL)
			add(o, OFFER_ADDED, o->to, f, "", false);
	}
	for (i = 0; i < o->to->field_count; i++) {
		f = &o->to->fields[i];
		other = form_asks(f) ? form_field(o->from, f->key) : NULL;
		said = other == NULL ? "" : difference(mem, other, f);
		if (*said != '\0')
			add(o, OFFER_CHANGED, o->to, f, said,
			    other->type == f->type);
	}
	for (i = 0; i < o->from->field_count; i++) {
		f = &o->from->fields[i];
		if (form_asks(f) && form_field(o->to, f->key) == NULL)
			add(o, OFFER_REMOVED, o->from, f, "", false);
	}
}

/* --- the offer ------------------------------------------------------------ */

struct ids {
	int64_t		 from, to;	/* revisions; to 0: none newer */
	bool		 pinned;
};

static void
find(struct ids *ids, struct db *db, int64_t dossier_id,
    int64_t application_id)
{
	struct stmt *s = application_id != 0
	    ? db_query(db, Q_FORM_OFFER_APPLICATION,
	    I(application, application_id))
	    : db_query(db, Q_FORM_OFFER_DOSSIER, I(dossier, dossier_id));

	*ids = (struct ids){ 0 };
	if (stmt_step(s)) {
		ids->from = stmt_int(s, "from_id");
		ids->to = stmt_int(s, "to_id");
		ids->pinned = stmt_int(s, "pinned") != 0;
	}
	stmt_done(s);
}

bool
form_offer_is(struct db *db, int64_t dossier_id, int64_t application_id)
{
	struct ids ids;

	find(&ids, db, dossier_id, application_id);
	return ids.to != 0 && !ids.pinned;
}

enum rc
form_offer_load(struct form_offer *o, struct db *db, struct mem *mem,
    int64_t dossier_id, int64_t application_id)
{
	struct ids ids;
	enum rc rc;

	*o = (struct form_offer){ .dossier_id = dossier_id,
	    .application_id = application_id };
	find(&ids, db, dossier_id, application_id);
	o->pinned = ids.pinned;
	if (ids.to == 0)
		return RC_NOT_FOUND;
	rc = form_get(&o->from, db, ids.from);
	if (rc == RC_OK)
		rc = form_get(&o->to, db, ids.to);
	if (rc == RC_OK)
		form_offer_compare(o, mem);
	return rc;
}

/* --- the move ------------------------------------------------------------- */

/* Calculated values and what maps to the project follow the new questions. */
static enum rc
settle(struct db *db, struct mem *mem, int64_t dossier_id, int64_t to,
    const struct person *who, int64_t now)
{
	struct platform *platform;
	const struct form *form;
	struct answers a;
	enum rc rc;

	rc = form_get(&form, db, to);
	if (rc == RC_OK)
		rc = platform_load_id(&platform, db, mem, db_int(db, 0,
		    Q_FORM_OFFER_PLATFORM, I(dossier, dossier_id)));
	if (rc == RC_OK)
		rc = answers_load(&a, db, mem, form, platform, dossier_id, 0);
	return rc != RC_OK ? rc : answers_save(&a, NULL, 0, who, now);
}

enum rc
form_offer_accept(struct db *db, struct mem *mem, int64_t dossier_id,
    int64_t application_id, int64_t to, const struct person *who, int64_t now)
{
	const struct form *form;
	struct ids ids;
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	find(&ids, db, dossier_id, application_id);
	if (ids.to == 0 || ids.to != to || ids.pinned)
		return db_write_end(db, RC_CONFLICT);
	rc = form_get(&form, db, to);
	if (rc != RC_OK)
		return db_write_end(db, rc);
	if (application_id != 0) {
		db_run(db, Q_FORM_OFFER_MOVE_APPLICATION,
		    I(application, application_id), I(from, ids.from),
		    I(revision, to));
		return db_write_end(db, RC_OK);
	}
	db_run(db, Q_FORM_OFFER_MOVE_DOSSIER, I(dossier, dossier_id),
	    I(revision, to), I(now, now));
	rc = answers_count(db, mem, form, db_int(db, 0, Q_FORM_OFFER_PLATFORM,
	    I(dossier, dossier_id)), dossier_id);
	rc = db_write_end(db, rc);
	return rc != RC_OK ? rc : settle(db, mem, dossier_id, to, who, now);
}
