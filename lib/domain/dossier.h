/*
 * A dossier: the one master file of a project. Begun once, presented to any
 * number of calls.
 * It keeps who holds it and how far it is; its answers are answer.h's.
 */
#ifndef DOMAIN_DOSSIER_H
#define DOMAIN_DOSSIER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"
#include "domain/person.h"
#include "store/db.h"

struct dossier {
	int64_t		 id, element_id, platform_id;
	const char	*slug, *title, *state;	/* of its element */
	int64_t		 owner_person_id, owner_organisation_id;
	const char	*holder_name;		/* as the public reads it */
	int64_t		 form_revision_id;
	int64_t		 revision;		/* grows with each save */
	int64_t		 asked, answered;	/* required questions, as last saved */
	int64_t		 created_at, updated_at;
	int64_t		 trashed_at;		/* 0: not in the bin */
	int64_t		 published_at;		/* 0: not public */
	const char	*place;			/* name of its territory, or "" */
	int64_t		 offers;		/* of support, that wait */
	const char	*invited_call;		/* slug of a call that invites
						   its holder, or NULL */
};

#define DOSSIER_TITLE_MAX	90	/* characters */
#define DOSSIER_BIN_DAYS	14	/* in the bin before it may be erased */

/*
 * Begin a project: an element "draft" and its dossier with the form that the
 * platform describes projects with. Held by the person or, when
 * organisation_id is not 0, by that organisation. The title becomes the answer
 * that maps to it; so does the organisation when it has a number.
 * RC_INVALID: why ("titre"). RC_DENIED: the person is not of that
 * organisation. RC_CONFLICT: the platform has no form yet. Opens its own
 * write transaction. *dossier lives in mem.
 */
enum rc	 dossier_create(struct dossier **dossier, struct db *, struct mem *,
	    int64_t platform_id, const char *title, const struct person *who,
	    int64_t organisation_id, int64_t now, struct problems *why);

/* *dossier lives in mem. RC_NOT_FOUND. Reads. */
enum rc	 dossier_load(struct dossier **, struct db *, struct mem *,
	    int64_t id);
enum rc	 dossier_by_slug(struct dossier **, struct db *, struct mem *,
	    int64_t platform_id, const char *slug);

/* An application of a dossier, as its holder sees it in a list. */
struct dossier_application {
	int64_t		 id, dossier_id, call_id;
	const char	*number, *call, *state;
	const char	*call_slug;		/* in addresses: presentation.h */
	/* The platform of the call, and who answers there. */
	const char	*platform, *service, *service_phone;
	const char	*funder;		/* NULL: the call names none */
	int64_t		 presented, reused;	/* "say it once", 0 before */
	int64_t		 submitted_at, decided_at, due_at, closes_at;
	bool		 correction_open;
	const char	*correction_due;	/* "YYYY-MM-DD", or NULL */
	int64_t		 unread;		/* messages of the service */
};

struct dossiers {
	struct dossier	*rows;		/* last changed first */
	size_t		 count;
	struct dossier_application *applications;	/* by dossier */
	size_t		 application_count;
	const char	*next;		/* NULL: these are the last */
};

#define DOSSIERS_LISTED	50

/*
 * What a person holds on a platform: alone, through an organisation, or as a
 * guest; at most DOSSIERS_LISTED, with their applications, after the one that
 * `after` tells (list.next of the page before; NULL or anything else: from
 * the first). In mem. Two reads.
 */
void	 dossier_list(struct dossiers *, struct db *, struct mem *,
	    int64_t platform_id, const struct person *, const char *after);
/* The applications of one dossier. A read. */
void	 dossier_applications(struct dossiers *, struct db *, struct mem *,
	    int64_t dossier_id, const struct person *);

/* Somebody who may open the dossier, and why. */
struct holder {
	const char	*name;
	const char	*level;		/* owner, administrator, member, view,
					   comment, edit, submit */
	const char	*organisation;	/* through which, or NULL */
};
/* At most 100, in mem; returns how many. A read. */
size_t	 dossier_holders(struct holder **, struct db *, struct mem *,
	    int64_t dossier_id);

/* An organisation that the person may begin a project for. */
struct dossier_body {
	int64_t		 id;
	const char	*name;
};
size_t	 dossier_bodies(struct dossier_body **, struct db *, struct mem *,
	    const struct person *);

/*
 * Into the bin, out of it. RC_CONFLICT: it was presented already, so it stays
 * (withdraw first does not change that: what was presented is kept). Own write
 * transaction.
 */
enum rc	 dossier_trash(struct db *, struct mem *, int64_t id, int64_t now);
enum rc	 dossier_restore(struct db *, int64_t id, int64_t now);

#endif
