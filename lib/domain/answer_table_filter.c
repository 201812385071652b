/*
 * Filters of the table of answers: what was typed, read as an answer to that
 * question would be. It looks nothing up.
 */
#include "config.h"

#include "domain/answer_table.h"

#include <string.h>

#include "base/date.h"
#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"

static const struct {
	const char	*name, *said;
} ops[TABLE_OPS] = {
	[TABLE_IS] = { "est", N_("est") },
	[TABLE_IS_NOT] = { "n-est-pas", N_("n’est pas") },
	[TABLE_HAS] = { "contient", N_("contient") },
	[TABLE_AT_LEAST] = { "au-moins", N_("est au moins") },
	[TABLE_AT_MOST] = { "au-plus", N_("est au plus") },
	[TABLE_ANSWERED] = { "repondu", N_("a une réponse") },
	[TABLE_NOT_ANSWERED] = { "sans-reponse", N_("n’a pas de réponse") },
};

const char *
table_op_name(enum table_op op)
{
	return ops[op].name;
}

const char *
table_op_said(enum table_op op)
{
	return _(ops[op].said);
}

int
table_op_by_name(const char *name)
{
	int i;

	for (i = 0; i < TABLE_OPS; i++)
		if (strcmp(ops[i].name, name) == 0)
			return i;
	return -1;
}

/* The option of that key or of those words, as stored: "\"association\"". */
static const char *
option_json(const struct answer_table *t, const struct form_field *f,
    const char *text)
{
	const char *wanted = text_fold(t->mem, text);
	size_t i;

	for (i = 0; f->options_are_themes && i < t->platform->theme_count; i++)
		if (strcmp(t->platform->themes[i].key, text) == 0 ||
		    strcmp(text_fold(t->mem, t->platform->themes[i].label),
		    wanted) == 0)
			return mem_printf(t->mem, "\"%s\"",
			    t->platform->themes[i].key);
	for (i = 0; i < f->option_count; i++)
		if (strcmp(f->options[i].key, text) == 0 ||
		    strcmp(text_fold(t->mem, f->options[i].label), wanted) == 0)
			return mem_printf(t->mem, "\"%s\"", f->options[i].key);
	return NULL;
}

static bool
is_compared(const struct form_field *f)
{
	struct value v = { .given = true };
	int64_t n;

	return value_number(f, &v, &n);
}

/* What was typed, read as an answer to that question would be. */
static bool
typed_number(int64_t *n, const char **why, const struct answer_table *t,
    const struct table_question *q, const char *text)
{
	struct typed typed = { "", text, NULL };
	struct form_field free = *q->field;
	const char *error = NULL;
	struct value v = { .given = false };
	struct civil day;
	int64_t at;

	if (q->field->type == FORM_YES_NO || q->field->type == FORM_CHECKBOX) {
		const char *folded = text_fold(t->mem, text);

		*n = strcmp(folded, "oui") == 0 || strcmp(folded, "yes") == 0;
		if (*n || strcmp(folded, "non") == 0 ||
		    strcmp(folded, "no") == 0)
			return true;
		*why = _("Écrivez « oui » ou « non ».");
		return false;
	}
	if (q->field->type == FORM_PERIOD || q->field->type == FORM_DATE_TIME) {
		if (date_parse(&day, text) && date_parse_unix(&at,
		    date_iso_civil(t->mem, &day))) {
			*n = q->field->type == FORM_PERIOD ? at / DATE_DAY : at;
			return true;
		}
		*why = _("Écrivez une date : 31/01/2027.");
		return false;
	}
	/* The bounds of the question are those of its answers, not of a filter. */
	free.has_min = free.has_max = false;
	if (!value_read(&v, &error, q->answers, &free, &typed) ||
	    !value_number(q->field, &v, n)) {
		*why = error != NULL ? error : _("Écrivez une valeur.");
		return false;
	}
	return true;
}

static void
put(struct json_object *filters, const char *key, const char *op, bool yes,
    const char *text, const int64_t *number)
{
	struct json_object *f = json_object_new_object();

	json_put_text(f, "key", key);
	json_put_text(f, "op", op);
	json_put_int(f, "yes", yes);
	if (text != NULL)
		json_put_text(f, "t", text);
	if (number != NULL)
		json_put_int(f, "n", *number);
	json_object_array_add(filters, f);
}

bool
answer_table_filter(struct json_object *filters, const char **why,
    const struct answer_table *t, size_t question, enum table_op op,
    const char *text)
{
	const struct table_question *q = &t->questions[question];
	const struct form_field *f = q->field;
	bool yes = op != TABLE_IS_NOT && op != TABLE_NOT_ANSWERED;
	const char *option;
	int64_t n;

	if (op == TABLE_ANSWERED || op == TABLE_NOT_ANSWERED) {
		put(filters, f->key, "answered", yes, NULL, NULL);
		return true;
	}
	text = text_trim(t->mem, text);
	if (*text == '\0') {
		*why = _("Écrivez une valeur.");
		return false;
	}
	if (is_compared(f)) {
		if (!typed_number(&n, why, t, q, text))
			return false;
		put(filters, f->key, op == TABLE_AT_LEAST ? "at_least"
		    : op == TABLE_AT_MOST ? "at_most" : "number", yes, NULL,
		    &n);
		return true;
	}
	if (op == TABLE_AT_LEAST || op == TABLE_AT_MOST) {
		*why = _("Cette question n’a pas de nombre à comparer.");
		return false;
	}
	option = option_json(t, f, text);
	if (option != NULL)
		put(filters, f->key, f->type == FORM_CHOICE ? "value" : "in",
		    yes, option, NULL);
	else
		put(filters, f->key, op == TABLE_HAS ? "has" : "words", yes,
		    text_fold(t->mem, text), NULL);
	return true;
}
