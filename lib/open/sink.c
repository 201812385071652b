/*
 * The buffer between a writer of small pieces and the function that sends.
 * It never grows.
 */
#include "config.h"

#include "open/sink.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"

void
sink_init(struct sink *s, sink_fn *write, void *arg)
{
	s->write = write;
	s->arg = arg;
	s->rc = RC_OK;
	s->used = 0;
	s->total = 0;
}

static void
flush(struct sink *s)
{
	if (s->rc == RC_OK && s->used > 0)
		s->rc = s->write(s->arg, s->data, s->used);
	s->used = 0;
}

void
sink_put(struct sink *s, const void *data, size_t len)
{
	const char *p = data;

	s->total += (int64_t)len;
	while (len > 0 && s->rc == RC_OK) {
		size_t room = sizeof(s->data) - s->used;
		size_t n = len < room ? len : room;

		memcpy(s->data + s->used, p, n);
		s->used += n;
		p += n;
		len -= n;
		if (s->used == sizeof(s->data))
			flush(s);
	}
}

void
sink_text(struct sink *s, const char *text)
{
	sink_put(s, text, strlen(text));
}

void
sink_char(struct sink *s, char c)
{
	sink_put(s, &c, 1);
}

void
sink_int(struct sink *s, int64_t n)
{
	char digits[24];
	int len = snprintf(digits, sizeof(digits), "%" PRId64, n);

	sink_put(s, digits, (size_t)len);
}

enum rc
sink_end(struct sink *s)
{
	flush(s);
	return s->rc;
}

enum rc
sink_into_buf(void *arg, const char *data, size_t len)
{
	struct buf *b = arg;

	buf_add(b, data, len);
	return b->failed ? RC_FAIL : RC_OK;
}

enum rc
sink_into_fd(void *arg, const char *data, size_t len)
{
	return file_write_all(*(int *)arg, data, len, "export");
}
