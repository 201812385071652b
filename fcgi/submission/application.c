/*
 * The page of a dossier before the call chosen: what fits, what the call reads of
 * it, what is missing, what would be presented. It changes nothing: present.c does.
 */
#include "config.h"

#include "fcgi/submission/pages.h"
#include "fcgi/submission/present.h"

#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/consent.h"
#include "domain/eligibility.h"
#include "domain/form_offer.h"
#include "domain/money.h"
#include "fcgi/submission/sheet.h"

void
show_fits(struct view *row, const struct fit *fits, size_t n)
{
	static const char *const kinds[] = { [FIT_YES] = "ok",
	    [FIT_NO] = "refuse", [FIT_UNKNOWN] = "wait" };
	struct view *v;
	size_t i;

	for (i = 0; i < n; i++) {
		v = view_add(row, M_FITS);
		view_text(v, M_FIT_KIND, kinds[fits[i].met]);
		view_text(v, M_FIT_SAID, fits[i].met == FIT_YES ? _("Oui")
		    : fits[i].met == FIT_NO ? _("Non") : _("À préciser"));
		view_text(v, M_FIT_TEXT, fits[i].text);
	}
}

/* --- what is missing ------------------------------------------------------ */

/* Where a problem of presentation_check is mended; its question's label. */
static const char *
mend_url(const struct req *req, const struct presentation *p,
    const char *where, const char **name)
{
	bool own = *where == '=';
	const struct answers *a = own ? &p->own : &p->answers;
	struct application_place x = { req, p, own, false };
	const char *slash = strchr(where, '/');
	const struct form_field *f;

	*name = "";
	if (*where == '?')
		f = strcmp(where, "?territory") == 0
		    ? form_mapped(p->answers.form, MAP_TERRITORY)
		    : strcmp(where, "?theme") == 0
		    ? form_mapped(p->answers.form, MAP_THEME)
		    : strcmp(where, "?amount") == 0
		    ? form_mapped(p->answers.form, MAP_REQUESTED)
		    : strcmp(where, "?plan") == 0
		    ? form_mapped(p->answers.form, MAP_FUNDING) : NULL;
	else
		f = slash == NULL ? NULL : form_field(a->form, slash + 1);
	if (f == NULL)
		return NULL;
	*name = f->label;
	x.particular = a->of[f->index].particular;
	return mem_printf(req->mem, "%s#f-%s", application_step_url(&x,
	    &a->form->steps[f->step]), f->key);
}

/* Is it about something written, rather than missing? */
static bool
is_given(const struct presentation *p, const char *where)
{
	const struct answers *a = *where == '=' ? &p->own : &p->answers;
	const char *slash = strchr(where, '/');
	const struct answer *answer;

	answer = slash == NULL ? NULL : answers_get(a, slash + 1);
	return answer != NULL && answer_is_given(answer);
}

static void
show_missing(const struct req *req, struct view *page,
    const struct presentation *p, const struct problems *why)
{
	struct view *shown, *row;
	const struct problem *x;
	size_t n = 0;

	/* Why it is not eligible has a section of its own. */
	for (x = why->first; x != NULL; x = x->next)
		n += strcmp(x->where, "?eligible") != 0;
	if (n == 0)
		return;
	shown = view_add(page, M_MISSING_SHOWN);
	view_text(shown, M_MISSING_TITLE, mem_printf(req->mem, ngettext(
	    "Il reste %d point avant de pouvoir le présenter",
	    "Il reste %d points avant de pouvoir le présenter", n), (int)n));
	for (x = why->first; x != NULL; x = x->next) {
		const char *name, *url = mend_url(req, p, x->where, &name);

		if (strcmp(x->where, "?eligible") == 0)
			continue;
		row = view_add(shown, M_MISSING);
		view_text(row, M_MISSING_NAME, *x->where == '?' ? x->text
		    : name);
		view_text(row, M_MISSING_SAID, *x->where == '?' ||
		    !is_given(p, x->where) ? "" : x->text);
		view_optional(row, M_MISSING_LINK, M_MISSING_URL, url);
	}
}

/* Own answers, each with the button that keeps it for other calls. */
static void
show_keeping(const struct req *req, struct view *own,
    const struct presentation *p)
{
	struct view *row;
	size_t i;

	for (i = 0; p->app != NULL && i < p->own.form->field_count; i++) {
		const struct answer *a = &p->own.of[i];

		if (!a->value.given || a->asked != ASKED_YES ||
		    a->field->type == FORM_FILES || a->apart)
			continue;
		row = view_add(own, M_KEEPS);
		view_text(row, M_KEEP_NAME, a->field->label);
		if (a->inherited) {
			view_show(row, M_KEPT);
			continue;
		}
		row = view_add(row, M_KEEP);
		view_text(row, M_KEEP_URL, mem_printf(req->mem, "%s/garder",
		    application_url(req, p)));
		view_text(row, M_KEEP_KEY, a->field->key);
		view_text(row, M_KEEP_WHAT, a->field->label);
	}
}

static void
show_own(const struct req *req, struct view *page,
    const struct presentation *p)
{
	const struct application_place x = { req, p, true, false };
	struct progress done;
	struct view *v;

	if (!p->has_own)
		return;
	answers_progress(&done, &p->own, NULL);
	v = view_add(page, M_OWN);
	view_text(v, M_OWN_TITLE, p->own.form->title);
	view_text(v, M_OWN_INTRO, p->own.form->intro);
	view_text(v, M_OWN_ANSWERED, answered_said(req, &done));
	view_int(v, M_OWN_PERCENT, money_percent(done.answered, done.asked));
	view_text(v, M_OWN_URL, application_step_url(&x, &p->own.form->steps[0]));
	view_text(v, M_OWN_ACT, done.answered == done.asked
	    ? _("Relire ces réponses") : _("Répondre à ces questions"));
	show_keeping(req, v, p);
}

/* "Dites-le une fois": how much of what this call asks was there already. */
static void
show_reuse(const struct req *req, struct view *page,
    const struct presentation *p)
{
	struct reuse r;
	struct view *v;

	presentation_reuse(&r, p, req->now);
	v = view_add(page, M_REUSE);
	view_text(v, M_REUSE_SAID, reuse_said(req, r.reused, r.presented +
	    r.missing));
	view_int(v, M_REUSE_PERCENT, money_percent(r.reused, r.presented +
	    r.missing));
	view_text(v, M_REUSE_MORE, r.missing == 0
	    ? _("Cet appel ne demande rien de plus.")
	    : mem_printf(req->mem, ngettext(
	    "Cet appel n’attend plus que %d réponse.",
	    "Cet appel n’attend plus que %d réponses.",
	    (unsigned long)r.missing), r.missing));
}

const char *
reuse_said(const struct req *req, int reused, int asked)
{
	return mem_printf(req->mem, ngettext(
	    "Dites-le une fois : %d réponse sur %d reprise",
	    "Dites-le une fois : %d réponses sur %d reprises",
	    (unsigned long)reused), reused, asked);
}

/* The dossier as this call reads it: through another form maybe, and with what
 * it alone is told. */
static void
show_through(const struct req *req, struct view *page,
    const struct presentation *p)
{
	const struct application_place x = { req, p, false, true };
	const struct form *form = p->answers.form;
	struct view *v, *list = NULL, *row;
	size_t i;

	if (p->app == NULL)
		return;
	v = view_add(page, M_THROUGH);
	view_text(v, M_THROUGH_SAID, p->through ? mem_printf(req->mem,
	    _("%s lit votre dossier par son propre formulaire : les questions "
	    "communes y ont déjà leur réponse."), p->platform->name)
	    : _("Cet appel lit votre dossier. Une réponse peut y être "
	    "différente, pour cet appel seulement."));
	view_text(v, M_THROUGH_ACT, p->through ? _("Voir ce formulaire")
	    : _("Répondre autrement à une question"));
	view_text(v, M_THROUGH_URL, application_step_url(&x, &form->steps[0]));
	for (i = 0; i < form->field_count; i++) {
		if (!p->answers.of[i].particular)
			continue;
		if (list == NULL)
			list = view_add(v, M_PARTICULARS_SHOWN);
		row = view_add(list, M_PARTICULARS);
		view_text(row, M_PARTICULAR_NAME, form->fields[i].label);
		view_text(row, M_PARTICULAR_URL, mem_printf(req->mem,
		    "%s#f-%s", application_step_url(&x, &form->steps[
		    form->fields[i].step]), form->fields[i].key));
	}
}

/* What a new deposit would bring. False: nothing, and nobody asked for it. */
static bool
show_changes(const struct req *req, struct view *page,
    const struct presentation *p)
{
	const char **labels;
	size_t n = presentation_changes(p, req->mem, &labels), i;
	struct view *v, *row;

	v = view_add(page, M_CHANGES);
	view_text(v, M_CHANGES_SAID, n == 0
	    ? _("Rien n’a changé depuis votre dernier dépôt.")
	    : mem_printf(req->mem, ngettext(
	    "%d réponse a changé depuis votre dernier dépôt :",
	    "%d réponses ont changé depuis votre dernier dépôt :", n), (int)n));
	if (n > 0)
		v = view_add(v, M_CHANGED_SHOWN);
	for (i = 0; i < n; i++) {
		row = view_add(v, M_CHANGED);
		view_text(row, M_CHANGED_NAME, labels[i]);
	}
	return n > 0 || p->app->correction_open;
}

/* Was agreement given to the documents that are asked about now? */
static bool
agrees(const struct req *req, const struct consents_asked *asked)
{
	const char *given = field_text(&req->fields, "accord");

	return asked->missing == 0 || (given != NULL &&
	    strcmp(given, asked->mark) == 0);
}

/* Who receives which documents; a box to tick when some are new to them. */
static void
show_consent(const struct req *req, struct view *ready,
    const struct presentation *p)
{
	struct consents_asked asked;
	struct view *v, *row, *ask;
	size_t i;

	consent_ask(&asked, p, req->mem);
	if (asked.count == 0)
		return;
	v = view_add(ready, M_SHARED);
	view_text(v, M_SHARED_SAID, mem_printf(req->mem, ngettext(
	    "%s recevra %d document :", "%s recevra %d documents :",
	    asked.count), asked.to, (int)asked.count));
	for (i = 0; i < asked.count; i++) {
		const struct consent_asked *c = &asked.rows[i];

		row = view_add(v, M_SHARED_FILES);
		view_text(row, M_SHARED_NAME, c->label);
		view_text(row, M_SHARED_META, c->given_at == 0 ? c->name :
		    mem_printf(req->mem, _("%s, accord du %s"), c->name,
		    req_day_short(req, c->given_at)));
		if (c->expires_on != NULL && strcmp(c->expires_on,
		    date_iso(req->mem, req->now)) < 0)
			view_text(view_add(row, M_SHARED_OVER),
			    M_SHARED_OVER_TEXT, mem_printf(req->mem,
			    _("n’est plus valable depuis le %s"),
			    date_long_iso(req->mem, c->expires_on,
			    req->lang)));
	}
	if (asked.missing == 0)
		return;
	ask = view_add(v, M_CONSENT);
	view_text(ask, M_CONSENT_MARK, asked.mark);
	view_text(ask, M_CONSENT_TEXT, mem_printf(req->mem, ngettext(
	    "J’accepte que %s reçoive ce document.",
	    "J’accepte que %s reçoive ces documents.", asked.count),
	    mem_printf(req->mem, _("« %s »"), asked.to)));
	if (text_ends(req->path, "/deposer") && !agrees(req, &asked))
		view_show(ask, M_CONSENT_ERROR);
}

static void
show_presenting(const struct req *req, struct view *page,
    const struct presentation *p, const struct problems *why)
{
	bool again = p->app != NULL && (p->app->state == APP_SUBMITTED ||
	    p->app->state == APP_UNDER_REVIEW);
	struct fit fits[FITS];
	struct barrier *barriers;
	struct view *v, *ready;
	size_t n;

	if (!presentation_may_submit(p, req->now) ||
	    !right_may(req->db, req->person, RIGHT_DOSSIER_SUBMIT,
	    &req->object))
		return;
	v = view_add(page, M_PRESENTING);
	n = call_fits(fits, req->db, req->mem, p->call, p->element,
	    p->requested_cents, p->platform->time_zone, req->now);
	show_fits(v, fits, n);
	n = eligibility_judge(&barriers, p);
	sheet_show_barriers(v, barriers, n);
	show_reuse(req, v, p);
	show_through(req, v, p);
	if (p->app != NULL &&
	    form_offer_is(req->db, p->dossier->id, p->app->id))
		view_text(view_add(v, M_OFFERED), M_OFFERED_URL, mem_printf(
		    req->mem, "%s/formulaire", application_url(req, p)));
	show_own(req, v, p);
	show_missing(req, v, p, why);
	view_text(v, M_REVIEW_URL, page_url(req, "mes-projets/%s/relire",
	    p->dossier->slug));
	if (again && !show_changes(req, v, p))
		return;
	if (why->count > 0)
		return;
	ready = view_add(v, M_READY);
	show_consent(req, ready, p);
	view_text(ready, M_SUBMIT_URL, mem_printf(req->mem, "%s/deposer",
	    application_url(req, p)));
	view_text(ready, M_READY_TEXT, again
	    ? _("Le service ne voit vos changements qu’après ce nouveau dépôt. "
	    "Le précédent est conservé.")
	    : p->dossier->published_at != 0
	    ? _("Le dossier sera figé tel qu’il est, et vous recevrez un accusé "
	    "de réception. Vous pourrez encore le corriger et le déposer à "
	    "nouveau jusqu’à sa prise en instruction.")
	    : _("Le dossier sera figé tel qu’il est, et vous recevrez un accusé "
	    "de réception. Vous pourrez encore le corriger et le déposer à "
	    "nouveau jusqu’à sa prise en instruction. Son titre, son résumé, "
	    "son lieu, son thème et ses montants deviennent publics ; jamais "
	    "vos coordonnées."));
	view_text(ready, M_SUBMIT_TEXT, p->app != NULL &&
	    p->app->correction_open ? _("Envoyer le dossier corrigé")
	    : again ? _("Déposer à nouveau")
	    : _("Présenter le projet à cet appel"));
}

void
application_show(struct presentation *p, struct req *req, struct res *res,
    int status, const struct problems *why, const struct problems *message_why)
{
	struct problems found = PROBLEMS_INIT(req->mem);
	struct view *v = res_page(res, mem_printf(req->mem, "%s, %s",
	    p->call->title, p->element->title));

	if (why == NULL) {
		presentation_check(p, req->now, &found);
		why = &found;
	}
	view_text(v, M_DOSSIER_TITLE, p->element->title);
	view_text(v, M_DOSSIER_URL, page_url(req, "mes-projets/%s",
	    p->dossier->slug));
	view_text(v, M_MINE_URL, page_url(req, "mes-projets"));
	view_text(v, M_CALL_TITLE, p->call->title);
	view_text(v, M_CALL_URL, req_url(req, "/%s/appels/%s",
	    p->platform->slug, p->call->slug));
	if (p->app != NULL && p->app->state != APP_DRAFT)
		show_followup(p, req, v, message_why);
	show_presenting(req, v, p, why);
	res_view(res, status, "submission/application.tpl");
}
