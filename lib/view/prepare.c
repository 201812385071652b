/*
 * Template files made ready for one language, once, at start.
 * It never guesses: an unclosed text or an unknown piece stops the program.
 */
#include "config.h"

#include "view/prepare.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/lang.h"
#include "base/log.h"

#define DEPTH_LIMIT	8	/* pieces inside pieces */
#define FILE_LIMIT	((size_t)1024 * 1024)

#define NBSP		"\302\240"	/* U+00A0 */
#define NARROW_NBSP	"\342\200\257"	/* U+202F */

static enum rc
complain(const char *name, int line, const char *what)
{
	char where[300];

	snprintf(where, sizeof(where), "views/%s:%d", name, line);
	log_event(LOG_LEVEL_ERROR, "template", "where", where, "problem", what,
	    NULL);
	return RC_FAIL;
}

static enum rc
read_file(const char *dir, const char *name, struct buf *out)
{
	char path[4096];
	ssize_t n = -1;
	char *room;
	int fd = -1;

	if (strstr(name, "..") == NULL && name[0] != '/' &&
	    snprintf(path, sizeof(path), "%s/%s", dir, name) <
	    (int)sizeof(path))
		fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return complain(name, 0, "cannot be opened");
	buf_limit(out, FILE_LIMIT);
	while ((room = buf_reserve(out, 4096)) != NULL &&
	    (n = read(fd, room, 4096)) > 0) {
		out->len += (size_t)n;
		out->data[out->len] = '\0';
	}
	close(fd);
	if (out->failed || n < 0 || strlen(out->data) != out->len)
		return complain(name, 0, "cannot be read as text");
	return RC_OK;
}

/* The rest of the file after its first line, which must be the pragma. */
static const char *
after_pragma(const char *name, const char *text)
{
	size_t len = strlen(PREPARE_PRAGMA);

	if (strncmp(text, PREPARE_PRAGMA, len) == 0) {
		if (text[len] == '\n')
			return text + len + 1;
		if (text[len] == '\0')
			return text + len;
	}
	complain(name, 1, "the first line must be " PREPARE_PRAGMA);
	return NULL;
}

/* The path of a line "[[> path]]" alone, copied; false when it is another. */
static bool
piece_of(const char *line, size_t len, char *path, size_t size)
{
	while (len > 0 && (line[len - 1] == ' ' || line[len - 1] == '\r'))
		len--;
	if (len < 6 || strncmp(line, "[[>", 3) != 0 ||
	    strncmp(line + len - 2, "]]", 2) != 0)
		return false;
	line += 3;
	len -= 5;
	while (len > 0 && *line == ' ') {
		line++;
		len--;
	}
	while (len > 0 && line[len - 1] == ' ')
		len--;
	if (len == 0 || len >= size)
		return false;
	memcpy(path, line, len);
	path[len] = '\0';
	return strpbrk(path, " []") == NULL;
}

/* Append the translation of the text of len bytes, white space collapsed. */
static bool
translate(const char *text, size_t len, struct buf *out)
{
	struct buf msgid = BUF_INIT;
	size_t i;

	for (i = 0; i < len; i++) {
		if (strchr(" \t\r\n", text[i]) == NULL)
			buf_char(&msgid, text[i]);
		else if (msgid.len > 0 && msgid.data[msgid.len - 1] != ' ')
			buf_char(&msgid, ' ');
	}
	while (msgid.len > 0 && msgid.data[msgid.len - 1] == ' ')
		msgid.data[--msgid.len] = '\0';
	/* The empty msgid is the header of the catalogue. */
	if (msgid.len > 0)
		buf_text(out, gettext(msgid.data));
	buf_release(&msgid);
	return out->len > 0;
}

/* Behind the comment at p, and behind its line when it is alone there. */
static const char *
skip_comment(const char *p, int *line)
{
	const char *end = strstr(p, "}}") + 2;
	bool alone = p[-1] == '\n' && *end == '\n';

	for (end += alone; p < end; p++)
		*line += *p == '\n';
	return end;
}

/* Inline pieces and translate texts: the whole file into out. */
static enum rc
expand(const char *dir, const char *name, int depth, struct buf *out)
{
	struct buf file = BUF_INIT;
	const char *p, *end;
	char path[256];
	enum rc rc = RC_FAIL;
	int line = 2;

	if (depth > DEPTH_LIMIT)
		return complain(name, 1, "pieces are included too deep");
	if (read_file(dir, name, &file) != RC_OK)
		goto out;
	p = after_pragma(name, file.data);
	if (p == NULL)
		goto out;
	while (*p != '\0') {
		if (strncmp(p, "{{!", 3) == 0 && strstr(p, "}}") != NULL) {
			p = skip_comment(p, &line);
			continue;
		}
		if (strncmp(p, "[[", 2) != 0) {
			line += *p == '\n';
			buf_char(out, *p++);
			continue;
		}
		if (p[2] == '>') {
			size_t len = strcspn(p, "\n");

			if (p[-1] != '\n' ||
			    !piece_of(p, len, path, sizeof(path))) {
				complain(name, line, "a piece is included by "
				    "[[> path]] alone on its line");
				goto out;
			}
			if (expand(dir, path, depth + 1, out) != RC_OK) {
				complain(name, line, "included here");
				goto out;
			}
			p += len;
			if (*p == '\n')
				p++;
			line++;
			continue;
		}
		end = strstr(p + 2, "]]");
		if (end == NULL || end == p + 2) {
			complain(name, line, "[[ without its text and ]]");
			goto out;
		}
		if (!translate(p + 2, (size_t)(end - p) - 2, out))
			goto out;
		for (; p < end + 2; p++)
			line += *p == '\n';
	}
	rc = RC_OK;
out:
	buf_release(&file);
	return rc;
}

/* Where a walk through HTML stands. */
struct place {
	bool	tag;		/* between < and > */
	char	quote;		/* the quote open inside the tag, or 0 */
	int	markers;	/* inside {{ }} */
	int	verbatim;	/* depth of <pre>, <code>, <textarea> */
};

/* Does the tag at p (at its '<') open or close an element kept verbatim? */
static int
verbatim_step(const char *p)
{
	static const char *const names[] = { "pre", "code", "textarea", "kbd",
	    "samp" };
	bool closes = p[1] == '/';
	size_t i, n;

	p += closes ? 2 : 1;
	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		n = strlen(names[i]);
		if (strncasecmp(p, names[i], n) == 0 &&
		    !isalnum((unsigned char)p[n]))
			return closes ? -1 : 1;
	}
	return 0;
}

/* Take account of the character at p. */
static void
place_step(struct place *at, const char *p)
{
	if (strncmp(p, "{{", 2) == 0)
		at->markers = 1;
	else if (at->markers && p[0] == '}' && p[-1] == '}')
		at->markers = 0;
	else if (at->markers)
		return;
	else if (at->tag && at->quote != 0)
		at->quote = *p == at->quote ? '\0' : at->quote;
	else if (at->tag && (*p == '"' || *p == '\''))
		at->quote = *p;
	else if (at->tag && *p == '>')
		at->tag = false;
	else if (!at->tag && *p == '<' &&
	    (isalpha((unsigned char)p[1]) || p[1] == '/' || p[1] == '!')) {
		at->tag = true;
		at->verbatim += verbatim_step(p);
		if (at->verbatim < 0)
			at->verbatim = 0;
	}
}

static bool
place_is_text(const struct place *at)
{
	return !at->tag && !at->markers && at->verbatim == 0;
}

/* The no-break space that French wants in place of the plain one at p. */
static const char *
french_space(const char *text, const char *p)
{
	if (*p != ' ')
		return NULL;
	if (strchr(";!?", p[1]) != NULL && p[1] != '\0')
		return NARROW_NBSP;
	if (p[1] == ':' || p[1] == '%' || strncmp(p + 1, "»", 2) == 0 ||
	    strncmp(p + 1, "€", 3) == 0)
		return NBSP;
	if (p - text >= 2 && strncmp(p - 2, "«", 2) == 0)
		return NBSP;
	return NULL;
}

void
prepare_french(const char *text, struct buf *out)
{
	struct place at = { 0 };
	const char *p, *space;

	for (p = text; *p != '\0'; p++) {
		place_step(&at, p);
		space = place_is_text(&at) ? french_space(text, p) : NULL;
		if (space != NULL)
			buf_text(out, space);
		else
			buf_char(out, *p);
	}
}

/* Drop the indentation of lines, which only people who write need. */
static void
outdent(const char *text, struct buf *out)
{
	struct place at = { 0 };
	const char *p;

	for (p = text; *p != '\0'; p++) {
		place_step(&at, p);
		buf_char(out, *p);
		if (*p == '\n' && at.verbatim == 0 && at.quote == '\0')
			while (p[1] == ' ' || p[1] == '\t')
				p++;
	}
}

enum rc
prepare_file(const char *dir, const char *name, struct buf *out)
{
	struct buf whole = BUF_INIT, spaced = BUF_INIT;
	enum rc rc;

	buf_text(&whole, PREPARE_PRAGMA "\n");
	rc = expand(dir, name, 0, &whole);
	if (rc == RC_OK && strncmp(lang_get(), "fr", 2) == 0) {
		prepare_french(whole.data, &spaced);
		outdent(spaced.data, out);
	} else if (rc == RC_OK) {
		outdent(whole.data, out);
	}
	buf_release(&whole);
	buf_release(&spaced);
	return rc;
}

enum rc
prepare_pieces(const char *dir, const char *name, prepare_piece_fn tell,
    void *arg)
{
	struct buf file = BUF_INIT;
	const char *p, *next;
	char path[256];
	enum rc rc;

	rc = read_file(dir, name, &file);
	for (p = file.data; rc == RC_OK && *p != '\0'; p = next) {
		size_t len = strcspn(p, "\n");

		next = p + len + (p[len] == '\n');
		if (piece_of(p, len, path, sizeof(path)))
			tell(arg, path);
	}
	buf_release(&file);
	return rc;
}
