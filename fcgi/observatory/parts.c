/*
 * Shared parts of the observatory's pages.
 * It fills markers; what is public was decided by domain/catalogue.
 */
#include "config.h"

#include "fcgi/observatory/parts.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "base/text.h"
#include "domain/money.h"
#include "domain/state.h"
#include "domain/territory.h"

#define FACET_PLACES	12	/* territories that a facet lists */

const struct field_rule filter_fields[] = {
	{ .name = "q", .type = F_TEXT, .max = 200 },
	{ .name = "territoire", .type = F_CODE },
	{ .name = "theme", .type = F_CODE },
	{ .name = "etat", .type = F_CODE },
	{ .name = "apres", .type = F_CODE },
	{ .name = "avant", .type = F_CODE },
	{ .name = NULL, .type = F_END },
};

bool
asked_key(struct catalogue_key *key, const char *text)
{
	char *end;

	if (text == NULL)
		return false;
	key->published_at = strtoll(text, &end, 10);
	if (*end != '.')
		return false;
	key->id = strtoll(end + 1, &end, 10);
	return *end == '\0' && key->id > 0;
}

static bool
is_state(const char *state)
{
	const char *const *s;

	for (s = element_states; *s != NULL; s++)
		if (strcmp(*s, state) == 0)
			return true;
	return false;
}

enum rc
asked_read(struct asked *a, struct req *req)
{
	const char *code = field_text(&req->fields, "territoire");
	const char *theme = field_text(&req->fields, "theme");
	const char *state = field_text(&req->fields, "etat");
	const char *words = field_text(&req->fields, "q");
	struct territory *t;

	memset(a, 0, sizeof(*a));
	a->f.platform_id = req->platform->id;
	a->f.kind = "project";
	a->territory_code = a->state = a->words = "";
	if (code != NULL) {
		if (territory_by_code(&t, req->db, req->mem,
		    req->platform->facet_kind, code) != RC_OK)
			return RC_NOT_FOUND;
		a->f.territory_id = t->id;
		a->territory_code = t->code;
		a->territory_name = t->name;
	}
	if (theme != NULL) {
		a->theme = platform_theme_by_key(req->platform, theme);
		if (a->theme == NULL)
			return RC_NOT_FOUND;
		a->f.theme_id = a->theme->id;
	}
	if (state != NULL) {
		if (!is_state(state))
			return RC_NOT_FOUND;
		a->f.state = a->state = state;
	}
	if (words != NULL)
		a->f.words = a->words = words;
	if (!asked_key(&a->key, field_text(&req->fields, "apres")) &&
	    asked_key(&a->key, field_text(&req->fields, "avant")))
		a->key.backwards = true;
	return RC_OK;
}

const char *
asked_url(const struct req *req, const char *path, const struct asked *a)
{
	const char *url = page_url(req, "%s", path);
	const char *sep = "?";

#define ADD(name, value) do {						\
	if (*(value) != '\0') {						\
		url = mem_join(req->mem, url, sep, name "=",		\
		    text_percent_encode(req->mem, (value)), NULL);	\
		sep = "&";						\
	}								\
} while (0)
	ADD("q", a->words);
	ADD("territoire", a->territory_code);
	ADD("theme", a->theme == NULL ? "" : a->theme->key);
	ADD("etat", a->state);
#undef ADD
	if (a->key.id != 0)
		url = mem_printf(req->mem, "%s%s%s=%" PRId64 ".%" PRId64, url,
		    sep, a->key.backwards ? "avant" : "apres",
		    a->key.published_at, a->key.id);
	return url;
}

const char *
asked_said(const struct req *req, const struct asked *a,
    const struct totals *t)
{
	const char *n = money_number(req->mem, t->count, req->lang);
	const char *said;

	if (t->more)
		said = mem_printf(req->mem, _("Plus de %s projets"), n);
	else if (t->count == 0)
		said = _("Aucun projet");
	else
		said = mem_printf(req->mem, ngettext("%s projet", "%s projets",
		    (unsigned long)t->count), n);
	if (a->territory_name != NULL)
		said = mem_printf(req->mem, _("%s à %s"), said,
		    a->territory_name);
	return said;
}

const char *
look_of(const struct req *req, int64_t theme_id)
{
	const struct theme *t = platform_theme(req->platform, theme_id);

	return t == NULL ? "0" : mem_printf(req->mem, "%d", t->palette);
}

const char *
theme_name(const struct req *req, int64_t theme_id)
{
	const struct theme *t = platform_theme(req->platform, theme_id);

	return t == NULL ? "" : t->label;
}

int
percent(int64_t part, int64_t whole)
{
	if (whole <= 0 || part <= 0)
		return 0;
	return part >= whole ? 100 : (int)(part / (whole / 100 + 1) > 100 ?
	    100 : (part * 100) / whole);
}

void
show_cards(const struct req *req, struct view *v, const struct cards *cards)
{
	const char *of = _("%s sur %s"), *raised = _("réunis sur le plan de "
	    "financement");
	const struct card *c;
	struct view *row, *money;
	int64_t had;
	size_t i;

	for (i = 0; i < cards->count; i++) {
		c = &cards->rows[i];
		row = view_add(v, M_CARDS);
		view_text(row, M_CARD_URL, page_url(req, "projets/%s", c->slug));
		view_text(row, M_CARD_TITLE, c->title);
		view_text(row, M_CARD_SUMMARY, text_truncate(req->mem,
		    c->summary, 220));
		view_text(row, M_CARD_HOLDER, c->holder);
		view_text(row, M_CARD_PLACE, c->place);
		view_text(row, M_CARD_STATE_KIND, element_state_tone(c->state));
		view_text(row, M_CARD_STATE_TEXT,
		    element_state_sentence(c->state));
		view_text(row, M_CARD_LOOK, look_of(req, c->theme_id));
		view_text(row, M_CARD_THEME, theme_name(req, c->theme_id));
		if (c->thumb_at != 0)
			view_text(view_add(row, M_CARD_PICTURE),
			    M_CARD_PICTURE_URL, page_url(req,
			    "projets/%s/vignette.jpg?v=%lld", c->slug,
			    (long long)c->thumb_at));
		had = c->granted_cents + c->promised_cents;
		if (c->cost_cents <= 0 && had == 0)
			continue;
		money = view_add(row, M_CARD_MONEY);
		view_int(money, M_CARD_MONEY_PERCENT, c->cost_cents <= 0 ? 100 :
		    percent(had, c->cost_cents));
		view_text(money, M_CARD_MONEY_SUM, c->cost_cents <= 0 ?
		    money_format(req->mem, had, req->lang) :
		    mem_printf(req->mem, of,
		    money_format(req->mem, had, req->lang),
		    money_format(req->mem, c->cost_cents, req->lang)));
		view_text(money, M_CARD_MONEY_SAID, c->cost_cents <= 0 ?
		    _("accordés") : raised);
	}
}

void
show_no_project(const struct req *req, struct view *v)
{
	struct view *empty = view_add(v, M_EMPTY), *act;

	view_text(empty, M_EMPTY_TITLE, _("Pas encore de projet public"));
	view_text(empty, M_EMPTY_TEXT, _("Le vôtre peut être le premier."));
	act = view_add(empty, M_EMPTY_ACT);
	view_text(act, M_EMPTY_URL, page_url(req, "deposer"));
	view_text(act, M_EMPTY_ACT_TEXT, _("Déposer un projet"));
}

void
show_figure(struct view *v, const char *value, const char *label)
{
	struct view *row = view_add(v, M_FIGURES);

	view_text(row, M_FIGURE_VALUE, value);
	view_text(row, M_FIGURE_LABEL, label);
}

/* --- facets ------------------------------------------------------------- */

static struct view *
add_facet(struct view *v, const char *id, const char *name)
{
	struct view *facet = view_add(v, M_FACETS);

	view_text(facet, M_FACET_ID, id);
	view_text(facet, M_FACET_NAME, name);
	return facet;
}

static void
add_option(const struct req *req, struct view *facet, const char *url,
    const char *name, int64_t count, bool on)
{
	struct view *o = view_add(facet, M_FACET_OPTIONS);

	view_text(o, M_OPTION_URL, url);
	view_text(o, M_OPTION_NAME, name);
	view_text(o, M_OPTION_COUNT, money_number(req->mem, count, req->lang));
	if (on)
		view_show(o, M_OPTION_ON);
}

/* The filters in force, each a link that removes it. */
static void
show_filters(const struct req *req, struct view *v, const struct asked *a,
    const char *path)
{
	struct view *in = NULL, *row;
	struct asked without;

#define REMOVE(condition, name, change) do {				\
	if (condition) {						\
		if (in == NULL)						\
			in = view_add(v, M_FILTERED);			\
		without = *a;						\
		without.key.id = 0;					\
		change;							\
		row = view_add(in, M_FILTERS);				\
		view_text(row, M_FILTER_NAME, (name));			\
		view_text(row, M_FILTER_URL,				\
		    asked_url(req, path, &without));			\
	}								\
} while (0)
	REMOVE(*a->words != '\0', mem_printf(req->mem, _("« %s »"), a->words),
	    without.words = "");
	REMOVE(a->territory_name != NULL, a->territory_name,
	    without.territory_code = "");
	REMOVE(a->theme != NULL, a->theme->label, without.theme = NULL);
	REMOVE(*a->state != '\0', element_state_sentence(a->state),
	    without.state = "");
#undef REMOVE
	if (in != NULL)
		view_text(view_add(v, M_FACETS_CLEAR), M_FACETS_CLEAR_URL,
		    page_url(req, "%s", path));
}

void
show_facets(const struct req *req, struct view *v, const struct asked *a,
    const char *path)
{
	struct facets found;
	struct view *facet = NULL, *more;
	struct asked to;
	bool on;
	size_t i;

	catalogue_territories(&found, req->db, req->mem, &a->f, FACET_PLACES);
	if (found.count > 0)
		facet = add_facet(v, "territoire", _("Territoire"));
	for (i = 0; i < found.count; i++) {
		to = *a;
		to.key.id = 0;
		on = found.rows[i].id == a->f.territory_id;
		to.territory_code = on ? "" : found.rows[i].key;
		add_option(req, facet, asked_url(req, path, &to),
		    found.rows[i].label, found.rows[i].count, on);
	}
	if (found.count == FACET_PLACES) {
		more = view_add(facet, M_FACET_MORE);
		view_text(more, M_FACET_MORE_URL, page_url(req,
		    "observatoire#territoires"));
		view_text(more, M_FACET_MORE_TEXT, _("Tous les territoires"));
	}
	catalogue_themes(&found, req->db, req->mem, &a->f);
	if (found.count > 0)
		facet = add_facet(v, "theme", _("Thème"));
	for (i = 0; i < found.count; i++) {
		to = *a;
		to.key.id = 0;
		on = found.rows[i].id == a->f.theme_id;
		to.theme = on ? NULL : platform_theme(req->platform,
		    found.rows[i].id);
		add_option(req, facet, asked_url(req, path, &to),
		    found.rows[i].label, found.rows[i].count, on);
	}
	catalogue_states(&found, req->db, req->mem, &a->f);
	if (found.count > 0)
		facet = add_facet(v, "etat", _("Où en est le projet"));
	for (i = 0; i < found.count; i++) {
		to = *a;
		to.key.id = 0;
		on = strcmp(found.rows[i].key, a->state) == 0;
		to.state = on ? "" : found.rows[i].key;
		add_option(req, facet, asked_url(req, path, &to),
		    element_state_sentence(found.rows[i].key),
		    found.rows[i].count, on);
	}
	show_filters(req, v, a, path);
}
