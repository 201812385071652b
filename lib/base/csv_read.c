/*
 * CSV read row by row, from a file or from memory.
 * It repairs encodings, not values: the caller says what a cell must be.
 */
#include "config.h"

#include "base/csv.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/text.h"

#define CHUNK	((size_t)64 * 1024)

struct csv_reader {
	int		 fd;		/* -1: memory */
	char		*path;
	char		*chunk;		/* what serves now */
	const char	*data;
	size_t		 at, len;	/* in data */
	int64_t		 base;		/* file offset of data[0] */
	int64_t		 line;		/* of the next byte */
	bool		 failed;
	char		 separator;
	struct buf	 row;		/* the fields' bytes, each ended by NUL */
	size_t		 starts[CSV_FIELDS_MAX];
	const char	*fields[CSV_FIELDS_MAX];
	struct mem	*converted;	/* of one row */
	struct mem	*mem;		/* of the header */
	const char	**header;	/* folded */
	size_t		 header_count;
	bool		 header_read;
};

/* --- bytes ------------------------------------------------------------------ */

static bool
refill(struct csv_reader *r)
{
	ssize_t n;

	if (r->fd < 0 || r->failed)
		return false;
	r->base += (int64_t)r->len;
	r->at = r->len = 0;
	do
		n = read(r->fd, r->chunk, CHUNK);
	while (n < 0 && errno == EINTR);
	if (n < 0) {
		log_event(LOG_LEVEL_ERROR, "csv_read", "path", r->path,
		    "reason", strerrordesc_np(errno), (char *)NULL);
		r->failed = true;
	}
	r->len = n > 0 ? (size_t)n : 0;
	return n > 0;
}

/* The next byte without taking it, or -1 at the end. */
static int
peek(struct csv_reader *r)
{
	if (r->at == r->len && !refill(r))
		return -1;
	return (unsigned char)r->data[r->at];
}

static int
take(struct csv_reader *r)
{
	int c = peek(r);

	if (c < 0)
		return -1;
	r->at++;
	if (c == '\r' && peek(r) == '\n')	/* one line end */
		r->at++, c = '\n';
	else if (c == '\r')
		c = '\n';
	if (c == '\n')
		r->line++;
	return c;
}

/* --- life ------------------------------------------------------------------- */

/* Count separators outside quotes up to the first line end, in what the first
 * chunk holds. */
static char
guess_separator(const char *p, size_t len)
{
	static const char candidates[] = ";,\t|";
	size_t counts[4] = { 0 }, best = 1;
	bool quoted = false;

	for (; len > 0 && (quoted || (*p != '\n' && *p != '\r')); p++, len--) {
		const char *c;

		if (*p == '"')
			quoted = !quoted;
		else if (!quoted && *p != '\0'
		    && (c = strchr(candidates, *p)) != NULL)
			counts[c - candidates]++;
	}
	for (size_t i = 0; i < 4; i++)
		if (counts[i] > counts[best])
			best = i;
	return candidates[best];
}

static void
begin(struct csv_reader *r)
{
	peek(r);
	if (r->len >= 3 && memcmp(r->data, "\xef\xbb\xbf", 3) == 0)
		r->at = 3;
	r->separator = guess_separator(r->data + r->at, r->len - r->at);
}

static struct csv_reader *
reader_new(void)
{
	struct csv_reader *r = calloc(1, sizeof(*r));

	if (r == NULL)
		abort();
	r->fd = -1;
	r->line = 1;
	buf_init(&r->row);
	r->mem = mem_new();
	r->converted = mem_new();
	return r;
}

enum rc
csv_open(struct csv_reader **reader, const char *path)
{
	struct csv_reader *r;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0 && errno == ENOENT)
		return RC_NOT_FOUND;
	if (fd < 0) {
		log_event(LOG_LEVEL_ERROR, "csv_open", "path", path, "reason",
		    strerrordesc_np(errno), (char *)NULL);
		return RC_FAIL;
	}
	r = reader_new();
	r->fd = fd;
	r->path = strdup(path);
	r->chunk = malloc(CHUNK);
	if (r->chunk == NULL || r->path == NULL)
		abort();
	r->data = r->chunk;
	begin(r);
	if (r->failed) {
		csv_close(r);
		return RC_FAIL;
	}
	*reader = r;
	return RC_OK;
}

enum rc
csv_open_memory(struct csv_reader **reader, const void *data, size_t len)
{
	struct csv_reader *r = reader_new();

	r->data = data;
	r->len = len;
	begin(r);
	*reader = r;
	return RC_OK;
}

void
csv_close(struct csv_reader *r)
{
	if (r == NULL)
		return;
	if (r->fd >= 0)
		close(r->fd);
	free(r->path);
	free(r->chunk);
	buf_release(&r->row);
	mem_free(r->mem);
	mem_free(r->converted);
	free(r);
}

int64_t
csv_offset(const struct csv_reader *r)
{
	return r->base + (int64_t)r->at;
}

int64_t
csv_line(const struct csv_reader *r)
{
	return r->line;
}

enum rc
csv_seek(struct csv_reader *r, int64_t offset, int64_t line)
{
	if (!r->header_read)
		csv_column(r, "");
	if (r->fd < 0) {
		r->at = (size_t)offset < r->len ? (size_t)offset : r->len;
	} else if (lseek(r->fd, offset, SEEK_SET) != offset) {
		log_event(LOG_LEVEL_ERROR, "csv_seek", "path", r->path,
		    "reason", strerrordesc_np(errno), (char *)NULL);
		return RC_FAIL;
	} else {
		r->base = offset;
		r->at = r->len = 0;
	}
	r->line = line;
	return RC_OK;
}

/* --- rows ------------------------------------------------------------------- */

static void
problem(struct csv_row *row, const char *what)
{
	if (row->problem != NULL)
		return;
	row->problem = what;
	row->problem_field = row->count;
}

static void
keep(struct csv_reader *r, struct csv_row *row, int c, size_t start)
{
	if (r->row.len - start >= CSV_FIELD_MAX)
		problem(row, "a field is too long");
	else if (c != '\0')
		buf_char(&r->row, (char)c);
}

/* Read one field; what ended it: the separator, '\n', or -1. */
static int
read_field(struct csv_reader *r, struct csv_row *row)
{
	size_t start = r->row.len;
	bool quoted = peek(r) == '"';
	int c;

	if (row->count < CSV_FIELDS_MAX)
		r->starts[row->count] = start;
	else
		problem(row, "too many fields");
	if (quoted)
		take(r);
	for (;;) {
		c = take(r);
		if (c < 0 && quoted)
			problem(row, "a quote is never closed");
		if (c < 0)
			break;
		if (quoted && c == '"') {
			if (peek(r) != '"') {
				quoted = false;
				continue;
			}
			take(r);
		} else if (!quoted && (c == r->separator || c == '\n'))
			break;
		keep(r, row, c, start);
	}
	buf_add(&r->row, "", 1);
	row->count++;
	return c;
}

static void
to_utf8(struct csv_reader *r, struct csv_row *row)
{
	for (size_t i = 0; i < row->count; i++) {
		const char *s = r->row.data + r->starts[i];
		size_t len = strlen(s);

		if (!text_valid_utf8(s, len)) {
			s = text_from_bytes(r->converted, s, len);
			row->converted = true;
		}
		r->fields[i] = s;
	}
	row->fields = r->fields;
}

enum rc
csv_next(struct csv_reader *r, struct csv_row *row)
{
	int end;

	do {
		*row = (struct csv_row){ .line = r->line };
		buf_clear(&r->row);
		mem_reset(r->converted);
		if (peek(r) < 0)
			return r->failed ? RC_FAIL : RC_NOT_FOUND;
		do
			end = read_field(r, row);
		while (end == r->separator);
		if (r->failed)
			return RC_FAIL;
	} while (row->count == 1 && r->row.len == 1);	/* an empty line */
	if (row->count > CSV_FIELDS_MAX)
		row->count = CSV_FIELDS_MAX;
	to_utf8(r, row);
	if (!r->header_read) {
		r->header_read = true;
		r->header = MEM_ARRAY(r->mem, row->count + 1, const char *);
		r->header_count = row->count;
		for (size_t i = 0; i < row->count; i++)
			r->header[i] = text_collapse_spaces(r->mem,
			    text_fold(r->mem, row->fields[i]));
	}
	return row->problem == NULL ? RC_OK : RC_INVALID;
}

int
csv_column(struct csv_reader *r, const char *name)
{
	struct csv_row row;
	const char *folded;

	if (!r->header_read)
		csv_next(r, &row);
	folded = text_collapse_spaces(r->mem, text_fold(r->mem, name));
	for (size_t i = 0; i < r->header_count; i++)
		if (strcmp(r->header[i], folded) == 0)
			return (int)i;
	return -1;
}
