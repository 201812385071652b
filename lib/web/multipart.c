/*
 * The multipart parser: one window over the body, searched for the boundary.
 * It never holds more than its window, and believes no length it is told.
 */
#include "config.h"

#include "web/multipart.h"

#include <assert.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"

#define WINDOW		((size_t)64 * 1024)
#define BOUNDARY_MAX	70

struct reader {
	struct mem		*mem;
	multipart_read_fn	 read;
	void			*arg;
	char			*data;		/* WINDOW bytes */
	size_t			 start, end;	/* what is not consumed yet */
	bool			 over;		/* the body gave its last byte */
	char			 mark[BOUNDARY_MAX + 5]; /* CR LF -- boundary */
	size_t			 mark_len;
	size_t			 heads_left;	/* bytes of heads still allowed */
};

/* --- the window ---------------------------------------------------------- */

/* Have at least `want` bytes to look at; false when the body ends before. */
static bool
fill(struct reader *r, size_t want)
{
	size_t n;

	assert(want <= WINDOW);
	if (WINDOW - r->start < want) {
		memmove(r->data, r->data + r->start, r->end - r->start);
		r->end -= r->start;
		r->start = 0;
	}
	while (!r->over && r->end - r->start < want) {
		n = r->read(r->arg, r->data + r->end, WINDOW - r->end);
		if (n == 0)
			r->over = true;
		r->end += n;
	}
	return r->end - r->start >= want;
}

static size_t
held(const struct reader *r)
{
	return r->end - r->start;
}

/*
 * Hand over what comes before the next boundary, and pass it. RC_INVALID: the
 * body ends first.
 */
static enum rc
to_boundary(struct reader *r, const struct part_sink *sink)
{
	enum rc rc = RC_OK;
	const char *hit;
	size_t safe;

	for (;;) {
		if (!fill(r, r->mark_len))
			return RC_INVALID;
		hit = memmem(r->data + r->start, held(r), r->mark, r->mark_len);
		/* The last bytes may begin a boundary still to come. */
		safe = hit != NULL ? (size_t)(hit - r->data) - r->start :
		    held(r) - r->mark_len + 1;
		if (safe > 0 && sink != NULL)
			rc = sink->data(sink->arg, r->data + r->start, safe);
		if (rc != RC_OK)
			return rc;
		r->start += safe;
		if (hit != NULL) {
			r->start += r->mark_len;
			return RC_OK;
		}
	}
}

/* One line without its CR LF into the arena; NULL: cut short, or too long. */
static const char *
read_line(struct reader *r, size_t max)
{
	const char *line, *cr;
	size_t n = 0;

	for (;;) {
		cr = memmem(r->data + r->start + n, held(r) - n, "\r\n", 2);
		if (cr != NULL)
			break;
		n = held(r) == 0 ? 0 : held(r) - 1;
		if (n > max || !fill(r, held(r) + 1))
			return NULL;
	}
	n = (size_t)(cr - r->data) - r->start;
	if (n > max || memchr(r->data + r->start, '\0', n) != NULL)
		return NULL;
	line = mem_strndup(r->mem, r->data + r->start, n);
	r->start += n + 2;
	return line;
}

/* --- the head of a part -------------------------------------------------- */

/* Browsers write " CR LF in names as %22 %0D %0A, and nothing else so. */
static void
undo_percent(char *s)
{
	char *to = s;

	for (; *s != '\0'; s++) {
		if (strncasecmp(s, "%22", 3) == 0 ||
		    strncasecmp(s, "%0D", 3) == 0 ||
		    strncasecmp(s, "%0A", 3) == 0) {
			*to++ = s[1] == '2' ? '"' : ' ';
			s += 2;
		} else
			*to++ = *s;
	}
	*to = '\0';
}

/* The value at p, quoted or bare, in mem; *p moves behind it. */
static char *
read_value(struct mem *mem, const char **p)
{
	const char *s = *p;
	size_t n = 0;
	char *value;

	value = mem_alloc(mem, strlen(s) + 1);
	if (*s != '"') {
		n = strcspn(s, "; \t");
		memcpy(value, s, n);
		*p = s + n;
		return value;
	}
	for (s++; *s != '\0' && *s != '"'; s++) {
		/* \" is a quote; a lone backslash is one (old file names). */
		if (s[0] == '\\' && s[1] == '"')
			s++;
		value[n++] = *s;
	}
	if (*s != '"')
		return NULL;
	*p = s + 1;
	undo_percent(value);
	return value;
}

/*
 * The parameter of a header value ("form-data; name=\"x\""), in mem. NULL:
 * absent; *bad is set when the value is malformed.
 */
static char *
parameter(struct mem *mem, const char *value, const char *name, bool *bad)
{
	const char *p = value + strcspn(value, ";");
	size_t len = strlen(name), n;
	char *found = NULL, *v;

	while (*p == ';') {
		p += 1 + strspn(p + 1, " \t");
		n = strcspn(p, "=; \t");
		if (p[n] != '=') {
			p += n;
			p += strspn(p, " \t");
			continue;
		}
		const char *key = p;

		p += n + 1;
		v = read_value(mem, &p);
		if (v == NULL) {
			*bad = true;
			return NULL;
		}
		if (found == NULL && n == len && strncasecmp(key, name, n) == 0)
			found = v;
		p += strspn(p, " \t");
	}
	return found;
}

/* The last part of a path of any system, printable. */
static const char *
clean_filename(struct mem *mem, const char *name)
{
	const char *p, *last = name;
	char *text, *c;

	for (p = name; *p != '\0'; p++)
		if (*p == '/' || *p == '\\')
			last = p + 1;
	text = mem_strdup(mem, text_from_bytes(mem, last, strlen(last)));
	for (c = text; *c != '\0'; c++)
		if ((unsigned char)*c < ' ' || *c == 0x7f)
			*c = '_';
	return text_truncate(mem, text, 150);
}

static enum rc
read_head(struct reader *r, struct part *part)
{
	size_t left = MULTIPART_HEAD < r->heads_left ? MULTIPART_HEAD :
	    r->heads_left;
	const char *line, *name;
	bool bad = false;

	*part = (struct part){ NULL, NULL, "" };
	for (;;) {
		line = read_line(r, left);
		if (line == NULL)
			return RC_INVALID;
		if (*line == '\0')
			break;
		left -= strlen(line);
		r->heads_left -= strlen(line);
		if (strncasecmp(line, "content-disposition:", 20) == 0) {
			line += 20 + strspn(line + 20, " \t");
			if (strncasecmp(line, "form-data", 9) != 0)
				return RC_INVALID;
			part->name = parameter(r->mem, line, "name", &bad);
			name = parameter(r->mem, line, "filename", &bad);
			if (name != NULL)
				part->filename = clean_filename(r->mem, name);
		} else if (strncasecmp(line, "content-type:", 13) == 0) {
			line += 13 + strspn(line + 13, " \t");
			part->type = line;
		}
	}
	if (bad || part->name == NULL ||
	    !text_valid_utf8(part->name, strlen(part->name)))
		return RC_INVALID;
	return RC_OK;
}

/* --- the whole ----------------------------------------------------------- */

const char *
multipart_boundary(struct mem *mem, const char *type)
{
	static const char allowed[] = "0123456789"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	    "'()+_,-./:=? ";
	const char *boundary;
	bool bad = false;
	size_t n;

	if (strncasecmp(type, "multipart/form-data", 19) != 0)
		return NULL;
	boundary = parameter(mem, type, "boundary", &bad);
	n = boundary == NULL ? 0 : strlen(boundary);
	if (bad || n == 0 || n > BOUNDARY_MAX ||
	    strspn(boundary, allowed) != n || boundary[n - 1] == ' ')
		return NULL;
	return boundary;
}

/* After a boundary: *more tells whether a part follows, or the end. */
static enum rc
after_boundary(struct reader *r, bool *more)
{
	const char *line;

	if (!fill(r, 2))
		return RC_INVALID;
	*more = memcmp(r->data + r->start, "--", 2) != 0;
	if (!*more)
		return RC_OK;
	line = read_line(r, 100);	/* white space may be here (RFC 2046) */
	return line != NULL && line[strspn(line, " \t")] == '\0' ? RC_OK :
	    RC_INVALID;
}

enum rc
multipart_parse(struct mem *mem, const char *boundary, multipart_read_fn read,
    void *read_arg, const struct part_sink *sink)
{
	struct reader r = { .mem = mem, .read = read, .arg = read_arg };
	size_t n = strlen(boundary), parts = 0;
	struct part part;
	bool more;
	enum rc rc;

	assert(n > 0 && n <= BOUNDARY_MAX);
	r.data = mem_alloc(mem, WINDOW);
	memcpy(r.mark, "\r\n--", 4);
	memcpy(r.mark + 4, boundary, n);
	r.mark_len = n + 4;
	r.heads_left = MULTIPART_HEADS;
	/* The first boundary may stand at the very beginning. */
	memcpy(r.data, "\r\n", 2);
	r.end = 2;
	rc = to_boundary(&r, NULL);
	while (rc == RC_OK && (rc = after_boundary(&r, &more)) == RC_OK &&
	    more) {
		if (++parts > MULTIPART_PARTS)
			return RC_INVALID;
		rc = read_head(&r, &part);
		if (rc == RC_OK)
			rc = sink->begin(sink->arg, &part);
		if (rc == RC_OK)
			rc = to_boundary(&r, sink);
		if (rc == RC_OK)
			rc = sink->end(sink->arg);
	}
	return rc;
}
