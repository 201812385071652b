/*
 * The journal of an application and the notes that the service keeps of it.
 * Events are written by the domain; only notes are written here.
 */
#include "config.h"

#include "fcgi/instruction/pages.h"

#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "domain/note.h"
#include "domain/stage.h"
#include "fcgi/instruction/desk.h"
#include "web/ask.h"

/* A change of state in words; kind is the timeline's. */
static const char *
event_said(const struct req *req, const char *event, const char *stage,
    const char **kind)
{
	static const struct {
		const char	*event, *kind, *text;
	} words[] = {
		{ "submit", "done", N_("Dossier présenté") },
		{ "resubmit", "done", N_("Dossier présenté à nouveau") },
		{ "take", "done", N_("Pris en instruction") },
		{ "send_back", "wait", N_("Rendu au porteur pour correction") },
		{ "accept", "done", N_("Accepté") },
		{ "refuse", "refuse", N_("Refusé") },
		{ "close", "refuse", N_("Classé sans suite") },
		{ "reopen", "wait", N_("Décision reprise") },
		{ "withdraw", "refuse", N_("Retiré par son porteur") },
	};
	size_t i;

	*kind = "done";
	if (strcmp(event, "stage") == 0)
		return mem_printf(req->mem, _("Étape : %s"), stage);
	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (strcmp(words[i].event, event) == 0) {
			*kind = words[i].kind;
			return _(words[i].text);
		}
	}
	return event;
}

static void
show_events(struct view *v, const struct desk *d)
{
	const struct req *req = d->req;
	const char *kind, *stage, *person, *reason;
	struct stmt *s = db_query(req->db, Q_DESK_JOURNAL,
	    I(application, d->app->id));
	struct view *row;
	int64_t at;

	while (stmt_step(s)) {
		const char *text;

		stage = stmt_str(s, req->mem, "stage");
		text = event_said(req, stmt_text(s, "event"),
		    stage == NULL ? "" : stage, &kind);
		reason = stmt_str(s, req->mem, "reason");
		person = stmt_str(s, req->mem, "person");
		at = stmt_int(s, "at");
		row = view_add(v, M_EVENTS);
		view_text(row, M_EVENT_KIND, kind);
		view_text(row, M_EVENT_ISO, date_rfc3339(req->mem, at));
		view_text(row, M_EVENT_DATE, req_moment(req, at));
		view_text(row, M_EVENT_TEXT, *person == '\0' ? text :
		    mem_printf(req->mem, "%s · %s", text, person));
		view_optional(row, M_EVENT_NOTE, M_EVENT_NOTE_TEXT, reason);
		if (at > d->seen.at && d->seen.at != 0)
			view_show(row, M_EVENT_NEW);
	}
}

static void
show_notes(struct view *v, struct desk *d)
{
	struct req *req = d->req;
	struct ask form = { .req = req, .view = NULL,
	    .why = &d->why };
	struct notes notes;
	struct view *row, *drop;
	size_t i;

	if (note_list(&notes, req->db, req->mem, d->app->id) != RC_OK)
		return;
	v = view_add(v, M_NOTES_SHOWN);
	for (i = 0; i < notes.count; i++) {
		const struct note *n = &notes.rows[i];

		row = view_add(v, M_NOTES);
		view_text(row, M_NOTE_AUTHOR, n->author);
		view_text(row, M_NOTE_ISO, date_rfc3339(req->mem,
		    n->written_at));
		view_text(row, M_NOTE_DATE, req_moment(req, n->written_at));
		view_text(row, M_NOTE_BODY, n->body);
		if (n->author_id == req->person->id) {
			drop = view_add(row, M_NOTE_DROP);
			desk_form(d, drop, "/notes/supprimer");
			view_int(drop, M_NOTE_ID, n->id);
		}
	}
	if (!d->instruct)
		return;
	form.view = view_add(v, M_NOTE_FORM);
	desk_form(d, form.view, "/notes");
	ask_lines(&form, "note", _("Une note pour le service"), NULL, "", 3);
}

static void
journal_page(struct desk *d)
{
	struct view *v = desk_page(d, TAB_JOURNAL, _("Journal"));

	show_events(v, d);
	view_text(v, M_PUBLIC_URL, page_url(d->req, "journal"));
	d->writes = d->instruct;
	if (d->instruct || d->decide)
		show_notes(v, d);
	desk_show(d, "instruction/journal.tpl");
}

void
application_journal_get(struct req *req, struct res *res)
{
	struct desk d;

	if (desk_open(&d, req, res))
		journal_page(&d);
}

void
note_post(struct req *req, struct res *res)
{
	struct desk d;
	struct act act;

	if (!desk_open(&d, req, res))
		return;
	act = desk_act(&d);
	if (desk_check(&d, note_add(req->db, req->mem, d.app->id,
	    req_text(req, "note"), &act, &d.why),
	    journal_page))
		desk_done(&d, "/journal", _("Note ajoutée."));
}

void
note_drop_post(struct req *req, struct res *res)
{
	struct desk d;
	struct act act;

	if (!desk_open(&d, req, res))
		return;
	act = desk_act(&d);
	if (desk_check(&d, note_drop(req->db, d.app->id,
	    field_int(&req->fields, "note"), &act), journal_page))
		desk_done(&d, "/journal", _("Note supprimée."));
}
