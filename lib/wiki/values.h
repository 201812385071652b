/*
 * Values as people write them in wikis, to the platform's types.
 * A converter says no rather than guess: an unreadable value stops only its field.
 *
 * Each takes the text of a parameter (wiki_param_value), UTF-8, and leaves its
 * out parameters untouched when it returns false.
 */
#ifndef WIKI_VALUES_H
#define WIKI_VALUES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "wiki/scanner.h"

/*
 * "-21.17, 55.28" · "48,85 ; 2,35" · "48.85 2.35" · {{coord|48.85|2.35}} ·
 * 48° 51' 24" N, 2° 21' 07" E · {{coord|48|51|24|N|2|21|7|E}}: latitude first, as
 * wikis write it. Millionths of a degree. False: anything else, out of range,
 * or exactly 0, 0 (a form left empty).
 */
bool	 wiki_value_point(int64_t *lat_e6, int64_t *lon_e6, const char *raw);
/* One of the two alone: "55,2882", "21° 10' S". limit is 90 or 180. */
bool	 wiki_value_degrees(int64_t *e6, const char *raw, int limit);

/*
 * ISO, JJ/MM/AAAA, "12 mars 2024", "1er mars 2024", "mars 2024" and "2024" (their
 * first day), with a time after it, which is dropped. "day" and other left-overs
 * of forms are not dates. "YYYY-MM-DD", in mem.
 */
bool	 wiki_value_date(const char **iso, struct mem *, const char *raw);

/*
 * A list cut at "," ";" "@" or line feeds (the first of "@", line feed, ";", ","
 * that occurs), or at "*" lines; each trimmed, plain, empty ones dropped. An
 * array in mem, at most 100.
 */
size_t	 wiki_value_list(const char ***out, struct mem *, const char *raw,
	    wiki_tags);

/*
 * "[[Page|words]]", "[https://… words]", a bare address: *url is the address or
 * NULL, *page the title or NULL, *words what is shown. False: no link at all.
 */
bool	 wiki_value_link(const char **url, const char **page,
	    const char **words, struct mem *, const char *raw);

/*
 * The name of a file: "x.jpg", "Fichier:x.jpg", "[[Image:x.jpg|thumb]]". False:
 * none, or what forms put when there is none ("No-image-yet.jpg"). In mem.
 */
bool	 wiki_value_file(const char **name, struct mem *, const char *raw);

#endif
