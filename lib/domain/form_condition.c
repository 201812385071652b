/*
 * Reading conditions: each comparison fits the kind of what it compares.
 * It judges nothing, and lists every fault rather than the first.
 */
#include "config.h"

#include "domain/condition_private.h"

#include <string.h>

#include "base/date.h"
#include "base/json.h"
#include "base/lang.h"
#include "base/shape.h"
#include "base/text.h"

#define DEPTH_MAX	8
#define PARTS_MAX	200

const char *const condition_names[CONDITION_OP_COUNT] = {
	[CONDITION_ALL] = "all", [CONDITION_ANY] = "any",
	[CONDITION_NOT] = "not", [CONDITION_FORMULA] = "formula",
	[CONDITION_EQUALS] = "equals", [CONDITION_NOT_EQUALS] = "not_equals",
	[CONDITION_ONE_OF] = "one_of", [CONDITION_CONTAINS] = "contains",
	[CONDITION_LESS] = "less", [CONDITION_AT_MOST] = "at_most",
	[CONDITION_MORE] = "more", [CONDITION_AT_LEAST] = "at_least",
	[CONDITION_BEFORE] = "before", [CONDITION_AFTER] = "after",
	[CONDITION_WITHIN] = "within", [CONDITION_ANSWERED] = "answered"
};

/* What each kind may be compared by. */
#define ORDERED	"equals|not_equals|one_of|less|at_most|more|at_least|answered"
static const char *const operators[KIND_COUNT] = {
	[KIND_NONE] = "answered", [KIND_NUMBER] = ORDERED,
	[KIND_MONEY] = ORDERED,
	[KIND_DAY] = "equals|not_equals|before|after|at_most|at_least|answered",
	[KIND_YES] = "equals|not_equals|answered",
	[KIND_TEXT] = "equals|not_equals|one_of|contains|answered",
	[KIND_KEY] = "equals|not_equals|one_of|answered",
	[KIND_KEYS] = "contains|one_of|answered",
	[KIND_PLACE] = "equals|not_equals|one_of|within|answered",
	[KIND_ROWS] = "answered"
};
static const char counted[] = "equals|not_equals|less|at_most|more|at_least";

static struct condition *read_one(const struct rule_scope *, const char *,
    struct json_object *, int);

static void fault(const struct rule_scope *, const char *path,
    const char *fmt, ...) __attribute__((format(printf, 3, 4)));

static void
fault(const struct rule_scope *s, const char *path, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	problem_add(s->why, path, "%s", mem_vprintf(s->mem, fmt, ap));
	va_end(ap);
}

static const char *
below(const struct rule_scope *s, const char *path, const char *member)
{
	return mem_printf(s->mem, "%s.%s", path, member);
}

/* --- what it is compared with --------------------------------------------- */

/* "-12.5", as the file writes it. */
static bool
read_decimal(struct fraction *n, const char *text)
{
	int64_t num = 0, den = 1;
	bool minus = *text == '-', part = false;
	int digits = 0;

	for (text += minus; *text != '\0'; text++) {
		if (*text == '.' && !part) {
			part = true;
			continue;
		}
		if (*text < '0' || *text > '9' || ++digits > 15)
			return false;
		num = num * 10 + (*text - '0');
		if (part)
			den *= 10;
	}
	*n = fraction_make(minus ? -num : num, den);
	return digits > 0;
}

/* A number as rule_number gives it, from what a file says (cents, hundredths
 * of a per cent; decimals as they are). */
static bool
read_number(struct fraction *n, const struct form_field *f,
    struct json_object *o)
{
	struct value v = { .given = true };

	if (f != NULL && f->type == FORM_DECIMAL && (json_is(o,
	    json_type_int) || json_is(o, json_type_double)))
		return read_decimal(n, json_object_get_string(o));
	if (!json_is(o, json_type_int))
		return false;
	v.number = json_object_get_int64(o);
	*n = f == NULL ? fraction_make(v.number, 1) : rule_number(NULL, f, &v);
	return fraction_is(*n);
}

/* "2027-01-31", "today", {"today": 30}, {"call": "closes", "days": -10} */
static bool
read_day(struct condition *c, const struct rule_scope *s,
    struct json_object *o)
{
	const char *text = json_is(o, json_type_string)
	    ? json_object_get_string(o) : NULL;
	const char *call = json_text(o, "call");
	int64_t at, days = json_int(o, "days", 0);

	if (text != NULL && strcmp(text, "today") == 0) {
		c->day = DAY_TODAY;
		days = 0;
	} else if (text != NULL) {
		if (!date_parse_unix(&at, text))
			return false;
		days = at / DATE_DAY;
	} else if (json_has(o, "today")) {
		c->day = DAY_TODAY;
		days = json_int(o, "today", INT64_MIN);
	} else if (call != NULL && s->call && shape_choice("opens|closes",
	    call)) {
		c->day = *call == 'o' ? DAY_CALL_OPENS : DAY_CALL_CLOSES;
	} else {
		return false;
	}
	if (days < -100000 || days > 100000)
		return false;
	c->numbers[c->count++] = fraction_make(days, 1);
	return true;
}

static bool
is_option(const struct form_field *f, const char *key)
{
	size_t i, j;

	for (i = 0; i < f->option_count; i++) {
		const struct form_option *o = &f->options[i];

		if (strcmp(o->key, key) == 0)
			return true;
		for (j = 0; j < o->option_count; j++)
			if (strcmp(o->options[j].key, key) == 0)
				return true;
	}
	return f->option_count == 0;	/* themes, lists: known later */
}

static void
read_text(struct condition *c, const struct rule_scope *s, const char *path,
    const struct form_field *f, struct json_object *o)
{
	const char *text = json_is(o, json_type_string)
	    ? json_object_get_string(o) : NULL;

	if ((c->kind == KIND_KEY || c->kind == KIND_KEYS) &&
	    (text == NULL || !is_option(f, text)))
		fault(s, path, _("trouvé %s ; permis : une option du champ "
		    "« %s »"), shape_found(s->mem, o), f->key);
	else if (text == NULL || *text == '\0')
		fault(s, path, _("trouvé %s ; permis : un texte"),
		    shape_found(s->mem, o));
	else
		c->texts[c->count++] = mem_strdup(s->mem, text);
}

static void
read_operand(struct condition *c, const struct rule_scope *s,
    const char *path, const struct form_field *f, struct json_object *o)
{
	switch (c->counted ? KIND_NUMBER : c->kind) {
	case KIND_NUMBER:
	case KIND_MONEY:
		if (read_number(&c->numbers[c->count], c->counted ? NULL : f,
		    o))
			c->count++;
		else
			fault(s, path, _("trouvé %s ; permis : un nombre entier "
			    "(centimes, centièmes de pour cent)"),
			    shape_found(s->mem, o));
		break;
	case KIND_YES:
		if (json_is(o, json_type_boolean))
			c->numbers[c->count++] = fraction_make(
			    json_object_get_boolean(o), 1);
		else
			fault(s, path, _("trouvé %s ; permis : true, false"),
			    shape_found(s->mem, o));
		break;
	case KIND_DAY:
		if (!read_day(c, s, o))
			fault(s, path, s->call
			    ? _("trouvé %s ; permis : « 2027-01-31 », "
			    "« today », {\"today\": jours}, {\"call\": \"opens\" "
			    "ou \"closes\", \"days\": jours}")
			    : _("trouvé %s ; permis : « 2027-01-31 », "
			    "« today », {\"today\": jours}"),
			    shape_found(s->mem, o));
		break;
	default:
		read_text(c, s, path, f, o);
	}
}

/* one_of, and within, take several. */
static void
read_operands(struct condition *c, const struct rule_scope *s,
    const char *path, const struct form_field *f, struct json_object *o)
{
	bool several = c->op == CONDITION_ONE_OF ||
	    (c->op == CONDITION_WITHIN && json_is(o, json_type_array));
	size_t n = several ? json_count(o) : 1, i;

	if (n == 0 || n > PARTS_MAX) {
		fault(s, path, _("trouvé %s ; permis : une liste"),
		    shape_found(s->mem, o));
		return;
	}
	c->texts = MEM_ARRAY(s->mem, n, const char *);
	c->numbers = MEM_ARRAY(s->mem, n, struct fraction);
	if (!several) {
		read_operand(c, s, path, f, o);
		return;
	}
	for (i = 0; i < n; i++)
		read_operand(c, s, mem_printf(s->mem, "%s[%zu]", path, i), f,
		    json_at(o, i));
}

/* --- one comparison ------------------------------------------------------- */

static void
read_operator(struct condition *c, const struct rule_scope *s,
    const char *path, const struct form_field *f, enum condition_op op,
    struct json_object *o)
{
	const char *allowed = c->counted ? counted : operators[c->kind];

	c->op = op;
	if (!shape_choice(allowed, condition_names[op]))
		fault(s, path, _("« %s » est %s ; permis : %s"), f->key,
		    c->counted ? _("un nombre de réponses")
		    : rule_kind_said(c->kind),
		    shape_choices_text(s->mem, allowed));
	else if (op != CONDITION_ANSWERED)
		read_operands(c, s, path, f, o);
	else if (json_is(o, json_type_boolean))
		c->yes = json_object_get_boolean(o);
	else
		fault(s, path, _("trouvé %s ; permis : true, false"),
		    shape_found(s->mem, o));
}

static enum condition_op
op_by_name(const char *name)
{
	int op;

	for (op = CONDITION_EQUALS; op < CONDITION_OP_COUNT; op++)
		if (strcmp(condition_names[op], name) == 0)
			return (enum condition_op)op;
	return CONDITION_OP_COUNT;
}

static void
read_comparison(struct condition *c, const struct rule_scope *s,
    const char *path, struct json_object *o)
{
	const char *subject = json_has(o, "count") ? "count" : "field";
	const char *key = json_text(o, subject), *why = NULL;
	const struct form_field *f = key == NULL ? NULL
	    : rule_field(s, key, &why);
	int found = 0;

	if (f == NULL) {
		fault(s, below(s, path, subject), key == NULL ? _("trouvé %s ; "
		    "permis : la clé d’un champ placé avant celui-ci")
		    : "%s", key == NULL ? shape_found(s->mem, json_get(o,
		    subject)) : why);
		return;
	}
	c->field = f->index;
	c->kind = rule_kind(f);
	c->counted = *subject == 'c';
	if (c->counted && c->kind != KIND_KEYS && c->kind != KIND_ROWS)
		fault(s, below(s, path, subject), _("« %s » est %s ; permis : "
		    "un champ qui a plusieurs réponses"), key,
		    rule_kind_said(c->kind));
	JSON_EACH(o, m) {
		enum condition_op op = op_by_name(m.key);

		if (op != CONDITION_OP_COUNT) {
			found++;
			read_operator(c, s, below(s, path, m.key), f, op,
			    m.value);
		} else if (strcmp(m.key, subject) != 0) {
			fault(s, below(s, path, m.key), _("nom inconnu ; "
			    "permis : field, %s"), shape_choices_text(s->mem,
			    c->counted ? counted : operators[c->kind]));
		}
	}
	if (found != 1)
		fault(s, path, _("trouvé %d comparaisons ; permis : une seule "
		    "parmi %s"), found, shape_choices_text(s->mem, c->counted
		    ? counted : operators[c->kind]));
}

/* --- all, any, not, formula ----------------------------------------------- */

static void
read_parts(struct condition *c, const struct rule_scope *s, const char *path,
    struct json_object *list, int depth)
{
	size_t i, n = json_count(list);

	if (n == 0 || n > PARTS_MAX) {
		fault(s, path, _("trouvé %s ; permis : une liste"),
		    shape_found(s->mem, list));
		return;
	}
	c->parts = MEM_ARRAY(s->mem, n, struct condition *);
	for (i = 0; i < n; i++)
		c->parts[c->part_count++] = read_one(s, mem_printf(s->mem,
		    "%s[%zu]", path, i), json_at(list, i), depth + 1);
}

static void
read_formula(struct condition *c, const struct rule_scope *s,
    const char *path, struct json_object *o)
{
	if (!json_is(o, json_type_string)) {
		fault(s, path, _("trouvé %s ; permis : un texte"),
		    shape_found(s->mem, o));
		return;
	}
	c->formula = formula_parse(s, path, json_object_get_string(o));
	if (c->formula != NULL && formula_kind(c->formula) != KIND_YES)
		fault(s, path, _("c’est %s ; attendu : %s"),
		    rule_kind_said(formula_kind(c->formula)),
		    _("une comparaison"));
}

static struct condition *
read_one(const struct rule_scope *s, const char *path, struct json_object *o,
    int depth)
{
	struct condition *c = MEM_NEW(s->mem, struct condition);
	int op;

	if (!json_is(o, json_type_object) || depth > DEPTH_MAX) {
		fault(s, path, _("trouvé %s ; permis : une condition, sur %d "
		    "niveaux au plus"), shape_found(s->mem, o), DEPTH_MAX);
		return c;
	}
	for (op = CONDITION_ALL; op < CONDITION_EQUALS; op++) {
		const char *name = condition_names[op];
		struct json_object *part = json_get(o, name);

		if (!json_has(o, name))
			continue;
		c->op = (enum condition_op)op;
		if (json_object_object_length(o) != 1)
			fault(s, path, _("« %s » est seul dans ses accolades"),
			    name);
		if (op == CONDITION_FORMULA) {
			read_formula(c, s, below(s, path, name), part);
		} else if (op == CONDITION_NOT) {
			c->parts = MEM_ARRAY(s->mem, 1, struct condition *);
			c->parts[c->part_count++] = read_one(s, below(s, path,
			    name), part, depth + 1);
		} else {
			read_parts(c, s, below(s, path, name), part, depth);
		}
		return c;
	}
	read_comparison(c, s, path, o);
	return c;
}

/* --- the doors ------------------------------------------------------------ */

struct condition *
condition_read(const struct rule_scope *s, const char *path,
    struct json_object *o)
{
	size_t before = s->why->count;
	struct condition *c = read_one(s, path, o, 1);

	return s->why->count == before ? c : NULL;
}

static struct condition *
several(struct mem *mem, enum condition_op op, struct condition *const *given,
    size_t n)
{
	struct condition *c = MEM_NEW(mem, struct condition);
	size_t i;

	c->op = op;
	c->parts = MEM_ARRAY(mem, n + 1, struct condition *);
	for (i = 0; i < n; i++)
		if (given[i] != NULL)
			c->parts[c->part_count++] = given[i];
	return c->part_count > 1 ? c : c->parts[0];
}

struct condition *
condition_all(struct mem *mem, struct condition *const *given, size_t n)
{
	return several(mem, CONDITION_ALL, given, n);
}

struct condition *
condition_any(struct mem *mem, struct condition *const *given, size_t n)
{
	return several(mem, CONDITION_ANY, given, n);
}
