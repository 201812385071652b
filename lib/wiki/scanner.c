/*
 * The wikitext scanner: one pass, a stack of openings, spans of bytes.
 * It refuses to guess: what the wiki would show as text is no call here.
 */
#include "config.h"

#include "wiki/scanner.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/text.h"
#include "wiki/tag.h"

enum opening { OPEN_BRACE, OPEN_BRACKET, OPEN_VARIANT, OPEN_HEADING };

/* A part of an opening: the title, then one per "|". */
struct part {
	struct part	*next;
	size_t		 at, end;
	size_t		 equals;	/* 0: none (an "=" is never at 0) */
};

struct piece {
	enum opening	 open;
	size_t		 at;		/* of its first character */
	size_t		 count;		/* characters still open */
	bool		 dash;		/* a "-" stands before it */
	struct part	*first, *last;
	size_t		 parts;
};

struct scan {
	struct mem	*mem;
	const char	*text;
	size_t		 len, i;
	struct tag_search tags;
	struct piece	 stack[WIKI_DEPTH_MAX];
	size_t		 depth;
	struct wiki_call *calls;
	size_t		 count, cap;
	bool		 line_start;	/* a heading may begin here */
};

static struct piece *
top(struct scan *s)
{
	return s->depth == 0 ? NULL : &s->stack[s->depth - 1];
}

static void
begin_part(struct scan *s, struct piece *p, size_t at)
{
	struct part *part = MEM_NEW(s->mem, struct part);

	part->at = at;
	if (p->first == NULL)
		p->first = part;
	else {
		p->last->end = at - 1;
		p->last->next = part;
	}
	p->last = part;
	p->parts++;
}

static bool
push(struct scan *s, enum opening open, size_t at, size_t count, bool dash)
{
	struct piece *p;

	if (s->depth == WIKI_DEPTH_MAX)
		return false;
	p = &s->stack[s->depth++];
	*p = (struct piece){ .open = open, .at = at, .count = count,
	    .dash = dash };
	begin_part(s, p, at + count);
	return true;
}

static size_t
run_of(const struct scan *s, size_t at, char c, size_t most)
{
	size_t n = 0;

	while (n < most && at + n < s->len && s->text[at + n] == c)
		n++;
	return n;
}

/* --- calls -------------------------------------------------------------------- */

static struct wiki_span
span(size_t at, size_t end)
{
	return (struct wiki_span){ at, end - at };
}

static void
add_call(struct scan *s, const struct piece *p, size_t at, size_t end)
{
	const struct part *part = p->first;
	struct wiki_call *call, *more;
	struct wiki_param *param;
	int number = 0;

	if (s->count == s->cap) {
		s->cap = s->cap == 0 ? 16 : s->cap * 2;
		more = MEM_ARRAY(s->mem, s->cap, struct wiki_call);
		if (s->count > 0)
			memcpy(more, s->calls, s->count * sizeof(*more));
		s->calls = more;
	}
	call = &s->calls[s->count++];
	*call = (struct wiki_call){ .whole = span(at, end + 2),
	    .title = span(part->at, part->end), .count = p->parts - 1 };
	call->params = MEM_ARRAY(s->mem, p->parts, struct wiki_param);
	param = call->params;
	for (part = part->next; part != NULL; part = part->next, param++) {
		param->named = part->equals != 0;
		if (param->named) {
			param->name = span(part->at, part->equals);
			param->value = span(part->equals + 1, part->end);
		} else {
			param->number = ++number;
			param->value = span(part->at, part->end);
		}
	}
}

static int
by_place(const void *a, const void *b)
{
	const struct wiki_call *x = a, *y = b;

	if (x->whole.at != y->whole.at)
		return x->whole.at < y->whole.at ? -1 : 1;
	return x->whole.len > y->whole.len ? -1 : x->whole.len < y->whole.len;
}

/* Sorted by place, a call is inside those that end after it began. */
static void
set_depths(struct scan *s)
{
	size_t ends[WIKI_DEPTH_MAX + 1], open = 0, i;

	if (s->count > 1)
		qsort(s->calls, s->count, sizeof(*s->calls), by_place);
	for (i = 0; i < s->count; i++) {
		struct wiki_call *c = &s->calls[i];

		while (open > 0 && ends[open - 1] <= c->whole.at)
			open--;
		c->depth = (int)open;
		if (open <= WIKI_DEPTH_MAX)
			ends[open++] = c->whole.at + c->whole.len;
	}
}

/* --- opening and closing ------------------------------------------------------ */

/* "{{", "[[", "-{" and longer runs. False: too deep. */
static bool
open_at(struct scan *s)
{
	char c = s->text[s->i];
	bool dash = false;
	size_t count;

	if (c == '-') {
		count = run_of(s, s->i + 1, '{', s->len);
		if (count == 1) {
			s->i += 2;
			return push(s, OPEN_VARIANT, s->i - 2, 2, false);
		}
		dash = true;
		s->i++;
		c = '{';
	} else
		count = run_of(s, s->i, c, s->len);
	s->i += count;
	if (count < 2)
		return true;
	return push(s, c == '{' ? OPEN_BRACE : OPEN_BRACKET, s->i - count,
	    count, dash);
}

/* What is left of a longer run of braces is an opening around what closed. */
static void
reopen(struct scan *s, const struct piece *was, size_t left)
{
	if (left >= 2)
		push(s, was->open, was->at, left, was->dash);
	else if (left == 1 && was->open == OPEN_BRACE && was->dash)
		push(s, OPEN_VARIANT, was->at - 1, 2, false);
}

/* One or more closing characters of the top piece; i is on the first. */
static void
close_at(struct scan *s)
{
	struct piece was = *top(s);
	char c = s->text[s->i];
	size_t count, match;

	if (was.open == OPEN_VARIANT) {
		s->i += 2;
		s->depth--;
		return;
	}
	count = run_of(s, s->i, c, was.count);
	match = was.open == OPEN_BRACE && count >= 3 ? 3 : count >= 2 ? 2 : 0;
	if (match == 0) {
		s->i += count;
		return;
	}
	was.last->end = s->i;
	if (was.open == OPEN_BRACE && match == 2)
		add_call(s, &was, was.at + was.count - 2, s->i);
	s->i += match;
	s->depth--;
	reopen(s, &was, was.count - match);
}

/* --- lines, comments, tags ---------------------------------------------------- */

/* At the beginning of a line: "== x ==" is a level of its own. */
static bool
heading_at(struct scan *s, bool find_equals)
{
	size_t count = run_of(s, s->i, '=', 6);

	s->line_start = false;
	if (count == 0 || (count == 1 && find_equals))
		return true;
	if (!push(s, OPEN_HEADING, s->i, count, false))
		return false;
	s->i += count;
	return true;
}

/* '<' : a comment, an extension tag, or a character. */
static void
angle_at(struct scan *s)
{
	bool whole_line;
	size_t end;

	if (tag_comment(s->text, s->len, s->i, &end, &whole_line)) {
		s->i = end;
		s->line_start = whole_line;
		return;
	}
	end = tag_skip(&s->tags, s->text, s->len, s->i);
	s->i = end == s->i ? s->i + 1 : end;
}

static bool
step(struct scan *s)
{
	struct piece *p = top(s);
	bool pipe = p != NULL && p->open != OPEN_HEADING &&
	    p->open != OPEN_BRACKET;
	bool equals = pipe && p->parts > 1 && p->last->equals == 0;
	char c = s->text[s->i], next = s->i + 1 < s->len ?
	    s->text[s->i + 1] : '\0';

	if (s->line_start)
		return heading_at(s, equals);
	if (c == '\n') {
		if (p != NULL && p->open == OPEN_HEADING)
			s->depth--;	/* the same "\n" may begin another */
		else {
			s->i++;
			s->line_start = true;
		}
	} else if (c == '|' && pipe)
		begin_part(s, p, ++s->i);
	else if (c == '=' && equals)
		p->last->equals = s->i++;
	else if (c == '<')
		angle_at(s);
	else if (p != NULL && ((p->open == OPEN_BRACE && c == '}') ||
	    (p->open == OPEN_BRACKET && c == ']') ||
	    (p->open == OPEN_VARIANT && c == '}' && next == '-')))
		close_at(s);
	else if (c == '{' || c == '[' || (c == '-' && next == '{'))
		return open_at(s);
	else
		s->i++;
	return true;
}

enum rc
wiki_scan(struct wiki_calls **out, struct mem *mem, const char *text,
    size_t len, wiki_tags tags)
{
	struct wiki_calls *calls;
	struct scan *s;

	if (len > WIKI_TEXT_MAX)
		return RC_INVALID;
	s = MEM_NEW(mem, struct scan);
	s->mem = mem;
	s->text = text;
	s->len = len;
	s->line_start = true;
	tag_search_init(&s->tags, tags);
	while (s->i < s->len)
		if (!step(s))
			return RC_INVALID;
	set_depths(s);
	calls = MEM_NEW(mem, struct wiki_calls);
	*calls = (struct wiki_calls){ text, len, s->calls, s->count };
	*out = calls;
	return RC_OK;
}

/* --- reading a call ----------------------------------------------------------- */

static const char *
drop_prefix(struct mem *mem, const char *name)
{
	static const char *const prefixes[] = { "modèle:", "modele:",
	    "template:", "subst:", "safesubst:", "msg:", "int:", NULL };
	size_t i;
	bool again = true;

	while (again) {
		again = false;
		while (*name == ':' || *name == ' ')
			name++;
		for (i = 0; prefixes[i] != NULL; i++)
			if (text_starts_folded(mem, name, prefixes[i])) {
				name = strchr(name, ':') + 1;
				again = true;
			}
	}
	return name;
}

/* The first letter as a capital, when it is one that has a simple form. */
static void
capitalise(struct buf *b, const char *name)
{
	unsigned char c = (unsigned char)name[0], d = (unsigned char)name[1];

	if (c >= 'a' && c <= 'z')
		buf_char(b, (char)(c - 32));
	else if (c == 0xc3 && d >= 0xa0 && d <= 0xbe && d != 0xb7) {
		buf_char(b, name[0]);
		buf_char(b, (char)(d - 32));
		name++;
	} else if (c != '\0')
		buf_char(b, name[0]);
	if (c != '\0')
		buf_text(b, name + 1);
}

const char *
wiki_template_name(struct mem *mem, const char *typed)
{
	char *name = mem_strdup(mem, text_trim(mem, typed)), *c;
	struct buf b = BUF_INIT;
	const char *out;

	for (c = name; *c != '\0'; c++)
		if (*c == '_')
			*c = ' ';
	capitalise(&b, text_collapse_spaces(mem, drop_prefix(mem, name)));
	out = mem_strdup(mem, b.data);
	buf_release(&b);
	return out;
}

const char *
wiki_call_title(struct mem *mem, const struct wiki_calls *calls,
    const struct wiki_call *call)
{
	const char *name;

	if (call->title.len > 2000)
		return NULL;
	name = wiki_without_comments(mem, calls->text + call->title.at,
	    call->title.len);
	return strstr(name, "{{") != NULL ? NULL :
	    wiki_template_name(mem, name);
}

const char *
wiki_param_name(struct mem *mem, const struct wiki_calls *calls,
    const struct wiki_param *p)
{
	if (!p->named)
		return mem_printf(mem, "%d", p->number);
	return text_trim(mem, wiki_without_comments(mem,
	    calls->text + p->name.at, p->name.len));
}

const char *
wiki_param_value(struct mem *mem, const struct wiki_calls *calls,
    const struct wiki_param *p)
{
	const char *value = wiki_without_comments(mem,
	    calls->text + p->value.at, p->value.len);

	return p->named ? text_trim(mem, value) : value;
}

