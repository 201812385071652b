/*
 * The forms of the vault: a document deposited, renewed, renamed.
 */
#include "config.h"

#include "fcgi/submission/vault.h"

#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "domain/document.h"
#include "domain/nature.h"
#include "fcgi/submission/account.h"
#include "fcgi/submission/sending.h"

#define FILE_RULE							\
	{ .name = "fichier", .type = F_FILE, .max = DOCUMENT_MAX },	\
	{ .name = "envoi", .type = F_CODE }
#define DAYS								\
	{ .name = "emis", .type = F_DATE },				\
	{ .name = "expire", .type = F_DATE }
#define WORDS								\
	{ .name = "nature", .type = F_CODE },				\
	{ .name = "libelle", .type = F_TEXT, .max = 400 }

const struct field_rule vault_deposit_fields[] = {
	WORDS, DAYS, FILE_RULE, { .type = F_END }
};
const struct field_rule vault_version_fields[] = {
	DAYS, FILE_RULE, { .type = F_END }
};
const struct field_rule vault_edit_fields[] = {
	WORDS, DAYS, { .type = F_END }
};

/* --- showing --------------------------------------------------------------- */

static void
ask_words(struct ask *ask, const struct req *req,
    const struct vault_document *d)
{
	struct view *row = ask_select(ask, "nature", _("Ce que c’est"), NULL);
	struct natures natures;
	size_t i;

	nature_list(&natures, req->db, req->mem);
	ask_option(ask, row, "nature", "", _("Choisir…"), false);
	for (i = 0; i < natures.count; i++)
		ask_option(ask, row, "nature", natures.rows[i].key,
		    natures.rows[i].label, d != NULL &&
		    strcmp(d->nature, natures.rows[i].key) == 0);
	ask_optional(ask_text(ask, "libelle", _("Nom à afficher"), _("Si vous "
	    "en avez plusieurs : « RIB du compte principal »."),
	    d == NULL ? NULL : d->label, "off"));
}

static void
ask_days(struct ask *ask, const struct vault_document *d)
{
	ask_optional(ask_date(ask, "emis", _("Date du document"), _("Celle qui "
	    "est écrite dessus."), d == NULL ? NULL : d->issued_on));
	ask_optional(ask_date(ask, "expire", _("Valable jusqu’au"), _("Laissez "
	    "vide si rien ne l’indique. Un rappel vous est envoyé deux mois "
	    "puis quinze jours avant."), d == NULL ? NULL : d->expires_on));
}

/* What may be sent, and how big: of that nature, or of any. held: a file that
 * came already and waits to be named again, or NULL. */
static void
ask_document(struct ask *ask, const struct req *req, const char *nature,
    const struct sending *held)
{
	const struct nature *n = nature == NULL ? NULL : nature_get(req->db,
	    req->mem, nature);
	const struct received any = { .max_bytes = sending_limit(req->mem,
	    db_state_dir(req->db)) };
	struct form_field f = { .accept = n == NULL || *n->accept == '\0' ?
	    NULL : (const char **)document_extensions(req->mem, n->accept) };
	struct view *row;

	row = ask_file(ask, "fichier", _("Fichier"), NULL,
	    document_accept(req->mem, &f), mem_printf(req->mem,
	    _("%ld Mo au plus (%s)."), (long)(document_limit(&any, n) /
	    1000000), document_accept_label(req->mem, &f)),
	    req_url(req, SENDINGS_PATH));
	if (held == NULL)
		return;
	row = view_add(row, M_FIELD_SENDING);
	view_text(row, M_FIELD_SENDING_TOKEN, held->token);
	view_text(row, M_FIELD_SENDING_NAME, held->name);
	view_text(row, M_FIELD_SENDING_SIZE, document_size_label(req->mem,
	    held->size_bytes));
}

static struct view *
begin(struct vault_place *p, struct res *res, struct ask *ask,
    const char *title, const char *button, const struct problems *why)
{
	struct view *page = account_form(res, ask, title, req_here(p->req),
	    button, why);

	view_show(page, M_FORM_CRUMBS);
	vault_crumbs(p, page, title);
	return page;
}

static void
deposit_show(struct vault_place *p, struct res *res,
    const struct sending *held, const struct problems *why)
{
	struct ask ask;
	struct view *page = begin(p, res, &ask, _("Déposer un document"),
	    _("Déposer"), why);

	view_show(page, M_FORM_FILES);
	ask_words(&ask, p->req, NULL);
	ask_document(&ask, p->req, NULL, held);
	ask_days(&ask, NULL);
	account_show(res, page, why);
}

void
vault_deposit_get(struct req *req, struct res *res)
{
	struct vault_place p;
	enum rc rc = vault_place(&p, req);

	if (rc != RC_OK)
		res_error(res, rc);
	else
		deposit_show(&p, res, NULL, NULL);
}

/* --- doing ----------------------------------------------------------------- */

static struct vault_form
read_form(const struct req *req)
{
	return (struct vault_form){ field_text(&req->fields, "nature"),
	    field_text(&req->fields, "libelle"),
	    field_text(&req->fields, "emis"),
	    field_text(&req->fields, "expire") };
}

/* What the fields said of days that do not exist; files are judged after. */
static void
keep_problems(struct problems *why, const struct req *req)
{
	const struct problem *p;

	for (p = req->fields.why.first; p != NULL; p = p->next)
		if (strcmp(p->where, "fichier") != 0)
			problem_add(why, p->where, "%s", p->text);
}

void
vault_deposit_post(struct req *req, struct res *res)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	struct vault_form form = read_form(req);
	struct vault_place p;
	const struct sending *held;
	struct sent sent;
	int64_t id;
	bool there;
	enum rc rc = vault_place(&p, req);

	if (rc != RC_OK) {
		res_error(res, rc);
		return;
	}
	keep_problems(&why, req);
	there = sent_file(&sent, req, "fichier", "fichier", &why);
	rc = vault_deposit(&id, req->db, req->mem, &p.owner, &form,
	    there ? &sent.file : NULL, req->person, req->now, &why);
	held = rc == RC_OK ? NULL : sent_hold(&sent, req, rc, &why);
	if (there)
		sent_release(&sent, req, rc == RC_OK);
	if (rc == RC_OK)
		res_redirect_flash(res, p.url, _("C’est dans le coffre."));
	else if (why.count > 0)
		deposit_show(&p, res, held, &why);
	else
		res_error(res, rc);
}

static void
version_show(struct vault_place *p, struct res *res,
    const struct vault_document *d, const struct sending *held,
    const struct problems *why)
{
	struct ask ask;
	struct view *page = begin(p, res, &ask, mem_printf(p->req->mem,
	    _("Nouvelle version de « %s »"), d->label), _("Déposer"), why);

	view_show(page, M_FORM_FILES);
	account_lead(page, _("Vos dossiers en préparation s’en serviront "
	    "aussitôt. Ceux qui sont déjà déposés gardent la version qu’ils "
	    "avaient."));
	ask_document(&ask, p->req, d->nature, held);
	ask_days(&ask, NULL);
	account_show(res, page, why);
}

void
vault_version_get(struct req *req, struct res *res)
{
	struct vault_document d;
	struct vault_place p;
	enum rc rc = vault_subject(&p, &d, req);

	if (rc != RC_OK)
		res_error(res, rc);
	else
		version_show(&p, res, &d, NULL, NULL);
}

void
vault_version_post(struct req *req, struct res *res)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	struct vault_form form = read_form(req);
	struct vault_document d;
	struct vault_place p;
	const struct sending *held;
	struct sent sent;
	bool there;
	enum rc rc = vault_subject(&p, &d, req);

	if (rc != RC_OK) {
		res_error(res, rc);
		return;
	}
	keep_problems(&why, req);
	there = sent_file(&sent, req, "fichier", "fichier", &why);
	rc = vault_renew(req->db, req->mem, &p.owner, d.id, &form,
	    there ? &sent.file : NULL, req->person, req->now, &why);
	held = rc == RC_OK ? NULL : sent_hold(&sent, req, rc, &why);
	if (there)
		sent_release(&sent, req, rc == RC_OK);
	if (rc == RC_OK)
		res_redirect_flash(res, vault_url(&p, &d, ""),
		    _("La nouvelle version est dans le coffre."));
	else if (why.count > 0)
		version_show(&p, res, &d, held, &why);
	else
		res_error(res, rc);
}

static void
edit_show(struct vault_place *p, struct res *res,
    const struct vault_document *d, const struct problems *why)
{
	struct ask ask;
	struct view *page = begin(p, res, &ask, mem_printf(p->req->mem,
	    _("Modifier « %s »"), d->label), _("Enregistrer"), why);

	ask_words(&ask, p->req, d);
	ask_days(&ask, d);
	account_show(res, page, why);
}

void
vault_edit_get(struct req *req, struct res *res)
{
	struct vault_document d;
	struct vault_place p;
	enum rc rc = vault_subject(&p, &d, req);

	if (rc != RC_OK)
		res_error(res, rc);
	else
		edit_show(&p, res, &d, NULL);
}

void
vault_edit_post(struct req *req, struct res *res)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	struct vault_form form = read_form(req);
	struct vault_document d;
	struct vault_place p;
	enum rc rc = vault_subject(&p, &d, req);

	if (rc == RC_OK) {
		keep_problems(&why, req);
		rc = vault_edit(req->db, req->mem, &p.owner, d.id, &form,
		    req->person, req->now, &why);
	}
	if (rc == RC_OK)
		res_redirect_flash(res, vault_url(&p, &d, ""),
		    _("C’est enregistré."));
	else if (rc == RC_INVALID)
		edit_show(&p, res, &d, &why);
	else
		res_error(res, rc);
}
