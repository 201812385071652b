/*
 * The home of a dossier: its steps, where it was presented, who may open it.
 * Reading it again as a whole is review.c.
 */
#include "config.h"

#include "fcgi/submission/pages.h"

#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "domain/comment.h"
#include "domain/element.h"
#include "domain/flow.h"
#include "domain/form_offer.h"
#include "domain/likeness.h"
#include "domain/money.h"
#include "fcgi/submission/expected.h"
#include "fcgi/submission/sheet.h"

/* --- what the path names -------------------------------------------------- */

enum rc
my_dossier(struct req *req)
{
	struct dossier *d;
	enum rc rc;

	rc = dossier_by_slug(&d, req->db, req->mem, req->platform->id,
	    req_param(req, "slug"));
	return rc != RC_OK ? rc : object_dossier(req->db, d->id, &req->object);
}

/* --- home ----------------------------------------------------------------- */

/* The first step that lacks something, or NULL. */
static const struct form_step *
unfinished(const struct answers *a)
{
	struct progress p;
	size_t i;

	for (i = 0; i < a->form->step_count; i++) {
		answers_progress(&p, a, &a->form->steps[i]);
		if (p.answered < p.asked || p.wrong > 0)
			return &a->form->steps[i];
	}
	return NULL;
}

static void
show_expected(const struct req *req, struct view *page,
    const struct dossier *d, const struct dossiers *list,
    const struct answers *a)
{
	const struct form_step *step = unfinished(a);
	struct expected e;
	struct view *act;

	expected_of(&e, req, d, list);
	view_text(page, M_MINE_STATE_KIND, e.kind);
	view_text(page, M_MINE_STATE_TEXT, e.state);
	view_text(page, M_MINE_EXPECTED, e.text);
	view_text(page, M_MINE_WHO, e.who);
	if (e.act_url == NULL || d->trashed_at != 0)
		return;
	/* "Continuer" leads here from the list, and onwards from here. */
	if (strcmp(e.act_url, page_url(req, "mes-projets/%s", d->slug)) == 0) {
		if (step == NULL)
			return;
		e.act_url = page_url(req, "mes-projets/%s/etapes/%s", d->slug,
		    step->key);
	}
	act = view_add(page, M_MINE_ACT);
	view_text(act, M_MINE_ACT_URL, e.act_url);
	view_text(act, M_MINE_ACT_TEXT, e.act_text);
}

static void
show_applications(const struct req *req, struct view *page,
    const struct dossier *d, const struct dossiers *list)
{
	const char *kind, *state, *said;
	struct view *shown, *row;
	size_t i;

	if (list->application_count == 0)
		return;
	shown = view_add(page, M_MINE_APPLICATIONS_SHOWN);
	for (i = 0; i < list->application_count; i++) {
		const struct dossier_application *a = &list->applications[i];

		expected_application(req, a, &kind, &state, &said);
		row = view_add(shown, M_MINE_APPLICATIONS);
		view_text(row, M_APPLICATION_URL, page_url(req,
		    "mes-projets/%s/appels/%s", d->slug, a->call_slug));
		view_text(row, M_APPLICATION_CALL, a->call);
		view_text(row, M_APPLICATION_STATE_KIND, kind);
		view_text(row, M_APPLICATION_STATE_TEXT, state);
		view_text(row, M_APPLICATION_SAID, said);
	}
}

static const char *
level_said(const struct req *req, const struct holder *h)
{
	if (strcmp(h->level, "owner") == 0)
		return _("en est responsable");
	if (strcmp(h->level, "administrator") == 0)
		return mem_printf(req->mem, _("administre %s"),
		    h->organisation);
	if (strcmp(h->level, "member") == 0)
		return mem_printf(req->mem, _("membre de %s"),
		    h->organisation);
	if (strcmp(h->level, "submit") == 0)
		return _("peut le modifier et le présenter");
	if (strcmp(h->level, "edit") == 0)
		return _("peut le modifier");
	return strcmp(h->level, "comment") == 0
	    ? _("peut le lire et le commenter") : _("peut le lire");
}

static void
show_holders(const struct req *req, struct view *page, const struct dossier *d)
{
	struct holder *holders;
	size_t n = dossier_holders(&holders, req->db, req->mem, d->id), i;
	struct view *row;

	for (i = 0; i < n; i++) {
		row = view_add(page, M_HOLDERS);
		view_text(row, M_HOLDER_NAME, holders[i].name);
		view_text(row, M_HOLDER_SAID, level_said(req, &holders[i]));
	}
	if (right_may(req->db, req->person, RIGHT_DOSSIER_MANAGE,
	    &req->object))
		view_text(view_add(page, M_PEOPLE), M_PEOPLE_URL,
		    page_url(req, "mes-projets/%s/personnes", d->slug));
}

static void
show_documents(const struct req *req, struct view *page,
    const struct dossier *d)
{
	struct documents list;
	struct view *shown, *row;
	size_t i;

	document_list(&list, req->db, req->mem, d->id);
	if (list.count == 0)
		return;
	shown = view_add(page, M_FILES_SHOWN);
	for (i = 0; i < list.count; i++) {
		const struct document *f = &list.rows[i];

		row = view_add(shown, M_FILES);
		view_text(row, M_FILE_URL, page_url(req,
		    "mes-projets/%s/pieces/%s", d->slug, mem_printf(req->mem,
		    "%lld", (long long)f->version_id)));
		view_text(row, M_FILE_NAME, f->name);
		view_text(row, M_FILE_META, mem_printf(req->mem, "%s · %s, %s",
		    f->label, document_type_label(f->type),
		    document_size_label(req->mem, f->size_bytes)));
	}
}

static bool
may(const struct req *req, enum right right)
{
	return right_may(req->db, req->person, right, &req->object);
}

/* The way to the permanent flow, and what waits there. */
static void
show_listen(const struct req *req, struct view *page, const struct dossier *d)
{
	struct view *v = view_add(page, M_LISTEN);
	const char *url = page_url(req, "mes-projets/%s/ecoute", d->slug);
	struct likeness *found;
	struct element *e;
	struct flow f;
	size_t n;

	view_text(v, M_LISTEN_URL, url);
	flow_load(&f, req->db, req->mem, d->element_id);
	view_text(v, M_LISTEN_TEXT, f.state == NULL ||
	    strcmp(f.state, "left") == 0 ? (d->published_at != 0 ?
	    _("Chercher d’autres appuis") : _("Montrer le projet à tous")) :
	    strcmp(f.state, "waiting") == 0 ? _("En relecture : voir") :
	    strcmp(f.state, "improve") == 0 ? _("À améliorer : voir") :
	    strcmp(f.state, "refused") == 0 ? _("Non publié : voir pourquoi") :
	    _("Besoins, soutiens proposés"));
	if (d->published_at != 0 || element_load(&e, req->db, req->mem,
	    d->element_id) != RC_OK)
		return;
	n = likeness_find(&found, req->db, req->mem, &(struct likeness_of){
	    .platform_id = e->platform_id, .element_id = e->id,
	    .kind = e->kind, .title = e->title, .summary = e->summary,
	    .territory_id = e->territory_id,
	    .organisation_id = e->owner_organisation_id });
	if (n == 0)
		return;
	v = view_add(v, M_ALIKE_SHOWN);
	view_text(v, M_ALIKE_URL, mem_printf(req->mem, "%s#proches", url));
	view_text(v, M_ALIKE_TITLE, mem_printf(req->mem, ngettext(
	    "%zu projet lui ressemble", "%zu projets lui ressemblent",
	    (unsigned long)n), n));
}

static void
show_acts(const struct req *req, struct view *page, const struct dossier *d)
{
	struct view *v;

	if (d->trashed_at != 0) {
		if (may(req, RIGHT_DOSSIER_MANAGE))
			view_text(view_add(page, M_RESTORE), M_RESTORE_URL,
			    page_url(req, "mes-projets/%s/restaurer",
			    d->slug));
		return;
	}
	v = view_add(page, d->published_at != 0 ? M_SHOWN : M_HIDDEN);
	view_text(v, M_PUBLIC_URL, page_url(req, "projets/%s", d->slug));
	if (may(req, RIGHT_DOSSIER_EDIT))
		show_listen(req, v, d);
	if (may(req, RIGHT_DOSSIER_MANAGE) && db_int(req->db, 1,
	    Q_DOSSIER_PRESENTED, I(dossier, d->id)) == 0)
		view_text(view_add(page, M_TRASH), M_TRASH_URL, page_url(req,
		    "mes-projets/%s/corbeille", d->slug));
}

/* What else there is to do with it. */
static void
show_more(const struct req *req, struct view *page, const struct dossier *d)
{
	int64_t open = comment_open(req->db, d->id);
	struct view *v;

	if (may(req, RIGHT_DOSSIER_COMMENT)) {
		v = view_add(page, M_COMMENTS);
		view_text(v, M_COMMENTS_URL, page_url(req,
		    "mes-projets/%s/commentaires", d->slug));
		view_text(v, M_COMMENTS_SAID, open == 0 ? "" : mem_printf(
		    req->mem, ngettext("%d fil ouvert", "%d fils ouverts",
		    (unsigned long)open), (int)open));
	}
	view_text(page, M_RECIPIENTS_URL, page_url(req,
	    "mes-projets/%s/destinataires", d->slug));
	if (may(req, RIGHT_DOSSIER_SUBMIT) && d->trashed_at == 0)
		view_text(view_add(page, M_PICTURE), M_PICTURE_URL,
		    page_url(req, "mes-projets/%s/image", d->slug));
	if (may(req, RIGHT_DOSSIER_MANAGE) && d->trashed_at == 0)
		view_text(view_add(page, M_TRANSFER), M_TRANSFER_URL,
		    page_url(req, "mes-projets/%s/transmettre", d->slug));
}

void
dossier_get(struct req *req, struct res *res)
{
	struct dossiers list;
	struct filed filed;
	struct dossier *d;
	struct view *v;
	enum rc rc;

	rc = filed_load(&filed, req);
	if (rc != RC_OK) {
		res_error(res, rc);
		return;
	}
	d = filed.dossier;
	v = res_page(res, d->title);
	dossier_applications(&list, req->db, req->mem, d->id, req->person);
	view_text(v, M_DOSSIER_TITLE, d->title);
	show_expected(req, v, d, &list, &filed.answers);
	if (form_offer_is(req->db, d->id, 0))
		view_text(view_add(v, M_OFFERED), M_OFFERED_URL, page_url(req,
		    "mes-projets/%s/formulaire", d->slug));
	show_rail(req, v, &filed.answers, _("Le dossier, étape par étape"),
	    NULL, filed_step_url, &filed);
	show_applications(req, v, d, &list);
	show_documents(req, v, d);
	show_holders(req, v, d);
	show_acts(req, v, d);
	show_more(req, v, d);
	view_text(v, M_REVIEW_URL, page_url(req, "mes-projets/%s/relire",
	    d->slug));
	view_text(v, M_CALLS_URL, page_url(req, "mes-projets/%s/appels",
	    d->slug));
	view_text(v, M_MINE_URL, page_url(req, "mes-projets"));
	res_view(res, 200, "submission/dossier.tpl");
}

/* --- in the bin -------------------------------------- */

void
trash_post(struct req *req, struct res *res)
{
	enum rc rc = dossier_trash(req->db, req->mem, req->object.dossier_id,
	    req->now);

	if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, page_url(req, "mes-projets"),
		    _("Le projet est dans la corbeille. Vous avez deux "
		    "semaines pour l’en sortir."));
}

void
restore_post(struct req *req, struct res *res)
{
	enum rc rc = dossier_restore(req->db, req->object.dossier_id, req->now);

	if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, page_url(req, "mes-projets/%s",
		    req_param(req, "slug")), _("Le projet est revenu."));
}
