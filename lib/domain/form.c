/*
 * What a form is made of, and how its parts are found.
 * It reads no database and no JSON.
 */
#include "config.h"

#include "domain/form.h"

#include <stdlib.h>
#include <string.h>

#include "base/lang.h"

static const char *const type_names[] = {
	[FORM_HEADING] = "heading", [FORM_EXPLANATION] = "explanation",
	[FORM_TEXT] = "text", [FORM_LONG_TEXT] = "long_text",
	[FORM_INTEGER] = "integer", [FORM_MONEY] = "money",
	[FORM_PERCENTAGE] = "percentage", [FORM_DATE] = "date",
	[FORM_YES_NO] = "yes_no", [FORM_CHOICE] = "choice",
	[FORM_MULTI_CHOICE] = "multi_choice", [FORM_EMAIL] = "email",
	[FORM_PHONE] = "phone", [FORM_URL] = "url",
	[FORM_ORGANISATION] = "organisation", [FORM_TERRITORY] = "territory",
	[FORM_POINT] = "point", [FORM_FILES] = "files",
	[FORM_FUNDING_PLAN] = "funding_plan",
	[FORM_STEPS_SCHEDULE] = "steps_schedule",
	[FORM_DECIMAL] = "decimal", [FORM_DATE_TIME] = "date_time",
	[FORM_PERIOD] = "period", [FORM_CHECKBOX] = "checkbox",
	[FORM_LINKED_CHOICE] = "linked_choice", [FORM_RANKING] = "ranking",
	[FORM_REFERENCE] = "reference", [FORM_PERSON] = "person",
	[FORM_IBAN] = "iban", [FORM_ADDRESS] = "address",
	[FORM_COUNTRY] = "country", [FORM_SHAPE] = "shape",
	[FORM_REPEAT] = "repeat", [FORM_TABLE] = "table",
	[FORM_INDICATOR] = "indicator", [FORM_LINK] = "link",
	[FORM_PATTERN] = "pattern"
};

static const char *const map_names[] = {
	[MAP_NONE] = "", [MAP_TITLE] = "title", [MAP_SUMMARY] = "summary",
	[MAP_DESCRIPTION] = "description", [MAP_TERRITORY] = "territory",
	[MAP_THEME] = "theme", [MAP_COST] = "cost",
	[MAP_REQUESTED] = "requested", [MAP_START] = "start",
	[MAP_END] = "end", [MAP_ORGANISATION] = "organisation",
	[MAP_POINT] = "point", [MAP_MILESTONES] = "milestones",
	[MAP_FUNDING] = "funding", [MAP_MATURITY] = "maturity"
};

static int
by_name(const char *const *names, size_t count, const char *name)
{
	size_t i;

	for (i = 0; name != NULL && i < count; i++)
		if (strcmp(names[i], name) == 0)
			return (int)i;
	return -1;
}

int
form_type_by_name(const char *name)
{
	return by_name(type_names, FORM_TYPE_COUNT, name);
}

int
form_map_by_name(const char *name)
{
	return by_name(map_names, MAP_COUNT, name);
}

const char *
form_text_said(const struct form_text *texts)
{
	const struct form_text *t;

	for (t = texts; t->text != NULL; t++)
		if (t->lang == NULL || strcmp(t->lang, lang_get()) == 0)
			return t->text;
	return texts->text == NULL ? "" : texts->text;
}

bool
form_asks(const struct form_field *f)
{
	return f->type != FORM_HEADING && f->type != FORM_EXPLANATION;
}

bool
form_is_number(const struct form_field *f)
{
	return f->type == FORM_INTEGER || f->type == FORM_DECIMAL ||
	    f->type == FORM_MONEY || f->type == FORM_PERCENTAGE;
}

/* --- looking -------------------------------------------------------------- */

const struct form_field *
form_inner(const struct form_field *f, const char *key)
{
	size_t i;

	for (i = 0; i < f->inner_count; i++)
		if (strcmp(f->inner[i].key, key) == 0)
			return &f->inner[i];
	return NULL;
}

static int
compare_key(const void *key, const void *member)
{
	const struct form_field *const *f = member;

	return strcmp(key, (*f)->key);
}

const struct form_field *
form_field(const struct form *form, const char *key)
{
	struct form_field **found;

	found = bsearch(key, form->by_key, form->field_count,
	    sizeof(*form->by_key), compare_key);
	return found == NULL ? NULL : *found;
}

const struct form_field *
form_mapped(const struct form *form, enum form_map map)
{
	size_t i;

	for (i = 0; i < form->field_count; i++)
		if (form->fields[i].maps_to == map)
			return &form->fields[i];
	return NULL;
}

const struct form_step *
form_step(const struct form *form, const char *key)
{
	size_t i;

	for (i = 0; i < form->step_count; i++)
		if (strcmp(form->steps[i].key, key) == 0)
			return &form->steps[i];
	return NULL;
}
