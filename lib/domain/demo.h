/*
 * The demonstration of a platform: people, organisations, and the stories of
 * its projects, played through the same verbs as a person would use, with the
 * clock set to each event's day. So states, snapshots and journal are real.
 */
#ifndef DOMAIN_DEMO_H
#define DOMAIN_DEMO_H

#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"
#include "domain/preset.h"
#include "store/db.h"

/*
 * Play the demonstration of a preset that was read with it and loaded
 * (report->platform_id). Days count from `now` of the first time. What was
 * played before is not played again: stopped anywhere, it goes on from there.
 * Fills organisations, people, projects and events of the report with what was
 * new. RC_INVALID: an event was refused (`why` says which, the rest is not
 * played). Many short write transactions: the caller holds none. The mails that
 * old events cause are dropped.
 */
enum rc	 demo_load(struct db *, struct mem *, const struct preset *,
	    int64_t now, struct problems *why, struct preset_report *report);

#endif
