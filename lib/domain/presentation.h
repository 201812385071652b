/*
 * A dossier and a call side by side: what the call asks, what is missing, whether
 * it may be presented now. It changes nothing.
 */
#ifndef DOMAIN_PRESENTATION_H
#define DOMAIN_PRESENTATION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"
#include "domain/answer.h"
#include "domain/application.h"
#include "domain/call.h"
#include "domain/dossier.h"
#include "domain/element.h"
#include "domain/platform.h"
#include "store/db.h"

/* A dossier and a call side by side, as pages and the deposit look at them. */
struct presentation {
	struct dossier		*dossier;
	struct element		*element;
	struct platform		*platform;	/* the call's */
	struct call		*call;
	/* The call in addresses of the dossier: its slug, "platform~slug" when
	 * it is another platform's. */
	const char		*call_part;
	struct application	*app;		/* NULL: nothing begun */
	struct answers		 answers;	/* of the dossier, to the form
						   that the call asks */
	bool			 through;	/* which is not the dossier's */
	bool			 elsewhere;	/* of another platform */
	bool			 consented;	/* ... which may read it */
	struct answers		 own;		/* when has_own */
	bool			 has_own;	/* the call asks questions */
	int64_t			 requested_cents; /* as answered now */
};

/* "Say it once": of what is presented, what the dossier had already. */
struct reuse {
	int		 presented;	/* answers given, documents included */
	int		 reused;	/* known before this call was begun */
	int		 missing;	/* required ones still to give */
};
void	 presentation_reuse(struct reuse *, const struct presentation *,
	    int64_t now);

/* The call in addresses of a dossier of that platform; in mem. */
const char *call_part(struct mem *, const struct call *,
	    const char *call_platform_slug, int64_t dossier_platform_id);
/* Everything, in mem. RC_NOT_FOUND, RC_FAIL. Reads. */
enum rc	 presentation_load(struct presentation *, struct db *, struct mem *,
	    int64_t dossier_id, int64_t call_id);

/*
 * What stands between the dossier and a deposit now, one sentence each:
 * `where` is "step/key" for a question of the dossier, "=step/key" for one of
 * the call's own, "?about" for a condition of the call (struct fit; "eligible": see
 * eligibility.h; "plan": a
 * call whose form asks for no amount takes the line of its funder in the
 * plan). Empty when
 * it may be presented; the state is not looked at. Reads.
 */
void	 presentation_check(const struct presentation *, int64_t now,
	    struct problems *why);
/*
 * Keep in the dossier the answer that only this call asked; it stays with the
 * application too. RC_NOT_FOUND: it asked no such thing, or nothing is
 * answered. RC_CONFLICT: the dossier's own form asks something else under that
 * key, or the dossier is in the bin. Own write transaction.
 */
enum rc	 answer_promote(const struct presentation *, const char *key,
	    const struct person *, int64_t now);
/*
 * The labels of the questions whose answer or files are not those of the last
 * deposit, in mem; how many. 0 when nothing was deposited. Reads.
 */
size_t	 presentation_changes(const struct presentation *, struct mem *,
	    const char ***labels);
/* Has the holder the right moment? draft or withdrawn: call open; submitted:
 * call open or a correction asked; under review: a correction asked. */
bool	 presentation_may_submit(const struct presentation *, int64_t now);

#endif
