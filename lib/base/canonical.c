/*
 * The canonical form of a JSON value (RFC 8785), for digests.
 * The same value gives the same bytes for ever: change nothing here.
 */
#include "config.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"

static void
put_string(struct buf *b, const char *s, size_t len)
{
	buf_char(b, '"');
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)s[i];
		static const char named[] = "btn\0fr";	/* 8…13, 11 has none */

		if (c == '"' || c == '\\') {
			buf_char(b, '\\');
			buf_char(b, s[i]);
		} else if (c >= 8 && c <= 13 && c != 11) {
			buf_char(b, '\\');
			buf_char(b, named[c - 8]);
		} else if (c < 0x20)
			buf_printf(b, "\\u%04x", c);
		else
			buf_char(b, s[i]);
	}
	buf_char(b, '"');
}

/*
 * The shortest decimal digits that read back as d, and the exponent of the
 * first: d = 0.DIGITS × 10^*point.
 */
static void
shortest(double d, char digits[20], int *point)
{
	char text[40];
	size_t n = 0;

	for (int precision = 0; precision < 17; precision++) {
		snprintf(text, sizeof(text), "%.*e", precision, d);
		if (strtod(text, NULL) == d)	/* same locale both ways */
			break;
	}
	for (const char *p = text; *p != 'e' && n < 19; p++)
		if (*p >= '0' && *p <= '9')
			digits[n++] = *p;
	while (n > 1 && digits[n - 1] == '0')
		n--;
	digits[n] = '\0';
	*point = (int)strtol(strchr(text, 'e') + 1, NULL, 10) + 1;
}

/* ECMA-262, Number::toString, radix 10. */
static void
put_double(struct buf *b, double d)
{
	char digits[20];
	int n, point;

	if (d == 0 || !isfinite(d)) {	/* 1e999 is null, as in ECMAScript */
		buf_text(b, d == 0 ? "0" : "null");
		return;
	}
	if (d < 0)
		buf_char(b, '-');
	shortest(fabs(d), digits, &point);
	n = (int)strlen(digits);
	if (point >= n && point <= 21)
		buf_printf(b, "%s%.*s", digits, point - n,
		    "00000000000000000000");
	else if (point > 0 && point <= 21)
		buf_printf(b, "%.*s.%s", point, digits, digits + point);
	else if (point > -6 && point <= 0)
		buf_printf(b, "0.%.*s%s", -point, "000000", digits);
	else
		buf_printf(b, "%.1s%s%se%c%d", digits, n > 1 ? "." : "",
		    digits + 1, point > 0 ? '+' : '-', abs(point - 1));
}

/* Order by UTF-16 units: as bytes, except that U+E000…U+FFFF (EE…EF) come
 * after the surrogates of what needs four bytes (F0…F4). */
static int
key_order(const void *a, const void *b)
{
	const unsigned char *x = *(const unsigned char *const *)a;
	const unsigned char *y = *(const unsigned char *const *)b;

	while (*x != 0 && *x == *y) {
		x++;
		y++;
	}
	if (*x >= 0xee && *y >= 0xee && (*x >= 0xf0) != (*y >= 0xf0))
		return *x >= 0xf0 ? -1 : 1;
	return *x - *y;
}

static void
put_object(struct buf *b, struct json_object *obj)
{
	size_t n = (size_t)json_object_object_length(obj), i = 0;
	const char **keys = calloc(n + 1, sizeof(*keys));

	if (keys == NULL)
		abort();
	JSON_EACH(obj, m)
		keys[i++] = m.key;
	qsort(keys, n, sizeof(*keys), key_order);
	buf_char(b, '{');
	for (i = 0; i < n; i++) {
		if (i > 0)
			buf_char(b, ',');
		put_string(b, keys[i], strlen(keys[i]));
		buf_char(b, ':');
		json_canonical(b, json_object_object_get(obj, keys[i]));
	}
	buf_char(b, '}');
	free(keys);
}

void
json_canonical(struct buf *b, struct json_object *value)
{
	switch (json_object_get_type(value)) {
	case json_type_null:
		buf_text(b, "null");
		return;
	case json_type_boolean:
		buf_text(b, json_object_get_boolean(value) ? "true" : "false");
		return;
	case json_type_int:
		buf_int(b, json_object_get_int64(value));
		return;
	case json_type_double:
		put_double(b, json_object_get_double(value));
		return;
	case json_type_string:
		put_string(b, json_object_get_string(value),
		    (size_t)json_object_get_string_len(value));
		return;
	case json_type_array:
		buf_char(b, '[');
		for (size_t i = 0; i < json_count(value); i++) {
			if (i > 0)
				buf_char(b, ',');
			json_canonical(b, json_at(value, i));
		}
		buf_char(b, ']');
		return;
	case json_type_object:
		put_object(b, value);
		return;
	}
}
