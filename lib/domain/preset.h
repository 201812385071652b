/*
 * Presets: a platform is one folder of data (doc/presets.md). Reading,
 * checking and loading it. It writes nothing while one problem is left.
 */
#ifndef DOMAIN_PRESET_H
#define DOMAIN_PRESET_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"
#include "store/db.h"

struct preset;
struct json_object;

/*
 * Read every file below dir and check each against the format and against the
 * others: all problems are listed in `why`, as "file: JSON path" and a
 * sentence with what was found and what is allowed. No database is needed.
 * with_demo: the folder demo/ too. *preset is set even when RC_INVALID, so
 * that more can be checked; preset_free in any case (NULL is allowed).
 * RC_NOT_FOUND: no platform.json there. RC_FAIL: a file cannot be read.
 */
enum rc	 preset_read(struct preset **preset, struct mem *, const char *dir,
	    bool with_demo, struct problems *why);
void	 preset_free(struct preset *);

/* The slug of the platform, or NULL when it has none. Borrowed. */
const char *preset_slug(const struct preset *);
/* How many files were read. */
int	 preset_file_count(const struct preset *);

/* What a load did, for the command's report. */
struct preset_report {
	int64_t	 platform_id;
	bool	 platform_new;
	int	 themes, roles, pages, forms, calls, indicators;
	int	 organisations, people, projects, events;	/* demo */
};

/*
 * Load or update the platform: identity, themes, roles, pages, forms and
 * their revisions, calls with their stages and criteria, indicators. The
 * same folder again changes nothing; a theme or a call that left the folder
 * stays (projects point to it). Relative days count from `now` at the first load
 * and are then kept. Runs preset_check first. RC_INVALID: `why`. RC_FAIL:
 * logged. Opens its own write transaction: the caller holds none.
 */
enum rc	 preset_load(struct db *, struct mem *, const struct preset *,
	    int64_t now, struct problems *why, struct preset_report *);

/*
 * A mapping that came alone: checks a file of imports/ against the format and
 * the themes of a platform (a platform.json, may be NULL: not compared).
 */
void	 preset_check_mapping(struct problems *why, const char *file,
	    struct json_object *mapping, struct json_object *platform);

#endif
