/*
 * Organisations as their members manage them: made, changed, shared.
 * What the public sees of them is the observatory's.
 */
#include "config.h"

#include "fcgi/submission/account.h"

#include <string.h>

#include "base/lang.h"
#include "domain/invitation.h"
#include "domain/organisation.h"
#include "domain/transfer.h"
#include "domain/siret.h"
#include "web/partial.h"

const struct field_rule organisation_fields[] = {
	{ .name = "suite", .type = F_TEXT, .max = 2000 },
	{ .name = "forme", .type = F_CODE },
	{ .name = "nom", .type = F_TEXT, .max = 400 },
	{ .name = "siret", .type = F_TEXT, .max = 60 },
	{ .name = "rna", .type = F_TEXT, .max = 60 },
	{ .name = "commune", .type = F_TEXT, .max = 200 },
	{ .name = "courriel", .type = F_TEXT, .max = 300 },
	{ .name = "telephone", .type = F_TEXT, .max = 60 },
	{ .name = "site", .type = F_TEXT, .max = 600 },
	{ .name = "presentation", .type = F_LONG, .max = 6000 },
	{ .type = F_END } };
const struct field_rule invite_fields[] = {
	{ .name = "courriel", .type = F_TEXT, .max = 300 },
	{ .name = "role", .type = F_CODE },
	{ .type = F_END } };
const struct field_rule held_fields[] = {
	{ .name = "projet", .type = F_INT },
	{ .type = F_END } };
const struct field_rule member_fields[] = {
	{ .name = "personne", .type = F_ID },
	{ .name = "invitation", .type = F_ID },
	{ .name = "acte", .type = F_CHOICE,
	    .choices = "administrer|simple|retirer|annuler|rejoindre" },
	{ .type = F_END } };

enum rc
organisation_of_path(struct req *req)
{
	struct organisation *o;
	enum rc rc = organisation_load(&o, req->db, req->mem,
	    req_param(req, "slug"));

	if (rc == RC_OK)
		rc = object_organisation(req->db, o->id, &req->object);
	/* These pages name members: even of an organisation that the public
	 * knows, they are for who belongs to it. */
	req->object.published = false;
	return rc;
}

static const char *
own_url(const struct req *req, const struct organisation *o)
{
	return req_url(req, "/compte/organisations/%s", o->slug);
}

static struct organisation *
subject(struct req *req, struct res *res)
{
	struct organisation *o = NULL;
	enum rc rc = organisation_load_id(&o, req->db, req->mem,
	    req->object.id);

	if (rc != RC_OK)
		res_error(res, rc);
	return o;
}

/* --- the form --------------------------------------------------------------- */

static struct organisation_form
read_form(const struct req *req)
{
	return (struct organisation_form){ req_text(req, "forme"),
	    req_text(req, "nom"), req_text(req, "siret"), req_text(req, "rna"),
	    req_text(req, "commune"), req_text(req, "courriel"),
	    req_text(req, "telephone"), req_text(req, "site"),
	    req_text(req, "presentation"), req->platform == NULL ? 0 :
	    req->platform->territory_id };
}

/* o: as it is now, or NULL for a new one. */
static void
form_show(struct req *req, struct res *res, const struct organisation *o,
    const struct problems *why)
{
	static const struct organisation nothing;
	struct ask ask;
	struct view *page, *row;
	size_t i;

	page = account_form(res, &ask, o == NULL ? _("Inscrire une "
	    "organisation") : _("Modifier l’organisation"), req_here(req),
	    _("Enregistrer"), why);
	if (o == NULL) {
		account_lead(page, _("Pour porter des projets en son nom. Vous "
		    "pourrez ensuite y inviter d’autres personnes."));
		o = &nothing;
	}
	row = ask_radios(&ask, "forme", _("Forme"), NULL);
	for (i = 0; organisation_kinds[i] != NULL; i++)
		ask_option(&ask, row, "forme", organisation_kinds[i],
		    organisation_kind_label(organisation_kinds[i]),
		    o->kind != NULL &&
		    strcmp(o->kind, organisation_kinds[i]) == 0);
	ask_text(&ask, "nom", _("Nom"), NULL, o->name, "organization");
	ask_optional(ask_text(&ask, "siret", _("Numéro SIRET"), _("Quatorze "
	    "chiffres, sur l’avis de situation. Les espaces ne gênent pas."),
	    o->siret == NULL ? NULL : siret_format(req->mem, o->siret), NULL));
	ask_optional(ask_text(&ask, "rna", _("Numéro RNA"), _("Pour une "
	    "association : un W et neuf signes, sur le récépissé de la "
	    "préfecture."), o->rna, NULL));
	ask_optional(ask_text(&ask, "commune", _("Commune du siège"),
	    _("Son nom, ou son code postal."), o->territory_name, NULL));
	ask_optional(ask_email(&ask, "courriel", _("Adresse électronique de "
	    "contact"), NULL, o->email));
	ask_optional(ask_text(&ask, "telephone", _("Téléphone"), NULL,
	    o->phone, "tel"));
	ask_optional(ask_text(&ask, "site", _("Site web"),
	    _("Il commence par https://"), o->website, "url"));
	ask_optional(ask_lines(&ask, "presentation", _("Présentation"),
	    _("Deux ou trois phrases : ce que vous faites, où, pour qui."),
	    o->description, 4));
	account_show(res, page, why);
}

void
organisation_new_get(struct req *req, struct res *res)
{
	form_show(req, res, NULL, NULL);
}

/* It is here already: the page offers to ask to join it. */
static void
known(struct req *req, struct res *res, const char *slug)
{
	struct organisation *o;
	struct view *page, *ask;

	if (organisation_load(&o, req->db, req->mem, slug) != RC_OK) {
		res_error(res, RC_NOT_FOUND);
		return;
	}
	page = account_tell(res, _("Cette organisation est déjà inscrite"),
	    mem_printf(req->mem, _("Ce numéro est celui de « %s ». Demandez à "
	    "la rejoindre : les personnes qui l’administrent recevront un "
	    "message avec votre nom et votre adresse."), o->name));
	ask = account_tell_ask(page, mem_printf(req->mem, "%s/demande",
	    own_url(req, o)), _("Demander à rejoindre"));
	account_hidden(ask, "acte", "rejoindre");
	account_tell_next(page, req_url(req, "/compte/organisations/nouvelle"),
	    _("Corriger le numéro"));
	res_view(res, 422, "account/told.tpl");
}

void
organisation_new_post(struct req *req, struct res *res)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	struct organisation_form form = read_form(req);
	const char *slug;
	enum rc rc;

	rc = organisation_create(req->db, req->mem, &form, req->person,
	    req->now, &slug, &why);
	if (rc == RC_OK)
		res_redirect_flash(res, account_suite(req) != NULL ?
		    account_suite(req) : req_url(req,
		    "/compte/organisations/%s", slug),
		    _("L’organisation est inscrite."));
	else if (rc == RC_CONFLICT)
		known(req, res, slug);
	else if (rc == RC_INVALID)
		form_show(req, res, NULL, &why);
	else
		res_error(res, rc);
}

void
organisation_edit_get(struct req *req, struct res *res)
{
	struct organisation *o = subject(req, res);

	if (o != NULL)
		form_show(req, res, o, NULL);
}

void
organisation_edit_post(struct req *req, struct res *res)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	struct organisation_form form = read_form(req);
	struct organisation *o = subject(req, res);
	enum rc rc;

	if (o == NULL)
		return;
	rc = organisation_save(req->db, req->mem, o->id, &form, req->person,
	    req->now, &why);
	if (rc == RC_OK)
		res_redirect_flash(res, own_url(req, o),
		    _("C’est enregistré."));
	else if (rc == RC_INVALID)
		form_show(req, res, o, &why);
	else
		res_error(res, rc);
}

/* --- the page ------------------------------------------------------------------- */

static void
add_identity(const struct req *req, struct view *page,
    const struct organisation *o, bool manages)
{
	partial_crumb(page, req_url(req, ACCOUNT_HOME), _("Votre compte"));
	view_text(page, M_CRUMB_HERE, o->name);
	view_text(page, M_ORGANISATION_NAME, o->name);
	view_text(page, M_ORGANISATION_KIND, organisation_kind_label(o->kind));
	if (o->siret != NULL)
		partial_term(page, _("SIRET"), mem_printf(req->mem, "%s · %s",
		    siret_format(req->mem, o->siret), o->verified_at == 0
		    ? _("non vérifié") : mem_printf(req->mem,
		    _("vérifié le %s dans l’annuaire"), req_day_short(req,
		    o->verified_at))));
	partial_term(page, _("RNA"), o->rna);
	partial_term(page, _("Commune"), o->territory_name);
	partial_term(page, _("Courriel"), o->email);
	partial_term(page, _("Téléphone"), o->phone);
	partial_term(page, _("Site"), o->website);
	partial_term(page, _("Présentation"), o->description);
	if (manages)
		view_text(view_add(page, M_ORGANISATION_EDIT), M_EDIT_URL,
		    mem_printf(req->mem, "%s/modifier", own_url(req, o)));
}

static void
add_members(const struct req *req, struct view *page,
    const struct organisation *o, bool manages)
{
	struct member *list;
	struct view *row, *acts;
	size_t n = organisation_members(&list, req->db, req->mem, o->id);
	bool self;

	view_text(page, M_VAULT_URL, mem_printf(req->mem, "%s/documents",
	    own_url(req, o)));
	view_text(page, M_MEMBERS_URL, mem_printf(req->mem, "%s/membres",
	    own_url(req, o)));
	for (size_t i = 0; i < n; i++) {
		self = list[i].person_id == req->person->id;
		row = view_add(page, M_MEMBER_ROWS);
		view_text(row, M_MEMBER_NAME, list[i].name);
		view_text(row, M_MEMBER_EMAIL, list[i].email);
		view_text(row, M_MEMBER_SINCE, req_day_short(req,
		    list[i].since_at));
		if (list[i].administrator)
			view_show(row, M_MEMBER_ADMINISTRATOR);
		if (!manages && !self)
			continue;
		acts = view_add(row, M_MEMBER_ACTS);
		view_int(acts, M_MEMBER_ID, list[i].person_id);
		if (manages)
			view_show(acts, list[i].administrator ? M_MEMBER_LOWER :
			    M_MEMBER_RAISE);
		view_show(acts, self ? M_MEMBER_LEAVE : M_MEMBER_REMOVE);
	}
}

static void
add_invitations(struct req *req, struct view *page,
    const struct organisation *o, const struct problems *why)
{
	struct invitation *list;
	struct view *section, *row;
	struct ask ask;
	size_t n = invitation_of_organisation(&list, req->db, req->mem, o->id,
	    req->now);

	section = n == 0 ? NULL : view_add(page, M_WAITING);
	for (size_t i = 0; i < n; i++) {
		row = view_add(section, M_WAITING_ROWS);
		view_text(row, M_WAITING_EMAIL, list[i].email);
		view_int(row, M_WAITING_ID, list[i].id);
		view_text(row, M_WAITING_SAID, mem_printf(req->mem,
		    _("jusqu’au %s"), req_day_short(req, list[i].ends_at)));
	}
	section = view_add(page, M_INVITE);
	view_text(section, M_FORM_URL, mem_printf(req->mem, "%s/invitations",
	    own_url(req, o)));
	ask = (struct ask){ req, section, why };
	ask_problems(section, req, why);
	ask_email(&ask, "courriel", _("Adresse électronique"), _("La personne "
	    "reçoit un message et répond quand elle veut, pendant quatorze "
	    "jours."), NULL);
	row = ask_radios(&ask, "role", _("Elle pourra"), NULL);
	ask_option(&ask, row, "role", "member",
	    _("lire les projets de l’organisation"), true);
	ask_option(&ask, row, "role", "administrator", _("les modifier, les "
	    "présenter, et inviter d’autres personnes"), false);
}

/* The projects of the organisation, and those whose holder has left. */
static void
add_held(struct req *req, struct view *page, const struct organisation *o)
{
	struct held *list;
	struct view *section, *row;
	size_t n = held_by_organisation(&list, req->db, req->mem, o->id), i;

	if (n == 0)
		return;
	section = view_add(page, M_HELD);
	view_text(section, M_HELD_URL, mem_printf(req->mem, "%s/projets",
	    own_url(req, o)));
	for (i = 0; i < n; i++) {
		row = view_add(section, M_HELD_ROWS);
		view_text(row, M_HELD_PROJECT_URL, req_url(req,
		    "/%s/mes-projets/%s", list[i].platform, list[i].slug));
		view_text(row, M_HELD_TITLE, list[i].title);
		view_text(row, M_HELD_SAID, *list[i].holder == '\0' ? ""
		    : list[i].left ? mem_printf(req->mem,
		    _("tenu par %s, qui n’est plus membre"), list[i].holder)
		    : mem_printf(req->mem, _("tenu par %s"), list[i].holder));
		if (list[i].left) {
			row = view_add(row, M_HELD_LEFT);
			view_int(row, M_HELD_ID, list[i].dossier_id);
			view_text(row, M_HELD_NAME, list[i].title);
		}
	}
}

static void
show(struct req *req, struct res *res, const struct problems *why)
{
	struct organisation *o = subject(req, res);
	struct view *page;
	bool manages;

	if (o == NULL)
		return;
	manages = right_may(req->db, req->person, RIGHT_ORGANISATION_MANAGE,
	    &req->object);
	page = res_page(res, o->name);
	add_identity(req, page, o, manages);
	add_members(req, page, o, manages);
	if (manages) {
		add_held(req, page, o);
		add_invitations(req, page, o, why);
	}
	res_view(res, why == NULL ? 200 : 422, "account/organisation.tpl");
}

void
organisation_get(struct req *req, struct res *res)
{
	show(req, res, NULL);
}

void
organisation_invite_post(struct req *req, struct res *res)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	struct organisation *o = subject(req, res);
	enum rc rc;

	if (o == NULL)
		return;
	rc = invite_to_organisation(req->db, req->mem, o->id,
	    req_text(req, "courriel"), req_text(req, "role"), req->person,
	    invitation_mailed(req), req->now, &why);
	if (rc == RC_INVALID)
		show(req, res, &why);
	else
		invitation_sent(res, rc, own_url(req, o));
}

void
organisation_held_post(struct req *req, struct res *res)
{
	struct organisation *o = subject(req, res);
	enum rc rc;

	if (o == NULL)
		return;
	rc = transfer_recover(req->db, field_int(&req->fields, "projet"),
	    o->id, req->person, req->now);
	if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, own_url(req, o), _("Ce projet est de "
		    "nouveau tenu par l’organisation seule."));
}

/* --- members ---------------------------------------------------------------------- */

/* Asking to join is open to who is not a member: the organisation's number is
 * public, its members are not shown. */
static enum rc
ask_to_join(struct req *req, struct organisation *o)
{
	return membership_ask(req->db, req->mem, o->id, req->person,
	    req_absolute(req, own_url(req, o)),
	    req->now);
}

static enum rc
act(struct req *req, struct organisation *o, const char *what)
{
	int64_t person = field_int(&req->fields, "personne");
	bool manages = right_may(req->db, req->person,
	    RIGHT_ORGANISATION_MANAGE, &req->object);

	/* A member may leave; the rest is for who administers. */
	if (strcmp(what, "retirer") == 0)
		return !manages && person != req->person->id ? RC_DENIED :
		    membership_end(req->db, req->mem, o->id, person,
			req->person, req->now);
	if (!manages)
		return RC_DENIED;
	if (strcmp(what, "annuler") == 0)
		return invitation_cancel(req->db, req->mem,
		    field_int(&req->fields, "invitation"), o->id, 0, 0,
		    req->person, req->now);
	if (strcmp(what, "administrer") == 0 || strcmp(what, "simple") == 0)
		return membership_set(req->db, req->mem, o->id, person,
		    strcmp(what, "administrer") == 0, req->person, req->now);
	return RC_INVALID;
}

void
organisation_members_post(struct req *req, struct res *res)
{
	const char *what = req_text(req, "acte");
	struct organisation *o = subject(req, res);
	bool leaves;
	enum rc rc;

	if (o == NULL)
		return;
	rc = act(req, o, what);
	leaves = strcmp(what, "retirer") == 0 &&
	    field_int(&req->fields, "personne") == req->person->id;
	if (rc == RC_OK)
		res_redirect_flash(res, leaves ? req_url(req, ACCOUNT_HOME) :
		    own_url(req, o), _("C’est fait."));
	else if (rc == RC_CONFLICT)
		res_redirect_flash_kind(res, own_url(req, o), "refuse",
		    _("Une organisation garde au moins une personne qui "
		    "l’administre : nommez d’abord quelqu’un d’autre."));
	else
		res_error(res, rc);
}

void
organisation_join_post(struct req *req, struct res *res)
{
	struct organisation *o = subject(req, res);
	enum rc rc = o == NULL ? RC_OK : ask_to_join(req, o);

	if (o == NULL)
		return;
	if (rc == RC_OK)
		res_redirect_flash(res, req_url(req, ACCOUNT_HOME),
		    _("Votre demande est partie."));
	else
		res_error(res, rc);
}
