/*
 * The agents' list: filtered, sorted, paged by key, with what comes before and
 * after a row inside the same filter; and an evaluator's own work.
 * It shows only what right_may would (see struct reach and conflict.h).
 *
 * Cost: one walk of an index for a page of any filter by one thing; a filter by
 * several walks the narrowest. Counts with filters look at QUEUE_LOOK rows at
 * most and then say so. All are reads.
 */
#ifndef DOMAIN_QUEUE_H
#define DOMAIN_QUEUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "domain/right.h"
#include "store/db.h"

#define QUEUE_LOOK	1000

enum queue_tray { QUEUE_TO_INSTRUCT, QUEUE_HOLDER, QUEUE_COMMITTEE,
	QUEUE_DECIDED, QUEUE_TRAYS };
/* "to_instruct", "holder", "committee", "decided". */
extern const char *const queue_trays[QUEUE_TRAYS];

/* Waiting: who waits longest first (decided: last decided first); amount:
 * largest first; title: alphabetical. */
enum queue_sort { SORT_WAITING, SORT_AMOUNT, SORT_TITLE };

struct queue_filter {
	int64_t		 platform_id;
	enum queue_tray	 tray;
	int64_t		 call_id, stage_id, theme_id;	/* 0: all */
	int64_t		 agent_id;	/* 0: all, -1: nobody in charge */
	const char	*match;		/* FTS expression: all trays; or NULL */
	enum queue_sort	 sort;
	/* Who looks. */
	int64_t		 person_id, now;
	struct reach	 reach;
};

struct queue_row {
	int64_t		 id;
	const char	*number, *title, *holder, *state, *tray;
	int64_t		 requested_cents, granted_cents;
	int64_t		 waiting_since, decided_at, due_at, news_at, seen_at;
	const char	*news;		/* NEWS_… of tray.h */
	const char	*stage, *agent;	/* or NULL */
	int64_t		 reviews, quorum; /* when the news is a review */
};

struct queue_page {
	struct queue_row *rows;
	size_t		 count;
	/* Keys of the pages around, for queue_page; NULL: there is none. */
	const char	*previous, *next;
};

/*
 * At most limit rows (1…100), in mem. from is a key of a page or NULL; a key
 * that is not one begins the list.
 */
void	 queue_page(struct queue_page *, struct db *, struct mem *,
	    const struct queue_filter *, const char *from, int limit);
/* The page that begins at this application, wherever it lies now. */
const char *queue_key_at(struct db *, struct mem *,
	    const struct queue_filter *, int64_t application_id);

struct queue_neighbours {
	int64_t		 previous_id, next_id;	/* 0: none */
	const char	*previous, *next;	/* numbers; NULL: none */
	int64_t		 rank;	/* from 1; 0: unknown, too far or elsewhere */
};

/* Around an application in the order of the list, also when it has just left
 * the filter. */
void	 queue_around(struct queue_neighbours *, struct db *, struct mem *,
	    const struct queue_filter *, int64_t application_id);

struct queue_counts {
	int64_t		 n[QUEUE_TRAYS];
	bool		 more[QUEUE_TRAYS]; /* at least n: stopped counting */
};

/* How many of the filter lie in each tray (tray and match are not looked at). */
void	 queue_count(struct queue_counts *, struct db *,
	    const struct queue_filter *);

struct queue_call {
	int64_t		 id, n;
	const char	*slug, *title;
};
/* The calls of the platform, those open first, at most 100; returns how many. */
size_t	 queue_calls(struct queue_call **, struct db *, struct mem *,
	    int64_t platform_id);

/* --- an evaluator's work ---------------------------------------------------- */

struct work {
	int64_t		 id;
	const char	*number, *title, *holder, *stage, *call;
	int64_t		 requested_cents, waiting_since;
	int64_t		 saved_at, submitted_at;	/* one's review; 0: not */
};

struct works {
	struct work	*rows;		/* to do first, longest waiting first */
	size_t		 count, done;	/* at most 300 */
};

/* What the person of the filter is asked to score on the platform. */
void	 queue_work(struct works *, struct db *, struct mem *,
	    const struct queue_filter *);
/* The first one to do that is not this application; NULL when all is done. */
const struct work *works_next(const struct works *, int64_t application_id);

#endif
