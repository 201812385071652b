/*
 * Answers loaded, judged, looked at.
 * It writes nothing: see answer_save.c.
 */
#include "config.h"

#include "domain/answer.h"

#include <string.h>

#include "base/digest.h"
#include "domain/answer_judge.h"

void
answers_init(struct answers *a, struct db *db, struct mem *mem,
    const struct form *form, const struct platform *platform)
{
	size_t i;

	*a = (struct answers){ .db = db, .mem = mem, .form = form,
	    .platform = platform };
	a->of = MEM_ARRAY(mem, form->field_count, struct answer);
	for (i = 0; i < form->field_count; i++)
		a->of[i].field = &form->fields[i];
	a->broken = MEM_ARRAY(mem, form->rule_count + 1, bool);
	answers_inside_init(a);
}

static struct answer *
find(struct answers *a, const char *key)
{
	const struct form_field *f = form_field(a->form, key);

	return f == NULL ? NULL : &a->of[f->index];
}

/* --- one key, two forms --------------------------------------------------- */

static bool
has_option(const struct form_field *f, const struct platform *p,
    const char *key)
{
	size_t i;

	if (f->options_are_themes)
		return p != NULL && platform_theme_by_key(p, key) != NULL;
	for (i = 0; i < f->option_count; i++)
		if (strcmp(f->options[i].key, key) == 0)
			return true;
	return false;
}

/* Is each option of f one of g's too? */
static bool
options_within(const struct form_field *f, const struct platform *fp,
    const struct form_field *g, const struct platform *gp)
{
	size_t i;

	if (!f->options_are_themes) {
		for (i = 0; i < f->option_count; i++)
			if (!has_option(g, gp, f->options[i].key))
				return false;
		return true;
	}
	for (i = 0; fp != NULL && i < fp->theme_count; i++)
		if (!has_option(g, gp, fp->themes[i].key))
			return false;
	return fp != NULL;
}

static bool
same_text(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

/*
 * Are these two the same question? The same key, type and choices (levels of a
 * territory too). Themes are compared by the platforms' lists. Reads nothing.
 */
static bool
answer_is_shared(const struct form_field *f, const struct platform *fp,
    const struct form_field *g, const struct platform *gp)
{
	return strcmp(f->key, g->key) == 0 && f->type == g->type &&
	    same_text(f->level, g->level) &&
	    options_within(f, fp, g, gp) && options_within(g, gp, f, fp);
}

const char *
answer_key(const struct answers *a, const struct answer *answer)
{
	if (!answer->apart || answer->particular || a->platform == NULL ||
	    a->application_id != 0)
		return answer->field->key;
	return mem_printf(a->mem, "%s/%s", a->platform->slug,
	    answer->field->key);
}

/* Through another form than the dossier's own: what of it is shared? */
static enum rc
compare_forms(struct answers *a, int64_t home_revision, int64_t home_platform)
{
	struct platform *platform;
	const struct form *home;
	size_t i;
	enum rc rc;

	if (home_revision == 0 || home_revision == a->form->id ||
	    form_get(&home, a->db, home_revision) != RC_OK ||
	    home->form_id == a->form->form_id)
		return RC_OK;
	rc = platform_load_id(&platform, a->db, a->mem, home_platform);
	if (rc != RC_OK)
		return rc;
	a->home_revision = home_revision;
	a->home_platform = home_platform;
	for (i = 0; i < a->form->field_count; i++) {
		struct answer *answer = &a->of[i];
		const struct form_field *own = form_field(home,
		    answer->field->key);

		answer->apart = own != NULL && !answer_is_shared(answer->field,
		    a->platform, own, platform);
		answer->alike = answer->apart && own->type ==
		    answer->field->type;
		answer->foreign = own == NULL || answer->apart ||
		    own->maps_to != answer->field->maps_to;
	}
	return RC_OK;
}

/* The row of the form that a stored key is the answer of, or NULL. */
static struct answer *
find_stored(struct answers *a, const char *key)
{
	const char *slash = strchr(key, '/');
	struct answer *answer;

	if (slash == NULL) {
		answer = find(a, key);
		return answer != NULL && !answer->apart ? answer : NULL;
	}
	if (a->platform == NULL ||
	    strlen(a->platform->slug) != (size_t)(slash - key) ||
	    strncmp(a->platform->slug, key, (size_t)(slash - key)) != 0)
		return NULL;
	answer = find(a, slash + 1);
	return answer != NULL && answer->apart ? answer : NULL;
}

/* A text that no control holds the parts of. */
static struct typed *
typed_text(struct mem *mem, const char *text)
{
	struct typed *typed = MEM_NEW(mem, struct typed);

	*typed = (struct typed){ "", text, NULL };
	return typed;
}

/* What the dossier says stays behind what its application says. An own question
 * that says the same, kept for later calls, is still the dossier's. */
static void
put_over(struct answers *a, struct answer *answer, const char *json)
{
	struct value *v;

	if (a->over_id == 0 && answer->inherited &&
	    strcmp(answer->json, json) == 0)
		return;
	answer->particular = a->over_id != 0 || (answer->inherited &&
	    answer->value.given);
	answer->inherited = false;
	if (!answer->value.given)
		return;
	v = MEM_NEW(a->mem, struct value);
	*v = answer->value;
	answer->dossier_value = v;
	answer->dossier_json = answer->json;
}

enum layer { OF_DOSSIER, OF_APPLICATION };

static void
load_rows(struct answers *a, struct stmt *s, enum layer layer)
{
	while (stmt_step(s)) {
		const char *key = stmt_text(s, "key");
		struct answer *answer = layer == OF_DOSSIER
		    ? find_stored(a, key) : find(a, key);

		if (answer == NULL)
			continue;	/* another form asks it */
		if (layer == OF_APPLICATION)
			put_over(a, answer, stmt_text(s, "value_json"));
		else
			answer->inherited = a->application_id != 0;
		answer->value = (struct value){ 0 };
		answer->json = stmt_str(s, a->mem, "value_json");
		answer->stored = answer->json;
		answer->saved_at = stmt_int(s, "saved_at");
		answer->saved_by = stmt_int(s, "saved_by");
		answer->told_to = stmt_str(s, a->mem, "told_to");
		answer->typed = typed_parse(a->mem, answer->json);
		if (answer->typed != NULL || strcmp(answer->json,
		    ANSWER_BLANK) == 0)
			continue;
		/* Of another form than the question has now: shown as it is,
		 * and said, rather than hidden. */
		if (!value_parse(&answer->value, a->mem, answer->field,
		    answer->json) && !answer->inherited)
			answer->typed = typed_text(a->mem, answer->json);
	}
}

enum rc
answers_load(struct answers *a, struct db *db, struct mem *mem,
    const struct form *form, const struct platform *platform,
    int64_t dossier_id, int64_t application_id)
{
	int64_t home_revision = 0, home_platform = 0;
	struct stmt *s;
	enum rc rc;

	answers_init(a, db, mem, form, platform);
	a->dossier_id = dossier_id;
	a->application_id = application_id;
	s = db_query(db, Q_ANSWER_DOSSIER, I(dossier, dossier_id));
	if (stmt_step(s)) {
		a->revision = stmt_int(s, "revision");
		home_revision = stmt_int(s, "form_revision_id");
		home_platform = stmt_int(s, "platform_id");
	}
	stmt_done(s);
	rc = compare_forms(a, home_revision, home_platform);
	if (rc != RC_OK)
		return rc;
	load_rows(a, db_query(db, Q_ANSWER_BY_DOSSIER,
	    I(dossier, dossier_id)), OF_DOSSIER);
	/* Over what the dossier says, what this application was told. */
	if (application_id != 0)
		load_rows(a, db_query(db, Q_ANSWER_BY_APPLICATION,
		    I(application, application_id)), OF_APPLICATION);
	s = db_query(db, Q_ANSWER_FILES, I(dossier, dossier_id));
	while (stmt_step(s)) {
		struct answer *answer = find(a, stmt_text(s, "key"));

		if (answer != NULL)
			answer->files = stmt_int(s, "n");
	}
	answers_judge(a);
	return db_failed(db) ? RC_FAIL : RC_OK;
}

enum rc
answers_over(struct answers *a, int64_t application_id)
{
	a->over_id = application_id;
	load_rows(a, db_query(a->db, Q_ANSWER_BY_APPLICATION,
	    I(application, application_id)), OF_APPLICATION);
	answers_judge(a);
	return db_failed(a->db) ? RC_FAIL : RC_OK;
}

enum rc
answers_reload(struct answers *a, int64_t now)
{
	struct answers fresh;
	enum rc rc = answers_load(&fresh, a->db, a->mem, a->form, a->platform,
	    a->dossier_id, a->application_id);

	if (rc == RC_OK && a->over_id != 0)
		rc = answers_over(&fresh, a->over_id);
	if (rc != RC_OK)
		return rc;
	fresh.call_id = a->call_id;
	fresh.call_opens_at = a->call_opens_at;
	fresh.call_closes_at = a->call_closes_at;
	fresh.person_id = a->person_id;
	*a = fresh;
	answers_at(a, now);
	return RC_OK;
}

const struct answer *
answers_get(const struct answers *a, const char *key)
{
	const struct form_field *f = form_field(a->form, key);

	return f == NULL ? NULL : &a->of[f->index];
}

const struct answer *
answers_mapped(const struct answers *a, enum form_map map)
{
	const struct form_field *f = form_mapped(a->form, map);

	return f == NULL ? NULL : &a->of[f->index];
}

bool
answer_is_given(const struct answer *a)
{
	return a->value.given || a->typed != NULL || a->files > 0;
}

bool
answer_is_reused(const struct answers *a, const struct answer *answer,
    int64_t since)
{
	/* What only this call knows is told for it. */
	return answer_is_given(answer) && !answer->particular &&
	    (a->application_id == 0 || answer->inherited) &&
	    answer->saved_at <= since;
}

const char *
answer_json(struct mem *mem, const struct answer *a)
{
	return a->json != NULL && a->value.given && !a->field->calculates
	    ? a->json : value_json(mem, a->field, &a->value);
}

const char *
answer_mark(struct mem *mem, const struct answer *a)
{
	if (a->json == NULL)
		return "-";
	return mem_strndup(mem, digest_text(mem, a->json), 12);
}
