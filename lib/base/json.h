/*
 * Thin helpers over json-c, and one canonical form for digests.
 * It does not hide json-c: build objects with json_object_*.
 *
 * Objects are json-c's: the holder of a reference ends it with
 * json_object_put. What the get functions return is borrowed from the parent.
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <json-c/json.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/rc.h"

/* Where a text stops being JSON; line and column from 1, in bytes. */
struct json_error {
	int		 line, column;
	const char	*text;		/* json-c's words; borrowed for ever */
};

/*
 * Strict parse of the whole text (one value, nothing after it, valid UTF-8,
 * at most `depth` levels; an empty text is an error). An integer beyond int64
 * is refused. On RC_OK *value is the
 * caller's; JSON null gives a NULL *value. RC_INVALID: *error says where
 * (error may be NULL).
 */
enum rc	 json_parse(struct json_object **value, const char *text, size_t len,
	    int depth, struct json_error *error);
/* file_read, then json_parse with 32 levels. RC_NOT_FOUND, RC_FAIL: logged by
 * file_read; RC_INVALID: *error. */
enum rc	 json_read(struct json_object **value, struct mem *,
	    const char *path, size_t max, struct json_error *error);

/* --- looking: NULL parents are allowed everywhere and give nothing ------- */

/* The member, or NULL (absent, null, or parent not an object). */
struct json_object *json_get(struct json_object *, const char *key);
bool	 json_has(struct json_object *, const char *key);
/* A string member, or NULL when absent or of another type. Borrowed. */
const char *json_text(struct json_object *, const char *key);
/* The same with a default. */
const char *json_text_or(struct json_object *, const char *key,
	    const char *otherwise);
/* An integer member that fits int64; `otherwise` when absent or not one. */
int64_t	 json_int(struct json_object *, const char *key, int64_t otherwise);
bool	 json_flag(struct json_object *, const char *key, bool otherwise);
/* Members only of that type, or NULL. */
struct json_object *json_array(struct json_object *, const char *key);
struct json_object *json_dict(struct json_object *, const char *key);
/* Elements of an array itself; 0 and NULL for anything else. */
size_t	 json_count(struct json_object *array);
struct json_object *json_at(struct json_object *array, size_t i);
const char *json_at_text(struct json_object *array, size_t i);
bool	 json_is(struct json_object *, enum json_type);

/*
 * Walk an object's members in the order of the text; break leaves:
 *	JSON_EACH(obj, m)
 *		use(m.key, m.value);
 */
struct json_member {
	const char	*key;		/* NULL after the last; borrowed */
	struct json_object *value;	/* borrowed; NULL is JSON null */
	struct lh_entry	*entry;
};
#define JSON_EACH(obj, m)						\
	for (struct json_member m = json_first(obj); m.key != NULL;	\
	    m = json_next(m))
struct json_member json_first(struct json_object *);
struct json_member json_next(struct json_member);

/* --- building ----------------------------------------------------------- */

/* obj[key] = value; the reference of an object value is taken. NULL text is
 * null. */
void	 json_put(struct json_object *, const char *key, struct json_object *);
void	 json_put_text(struct json_object *, const char *key, const char *);
void	 json_put_int(struct json_object *, const char *key, int64_t);
void	 json_put_bool(struct json_object *, const char *key, bool);

/* --- writing ------------------------------------------------------------ */

/* Compact text, slashes not escaped, "<" never raw (as \u003c). In mem. */
const char *json_string(struct mem *, struct json_object *);
/*
 * The canonical form (RFC 8785): keys sorted by UTF-16 units, no spaces, the
 * shortest escapes, numbers as ECMAScript prints them. One difference: an
 * integer beyond 2^53 keeps all its digits. The same value always gives the same
 * bytes, whatever wrote it.
 */
void	 json_canonical(struct buf *, struct json_object *);

#endif
