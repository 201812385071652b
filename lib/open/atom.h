/*
 * Atom feeds (RFC 4287), streamed.
 * It writes no HTML: summaries are plain text.
 */
#ifndef OPEN_ATOM_H
#define OPEN_ATOM_H

#include <stdint.h>

#include "base/rc.h"
#include "open/sink.h"

/* Addresses are absolute. Optional ones may be NULL. */
struct atom_feed {
	const char	*id;		/* permanent address of the feed */
	const char	*title;
	const char	*subtitle;	/* optional */
	const char	*author;
	const char	*self;		/* this very document */
	const char	*alternate;	/* the page it speaks of */
	const char	*next;		/* optional: older entries */
	const char	*rights;	/* optional: licence in words */
	const char	*lang;
	int64_t		 updated_at;	/* of the newest entry */
};

struct atom_entry {
	const char	*id;		/* permanent: "urn:uuid:…" or address */
	const char	*title;
	const char	*link;
	const char	*summary;	/* optional */
	const char	*author;	/* optional */
	const char	*category;	/* optional: key of the theme */
	const char	*category_label; /* optional */
	int64_t		 updated_at;
	int64_t		 published_at;	/* 0: not told */
};

struct atom;

/* *atom is the caller's; atom_end frees it. out is borrowed until then. */
void	 atom_begin(struct atom **atom, struct sink *out,
	    const struct atom_feed *);
void	 atom_add(struct atom *, const struct atom_entry *);
/* Also flushes the sink; the result of the whole. */
enum rc	 atom_end(struct atom *);

#endif
