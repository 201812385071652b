/*
 * Listenings: mine, one with what it finds, its filter.
 * Whoever is not of its team is told that it does not exist.
 */
#include "config.h"

#include "fcgi/instruction/listening.h"

#include <string.h>

#include "base/buf.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/board.h"
#include "domain/call_edit.h"
#include "domain/money.h"
#include "domain/need.h"
#include "web/partial.h"

#define ROWS	30

const struct field_rule listening_page_fields[] = {
	{ .name = "avant", .type = F_ID },
	{ .type = F_END } };
const struct field_rule listening_invite_fields[] = {
	{ .name = "projet", .type = F_ID, .flags = FIELD_MANY },
	{ .name = "appel", .type = F_ID },
	{ .name = "vers", .type = F_CHOICE, .choices = "appel|nouveau|tableau" },
	{ .type = F_END } };

/* --- what the path names -------------------------------------------------------- */

static int64_t
id_of(const struct req *req)
{
	return req_id(req, "listening");
}

enum rc
listening_object(struct req *req)
{
	struct listening *l;
	enum rc rc;

	rc = object_platform(req->db, req->platform->id, &req->object);
	if (rc == RC_OK && req->person == NULL)
		rc = RC_NOT_FOUND;
	return rc != RC_OK ? rc : listening_load(&l, req->db, req->mem,
	    req->platform->id, id_of(req), req->person->id);
}

struct listening *
listening_open(struct req *req, struct res *res)
{
	struct listening *l;
	enum rc rc = listening_load(&l, req->db, req->mem, req->platform->id,
	    id_of(req), req->person->id);

	if (rc == RC_OK)
		return l;
	res_error(res, rc);
	return NULL;
}

const char *
listening_url(const struct req *req, const struct listening *l,
    const char *tail)
{
	return mem_printf(req->mem, "%s/%lld%s",
	    page_url(req, "instruction/ecoute"), (long long)l->id, tail);
}

struct act
listening_act(const struct req *req, const char *slug)
{
	return (struct act){ .who = req->person, .now = req->now,
	    .holder_url = slug == NULL ? NULL : req_absolute(req,
	    page_url(req, "mes-projets/%s/ecoute", slug)) };
}

struct view *
listening_page(struct req *req, struct res *res, const struct listening *l,
    const char *title, const char *here)
{
	static const struct { const char *tail, *name; } tabs[] = {
		{ "", N_("Ce qui se publie") }, { "/tableau", N_("Tableau") },
		{ "/alertes", N_("Alertes et équipe") },
		{ "/modifier", N_("Filtre") } };
	struct view *v = res_page(res, title), *row;
	size_t i;

	partial_crumb(v, page_url(req, "instruction/ecoute"), _("Écoute"));
	view_text(v, M_CRUMB_HERE, l->name);
	view_text(v, M_LISTENING_NAME, l->name);
	view_text(v, M_LISTENING_SAID, filter_said(req->db, req->mem,
	    req->platform, &l->filter));
	view_text(v, M_TABS_NAME, _("Parties de l’écoute"));
	for (i = 0; i < sizeof(tabs) / sizeof(tabs[0]); i++) {
		row = view_add(v, M_TABS);
		view_text(row, M_TAB_URL, listening_url(req, l, tabs[i].tail));
		view_text(row, M_TAB_NAME, _(tabs[i].name));
		if (strcmp(tabs[i].tail, here) == 0)
			view_show(row, M_TAB_CURRENT);
	}
	return v;
}

/* "Un lieu, Des compétences": kinds separated by spaces, in words. */
static const char *
needs_said(struct mem *mem, const char *kinds)
{
	struct buf b = BUF_INIT;
	const char *text;
	size_t n;

	for (; *kinds != '\0'; kinds += n + (kinds[n] == ' ')) {
		n = strcspn(kinds, " ");
		buf_printf(&b, "%s%s", b.len > 0 ? " · " : "",
		    word_label(need_kinds, mem_strndup(mem, kinds, n)));
	}
	text = mem_strdup(mem, b.len == 0 ? "" : b.data);
	buf_release(&b);
	return text;
}

void
needs_show(const struct req *req, struct view *v, const struct needs *needs)
{
	struct view *row;
	size_t i;

	/* What has no detail is shown all the same: no partial_term. */
	for (i = 0; i < needs->count; i++) {
		row = view_add(v, M_TERMS);
		view_text(row, M_TERM_NAME, mem_printf(req->mem,
		    strcmp(needs->rows[i].side, "need") == 0 ?
		    _("Cherche : %s") : _("Offre : %s"),
		    word_label(need_kinds, needs->rows[i].kind)));
		view_text(row, M_TERM_VALUE, needs->rows[i].detail);
	}
	partial_term(v, _("Mots"), needs_tags_text(req->mem, needs));
}

/* --- mine ------------------------------------------------------------------------ */

/* Those without a team, for who administers the platform. */
static void
show_left(struct req *req, struct view *page)
{
	struct listening *rows;
	struct view *v = NULL, *row;
	size_t n = right_may(req->db, req->person, RIGHT_PLATFORM_EDIT,
	    &req->object) ? listening_left(&rows, req->db, req->mem,
	    req->platform->id) : 0, i;

	for (i = 0; i < n; i++) {
		if (v == NULL)
			v = view_add(page, M_LEFT_SHOWN);
		row = view_add(v, M_LEFT);
		view_text(row, M_LEFT_NAME, rows[i].name);
		view_text(row, M_LEFT_SAID, mem_printf(req->mem,
		    _("sans équipe depuis le %s"), req_day(req,
		    rows[i].left_at)));
		view_text(row, M_LEFT_URL, listening_url(req, &rows[i],
		    "/reprendre"));
	}
}

void
listening_take_post(struct req *req, struct res *res)
{
	const struct act act = listening_act(req, NULL);
	enum rc rc = listening_take(req->db, id_of(req), req->platform->id,
	    &act);

	if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, page_url(req, "instruction/ecoute"),
		    _("Cette écoute est la vôtre : invitez qui doit la suivre."
		    ));
}

void
listenings_get(struct req *req, struct res *res)
{
	struct listening *rows;
	struct view *v = res_page(res, _("Écoute")), *row;
	size_t n = listening_of_person(&rows, req->db, req->mem,
	    req->platform->id, req->person->id), i;

	view_text(v, M_NEW_URL, page_url(req, "instruction/ecoute/nouvelle"));
	view_text(v, M_STATS_URL, page_url(req, "observatoire/emergences"));
	for (i = 0; i < n; i++) {
		row = view_add(v, M_LISTENINGS);
		view_text(row, M_LISTENING_URL, listening_url(req, &rows[i],
		    ""));
		view_text(row, M_LISTENING_NAME, rows[i].name);
		view_text(row, M_LISTENING_SAID, filter_said(req->db, req->mem,
		    req->platform, &rows[i].filter));
		if (rows[i].fresh > 0)
			view_text(view_add(row, M_LISTENING_FRESH),
			    M_LISTENING_NEWS, mem_printf(req->mem, ngettext(
			    "%lld nouveau", "%lld nouveaux",
			    (unsigned long)rows[i].fresh),
			    (long long)rows[i].fresh));
		view_text(row, M_LISTENING_DIGEST,
		    strcmp(rows[i].digest, "daily") == 0 ?
		    _("Un message chaque jour, s’il y a du nouveau") :
		    strcmp(rows[i].digest, "weekly") == 0 ?
		    _("Un message le lundi, s’il y a du nouveau") :
		    _("Sans alerte"));
		view_text(row, M_BOARD_URL, listening_url(req, &rows[i],
		    "/tableau"));
	}
	if (n == 0) {
		row = view_add(v, M_EMPTY);
		view_text(row, M_EMPTY_TITLE, _("Vous n’écoutez rien encore"));
		view_text(row, M_EMPTY_TEXT, _("Choisissez un territoire, des "
		    "thèmes, des besoins : vous verrez ce qui s’y publie, "
		    "appel ouvert ou non, et vous pourrez le soutenir."));
	}
	show_left(req, v);
	res_view(res, 200, "instruction/listenings.tpl");
}

/* --- one ---------------------------------------------------------------------------- */

static void
show_found(struct req *req, struct view *v, const struct listening *l,
    const struct found *x)
{
	struct view *row = view_add(v, M_FOUND);
	const struct theme *theme = platform_theme(req->platform, x->theme_id);

	view_int(row, M_FOUND_ID, x->element_id);
	view_text(row, M_FOUND_URL, mem_printf(req->mem, "%s/%s",
	    listening_url(req, l, "/projets"), x->slug));
	view_text(row, M_FOUND_TITLE, x->title);
	view_text(row, M_FOUND_SUMMARY, text_truncate(req->mem, x->summary,
	    240));
	view_text(row, M_FOUND_MATURITY, word_label(maturities, x->maturity));
	view_text(row, M_FOUND_WHO, mem_printf(req->mem, "%s%s%s%s%s",
	    x->holder, x->place == NULL ? "" : " · ", x->place == NULL ? "" :
	    x->place, theme == NULL ? "" : " · ", theme == NULL ? "" :
	    theme->label));
	view_text(row, M_FOUND_WHEN, req_day(req, x->entered_at));
	if (*x->needs != '\0')
		view_text(view_add(row, M_FOUND_NEEDS), M_FOUND_NEEDS_TEXT,
		    needs_said(req->mem, x->needs));
	if (x->cost_cents > 0)
		view_text(view_add(row, M_FOUND_COST), M_FOUND_COST_TEXT,
		    money_format(req->mem, x->cost_cents, req->lang));
	if (x->returned_from != NULL)
		view_text(view_add(row, M_FOUND_RETURNED),
		    M_FOUND_RETURNED_TEXT, mem_printf(req->mem,
		    _("Revient après « %s », qui ne l’a pas retenu"),
		    x->returned_from));
	if (x->entry_id > l->told_entry)
		view_show(row, M_FOUND_NEW);
	if (x->offered)
		view_show(row, M_FOUND_OFFERED);
	if (x->marked)
		view_show(row, M_FOUND_MARKED);
}

bool
listening_selection(const struct req *req, struct view *page, bool to_board)
{
	struct call_choice *calls;
	struct view *v, *in, *row;
	size_t n = 0, i;
	bool call = right_may(req->db, req->person, RIGHT_CALL_EDIT,
	    &req->object);

	if (right_may(req->db, req->person, RIGHT_APPLICATION_INSTRUCT,
	    &req->object))
		n = call_choices(&calls, req->db, req->mem, req->platform->id,
		    req->now);
	if (!to_board && !call && n == 0)
		return false;
	v = view_add(page, M_SELECTION);
	if (to_board)
		view_show(v, M_TO_BOARD);
	if (call)
		view_show(v, M_MAY_CALL);
	in = n == 0 ? NULL : view_add(v, M_MAY_INVITE);
	for (i = 0; i < n; i++) {
		row = view_add(in, M_CALL_OPTIONS);
		view_int(row, M_OPTION_VALUE, calls[i].id);
		view_text(row, M_OPTION_TEXT, calls[i].title);
	}
	return true;
}

void
listening_get(struct req *req, struct res *res)
{
	struct listening *l = listening_open(req, res);
	struct found *rows;
	struct view *v, *row;
	int64_t before = field_int(&req->fields, "avant");
	size_t n, i;

	if (l == NULL)
		return;
	v = listening_page(req, res, l, l->name, "");
	n = flow_find(&rows, req->db, req->mem, req->platform->id, &l->filter,
	    l->id, 0, before, ROWS + 1);
	view_text(v, M_SELECT_URL, listening_url(req, l, "/inviter"));
	for (i = 0; i < n && i < ROWS; i++)
		show_found(req, v, l, &rows[i]);
	if (n > 0)
		listening_selection(req, v, true);
	if (n > ROWS)
		view_text(view_add(v, M_OLDER), M_OLDER_URL, mem_printf(
		    req->mem, "%s?avant=%lld", listening_url(req, l, ""),
		    (long long)rows[ROWS - 1].entry_id));
	if (n == 0) {
		row = view_add(v, M_EMPTY);
		view_text(row, M_EMPTY_TITLE, _("Rien pour l’instant"));
		view_text(row, M_EMPTY_TEXT, _("Aucun projet ne répond à ce "
		    "filtre. Élargissez-le, ou demandez une alerte."));
	}
	res_view(res, 200, "instruction/listening.tpl");
}

/* --- a selection ---------------------------------------------------------------------- */

/* Those ticked, to the board, to a new call, or invited to one that is open. */
void
listening_invite_post(struct req *req, struct res *res)
{
	const char *to = req_text(req, "vers");
	struct listening *l = listening_open(req, res);
	const struct act act = listening_act(req, NULL);
	int64_t ids[CALL_INVITED_MOST], call_id, sent = 0;
	const struct field *f;
	struct buf b = BUF_INIT;
	struct object on;
	size_t n = 0, i;
	enum rc rc = RC_OK;

	if (l == NULL)
		return;
	for (f = field_next(&req->fields, NULL, "projet"); f != NULL &&
	    n < CALL_INVITED_MOST; f = field_next(&req->fields, f, "projet"))
		ids[n++] = f->number;
	if (n == 0 || *to == '\0') {
		res_redirect_flash_kind(res, listening_url(req, l, ""), "info",
		    _("Cochez d’abord des projets."));
		return;
	}
	if (strcmp(to, "nouveau") == 0) {
		buf_printf(&b, "%s?ecoute=%lld", page_url(req,
		    "administration/appels/nouveau"), (long long)l->id);
		for (i = 0; i < n; i++)
			buf_printf(&b, "&projet=%lld", (long long)ids[i]);
		res_redirect(res, mem_strdup(req->mem, b.data));
		buf_release(&b);
		return;
	}
	if (strcmp(to, "tableau") == 0) {
		/* One that its holder took back meanwhile is left out. */
		for (i = 0; i < n && (rc == RC_OK || rc == RC_NOT_FOUND); i++)
			rc = board_add(req->db, l->id, req->platform->id,
			    ids[i], 0, req->now);
		if (rc == RC_CONFLICT)
			res_redirect_flash_kind(res, listening_url(req, l,
			    "/tableau"), "info", _("Ce tableau est plein : "
			    "retirez un projet d’abord."));
		else if (rc != RC_OK && rc != RC_NOT_FOUND)
			res_error(res, rc);
		else
			res_redirect(res, listening_url(req, l, "/tableau"));
		return;
	}
	call_id = field_int(&req->fields, "appel");
	rc = object_call(req->db, call_id, &on);
	if (rc == RC_OK && (on.platform_id != req->platform->id ||
	    !right_may(req->db, req->person, RIGHT_APPLICATION_INSTRUCT,
	    &on)))
		rc = RC_NOT_FOUND;
	if (rc == RC_OK)
		rc = call_invite(&sent, req->db, req->mem, call_id, ids, n,
		    req_absolute(req, home_url(req)), &act);
	if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, listening_url(req, l, ""), sent == 0 ?
		    _("Ils étaient déjà invités, ou ne sont plus publics.") :
		    mem_printf(req->mem, ngettext("%lld porteur invité.",
		    "%lld porteurs invités.", (unsigned long)sent),
		    (long long)sent));
}
