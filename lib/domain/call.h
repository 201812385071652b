/*
 * A call: what a funder opens, and whether a project fits it.
 * It shows nothing to the public (call_public.h) and loads no preset.
 */
#ifndef DOMAIN_CALL_H
#define DOMAIN_CALL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/rc.h"
#include "store/db.h"

struct element;

struct call {
	int64_t		 id, platform_id;
	const char	*uuid, *slug, *title, *promise;
	const char	*status;		/* draft published closed … */
	int64_t		 opens_at, closes_at;	/* 0: not dated */
	int64_t		 funder_id;		/* 0: none */
	const char	*funder;		/* its name, or NULL */
	int64_t		 territory_id;		/* 0: anywhere */
	const char	*territory;		/* its name, or NULL */
	int64_t		 form_id;		/* the form it is presented with */
	int64_t		 form_revision_id;	/* its last revision, 0: none */
	int64_t		 supplement_revision_id; /* its own questions, 0: none */
	int64_t		 min_cents, max_cents;	/* of one request, 0: none */
	int64_t		 max_rate_percent;	/* of the cost, 0: none */
	const char	*silence;		/* accept, reject, none */
	int64_t		 silence_months;
	const char	*remedies, *legal_basis; /* "" when not told */
	int64_t		 decision_days;		/* usual delay, 0: not told */
	const char	*themes;		/* labels, "" when all are welcome */
};

/* *call lives in mem. RC_NOT_FOUND. Reads. */
enum rc	 call_load(struct call **, struct db *, struct mem *, int64_t id);
enum rc	 call_by_slug(struct call **, struct db *, struct mem *,
	    int64_t platform_id, const char *slug);

/* May something be deposited at that moment? */
bool	 call_is_open(const struct call *, int64_t now);

/* The calls of a platform that are open at now, those that close first first,
 * at most 50, in mem. Reads: 1 + one per call. */
size_t	 call_list_open(struct call ***, struct db *, struct mem *,
	    int64_t platform_id, int64_t now);

/* Those of the other platforms of the installation, by platform; same rules. */
size_t	 call_list_elsewhere(struct call ***, struct db *, struct mem *,
	    int64_t platform_id, int64_t now);

/* One condition of a call, and whether the project meets it. */
struct fit {
	enum { FIT_YES, FIT_NO, FIT_UNKNOWN } met;
	const char	*text;	/* a sentence for the holder */
	const char	*about;	/* "territory", "theme", "date", "amount" */
};

#define FITS	8

/*
 * Explain how the project fits the call: date, territory, theme, amount and
 * rate. requested_cents 0: not told yet. Fills at most FITS and returns how
 * many; texts in mem, in the person's language. Reads.
 */
size_t	 call_fits(struct fit *, struct db *, struct mem *, const struct call *,
	    const struct element *, int64_t requested_cents, const char *zone,
	    int64_t now);

#endif
