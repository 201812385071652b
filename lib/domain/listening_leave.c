/*
 * Listenings whose last member goes: handed to those who administer an
 * organisation they were of, else kept a year for whoever administers the
 * platform. Nobody gets one who could not make one of their own.
 */
#include "config.h"

#include "domain/listening.h"

#include "base/date.h"
#include "base/lang.h"
#include "domain/audit.h"
#include "domain/mail.h"
#include "domain/right.h"

#define HEIRS_MOST	20
#define LEFT_MOST	50
#define KEPT		(365 * DATE_DAY)

struct left {
	int64_t		 id, platform_id;
	const char	*name, *platform, *service, *contact;
};

/* --- leaving ------------------------------------------------------------------- */

static void
tell_heir(struct db *db, struct mem *mem, const struct left *l,
    const struct person *heir, const char *gone, int64_t now)
{
	const char *before = lang_get(), *lang = lang_find(heir->lang);
	struct mail mail = { .to = heir->email, .to_name = heir->name,
	    .reply_to = *l->contact == '\0' ? NULL : l->contact };

	if (lang != NULL)
		lang_set(lang);
	mail.subject = mem_printf(mem, _("L’écoute « %s » vous est confiée"),
	    l->name);
	mail.body = mem_printf(mem, _("Bonjour,\n\n%s, qui tenait l’écoute "
	    "« %s » sur %s, a fermé son compte. Comme vous administrez son "
	    "organisation, l’écoute, son tableau et ses notes vous "
	    "reviennent : vous les trouverez dans « Écoute ». Vous pouvez y "
	    "inviter quelqu’un, ou la supprimer.\n-- \n%s\n"), gone, l->name,
	    l->platform, l->service);
	mail.key = mem_printf(mem, "heir/%lld/%lld", (long long)l->id,
	    (long long)heir->id);
	mail_add(db, &mail, now);
	lang_set(before);
}

/* Whoever administers an organisation of theirs and may listen there. */
static int
hand_over(struct db *db, struct mem *mem, const struct left *l,
    const struct person *who, int64_t now)
{
	struct stmt *s = db_query(db, Q_LISTENING_HEIRS, I(person, who->id));
	int64_t ids[HEIRS_MOST];
	struct person *heir;
	struct object on;
	size_t n = 0, i;
	int given = 0;

	while (stmt_step(s) && n < HEIRS_MOST)
		ids[n++] = stmt_int(s, "id");
	stmt_done(s);
	if (object_platform(db, l->platform_id, &on) != RC_OK)
		return 0;
	for (i = 0; i < n; i++) {
		if (person_load(&heir, db, mem, ids[i], now) != RC_OK ||
		    !right_may(db, heir, RIGHT_QUEUE, &on))
			continue;
		db_run(db, Q_LISTENING_MEMBER_ADD, I(listening, l->id),
		    I(person, heir->id), I(platform, l->platform_id),
		    I(now, now));
		tell_heir(db, mem, l, heir, who->name, now);
		given++;
	}
	return given;
}

void
listening_leave_all(struct db *db, struct mem *mem, const struct person *who,
    int64_t now)
{
	struct left *alone = MEM_ARRAY(mem, LEFT_MOST, struct left);
	struct stmt *s = db_query(db, Q_LISTENING_ALONE, I(person, who->id));
	size_t n = 0, i;

	while (stmt_step(s) && n < LEFT_MOST)
		alone[n++] = (struct left){ .id = stmt_int(s, "id"),
		    .platform_id = stmt_int(s, "platform_id"),
		    .name = stmt_str(s, mem, "name"),
		    .platform = stmt_str(s, mem, "platform"),
		    .service = stmt_str(s, mem, "service_name"),
		    .contact = stmt_str(s, mem, "service_email") };
	stmt_done(s);
	for (i = 0; i < n; i++)
		if (hand_over(db, mem, &alone[i], who, now) == 0)
			db_run(db, Q_LISTENING_LEFT, I(id, alone[i].id),
			    I(now, now));
	db_run(db, Q_LISTENING_LEAVE, I(person, who->id));
}

/* --- taking up --------------------------------------------------------------------- */

size_t
listening_left(struct listening **out, struct db *db, struct mem *mem,
    int64_t platform_id)
{
	struct listening *rows = MEM_ARRAY(mem, LEFT_MOST, struct listening);
	struct stmt *s = db_query(db, Q_LISTENING_LEFT_LIST,
	    I(platform, platform_id), I(limit, LEFT_MOST));
	size_t n = 0;

	while (stmt_step(s) && n < LEFT_MOST)
		rows[n++] = (struct listening){ .id = stmt_int(s, "id"),
		    .platform_id = platform_id,
		    .name = stmt_str(s, mem, "name"),
		    .left_at = stmt_int(s, "left_at") };
	stmt_done(s);
	*out = rows;
	return n;
}

enum rc
listening_take(struct db *db, int64_t id, int64_t platform_id,
    const struct act *act)
{
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	if (db_run(db, Q_LISTENING_TAKEN, I(id, id),
	    I(platform, platform_id)) != 1)
		return db_write_end(db, RC_NOT_FOUND);
	db_run(db, Q_LISTENING_MEMBER_ADD, I(listening, id),
	    I(person, act->who->id), I(platform, platform_id),
	    I(now, act->now));
	audit_add(db, act->who->id, "listening_take", platform_id, NULL,
	    act->now);
	return db_write_end(db, RC_OK);
}

void
listening_sweep(struct db *db, int64_t now)
{
	db_write_run(db, RC_OK, Q_LISTENING_FORGET, I(before, now - KEPT));
}
