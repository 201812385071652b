/*
 * Listenings and their teams. Whoever is not of the team finds nothing.
 */
#include "config.h"

#include "domain/listening.h"

#include <string.h>

#include "base/lang.h"
#include "base/text.h"
#include "domain/mail.h"
#include "domain/right.h"

#define LISTENINGS_MOST	50
#define TEAM_MOST	50

/* --- reading ------------------------------------------------------------------ */

static void
read_row(struct listening *l, struct db *db, struct mem *mem, struct stmt *s)
{
	const char *filter;

	*l = (struct listening){
	    .id = stmt_int(s, "id"),
	    .platform_id = stmt_int(s, "platform_id"),
	    .name = stmt_str(s, mem, "name"),
	    .created_at = stmt_int(s, "created_at"),
	    .digest = stmt_str(s, mem, "digest"),
	    .told_entry = stmt_int(s, "told_entry"),
	    .has_feed = stmt_bool(s, "has_feed") };
	filter = stmt_str(s, mem, "filter_json");
	filter_read(&l->filter, db, mem, filter);
}

enum rc
listening_load(struct listening **out, struct db *db, struct mem *mem,
    int64_t platform_id, int64_t id, int64_t person_id)
{
	struct stmt *s = db_query(db, Q_LISTENING_OF_MEMBER,
	    I(platform, platform_id), I(id, id), I(person, person_id));

	if (!stmt_step(s))
		return RC_NOT_FOUND;
	*out = MEM_NEW(mem, struct listening);
	read_row(*out, db, mem, s);
	stmt_done(s);
	return RC_OK;
}

size_t
listening_of_person(struct listening **out, struct db *db, struct mem *mem,
    int64_t platform_id, int64_t person_id)
{
	struct listening *rows = MEM_ARRAY(mem, LISTENINGS_MOST,
	    struct listening);
	struct stmt *s = db_query(db, Q_LISTENING_MINE,
	    I(platform, platform_id), I(person, person_id));
	struct found *found;
	size_t n = 0, i;

	while (stmt_step(s) && n < LISTENINGS_MOST)
		read_row(&rows[n++], db, mem, s);
	stmt_done(s);
	for (i = 0; i < n; i++)
		rows[i].fresh = (int64_t)flow_find(&found, db, mem, platform_id,
		    &rows[i].filter, 0, rows[i].told_entry, 0, 100);
	*out = rows;
	return n;
}

/* --- writing ------------------------------------------------------------------- */

static bool
check_name(const char *name, struct problems *why)
{
	if (*name == '\0')
		problem_add(why, "nom", "%s", _("Donnez un nom à cette "
		    "écoute."));
	else if (text_length(name) > LISTENING_NAME_MAX)
		problem_add(why, "nom", _("Raccourcissez ce nom : %d "
		    "caractères au plus."), LISTENING_NAME_MAX);
	return why->count == 0;
}

enum rc
listening_create(int64_t *id, struct db *db, struct mem *mem,
    int64_t platform_id, const char *name, const struct listening_filter *f,
    const struct act *act, struct problems *why)
{
	static const char *const columns[] = { N_("À regarder"),
	    N_("En discussion"), N_("À soutenir") };
	int64_t made;
	size_t i;
	enum rc rc;

	name = text_collapse_spaces(mem, name);
	if (!check_name(name, why))
		return RC_INVALID;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	db_run(db, Q_LISTENING_ADD, I(platform, platform_id), T(name, name),
	    T(filter, filter_json(mem, f)), I(now, act->now));
	made = db_last_id(db);
	/* What is there already is shown on its page; alerts tell what comes. */
	db_run(db, Q_LISTENING_MEMBER_ADD, I(listening, made),
	    I(person, act->who->id), I(platform, platform_id),
	    I(now, act->now));
	for (i = 0; i < sizeof(columns) / sizeof(columns[0]); i++)
		db_run(db, Q_BOARD_COLUMN_ADD, I(listening, made),
		    T(name, _(columns[i])));
	rc = db_write_end(db, RC_OK);
	if (rc == RC_OK)
		*id = made;
	return rc;
}

enum rc
listening_change(struct db *db, struct mem *mem, int64_t id, const char *name,
    const struct listening_filter *f, struct problems *why)
{
	name = text_collapse_spaces(mem, name);
	if (!check_name(name, why))
		return RC_INVALID;
	return db_write_run(db, RC_OK, Q_LISTENING_CHANGE, I(id, id),
	    T(name, name), T(filter, filter_json(mem, f)));
}

enum rc
listening_drop(struct db *db, int64_t id)
{
	return db_write_run(db, RC_OK, Q_LISTENING_DROP, I(id, id));
}

/* --- the team ------------------------------------------------------------------- */

size_t
listening_team(struct listener **out, struct db *db, struct mem *mem,
    int64_t id)
{
	struct listener *rows = MEM_ARRAY(mem, TEAM_MOST, struct listener);
	struct stmt *s = db_query(db, Q_LISTENING_TEAM, I(listening, id));
	size_t n = 0;

	while (stmt_step(s) && n < TEAM_MOST)
		rows[n++] = (struct listener){
		    .person_id = stmt_int(s, "id"),
		    .name = stmt_str(s, mem, "name"),
		    .email = stmt_str(s, mem, "email") };
	stmt_done(s);
	*out = rows;
	return n;
}

/* The same sentence whoever it is, so that no address is given away. */
static void
say_nobody(struct problems *why)
{
	problem_add(why, "courriel", "%s", _("Personne de cette adresse n’a de "
	    "rôle sur la plateforme. Demandez à son administration d’en "
	    "donner un."));
}

static void
tell_joined(struct db *db, struct mem *mem, int64_t id,
    const struct person *who, const struct act *act)
{
	const char *before = lang_get(), *lang = lang_find(who->lang);
	struct mail mail = { .to = who->email, .to_name = who->name,
	    .key = mem_printf(mem, "listening/%lld/joined/%lld/%lld",
	    (long long)id, (long long)who->id, (long long)act->now) };
	struct stmt *s = db_query(db, Q_LISTENING_NAME, I(id, id));
	const char *name = "";

	if (stmt_step(s))
		name = stmt_str(s, mem, "name");
	stmt_done(s);
	if (lang != NULL)
		lang_set(lang);
	mail.subject = mem_printf(mem, _("Vous êtes de l’équipe d’une écoute : "
	    "%s"), name);
	mail.body = mem_printf(mem, _("Bonjour %s,\n\n%s vous ajoute à l’équipe "
	    "de l’écoute « %s » : son filtre, son tableau et ses notes sont "
	    "aussi les vôtres. Choisissez-y d’être prévenu de ce qui est "
	    "nouveau.\n\n%s\n"), who->name, act->who->name, name,
	    act->service_url == NULL ? "" : act->service_url);
	mail_add(db, &mail, act->now);
	lang_set(before);
}

enum rc
listening_add_member(struct db *db, struct mem *mem, int64_t id,
    int64_t platform_id, const char *email, const struct act *act,
    struct problems *why)
{
	struct person *who;
	struct object on;
	enum rc rc;

	rc = email == NULL ? RC_NOT_FOUND : person_by_email(&who, db, mem,
	    email, act->now);
	if (rc == RC_OK && (object_platform(db, platform_id, &on) != RC_OK ||
	    !right_may(db, who, RIGHT_QUEUE, &on)))
		rc = RC_NOT_FOUND;
	if (rc != RC_OK) {
		say_nobody(why);
		return RC_INVALID;
	}
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	if (db_run(db, Q_LISTENING_MEMBER_ADD, I(listening, id),
	    I(person, who->id), I(platform, platform_id), I(now, act->now))
	    == 1 && who->id != act->who->id)
		tell_joined(db, mem, id, who, act);
	return db_write_end(db, RC_OK);
}

enum rc
listening_remove_member(struct db *db, int64_t id, int64_t person_id)
{
	return db_write_run(db, RC_CONFLICT, Q_LISTENING_MEMBER_DROP,
	    I(listening, id), I(person, person_id));
}
