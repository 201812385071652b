/*
 * Consent: who may receive a document. Asked when presenting, once for each
 * document and funder, and recorded with the deposit. It can be taken back
 * for what comes after; what a deposit froze stays (doc/vault.md).
 * It hides nothing by itself: a deposit without it is not made.
 */
#ifndef DOMAIN_CONSENT_H
#define DOMAIN_CONSENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/rc.h"
#include "domain/person.h"
#include "domain/presentation.h"
#include "store/db.h"

/* A document that a deposit would carry, and whether its holder agreed. */
struct consent_asked {
	int64_t		 document_id, version_id;
	const char	*label, *name;
	const char	*expires_on;	/* "YYYY-MM-DD", or NULL */
	int64_t		 given_at;	/* 0: not yet */
};

struct consents_asked {
	struct consent_asked	*rows;
	size_t			 count;
	size_t			 missing;	/* not agreed to yet */
	const char		*to;	/* name of who receives */
	/* Which documents are asked about: what the form sends back, so that
	 * nobody agrees to a document that was not shown. */
	const char		*mark;
};

/* What presenting would show to whom, in mem. Reads. */
void	 consent_ask(struct consents_asked *, const struct presentation *,
	    struct mem *);
/* The holder presents: agreement is recorded for each document that lacks it.
 * Inside the write transaction of the deposit. who may be NULL (imports). */
void	 consent_give(const struct presentation *, struct mem *,
	    const struct person *who, int64_t now);

/* An agreement, of a document or of a dossier. */
struct consent {
	int64_t		 id, document_id;
	const char	*document;	/* its label */
	const char	*to;		/* the funder, or the platform's service */
	int64_t		 given_at, revoked_at;	/* 0: holds */
	const char	*given_by, *revoked_by;	/* names, "" when gone */
};
struct consents {
	struct consent	*rows;
	size_t		 count;
};
/* Of a document; of the documents that a dossier uses. The newest first, at
 * most 200, in mem. Reads. */
void	 consent_of_document(struct consents *, struct db *, struct mem *,
	    int64_t document_id);
/* Take it back: the next deposit asks again. RC_NOT_FOUND: not of that
 * document, or taken back already. Own write transaction. */
enum rc	 consent_revoke(struct db *, int64_t document_id, int64_t id,
	    const struct person *who, int64_t now);

/* What was really received: a version frozen by a deposit. */
struct received_copy {
	int64_t		 document_id, version_id, number;
	const char	*document, *name, *sha256;
	const char	*to, *call, *project, *application; /* application: number */
	const char	*platform, *slug;	/* where the dossier is */
	int64_t		 received_at;
};
struct received_copies {
	struct received_copy	*rows;
	size_t			 count;
};
/* The same bounds. */
void	 consent_received_document(struct received_copies *, struct db *,
	    struct mem *, int64_t document_id);

#endif
