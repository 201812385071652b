/*
 * The receipt of a deposit: page, PDF, and the frozen content itself, so that
 * anybody can compute its digest.
 */
#include "config.h"

#include "fcgi/submission/pages.h"
#include "fcgi/submission/present.h"

#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "domain/money.h"
#include "domain/receipt.h"
#include "open/receipt_pdf.h"
#include "web/partial.h"

static enum rc
load(struct receipt **r, struct presentation *p, struct req *req)
{
	enum rc rc = presentation_of(p, req);

	if (rc == RC_OK && p->app == NULL)
		rc = RC_NOT_FOUND;
	return rc != RC_OK ? rc : receipt_last(r, req->db, req->mem,
	    p->app->id);
}

/* --- the page ------------------------------------------------------------- */

static const char *
day(const struct req *req, const struct receipt *r, int64_t at)
{
	return date_long(req->mem, at, r->time_zone, req->lang);
}

static const char *
silence_said(const struct req *req, const struct receipt *r)
{
	if (r->silence_at == 0)
		return NULL;
	return mem_printf(req->mem, strcmp(r->silence, "accept") == 0
	    ? _("Sans réponse le %s, votre demande est acceptée. Vous pourrez "
	    "alors en demander l’attestation.")
	    : _("Sans réponse le %s, votre demande est refusée."),
	    day(req, r, r->silence_at));
}

static const char *
joined(const struct req *req, const struct receipt *r)
{
	const char *text = "";
	size_t i;

	for (i = 0; i < r->document_count; i++)
		text = mem_printf(req->mem, "%s%s%s", text, i == 0 ? "" : "\n",
		    r->documents[i]);
	return text;
}

static void
show_terms(const struct req *req, struct view *v, const struct receipt *r)
{
	partial_term(v, _("Numéro"), r->number);
	partial_term(v, _("Reçu le"), date_long_time(req->mem, r->received_at,
	    r->time_zone, req->lang));
	partial_term(v, _("Projet"), r->project);
	partial_term(v, _("Porteur"), r->holder);
	partial_term(v, _("Appel"), r->call);
	if (r->requested_cents != 0)
		partial_term(v, _("Montant demandé"),
		    money_format_cents(req->mem, r->requested_cents,
		    req->lang));
	partial_term(v, _("Pièces reçues"), joined(req, r));
	partial_term(v, _("Service qui l’examine"), mem_printf(req->mem,
	    "%s\n%s\n%s\n%s", r->service_name, r->service_address,
	    r->service_email, r->service_phone));
	if (r->usual_at != 0)
		partial_term(v, _("Délai habituel"), mem_printf(req->mem,
		    _("Une réponse est généralement donnée avant le %s."),
		    day(req, r, r->usual_at)));
	partial_term(v, _("Ce que le silence veut dire"), silence_said(req, r));
	partial_term(v, _("Si vous n’êtes pas d’accord"), r->remedies);
	partial_term(v, _("Textes appliqués"), r->legal_basis);
	partial_term(v, _("Dans le journal public"), mem_printf(req->mem,
	    _("acte n° %lld"), (long long)r->journal_seq));
}

static void
add_event(const struct req *req, struct view *v, const struct receipt *r,
    const char *kind, int64_t at, const char *text)
{
	struct view *row = view_add(v, M_EVENTS);

	view_text(row, M_EVENT_KIND, kind);
	view_text(row, M_EVENT_ISO, date_iso_in(req->mem, at, r->time_zone));
	view_text(row, M_EVENT_DATE, day(req, r, at));
	view_text(row, M_EVENT_TEXT, text);
	if (strcmp(kind, "next") == 0)
		view_show(row, M_EVENT_NEXT);
}

void
receipt_get(struct req *req, struct res *res)
{
	struct presentation p;
	struct receipt *r;
	struct view *v;
	enum rc rc = load(&r, &p, req);

	if (rc != RC_OK) {
		res_error(res, rc);
		return;
	}
	v = res_page(res, _("Accusé de réception"));
	partial_crumb(v, page_url(req, "mes-projets/%s", p.dossier->slug),
	    p.element->title);
	partial_crumb(v, application_url(req, &p), p.call->title);
	view_text(v, M_CRUMB_HERE, _("Accusé de réception"));
	view_text(v, M_RECEIPT_TITLE, _("Votre projet est déposé"));
	view_text(v, M_RECEIPT_SAID, mem_printf(req->mem, r->deposit > 1
	    ? _("Nous avons bien reçu votre dossier, dans sa version n° %d. Cet "
	    "accusé de réception vous a aussi été envoyé par courriel.")
	    : _("Nous avons bien reçu votre dossier. Cet accusé de réception "
	    "vous a aussi été envoyé par courriel."), (int)r->deposit));
	show_terms(req, v, r);
	view_text(v, M_RECEIPT_HASH, r->sha256);
	view_text(v, M_RECEIPT_PDF_URL, mem_printf(req->mem,
	    "%s/recepisse.pdf", application_url(req, &p)));
	view_text(v, M_SNAPSHOT_URL, mem_printf(req->mem, "%s/depot.json",
	    application_url(req, &p)));
	view_text(v, M_APPLICATION_URL, application_url(req, &p));
	add_event(req, v, r, "done", r->received_at, _("Dépôt reçu"));
	if (r->usual_at != 0)
		add_event(req, v, r, "next", r->usual_at,
		    _("Réponse habituellement donnée"));
	if (r->silence_at != 0)
		add_event(req, v, r, "next", r->silence_at,
		    strcmp(r->silence, "accept") == 0
		    ? _("Sans réponse, la demande est acceptée")
		    : _("Sans réponse, la demande est refusée"));
	res_view(res, 200, "submission/receipt.tpl");
}

/* --- the paper ------------------------------------------------------------ */

void
receipt_pdf_get(struct req *req, struct res *res)
{
	struct receipt_paper paper;
	struct presentation p;
	struct receipt *r;
	struct buf pdf = BUF_INIT;
	struct sink sink;
	enum rc rc = load(&r, &p, req);

	if (rc != RC_OK) {
		res_error(res, rc);
		return;
	}
	/* In the language of whoever deposited, as it was mailed. */
	if (lang_find(r->lang) == NULL)
		r->lang = req->lang;
	lang_set(r->lang);
	paper = (struct receipt_paper)RECEIPT_PAPER(r, receipt_amount(req->mem,
	    r), req_absolute(req, page_url(req, "journal/verifier")));
	sink_init(&sink, sink_into_buf, &pdf);
	rc = receipt_pdf(&sink, &paper);
	if (rc == RC_OK) {
		res_header(res, "Content-Disposition", mem_printf(req->mem,
		    "attachment; filename=\"%s.pdf\"", r->number));
		res_bytes(res, 200, "application/pdf", pdf.data, pdf.len);
	} else
		res_error(res, rc);
	lang_set(req->lang);
	buf_release(&pdf);
}

/* --- the content ---------------------------------------------------------- */

void
snapshot_json_get(struct req *req, struct res *res)
{
	int64_t number = field_int(&req->fields, "depot");	/* 0: the last */
	struct presentation p;
	struct snapshot *s;
	struct receipt *r;
	enum rc rc = load(&r, &p, req);

	if (rc == RC_OK && number != 0)
		rc = snapshot_by_number(&s, req->db, req->mem, p.app->id,
		    number);
	else if (rc == RC_OK)
		rc = snapshot_load(&s, req->db, req->mem, r->snapshot_id);
	if (rc != RC_OK) {
		res_error(res, rc);
		return;
	}
	res_header(res, "Content-Disposition", mem_printf(req->mem,
	    "attachment; filename=\"%s-%d.json\"", r->number,
	    (int)s->number));
	res_bytes(res, 200, "application/json", s->content,
	    strlen(s->content));
}
