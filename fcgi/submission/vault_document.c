/*
 * A document of the vault: its versions, who may receive it, who did; taken
 * out, put back, an agreement withdrawn.
 */
#include "config.h"

#include "fcgi/submission/vault.h"

#include "base/date.h"
#include "base/lang.h"
#include "domain/consent.h"
#include "domain/nature.h"
#include "domain/support.h"
#include "web/partial.h"

const struct field_rule vault_revoke_fields[] = {
	{ .name = "accord", .type = F_ID, .flags = FIELD_REQUIRED },
	{ .type = F_END }
};

/* --- the page --------------------------------------------------------------- */

static void
show_terms(const struct vault_place *p, struct view *page,
    const struct vault_document *d)
{
	const struct req *req = p->req;

	partial_term(page, _("Nature"), nature_get(req->db, req->mem,
	    d->nature)->label);
	partial_term(page, _("Fichier"), mem_printf(req->mem, "%s\n%s", d->name,
	    vault_said(req, d)));
	partial_term(page, _("Daté du"), d->issued_on == NULL ? NULL :
	    date_long_iso(req->mem, d->issued_on, req->lang));
	partial_term(page, _("Analyse antivirus"), d->scanned_at == 0 ?
	    _("pas encore analysé") : mem_printf(req->mem, d->infected ?
	    _("virus trouvé le %s") : _("rien trouvé, le %s"),
	    req_day(req, d->scanned_at)));
	if (d->dossiers > 0)
		partial_term(page, _("Utilisé"), mem_printf(req->mem, ngettext(
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
		vault_show_restore(p, v, d);
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
		view_text(row, M_FILE_URL, vault_url(p, d,
		    mem_printf(p->req->mem, "/versions/%lld",
		    (long long)list.rows[i].version_id)));
		view_text(row, M_FILE_NAME, list.rows[i].name);
		view_text(row, M_FILE_META, list.rows[i].expires_on == NULL ?
		    vault_said(p->req, &list.rows[i]) : mem_printf(
		    p->req->mem, "%s, %s", vault_said(p->req, &list.rows[i]),
		    vault_valid_said(p->req, &list.rows[i])));
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
	    req_day_short(req, c->given_at), c->given_by);

	if (c->revoked_at != 0)
		said = mem_printf(req->mem, _("%s, retiré le %s"), said,
		    req_day_short(req, c->revoked_at));
	view_text(row, M_CONSENT_TO, c->to);
	view_text(row, M_CONSENT_SAID, said);
	if (c->revoked_at != 0)
		view_show(row, M_CONSENT_OVER);
	if (c->revoked_at != 0 || !p->manages)
		return;
	revoke = view_add(row, M_REVOKE);
	view_text(revoke, M_REVOKE_URL, vault_url(p, d, "/accords"));
	view_int(revoke, M_REVOKE_ID, c->id);
}

/* With a dossier that is shared, until its day: stopped where it was begun. */
static void
show_shared(const struct vault_place *p, struct view *section,
    const struct shared_with *s)
{
	struct view *row = view_add(section, M_CONSENT_ROWS);
	const struct req *req = p->req;

	view_text(row, M_CONSENT_TO, s->to);
	view_text(row, M_CONSENT_SAID, mem_printf(req->mem, _("le lit jusqu’au "
	    "%s, avec le dossier « %s » que vous partagez"),
	    req_day_short(req, s->ends_at), s->title));
	if (p->manages)
		view_text(view_add(row, M_CONSENT_SHARED), M_SHARED_URL,
		    req_url(req, "/%s/mes-projets/%s/ecoute#soutien-%lld",
		    s->platform, s->slug, (long long)s->offer_id));
}

static void
show_consents(const struct vault_place *p, struct view *page,
    const struct vault_document *d)
{
	struct consents list;
	struct view *section;
	struct shared_with *shared;
	size_t n, i;

	consent_of_document(&list, p->req->db, p->req->mem, d->id);
	n = support_of_document(&shared, p->req->db, p->req->mem, d->id,
	    p->req->now);
	if (list.count + n == 0) {
		view_show(page, M_NO_CONSENT);
		return;
	}
	section = view_add(page, M_CONSENTS);
	for (i = 0; i < n; i++)
		show_shared(p, section, &shared[i]);
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
		view_text(row, M_COPY_DATE, req_day_short(p->req,
		    list.rows[i].received_at));
	}
}

static void
show_acts(const struct vault_place *p, struct view *page,
    const struct vault_document *d)
{
	struct view *acts;

	if (!d->infected)
		view_text(view_add(page, M_DOWNLOAD), M_DOWNLOAD_URL,
		    vault_url(p, d, mem_printf(p->req->mem,
		    "/versions/%lld", (long long)d->version_id)));
	if (!p->manages || d->removed_at != 0)
		return;
	acts = view_add(page, M_VAULT_ACTS);
	view_text(acts, M_VERSION_URL, vault_url(p, d, "/version"));
	view_text(acts, M_EDIT_URL, vault_url(p, d, "/modifier"));
	acts = view_add(page, M_REMOVE);
	view_text(acts, M_REMOVE_URL, vault_url(p, d, "/retirer"));
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
	enum rc rc = vault_subject(&p, &d, req);

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
		    req_id(req, "id"),
		    req_id(req, "version"));
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
	enum rc rc = vault_subject(&p, &d, req);

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
	enum rc rc = vault_subject(&p, &d, req);

	if (rc == RC_OK)
		rc = vault_restore(req->db, &p.owner, d.id, req->person,
		    req->now);
	if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, vault_url(&p, &d, ""),
		    mem_printf(req->mem, _("« %s » est de nouveau dans le "
		    "coffre."), d.label));
}

void
vault_revoke_post(struct req *req, struct res *res)
{
	struct vault_document d;
	struct vault_place p;
	enum rc rc = vault_subject(&p, &d, req);

	if (rc == RC_OK)
		rc = consent_revoke(req->db, d.id, field_int(&req->fields,
		    "accord"), req->person, req->now);
	if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, vault_url(&p, &d, ""),
		    _("Votre accord est retiré pour la suite."));
}
