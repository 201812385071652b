/*
 * What lookup.js proposes while somebody types: territories, bodies, items of
 * lists, elements. It refuses what the person may not read.
 */
#include "config.h"

#include "fcgi/submission/pages.h"

#include <json.h>
#include <string.h>

#include "base/json.h"
#include "base/text.h"
#include "domain/catalogue.h"
#include "domain/kind.h"
#include "domain/reference.h"
#include "domain/siret.h"
#include "domain/stored_file.h"
#include "domain/territory.h"

#define SUGGESTIONS	8

static void
suggest(struct json_object *list, const char *code, const char *name,
    const char *detail)
{
	struct json_object *o = json_object_new_object();

	json_put_text(o, "code", code);
	json_put_text(o, "name", name);
	json_put_text(o, "detail", detail);
	json_object_array_add(list, o);
}

void
places_json(struct req *req, struct res *res)
{
	const char *kind = field_text(&req->fields, "genre");
	struct json_object *list = json_object_new_array();
	struct territories found;
	size_t i;

	territory_suggest(&found, req->db, req->mem,
	    req_text(req, "q"),
	    field_bool(&req->fields, "partout") ? 0
	    : req->platform->territory_id, SUGGESTIONS);
	for (i = 0; i < found.count; i++)
		if (kind == NULL || strcmp(found.rows[i].kind, kind) == 0)
			suggest(list, found.rows[i].code, found.rows[i].name,
			    territory_kind_label(found.rows[i].kind));
	res_json(res, 200, list);
}

/* Bodies that the person belongs to, and those known by their number. */
void
bodies_json(struct req *req, struct res *res)
{
	struct json_object *list = json_object_new_array();
	const char *typed = req_text(req, "q");
	const char *folded = text_fold(req->mem, typed);
	struct stmt *s = db_query(req->db, Q_DOSSIER_BODIES_KNOWN,
	    I(person, req->person->id), T(folded, folded),
	    T(end, mem_printf(req->mem, "%s\U0010fffd", folded)),
	    I(limit, SUGGESTIONS));

	while (stmt_step(s)) {
		const char *siret = stmt_str(s, req->mem, "siret");
		const char *number = siret != NULL
		    ? siret_format(req->mem, siret)
		    : stmt_str(s, req->mem, "rna");

		suggest(list, number, number, stmt_str(s, req->mem, "name"));
	}
	stmt_done(s);
	res_json(res, 200, list);
}

void
lists_json(struct req *req, struct res *res)
{
	struct json_object *list = json_object_new_array();
	const char *key = req_text(req, "liste");
	struct reference_items found = { NULL, 0 };
	struct reference_list named;
	size_t i;

	if (reference_list_load(&named, req->db, req->mem, req->platform->id,
	    key) == RC_OK)
		reference_suggest(&found, req->db, req->mem, named.id,
		    req_text(req, "q"), SUGGESTIONS);
	for (i = 0; i < found.count; i++)
		suggest(list, found.rows[i].key, found.rows[i].label,
		    found.rows[i].parent);
	res_json(res, 200, list);
}

void
links_json(struct req *req, struct res *res)
{
	struct json_object *list = json_object_new_array();
	const char *typed = req_text(req, "q");
	const char *kind = field_text(&req->fields, "genre");
	const char *words = catalogue_match_in(req->mem, req->platform->id,
	    "title", typed);
	struct stmt *s;

	if (words == NULL) {
		res_json(res, 200, list);	/* nothing typed yet */
		return;
	}
	s = db_query(req->db, Q_ANSWER_LINK_SUGGEST,
	    I(platform, req->platform->id), I(person, req->person->id),
	    T(typed, typed), T(words, words), I(limit, SUGGESTIONS));
	while (stmt_step(s))
		if (kind == NULL || strcmp(kind, stmt_text(s, "kind")) == 0)
			suggest(list, stmt_str(s, req->mem, "uuid"),
			    stmt_str(s, req->mem, "title"), NULL);
	res_json(res, 200, list);
}

/* A model file of the platform, to be filled in. */
void
model_get(struct req *req, struct res *res)
{
	const char *name = req_param(req, "name"), *sha256, *type;
	struct stmt *s = db_query(req->db, Q_PLATFORM_FILE_FIND,
	    I(platform, req->platform->id), T(name, name));

	if (!stmt_step(s)) {
		res_error(res, RC_NOT_FOUND);
		return;
	}
	sha256 = stmt_str(s, req->mem, "sha256");
	type = stmt_str(s, req->mem, "type");
	stmt_done(s);
	res_file(res, stored_file_name(req->mem, sha256), type, name);
}
