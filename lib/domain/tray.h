/*
 * Trays: the tab of the agents' list where an application lies, and the last
 * thing that happened to it. It changes no state (see application.h).
 *
 * to_instruct: the service must act. holder: a correction is open. committee:
 * under review at a stage with criteria that has not its number of reviews
 * yet. decided: accepted, refused, closed, withdrawn. A draft is in none.
 */
#ifndef DOMAIN_TRAY_H
#define DOMAIN_TRAY_H

#include <stdint.h>

#include "store/db.h"

/* What happened last: application.news. */
#define NEWS_SUBMITTED	"new"
#define NEWS_COMPLETED	"completed"	/* corrected, or deposited again */
#define NEWS_MESSAGE	"message"	/* the holder wrote */
#define NEWS_ANSWERED	"answered"	/* the service wrote */
#define NEWS_TAKEN	"taken"
#define NEWS_ASSIGNED	"assigned"
#define NEWS_CORRECTION	"correction"
#define NEWS_REVIEW	"review"
#define NEWS_OPINION	"opinion"
#define NEWS_CONFLICT	"conflict"
#define NEWS_STAGE	"stage"
#define NEWS_FUNDING	"funding"	/* a funder answered, paid */
#define NEWS_PROPOSED	"proposed"	/* a decision is proposed */
#define NEWS_DECIDED	"decided"
#define NEWS_REOPENED	"reopened"
#define NEWS_WITHDRAWN	"withdrawn"

/*
 * Put the application where its facts say, after any of them changed: state,
 * stage, correction, reviews. waiting_since moves only with the tray; news
 * NULL keeps the last one. revision grows by one. Runs inside the caller's write
 * transaction, after the facts are written; the tallies follow by trigger.
 */
void	 tray_refresh(struct db *, int64_t application_id, const char *news,
	    int64_t now);

#endif
