/*
 * Forms of a platform in lists, and what the linter wants to know of them.
 * All are reads.
 */
#include "config.h"

#include "domain/form_draft.h"

#include <string.h>

#include "base/json.h"
#include "domain/reference.h"

#define FORMS	200
#define VERSIONS 100
#define USES	50

size_t
form_list(struct form_row **rows, struct db *db, struct mem *mem,
    int64_t platform_id)
{
	struct stmt *s = db_query(db, Q_FORM_DRAFT_LIST,
	    I(platform, platform_id));
	size_t n = 0;

	*rows = MEM_ARRAY(mem, FORMS, struct form_row);
	while (stmt_step(s)) {
		struct form_row *r = &(*rows)[n++];

		r->key = stmt_str(s, mem, "key");
		r->label = stmt_str(s, mem, "label");
		r->published = stmt_int(s, "published");
		r->published_at = stmt_int(s, "published_at");
		r->draft = stmt_int(s, "draft");
		r->edited_at = stmt_int(s, "edited_at");
		r->edited_by = stmt_str(s, mem, "edited_by");
		r->kind = stmt_null(s, "kind") ? "" : stmt_str(s, mem, "kind");
		r->calls = stmt_int(s, "calls");
		r->dossiers = stmt_int(s, "dossiers");
	}
	return n;
}

size_t
form_versions(struct form_version **rows, struct db *db, struct mem *mem,
    int64_t platform_id, const char *key)
{
	struct stmt *s = db_query(db, Q_FORM_DRAFT_VERSIONS,
	    I(platform, platform_id), T(key, key));
	size_t n = 0;

	*rows = MEM_ARRAY(mem, VERSIONS, struct form_version);
	while (stmt_step(s)) {
		struct form_version *v = &(*rows)[n++];

		v->number = stmt_int(s, "number");
		v->published_at = stmt_int(s, "published_at");
		v->edited_at = stmt_int(s, "edited_at");
		v->sha256 = stmt_str(s, mem, "sha256");
		v->offered = stmt_int(s, "offered") != 0;
		v->edited_by = stmt_str(s, mem, "edited_by");
		v->dossiers = stmt_int(s, "dossiers");
	}
	return n;
}

size_t
form_calls(struct form_call **rows, struct db *db, struct mem *mem,
    int64_t platform_id, const char *key)
{
	int64_t form_id = 0;
	struct stmt *s = db_query(db, Q_FORM_DRAFT_NUMBERS,
	    I(platform, platform_id), T(key, key));
	size_t n = 0;

	if (stmt_step(s))
		form_id = stmt_int(s, "id");
	stmt_done(s);
	*rows = MEM_ARRAY(mem, USES, struct form_call);
	s = db_query(db, Q_FORM_DRAFT_CALLS, I(platform, platform_id),
	    I(form, form_id), T(key, key));
	while (stmt_step(s)) {
		struct form_call *u = &(*rows)[n++];

		u->slug = stmt_str(s, mem, "slug");
		u->title = stmt_str(s, mem, "title");
		u->status = stmt_str(s, mem, "status");
	}
	return n;
}

/* --- for the linter ------------------------------------------------------------------ */

/* Each question of a definition, in reading order. */
static void
each_field(struct json_object *form, void (*fn)(struct json_object *, void *),
    void *arg)
{
	struct json_object *steps = json_array(form, "steps"), *blocks, *fields;
	size_t s, b, f;

	for (s = 0; s < json_count(steps); s++) {
		blocks = json_array(json_at(steps, s), "blocks");
		for (b = 0; b < json_count(blocks); b++) {
			fields = json_array(json_at(blocks, b), "fields");
			for (f = 0; f < json_count(fields); f++)
				fn(json_at(fields, f), arg);
		}
	}
}

struct keys {
	struct mem	*mem;
	struct lint_key	*rows;
	size_t		 count, room;
	const char	*form;
};

static void
add_key(struct json_object *field, void *arg)
{
	struct keys *k = arg;
	struct lint_key *rows;

	if (k->count == k->room) {
		k->room = k->room == 0 ? 256 : 2 * k->room;
		rows = MEM_ARRAY(k->mem, k->room, struct lint_key);
		if (k->count > 0)
			memcpy(rows, k->rows, k->count * sizeof(*rows));
		k->rows = rows;
	}
	k->rows[k->count].key = mem_strdup(k->mem, json_text_or(field, "key",
	    ""));
	k->rows[k->count].type = mem_strdup(k->mem, json_text_or(field, "type",
	    ""));
	k->rows[k->count++].form = k->form;
}

static void
read_elsewhere(struct lint_world *w, struct db *db, struct mem *mem,
    const struct form_draft *d)
{
	struct stmt *s = db_query(db, Q_FORM_DRAFT_ELSEWHERE,
	    I(platform, d->platform_id), I(form, d->form_id));
	struct keys keys = { .mem = mem };
	struct json_object *form;

	while (stmt_step(s)) {
		const char *text = stmt_text(s, "definition_json");

		if (json_parse(&form, text, strlen(text), 32, NULL) != RC_OK)
			continue;
		keys.form = mem_strdup(mem, json_text_or(form, "title", ""));
		each_field(form, add_key, &keys);
		json_object_put(form);
	}
	w->keys = keys.rows;
	w->key_count = keys.count;
}

struct counted {
	struct db	*db;
	int64_t		 platform_id;
	struct json_object *uses;
};

/* An option, or a list of them: each is counted. */
static void
count_chosen(struct json_object *options, struct json_object *value)
{
	const char *key;
	size_t i;

	for (i = 0; json_is(value, json_type_array) && i < json_count(value); i++)
		count_chosen(options, json_at(value, i));
	if (!json_is(value, json_type_string))
		return;
	key = json_object_get_string(value);
	json_put_int(options, key, json_int(options, key, 0) + 1);
}

static void
count_uses(struct json_object *field, void *arg)
{
	const struct counted *c = arg;
	const char *key = json_text_or(field, "key", "");
	struct json_object *use, *options, *value;
	int64_t answers = 0;
	struct stmt *s;

	if (!json_has(field, "options"))
		return;
	options = json_object_new_object();
	s = db_query(c->db, Q_FORM_DRAFT_USES, T(key, key),
	    I(platform, c->platform_id));
	while (stmt_step(s)) {
		const char *text = stmt_text(s, "value_json");

		if (json_parse(&value, text, strlen(text), 8, NULL) != RC_OK)
			continue;
		answers++;
		count_chosen(options, value);
		json_object_put(value);
	}
	use = json_object_new_object();
	json_put_int(use, "answers", answers);
	json_put(use, "options", options);
	json_put(c->uses, key, use);
}

static void
read_lists(struct lint_world *w, struct db *db, struct mem *mem,
    int64_t platform_id)
{
	struct reference_list *lists;
	size_t n = reference_lists(&lists, db, mem, platform_id), i;
	const char **keys = MEM_ARRAY(mem, n + 1, const char *);

	for (i = 0; i < n; i++)
		keys[i] = lists[i].key;
	w->lists = keys;
	w->list_count = n;
}

void
form_draft_world(struct lint_world *w, struct db *db, struct mem *mem,
    const struct form_draft *d, bool with_uses)
{
	struct form_draft published;
	struct counted counted;

	*w = (struct lint_world){ .keys = NULL };
	read_elsewhere(w, db, mem, d);
	read_lists(w, db, mem, d->platform_id);
	if (form_published(&published, db, mem, d->platform_id, d->key) ==
	    RC_OK && published.number != d->number)
		w->published = json_object_get(published.definition);
	form_draft_release(&published);
	if (!with_uses)
		return;
	w->uses = json_object_new_object();
	counted = (struct counted){ db, d->platform_id, w->uses };
	each_field(d->definition, count_uses, &counted);
}

void
lint_world_release(struct lint_world *w)
{
	json_object_put(w->published);
	json_object_put(w->uses);
	w->published = w->uses = NULL;
}
