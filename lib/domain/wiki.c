/*
 * Wikis of a platform. The secret never passes through the database or a page.
 */
#include "config.h"

#include "domain/wiki.h"

#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/audit.h"
#include "domain/job.h"

/* --- the secret ------------------------------------------------------------------ */

static const char *
secret_path(struct db *db, struct mem *mem, int64_t id)
{
	return mem_printf(mem, "%s/secrets/wiki-%" PRId64, db_state_dir(db),
	    id);
}

static enum rc
secret_put(struct db *db, struct mem *mem, int64_t id, const char *secret)
{
	const char *dir = mem_printf(mem, "%s/secrets", db_state_dir(db));
	const char *tmp;
	enum rc rc = dir_make(dir, 0700);
	int fd;

	if (rc != RC_OK)
		return rc;
	rc = file_temporary(&fd, &tmp, mem, dir);
	if (rc != RC_OK)
		return rc;
	/* The mode first: nobody else ever reads it. */
	rc = fchmod(fd, 0600) == 0 ? file_write_all(fd, secret, strlen(secret),
	    tmp) : RC_FAIL;
	if (rc == RC_OK)
		rc = file_store_durably(fd, tmp, secret_path(db, mem, id));
	else
		unlink(tmp);
	close(fd);
	return rc;
}

enum rc
wiki_secret(const char **secret, struct db *db, struct mem *mem, int64_t id)
{
	char *text;
	enum rc rc = file_read(&text, NULL, mem, secret_path(db, mem, id), 1000);

	if (rc == RC_OK)
		*secret = text;
	return rc;
}

/* --- what is typed --------------------------------------------------------------- */

static bool
address_ok(const char *text)
{
	return !text_blank(text) && strlen(text) <= 1000 &&
	    strpbrk(text, " \t\n\"<>\\@") == NULL && strchr(text, '.') != NULL &&
	    (strstr(text, "://") == NULL || text_starts(text, "https://") ||
	    text_starts(text, "http://"));
}

static bool
bot_ok(const char *text)
{
	const char *at = text == NULL ? NULL : strchr(text, '@');

	return at != NULL && at != text && at[1] != '\0' &&
	    strlen(text) <= 255 && strpbrk(text, "|\n#<>[]{}") == NULL;
}

static void
check(struct problems *why, const struct wiki_typed *t, bool password)
{
	if (text_blank(t->name))
		problem_add(why, "nom", "%s",
		    _("Donnez un nom à ce wiki, celui que vos collègues "
		    "reconnaîtront."));
	if (!address_ok(t->address))
		problem_add(why, "adresse", "%s",
		    _("Donnez l’adresse du wiki, par exemple "
		    "https://wiki.exemple.fr ou celle de son api.php."));
	if (!bot_ok(t->bot_user))
		problem_add(why, "compte", "%s",
		    _("Donnez le compte robot tel que la page "
		    "Spécial:BotPasswords du wiki l’écrit, avec l’arobase : "
		    "Compte@application."));
	if (password ? t->password == NULL || strlen(t->password) < 8 :
	    t->password != NULL && strlen(t->password) < 8)
		problem_add(why, "secret", "%s",
		    _("Copiez le mot de passe du robot que le wiki a donné : il "
		    "est plus long que cela."));
}

static const char *
free_slug(struct db *db, struct mem *mem, int64_t platform_id,
    const char *name)
{
	const char *stem = text_slug(mem, name), *slug = stem;
	int n = 1;

	/* "nouveau" and "imports" are addresses already. */
	while (strcmp(slug, "nouveau") == 0 || strcmp(slug, "imports") == 0 ||
	    db_int(db, 0, Q_WIKI_SLUG_TAKEN, I(platform, platform_id),
	    T(slug, slug)) != 0)
		slug = mem_printf(mem, "%.72s-%d", stem, ++n);
	return slug;
}

static void
ask_test(struct db *db, struct mem *mem, int64_t id, int64_t now)
{
	struct json_object *payload = json_object_new_object();

	json_put_int(payload, "wiki", id);
	job_add(db, WIKI_JOB_TEST, mem_printf(mem, "%" PRId64, id), payload,
	    now, now);
	json_object_put(payload);
}

enum rc
wiki_register(int64_t *id, const char **slug, struct db *db, struct mem *mem,
    int64_t platform_id, const struct wiki_typed *t, int64_t person_id,
    int64_t now, struct problems *why)
{
	const char *made;
	int64_t wiki_id;
	enum rc rc;

	check(why, t, true);
	if (why->count > 0)
		return RC_INVALID;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	made = free_slug(db, mem, platform_id, t->name);
	db_run(db, Q_WIKI_ADD, I(platform, platform_id), T(slug, made),
	    T(name, t->name), T(url, t->address), T(user, t->bot_user),
	    ID(person, person_id), I(now, now));
	wiki_id = db_last_id(db);
	audit_note(db, person_id, "wiki_register", platform_id, "wiki",
	    t->address, now);
	rc = db_write_commit(db);
	if (rc != RC_OK)
		return rc;
	/*
	 * The secret after the row, for its name; the test after the secret. A
	 * crash between leaves a wiki that says its password is missing.
	 */
	rc = secret_put(db, mem, wiki_id, t->password);
	*id = wiki_id;
	*slug = made;
	if (rc != RC_OK)
		return rc;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	ask_test(db, mem, wiki_id, now);
	return db_write_commit(db);
}

enum rc
wiki_change(struct db *db, struct mem *mem, const struct wiki *w,
    const struct wiki_typed *t, int64_t person_id, int64_t now,
    struct problems *why)
{
	enum rc rc;

	check(why, t, false);
	if (why->count > 0)
		return RC_INVALID;
	/* A known password goes to no other address than it was given for. */
	if (t->password == NULL && (strcmp(t->address, w->api_url) != 0 ||
	    strcmp(t->bot_user, w->bot_user) != 0)) {
		problem_add(why, "secret", "%s",
		    _("L’adresse ou le compte change : donnez aussi le mot de "
		    "passe du robot."));
		return RC_INVALID;
	}
	if (t->password != NULL) {
		rc = secret_put(db, mem, w->id, t->password);
		if (rc != RC_OK)
			return rc;
	}
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	db_run(db, Q_WIKI_CHANGE, I(id, w->id), T(name, t->name),
	    T(url, t->address), T(user, t->bot_user));
	audit_note(db, person_id, "wiki_change", w->platform_id, "wiki",
	    t->address, now);
	ask_test(db, mem, w->id, now);
	return db_write_commit(db);
}

/* --- reading --------------------------------------------------------------------- */

static void
read_row(struct wiki *w, struct stmt *s, struct mem *mem)
{
	w->id = stmt_int(s, "id");
	w->platform_id = stmt_int(s, "platform_id");
	w->slug = stmt_str(s, mem, "slug");
	w->name = stmt_str(s, mem, "name");
	w->api_url = stmt_str(s, mem, "api_url");
	w->bot_user = stmt_str(s, mem, "bot_user");
	w->state = stmt_str(s, mem, "state");
	w->state_detail = stmt_str(s, mem, "state_detail");
	w->site_name = stmt_str(s, mem, "site_name");
	w->site_json = stmt_str(s, mem, "site_json");
	w->checked_at = stmt_int(s, "checked_at");
	w->created_at = stmt_int(s, "created_at");
}

static enum rc
one(struct wiki **out, struct stmt *s, struct mem *mem)
{
	if (!stmt_step(s))
		return RC_NOT_FOUND;
	*out = MEM_NEW(mem, struct wiki);
	read_row(*out, s, mem);
	stmt_done(s);
	return RC_OK;
}

enum rc
wiki_by_slug(struct wiki **w, struct db *db, struct mem *mem,
    int64_t platform_id, const char *slug)
{
	return one(w, db_query(db, Q_WIKI_BY_SLUG, I(platform, platform_id),
	    T(slug, slug)), mem);
}

enum rc
wiki_load(struct wiki **w, struct db *db, struct mem *mem, int64_t id)
{
	return one(w, db_query(db, Q_WIKI_BY_ID, I(id, id)), mem);
}

size_t
wiki_list(struct wiki **out, struct db *db, struct mem *mem,
    int64_t platform_id)
{
	struct wiki *rows = MEM_ARRAY(mem, 200, struct wiki);
	struct stmt *s = db_query(db, Q_WIKI_OF_PLATFORM,
	    I(platform, platform_id));
	size_t n = 0;

	while (stmt_step(s))
		read_row(&rows[n++], s, mem);
	*out = rows;
	return n;
}

int64_t
wiki_tied(struct db *db, int64_t wiki_id)
{
	return db_int(db, 0, Q_WIKI_PAGES_TIED, I(wiki, wiki_id));
}

enum rc
wiki_source_of(struct wiki_source **out, struct db *db, struct mem *mem,
    int64_t element_id)
{
	struct stmt *s = db_query(db, Q_WIKI_OF_ELEMENT,
	    I(element, element_id));
	const char *site;
	struct wiki_source *x;

	if (!stmt_step(s))
		return RC_NOT_FOUND;
	x = MEM_NEW(mem, struct wiki_source);
	x->wiki_id = stmt_int(s, "id");
	x->wiki_name = stmt_str(s, mem, "name");
	site = stmt_str(s, mem, "site_name");
	if (*site != '\0')
		x->wiki_name = site;
	x->site_json = stmt_str(s, mem, "site_json");
	x->pageid = stmt_int(s, "pageid");
	x->page_title = stmt_str(s, mem, "title");
	x->revid = stmt_int(s, "revid");
	x->synced_at = stmt_int(s, "synced_at");
	x->base_json = stmt_str(s, mem, "base_json");
	stmt_done(s);
	*out = x;
	return RC_OK;
}

/* --- tests ----------------------------------------------------------------------- */

enum rc
wiki_test_ask(struct db *db, struct mem *mem, const struct wiki *w,
    int64_t now)
{
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	ask_test(db, mem, w->id, now);
	return db_write_commit(db);
}

enum rc
wiki_test_keep(struct db *db, int64_t id, const char *state,
    const char *detail, const char *api_url, const char *site_name,
    const char *site_json, int64_t now)
{
	return db_write_run(db, RC_OK, Q_WIKI_TESTED, I(id, id),
	    T(state, state), T(detail, detail), T(url, api_url),
	    T(site, site_name), T(json, site_json), I(now, now));
}
