/*
 * The support offered to a holder, and the answer: share until a day, decline,
 * stop sharing.
 */
#include "config.h"

#include "fcgi/submission/listen.h"

#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/document.h"
#include "domain/dossier.h"
#include "domain/money.h"
#include "domain/support.h"

const struct field_rule offer_answer_fields[] = {
	{ .name = "acte", .type = F_CHOICE,
	    .choices = "accepter|decliner|arreter" },
	{ .name = "fin", .type = F_DATE },
	{ .name = "pieces", .type = F_BOOL },
	{ .name = "reponse", .type = F_LONG, .max = 3000 },
	{ .type = F_END } };

#define SHARE_USUAL	(180 * DATE_DAY)

static void
show_state(const struct req *req, struct view *row, const struct offer *o)
{
	const char *kind = "wait", *text = _("Attend votre réponse");

	if (o->answer != NULL && strcmp(o->answer, "accepted") == 0) {
		kind = o->share_ends_at > req->now ? "ok" : "neutral";
		text = mem_printf(req->mem, o->share_ends_at > req->now ?
		    o->share_documents ? _("Accepté : votre dossier et ses "
		    "pièces lui sont ouverts jusqu’au %s") :
		    _("Accepté : votre dossier lui est ouvert jusqu’au %s") :
		    _("Accepté : le partage s’est arrêté le %s"),
		    req_day(req, o->share_ends_at));
	} else if (o->answer != NULL) {
		kind = "neutral";
		text = _("Décliné");
	}
	view_text(row, M_OFFER_STATE_KIND, kind);
	view_text(row, M_OFFER_STATE_TEXT, text);
}

static void
show_answer(const struct req *req, struct view *row, const struct offer *o,
    size_t documents, const struct problems *why)
{
	bool mine = req_is_return(req) &&
	    strcmp(req_param(req, "offer"), mem_printf(req->mem, "%lld",
	    (long long)o->id)) == 0;
	struct view *v = view_add(row, M_OFFER_ANSWER), *pieces;
	const char *usual = date_iso_in(req->mem, req->now + SHARE_USUAL,
	    req->platform->time_zone);

	view_text(v, M_SHARE_UNTIL, mine ? req_typed(req, "fin", usual) :
	    usual);
	if (documents > 0) {
		pieces = view_add(v, M_SHARE_PIECES);
		view_int(pieces, M_OFFER_ID, o->id);
		view_text(pieces, M_SHARE_PIECES_SAID, mem_printf(req->mem,
		    ngettext("Avec sa pièce jointe", "Avec ses %zu pièces "
		    "jointes", (unsigned long)documents), documents));
		if (mine && req_chosen(req, "pieces", "1", false))
			view_show(pieces, M_SHARE_PIECES_CHOSEN);
	}
	view_text(v, M_SHARE_WORDS, mine ? req_typed(req, "reponse", "") : "");
	if (mine)
		view_optional(v, M_FIELD_ERROR, M_FIELD_ERROR_TEXT,
		    why->first == NULL ? NULL : why->first->text);
}

void
offers_show(const struct req *req, struct view *page, int64_t element_id,
    const struct problems *why)
{
	struct documents documents;
	struct offer *offers;
	struct view *shown, *row;
	size_t n = support_of_element(&offers, req->db, req->mem, element_id),
	    i;

	if (n == 0)
		return;
	document_list(&documents, req->db, req->mem, req->object.dossier_id);
	shown = view_add(page, M_OFFERS_SHOWN);
	for (i = 0; i < n; i++) {
		const struct offer *o = &offers[i];

		row = view_add(shown, M_OFFERS);
		view_int(row, M_OFFER_ID, o->id);
		view_text(row, M_OFFER_URL, mem_printf(req->mem, "%s/%lld",
		    page_url(req, "mes-projets/%s/soutiens",
		    req_param(req, "slug")), (long long)o->id));
		view_text(row, M_OFFER_BY, o->by);
		view_text(row, M_OFFER_PERSON, strcmp(o->by, o->person) == 0 ?
		    "" : o->person);
		view_text(row, M_OFFER_KIND, o->amount_cents == 0 ?
		    word_label(need_kinds, o->kind) : mem_printf(req->mem,
		    "%s, %s", word_label(need_kinds, o->kind), money_format(
		    req->mem, o->amount_cents, req->lang)));
		view_text(row, M_OFFER_MESSAGE, o->message);
		view_text(row, M_OFFER_DATE, req_day(req, o->offered_at));
		show_state(req, row, o);
		if (o->answer == NULL)
			show_answer(req, row, o, documents.count, why);
		else if (strcmp(o->answer, "accepted") == 0 &&
		    o->share_ends_at > req->now)
			view_show(row, M_OFFER_STOP);
	}
}

/* The end of the day named, on the platform's clock; 0: none. */
static int64_t
end_of(const struct req *req, const char *iso)
{
	struct civil c;

	if (iso == NULL || !date_parse(&c, iso))
		return 0;
	c.hour = 12;
	return date_day_end(date_unix_in(&c, req->platform->time_zone),
	    req->platform->time_zone);
}

void
offer_answer_post(struct req *req, struct res *res)
{
	const char *what = field_text(&req->fields, "acte");
	const char *back = page_url(req, "mes-projets/%s/ecoute",
	    req_param(req, "slug"));
	int64_t id = req_id(req, "offer");
	struct problems why = PROBLEMS_INIT(req->mem);
	const struct offer_answer answer = {
		.accepts = what != NULL && strcmp(what, "accepter") == 0,
		.share_ends_at = end_of(req, field_text(&req->fields, "fin")),
		.share_documents = field_bool(&req->fields, "pieces"),
		.text = text_trim(req->mem, req_text(req, "reponse")) };
	struct act act = listen_act(req);
	struct dossier *d;
	enum rc rc = dossier_load(&d, req->db, req->mem,
	    req->object.dossier_id);

	/* Who offered reads the whole dossier there. */
	act.service_url = answer.accepts ? req_absolute(req, page_url(req,
	    "mes-projets/%s/relire", req_param(req, "slug"))) : NULL;
	if (rc == RC_OK && what == NULL)
		rc = RC_NOT_FOUND;
	if (rc == RC_OK && strcmp(what, "arreter") == 0)
		rc = support_stop(req->db, req->mem, id, d->element_id, &act);
	else if (rc == RC_OK)
		rc = support_answer(req->db, req->mem, id, d->element_id,
		    &answer, &act, &why);
	if (rc == RC_INVALID)
		listen_show(req, res, 422, &why);
	else if (rc == RC_CONFLICT)
		res_redirect_flash_kind(res, back, "info", _("Cette "
		    "proposition a déjà sa réponse."));
	else if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, back, answer.accepts ?
		    _("Votre dossier lui est ouvert. Vous pouvez arrêter ce "
		    "partage quand vous voulez.") : strcmp(what, "arreter") ==
		    0 ? _("Le partage est arrêté.") : _("C’est décliné, et "
		    "dit avec vos mots."));
}
