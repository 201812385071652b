/*
 * Merging by a link with both authors' consent.
 * A moderator may suggest; only authors agree.
 */
#include "config.h"

#include "domain/merge.h"

#include "base/date.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/element.h"
#include "domain/notice.h"

#define MERGES_MOST	20
#define MESSAGE_MAX	1000	/* characters */

static void
read_row(struct merge *m, struct stmt *s, struct mem *mem)
{
	*m = (struct merge){
	    .id = stmt_int(s, "id"),
	    .from_id = stmt_int(s, "from_id"),
	    .to_id = stmt_int(s, "to_id"),
	    .from_title = stmt_str(s, mem, "from_title"),
	    .from_slug = stmt_str(s, mem, "from_slug"),
	    .to_title = stmt_str(s, mem, "to_title"),
	    .to_slug = stmt_str(s, mem, "to_slug"),
	    .message = stmt_str(s, mem, "message"),
	    .asked_at = stmt_int(s, "asked_at"),
	    .from_at = stmt_int(s, "from_at"),
	    .to_at = stmt_int(s, "to_at") };
}

size_t
merge_list(struct merge **out, struct db *db, struct mem *mem,
    int64_t element_id)
{
	struct merge *rows = MEM_ARRAY(mem, MERGES_MOST, struct merge);
	struct stmt *s = db_query(db, Q_MERGE_OF_ELEMENT,
	    I(element, element_id));
	size_t n = 0;

	while (stmt_step(s) && n < MERGES_MOST)
		read_row(&rows[n++], s, mem);
	stmt_done(s);
	*out = rows;
	return n;
}

const struct merge *
merge_in_force(struct db *db, struct mem *mem, int64_t element_id)
{
	struct stmt *s = db_query(db, Q_MERGE_IN_FORCE,
	    I(element, element_id));
	struct merge *m;

	if (!stmt_step(s))
		return NULL;
	m = MEM_NEW(mem, struct merge);
	read_row(m, s, mem);
	stmt_done(s);
	return m;
}

static enum rc
check(struct db *db, struct mem *mem, int64_t from_id, int64_t to_id,
    struct problems *why)
{
	struct element *from, *to;
	enum rc rc = element_load(&from, db, mem, from_id);

	if (rc == RC_OK)
		rc = element_load(&to, db, mem, to_id);
	if (rc != RC_OK)
		return rc;
	if (from_id == to_id || from->platform_id != to->platform_id)
		problem_add(why, "projet", "%s", _("Choisissez un autre "
		    "projet de cette plateforme."));
	else if (to->published_at == 0)
		problem_add(why, "projet", "%s", _("Ce projet n’est pas "
		    "visible de tous : on ne peut pas y renvoyer."));
	if (why->count > 0)
		return RC_INVALID;
	/* Also one only asked for: agreed later, two would point in a circle. */
	if (db_int(db, 0, Q_MERGE_ALIVE, I(element, to_id)) != 0 ||
	    db_int(db, 0, Q_MERGE_ALIVE, I(element, from_id)) != 0)
		return RC_CONFLICT;
	return RC_OK;
}

enum rc
merge_ask(struct db *db, struct mem *mem, int64_t from_id, int64_t to_id,
    const char *message, bool by_from, bool by_to, const struct act *act,
    struct problems *why)
{
	struct notice notice = {
		/* Ended and asked again, it is told once a day. */
		.key = mem_printf(mem, "merge/%lld/%lld/%lld",
		    (long long)from_id, (long long)to_id,
		    (long long)(act->now / DATE_DAY)),
		.subject = N_("Un même projet ? %s"),
		.opening = N_("Quelqu’un pense que « %s » et un autre projet "
		    "n’en font qu’un, et propose que l’un renvoie à l’autre :"),
		.quoted = text_trim(mem, message),
		.after = N_("Rien ne change sans votre accord, et vous pourrez "
		    "revenir en arrière. Répondez ici :"),
	};
	enum rc rc;

	if (text_length(notice.quoted) > MESSAGE_MAX) {
		problem_add(why, "message", _("Raccourcissez ce texte : %d "
		    "caractères au plus."), MESSAGE_MAX);
		return RC_INVALID;
	}
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	rc = check(db, mem, from_id, to_id, why);
	if (rc != RC_OK)
		return db_write_end(db, rc);
	db_run(db, Q_MERGE_ADD, I(from, from_id), I(to, to_id),
	    T(message, notice.quoted), I(person, act->who->id),
	    I(now, act->now), ID(from_at, by_from ? act->now : 0),
	    ID(to_at, by_to ? act->now : 0));
	if (!by_from)
		notice_element(db, mem, from_id, &notice, act);
	if (!by_to)
		notice_element(db, mem, to_id, &notice, act);
	return db_write_end(db, RC_OK);
}

/* The live merge of that id that the element is an end of. */
static enum rc
find(struct merge *m, struct db *db, struct mem *mem, int64_t id,
    int64_t element_id)
{
	struct stmt *s = db_query(db, Q_MERGE_ONE, I(id, id),
	    I(element, element_id));

	if (!stmt_step(s))
		return RC_NOT_FOUND;
	read_row(m, s, mem);
	stmt_done(s);
	return RC_OK;
}

enum rc
merge_answer(struct db *db, struct mem *mem, int64_t id, int64_t element_id,
    bool agrees, const struct act *act)
{
	const struct notice notice = {
		.key = mem_printf(mem, "merge/%lld/answer/%lld/%d",
		    (long long)id, (long long)element_id, agrees),
		.subject = N_("Réponse sur un même projet : %s"),
		.opening = agrees
		    ? N_("L’autre porteur est d’accord pour réunir « %s » et "
		    "son projet : une page renvoie à l’autre.")
		    : N_("L’autre porteur ne souhaite pas réunir « %s » et son "
		    "projet. Chacun garde sa page."),
	};
	struct merge m;
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	rc = find(&m, db, mem, id, element_id);
	if (rc != RC_OK)
		return db_write_end(db, rc);
	if (agrees)
		db_run(db, Q_MERGE_AGREE, I(id, id), I(element, element_id),
		    I(now, act->now));
	else
		db_run(db, Q_MERGE_END, I(id, id), I(now, act->now),
		    I(person, act->who->id));
	notice_element(db, mem, m.from_id == element_id ? m.to_id : m.from_id,
	    &notice, act);
	return db_write_end(db, RC_OK);
}

enum rc
merge_end(struct db *db, struct mem *mem, int64_t id, int64_t element_id,
    const struct act *act)
{
	const struct notice notice = {
		.key = mem_printf(mem, "merge/%lld/end", (long long)id),
		.subject = N_("Deux pages à nouveau : %s"),
		.opening = N_("« %s » et l’autre projet ont chacun leur page à "
		    "nouveau, à la demande d’un de leurs porteurs."),
	};
	struct merge m;
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	rc = find(&m, db, mem, id, element_id);
	if (rc != RC_OK)
		return db_write_end(db, rc);
	db_run(db, Q_MERGE_END, I(id, id), I(now, act->now),
	    I(person, act->who->id));
	if (m.from_at != 0 && m.to_at != 0)
		notice_element(db, mem, m.from_id == element_id ? m.to_id :
		    m.from_id, &notice, act);
	return db_write_end(db, RC_OK);
}
