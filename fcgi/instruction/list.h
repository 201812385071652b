/*
 * The left pane: trays with their counts, filters, and a page of the list.
 */
#ifndef INSTRUCTION_LIST_H
#define INSTRUCTION_LIST_H

#include "fcgi/instruction/asked.h"
#include "web/res.h"

#define LIST_ROWS	30

/*
 * Show the list; here_id is the application read beside it, 0 when none: the
 * page shown is then the one it lies on. *counts (NULL allowed) gets the trays'.
 */
void		 show_list(struct view *, struct req *, struct asked *,
		    int64_t here_id, struct queue_counts *counts);
/* "12 j", "3 h", "moins d’une heure" and the whole words for screen readers. */
const char	*wait_short(struct mem *, int64_t since, int64_t now);
const char	*wait_said(struct mem *, int64_t since, int64_t now);
/* Address of an application in this filter; tail is "" or "/evaluation". */
const char	*application_url(const struct req *, const struct asked *,
		    const char *number, const char *tail);

#endif
