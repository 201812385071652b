/*
 * The community of a platform: its roles given, offered, taken back.
 * A role given above the platform is shown and cannot be taken here.
 */
#include "config.h"

#include "fcgi/instruction/community.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/grant.h"
#include "domain/invitation.h"
#include "domain/place.h"
#include "fcgi/instruction/administration.h"
#include "web/ask.h"
#include "web/partial.h"

#define PAGE_ROWS	50
#define TRAIL_ROWS_MAX	20

const struct field_rule community_list_fields[] = {
	{ .name = "filtre_role", .type = F_CODE },
	{ .name = "filtre_lieu", .type = F_CHOICE,
	    .choices = "platform|call|stage|theme|territory|dossier" },
	{ .name = "apres", .type = F_CODE },
	{ .name = "avant", .type = F_ID },
	{ .type = F_END } };
const struct field_rule community_give_fields[] = {
	{ .name = "courriel", .type = F_TEXT, .max = 300 },
	{ .name = "role", .type = F_CODE },
	{ .name = "scope", .type = F_TEXT, .max = 300 },
	{ .name = "precision", .type = F_TEXT, .max = 300 },
	{ .name = "fin", .type = F_DATE },
	{ .type = F_END } };
const struct field_rule community_take_fields[] = {
	{ .name = "attribution", .type = F_ID, .flags = FIELD_REQUIRED },
	{ .type = F_END } };
const struct field_rule community_cancel_fields[] = {
	{ .name = "invitation", .type = F_ID, .flags = FIELD_REQUIRED },
	{ .type = F_END } };

static const char *
here(const struct req *req)
{
	return page_url(req, "administration/communaute");
}

/* --- choices ------------------------------------------------------------------- */

static const struct {
	const char	*kind, *label;
} kinds[] = {
	{ "", N_("Partout") },
	{ "platform", N_("Toute la plateforme") },
	{ "call", N_("Un appel") },
	{ "stage", N_("Une étape") },
	{ "theme", N_("Un thème") },
	{ "territory", N_("Un territoire") },
	{ "dossier", N_("Un projet") },
};

/* Built-in roles, then the platform's own; each is given to `add`. */
static void
each_role(const struct req *req, void (*add)(void *, const char *,
    const char *), void *arg)
{
	struct stmt *s;
	size_t i;

	for (i = 0; right_roles[i] != NULL; i++)
		add(arg, right_roles[i], right_role_label(right_roles[i]));
	s = db_query(req->db, Q_ROLE_CHOICES, I(platform, req->platform->id));
	while (stmt_step(s)) {
		const char *key = stmt_str(s, req->mem, "key");

		if (right_role_label(key) == NULL)
			add(arg, key, stmt_str(s, req->mem, "label"));
	}
}

struct chosen {
	struct view	*page;
	const char	*value;
	const struct ask *ask;		/* of a form, or NULL for a filter */
	struct view	*field;
};

static void
add_role(void *arg, const char *key, const char *label)
{
	struct chosen *c = arg;

	if (c->ask != NULL)
		ask_option(c->ask, c->field, "role", key, label, false);
	else
		partial_option(c->page, M_ROLE_OPTIONS, key, label,
		    strcmp(key, c->value) == 0);
}

static void
add_filters(const struct req *req, struct view *page)
{
	struct chosen c = { page, req_text(req, "filtre_role"), NULL, NULL };
	const char *kind = req_text(req, "filtre_lieu");
	size_t i;

	view_text(page, M_FILTER_URL, here(req));
	partial_option(page, M_ROLE_OPTIONS, "", _("Tous les rôles"),
	    *c.value == '\0');
	each_role(req, add_role, &c);
	for (i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		partial_option(page, M_KIND_OPTIONS, kinds[i].kind,
		    _(kinds[i].label), strcmp(kinds[i].kind, kind) == 0);
}

/* --- the list ------------------------------------------------------------------ */

/* "agent:12": the last row of the page before. */
static void
read_after(const struct req *req, struct grant_filter *f)
{
	const char *after = req_text(req, "apres"), *colon = strrchr(after,
	    ':');

	if (colon == NULL)
		return;
	f->after_role = mem_strndup(req->mem, after, (size_t)(colon - after));
	f->after_id = strtoll(colon + 1, NULL, 10);
}

static void
add_grant(const struct req *req, struct view *row, const struct grant *g)
{
	view_text(row, M_GRANT_NAME, g->person_name);
	view_text(row, M_GRANT_EMAIL, g->person_email);
	view_text(row, M_GRANT_ROLE, g->role_label);
	view_text(row, M_GRANT_WHERE, g->where);
	view_text(row, M_GRANT_SINCE, *g->granted_by == '\0' ?
	    req_day_short(req, g->granted_at) : mem_printf(req->mem,
	    _("%s, par %s"),
	    req_day_short(req, g->granted_at), g->granted_by));
	if (g->ends_at != 0)
		view_text(view_add(row, M_GRANT_UNTIL), M_GRANT_END,
		    mem_printf(req->mem, _("jusqu’au %s"),
		    req_day_short(req, g->ends_at - 1)));
	view_int(row, M_GRANT_ID, g->id);
	view_text(row, M_GRANT_WHY_URL, page_url(req,
	    "administration/communaute/pourquoi?personne=%s",
	    g->person_email));
}

static void
add_pager(const struct req *req, struct view *page, const struct grant *last,
    bool first, size_t n)
{
	struct view *pager = view_add(page, M_GRANT_PAGER);

	view_text(pager, M_PAGER_WHERE, mem_printf(req->mem, ngettext(
	    "%zu rôle affiché", "%zu rôles affichés", (unsigned long)n), n));
	if (!first)
		view_text(view_add(pager, M_PAGER_PREVIOUS),
		    M_PAGER_PREVIOUS_URL, page_url(req,
		    "administration/communaute?filtre_role=%s&filtre_lieu=%s",
		    req_text(req, "filtre_role"), req_text(req,
		    "filtre_lieu")));
	if (last != NULL)
		view_text(view_add(pager, M_PAGER_NEXT), M_PAGER_NEXT_URL,
		    page_url(req, "administration/communaute?filtre_role=%s"
		    "&filtre_lieu=%s&apres=%s:%lld", req_text(req,
		    "filtre_role"),
		    req_text(req, "filtre_lieu"), last->role,
		    (long long)last->id));
}

static void
add_grants(const struct req *req, struct view *page)
{
	struct grant_filter f = { .platform_id = req->platform->id,
	    .role = field_text(&req->fields, "filtre_role"),
	    .scope_kind = field_text(&req->fields, "filtre_lieu") };
	struct view *list, *empty;
	struct grant *g;
	size_t n, i;

	read_after(req, &f);
	n = grant_list(&g, req->db, req->mem, &f, PAGE_ROWS + 1);
	if (n == 0) {
		empty = view_add(page, M_EMPTY);
		view_text(empty, M_EMPTY_TITLE, _("Aucun rôle ici"));
		view_text(empty, M_EMPTY_TEXT, _("Donnez un premier rôle, ou "
		    "choisissez un autre filtre."));
		return;
	}
	list = view_add(page, M_GRANTS_SHOWN);
	for (i = 0; i < n && i < PAGE_ROWS; i++)
		add_grant(req, view_add(list, M_GRANT_ROWS), &g[i]);
	if (n > PAGE_ROWS || f.after_role != NULL)
		add_pager(req, page, n > PAGE_ROWS ? &g[PAGE_ROWS - 1] : NULL,
		    f.after_role == NULL, i);
}

static void
add_above(const struct req *req, struct view *page)
{
	struct grant *g;
	struct view *section;
	size_t n = grant_above(&g, req->db, req->mem, req->platform->id), i;

	if (n == 0)
		return;
	section = view_add(page, M_ABOVE);
	for (i = 0; i < n; i++)
		add_grant(req, view_add(section, M_ABOVE_ROWS), &g[i]);
}

static void
add_waiting(const struct req *req, struct view *page)
{
	struct invitation *list;
	struct view *section, *row;
	size_t n = invitation_of_platform(&list, req->db, req->mem,
	    req->platform->id, req->now), i;

	if (n == 0)
		return;
	section = view_add(page, M_WAITING);
	for (i = 0; i < n; i++) {
		row = view_add(section, M_WAITING_ROWS);
		view_text(row, M_WAITING_EMAIL, list[i].email);
		view_text(row, M_WAITING_SAID, mem_printf(req->mem,
		    _("%s sur %s, jusqu’au %s"), list[i].role_label,
		    list[i].title, req_day_short(req, list[i].ends_at)));
		view_int(row, M_WAITING_ID, list[i].id);
	}
}

/* --- giving --------------------------------------------------------------------- */

static void
add_scopes(const struct req *req, const struct ask *ask)
{
	struct view *field = ask_select(ask, "scope", _("Où"),
	    _("Plus l’endroit est précis, moins le rôle donne à voir."));
	struct stmt *s;

	ask_option(ask, field, "scope", "platform", _("Toute la plateforme"),
	    true);
	s = db_query(req->db, Q_SCOPE_CHOICES, I(platform, req->platform->id));
	while (stmt_step(s)) {
		const char *value = stmt_str(s, req->mem, "value");
		const char *kind = stmt_str(s, req->mem, "kind");
		const char *name = stmt_str(s, req->mem, "name");

		ask_option(ask, field, "scope", value, scope_words(req->mem,
		    kind, name, stmt_text(s, "parent")), false);
	}
	ask_option(ask, field, "scope", "territory",
	    _("Un territoire, à préciser ci-dessous"), false);
	ask_option(ask, field, "scope", "dossier",
	    _("Un projet, à préciser ci-dessous"), false);
}

static void
add_give(const struct req *req, struct view *page, const struct problems *why)
{
	struct view *section = view_add(page, M_GIVE);
	struct ask ask = { .req = req, .view = section, .why = why };
	struct chosen c = { page, "", &ask, NULL };

	view_text(section, M_FORM_URL, here(req));
	ask_problems(section, req, why);
	ask_email(&ask, "courriel", _("Adresse électronique"), _("La personne "
	    "est prévenue par un message. Si elle n’a pas encore de compte, "
	    "elle reçoit une invitation."), NULL);
	c.field = ask_select(&ask, "role", _("Rôle"), NULL);
	each_role(req, add_role, &c);
	add_scopes(req, &ask);
	ask_optional(ask_text(&ask, "precision", _("Territoire ou projet"),
	    _("Le nom ou le code d’un territoire, ou l’adresse d’un projet : "
	    "composter-ensemble."), NULL, "off"));
	ask_optional(ask_date(&ask, "fin", _("Jusqu’au"), _("Sans date, le "
	    "rôle dure jusqu’à ce que vous le retiriez."), NULL));
}

/* The territory that was typed, as scope_parse reads it; "" when unknown. */
static const char *
territory_of(const struct req *req, const char *text)
{
	struct territory *t;

	return place_typed(&t, req->db, req->mem, text,
	    req->platform->territory_id) == RC_OK ?
	    territory_address(req->mem, t) : "";
}

/* What the form chose; only ever something of this platform. */
static bool
read_scope(const struct req *req, struct scope *scope, struct problems *why)
{
	const char *slug = req->platform->slug, *text = req_text(req, "scope");
	const char *more = text_trim(req->mem, req_text(req, "precision"));
	const char *colon = strchr(text, ':'), *full;

	if (strcmp(text, "territory") == 0)
		full = mem_printf(req->mem, "territory:%s@%s",
		    territory_of(req, more), slug);
	else if (strcmp(text, "dossier") == 0)
		full = mem_printf(req->mem, "dossier:%s/%s", slug, more);
	else if (colon == NULL || strncmp(text, "territory:", 10) == 0)
		full = mem_printf(req->mem, "platform:%s", slug);
	else
		full = mem_printf(req->mem, "%.*s:%s/%s", (int)(colon - text),
		    text, slug, colon + 1);
	if (scope_parse(scope, req->db, req->mem, full) == RC_OK &&
	    scope->platform_id == req->platform->id)
		return true;
	problem_add(why, strcmp(text, "territory") == 0 ||
	    strcmp(text, "dossier") == 0 ? "precision" : "scope", "%s",
	    _("Cet endroit est introuvable sur cette plateforme."));
	return false;
}

/* The end of that day on the platform's clock; 0: no end. */
static int64_t
end_of_day(const struct req *req)
{
	int64_t at;

	if (!date_parse_unix(&at, req_text(req, "fin")))
		return 0;
	return date_day_end(at + DATE_DAY / 2, req->platform->time_zone) + 1;
}

static void	show(struct req *, struct res *, const struct problems *);

void
community_give_post(struct req *req, struct res *res)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	struct scope scope = { "platform", 0, 0 };
	bool given = false;
	enum rc rc = RC_INVALID;

	if (problem_get(&req->fields.why, "fin") != NULL)
		problem_add(&why, "fin", "%s",
		    problem_get(&req->fields.why, "fin"));
	if (read_scope(req, &scope, &why) && why.count == 0)
		rc = role_offer(req->db, req->mem, &scope,
		    req_text(req, "courriel"), req_text(req, "role"),
		    end_of_day(req), req->person, req_absolute(req,
		    home_url(req)), req_absolute(req, req_url(req,
		    "/compte/invitations/")), req->now, &given, &why);
	if (rc == RC_OK)
		res_redirect_flash(res, here(req), given ?
		    _("Le rôle est donné.") : _("L’invitation est partie."));
	else if (rc == RC_BUSY)
		res_redirect_flash_kind(res, here(req), "wait",
		    _("Beaucoup d’invitations sont déjà parties, ou "
		    "attendent à cette adresse : réessayez demain."));
	else if (why.count > 0)
		show(req, res, &why);
	else
		res_error(res, rc);
}

void
community_take_post(struct req *req, struct res *res)
{
	struct grant *g;
	enum rc rc;

	rc = grant_load(&g, req->db, req->mem,
	    field_int(&req->fields, "attribution"));
	/* What was given elsewhere is not ours to take. */
	if (rc == RC_OK && g->scope.platform_id != req->platform->id)
		rc = RC_NOT_FOUND;
	if (rc == RC_OK)
		rc = grant_end(req->db, req->mem, g->id, req->person,
		    req->now);
	if (rc == RC_OK)
		res_redirect_flash(res, here(req), _("Le rôle est retiré."));
	else if (rc == RC_CONFLICT)
		res_redirect_flash_kind(res, here(req), "refuse",
		    _("Une plateforme garde au moins une personne qui "
		    "l’administre : nommez d’abord quelqu’un d’autre."));
	else
		res_error(res, rc);
}

void
community_cancel_post(struct req *req, struct res *res)
{
	enum rc rc = invitation_cancel(req->db, req->mem,
	    field_int(&req->fields, "invitation"), 0, 0, req->platform->id,
	    req->person, req->now);

	if (rc == RC_OK)
		res_redirect_flash(res, here(req),
		    _("L’invitation est annulée."));
	else
		res_error(res, rc);
}

/* --- the page ------------------------------------------------------------------------ */

static void
show(struct req *req, struct res *res, const struct problems *why)
{
	struct view *page = res_page(res, _("Communauté"));

	administration_crumbs(req, page, _("Communauté"));
	view_text(page, M_COMMUNITY_LEAD, mem_printf(req->mem, _("Qui fait "
	    "quoi sur « %s ». Chaque rôle vaut à un endroit et tout ce qu’il "
	    "contient ; chaque changement est gardé avec son auteur."),
	    req->platform->name));
	view_text(page, M_WHY_URL, page_url(req,
	    "administration/communaute/pourquoi"));
	view_text(page, M_TAKE_URL, page_url(req,
	    "administration/communaute/retirer"));
	view_text(page, M_CANCEL_URL, page_url(req,
	    "administration/communaute/annuler"));
	add_filters(req, page);
	add_grants(req, page);
	add_above(req, page);
	add_waiting(req, page);
	add_give(req, page, why);
	administration_trail(req, page, field_int(&req->fields, "avant"),
	    TRAIL_ROWS_MAX);
	res_view(res, why == NULL ? 200 : 422, "administration/community.tpl");
}

void
community_get(struct req *req, struct res *res)
{
	show(req, res, NULL);
}
