/*
 * The agents' list beside whatever they read.
 * It asks two queries for its rows, whatever their number.
 */
#include "config.h"

#include "fcgi/instruction/list.h"

#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "domain/instruct.h"
#include "domain/money.h"
#include "domain/tray.h"

/* "À instruire"… translated. */
static const char *
tray_label(enum queue_tray tray)
{
	switch (tray) {
	case QUEUE_TO_INSTRUCT:
		return _("À instruire");
	case QUEUE_HOLDER:
		return _("En attente du porteur");
	case QUEUE_COMMITTEE:
		return _("Comité");
	case QUEUE_DECIDED:
		return _("Décidés");
	case QUEUE_TRAYS:
		break;
	}
	return "";
}

const char *
wait_short(struct mem *mem, int64_t since, int64_t now)
{
	int64_t hours = (now - since) / 3600;

	if (hours >= 24)
		return mem_printf(mem, _("%lld j"), (long long)hours / 24);
	return mem_printf(mem, _("%lld h"), (long long)(hours < 0 ? 0 : hours));
}

const char *
wait_said(struct mem *mem, int64_t since, int64_t now)
{
	int64_t hours = (now - since) / 3600;

	if (hours >= 24)
		return mem_printf(mem, ngettext("%lld jour", "%lld jours",
		    (unsigned long)(hours / 24)), (long long)hours / 24);
	if (hours < 1)
		return _("moins d’une heure");
	return mem_printf(mem, ngettext("%lld heure", "%lld heures",
	    (unsigned long)hours), (long long)hours);
}

const char *
application_url(const struct req *req, const struct asked *a,
    const char *number, const char *tail)
{
	return queue_asked_url(req, a, mem_printf(req->mem, "%s%s",
	    page_url(req, "instruction/%s", number), tail));
}

/* --- trays ----------------------------------------------------------------- */

static void
show_trays(struct view *v, const struct req *req, const struct asked *a,
    const struct queue_counts *counts)
{
	struct asked to = *a;
	struct view *tab;
	int i;

	view_text(v, M_TABS_NAME, _("Où en sont les dossiers"));
	to.from = to.words = "";
	for (i = 0; i < QUEUE_TRAYS; i++) {
		tab = view_add(v, M_TABS);
		to.tray = i == 0 ? "" : queue_asked_tray((enum queue_tray)i);
		view_text(tab, M_TAB_URL, queue_asked_url(req, &to,
		    page_url(req, "instruction")));
		view_text(tab, M_TAB_NAME, tray_label((enum queue_tray)i));
		if (a->f.match == NULL && a->f.tray == (enum queue_tray)i)
			view_show(tab, M_TAB_CURRENT);
		view_text(view_add(tab, M_TAB_COUNT), M_TAB_COUNT_TEXT,
		    counts->more[i] ? mem_printf(req->mem, "%s+",
		    money_number(req->mem, counts->n[i], req->lang)) :
		    money_number(req->mem, counts->n[i], req->lang));
	}
}

/* --- filters ----------------------------------------------------------------- */

static void
option(struct view *v, const char *section, const char *value,
    const char *text, bool chosen)
{
	struct view *row = view_add(v, section);

	view_text(row, M_SORT_VALUE, value);
	view_text(row, M_SORT_NAME, text);
	if (chosen)
		view_show(row, M_SORT_CHOSEN);
}

static void
show_filters(struct view *v, struct req *req, const struct asked *a)
{
	struct agents agents;
	size_t i;
	bool narrowed = *a->call != '\0' || *a->agent != '\0' ||
	    *a->theme != '\0' || a->f.stage_id != 0;

	view_text(v, M_QUEUE_URL, page_url(req, "instruction"));
	view_text(v, M_QUEUE_SEARCH, a->words);
	view_text(v, M_QUEUE_STATE, a->tray);
	if (narrowed)
		view_show(v, M_QUEUE_NARROWED);
	option(v, M_QUEUE_SORTS, "attente", a->f.tray == QUEUE_DECIDED ?
	    _("Récents") : _("Ancienneté"),
	    a->f.sort == SORT_WAITING);
	option(v, M_QUEUE_SORTS, "montant", _("Montant"),
	    a->f.sort == SORT_AMOUNT);
	option(v, M_QUEUE_SORTS, "titre", _("Nom"),
	    a->f.sort == SORT_TITLE);
	for (i = 0; i < a->call_count; i++)
		option(v, M_QUEUE_CALLS, a->calls[i].slug, a->calls[i].title,
		    a->calls[i].id == a->f.call_id);
	option(v, M_QUEUE_AGENTS, "moi", _("Moi"),
	    strcmp(a->agent, "moi") == 0);
	option(v, M_QUEUE_AGENTS, "personne", _("Personne encore"),
	    strcmp(a->agent, "personne") == 0);
	if (instruct_agents(&agents, req->db, req->mem, req->platform->id,
	    a->f.call_id, req->now) == RC_OK) {
		for (i = 0; i < agents.count; i++) {
			if (agents.rows[i].id != req->person->id)
				option(v, M_QUEUE_AGENTS, mem_printf(req->mem,
				    "%lld", (long long)agents.rows[i].id),
				    agents.rows[i].name,
				    agents.rows[i].id == a->f.agent_id);
		}
	}
	for (i = 0; i < req->platform->theme_count; i++)
		option(v, M_QUEUE_THEMES, req->platform->themes[i].key,
		    req->platform->themes[i].label,
		    req->platform->themes[i].id == a->f.theme_id);
}

/* --- rows ---------------------------------------------------------------------- */

/* What happened last, in two words; kind is the chip's. */
static const char *
news_text(const struct req *req, const struct queue_row *r,
    const char **kind)
{
	static const struct {
		const char	*news, *kind, *text;
	} words[] = {
		{ NEWS_SUBMITTED, "info", N_("nouveau") },
		{ NEWS_COMPLETED, "wait", N_("complété") },
		{ NEWS_MESSAGE, "wait", N_("attend une réponse") },
		{ NEWS_ANSWERED, "neutral", N_("réponse envoyée") },
		{ NEWS_TAKEN, "neutral", N_("pris en instruction") },
		{ NEWS_ASSIGNED, "neutral", N_("confié") },
		{ NEWS_CORRECTION, "neutral", N_("correction demandée") },
		{ NEWS_OPINION, "ok", N_("avis d’expert reçu") },
		{ NEWS_CONFLICT, "refuse", N_("conflit déclaré") },
		{ NEWS_STAGE, "neutral", N_("changé d’étape") },
		{ NEWS_PROPOSED, "wait", N_("décision proposée") },
		{ NEWS_FUNDING, "info", N_("financement changé") },
		{ NEWS_REOPENED, "wait", N_("décision reprise") },
		{ NEWS_WITHDRAWN, "neutral", N_("retiré") },
	};
	size_t i;

	*kind = "neutral";
	if (strcmp(r->news, NEWS_REVIEW) == 0) {
		*kind = "ok";
		if (r->quorum > 0)
			return mem_printf(req->mem, _("avis reçu %lld/%lld"),
			    (long long)r->reviews, (long long)r->quorum);
		return mem_printf(req->mem, ngettext("%lld avis reçu",
		    "%lld avis reçus", (unsigned long)r->reviews),
		    (long long)r->reviews);
	}
	if (strcmp(r->tray, "decided") == 0) {
		*kind = strcmp(r->state, "accepted") == 0 ? "ok" :
		    strcmp(r->state, "refused") == 0 ? "refuse" : "neutral";
		return strcmp(r->state, "accepted") == 0 ? _("accepté") :
		    strcmp(r->state, "refused") == 0 ? _("refusé") :
		    strcmp(r->state, "closed") == 0 ? _("sans suite") :
		    _("retiré");
	}
	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (strcmp(words[i].news, r->news) == 0) {
			*kind = words[i].kind;
			return _(words[i].text);
		}
	}
	return NULL;
}

/* "complété hier": the day, when it says something. */
static const char *
dated(const struct req *req, const char *text, int64_t at)
{
	const char *zone = req->platform->time_zone;
	int64_t days = date_days_between(date_day_start(at, zone) + 43200,
	    date_day_start(req->now, zone) + 43200);

	if (days == 0)
		return mem_printf(req->mem, _("%s aujourd’hui"), text);
	if (days == 1)
		return mem_printf(req->mem, _("%s hier"), text);
	return text;
}

static void
show_row(struct view *v, const struct req *req, const struct asked *a,
    const struct queue_row *r, bool here)
{
	struct view *row = view_add(v, M_QUEUE), *chip;
	const char *kind, *news;
	bool decided = strcmp(r->tray, "decided") == 0;
	int64_t since = decided ? r->decided_at : r->waiting_since;

	view_text(row, M_QUEUE_ITEM_URL, application_url(req, a, r->number,
	    ""));
	view_text(row, M_QUEUE_TITLE, r->title);
	view_text(row, M_QUEUE_WHO, r->holder);
	view_text(row, M_QUEUE_AMOUNT, decided && r->granted_cents > 0 ?
	    money_format(req->mem, r->granted_cents, req->lang) :
	    money_format(req->mem, r->requested_cents, req->lang));
	view_text(row, M_QUEUE_WAITS, wait_short(req->mem, since, req->now));
	view_text(row, M_QUEUE_WAITS_SAID, wait_said(req->mem, since,
	    req->now));
	if (here)
		view_show(row, M_QUEUE_HERE);
	news = news_text(req, r, &kind);
	if (news != NULL) {
		chip = view_add(row, M_QUEUE_NEWS);
		view_text(chip, M_QUEUE_NEWS_KIND, kind);
		view_text(chip, M_QUEUE_NEWS_TEXT,
		    strcmp(r->news, NEWS_COMPLETED) == 0 ?
		    dated(req, news, r->news_at) : news);
	}
	if (r->news_at > r->seen_at && r->seen_at > 0)
		view_show(row, M_QUEUE_UNSEEN);
	if (!decided && r->due_at != 0 && r->due_at < req->now + 7 * DATE_DAY)
		view_text(view_add(row, M_QUEUE_DUE), M_QUEUE_DUE_TEXT,
		    r->due_at < req->now ? _("délai dépassé") :
		    mem_printf(req->mem, _("avant le %s"),
		    req_day_short(req, r->due_at)));
}

static void
show_empty(struct view *v, const struct req *req, const struct asked *a)
{
	struct view *empty = view_add(v, M_EMPTY), *act;
	struct asked all = { .tray = a->tray, .call = "", .agent = "",
	    .theme = "", .words = "", .sort = a->sort, .from = "" };
	bool narrowed = *queue_asked_query(req, &all) != '\0' ?
	    strcmp(queue_asked_query(req, &all), queue_asked_query(req, a)) != 0 :
	    *queue_asked_query(req, a) != '\0';

	if (narrowed) {
		view_text(empty, M_EMPTY_TITLE, _("Aucun dossier ici"));
		view_text(empty, M_EMPTY_TEXT,
		    _("Aucun dossier ne répond à ces filtres."));
		act = view_add(empty, M_EMPTY_ACT);
		view_text(act, M_EMPTY_URL, queue_asked_url(req, &all,
		    page_url(req, "instruction")));
		view_text(act, M_EMPTY_ACT_TEXT, _("Enlever les filtres"));
		return;
	}
	switch (a->f.tray) {
	case QUEUE_TO_INSTRUCT:
		view_text(empty, M_EMPTY_TITLE, _("Rien n’attend"));
		view_text(empty, M_EMPTY_TEXT, _("Tous les dossiers reçus sont "
		    "traités. Les prochains apparaîtront ici."));
		break;
	case QUEUE_HOLDER:
		view_text(empty, M_EMPTY_TITLE, _("Aucune correction en cours"));
		view_text(empty, M_EMPTY_TEXT, _("Les dossiers dont vous "
		    "demandez une correction attendent ici leur porteur."));
		break;
	case QUEUE_COMMITTEE:
		view_text(empty, M_EMPTY_TITLE, _("Rien au comité"));
		view_text(empty, M_EMPTY_TEXT, _("Un dossier vient ici quand il "
		    "atteint une étape notée, et repart quand ses avis sont "
		    "là."));
		break;
	case QUEUE_DECIDED:
	case QUEUE_TRAYS:
		view_text(empty, M_EMPTY_TITLE, _("Aucune décision encore"));
		view_text(empty, M_EMPTY_TEXT, _("Les dossiers décidés restent "
		    "ici, avec leurs motifs."));
		break;
	}
}

static void
show_pager(struct view *v, const struct req *req, const struct asked *a,
    const struct queue_page *page)
{
	struct view *pager;
	struct asked to = *a;

	if (page->previous == NULL && page->next == NULL)
		return;
	pager = view_add(v, M_PAGED);
	view_text(pager, M_PAGER_WHERE, "");
	if (page->previous != NULL) {
		to.from = page->previous;
		view_text(view_add(pager, M_PAGER_PREVIOUS),
		    M_PAGER_PREVIOUS_URL, queue_asked_url(req, &to,
		    page_url(req, "instruction")));
	}
	if (page->next != NULL) {
		to.from = page->next;
		view_text(view_add(pager, M_PAGER_NEXT), M_PAGER_NEXT_URL,
		    queue_asked_url(req, &to, page_url(req, "instruction")));
	}
}

/* The page of the list, and where it begins when it had to be found. */
static void
find_page(struct queue_page *page, struct req *req, struct asked *a,
    int64_t here_id)
{
	size_t i;

	queue_page(page, req->db, req->mem, &a->f, a->from, LIST_ROWS);
	for (i = 0; i < page->count; i++) {
		if (page->rows[i].id == here_id)
			return;
	}
	if (here_id == 0 || page->next == NULL)
		return;
	/* Further down: the page that begins with it. */
	a->from = queue_key_at(req->db, req->mem, &a->f, here_id);
	queue_page(page, req->db, req->mem, &a->f, a->from, LIST_ROWS);
}

void
show_list(struct view *v, struct req *req, struct asked *a, int64_t here_id,
    struct queue_counts *counts)
{
	struct queue_counts own;
	struct queue_page page;
	size_t i;

	if (counts == NULL)
		counts = &own;
	queue_count(counts, req->db, &a->f);
	find_page(&page, req, a, here_id);
	show_trays(v, req, a, counts);
	show_filters(v, req, a);
	view_text(v, M_QUEUE_WAITS_HEAD, a->f.tray == QUEUE_DECIDED &&
	    a->f.match == NULL ? _("Décidé") : _("Attend"));
	view_text(v, M_QUEUE_AMOUNT_HEAD, a->f.tray == QUEUE_DECIDED &&
	    a->f.match == NULL ? _("Accordé") : _("Demandé"));
	for (i = 0; i < page.count; i++)
		show_row(v, req, a, &page.rows[i], page.rows[i].id == here_id);
	if (page.count == 0)
		show_empty(v, req, a);
	show_pager(v, req, a, &page);
}
