/*
 * Dossiers that change hands: offered to a person or to a body, who accepts or
 * not; taken back by the administrators of a body when its holder has left.
 * What was presented stays as it was.
 */
#ifndef DOMAIN_TRANSFER_H
#define DOMAIN_TRANSFER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"
#include "domain/person.h"
#include "store/db.h"

struct transfer {
	int64_t		 id, dossier_id, organisation_id, asked_at;
	int64_t		 asked_by_id;	/* 0 when gone */
	const char	*email;		/* of the person it is offered to, or NULL */
	const char	*organisation;	/* name of the body, or NULL */
	const char	*message;
	const char	*asked_by;	/* name, "" when gone */
	const char	*title, *slug, *platform;	/* of the project */
};

#define TRANSFER_MESSAGE_MAX	2000	/* characters */

/*
 * Offer the dossier. to: an address, or the SIRET or RNA of a body that the
 * installation knows. url: where it is answered, the id is added. The receiver
 * (the administrators of a body) is told by mail. RC_INVALID: why ("a",
 * "message"). RC_CONFLICT: one waits already. RC_BUSY: that person offered too
 * many today. Own write transaction, audited.
 */
enum rc	 transfer_ask(struct db *, struct mem *, int64_t dossier_id,
	    const char *to, const char *message, const struct person *by,
	    const char *url, int64_t now, struct problems *why);
/* The one that waits, in mem. RC_NOT_FOUND. A read. */
enum rc	 transfer_open(struct transfer **, struct db *, struct mem *,
	    int64_t dossier_id);
/* Take it back. RC_NOT_FOUND: none waits. Own write transaction. */
enum rc	 transfer_cancel(struct db *, int64_t dossier_id,
	    const struct person *, int64_t now);

/* One offered to that person or to a body that they administer, in mem.
 * RC_NOT_FOUND: not theirs, answered, or of somebody who may not give the
 * dossier any more. A read. */
enum rc	 transfer_load(struct transfer **, struct db *, struct mem *,
	    int64_t id, const struct person *);
/* All of them, at most 50. A read. */
size_t	 transfer_of_person(struct transfer **, struct db *, struct mem *,
	    const struct person *);
/*
 * Accept: the receiver owns it, whoever offered it may still read it; services
 * that examine it are told. Its documents are the receiver's: of what lies in
 * another's vault, a copy as it is now, so that neither changes the other's. Or
 * refuse. RC_NOT_FOUND as transfer_load. Own write
 * transaction, audited.
 */
enum rc	 transfer_answer(struct db *, struct mem *, int64_t id,
	    const struct person *, bool accept, int64_t now);

/* A project of a body, for who administers it. */
struct held {
	int64_t		 dossier_id;
	const char	*title, *slug, *platform;
	const char	*holder;	/* person besides the body, "" when none */
	bool		 left;		/* who is no longer a member, or gone */
};
/* At most 100, last changed first, in mem. A read. */
size_t	 held_by_organisation(struct held **, struct db *, struct mem *,
	    int64_t organisation_id);
/*
 * The body takes its dossier from a holder who has left: that person no longer
 * opens it. RC_NOT_FOUND: not the body's, or its holder is a member. Own write
 * transaction, audited.
 */
enum rc	 transfer_recover(struct db *, int64_t dossier_id,
	    int64_t organisation_id, const struct person *, int64_t now);

#endif
