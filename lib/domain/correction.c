/*
 * Corrections asked of the holder, and the delay they pause.
 * It refuses a second one while one is open.
 */
#include "config.h"

#include "domain/correction.h"

#include <string.h>

#include "base/date.h"
#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/application.h"
#include "domain/delay.h"
#include "domain/journal.h"
#include "domain/notice.h"
#include "domain/tray.h"

#define MESSAGE_MAX	5000
#define NOTE_MAX	1000
#define LIST_MAX	50

const char *const correction_reasons[] = {
	"incorrect", "incomplete", "outdated", NULL
};

const char *
correction_reason_label(const char *reason)
{
	static const char *const labels[] = { N_("Une réponse est inexacte"),
	    N_("Il manque une réponse ou une pièce"),
	    N_("Une pièce n’est plus valable") };
	size_t i;

	for (i = 0; reason != NULL && correction_reasons[i] != NULL; i++) {
		if (strcmp(correction_reasons[i], reason) == 0)
			return _(labels[i]);
	}
	return "";
}

/* --- reading -------------------------------------------------------------- */

static void
read_fields(struct correction *list, struct db *db, struct mem *mem,
    int64_t application_id)
{
	struct correction_field *f = NULL;
	struct correction *c;
	struct stmt *s;
	size_t cap = 0;
	int64_t last = 0;

	/* Ordered by correction: each gets a run of one array. */
	s = db_query(db, Q_CORRECTION_FIELDS, I(application, application_id));
	while (stmt_step(s)) {
		int64_t id = stmt_int(s, "correction_id");

		for (c = list; c != NULL && c->id != id; c = c->next)
			;
		if (c == NULL)
			continue;
		if (id != last) {
			cap = (size_t)stmt_int(s, "n");
			f = MEM_ARRAY(mem, cap, struct correction_field);
			c->fields = f;
			last = id;
		}
		if (c->field_count < cap) {
			f[c->field_count].key = stmt_str(s, mem, "key");
			f[c->field_count].note = stmt_str(s, mem, "note");
			c->field_count++;
		}
	}
}

enum rc
correction_list(struct correction **out, struct db *db, struct mem *mem,
    int64_t application_id)
{
	struct correction *list = NULL, **last = &list;
	struct stmt *s;

	s = db_query(db, Q_CORRECTION_LIST, I(application, application_id),
	    I(limit, LIST_MAX));
	while (stmt_step(s)) {
		struct correction *c = MEM_NEW(mem, struct correction);

		c->id = stmt_int(s, "id");
		c->reason = stmt_str(s, mem, "reason");
		c->message = stmt_str(s, mem, "message");
		c->blocking = stmt_bool(s, "blocking");
		c->due_on = stmt_str(s, mem, "due_on");
		c->asked_by = stmt_str(s, mem, "name");
		c->asked_at = stmt_int(s, "asked_at");
		c->answered_at = stmt_int(s, "answered_at");
		c->cancelled_at = stmt_int(s, "cancelled_at");
		*last = c;
		last = &c->next;
	}
	if (list != NULL)
		read_fields(list, db, mem, application_id);
	if (db_failed(db))
		return RC_FAIL;
	*out = list;
	return RC_OK;
}

enum rc
correction_open(struct correction **out, struct db *db, struct mem *mem,
    int64_t application_id)
{
	struct correction *list;
	enum rc rc = correction_list(&list, db, mem, application_id);

	if (rc != RC_OK)
		return rc;
	while (list != NULL &&
	    (list->answered_at != 0 || list->cancelled_at != 0))
		list = list->next;
	if (list == NULL)
		return RC_NOT_FOUND;
	list->next = NULL;
	*out = list;
	return RC_OK;
}

/* --- the delay ------------------------------------------------------------- */

int64_t
correction_due_at(struct db *db, struct mem *mem, int64_t application_id,
    int64_t now)
{
	struct pause *pauses = MEM_ARRAY(mem, LIST_MAX, struct pause);
	struct delay delay = { .unit = DELAY_MONTHS };
	int64_t deposited_at;
	struct stmt *s;
	size_t n = 0;

	s = db_query(db, Q_CORRECTION_CLOCK, I(application, application_id));
	if (!stmt_step(s))
		return 0;
	deposited_at = stmt_int(s, "submitted_at");
	delay.count = (int)stmt_int(s, "silence_months");
	delay.restarts = stmt_bool(s, "restarts");
	delay.zone = stmt_str(s, mem, "time_zone");
	if (strcmp(stmt_text(s, "silence"), "none") == 0)
		deposited_at = 0;
	stmt_done(s);
	if (deposited_at == 0)
		return 0;
	s = db_query(db, Q_CORRECTION_LIST, I(application, application_id),
	    I(limit, LIST_MAX));
	while (n < LIST_MAX && stmt_step(s)) {
		if (!stmt_null(s, "cancelled_at"))
			continue;
		pauses[n].incomplete = strcmp(stmt_text(s, "reason"),
		    "incomplete") == 0;
		pauses[n].asked_at = stmt_int(s, "asked_at");
		pauses[n].ended_at = stmt_int(s, "answered_at");
		n++;
	}
	stmt_done(s);
	return delay_due(&delay, deposited_at, pauses, n, now);
}

static void
refresh_due(struct db *db, struct mem *mem, int64_t application_id,
    int64_t now)
{
	int64_t due = correction_due_at(db, mem, application_id, now);

	if (due != 0)
		db_run(db, Q_CORRECTION_DUE, I(application, application_id),
		    I(due, due));
}

/* --- asking --------------------------------------------------------------- */

static void
record(struct db *db, const struct application *app, const char *kind,
    const char *reason, const char *actor, int64_t now)
{
	struct json_object *payload = json_object_new_object();
	struct journal_entry entry = { .platform_id = app->platform_id,
	    .at = now, .kind = kind, .element_id = app->element_id,
	    .application_id = app->id, .actor = actor, .payload = payload };

	json_put_text(payload, "number", app->number);
	if (reason != NULL)
		json_put_text(payload, "reason", reason);
	journal_append(db, &entry);
	json_object_put(payload);
}

static void
check_form(struct mem *mem, const struct correction_form *form, int64_t now,
    struct problems *why)
{
	size_t i;

	if (*correction_reason_label(form->reason) == '\0')
		problem_add(why, "motif", "%s",
		    _("Choisissez pourquoi vous demandez une correction."));
	if (text_blank(form->message))
		problem_add(why, "message", "%s", _("Écrivez ce que le porteur "
		    "doit corriger ou ajouter, comme vous le lui diriez."));
	else if (text_length(form->message) > MESSAGE_MAX)
		problem_add(why, "message", "%s",
		    _("Ce message dépasse 5 000 caractères."));
	for (i = 0; i < form->field_count; i++) {
		if (text_length(form->fields[i].note) > NOTE_MAX)
			problem_add(why, "message", "%s",
			    _("Une précision dépasse 1 000 caractères."));
	}
	/* ISO days compare as text. */
	if (form->due_on != NULL &&
	    strcmp(form->due_on, date_iso(mem, now)) <= 0)
		problem_add(why, "echeance", "%s",
		    _("Choisissez une date à venir."));
}

static void
write_correction(struct db *db, int64_t application_id,
    const struct correction_form *form, const char *message,
    const struct act *act)
{
	int64_t id;
	size_t i;

	db_run(db, Q_CORRECTION_ADD, I(application, application_id),
	    T(reason, form->reason), T(message, message),
	    I(blocking, form->blocking), T(due, form->due_on),
	    ID(by, act->who->id), I(now, act->now));
	id = db_last_id(db);
	for (i = 0; i < form->field_count; i++)
		db_run(db, Q_CORRECTION_FIELD_ADD, I(correction, id),
		    T(key, form->fields[i].key),
		    T(note, form->fields[i].note));
}

static enum rc
ask(struct db *db, struct mem *mem, int64_t application_id,
    const struct correction_form *form, const struct act *act)
{
	const char *message = text_trim(mem, form->message), *service;
	struct application *app;
	struct notice notice = {
		.subject = N_("Une correction est demandée : %s"),
		.opening = N_("Pour poursuivre l’examen de votre projet "
		    "« %s », nous avons besoin d’une correction."),
		.quoted = message,
		.after = N_("Ouvrez votre dossier : les questions concernées y "
		    "sont signalées. Le délai de réponse est suspendu jusqu’à "
		    "votre envoi."),
	};
	enum rc rc = application_load(&app, db, mem, application_id);

	if (rc != RC_OK)
		return rc;
	if (app->revision != form->revision || app->correction_open ||
	    (app->state != APP_SUBMITTED && app->state != APP_UNDER_REVIEW))
		return RC_CONFLICT;
	service = application_service(db, mem, application_id);
	write_correction(db, application_id, form, message, act);
	record(db, app, "correction", form->reason, service, act->now);
	tray_refresh(db, application_id, NEWS_CORRECTION, act->now);
	refresh_due(db, mem, application_id, act->now);
	notice.key = mem_printf(mem, "correction/%lld/%lld",
	    (long long)application_id, (long long)act->now);
	notice_holder(db, mem, application_id, &notice, act);
	return RC_OK;
}

enum rc
correction_ask(struct db *db, struct mem *mem, int64_t application_id,
    const struct correction_form *form, const struct act *act,
    struct problems *why)
{
	enum rc rc;

	check_form(mem, form, act->now, why);
	if (why->count > 0)
		return RC_INVALID;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	return db_write_end(db, ask(db, mem, application_id, form, act));
}

/* --- ending --------------------------------------------------------------- */

enum rc
correction_cancel(struct db *db, struct mem *mem, int64_t application_id,
    const struct act *act)
{
	struct application *app;
	struct notice notice = {
		.key = mem_printf(mem, "correction-cancel/%lld/%lld",
		    (long long)application_id, (long long)act->now),
		.subject = N_("Correction annulée : %s"),
		.opening = N_("La correction demandée sur votre projet « %s » "
		    "n’est plus nécessaire. Vous n’avez rien à faire."),
	};
	enum rc rc;

	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	rc = application_load(&app, db, mem, application_id);
	if (rc != RC_OK)
		return db_write_end(db, rc);
	if (db_run(db, Q_CORRECTION_CANCEL, I(application, application_id),
	    I(now, act->now)) != 1)
		return db_write_end(db, RC_CONFLICT);
	record(db, app, "correction_cancel", NULL,
	    application_service(db, mem, application_id), act->now);
	tray_refresh(db, application_id, NULL, act->now);
	refresh_due(db, mem, application_id, act->now);
	notice_holder(db, mem, application_id, &notice, act);
	return db_write_commit(db);
}

void
correction_resolve(struct db *db, struct mem *mem, int64_t application_id,
    const struct act *act)
{
	struct notice notice = {
		.key = mem_printf(mem, "corrected/%lld/%lld",
		    (long long)application_id, (long long)act->now),
		.subject = N_("Dossier corrigé : %s"),
		.opening = N_("Le porteur du projet « %s » a répondu à la "
		    "correction demandée."),
	};
	struct application *app;

	if (db_run(db, Q_CORRECTION_ANSWER, I(application, application_id),
	    ID(by, act->who->id), I(now, act->now)) != 1 ||
	    application_load(&app, db, mem, application_id) != RC_OK)
		return;
	record(db, app, "correction_answered", NULL,
	    application_holder_actor(db, mem, app), act->now);
	refresh_due(db, mem, application_id, act->now);
	notice_service(db, mem, application_id, &notice, act);
}

enum rc
correction_answer(struct db *db, struct mem *mem, int64_t application_id,
    const struct act *act)
{
	struct correction *open;
	enum rc rc;

	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	rc = correction_open(&open, db, mem, application_id);
	if (rc != RC_OK)
		return db_write_end(db, rc == RC_NOT_FOUND ? RC_CONFLICT : rc);
	correction_resolve(db, mem, application_id, act);
	tray_refresh(db, application_id, NEWS_COMPLETED, act->now);
	return db_write_commit(db);
}
