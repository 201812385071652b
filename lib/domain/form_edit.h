/*
 * Small operations on the JSON definition of a form (doc/forms.md): find, add,
 * move, duplicate, remove, set. The definition stays the one source of truth.
 * Pure functions: no database; what they leave is judged by form_lint.
 *
 * A part is named "etape:<step>", "bloc:<step>/<block>", "question:<key>",
 * "question:<repeat or table>/<key>" for one inside another (twice at most),
 * "regle:<n>" for a rule of the form, "regle:<step>/<block>/<n>" for one of a
 * block, "motif:<n>" for a reason of ineligibility. "" is the form itself.
 */
#ifndef DOMAIN_FORM_EDIT_H
#define DOMAIN_FORM_EDIT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/mem.h"
#include "base/rc.h"

struct json_object;

enum form_part { PART_STEP, PART_BLOCK, PART_FIELD, PART_RULE, PART_BAR,
	PART_FORM, PART_COUNT };

/* Where a part stands. Borrowed from the definition, until it changes. */
struct form_spot {
	enum form_part	 part;
	size_t		 step, block, field;	/* positions, as far as they go */
	struct json_object *node;		/* the part itself */
	struct json_object *list;		/* the array it stands in */
	size_t		 at;			/* its position there */
	/* What its name begins with, outermost first: the step of a block, the
	 * step and the block of a rule, the questions around an inner one. */
	struct json_object *in[3];
	size_t		 depth;			/* how many */
};

/* --- form_spot.c ------------------------------------------------------------ */

/* False: the definition has no such part. The first of that name. */
bool	 form_edit_find(struct form_spot *, struct json_object *form,
	    const char *name);
/*
 * The part that a path of the checks is about ("steps[0].blocks[1].fields[2]
 * .hint", as form_format_check says it), the form itself when it is no other's.
 * *rest is what follows: "hint". False: a position that is not there.
 */
bool	 form_edit_at(struct form_spot *, struct json_object *form,
	    const char *path, const char **rest);
/* The name of a part, in mem. */
const char *form_edit_spot_name(struct mem *, const struct form_spot *);
/* The name of a part by its positions, in mem; NULL when there is none. */
const char *form_edit_name(struct mem *, struct json_object *form,
	    enum form_part, size_t step, size_t block, size_t field);
/*
 * Each part in reading order: a step, its blocks, their questions with those
 * inside them, their rules; then the rules and reasons of the form. Stops, and
 * is true, when fn is.
 */
bool	 form_edit_each(struct json_object *form,
	    bool (*fn)(const struct form_spot *, void *), void *arg);
/* The member that holds what is inside a part: "blocks", "fields", "columns" of
 * a table; NULL: nothing may be inside. */
const char *form_edit_inside(enum form_part, struct json_object *node);
/* The question of that key, wherever it stands but inside another; or NULL. */
struct json_object *form_edit_question(struct json_object *form,
	    const char *key);
/* The words of a rule or reason, in the language of lang_set when it has them,
 * else the first. Borrowed; "" when it has none. */
const char *form_edit_message(struct json_object *rule);
/* The question around an inner one; NULL: it is asked by itself. */
struct json_object *form_edit_around(const struct form_spot *);
/*
 * A short digest of a part: what a page was made from. deep: with all that is
 * inside; else a step without its blocks, a block without its questions and
 * rules, a repeat without its questions. In mem.
 */
const char *form_edit_mark(struct mem *, const struct form_spot *, bool deep);

/* --- form_edit.c ------------------------------------------------------------- */

/*
 * Add a step (where ""), a block to a step, a question to a block, or to a
 * repeat or table; `after` is the name of a part of the same list, or NULL: at
 * the end. The key is made from the label and unique. type: of a question; its
 * needed members get a first value (two options, one inner question). *name (in
 * mem) is the new part's. A new step has a block; a new block is empty.
 * RC_NOT_FOUND: no such place. RC_CONFLICT: the list is full.
 */
enum rc	 form_edit_add(const char **name, struct mem *,
	    struct json_object *form, const char *where, const char *after,
	    const char *type, const char *label);
/*
 * Add a rule that says `message` to a block, or to the form (where ""); given a
 * question, to its block, said beside it. What it wants is still to be written.
 * The same errors.
 */
enum rc	 form_edit_add_rule(const char **name, struct mem *,
	    struct json_object *form, const char *where, const char *message);
/* The same for a reason of ineligibility of the form. */
enum rc	 form_edit_add_bar(const char **name, struct mem *,
	    struct json_object *form, const char *message);
/*
 * A copy after the part, with new keys; what looked inside the part looks inside
 * the copy, and maps_to stays with the first. *name is the copy's, in mem.
 */
enum rc	 form_edit_duplicate(const char **name, struct mem *,
	    struct json_object *form, const char *name_of);
/* What looks at it is left, and so is what it leaves empty, for the linter to
 * tell. */
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

/* --- form_move.c ------------------------------------------------------------- */

/*
 * One place up (-1) or down (1). A question at the edge of its block goes to
 * the next block, a block to the next step. RC_CONFLICT: nowhere to go.
 */
enum rc	 form_edit_move(struct json_object *form, const char *name, int way);
/* Would it? */
bool	 form_edit_may_move(struct json_object *form,
	    const struct form_spot *, int way);
/* To the end of a block (a question) or step (a block), of the form (a step,
 * ""), or before a part of the same kind; what is inside a question, or a
 * rule, within its own list only. */
enum rc	 form_edit_place(struct json_object *form, const char *name,
	    const char *where);

/* --- form_reference.c ------------------------------------------------------- */

/*
 * Each key of a question that a value names (conditions, comparisons, balances):
 * *key may be replaced by a text that lives until the walk ends.
 */
void	 form_edit_each_reference(struct json_object *value,
	    void (*each)(const char **key, void *arg), void *arg);
/* Each name of a question in the formulas of a value, given as written. */
void	 form_edit_each_formula(struct json_object *value,
	    void (*each)(const char *key, void *arg), void *arg);
/* What names that question names another, formulas included. */
void	 form_edit_rename(struct json_object *value, const char *from,
	    const char *to);
/* The same in the formulas of a form, for a question inside another that still
 * has its name: "partenaires.apports", "apports" in an item. */
void	 form_edit_rename_inner(struct json_object *form,
	    const struct form_spot *, const char *to);

#endif
