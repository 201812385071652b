/*
 * Getting in and out: sign-in, sign-up, a link by mail, sign-out.
 * No page here tells whether an address has an account.
 */
#include "config.h"

#include "fcgi/submission/account.h"

#include <string.h>

#include "base/lang.h"
#include "web/session.h"

#define SUITE	{ .name = "suite", .type = F_TEXT, .max = 2000 }
#define EMAIL	{ .name = "courriel", .type = F_TEXT, .max = 300 }

const struct field_rule suite_fields[] = { SUITE, { .type = F_END } };
const struct field_rule sign_in_fields[] = { SUITE, EMAIL,
	{ .name = "passe", .type = F_PASSWORD, .max = 1024 },
	{ .type = F_END } };
const struct field_rule sign_up_fields[] = { SUITE, EMAIL,
	{ .name = "nom", .type = F_TEXT, .max = 200 },
	{ .name = "passe", .type = F_PASSWORD, .max = 1024 },
	{ .type = F_END } };
const struct field_rule link_fields[] = { SUITE, EMAIL,
	{ .name = "passe_oublie", .type = F_BOOL },
	{ .type = F_END } };
const struct field_rule sent_fields[] = { SUITE,
	{ .name = "motif", .type = F_CHOICE,
	    .choices = "inscription|lien|passe|adresse" },
	{ .type = F_END } };

/* Signed in already: nothing to ask. */
static bool
is_in(struct req *req, struct res *res)
{
	const char *suite = account_suite(req);

	if (req->person == NULL)
		return false;
	res_redirect(res, suite != NULL ? suite : req_url(req, ACCOUNT_HOME));
	return true;
}

/* --- sign-in ------------------------------------------------------------------ */

static struct view *
sign_in_page(struct req *req, struct res *res, const struct problems *why)
{
	struct ask ask;
	struct view *page, *other;

	page = account_form(res, &ask, _("Se connecter"),
	    req_url(req, PATH_SIGN_IN), _("Se connecter"), why);
	if (account_suite(req) != NULL &&
	    strstr(account_suite(req), "reprise=") != NULL)
		account_notice(page, "info", _("Votre session a pris fin. Ce "
		    "que vous aviez écrit est gardé : vous le retrouverez "
		    "après vous être reconnecté."));
	ask_email(&ask, "courriel", _("Adresse électronique"), NULL, NULL);
	ask_password(&ask, "passe", _("Mot de passe"), NULL,
	    "current-password");
	other = view_add(page, M_FORM_OTHER);
	view_text(other, M_FORM_OTHER_URL, account_url(req, "/compte/lien"));
	view_text(other, M_FORM_OTHER_TEXT, _("Recevoir un lien de connexion"));
	account_link(page, _("Pas encore de compte ?"), account_url(req,
	    "/compte/inscription"), _("Créer un compte"));
	account_link(page, _("Mot de passe oublié ?"), account_url(req,
	    "/compte/oubli"), _("En choisir un autre"));
	return page;
}

void
sign_in_get(struct req *req, struct res *res)
{
	if (!is_in(req, res))
		account_show(res, sign_in_page(req, res, NULL), NULL);
}

/* Too many tries: when to come back, in words and for programs. */
static void
sign_in_wait(struct req *req, struct res *res, int64_t wait)
{
	struct view *page = sign_in_page(req, res, NULL);
	int64_t minutes = (wait + 59) / 60;

	account_notice(page, "wait", wait < 60 ? mem_printf(req->mem, ngettext(
	    "Trop d’essais. Pour protéger ce compte, attendez %d seconde, ou "
	    "recevez un lien de connexion.", "Trop d’essais. Pour protéger ce "
	    "compte, attendez %d secondes, ou recevez un lien de connexion.",
	    (unsigned long)wait), (int)wait) : mem_printf(req->mem, ngettext(
	    "Trop d’essais. Pour protéger ce compte, attendez %d minute, ou "
	    "recevez un lien de connexion.", "Trop d’essais. Pour protéger ce "
	    "compte, attendez %d minutes, ou recevez un lien de connexion.",
	    (unsigned long)minutes), (int)minutes));
	res_header(res, "Retry-After", mem_printf(req->mem, "%d", (int)wait));
	res_view(res, 429, "account/form.tpl");
}

void
sign_in_post(struct req *req, struct res *res)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	const char *suite = account_suite(req);
	int64_t id, wait = 0;
	enum rc rc;

	rc = account_sign_in(req->db, req->mem, req_text(req, "courriel"),
	    req_text(req, "passe"), req->address, req->now, &id, &wait);
	if (rc == RC_OK)
		rc = session_start(req, res, id);
	if (rc == RC_OK) {
		res_redirect(res, suite != NULL ? suite :
		    req_url(req, ACCOUNT_HOME));
	} else if (rc == RC_DENIED) {
		problem_add(&why, "courriel", "%s", _("L’adresse ou le mot de "
		    "passe n’est pas le bon."));
		account_show(res, sign_in_page(req, res, &why), &why);
	} else if (rc == RC_BUSY && wait > 0) {
		sign_in_wait(req, res, wait);
	} else {
		res_error(res, rc);
	}
}

void
sign_out_post(struct req *req, struct res *res)
{
	enum rc rc = session_end(req, res);

	if (rc == RC_OK)
		res_redirect_flash(res, home_url(req),
		    _("Vous êtes déconnecté."));
	else
		res_error(res, rc);
}

/* --- sign-up ------------------------------------------------------------------ */

static struct view *
sign_up_page(struct req *req, struct res *res, const struct problems *why)
{
	struct ask ask;
	struct view *page;

	page = account_form(res, &ask, _("Créer un compte"),
	    req_url(req, "/compte/inscription"), _("Créer mon compte"), why);
	account_lead(page, _("Un compte suffit pour déposer vos projets et "
	    "suivre ceux des autres. Nous ne demandons rien de plus."));
	ask_text(&ask, "nom", _("Vos prénom et nom"),
	    _("Tels que les agents les liront."), NULL, "name");
	ask_email(&ask, "courriel", _("Adresse électronique"),
	    _("Vous y recevrez un message pour la confirmer."), NULL);
	ask_password(&ask, "passe", _("Mot de passe"), _("Huit caractères au "
	    "moins. Une phrase facile à retenir convient très bien."),
	    "new-password");
	view_show(page, M_FORM_PRIVACY);
	account_link(page, _("Déjà un compte ?"), account_url(req,
	    PATH_SIGN_IN), _("Se connecter"));
	return page;
}

void
sign_up_get(struct req *req, struct res *res)
{
	if (!is_in(req, res))
		account_show(res, sign_up_page(req, res, NULL), NULL);
}

/* To the page that says a message left. */
static void
sent(struct req *req, struct res *res, const char *motif)
{
	const char *suite = account_suite(req);

	res_redirect(res, suite == NULL ?
	    req_url(req, "/compte/message?motif=%s", motif) :
	    req_url(req, "/compte/message?motif=%s&suite=%s", motif, suite));
}

void
sign_up_post(struct req *req, struct res *res)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	struct account_new a = { req_text(req, "courriel"), req_text(req,
	    "nom"),
	    req_text(req, "passe"), req->lang, account_suite(req) };
	struct account_links links;
	enum rc rc;

	account_links(&links, req);
	rc = account_sign_up(req->db, req->mem, &a, &links, req->now, &why);
	if (rc == RC_OK)
		sent(req, res, "inscription");
	else if (rc == RC_INVALID)
		account_show(res, sign_up_page(req, res, &why), &why);
	else
		res_error(res, rc);
}

/* --- links by mail ---------------------------------------------------------- */

static bool
is_forgotten(const struct req *req)
{
	return strcmp(req->path, "/compte/oubli") == 0;
}

static struct view *
link_page(struct req *req, struct res *res, const struct problems *why)
{
	bool forgotten = is_forgotten(req);
	struct ask ask;
	struct view *page;

	page = account_form(res, &ask, forgotten ?
	    _("Choisir un autre mot de passe") :
	    _("Recevoir un lien de connexion"), req_here(req), forgotten ?
	    _("Recevoir le lien") : _("Envoyer le lien"), why);
	account_lead(page, forgotten ? _("Nous vous envoyons un message. Le "
	    "lien qu’il contient permet de choisir un nouveau mot de passe, "
	    "pendant une heure.") : _("Nous vous envoyons un message. Le lien "
	    "qu’il contient vous connecte, une seule fois, pendant quinze "
	    "minutes."));
	ask_email(&ask, "courriel", _("Adresse électronique"), NULL, NULL);
	account_link(page, "", account_url(req, PATH_SIGN_IN),
	    _("Se connecter avec un mot de passe"));
	return page;
}

void
account_link_get(struct req *req, struct res *res)
{
	if (!is_in(req, res))
		account_show(res, link_page(req, res, NULL), NULL);
}

void
account_link_post(struct req *req, struct res *res)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	bool forgotten = is_forgotten(req);
	struct account_links links;
	enum rc rc;

	account_links(&links, req);
	rc = forgotten ? account_reset_ask(req->db, req->mem,
	    req_text(req, "courriel"), req->lang, &links, req->now) :
	    account_link_ask(req->db, req->mem, req_text(req, "courriel"),
	    req->lang, account_suite(req), &links, req->now);
	if (rc == RC_OK) {
		sent(req, res, forgotten ? "passe" : "lien");
	} else if (rc == RC_INVALID) {
		problem_add(&why, "courriel", "%s", _("Cette adresse n’est pas "
		    "complète. Exemple : prenom.nom@exemple.fr"));
		account_show(res, link_page(req, res, &why), &why);
	} else {
		res_error(res, rc);
	}
}

/* A message left; which one, and what to do when it does not come. */
void
account_sent_get(struct req *req, struct res *res)
{
	const char *motif = req_text(req, "motif"), *text, *again;
	struct view *page;

	if (strcmp(motif, "inscription") == 0) {
		text = _("Ouvrez le lien qu’il contient pour terminer la "
		    "création de votre compte. Il est valable deux jours.");
		again = "/compte/inscription";
	} else if (strcmp(motif, "passe") == 0) {
		text = _("Ouvrez le lien qu’il contient pour choisir un nouveau "
		    "mot de passe. Il est valable une heure.");
		again = "/compte/oubli";
	} else if (strcmp(motif, "adresse") == 0) {
		text = _("Il est parti à votre nouvelle adresse. Ouvrez le lien "
		    "qu’il contient pour qu’elle devienne celle de votre "
		    "compte.");
		again = "/compte/adresse";
	} else {
		text = _("Ouvrez le lien qu’il contient : il vous connecte, une "
		    "seule fois, pendant quinze minutes.");
		again = "/compte/lien";
	}
	page = account_tell(res, _("Un message vient de partir"), text);
	if (account_mail_is_local(req))
		view_text(view_add(page, M_TOLD_NOTICE), M_TOLD_NOTICE_TEXT,
		    _("Cette installation n’envoie pas encore de courriels : "
		    "ses messages sont écrits dans le dossier mail/ de ses "
		    "données. La personne qui l’administre peut vous les "
		    "lire."));
	account_tell_next(page, account_url(req, again), _("Rien reçu ? "
	    "Regardez dans les indésirables, ou demandez un nouveau message"));
	res_view(res, 200, "account/told.tpl");
}
