/*
 * JSON written object by object: arrays and GeoJSON collections of any length
 * in constant memory. It takes json-c values and frees none of them.
 */
#ifndef OPEN_JSON_STREAM_H
#define OPEN_JSON_STREAM_H

#include <stdbool.h>
#include <stdint.h>

#include "open/sink.h"

struct json_object;

struct json_stream {
	struct sink	*out;
	bool		 some;		/* an item was written */
};

/*
 * Begin {…members of head…, "name": [ ; head may be NULL (no other member) and
 * name NULL (a bare array, then head is NULL too).
 */
void	 json_stream_begin(struct json_stream *, struct sink *,
	    struct json_object *head, const char *name);
/* One item of the array; borrowed. */
void	 json_stream_add(struct json_stream *, struct json_object *item);
/* End the array, then the object with the members of tail (may be NULL) when
 * there was a name. */
void	 json_stream_end(struct json_stream *, const char *name,
	    struct json_object *tail);

/* --- GeoJSON (RFC 7946) ------------------------------------------------- */

/*
 * Begin a FeatureCollection; the members of head (licence, source, title…) are
 * foreign members, allowed by the standard (6.1).
 */
void	 geojson_begin(struct json_stream *, struct sink *,
	    struct json_object *head);
/*
 * One feature at a point, WGS84 degrees × 1,000,000, longitude first. id is
 * stable (a UUID or an address); NULL: none. has_point false: "geometry": null.
 * properties: borrowed; NULL: {}.
 */
void	 geojson_point(struct json_stream *, const char *id, bool has_point,
	    int64_t lon_e6, int64_t lat_e6, struct json_object *properties);
void	 geojson_end(struct json_stream *);

#endif
