/*
 * Reference lists: what questions choose from, loaded from a CSV file with a
 * report by line and column. A file with one fault changes nothing.
 */
#include "config.h"

#include "fcgi/instruction/lists.h"

#include "base/file.h"
#include "base/json.h"
#include "base/lang.h"
#include "base/shape.h"
#include "base/text.h"
#include "domain/audit.h"
#include "domain/money.h"
#include "domain/reference.h"
#include "fcgi/instruction/administration.h"
#include "web/ask.h"
#include "web/upload.h"

const struct field_rule lists_fields[] = {
	{ .name = "cle", .type = F_TEXT, .max = 80 },
	{ .name = "nom", .type = F_TEXT, .max = 200 },
	{ .name = "fichier", .type = F_FILE, .max = REFERENCE_BYTES },
	{ .type = F_END } };

static const char *
here(const struct req *req)
{
	return page_url(req, "administration/listes");
}

/* --- showing ----------------------------------------------------------------------- */

static void
add_list(const struct req *req, struct view *in, const struct reference_list *l)
{
	struct view *row = view_add(in, M_LIST_ROWS);

	view_text(row, M_LIST_LABEL, l->label);
	view_text(row, M_LIST_KEY, l->key);
	view_text(row, M_LIST_ITEMS, money_number(req->mem, l->items,
	    lang_get()));
	view_text(row, M_LIST_SOURCE, l->source);
	view_text(row, M_LIST_WHEN, req_day_short(req, l->loaded_at));
}

/* The faults of the file, at their lines and columns. */
static void
add_report(struct view *page, const struct problems *report)
{
	const struct problem *p;
	struct view *section, *row;

	if (report == NULL || report->count == 0)
		return;
	section = view_add(page, M_LIST_REPORT);
	for (p = report->first; p != NULL; p = p->next) {
		row = view_add(section, M_REPORT_ROWS);
		view_text(row, M_REPORT_WHERE, p->where);
		view_text(row, M_REPORT_TEXT, p->text);
	}
}

static void
show(struct req *req, struct res *res, const struct problems *why,
    const struct problems *report)
{
	struct view *page = res_page(res, _("Listes de référence")), *shown;
	struct reference_list *lists;
	struct ask ask = { .req = req, .view = page, .why = why };
	size_t n = reference_lists(&lists, req->db, req->mem,
	    req->platform->id), i;

	administration_crumbs(req, page, _("Listes de référence"));
	view_text(page, M_FORM_URL, here(req));
	ask_problems(page, req, why);
	add_report(page, report);
	if (n > 0) {
		shown = view_add(page, M_LISTS_SHOWN);
		for (i = 0; i < n; i++)
			add_list(req, shown, &lists[i]);
	}
	ask_text(&ask, "cle", _("Clé de la liste"), _("Celle d’une liste "
	    "ci-dessus pour la remplacer, une autre pour une nouvelle : "
	    "minuscules, chiffres, tirets."), NULL, "off");
	ask_text(&ask, "nom", _("Nom de la liste"), NULL, NULL, "off");
	view_optional(page, M_FILE_ERROR, M_FILE_ERROR_TEXT, why == NULL ? NULL
	    : problem_get(why, "fichier"));
	res_view(res, why == NULL ? 200 : 422, "administration/lists.tpl");
}

void
lists_get(struct req *req, struct res *res)
{
	show(req, res, NULL, NULL);
}

/* --- loading -------------------------------------------------------------------------- */

static enum rc
put(struct req *req, const struct reference_list *list,
    const struct reference_items *items)
{
	struct json_object *detail = json_object_new_object();
	enum rc rc = db_write_begin(req->db);

	if (rc != RC_OK) {
		json_object_put(detail);
		return rc;
	}
	reference_put(req->db, req->mem, req->platform->id, list, items,
	    req->now);
	json_put_text(detail, "list", list->key);
	json_put_int(detail, "items", (int64_t)items->count);
	json_put_text(detail, "sha256", list->sha256);
	audit_add(req->db, req->person->id, "reference_list",
	    req->platform->id, detail, req->now);
	json_object_put(detail);
	return db_write_commit(req->db);
}

/* The bytes of the file that came, or a problem. */
static const struct upload *
received(struct req *req, char **bytes, size_t *len, struct problems *why)
{
	const struct upload *u = upload_next(req, NULL, "fichier");

	if (u == NULL || u->size_bytes == 0)
		problem_add(why, "fichier", "%s",
		    _("Choisissez un fichier CSV."));
	else if (u->too_long || file_read(bytes, len, req->mem, u->path,
	    REFERENCE_BYTES) != RC_OK)
		problem_add(why, "fichier", "%s",
		    _("Ce fichier est trop gros : 8 Mo au plus."));
	else
		return u;
	return NULL;
}

void
lists_post(struct req *req, struct res *res)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	struct problems report = PROBLEMS_INIT(req->mem);
	struct reference_list list = { .key = req_text(req, "cle"),
	    .label = req_text(req, "nom") };
	struct reference_items items;
	const struct upload *u;
	char *bytes = NULL;
	size_t len = 0;
	enum rc rc;

	if (!shape_is_key(list.key))
		problem_add(&why, "cle", "%s", _("Donnez une clé : minuscules, "
		    "chiffres, tirets."));
	if (text_blank(list.label))
		problem_add(&why, "nom", "%s", _("Donnez un nom à la liste."));
	u = received(req, &bytes, &len, &why);
	if (u != NULL && reference_read(&items, req->mem, bytes, len, &report)
	    != RC_OK)
		problem_add(&why, "fichier", "%s", _("Ce fichier a des erreurs : "
		    "rien n’a été chargé."));
	if (why.count > 0) {
		show(req, res, &why, &report);
		return;
	}
	list.source = u->filename;
	list.sha256 = u->sha256;
	rc = put(req, &list, &items);
	if (rc == RC_OK)
		res_redirect_flash(res, here(req), mem_printf(req->mem,
		    ngettext("La liste est chargée : %zu élément.",
		    "La liste est chargée : %zu éléments.",
		    (unsigned long)items.count), items.count));
	else
		res_error(res, rc);
}
