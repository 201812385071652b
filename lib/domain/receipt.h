/*
 * The receipt of a deposit (accusé de réception électronique): what CRPA
 * L112-11, R112-5 and L231-1 and following want, word for word as it was on that
 * day. It makes no PDF: lib/open/receipt_pdf does.
 */
#ifndef DOMAIN_RECEIPT_H
#define DOMAIN_RECEIPT_H

#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/rc.h"
#include "domain/call.h"
#include "domain/snapshot.h"
#include "store/db.h"

struct receipt {
	int64_t		 snapshot_id, application_id;
	int64_t		 deposit;	/* 1 for the first */
	const char	*number, *platform, *project, *holder, *call;
	int64_t		 requested_cents;
	int64_t		 received_at;
	const char	*service_name, *service_address, *service_email,
			*service_phone;
	const char	*silence;	/* accept, reject, none */
	int64_t		 silence_at;	/* when the delay ends, 0: none */
	int64_t		 usual_at;	/* when an answer usually came, 0 */
	const char	*remedies, *legal_basis;
	const char	*sha256;	/* of the snapshot */
	int64_t		 journal_seq;
	const char	*journal_hash;
	const char	*time_zone;
	const char	*lang;		/* of whoever deposited */
	const char	*status_url;	/* where the holder follows it, or NULL */
	const char	**documents;	/* names as deposited */
	size_t		 document_count;
};

/*
 * Write the receipt of a snapshot just taken, after its journal entry. Inside
 * the caller's write transaction. *r lives in mem.
 */
void	 receipt_issue(struct receipt *r, struct db *, struct mem *,
	    const struct presented *, const struct snapshot *,
	    int64_t silence_at, const char *status_url);

/* *r lives in mem. RC_NOT_FOUND. Reads. */
enum rc	 receipt_load(struct receipt **r, struct db *, struct mem *,
	    int64_t snapshot_id);
/* That of the last deposit of an application. */
enum rc	 receipt_last(struct receipt **r, struct db *, struct mem *,
	    int64_t application_id);
/* The amount asked for as its reader writes it, in mem; NULL when none is. */
const char *receipt_amount(struct mem *, const struct receipt *);

#endif
