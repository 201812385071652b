/*
 * Answers that somebody else proposes for a new dossier: another site by an
 * address, a program by the API. They are read as if they were typed: what
 * breaks a rule is kept as typed and said, nothing is executed.
 */
#ifndef DOMAIN_PREFILL_H
#define DOMAIN_PREFILL_H

#include <stddef.h>

#include "base/mem.h"
#include "base/rc.h"
#include "domain/answer.h"
#include "domain/dossier.h"

struct json_object;

#define PREFILL_MAX	100	/* answers at once */
#define PREFILL_BYTES	4000	/* of one of them, by an address */

/* One answer proposed. */
struct prefill {
	const char	*key;
	const struct typed *typed;	/* as a person would have typed it */
	/* Out. */
	bool		 saved;
	const char	*error;		/* a sentence, or NULL */
};

/*
 * The typed parts that would give that JSON value for that question, in the
 * answers' mem; NULL: no such question, of files, or not a value of its type.
 */
const struct typed *prefill_of_json(const struct answers *, const char *key,
	    struct json_object *value);
/*
 * Save them in a dossier just begun; later questions that earlier answers open
 * are answered too. Own write transactions. RC_FAIL, RC_BUSY.
 */
enum rc	 prefill_save(struct prefill *, size_t n, struct db *, struct mem *,
	    const struct dossier *, const struct person *, int64_t now);

#endif
