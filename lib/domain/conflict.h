/*
 * Conflicts of interest: who may not read an application, whatever the roles.
 * Declared by the person or by the service, or found: owner of the dossier, who
 * may write in it; and, for whoever scores, member of the organisation that owns
 * it or anybody else on the dossier (an agent of the town hall may instruct what the
 * town hall presents, and may not score it).
 *
 * One law for all, the view application_conflict: reviews, lists, counts,
 * search and neighbours read it, so that nothing betrays that the application
 * exists (answers are RC_NOT_FOUND, never RC_DENIED). domain/right says the same.
 */
#ifndef DOMAIN_CONFLICT_H
#define DOMAIN_CONFLICT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"
#include "domain/person.h"
#include "store/db.h"

struct conflict {
	int64_t		 person_id;
	const char	*person_name;
	const char	*kind;		/* declared, holder, organisation,
					   collaborator */
	const char	*note;		/* "" for those found */
	int64_t		 at;		/* 0 for those found */
	struct conflict	*next;
};

/* May this person not score it, or with committee false not even read it, for
 * a conflict declared or found? A read. */
bool	 conflict_is(struct db *, int64_t application_id, int64_t person_id,
	    bool committee);

/*
 * Declare that `subject` (a person's id) has a conflict: by themself, or by
 * the service about somebody. Their unsubmitted review of it is removed, a
 * submitted one no longer counts (it is deleted too: a vote by somebody in
 * conflict never existed), they are no longer its agent nor assigned. The
 * public journal says that a member withdrew, without their name.
 * RC_INVALID: `why` (the note is mandatory about somebody else). RC_OK also
 * when it was declared already. Opens its own write transaction.
 */
enum rc	 conflict_declare(struct db *, struct mem *, int64_t application_id,
	    int64_t subject, const char *note, const struct person *who,
	    int64_t now, struct problems *why);
/*
 * Lift a declared conflict (a mistake). RC_NOT_FOUND: none is declared;
 * RC_DENIED: by the person concerned. Found ones go with their cause only.
 * Opens its own write transaction.
 */
enum rc	 conflict_lift(struct db *, int64_t application_id, int64_t subject,
	    const struct person *who, int64_t now);

/*
 * The conflicts of one application, declared ones, then those found among the
 * people who could instruct or score it (a role on the platform, call…),
 * in mem. At most 100. A read.
 */
enum rc	 conflict_list(struct conflict **, struct db *, struct mem *,
	    int64_t application_id);

#endif
