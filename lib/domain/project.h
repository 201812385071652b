/*
 * A published project as everyone sees it: who finances what, what was
 * decided and why, what it changes, where it stands. It reads public facts
 * only: no dossier, no person's name but the holder chosen to be shown.
 */
#ifndef DOMAIN_PROJECT_H
#define DOMAIN_PROJECT_H

#include "domain/catalogue.h"

/* One funder's line of the plan; cents. */
struct project_source {
	const char	*funder;
	const char	*kind;
	int64_t		 asked_cents, promised_cents, granted_cents, paid_cents;
	bool		 conditional;
};

/* A standing decision. */
struct project_decision {
	int64_t		 id, at, granted_cents;
	const char	*verdict;	/* "accept", "refuse", "close" */
	const char	*reasons, *conditions;
	const char	*by;		/* as the letter is signed */
	const char	*call;		/* title */
};

/* Something that happened or is expected, for the timeline. */
struct project_event {
	const char	*on;		/* YYYY-MM-DD */
	const char	*label;
	bool		 done;
};

struct project_value {
	const char	*on;
	int64_t		 value;		/* scaled as the indicator */
	bool		 validated;
	const char	*method;
};

/* An indicator the project committed to, with its measurements in order. */
struct project_indicator {
	int64_t		 target_id;
	const char	*label, *unit, *due_on;
	int		 decimals;
	bool		 has_baseline;
	int64_t		 baseline, goal;
	struct project_value *values;
	size_t		 value_count;
};

struct project_action {
	const char	*title, *lead, *status, *starts_on, *ends_on;
	int		 progress_percent;
};

struct project {
	struct card		 card;
	const char		*description;	/* Markdown */
	int64_t			 territory_id;
	struct project_source	*sources;
	size_t			 source_count;
	struct project_decision	*decisions;
	size_t			 decision_count;
	struct project_event	*events;
	size_t			 event_count;
	struct project_indicator *indicators;
	size_t			 indicator_count;
	struct project_action	*actions;
	size_t			 action_count;
};

/*
 * By its address. *project lives in mem. RC_NOT_FOUND: none, or not public.
 * Reads, in a number that does not depend on the project.
 */
enum rc	 project_load(struct project **, struct db *, struct mem *,
	    int64_t platform_id, const char *slug);

#endif
