/*
 * Writing a mail. It composes headers and bodies, and sends nothing.
 */
#include "config.h"

#include "open/message.h"

#include <string.h>

#include <sodium.h>

#include "base/date.h"
#include "base/digest.h"
#include "base/text.h"

#define WORD_BYTES	39	/* in one encoded word: 12 + 4/3 × 39 + 2 < 75 */
#define LINE_MAX_QP	76
#define LINE_BASE64	57	/* bytes that make 76 characters */

bool
message_address_ok(const char *a)
{
	const char *at, *p;

	if (a == NULL || (at = strchr(a, '@')) == NULL || at == a ||
	    at[1] == '\0' || strchr(at + 1, '@') != NULL || strlen(a) > 254)
		return false;
	for (p = a; *p != '\0'; p++)
		if (*p <= ' ' || *p >= 0x7f || strchr("<>,;:\\\"()[]", *p))
			return false;
	return true;
}

/* --- headers -------------------------------------------------------------- */

/* The bytes of the character that begins at p. */
static size_t
char_len(const char *p)
{
	size_t n = 1;

	while (((unsigned char)p[n] & 0xc0) == 0x80)
		n++;
	return n;
}

static bool
is_plain(const char *text)
{
	const char *p;

	for (p = text; *p != '\0'; p++)
		if ((unsigned char)*p >= 0x7f || (unsigned char)*p < ' ')
			return false;
	return strstr(text, "=?") == NULL && strlen(text) <= 60;
}

static void
encoded_word(struct buf *b, const char *text, size_t len)
{
	char coded[128];

	sodium_bin2base64(coded, sizeof(coded), (const unsigned char *)text,
	    len, sodium_base64_VARIANT_ORIGINAL);
	buf_printf(b, "=?UTF-8?B?%s?=", coded);
}

/* Unstructured text or a display name, folded between encoded words. */
static void
header_text(struct buf *b, const char *text, bool name)
{
	size_t n, step;

	if (is_plain(text)) {
		if (!name || strpbrk(text, "()<>[]:;@\\,.\"") == NULL) {
			buf_text(b, text);
			return;
		}
		buf_char(b, '"');
		for (; *text != '\0'; text++) {
			if (*text == '"' || *text == '\\')
				buf_char(b, '\\');
			buf_char(b, *text);
		}
		buf_char(b, '"');
		return;
	}
	while (*text != '\0') {
		for (n = 0; text[n] != '\0'; n += step) {
			step = char_len(text + n);
			if (n > 0 && n + step > WORD_BYTES)
				break;
		}
		encoded_word(b, text, n);
		text += n;
		if (*text != '\0')
			buf_text(b, "\r\n ");
	}
}

/* Valid UTF-8, no control character, no run of spaces. */
static const char *
clean(struct mem *mem, const char *text)
{
	char *copy = mem_strdup(mem, text_from_bytes(mem, text, strlen(text)));
	char *p;

	for (p = copy; *p != '\0'; p++)
		if ((unsigned char)*p < ' ' || *p == 0x7f)
			*p = ' ';
	return text_collapse_spaces(mem, copy);
}

static void
header_address(struct buf *b, struct mem *mem, const char *field,
    const char *address, const char *name)
{
	buf_printf(b, "%s: ", field);
	if (name != NULL && *(name = clean(mem, name)) != '\0') {
		header_text(b, name, true);
		buf_printf(b, "%s<%s>\r\n", strlen(name) > 40 ? "\r\n " : " ",
		    address);
	} else {
		buf_printf(b, "%s\r\n", address);
	}
}

/* --- bodies --------------------------------------------------------------- */

/* Quoted-printable (RFC 2045 §6.7): lines of 76 at most, no trailing space. */
static void
quoted_printable(struct buf *b, const char *text)
{
	size_t column = 0;
	const unsigned char *p;

	for (p = (const unsigned char *)text; *p != '\0'; p++) {
		bool last = p[1] == '\n' || p[1] == '\0';
		bool plain = (*p > ' ' && *p < 0x7f && *p != '=') ||
		    ((*p == ' ' || *p == '\t') && !last);
		size_t need = plain ? 1 : 3;

		if (*p == '\n') {
			buf_text(b, "\r\n");
			column = 0;
			continue;
		}
		/* "." alone and "From " are altered by careless relays. */
		if (column == 0 && (*p == '.' || (*p == 'F' &&
		    strncmp((const char *)p, "From ", 5) == 0))) {
			plain = false;
			need = 3;
		}
		if (column + need > LINE_MAX_QP - 1) {
			buf_text(b, "=\r\n");
			column = 0;
		}
		if (plain)
			buf_char(b, (char)*p);
		else
			buf_printf(b, "=%02X", *p);
		column += need;
	}
	if (column > 0)
		buf_text(b, "\r\n");
}

static void
base64_lines(struct buf *b, const unsigned char *data, size_t len)
{
	char line[80];
	size_t n;

	for (; len > 0; data += n, len -= n) {
		n = len < LINE_BASE64 ? len : LINE_BASE64;
		sodium_bin2base64(line, sizeof(line), data, n,
		    sodium_base64_VARIANT_ORIGINAL);
		buf_printf(b, "%s\r\n", line);
	}
}

static void
text_part(struct buf *b, struct mem *mem, const char *text)
{
	buf_text(b, "Content-Type: text/plain; charset=utf-8\r\n"
	    "Content-Transfer-Encoding: quoted-printable\r\n\r\n");
	quoted_printable(b, text_unix_lines(mem, text_from_bytes(mem, text,
	    strlen(text))));
}

/* RFC 2231: a plain name for old readers, the exact one besides. */
static void
file_part(struct buf *b, struct mem *mem, const struct message *m)
{
	const char *name = clean(mem, m->file_name);
	const char *dot = strrchr(name, '.');

	buf_printf(b, "Content-Type: %s\r\n"
	    "Content-Transfer-Encoding: base64\r\n"
	    "Content-Disposition: attachment; filename=\"%s%s\";\r\n"
	    " filename*=UTF-8''", m->file_type, text_slug(mem,
	    dot == NULL ? name : mem_strndup(mem, name, (size_t)(dot - name))),
	    dot == NULL ? "" : mem_printf(mem, ".%s", text_slug(mem, dot + 1)));
	text_percent(b, name);
	buf_text(b, "\r\n\r\n");
	base64_lines(b, m->file, m->file_len);
}

enum rc
message_write(struct buf *b, const struct message *m)
{
	char boundary[DIGEST_HEX];
	struct mem *mem;

	if (!message_address_ok(m->from) || !message_address_ok(m->to) ||
	    (m->reply_to != NULL && !message_address_ok(m->reply_to)))
		return RC_INVALID;
	mem = mem_new();
	header_address(b, mem, "From", m->from, m->from_name);
	header_address(b, mem, "To", m->to, m->to_name);
	if (m->reply_to != NULL)
		header_address(b, mem, "Reply-To", m->reply_to, NULL);
	buf_text(b, "Subject: ");
	header_text(b, clean(mem, m->subject), false);
	buf_printf(b, "\r\nDate: %s\r\nMessage-ID: <%s>\r\n"
	    "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n",
	    mem_printf(mem, "%.26s+0000", date_rfc1123(mem, m->at)), m->id);
	if (m->file_name == NULL) {
		text_part(b, mem, m->text);
	} else {
		digest_sha256_hex(boundary, m->id, strlen(m->id));
		boundary[40] = '\0';
		buf_printf(b, "Content-Type: multipart/mixed;\r\n"
		    " boundary=\"%s\"\r\n\r\n--%s\r\n", boundary, boundary);
		text_part(b, mem, m->text);
		buf_printf(b, "\r\n--%s\r\n", boundary);
		file_part(b, mem, m);
		buf_printf(b, "--%s--\r\n", boundary);
	}
	mem_free(mem);
	return RC_OK;
}
