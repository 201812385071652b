/*
 * One's own account: what it holds, taking it away, closing it.
 */
#include "config.h"

#include "fcgi/submission/account.h"

#include <string.h>

#include "base/json.h"
#include "base/lang.h"
#include "domain/grant.h"
#include "domain/invitation.h"
#include "domain/organisation.h"
#include "domain/transfer.h"
#include "web/session.h"

const struct field_rule close_fields[] = {
	{ .name = "courriel", .type = F_TEXT, .max = 300 },
	{ .name = "actuel", .type = F_PASSWORD, .max = 1024 },
	{ .type = F_END } };

/* --- the account ---------------------------------------------------------------- */

static void
add_term(const struct req *req, struct view *page, const char *name,
    const char *value, const char *path, const char *act)
{
	struct view *row = view_add(page, M_TERMS), *link;

	view_text(row, M_TERM_NAME, name);
	view_text(row, M_TERM_VALUE, value);
	if (path == NULL)
		return;
	link = view_add(row, M_TERM_ACT);
	view_text(link, M_TERM_ACT_URL, mem_printf(req->mem, "%s%s",
	    req->base, path));
	view_text(link, M_TERM_ACT_TEXT, act);
}

static void
add_invitations(const struct req *req, struct view *page)
{
	struct invitation *list;
	struct view *section, *row;
	struct transfer *offered;
	size_t n = invitation_of_person(&list, req->db, req->mem, req->person,
	    req->now);
	size_t m = transfer_of_person(&offered, req->db, req->mem,
	    req->person);

	if (n == 0 && m == 0)
		return;
	section = view_add(page, M_INVITATIONS);
	for (size_t i = 0; i < m; i++) {
		row = view_add(section, M_INVITATION_ROWS);
		view_text(row, M_INVITATION_URL, req_url(req,
		    "/compte/transferts/%lld", (long long)offered[i].id));
		view_text(row, M_INVITATION_TEXT, mem_printf(req->mem,
		    _("%s vous transmet le projet « %s »"),
		    offered[i].asked_by, offered[i].title));
		view_text(row, M_INVITATION_SAID, offered[i].organisation ==
		    NULL ? "" : mem_printf(req->mem, _("pour %s"),
		    offered[i].organisation));
	}
	for (size_t i = 0; i < n; i++) {
		row = view_add(section, M_INVITATION_ROWS);
		view_text(row, M_INVITATION_URL, req_url(req,
		    "/compte/invitations/%lld", (long long)list[i].id));
		view_text(row, M_INVITATION_TEXT, mem_printf(req->mem,
		    _("%s vous invite : %s"), list[i].by_name,
		    list[i].title));
		view_text(row, M_INVITATION_SAID, mem_printf(req->mem,
		    _("répondre avant le %s"), req_day_short(req,
		    list[i].ends_at)));
	}
}

static void
add_organisations(const struct req *req, struct view *page)
{
	struct own_organisation *list;
	struct view *row;
	size_t n = organisation_of(&list, req->db, req->mem, req->person->id);

	if (n == 0)
		view_show(page, M_NO_ORGANISATION);
	for (size_t i = 0; i < n; i++) {
		row = view_add(page, M_OWN_ORGANISATIONS);
		view_text(row, M_ORGANISATION_NAME, list[i].name);
		view_text(row, M_ORGANISATION_URL, req_url(req,
		    "/compte/organisations/%s", list[i].slug));
		view_text(row, M_ORGANISATION_SAID, mem_printf(req->mem,
		    ngettext("%s, %d membre", "%s, %d membres",
		    (unsigned long)list[i].members), list[i].administrator ?
		    _("vous l’administrez") : _("vous en êtes membre"),
		    (int)list[i].members));
	}
	view_text(page, M_NEW_ORGANISATION_URL, req_url(req,
	    "/compte/organisations/nouvelle"));
}

static void
add_roles(const struct req *req, struct view *page)
{
	struct grant *list;
	struct view *section, *row;
	size_t n = grant_of_person(&list, req->db, req->mem, req->person->id);

	if (n == 0)
		return;
	section = view_add(page, M_OWN_ROLES);
	for (size_t i = 0; i < n && i < 50; i++) {
		row = view_add(section, M_ROLE_ROWS);
		view_text(row, M_ROLE_TEXT, mem_printf(req->mem,
		    _("%s sur %s"), list[i].role_label, list[i].where));
		view_text(row, M_ROLE_SAID, mem_printf(req->mem,
		    _("depuis le %s"), req_day_short(req, list[i].granted_at)));
	}
}

/* The platforms, when the page is not already that of one. */
static void
add_spaces(const struct req *req, struct view *page)
{
	struct view *section, *row;
	struct stmt *s;

	if (req->platform != NULL)
		return;
	section = view_add(page, M_OWN_SPACES);
	s = db_query(req->db, Q_PLATFORM_LIST,
	    I(now, req->now));
	while (stmt_step(s)) {
		row = view_add(section, M_SPACE_ROWS);
		view_text(row, M_SPACE_NAME, stmt_str(s, req->mem, "name"));
		view_text(row, M_SPACE_URL, req_url(req, "/%s/mes-projets",
		    stmt_str(s, req->mem, "slug")));
	}
}

void
account_get(struct req *req, struct res *res)
{
	struct account *a;
	struct view *page;
	const char *lang;

	if (account_load(&a, req->db, req->mem, req->person->id) != RC_OK) {
		res_error(res, RC_NOT_FOUND);
		return;
	}
	page = res_page(res, _("Votre compte"));
	lang = lang_find(a->lang);
	add_term(req, page, _("Nom"), a->name, "/compte/profil",
	    _("Modifier"));
	add_term(req, page, _("Adresse électronique"), a->email,
	    "/compte/adresse", _("Changer"));
	add_term(req, page, _("Téléphone"), *a->phone == '\0' ?
	    _("non renseigné") : a->phone, "/compte/profil", _("Modifier"));
	add_term(req, page, _("Langue"), lang_name(lang == NULL ? "fr" : lang),
	    "/compte/profil", _("Modifier"));
	add_term(req, page, _("Mot de passe"), a->has_password ?
	    _("choisi") : _("aucun : vous entrez par un lien reçu par "
	    "courriel"), "/compte/passe", a->has_password ? _("Changer") :
	    _("En choisir un"));
	add_term(req, page, _("Appareils connectés"), _("où votre compte est "
	    "ouvert en ce moment"), "/compte/appareils", _("Voir"));
	add_term(req, page, _("Clés d’accès"), _("pour les logiciels qui "
	    "commencent des dossiers en votre nom"), "/compte/cles",
	    _("Gérer"));
	add_invitations(req, page);
	add_spaces(req, page);
	add_organisations(req, page);
	add_roles(req, page);
	view_text(page, M_VAULT_URL, req_url(req, "/compte/documents"));
	view_text(page, M_DATA_PAGE_URL, req_url(req, "/compte/donnees"));
	view_text(page, M_CLOSE_URL, req_url(req, "/compte/fermer"));
	res_view(res, 200, "account/home.tpl");
}

/* --- data and leaving ------------------------------------------------------------ */

void
account_data_get(struct req *req, struct res *res)
{
	struct view *page = account_tell(res, _("Emporter vos données"),
	    _("Le fichier contient tout ce que nous gardons sur vous : vos "
	    "informations, vos rôles, vos organisations, vos projets et leurs "
	    "réponses, vos messages, vos évaluations, vos connexions. Il est "
	    "en JSON, un format ouvert que d’autres programmes savent lire."));

	account_tell_next(page, req_url(req, "/compte/donnees.json"),
	    _("Télécharger mes données"));
	account_tell_next(page, req_url(req, ACCOUNT_HOME),
	    _("Revenir à votre compte"));
	res_view(res, 200, "account/told.tpl");
}

void
account_data_json(struct req *req, struct res *res)
{
	struct json_object *o = account_export(req->db, req->mem,
	    req->person->id, req->now);

	if (o == NULL) {
		res_error(res, RC_NOT_FOUND);
		return;
	}
	res_header(res, "Content-Disposition",
	    "attachment; filename=\"mes-donnees.json\"");
	res_json(res, 200, o);
}

static void
close_show(struct req *req, struct res *res, const struct problems *why)
{
	bool has = account_has_password(req->db, req->person->id);
	struct ask ask;
	struct view *page;

	page = account_form(res, &ask, _("Fermer votre compte"),
	    req_url(req, "/compte/fermer"), _("Fermer mon compte pour "
	    "toujours"), why);
	view_show(page, M_FORM_DANGER);
	account_lead(page, _("Vos informations personnelles seront effacées, "
	    "vos rôles retirés, vos brouillons mis à la corbeille. Ce que vous "
	    "avez présenté à un appel reste au dossier, sans votre nom. Rien "
	    "de tout cela ne se défait."));
	if (why != NULL && problem_get(why, "compte") != NULL)
		account_notice(page, "refuse", problem_get(why, "compte"));
	if (has)
		account_ask_current(req, &ask);
	else
		ask_text(&ask, "courriel", _("Votre adresse électronique"),
		    _("Écrivez-la pour être sûrs que c’est ce que vous "
		    "voulez."), "", "off");
	account_link(page, "", req_url(req, ACCOUNT_HOME),
	    _("Garder mon compte"));
	account_show(res, page, why);
}

void
account_close_get(struct req *req, struct res *res)
{
	close_show(req, res, NULL);
}

static enum rc
close_check(struct req *req, struct problems *why)
{
	const char *email = person_email(req->mem, req_text(req, "courriel"));

	if (account_has_password(req->db, req->person->id))
		return account_check(req->db, req->mem, req->person,
		    req_text(req, "actuel"), req->address, req->now, why);
	if (email != NULL && strcmp(email, req->person->email) == 0)
		return RC_OK;
	problem_add(why, "courriel", "%s",
	    _("Ce n’est pas l’adresse de votre compte."));
	return RC_INVALID;
}

void
account_close_post(struct req *req, struct res *res)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	enum rc rc = close_check(req, &why);

	if (rc == RC_OK)
		rc = account_close(req->db, req->mem, req->person->id,
		    req->person->id, req->now, &why);
	if (rc == RC_OK && (rc = session_end(req, res)) == RC_OK)
		res_redirect_flash(res, home_url(req),
		    _("Votre compte est fermé. Merci d’avoir participé."));
	else if (why.count > 0)
		close_show(req, res, &why);
	else
		res_error(res, rc);
}
