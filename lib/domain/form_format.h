/*
 * The format of forms as tables, with words for people: what the editor of forms
 * shows. It is the format that presets are checked against: a type or a member
 * added to preset_type.c appears in the editor by itself.
 */
#ifndef DOMAIN_FORM_FORMAT_H
#define DOMAIN_FORM_FORMAT_H

#include <stdbool.h>

#include "base/mem.h"
#include "base/problems.h"
#include "base/shape.h"
#include "domain/form_edit.h"

struct json_object;

/* --- form_format.c ---------------------------------------------------------- */

/* The types of fields, "heading|explanation|text|…"; kinds of forms. */
const char *form_format_types(void);
const char *form_format_kinds(void);
/*
 * The members that a field of that type may have besides key and type, in the
 * order of the format, an array in mem whose end is NULL.
 */
const struct shape **form_format_members(struct mem *, const char *type);
/*
 * What a question that stands there may be (a column is no map), and its members
 * as a question of that type; spot->node is not looked at. In mem.
 */
const char *form_format_types_at(struct mem *, const struct form_spot *);
const struct shape **form_format_members_at(struct mem *,
	    const struct form_spot *, const char *type);
/* The members of another part, without what is inside and its rules. */
const struct shape **form_format_part(struct mem *, enum form_part);
/* The types that may give what a maps_to names: "text|long_text"; "" none. */
const char *form_format_mapped_types(const char *target);
/*
 * Everything that is wrong with a definition, as `terreau check-platform` says
 * it: a problem each, at "steps[0].blocks[1].fields[2].label" or "title".
 */
void	 form_format_check(struct problems *, struct json_object *form);
/* The same definition with its members in the order of the format: for people
 * who read the file. A new reference. */
struct json_object *form_format_ordered(struct json_object *form);

/* --- form_words.c: sentence case, in the language of lang_set ----------------- */

/* "Texte long"; the name itself when the table has no words. Borrowed. */
const char *form_type_said(const char *type);
/* What the type is for, or NULL. */
const char *form_type_about(const char *type);
const char *form_member_said(const char *member);
const char *form_member_about(const char *member);
/* A value of a choice: "title" of maps_to is "le titre du projet". */
const char *form_value_said(const char *member, const char *value);
const char *form_kind_said(const char *kind);

#endif
