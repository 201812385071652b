/*
 * The moderators' queue: what asks to be shown to everyone, one answer each.
 * It shows what the public would read, and what looks the same.
 */
#include "config.h"

#include "fcgi/instruction/listening.h"

#include <string.h>

#include "base/lang.h"
#include "domain/element.h"
#include "domain/flow.h"
#include "domain/kind.h"
#include "domain/likeness.h"
#include "domain/merge.h"
#include "fcgi/instruction/list.h"
#include "fcgi/instruction/pages.h"
#include "web/ask.h"
#include "web/partial.h"

#define QUEUE_ROWS	50
#define SHOWN_ROWS	20

const struct field_rule moderation_fields[] = {
	{ .name = "avis", .type = F_CHOICE, .choices = "listed|improve|refused" },
	{ .name = "motif", .type = F_LONG, .max = 3000 },
	{ .type = F_END } };
const struct field_rule suggest_merge_fields[] = {
	{ .name = "vers", .type = F_ID, .flags = FIELD_REQUIRED },
	{ .type = F_END } };

int64_t
moderation_count(const struct req *req)
{
	struct object on;

	if (req->person == NULL || object_platform(req->db, req->platform->id,
	    &on) != RC_OK || !right_may(req->db, req->person, RIGHT_MODERATE,
	    &on))
		return -1;
	return flow_waiting_count(req->db, req->platform->id);
}

/* --- the list -------------------------------------------------------------------- */

static const char *
kind_said(const struct waiting *w)
{
	const struct kind *k = kind_of(w->kind);

	return w->maturity != NULL ? word_label(maturities, w->maturity) :
	    k == NULL ? "" : _(k->one);
}

static struct view *
show_row(const struct req *req, struct view *in, const char *section,
    const struct waiting *w)
{
	struct view *row = view_add(in, section);

	view_text(row, M_MODERATED_URL, mem_printf(req->mem, "%s/%lld",
	    page_url(req, "instruction/moderation"),
	    (long long)w->element_id));
	view_text(row, M_MODERATED_TITLE, w->title);
	view_text(row, M_MODERATED_KIND, kind_said(w));
	view_text(row, M_MODERATED_WHO, w->place == NULL ? w->holder :
	    mem_printf(req->mem, "%s · %s", w->holder, w->place));
	return row;
}

/* What changed since it was read: anybody's words, at once. */
static void
show_shown(const struct req *req, struct view *page)
{
	struct waiting *rows;
	struct view *v = NULL;
	size_t n = flow_shown(&rows, req->db, req->mem, req->platform->id,
	    SHOWN_ROWS), i;

	for (i = 0; i < n; i++) {
		if (v == NULL)
			v = view_add(page, M_MODERATED_SHOWN);
		view_text(show_row(req, v, M_SHOWN_ROWS, &rows[i]),
		    M_MODERATED_WAITS, req_day(req, rows[i].updated_at));
	}
}

void
moderation_get(struct req *req, struct res *res)
{
	struct waiting *rows;
	struct view *v = res_page(res, _("Modération")), *row;
	size_t n = flow_waiting(&rows, req->db, req->mem, req->platform->id,
	    QUEUE_ROWS), i;

	for (i = 0; i < n; i++)
		view_text(show_row(req, v, M_MODERATED, &rows[i]),
		    M_MODERATED_WAITS, wait_said(req->mem, rows[i].asked_at,
		    req->now));
	show_shown(req, v);
	if (n == 0) {
		row = view_add(v, M_EMPTY);
		view_text(row, M_EMPTY_TITLE, _("Rien à relire"));
		view_text(row, M_EMPTY_TEXT, _("Les projets qui demandent à "
		    "être montrés à tous apparaîtront ici."));
	}
	res_view(res, 200, "instruction/moderation.tpl");
}

/* --- one ----------------------------------------------------------------------------- */

static int64_t
id_of(const struct req *req)
{
	return req_id(req, "element");
}

static void
show_alike(const struct req *req, struct view *v, const struct element *e)
{
	const struct likeness_of of = { .platform_id = e->platform_id,
	    .element_id = e->id, .kind = e->kind, .title = e->title,
	    .summary = e->summary, .territory_id = e->territory_id,
	    .organisation_id = e->owner_organisation_id, .with_waiting = true };
	struct likeness *found;
	struct view *shown = NULL, *row, *act;
	size_t n = likeness_find(&found, req->db, req->mem, &of), i;

	for (i = 0; i < n; i++) {
		if (shown == NULL)
			shown = view_add(v, M_ALIKE_SHOWN);
		row = view_add(shown, M_ALIKE);
		view_text(row, M_ALIKE_URL, found[i].published ? page_url(req,
		    "projets/%s", found[i].slug) : mem_printf(req->mem,
		    "%s/%lld", page_url(req, "instruction/moderation"),
		    (long long)found[i].element_id));
		view_text(row, M_ALIKE_TITLE, found[i].title);
		view_text(row, M_ALIKE_WHO, found[i].holder);
		view_text(row, M_ALIKE_WHY, likeness_said(req->mem,
		    &found[i]));
		if (!found[i].published)
			continue;
		act = view_add(row, M_ALIKE_MERGE);
		view_text(act, M_MERGE_URL, mem_printf(req->mem,
		    "%s/%lld/reunir", page_url(req, "instruction/moderation"),
		    (long long)e->id));
		view_int(act, M_ALIKE_ID, found[i].element_id);
	}
}

static void
show_answer(struct req *req, struct view *v, bool listed,
    const struct problems *why)
{
	struct view *in = view_add(v, M_ANSWER);
	struct ask form = { req, in, why, 0 };
	struct view *radios;

	ask_problems(v, req, why);
	view_text(in, M_FORM_URL, req_here(req));
	radios = ask_radios(&form, "avis", _("Votre réponse"), NULL);
	if (!listed)
		ask_choice(&form, radios, "avis", "listed", _("Publier"),
		    _("Tout le monde le voit ; les écoutes sont prévenues."),
		    false);
	ask_choice(&form, radios, "avis", "improve", listed ?
	    _("Retirer du public, et demander de l’améliorer") :
	    _("Demander de l’améliorer"),
	    _("Le porteur lit votre message et peut redemander."), false);
	ask_choice(&form, radios, "avis", "refused", listed ?
	    _("Retirer du public") : _("Refuser"),
	    _("Le porteur lit la raison ; son dossier reste à lui."), false);
	ask_lines(&form, "motif", _("Votre message au porteur"), listed ?
	    _("Obligatoire : dites ce qui ne peut pas rester visible.") :
	    _("Obligatoire, sauf pour publier. Soyez précis et aimable : "
	    "quelqu’un a donné de son temps."), "", 5);
}

static const char *
public_url(const struct req *req, const struct waiting *w)
{
	const struct kind *k = kind_of(w->kind);

	return k == NULL ? page_url(req, "projets/%s", w->slug) :
	    page_url(req, "elements/%s/%s", k->path, w->slug);
}

static void
show_one(struct req *req, struct res *res, int status,
    const struct problems *why)
{
	const struct theme *theme;
	struct waiting *w;
	struct element *e;
	struct needs needs;
	struct view *v;
	bool listed;
	enum rc rc;

	rc = flow_moderated_one(&w, req->db, req->mem, req->platform->id,
	    id_of(req));
	if (rc == RC_OK)
		rc = element_load(&e, req->db, req->mem, w->element_id);
	if (rc != RC_OK) {
		res_error(res, rc);
		return;
	}
	needs_load(&needs, req->db, req->mem, e->id);
	theme = platform_theme(req->platform, e->theme_id);
	v = res_page(res, w->title);
	partial_crumb(v, page_url(req, "instruction/moderation"),
	    _("Modération"));
	view_text(v, M_CRUMB_HERE, w->title);
	view_text(v, M_MODERATED_TITLE, w->title);
	view_text(v, M_MODERATED_KIND, kind_said(w));
	view_text(v, M_MODERATED_SUMMARY, w->summary);
	view_text(v, M_MODERATED_WHO, mem_printf(req->mem, "%s · %s · %s",
	    w->holder, w->place == NULL ? "" : w->place,
	    theme == NULL ? "" : theme->label));
	view_text(v, M_MODERATED_BODY, w->description);
	view_text(v, M_MODERATED_WAITS, req_day(req, w->asked_at));
	if (*w->reason != '\0')
		view_text(view_add(v, M_FLOW_REASON), M_FLOW_REASON_TEXT,
		    w->reason);
	needs_show(req, v, &needs);
	if (strcmp(w->kind, "project") == 0)
		show_alike(req, v, e);
	listed = strcmp(w->state, "listed") == 0;
	if (listed)
		view_text(view_add(v, M_SHOWN), M_PUBLIC_URL,
		    public_url(req, w));
	else
		view_show(v, M_MODERATED_ASKED);
	show_answer(req, v, listed, why);
	res_view(res, status, "instruction/moderate.tpl");
}

void
moderate_get(struct req *req, struct res *res)
{
	show_one(req, res, 200, NULL);
}

void
moderate_post(struct req *req, struct res *res)
{
	const char *verdict = field_text(&req->fields, "avis");
	struct problems why = PROBLEMS_INIT(req->mem);
	struct waiting *w;
	struct act act = { .who = req->person, .now = req->now };
	enum rc rc;

	rc = flow_moderated_one(&w, req->db, req->mem, req->platform->id,
	    id_of(req));
	if (rc == RC_OK) {
		act.holder_url = req_absolute(req, strcmp(w->kind, "project")
		    == 0 ? page_url(req, "mes-projets/%s/ecoute", w->slug) :
		    page_url(req, "gestes/fiches/%s", mem_printf(req->mem,
		    "%lld", (long long)w->element_id)));
		rc = flow_moderate(req->db, req->mem, w->element_id, verdict,
		    field_text(&req->fields, "motif"), &act, &why);
	}
	if (rc == RC_INVALID)
		show_one(req, res, 422, &why);
	else if (rc == RC_NOT_FOUND || rc == RC_CONFLICT)
		res_redirect_flash_kind(res, page_url(req,
		    "instruction/moderation"), "info", _("Quelqu’un a déjà "
		    "répondu, son porteur l’a retiré, ou un appel l’instruit : "
		    "il reste alors public."));
	else if (rc == RC_DENIED)
		res_redirect_flash_kind(res, req_here(req), "refuse", _("Vous "
		    "portez ce projet : une autre personne doit le relire."));
	else if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, page_url(req, "instruction/moderation"),
		    strcmp(verdict, "listed") == 0 ?
		    _("Publié. Son porteur est prévenu.") :
		    _("Votre réponse est partie à son porteur."));
}

/* A moderator suggests; both authors decide. */
void
suggest_merge_post(struct req *req, struct res *res)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	struct act act = { .who = req->person, .now = req->now,
	    .holder_url = req_absolute(req, page_url(req, "mes-projets")) };
	const char *back = mem_printf(req->mem, "%s/%lld", page_url(req,
	    "instruction/moderation"), (long long)id_of(req));
	struct waiting *w;
	enum rc rc;

	rc = flow_moderated_one(&w, req->db, req->mem, req->platform->id,
	    id_of(req));
	if (rc == RC_OK)
		rc = merge_ask(req->db, req->mem, w->element_id,
		    field_int(&req->fields, "vers"), _("Le service de la "
		    "plateforme pense qu’il s’agit du même projet."), false,
		    false, &act, &why);
	if (rc == RC_INVALID || rc == RC_CONFLICT)
		res_redirect_flash_kind(res, back, "info", rc == RC_INVALID ?
		    why.first->text : _("Une demande est déjà en cours pour "
		    "l’un de ces projets."));
	else if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, back, _("Proposé aux deux porteurs : "
		    "eux seuls décident."));
}
