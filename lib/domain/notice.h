/*
 * Notices: what a mail about an application says, to its holder or to the
 * service, in the language of each. It sends nothing (see mail.h).
 */
#ifndef DOMAIN_NOTICE_H
#define DOMAIN_NOTICE_H

#include <stdint.h>

#include "base/mem.h"
#include "domain/act.h"
#include "store/db.h"

struct notice {
	/* Identity of the mail, before "/<person>": the same is sent once. */
	const char	*key;
	/* N_("…"), both with %s for the title of the project. */
	const char	*subject, *opening;
	const char	*quoted;	/* what a person typed, indented; or NULL */
	const char	*after;		/* N_("…"): what to do next; or NULL */
	const char	*law;		/* remedies, as the call words them; or NULL */
};

/*
 * To everybody who may write for the holder: owner, administrators of the
 * organisation that owns the dossier, people on the dossier who may edit it.
 * Never to act->who. Inside the caller's write transaction.
 */
void	 notice_holder(struct db *, struct mem *, int64_t application_id,
	    const struct notice *, const struct act *);
/* To the agent in charge, or to the address of the platform's service. */
void	 notice_service(struct db *, struct mem *, int64_t application_id,
	    const struct notice *, const struct act *);
/* To one person (an expert), with another address to open. */
void	 notice_person(struct db *, struct mem *, int64_t application_id,
	    int64_t person_id, const char *url, const struct notice *,
	    const struct act *);

/*
 * The same about an element, presented or not: to everybody who may write for
 * its holder (act->holder_url); to the animators of its platform, or to the
 * address of its service (act->service_url); to one person.
 */
void	 notice_element(struct db *, struct mem *, int64_t element_id,
	    const struct notice *, const struct act *);
void	 notice_moderators(struct db *, struct mem *, int64_t element_id,
	    const struct notice *, const struct act *);
void	 notice_reader(struct db *, struct mem *, int64_t element_id,
	    int64_t person_id, const char *url, const struct notice *,
	    const struct act *);

#endif
