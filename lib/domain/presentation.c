/*
 * A dossier and a call side by side.
 * It only looks: submit.c deposits.
 */
#include "config.h"

#include "domain/presentation.h"

#include <string.h>

#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/document.h"
#include "domain/eligibility.h"
#include "domain/plan.h"
#include "domain/snapshot.h"

/* --- side by side --------------------------------------------------------- */

static enum rc
load_own(struct presentation *p, struct db *db, struct mem *mem)
{
	const struct form *form;
	int64_t revision = p->call->supplement_revision_id;
	enum rc rc;

	/* What was presented keeps the questions it was presented with. */
	if (p->app != NULL && p->app->form_revision_id != 0)
		revision = p->app->form_revision_id;
	if (revision == 0)
		return RC_OK;
	rc = form_get(&form, db, revision);
	if (rc != RC_OK)
		return rc;
	p->has_own = true;
	if (p->app != NULL)
		return answers_load(&p->own, db, mem, form, p->platform,
		    p->dossier->id, p->app->id);
	/* Not begun: what the dossier already says of them. */
	return answers_load(&p->own, db, mem, form, p->platform,
	    p->dossier->id, ANSWERS_NOT_BEGUN);
}

const char *
call_part(struct mem *mem, const struct call *c, const char *platform_slug,
    int64_t dossier_platform_id)
{
	return c->platform_id == dossier_platform_id ? c->slug
	    : mem_printf(mem, "%s~%s", platform_slug, c->slug);
}

/*
 * The form the dossier is presented with: its own, unless the call asks
 * another one.
 */
static enum rc
choose_form(const struct form **form, struct presentation *p, struct db *db)
{
	int64_t through = p->call->form_revision_id;
	const struct form *asked;
	enum rc rc = form_get(form, db, p->dossier->form_revision_id);

	/* What was begun keeps the questions it was begun with. */
	if (p->app != NULL && p->app->through_revision_id != 0)
		through = p->app->through_revision_id;
	if (rc != RC_OK || through == 0 || through == (*form)->id)
		return rc;
	rc = form_get(&asked, db, through);
	if (rc != RC_OK || asked->form_id == (*form)->form_id)
		return rc;
	p->through = true;
	*form = asked;
	return RC_OK;
}

/* What the project is for the service of the call. */
static void
see_project(struct presentation *p, struct db *db, struct mem *mem)
{
	const struct answer *asked, *theme;
	const struct theme *known;

	asked = answers_mapped(&p->answers, MAP_REQUESTED);
	if (asked != NULL && asked->value.given)
		p->requested_cents = asked->value.number;
	else if (asked == NULL)
		p->requested_cents = plan_asked_of(db, mem, p->dossier->id,
		    p->call->funder);
	if (!p->elsewhere)
		return;
	theme = answers_mapped(&p->answers, MAP_THEME);
	known = theme == NULL || !theme->value.given ? NULL
	    : platform_theme_by_key(p->platform, theme->value.text);
	p->element->theme_id = known == NULL ? 0 : known->id;
	p->consented = db_int(db, 0, Q_DOSSIER_CONSENTED,
	    I(dossier, p->dossier->id), I(platform, p->platform->id)) != 0;
}

enum rc
presentation_load(struct presentation *p, struct db *db, struct mem *mem,
    int64_t dossier_id, int64_t call_id)
{
	const struct form *form;
	int64_t app;
	enum rc rc;

	*p = (struct presentation){ 0 };
	rc = dossier_load(&p->dossier, db, mem, dossier_id);
	if (rc == RC_OK)
		rc = call_load(&p->call, db, mem, call_id);
	if (rc == RC_OK)
		rc = element_load(&p->element, db, mem, p->dossier->element_id);
	if (rc == RC_OK)
		rc = platform_load_id(&p->platform, db, mem,
		    p->call->platform_id);
	app = db_int(db, 0, Q_APPLICATION_ID_BY_CALL, I(dossier, dossier_id),
	    I(call, call_id));
	if (rc == RC_OK && app != 0)
		rc = application_load(&p->app, db, mem, app);
	if (rc == RC_OK)
		rc = choose_form(&form, p, db);
	if (rc == RC_OK)
		rc = answers_load(&p->answers, db, mem, form, p->platform,
		    dossier_id, 0);
	if (rc == RC_OK && app != 0)
		rc = answers_over(&p->answers, app);
	if (rc == RC_OK)
		rc = load_own(p, db, mem);
	if (rc != RC_OK)
		return rc;
	p->answers.call_id = p->through ? call_id : 0;
	p->answers.call_opens_at = p->own.call_opens_at = p->call->opens_at;
	p->answers.call_closes_at = p->own.call_closes_at = p->call->closes_at;
	p->elsewhere = p->call->platform_id != p->dossier->platform_id;
	p->call_part = call_part(mem, p->call, p->platform->slug,
	    p->dossier->platform_id);
	see_project(p, db, mem);
	return rc;
}

/* --- what stands in the way ----------------------------------------------- */

static void
check_answers(const struct answers *a, const char *mark, struct problems *why)
{
	size_t i;

	for (i = 0; i < a->form->field_count; i++) {
		const struct form_field *f = &a->form->fields[i];
		const char *flaw = answer_flaw(a, &a->of[i]);

		if (flaw != NULL)
			problem_add(why, mem_printf(why->mem, "%s%s/%s", mark,
			    a->form->steps[f->step].key, f->key), "%s", flaw);
	}
}

void
presentation_check(const struct presentation *p, int64_t now,
    struct problems *why)
{
	struct answers dossier = p->answers, own = p->own;
	struct fit fits[FITS];
	size_t i, n;

	/* Rules may look at today: the answers are judged at this moment. */
	answers_at(&dossier, now);
	if (p->has_own)
		answers_at(&own, now);
	n = call_fits(fits, p->answers.db, why->mem, p->call, p->element,
	    p->requested_cents, p->platform->time_zone, now);
	for (i = 0; i < n; i++) {
		/* A correction may be answered after the call has closed. */
		if (fits[i].met == FIT_NO && !(p->app != NULL &&
		    p->app->correction_open &&
		    strcmp(fits[i].about, "date") == 0))
			problem_add(why, mem_printf(why->mem, "?%s",
			    fits[i].about), "%s", fits[i].text);
	}
	if (answers_mapped(&p->answers, MAP_REQUESTED) == NULL &&
	    p->call->funder != NULL && p->requested_cents == 0)
		problem_add(why, "?plan", _("Votre plan de financement ne dit "
		    "pas combien vous demandez à %s : ajoutez sa ligne."),
		    p->call->funder);
	eligibility_check(p, why);
	check_answers(&p->answers, "", why);
	if (p->has_own)
		check_answers(&p->own, "=", why);
}

/* --- say it once ----------------------------------------------------------- */

static void
count_reuse(struct reuse *r, const struct answers *a, int64_t begun_at)
{
	size_t i;

	for (i = 0; i < a->form->field_count; i++) {
		const struct answer *answer = &a->of[i];

		if (!form_asks(answer->field) || answer->asked != ASKED_YES)
			continue;
		if (!answer_is_given(answer)) {
			r->missing += answer->required;
			continue;
		}
		r->presented++;
		r->reused += answer_is_reused(a, answer, begun_at);
	}
}

void
presentation_reuse(struct reuse *r, const struct presentation *p, int64_t now)
{
	int64_t begun_at = p->app == NULL ? now : p->app->created_at;

	*r = (struct reuse){ 0 };
	count_reuse(r, &p->answers, begun_at);
	if (p->has_own)
		count_reuse(r, &p->own, begun_at);
}

/* --- kept for the next call ----------------------------------------------- */

enum rc
answer_promote(const struct presentation *p, const char *key,
    const struct person *who, int64_t now)
{
	const struct answer *a = p->has_own ? answers_get(&p->own, key) : NULL;
	struct db *db = p->answers.db;
	enum rc rc;

	if (p->app == NULL || a == NULL || a->json == NULL || !a->value.given)
		return RC_NOT_FOUND;
	if (a->apart || p->dossier->trashed_at != 0 ||
	    answers_get(&p->answers, key) != NULL)
		return RC_CONFLICT;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	db_run(db, Q_ANSWER_PUT, I(owner, p->dossier->id), T(key, key),
	    T(value, a->json), NIL(number),
	    I(revision, p->answers.revision + 1), I(now, now),
	    I(person, who->id), I(call, p->call->id));
	db_run(db, Q_ANSWER_DOSSIER_SAVED, I(dossier, p->dossier->id),
	    I(now, now));
	return db_write_commit(db);
}

/* --- since the last deposit ----------------------------------------------- */

/* Is the answer what the snapshot has under that key? */
static bool
is_same(const struct answers *of, const struct answer *a,
    struct json_object *frozen)
{
	bool asked = a->asked == ASKED_YES && a->value.given;
	struct buf was = BUF_INIT;
	bool same;

	if (!asked || frozen == NULL)
		return !asked && frozen == NULL;
	json_canonical(&was, frozen);
	same = strcmp(was.data, answer_json(of->mem, a)) == 0;
	buf_release(&was);
	return same;
}

/* Are the documents of a question those that were frozen? */
static bool
same_files(const struct documents *documents, const char *key,
    struct json_object *frozen)
{
	size_t i, n = 0;

	for (i = 0; i < documents->count; i++) {
		const struct document *d = &documents->rows[i];

		if (strcmp(d->key, key) != 0)
			continue;
		if (json_int(json_at(frozen, n), "version", 0) != d->version_id)
			return false;
		n++;
	}
	return n == json_count(frozen);
}

struct comparison {
	struct documents	 documents;
	struct json_object	*content;
	const char		**labels;
	size_t			 count;
};

static void
compare(struct comparison *c, const struct answers *a, const char *part)
{
	struct json_object *answers = json_dict(c->content, part);
	struct json_object *files = json_dict(c->content, "documents");
	size_t i;

	for (i = 0; i < a->form->field_count; i++) {
		const struct form_field *f = &a->form->fields[i];
		bool same;

		if (!form_asks(f))
			continue;
		if (f->type == FORM_FILES)
			same = a->of[i].asked != ASKED_YES ||
			    same_files(&c->documents, f->key,
			    json_array(files, f->key));
		else
			same = is_same(a, &a->of[i], json_get(answers, f->key));
		if (!same)
			c->labels[c->count++] = f->label;
	}
}

size_t
presentation_changes(const struct presentation *p, struct mem *mem,
    const char ***labels)
{
	struct comparison c = { 0 };
	struct db *db = p->answers.db;
	struct snapshot *s;

	*labels = c.labels = MEM_ARRAY(mem, 2 * FORM_FIELDS + 1, const char *);
	if (p->app == NULL || p->app->snapshot_id == 0 ||
	    snapshot_load(&s, db, mem, p->app->snapshot_id) != RC_OK ||
	    json_parse(&c.content, s->content, strlen(s->content), 16, NULL) !=
	    RC_OK)
		return 0;
	document_list(&c.documents, db, mem, p->dossier->id);
	compare(&c, &p->answers, "answers");
	if (p->has_own)
		compare(&c, &p->own, "supplement");
	json_object_put(c.content);
	return c.count;
}

bool
presentation_may_submit(const struct presentation *p, int64_t now)
{
	bool open = call_is_open(p->call, now);

	if (p->dossier->trashed_at != 0)
		return false;
	if (p->app == NULL)
		return open;
	switch (p->app->state) {
	case APP_DRAFT:
	case APP_WITHDRAWN:
		return open;
	case APP_SUBMITTED:
		return open || p->app->correction_open;
	case APP_UNDER_REVIEW:
		return p->app->correction_open;
	default:
		return false;
	}
}
