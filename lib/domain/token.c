/*
 * Rows of email_token. What a link does is its purpose's: account, invitation.
 */
#include "config.h"

#include "domain/token.h"

#include <string.h>

#include "base/rand.h"

#define BYTES	32

static void
hash_of(unsigned char hash[DIGEST_SIZE], const char *text)
{
	digest_sha256(hash, text, strlen(text));
}

const char *
token_add(struct db *db, struct mem *mem, const struct token_new *t)
{
	const char *text = rand_token(mem, BYTES);
	unsigned char hash[DIGEST_SIZE];

	hash_of(hash, text);
	db_run(db, Q_TOKEN_ADD, B(hash, hash, sizeof(hash)),
	    T(purpose, t->purpose), T(email, t->email),
	    ID(person, t->person_id), ID(invitation, t->invitation_id),
	    T(data, t->data), T(next, t->next), I(expires, t->expires_at));
	return text;
}

enum rc
token_load(struct token **out, struct db *db, struct mem *mem,
    const char *text, int64_t now)
{
	struct token *t = MEM_NEW(mem, struct token);
	struct stmt *s;

	hash_of(t->hash, text);
	s = db_query(db, Q_TOKEN_GET, B(hash, t->hash, sizeof(t->hash)),
	    I(now, now));
	if (!stmt_step(s))
		return RC_NOT_FOUND;
	t->purpose = stmt_str(s, mem, "purpose");
	t->email = stmt_str(s, mem, "email");
	t->person_id = stmt_int(s, "person_id");
	t->invitation_id = stmt_int(s, "invitation_id");
	t->data = stmt_str(s, mem, "data_json");
	t->next = stmt_str(s, mem, "next_url");
	t->name = stmt_str(s, mem, "name");
	stmt_done(s);
	*out = t;
	return RC_OK;
}

bool
token_use(struct db *db, const struct token *t, int64_t now)
{
	if (db_run(db, Q_TOKEN_USED, I(now, now),
	    B(hash, t->hash, sizeof(t->hash))) <= 0)
		return false;
	if (t->person_id != 0)
		db_run(db, Q_TOKEN_DROP_SAME, I(person, t->person_id),
		    T(purpose, t->purpose), B(hash, t->hash, sizeof(t->hash)));
	return true;
}

int64_t
token_waiting(struct db *db, const char *email, int64_t now)
{
	return db_int(db, 0, Q_TOKEN_WAITING, T(email, email), I(now, now));
}
