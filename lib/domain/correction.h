/*
 * Corrections: the holder is asked to correct or complete, on named questions.
 * A flag beside the state, one open at a time (design §4); it pauses the legal
 * delay (see delay.h). It changes no answer.
 */
#ifndef DOMAIN_CORRECTION_H
#define DOMAIN_CORRECTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"
#include "domain/act.h"
#include "store/db.h"

struct correction_field {
	const char	*key;		/* question key */
	const char	*note;		/* "" when the message says it all */
};

struct correction {
	int64_t		 id;
	const char	*reason;	/* incorrect, incomplete, outdated */
	const char	*message;
	bool		 blocking;
	const char	*due_on;	/* "YYYY-MM-DD", or NULL */
	const char	*asked_by;	/* name, "" when gone */
	int64_t		 asked_at, answered_at, cancelled_at; /* 0: not */
	const struct correction_field *fields;
	size_t		 field_count;
	struct correction *next;
};

/* incorrect, incomplete, outdated; NULL ends. */
extern const char *const correction_reasons[];
/* "Une réponse est inexacte"…, translated; "" when unknown. */
const char *correction_reason_label(const char *);

/* The one that is open, in mem. RC_NOT_FOUND: none. A read. */
enum rc	 correction_open(struct correction **, struct db *, struct mem *,
	    int64_t application_id);
/* Every one, newest first, at most 50; NULL when none. A read. */
enum rc	 correction_list(struct correction **, struct db *, struct mem *,
	    int64_t application_id);

struct correction_form {
	int64_t		 revision;	/* of the application, when shown */
	const char	*reason;
	const char	*message;
	bool		 blocking;
	const char	*due_on;	/* or NULL */
	const struct correction_field *fields;
	size_t		 field_count;
};

/*
 * Ask the holder, who may then change the dossier and present it again, also
 * under review. While a blocking one is open nothing is decided. The holder is
 * told by mail; the delay is computed again. RC_CONFLICT: one is open, the
 * state forbids it, or the application changed since it was shown.
 * RC_INVALID: why (`where`: motif, message, echeance). Opens its own write
 * transaction.
 */
enum rc	 correction_ask(struct db *, struct mem *, int64_t application_id,
	    const struct correction_form *, const struct act *,
	    struct problems *why);
/* The service takes it back: it never counted. The holder is told. RC_CONFLICT:
 * none is open. Own write transaction. */
enum rc	 correction_cancel(struct db *, struct mem *, int64_t application_id,
	    const struct act *);
/*
 * The holder says that it is done, or that nothing needs changing. The service
 * is told. RC_CONFLICT: none is open. Own write transaction.
 */
enum rc	 correction_answer(struct db *, struct mem *, int64_t application_id,
	    const struct act *);
/* The same inside the caller's write transaction, for a dossier deposited again;
 * nothing when none is open. The caller refreshes the tray. */
void	 correction_resolve(struct db *, struct mem *, int64_t application_id,
	    const struct act *);

/*
 * When silence has its meaning, today (see delay_due): 0 when the call gives it
 * none, or nothing is deposited. A read, two queries.
 */
int64_t	 correction_due_at(struct db *, struct mem *, int64_t application_id,
	    int64_t now);

#endif
