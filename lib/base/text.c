/*
 * UTF-8 text: looking, trimming, folding, slugs.
 * Encodings (hexadecimal, percent, XML, Windows-1252) are in encode.c.
 */
#include "config.h"

#include "base/text.h"

#include <string.h>
#include <unicase.h>
#include <uninorm.h>
#include <unistr.h>
#include <stdlib.h>

#define SLUG_MAX	80

bool
text_valid_utf8(const char *s, size_t len)
{
	return memchr(s, '\0', len) == NULL
	    && u8_check((const uint8_t *)s, len) == NULL;
}

bool
text_has_control(const char *s)
{
	if (s == NULL)
		return false;
	for (; *s != '\0'; s++) {
		unsigned char c = (unsigned char)*s;

		if ((c < 0x20 && c != '\t' && c != '\n') || c == 0x7f)
			return true;
		/* C1: U+0080…U+009F are C2 80…C2 9F. */
		if (c == 0xc2 && (unsigned char)s[1] >= 0x80
		    && (unsigned char)s[1] <= 0x9f)
			return true;
	}
	return false;
}

/* The next character and its bytes; an invalid byte is U+FFFD, one byte. */
static size_t
next_char(ucs4_t *c, const char *s, size_t len)
{
	int n = u8_mbtoucr(c, (const uint8_t *)s, len);

	if (n < 1) {
		*c = 0xfffd;
		return 1;
	}
	return (size_t)n;
}

size_t
text_length(const char *s)
{
	size_t left = s == NULL ? 0 : strlen(s), count = 0, n;
	ucs4_t c;

	for (; left > 0; s += n, left -= n, count++)
		n = next_char(&c, s, left);
	return count;
}

/* Bytes of the space that begins s, or 0: ASCII spaces, U+00A0, U+2000…200A,
 * U+202F, U+FEFF. */
static size_t
space_at(const char *s)
{
	const unsigned char *u = (const unsigned char *)s;

	if (u[0] == ' ' || (u[0] >= '\t' && u[0] <= '\r'))
		return 1;
	if (u[0] == 0xc2 && u[1] == 0xa0)
		return 2;
	if (u[0] == 0xe2 && u[1] == 0x80
	    && ((u[2] >= 0x80 && u[2] <= 0x8a) || u[2] == 0xaf))
		return 3;
	if (u[0] == 0xef && u[1] == 0xbb && u[2] == 0xbf)
		return 3;
	return 0;
}

static const char *
skip_spaces(const char *s)
{
	size_t n;

	while ((n = space_at(s)) > 0)
		s += n;
	return s;
}

bool
text_blank(const char *s)
{
	return s == NULL || *skip_spaces(s) == '\0';
}

bool
text_int(int64_t *n, const char *s)
{
	int64_t value = 0;
	bool minus = *s == '-', digits = false;
	size_t space;

	if (minus)
		s++;
	else if (strncmp(s, "\u2212", 3) == 0) {
		minus = true;
		s += 3;
	}
	for (; *s != '\0'; s += space > 0 ? space : 1) {
		space = space_at(s);
		if (space > 0)
			continue;
		/* Below zero, where there is one number more. */
		if (*s < '0' || *s > '9' ||
		    __builtin_mul_overflow(value, 10, &value) ||
		    __builtin_sub_overflow(value, *s - '0', &value))
			return false;
		digits = true;
	}
	if (!digits || (!minus && value == INT64_MIN))
		return false;
	*n = minus ? value : -value;
	return true;
}

bool
text_starts(const char *s, const char *prefix)
{
	return s != NULL && strncmp(s, prefix, strlen(prefix)) == 0;
}

bool
text_ends(const char *s, const char *suffix)
{
	size_t len = s == NULL ? 0 : strlen(s), n = strlen(suffix);

	return s != NULL && n <= len && memcmp(s + len - n, suffix, n) == 0;
}

bool
text_starts_folded(struct mem *mem, const char *s, const char *prefix)
{
	return text_starts(text_fold(mem, s), text_fold(mem, prefix));
}

bool
text_equal_const_time(const void *a, const void *b, size_t len)
{
	const volatile unsigned char *x = a, *y = b;
	unsigned differ = 0;

	for (size_t i = 0; i < len; i++)
		differ |= (unsigned)(x[i] ^ y[i]);
	return differ == 0;
}

const char *
text_trim(struct mem *mem, const char *s)
{
	const char *end, *p;
	size_t n;

	if (s == NULL)
		return "";
	s = skip_spaces(s);
	for (p = end = s; *p != '\0'; ) {
		n = space_at(p);
		p += n > 0 ? n : 1;
		if (n == 0)
			end = p;
	}
	return mem_strndup(mem, s, (size_t)(end - s));
}

const char *
text_collapse_spaces(struct mem *mem, const char *s)
{
	char *out, *to;
	size_t n;

	if (s == NULL)
		return "";
	s = skip_spaces(s);
	to = out = mem_alloc(mem, strlen(s) + 1);
	while (*s != '\0') {
		n = space_at(s);
		if (n == 0) {
			*to++ = *s++;
			continue;
		}
		s = skip_spaces(s);
		if (*s != '\0')
			*to++ = ' ';
	}
	return out;
}

const char *
text_unix_lines(struct mem *mem, const char *s)
{
	char *out, *to;

	if (s == NULL)
		return "";
	to = out = mem_alloc(mem, strlen(s) + 1);
	for (; *s != '\0'; s++) {
		unsigned char c = (unsigned char)*s;

		if (c == '\r') {
			if (s[1] != '\n')
				*to++ = '\n';
		} else if (c == '\t' || c == '\n' || (c >= 0x20 && c != 0x7f))
			*to++ = *s;
	}
	return out;
}

/* --- folding ------------------------------------------------------------ */

/* Letters that no decomposition opens. */
static const char *
plain_letter(ucs4_t c)
{
	switch (c) {
	case 0x153: return "oe";	/* œ */
	case 0xe6: return "ae";		/* æ */
	case 0xf8: return "o";		/* ø */
	case 0x142: return "l";		/* ł */
	case 0x111: return "d";		/* đ */
	case 0xf0: return "d";		/* ð */
	case 0xfe: return "th";		/* þ */
	case 0x131: return "i";		/* ı */
	case 0x2018: case 0x2019: case 0x2bc: return "'";
	case 0x2010: case 0x2011: case 0x2012: case 0x2013: return "-";
	default: return NULL;
	}
}

static void
fold_into(struct buf *out, const uint8_t *s, size_t len)
{
	const char *plain;
	ucs4_t c;
	size_t n;

	for (; len > 0; s += n, len -= n) {
		n = next_char(&c, (const char *)s, len);
		if (c >= 0x300 && c <= 0x36f)
			continue;	/* an accent, now apart */
		plain = plain_letter(c);
		if (plain != NULL)
			buf_text(out, plain);
		else if (c == 0xfffd)
			buf_text(out, "\xef\xbf\xbd");
		else
			buf_add(out, s, n);
	}
}

static char *
fold_ascii(struct mem *mem, const char *s, size_t len)
{
	char *out = mem_strndup(mem, s, len);

	for (char *p = out; *p != '\0'; p++)
		if (*p >= 'A' && *p <= 'Z')
			*p = (char)(*p + ('a' - 'A'));
	return out;
}

const char *
text_fold(struct mem *mem, const char *s)
{
	struct buf out = BUF_INIT;
	const char *result;
	uint8_t *folded;
	size_t len, i, folded_len;

	if (s == NULL)
		return "";
	len = strlen(s);
	for (i = 0; i < len && (unsigned char)s[i] < 0x80; i++)
		;
	if (i == len)
		return fold_ascii(mem, s, len);
	if (!text_valid_utf8(s, len)) {
		s = text_from_bytes(mem, s, len);
		len = strlen(s);
	}
	folded = u8_casefold((const uint8_t *)s, len, NULL, UNINORM_NFKD, NULL,
	    &folded_len);
	if (folded == NULL)
		abort();	/* valid text: memory is gone */
	fold_into(&out, folded, folded_len);
	free(folded);
	result = mem_strndup(mem, out.data, out.len);
	buf_release(&out);
	return result;
}

/* Cut after SLUG_MAX bytes, at the last hyphen of the second half if any. */
static size_t
slug_cut(const char *slug, size_t len)
{
	size_t cut;

	if (len <= SLUG_MAX)
		return len;
	for (cut = SLUG_MAX; cut > SLUG_MAX / 2; cut--)
		if (slug[cut] == '-')
			return cut;
	return SLUG_MAX;
}

const char *
text_slug(struct mem *mem, const char *s)
{
	const char *folded = text_fold(mem, s);
	char *slug = mem_alloc(mem, strlen(folded) + 1), *to = slug;
	size_t len;

	for (; *folded != '\0'; folded++) {
		char c = *folded;

		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
			*to++ = c;
		else if (to > slug && to[-1] != '-')
			*to++ = '-';
	}
	if (to > slug && to[-1] == '-')
		to--;
	len = slug_cut(slug, (size_t)(to - slug));
	if (len == 0)
		return "sans-titre";
	slug[len] = '\0';
	return slug;
}

const char *
text_capital(struct mem *mem, const char *text)
{
	ucs4_t first;
	uint8_t capital[6];
	int from, to;

	if (text == NULL || *text == '\0')
		return "";
	from = u8_strmbtouc(&first, (const uint8_t *)text);
	to = from <= 0 ? -1 : u8_uctomb(capital, uc_toupper(first),
	    sizeof(capital));
	if (to <= 0)
		return mem_strdup(mem, text);
	return mem_printf(mem, "%.*s%s", to, (const char *)capital,
	    text + from);
}

const char *
text_truncate(struct mem *mem, const char *s, size_t max)
{
	size_t len, at = 0, chars = 0, cut = 0, space = 0;
	ucs4_t c;

	if (s == NULL || max == 0)
		return "";
	len = strlen(s);
	if (len <= max)		/* as many bytes, so no more characters */
		return mem_strndup(mem, s, len);
	for (; at < len; chars++) {
		if (chars + 1 == max)
			cut = at;	/* room is kept for the … */
		if (chars == max)
			break;
		if (space_at(s + at) > 0 && chars < max)
			space = chars + 1 <= max ? at : space;
		at += (unsigned char)s[at] < 0x80 ? 1 :
		    next_char(&c, s + at, len - at);
	}
	if (at == len)
		return mem_strndup(mem, s, len);
	if (space > cut / 2 && space <= cut)
		cut = space;
	return mem_printf(mem, "%.*s…", (int)cut, s);
}
