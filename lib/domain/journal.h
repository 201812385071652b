/*
 * The public journal: append-only, chained by hash (doc/journal.md).
 * It records what the public may know; the service's own trail is `audit`.
 *
 * The hash of an entry is the SHA-256 of ten lines of text, each ended by a line
 * feed; an absent number is "-":
 *
 *	terreau journal 1
 *	platform 3
 *	seq 12
 *	at 1795435200
 *	kind accept
 *	element 45
 *	application -
 *	actor Territoire de la Côte Ouest
 *	payload <SHA-256 of the payload's canonical JSON>
 *	previous <hash of seq 11; 64 zeroes before the first>
 *
 * It holds the digest of the payload, not the payload, so an erased payload
 * leaves the chain whole. Each payload carries a random "salt", so that an erased
 * one cannot be guessed back from its digest.
 */
#ifndef DOMAIN_JOURNAL_H
#define DOMAIN_JOURNAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/rc.h"
#include "store/db.h"

#define JOURNAL_HASH	65	/* 64 hexadecimal digits and NUL */

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

/* Where the chain stands, for receipts and feeds. seq 0: empty. A read. */
void	 journal_head(struct db *, int64_t platform_id, int64_t *seq,
	    char hash[JOURNAL_HASH]);

/* One entry as stored. Texts are borrowed until the callback returns. */
struct journal_row {
	int64_t		 seq, at, platform_id, element_id, application_id;
	const char	*kind, *actor;
	const char	*payload;		/* NULL once erased */
	const char	*payload_sha256, *previous, *hash;
};

/* The ten lines whose SHA-256 is the hash. */
void	 journal_text(struct buf *, const struct journal_row *);

/*
 * Give each entry after seq `after` to fn, in order, in constant memory, until
 * the end or until fn returns other than RC_OK, which is then returned. A read.
 */
enum rc	 journal_each(struct db *, int64_t platform_id, int64_t after,
	    enum rc (*fn)(void *, const struct journal_row *), void *arg);

struct journal_report {
	int64_t		 count;			/* entries that fit */
	int64_t		 erased;		/* of which, payload erased */
	char		 head[JOURNAL_HASH];	/* hash of the last that fits */
	int64_t		 broken_seq;		/* 0: none */
	const char	*reason;		/* of the break; English; static */
	bool		 expected_found;	/* see journal_verify */
};

/*
 * Walk the chain of a platform in constant memory: numbers follow one another,
 * each previous is the hash before, each hash and payload digest is right, an
 * erased payload has its "redact" entry. RC_OK: intact. RC_CONFLICT:
 * report->broken_seq is the first entry that does not fit. `expected` (may be
 * NULL) is a hash published earlier, on a receipt for example: report tells
 * whether the chain still has it; a chain rewritten or cut does not. A read.
 */
enum rc	 journal_verify(struct journal_report *report, struct db *,
	    int64_t platform_id, const char *expected);

/*
 * Erase the payload of one entry (a person's right, a court's order); its
 * digest stays, so the chain still verifies. Opens its own write transaction.
 * RC_NOT_FOUND: no such entry. RC_CONFLICT: erased already, or itself a
 * redaction. The redaction is itself an entry, with the reason.
 */
enum rc	 journal_redact(struct db *, int64_t platform_id, int64_t seq,
	    const char *actor, const char *reason, int64_t now);

#endif
