/*
 * The controls of a sheet that are made of parts: periods, linked choices,
 * orders, lists, persons, addresses, commitments, drawings.
 * Each works without a script.
 */
#include "config.h"

#include "web/sheet_control.h"

#include <string.h>

#include "base/lang.h"
#include "domain/country.h"
#include "domain/reference.h"

void
control_show_period(const struct control *c, struct view *v)
{
	const char *from = control_part(c->typed, "from");
	const char *to = control_part(c->typed, "to");
	bool days = strcmp(control_day_type(from), "date") == 0 &&
	    strcmp(control_day_type(to), "date") == 0;

	view_text(v, M_PERIOD_TYPE, days ? "date" : "text");
	view_text(v, M_PERIOD_FROM, from);
	view_text(v, M_PERIOD_TO, to);
}

/* --- choices ------------------------------------------------------------------ */

void
control_show_linked(const struct control *c, struct view *v)
{
	const struct form_field *f = c->field;
	const char *first = control_own(c->typed);
	const char *second = control_part(c->typed, "second");
	struct view *one = view_add(v, M_LINKED_FIRST), *group;
	size_t i, j;

	view_text(v, M_LINKED_SECOND, f->second != NULL ? f->second
	    : _("Précisez"));
	for (i = 0; i < f->option_count; i++) {
		const struct form_option *o = &f->options[i];

		control_option(one, o->key, o->label, NULL,
		    strcmp(o->key, first) == 0);
		group = view_add(v, M_GROUPS);
		view_text(group, M_GROUP_NAME, o->label);
		view_text(group, M_GROUP_KEY, o->key);
		for (j = 0; j < o->option_count; j++) {
			const char *key = mem_printf(c->s->req->mem, "%s/%s",
			    o->key, o->options[j].key);

			control_option(group, key, o->options[j].label, NULL,
			    strcmp(key, second) == 0);
		}
	}
}

/* Options that have a rank come first, in its order, then the others. */
void
control_show_ranking(const struct control *c, struct view *v)
{
	const struct form_field *f = c->field;
	const struct platform *p = c->s->req->platform;
	struct mem *mem = c->s->req->mem;
	size_t n = f->options_are_themes ? p->theme_count : f->option_count;
	const struct typed *t;
	size_t i;
	int ranked;

	for (ranked = 1; ranked >= 0; ranked--) {
		if (ranked)
			for (t = c->typed; t != NULL; t = t->next) {
				struct view *row;

				if (*t->text == '\0' || !option_exists(
				    c->s->answers, f, t->part))
					continue;
				row = view_add(v, M_RANKS);
				view_text(row, M_RANK_ID, mem_printf(mem,
				    "%s-%s", c->id, t->part));
				view_text(row, M_RANK_NAME, mem_printf(mem,
				    "%s.%s", c->name, t->part));
				view_text(row, M_RANK_TEXT, option_label(
				    c->s->answers, f, t->part));
				view_text(row, M_RANK_VALUE, t->text);
			}
		for (i = 0; !ranked && i < n; i++) {
			const char *key = f->options_are_themes
			    ? p->themes[i].key : f->options[i].key;
			struct view *row;

			if (*control_part(c->typed, key) != '\0')
				continue;
			row = view_add(v, M_RANKS);
			view_text(row, M_RANK_ID, mem_printf(mem, "%s-%s",
			    c->id, key));
			view_text(row, M_RANK_NAME, mem_printf(mem, "%s.%s",
			    c->name, key));
			view_text(row, M_RANK_TEXT, option_label(c->s->answers,
			    f, key));
		}
	}
}

/* --- lists ---------------------------------------------------------------------- */

/* A short list as a select, its groups as the file has them. */
static void
show_groups(const struct control *c, struct view *v,
    const struct reference_items *items)
{
	const char *own = control_own(c->typed);
	const char *code = control_part(c->typed, "code"), *parent = NULL;
	struct view *group = NULL;
	size_t i;

	view_text(v, M_GROUPS_EMPTY_TEXT, _("Choisissez"));
	for (i = 0; i < items->count; i++) {
		const struct reference_item *item = &items->rows[i];
		const char *name = item->parent == NULL ? "" : item->parent;

		if (group == NULL || strcmp(name, parent) != 0) {
			group = view_add(v, M_GROUPS);
			view_optional(group, M_GROUP_NAMED, M_GROUP_NAME,
			    name);
			parent = name;
		}
		control_option(group, item->key, item->label, NULL,
		    strcmp(item->key, *code != '\0' ? code : own) == 0);
	}
}

void
control_show_reference(const struct control *c, struct view *row)
{
	struct req *req = c->s->req;
	struct reference_items items = { NULL, 0 };
	struct reference_list list;
	struct view *v;

	if (reference_list_load(&list, req->db, req->mem, req->platform->id,
	    c->field->list) == RC_OK && list.items <= REFERENCE_SELECT)
		reference_items(&items, req->db, req->mem, list.id, 0,
		    REFERENCE_SELECT);
	/* What was typed and is none of them stays to be seen. */
	if (items.count > 0) {
		show_groups(c, view_add(row, M_FIELD_GROUPS), &items);
		return;
	}
	v = view_add(row, M_FIELD_LOOKUP);
	view_text(v, M_FIELD_VALUE, control_own(c->typed));
	view_text(v, M_FIELD_CODE, control_part(c->typed, "code"));
	view_text(v, M_FIELD_LOOKUP_URL, page_url(req,
	    "deposer/listes?liste=%s", c->field->list));
}

void
control_show_country(const struct control *c, struct view *v)
{
	const struct country *all, *own;
	size_t i, n;

	all = country_all(&n);
	own = country_find(c->s->req->mem, control_own(c->typed));
	view_text(view_add(v, M_FIELD_EMPTY), M_FIELD_EMPTY_TEXT,
	    _("Choisissez"));
	for (i = 0; i < n; i++)
		control_option(v, all[i].code, country_name(&all[i],
		    lang_get()), NULL, &all[i] == own);
}

/* --- people, places, commitments --------------------------------------------------- */

void
control_show_person(const struct control *c, struct view *v)
{
	view_text(v, M_PERSON_NAME, control_part(c->typed, "name"));
	view_text(v, M_PERSON_ROLE, control_part(c->typed, "role"));
	view_text(v, M_PERSON_EMAIL, control_part(c->typed, "email"));
	view_text(v, M_PERSON_PHONE, control_part(c->typed, "phone"));
	if ((c->field->needs & NEEDS_ROLE) == 0)
		view_show(v, M_PERSON_ROLE_MAY_LACK);
	if ((c->field->needs & NEEDS_EMAIL) == 0)
		view_show(v, M_PERSON_EMAIL_MAY_LACK);
	if ((c->field->needs & NEEDS_PHONE) == 0)
		view_show(v, M_PERSON_PHONE_MAY_LACK);
}

void
control_show_address(const struct control *c, struct view *v)
{
	view_text(v, M_ADDRESS_LINES, control_part(c->typed, "lines"));
	view_text(v, M_ADDRESS_POSTCODE, control_part(c->typed, "postcode"));
	view_text(v, M_ADDRESS_CITY, control_part(c->typed, "city"));
	view_text(v, M_ADDRESS_CITY_CODE, control_part(c->typed, "city_code"));
	view_text(v, M_ADDRESS_LOOKUP_URL, page_url(c->s->req,
	    "deposer/territoires?genre=commune%s",
	    c->field->within_platform ? "" : "&partout=1"));
}

static bool
is_offered(const struct form_field *f, const char *key)
{
	const char **k;

	for (k = f->indicators; k != NULL && *k != NULL; k++)
		if (strcmp(*k, key) == 0)
			return true;
	return f->indicators == NULL;
}

void
control_show_commitment(const struct control *c, struct view *v)
{
	const char *chosen = control_part(c->typed, "indicator");
	const char *day = control_part(c->typed, "date");
	struct view *list = view_add(v, M_GOAL_INDICATORS);
	struct req *req = c->s->req;
	struct stmt *s = db_query(req->db, Q_ANSWER_INDICATORS,
	    I(platform, req->platform->id));

	while (stmt_step(s)) {
		const char *key = stmt_str(s, req->mem, "key");

		if (is_offered(c->field, key))
			control_option(list, key, mem_printf(req->mem,
			    "%s (%s)", stmt_text(s, "label"), stmt_text(s,
			    "unit")), NULL, strcmp(chosen, key) == 0);
	}
	view_text(v, M_GOAL_BASELINE, control_part(c->typed, "baseline"));
	view_text(v, M_GOAL_TARGET, control_part(c->typed, "target"));
	view_text(v, M_GOAL_DATE, day);
	view_text(v, M_GOAL_DATE_TYPE, control_day_type(day));
}

void
control_show_shape(const struct control *c, struct view *v)
{
	view_text(v, M_FIELD_VALUE, control_own(c->typed));
	view_text(v, M_SHAPE_CONTOUR_URL, page_url(c->s->req,
	    "contour.geojson"));
	if ((c->field->drawings & DRAW_POINTS) != 0)
		view_show(v, M_SHAPE_POINT);
	if ((c->field->drawings & DRAW_LINES) != 0)
		view_show(v, M_SHAPE_LINE);
	if ((c->field->drawings & DRAW_AREAS) != 0)
		view_show(v, M_SHAPE_AREA);
	view_show(v, M_SHAPE_OPEN);
}
