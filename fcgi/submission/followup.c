/*
 * What follows a deposit, for its holder: where it stands, the correction
 * asked, the decision, the thread with the service. Acting is acts.c.
 */
#include "config.h"

#include "fcgi/submission/pages.h"
#include "fcgi/submission/expected.h"
#include "fcgi/submission/present.h"

#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/correction.h"
#include "domain/decision.h"
#include "domain/document.h"
#include "domain/flow.h"
#include "domain/message.h"
#include "domain/money.h"
#include "domain/seen.h"
#include "domain/state.h"
#include "fcgi/submission/sheet.h"

/* --- where it stands ------------------------------------------------------ */

/* What each event is for the holder; NULL: of no interest to them. */
static const char *
event_said(const char *event)
{
	static const struct {
		const char	*event, *said;
	} all[] = {
		{ "submit", N_("Projet déposé") },
		{ "resubmit", N_("Dossier déposé à nouveau") },
		{ "take", N_("Pris en instruction par le service") },
		{ "send_back", N_("Renvoyé pour correction") },
		{ "accept", N_("Retenu") }, { "refuse", N_("Non retenu") },
		{ "close", N_("Classé sans suite") },
		{ "reopen", N_("Décision rouverte") },
		{ "withdraw", N_("Retiré par vous") },
		{ "advance", N_("Passé à l’étape suivante") },
		{ "stage", N_("Passé à l’étape suivante") },
	};
	size_t i;

	for (i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (strcmp(all[i].event, event) == 0)
			return _(all[i].said);
	return NULL;
}

static void
add_event(const struct req *req, struct view *page, const char *kind,
    int64_t at, const char *text, const char *note)
{
	struct view *row = view_add(page, M_EVENTS);

	view_text(row, M_EVENT_KIND, kind);
	view_text(row, M_EVENT_ISO, date_iso_in(req->mem, at,
	    req->platform->time_zone));
	view_text(row, M_EVENT_DATE, req_day(req, at));
	view_text(row, M_EVENT_TEXT, text);
	view_optional(row, M_EVENT_NOTE, M_EVENT_NOTE_TEXT, note);
	if (strcmp(kind, "next") == 0)
		view_show(row, M_EVENT_NEXT);
}

static void
show_timeline(const struct req *req, struct view *page,
    const struct presentation *p)
{
	struct stmt *s = db_query(req->db, Q_TRANSITION_BY_APPLICATION,
	    I(application, p->app->id));

	while (stmt_step(s)) {
		const char *event = stmt_str(s, req->mem, "event");
		const char *said = event_said(event);

		if (said != NULL)
			add_event(req, page, strcmp(event, "refuse") == 0
			    ? "refuse" : "done", stmt_int(s, "at"), said,
			    strcmp(event, "stage") == 0 ||
			    strcmp(event, "advance") == 0
			    ? stmt_str(s, req->mem, "stage") : NULL);
	}
	stmt_done(s);
	if ((p->app->state == APP_SUBMITTED ||
	    p->app->state == APP_UNDER_REVIEW) && p->app->due_at != 0)
		add_event(req, page, "next", p->app->due_at,
		    _("Réponse au plus tard"), NULL);
}

/* What is expected of the holder, by when, for this application alone. */
static void
show_expected(struct req *req, struct view *page, const struct presentation *p)
{
	struct dossiers list, one = { 0 };
	struct expected e;
	size_t i;

	dossier_applications(&list, req->db, req->mem, p->dossier->id,
	    req->person);
	for (i = 0; i < list.application_count; i++)
		if (list.applications[i].id == p->app->id) {
			one.applications = &list.applications[i];
			one.application_count = 1;
		}
	expected_of(&e, req, p->dossier, &one);
	view_text(page, M_MINE_EXPECTED, e.text);
	view_text(page, M_MINE_WHO, e.who);
}

static void
show_state(struct req *req, struct view *page, const struct presentation *p)
{
	const char *state = app_state_name(p->app->state);

	if (!p->app->correction_open && p->app->state != APP_WITHDRAWN)
		show_expected(req, view_add(page, M_WAITING), p);

	view_text(page, M_STATE_KIND, p->app->correction_open ? "wait"
	    : element_state_tone(state));
	view_text(page, M_STATE_TEXT, p->app->correction_open
	    ? _("Correction demandée") : p->app->state == APP_ACCEPTED
	    ? _("Retenu") : element_state_sentence(state));
	view_text(page, M_APPLICATION_NUMBER, p->app->number);
	view_text(page, M_RECEIPT_URL, mem_printf(req->mem, "%s/recepisse",
	    application_url(req, p)));
}

/* --- a correction --------------------------------------------------------- */

static void
show_correction(struct req *req, struct view *page, struct presentation *p)
{
	const struct correction *c;
	struct correction *open;
	struct view *v, *row;
	size_t i;

	if (!p->app->correction_open || correction_open(&open, req->db,
	    req->mem, p->app->id) != RC_OK)
		return;
	c = open;
	v = view_add(page, M_CORRECTION);
	view_text(v, M_CORRECTION_TITLE, c->due_on == NULL
	    ? _("Le service vous demande une correction")
	    : mem_printf(req->mem,
	    _("Le service vous demande une correction avant le %s"),
	    date_long_iso(req->mem, c->due_on, req->lang)));
	view_text(v, M_CORRECTION_TEXT, c->message);
	view_text(v, M_CORRECTION_SAID, correction_reason_label(c->reason));
	for (i = 0; i < c->field_count; i++) {
		const struct answers *a = &p->answers;
		const struct form_field *f = form_field(a->form,
		    c->fields[i].key);
		bool own = f == NULL && p->has_own;

		if (own) {
			a = &p->own;
			f = form_field(a->form, c->fields[i].key);
		}
		if (f == NULL)
			continue;
		row = view_add(v, M_CORRECTION_FIELDS);
		view_text(row, M_CORRECTION_FIELD, f->label);
		view_text(row, M_CORRECTION_NOTE, c->fields[i].note);
		view_text(row, M_CORRECTION_FIELD_URL, mem_printf(req->mem,
		    "%s#f-%s", own || p->through ? mem_printf(req->mem,
		    "%s/%s/%s", application_url(req, p), own ? "questions"
		    : "dossier", a->form->steps[f->step].key) : page_url(req,
		    "mes-projets/%s/etapes/%s", p->dossier->slug,
		    a->form->steps[f->step].key), f->key));
	}
	view_text(v, M_CORRECTED_URL, mem_printf(req->mem, "%s/rien-a-changer",
	    application_url(req, p)));
}

/* --- the decision --------------------------------------------------------- */

static void
show_decision(struct req *req, struct view *page, struct presentation *p)
{
	struct decision *list, *d;
	struct view *v;

	if (decision_list(&list, req->db, req->mem, p->app->id) != RC_OK)
		return;
	for (d = list; d != NULL && d->voided_at != 0; d = d->next)
		continue;
	if (d == NULL)
		return;
	v = view_add(page, M_DECISION);
	view_text(v, M_DECISION_KIND, strcmp(d->verdict, "accept") == 0 ? "ok"
	    : strcmp(d->verdict, "refuse") == 0 ? "refuse" : "neutral");
	view_text(v, M_DECISION_TEXT, decision_done_label(d->verdict));
	view_text(v, M_DECISION_DATE, req_day(req, d->decided_at));
	view_text(v, M_DECISION_BY, d->decided_by);
	view_text(v, M_DECISION_REASONS, d->reasons);
	view_optional(v, M_DECISION_CONDITIONS, M_DECISION_CONDITIONS_TEXT,
	    d->conditions);
	if (d->granted_cents > 0)
		view_text(view_add(v, M_DECISION_GRANT), M_DECISION_AMOUNT,
		    mem_printf(req->mem, p->app->requested_cents != 0
		    ? _("%s accordés, sur %s demandés") : _("%s accordés"),
		    money_format(req->mem, d->granted_cents, req->lang),
		    money_format(req->mem, p->app->requested_cents,
		    req->lang)));
	if (strcmp(d->verdict, "accept") != 0 ||
	    d->granted_cents < p->app->requested_cents)
		view_optional(v, M_REMEDIES, M_REMEDIES_TEXT,
		    p->call->remedies);
	if (flow_may_return(req->db, p->app->id) && right_may(req->db,
	    req->person, RIGHT_DOSSIER_SUBMIT, &req->object))
		view_text(view_add(v, M_RETURN), M_RETURN_URL, mem_printf(
		    req->mem, "%s/ecoute", application_url(req, p)));
}

/* --- the thread ----------------------------------------------------------- */

static void
show_message(const struct req *req, struct view *page,
    const struct presentation *p, const struct message *m, int64_t seen)
{
	struct view *row = view_add(page, M_MESSAGES), *files, *file;
	size_t i;

	view_int(row, M_MESSAGE_ID, m->id);
	view_text(row, M_MESSAGE_AUTHOR, m->side == SIDE_SERVICE &&
	    *m->author == '\0' ? p->platform->service_name : m->author);
	view_text(row, M_MESSAGE_ROLE, m->side == SIDE_SERVICE ? _("le service")
	    : _("porteur du projet"));
	view_text(row, M_MESSAGE_ISO, date_rfc3339(req->mem, m->sent_at));
	view_text(row, M_MESSAGE_DATE, req_moment(req, m->sent_at));
	view_text(row, M_MESSAGE_BODY, m->body);
	if (m->side == SIDE_HOLDER)
		view_show(row, M_MESSAGE_MINE);
	else if (m->id > seen)
		view_show(row, M_MESSAGE_NEW);
	if (m->file_count == 0)
		return;
	files = view_add(row, M_MESSAGE_FILES_SHOWN);
	for (i = 0; i < m->file_count; i++) {
		file = view_add(files, M_MESSAGE_FILES);
		view_text(file, M_FILE_URL, mem_printf(req->mem,
		    "%s/fichiers/%lld", application_url(req, p),
		    (long long)m->files[i].file_id));
		view_text(file, M_FILE_NAME, m->files[i].name);
		view_text(file, M_FILE_META, mem_printf(req->mem, "%s, %s",
		    document_type_label(m->files[i].type),
		    document_size_label(req->mem, m->files[i].size_bytes)));
	}
}

static void
show_thread(struct req *req, struct view *page, struct presentation *p,
    const struct problems *why)
{
	struct messages list;
	struct seen seen;
	struct view *reply, *unread;
	const char *error;
	size_t i, fresh = 0;

	if (message_list(&list, req->db, req->mem, p->app->id) != RC_OK)
		return;
	seen_load(&seen, req->db, p->app->id, req->person->id);
	for (i = 0; i < list.count; i++) {
		show_message(req, page, p, &list.rows[i], seen.message_id);
		fresh += list.rows[i].side == SIDE_SERVICE &&
		    list.rows[i].id > seen.message_id;
	}
	if (fresh > 0) {
		unread = view_add(page, M_UNREAD);
		view_text(unread, M_SEEN_URL, mem_printf(req->mem, "%s/lu",
		    application_url(req, p)));
		view_text(unread, M_UNREAD_SAID, mem_printf(req->mem, ngettext(
		    "%d message nouveau", "%d messages nouveaux", fresh),
		    (int)fresh));
	}
	if (!right_may(req->db, req->person, RIGHT_DOSSIER_EDIT, &req->object))
		return;
	reply = view_add(page, M_REPLY);
	view_text(reply, M_REPLY_URL, mem_printf(req->mem, "%s/messages",
	    application_url(req, p)));
	view_text(reply, M_REPLY_VALUE, req_typed(req, "message", ""));
	view_text(reply, M_REPLY_HINT, mem_printf(req->mem,
	    _("%s vous répond ici, et vous prévient par courriel."),
	    p->platform->service_name));
	view_text(reply, M_REPLY_ACCEPT,
	    ".pdf,.png,.jpg,.jpeg,.odt,.ods,.docx,.xlsx,.csv,.txt");
	error = why == NULL || why->first == NULL ? NULL : why->first->text;
	view_optional(reply, M_REPLY_ERROR, M_REPLY_ERROR_TEXT, error);
}

void
show_followup(struct presentation *p, struct req *req, struct view *page,
    const struct problems *message_why)
{
	struct view *v = view_add(page, M_FOLLOWUP);

	show_state(req, v, p);
	show_correction(req, v, p);
	show_decision(req, v, p);
	show_timeline(req, v, p);
	show_thread(req, v, p, message_why);
	if (app_next(p->app->state, EVENT_WITHDRAW) >= 0 &&
	    right_may(req->db, req->person, RIGHT_DOSSIER_SUBMIT,
	    &req->object))
		view_text(view_add(v, M_WITHDRAW), M_WITHDRAW_URL, mem_printf(
		    req->mem, "%s/retirer", application_url(req, p)));
}
