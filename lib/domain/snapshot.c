/*
 * A dossier frozen as it was presented.
 * It takes only what was asked and could be read; private answers are in it
 * (the service reads them) and never in the journal.
 */
#include "config.h"

#include "domain/snapshot.h"

#include <string.h>

#include "base/date.h"
#include "base/digest.h"
#include "base/json.h"
#include "domain/answer_table.h"
#include "domain/territory.h"

/* --- what it holds -------------------------------------------------------- */

static struct json_object *
parsed(const char *json)
{
	struct json_object *o = NULL;

	json_parse(&o, json, strlen(json), 16, NULL);
	return o;
}

static struct json_object *
answers_object(const struct answers *a)
{
	struct json_object *o = json_object_new_object();
	size_t i;

	for (i = 0; i < a->form->field_count; i++)
		if (a->of[i].asked == ASKED_YES && a->of[i].value.given &&
		    a->of[i].json != NULL)
			json_put(o, a->of[i].field->key,
			    parsed(answer_json(a->mem, &a->of[i])));
	return o;
}

static struct json_object *
form_object(const struct form *form)
{
	struct json_object *o = json_object_new_object();

	json_put_text(o, "key", form->key);
	json_put_int(o, "revision", form->number);
	json_put_text(o, "sha256", form->sha256);
	return o;
}

static struct json_object *
plan_object(struct db *db, struct mem *mem, int64_t dossier_id)
{
	struct json_object *o = json_object_new_object();
	struct json_object *costs = json_object_new_array();
	struct json_object *sources = json_object_new_array();
	struct plan plan;
	size_t i;

	plan_load(&plan, db, mem, dossier_id);
	for (i = 0; i < plan.cost_count; i++) {
		struct json_object *line = json_object_new_object();

		json_put_text(line, "label", plan.costs[i].label);
		json_put_int(line, "amount_cents", plan.costs[i].amount_cents);
		json_object_array_add(costs, line);
	}
	for (i = 0; i < plan.source_count; i++) {
		const struct plan_source *s = &plan.sources[i];
		struct json_object *line = json_object_new_object();

		json_put_text(line, "funder", s->name);
		json_put_text(line, "kind", s->kind);
		json_put_int(line, "asked_cents", s->asked_cents);
		json_put_int(line, "promised_cents", s->promised_cents);
		json_put_int(line, "granted_cents", s->granted_cents);
		json_object_array_add(sources, line);
	}
	json_put(o, "costs", costs);
	json_put(o, "sources", sources);
	return o;
}

static bool
is_asked(const struct presented *p, const char *key)
{
	const struct answer *a = answers_get(p->answers, key);

	if (a == NULL && p->own != NULL)
		a = answers_get(p->own, key);
	return a != NULL && a->asked == ASKED_YES;
}

static struct json_object *
documents_object(const struct presented *p)
{
	struct json_object *o = json_object_new_object(), *list = NULL;
	const char *key = "";
	size_t i;

	for (i = 0; i < p->documents->count; i++) {
		const struct document *d = &p->documents->rows[i];
		struct json_object *file;

		if (!is_asked(p, d->key))
			continue;
		if (list == NULL || strcmp(key, d->key) != 0) {
			key = d->key;
			list = json_object_new_array();
			json_put(o, key, list);
		}
		file = json_object_new_object();
		json_put_int(file, "version", d->version_id);
		json_put_text(file, "label", d->label);
		json_put_text(file, "name", d->name);
		json_put_text(file, "sha256", d->sha256);
		json_put_int(file, "size_bytes", d->size_bytes);
		json_put_text(file, "type", d->type);
		json_put_text(file, "expires_on", d->expires_on);
		json_object_array_add(list, file);
	}
	return o;
}

static struct json_object *
named(const char *a, const char *a_text, const char *b, const char *b_text)
{
	struct json_object *o = json_object_new_object();

	json_put_text(o, a, a_text);
	json_put_text(o, b, b_text);
	return o;
}

static struct json_object *
project_object(struct db *db, struct mem *mem, const struct presented *p)
{
	const struct element *e = p->element;
	struct json_object *o = named("uuid", e->uuid, "title", e->title);
	const struct theme *theme = platform_theme(p->platform, e->theme_id);
	struct territory *t = NULL;

	json_put_text(o, "slug", e->slug);
	json_put_text(o, "summary", e->summary);
	if (e->territory_id != 0 &&
	    territory_load(&t, db, mem, e->territory_id) == RC_OK)
		json_put(o, "territory", named("code", t->code, "name",
		    t->name));
	if (theme != NULL)
		json_put(o, "theme", named("key", theme->key, "label",
		    theme->label));
	return o;
}

static struct json_object *
content(struct db *db, struct mem *mem, const struct presented *p,
    int64_t number, int64_t now)
{
	struct json_object *o = json_object_new_object();
	struct json_object *call;

	json_put_int(o, "format", 1);
	json_put_text(o, "number", p->app->number);
	json_put_int(o, "deposit", number);
	json_put_text(o, "taken_at", date_rfc3339(mem, now));
	json_put_int(o, "dossier_revision", p->answers->revision);
	json_put(o, "platform", named("slug", p->platform->slug, "name",
	    p->platform->name));
	call = named("slug", p->call->slug, "title", p->call->title);
	json_put_text(call, "uuid", p->call->uuid);
	json_put(o, "call", call);
	json_put(o, "project", project_object(db, mem, p));
	json_put_text(o, "holder", p->app->holder_name);
	json_put_int(o, "cost_cents", p->element->cost_cents);
	json_put_int(o, "requested_cents", p->app->requested_cents);
	json_put(o, "form", form_object(p->answers->form));
	json_put(o, "answers", answers_object(p->answers));
	if (p->own != NULL) {
		json_put(o, "supplement_form", form_object(p->own->form));
		json_put(o, "supplement", answers_object(p->own));
	}
	json_put(o, "plan", plan_object(db, mem, p->answers->dossier_id));
	json_put(o, "documents", documents_object(p));
	return o;
}

/* --- taking --------------------------------------------------------------- */

static void
write_documents(struct db *db, const struct presented *p, int64_t id)
{
	size_t i;

	for (i = 0; i < p->documents->count; i++) {
		const struct document *d = &p->documents->rows[i];

		if (is_asked(p, d->key))
			db_run(db, Q_SNAPSHOT_DOCUMENT_ADD, I(snapshot, id),
			    T(key, d->key), I(version, d->version_id),
			    T(expires, d->expires_on));
	}
}

void
snapshot_take(struct snapshot *s, struct db *db, struct mem *mem,
    const struct presented *p, const struct person *who, int64_t now)
{
	int64_t number = 1 + db_int(db, 0, Q_SNAPSHOT_LAST,
	    I(application, p->app->id));
	struct json_object *o = content(db, mem, p, number, now);
	struct buf text = BUF_INIT;
	char sha256[DIGEST_HEX];

	json_canonical(&text, o);
	json_object_put(o);
	digest_sha256_hex(sha256, text.data, text.len);
	*s = (struct snapshot){ .application_id = p->app->id,
	    .number = number, .content = mem_strndup(mem, text.data, text.len),
	    .sha256 = mem_strdup(mem, sha256),
	    .form_revision_id = p->answers->form->id,
	    .dossier_revision = p->answers->revision, .taken_at = now,
	    .taken_by = who == NULL ? 0 : who->id };
	buf_release(&text);
	db_run(db, Q_SNAPSHOT_ADD, I(application, s->application_id),
	    I(number, number), T(content, s->content), T(sha256, s->sha256),
	    ID(form_revision, s->form_revision_id),
	    I(dossier_revision, s->dossier_revision), I(now, now),
	    ID(person, s->taken_by));
	s->id = db_last_id(db);
	write_documents(db, p, s->id);
	answer_index_write(db, mem, p->app->id, p->answers, p->own);
}

/* --- looking -------------------------------------------------------------- */

enum rc
snapshot_load(struct snapshot **out, struct db *db, struct mem *mem,
    int64_t id)
{
	struct stmt *st = db_query(db, Q_SNAPSHOT_BY_ID, I(id, id));
	struct snapshot *s;

	if (!stmt_step(st))
		return RC_NOT_FOUND;
	s = MEM_NEW(mem, struct snapshot);
	s->id = id;
	s->application_id = stmt_int(st, "application_id");
	s->number = stmt_int(st, "number");
	s->content = stmt_str(st, mem, "content_json");
	s->sha256 = stmt_str(st, mem, "sha256");
	s->form_revision_id = stmt_int(st, "form_revision_id");
	s->dossier_revision = stmt_int(st, "dossier_revision");
	s->taken_at = stmt_int(st, "taken_at");
	s->taken_by = stmt_int(st, "taken_by");
	stmt_done(st);
	*out = s;
	return RC_OK;
}

enum rc
snapshot_by_number(struct snapshot **s, struct db *db, struct mem *mem,
    int64_t application_id, int64_t number)
{
	int64_t id = db_int(db, 0, Q_SNAPSHOT_ID_BY_NUMBER,
	    I(application, application_id), I(number, number));

	return id == 0 ? RC_NOT_FOUND : snapshot_load(s, db, mem, id);
}
