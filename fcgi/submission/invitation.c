/*
 * Answering an invitation.
 */
#include "config.h"

#include "fcgi/submission/account.h"

#include <string.h>

#include "base/lang.h"
#include "domain/invitation.h"

const struct field_rule answer_fields[] = {
	{ .name = "reponse", .type = F_CHOICE, .choices = "oui|non" },
	{ .type = F_END } };

/* Not to this account, answered, cancelled or too old: all the same. */
static void
nothing(struct req *req, struct res *res)
{
	struct view *page = account_tell(res, _("Cette invitation n’est pas "
	    "ouverte"), mem_printf(req->mem, _("Elle a peut-être déjà reçu sa "
	    "réponse, ou attendu plus de quatorze jours, ou été envoyée à une "
	    "autre adresse que %s."), req->person->email));

	account_tell_next(page, req_url(req, ACCOUNT_HOME),
	    _("Revenir à votre compte"));
	res_view(res, 404, "account/told.tpl");
}

static const char *
said(const struct req *req, const struct invitation *i)
{
	const char *until = req_day(req, i->ends_at);

	if (i->scope.kind != NULL)
		return mem_printf(req->mem, _("%s vous propose le rôle « %s » "
		    "sur %s. Vous pouvez répondre jusqu’au %s."), i->by_name,
		    i->role_label, i->title, until);
	if (i->dossier_id != 0)
		return mem_printf(req->mem, _("%s vous invite à suivre le "
		    "projet « %s » et à y contribuer. Vous pouvez répondre "
		    "jusqu’au %s."), i->by_name, i->title, until);
	return mem_printf(req->mem, _("%s vous invite à rejoindre « %s ». Ses "
	    "membres verront votre nom et votre adresse. Vous pouvez répondre "
	    "jusqu’au %s."), i->by_name, i->title, until);
}

const char *
invitation_mailed(const struct req *req)
{
	return req_absolute(req, req_url(req, "/compte/invitations/"));
}

void
invitation_sent(struct res *res, enum rc rc, const char *url)
{
	if (rc == RC_OK)
		res_redirect_flash(res, url, _("L’invitation est partie."));
	else if (rc == RC_BUSY)
		res_redirect_flash_kind(res, url, "wait",
		    _("Beaucoup d’invitations sont déjà parties, ou "
		    "attendent à cette adresse : réessayez demain."));
	else
		res_error(res, rc);
}

void
invitation_get(struct req *req, struct res *res)
{
	struct invitation *i;
	struct view *page;

	if (invitation_load(&i, req->db, req->mem, req_id(req, "id"),
	    req->person, req->now) != RC_OK) {
		nothing(req, res);
		return;
	}
	page = account_tell(res, _("Une invitation"), said(req, i));
	account_tell_yes_no(page, req_here(req));
	res_view(res, 200, "account/told.tpl");
}

void
invitation_post(struct req *req, struct res *res)
{
	bool yes = strcmp(req_text(req, "reponse"), "oui") == 0;
	enum rc rc;

	rc = invitation_answer(req->db, req->mem, req_id(req, "id"),
	    req->person, yes, req->now);
	if (rc == RC_OK)
		res_redirect_flash(res, req_url(req, ACCOUNT_HOME), yes ?
		    _("Bienvenue.") : _("L’invitation est refusée."));
	else if (rc == RC_NOT_FOUND)
		nothing(req, res);
	else
		res_error(res, rc);
}
