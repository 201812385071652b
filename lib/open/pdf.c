/*
 * A document as a list of blocks. How they look and where they stand is
 * pdf_draw.c's.
 */
#include "config.h"

#include "open/pdf_private.h"

#include <string.h>

#include "base/text.h"

#define LINE_MAX_BYTES	2000	/* of one line of a text, before it is wrapped */

/* Where to end a piece of a line that is too long: after its last space, else
 * between two characters. */
static size_t
piece(const char *s)
{
	size_t n;

	for (n = LINE_MAX_BYTES; n > LINE_MAX_BYTES / 2; n--)
		if (s[n - 1] == ' ')
			return n;
	for (n = LINE_MAX_BYTES; ((unsigned char)s[n] & 0xc0) == 0x80; n--)
		continue;
	return n;
}

/*
 * Pango wants UTF-8, and control characters would show as boxes. The time it
 * takes to wrap a line grows with the square of its length (a minute for
 * 200,000 characters): a very long one is several.
 */
static const char *
printable(struct pdf *p, const char *s)
{
	struct buf b = BUF_INIT;
	size_t n;

	if (s == NULL)
		return "";
	s = text_unix_lines(p->mem, text_from_bytes(p->mem, s, strlen(s)));
	for (; *s != '\0'; s += n) {
		n = strcspn(s, "\n");
		if (n > LINE_MAX_BYTES)
			n = piece(s);
		buf_add(&b, s, n);
		if (s[n] != '\0')
			buf_char(&b, '\n');
		n += s[n] == '\n';
	}
	s = mem_strdup(p->mem, b.data == NULL ? "" : b.data);
	buf_release(&b);
	return s;
}

struct pdf *
pdf_new(const struct pdf_info *info)
{
	struct mem *mem = mem_new();
	struct pdf *p = MEM_NEW(mem, struct pdf);

	p->mem = mem;
	p->info = *info;
	p->info.title = printable(p, info->title);
	p->info.author = printable(p, info->author);
	p->info.subject = info->subject == NULL ? NULL :
	    printable(p, info->subject);
	p->info.lang = mem_strdup(mem, info->lang == NULL ? "fr" : info->lang);
	p->info.footer = mem_strdup(mem, info->footer);
	p->info.page_of = mem_strdup(mem, info->page_of);
	return p;
}

static struct block *
add(struct pdf *p, enum block_kind kind)
{
	struct block *b = MEM_NEW(p->mem, struct block);

	b->kind = kind;
	if (p->last == NULL)
		p->first = b;
	else
		p->last->next = b;
	p->last = b;
	return b;
}

static void
add_text(struct pdf *p, enum block_kind kind, const char *s)
{
	if (!text_blank(s))
		add(p, kind)->cells[0] = printable(p, s);
}

void
pdf_title(struct pdf *p, const char *s)
{
	add_text(p, BLOCK_TITLE, s);
}

void
pdf_lead(struct pdf *p, const char *s)
{
	add_text(p, BLOCK_LEAD, s);
}

void
pdf_heading(struct pdf *p, const char *s)
{
	add_text(p, BLOCK_HEADING, s);
}

void
pdf_text(struct pdf *p, const char *s)
{
	add_text(p, BLOCK_TEXT, s);
}

void
pdf_small(struct pdf *p, const char *s)
{
	add_text(p, BLOCK_SMALL, s);
}

void
pdf_code(struct pdf *p, const char *s)
{
	add_text(p, BLOCK_CODE, s);
}

void
pdf_item(struct pdf *p, const char *s)
{
	add_text(p, BLOCK_ITEM, s);
}

void
pdf_term(struct pdf *p, const char *name, const char *value)
{
	struct block *b;

	if (text_blank(value))
		return;
	b = add(p, BLOCK_TERM);
	b->cells[0] = printable(p, name);
	b->cells[1] = printable(p, value);
}
