/*
 * Rows of api_token.
 * It never stores nor logs a key.
 */
#include "config.h"

#include "domain/api_token.h"

#include <string.h>

#include "base/digest.h"
#include "base/lang.h"
#include "base/rand.h"
#include "base/text.h"
#include "domain/audit.h"

#define LABEL_MAX	80	/* characters */
#define HOUR		((int64_t)3600)

static struct bind
hash_of(unsigned char hash[DIGEST_SIZE], const char *text)
{
	digest_sha256(hash, text, strlen(text));
	return B(hash, hash, DIGEST_SIZE);
}

size_t
api_token_list(struct api_token **out, struct db *db, struct mem *mem,
    int64_t person_id)
{
	struct api_token *list = MEM_ARRAY(mem, API_TOKEN_MAX,
	    struct api_token);
	struct stmt *s = db_query(db, Q_API_TOKEN_LIST, I(person, person_id),
	    I(limit, API_TOKEN_MAX));
	size_t n = 0;

	while (n < API_TOKEN_MAX && stmt_step(s)) {
		list[n].id = stmt_int(s, "id");
		list[n].label = stmt_str(s, mem, "label");
		list[n].created_at = stmt_int(s, "created_at");
		list[n].expires_at = stmt_int(s, "expires_at");
		list[n++].used_at = stmt_int(s, "used_at");
	}
	stmt_done(s);
	*out = list;
	return n;
}

enum rc
api_token_make(const char **text, struct db *db, struct mem *mem,
    const struct person *who, const char *typed, int64_t now,
    struct problems *why)
{
	const char *label = text_collapse_spaces(mem, typed);
	const char *key = mem_printf(mem, "terreau_%s", rand_token(mem, 32));
	unsigned char hash[DIGEST_SIZE];
	enum rc rc;

	if (*label == '\0' || text_length(label) > LABEL_MAX)
		problem_add(why, "nom", _("Dites à quoi elle sert, en %d "
		    "caractères au plus."), LABEL_MAX);
	if (why->count > 0)
		return RC_INVALID;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	if (db_int(db, API_TOKEN_MAX, Q_API_TOKEN_COUNT,
	    I(person, who->id)) >= API_TOKEN_MAX)
		return db_write_end(db, RC_BUSY);
	db_run(db, Q_API_TOKEN_ADD, I(person, who->id), hash_of(hash, key),
	    T(label, label), I(now, now), I(expires, now + API_TOKEN_LIFE));
	audit_add(db, who->id, "api_token_make", 0, NULL, now);
	*text = key;
	return db_write_commit(db);
}

enum rc
api_token_revoke(struct db *db, int64_t id, const struct person *who,
    int64_t now)
{
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	if (db_run(db, Q_API_TOKEN_DROP, I(id, id), I(person, who->id)) == 0)
		return db_write_end(db, RC_NOT_FOUND);
	audit_add(db, who->id, "api_token_revoke", 0, NULL, now);
	return db_write_commit(db);
}

enum rc
api_token_use(struct person **who, struct db *db, struct mem *mem,
    const char *text, int64_t now)
{
	int64_t id = 0, person_id = 0, hour_at = 0, uses = 0;
	unsigned char hash[DIGEST_SIZE];
	struct stmt *s;
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	s = db_query(db, Q_API_TOKEN_BY_HASH, hash_of(hash, text),
	    I(now, now));
	if (stmt_step(s)) {
		id = stmt_int(s, "id");
		person_id = stmt_int(s, "person_id");
		hour_at = stmt_int(s, "hour_at");
		uses = stmt_int(s, "hour_uses");
	}
	stmt_done(s);
	if (id == 0)
		return db_write_end(db, RC_NOT_FOUND);
	if (hour_at <= now - HOUR) {
		hour_at = now;
		uses = 0;
	}
	if (uses >= API_TOKEN_HOUR)
		return db_write_end(db, RC_BUSY);
	rc = person_load(who, db, mem, person_id, now);
	if (rc == RC_OK && (*who)->confirmed_at == 0)
		rc = RC_NOT_FOUND;
	if (rc == RC_OK)
		db_run(db, Q_API_TOKEN_USED, I(id, id), I(now, now),
		    I(hour, hour_at), I(uses, uses + 1));
	return db_write_end(db, rc);
}
