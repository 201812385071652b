/*
 * What the links of messages open. A GET shows a button and does nothing, as
 * mail scanners open links; the POST uses the link up.
 */
#include "config.h"

#include "fcgi/submission/account.h"

#include <string.h>

#include "base/lang.h"
#include "web/session.h"

#define TOKEN	{ .name = "jeton", .type = F_CODE }
#define SUITE	{ .name = "suite", .type = F_TEXT, .max = 2000 }

const struct field_rule token_fields[] = { TOKEN, SUITE, { .type = F_END } };
const struct field_rule reset_fields[] = { TOKEN,
	{ .name = "passe", .type = F_PASSWORD, .max = 1024 },
	{ .type = F_END } };

static const char *
token_of(const struct req *req)
{
	return req_text(req, "jeton");
}

static void
too_late(struct req *req, struct res *res)
{
	struct view *page = account_tell(res, _("Ce lien ne s’ouvre plus"),
	    _("Il a déjà servi, ou il est trop ancien. Demandez-en un autre, "
	    "cela prend une minute."));

	account_tell_next(page, req_url(req, "/compte/lien"),
	    _("Recevoir un lien de connexion"));
	account_tell_next(page, req_url(req, "/compte/inscription"),
	    _("Créer un compte"));
	res_view(res, 404, "account/told.tpl");
}

/* Signed in, but with an address nobody proved yet. */
static void
unproved(struct req *req, struct res *res)
{
	struct view *page = account_tell(res, _("Confirmez votre adresse"),
	    mem_printf(req->mem, _("Votre adresse %s n’est pas encore "
	    "confirmée. Nous vous envoyons un message : le lien qu’il contient "
	    "la confirmera."), req->person->email));

	account_tell_ask(page, req_url(req, "/compte/confirmation/envoi"),
	    _("Envoyer le message"));
	res_view(res, 200, "account/told.tpl");
}

void
account_confirm_get(struct req *req, struct res *res)
{
	struct account_token *t;
	struct view *page;
	const char *title, *text, *button;

	if (*token_of(req) == '\0' && req->person != NULL &&
	    req->person->confirmed_at == 0) {
		unproved(req, res);
		return;
	}
	if (account_token_load(&t, req->db, req->mem, token_of(req),
	    req->now) != RC_OK || strcmp(t->purpose, "password") == 0) {
		too_late(req, res);
		return;
	}
	if (strcmp(t->purpose, "confirm") == 0) {
		title = _("Confirmez votre adresse");
		text = mem_printf(req->mem, _("Le compte de %s sera créé avec "
		    "l’adresse %s. Ce n’est pas vous ? Fermez cette page : "
		    "rien ne sera créé."), t->name, t->email);
		button = _("Confirmer et entrer");
	} else if (strcmp(t->purpose, "email") == 0) {
		title = _("Confirmez votre nouvelle adresse");
		text = mem_printf(req->mem, _("%s deviendra l’adresse de votre "
		    "compte."), t->email);
		button = _("Confirmer cette adresse");
	} else {
		title = _("Se connecter");
		text = mem_printf(req->mem, _("Vous allez vous connecter comme "
		    "%s."), t->name);
		button = _("Se connecter");
	}
	page = account_tell(res, title, text);
	account_hidden(account_tell_ask(page, req_url(req, PATH_CONFIRM),
	    button), "jeton", token_of(req));
	res_view(res, 200, "account/told.tpl");
}

void
account_confirm_post(struct req *req, struct res *res)
{
	const char *next = NULL;
	int64_t id;
	enum rc rc;

	rc = account_token_use(req->db, req->mem, token_of(req), req->now, &id,
	    &next);
	if (rc == RC_CONFLICT) {
		res_redirect_flash_kind(res, req_url(req, PATH_SIGN_IN),
		    "info", _("Cette adresse a déjà un compte : "
		    "connectez-vous."));
		return;
	}
	if (rc == RC_NOT_FOUND) {
		too_late(req, res);
		return;
	}
	if (rc == RC_OK)
		rc = session_start(req, res, id);
	if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, next != NULL && url_is_local(next) ?
		    next : req_url(req, ACCOUNT_HOME),
		    _("Vous êtes connecté."));
}

void
account_again_post(struct req *req, struct res *res)
{
	struct account_links links;
	enum rc rc;

	account_links(&links, req);
	rc = account_link_ask(req->db, req->mem, req->person->email, req->lang,
	    account_suite(req), &links, req->now);
	if (rc == RC_OK)
		res_redirect(res, req_url(req, "/compte/message?motif=lien"));
	else
		res_error(res, rc);
}

/* --- a new password ------------------------------------------------------------ */

static struct view *
reset_page(struct req *req, struct res *res, const struct account_token *t,
    const struct problems *why)
{
	struct ask ask;
	struct view *page;

	page = account_form(res, &ask, _("Choisissez un nouveau mot de passe"),
	    req_url(req, "/compte/nouveau-passe"), _("Enregistrer et entrer"),
	    why);
	account_lead(page, mem_printf(req->mem, _("Pour le compte %s. Vos "
	    "autres appareils seront déconnectés."), t->email));
	account_hidden(page, "jeton", token_of(req));
	ask_password(&ask, "passe", _("Nouveau mot de passe"), _("Huit "
	    "caractères au moins. Une phrase facile à retenir convient très "
	    "bien."), "new-password");
	return page;
}

static bool
reset_token(struct req *req, struct res *res, struct account_token **t)
{
	if (account_token_load(t, req->db, req->mem, token_of(req),
	    req->now) == RC_OK && strcmp((*t)->purpose, "password") == 0 &&
	    (*t)->person_id != 0)
		return true;
	too_late(req, res);
	return false;
}

void
account_reset_get(struct req *req, struct res *res)
{
	struct account_token *t;

	if (reset_token(req, res, &t))
		account_show(res, reset_page(req, res, t, NULL), NULL);
}

void
account_reset_post(struct req *req, struct res *res)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	struct account_token *t;
	int64_t id;
	enum rc rc;

	if (!reset_token(req, res, &t))
		return;
	rc = account_reset(req->db, req->mem, token_of(req),
	    req_text(req, "passe"), req->now, &id, &why);
	if (rc == RC_INVALID) {
		account_show(res, reset_page(req, res, t, &why), &why);
		return;
	}
	if (rc == RC_OK)
		rc = session_start(req, res, id);
	if (rc == RC_OK)
		res_redirect_flash(res, req_url(req, ACCOUNT_HOME),
		    _("Votre mot de passe est changé."));
	else if (rc == RC_NOT_FOUND)
		too_late(req, res);
	else
		res_error(res, rc);
}
