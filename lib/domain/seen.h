/*
 * What a person last saw of an application, and what changed since.
 * Looking is a GET and writes nothing: seen_mark is asked by a POST.
 */
#ifndef DOMAIN_SEEN_H
#define DOMAIN_SEEN_H

#include <stdint.h>

#include "base/mem.h"
#include "base/rc.h"
#include "store/db.h"

struct seen {
	int64_t		 at;			/* 0: never looked */
	int64_t		 message_id;		/* last message then */
	int64_t		 snapshot_number;	/* deposit shown then, 0: none */
	/* Since then, by others. */
	int64_t		 transitions, messages, reviews, opinions;
};

/* A read, five queries at most; never looked: everything counts. */
void	 seen_load(struct seen *, struct db *, int64_t application_id,
	    int64_t person_id);
/* From now on. Own write transaction. */
enum rc	 seen_mark(struct db *, int64_t application_id, int64_t person_id,
	    int64_t now);

#endif
