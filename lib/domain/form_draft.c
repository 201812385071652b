/*
 * Drafts of forms in the database: begun, changed, published, given up.
 * It edits no definition itself, and never touches a published one.
 */
#include "config.h"

#include "domain/form_draft.h"

#include <string.h>

#include "base/buf.h"
#include "base/digest.h"
#include "base/json.h"
#include "base/lang.h"
#include "domain/audit.h"
#include "domain/form.h"
#include "domain/form_format.h"
#include "domain/journal.h"

/* --- reading ----------------------------------------------------------------------- */

enum rc
form_draft_load(struct form_draft *d, struct db *db, struct mem *mem,
    int64_t platform_id, const char *key, int64_t number)
{
	struct stmt *s = db_query(db, Q_FORM_DRAFT_LOAD,
	    I(platform, platform_id), T(key, key), I(number, number));
	const char *text;
	enum rc rc;

	*d = (struct form_draft){ .platform_id = platform_id };
	if (!stmt_step(s))
		return db_failed(db) ? RC_FAIL : RC_NOT_FOUND;
	d->id = stmt_int(s, "id");
	d->form_id = stmt_int(s, "form_id");
	d->number = stmt_int(s, "number");
	text = stmt_text(s, "definition_json");
	rc = json_parse(&d->definition, text, strlen(text), 32, NULL);
	d->sha256 = stmt_str(s, mem, "sha256");
	d->edits = stmt_int(s, "edits");
	d->published_at = stmt_int(s, "published_at");
	d->edited_at = stmt_int(s, "edited_at");
	d->edited_by = stmt_str(s, mem, "edited_by");
	d->key = mem_strdup(mem, key);
	stmt_done(s);
	return rc == RC_OK ? RC_OK : RC_FAIL;
}

void
form_draft_release(struct form_draft *d)
{
	json_object_put(d->definition);
	d->definition = NULL;
}

struct numbers {
	int64_t		 form_id, draft, published, newest;
};

static bool
numbers_of(struct numbers *n, struct db *db, int64_t platform_id,
    const char *key)
{
	struct stmt *s = db_query(db, Q_FORM_DRAFT_NUMBERS,
	    I(platform, platform_id), T(key, key));

	*n = (struct numbers){ 0 };
	if (!stmt_step(s))
		return false;
	n->form_id = stmt_int(s, "id");
	n->draft = stmt_int(s, "draft");
	n->published = stmt_int(s, "published");
	n->newest = stmt_int(s, "newest");
	stmt_done(s);
	return true;
}

enum rc
form_published(struct form_draft *d, struct db *db, struct mem *mem,
    int64_t platform_id, const char *key)
{
	struct numbers n;

	*d = (struct form_draft){ .definition = NULL };
	if (!numbers_of(&n, db, platform_id, key) || n.published == 0)
		return RC_NOT_FOUND;
	return form_draft_load(d, db, mem, platform_id, key, n.published);
}

int64_t
form_draft_older(struct db *db, const struct form_draft *d)
{
	return db_int(db, 0, Q_FORM_DRAFT_OLDER, I(form, d->form_id),
	    I(number, d->number));
}

/* --- writing ------------------------------------------------------------------------- */

/* The canonical text of a definition, in mem, and its digest. */
static const char *
canonical(struct mem *mem, struct json_object *definition,
    char sha256[DIGEST_HEX])
{
	struct buf b = BUF_INIT;
	const char *text;

	json_canonical(&b, definition);
	text = mem_strdup(mem, b.data);
	digest_sha256_hex(sha256, b.data, b.len);
	buf_release(&b);
	return text;
}

static void
note(struct db *db, const char *event, int64_t platform_id, const char *key,
    int64_t number, const char *sha256, const struct person *who, int64_t now)
{
	struct json_object *detail = json_object_new_object();

	json_put_text(detail, "form", key);
	json_put_int(detail, "revision", number);
	if (sha256 != NULL)
		json_put_text(detail, "sha256", sha256);
	audit_add(db, who->id, event, platform_id, detail, now);
	json_object_put(detail);
}

static void
add_revision(struct db *db, struct mem *mem, int64_t form_id, int64_t number,
    struct json_object *definition, const struct person *who, int64_t now)
{
	char sha256[DIGEST_HEX];
	const char *text;

	json_put_int(definition, "revision", number);
	text = canonical(mem, definition, sha256);
	db_run(db, Q_FORM_DRAFT_ADD, I(form, form_id), I(number, number),
	    T(definition, text), T(sha256, sha256), I(now, now),
	    I(person, who->id));
}

enum rc
form_draft_begin(int64_t *number, struct db *db, struct mem *mem,
    int64_t platform_id, const char *key, const struct person *who,
    int64_t now)
{
	struct form_draft from;
	struct numbers n;
	enum rc rc;

	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	if (!numbers_of(&n, db, platform_id, key))
		return db_write_end(db, RC_NOT_FOUND);
	if (n.draft == 0) {
		rc = form_draft_load(&from, db, mem, platform_id, key,
		    n.published);
		if (rc == RC_OK) {
			n.draft = n.newest + 1;
			add_revision(db, mem, n.form_id, n.draft,
			    from.definition, who, now);
			note(db, "form_draft", platform_id, key, n.draft, NULL,
			    who, now);
		}
		form_draft_release(&from);
	}
	rc = db_write_end(db, rc);
	if (rc == RC_OK)
		*number = n.draft;
	return rc;
}

enum rc
form_draft_import(const char **key, int64_t *number, struct db *db,
    struct mem *mem, int64_t platform_id, struct json_object *definition,
    const struct person *who, int64_t now, struct problems *why)
{
	struct numbers n;
	enum rc rc;

	if (json_is(definition, json_type_object))
		json_put_int(definition, "revision", 1);
	form_format_check(why, definition);
	if (why->count > 0)
		return RC_INVALID;
	*key = mem_strdup(mem, json_text(definition, "key"));
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	if (!numbers_of(&n, db, platform_id, *key)) {
		db_run(db, Q_FORM_DRAFT_FORM_ADD, I(platform, platform_id),
		    T(key, *key), T(label, json_text(definition, "title")));
		n.form_id = db_last_id(db);
	}
	if (n.draft != 0)
		return db_write_end(db, RC_CONFLICT);
	add_revision(db, mem, n.form_id, n.newest + 1, definition, who, now);
	note(db, "form_draft", platform_id, *key, n.newest + 1, NULL, who, now);
	rc = db_write_commit(db);
	if (rc == RC_OK)
		*number = n.newest + 1;
	return rc;
}

static struct json_object *
part(const char *key, const char *label, const char *list,
    struct json_object *inside)
{
	struct json_object *o = json_object_new_object(), *array;

	json_put_text(o, "key", key);
	json_put_text(o, "label", label);
	if (inside == NULL)
		return o;
	array = json_object_new_array();
	json_object_array_add(array, inside);
	json_put(o, list, array);
	return o;
}

/* What every list shows of a project: asked under the keys that other forms use,
 * so that an answer given once is not asked again. */
static struct json_object *
needed_field(size_t i)
{
	static const struct {
		const char	*key, *type, *target, *label;
	} needed[] = {
		{ "titre", "text", "title", N_("Comment s’appelle le projet ?") },
		{ "resume", "long_text", "summary", N_("Résumez-le en une ou "
		    "deux phrases") },
		{ "commune", "territory", "territory", N_("Dans quelle commune "
		    "?") },
		{ "theme", "choice", "theme", N_("Quel est son thème principal "
		    "?") },
	};
	struct json_object *field;

	if (i >= sizeof(needed) / sizeof(needed[0]))
		return NULL;
	field = part(needed[i].key, _(needed[i].label), NULL, NULL);
	json_put_text(field, "type", needed[i].type);
	json_put_text(field, "maps_to", needed[i].target);
	json_put_bool(field, "required", true);
	if (strcmp(needed[i].type, "territory") == 0)
		json_put_text(field, "level", "commune");
	if (strcmp(needed[i].type, "choice") == 0)
		json_put_text(field, "options_from", "themes");
	return field;
}

struct json_object *
form_draft_blank(const char *key, const char *title, const char *kind)
{
	struct json_object *form = json_object_new_object(), *steps, *field;
	struct json_object *step;
	size_t i;

	field = part("presentation", _("Expliquez ici ce que vous demandez, et "
	    "pourquoi."), NULL, NULL);
	json_put_text(field, "type", "explanation");
	step = part("etape-1", _("Première étape"), "blocks", part("bloc-1",
	    _("Premières questions"), "fields", field));
	for (i = 0; strcmp(kind, "project") == 0 || strcmp(kind, "commons") ==
	    0; i++) {
		field = needed_field(i);
		if (field == NULL)
			break;
		json_object_array_add(json_array(json_at(json_array(step,
		    "blocks"), 0), "fields"), field);
	}
	steps = json_object_new_array();
	json_object_array_add(steps, step);
	json_put_int(form, "format", 1);
	json_put_text(form, "key", key);
	json_put_int(form, "revision", 1);
	json_put_text(form, "kind", kind);
	json_put_text(form, "title", title);
	json_put(form, "steps", steps);
	return form;
}

enum rc
form_draft_change(struct db *db, const struct form_draft *draft,
    enum rc (*change)(struct json_object *, void *), void *arg,
    const struct person *who, int64_t now)
{
	struct mem *mem = mem_new();
	char sha256[DIGEST_HEX];
	struct form_draft d;
	const char *text;
	enum rc rc;

	rc = db_write_begin(db);
	if (rc != RC_OK) {
		mem_free(mem);
		return rc;
	}
	rc = form_draft_load(&d, db, mem, draft->platform_id, draft->key,
	    draft->number);
	if (rc == RC_OK && d.published_at != 0)
		rc = RC_CONFLICT;
	if (rc == RC_OK)
		rc = change(d.definition, arg);
	if (rc == RC_OK) {
		text = canonical(mem, d.definition, sha256);
		if (strlen(text) > FORM_DRAFT_BYTES)
			rc = RC_INVALID;
		else
			db_run(db, Q_FORM_DRAFT_PUT, I(id, d.id),
			    T(definition, text), T(sha256, sha256),
			    I(now, now), I(person, who->id));
	}
	rc = db_write_end(db, rc);
	form_draft_release(&d);
	mem_free(mem);
	return rc;
}

/* --- publishing ------------------------------------------------------------------------ */

/* The digest and the title are public: who fills it can check what was asked. */
static void
tell(struct db *db, const struct platform *p, const struct form_draft *d,
    const char *sha256, int64_t now)
{
	struct journal_entry entry = { .platform_id = p->id, .at = now,
	    .kind = "form", .actor = p->service_name };

	entry.payload = json_object_new_object();
	json_put_text(entry.payload, "form", d->key);
	json_put_text(entry.payload, "title", json_text(d->definition,
	    "title"));
	json_put_int(entry.payload, "revision", d->number);
	json_put_text(entry.payload, "sha256", sha256);
	journal_append(db, &entry);
	json_object_put(entry.payload);
}

static enum rc
check(struct lint *lint, struct db *db, struct mem *mem,
    const struct form_draft *d)
{
	const char *where = "";
	struct lint_world world;
	struct form *form;

	form_draft_world(&world, db, mem, d, false);
	form_lint(lint, mem, d->definition, &world);
	lint_world_release(&world);
	if (lint->errors > 0)
		return RC_INVALID;
	/* What the linter lets pass, the engine must run. */
	return form_parse(&form, mem, d->definition, &where);
}

enum rc
form_draft_publish(struct db *db, struct mem *mem, const struct platform *p,
    const char *key, int64_t number, int64_t edits, bool offered,
    const struct person *who, int64_t now, struct lint *lint)
{
	char sha256[DIGEST_HEX];
	struct form_draft d;
	const char *text;
	enum rc rc;

	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	rc = form_draft_load(&d, db, mem, p->id, key, number);
	if (rc == RC_OK && (d.published_at != 0 || d.edits != edits))
		rc = RC_CONFLICT;
	if (rc == RC_OK)
		rc = check(lint, db, mem, &d);
	if (rc == RC_OK) {
		text = canonical(mem, d.definition, sha256);
		db_run(db, Q_FORM_DRAFT_PUBLISH, I(id, d.id),
		    T(definition, text), T(sha256, sha256), I(now, now),
		    I(offered, offered), I(person, who->id));
		db_run(db, Q_FORM_DRAFT_LABEL, I(id, d.form_id),
		    T(label, json_text_or(d.definition, "title", key)));
		note(db, "form_publish", p->id, key, number, sha256, who, now);
		tell(db, p, &d, sha256, now);
	}
	rc = db_write_end(db, rc);
	form_draft_release(&d);
	return rc;
}

enum rc
form_revision_offer(struct db *db, struct mem *mem, int64_t platform_id,
    const char *key, int64_t number, bool offered, const struct person *who,
    int64_t now)
{
	struct form_draft d;
	enum rc rc;

	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	rc = form_draft_load(&d, db, mem, platform_id, key, number);
	if (rc == RC_OK && db_run(db, Q_FORM_DRAFT_OFFER, I(id, d.id),
	    I(offered, offered)) == 0)
		rc = RC_CONFLICT;
	if (rc == RC_OK)
		note(db, offered ? "form_offer" : "form_no_offer", platform_id,
		    key, number, NULL, who, now);
	rc = db_write_end(db, rc);
	form_draft_release(&d);
	return rc;
}

enum rc
form_draft_abandon(struct db *db, struct mem *mem, int64_t platform_id,
    const char *key, int64_t number, int64_t edits, const struct person *who,
    int64_t now)
{
	struct form_draft d;
	enum rc rc;

	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	rc = form_draft_load(&d, db, mem, platform_id, key, number);
	if (rc == RC_OK && (d.published_at != 0 || d.edits != edits))
		rc = RC_CONFLICT;
	if (rc == RC_OK) {
		db_run(db, Q_FORM_DRAFT_DROP, I(id, d.id));
		db_run(db, Q_FORM_DRAFT_DROP_FORM, I(id, d.form_id));
		note(db, "form_abandon", platform_id, key, number, d.sha256,
		    who, now);
	}
	rc = db_write_end(db, rc);
	form_draft_release(&d);
	return rc;
}
