/*
 * The growing text buffer.
 * It aborts when memory is gone, and fails softly at its limit.
 */
#include "config.h"

#include "base/buf.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char buf_nothing[1];

void
buf_init(struct buf *b)
{
	*b = (struct buf)BUF_INIT;
}

void
buf_limit(struct buf *b, size_t limit)
{
	b->limit = limit;
}

void
buf_clear(struct buf *b)
{
	b->len = 0;
	b->failed = false;
	if (b->cap != 0)
		b->data[0] = '\0';
}

void
buf_release(struct buf *b)
{
	if (b->cap != 0)
		free(b->data);
	buf_init(b);
}

char *
buf_reserve(struct buf *b, size_t len)
{
	size_t need, cap;
	char *p;

	if (b->failed)
		return NULL;
	if (len > SIZE_MAX / 4 || (b->limit != 0 && b->len + len > b->limit)) {
		b->failed = true;
		return NULL;
	}
	need = b->len + len + 1;
	if (need > b->cap) {
		cap = b->cap < 64 ? 64 : b->cap;
		while (cap < need)
			cap *= 2;
		p = realloc(b->cap == 0 ? NULL : b->data, cap);
		if (p == NULL)
			abort();
		b->data = p;
		b->cap = cap;
		b->data[b->len] = '\0';
	}
	return b->data + b->len;
}

void
buf_add(struct buf *b, const void *data, size_t len)
{
	/* Pages are made of thousands of pieces: no question while there is
	 * room. */
	if (len >= b->cap - b->len || b->failed || b->limit != 0) {
		if (buf_reserve(b, len) == NULL || len == 0)
			return;
	}
	memcpy(b->data + b->len, data, len);
	b->len += len;
	b->data[b->len] = '\0';
}

void
buf_text(struct buf *b, const char *s)
{
	buf_add(b, s, strlen(s));
}

void
buf_char(struct buf *b, char c)
{
	/* Escaping comes here byte by byte: no call while there is room. */
	if (b->len + 2 > b->cap || b->failed || b->limit != 0) {
		buf_add(b, &c, 1);
		return;
	}
	b->data[b->len++] = c;
	b->data[b->len] = '\0';
}

void
buf_int(struct buf *b, int64_t n)
{
	uint64_t left = n < 0 ? -(uint64_t)n : (uint64_t)n;
	char digits[24], *p = digits + sizeof(digits);

	do {
		*--p = (char)('0' + left % 10);
		left /= 10;
	} while (left > 0);
	if (n < 0)
		*--p = '-';
	buf_add(b, p, (size_t)(digits + sizeof(digits) - p));
}

void
buf_vprintf(struct buf *b, const char *fmt, va_list ap)
{
	char few[256], *p;
	va_list again;
	int n;

	va_copy(again, ap);
	n = vsnprintf(few, sizeof(few), fmt, again);
	va_end(again);
	if (n < 0)
		abort();
	if ((size_t)n < sizeof(few)) {
		buf_add(b, few, (size_t)n);
		return;
	}
	p = buf_reserve(b, (size_t)n);
	if (p == NULL)
		return;
	vsnprintf(p, (size_t)n + 1, fmt, ap);
	b->len += (size_t)n;
}

void
buf_printf(struct buf *b, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	buf_vprintf(b, fmt, ap);
	va_end(ap);
}
