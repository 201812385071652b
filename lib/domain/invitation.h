/*
 * Invitations by mail: to an organisation, to a dossier, to a role. They wait
 * fourteen days; only the proved owner of the address can answer.
 */
#ifndef DOMAIN_INVITATION_H
#define DOMAIN_INVITATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"
#include "domain/grant.h"
#include "domain/person.h"
#include "store/db.h"

#define INVITATION_SECONDS	((int64_t)14 * 86400)

struct invitation {
	int64_t		 id;
	const char	*email;
	int64_t		 organisation_id, dossier_id;	/* 0: a role */
	const char	*role;		/* of a member, level, or role */
	const char	*role_label;	/* of a role, in words */
	struct scope	 scope;		/* kind NULL unless a role */
	const char	*title;		/* what it is to, in words */
	const char	*by_name;
	int64_t		 by_id, created_at, ends_at;
	const char	*answer;	/* NULL: it waits */
};

/*
 * Invite. role: "member" or "administrator" of an organisation; "view",
 * "comment", "edit", "submit" on a dossier; or a role at a scope. url is the page
 * of the answer, the id is put behind it. The same invitation again replaces the
 * one that waits. RC_INVALID: `why` (courriel, role). RC_BUSY: too many wait for
 * that address, or left today. Each opens its own write transaction; audited.
 */
enum rc	 invite_to_organisation(struct db *, struct mem *,
	    int64_t organisation_id, const char *email, const char *role,
	    const struct person *by, const char *url, int64_t now,
	    struct problems *why);
enum rc	 invite_to_dossier(struct db *, struct mem *, int64_t dossier_id,
	    const char *email, const char *level, const struct person *by,
	    const char *url, int64_t now, struct problems *why);
enum rc	 invite_to_role(struct db *, struct mem *, const struct scope *,
	    const char *email, const char *role, const struct person *by,
	    const char *url, int64_t now, struct problems *why);

/*
 * Give a role to whoever has that address: at once when they have an account
 * (they are told by mail), by an invitation when not; *given says which. site_url is where
 * the role is used, url as above. Same results; ends_at 0: no end, and only for who has
 * an account. Own write transaction.
 */
enum rc	 role_offer(struct db *, struct mem *, const struct scope *,
	    const char *email, const char *role, int64_t ends_at,
	    const struct person *by, const char *site_url, const char *url,
	    int64_t now, bool *given, struct problems *why);

/*
 * One that this person may answer: sent to their proved address, waiting, not
 * too old. RC_NOT_FOUND. A read; in mem.
 */
enum rc	 invitation_load(struct invitation **, struct db *, struct mem *,
	    int64_t id, const struct person *, int64_t now);
/* RC_NOT_FOUND: as above. Own write transaction; audited. */
enum rc	 invitation_answer(struct db *, struct mem *, int64_t id,
	    const struct person *, bool accept, int64_t now);
/* Take one back: of that organisation, dossier or platform (others are 0).
 * RC_NOT_FOUND. Own write transaction. */
enum rc	 invitation_cancel(struct db *, struct mem *, int64_t id,
	    int64_t organisation_id, int64_t dossier_id, int64_t platform_id,
	    const struct person *by, int64_t now);

/* Those that wait; in mem, at most 100. Reads. */
size_t	 invitation_of_person(struct invitation **, struct db *, struct mem *,
	    const struct person *, int64_t now);
size_t	 invitation_of_organisation(struct invitation **, struct db *,
	    struct mem *, int64_t organisation_id, int64_t now);
size_t	 invitation_of_dossier(struct invitation **, struct db *,
	    struct mem *, int64_t dossier_id, int64_t now);
size_t	 invitation_of_platform(struct invitation **, struct db *,
	    struct mem *, int64_t platform_id, int64_t now);

#endif
