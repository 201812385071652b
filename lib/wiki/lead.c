/*
 * Plain text from wikitext, for summaries and for values people typed.
 * It drops what it does not know to show; it never invents words.
 */
#include "config.h"

#include "wiki/lead.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/text.h"
#include "wiki/tag.h"

struct plain {
	const char	*text;
	size_t		 len, i;
	struct tag_search tags;
	struct buf	 out;
	int		 depth;		/* links inside links */
	size_t		 looked;	/* bytes that matching may still read */
};

static bool
at(const struct plain *p, const char *what)
{
	size_t n = strlen(what);

	return p->i + n <= p->len && memcmp(p->text + p->i, what, n) == 0;
}

static bool
starts(const char *text, size_t len, const char *what)
{
	return len >= strlen(what) && strncasecmp(text, what,
	    strlen(what)) == 0;
}

/* --- entities ----------------------------------------------------------------- */

static const struct {
	const char	*name, *text;
} entities[] = {
	{ "&nbsp;", " " }, { "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" },
	{ "&quot;", "\"" }, { "&#39;", "'" }, { "&apos;", "'" },
	{ "&rsquo;", "’" }, { "&laquo;", "«" }, { "&raquo;", "»" },
	{ "&eacute;", "é" }, { "&egrave;", "è" }, { "&agrave;", "à" },
	{ "&ccedil;", "ç" }, { "&euro;", "€" }, { "&hellip;", "…" },
	{ "&ndash;", "–" }, { "&mdash;", "—" }, { "&#160;", " " },
	{ "&shy;", "" },
};

static void
entity(struct plain *p)
{
	size_t i;

	for (i = 0; i < sizeof(entities) / sizeof(entities[0]); i++)
		if (at(p, entities[i].name)) {
			buf_text(&p->out, entities[i].text);
			p->i += strlen(entities[i].name);
			return;
		}
	buf_char(&p->out, p->text[p->i++]);
}

/* --- links -------------------------------------------------------------------- */

/* The end of a bracketed run, counting its own kind; 0: open. All runs together
 * read a bounded number of bytes, whatever the text. */
static size_t
matching(struct plain *p, size_t from, const char *open,
    const char *close)
{
	size_t n = strlen(open), i = from, depth = 0, limit = from + 20000;

	if (limit > p->len)
		limit = p->len;
	while (i + n <= limit && p->looked > 0) {
		p->looked--;
		if (memcmp(p->text + i, open, n) == 0) {
			depth++;
			i += n;
		} else if (memcmp(p->text + i, close, n) == 0) {
			i += n;
			if (--depth == 0)
				return i;
		} else
			i++;
	}
	return 0;
}

/* A link that shows no words: a file, a category, another language. */
static bool
is_silent(const char *target, size_t len)
{
	static const char *const spaces[] = { "fichier:", "file:", "image:",
	    "catégorie:", "category:", "média:", "media:", NULL };
	size_t i;

	for (i = 0; spaces[i] != NULL; i++)
		if (starts(target, len, spaces[i]))
			return true;
	return false;
}

static void	walk(struct plain *);

/* The same marks inside a label. */
static void
inner(struct plain *p, size_t from, size_t end)
{
	size_t len = p->len, i = p->i;

	if (p->depth >= 4 || from >= end)
		return;
	p->depth++;
	p->i = from;
	p->len = end;
	walk(p);
	p->depth--;
	p->i = i;
	p->len = len;
}

static void
page_link(struct plain *p)
{
	size_t end = matching(p, p->i, "[[", "]]"), from = p->i + 2, bar;
	const char *pipe;

	if (end == 0) {
		buf_text(&p->out, "[[");
		p->i += 2;
		return;
	}
	p->i = end;
	end -= 2;
	if (is_silent(p->text + from, end - from))
		return;
	if (p->text[from] == ':')
		from++;
	pipe = memchr(p->text + from, '|', end - from);
	bar = pipe == NULL ? from : (size_t)(pipe - p->text) + 1;
	inner(p, bar < end ? bar : from, end);
}

/* "[https://… label]", or a character. */
static void
outer_link(struct plain *p)
{
	const char *text = p->text + p->i + 1, *close, *space;
	size_t len = p->len - p->i - 1, from;

	close = memchr(text, ']', len < 4000 ? len : 4000);
	if (close == NULL || (!starts(text, len, "http://") &&
	    !starts(text, len, "https://") && !starts(text, len, "mailto:") &&
	    !starts(text, len, "//"))) {
		buf_char(&p->out, p->text[p->i++]);
		return;
	}
	space = memchr(text, ' ', (size_t)(close - text));
	from = (size_t)((space == NULL ? text : space + 1) - p->text);
	p->i = (size_t)(close - p->text) + 1;
	inner(p, from, (size_t)(close - p->text));
}

/* --- the walk ----------------------------------------------------------------- */

static bool
is_tag(const struct plain *p, const char *name)
{
	size_t n = strlen(name);

	return p->i + n + 1 < p->len &&
	    strncasecmp(p->text + p->i + 1, name, n) == 0 &&
	    strchr(" />\t\n", p->text[p->i + 1 + n]) != NULL;
}

static void
angle(struct plain *p)
{
	const char *gt;
	size_t end;
	bool line;

	if (tag_comment(p->text, p->len, p->i, &end, &line)) {
		p->i = end;
		return;
	}
	end = tag_skip(&p->tags, p->text, p->len, p->i);
	if (end != p->i) {
		if (is_tag(p, "nowiki") && end - p->i > 17)
			buf_add(&p->out, p->text + p->i + 8,
			    end - p->i - 17);
		p->i = end;
		return;
	}
	gt = memchr(p->text + p->i, '>', p->len - p->i < 2000 ?
	    p->len - p->i : 2000);
	if (gt == NULL || p->i + 1 >= p->len ||
	    (p->text[p->i + 1] != '/' && !((p->text[p->i + 1] | 32) >= 'a' &&
	    (p->text[p->i + 1] | 32) <= 'z'))) {
		buf_char(&p->out, p->text[p->i++]);
		return;
	}
	if (is_tag(p, "br") || is_tag(p, "/p") || is_tag(p, "/li"))
		buf_char(&p->out, '\n');
	p->i = (size_t)(gt - p->text) + 1;
}

static void
quotes(struct plain *p)
{
	size_t n = 0;

	while (p->i + n < p->len && p->text[p->i + n] == '\'')
		n++;
	p->i += n;
	if (n == 1 || n == 4 || n > 5)
		for (n = n > 5 ? n - 5 : 1; n > 0; n--)
			buf_char(&p->out, '\'');
}

/* Marks of a line's beginning: lists, indents, rules, magic words. */
static void
line_begin(struct plain *p)
{
	while (p->i < p->len && strchr("*#:;", p->text[p->i]) != NULL)
		p->i++;
	if (at(p, "----"))
		while (p->i < p->len && p->text[p->i] == '-')
			p->i++;
	while (p->i < p->len && p->text[p->i] == ' ')
		p->i++;
}

static void
table(struct plain *p)
{
	size_t end = matching(p, p->i, "{|", "|}");

	p->i = end == 0 ? p->i + 2 : end;
}

static void
magic_word(struct plain *p)
{
	size_t n = 2;

	while (p->i + n < p->len && p->text[p->i + n] >= 'A' &&
	    p->text[p->i + n] <= 'Z')
		n++;
	if (n > 3 && p->i + n + 2 <= p->len &&
	    memcmp(p->text + p->i + n, "__", 2) == 0)
		p->i += n + 2;
	else {
		buf_text(&p->out, "__");
		p->i += 2;
	}
}

static void
walk(struct plain *p)
{
	bool begin = true;
	size_t end;

	while (p->i < p->len) {
		if (begin) {
			line_begin(p);
			begin = false;
			continue;
		}
		switch (p->text[p->i]) {
		case '\n':
			buf_char(&p->out, p->text[p->i++]);
			begin = true;
			break;
		case '<': angle(p); break;
		case '&': entity(p); break;
		case '\'': quotes(p); break;
		case '[':
			if (at(p, "[["))
				page_link(p);
			else
				outer_link(p);
			break;
		case '{':
			if (at(p, "{{") && (end = matching(p, p->i, "{{",
			    "}}")) != 0)
				p->i = end;
			else if (at(p, "{|"))
				table(p);
			else
				buf_char(&p->out, p->text[p->i++]);
			break;
		case '_':
			if (at(p, "__")) {
				magic_word(p);
				break;
			}
			/* FALLTHROUGH */
		default:
			buf_char(&p->out, p->text[p->i++]);
		}
	}
}

/* Spaces of each line collapsed, empty lines at most one in a row. */
static const char *
tidy(struct mem *mem, const char *text)
{
	struct buf b = BUF_INIT;
	const char *line = text, *end, *out;
	bool empty = false;

	for (;;) {
		const char *clean;

		end = strchrnul(line, '\n');
		clean = text_collapse_spaces(mem, mem_strndup(mem, line,
		    (size_t)(end - line)));
		if (*clean == '\0')
			empty = true;
		else {
			if (b.len > 0)
				buf_text(&b, empty ? "\n\n" : "\n");
			buf_text(&b, clean);
			empty = false;
		}
		if (*end == '\0')
			break;
		line = end + 1;
	}
	out = mem_strdup(mem, b.data);
	buf_release(&b);
	return out;
}

const char *
wiki_plain(struct mem *mem, const char *text, size_t len, wiki_tags tags)
{
	struct plain p = { .text = text, .len = len, .out = BUF_INIT,
	    .looked = 4 * WIKI_TEXT_MAX };
	const char *out;

	tag_search_init(&p.tags, tags);
	walk(&p);
	out = tidy(mem, p.out.data);
	buf_release(&p.out);
	return out;
}

/* --- the lead ----------------------------------------------------------------- */

/* The text without its outermost calls: a page's own prose. */
static void
prose(struct buf *b, const struct wiki_calls *calls)
{
	size_t at_byte = 0, i;

	for (i = 0; i < calls->count; i++) {
		const struct wiki_call *c = &calls->rows[i];

		if (c->whole.at < at_byte)
			continue;
		buf_add(b, calls->text + at_byte, c->whole.at - at_byte);
		at_byte = c->whole.at + c->whole.len;
	}
	buf_add(b, calls->text + at_byte, calls->len - at_byte);
}

/* "== x ==": the line that begins at p. */
static bool
is_heading(const char *p)
{
	const char *end = strchrnul(p, '\n');

	while (end > p && (end[-1] == ' ' || end[-1] == '\r'))
		end--;
	return *p == '=' && end - p > 2 && end[-1] == '=';
}

const char *
wiki_lead(struct mem *mem, const struct wiki_calls *calls, size_t max,
    wiki_tags tags)
{
	struct buf b = BUF_INIT;
	const char *p, *end, *next, *out = "";

	prose(&b, calls);
	p = b.data;
	while (*p != '\0' && *out == '\0') {
		for (end = p; *end != '\0' && !is_heading(end); end = next) {
			next = strchrnul(end, '\n');
			if (*next == '\n')
				next++;
		}
		out = wiki_plain(mem, p, (size_t)(end - p), tags);
		p = *end == '\0' ? end : strchrnul(end, '\n');
		if (*p == '\n')
			p++;
	}
	buf_release(&b);
	return text_truncate(mem, out, max);
}
