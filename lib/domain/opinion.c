/*
 * Opinions asked of experts, and given.
 * It refuses an opinion on a project one has an interest in.
 */
#include "config.h"

#include "domain/opinion.h"

#include <string.h>

#include "base/lang.h"
#include "base/text.h"
#include "domain/conflict.h"
#include "domain/notice.h"
#include "domain/tray.h"

#define QUESTION_MAX	2000
#define BODY_MAX	10000
#define LIST_MAX	100

const char *const opinion_verdicts[] = {
	"favourable", "reserved", "unfavourable", NULL
};

const char *
opinion_verdict_label(const char *verdict)
{
	static const char *const labels[] = { N_("Favorable"),
	    N_("Réservé"), N_("Défavorable") };
	size_t i;

	for (i = 0; verdict != NULL && opinion_verdicts[i] != NULL; i++) {
		if (strcmp(opinion_verdicts[i], verdict) == 0)
			return _(labels[i]);
	}
	return "";
}

/* --- reading -------------------------------------------------------------- */

static void
read_row(struct opinion *o, struct stmt *s, struct mem *mem)
{
	o->id = stmt_int(s, "id");
	o->application_id = stmt_int(s, "application_id");
	o->author_id = stmt_int(s, "author_id");
	o->author = stmt_str(s, mem, "author");
	o->asked_by = stmt_str(s, mem, "asked_by");
	o->question = stmt_str(s, mem, "question");
	o->body = stmt_str(s, mem, "body");
	o->verdict = stmt_str(s, mem, "verdict");
	o->visibility = stmt_str(s, mem, "visibility");
	o->asked_at = stmt_int(s, "asked_at");
	o->given_at = stmt_int(s, "given_at");
}

enum rc
opinion_list(struct opinions *out, struct db *db, struct mem *mem,
    int64_t application_id)
{
	struct stmt *s;

	out->rows = MEM_ARRAY(mem, LIST_MAX, struct opinion);
	out->count = 0;
	s = db_query(db, Q_OPINION_LIST, I(application, application_id),
	    I(limit, LIST_MAX));
	while (out->count < LIST_MAX && stmt_step(s))
		read_row(&out->rows[out->count++], s, mem);
	stmt_done(s);
	return db_failed(db) ? RC_FAIL : RC_OK;
}

enum rc
opinion_load(struct opinion *o, struct db *db, struct mem *mem, int64_t id)
{
	struct stmt *s = db_query(db, Q_OPINION_GET, I(opinion, id));

	if (!stmt_step(s))
		return RC_NOT_FOUND;
	read_row(o, s, mem);
	stmt_done(s);
	if (conflict_is(db, o->application_id, o->author_id, true))
		return RC_NOT_FOUND;
	return RC_OK;
}

/* --- asking --------------------------------------------------------------- */

/* "submitted" and "under_review" are open; an open one is 1. */
static bool
is_open(struct db *db, int64_t application_id)
{
	return db_int(db, 0, Q_OPINION_OPEN,
	    I(application, application_id)) != 0;
}

static void
check_expert(struct db *db, int64_t application_id, int64_t expert,
    struct problems *why)
{
	if (expert == 0)
		problem_add(why, "courriel", "%s", _("Aucun compte n’a cette "
		    "adresse. La personne doit d’abord créer le sien."));
	else if (conflict_is(db, application_id, expert, true))
		problem_add(why, "courriel", "%s", _("Cette personne a un lien "
		    "avec le projet : son avis ne peut pas être demandé."));
	else if (db_int(db, 0, Q_OPINION_AWAITED,
	    I(application, application_id), I(author, expert)) != 0)
		problem_add(why, "courriel", "%s", _("Son avis est déjà demandé "
		    "et attendu."));
}

/* "%lld" of the pattern replaced by the id; NULL stays NULL. */
static const char *
address(struct mem *mem, const char *pattern, int64_t id)
{
	const char *hole = pattern != NULL ? strstr(pattern, "%lld") : NULL;

	if (hole == NULL)
		return pattern;
	return mem_printf(mem, "%.*s%lld%s", (int)(hole - pattern), pattern,
	    (long long)id, hole + 4);
}

static enum rc
ask(struct db *db, struct mem *mem, int64_t application_id, int64_t expert,
    const char *question, const char *visibility, const char *url,
    const struct act *act, int64_t *id)
{
	struct notice notice = {
		.subject = N_("Votre avis est demandé : %s"),
		.opening = N_("Votre avis est demandé sur le projet « %s »."),
		.quoted = question,
		.after = N_("Pour lire le dossier et répondre :"),
	};

	db_run(db, Q_OPINION_ASK, I(application, application_id),
	    I(author, expert), ID(by, act->who->id), I(now, act->now),
	    T(question, question), T(visibility, visibility));
	*id = db_last_id(db);
	notice.key = mem_printf(mem, "opinion/%lld", (long long)*id);
	notice_person(db, mem, application_id, expert,
	    address(mem, url, *id), &notice, act);
	return RC_OK;
}

enum rc
opinion_ask(struct db *db, struct mem *mem, int64_t application_id,
    const char *email, const char *question, const char *visibility,
    const char *url, const struct act *act, int64_t *id, struct problems *why)
{
	int64_t expert, made = 0;
	enum rc rc;

	question = text_trim(mem, question);
	if (text_blank(question))
		problem_add(why, "question", "%s",
		    _("Écrivez la question posée."));
	else if (text_length(question) > QUESTION_MAX)
		problem_add(why, "question", "%s",
		    _("Cette question dépasse 2 000 caractères."));
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	if (!is_open(db, application_id))
		return db_write_end(db, RC_CONFLICT);
	expert = db_int(db, 0, Q_OPINION_EXPERT, T(email, email));
	check_expert(db, application_id, expert, why);
	rc = why->count > 0 ? RC_INVALID : ask(db, mem, application_id, expert,
	    question, visibility, url, act, &made);
	rc = db_write_end(db, rc);
	if (rc == RC_OK && id != NULL)
		*id = made;
	return rc;
}

/* --- giving --------------------------------------------------------------- */

static enum rc
give(struct db *db, struct mem *mem, int64_t id, const char *verdict,
    const char *body, const struct act *act)
{
	struct notice notice = {
		.key = mem_printf(mem, "opinion-given/%lld", (long long)id),
		.subject = N_("Avis rendu : %s"),
		.opening = N_("L’avis demandé sur le projet « %s » est rendu."),
	};
	struct opinion o;
	enum rc rc = opinion_load(&o, db, mem, id);

	if (rc != RC_OK)
		return rc;
	if (o.author_id != act->who->id)
		return RC_DENIED;
	if (!is_open(db, o.application_id))
		return RC_CONFLICT;
	db_run(db, Q_OPINION_GIVE, I(opinion, id), T(verdict, verdict),
	    T(body, body), I(now, act->now));
	tray_refresh(db, o.application_id, NEWS_OPINION, act->now);
	notice_service(db, mem, o.application_id, &notice, act);
	return RC_OK;
}

enum rc
opinion_give(struct db *db, struct mem *mem, int64_t id, const char *verdict,
    const char *body, const struct act *act, struct problems *why)
{
	enum rc rc;

	body = text_trim(mem, body);
	if (*opinion_verdict_label(verdict) == '\0')
		problem_add(why, "verdict", "%s",
		    _("Choisissez le sens de votre avis."));
	if (text_blank(body))
		problem_add(why, "avis", "%s",
		    _("Écrivez votre avis : ses raisons comptent autant que "
		    "son sens."));
	else if (text_length(body) > BODY_MAX)
		problem_add(why, "avis", "%s",
		    _("Cet avis dépasse 10 000 caractères."));
	if (why->count > 0)
		return RC_INVALID;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	return db_write_end(db, give(db, mem, id, verdict, body, act));
}

enum rc
opinion_withdraw(struct db *db, int64_t application_id, int64_t id)
{
	return db_write_run(db, RC_NOT_FOUND, Q_OPINION_WITHDRAW,
	    I(opinion, id), I(application, application_id));
}
