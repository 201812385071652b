/*
 * A dossier changes hands: offered from its page, answered from the account.
 */
#include "config.h"

#include "fcgi/submission/people.h"

#include <string.h>

#include "base/lang.h"
#include "domain/dossier.h"
#include "domain/transfer.h"
#include "fcgi/submission/account.h"

const struct field_rule transfer_fields[] = {
	{ .name = "a", .type = F_TEXT, .max = 300 },
	{ .name = "message", .type = F_LONG, .max = 8000 },
	{ .name = "annuler", .type = F_BOOL },
	{ .type = F_END } };

/* --- offering --------------------------------------------------------------- */

static const char *
here(const struct req *req)
{
	return page_url(req, "mes-projets/%s/transmettre",
	    req_param(req, "slug"));
}

/* One waits: it may be taken back. */
static void
show_waiting(struct req *req, struct res *res, const struct transfer *t)
{
	struct view *page = account_tell(res, _("Ce projet attend son nouveau "
	    "responsable"), mem_printf(req->mem, _("Vous avez proposé « %s » à "
	    "%s le %s. Rien ne change tant que la réponse n’est pas donnée."),
	    t->title, t->organisation != NULL ? t->organisation : t->email,
	    req_day(req, t->asked_at)));

	account_hidden(account_tell_ask(page, here(req),
	    _("Reprendre ma proposition")), "annuler", "1");
	account_tell_next(page, page_url(req, "mes-projets/%s", t->slug),
	    _("Revenir au projet"));
	res_view(res, 200, "account/told.tpl");
}

static void
show(struct req *req, struct res *res, const struct problems *why)
{
	struct ask ask = { .req = req, .why = why };
	struct transfer *open;
	struct dossier *d;
	struct view *page;

	if (transfer_open(&open, req->db, req->mem, req->object.id) == RC_OK) {
		show_waiting(req, res, open);
		return;
	}
	if (dossier_load(&d, req->db, req->mem, req->object.id) != RC_OK) {
		res_error(res, RC_NOT_FOUND);
		return;
	}
	page = account_form(res, &ask, mem_printf(req->mem,
	    _("Transmettre « %s »"), d->title), here(req),
	    _("Proposer ce projet"), why);
	account_lead(page, _("La personne ou la structure accepte d’abord. "
	    "Ensuite le dossier, ses pièces et ses candidatures sont à elle ; "
	    "vous pouvez encore le lire, jusqu’à ce qu’elle en décide "
	    "autrement."));
	ask_text(&ask, "a", _("À qui ?"), _("Une adresse électronique, ou le "
	    "numéro SIRET ou RNA d’une structure inscrite ici."), NULL, "off");
	ask_optional(ask_lines(&ask, "message", _("Un mot pour elle"), NULL,
	    NULL, 3));
	account_link(page, "", page_url(req, "mes-projets/%s", d->slug),
	    _("Revenir au projet"));
	account_show(res, page, why);
}

void
transfer_get(struct req *req, struct res *res)
{
	show(req, res, NULL);
}

void
transfer_post(struct req *req, struct res *res)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	bool cancel = field_bool(&req->fields, "annuler");
	enum rc rc;

	rc = cancel ? transfer_cancel(req->db, req->object.id, req->person,
	    req->now) : transfer_ask(req->db, req->mem, req->object.id,
	    field_raw(&req->fields, "a"), field_raw(&req->fields, "message"),
	    req->person, req_absolute(req, req_url(req, "/compte/transferts/")),
	    req->now, &why);
	if (rc == RC_INVALID)
		show(req, res, &why);
	else if (rc == RC_BUSY)
		res_redirect_flash_kind(res, here(req), "wait", _("Vous avez "
		    "déjà proposé beaucoup de projets aujourd’hui : réessayez "
		    "demain."));
	else if (rc != RC_OK && rc != RC_CONFLICT)
		res_error(res, rc);
	else
		res_redirect_flash(res, here(req), cancel
		    ? _("Votre proposition est reprise.")
		    : _("Votre proposition est partie."));
}

/* --- answering -------------------------------------------------------------- */

static enum rc
load(struct transfer **t, const struct req *req)
{
	return transfer_load(t, req->db, req->mem, req_id(req, "id"),
	    req->person);
}

static void
nothing(struct req *req, struct res *res)
{
	struct view *page = account_tell(res, _("Cette proposition n’est plus "
	    "ouverte"), mem_printf(req->mem, _("Elle a peut-être déjà reçu sa "
	    "réponse, été reprise, ou été envoyée à une autre adresse que "
	    "%s."), req->person->email));

	account_tell_next(page, req_url(req, ACCOUNT_HOME),
	    _("Revenir à votre compte"));
	res_view(res, 404, "account/told.tpl");
}

void
transfer_answer_get(struct req *req, struct res *res)
{
	struct transfer *t;
	struct view *page;

	if (load(&t, req) != RC_OK) {
		nothing(req, res);
		return;
	}
	page = account_tell(res, _("On vous transmet un projet"), mem_printf(
	    req->mem, t->organisation != NULL
	    ? _("%s propose que « %s » soit à %s : ses réponses, ses pièces et "
	    "ses candidatures. %s")
	    : _("%s propose que « %s » soit à vous (%s) : ses réponses, ses "
	    "pièces et ses candidatures. %s"), t->asked_by, t->title,
	    t->organisation != NULL ? t->organisation : t->email,
	    t->message));
	account_tell_yes_no(page, req_here(req));
	res_view(res, 200, "account/told.tpl");
}

void
transfer_answer_post(struct req *req, struct res *res)
{
	bool yes = strcmp(req_text(req, "reponse"), "oui") == 0;
	struct transfer *t;
	enum rc rc = load(&t, req);

	if (rc == RC_OK)
		rc = transfer_answer(req->db, req->mem, t->id, req->person,
		    yes, req->now);
	if (rc == RC_NOT_FOUND)
		nothing(req, res);
	else if (rc != RC_OK)
		res_error(res, rc);
	else if (yes)
		res_redirect_flash(res, req_url(req, "/%s/mes-projets/%s",
		    t->platform, t->slug), _("Ce projet est à vous."));
	else
		res_redirect_flash(res, req_url(req, ACCOUNT_HOME),
		    _("La proposition est refusée."));
}
