/*
 * The vault: its list, a document with its versions, who may receive it and
 * who did.
 */
#include "config.h"

#include "fcgi/submission/vault.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "domain/consent.h"
#include "domain/document.h"
#include "domain/nature.h"
#include "domain/organisation.h"
#include "fcgi/submission/account.h"

#define ZONE	"Europe/Paris"

const struct field_rule vault_revoke_fields[] = {
	{ .name = "accord", .type = F_ID, .flags = FIELD_REQUIRED },
	{ .type = F_END }
};

/* --- whose ----------------------------------------------------------------- */

enum rc
vault_place(struct vault_place *p, struct req *req)
{
	struct organisation *o;
	enum rc rc;

	*p = (struct vault_place){ .req = req };
	if (req->object.kind != OBJECT_ORGANISATION) {
		p->owner.person_id = req->person->id;
		p->whose = _("de votre compte");
		p->url = req_url(req, "/compte/documents");
		p->up_url = req_url(req, ACCOUNT_HOME);
		p->up_name = _("Votre compte");
		p->manages = true;
		return RC_OK;
	}
	rc = organisation_load_id(&o, req->db, req->mem, req->object.id);
	if (rc != RC_OK)
		return rc;
	p->owner.organisation_id = o->id;
	p->whose = mem_printf(req->mem, _("de « %s »"), o->name);
	p->url = req_url(req, "/compte/organisations/%s/documents", o->slug);
	p->up_url = req_url(req, "/compte/organisations/%s", o->slug);
	p->up_name = o->name;
	p->manages = vault_may_manage(req->db, req->person, &p->owner);
	return RC_OK;
}

static void
add_crumb(struct view *page, const char *url, const char *name)
{
	struct view *row = view_add(page, M_CRUMBS);

	view_text(row, M_CRUMB_URL, url);
	view_text(row, M_CRUMB_NAME, name);
}

void
vault_crumbs(const struct vault_place *p, struct view *page, const char *here)
{
	add_crumb(page, p->up_url, p->up_name);
	add_crumb(page, p->url, _("Coffre"));
	view_text(page, M_CRUMB_HERE, here);
}

/* --- words ----------------------------------------------------------------- */

const char *
vault_said(const struct req *req, const struct vault_document *d)
{
	struct mem *mem = req->mem;
	const char *text = mem_printf(mem, _("%s, %s, version %d, déposé le %s"),
	    document_type_label(d->type), document_size_label(mem,
	    d->size_bytes), (int)d->number, date_short(mem, d->sent_at, ZONE,
	    req->lang));

	return *d->sent_by == '\0' ? text : mem_printf(mem, _("%s par %s"),
	    text, d->sent_by);
}

const char *
vault_valid_kind(const struct req *req, const struct vault_document *d)
{
	static const char *const kinds[] = { [VAULT_FOR_EVER] = "neutral",
	    [VAULT_VALID] = "ok", [VAULT_SOON] = "wait",
	    [VAULT_EXPIRED] = "refuse" };

	return kinds[vault_validity(d, req->now)];
}

const char *
vault_valid_said(const struct req *req, const struct vault_document *d)
{
	static const char *const words[] = {
		[VAULT_VALID] = N_("valable jusqu’au %s"),
		[VAULT_SOON] = N_("bientôt plus valable : jusqu’au %s"),
		[VAULT_EXPIRED] = N_("n’est plus valable depuis le %s") };
	enum vault_validity v = vault_validity(d, req->now);

	return v == VAULT_FOR_EVER ? _("sans date de fin") :
	    mem_printf(req->mem, _(words[v]), date_long_iso(req->mem,
	    d->expires_on, req->lang));
}

static const char *
document_url(const struct vault_place *p, const struct vault_document *d,
    const char *rest)
{
	return mem_printf(p->req->mem, "%s/%lld%s", p->url, (long long)d->id,
	    rest);
}

/* --- the list -------------------------------------------------------------- */

static void
show_row(const struct vault_place *p, struct view *kind,
    const struct vault_document *d)
{
	struct view *row = view_add(kind, M_KIND_DOCUMENTS), *state;
	struct mem *mem = p->req->mem;
	const char *said = vault_said(p->req, d);

	if (d->dossiers > 0)
		said = mem_printf(mem, ngettext("%s, dans %d dossier",
		    "%s, dans %d dossiers", (unsigned long)d->dossiers), said,
		    (int)d->dossiers);
	view_text(row, M_DOCUMENT_URL, document_url(p, d, ""));
	view_text(row, M_DOCUMENT_LABEL, d->label);
	view_text(row, M_DOCUMENT_META, said);
	view_text(row, M_VALID_KIND, vault_valid_kind(p->req, d));
	view_text(row, M_VALID_TEXT, vault_valid_said(p->req, d));
	if (!d->infected)
		return;
	state = view_add(row, M_DOCUMENT_STATE);
	view_text(state, M_DOCUMENT_STATE_KIND, "refuse");
	view_text(state, M_DOCUMENT_STATE_TEXT, _("virus : bloqué"));
}

static void
show_restore(const struct vault_place *p, struct view *v,
    const struct vault_document *d)
{
	if (p->manages)
		view_text(view_add(v, M_RESTORE), M_RESTORE_URL,
		    document_url(p, d, "/remettre"));
}

static void
show_removed(const struct vault_place *p, struct view *section,
    const struct vault_document *d)
{
	struct view *row = view_add(section, M_REMOVED_ROWS);

	view_text(row, M_DOCUMENT_LABEL, d->label);
	view_text(row, M_DOCUMENT_META, mem_printf(p->req->mem,
	    _("retiré le %s, oublié le %s"), date_short(p->req->mem,
	    d->removed_at, ZONE, p->req->lang), date_short(p->req->mem,
	    d->removed_at + VAULT_UNDO, ZONE, p->req->lang)));
	show_restore(p, row, d);
}

static void
show_list(const struct vault_place *p, struct view *page,
    const struct vault_documents *list)
{
	struct view *kind = NULL, *removed = NULL;
	const char *nature = "";
	int soon = 0;
	size_t i;

	for (i = 0; i < list->count; i++) {
		const struct vault_document *d = &list->rows[i];

		if (d->removed_at != 0) {
			if (removed == NULL)
				removed = view_add(page, M_VAULT_REMOVED);
			show_removed(p, removed, d);
			continue;
		}
		if (kind == NULL || strcmp(nature, d->nature) != 0) {
			nature = d->nature;
			kind = view_add(page, M_VAULT_KINDS);
			view_text(kind, M_KIND_NAME, nature_get(p->req->db,
			    p->req->mem, nature)->label);
		}
		show_row(p, kind, d);
		soon += vault_validity(d, p->req->now) >= VAULT_SOON;
	}
	if (soon > 0)
		view_text(view_add(page, M_VAULT_SOON), M_VAULT_SOON_TEXT,
		    mem_printf(p->req->mem, ngettext("%d document n’est plus "
		    "valable, ou bientôt : déposez-en une nouvelle version.",
		    "%d documents ne sont plus valables, ou bientôt : déposez-en "
		    "une nouvelle version.", (unsigned long)soon), soon));
}

static void
show_others(const struct vault_place *p, struct view *page)
{
	struct own_organisation *list;
	struct view *section = NULL, *row;
	size_t i, n;

	if (p->owner.organisation_id != 0)
		return;
	n = organisation_of(&list, p->req->db, p->req->mem,
	    p->req->person->id);
	for (i = 0; i < n; i++) {
		if (section == NULL)
			section = view_add(page, M_VAULT_OTHERS);
		row = view_add(section, M_OTHER_ROWS);
		view_text(row, M_OTHER_NAME, list[i].name);
		view_text(row, M_OTHER_URL, req_url(p->req,
		    "/compte/organisations/%s/documents", list[i].slug));
	}
}

void
vault_get(struct req *req, struct res *res)
{
	struct vault_documents list;
	struct vault_place p;
	struct view *page, *empty;
	enum rc rc = vault_place(&p, req);

	if (rc != RC_OK) {
		res_error(res, rc);
		return;
	}
	page = res_page(res, mem_printf(req->mem, "%s %s", _("Coffre"),
	    p.whose));
	add_crumb(page, p.up_url, p.up_name);
	view_text(page, M_CRUMB_HERE, _("Coffre"));
	view_text(page, M_VAULT_WHOSE, p.whose);
	if (p.manages)
		view_text(view_add(page, M_VAULT_DEPOSIT), M_DEPOSIT_URL,
		    mem_printf(req->mem, "%s/deposer", p.url));
	vault_list(&list, req->db, req->mem, &p.owner, req->now);
	if (list.count == 0) {
		empty = view_add(page, M_EMPTY);
		view_text(empty, M_EMPTY_TITLE, _("Rien encore"));
		view_text(empty, M_EMPTY_TEXT, _("Les statuts, le RIB ou les "
		    "attestations joints à un dossier viennent ici d’eux-mêmes."
		    ));
	}
	show_list(&p, page, &list);
	show_others(&p, page);
	view_show(page, M_NOINDEX);
	res_view(res, 200, "account/vault.tpl");
}

/* --- a document ------------------------------------------------------------ */

static enum rc
subject(struct vault_place *p, struct vault_document *d, struct req *req)
{
	enum rc rc = vault_place(p, req);

	return rc != RC_OK ? rc : vault_load(d, req->db, req->mem, &p->owner,
	    strtoll(req_param(req, "id"), NULL, 10));
}

static void
add_term(struct view *page, const char *name, const char *value)
{
	struct view *row;

	if (value == NULL)
		return;
	row = view_add(page, M_TERMS);
	view_text(row, M_TERM_NAME, name);
	view_text(row, M_TERM_VALUE, value);
}

static void
show_terms(const struct vault_place *p, struct view *page,
    const struct vault_document *d)
{
	const struct req *req = p->req;

	add_term(page, _("Nature"), nature_get(req->db, req->mem,
	    d->nature)->label);
	add_term(page, _("Fichier"), mem_printf(req->mem, "%s\n%s", d->name,
	    vault_said(req, d)));
	add_term(page, _("Daté du"), d->issued_on == NULL ? NULL :
	    date_long_iso(req->mem, d->issued_on, req->lang));
	add_term(page, _("Analyse antivirus"), d->scanned_at == 0 ?
	    _("pas encore analysé") : mem_printf(req->mem, d->infected ?
	    _("virus trouvé le %s") : _("rien trouvé, le %s"),
	    date_long(req->mem, d->scanned_at, ZONE, req->lang)));
	if (d->dossiers > 0)
		add_term(page, _("Utilisé"), mem_printf(req->mem, ngettext(
		    "dans %d dossier", "dans %d dossiers",
		    (unsigned long)d->dossiers), (int)d->dossiers));
}

static void
show_notice(const struct vault_place *p, struct view *page,
    const struct vault_document *d)
{
	struct view *v;

	if (!d->infected && d->removed_at == 0)
		return;
	v = view_add(page, M_DOCUMENT_NOTICE);
	view_text(v, M_NOTICE_KIND, d->infected ? "refuse" : "wait");
	view_text(v, M_NOTICE_TEXT, d->infected ? _("Un virus a été trouvé dans "
	    "ce fichier. Il est mis à l’écart : personne ne peut le "
	    "télécharger. Déposez une version saine.") :
	    _("Ce document est retiré du coffre."));
	if (d->removed_at != 0)
		show_restore(p, v, d);
}

static void
show_versions(const struct vault_place *p, struct view *page,
    const struct vault_document *d)
{
	struct vault_documents list;
	struct view *row, *state;
	size_t i;

	vault_versions(&list, p->req->db, p->req->mem, d->id);
	for (i = 0; i < list.count; i++) {
		row = view_add(page, M_FILES);
		view_text(row, M_FILE_URL, document_url(p, d,
		    mem_printf(p->req->mem, "/versions/%lld",
		    (long long)list.rows[i].version_id)));
		view_text(row, M_FILE_NAME, list.rows[i].name);
		view_text(row, M_FILE_META, vault_said(p->req, &list.rows[i]));
		if (!list.rows[i].infected)
			continue;
		state = view_add(row, M_FILE_STATE);
		view_text(state, M_FILE_STATE_KIND, "refuse");
		view_text(state, M_FILE_STATE_TEXT, _("virus : bloqué"));
	}
}

static void
show_consent(const struct vault_place *p, struct view *section,
    const struct vault_document *d, const struct consent *c)
{
	struct view *row = view_add(section, M_CONSENT_ROWS), *revoke;
	const struct req *req = p->req;
	const char *said = mem_printf(req->mem, *c->given_by == '\0' ?
	    _("accord du %s") : _("accord du %s, par %s"),
	    date_short(req->mem, c->given_at, ZONE, req->lang), c->given_by);

	if (c->revoked_at != 0)
		said = mem_printf(req->mem, _("%s, retiré le %s"), said,
		    date_short(req->mem, c->revoked_at, ZONE, req->lang));
	view_text(row, M_CONSENT_TO, c->to);
	view_text(row, M_CONSENT_SAID, said);
	if (c->revoked_at != 0)
		view_show(row, M_CONSENT_OVER);
	if (c->revoked_at != 0 || !p->manages)
		return;
	revoke = view_add(row, M_REVOKE);
	view_text(revoke, M_REVOKE_URL, document_url(p, d, "/accords"));
	view_int(revoke, M_REVOKE_ID, c->id);
}

static void
show_consents(const struct vault_place *p, struct view *page,
    const struct vault_document *d)
{
	struct consents list;
	struct view *section;
	size_t i;

	consent_of_document(&list, p->req->db, p->req->mem, d->id);
	if (list.count == 0) {
		view_show(page, M_NO_CONSENT);
		return;
	}
	section = view_add(page, M_CONSENTS);
	for (i = 0; i < list.count; i++)
		show_consent(p, section, d, &list.rows[i]);
}

static void
show_copies(const struct vault_place *p, struct view *page,
    const struct vault_document *d)
{
	struct received_copies list;
	struct view *section, *row;
	size_t i;

	consent_received_document(&list, p->req->db, p->req->mem, d->id);
	if (list.count == 0)
		return;
	section = view_add(page, M_COPIES);
	for (i = 0; i < list.count; i++) {
		row = view_add(section, M_COPY_ROWS);
		view_text(row, M_COPY_TO, list.rows[i].to);
		view_text(row, M_COPY_SAID, mem_printf(p->req->mem,
		    _("« %s », %s"), list.rows[i].project, list.rows[i].call));
		view_int(row, M_COPY_NUMBER, list.rows[i].number);
		view_text(row, M_COPY_DATE, date_short(p->req->mem,
		    list.rows[i].received_at, ZONE, p->req->lang));
	}
}

static void
show_acts(const struct vault_place *p, struct view *page,
    const struct vault_document *d)
{
	struct view *acts;

	if (!d->infected)
		view_text(view_add(page, M_DOWNLOAD), M_DOWNLOAD_URL,
		    document_url(p, d, mem_printf(p->req->mem,
		    "/versions/%lld", (long long)d->version_id)));
	if (!p->manages || d->removed_at != 0)
		return;
	acts = view_add(page, M_VAULT_ACTS);
	view_text(acts, M_VERSION_URL, document_url(p, d, "/version"));
	view_text(acts, M_EDIT_URL, document_url(p, d, "/modifier"));
	acts = view_add(page, M_REMOVE);
	view_text(acts, M_REMOVE_URL, document_url(p, d, "/retirer"));
	view_text(acts, M_REMOVE_TEXT, _("Il ne sera plus proposé. Les dossiers "
	    "qui s’en servent le gardent. Vous pouvez le remettre pendant "
	    "quatorze jours."));
}

void
vault_document_get(struct req *req, struct res *res)
{
	struct vault_document d;
	struct vault_place p;
	struct view *page;
	enum rc rc = subject(&p, &d, req);

	if (rc != RC_OK) {
		res_error(res, rc);
		return;
	}
	page = res_page(res, d.label);
	vault_crumbs(&p, page, d.label);
	view_text(page, M_DOCUMENT_LABEL, d.label);
	view_text(page, M_VALID_KIND, vault_valid_kind(req, &d));
	view_text(page, M_VALID_TEXT, vault_valid_said(req, &d));
	show_notice(&p, page, &d);
	show_terms(&p, page, &d);
	show_acts(&p, page, &d);
	show_consents(&p, page, &d);
	show_copies(&p, page, &d);
	show_versions(&p, page, &d);
	view_show(page, M_NOINDEX);
	res_view(res, 200, "account/vault_document.tpl");
}

void
vault_file_get(struct req *req, struct res *res)
{
	struct vault_document d;
	struct vault_place p;
	enum rc rc = vault_place(&p, req);

	if (rc == RC_OK)
		rc = vault_version(&d, req->db, req->mem, &p.owner,
		    strtoll(req_param(req, "id"), NULL, 10),
		    strtoll(req_param(req, "version"), NULL, 10));
	if (rc != RC_OK)
		res_error(res, rc);
	else if (d.infected)
		res_error_status(res, 403, _("Un virus a été trouvé dans ce "
		    "fichier : il ne se télécharge pas."));
	else
		res_file(res, stored_file_name(req->mem, d.sha256), d.type,
		    d.name);
}

/* --- acts ------------------------------------------------------------------ */

void
vault_remove_post(struct req *req, struct res *res)
{
	struct vault_document d;
	struct vault_place p;
	enum rc rc = subject(&p, &d, req);

	if (rc == RC_OK)
		rc = vault_remove(req->db, &p.owner, d.id, req->person,
		    req->now);
	if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, p.url, mem_printf(req->mem,
		    _("« %s » est retiré du coffre."), d.label));
}

void
vault_restore_post(struct req *req, struct res *res)
{
	struct vault_document d;
	struct vault_place p;
	enum rc rc = subject(&p, &d, req);

	if (rc == RC_OK)
		rc = vault_restore(req->db, &p.owner, d.id, req->person,
		    req->now);
	if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, document_url(&p, &d, ""),
		    mem_printf(req->mem, _("« %s » est de nouveau dans le "
		    "coffre."), d.label));
}

void
vault_revoke_post(struct req *req, struct res *res)
{
	struct vault_document d;
	struct vault_place p;
	enum rc rc = subject(&p, &d, req);

	if (rc == RC_OK)
		rc = consent_revoke(req->db, d.id, field_int(&req->fields,
		    "accord"), req->person, req->now);
	if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, document_url(&p, &d, ""),
		    _("Votre accord est retiré pour la suite."));
}
