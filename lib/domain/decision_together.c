/*
 * The decisions proposed in a call, taken together or not at all.
 * It takes nothing that whoever signs did not read.
 */
#include "config.h"

#include "domain/decision_private.h"

#include <string.h>

#include "base/buf.h"
#include "base/digest.h"
#include "base/lang.h"

#define TOGETHER_MAX	200
#define MARK		16	/* digits of what was shown */

struct proposed {
	int64_t		 application_id;
	const char	*number, *slug;
	const char	*home;		/* another platform's dossier, or NULL */
	struct decision_form form;
};

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
	rc = decision_take_within(db, mem, p->application_id, &p->form, &mine,
	    &own);
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
