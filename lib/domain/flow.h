/*
 * The permanent flow of projects (écoute à projets): what is shown with no call.
 * A holder asks, a moderator answers, the public sees; not selected by a call
 * does not mean lost. Who may is the caller's question (right.h). doc/listening.md.
 */
#ifndef DOMAIN_FLOW_H
#define DOMAIN_FLOW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"
#include "domain/act.h"
#include "domain/need.h"
#include "store/db.h"

/* Where an element stands in the flow. state: "waiting" for a moderator,
 * "improve" (sent back with a reason), "listed", "refused", "left"; NULL: never
 * asked for. */
struct flow {
	int64_t		 element_id;
	const char	*state;
	const char	*maturity;	/* of maturities, or NULL */
	int64_t		 asked_at, entry_id;
	const char	*reason;	/* the last moderator's, or "" */
	struct needs	 needs;
};

/* *flow is filled, in mem, also when there is no row. Reads. */
void	 flow_load(struct flow *, struct db *, struct mem *,
	    int64_t element_id);

/* What a holder says when asking. */
struct flow_form {
	const char	*maturity;	/* NULL: not a project */
	struct needs	 needs;
};

/*
 * Ask to show the element to everyone, or change what is said of it. What was
 * never accepted waits for a moderator; what is listed stays so, with its new
 * words. RC_INVALID: why (maturite, mots, precision.*; summary, territory,
 * theme: what a public page needs). RC_CONFLICT: in the bin, or refused.
 * Own write transaction. The mail to the service has act->service_url.
 */
enum rc	 flow_ask(struct db *, struct mem *, int64_t element_id,
	    const struct flow_form *, const struct act *,
	    struct problems *why);

/*
 * A moderator's answer to what waits: "listed", "improve" or "refused"; the
 * last two with a reason that the holder reads (act->holder_url in the mail).
 * Listing publishes: journal entry "publish". The last two also take back what
 * is listed ("unpublish"). RC_CONFLICT: it does not wait (any more), or a call
 * has it: what is instructed is public. RC_DENIED: the moderator holds it. RC_INVALID: why (avis, motif). Own
 * write transaction.
 */
enum rc	 flow_moderate(struct db *, struct mem *, int64_t element_id,
	    const char *verdict, const char *reason, const struct act *,
	    struct problems *why);

/*
 * The holder takes it back from the public. RC_CONFLICT: presented or decided,
 * so it stays. Own write transaction.
 */
enum rc	 flow_leave(struct db *, struct mem *, int64_t element_id,
	    const struct act *);

/*
 * After a refusal or a closing: back to the flow with its history, or not.
 * maturity may be NULL when it was told before, else "study". RC_CONFLICT: the
 * application was not refused, or the question was answered. Own write
 * transaction.
 */
enum rc	 flow_return(struct db *, struct mem *, int64_t application_id,
	    bool agrees, const struct act *);
/* Is the question open for that application? A read. */
bool	 flow_may_return(struct db *, int64_t application_id);

/* --- the moderators' queue ------------------------------------------------- */

struct waiting {
	int64_t		 element_id;
	const char	*kind, *slug, *title, *summary, *description;
	const char	*holder, *place;	/* place NULL: none */
	int64_t		 theme_id, asked_at, updated_at;
	const char	*maturity, *state;
	const char	*reason;	/* said last time, or "" */
};

/* Oldest first, at most limit, in mem; how many. A read. */
size_t	 flow_waiting(struct waiting **, struct db *, struct mem *,
	    int64_t platform_id, int limit);
/* What is listed, the latest changed first. */
size_t	 flow_shown(struct waiting **, struct db *, struct mem *,
	    int64_t platform_id, int limit);
/* One of either. RC_NOT_FOUND: it is not on the platform, or is neither. */
enum rc	 flow_moderated_one(struct waiting **, struct db *, struct mem *,
	    int64_t platform_id, int64_t element_id);
int64_t	 flow_waiting_count(struct db *, int64_t platform_id);

/* What happened to it in the flow, oldest first; in mem, at most 50. A read. */
struct flow_event {
	const char	*event, *reason;
	const char	*call;		/* it came back from, or NULL */
	int64_t		 at;
};
size_t	 flow_history(struct flow_event **, struct db *, struct mem *,
	    int64_t element_id);

#endif
