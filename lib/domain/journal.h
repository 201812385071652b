/*
 * The public journal: append-only, chained by hash (doc/journal.md).
 * It records what the public may know; the service's own trail is `audit`.
 */
#ifndef DOMAIN_JOURNAL_H
#define DOMAIN_JOURNAL_H

#include <stdint.h>

#include "base/rc.h"
#include "store/db.h"

struct json_object;

/* What happened; kinds are those of doc/states.md ("submit", "take", …). */
struct journal_entry {
	int64_t			 platform_id;
	int64_t			 at;
	const char		*kind;
	int64_t			 element_id;	/* 0: none */
	int64_t			 application_id; /* 0: none */
	/* As published: a body or a role ("Territoire de la Côte Ouest",
	 * "le porteur"), never the name of a private person. */
	const char		*actor;
	struct json_object	*payload;	/* public facts; borrowed; NULL: {} */
};

/*
 * Append one entry to the chain of its platform. Runs inside the caller's
 * write transaction; a failure fails that transaction's commit.
 */
void	 journal_append(struct db *, const struct journal_entry *);

/*
 * Walk the chain of a platform in constant memory. RC_OK: intact, *count has
 * the number of entries and head (65 bytes) the last hash. RC_CONFLICT:
 * *broken_seq is the first entry that does not fit. A read.
 */
enum rc	 journal_verify(struct db *, int64_t platform_id, int64_t *count,
	    char *head, int64_t *broken_seq);

/*
 * Erase the payload of one entry (a person's right, a court's order); its
 * digest stays, so the chain still verifies. Opens its own write transaction.
 * RC_NOT_FOUND: no such entry. The redaction is itself an entry.
 */
enum rc	 journal_redact(struct db *, int64_t platform_id, int64_t seq,
	    const char *actor, const char *reason, int64_t now);

#endif
