/*
 * What one may change of one's own account: informations, password, address.
 */
#include "config.h"

#include "fcgi/submission/account.h"

#include <string.h>

#include "base/lang.h"

const struct field_rule profile_fields[] = {
	{ .name = "nom", .type = F_TEXT, .max = 200 },
	{ .name = "telephone", .type = F_TEXT, .max = 60 },
	{ .name = "langue", .type = F_CODE },
	{ .name = "rappels", .type = F_CHOICE, .choices = "oui|non" },
	{ .name = "commentaires", .type = F_CHOICE,
	    .choices = "soon|daily|none" },
	{ .type = F_END } };
const struct field_rule password_fields[] = {
	{ .name = "actuel", .type = F_PASSWORD, .max = 1024 },
	{ .name = "passe", .type = F_PASSWORD, .max = 1024 },
	{ .type = F_END } };
const struct field_rule email_fields[] = {
	{ .name = "courriel", .type = F_TEXT, .max = 300 },
	{ .name = "actuel", .type = F_PASSWORD, .max = 1024 },
	{ .type = F_END } };

/* Where every change comes back to. */
static void
done(struct req *req, struct res *res, const char *text)
{
	res_redirect_flash(res, req_url(req, ACCOUNT_HOME), text);
}

/* --- profile -------------------------------------------------------------------- */

static void
profile_show(struct req *req, struct res *res, const struct problems *why)
{
	static const char *const moments[][2] = {
		{ "soon", N_("Peu après, un message par échange") },
		{ "daily", N_("Le lendemain matin, en un message") },
		{ "none", N_("Jamais") } };
	const char *const *lang;
	struct account *a;
	struct ask ask;
	struct view *page, *row;
	size_t i;

	if (account_load(&a, req->db, req->mem, req->person->id) != RC_OK) {
		res_error(res, RC_NOT_FOUND);
		return;
	}
	page = account_form(res, &ask, _("Vos informations"),
	    req_url(req, "/compte/profil"), _("Enregistrer"), why);
	ask_text(&ask, "nom", _("Vos prénom et nom"),
	    _("Tels que les agents les liront."), a->name, "name");
	ask_optional(ask_text(&ask, "telephone", _("Téléphone"),
	    _("Pour que le service vous rappelle plus vite. Il n’est jamais "
	    "public."), a->phone, "tel"));
	row = ask_radios(&ask, "langue", _("Langue des pages et des messages"),
	    NULL);
	for (lang = lang_list(); *lang != NULL; lang++)
		ask_option(&ask, row, "langue", *lang, lang_name(*lang),
		    strcmp(*lang, a->lang) == 0);
	row = ask_radios(&ask, "rappels", _("Être prévenu avant la clôture "
	    "d’un appel"), _("Quatorze jours, puis trois jours avant, pour un "
	    "projet que vous avez commencé à y présenter."));
	ask_option(&ask, row, "rappels", "oui", _("Oui"), a->reminders);
	ask_option(&ask, row, "rappels", "non", _("Non"), !a->reminders);
	row = ask_radios(&ask, "commentaires", _("Recevoir les commentaires de "
	    "vos dossiers"), _("Ce que l’équipe d’un projet se dit, sans ce "
	    "que vous écrivez vous-même."));
	for (i = 0; i < sizeof(moments) / sizeof(moments[0]); i++)
		ask_option(&ask, row, "commentaires", moments[i][0],
		    _(moments[i][1]), strcmp(a->comments, moments[i][0]) == 0);
	account_show(res, page, why);
}

void
account_profile_get(struct req *req, struct res *res)
{
	profile_show(req, res, NULL);
}

void
account_profile_post(struct req *req, struct res *res)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	const char *lang = lang_find(req_text(req, "langue"));
	enum rc rc;

	rc = account_profile(req->db, req->mem, req->person, req_text(req, "nom"),
	    req_text(req, "telephone"), lang == NULL ? req->person->lang : lang,
	    req->now, &why);
	if (rc == RC_OK && *req_text(req, "rappels") != '\0')
		rc = account_mails(req->db, req->person,
		    strcmp(req_text(req, "rappels"), "oui") == 0,
		    *req_text(req, "commentaires") == '\0' ? "soon" :
		    req_text(req, "commentaires"));
	if (rc == RC_OK)
		done(req, res, _("C’est enregistré."));
	else if (rc == RC_INVALID)
		profile_show(req, res, &why);
	else
		res_error(res, rc);
}

/* --- password -------------------------------------------------------------------- */

static void
password_show(struct req *req, struct res *res, const struct problems *why)
{
	bool has = account_has_password(req->db, req->person->id);
	struct ask ask;
	struct view *page;

	page = account_form(res, &ask, has ? _("Changer de mot de passe") :
	    _("Choisir un mot de passe"), req_url(req, "/compte/passe"),
	    _("Enregistrer"), why);
	account_lead(page, _("Vos autres appareils seront déconnectés."));
	if (has)
		ask_password(&ask, "actuel", _("Mot de passe actuel"), NULL,
		    "current-password");
	ask_password(&ask, "passe", _("Nouveau mot de passe"), _("Huit "
	    "caractères au moins. Une phrase facile à retenir convient très "
	    "bien."), "new-password");
	account_show(res, page, why);
}

void
account_password_get(struct req *req, struct res *res)
{
	password_show(req, res, NULL);
}

void
account_password_post(struct req *req, struct res *res)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	enum rc rc;

	rc = account_password(req->db, req->mem, req->person,
	    req_text(req, "actuel"), req_text(req, "passe"), req->session->id,
	    req->address, req->now, &why);
	if (rc == RC_OK)
		done(req, res, _("Votre mot de passe est changé."));
	else if (why.count > 0)
		password_show(req, res, &why);
	else
		res_error(res, rc);
}

void
account_ask_current(const struct req *req, const struct ask *ask)
{
	if (account_has_password(req->db, req->person->id))
		ask_password(ask, "actuel", _("Mot de passe"),
		    _("Pour être sûrs que c’est vous."), "current-password");
}

/* --- another address ---------------------------------------------------------- */

static void
email_show(struct req *req, struct res *res, const struct problems *why)
{
	struct ask ask;
	struct view *page;

	page = account_form(res, &ask, _("Changer d’adresse électronique"),
	    req_url(req, "/compte/adresse"), _("Envoyer le message"), why);
	account_lead(page, _("Un message partira à la nouvelle adresse, pour "
	    "la confirmer. L’adresse actuelle sera prévenue."));
	ask_email(&ask, "courriel", _("Nouvelle adresse"), NULL, NULL);
	account_ask_current(req, &ask);
	account_show(res, page, why);
}

void
account_email_get(struct req *req, struct res *res)
{
	email_show(req, res, NULL);
}

void
account_email_post(struct req *req, struct res *res)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	struct account_links links;
	enum rc rc;

	account_links(&links, req);
	rc = account_check(req->db, req->mem, req->person,
	    req_text(req, "actuel"), req->address, req->now, &why);
	if (rc == RC_OK)
		rc = account_email_ask(req->db, req->mem, req->person,
		    req_text(req, "courriel"), &links, req->now, &why);
	if (rc == RC_OK)
		res_redirect(res, req_url(req,
		    "/compte/message?motif=adresse"));
	else if (why.count > 0)
		email_show(req, res, &why);
	else
		res_error(res, rc);
}
