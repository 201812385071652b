/*
 * The public journal: its acts, the proof of each, how anyone verifies it.
 */
#include "config.h"

#include "fcgi/observatory/pages.h"

#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "domain/journal.h"
#include "fcgi/observatory/acts.h"
#include "open/json_stream.h"
#include "open/sink.h"
#include "web/partial.h"

#include <json.h>

#define PAGE_ACTS	50

static const struct {
	const char	*kind;
	const char	*said;
	const char	*tone;
} words[] = {
	{ "publish", N_("Projet publié"), "info" },
	{ "submit", N_("Projet déposé"), "info" },
	{ "resubmit", N_("Dossier complété"), "info" },
	{ "take", N_("Instruction commencée"), "wait" },
	{ "send_back", N_("Correction demandée"), "wait" },
	{ "stage", N_("Étape suivante"), "wait" },
	{ "accept", N_("Projet retenu"), "ok" },
	{ "refuse", N_("Projet non retenu"), "refuse" },
	{ "close", N_("Classé sans suite"), "neutral" },
	{ "reopen", N_("Décision rouverte"), "wait" },
	{ "withdraw", N_("Retiré par son porteur"), "neutral" },
	{ "conflict", N_("Conflit d’intérêts déclaré"), "wait" },
	{ "correction", N_("Correction demandée"), "wait" },
	{ "correction_answered", N_("Correction faite"), "info" },
	{ "promise", N_("Financement promis"), "wait" },
	{ "grant", N_("Financement accordé"), "ok" },
	{ "pay", N_("Versement"), "ok" },
	{ "state", N_("Le projet avance"), "ok" },
	{ "measure", N_("Mesure déclarée"), "info" },
	{ "validate", N_("Mesure validée"), "ok" },
	{ "unpublish", N_("Retiré du public"), "neutral" },
	{ "form", N_("Formulaire publié"), "info" },
	{ "import", N_("Projets importés"), "info" },
	{ "wiki_import", N_("Pages de wiki reprises"), "info" },
	{ "redact", N_("Contenu effacé, preuve gardée"), "neutral" },
};

static size_t
find(const char *kind)
{
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(words[i].kind, kind) == 0)
			break;
	return i;
}

/* "Décision : projet retenu"; what happened, for everyone. */
static const char *
act_said(const struct act *a)
{
	size_t i = find(a->kind);

	return i == sizeof(words) / sizeof(words[0]) ? a->kind :
	    _(words[i].said);
}

static const char *
act_tone(const struct act *a)
{
	size_t i = find(a->kind);

	return i == sizeof(words) / sizeof(words[0]) ? "neutral" :
	    words[i].tone;
}

void
show_acts_timeline(const struct req *req, struct view *v,
    const struct act *acts, size_t n)
{
	struct view *row, *link;
	size_t i;

	for (i = 0; i < n; i++) {
		row = view_add(v, M_EVENTS);
		view_text(row, M_EVENT_KIND, "done");
		view_text(row, M_EVENT_ISO, date_iso(req->mem, acts[i].at));
		view_text(row, M_EVENT_DATE, req_day(req, acts[i].at));
		view_text(row, M_EVENT_TEXT, mem_printf(req->mem, _("%s, par %s"),
		    act_said(&acts[i]), acts[i].actor));
		if (acts[i].slug == NULL)
			continue;
		link = view_add(row, M_EVENT_LINK);
		view_text(link, M_EVENT_URL, page_url(req, "projets/%s",
		    acts[i].slug));
		view_text(link, M_EVENT_LINK_TEXT, acts[i].title);
	}
}

static void
show_row(const struct req *req, struct view *v, const struct act *a)
{
	struct view *row = view_add(v, M_JOURNAL_ROWS), *about;

	view_int(row, M_ROW_NUMBER, a->seq);
	view_text(row, M_ROW_ISO, date_rfc3339(req->mem, a->at));
	view_text(row, M_ROW_DATE, req_day(req, a->at));
	view_text(row, M_ROW_KIND_KIND, act_tone(a));
	view_text(row, M_ROW_KIND_TEXT, act_said(a));
	view_text(row, M_ROW_TEXT, mem_printf(req->mem, _("par %s"), a->actor));
	view_text(row, M_ROW_HASH_SHORT, mem_strndup(req->mem, a->hash, 10));
	view_text(row, M_ROW_URL, page_url(req, "journal/%lld",
	    (long long)a->seq));
	if (a->slug != NULL) {
		about = view_add(row, M_ROW_ABOUT);
		view_text(about, M_ROW_ABOUT_URL, page_url(req, "projets/%s",
		    a->slug));
		view_text(about, M_ROW_ABOUT_NAME, a->title);
	}
}

void
journal_get(struct req *req, struct res *res)
{
	struct view *v = res_page(res, _("Journal public")), *in;
	int64_t before = field_int(&req->fields, "avant");
	struct act *acts;
	size_t i, n;

	/* One more than the page tells whether another follows. */
	n = overview_acts(&acts, req->db, req->mem, req->platform->id, before,
	    PAGE_ACTS + 1);
	for (i = 0; i < n && i < PAGE_ACTS; i++)
		show_row(req, v, &acts[i]);
	if (n == 0) {
		in = view_add(v, M_EMPTY);
		view_text(in, M_EMPTY_TITLE, _("Rien n’est encore inscrit"));
		view_text(in, M_EMPTY_TEXT, _("Le premier dépôt ouvrira le "
		    "journal."));
	}
	if (n > PAGE_ACTS || before != 0) {
		in = view_add(v, M_PAGED);
		view_text(in, M_PAGER_WHERE, "");
		if (before != 0)
			view_text(view_add(in, M_PAGER_PREVIOUS),
			    M_PAGER_PREVIOUS_URL, page_url(req, "journal"));
		if (n > PAGE_ACTS)
			view_text(view_add(in, M_PAGER_NEXT), M_PAGER_NEXT_URL,
			    mem_printf(req->mem, "%s?avant=%lld",
			    page_url(req, "journal"),
			    (long long)acts[PAGE_ACTS - 1].seq));
	}
	view_text(v, M_VERIFY_URL, page_url(req, "journal/verifier"));
	view_text(v, M_JOURNAL_JSON_URL, page_url(req, "journal.json"));
	res_view(res, 200, "observatory/journal.tpl");
}

/* One act: what it says, and the exact bytes that were sealed. */
static void
show_act(struct req *req, struct view *page, const struct act *a)
{
	struct view *v = view_add(page, M_ACT);
	struct buf b = BUF_INIT;

	partial_term(v, _("Ce qui s’est passé"), act_said(a));
	partial_term(v, _("Par"), a->actor);
	partial_term(v, _("Le"), req_moment(req, a->at));
	if (a->title != NULL)
		partial_term(v, _("Projet"), a->title);
	view_text(v, M_ACT_PAYLOAD, a->payload == NULL ?
	    _("Effacé ; son empreinte reste.") : a->payload);
	journal_text(&b, &(struct journal_row){
		.seq = a->seq, .at = a->at, .platform_id = req->platform->id,
		.element_id = a->element_id,
		.application_id = a->application_id,
		.kind = a->kind, .actor = a->actor, .payload = a->payload,
		.payload_sha256 = a->payload_sha256,
		.previous = a->previous, .hash = a->hash,
	});
	view_text(v, M_ACT_CANONICAL, mem_strdup(req->mem, b.data));
	view_text(v, M_ACT_PREVIOUS_HASH, a->previous);
	view_text(v, M_ACT_HASH, a->hash);
	buf_release(&b);
}

static void
show_verify(struct req *req, struct res *res, const char *title,
    const struct act *a)
{
	struct view *v = res_page(res, title);
	struct act *head;

	partial_crumb(v, page_url(req, "journal"), _("Journal public"));
	view_text(v, M_CRUMB_HERE, title);
	view_text(v, M_VERIFY_TITLE, title);
	if (overview_acts(&head, req->db, req->mem, req->platform->id, 0, 1)
	    == 1) {
		view_int(v, M_HEAD_NUMBER, head->seq);
		view_text(v, M_HEAD_ISO, date_rfc3339(req->mem, head->at));
		view_text(v, M_HEAD_DATE, req_day(req, head->at));
		view_text(v, M_HEAD_HASH, head->hash);
	}
	view_text(v, M_JOURNAL_JSON_URL, page_url(req, "journal.json"));
	view_text(v, M_VERIFY_COMMAND, mem_printf(req->mem,
	    "terreau journal verify %s", req->platform->slug));
	if (a != NULL)
		show_act(req, v, a);
	res_view(res, 200, "observatory/journal_verify.tpl");
}

void
journal_verify_get(struct req *req, struct res *res)
{
	show_verify(req, res, _("Vérifier le journal"), NULL);
}

void
journal_act_get(struct req *req, struct res *res)
{
	const char *number = req_param(req, "number");
	struct act *a;
	char *end;
	long long seq = strtoll(number, &end, 10);

	if (*end != '\0' || overview_act(&a, req->db, req->mem,
	    req->platform->id, seq) != RC_OK) {
		res_error(res, RC_NOT_FOUND);
		return;
	}
	show_verify(req, res, mem_printf(req->mem, _("Acte %lld"), seq), a);
}

/* --- the whole journal, as data --------------------------------------------- */

static enum rc
to_visitor(void *res, const char *data, size_t len)
{
	return res_stream(res, data, len);
}

static struct json_object *
id_json(int64_t id)
{
	return id == 0 ? NULL : json_object_new_int64(id);
}

static enum rc
put_row(void *arg, const struct journal_row *r)
{
	struct json_stream *out = arg;
	struct json_object *o = json_object_new_object();

#define TEXT(name)	json_object_object_add(o, #name,		\
	    r->name == NULL ? NULL : json_object_new_string(r->name))
	json_object_object_add(o, "platform", id_json(r->platform_id));
	json_object_object_add(o, "seq", json_object_new_int64(r->seq));
	json_object_object_add(o, "at", json_object_new_int64(r->at));
	TEXT(kind);
	json_object_object_add(o, "element", id_json(r->element_id));
	json_object_object_add(o, "application", id_json(r->application_id));
	TEXT(actor);
	TEXT(payload);
	TEXT(payload_sha256);
	TEXT(previous);
	TEXT(hash);
#undef TEXT
	json_stream_add(out, o);
	json_object_put(o);
	return out->out->rc;
}

void
journal_json(struct req *req, struct res *res)
{
	struct json_stream out;
	struct sink sink;

	res_header(res, "Access-Control-Allow-Origin", "*");
	res_stream_begin(res, "application/json", NULL);
	sink_init(&sink, to_visitor, res);
	json_stream_begin(&out, &sink, NULL, NULL);
	journal_each(req->db, req->platform->id, 0, put_row, &out);
	json_stream_end(&out, NULL, NULL);
	sink_end(&sink);
}
