/*
 * The answers of a demonstration project, typed as a person would type them,
 * so that the same reading and the same rules apply.
 */
#include "config.h"

#include <string.h>

#include "domain/answer.h"
#include "domain/demo_private.h"
#include "domain/money.h"
#include "domain/platform.h"

/* Controls of one field, in the order typed. */
struct typing {
	struct scene	*scene;
	struct typed	*first, **end;
};

static void
type(struct typing *t, const char *part, const char *text)
{
	struct typed *one = MEM_NEW(t->scene->mem, struct typed);

	one->part = part;
	one->text = text;
	*t->end = one;
	t->end = &one->next;
}

/* A day, relative or not; any other value as its text. */
static const char *
text_of(struct scene *s, struct json_object *value)
{
	if (json_is(value, json_type_object))
		return preset_day(&s->demo->load, s->mem, value);
	return mem_strdup(s->mem, json_object_get_string(value));
}

static void
type_all(struct typing *t, struct json_object *list)
{
	size_t i;

	for (i = 0; i < json_count(list); i++)
		type(t, "", text_of(t->scene, json_at(list, i)));
}

static void
type_schedule(struct typing *t, struct json_object *steps)
{
	struct mem *mem = t->scene->mem;
	size_t i;

	for (i = 0; i < json_count(steps); i++) {
		type(t, mem_printf(mem, "%zu.label", i),
		    json_text(json_at(steps, i), "label"));
		type(t, mem_printf(mem, "%zu.date", i),
		    text_of(t->scene, json_get(json_at(steps, i), "date")));
	}
}

/* The plan is written once in the file, as costs and sources. */
static void
type_plan(struct typing *t, struct json_object *plan)
{
	struct json_object *costs = json_array(plan, "costs");
	struct json_object *sources = json_array(plan, "sources");
	struct json_object *bodies = json_array(
	    t->scene->demo->load.preset->organisations.json, "organisations");
	struct mem *mem = t->scene->mem;
	size_t i;

	for (i = 0; i < json_count(costs); i++) {
		type(t, mem_printf(mem, "costs.%zu.label", i),
		    json_text(json_at(costs, i), "label"));
		type(t, mem_printf(mem, "costs.%zu.amount", i),
		    money_plain(mem, json_int(json_at(costs, i),
		    "amount_cents", 0)));
	}
	for (i = 0; i < json_count(sources); i++) {
		struct json_object *row = json_at(sources, i);

		type(t, mem_printf(mem, "sources.%zu.funder", i),
		    json_text(preset_row(bodies, "key", json_text(row,
		    "funder")), "name"));
		type(t, mem_printf(mem, "sources.%zu.kind", i),
		    json_text(row, "kind"));
		type(t, mem_printf(mem, "sources.%zu.amount", i),
		    money_plain(mem, json_int(row, "asked_cents", 0)));
	}
}

static void
type_field(struct typing *t, const struct form_field *field,
    struct json_object *value)
{
	struct scene *s = t->scene;
	const char *siret;

	switch (field->type) {
	case FORM_MULTI_CHOICE:
		type_all(t, value);
		break;
	case FORM_STEPS_SCHEDULE:
		type_schedule(t, value);
		break;
	case FORM_MONEY:
		type(t, "", money_plain(s->mem, json_object_get_int64(value)));
		break;
	case FORM_YES_NO:
		type(t, "", json_object_get_boolean(value) ? "oui" : "non");
		break;
	case FORM_ORGANISATION:
		siret = json_text(value, "siret");
		type(t, "", siret != NULL ? siret : json_text(value, "rna"));
		break;
	case FORM_POINT:
		type(t, "lon", text_of(s, json_at(value, 0)));
		type(t, "lat", text_of(s, json_at(value, 1)));
		break;
	default:
		type(t, "", text_of(s, value));
		break;
	}
}

enum rc
demo_answer(struct scene *s, int64_t form_revision_id, int64_t application_id,
    struct json_object *values)
{
	const struct form *form;
	struct platform *platform;
	struct answers answers;
	struct change *changes;
	size_t i, n = 0;
	enum rc rc = form_get(&form, s->db, form_revision_id);

	if (rc == RC_OK)
		rc = platform_load_id(&platform, s->db, s->mem,
		    s->demo->load.platform_id);
	if (rc == RC_OK)
		rc = answers_load(&answers, s->db, s->mem, form, platform,
		    s->dossier_id, application_id);
	if (rc != RC_OK)
		return rc;
	changes = MEM_ARRAY(s->mem, form->field_count + 1, struct change);
	/* In the order asked: an answer may make the next ones asked. */
	for (i = 0; i < form->field_count; i++) {
		const struct form_field *field = &form->fields[i];
		struct typing t = { s, NULL, &t.first };

		if (field->type == FORM_FUNDING_PLAN)
			type_plan(&t, json_dict(s->project, "plan"));
		else if (json_has(values, field->key))
			type_field(&t, field, json_get(values, field->key));
		if (t.first != NULL)
			changes[n++] = (struct change){ .field = field,
			    .typed = t.first };
	}
	return answers_save(&answers, changes, n, s->who, s->at);
}
