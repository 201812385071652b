/*
 * Template calls in wikitext, as spans of bytes of the text itself.
 * It expands nothing and changes nothing: what is outside a call is untouched.
 *
 * It follows the wiki's own preprocessor (MediaWiki 1.39, Preprocessor_Hash, as
 * a page is viewed): braces match longest first from inside; only "|" and the
 * first "=" of a call's own level split it; links, comments and extension tags
 * protect what they hold; an unclosed "[[" makes the call around it a text.
 */
#ifndef WIKI_SCANNER_H
#define WIKI_SCANNER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/mem.h"
#include "base/rc.h"

#define WIKI_TEXT_MAX	((size_t)2 * 1024 * 1024)	/* bytes, as MediaWiki */
#define WIKI_DEPTH_MAX	200				/* nested openings */

struct wiki_span {
	size_t		 at, len;	/* bytes from the beginning of the text */
};

struct wiki_param {
	struct wiki_span name;		/* as written; of no use when unnamed */
	struct wiki_span value;		/* all between "=" or "|" and the end */
	bool		 named;
	int		 number;	/* unnamed: from 1; named: 0 */
};

struct wiki_call {
	struct wiki_span whole;		/* from "{{" to "}}" */
	struct wiki_span title;		/* as written */
	struct wiki_param *params;
	size_t		 count;
	int		 depth;		/* 0: inside no other call */
};

struct wiki_calls {
	const char	*text;		/* borrowed */
	size_t		 len;
	struct wiki_call *rows;		/* in the order of their beginnings */
	size_t		 count;
};

/*
 * Names of the wiki's extension tags ("math"), lower case, NULL ends: what
 * siteinfo gives as extensiontags. NULL: those of the core.
 */
typedef const char *const *wiki_tags;

/*
 * Find every template call, nested ones too ("{{#if:…}}" and "{{PAGENAME}}" are
 * written alike and found too). *calls lives in mem and borrows text. Linear in
 * len. RC_INVALID: longer than WIKI_TEXT_MAX, or nested beyond WIKI_DEPTH_MAX.
 */
enum rc	 wiki_scan(struct wiki_calls **calls, struct mem *,
	    const char *text, size_t len, wiki_tags tags);

/*
 * The title of a call as a page name: comments and namespace removed ("Modèle:",
 * "Template:"), "_" as space, first letter as a capital. NULL: the name is itself
 * made by a call, or too long for a page. In mem.
 */
const char *wiki_call_title(struct mem *, const struct wiki_calls *,
	    const struct wiki_call *);
/* The same for a name that somebody typed. In mem. */
const char *wiki_template_name(struct mem *, const char *typed);

/* Name and value without comments; a named one's value is trimmed, as the wiki
 * does. In mem. */
const char *wiki_param_name(struct mem *, const struct wiki_calls *,
	    const struct wiki_param *);
const char *wiki_param_value(struct mem *, const struct wiki_calls *,
	    const struct wiki_param *);

/*
 * A copy without comments, in mem. A line that holds only a comment goes with
 * its line feed.
 */
const char *wiki_without_comments(struct mem *, const char *text, size_t len);

#endif
