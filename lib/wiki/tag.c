/*
 * Comments and extension tags: what protects wikitext from being read.
 * It knows nothing of what a tag means.
 */
#include "config.h"

#include "wiki/tag.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"

static const char *const core_tags[] = { "pre", "nowiki", "gallery",
	"indicator", "langconvert", "ref", "references", "templatedata",
	"categorytree", NULL };

/* The rules of a page as it is viewed: what is only for inclusion is dropped,
 * the tags of the two others are nothing. */
static const char *const ignored_tags[] = { "noinclude", "/noinclude",
	"onlyinclude", "/onlyinclude", NULL };

void
tag_search_init(struct tag_search *s, wiki_tags names)
{
	memset(s, 0, sizeof(*s));
	s->names = names == NULL ? core_tags : names;
}

/* Does this name stand at p, ended as a tag's name must be? */
static bool
name_at(const char *text, size_t len, size_t at, const char *name)
{
	size_t n = strlen(name);

	if (at + n >= len || strncasecmp(text + at, name, n) != 0)
		return false;
	at += n;
	return isspace((unsigned char)text[at]) || text[at] == '>' ||
	    (text[at] == '/' && at + 1 < len && text[at + 1] == '>');
}

/* Past "</name >", or 0. */
static size_t
find_end(const char *text, size_t len, size_t at, const char *name)
{
	size_t n = strlen(name), i;
	const char *p;

	while (at < len && (p = memchr(text + at, '<', len - at)) != NULL) {
		at = (size_t)(p - text) + 1;
		if (at + n >= len || text[at] != '/' ||
		    strncasecmp(text + at + 1, name, n) != 0)
			continue;
		for (i = at + 1 + n; i < len &&
		    isspace((unsigned char)text[i]); i++)
			;
		if (i < len && text[i] == '>')
			return i + 1;
	}
	return 0;
}

static size_t
skip_element(struct tag_search *s, const char *text, size_t len, size_t gt,
    const char *name, bool *no_end)
{
	size_t end;

	(void)s;
	if (text[gt - 1] == '/')
		return gt + 1;
	end = *no_end ? 0 : find_end(text, len, gt + 1, name);
	if (end != 0)
		return end;
	*no_end = true;
	return gt + 1;		/* the opening tag is text */
}

size_t
tag_skip(struct tag_search *s, const char *text, size_t len, size_t at)
{
	size_t i, k = TAGS_MAX, gt, end;
	bool ignored = false, only = name_at(text, len, at + 1, "includeonly");
	const char *p;

	for (i = 0; ignored_tags[i] != NULL && !ignored; i++)
		ignored = name_at(text, len, at + 1, ignored_tags[i]);
	for (i = 0; s->names[i] != NULL && i < TAGS_MAX && k == TAGS_MAX; i++)
		if (name_at(text, len, at + 1, s->names[i]))
			k = i;
	if ((!ignored && !only && k == TAGS_MAX) || s->no_gt)
		return at;
	p = memchr(text + at, '>', len - at);
	if (p == NULL) {
		s->no_gt = true;
		return at;
	}
	gt = (size_t)(p - text);
	if (ignored)
		return gt + 1;
	if (only) {
		if (text[gt - 1] == '/')
			return gt + 1;
		end = find_end(text, len, gt + 1, "includeonly");
		return end == 0 ? len : end;
	}
	return skip_element(s, text, len, gt, s->names[k], &s->no_end[k]);
}

/* --- comments ----------------------------------------------------------------- */

static size_t
skip_blank(const char *text, size_t len, size_t at)
{
	while (at < len && (text[at] == ' ' || text[at] == '\t'))
		at++;
	return at;
}

static size_t
comment_end(const char *text, size_t len, size_t at)
{
	const char *p;

	if (at + 4 > len || memcmp(text + at, "<!--", 4) != 0)
		return 0;
	p = memmem(text + at + 4, len - at - 4, "-->", 3);
	return p == NULL ? len : (size_t)(p - text) + 3;
}

bool
tag_comment(const char *text, size_t len, size_t at, size_t *end,
    bool *whole_line)
{
	size_t before = at, after, next;

	*whole_line = false;
	after = comment_end(text, len, at);
	if (after == 0)
		return false;
	*end = after;
	while (before > 0 && (text[before - 1] == ' ' ||
	    text[before - 1] == '\t'))
		before--;
	if (before == 0 || text[before - 1] != '\n')
		return true;
	/* Several comments on one line vanish together. */
	for (;;) {
		after = skip_blank(text, len, after);
		next = comment_end(text, len, after);
		if (next == 0)
			break;
		after = next;
	}
	if (after < len && text[after] == '\n') {
		*whole_line = true;
		*end = after + 1;
	}
	return true;
}

const char *
wiki_without_comments(struct mem *mem, const char *text, size_t len)
{
	struct buf b = BUF_INIT;
	struct tag_search tags;
	const char *out;
	size_t at = 0, end;
	bool line;

	tag_search_init(&tags, NULL);
	while (at < len) {
		if (text[at] != '<') {
			buf_char(&b, text[at++]);
			continue;
		}
		if (tag_comment(text, len, at, &end, &line)) {
			while (line && b.len > 0 && (b.data[b.len - 1] == ' ' ||
			    b.data[b.len - 1] == '\t'))
				b.data[--b.len] = '\0';
			at = end;
			continue;
		}
		end = tag_skip(&tags, text, len, at);
		if (end == at)
			end++;
		buf_add(&b, text + at, end - at);
		at = end;
	}
	out = mem_strndup(mem, b.data, b.len);
	buf_release(&b);
	return out;
}
