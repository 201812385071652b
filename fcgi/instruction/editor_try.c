/*
 * A revision tried as a holder would fill it: the same controls, the same rules,
 * what shows, what is wrong, what makes a project ineligible. Nothing is saved:
 * what was typed travels with the page.
 */
#include "config.h"

#include "fcgi/instruction/editor.h"

#include <string.h>

#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/form.h"
#include "web/sheet.h"

const struct field_rule editor_try_fields[] = {
	{ .name = "a.", .type = F_ANSWERS },
	{ .name = "b.", .type = F_ANSWERS },
	{ .name = "etape", .type = F_SLUG },
	{ .name = "aller", .type = F_SLUG },
	{ .name = "_ajouter", .type = F_TEXT, .max = 300 },
	{ .name = "_retirer", .type = F_TEXT, .max = 300 },
	{ .type = F_END } };

/* What was typed for each question, as if it had been saved. */
static void
fill(struct answers *a, const struct req *req)
{
	const char *error;
	size_t i;

	for (i = 0; i < a->form->field_count; i++) {
		struct answer *answer = &a->of[i];
		struct typed *typed = typed_of(req->mem, &req->sent,
		    answer->field->key);

		if (typed != NULL && !value_read(&answer->value, &error, a,
		    answer->field, typed))
			answer->typed = typed;
	}
	answers_at(a, req->now);
}

/* The answers of the other steps travel with the form. */
static void
carry(const struct sheet *s, struct view *page)
{
	const struct param *p;
	struct view *row;
	size_t i;

	for (p = s->req->sent.first; p != NULL; p = p->next) {
		if (!text_starts(p->name, "a."))
			continue;
		for (i = 0; i < s->step->count; i++) {
			const char *key = s->form->fields[s->step->first +
			    i].key;
			size_t len = strlen(key);

			if (strncmp(p->name + 2, key, len) == 0 &&
			    (p->name[2 + len] == '\0' ||
			    p->name[2 + len] == '.' ||
			    strcmp(p->name + 2 + len, "_code") == 0))
				break;
		}
		if (i < s->step->count)
			continue;
		row = view_add(page, M_CARRIED);
		view_text(row, M_CARRIED_NAME, p->name);
		view_text(row, M_CARRIED_VALUE, p->value);
	}
}

/* --- what comes of it ------------------------------------------------------------------ */

static void
add_said(struct view *section, const struct answer *a, const char *text)
{
	struct view *row = view_add(section, M_VERDICT_ROWS);

	view_text(row, M_VERDICT_LABEL, a->field->label);
	view_text(row, M_VERDICT_TEXT, text);
}

static void
show_verdict(const struct sheet *s, struct view *page)
{
	const struct answers *a = s->answers;
	struct view *section = view_add(page, M_VERDICT), *list, *row;
	struct barrier *bars;
	size_t i, n, shown = 0, hidden = 0, flaws = 0;
	struct mem *mem = s->req->mem;

	for (i = 0; i < a->form->field_count; i++)
		if (form_asks(a->of[i].field))
			*(a->of[i].asked == ASKED_YES ? &shown : &hidden) += 1;
	view_text(section, M_VERDICT_ASKED, mem_printf(mem, ngettext(
	    "%zu question est posée", "%zu questions sont posées",
	    (unsigned long)shown), shown));
	view_text(section, M_VERDICT_HIDDEN, mem_printf(mem, ngettext(
	    "%zu ne l’est pas, ou pas encore", "%zu ne le sont pas, ou pas "
	    "encore", (unsigned long)hidden), hidden));
	n = answers_barriers(&bars, a);
	for (i = 0; i < n; i++) {
		row = view_add(section, M_VERDICT_BARS);
		view_text(row, M_VERDICT_TEXT, bars[i].text);
		view_show(row, bars[i].blocks ? M_BAR_BLOCKS : M_BAR_WARNS);
	}
	list = view_add(section, M_VERDICT_FLAWS);
	for (i = 0; i < a->form->field_count; i++) {
		const char *flaw = answer_flaw(a, &a->of[i]);

		if (flaw == NULL)
			continue;
		add_said(list, &a->of[i], flaw);
		flaws++;
	}
	view_text(list, M_VERDICT_FLAWS_SAID, flaws == 0
	    ? _("Rien n’empêcherait de déposer ce dossier.")
	    : mem_printf(mem, ngettext("%zu réponse manque ou est à corriger "
	    "avant un dépôt", "%zu réponses manquent ou sont à corriger avant "
	    "un dépôt", (unsigned long)flaws), flaws));
}

/* --- the page --------------------------------------------------------------------------- */

static const char *
rail_url(const void *arg, const struct form_step *step)
{
	const struct sheet *s = arg;

	return mem_printf(s->req->mem, "%s?etape=%s", s->url, step->key);
}

static const struct form_step *
step_of(const struct form *form, const char *key)
{
	const struct form_step *step = key == NULL ? NULL : form_step(form,
	    key);

	return step == NULL ? &form->steps[0] : step;
}

static void
show_steps(const struct sheet *s, struct view *page)
{
	struct view *row;
	size_t i;

	for (i = 0; i < s->form->step_count; i++) {
		row = view_add(page, M_TRY_STEPS);
		view_text(row, M_TRY_STEP_KEY, s->form->steps[i].key);
		view_text(row, M_TRY_STEP_LABEL, mem_printf(s->req->mem,
		    "%zu. %s", i + 1, s->form->steps[i].label));
		if (&s->form->steps[i] == s->step)
			view_show(row, M_TRY_STEP_HERE);
	}
}

static void
show(const struct editor *e, struct form *form)
{
	struct req *req = e->req;
	struct sheet s = { .req = req, .form = form,
	    .why = PROBLEMS_INIT(req->mem) };
	const char *step = field_text(&req->fields, "aller");
	struct answers answers;
	struct view *page;

	answers_init(&answers, req->db, req->mem, form, req->platform);
	fill(&answers, req);
	s.answers = &answers;
	s.step = step_of(form, step != NULL ? step : field_text(&req->fields,
	    "etape"));
	s.plus = field_text(&req->fields, "_ajouter");
	s.url = mem_printf(req->mem, "%s/essai", e->url);
	page = res_page(e->res, mem_printf(req->mem, _("Essai : %s"),
	    form->title));
	editor_crumbs(e, page, _("Essai"));
	show_rail(req, page, &answers, form->title, s.step, rail_url, &s);
	view_text(page, M_STEP_WHERE, mem_printf(req->mem,
	    _("Étape %d sur %d"), (int)(s.step - form->steps) + 1,
	    (int)form->step_count));
	view_text(page, M_STEP_TITLE, s.step->label);
	view_text(page, M_FORM_URL, s.url);
	view_text(page, M_BACK_URL, e->url);
	view_text(page, M_TRY_STEP, s.step->key);
	view_optional(page, M_STEP_NOTICE, M_STEP_NOTICE_TEXT, s.step->intro);
	carry(&s, page);
	sheet_show_fields(&s, page);
	show_steps(&s, page);
	if (req->method == POST)
		show_verdict(&s, page);
	res_view(e->res, 200, "administration/form_try.tpl");
}

static void
try(struct req *req, struct res *res)
{
	const char *where = "";
	struct editor e;
	struct form *form;

	if (!editor_open(&e, req, res))
		return;
	if (form_parse(&form, req->mem, e.draft.definition, &where) == RC_OK)
		show(&e, form);
	else
		res_redirect_flash_kind(res, e.url, "wait", mem_printf(
		    req->mem, _("Ce brouillon ne peut pas encore être essayé "
		    "(%s) : corrigez d’abord ce qui empêche de publier."),
		    where));
	editor_close(&e);
}

void
try_get(struct req *req, struct res *res)
{
	try(req, res);
}

/* Sent by POST since answers do not fit in an address; it changes nothing. */
void
try_post(struct req *req, struct res *res)
{
	try(req, res);
}
