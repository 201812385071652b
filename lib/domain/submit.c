/*
 * Presenting a dossier to a call.
 * It refuses what is incomplete with one sentence for each reason, and freezes
 * what it accepts in the same transaction.
 */
#include "config.h"

#include "domain/submit.h"

#include <string.h>

#include "base/date.h"
#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/consent.h"
#include "domain/correction.h"
#include "domain/journal.h"
#include "domain/mail.h"
#include "domain/money.h"
#include "domain/notice.h"
#include "domain/number.h"
#include "domain/tray.h"

/* --- beginning ------------------------------------------------------------ */

/* The name that the service reads: the body, or the person. */
static const char *
holder_name(struct db *db, struct mem *mem, const struct dossier *d)
{
	const char *name = NULL;
	struct stmt *s;

	if (*d->holder_name != '\0')
		return d->holder_name;
	s = db_query(db, Q_SUBMIT_OWNER, I(person, d->owner_person_id));
	if (stmt_step(s))
		name = stmt_str(s, mem, "name");
	stmt_done(s);
	return name == NULL ? "" : name;
}

enum rc
dossier_consent(struct db *db, int64_t dossier_id, int64_t platform_id,
    const struct person *who, int64_t now)
{
	return db_write_run(db, RC_OK, Q_DOSSIER_CONSENT,
	    I(dossier, dossier_id), I(platform, platform_id),
	    I(person, who->id), I(now, now));
}

/* Does the other form offer what was chosen? */
static bool
is_offered(const struct answers *a, const struct form_field *f,
    const struct value *v)
{
	size_t i;

	if (f->type == FORM_CHOICE)
		return option_exists(a, f, v->text);
	for (i = 0; f->type == FORM_MULTI_CHOICE && i < v->count; i++)
		if (!option_exists(a, f, v->list[i]))
			return false;
	return true;
}

static void
propose(const struct answers *a, const struct answer *answer, int64_t now)
{
	const char *json = NULL;
	struct value v;
	struct stmt *s = db_query(a->db, Q_ANSWER_ONE,
	    I(dossier, a->dossier_id), T(key, answer->field->key));

	if (stmt_step(s))
		json = stmt_str(s, a->mem, "value_json");
	stmt_done(s);
	if (json == NULL || !value_parse(&v, a->mem, answer->field, json) ||
	    !is_offered(a, answer->field, &v))
		return;
	db_run(a->db, Q_ANSWER_PUT, I(owner, a->dossier_id),
	    T(key, answer_key(a, answer)), T(value, json), NIL(number),
	    I(revision, a->revision), I(now, now), NIL(person), NIL(call));
}

/*
 * Where another form words a question otherwise, what the dossier says is
 * proposed if it can be read there, so that nothing is typed again.
 */
static enum rc
propose_apart(struct presentation *p, int64_t now)
{
	struct answers *a = &p->answers;
	size_t i, n = 0;

	for (i = 0; i < a->form->field_count; i++)
		if (a->of[i].alike && a->of[i].json == NULL) {
			propose(a, &a->of[i], now);
			n++;
		}
	return n == 0 ? RC_OK : answers_reload(a, a->now);
}

/* The draft, made when there is none; inside a write transaction. */
static enum rc
begin(struct presentation *p, struct db *db, struct mem *mem, int64_t now)
{
	const char *holder;
	enum rc rc;

	if (p->app != NULL)
		return RC_OK;
	if (!call_is_open(p->call, now) || p->dossier->trashed_at != 0)
		return RC_CONFLICT;
	if (p->elsewhere && !p->consented)
		return RC_DENIED;
	rc = propose_apart(p, now);
	if (rc != RC_OK)
		return rc;
	holder = holder_name(db, mem, p->dossier);
	/* A number is given with the first deposit; until then, its own. */
	db_run(db, Q_APPLICATION_ADD, T(number, element_uuid(mem, now)),
	    I(dossier, p->dossier->id), I(call, p->call->id),
	    I(platform, p->call->platform_id),
	    ID(form_revision, p->call->supplement_revision_id),
	    ID(through, p->through ? p->answers.form->id : 0), I(now, now),
	    T(title, p->element->title), T(folded, text_fold(mem,
	    mem_printf(mem, "%s %s", p->element->title, holder))),
	    T(holder, holder));
	return application_load(&p->app, db, mem, db_last_id(db));
}

enum rc
application_begin(int64_t *application_id, struct db *db, struct mem *mem,
    int64_t dossier_id, int64_t call_id, int64_t now)
{
	struct presentation p;
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	rc = presentation_load(&p, db, mem, dossier_id, call_id);
	if (rc == RC_OK)
		rc = begin(&p, db, mem, now);
	rc = db_write_end(db, rc);
	if (rc == RC_OK)
		*application_id = p.app->id;
	return rc;
}

/* --- the deposit ---------------------------------------------------------- */

/* What the list of the agents shows: as deposited, not as edited since. */
static void
copy_to_list(struct presentation *p, struct db *db, struct mem *mem)
{
	struct application *app = p->app;

	app->title = p->element->title;
	app->holder_name = holder_name(db, mem, p->dossier);
	app->requested_cents = p->requested_cents;
	db_run(db, Q_APPLICATION_COPY, I(id, app->id), T(title, app->title),
	    T(folded, text_fold(mem, mem_printf(mem, "%s %s", app->title,
	    app->holder_name))), T(holder, app->holder_name));
}

/* Under review, a correction is answered by a new snapshot, not a new state. */
static void
complete(struct presentation *p, struct db *db, struct mem *mem,
    const struct snapshot *s, int64_t now)
{
	struct json_object *payload = json_object_new_object();
	struct journal_entry entry = { .platform_id = p->app->platform_id,
	    .at = now, .kind = "complete", .element_id = p->app->element_id,
	    .application_id = p->app->id, .payload = payload };

	entry.actor = application_holder_actor(db, mem, p->app);
	json_put_text(payload, "number", p->app->number);
	json_put_text(payload, "snapshot", s->sha256);
	db_run(db, Q_SUBMIT_COMPLETE, I(id, p->app->id), I(snapshot, s->id),
	    I(requested, p->app->requested_cents), I(now, now));
	db_run(db, Q_APPLICATION_SEARCH_PUT, I(id, p->app->id));
	journal_append(db, &entry);
	json_object_put(payload);
	p->app->resubmitted_at = now;
	p->app->snapshot_id = s->id;
}

static enum rc
change_state(struct presentation *p, struct db *db, struct mem *mem,
    const struct snapshot *s, const struct act *act)
{
	struct application *app = p->app;
	const char *actor = application_holder_actor(db, mem, app);

	app->snapshot_id = s->id;
	if (p->has_own)
		app->form_revision_id = p->own.form->id;
	return application_apply(db, mem, app, app->state == APP_SUBMITTED
	    ? EVENT_RESUBMIT : EVENT_SUBMIT, act->who, actor, NULL, NULL,
	    act->now);
}

static const char *
receipt_text(struct mem *mem, const struct receipt *r)
{
	return mem_printf(mem, _("Bonjour,\n\n"
	    "Le %s, nous avons bien reçu votre projet « %s », présenté à "
	    "l’appel « %s ».\n\n"
	    "Il porte le numéro %s. Votre accusé de réception est joint à ce "
	    "message : il dit qui l’examine, dans quel délai, et ce que vous "
	    "pouvez faire ensuite.\n\n%s\n\n-- \n%s\n%s\n%s\n"),
	    date_long_time(mem, r->received_at, r->time_zone, lang_get()),
	    r->project, r->call, r->number,
	    r->status_url == NULL ? "" : r->status_url, r->service_name,
	    r->service_email, r->service_phone);
}

static void
send_receipt(struct presentation *p, struct db *db, struct mem *mem,
    const struct receipt *r, const struct act *act)
{
	struct notice others = {
		.key = mem_printf(mem, "deposit/%lld", (long long)r->snapshot_id),
		.subject = N_("Projet déposé : %s"),
		.opening = N_("Le projet « %s », auquel vous participez, vient "
		    "d’être présenté à un appel."),
	};
	struct mail mail = { 0 };

	if (act->who != NULL) {
		mail.to = act->who->email;
		mail.to_name = act->who->name;
		mail.subject = mem_printf(mem, _("Accusé de réception %s : %s"),
		    r->number, r->project);
		mail.body = receipt_text(mem, r);
		mail.reply_to = r->service_email;
		mail.key = mem_printf(mem, "receipt/%lld",
		    (long long)r->snapshot_id);
		mail.attachment = "receipt";
		mail.attachment_id = r->snapshot_id;
		mail_add(db, &mail, act->now);
		notice_holder(db, mem, p->app->id, &others, act);
	}
}

/* When silence has its meaning; kept on the row for the agents' list. */
static int64_t
refresh_due(struct presentation *p, struct db *db, struct mem *mem,
    int64_t now)
{
	int64_t silence_at = correction_due_at(db, mem, p->app->id, now);
	int64_t due = silence_at;

	if (due == 0 && p->call->decision_days != 0)
		due = p->app->submitted_at + p->call->decision_days * DATE_DAY;
	db_run(db, Q_SUBMIT_DUE, I(id, p->app->id), ID(due, due));
	p->app->due_at = due;
	return silence_at;
}

/* Only what is asked there goes there. */
static void
keep_asked(struct documents *list, const struct presentation *p)
{
	size_t i, n = 0;

	for (i = 0; i < list->count; i++) {
		const struct answer *a = answers_get(&p->answers,
		    list->rows[i].key);

		if (a == NULL && p->has_own)
			a = answers_get(&p->own, list->rows[i].key);
		if (a != NULL && a->asked == ASKED_YES)
			list->rows[n++] = list->rows[i];
	}
	list->count = n;
}

static enum rc
deposit(struct receipt *r, struct presentation *p, struct db *db,
    struct mem *mem, const struct act *act)
{
	struct presented presented = { .platform = p->platform,
	    .call = p->call, .element = p->element, .app = p->app,
	    .answers = &p->answers, .own = p->has_own ? &p->own : NULL };
	struct documents documents;
	struct snapshot s;
	struct reuse reuse;
	enum rc rc = RC_OK;

	presentation_reuse(&reuse, p, act->now);
	db_run(db, Q_APPLICATION_REUSE, I(id, p->app->id),
	    I(presented, reuse.presented), I(reused, reuse.reused));
	if (p->app->submitted_at == 0)
		p->app->number = number_next(db, mem, p->call, p->platform,
		    act->now);
	copy_to_list(p, db, mem);
	document_list(&documents, db, mem, p->dossier->id);
	keep_asked(&documents, p);
	presented.documents = &documents;
	consent_give(p, mem, act->who, act->now);
	snapshot_take(&s, db, mem, &presented, act->who, act->now);
	if (p->app->state == APP_UNDER_REVIEW)
		complete(p, db, mem, &s, act->now);
	else
		rc = change_state(p, db, mem, &s, act);
	if (rc != RC_OK)
		return rc;
	plan_attach(db, mem, p->app->id);
	plan_refresh(db, p->element->id);
	if (p->app->correction_open && act->who != NULL) {
		correction_resolve(db, mem, p->app->id, act);
		tray_refresh(db, p->app->id, NEWS_COMPLETED, act->now);
	}
	receipt_issue(r, db, mem, &presented, &s,
	    refresh_due(p, db, mem, act->now), act->holder_url);
	send_receipt(p, db, mem, r, act);
	return RC_OK;
}

/* Was agreement given to the documents that go there now, one joined a moment
 * ago included? */
static bool
agrees(const struct presentation *p, struct mem *mem, const char *agreed)
{
	struct consents_asked asked;

	if (agreed == NULL)
		return true;
	consent_ask(&asked, p, mem);
	return asked.missing == 0 || strcmp(agreed, asked.mark) == 0;
}

enum rc
application_submit(struct receipt **receipt, struct db *db, struct mem *mem,
    int64_t dossier_id, int64_t call_id, const char *agreed,
    const struct act *act, struct problems *why)
{
	struct receipt *r = MEM_NEW(mem, struct receipt);
	struct presentation p;
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	rc = presentation_load(&p, db, mem, dossier_id, call_id);
	if (rc == RC_OK && !presentation_may_submit(&p, act->now))
		rc = RC_CONFLICT;
	if (rc == RC_OK) {
		presentation_check(&p, act->now, why);
		rc = why->count > 0 ? RC_INVALID : !agrees(&p, mem, agreed) ?
		    RC_DENIED : begin(&p, db, mem, act->now);
	}
	if (rc == RC_OK)
		rc = deposit(r, &p, db, mem, act);
	rc = db_write_end(db, rc);
	if (rc == RC_OK && receipt != NULL)
		*receipt = r;
	return rc;
}

/* --- the way back --------------------------------------------------------- */

enum rc
application_withdraw(struct db *db, struct mem *mem, int64_t application_id,
    const char *reason, const struct act *act)
{
	struct notice notice = {
		.key = mem_printf(mem, "withdrawn/%lld/%lld",
		    (long long)application_id, (long long)act->now),
		.subject = N_("Projet retiré : %s"),
		.opening = N_("Le porteur du projet « %s » retire sa "
		    "candidature."),
		.quoted = reason,
	};
	struct application *app;
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	rc = application_load(&app, db, mem, application_id);
	if (rc == RC_OK)
		rc = application_apply(db, mem, app, EVENT_WITHDRAW, act->who,
		    application_holder_actor(db, mem, app), reason, NULL,
		    act->now);
	if (rc == RC_OK) {
		db_run(db, Q_SUBMIT_CANCEL_CORRECTION,
		    I(application, application_id), I(now, act->now));
		notice_service(db, mem, application_id, &notice, act);
	}
	return db_write_end(db, rc);
}
