/*
 * Failures that slow the next try down.
 * It knows nothing of passwords: any guessing can be counted.
 */
#include "config.h"

#include "domain/throttle.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>

#include "base/digest.h"
#include "base/text.h"

struct subject {
	const char	*key;		/* digest: see subject_of */
	int64_t		 free;		/* failures before the first wait */
	int64_t		 failures, last_at, blocked_until;
};

/* One IPv4 address, or the /64 that one subscriber has. */
static const char *
network_of(struct mem *mem, const char *address)
{
	struct in6_addr a;
	char text[INET6_ADDRSTRLEN];

	if (inet_pton(AF_INET6, address, &a) != 1)
		return address;
	memset(a.s6_addr + 8, 0, 8);
	if (inet_ntop(AF_INET6, &a, text, sizeof(text)) == NULL)
		return address;
	return mem_strdup(mem, text);
}

static void
subject_load(struct subject *s, struct db *db)
{
	struct stmt *st = db_query(db, Q_THROTTLE_GET, T(subject, s->key));

	if (!stmt_step(st))
		return;
	s->failures = stmt_int(st, "failures");
	s->last_at = stmt_int(st, "last_at");
	s->blocked_until = stmt_int(st, "blocked_until");
	stmt_done(st);
}

static const char *
account_key(struct mem *mem, const char *account)
{
	return digest_text(mem, mem_printf(mem, "account:%s",
	    text_fold(mem, text_trim(mem, account))));
}

/* The address; and the account, when one was named. Returns how many. */
static size_t
subjects_load(struct subject two[2], struct db *db, struct mem *mem,
    const char *account, const char *address)
{
	two[0] = (struct subject){ .key = digest_text(mem, mem_printf(mem,
	    "address:%s", network_of(mem, address))),
	    .free = THROTTLE_FREE_ADDRESS };
	subject_load(&two[0], db);
	if (account == NULL)
		return 1;
	two[1] = (struct subject){ .key = account_key(mem, account),
	    .free = THROTTLE_FREE };
	subject_load(&two[1], db);
	return 2;
}

enum rc
throttle_check(struct db *db, struct mem *mem, const char *account,
    const char *address, int64_t now, int64_t *wait_s)
{
	struct subject two[2];
	size_t n = subjects_load(two, db, mem, account, address), i;
	int64_t until = 0;

	for (i = 0; i < n; i++)
		if (two[i].blocked_until > until)
			until = two[i].blocked_until;
	if (until <= now)
		return RC_OK;
	if (wait_s != NULL)
		*wait_s = until - now;
	return RC_BUSY;
}

/* 2, 4, 8… seconds once the free failures are used. */
static int64_t
wait_after(const struct subject *s)
{
	int64_t over = s->failures - s->free, wait;

	if (over < 0)
		return 0;
	wait = over >= 16 ? THROTTLE_LONGEST : (int64_t)2 << over;
	return wait > THROTTLE_LONGEST ? THROTTLE_LONGEST : wait;
}

enum rc
throttle_fail(struct db *db, struct mem *mem, const char *account,
    const char *address, int64_t now)
{
	struct subject two[2];
	enum rc rc = db_write_begin(db);
	size_t n, i;

	if (rc != RC_OK)
		return rc;
	db_run(db, Q_THROTTLE_DROP_OLD, I(since, now - THROTTLE_MEMORY));
	/* Read under the lock, so that no failure is counted once for two. */
	n = subjects_load(two, db, mem, account, address);
	for (i = 0; i < n; i++) {
		two[i].failures++;
		db_run(db, Q_THROTTLE_PUT, T(subject, two[i].key),
		    I(failures, two[i].failures), I(now, now),
		    I(until, now + wait_after(&two[i])));
	}
	return db_write_commit(db);
}

void
throttle_forget(struct db *db, struct mem *mem, const char *account)
{
	db_run(db, Q_THROTTLE_DROP, T(subject, account_key(mem, account)));
}
