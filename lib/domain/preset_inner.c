/*
 * What is inside a repeated block or a table: which types may be, how deep,
 * and the fixed rows.
 * It judges an inner field by the same rules as the others (preset_field.c).
 */
#include "config.h"

#include "domain/preset_field_private.h"

#include <string.h>

#include "base/lang.h"
#include "domain/form.h"

/* A repeat holds repeats and tables, which hold neither; a table holds what one
 * cell can show. */
static const char in_repeat[] = "text|long_text|integer|decimal|money|"
    "percentage|date|date_time|period|yes_no|checkbox|choice|multi_choice|"
    "linked_choice|ranking|reference|email|phone|url|organisation|person|iban|"
    "address|country|territory|point|indicator|link|pattern|calculated";
static const char in_table[] = "text|integer|decimal|money|percentage|date|"
    "yes_no|choice|email|phone|url|pattern|calculated";

const char *
preset_types_inside(struct mem *mem, const char *type, int depth)
{
	if (strcmp(type, "table") == 0)
		return in_table;
	if (strcmp(type, "repeat") != 0)
		return "";
	return depth == 0 ? mem_printf(mem, "%s|table|repeat", in_repeat)
	    : in_repeat;
}

static void
check_one(const struct field_check *around, struct json_object *field,
    const char *path)
{
	struct field_check c = *around;
	const char *type = json_text(field, "type");
	const char *may = preset_types_inside(around->why->mem, around->type,
	    around->depth);

	if (type == NULL)
		return;		/* said by the shape */
	c.inside = around->type;
	c.depth = around->depth + 1;
	c.field = field;
	c.path = path;
	if (!shape_choice(may, type)) {
		shape_problem(c.why, c.file, preset_field_path(&c, "type"),
		    _("trouvé « %s » à l’intérieur d’un champ de type %s ; "
		    "permis : %s"), type, around->type,
		    shape_choices_text(c.why->mem, may));
		return;
	}
	preset_check_field(&c);
}

static void
check_rows(const struct field_check *c)
{
	bool fixed = json_has(c->field, "rows");

	preset_check_unique(c->why, c->file, preset_field_path(c, "rows"),
	    json_array(c->field, "rows"), "key");
	if (fixed && (json_has(c->field, "min") || json_has(c->field, "max")))
		shape_problem(c->why, c->file, preset_field_path(c, "rows"),
		    _("trouvé des lignes fixes avec min ou max ; permis : l’un "
		    "ou l’autre"));
}

void
preset_check_inner(const struct field_check *c)
{
	bool table = strcmp(c->type, "table") == 0;
	const char *member = table ? "columns" : "fields";
	struct json_object *list = json_array(c->field, member);
	size_t i;

	if (!table && strcmp(c->type, "repeat") != 0)
		return;
	preset_check_unique(c->why, c->file, preset_field_path(c, member),
	    list, "key");
	if (json_int(c->field, "min", 0) < 0 ||
	    json_int(c->field, "max", 1) < 1 ||
	    json_int(c->field, "max", 1) > FORM_ITEMS)
		shape_problem(c->why, c->file, preset_field_path(c, "max"),
		    _("trouvé %lld ; permis : de 1 à %d éléments"),
		    (long long)json_int(c->field, "max", 0), FORM_ITEMS);
	for (i = 0; i < json_count(list); i++)
		check_one(c, json_at(list, i), mem_printf(c->why->mem,
		    "%s.%s[%zu]", c->path, member, i));
	if (table)
		check_rows(c);
}
