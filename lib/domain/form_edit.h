/*
 * Small operations on the JSON definition of a form (doc/forms.md): find, add,
 * move, duplicate, remove, set. The definition stays the one source of truth.
 * Pure functions: no database; what they leave is judged by form_lint.
 *
 * A part is named "etape:<step>", "bloc:<step>/<block>" or "question:<key>".
 */
#ifndef DOMAIN_FORM_EDIT_H
#define DOMAIN_FORM_EDIT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/mem.h"
#include "base/rc.h"

struct json_object;

enum form_part { PART_STEP, PART_BLOCK, PART_FIELD, PART_COUNT };

/* Where a part stands. Borrowed from the definition, until it changes. */
struct form_spot {
	enum form_part	 part;
	size_t		 step, block, field;	/* positions, as far as they go */
	struct json_object *node;		/* the part itself */
	struct json_object *list;		/* the array it stands in */
	size_t		 at;			/* its position there */
};

/* False: the definition has no such part. The first of that name. */
bool	 form_edit_find(struct form_spot *, struct json_object *form,
	    const char *name);
/* The name of a part by its positions, in mem; NULL when there is none. */
const char *form_edit_name(struct mem *, struct json_object *form,
	    enum form_part, size_t step, size_t block, size_t field);
/*
 * A short digest of a part: what a page was made from. deep: with all that is
 * inside; else a step without its blocks, a block without its questions. In mem.
 */
const char *form_edit_mark(struct mem *, const struct form_spot *, bool deep);
/* The digest of the form's own members, without its steps. In mem. */
const char *form_edit_form_mark(struct mem *, struct json_object *form);

/*
 * Add a step (where ""), a block to a step, a question to a block; `after` is
 * the name of a part of the same list, or NULL: at the end. The key is made
 * from the label and unique. type: of a question; its needed members get a
 * first value (two options). *name (in mem) is the new part's. A new step has
 * a block, a new block has a question to explain: neither is valid empty.
 * RC_NOT_FOUND: no such place. RC_CONFLICT: the list is full.
 */
enum rc	 form_edit_add(const char **name, struct mem *,
	    struct json_object *form, const char *where, const char *after,
	    const char *type, const char *label);
/*
 * One place up (-1) or down (1). A question at the edge of its block goes to
 * the next block, a block to the next step. RC_CONFLICT: nowhere to go.
 */
enum rc	 form_edit_move(struct json_object *form, const char *name, int way);
/* To the end of a block (a question) or step (a block), or before a part of
 * the same kind. */
enum rc	 form_edit_place(struct json_object *form, const char *name,
	    const char *where);
/*
 * A copy after the part, with new keys; what looked inside the part looks inside
 * the copy, and maps_to stays with the first. *name is the copy's, in mem.
 */
enum rc	 form_edit_duplicate(const char **name, struct mem *,
	    struct json_object *form, const char *name_of);
/* What looks at it is left, for the linter to tell. */
enum rc	 form_edit_remove(struct json_object *form, const char *name);
/*
 * Give a part these members: JSON null takes one away, others stay. A new key
 * is followed by what looks at a question. members is borrowed. RC_CONFLICT:
 * another part has that key (a duplicate is refused, not written).
 */
enum rc	 form_edit_set(struct json_object *form, const char *name,
	    struct json_object *members);
/*
 * Another type of answer: what the new type may have is kept, the rest goes.
 * RC_NOT_FOUND: no such question or type.
 */
enum rc	 form_edit_retype(struct mem *, struct json_object *form,
	    const char *name, const char *type);
/* form_edit_set for the form itself. */
void	 form_edit_set_form(struct json_object *form,
	    struct json_object *members);

/* The key made of a label, that no question of the form has. In mem. */
const char *form_edit_key(struct mem *, struct json_object *form,
	    const char *label);

/* --- form_reference.c ------------------------------------------------------- */

/*
 * Each key of a question that a value names (conditions, comparisons, balances):
 * *key may be replaced by a text that lives until the walk ends.
 */
void	 form_edit_each_reference(struct json_object *value,
	    void (*each)(const char **key, void *arg), void *arg);
/* What names that question names another, formulas included. */
void	 form_edit_rename(struct json_object *value, const char *from,
	    const char *to);

#endif
