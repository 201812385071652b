/*
 * Who received what: every deposit of a dossier, its documents, its digest, and
 * when the service looked at it.
 */
#include "config.h"

#include "fcgi/submission/pages.h"

#include <string.h>

#include "base/lang.h"
#include "domain/dossier.h"
#include "domain/recipient.h"
#include "domain/support.h"
#include "fcgi/submission/expected.h"

static void
show_deposit(const struct req *req, struct view *v, const struct dossier *d,
    const struct dossier_application *a, const struct deposited *x)
{
	struct view *row = view_add(v, M_DEPOSITS), *file;
	size_t i;

	view_text(row, M_DEPOSIT_SAID, mem_printf(req->mem,
	    _("Dépôt n° %d, le %s"), (int)x->number, req_moment(req,
	    x->taken_at)));
	view_text(row, M_DEPOSIT_HASH, x->sha256);
	view_text(row, M_DEPOSIT_URL, mem_printf(req->mem, "%s?depot=%lld",
	    page_url(req, "mes-projets/%s/appels/%s/depot.json", d->slug,
	    a->call_slug), (long long)x->number));
	view_text(row, M_DEPOSIT_READ, x->seen_at == 0
	    ? _("Le service n’a pas encore dit l’avoir lu.")
	    : mem_printf(req->mem, _("Lu par le service le %s."),
	    req_moment(req, x->seen_at)));
	for (i = 0; i < x->document_count; i++) {
		file = view_add(row, M_DEPOSIT_FILES);
		view_text(file, M_FILE_NAME, x->documents[i].name);
		view_text(file, M_FILE_META, x->documents[i].label);
		view_text(file, M_FILE_URL, page_url(req,
		    "mes-projets/%s/pieces/%lld", d->slug,
		    (long long)x->documents[i].version_id));
	}
}

static void
show_one(const struct req *req, struct view *page, const struct dossier *d,
    const struct dossier_application *a)
{
	struct deposited *list;
	struct view *v;
	const char *kind, *state, *said;
	size_t n, i;

	if (a->submitted_at == 0)
		return;
	v = view_add(page, M_RECIPIENTS);
	expected_application(req, a, &kind, &state, &said);
	view_text(v, M_APPLICATION_URL, page_url(req,
	    "mes-projets/%s/appels/%s", d->slug, a->call_slug));
	view_text(v, M_APPLICATION_CALL, a->call);
	view_text(v, M_APPLICATION_STATE_KIND, kind);
	view_text(v, M_APPLICATION_STATE_TEXT, state);
	view_text(v, M_RECIPIENT_NAME, a->funder == NULL ? a->service
	    : a->funder);
	view_text(v, M_RECIPIENT_WHERE, mem_printf(req->mem, "%s · %s",
	    a->platform, a->number));
	n = recipient_deposits(&list, req->db, req->mem, a->id);
	for (i = 0; i < n; i++)
		show_deposit(req, v, d, a, &list[i]);
}

/* Those with whom it is shared now, after an offer. */
static size_t
show_shared(const struct req *req, struct view *page, const struct dossier *d)
{
	struct offer *offers;
	struct view *section = NULL, *row;
	size_t n = support_of_element(&offers, req->db, req->mem,
	    d->element_id), i, shown = 0;

	for (i = 0; i < n; i++) {
		const struct offer *o = &offers[i];

		if (o->answer == NULL || strcmp(o->answer, "accepted") != 0 ||
		    o->share_ends_at <= req->now)
			continue;
		if (shown++ == 0) {
			section = view_add(page, M_SHARES);
			view_text(section, M_SHARED_URL, page_url(req,
			    "mes-projets/%s/ecoute#soutiens", d->slug));
		}
		row = view_add(section, M_SHARE_ROWS);
		view_text(row, M_SHARE_TO, o->by);
		view_text(row, M_SHARE_SAID, mem_printf(req->mem,
		    o->share_documents ? _("lit le dossier d’aujourd’hui et "
		    "ses pièces, jusqu’au %s") : _("lit le dossier "
		    "d’aujourd’hui, jusqu’au %s"), req_day(req,
		    o->share_ends_at)));
	}
	return shown;
}

void
recipients_get(struct req *req, struct res *res)
{
	struct dossiers list;
	struct dossier *d;
	struct view *v;
	size_t i, n;
	enum rc rc;

	rc = dossier_load(&d, req->db, req->mem, req->object.dossier_id);
	if (rc != RC_OK) {
		res_error(res, rc);
		return;
	}
	v = res_page(res, mem_printf(req->mem, _("Qui a reçu quoi, %s"),
	    d->title));
	view_text(v, M_DOSSIER_TITLE, d->title);
	view_text(v, M_DOSSIER_URL, page_url(req, "mes-projets/%s", d->slug));
	n = show_shared(req, v, d);
	dossier_applications(&list, req->db, req->mem, d->id, req->person);
	for (i = 0; i < list.application_count; i++) {
		n += list.applications[i].submitted_at != 0;
		show_one(req, v, d, &list.applications[i]);
	}
	if (n == 0)
		view_show(v, M_RECIPIENTS_NONE);
	res_view(res, 200, "submission/recipients.tpl");
}
