/*
 * Scopes as people write them, and in words.
 */
#include "config.h"

#include "domain/grant.h"

#include <string.h>

#include "base/lang.h"
#include "base/text.h"
#include "domain/territory.h"

/* --- reading ---------------------------------------------------------------- */

/* The text before the next `mark`, which is passed; NULL when there is none. */
static const char *
piece(struct mem *mem, const char **p, char mark)
{
	const char *end = strchr(*p, mark), *start = *p;

	if (end == NULL)
		return NULL;
	*p = end + 1;
	return mem_strndup(mem, start, (size_t)(end - start));
}

static int64_t
platform_by_slug(struct db *db, const char *slug)
{
	return db_int(db, 0, Q_SCOPE_PLATFORM, T(slug, slug));
}

static enum rc
parse_territory(struct scope *s, struct db *db, struct mem *mem,
    const char *text)
{
	struct territory *t;
	const char *address = piece(mem, &text, '@');
	enum rc rc;

	if (address != NULL && (s->platform_id = platform_by_slug(db, text)) == 0)
		return RC_NOT_FOUND;
	rc = territory_by_address(&t, db, mem, address == NULL ? text : address);
	if (rc == RC_OK)
		s->id = t->id;
	return rc;
}

/* What follows "kind:platform/". */
static int64_t
parse_inside(struct db *db, struct mem *mem, const struct scope *s,
    const char *rest)
{
	const char *call;

	if (strcmp(s->kind, "call") == 0)
		return db_int(db, 0, Q_SCOPE_CALL,
		    I(platform, s->platform_id), T(slug, rest));
	if (strcmp(s->kind, "theme") == 0)
		return db_int(db, 0, Q_SCOPE_THEME,
		    I(platform, s->platform_id), T(key, rest));
	if (strcmp(s->kind, "dossier") == 0)
		return db_int(db, 0, Q_SCOPE_DOSSIER,
		    I(platform, s->platform_id), T(slug, rest));
	if ((call = piece(mem, &rest, '/')) == NULL)
		return 0;
	return db_int(db, 0, Q_SCOPE_STAGE, I(call, db_int(db, 0, Q_SCOPE_CALL,
	    I(platform, s->platform_id), T(slug, call))), T(key, rest));
}

static bool
is_inside_kind(const char *kind)
{
	return strcmp(kind, "call") == 0 || strcmp(kind, "stage") == 0 ||
	    strcmp(kind, "theme") == 0 || strcmp(kind, "dossier") == 0;
}

enum rc
scope_parse(struct scope *out, struct db *db, struct mem *mem,
    const char *text)
{
	struct scope s = { .kind = text };
	enum rc rc = RC_OK;
	const char *slug;

	if (strcmp(text, "installation") == 0) {
		*out = s;
		return RC_OK;
	}
	if ((s.kind = piece(mem, &text, ':')) == NULL)
		return RC_INVALID;
	if (strcmp(s.kind, "platform") == 0) {
		s.id = s.platform_id = platform_by_slug(db, text);
	} else if (strcmp(s.kind, "territory") == 0) {
		rc = parse_territory(&s, db, mem, text);
	} else if (is_inside_kind(s.kind)) {
		if ((slug = piece(mem, &text, '/')) == NULL)
			return RC_INVALID;
		s.platform_id = platform_by_slug(db, slug);
		s.id = parse_inside(db, mem, &s, text);
	} else {
		return RC_INVALID;
	}
	if (rc == RC_OK && s.id == 0)
		rc = RC_NOT_FOUND;
	if (rc == RC_OK)
		*out = s;
	return rc;
}

enum rc
object_parse(struct object *o, struct db *db, struct mem *mem,
    const char *text)
{
	struct scope s;
	enum rc rc;

	if (text_starts(text, "application:"))
		return object_application(db, db_int(db, 0,
		    Q_OBJECT_APPLICATION_NUMBER, T(number, text + 12)), o);
	if (text_starts(text, "organisation:"))
		return object_organisation(db, db_int(db, 0,
		    Q_OBJECT_ORGANISATION_SLUG, T(slug, text + 13)), o);
	rc = scope_parse(&s, db, mem, text);
	if (rc != RC_OK)
		return rc;
	if (strcmp(s.kind, "platform") == 0)
		return object_platform(db, s.id, o);
	if (strcmp(s.kind, "call") == 0)
		return object_call(db, s.id, o);
	if (strcmp(s.kind, "dossier") == 0)
		return object_dossier(db, s.id, o);
	if (strcmp(s.kind, "installation") != 0)
		return RC_INVALID;
	*o = (struct object){ .kind = OBJECT_INSTALLATION };
	return RC_OK;
}

/* --- writing ------------------------------------------------------------------ */

/* What a scope is called: its key in addresses and its name. */
struct named {
	const char	*key, *name;
	int64_t		 parent;	/* of a stage its call, else the platform */
};

static struct named
named(struct mem *mem, struct stmt *s, const char *key,
    const char *name, const char *parent)
{
	struct named n = { "?", "?", 0 };

	if (stmt_step(s)) {
		n.key = stmt_str(s, mem, key);
		n.name = stmt_str(s, mem, name);
		n.parent = parent == NULL ? 0 : stmt_int(s, parent);
		stmt_done(s);
	}
	return n;
}

static struct named
name_of(struct db *db, struct mem *mem, const char *kind, int64_t id)
{
	if (strcmp(kind, "platform") == 0)
		return named(mem, db_query(db, Q_SCOPE_PLATFORM_NAME,
		    I(id, id)), "slug", "name", NULL);
	if (strcmp(kind, "call") == 0)
		return named(mem, db_query(db, Q_SCOPE_CALL_NAME,
		    I(id, id)), "slug", "title", "platform_id");
	if (strcmp(kind, "stage") == 0)
		return named(mem, db_query(db, Q_SCOPE_STAGE_NAME,
		    I(id, id)), "key", "label", "call_id");
	if (strcmp(kind, "theme") == 0)
		return named(mem, db_query(db, Q_SCOPE_THEME_NAME,
		    I(id, id)), "key", "label", "platform_id");
	return named(mem, db_query(db, Q_SCOPE_DOSSIER_NAME, I(id, id)),
	    "slug", "title", "platform_id");
}

static const char *
text_of_territory(struct db *db, struct mem *mem, const struct scope *s)
{
	struct territory *t;
	const char *address = "?";

	if (territory_load(&t, db, mem, s->id) == RC_OK)
		address = territory_address(mem, t);
	if (s->platform_id == 0)
		return mem_printf(mem, "territory:%s", address);
	return mem_printf(mem, "territory:%s@%s", address,
	    name_of(db, mem, "platform", s->platform_id).key);
}

const char *
scope_text(struct db *db, struct mem *mem, const struct scope *s)
{
	struct named n, call;

	if (strcmp(s->kind, "installation") == 0)
		return "installation";
	if (strcmp(s->kind, "territory") == 0)
		return text_of_territory(db, mem, s);
	n = name_of(db, mem, s->kind, s->id);
	if (strcmp(s->kind, "platform") == 0)
		return mem_printf(mem, "platform:%s", n.key);
	if (strcmp(s->kind, "stage") == 0) {
		call = name_of(db, mem, "call", n.parent);
		return mem_printf(mem, "stage:%s/%s/%s", name_of(db, mem,
		    "platform", call.parent).key, call.key, n.key);
	}
	return mem_printf(mem, "%s:%s/%s", s->kind, name_of(db, mem,
	    "platform", n.parent).key, n.key);
}

const char *
scope_words(struct mem *mem, const char *kind, const char *name,
    const char *parent)
{
	if (name == NULL)
		name = "?";
	if (strcmp(kind, "installation") == 0)
		return _("toute l’installation");
	if (strcmp(kind, "territory") == 0)
		return mem_printf(mem, _("le territoire « %s »"), name);
	if (strcmp(kind, "platform") == 0)
		return mem_printf(mem, _("la plateforme « %s »"), name);
	if (strcmp(kind, "call") == 0)
		return mem_printf(mem, _("l’appel « %s »"), name);
	if (strcmp(kind, "stage") == 0)
		return mem_printf(mem, _("l’étape « %s » de l’appel « %s »"),
		    name, parent == NULL ? "?" : parent);
	if (strcmp(kind, "theme") == 0)
		return mem_printf(mem, _("le thème « %s »"), name);
	return mem_printf(mem, _("le projet « %s »"), name);
}

const char *
scope_label(struct db *db, struct mem *mem, const struct scope *s)
{
	struct stmt *st = db_query(db, Q_SCOPE_SAID, T(kind, s->kind),
	    I(id, s->id));
	const char *name = NULL, *parent = NULL;

	if (stmt_step(st)) {
		name = stmt_str(st, mem, "name");
		parent = stmt_str(st, mem, "parent");
		stmt_done(st);
	}
	return scope_words(mem, s->kind, name, parent);
}
