/*
 * forms/: steps, blocks and fields, checked one by one and together.
 * It judges the questions; the form engine asks them.
 */
#include "config.h"

#include <string.h>

#include "base/lang.h"
#include "domain/form_rule.h"
#include "domain/preset_field_private.h"

#define COUNT(a)	(sizeof(a) / sizeof((a)[0]))

const struct shape preset_bar_shape[] = {
	ROW("when", SHAPE_ANY, NEEDED),
	ROW("message", SHAPE_ANY, NEEDED),
	ROW("blocks", SHAPE_BOOL, 0),
	ROW_END
};
static const struct shape rule_shape[] = {
	ROW("must", SHAPE_ANY, NEEDED),
	ROW("message", SHAPE_ANY, NEEDED),
	ROW("at", SHAPE_KEY, NEEDED | MANY),
	ROW_END
};
static const struct shape block_shape[] = {
	ROW("key", SHAPE_KEY, NEEDED),
	ROW("label", SHAPE_TEXT, NEEDED),
	ROW("visible_if", SHAPE_ANY, 0),
	ROW("required_if", SHAPE_ANY, 0),
	ROW("forbidden_if", SHAPE_ANY, 0),
	ROWS("rules", MANY, rule_shape),
	{ "fields", SHAPE_OBJECT, NEEDED | MANY, 1, 100, NULL, preset_field_shape },
	ROW_END
};
static const struct shape step_shape[] = {
	ROW("key", SHAPE_KEY, NEEDED),
	ROW_IN("label", SHAPE_TEXT, NEEDED, 0, 80),
	ROW_IN("intro", SHAPE_TEXT, 0, 0, 600),
	ROW("visible_if", SHAPE_ANY, 0),
	ROW("required_if", SHAPE_ANY, 0),
	ROW("forbidden_if", SHAPE_ANY, 0),
	{ "blocks", SHAPE_OBJECT, NEEDED | MANY, 1, 30, NULL, block_shape },
	ROW_END
};
const struct shape preset_form_shape[] = {
	ROW_FORMAT,
	ROW("key", SHAPE_KEY, NEEDED),
	ROW_IN("revision", SHAPE_INT, NEEDED, 1, 100000),
	ROW_OF("kind", NEEDED, "project|supplement|commons|place|event|resource|"
	    "annotation"),
	ROW("title", SHAPE_TEXT, NEEDED),
	ROW_IN("intro", SHAPE_LONG, 0, 0, 2000),
	ROWS("rules", MANY, rule_shape),
	ROWS("ineligible_if", MANY, preset_bar_shape),
	{ "steps", SHAPE_OBJECT, NEEDED | MANY, 1, 20, NULL, step_shape },
	ROW_END
};

/* Each field with its path; keys of steps and blocks are unique. */
static void
check_fields(struct field_check *c)
{
	struct json_object *steps = json_array(c->form, "steps");
	struct mem *mem = c->why->mem;
	size_t s, b, f;

	preset_check_unique(c->why, c->file, "steps", steps, "key");
	for (s = 0; s < json_count(steps); s++) {
		struct json_object *blocks = json_array(json_at(steps, s),
		    "blocks");

		preset_check_unique(c->why, c->file, mem_printf(mem,
		    "steps[%zu].blocks", s), blocks, "key");
		for (b = 0; b < json_count(blocks); b++) {
			struct json_object *fields = json_array(json_at(blocks,
			    b), "fields");

			for (f = 0; f < json_count(fields); f++) {
				c->field = json_at(fields, f);
				c->path = mem_printf(mem, "steps[%zu].blocks"
				    "[%zu].fields[%zu]", s, b, f);
				preset_check_field(c);
				c->index++;
			}
		}
	}
}

/* What every list shows of a project must be asked. */
static void
check_needed_targets(const struct field_check *c)
{
	static const char *const needed[] = { "title", "summary", "territory",
	    "theme" };
	struct json_object *field;
	size_t i, n;

	if (!shape_choice("project|commons", json_text_or(c->form, "kind", "")))
		return;
	for (i = 0; i < COUNT(needed); i++) {
		for (n = 0; (field = preset_field_at(c->form, n)) != NULL; n++)
			if (strcmp(json_text_or(field, "maps_to", ""),
			    needed[i]) == 0)
				break;
		if (field == NULL)
			shape_problem(c->why, c->file, "steps", _("aucun champ "
			    "ne donne « %s » ; permis : un champ dont maps_to "
			    "le dit"), needed[i]);
	}
}

/* What each rule looks at, and how. */
static void
check_rules(const struct field_check *c)
{
	struct problems found = PROBLEMS_INIT(c->why->mem);
	const struct problem *x;

	form_rules_check(c->why->mem, c->form, &found);
	for (x = found.first; x != NULL; x = x->next)
		shape_problem(c->why, c->file, x->where, "%s", x->text);
}

void
preset_check_form(const struct preset *p, const struct preset_file *file,
    struct problems *why)
{
	struct field_check c = { p, why, file->name, file->json, 0, "", NULL,
	    "", NULL, 0 };

	if (file->json == NULL)
		return;
	shape_check(why, file->name, file->json, preset_form_shape);
	if (preset_field_at(file->json, FORM_QUESTIONS) != NULL) {
		shape_problem(why, file->name, "steps", _("plus de %d questions "
		    "en tout ; permis : %d au plus"), FORM_QUESTIONS,
		    FORM_QUESTIONS);
		return;
	}
	check_fields(&c);
	check_needed_targets(&c);
	check_rules(&c);
}

/* One key is one answer, whatever the form that asks it. */
void
preset_check_shared_keys(const struct preset *p, struct problems *why)
{
	size_t i, j, n;

	for (i = 1; i < p->forms.count; i++) {
		struct json_object *field;

		for (n = 0; (field = preset_field_at(p->forms.rows[i].json, n))
		    != NULL; n++) {
			const char *key = json_text_or(field, "key", "");

			for (j = 0; j < i; j++) {
				const char *type = json_text(preset_field(
				    p->forms.rows[j].json, key), "type");

				if (type == NULL || strcmp(type,
				    json_text_or(field, "type", type)) == 0)
					continue;
				shape_problem(why, p->forms.rows[i].name, key,
				    _("trouvé le type %s ; permis : %s, comme "
				    "dans %s (une clé est une seule réponse)"),
				    json_text(field, "type"), type,
				    p->forms.rows[j].name);
			}
		}
	}
}
