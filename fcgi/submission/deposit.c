/*
 * "Déposer un projet": what it takes, a new project or one begun already; and
 * the suggestions that lookup.js asks for.
 */
#include "config.h"

#include "fcgi/submission/pages.h"

#include <json.h>
#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "base/text.h"
#include "domain/call.h"
#include "domain/dossier.h"
#include "domain/form.h"
#include "domain/prefill.h"
#include "domain/siret.h"
#include "domain/territory.h"
#include "web/partial.h"
#include "web/sheet.h"

#define DRAFTS_SHOWN	5
/* --- the page ------------------------------------------------------------- */

static void
show_steps(const struct req *req, struct view *page)
{
	const struct form *form;
	struct view *row;
	size_t i;

	if (form_get(&form, req->db, form_of_projects(req->db, req->mem,
	    req->platform->id)) != RC_OK)
		return;
	view_text(page, M_DEPOSIT_INTRO, form->intro);
	for (i = 0; i < form->step_count; i++) {
		row = view_add(page, M_DEPOSIT_STEPS);
		view_text(row, M_DEPOSIT_STEP_NAME, form->steps[i].label);
		view_text(row, M_DEPOSIT_STEP_TEXT, form->steps[i].intro);
	}
	/* What to have at hand: the documents that it asks for. */
	for (i = 0; i < form->field_count; i++) {
		const struct form_field *f = &form->fields[i];

		if (f->type != FORM_FILES || !f->required)
			continue;
		row = view_add(page, M_DEPOSIT_PAPERS);
		view_text(row, M_DEPOSIT_PAPER, f->label);
	}
}

static void
show_calls(const struct req *req, struct view *page)
{
	struct call **calls;
	size_t n = call_list_open(&calls, req->db, req->mem, req->platform->id,
	    req->now), i;
	struct view *shown, *row;

	if (n == 0)
		return;
	shown = view_add(page, M_DEPOSIT_CALLS_SHOWN);
	for (i = 0; i < n; i++) {
		row = view_add(shown, M_DEPOSIT_CALLS);
		view_text(row, M_CALL_URL, page_url(req, "appels/%s",
		    calls[i]->slug));
		view_text(row, M_CALL_TITLE, calls[i]->title);
		view_text(row, M_CALL_WHEN, calls[i]->closes_at == 0
		    ? _("ouvert en permanence") : mem_printf(req->mem,
		    _("jusqu’au %s"), req_day(req, calls[i]->closes_at)));
	}
}

static void
show_drafts(const struct req *req, struct view *page)
{
	struct view *shown = NULL, *row;
	struct dossiers list;
	size_t i, n = 0;

	dossier_list(&list, req->db, req->mem, req->platform->id, req->person,
	    NULL);
	for (i = 0; i < list.count && n < DRAFTS_SHOWN; i++) {
		const struct dossier *d = &list.rows[i];

		/* Those that were decided are among "mes projets". */
		if (d->trashed_at != 0 || (strcmp(d->state, "draft") != 0 &&
		    strcmp(d->state, "listening") != 0))
			continue;
		if (shown == NULL)
			shown = view_add(page, M_DRAFTS_SHOWN);
		n++;
		row = view_add(shown, M_DRAFTS);
		view_text(row, M_DRAFT_URL, page_url(req, "mes-projets/%s",
		    d->slug));
		view_text(row, M_DRAFT_TITLE, d->title);
		view_text(row, M_DRAFT_SAID, mem_printf(req->mem, ngettext(
		    "%ld réponse sur %ld · modifié le %s",
		    "%ld réponses sur %ld · modifié le %s",
		    (unsigned long)d->answered), (long)d->answered,
		    (long)d->asked, req_day(req, d->updated_at)));
	}
	if (shown != NULL)
		view_text(shown, M_MINE_URL, page_url(req, "mes-projets"));
}

static void
show_holders(const struct req *req, struct view *form)
{
	struct dossier_body *bodies;
	size_t n = dossier_bodies(&bodies, req->db, req->mem, req->person), i;
	struct view *choice;

	if (n == 0)
		return;
	choice = view_add(form, M_HOLDERS_SHOWN);
	for (i = 0; i < n; i++) {
		const char *id = mem_printf(req->mem, "%lld",
		    (long long)bodies[i].id);

		partial_option(choice, M_FIELD_OPTIONS, id, bodies[i].name,
		    req_chosen(req, "porteur", id, i == 0));
	}
	partial_option(choice, M_FIELD_OPTIONS, "0", _("Moi, en mon nom"),
	    req_chosen(req, "porteur", "0", false));
}

/* The answers that the address (?a.<key>=…) or its form proposes. */
static size_t
proposed(struct prefill *list, const struct form **form,
    const struct req *req)
{
	size_t i, n = 0;

	if (form_get(form, req->db, form_of_projects(req->db, req->mem,
	    req->platform->id)) != RC_OK)
		return 0;
	for (i = 0; i < (*form)->field_count && n < PREFILL_MAX; i++) {
		const struct form_field *f = &(*form)->fields[i];
		struct typed *typed = typed_of(req->mem, &req->sent, f->key);
		const struct typed *t;
		size_t bytes = 0;

		for (t = typed; t != NULL; t = t->next)
			bytes += strlen(t->text);
		if (typed != NULL && bytes > 0 && bytes <= PREFILL_BYTES &&
		    form_asks(f) && f->type != FORM_FILES)
			list[n++] = (struct prefill){ .key = f->key,
			    .typed = typed };
	}
	return n;
}

/* Said before it is kept: somebody else wrote it. */
static void
show_proposed(const struct req *req, struct view *begin)
{
	struct prefill list[PREFILL_MAX];
	const struct form *form;
	size_t n = proposed(list, &form, req), i;
	struct view *shown, *row;
	const struct typed *t;

	if (n == 0)
		return;
	shown = view_add(begin, M_PREFILLED);
	view_text(shown, M_PREFILLED_SAID, mem_printf(req->mem, ngettext(
	    "%zu réponse est déjà écrite par le lien que vous avez suivi",
	    "%zu réponses sont déjà écrites par le lien que vous avez suivi",
	    n), n));
	for (i = 0; i < n; i++) {
		row = view_add(shown, M_PREFILLED_ROWS);
		view_text(row, M_PREFILLED_NAME, form_field(form,
		    list[i].key)->label);
		view_text(row, M_PREFILLED_VALUE, list[i].typed->text);
		for (t = list[i].typed; t != NULL; t = t->next) {
			struct view *hidden = view_add(row, M_FORM_HIDDEN);

			view_text(hidden, M_HIDDEN_NAME, mem_printf(req->mem,
			    *t->part == '\0' ? "a.%s%s" : strcmp(t->part,
			    "code") == 0 ? "a.%s_%s" : "a.%s.%s", list[i].key,
			    t->part));
			view_text(hidden, M_HIDDEN_VALUE, t->text);
		}
	}
}

/* The page with what its address proposes, for after a sign-in. */
static const char *
here(const struct req *req)
{
	const char *url = page_url(req, "deposer");

	return *req->query == '\0' || req->method != GET ? url
	    : mem_printf(req->mem, "%s?%s", url, req->query);
}

static void
show_form(const struct req *req, struct view *page, struct res *res,
    const struct problems *why)
{
	const char *title = field_text(&req->fields, "titre");
	struct view *v = view_add(page, M_BEGIN);
	const char *error = problem_get(why, "titre");

	(void)res;
	view_text(v, M_BEGIN_URL, page_url(req, "deposer"));
	view_text(v, M_FIELD_ID, "f-titre");
	view_text(v, M_FIELD_NAME, "titre");
	view_text(v, M_FIELD_TYPE, "text");
	view_text(v, M_FIELD_WIDTH, "full");
	view_text(v, M_FIELD_LABEL, _("Comment s’appelle votre projet ?"));
	view_text(view_add(v, M_FIELD_HINT), M_FIELD_HINT_TEXT,
	    _("Court et parlant : ce que l’on fera, et où. Vous pourrez le "
	    "changer."));
	/* Another site may have written it in the address (?titre=…). */
	view_text(v, M_FIELD_VALUE, req_typed(req, "titre",
	    title == NULL ? "" : title));
	view_optional(v, M_FIELD_ERROR, M_FIELD_ERROR_TEXT, error);
	show_proposed(req, v);
	show_holders(req, v);
}

static void
show(struct req *req, struct res *res, int status, const struct problems *why)
{
	struct view *v = res_page(res, _("Déposer un projet"));

	show_steps(req, v);
	show_calls(req, v);
	if (req->person == NULL) {
		struct view *in = view_add(v, M_SIGN_FIRST);

		view_text(in, M_SIGN_IN_FIRST_URL, req_url(req,
		    PATH_SIGN_IN "?suite=%s", here(req)));
		view_text(in, M_SIGN_UP_URL, req_url(req,
		    "/compte/inscription?suite=%s", here(req)));
	} else {
		show_drafts(req, v);
		show_form(req, v, res, why);
	}
	res_view(res, status, "submission/deposit.tpl");
}

void
deposit_get(struct req *req, struct res *res)
{
	const struct problems none = PROBLEMS_INIT(req->mem);

	show(req, res, 200, &none);
}

void
deposit_post(struct req *req, struct res *res)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	struct prefill list[PREFILL_MAX];
	const struct form *form;
	struct dossier *d;
	size_t n = proposed(list, &form, req);
	enum rc rc;

	rc = dossier_create(&d, req->db, req->mem, req->platform->id,
	    field_raw(&req->fields, "titre"), req->person,
	    field_int(&req->fields, "porteur"), req->now, &why);
	if (rc == RC_INVALID)
		show(req, res, 422, &why);
	else if (rc != RC_OK)
		res_error(res, rc);
	else if (n == 0)
		res_redirect(res, page_url(req, "mes-projets/%s", d->slug));
	else if ((rc = prefill_save(list, n, req->db, req->mem, d, req->person,
	    req->now)) != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, page_url(req, "mes-projets/%s/relire",
		    d->slug), _("Votre projet est commencé avec les réponses "
		    "du lien : relisez-les, elles sont à vous de confirmer."));
}
