/*
 * Helpers over json-c: strict parse with a place, typed looks, canonical form.
 * It validates no schema: see domain/form and the presets' loader.
 */
#include "config.h"

#include "base/json.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/lang.h"
#include "base/text.h"

static void
place(struct json_error *error, const char *text, size_t at, const char *why)
{
	if (error == NULL)
		return;
	error->line = 1;
	error->column = 1;
	error->text = why;
	for (size_t i = 0; i < at; i++) {
		error->column++;
		if (text[i] == '\n') {
			error->line++;
			error->column = 1;
		}
	}
}

static const char *
skip_digits(const char *p, const char *end)
{
	while (p < end && *p >= '0' && *p <= '9')
		p++;
	return p;
}

static bool
fits_int64(const char *p, const char *end, bool negative)
{
	int64_t n = 0;

	for (; p < end; p++)
		if (__builtin_mul_overflow(n, 10, &n)
		    || __builtin_add_overflow(n, negative ? '0' - *p
		    : *p - '0', &n))
			return false;
	return true;
}

/*
 * The end of the number at p by RFC 8259, or NULL when it is none, or is an
 * integer that int64 cannot hold: json-c takes 007 and 1. and would round.
 */
static const char *
number_end(const char *p, const char *end)
{
	bool negative = *p == '-', whole = true;
	const char *digits = p + negative, *next;

	p = skip_digits(digits, end);
	if (p == digits || (*digits == '0' && p - digits > 1))
		return NULL;
	next = p;
	if (next < end && *next == '.') {
		whole = false;
		p = next + 1;
		next = skip_digits(p, end);
		if (next == p)
			return NULL;
	}
	if (next < end && (*next == 'e' || *next == 'E')) {
		whole = false;
		next++;
		next += next < end && (*next == '+' || *next == '-');
		p = next;
		next = skip_digits(p, end);
		if (next == p)
			return NULL;
	}
	return !whole || fits_int64(digits, next, negative) ? next : NULL;
}

/*
 * What json-c lets pass even when strict: 'text', NaN, Infinity, odd numbers,
 * control characters in strings. Where the first is, or end.
 */
static const char *
first_oddity(const char *p, const char *end)
{
	bool inside = false;

	for (; p < end; p++) {
		if (inside && (unsigned char)*p < 0x20)
			return p;
		if (inside && *p == '\\')
			p++;
		else if (*p == '"')
			inside = !inside;
		else if (inside)
			continue;
		else if (*p == '\'' || *p == 'N' || *p == 'I')
			return p;
		else if (*p == '-' || (*p >= '0' && *p <= '9')) {
			const char *next = number_end(p, end);

			if (next == NULL)
				return p;
			p = next - 1;
		}
	}
	return end;
}

/* What json-c stumbled on, for whoever wrote it. */
static const char *
said(enum json_tokener_error e)
{
	switch (e) {
	case json_tokener_continue:
	case json_tokener_error_parse_eof:
		return _("le texte s’arrête avant la fin");
	case json_tokener_error_depth:
		return _("trop d’éléments les uns dans les autres");
	case json_tokener_error_parse_utf8_string:
		return _("un caractère qui n’est pas en UTF-8");
	case json_tokener_error_parse_object_key_name:
		return _("un nom entre guillemets est attendu");
	case json_tokener_error_parse_object_key_sep:
		return _("deux points sont attendus après le nom");
	case json_tokener_error_parse_object_value_sep:
		return _("une virgule ou une accolade est attendue");
	case json_tokener_error_parse_array:
		return _("une virgule ou un crochet est attendu");
	default:
		return _("un caractère inattendu");
	}
}

enum rc
json_parse(struct json_object **value, const char *text, size_t len, int depth,
    struct json_error *error)
{
	struct json_tokener *tok;
	struct json_object *parsed;
	enum json_tokener_error e;
	size_t end, odd;
	enum rc rc = RC_INVALID;

	if (len > INT32_MAX - 1) {
		place(error, text, 0, _("un texte trop long"));
		return RC_INVALID;
	}
	tok = json_tokener_new_ex(depth);
	if (tok == NULL)
		abort();
	/* Trailing characters are looked at here: json-c refuses spaces too. */
	json_tokener_set_flags(tok, JSON_TOKENER_STRICT
	    | JSON_TOKENER_VALIDATE_UTF8 | JSON_TOKENER_ALLOW_TRAILING_CHARS);
	parsed = json_tokener_parse_ex(tok, text, (int)len);
	e = json_tokener_get_error(tok);
	end = json_tokener_get_parse_end(tok);
	if (e == json_tokener_continue) {	/* a bare number, or cut */
		parsed = json_tokener_parse_ex(tok, "", 1);
		e = json_tokener_get_error(tok);
		end = len;
	}
	while (e == json_tokener_success && end < len && text[end] != '\0'
	    && strchr(" \t\r\n", text[end]) != NULL)
		end++;
	odd = (size_t)(first_oddity(text, text + len) - text);
	if (odd < len && (e == json_tokener_success || odd < end))
		place(error, text, odd, _("un caractère inattendu"));
	else if (e != json_tokener_success)
		place(error, text, end, said(e));
	else if (end < len)
		place(error, text, end, _("un texte après la fin"));
	else {
		*value = parsed;
		rc = RC_OK;
	}
	if (rc != RC_OK && e == json_tokener_success)
		json_object_put(parsed);
	json_tokener_free(tok);
	return rc;
}

enum rc
json_read(struct json_object **value, struct mem *mem, const char *path,
    size_t max, struct json_error *error)
{
	char *data;
	size_t len;
	enum rc rc = file_read(&data, &len, mem, path, max);

	if (rc == RC_INVALID)
		place(error, "", 0, _("un fichier trop long"));
	if (rc != RC_OK)
		return rc;
	return json_parse(value, data, len, 32, error);
}

/* --- looking ------------------------------------------------------------ */

bool
json_is(struct json_object *value, enum json_type type)
{
	return json_object_is_type(value, type) != 0;
}

struct json_object *
json_get(struct json_object *obj, const char *key)
{
	struct json_object *value;

	if (obj == NULL || !json_is(obj, json_type_object)
	    || !json_object_object_get_ex(obj, key, &value))
		return NULL;
	return value;
}

bool
json_has(struct json_object *obj, const char *key)
{
	return json_get(obj, key) != NULL;
}

const char *
json_text(struct json_object *obj, const char *key)
{
	struct json_object *value = json_get(obj, key);

	return value != NULL && json_is(value, json_type_string)
	    ? json_object_get_string(value) : NULL;
}

const char *
json_text_or(struct json_object *obj, const char *key, const char *otherwise)
{
	const char *text = json_text(obj, key);

	return text != NULL ? text : otherwise;
}

int64_t
json_int(struct json_object *obj, const char *key, int64_t otherwise)
{
	struct json_object *value = json_get(obj, key);

	return value != NULL && json_is(value, json_type_int)
	    ? json_object_get_int64(value) : otherwise;
}

bool
json_flag(struct json_object *obj, const char *key, bool otherwise)
{
	struct json_object *value = json_get(obj, key);

	return value != NULL && json_is(value, json_type_boolean)
	    ? json_object_get_boolean(value) != 0 : otherwise;
}

struct json_object *
json_array(struct json_object *obj, const char *key)
{
	struct json_object *value = json_get(obj, key);

	return value != NULL && json_is(value, json_type_array) ? value : NULL;
}

struct json_object *
json_dict(struct json_object *obj, const char *key)
{
	struct json_object *value = json_get(obj, key);

	return value != NULL && json_is(value, json_type_object) ? value : NULL;
}

size_t
json_count(struct json_object *array)
{
	return array != NULL && json_is(array, json_type_array)
	    ? json_object_array_length(array) : 0;
}

struct json_object *
json_at(struct json_object *array, size_t i)
{
	return i < json_count(array) ? json_object_array_get_idx(array, i)
	    : NULL;
}

const char *
json_at_text(struct json_object *array, size_t i)
{
	struct json_object *value = json_at(array, i);

	return value != NULL && json_is(value, json_type_string)
	    ? json_object_get_string(value) : NULL;
}

static struct json_member
member(struct lh_entry *e)
{
	struct json_member m = { NULL, NULL, e };

	if (e != NULL) {
		m.key = lh_entry_k(e);
		m.value = lh_entry_v(e);
	}
	return m;
}

struct json_member
json_first(struct json_object *obj)
{
	if (obj == NULL || !json_is(obj, json_type_object))
		return member(NULL);
	return member(json_object_get_object(obj)->head);
}

struct json_member
json_next(struct json_member m)
{
	return member(lh_entry_next(m.entry));
}

/* --- building ----------------------------------------------------------- */

void
json_put(struct json_object *obj, const char *key, struct json_object *value)
{
	if (json_object_object_add(obj, key, value) != 0)
		abort();
}

void
json_put_text(struct json_object *obj, const char *key, const char *text)
{
	json_put(obj, key, text == NULL ? NULL : json_object_new_string(text));
}

void
json_put_int(struct json_object *obj, const char *key, int64_t n)
{
	json_put(obj, key, json_object_new_int64(n));
}

void
json_put_bool(struct json_object *obj, const char *key, bool b)
{
	json_put(obj, key, json_object_new_boolean(b));
}

/* --- writing ------------------------------------------------------------ */

const char *
json_string(struct mem *mem, struct json_object *value)
{
	const char *s = json_object_to_json_string_ext(value,
	    JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE), *p;
	struct buf b = BUF_INIT;

	/* Outside strings JSON has no "<", so each one is in a string. */
	for (; (p = strchr(s, '<')) != NULL; s = p + 1) {
		buf_add(&b, s, (size_t)(p - s));
		buf_text(&b, "\\u003c");
	}
	buf_text(&b, s);
	s = mem_strndup(mem, b.data, b.len);
	buf_release(&b);
	return s;
}
