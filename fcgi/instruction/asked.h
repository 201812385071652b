/*
 * The filter of the agents' list as an address says it. It travels: every
 * link and every form of the instruction carries it, so that previous, next
 * and "back to the list" stay inside it.
 */
#ifndef INSTRUCTION_ASKED_H
#define INSTRUCTION_ASKED_H

#include "domain/queue.h"
#include "web/req.h"

struct asked {
	struct queue_filter f;
	/* As in the address; "" when not asked. */
	const char	*tray, *call, *agent, *theme, *words, *sort, *from;
	struct queue_call *calls;	/* of the platform */
	size_t		 call_count;
};

/* The fields of a GET that carries the filter. */
#define ASKED_FIELDS							\
	{ .name = "etat", .type = F_CHOICE,				\
	    .choices = "instruire|porteur|comite|decides" },		\
	{ .name = "appel", .type = F_SLUG },				\
	{ .name = "agent", .type = F_CODE },				\
	{ .name = "etape", .type = F_ID },				\
	{ .name = "theme", .type = F_SLUG },				\
	{ .name = "q", .type = F_TEXT, .max = 100 },			\
	{ .name = "tri", .type = F_CHOICE, .choices = "attente|montant|titre" }, \
	{ .name = "de", .type = F_TEXT, .max = 300 }
/* The field of a POST that carries it whole. */
#define ASKED_POST							\
	{ .name = "filtre", .type = F_TEXT, .max = 1000 }

/* Read it from a GET's query or a POST's field; what is wrong is left out. */
void		 queue_asked(struct asked *, struct req *);
/* Unless a tray or words were asked: the list in which a row of that tray
 * (queue_trays) stands, and its address says so. */
void		 queue_asked_beside(struct asked *, const char *tray);
/* "etat=comite&tri=montant", without '?', "" when nothing is asked. */
const char	*queue_asked_query(const struct req *, const struct asked *);
/* url, then '?' and the filter when there is one. */
const char	*queue_asked_url(const struct req *, const struct asked *,
		    const char *url);
/* "instruire"… */
const char	*queue_asked_tray(enum queue_tray);

#endif
