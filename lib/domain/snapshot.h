/*
 * A snapshot: a dossier as it was presented to a call, frozen. Canonical JSON
 * (RFC 8785) and its SHA-256; doc/data-model.md tells its members.
 * It is written once and never changes (a trigger of the schema refuses).
 */
#ifndef DOMAIN_SNAPSHOT_H
#define DOMAIN_SNAPSHOT_H

#include <stdint.h>

#include "base/mem.h"
#include "base/rc.h"
#include "domain/answer.h"
#include "domain/application.h"
#include "domain/call.h"
#include "domain/document.h"
#include "domain/element.h"
#include "domain/person.h"
#include "domain/platform.h"
#include "store/db.h"

struct snapshot {
	int64_t		 id, application_id;
	int64_t		 number;		/* 1 for the first deposit */
	const char	*content;		/* canonical JSON */
	const char	*sha256;
	int64_t		 form_revision_id;	/* of the dossier's form */
	int64_t		 dossier_revision;
	int64_t		 taken_at, taken_by;	/* person, 0: gone */
};

/* Everything a snapshot is made from, as the deposit has loaded it. */
struct presented {
	const struct platform	*platform;
	const struct call	*call;
	const struct element	*element;
	const struct application *app;		/* with its number */
	const struct answers	*answers;	/* of the dossier */
	const struct answers	*own;		/* of the call's own, or NULL */
	const struct documents	*documents;
};

/*
 * Freeze it: answers that are asked and readable, the plan, the documents with
 * their digests. *s lives in mem. Inside the caller's write transaction.
 */
void	 snapshot_take(struct snapshot *s, struct db *, struct mem *,
	    const struct presented *, const struct person *who, int64_t now);

/* *s lives in mem. RC_NOT_FOUND. A read. */
enum rc	 snapshot_load(struct snapshot **s, struct db *, struct mem *,
	    int64_t id);
/* The n-th deposit of an application. */
enum rc	 snapshot_by_number(struct snapshot **s, struct db *, struct mem *,
	    int64_t application_id, int64_t number);

#endif
