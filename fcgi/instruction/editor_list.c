/*
 * The forms of a platform: their list, a new one, an imported one, and the
 * revisions of each. It changes no question: see editor_outline.c.
 */
#include "config.h"

#include "fcgi/instruction/editor.h"

#include <string.h>

#include "base/file.h"
#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"
#include "fcgi/instruction/administration.h"
#include "web/partial.h"
#include "web/upload.h"

#define BYTE_ORDER_MARK	"\xef\xbb\xbf"

const struct field_rule editor_new_fields[] = {
	{ .name = "titre", .type = F_TEXT, .max = 200 },
	{ .name = "nature", .type = F_CODE },
	{ .name = "copie", .type = F_SLUG },
	{ .name = "json", .type = F_LONG, .max = FORM_DRAFT_BYTES },
	{ .name = "fichier", .type = F_FILE, .max = FORM_DRAFT_BYTES },
	{ .name = "envoi", .type = F_CODE },
	{ .type = F_END } };

static const char *
here(const struct req *req)
{
	return page_url(req, "administration/formulaires");
}

static const char *
revision_url(const struct req *req, const char *key, int64_t number)
{
	return page_url(req, "administration/formulaires/%s/revisions/%s", key,
	    mem_printf(req->mem, "%lld", (long long)number));
}

/* --- the list ---------------------------------------------------------------------- */

static const char *
state_said(const struct req *req, const struct form_row *r)
{
	if (r->published == 0)
		return _("jamais publié");
	return mem_printf(req->mem, _("révision %lld publiée le %s"),
	    (long long)r->published, req_day_short(req, r->published_at));
}

static const char *
uses_said(const struct req *req, const struct form_row *r)
{
	const char *calls = mem_printf(req->mem, ngettext("%ld appel",
	    "%ld appels", (unsigned long)r->calls), (long)r->calls);

	return mem_printf(req->mem, ngettext("%s, %ld dossier",
	    "%s, %ld dossiers", (unsigned long)r->dossiers), calls,
	    (long)r->dossiers);
}

static void
add_form(const struct req *req, struct view *page, const struct form_row *r)
{
	struct view *row = view_add(page, M_FORM_ROWS), *draft;

	view_text(row, M_FORM_NAME, r->label);
	view_text(row, M_FORM_PAGE_URL, page_url(req,
	    "administration/formulaires/%s", r->key));
	view_text(row, M_FORM_KIND, form_kind_said(r->kind));
	view_text(row, M_FORM_STATE, state_said(req, r));
	view_text(row, M_FORM_USES, uses_said(req, r));
	if (r->draft == 0)
		return;
	draft = view_add(row, M_FORM_DRAFT);
	view_text(draft, M_FORM_DRAFT_URL, revision_url(req, r->key, r->draft));
	view_text(draft, M_FORM_DRAFT_SAID, *r->edited_by == '\0' ?
	    req_day_short(req, r->edited_at) : mem_printf(req->mem,
	    _("%s, par %s"),
	    req_day_short(req, r->edited_at), r->edited_by));
}

static void
add_new(const struct req *req, struct view *page, const struct form_row *rows,
    size_t n, const struct problems *why)
{
	struct view *section = view_add(page, M_NEW_FORM), *field;
	struct ask ask = { .req = req, .view = section, .why = why };
	const char *kinds = form_format_kinds();
	size_t i, len;

	ask_text(&ask, "titre", _("Titre du formulaire"), NULL, NULL, "off");
	field = ask_select(&ask, "nature", _("Ce qu’il décrit"), NULL);
	for (; *kinds != '\0'; kinds += len + (kinds[len] == '|')) {
		const char *kind;

		len = strcspn(kinds, "|");
		kind = mem_strndup(req->mem, kinds, len);
		ask_option(&ask, field, "nature", kind, form_kind_said(kind),
		    strcmp(kind, "supplement") == 0);
	}
	field = ask_select(&ask, "copie", _("À partir de"), _("Une copie garde "
	    "les clés des questions : ce qui a déjà été répondu n’est pas "
	    "demandé de nouveau."));
	ask_option(&ask, field, "copie", "", _("une page blanche"), true);
	for (i = 0; i < n; i++)
		if (rows[i].published != 0)
			ask_option(&ask, field, "copie", rows[i].key,
			    rows[i].label, false);
}

static void
add_import(const struct req *req, struct view *page,
    const struct problems *why)
{
	struct view *section = view_add(page, M_IMPORT_FORM), *row;
	struct ask ask = { .req = req, .view = section, .why = why };

	row = ask_lines(&ask, "json", _("Ou son contenu"), NULL, NULL, 6);
	ask_optional(row);
	view_text(section, M_IMPORT_ERROR_TEXT, "");
	if (why != NULL && problem_get(why, "fichier") != NULL)
		view_text(view_add(section, M_IMPORT_ERROR),
		    M_IMPORT_ERROR_TEXT, problem_get(why, "fichier"));
}

static void
show_list(struct req *req, struct res *res, const struct problems *why)
{
	struct view *page = res_page(res, _("Formulaires")), *list;
	struct form_row *rows;
	size_t n = form_list(&rows, req->db, req->mem, req->platform->id), i;

	administration_crumbs(req, page, _("Formulaires"));
	view_text(page, M_FORM_URL, here(req));
	ask_problems(page, req, why);
	if (n > 0) {
		list = view_add(page, M_FORMS_SHOWN);
		for (i = 0; i < n; i++)
			add_form(req, list, &rows[i]);
	}
	add_new(req, page, rows, n, why);
	add_import(req, page, why);
	res_view(res, why == NULL ? 200 : 422, "administration/forms.tpl");
}

void
forms_get(struct req *req, struct res *res)
{
	show_list(req, res, NULL);
}

/* --- a new form ---------------------------------------------------------------------- */

/* A key that no form of the platform has. */
static const char *
free_form_key(const struct req *req, const char *title)
{
	const char *base = text_slug(req->mem, title), *key = base;
	struct form_version *versions;
	int n;

	for (n = 2; form_versions(&versions, req->db, req->mem,
	    req->platform->id, key) > 0; n++)
		key = mem_printf(req->mem, "%s-%d", base, n);
	return key;
}

/* A blank one, or a copy of one that is published; the caller's. */
static struct json_object *
make_new(const struct req *req, const char *title)
{
	const char *copy = field_text(&req->fields, "copie");
	const char *kind = field_text(&req->fields, "nature");
	struct json_object *form = NULL;
	struct form_draft from;

	if (kind == NULL || !shape_choice(form_format_kinds(), kind))
		kind = "supplement";
	if (copy != NULL && form_published(&from, req->db, req->mem,
	    req->platform->id, copy) == RC_OK) {
		form = json_object_get(from.definition);
		form_draft_release(&from);
		json_put_text(form, "key", free_form_key(req, title));
		json_put_text(form, "title", title);
		json_put_text(form, "kind", kind);
		return form;
	}
	return form_draft_blank(free_form_key(req, title), title, kind);
}

/* The text of the file that was joined, else what was pasted. */
static const char *
imported_text(const struct req *req)
{
	const struct upload *u = upload_next(req, NULL, "fichier");
	char *text;

	if (u != NULL && u->size_bytes > 0 && !u->too_long &&
	    file_read(&text, NULL, req->mem, u->path, FORM_DRAFT_BYTES) == RC_OK)
		return text;
	return field_raw(&req->fields, "json");
}

static struct json_object *
read_import(const struct req *req, struct problems *why)
{
	const char *text = imported_text(req);
	const struct upload *u = upload_next(req, NULL, "fichier");
	struct json_object *form = NULL;
	struct json_error error;

	if (text_blank(text)) {
		problem_add(why, "fichier", "%s", u != NULL &&
		    u->size_bytes > 0 ? _("Ce fichier n’a pas de texte : "
		    "choisissez un export en JSON.")
		    : _("Choisissez un fichier, ou collez son contenu."));
		return NULL;
	}
	/* What some editors of text write first. */
	if (strncmp(text, BYTE_ORDER_MARK, strlen(BYTE_ORDER_MARK)) == 0)
		text += strlen(BYTE_ORDER_MARK);
	if (json_parse(&form, text, strlen(text), 32, &error) != RC_OK)
		problem_add(why, "json", _("Ce n’est pas du JSON : ligne %d, "
		    "colonne %d (%s)."), error.line, error.column, error.text);
	else if (!json_is(form, json_type_object)) {
		json_object_put(form);
		form = NULL;
		problem_add(why, "json", "%s", _("Ce JSON n’est pas un "
		    "formulaire : il commence par une accolade et décrit des "
		    "étapes."));
	}
	return form;
}

/* What the format refuses, each beside the import, with its path. */
static void
say_refused(const struct problems *found, struct problems *why)
{
	const struct problem *p;

	for (p = found->first; p != NULL; p = p->next)
		problem_add(why, "json", *p->where == '\0' ? "%s%s" : "%s : %s",
		    p->where, p->text);
}

static void
import_form(struct req *req, struct res *res, struct json_object *form,
    struct problems *why)
{
	struct problems found = PROBLEMS_INIT(req->mem);
	const char *key = "";
	int64_t number = 0;
	enum rc rc = RC_INVALID;

	if (form != NULL)
		rc = form_draft_import(&key, &number, req->db, req->mem,
		    req->platform->id, form, req->person, req->now, &found);
	json_object_put(form);
	say_refused(&found, why);
	if (rc == RC_CONFLICT)
		problem_add(why, "json", _("Le formulaire « %s » a déjà un "
		    "brouillon : publiez-le ou abandonnez-le d’abord."), key);
	if (rc == RC_OK)
		res_redirect_flash(res, revision_url(req, key, number),
		    _("Voici le brouillon."));
	else if (why->count > 0)
		show_list(req, res, why);
	else
		res_error(res, rc);
}

void
forms_post(struct req *req, struct res *res)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	const char *title = field_text(&req->fields, "titre");
	const char *what = req_text(req, "envoi");

	if (strcmp(what, "import") == 0)
		import_form(req, res, read_import(req, &why), &why);
	else if (title == NULL) {
		problem_add(&why, "titre", "%s", _("Donnez un titre au "
		    "formulaire."));
		show_list(req, res, &why);
	} else
		import_form(req, res, make_new(req, title), &why);
}

/* --- one form --------------------------------------------------------------------------- */

/* Of the newest published one: may drafts of an older one move to it? */
static void
add_offer(const struct req *req, struct view *row, const char *key,
    const struct form_version *v)
{
	struct view *offer = view_add(row, M_VERSION_OFFER);

	view_text(offer, M_OFFER_URL, mem_printf(req->mem, "%s/proposer",
	    revision_url(req, key, v->number)));
	view_show(offer, v->offered ? M_OFFERED_NOW : M_OFFERED_NOT);
}

static void
add_version(const struct req *req, struct view *page, const char *key,
    const struct form_version *v, bool newest)
{
	struct view *row = view_add(page, M_VERSION_ROWS);

	view_text(row, M_VERSION_NAME, mem_printf(req->mem, _("Révision %lld"),
	    (long long)v->number));
	view_text(row, M_VERSION_URL, revision_url(req, key, v->number));
	view_text(row, M_VERSION_STATE, v->published_at == 0 ? _("brouillon")
	    : mem_printf(req->mem, _("publiée le %s"),
	    req_day_short(req, v->published_at)));
	view_text(row, M_VERSION_BY, v->edited_by);
	view_text(row, M_VERSION_USES, mem_printf(req->mem, ngettext(
	    "%ld dossier", "%ld dossiers", (unsigned long)v->dossiers),
	    (long)v->dossiers));
	view_text(row, M_VERSION_SHA256, v->sha256);
	if (newest && v->number > 1)
		add_offer(req, row, key, v);
	view_text(row, M_VERSION_JSON_URL, mem_printf(req->mem, "%s.json",
	    revision_url(req, key, v->number)));
}

static void
add_uses(const struct req *req, struct view *page, const char *key)
{
	struct form_call *calls;
	size_t n = form_calls(&calls, req->db, req->mem, req->platform->id,
	    key), i;
	struct view *section, *row;

	if (n == 0)
		return;
	section = view_add(page, M_FORM_CALLS);
	for (i = 0; i < n; i++) {
		row = view_add(section, M_CALL_ROWS);
		view_text(row, M_CALL_URL, page_url(req, "appels/%s",
		    calls[i].slug));
		view_text(row, M_CALL_TITLE, calls[i].title);
	}
}

void
form_page_get(struct req *req, struct res *res)
{
	const char *key = req_param(req, "form");
	struct form_version *versions;
	struct view *page;
	struct form_row *rows;
	size_t n, i, at, forms;

	n = form_versions(&versions, req->db, req->mem, req->platform->id, key);
	if (n == 0) {
		res_error(res, RC_NOT_FOUND);
		return;
	}
	forms = form_list(&rows, req->db, req->mem, req->platform->id);
	for (at = 0; at < forms; at++)
		if (strcmp(rows[at].key, key) == 0)
			break;
	if (at == forms) {
		res_error(res, RC_NOT_FOUND);
		return;
	}
	page = res_page(res, rows[at].label);
	administration_crumbs(req, page, rows[at].label);
	partial_crumb(page, here(req), _("Formulaires"));
	view_text(page, M_FORM_NAME, rows[at].label);
	view_text(page, M_FORM_STATE, state_said(req, &rows[at]));
	view_text(page, M_FORM_URL, page_url(req,
	    "administration/formulaires/%s/brouillon", key));
	view_show(page, rows[at].draft != 0 ? M_DRAFT_GO : M_DRAFT_BEGIN);
	for (i = 0; i < n; i++)
		add_version(req, page, key, &versions[i],
		    versions[i].number == rows[at].published && n > 1);
	add_uses(req, page, key);
	res_view(res, 200, "administration/form_page.tpl");
}

/* Begin a draft, or go on with the one that there is. */
void
form_draft_post(struct req *req, struct res *res)
{
	const char *key = req_param(req, "form");
	int64_t number;
	enum rc rc = form_draft_begin(&number, req->db, req->mem,
	    req->platform->id, key, req->person, req->now);

	if (rc == RC_OK)
		res_redirect(res, revision_url(req, key, number));
	else
		res_error(res, rc);
}
