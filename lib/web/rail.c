/*
 * The steps of a form beside it, each with how far it is.
 */
#include "config.h"

#include "web/sheet.h"

#include "base/lang.h"
#include "domain/money.h"

const char *
answered_said(const struct req *req, const struct progress *p)
{
	return mem_printf(req->mem, ngettext("%d réponse sur %d",
	    "%d réponses sur %d", (unsigned long)p->answered), p->answered,
	    p->asked);
}

static const char *
note(const struct req *req, const struct progress *p)
{
	int missing = p->asked - p->answered;

	if (p->wrong > 0)
		return mem_printf(req->mem, ngettext("%d réponse à corriger",
		    "%d réponses à corriger", (unsigned long)p->wrong),
		    p->wrong);
	if (missing > 0)
		return mem_printf(req->mem, ngettext("%d réponse manque",
		    "%d réponses manquent", (unsigned long)missing), missing);
	return NULL;
}

void
show_rail(const struct req *req, struct view *page, const struct answers *a,
    const char *title, const struct form_step *current,
    const char *(*url)(const void *, const struct form_step *),
    const void *arg)
{
	struct progress p;
	struct view *v;
	int64_t n = 0;
	size_t i;

	view_text(page, M_RAIL_TITLE, title);
	for (i = 0; i < a->form->step_count; i++) {
		const struct form_step *step = &a->form->steps[i];
		bool done;

		/* What is not asked leaves no gap in the numbers. */
		if (step != current &&
		    answers_step_asked(a, step) == ASKED_NO)
			continue;
		n++;
		answers_progress(&p, a, step);
		done = p.answered == p.asked && p.wrong == 0 && p.asked > 0;
		v = view_add(page, M_STEPS);
		view_text(v, M_STEP_URL, url(arg, step));
		view_int(v, M_STEP_NUMBER, n);
		view_text(v, M_STEP_NAME, step->label);
		view_text(v, M_STEP_KIND, p.wrong > 0 ? "error"
		    : done ? "done" : "todo");
		view_show(v, done ? M_STEP_DONE : M_STEP_TODO);
		if (step == current)
			view_show(v, M_STEP_CURRENT);
		view_optional(v, M_STEP_NOTE, M_STEP_NOTE_TEXT, note(req, &p));
	}
	answers_progress(&p, a, NULL);
	v = view_add(page, M_RAIL_PROGRESS);
	view_text(v, M_RAIL_ANSWERED, answered_said(req, &p));
	view_text(v, M_RAIL_SAID, p.answered == p.asked
	    ? _("demandées : tout y est.") : _("demandées."));
	view_int(v, M_RAIL_PERCENT, money_percent(p.answered, p.asked));
}
