/*
 * What was typed in the controls of a part, back as its settings. It judges only
 * what cannot be read; the format judges the rest when the part is saved.
 */
#include "config.h"

#include "fcgi/instruction/editor_control.h"

#include <string.h>

#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/decimal.h"

static struct json_object *
read_keys(struct mem *mem, const char *text)
{
	struct json_object *list = json_object_new_array();
	size_t len;

	for (; *text != '\0'; text += len + (text[len] != '\0')) {
		const char *word;

		len = strcspn(text, ",; \n");
		word = mem_strndup(mem, text, len);
		if (*word == '.')
			word++;
		if (*word != '\0')
			json_object_array_add(list, json_object_new_string(
			    word));
	}
	return list;
}

static bool
has_key(struct json_object *list, const char *key)
{
	size_t i;

	for (i = 0; i < json_count(list); i++)
		if (strcmp(json_text_or(json_at(list, i), "key", ""), key) == 0)
			return true;
	return false;
}

/* One line: its key is said, or made of its words. */
static void
add_option(struct mem *mem, struct json_object *list, const char *line)
{
	const char *equals = strstr(line, " = "), *bar, *key = NULL, *label;
	struct json_object *option = json_object_new_object();
	int n;

	if (equals != NULL) {
		key = text_trim(mem, mem_strndup(mem, line,
		    (size_t)(equals - line)));
		if (shape_is_key(key))
			line = equals + 3;
		else
			key = NULL;
	}
	bar = strstr(line, " | ");
	label = text_trim(mem, bar == NULL ? line : mem_strndup(mem, line,
	    (size_t)(bar - line)));
	if (key == NULL) {
		key = text_slug(mem, label);
		for (n = 2; has_key(list, key); n++)
			key = mem_printf(mem, "%s-%d", text_slug(mem, label), n);
	}
	json_put_text(option, "key", key);
	json_put_text(option, "label", label);
	if (bar != NULL && !text_blank(bar + 3))
		json_put_text(option, "hint", text_trim(mem, bar + 3));
	json_object_array_add(list, option);
}

static struct json_object *
read_options(struct mem *mem, const char *text)
{
	struct json_object *list = json_object_new_array(), *own, *last;
	size_t len;

	for (; *text != '\0'; text += len + (text[len] != '\0')) {
		const char *line;

		len = strcspn(text, "\n");
		line = text_trim(mem, mem_strndup(mem, text, len));
		if (*line == '\0')
			continue;
		if (!text_starts(line, "- ") || json_count(list) == 0) {
			add_option(mem, list, line);
			continue;
		}
		last = json_at(list, json_count(list) - 1);
		own = json_array(last, "options");
		if (own == NULL) {
			own = json_object_new_array();
			json_put(last, "options", own);
		}
		add_option(mem, own, line + 2);
	}
	return list;
}

static struct json_object *
read_questions(const struct editor *e, const struct shape *m)
{
	struct json_object *o = json_object_new_object();
	size_t i;

	for (i = 0; m->members[i].name != NULL; i++) {
		const char *key = field_raw(&e->req->fields, mem_printf(
		    e->req->mem, "m.%s.%s", m->name, m->members[i].name));

		if (*key != '\0')
			json_put_text(o, m->members[i].name, key);
	}
	if (json_object_object_length(o) > 0)
		return o;
	json_object_put(o);
	return NULL;
}

static struct json_object *
read_several(const struct editor *e, const char *control)
{
	struct json_object *list = json_object_new_array();
	const struct field *f = NULL;

	while ((f = field_next(&e->req->fields, f, control)) != NULL)
		json_object_array_add(list, json_object_new_string(f->raw));
	return list;
}

/* One text, or one a language when there are several; those of languages that
 * the page did not ask stay. */
static struct json_object *
read_message(const struct editor *e, const char *control,
    struct json_object *was)
{
	struct json_object *all = json_object_new_object(), *one;
	const char *const *lang = lang_list();
	struct mem *mem = e->req->mem;
	const char *text;

	if (json_is(was, json_type_object))
		JSON_EACH(was, m)
			json_put(all, m.key, json_object_get(m.value));
	for (; *lang != NULL; lang++) {
		text = field_raw(&e->req->fields, strcmp(*lang, "fr") == 0
		    ? control : mem_printf(mem, "%s.%s", control, *lang));
		text = text_collapse_spaces(mem, text);
		if (text_blank(text))
			json_object_object_del(all, *lang);
		else
			json_put_text(all, *lang, text);
	}
	one = json_object_get(json_get(all, "fr"));
	if (json_object_object_length(all) > (one != NULL))
		json_object_put(one);
	else {
		json_object_put(all);
		return one;
	}
	return all;
}

static struct json_object *
not_empty(struct json_object *list)
{
	if (json_count(list) > 0)
		return list;
	json_object_put(list);
	return NULL;
}

bool
member_read(struct json_object **value, const struct editor *e,
    const struct form_spot *spot, const struct shape *m, struct problems *why)
{
	struct mem *mem = e->req->mem;
	const char *control = member_control(mem, m->name);
	const char *text = field_raw(&e->req->fields, control);
	struct json_error error;
	int64_t n;

	*value = NULL;
	switch (control_of(m)) {
	case CONTROL_SEVERAL:
		*value = not_empty(read_several(e, control));
		return true;
	case CONTROL_QUESTIONS:
		*value = read_questions(e, m);
		return true;
	case CONTROL_BESIDE:
		*value = not_empty(read_several(e, control));
		return true;
	case CONTROL_MESSAGE:
		*value = read_message(e, control, json_get(spot->node,
		    m->name));
		return true;
	case CONTROL_BLOCKS:
		if (strcmp(text, "non") == 0)
			*value = json_object_new_boolean(false);
		return true;
	default:
		break;
	}
	if (text_blank(text))
		return true;
	switch (control_of(m)) {
	case CONTROL_FLAG:
		*value = json_object_new_boolean(true);
		return true;
	case CONTROL_YES_NO:
		*value = json_object_new_boolean(strcmp(text, "oui") == 0);
		return true;
	case CONTROL_NUMBER:
		if (!decimal_parse(&n, control_digits(spot, m),
		    text_trim(mem, text))) {
			problem_add(why, control, _("« %s » n’est pas un "
			    "nombre attendu ici."), text);
			return false;
		}
		*value = json_object_new_int64(n);
		return true;
	case CONTROL_KEYS:
		*value = not_empty(read_keys(mem, text));
		return true;
	case CONTROL_OPTIONS:
		*value = not_empty(read_options(mem, text_unix_lines(mem,
		    text)));
		return true;
	case CONTROL_JSON:
		if (json_parse(value, text, strlen(text), 16, &error) == RC_OK)
			return true;
		problem_add(why, control, _("Ce n’est pas du JSON : ligne %d, "
		    "colonne %d (%s)."), error.line, error.column, error.text);
		return false;
	case CONTROL_LINES:
		if (m->type == SHAPE_LONG) {
			*value = json_object_new_string(text_unix_lines(mem,
			    text));
			return true;
		}
		/* FALLTHROUGH */
	default:
		*value = json_object_new_string(text_trim(mem,
		    text_collapse_spaces(mem, text)));
		return true;
	}
}
