/*
 * A decision taken, with what follows from it, or reopened.
 * It refuses to decide while the holder is asked to correct, and to reopen what
 * was paid.
 */
#include "config.h"

#include "domain/decision_private.h"

#include <string.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/application.h"
#include "domain/commitment.h"
#include "domain/money.h"
#include "domain/notice.h"
#include "domain/plan.h"

/* What the holder reads: the amount, the reasons, the conditions. */
static const char *
letter(struct mem *mem, const struct decision_form *f)
{
	struct buf b = BUF_INIT;
	const char *text;

	if (f->granted_cents > 0)
		buf_printf(&b, _("Montant accordé : %s\n\n"),
		    money_format_cents(mem, f->granted_cents, lang_get()));
	buf_printf(&b, "%s\n%s", _("Motifs :"), f->reasons);
	if (*f->conditions != '\0')
		buf_printf(&b, "\n\n%s\n%s", _("Conditions :"), f->conditions);
	text = mem_strdup(mem, b.data);
	buf_release(&b);
	return text;
}

static void
send_letter(struct db *db, struct mem *mem, int64_t application_id,
    const struct decision_form *f, const struct act *act)
{
	static const char *const openings[] = {
		N_("Bonne nouvelle : votre projet « %s » est accepté."),
		N_("Après examen, votre projet « %s » n’est pas retenu."),
		N_("Votre projet « %s » est classé sans suite."),
	};
	struct notice notice = {
		.key = mem_printf(mem, "decision/%lld/%lld",
		    (long long)application_id, (long long)act->now),
		.subject = N_("Décision sur votre projet : %s"),
		.opening = openings[decision_verdict_index(f->verdict)],
		.quoted = letter(mem, f),
		.after = strcmp(f->verdict, "accept") == 0
		    ? N_("La décision et la suite se lisent dans votre "
		    "espace :")
		    : N_("Non retenu ne veut pas dire perdu : dites dans votre "
		    "espace si votre projet doit revenir à l’écoute, où "
		    "d’autres territoires et financeurs le verront. La "
		    "décision s’y lit aussi :"),
	};
	struct stmt *s = db_query(db, Q_DECISION_CONTEXT,
	    I(application, application_id));

	/* Whoever got all that was asked has nothing to contest. */
	if (stmt_step(s) && (f->granted_cents <
	    stmt_int(s, "requested_cents") || *f->conditions != '\0' ||
	    strcmp(f->verdict, "accept") != 0))
		notice.law = stmt_str(s, mem, "remedies");
	stmt_done(s);
	notice_holder(db, mem, application_id, &notice, act);
}

/* The grant on the line of the call's funder, and the sums. */
static void
grant(struct db *db, struct mem *mem, const struct application *app,
    int64_t cents, bool conditional, int64_t now)
{
	int64_t source = cents > 0 ? plan_attach(db, mem, app->id) :
	    db_int(db, 0, Q_DECISION_FUNDING, I(application, app->id));

	if (source != 0)
		db_run(db, Q_DECISION_GRANT, I(source, source),
		    I(granted, cents), I(conditional, conditional),
		    T(day, cents > 0 ? date_iso(mem, now) : NULL));
	plan_refresh(db, app->element_id);
}

static enum rc
write_decision(struct db *db, struct mem *mem, struct application *app,
    const struct decision_form *f, const struct act *act)
{
	static const enum app_event events[] = { EVENT_ACCEPT, EVENT_REFUSE,
	    EVENT_CLOSE };
	struct json_object *payload = json_object_new_object();
	enum rc rc;

	json_put_text(payload, "reasons", f->reasons);
	if (*f->conditions != '\0')
		json_put_text(payload, "conditions", f->conditions);
	json_put_int(payload, "granted_cents", f->granted_cents);
	app->granted_cents = f->granted_cents;
	rc = application_apply(db, mem, app,
	    events[decision_verdict_index(f->verdict)], act->who,
	    application_service(db, mem, app->id), f->reasons, payload, act->now);
	json_object_put(payload);
	if (rc != RC_OK)
		return rc;
	db_run(db, Q_DECISION_ADD, I(application, app->id),
	    T(verdict, f->verdict), T(reasons, f->reasons),
	    T(conditions, f->conditions), I(granted, f->granted_cents),
	    ID(by, act->who->id),
	    T(name, f->signed_by != NULL ? f->signed_by : act->who->name),
	    I(now, act->now), ID(snapshot, app->snapshot_id));
	db_run(db, Q_DECISION_DRAFT_DROP, I(application, app->id));
	grant(db, mem, app, f->granted_cents, *f->conditions != '\0',
	    act->now);
	send_letter(db, mem, app->id, f, act);
	return app->state == APP_ACCEPTED ? commitments_take(db, mem, app)
	    : RC_OK;
}

enum rc
decision_take_within(struct db *db, struct mem *mem, int64_t application_id,
    const struct decision_form *form, const struct act *act,
    struct problems *why)
{
	struct decision_bounds b;
	struct decision_form f;
	struct application *app;
	enum rc rc = application_load(&app, db, mem, application_id);

	if (rc == RC_OK)
		rc = decision_bounds_load(&b, db, application_id);
	if (rc != RC_OK)
		return rc;
	if (app->revision != form->revision || app->state != APP_UNDER_REVIEW)
		return RC_CONFLICT;
	f = decision_check(mem, form, &b, false, why);
	if (db_int(db, 0, Q_DECISION_BLOCKED,
	    I(application, application_id)) != 0)
		problem_add(why, "decision", "%s", _("Une correction est "
		    "demandée au porteur : attendez sa réponse, ou annulez la "
		    "demande, avant de décider."));
	if (why->count > 0)
		return RC_INVALID;
	return write_decision(db, mem, app, &f, act);
}

enum rc
decision_take(struct db *db, struct mem *mem, int64_t application_id,
    const struct decision_form *form, const struct act *act,
    struct problems *why)
{
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	return db_write_end(db, decision_take_within(db, mem,
	    application_id, form, act, why));
}

/* --- reopening ------------------------------------------------------------ */

static enum rc
reopen(struct db *db, struct mem *mem, int64_t application_id,
    int64_t revision, const char *reason, const struct act *act,
    struct problems *why)
{
	struct notice notice = {
		.key = mem_printf(mem, "reopen/%lld/%lld",
		    (long long)application_id, (long long)act->now),
		.subject = N_("La décision sur votre projet est reprise : %s"),
		.opening = N_("La décision prise sur votre projet « %s » est "
		    "annulée et son examen reprend, pour cette raison :"),
		.quoted = reason,
		.after = N_("La lettre que vous avez reçue n’a plus d’effet. "
		    "Une nouvelle décision vous sera adressée."),
	};
	struct application *app;
	enum rc rc = application_load(&app, db, mem, application_id);

	if (rc != RC_OK)
		return rc;
	if (app->revision != revision ||
	    app_next(app->state, EVENT_REOPEN) < 0)
		return RC_CONFLICT;
	if (db_int(db, 0, Q_DECISION_PAID,
	    I(application, application_id)) != 0) {
		problem_add(why, "motif", "%s", _("De l’argent a déjà été versé "
		    "sur cette décision : elle ne peut plus être reprise "
		    "ici."));
		return RC_INVALID;
	}
	app->granted_cents = 0;
	rc = application_apply(db, mem, app, EVENT_REOPEN, act->who,
	    application_service(db, mem, application_id), reason, NULL, act->now);
	if (rc != RC_OK)
		return rc;
	db_run(db, Q_DECISION_VOID, I(application, application_id),
	    T(reason, reason), I(now, act->now));
	grant(db, mem, app, 0, false, act->now);
	notice_holder(db, mem, application_id, &notice, act);
	return RC_OK;
}

enum rc
decision_reopen(struct db *db, struct mem *mem, int64_t application_id,
    int64_t revision, const char *reason, const struct act *act,
    struct problems *why)
{
	enum rc rc;

	reason = text_trim(mem, reason);
	if (text_blank(reason))
		problem_add(why, "motif", "%s", _("Dites pourquoi la décision "
		    "est reprise : le porteur le lira."));
	else if (text_length(reason) > DECISION_TEXT_MAX)
		problem_add(why, "motif", "%s",
		    _("Ce texte dépasse 10 000 caractères."));
	if (why->count > 0)
		return RC_INVALID;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	return db_write_end(db, reopen(db, mem, application_id, revision,
	    reason, act, why));
}
