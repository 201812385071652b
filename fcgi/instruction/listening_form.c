/*
 * The filter of a listening: its form, its changes, its end.
 * What a key does not mean any more is left out.
 */
#include "config.h"

#include "fcgi/instruction/listening.h"

#include <string.h>

#include "base/lang.h"
#include "base/text.h"
#include "domain/need.h"
#include "domain/place.h"
#include "web/ask.h"

const struct field_rule listening_form_fields[] = {
	{ .name = "nom", .type = F_TEXT, .max = 200 },
	{ .name = "territoire", .type = F_TEXT, .max = 120 },
	{ .name = "theme", .type = F_CODE, .flags = FIELD_MANY },
	{ .name = "maturite", .type = F_CODE, .flags = FIELD_MANY },
	{ .name = "besoin", .type = F_CODE, .flags = FIELD_MANY },
	{ .name = "mots", .type = F_TEXT, .max = 600 },
	{ .name = "texte", .type = F_TEXT, .max = 200 },
	{ .name = "retour", .type = F_BOOL },
	{ .type = F_END } };

/* --- the filter ------------------------------------------------------------------------ */

static bool
is_in(const char *const *list, size_t n, const char *key)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (strcmp(list[i], key) == 0)
			return true;
	return false;
}

static void
show_words(const struct ask *form, const char *name, const char *label,
    const struct word *words, const char *const *list, size_t n)
{
	struct view *row = ask_checkboxes(form, name, label, NULL);

	ask_optional(row);
	for (; words->key != NULL; words++)
		ask_choice(form, row, name, words->key, _(words->label), NULL,
		    is_in(list, n, words->key));
}

static void
show_form(struct req *req, struct res *res, int status,
    const struct listening *l, const struct problems *why)
{
	static const struct listening_filter nothing = { .territory = "",
	    .words = "" };
	const struct listening_filter *f = l == NULL ? &nothing : &l->filter;
	struct view *v = l == NULL ? res_page(res, _("Nouvelle écoute")) :
	    listening_page(req, res, l, _("Filtre"), "/modifier");
	struct ask form = { req, v, why, 0 };
	struct needs tags = { .tags = (const char **)f->tags,
	    .tag_count = f->tag_count };
	struct territory *t;
	struct view *row;
	size_t i;

	ask_problems(v, req, why);
	view_text(v, M_FORM_URL, req_here(req));
	view_text(v, M_FORM_ACT, l == NULL ? _("Écouter") :
	    _("Enregistrer"));
	view_text(v, M_FORM_TITLE, l == NULL ? _("Nouvelle écoute") :
	    _("Ce que vous écoutez"));
	if (l != NULL)
		view_text(view_add(v, M_DROP), M_DROP_URL, listening_url(req,
		    l, "/supprimer"));
	ask_text(&form, "nom", _("Nom de l’écoute"),
	    _("Pour vous y retrouver : « Composts de l’Ouest »."),
	    l == NULL ? "" : l->name, NULL);
	ask_optional(ask_text(&form, "territoire", _("Territoire"),
	    _("Une commune, une intercommunalité, un département… Vide : "
	    "partout."), f->territory_id != 0 && territory_load(&t, req->db,
	    req->mem, f->territory_id) == RC_OK ? t->name : "", NULL));
	row = ask_checkboxes(&form, "theme", _("Thèmes"), NULL);
	ask_optional(row);
	for (i = 0; i < req->platform->theme_count; i++)
		ask_choice(&form, row, "theme", req->platform->themes[i].key,
		    req->platform->themes[i].label, NULL, is_in(f->themes,
		    f->theme_count, req->platform->themes[i].key));
	show_words(&form, "maturite", _("Maturité"), maturities,
	    f->maturities, f->maturity_count);
	show_words(&form, "besoin", _("Ce qu’ils cherchent"), need_kinds,
	    f->needs, f->need_count);
	ask_optional(ask_text(&form, "mots", _("Mots des porteurs"),
	    _("Séparés par des virgules."), needs_tags_text(req->mem, &tags), NULL));
	ask_optional(ask_text(&form, "texte", _("Dans le texte"),
	    _("Des mots du titre ou de la description."), f->words, NULL));
	row = ask_checkboxes(&form, "retour", _("Parcours"), NULL);
	ask_optional(row);
	ask_choice(&form, row, "retour", "1", _("Seulement les projets "
	    "revenus après un refus"), NULL, f->returned);
	res_view(res, status, "instruction/listening_form.tpl");
}

static void
read_keys(const struct req *req, const char *name, const char **list,
    size_t *n)
{
	const struct field *f;

	for (f = field_next(&req->fields, NULL, name); f != NULL &&
	    *n < FILTER_MANY; f = field_next(&req->fields, f, name))
		list[(*n)++] = f->text;
}

static void
read_form(struct listening_filter *f, const struct req *req,
    struct problems *why)
{
	const char *place = req_text(req, "territoire");
	struct needs tags = { 0 };
	struct territory *t;
	size_t i;

	*f = (struct listening_filter){ .territory = "",
	    .words = req_text(req, "texte"),
	    .returned = field_bool(&req->fields, "retour") };
	if (*place != '\0' && place_typed(&t, req->db, req->mem, place,
	    req->platform->territory_id) == RC_OK)
		f->territory = territory_address(req->mem, t);
	else if (*place != '\0')
		problem_add(why, "territoire", "%s", _("Nous ne trouvons pas "
		    "ce territoire : écrivez son nom entier, ou son code."));
	read_keys(req, "theme", f->themes, &f->theme_count);
	read_keys(req, "maturite", f->maturities, &f->maturity_count);
	read_keys(req, "besoin", f->needs, &f->need_count);
	needs_read_tags(&tags, req->mem, req_text(req, "mots"),
	    why);
	for (i = 0; i < tags.tag_count; i++)
		f->tags[f->tag_count++] = tags.tags[i];
}

void
listening_new_get(struct req *req, struct res *res)
{
	show_form(req, res, 200, NULL, NULL);
}

void
listening_new_post(struct req *req, struct res *res)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	const struct act act = listening_act(req, NULL);
	struct listening_filter f;
	int64_t id = 0;
	enum rc rc = RC_INVALID;

	read_form(&f, req, &why);
	if (why.count == 0)
		rc = listening_create(&id, req->db, req->mem,
		    req->platform->id, req_text(req, "nom"),
		    &f, &act, &why);
	if (rc == RC_INVALID)
		show_form(req, res, 422, NULL, &why);
	else if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, mem_printf(req->mem, "%s/%lld",
		    page_url(req, "instruction/ecoute"), (long long)id),
		    _("Vous écoutez. Choisissez vos alertes quand vous "
		    "voulez."));
}

void
listening_edit_get(struct req *req, struct res *res)
{
	struct listening *l = listening_open(req, res);

	if (l != NULL)
		show_form(req, res, 200, l, NULL);
}

void
listening_edit_post(struct req *req, struct res *res)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	struct listening *l = listening_open(req, res);
	struct listening_filter f;
	enum rc rc = RC_INVALID;

	if (l == NULL)
		return;
	read_form(&f, req, &why);
	if (why.count == 0)
		rc = listening_change(req->db, req->mem, l->id,
		    req_text(req, "nom"), &f, &why);
	if (rc == RC_INVALID)
		show_form(req, res, 422, l, &why);
	else if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, listening_url(req, l, ""),
		    _("Enregistré."));
}

void
listening_drop_post(struct req *req, struct res *res)
{
	struct listening *l = listening_open(req, res);
	enum rc rc;

	if (l == NULL)
		return;
	rc = listening_drop(req->db, l->id);
	if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, page_url(req, "instruction/ecoute"),
		    _("L’écoute, son tableau et ses notes sont supprimés."));
}
