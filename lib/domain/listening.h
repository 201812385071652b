/*
 * Listening (écoute): a saved filter over the permanent flow, with a team, a
 * private board and alerts. Only its team knows of it; what it shows is public.
 */
#ifndef DOMAIN_LISTENING_H
#define DOMAIN_LISTENING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"
#include "domain/act.h"
#include "domain/platform.h"
#include "store/db.h"

/* --- the filter ------------------------------------------------------------- */

#define FILTER_MANY	24

/* What is listened to; empty lists mean everything. Keys, as stored. */
struct listening_filter {
	int64_t		 territory_id;		/* 0: everywhere */
	const char	*territory;		/* "commune:97413", "" */
	const char	*themes[FILTER_MANY];	size_t theme_count;
	const char	*maturities[FILTER_MANY]; size_t maturity_count;
	const char	*needs[FILTER_MANY];	size_t need_count;
	const char	*tags[FILTER_MANY];	size_t tag_count;
	const char	*words;			/* full text, "" */
	bool		 returned;		/* only those that came back */
};

/* From JSON as stored; what is unknown today is left out. In mem. A read. */
void	 filter_read(struct listening_filter *, struct db *, struct mem *,
	    const char *json);
/* Canonical JSON, in mem. */
const char *filter_json(struct mem *, const struct listening_filter *);
/* "Saint-Leu · Économie circulaire · une idée": for people, in mem. Reads. */
const char *filter_said(struct db *, struct mem *, const struct platform *,
	    const struct listening_filter *);

/* A project of the flow. */
struct found {
	int64_t		 element_id, entry_id, entered_at;
	const char	*uuid, *slug, *title, *summary, *holder, *place, *state;
	int64_t		 theme_id, cost_cents;
	const char	*maturity;
	const char	*needs;		/* kinds, separated by spaces */
	const char	*returned_from;	/* a call that refused it, or NULL */
	bool		 offered;	/* an offer of the listening waits or holds */
	bool		 marked;	/* is on its board */
};

/*
 * Projects of a platform that answer the filter, last entered first, with
 * after < entry_id < before (0: no bound); at most limit, in mem; how many.
 * listening_id (0: none) fills offered and marked. A read.
 */
size_t	 flow_find(struct found **, struct db *, struct mem *,
	    int64_t platform_id, const struct listening_filter *,
	    int64_t listening_id, int64_t after, int64_t before, int limit);

/* --- a listening ------------------------------------------------------------- */

struct listening {
	int64_t		 id, platform_id;
	const char	*name;
	struct listening_filter filter;
	int64_t		 created_at;
	int64_t		 left_at;	/* nobody is of it any more; 0: its team */
	/* of the member who reads it */
	const char	*digest;	/* none, daily, weekly */
	int64_t		 told_entry;
	bool		 has_feed;
	int64_t		 fresh;		/* in lists: entries since told_entry */
};

#define LISTENING_NAME_MAX	80	/* characters */

/*
 * Begin one; its author is its first member, the board has three columns.
 * RC_INVALID: why (nom). Own write transaction.
 */
enum rc	 listening_create(int64_t *id, struct db *, struct mem *,
	    int64_t platform_id, const char *name,
	    const struct listening_filter *, const struct act *,
	    struct problems *why);
/* Another name, another filter. */
enum rc	 listening_change(struct db *, struct mem *, int64_t id,
	    const char *name, const struct listening_filter *,
	    struct problems *why);
enum rc	 listening_drop(struct db *, int64_t id);

/* For one of its members; RC_NOT_FOUND for anybody else. *l lives in mem. */
enum rc	 listening_load(struct listening **, struct db *, struct mem *,
	    int64_t platform_id, int64_t id, int64_t person_id);
/* Those of a person on a platform, in mem, at most 50. Reads. */
size_t	 listening_of_person(struct listening **, struct db *, struct mem *,
	    int64_t platform_id, int64_t person_id);

struct listener {
	int64_t		 person_id;
	const char	*name, *email;
};
size_t	 listening_team(struct listener **, struct db *, struct mem *,
	    int64_t id);
/*
 * Add somebody by address: they must have a role on the platform (they could
 * make one of their own). RC_INVALID: why (courriel). Own write transaction.
 */
enum rc	 listening_add_member(struct db *, struct mem *, int64_t id,
	    int64_t platform_id, const char *email, const struct act *,
	    struct problems *why);
/* RC_CONFLICT: the last one stays (drop it instead). */
enum rc	 listening_remove_member(struct db *, int64_t id, int64_t person_id);

/* --- when the last one goes ------------------------------------------------------ */

/*
 * A person's account closes: they leave every team. What they alone were of goes
 * to those who administer an organisation of theirs and may listen there (told
 * by mail), else waits a year for an administrator of the platform. Inside the
 * caller's write transaction, while memberships and roles are there.
 */
void	 listening_leave_all(struct db *, struct mem *, const struct person *,
	    int64_t now);
/* Those that wait, on a platform: id, name, left_at only. In mem. A read. */
size_t	 listening_left(struct listening **, struct db *, struct mem *,
	    int64_t platform_id);
/* An administrator of the platform takes one up. RC_NOT_FOUND: none such waits.
 * Own write transaction. */
enum rc	 listening_take(struct db *, int64_t id, int64_t platform_id,
	    const struct act *);
/* Forget those that waited a year. Own write transaction. */
void	 listening_sweep(struct db *, int64_t now);

/* --- alerts -------------------------------------------------------------------- */

/* The jobs of this kind are due one per member; payload {listening, person,
 * url: absolute address of the listenings}. */
#define LISTENING_JOB	"listening_digest"

/*
 * How a member is told: "none", "daily", "weekly"; the next mail is planned for
 * seven in the morning on the platform’s clock. listenings_url is the absolute address of the listenings. Own
 * write transaction.
 */
enum rc	 listening_digest(struct db *, struct mem *, int64_t id,
	    const struct platform *, const struct person *,
	    const char *digest, const char *listenings_url, int64_t now);
/* Send at once what is new. RC_NOT_FOUND: nothing is. Own transaction. */
enum rc	 listening_tell_now(struct db *, struct mem *, int64_t id,
	    int64_t person_id, const char *listenings_url, int64_t now);
/*
 * What the job does: mail what entered since the last mail, if something did,
 * and plan the next. Twice is as once: the mail, what was told and the next job
 * are one transaction. RC_NOT_FOUND: no such member any more.
 */
enum rc	 listening_tell(struct db *, struct mem *, int64_t id,
	    int64_t person_id, const char *listenings_url, int64_t now);

/* A new secret address of the Atom feed; the former one ends. *token lives in
 * mem and is shown once. listening_feed_end takes it back. Own transactions. */
enum rc	 listening_feed_new(const char **token, struct db *, struct mem *,
	    int64_t id, int64_t person_id);
enum rc	 listening_feed_end(struct db *, int64_t id, int64_t person_id);
/* Is that the token of the member's feed? */
bool	 listening_feed_is(struct db *, int64_t id, int64_t person_id,
	    const char *token);
/* The listening of a feed's token. RC_NOT_FOUND. */
enum rc	 listening_by_token(struct listening **, struct db *, struct mem *,
	    int64_t platform_id, const char *token);

#endif
