/*
 * The vault: whose it is, the list of its documents, the room they take.
 * One of them is vault_document.c's, its forms are vault_form.c's.
 */
#include "config.h"

#include "fcgi/submission/vault.h"

#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "domain/document.h"
#include "domain/nature.h"
#include "domain/organisation.h"
#include "domain/sending.h"
#include "domain/storage.h"
#include "fcgi/submission/account.h"
#include "web/partial.h"

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

enum rc
vault_subject(struct vault_place *p, struct vault_document *d,
    struct req *req)
{
	enum rc rc = vault_place(p, req);

	return rc != RC_OK ? rc : vault_load(d, req->db, req->mem, &p->owner,
	    req_id(req, "id"));
}

void
vault_crumbs(const struct vault_place *p, struct view *page, const char *here)
{
	partial_crumb(page, p->up_url, p->up_name);
	partial_crumb(page, p->url, _("Coffre"));
	view_text(page, M_CRUMB_HERE, here);
}

/* --- words ----------------------------------------------------------------- */

const char *
vault_said(const struct req *req, const struct vault_document *d)
{
	struct mem *mem = req->mem;
	const char *text = mem_printf(mem, _("%s, %s, version %d, déposé le %s"),
	    document_type_label(d->type), document_size_label(mem,
	    d->size_bytes), (int)d->number, req_day_short(req, d->sent_at));

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

const char *
vault_url(const struct vault_place *p, const struct vault_document *d,
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
	view_text(row, M_DOCUMENT_URL, vault_url(p, d, ""));
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

void
vault_show_restore(const struct vault_place *p, struct view *v,
    const struct vault_document *d)
{
	if (p->manages)
		view_text(view_add(v, M_RESTORE), M_RESTORE_URL,
		    vault_url(p, d, "/remettre"));
}

static void
show_removed(const struct vault_place *p, struct view *section,
    const struct vault_document *d)
{
	struct view *row = view_add(section, M_REMOVED_ROWS);

	view_text(row, M_DOCUMENT_LABEL, d->label);
	view_text(row, M_DOCUMENT_META, mem_printf(p->req->mem,
	    _("retiré le %s, oublié le %s"), req_day_short(p->req,
	    d->removed_at), req_day_short(p->req, d->removed_at + VAULT_UNDO)));
	vault_show_restore(p, row, d);
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
show_room(const struct vault_place *p, struct view *page)
{
	struct mem *mem = p->req->mem;
	struct view *v = view_add(page, M_VAULT_ROOM);
	struct storage s;

	storage_load(&s, p->req->db, mem, &p->owner);
	view_int(v, M_ROOM_USED, s.bytes / 1000);
	view_int(v, M_ROOM_MOST, s.limit_bytes / 1000);
	view_int(v, M_ROOM_HIGH, s.limit_bytes / 1000 / 10 * 9);
	view_text(v, M_ROOM_SAID, s.bytes == 0 ? mem_printf(mem,
	    _("Rien encore, sur %s"), document_size_label(mem,
	    s.limit_bytes)) : mem_printf(mem, _("%s pris sur %s"),
	    document_size_label(mem, s.bytes), document_size_label(mem,
	    s.limit_bytes)));
	view_text(v, M_ROOM_DOCUMENTS, mem_printf(mem, ngettext(
	    "%d document sur %d", "%d documents sur %d",
	    (unsigned long)s.documents), (int)s.documents, VAULT_DOCUMENTS));
	view_text(v, M_ROOM_FILE, mem_printf(mem, _("Un fichier peut faire "
	    "jusqu’à %s, ou %s quand le navigateur n’exécute pas JavaScript."),
	    document_size_label(mem, sending_limit(mem,
	    db_state_dir(p->req->db))), document_size_label(mem,
	    DOCUMENT_MAX)));
	if (s.bytes >= s.limit_bytes / 10 * 9)
		view_show(v, M_ROOM_SHORT);
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
	partial_crumb(page, p.up_url, p.up_name);
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
	show_room(&p, page);
	show_others(&p, page);
	view_show(page, M_NOINDEX);
	res_view(res, 200, "account/vault.tpl");
}
