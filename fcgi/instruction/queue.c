/*
 * The agents' list on its own, and an evaluator's work list.
 */
#include "config.h"

#include "fcgi/instruction/pages.h"

#include "base/lang.h"
#include "domain/money.h"
#include "fcgi/instruction/list.h"

/* What to open next, in words. */
static void
show_next(struct view *v, struct req *req, struct asked *a)
{
	struct queue_page page;
	struct view *next;

	queue_page(&page, req->db, req->mem, &a->f, a->from, 1);
	if (page.count == 0)
		return;
	next = view_add(v, M_NEXT_WORK);
	view_text(next, M_NEXT_WORK_URL, application_url(req, a,
	    page.rows[0].number, ""));
	view_text(next, M_NEXT_WORK_TEXT, mem_printf(req->mem,
	    _("Ouvrir « %s »"), page.rows[0].title));
}

/* What waits for a decision, and for how much: only what is in the tray. */
static const char *
lead(const struct req *req, const struct asked *a,
    const struct queue_counts *c)
{
	int64_t n = c->n[a->f.tray];
	const char *count = money_number(req->mem, n, req->lang);
	unsigned long plural = (unsigned long)n;

	if (a->f.match != NULL)
		return mem_printf(req->mem, _("Résultats pour « %s »"),
		    a->words);
	switch (a->f.tray) {
	case QUEUE_TO_INSTRUCT:
		return n == 0 ? _("Rien n’attend le service") :
		    mem_printf(req->mem, ngettext("%s dossier attend le service",
		    "%s dossiers attendent le service", plural), count);
	case QUEUE_HOLDER:
		return n == 0 ? _("Aucun porteur n’est attendu") :
		    mem_printf(req->mem, ngettext("%s dossier attend son porteur",
		    "%s dossiers attendent leur porteur", plural), count);
	case QUEUE_COMMITTEE:
		return n == 0 ? _("Rien n’attend le comité") :
		    mem_printf(req->mem, ngettext("%s dossier attend le comité",
		    "%s dossiers attendent le comité", plural), count);
	case QUEUE_DECIDED:
	case QUEUE_TRAYS:
		break;
	}
	return n == 0 ? _("Aucune décision encore") :
	    mem_printf(req->mem, ngettext("%s dossier décidé",
	    "%s dossiers décidés", plural), count);
}

/* The calls, each with the ways to its ranking and its table of answers. */
static void
show_calls(struct view *v, const struct req *req, const struct asked *a)
{
	struct view *row;
	size_t i;

	view_text(v, M_TABLE_URL, page_url(req, "instruction/reponses"));
	for (i = 0; i < a->call_count; i++) {
		if (a->calls[i].n == 0)
			continue;
		row = view_add(v, M_CALL_TABLES);
		view_text(row, M_CALL_LINK_URL, page_url(req,
		    "instruction/appels/%s/reponses", a->calls[i].slug));
		view_text(row, M_CALL_LINK_TEXT, a->calls[i].title);
		view_show(v, M_CALL_LINKS_SHOWN);
		row = view_add(v, M_CALL_LINKS);
		view_text(row, M_CALL_LINK_URL, page_url(req,
		    "instruction/appels/%s", a->calls[i].slug));
		view_text(row, M_CALL_LINK_TEXT, a->calls[i].title);
	}
}

void
queue_get(struct req *req, struct res *res)
{
	struct queue_counts counts;
	struct asked a;
	struct view *v;

	queue_asked(&a, req);
	queue_asked_beside(&a, queue_trays[a.f.tray]);
	v = res_page(res, _("Instruction"));
	view_show(v, M_PANES);
	show_list(v, req, &a, 0, &counts);
	view_text(v, M_QUEUE_TITLE_SAID, lead(req, &a, &counts));
	show_next(v, req, &a);
	show_calls(v, req, &a);
	res_view(res, 200, "instruction/queue.tpl");
}

/* --- an evaluator's work ------------------------------------------------------- */

/* Only who scores something has evaluations of their own. */
int64_t
evaluations_count(const struct req *req)
{
	struct reach reach;

	if (req->person == NULL)
		return -1;
	right_reach(&reach, req->db, req->mem, req->person,
	    RIGHT_APPLICATION_REVIEW, req->platform->id);
	return reach.any ? 0 : -1;
}

static void
show_work(struct view *v, const struct req *req, const struct asked *a,
    const struct work *w)
{
	struct view *row = view_add(v, M_WORKS);

	view_text(row, M_WORKS_URL, application_url(req, a, w->number,
	    "/evaluation"));
	view_text(row, M_WORKS_TITLE, w->title);
	view_text(row, M_WORKS_WHO, w->holder);
	view_text(row, M_WORKS_STAGE, mem_printf(req->mem, "%s · %s",
	    w->call, w->stage));
	view_text(row, M_WORKS_AMOUNT, money_format(req->mem,
	    w->requested_cents, req->lang));
	view_text(row, M_WORKS_WAITS, wait_short(req->mem, w->waiting_since,
	    req->now));
	view_text(row, M_WORKS_WAITS_SAID, wait_said(req->mem,
	    w->waiting_since, req->now));
	view_text(row, M_WORKS_KIND, w->submitted_at != 0 ? "ok" :
	    w->saved_at != 0 ? "wait" : "info");
	view_text(row, M_WORKS_STATE, w->submitted_at != 0 ? _("envoyé") :
	    w->saved_at != 0 ? _("commencé") : _("à évaluer"));
}

void
evaluations_get(struct req *req, struct res *res)
{
	const struct work *next;
	struct works works;
	struct asked a;
	struct view *v, *part;
	size_t i;

	queue_asked(&a, req);
	queue_work(&works, req->db, req->mem, &a.f);
	a.tray = "comite";
	v = res_page(res, _("Vos évaluations"));
	if (works.count == 0) {
		part = view_add(v, M_EMPTY);
		view_text(part, M_EMPTY_TITLE, _("Rien à évaluer"));
		view_text(part, M_EMPTY_TEXT, _("Les dossiers qui demandent "
		    "votre avis apparaîtront ici."));
		res_view(res, 200, "instruction/evaluations.tpl");
		return;
	}
	view_show(v, M_WORKS_SHOWN);
	view_text(v, M_WORKS_SAID, mem_printf(req->mem, ngettext(
	    "%zu sur %zu évalué", "%zu sur %zu évalués",
	    (unsigned long)works.count), works.done, works.count));
	view_int(v, M_WORKS_DONE, (int64_t)works.done);
	view_int(v, M_WORKS_ALL, (int64_t)works.count);
	next = works_next(&works, 0);
	if (next != NULL) {
		part = view_add(v, M_NEXT_WORK);
		view_text(part, M_NEXT_WORK_URL, application_url(req, &a,
		    next->number, "/evaluation"));
		view_text(part, M_NEXT_WORK_TEXT, works.done == 0 ?
		    _("Commencer") : _("Évaluer le suivant"));
	}
	for (i = 0; i < works.count; i++)
		show_work(v, req, &a, &works.rows[i]);
	res_view(res, 200, "instruction/evaluations.tpl");
}
