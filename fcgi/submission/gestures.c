/*
 * "Je soutiens", "je contribue", "proposer un lien": one page per element, for
 * whoever is signed in. Counted once, taken back with the same button.
 */
#include "config.h"

#include "fcgi/submission/gestures.h"

#include <string.h>

#include "base/lang.h"
#include "base/text.h"
#include "domain/catalogue.h"
#include "domain/element.h"
#include "domain/kind.h"
#include "domain/link.h"
#include "domain/money.h"
#include "web/ask.h"

const struct field_rule backing_fields[] = {
	{ .name = "geste", .type = F_CHOICE,
	    .choices = "support|contribution" },
	{ .name = "acte", .type = F_CHOICE, .choices = "donner|reprendre" },
	{ .name = "nom", .type = F_BOOL },
	{ .name = "message", .type = F_LONG, .max = 1500 },
	{ .type = F_END } };
const struct field_rule link_fields_of[] = {
	{ .name = "genre", .type = F_CODE },
	{ .name = "vers", .type = F_TEXT, .max = 300 },
	{ .name = "vers_code", .type = F_CODE },
	{ .type = F_END } };
const struct field_rule link_answer_fields[] = {
	{ .name = "acte", .type = F_CHOICE, .choices = "accepter|refuser" },
	{ .name = "retour", .type = F_TEXT, .max = 200 },
	{ .type = F_END } };

static enum rc
element_of(struct element **e, const struct req *req)
{
	const struct kind *k = kind_by_path(req_param(req, "genre"));
	enum rc rc = k == NULL ? RC_NOT_FOUND : element_by_slug(e, req->db,
	    req->mem, req->platform->id, k->kind, req_param(req, "slug"));

	return rc == RC_OK && (*e)->published_at == 0 ? RC_NOT_FOUND : rc;
}

static const char *
here(const struct req *req)
{
	return page_url(req, "gestes/%s/%s", req_param(req, "genre"),
	    req_param(req, "slug"));
}

static const char *
public_url(const struct req *req, const char *kind, const char *slug)
{
	const struct kind *k = kind_of(kind);

	return strcmp(kind, "project") == 0 ? page_url(req, "projets/%s",
	    slug) : page_url(req, "elements/%s/%s", k == NULL ? "" : k->path,
	    slug);
}

static bool
moderates(const struct req *req)
{
	struct object on;

	return req->person != NULL && object_platform(req->db,
	    req->platform->id, &on) == RC_OK && right_may(req->db,
	    req->person, RIGHT_MODERATE, &on);
}

/* --- the page --------------------------------------------------------------------- */

static void
show_links(const struct req *req, struct view *page, const struct element *e)
{
	bool holds = link_holds(req->db, e->id, req->person->id);
	bool service = moderates(req);
	struct link *links;
	struct view *v = NULL, *row;
	size_t n = link_of_element(&links, req->db, req->mem, e->id,
	    holds || service), i;

	for (i = 0; i < n; i++) {
		const struct link *l = &links[i];
		bool mine = l->from_id == e->id ? l->from_agreed :
		    l->to_agreed;

		if (v == NULL)
			v = view_add(page, M_LINKS_SHOWN);
		row = view_add(v, M_LINKS);
		view_text(row, M_LINK_SAID, mem_printf(req->mem, "%s %s %s",
		    l->from_title, word_label(link_kinds, l->kind),
		    l->to_title));
		view_text(row, M_LINK_STATE_KIND, l->confirmed ? "ok" :
		    "wait");
		view_text(row, M_LINK_STATE, l->confirmed ? _("affiché") :
		    mine ? _("attend l’autre côté") : _("attend votre accord"));
		if (!holds && !service)
			continue;
		view_text(row, M_LINK_ANSWER_URL, page_url(req,
		    "gestes/liens/%s", mem_printf(req->mem, "%lld",
		    (long long)l->id)));
		if (!mine && (holds || (service && e->owner_person_id == 0 &&
		    e->owner_organisation_id == 0)))
			view_show(row, M_LINK_AGREE);
		view_show(row, M_LINK_REFUSE);
	}
	if (v != NULL)
		view_text(v, M_BACK_TO, here(req));
}

static void
show_link_form(const struct req *req, struct view *page,
    const struct problems *why)
{
	struct view *v = view_add(page, M_LINK_FORM), *row;
	const struct ask ask = { .req = req, .view = v, .why = why };
	const struct word *w;

	view_text(v, M_FORM_URL, mem_printf(req->mem, "%s/liens", here(req)));
	row = ask_select(&ask, "genre", _("Cette fiche…"), NULL);
	for (w = link_kinds; link_is_proposed(w->key); w++)
		ask_option(&ask, row, "genre", w->key, _(w->label), false);
	ask_lookup(&ask, "vers", _("…quelle autre fiche ?"), _("Son nom, tel "
	    "qu’il est écrit sur sa page, ou l’adresse de cette page. Pour "
	    "« est animé par » : le nom de l’organisation."),
	    page_url(req, "deposer/elements"));
}

static void
show_backing(const struct req *req, struct view *page, const char *section,
    const char *kind, bool given, int64_t count, const struct backings *b,
    const struct problems *why)
{
	struct view *v = view_add(page, section);

	view_text(v, M_BACKING_URL, mem_printf(req->mem, "%s/soutien",
	    here(req)));
	view_text(v, M_BACKING_COUNT, money_number(req->mem, count,
	    req->lang));
	view_show(v, given ? M_BACKING_TAKE : M_BACKING_GIVE);
	if (b->named)
		view_show(v, M_BACKING_NAMED);
	view_text(v, M_BACKING_TEXT, req_typed(req, "message", ""));
	if (strcmp(kind, "contribution") == 0)
		view_optional(v, M_FIELD_ERROR, M_FIELD_ERROR_TEXT,
		    why == NULL ? NULL : problem_get(why, "message"));
}

static void
show(struct req *req, struct res *res, int status, const struct problems *why)
{
	struct backings b;
	struct element *e;
	struct view *v;
	enum rc rc = element_of(&e, req);

	if (rc != RC_OK) {
		res_error(res, rc);
		return;
	}
	backing_load(&b, req->db, req->mem, e->id, req->person->id);
	v = res_page(res, e->title);
	ask_problems(v, req, why);
	view_text(v, M_ELEMENT_TITLE, e->title);
	view_text(v, M_ELEMENT_SUMMARY, e->summary);
	view_text(v, M_PUBLIC_URL, public_url(req, e->kind, e->slug));
	show_backing(req, v, M_SUPPORT, "support", b.supported, b.supports, &b,
	    why);
	show_backing(req, v, M_CONTRIBUTE, "contribution", b.contributed,
	    b.contributions, &b, why);
	show_links(req, v, e);
	show_link_form(req, v, why);
	view_text(v, M_NEW_URL, page_url(req, "deposer/fiche"));
	res_view(res, status, "submission/gestures.tpl");
}

void
gestures_get(struct req *req, struct res *res)
{
	show(req, res, 200, NULL);
}

/* --- acts --------------------------------------------------------------------------- */

void
backing_post(struct req *req, struct res *res)
{
	const char *kind = field_text(&req->fields, "geste");
	const char *what = field_text(&req->fields, "acte");
	struct problems why = PROBLEMS_INIT(req->mem);
	bool given = what != NULL && strcmp(what, "donner") == 0;
	struct act act = { .who = req->person, .now = req->now,
	    .holder_url = req_absolute(req, here(req)) };
	struct element *e;
	enum rc rc = kind == NULL || what == NULL ? RC_NOT_FOUND :
	    element_of(&e, req);

	if (rc == RC_OK)
		rc = backing_put(req->db, req->mem, e->id, kind, given,
		    field_bool(&req->fields, "nom"), text_trim(req->mem,
		    req_text(req, "message")), &act, &why);
	if (rc == RC_INVALID)
		show(req, res, 422, &why);
	else if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, here(req), given ?
		    _("Merci ! Vous pouvez revenir en arrière quand vous "
		    "voulez.") : _("C’est retiré."));
}

/* "https://…/elements/communs/x", "communs/x" or "x" → "x". */
static const char *
last_part(struct mem *mem, const char *typed)
{
	const char *text = text_trim(mem, typed), *slash;
	size_t n = strcspn(text, "?#");

	text = mem_strndup(mem, text, n);
	while (n > 0 && text[n - 1] == '/')
		text = mem_strndup(mem, text, --n);
	slash = strrchr(text, '/');
	return slash == NULL ? text : slash + 1;
}

/* What the form names: an element, else a body; both 0 when neither is. */
static void
find_target(const struct req *req, int64_t *element, int64_t *body)
{
	const char *typed = text_collapse_spaces(req->mem,
	    req_text(req, "vers"));
	const char *words = catalogue_match_in(req->mem, req->platform->id,
	    "title", typed);
	const char *slug = last_part(req->mem, typed);

	*body = 0;
	*element = *typed == '\0' ? 0 : db_int(req->db, 0, Q_LINK_TARGET,
	    I(platform, req->platform->id), T(code, req_text(req, "vers_code")),
	    T(slug, slug), T(typed, typed),
	    T(words, words == NULL ? CATALOGUE_NOTHING : words));
	if (*element == 0 && *typed != '\0')
		*body = db_int(req->db, 0, Q_LINK_BODY_TARGET, T(slug, slug),
		    T(folded, text_fold(req->mem, typed)));
}

void
link_post(struct req *req, struct res *res)
{
	const char *kind = field_text(&req->fields, "genre");
	struct problems why = PROBLEMS_INIT(req->mem);
	struct act act = { .who = req->person, .now = req->now,
	    .holder_url = req_absolute(req, here(req)),
	    .service_url = req_absolute(req, here(req)) };
	int64_t to, body;
	struct element *e;
	enum rc rc = element_of(&e, req);

	find_target(req, &to, &body);
	if (rc == RC_OK && to == 0 && body == 0) {
		problem_add(&why, "vers", "%s", _("Nous ne trouvons rien "
		    "de ce nom : vérifiez-le, ou collez l’adresse de la page."
		    ));
		rc = RC_INVALID;
	} else if (rc == RC_OK)
		rc = link_propose(req->db, req->mem, e->id, to, body, kind,
		    &act, &why);
	if (rc == RC_INVALID)
		show(req, res, 422, &why);
	else if (rc == RC_CONFLICT)
		res_redirect_flash_kind(res, here(req), "info", _("Ce lien "
		    "existe déjà, ou attend une réponse."));
	else if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, here(req), _("Lien proposé. Il "
		    "s’affiche dès que les deux côtés sont d’accord."));
}

void
link_answer_post(struct req *req, struct res *res)
{
	const char *what = req_text(req, "acte");
	const char *back = req_text(req, "retour");
	const struct act act = { .who = req->person, .now = req->now };
	enum rc rc = *what == '\0' ? RC_NOT_FOUND : link_answer(req->db,
	    req->platform->id, req_id(req, "link"),
	    strcmp(what, "accepter") == 0, moderates(req), &act);

	if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, url_is_local(back) ? back :
		    page_url(req, "elements"), strcmp(what, "accepter") == 0 ?
		    _("Vous êtes d’accord.") : _("Le lien est retiré."));
}
