/*
 * Decisions with their reasons, their bounds and what follows from them.
 * It refuses to grant more than was asked, than the rate allows or than is left,
 * and to decide while the holder is asked to correct.
 */
#include "config.h"

#include "domain/decision.h"

#include <string.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/digest.h"
#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/application.h"
#include "domain/commitment.h"
#include "domain/money.h"
#include "domain/notice.h"
#include "domain/plan.h"
#include "domain/tray.h"

#define TEXT_MAX	10000

static const struct {
	const char	*key, *todo, *done;
	enum app_event	 event;
} verdicts[] = {
	{ "accept", N_("Accepter"), N_("Acceptée"), EVENT_ACCEPT },
	{ "refuse", N_("Refuser"), N_("Refusée"), EVENT_REFUSE },
	{ "close", N_("Classer sans suite"), N_("Classée sans suite"),
	    EVENT_CLOSE },
};

static int
verdict_index(const char *key)
{
	int i;

	for (i = 0; key != NULL && i < 3; i++) {
		if (strcmp(verdicts[i].key, key) == 0)
			return i;
	}
	return -1;
}

const char *
decision_verdict_label(const char *verdict)
{
	int i = verdict_index(verdict);

	return i < 0 ? "" : _(verdicts[i].todo);
}

const char *
decision_done_label(const char *verdict)
{
	int i = verdict_index(verdict);

	return i < 0 ? "" : _(verdicts[i].done);
}

/* --- reading -------------------------------------------------------------- */

enum rc
decision_list(struct decision **out, struct db *db, struct mem *mem,
    int64_t application_id)
{
	struct decision *list = NULL, **last = &list;
	struct stmt *s;

	s = db_query(db, Q_DECISION_LIST, I(application, application_id));
	while (stmt_step(s)) {
		struct decision *d = MEM_NEW(mem, struct decision);

		d->id = stmt_int(s, "id");
		d->verdict = stmt_str(s, mem, "verdict");
		d->reasons = stmt_str(s, mem, "reasons");
		d->conditions = stmt_str(s, mem, "conditions");
		d->granted_cents = stmt_int(s, "granted_cents");
		d->decided_by = stmt_str(s, mem, "decided_by_name");
		d->decided_at = stmt_int(s, "decided_at");
		d->voided_at = stmt_int(s, "voided_at");
		d->void_reason = stmt_str(s, mem, "void_reason");
		*last = d;
		last = &d->next;
	}
	if (db_failed(db))
		return RC_FAIL;
	*out = list;
	return RC_OK;
}

enum rc
decision_draft_load(struct decision *d, struct db *db, struct mem *mem,
    int64_t application_id)
{
	struct stmt *s = db_query(db, Q_DECISION_DRAFT_GET,
	    I(application, application_id));

	if (!stmt_step(s))
		return RC_NOT_FOUND;
	*d = (struct decision){ .verdict = stmt_str(s, mem, "verdict") };
	d->reasons = stmt_str(s, mem, "reasons");
	d->conditions = stmt_str(s, mem, "conditions");
	d->granted_cents = stmt_int(s, "granted_cents");
	d->decided_by = stmt_str(s, mem, "name");
	d->decided_at = stmt_int(s, "proposed_at");
	stmt_done(s);
	return RC_OK;
}

enum rc
decision_bounds_load(struct decision_bounds *out, struct db *db,
    int64_t application_id)
{
	struct decision_bounds b = { .left_cents = -1, .by_rate_cents = -1 };
	struct stmt *s = db_query(db, Q_DECISION_BOUNDS,
	    I(application, application_id));

	if (!stmt_step(s))
		return RC_NOT_FOUND;
	b.requested_cents = stmt_int(s, "requested_cents");
	b.cost_cents = stmt_int(s, "cost_cents");
	b.max_rate_percent = stmt_null(s, "max_rate_percent") ? 100 :
	    (int)stmt_int(s, "max_rate_percent");
	b.envelope_cents = stmt_null(s, "envelope_cents") ? -1 :
	    stmt_int(s, "envelope_cents");
	b.granted_cents = stmt_int(s, "granted");
	stmt_done(s);
	b.most_cents = b.requested_cents;
	if (b.cost_cents > 0) {
		/* Rounded down to the cent: 80 % of the cost, never more. */
		b.by_rate_cents = (int64_t)((__int128)b.cost_cents *
		    b.max_rate_percent / 100);
		if (b.by_rate_cents < b.most_cents)
			b.most_cents = b.by_rate_cents;
	}
	if (b.envelope_cents >= 0) {
		b.left_cents = b.envelope_cents > b.granted_cents ?
		    b.envelope_cents - b.granted_cents : 0;
		if (b.left_cents < b.most_cents)
			b.most_cents = b.left_cents;
	}
	*out = b;
	return RC_OK;
}

/* --- checking ------------------------------------------------------------- */

static void
check_amount(struct mem *mem, int64_t cents, const struct decision_bounds *b,
    struct problems *why)
{
	const char *lang = lang_get();
	const char *amount = money_format(mem, cents, lang);

	if (cents <= 0 && b->requested_cents > 0)
		problem_add(why, "montant", "%s",
		    _("Indiquez le montant accordé."));
	else if (cents > b->requested_cents)
		problem_add(why, "montant", _("%s dépasse ce qui est demandé : "
		    "%s."), amount, money_format(mem, b->requested_cents,
		    lang));
	else if (b->by_rate_cents >= 0 && cents > b->by_rate_cents)
		problem_add(why, "montant", _("%s dépasse %d %% du coût du "
		    "projet (%s) : au plus %s."), amount, b->max_rate_percent,
		    money_format(mem, b->cost_cents, lang),
		    money_format(mem, b->by_rate_cents, lang));
	else if (b->left_cents >= 0 && cents > b->left_cents)
		problem_add(why, "montant", _("%s dépasse ce qui reste de "
		    "l’enveloppe de l’appel : %s."), amount,
		    money_format(mem, b->left_cents, lang));
}

/* The form with its texts trimmed; a proposal may lack its reasons. */
static struct decision_form
check_form(struct mem *mem, const struct decision_form *form,
    const struct decision_bounds *b, bool proposal, struct problems *why)
{
	struct decision_form f = *form;

	f.reasons = text_trim(mem, f.reasons);
	f.conditions = text_trim(mem, f.conditions);
	if (verdict_index(f.verdict) < 0) {
		problem_add(why, "verdict", "%s",
		    _("Choisissez le sens de la décision."));
		return f;
	}
	if (strcmp(f.verdict, "accept") == 0)
		check_amount(mem, f.granted_cents, b, why);
	else
		f.granted_cents = 0;
	if (text_blank(f.reasons) && !proposal)
		problem_add(why, "motifs", "%s", _("Écrivez les motifs : une "
		    "décision sans motifs ne peut pas être prise. Le porteur "
		    "les lira."));
	if (text_length(f.reasons) > TEXT_MAX)
		problem_add(why, "motifs", "%s",
		    _("Ce texte dépasse 10 000 caractères."));
	if (text_length(f.conditions) > TEXT_MAX)
		problem_add(why, "conditions", "%s",
		    _("Ce texte dépasse 10 000 caractères."));
	return f;
}

/* --- proposing ------------------------------------------------------------ */

static enum rc
propose(struct db *db, struct mem *mem, int64_t application_id,
    const struct decision_form *form, const struct act *act,
    struct problems *why)
{
	struct decision_bounds b;
	struct decision_form f;
	struct application *app;
	enum rc rc = application_load(&app, db, mem, application_id);

	if (rc != RC_OK)
		return rc;
	if (app->revision != form->revision || app->state != APP_UNDER_REVIEW)
		return RC_CONFLICT;
	rc = decision_bounds_load(&b, db, application_id);
	if (rc != RC_OK)
		return rc;
	f = check_form(mem, form, &b, true, why);
	if (why->count > 0)
		return RC_INVALID;
	db_run(db, Q_DECISION_DRAFT_PUT, I(application, application_id),
	    T(verdict, f.verdict), I(granted, f.granted_cents),
	    T(reasons, f.reasons), T(conditions, f.conditions),
	    ID(by, act->who->id), I(now, act->now));
	tray_refresh(db, application_id, NEWS_PROPOSED, act->now);
	return RC_OK;
}

enum rc
decision_propose(struct db *db, struct mem *mem, int64_t application_id,
    const struct decision_form *form, const struct act *act,
    struct problems *why)
{
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	return db_write_end(db, propose(db, mem, application_id, form, act,
	    why));
}

enum rc
decision_unpropose(struct db *db, int64_t application_id,
    const struct act *act)
{
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	if (db_run(db, Q_DECISION_DRAFT_DROP,
	    I(application, application_id)) != 1)
		return db_write_end(db, RC_NOT_FOUND);
	tray_refresh(db, application_id, NULL, act->now);
	return db_write_commit(db);
}

/* --- taking --------------------------------------------------------------- */

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
		.opening = openings[verdict_index(f->verdict)],
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

static const char *
service_name(struct db *db, struct mem *mem, int64_t application_id)
{
	struct stmt *s = db_query(db, Q_DECISION_CONTEXT,
	    I(application, application_id));
	const char *name = stmt_step(s) ?
	    stmt_str(s, mem, "service_name") : "";

	stmt_done(s);
	return name;
}

static enum rc
write_decision(struct db *db, struct mem *mem, struct application *app,
    const struct decision_form *f, const struct act *act)
{
	struct json_object *payload = json_object_new_object();
	enum rc rc;

	json_put_text(payload, "reasons", f->reasons);
	if (*f->conditions != '\0')
		json_put_text(payload, "conditions", f->conditions);
	json_put_int(payload, "granted_cents", f->granted_cents);
	app->granted_cents = f->granted_cents;
	rc = application_apply(db, mem, app,
	    verdicts[verdict_index(f->verdict)].event, act->who,
	    service_name(db, mem, app->id), f->reasons, payload, act->now);
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

static enum rc
take(struct db *db, struct mem *mem, int64_t application_id,
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
	f = check_form(mem, form, &b, false, why);
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
	return db_write_end(db, take(db, mem, application_id, form, act, why));
}

/* --- together ------------------------------------------------------------- */

struct proposed {
	int64_t		 application_id;
	const char	*number, *slug;
	const char	*home;		/* another platform's dossier, or NULL */
	struct decision_form form;
};

#define TOGETHER_MAX	200
#define MARK		16	/* digits of what was shown */

static size_t
read_proposed(struct proposed *p, struct db *db, struct mem *mem,
    int64_t call_id, int64_t decider_id)
{
	struct stmt *s = db_query(db, Q_DECISION_PROPOSED, I(call, call_id),
	    I(me, decider_id));
	size_t n = 0;

	while (n < TOGETHER_MAX && stmt_step(s)) {
		p[n].application_id = stmt_int(s, "application_id");
		p[n].number = stmt_str(s, mem, "number");
		p[n].form.revision = stmt_int(s, "revision");
		p[n].slug = stmt_str(s, mem, "slug");
		p[n].home = stmt_str(s, mem, "home");
		p[n].form.verdict = stmt_str(s, mem, "verdict");
		p[n].form.reasons = stmt_str(s, mem, "reasons");
		p[n].form.conditions = stmt_str(s, mem, "conditions");
		p[n].form.granted_cents = stmt_int(s, "granted_cents");
		n++;
	}
	stmt_done(s);
	return n;
}

/* Whoever signs takes what they read: amounts and words are in it. */
static const char *
mark_of(struct mem *mem, const struct proposed *p, size_t n)
{
	struct buf b = BUF_INIT;
	const char *mark;
	size_t i;

	for (i = 0; i < n; i++)
		buf_printf(&b, "%lld %lld %s %lld\n%s\n%s\n",
		    (long long)p[i].application_id,
		    (long long)p[i].form.revision, p[i].form.verdict,
		    (long long)p[i].form.granted_cents, p[i].form.reasons,
		    p[i].form.conditions);
	mark = n == 0 ? "" : mem_strndup(mem, digest_text(mem, b.data), MARK);
	buf_release(&b);
	return mark;
}

const char *
decision_proposed_mark(struct db *db, struct mem *mem, int64_t call_id,
    int64_t decider_id)
{
	struct proposed *p = MEM_ARRAY(mem, TOGETHER_MAX, struct proposed);
	size_t n = read_proposed(p, db, mem, call_id, decider_id);

	return mark_of(mem, p, n);
}

/* One of several: its problems are told under its number. */
static void
take_one(struct db *db, struct mem *mem, const struct proposed *p,
    const struct act *act, struct problems *why)
{
	struct problems own = PROBLEMS_INIT(mem);
	const struct problem *problem;
	struct act mine = *act;
	enum rc rc;

	if (p->home != NULL)
		mine.holder_url = act->root_url == NULL ? NULL : mem_printf(
		    mem, "%s%s/mes-projets/%s", act->root_url, p->home,
		    p->slug);
	else if (act->holder_url != NULL) {
		const char *hole = strstr(act->holder_url, "%s");

		if (hole != NULL)
			mine.holder_url = mem_printf(mem, "%.*s%s%s",
			    (int)(hole - act->holder_url), act->holder_url,
			    p->slug, hole + 2);
	}
	rc = take(db, mem, p->application_id, &p->form, &mine, &own);
	for (problem = own.first; problem != NULL; problem = problem->next)
		problem_add(why, p->number, "%s", problem->text);
	if (rc != RC_OK && own.count == 0)
		problem_add(why, p->number, "%s", _("Ce dossier n’est plus en "
		    "instruction : rouvrez la page."));
}

enum rc
decision_publish(struct db *db, struct mem *mem, int64_t call_id,
    const char *mark, const struct act *act, int64_t *taken,
    struct problems *why)
{
	struct proposed *p = MEM_ARRAY(mem, TOGETHER_MAX, struct proposed);
	size_t n, i;
	enum rc rc;

	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	n = read_proposed(p, db, mem, call_id, act->who->id);
	if (n == 0)
		return db_write_end(db, RC_NOT_FOUND);
	if (mark != NULL && strcmp(mark, mark_of(mem, p, n)) != 0)
		return db_write_end(db, RC_CONFLICT);
	for (i = 0; i < n; i++)
		take_one(db, mem, &p[i], act, why);
	rc = db_write_end(db, why->count > 0 ? RC_INVALID : RC_OK);
	if (rc == RC_OK)
		*taken = (int64_t)n;
	return rc;
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
	    service_name(db, mem, application_id), reason, NULL, act->now);
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
	else if (text_length(reason) > TEXT_MAX)
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
