/*
 * What the files of form_edit.h share: lists, keys and bounds of a definition.
 * Nobody else includes it.
 */
#ifndef DOMAIN_FORM_EDIT_PRIVATE_H
#define DOMAIN_FORM_EDIT_PRIVATE_H

#include "base/json.h"
#include "domain/form_edit.h"

/* "etape:", "bloc:", "question:", "regle:", "motif:". */
extern const char *const form_part_prefixes[PART_COUNT];
/* How many of that kind one list holds. */
size_t	 form_part_most(const struct form_spot *);

static inline const char *
key_of(struct json_object *node)
{
	return json_text_or(node, "key", "");
}

/* --- form_edit.c ------------------------------------------------------------ */

/* json-c inserts nowhere but at the end: the list is written again. Takes the
 * reference of the node. */
void	 form_list_insert(struct json_object *list, size_t at,
	    struct json_object *node);
/* The reference of the node is the caller's. */
struct json_object *form_list_take(struct json_object *list, size_t at);
bool	 form_list_has(struct json_object *list, const char *key);
/* A key of the form (a question), or of the list, that nobody has. In mem. */
const char *form_free_key(struct mem *, struct json_object *form,
	    struct json_object *list, const char *label);

#endif
