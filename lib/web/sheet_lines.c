/*
 * Controls made of several: funding plan, schedule, point.
 * A few blank lines are always there, so that no script is needed to add one.
 */
#include "config.h"

#include "web/sheet.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/money.h"

#define BLANK_LINES	2	/* after the last one written */
#define FIRST_LINES	3	/* at least */
#define MORE_LINES	4	/* when more are asked for */

/* One more than the number of the last line that has something. */
static size_t
line_count(const struct typed *typed, const char *list)
{
	size_t n = 0, len = strlen(list);

	for (; typed != NULL; typed = typed->next) {
		long row;
		char *end;

		if (strncmp(typed->part, list, len) != 0 ||
		    text_blank(typed->text))
			continue;
		row = strtol(typed->part + len, &end, 10);
		/* A kind is always chosen: it makes no line. */
		if (*end == '.' && row >= 0 && row < PLAN_LINES &&
		    strcmp(end, ".kind") != 0 && (size_t)row >= n)
			n = (size_t)row + 1;
	}
	return n;
}

static size_t
lines_shown(const struct sheet *s, const struct form_field *f,
    const struct typed *typed, const char *list, const char *name)
{
	size_t n = line_count(typed, list);
	bool more = s->plus != NULL && strcmp(s->plus, *name == '\0'
	    ? mem_printf(s->req->mem, "a.%s", f->key)
	    : mem_printf(s->req->mem, "a.%s.%s", f->key, name)) == 0;

	n += more ? MORE_LINES : BLANK_LINES;
	if (n < FIRST_LINES)
		n = FIRST_LINES;
	return n < PLAN_LINES ? n : PLAN_LINES;
}

static const char *
cell(const struct sheet *s, const struct typed *typed, const char *list,
    size_t row, const char *name)
{
	const char *text = typed_get(typed, mem_printf(s->req->mem,
	    "%s%zu.%s", list, row, name));

	return text == NULL ? "" : text;
}

/* --- the plan ------------------------------------------------------------- */

static void
show_kind(struct view *line, const char *kind)
{
	view_show(line, strcmp(kind, "private") == 0 ? M_KIND_PRIVATE
	    : strcmp(kind, "own") == 0 ? M_KIND_OWN
	    : strcmp(kind, "in_kind") == 0 ? M_KIND_IN_KIND
	    : strcmp(kind, "loan") == 0 ? M_KIND_LOAN : M_KIND_PUBLIC);
}

/* Sum of what reads as an amount: told as it stands, even when wrong. */
static int64_t
sum(const struct sheet *s, const struct typed *typed, const char *list)
{
	size_t i, n = line_count(typed, list);
	int64_t total = 0, cents;

	for (i = 0; i < n; i++)
		if (money_parse(&cents, cell(s, typed, list, i, "amount")) ==
		    RC_OK && cents > 0)
			total += cents;
	return total;
}

/* What the funder of that name has answered, or NULL. */
static const char *
answer_of_funder(const struct sheet *s, const struct plan *plan,
    const char *name)
{
	struct mem *mem = s->req->mem;
	size_t i;

	for (i = 0; *name != '\0' && i < plan->source_count; i++) {
		const struct plan_source *r = &plan->sources[i];

		if (strcmp(text_fold(mem, r->name), text_fold(mem, name)) != 0)
			continue;
		if (r->granted_cents > 0)
			return mem_printf(mem, _("accordé : %s"),
			    money_format(mem, r->granted_cents, lang_get()));
		if (r->promised_cents > 0)
			return mem_printf(mem, _("promis : %s"),
			    money_format(mem, r->promised_cents, lang_get()));
	}
	return NULL;
}

/* Do the two sides, and the total asked elsewhere, agree? */
static void
show_balance(const struct sheet *s, struct view *v,
    const struct form_field *f)
{
	const struct answer *a = &s->answers->of[f->index];
	const char *flaw;
	struct view *said;

	if (!a->value.given)
		return;
	flaw = answer_flaw(s->answers, a);
	said = view_add(v, M_PLAN_SAID);
	view_text(said, M_PLAN_KIND, flaw == NULL ? "ok" : "wait");
	view_text(said, M_PLAN_SAID_TEXT, flaw != NULL ? flaw
	    : _("Les dépenses et les ressources sont égales."));
}

void
show_plan(const struct sheet *s, struct view *v, const struct form_field *f,
    const struct typed *typed)
{
	struct mem *mem = s->req->mem;
	int64_t costs = sum(s, typed, "costs.");
	int64_t resources = sum(s, typed, "sources.");
	size_t i, n = lines_shown(s, f, typed, "costs.", "costs");
	struct plan plan = { 0 };
	struct view *line;

	if (s->dossier != NULL)
		plan_load(&plan, s->req->db, mem, s->dossier->id);
	for (i = 0; i < n; i++) {
		line = view_add(v, M_COSTS);
		view_int(line, M_LINE_INDEX, (int64_t)i);
		view_int(line, M_LINE_NUMBER, (int64_t)i + 1);
		view_text(line, M_LINE_NAME, cell(s, typed, "costs.", i,
		    "label"));
		view_text(line, M_LINE_AMOUNT, cell(s, typed, "costs.", i,
		    "amount"));
	}
	n = lines_shown(s, f, typed, "sources.", "sources");
	for (i = 0; i < n; i++) {
		const char *name = cell(s, typed, "sources.", i, "funder");

		line = view_add(v, M_RESOURCES);
		view_int(line, M_LINE_INDEX, (int64_t)i);
		view_int(line, M_LINE_NUMBER, (int64_t)i + 1);
		view_text(line, M_LINE_NAME, name);
		view_text(line, M_LINE_AMOUNT, cell(s, typed, "sources.", i,
		    "amount"));
		show_kind(line, cell(s, typed, "sources.", i, "kind"));
		view_optional(line, M_LINE_SAID, M_LINE_SAID_TEXT,
		    answer_of_funder(s, &plan, name));
	}
	view_text(v, M_COSTS_TOTAL, money_format(mem, costs, lang_get()));
	view_text(v, M_RESOURCES_TOTAL, money_format(mem, resources,
	    lang_get()));
	show_balance(s, v, f);
}

/* --- schedule and point --------------------------------------------------- */

void
show_schedule(const struct sheet *s, struct view *v,
    const struct form_field *f, const struct typed *typed)
{
	size_t i, n = lines_shown(s, f, typed, "", "");
	struct civil civil;

	for (i = 0; i < n; i++) {
		const char *day = cell(s, typed, "", i, "date");
		struct view *line = view_add(v, M_MOMENTS);

		view_int(line, M_LINE_INDEX, (int64_t)i);
		view_int(line, M_LINE_NUMBER, (int64_t)i + 1);
		view_text(line, M_LINE_NAME, cell(s, typed, "", i, "label"));
		view_text(line, M_LINE_DATE, day);
		/* What a date control cannot show is kept as text. */
		view_text(line, M_LINE_TYPE, *day == '\0' ||
		    (date_parse(&civil, day) && day[4] == '-') ? "date"
		    : "text");
	}
}

void
show_point(const struct sheet *s, struct view *v, const struct typed *typed)
{
	const char *lat = typed_get(typed, "lat"), *lon;

	lon = typed_get(typed, "lon");
	view_text(v, M_POINT_LAT, lat == NULL ? "" : lat);
	view_text(v, M_POINT_LON, lon == NULL ? "" : lon);
	view_text(v, M_POINT_CONTOUR_URL, page_url(s->req, "contour.geojson"));
}
