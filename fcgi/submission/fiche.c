/*
 * A commons, a place, a resource described by somebody: read by a moderator
 * before the public, changed by who wrote it.
 */
#include "config.h"

#include "fcgi/submission/gestures.h"

#include <string.h>

#include "base/lang.h"
#include "base/text.h"
#include "domain/element.h"
#include "domain/flow.h"
#include "domain/kind.h"
#include "domain/link.h"
#include "domain/place.h"
#include "fcgi/submission/listen.h"
#include "web/ask.h"

const struct field_rule sheet_of_fields[] = {
	{ .name = "nature", .type = F_CODE },
	{ .name = "titre", .type = F_TEXT, .max = 300 },
	{ .name = "resume", .type = F_LONG, .max = 1000 },
	{ .name = "description", .type = F_LONG, .max = 12000 },
	{ .name = "territoire", .type = F_TEXT, .max = 120 },
	{ .name = "theme", .type = F_ID },
	{ .name = "besoin", .type = F_CODE, .flags = FIELD_MANY },
	{ .name = "offre", .type = F_CODE, .flags = FIELD_MANY },
	{ .name = "precision.", .type = F_ANSWERS },
	{ .name = "mots", .type = F_TEXT, .max = 600 },
	{ .type = F_END } };

static int64_t
id_of(const struct req *req)
{
	return req_id(req, "fiche");
}

static enum rc
own_fiche(struct element **e, const struct req *req)
{
	enum rc rc = element_load(e, req->db, req->mem, id_of(req));

	if (rc == RC_OK && (req->person == NULL || (*e)->platform_id !=
	    req->platform->id || strcmp((*e)->kind, "project") == 0 ||
	    !link_holds(req->db, (*e)->id, req->person->id)))
		rc = RC_NOT_FOUND;
	return rc;
}

/* Whoever does not hold it is told that there is none. */
enum rc
fiche_object(struct req *req)
{
	struct element *e;
	enum rc rc = own_fiche(&e, req);

	return rc != RC_OK ? rc : object_platform(req->db, req->platform->id,
	    &req->object);
}

/* --- the form -------------------------------------------------------------------- */

static void
show_fields(const struct req *req, struct view *v, const struct element *e,
    const struct problems *why)
{
	const struct ask ask = { .req = req, .view = view_add(v, M_ABOUT),
	    .why = why };
	struct territory *t;
	const struct kind *k;
	struct view *row;
	size_t i;

	if (e == NULL) {
		row = ask_radios(&ask, "nature", _("C’est…"), NULL);
		for (k = kinds; k->kind != NULL; k++)
			if (strcmp(k->kind, "project") != 0)
				ask_option(&ask, row, "nature", k->kind,
				    _(k->one), strcmp(k->kind, "commons") ==
				    0);
	}
	ask_text(&ask, "titre", _("Son nom"), NULL, e == NULL ? "" : e->title,
	    NULL);
	ask_lines(&ask, "resume", _("En une ou deux phrases"), NULL,
	    e == NULL ? "" : e->summary, 3);
	ask_optional(ask_lines(&ask, "description", _("Description"),
	    _("Ce que c’est, qui s’en occupe, comment s’en servir."),
	    e == NULL ? "" : e->description, 8));
	ask_text(&ask, "territoire", _("Où ?"), _("Une commune, par son "
	    "nom."), e != NULL && e->territory_id != 0 && territory_load(&t,
	    req->db, req->mem, e->territory_id) == RC_OK ? t->name : "",
	    NULL);
	row = ask_select(&ask, "theme", _("Thème"), NULL);
	for (i = 0; i < req->platform->theme_count; i++)
		ask_option(&ask, row, "theme", mem_printf(req->mem, "%lld",
		    (long long)req->platform->themes[i].id),
		    req->platform->themes[i].label, e != NULL &&
		    e->theme_id == req->platform->themes[i].id);
}

static void
show(struct req *req, struct res *res, int status, const struct element *e,
    const struct problems *why)
{
	struct view *v = res_page(res, e == NULL ? _("Décrire un commun, un "
	    "lieu, une ressource") : e->title);
	struct flow f = { .reason = "" };

	if (e != NULL)
		flow_load(&f, req->db, req->mem, e->id);
	ask_problems(v, req, why);
	view_text(v, M_FORM_TITLE, e == NULL ? _("Décrire un commun, un lieu, "
	    "une ressource") : e->title);
	view_text(v, M_FORM_URL, req_here(req));
	view_text(v, M_FORM_ACT, e == NULL ? _("Demander la publication") :
	    _("Enregistrer"));
	if (f.state != NULL) {
		struct view *in = view_add(v, M_FLOW_SAID);

		view_text(in, M_FLOW_TITLE, strcmp(f.state, "listed") == 0 ?
		    _("Visible de tous") : strcmp(f.state, "waiting") == 0 ?
		    _("Relu bientôt") : strcmp(f.state, "improve") == 0 ?
		    _("À améliorer") : _("Non publié"));
		view_text(in, M_FLOW_REASON_TEXT, f.reason);
	}
	show_fields(req, v, e, why);
	words_show(req, v, "commons", &f, why);
	res_view(res, status, "submission/fiche.tpl");
}

void
fiche_new_get(struct req *req, struct res *res)
{
	show(req, res, 200, NULL, NULL);
}

void
fiche_get(struct req *req, struct res *res)
{
	struct element *e;
	enum rc rc = own_fiche(&e, req);

	if (rc != RC_OK)
		res_error(res, rc);
	else
		show(req, res, 200, e, NULL);
}

/* --- saving ------------------------------------------------------------------------ */

static void
read_form(struct element *e, const struct req *req, struct problems *why)
{
	const char *place = req_text(req, "territoire");
	struct territory *t;

	e->title = text_collapse_spaces(req->mem, req_text(req, "titre"));
	e->summary = text_collapse_spaces(req->mem, req_text(req, "resume"));
	e->description = req_text(req, "description");
	e->theme_id = platform_theme(req->platform, field_int(&req->fields,
	    "theme")) == NULL ? 0 : field_int(&req->fields, "theme");
	e->territory_id = 0;
	if (*place != '\0' && place_typed(&t, req->db, req->mem, place,
	    req->platform->territory_id) == RC_OK)
		e->territory_id = t->id;
	if (*e->title == '\0' || text_length(e->title) > 120)
		problem_add(why, "titre", "%s", _("Donnez un nom, en 120 "
		    "caractères au plus."));
	if (*e->summary == '\0' || text_length(e->summary) > 400)
		problem_add(why, "resume", "%s", _("Résumez en une ou deux "
		    "phrases, 400 caractères au plus."));
	if (e->territory_id == 0)
		problem_add(why, "territoire", "%s", _("Nous ne trouvons pas "
		    "ce territoire : écrivez son nom entier, ou son code."));
	if (e->theme_id == 0)
		problem_add(why, "theme", "%s", _("Choisissez son thème."));
}

/* Writes it, then asks: a stop between the two leaves a fiche to ask for. */
static void
save(struct req *req, struct res *res, struct element *e, bool fresh)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	struct act act = { .who = req->person, .now = req->now,
	    .service_url = req_absolute(req, page_url(req,
	    "instruction/moderation")) };
	struct flow_form form;
	enum rc rc = RC_INVALID;

	read_form(e, req, &why);
	words_read(&form, req, e->kind, &why);
	if (why.count == 0)
		rc = db_write_begin(req->db);
	if (rc == RC_OK) {
		if (fresh)
			element_create(req->db, req->mem, e, req->now);
		else
			element_put(req->db, req->mem, e, req->now);
		rc = db_write_commit(req->db);
	}
	if (rc == RC_OK)
		rc = flow_ask(req->db, req->mem, e->id, &form, &act, &why);
	if (rc == RC_INVALID)
		show(req, res, 422, fresh ? NULL : e, &why);
	else if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, page_url(req, "gestes/fiches/%s",
		    mem_printf(req->mem, "%lld", (long long)e->id)),
		    e->published_at != 0 ? _("Enregistré.") :
		    _("Demande envoyée : nous relisons, puis nous vous "
		    "écrivons."));
}

void
fiche_new_post(struct req *req, struct res *res)
{
	const struct kind *k = kind_of(field_text(&req->fields, "nature"));
	struct element e = { .platform_id = req->platform->id,
	    .owner_person_id = req->person->id,
	    .kind = k == NULL || strcmp(k->kind, "project") == 0 ? "commons" :
	    k->kind, .holder_name = req->person->name };

	save(req, res, &e, true);
}

void
fiche_post(struct req *req, struct res *res)
{
	struct element *e;
	enum rc rc = own_fiche(&e, req);

	if (rc != RC_OK)
		res_error(res, rc);
	else
		save(req, res, e, false);
}
