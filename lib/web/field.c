/*
 * Typed fields: each rule applied to what was received.
 * It reads no database, and drops what no rule names.
 */
#include "config.h"

#include "web/field_type.h"

#include <string.h>

#include "base/lang.h"
#include "base/text.h"

/* Without its value, a field says nothing: only a required one is wrong. */
static bool
is_empty(const struct check *c)
{
	return c->rule->type == F_PASSWORD ? *c->typed == '\0' :
	    text_blank(c->typed);
}

static void
say_missing(struct check *c)
{
	WRONG(c, "%s", c->rule->missing != NULL ? gettext(c->rule->missing) :
	    c->rule->type == F_CHOICE || c->rule->type == F_BOOL ?
	    _("Choisissez une réponse.") : _("Remplissez ce champ."));
}

static struct field *
field_add(struct fields *fields, struct field **last, const char *name)
{
	struct field *f = MEM_NEW(fields->mem, struct field);

	f->name = name;
	f->raw = "";
	if (*last == NULL)
		fields->first = f;
	else
		(*last)->next = f;
	*last = f;
	return f;
}

bool
field_is_named(const struct field_rule *rule, const char *name)
{
	if (rule->type == F_ANSWERS)
		return text_starts(name, rule->name) &&
		    name[strlen(rule->name)] != '\0';
	return strcmp(name, rule->name) == 0;
}

void
fields_check(struct fields *fields, struct mem *mem,
    const struct field_rule *rules, const struct params *sent)
{
	const struct field_rule *rule;
	struct field *last = NULL;
	const struct param *p;
	struct check c;
	bool given;

	*fields = (struct fields){ mem, NULL, PROBLEMS_INIT(mem) };
	for (rule = rules; rule != NULL && rule->type != F_END; rule++) {
		if (rule->type == F_FILE)
			continue;	/* upload.c checks them */
		given = false;
		for (p = sent->first; p != NULL; p = p->next) {
			if (!field_is_named(rule, p->name) || (given &&
			    !(rule->flags & FIELD_MANY) &&
			    rule->type != F_ANSWERS))
				continue;
			c = (struct check){ fields, rule,
			    field_add(fields, &last, p->name), p->value };
			c.field->raw = text_trim(mem, p->value);
			if (is_empty(&c)) {
				/* An emptied answer is an answer. */
				if (rule->type == F_ANSWERS)
					c.field->text = "";
				continue;
			}
			given = true;
			field_check_value(&c);
		}
		if (!given && (rule->flags & FIELD_REQUIRED)) {
			struct field named = { .name = rule->name };

			c = (struct check){ fields, rule, &named, "" };
			say_missing(&c);
		}
	}
}

/* --- reading ------------------------------------------------------------- */

static const struct field *
find_field(const struct fields *fields, const char *name)
{
	const struct field *f;

	for (f = fields->first; f != NULL; f = f->next)
		if (f->text != NULL && strcmp(f->name, name) == 0)
			return f;
	return NULL;
}

const char *
field_text(const struct fields *fields, const char *name)
{
	const struct field *f = find_field(fields, name);

	return f == NULL ? NULL : f->text;
}

const char *
field_or_empty(const struct fields *fields, const char *name)
{
	const char *text = field_text(fields, name);

	return text == NULL ? "" : text;
}

int64_t
field_int(const struct fields *fields, const char *name)
{
	const struct field *f = find_field(fields, name);

	return f == NULL ? 0 : f->number;
}

bool
field_bool(const struct fields *fields, const char *name)
{
	return field_int(fields, name) != 0;
}

bool
field_given(const struct fields *fields, const char *name)
{
	return find_field(fields, name) != NULL;
}

const char *
field_raw(const struct fields *fields, const char *name)
{
	const struct field *f;

	for (f = fields->first; f != NULL; f = f->next)
		if (strcmp(f->name, name) == 0)
			return f->raw;
	return "";
}

const struct field *
field_next(const struct fields *fields, const struct field *f,
    const char *name_or_prefix)
{
	size_t len = strlen(name_or_prefix);
	bool prefix = len > 0 && name_or_prefix[len - 1] == '.';

	for (f = f == NULL ? fields->first : f->next; f != NULL; f = f->next)
		if (f->text != NULL && (prefix ?
		    strncmp(f->name, name_or_prefix, len) == 0 :
		    strcmp(f->name, name_or_prefix) == 0))
			return f;
	return NULL;
}
