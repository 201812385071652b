/*
 * Text encodings: hexadecimal, percent, XML, Windows-1252.
 * It refuses broken escapes; it never cuts. Declared in text.h.
 */
#include "config.h"

#include <string.h>
#include <unistr.h>

#include "base/text.h"

static const char digits[] = "0123456789abcdef";

static int
digit_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

void
text_hex(char *out, const void *bytes, size_t len)
{
	const unsigned char *p = bytes;

	for (size_t i = 0; i < len; i++) {
		*out++ = digits[p[i] >> 4];
		*out++ = digits[p[i] & 15];
	}
	*out = '\0';
}

bool
text_unhex(void *out, size_t len, const char *hex)
{
	unsigned char *p = out;

	if (hex == NULL || strlen(hex) != 2 * len
	    || hex[strspn(hex, "0123456789abcdefABCDEF")] != '\0')
		return false;
	for (size_t i = 0; i < len; i++)
		p[i] = (unsigned char)(digit_value(hex[2 * i]) << 4
		    | digit_value(hex[2 * i + 1]));
	return true;
}

/* The unreserved characters of RFC 3986, §2.3. */
static const bool plain_in_url[256] = {
	['a' ... 'z'] = true, ['A' ... 'Z'] = true, ['0' ... '9'] = true,
	['-'] = true, ['.'] = true, ['_'] = true, ['~'] = true,
};

void
text_percent(struct buf *b, const char *s)
{
	char escape[3] = "%";

	for (; s != NULL && *s != '\0'; s++) {
		const char *start = s;
		unsigned char c;

		while (plain_in_url[(unsigned char)*s])
			s++;
		buf_add(b, start, (size_t)(s - start));
		c = (unsigned char)*s;
		if (c == '\0')
			break;
		escape[1] = "0123456789ABCDEF"[c >> 4];
		escape[2] = "0123456789ABCDEF"[c & 15];
		buf_add(b, escape, 3);
	}
}

const char *
text_percent_encode(struct mem *mem, const char *s)
{
	struct buf b = BUF_INIT;
	const char *out;

	text_percent(&b, s);
	out = mem_strndup(mem, b.data, b.len);
	buf_release(&b);
	return out;
}

const char *
text_percent_decode(struct mem *mem, const char *s, size_t len, bool plus)
{
	char *out = mem_alloc(mem, len + 1), *to = out;
	int high, low;

	for (size_t i = 0; i < len; i++) {
		if (plus && s[i] == '+') {
			*to++ = ' ';
			continue;
		}
		if (s[i] != '%') {
			*to++ = s[i];
			continue;
		}
		if (len - i < 3 || (high = digit_value(s[i + 1])) < 0
		    || (low = digit_value(s[i + 2])) < 0)
			return NULL;
		*to++ = (char)(high << 4 | low);
		i += 2;
	}
	return text_valid_utf8(out, (size_t)(to - out)) ? out : NULL;
}

void
text_xml(struct buf *b, const char *s)
{
	for (; s != NULL && *s != '\0'; s++) {
		unsigned char c = (unsigned char)*s;

		if (c == '&')
			buf_text(b, "&amp;");
		else if (c == '<')
			buf_text(b, "&lt;");
		else if (c == '>')
			buf_text(b, "&gt;");
		else if (c == '"')
			buf_text(b, "&quot;");
		else if (c == '\'')
			buf_text(b, "&#39;");
		else if (c >= 0x20 || c == '\t' || c == '\n' || c == '\r')
			buf_char(b, *s);
	}
}

/* What Windows-1252 puts at 0x80…0x9f; 0 where it puts nothing. */
static const uint16_t windows_1252[32] = {
	0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
	0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0,
	0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
	0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178
};

/* The UTF-8 of one Windows-1252 byte; bytes written (1…3). */
static size_t
text_from_1252(unsigned char byte, char out[3])
{
	ucs4_t c = byte;

	if (byte >= 0x80 && byte < 0xa0)
		c = windows_1252[byte - 0x80];
	if (c == 0)
		c = 0xfffd;
	return (size_t)u8_uctomb((uint8_t *)out, c, 3);
}

const char *
text_from_bytes(struct mem *mem, const char *s, size_t len)
{
	char *out, *to;

	if (text_valid_utf8(s, len))
		return mem_strndup(mem, s, len);
	to = out = mem_alloc(mem, 3 * len + 1);
	for (size_t i = 0; i < len; i++)
		if (s[i] != '\0')
			to += text_from_1252((unsigned char)s[i], to);
	return out;
}
