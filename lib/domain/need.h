/*
 * What an element lacks and has to give, its free words, and how far a project
 * is: the words that listening filters by. It publishes nothing (flow.h).
 */
#ifndef DOMAIN_NEED_H
#define DOMAIN_NEED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "store/db.h"

/* A word of the database and what people read. */
struct word {
	const char	*key;
	const char	*label;		/* msgid */
	const char	*hint;		/* msgid, or NULL */
};

extern const struct word need_kinds[];	/* key NULL ends */
extern const struct word maturities[];

/* The row of that key, or NULL. */
const struct word *word_of(const struct word *, const char *key);
/* Its label in the language of lang_set; "" when unknown. Borrowed. */
const char *word_label(const struct word *, const char *key);

#define NEED_DETAIL_MAX	160	/* characters */
#define TAGS_MAX	8
#define TAG_LENGTH_MAX	40

struct need {
	const char	*side;		/* "need", "offer" */
	const char	*kind;		/* of need_kinds */
	const char	*detail;
};

struct needs {
	struct need	*rows;		/* needs first */
	size_t		 count;
	const char	**tags;		/* as typed */
	size_t		 tag_count;
};

/* Everything of an element, in mem. Two reads. */
void	 needs_load(struct needs *, struct db *, struct mem *,
	    int64_t element_id);
/* The row of that side and kind, or NULL. */
const struct need *needs_find(const struct needs *, const char *side,
	    const char *kind);
/* "compost, quartier": the tags as their field shows them. In mem. */
const char *needs_tags_text(struct mem *, const struct needs *);

/*
 * Read tags typed with commas between them: trimmed, once each. Problems under
 * "mots". In mem.
 */
void	 needs_read_tags(struct needs *, struct mem *, const char *typed,
	    struct problems *why);
/* Are the rows' kinds and lengths right? Problems under "besoin". */
void	 needs_check(const struct needs *, struct problems *why);
/* Replace what is stored. Inside the caller's write transaction. */
void	 needs_put(struct db *, struct mem *, int64_t element_id,
	    const struct needs *);

/* Another element that gives what this one lacks, or lacks what it gives. */
struct match {
	const char	*kind, *side;	/* of the other: "offer" answers a need */
	const char	*detail;	/* as the other says it */
	const char	*element_kind, *slug, *title, *place;
	/* What both have in common: the kind of the smallest territory that
	 * holds both ("" when none does), their theme, words they share. */
	const char	*near;
	bool		 same_theme;
	int64_t		 words;
};

/*
 * At most limit, in mem; how many. Published ones of the same platform; what it
 * lacks first, then those that have most in common with it. A read.
 */
size_t	 needs_matches(struct match **, struct db *, struct mem *,
	    int64_t element_id, int limit);
/* "même commune, même thème": why it comes so high; "" when nothing is. In mem,
 * in the language of lang_set. */
const char *needs_match_why(struct mem *, const struct match *);

#endif
