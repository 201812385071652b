/*
 * Why may they, why may they not: a question about a person, an action and an
 * object of this platform, and the table of roles.
 */
#include "config.h"

#include "fcgi/instruction/community.h"

#include <string.h>

#include "base/lang.h"
#include "base/text.h"
#include "domain/grant.h"
#include "fcgi/instruction/administration.h"
#include "web/ask.h"
#include "web/partial.h"

const struct field_rule community_why_fields[] = {
	{ .name = "personne", .type = F_TEXT, .max = 300 },
	{ .name = "action", .type = F_CODE },
	{ .name = "objet", .type = F_TEXT, .max = 300 },
	{ .type = F_END } };

/* An application's number, the address of a call or of a project; nothing is
 * the platform itself. Only what is of this platform, and not hidden from who
 * asks by a conflict of interest. */
static bool
read_object(const struct req *req, struct object *o)
{
	const char *slug = req->platform->slug, *text = req_text(req, "objet");
	const char *full;
	size_t i;

	if (*text == '\0')
		return object_platform(req->db, req->platform->id, o) == RC_OK;
	for (i = 0; i < 3; i++) {
		full = i == 0 ? mem_printf(req->mem, "application:%s", text) :
		    i == 1 ? mem_printf(req->mem, "call:%s/%s", slug, text) :
		    mem_printf(req->mem, "dossier:%s/%s", slug, text);
		if (object_parse(o, req->db, req->mem, full) == RC_OK &&
		    o->platform_id == req->platform->id)
			return o->dossier_id == 0 || right_may(req->db,
			    req->person, RIGHT_APPLICATION_READ, o);
	}
	return false;
}

/* An address without an account is a person without any role: the page does
 * not tell which. */
static struct person *
read_person(const struct req *req)
{
	struct person *p;

	if (person_by_email(&p, req->db, req->mem, req_text(req, "personne"),
	    req->now) == RC_OK)
		return p;
	p = MEM_NEW(req->mem, struct person);
	p->id = -1;
	p->name = p->email = req_text(req, "personne");
	p->lang = req->lang;
	p->confirmed_at = 1;
	p->at = req->now;
	return p;
}

static void
add_answer(const struct req *req, struct view *page, struct problems *why)
{
	enum right right = right_by_name(req_text(req, "action"));
	struct person *p;
	struct object o;
	struct view *answer;
	const char *text;
	bool may;

	if (right == RIGHT_NONE)
		problem_add(why, "action", "%s",
		    _("Choisissez une action dans la liste."));
	if (person_email(req->mem, req_text(req, "personne")) == NULL)
		problem_add(why, "personne", "%s", _("Cette adresse n’est pas "
		    "complète. Exemple : prenom.nom@exemple.fr"));
	if (!read_object(req, &o))
		problem_add(why, "objet", "%s", _("Rien de tel sur cette "
		    "plateforme : ni candidature, ni appel, ni projet."));
	if (why->count > 0)
		return;
	p = read_person(req);
	text = right_explain(req->db, req->mem, p, right, &o, &may);
	answer = view_add(page, M_ANSWER);
	view_text(answer, M_ANSWER_KIND, may ? "ok" : "refuse");
	view_text(answer, M_ANSWER_TEXT, text);
	view_text(answer, M_ANSWER_QUESTION, mem_printf(req->mem,
	    _("%s peut-elle ou peut-il %s ?"), p->email, right_label(right)));
}

static void
add_form(const struct req *req, struct view *page, const struct problems *why)
{
	struct ask ask = { .req = req, .view = page, .why = why };
	struct view *field;
	int r;

	view_text(page, M_FORM_URL, page_url(req,
	    "administration/communaute/pourquoi"));
	ask_problems(page, req, why);
	ask_email(&ask, "personne", _("Personne"),
	    _("Son adresse électronique."), req_text(req, "personne"));
	field = ask_select(&ask, "action", _("Action"), NULL);
	for (r = RIGHT_DOSSIER_CREATE; r < RIGHT_ORGANISATION_READ; r++)
		ask_option(&ask, field, "action", right_name((enum right)r),
		    right_label((enum right)r), strcmp(req_text(req, "action"),
		    right_name((enum right)r)) == 0);
	ask_optional(ask_text(&ask, "objet", _("Sur quoi"), _("Le numéro d’une "
	    "candidature, l’adresse d’un appel ou d’un projet. Vide : la "
	    "plateforme."), req_text(req, "objet"), "off"));
}

/* One line an action, one column a role. */
static void
add_table(struct view *page)
{
	struct view *head, *row, *cell;
	size_t i;
	int r;

	view_text(page, M_TABLE_CAPTION, _("Ce que donne chaque rôle"));
	view_text(view_add(page, M_TABLE_HEADS), M_HEAD_TEXT, _("Action"));
	for (i = 0; right_roles[i] != NULL; i++) {
		head = view_add(page, M_TABLE_HEADS);
		view_text(head, M_HEAD_TEXT, right_role_label(right_roles[i]));
	}
	for (r = RIGHT_NONE; r < RIGHT_COUNT; r++) {
		if (!right_is_grantable((enum right)r))
			continue;
		row = view_add(page, M_TABLE_ROWS);
		view_text(row, M_ROW_HEAD, right_label((enum right)r));
		for (i = 0; right_roles[i] != NULL; i++) {
			cell = view_add(row, M_ROW_CELLS);
			view_text(cell, M_CELL_TEXT, right_of_role(
			    right_roles[i], "platform", (enum right)r) ?
			    _("oui") : "–");
		}
	}
}

void
community_why_get(struct req *req, struct res *res)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	struct view *page = res_page(res, _("Pourquoi ?"));

	administration_crumbs(req, page, _("Pourquoi ?"));
	partial_crumb(page, page_url(req, "administration/communaute"),
	    _("Communauté"));
	if (field_given(&req->fields, "action"))
		add_answer(req, page, &why);
	add_form(req, page, &why);
	add_table(page);
	res_view(res, 200, "administration/why.tpl");
}
