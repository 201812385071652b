/*
 * Asking, moderating, leaving and coming back: the law of the permanent flow.
 * It lets nobody publish what no moderator has read.
 */
#include "config.h"

#include "domain/flow.h"

#include <string.h>

#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/dossier.h"
#include "domain/element.h"
#include "domain/journal.h"
#include "domain/notice.h"

#define REASON_MAX	2000	/* characters */

/* --- reading ---------------------------------------------------------------- */

void
flow_load(struct flow *f, struct db *db, struct mem *mem, int64_t element_id)
{
	struct stmt *s = db_query(db, Q_FLOW_GET, I(element, element_id));

	*f = (struct flow){ .element_id = element_id, .reason = "" };
	if (stmt_step(s)) {
		f->state = stmt_str(s, mem, "state");
		f->maturity = stmt_str(s, mem, "maturity");
		f->asked_at = stmt_int(s, "asked_at");
		f->entry_id = stmt_int(s, "entry_id");
		f->reason = stmt_str(s, mem, "reason");
	}
	stmt_done(s);
	needs_load(&f->needs, db, mem, element_id);
}

static bool
is(const struct flow *f, const char *state)
{
	return f->state != NULL && strcmp(f->state, state) == 0;
}

size_t
flow_history(struct flow_event **out, struct db *db, struct mem *mem,
    int64_t element_id)
{
	struct flow_event *rows = MEM_ARRAY(mem, 50, struct flow_event);
	struct stmt *s = db_query(db, Q_FLOW_HISTORY, I(element, element_id));
	size_t n = 0;

	while (stmt_step(s) && n < 50)
		rows[n++] = (struct flow_event){
		    .event = stmt_str(s, mem, "event"),
		    .reason = stmt_str(s, mem, "reason"),
		    .call = stmt_str(s, mem, "call"),
		    .at = stmt_int(s, "at") };
	stmt_done(s);
	*out = rows;
	return n;
}

static void
read_waiting(struct waiting *w, struct stmt *s, struct mem *mem)
{
	*w = (struct waiting){
	    .element_id = stmt_int(s, "id"),
	    .kind = stmt_str(s, mem, "kind"),
	    .slug = stmt_str(s, mem, "slug"),
	    .title = stmt_str(s, mem, "title"),
	    .summary = stmt_str(s, mem, "summary"),
	    .description = stmt_str(s, mem, "description"),
	    .holder = stmt_str(s, mem, "holder_name"),
	    .place = stmt_str(s, mem, "place"),
	    .theme_id = stmt_int(s, "theme_id"),
	    .asked_at = stmt_int(s, "asked_at"),
	    .updated_at = stmt_int(s, "updated_at"),
	    .maturity = stmt_str(s, mem, "maturity"),
	    .state = stmt_str(s, mem, "state"),
	    .reason = stmt_str(s, mem, "reason") };
}

static size_t
read_queue(struct waiting **out, struct mem *mem, struct stmt *s, int limit)
{
	struct waiting *rows = MEM_ARRAY(mem, (size_t)limit + 1,
	    struct waiting);
	size_t n = 0;

	while (stmt_step(s) && n < (size_t)limit)
		read_waiting(&rows[n++], s, mem);
	stmt_done(s);
	*out = rows;
	return n;
}

size_t
flow_waiting(struct waiting **out, struct db *db, struct mem *mem,
    int64_t platform_id, int limit)
{
	return read_queue(out, mem, db_query(db, Q_FLOW_WAITING,
	    I(platform, platform_id), I(limit, limit)), limit);
}

size_t
flow_shown(struct waiting **out, struct db *db, struct mem *mem,
    int64_t platform_id, int limit)
{
	return read_queue(out, mem, db_query(db, Q_FLOW_SHOWN,
	    I(platform, platform_id), I(limit, limit)), limit);
}

enum rc
flow_moderated_one(struct waiting **out, struct db *db, struct mem *mem,
    int64_t platform_id, int64_t element_id)
{
	struct stmt *s = db_query(db, Q_FLOW_MODERATED_ONE,
	    I(platform, platform_id), I(element, element_id));

	if (!stmt_step(s))
		return RC_NOT_FOUND;
	*out = MEM_NEW(mem, struct waiting);
	read_waiting(*out, s, mem);
	stmt_done(s);
	return RC_OK;
}

int64_t
flow_waiting_count(struct db *db, int64_t platform_id)
{
	return db_int(db, 0, Q_FLOW_WAITING_COUNT, I(platform, platform_id));
}

/* --- writing ------------------------------------------------------------------ */

static int64_t
record(struct db *db, int64_t element_id, const char *event,
    int64_t application_id, const char *reason, const struct act *act)
{
	db_run(db, Q_FLOW_EVENT_ADD, I(element, element_id), T(event, event),
	    ID(application, application_id), T(reason, reason),
	    ID(person, act->who == NULL ? 0 : act->who->id),
	    I(now, act->now));
	return db_last_id(db);
}

static void
put_state(struct db *db, const struct element *e, const char *maturity,
    const char *state, int64_t entry_id, int64_t now)
{
	db_run(db, Q_FLOW_PUT, I(element, e->id), I(platform, e->platform_id),
	    T(maturity, maturity), T(state, state), I(entry, entry_id),
	    I(now, now));
}

/* The public journal: who is named is a body, never a private person. */
static void
journal(struct db *db, const struct element *e, const char *kind,
    const char *from_call, int64_t now)
{
	struct journal_entry entry = { .platform_id = e->platform_id,
	    .at = now, .kind = kind, .element_id = e->id,
	    .actor = e->owner_organisation_id != 0 && *e->holder_name != '\0'
	    ? e->holder_name : "le porteur",
	    .payload = json_object_new_object() };

	json_put_text(entry.payload, "title", e->title);
	if (from_call != NULL)
		json_put_text(entry.payload, "call", from_call);
	journal_append(db, &entry);
	json_object_put(entry.payload);
}

static bool
is_project(const struct element *e)
{
	return strcmp(e->kind, "project") == 0;
}

static void
check_form(const struct element *e, const struct flow_form *form,
    struct problems *why)
{
	if (is_project(e) && word_of(maturities, form->maturity) == NULL)
		problem_add(why, "maturite", "%s", _("Dites où en est votre "
		    "projet."));
	needs_check(&form->needs, why);
	if (*e->summary == '\0')
		problem_add(why, "summary", "%s", _("Résumez le projet en une "
		    "ou deux phrases : c’est ce que tout le monde lira."));
	if (e->territory_id == 0)
		problem_add(why, "territory", "%s",
		    _("Dites dans quelle commune il se déroule."));
	if (e->theme_id == 0)
		problem_add(why, "theme", "%s", _("Choisissez son thème."));
}

static enum rc
ask(struct db *db, struct mem *mem, int64_t element_id,
    const struct flow_form *form, const struct act *act, struct problems *why)
{
	const struct notice notice = {
		.key = mem_printf(mem, "flow/%lld/asked/%lld",
		    (long long)element_id, (long long)act->now),
		.subject = N_("À relire avant publication : %s"),
		.opening = N_("« %s » demande à être montré à tous, sans "
		    "appel ouvert."),
		.after = N_("Relisez-le, puis publiez-le, demandez de "
		    "l’améliorer, ou refusez en disant pourquoi :"),
	};
	struct element *e;
	struct flow f;
	int64_t entry;
	enum rc rc = element_load(&e, db, mem, element_id);

	if (rc != RC_OK)
		return rc;
	flow_load(&f, db, mem, element_id);
	if (is(&f, "refused") || db_int(db, 0, Q_FLOW_TRASHED,
	    I(element, element_id)) != 0)
		return RC_CONFLICT;
	check_form(e, form, why);
	if (why->count > 0)
		return RC_INVALID;
	needs_put(db, mem, element_id, &form->needs);
	/* What everybody reads already needs nobody's leave to be described. */
	if (e->published_at != 0) {
		entry = is(&f, "listed") ? f.entry_id : record(db, element_id,
		    "listed", 0, "", act);
		put_state(db, e, form->maturity, "listed", entry, act->now);
		element_refresh_state(db, mem, element_id, act->now);
		return RC_OK;
	}
	put_state(db, e, form->maturity, "waiting", f.entry_id, act->now);
	if (!is(&f, "waiting")) {
		record(db, element_id, "asked", 0, "", act);
		notice_moderators(db, mem, element_id, &notice, act);
	}
	return RC_OK;
}

enum rc
flow_ask(struct db *db, struct mem *mem, int64_t element_id,
    const struct flow_form *form, const struct act *act, struct problems *why)
{
	enum rc rc;

	if (why->count > 0)
		return RC_INVALID;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	return db_write_end(db, ask(db, mem, element_id, form, act, why));
}

/* --- moderation ----------------------------------------------------------------- */

static void
tell_holder(struct db *db, struct mem *mem, const struct element *e,
    const char *verdict, bool was_listed, const char *reason,
    const struct act *act)
{
	struct notice notice = {
		.key = mem_printf(mem, "flow/%lld/%s/%lld", (long long)e->id,
		    verdict, (long long)act->now),
		.quoted = reason };

	if (strcmp(verdict, "listed") == 0) {
		notice.subject = N_("Visible de tous : %s");
		notice.opening = N_("« %s » a été relu : tout le monde peut "
		    "le voir, et les financeurs l’écoutent.");
		notice.after = N_("Les soutiens proposés apparaîtront ici :");
	} else if (was_listed) {
		notice.subject = N_("Retiré du public : %s");
		notice.opening = N_("« %s » n’est plus visible de tous, pour "
		    "cette raison :");
		notice.after = strcmp(verdict, "improve") == 0 ?
		    N_("Complétez, puis demandez à nouveau la publication :") :
		    N_("Votre dossier reste à vous, entier :");
	} else if (strcmp(verdict, "improve") == 0) {
		notice.subject = N_("À compléter avant publication : %s");
		notice.opening = N_("« %s » a été relu. Avant de le montrer à "
		    "tous, il reste à l’améliorer :");
		notice.after = N_("Complétez, puis demandez à nouveau la "
		    "publication :");
	} else {
		notice.subject = N_("Non publié : %s");
		notice.opening = N_("« %s » ne sera pas publié, pour cette "
		    "raison :");
		notice.after = N_("Votre dossier reste à vous, entier :");
	}
	notice_element(db, mem, e->id, &notice, act);
}

static enum rc
moderate(struct db *db, struct mem *mem, int64_t element_id,
    const char *verdict, const char *reason, const struct act *act)
{
	struct element *e;
	struct flow f;
	bool listed;
	enum rc rc = element_load(&e, db, mem, element_id);
	int64_t event;

	if (rc != RC_OK)
		return rc;
	flow_load(&f, db, mem, element_id);
	listed = is(&f, "listed");
	if (!is(&f, "waiting") && (!listed || strcmp(verdict, "listed") == 0 ||
	    db_int(db, 0, Q_FLOW_ALIVE, I(element, element_id)) != 0))
		return RC_CONFLICT;
	if (act->who != NULL && db_int(db, 0, Q_FLOW_HOLDS,
	    I(element, element_id), I(person, act->who->id)) != 0)
		return RC_DENIED;
	event = record(db, element_id, verdict, 0, reason, act);
	if (strcmp(verdict, "listed") != 0) {
		put_state(db, e, f.maturity, verdict, f.entry_id, f.asked_at);
		if (listed) {
			element_unpublish(db, mem, element_id, act->now);
			journal(db, e, "unpublish", NULL, act->now);
		}
	} else {
		put_state(db, e, f.maturity, "listed", event, f.asked_at);
		element_publish(db, mem, element_id, act->now);
		journal(db, e, "publish", NULL, act->now);
	}
	tell_holder(db, mem, e, verdict, listed, reason, act);
	return RC_OK;
}

enum rc
flow_moderate(struct db *db, struct mem *mem, int64_t element_id,
    const char *verdict, const char *reason, const struct act *act,
    struct problems *why)
{
	enum rc rc;

	reason = text_trim(mem, reason == NULL ? "" : reason);
	if (verdict == NULL || (strcmp(verdict, "listed") != 0 &&
	    strcmp(verdict, "improve") != 0 && strcmp(verdict, "refused") != 0))
		problem_add(why, "avis", "%s", _("Choisissez une réponse."));
	else if (*reason == '\0' && strcmp(verdict, "listed") != 0)
		problem_add(why, "motif", "%s", _("Dites pourquoi : le porteur "
		    "le lira."));
	if (text_length(reason) > REASON_MAX)
		problem_add(why, "motif", _("Raccourcissez ce texte : %d "
		    "caractères au plus."), REASON_MAX);
	if (why->count > 0)
		return RC_INVALID;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	return db_write_end(db, moderate(db, mem, element_id, verdict, reason,
	    act));
}

/* --- leaving, coming back ------------------------------------------------------- */

static enum rc
leave(struct db *db, struct mem *mem, int64_t element_id,
    const struct act *act)
{
	struct element *e;
	struct flow f;
	enum rc rc = element_load(&e, db, mem, element_id);

	if (rc != RC_OK)
		return rc;
	if (db_int(db, 0, Q_FLOW_ALIVE, I(element, element_id)) != 0)
		return RC_CONFLICT;
	flow_load(&f, db, mem, element_id);
	/* A refusal is not forgotten by leaving. */
	if (f.state != NULL && !is(&f, "left") && !is(&f, "refused")) {
		record(db, element_id, "left", 0, "", act);
		put_state(db, e, f.maturity, "left", f.entry_id, f.asked_at);
	}
	if (e->published_at != 0) {
		element_unpublish(db, mem, element_id, act->now);
		journal(db, e, "unpublish", NULL, act->now);
	}
	return RC_OK;
}

enum rc
flow_leave(struct db *db, struct mem *mem, int64_t element_id,
    const struct act *act)
{
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	return db_write_end(db, leave(db, mem, element_id, act));
}

bool
flow_may_return(struct db *db, int64_t application_id)
{
	return db_int(db, 0, Q_FLOW_MAY_RETURN,
	    I(application, application_id)) != 0;
}

static enum rc
come_back(struct db *db, struct mem *mem, int64_t application_id, bool agrees,
    const struct act *act)
{
	struct stmt *s = db_query(db, Q_FLOW_APPLICATION,
	    I(application, application_id));
	struct element *e;
	struct flow f;
	const char *call;
	int64_t element_id, event;
	enum rc rc;

	if (!stmt_step(s))
		return RC_NOT_FOUND;
	element_id = stmt_int(s, "element_id");
	call = stmt_str(s, mem, "call");
	stmt_done(s);
	if (!flow_may_return(db, application_id))
		return RC_CONFLICT;
	rc = element_load(&e, db, mem, element_id);
	if (rc != RC_OK)
		return rc;
	flow_load(&f, db, mem, element_id);
	event = record(db, element_id, agrees ? "returned" : "kept_out",
	    application_id, "", act);
	if (!agrees) {
		if (is(&f, "listed"))
			put_state(db, e, f.maturity, "left", f.entry_id,
			    f.asked_at);
		element_refresh_state(db, mem, element_id, act->now);
		return RC_OK;
	}
	put_state(db, e, f.maturity != NULL ? f.maturity : "study", "listed",
	    event, act->now);
	element_publish(db, mem, element_id, act->now);
	element_refresh_state(db, mem, element_id, act->now);
	journal(db, e, "publish", call, act->now);
	return RC_OK;
}

enum rc
flow_return(struct db *db, struct mem *mem, int64_t application_id,
    bool agrees, const struct act *act)
{
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	return db_write_end(db, come_back(db, mem, application_id, agrees,
	    act));
}
