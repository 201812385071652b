/*
 * The fuzz target of the multipart parser. Two ways to run it: libFuzzer
 * (make fuzz-multipart, needs clang), and a loop of seeded mutations in the
 * ordinary suite (test_fuzz_multipart).
 *
 * Checked for any input: no crash, the same result and the same bytes whatever
 * the size of the pieces, and no more bytes out than in.
 */
#include "config.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "web/field.h"
#include "web/multipart.h"

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

struct feed {
	const uint8_t	*data;
	size_t		 len, at, step;
	struct buf	 out;
	size_t		 bytes;
};

static size_t
give(void *arg, char *data, size_t size)
{
	struct feed *f = arg;
	size_t n = f->len - f->at;

	if (n > f->step)
		n = f->step;
	if (n > size)
		n = size;
	memcpy(data, f->data + f->at, n);
	f->at += n;
	return n;
}

static enum rc
begin(void *arg, const struct part *p)
{
	struct feed *f = arg;

	buf_printf(&f->out, "<%s|%s|%s>", p->name,
	    p->filename == NULL ? "" : p->filename, p->type);
	return RC_OK;
}

static enum rc
data(void *arg, const char *bytes, size_t len)
{
	struct feed *f = arg;

	buf_add(&f->out, bytes, len);
	f->bytes += len;
	return RC_OK;
}

static enum rc
end(void *arg)
{
	struct feed *f = arg;

	buf_text(&f->out, "</>");
	return RC_OK;
}

static enum rc
run(struct mem *mem, struct feed *f, size_t step)
{
	struct part_sink sink = { begin, data, end, f };

	f->at = f->bytes = 0;
	f->step = step;
	buf_clear(&f->out);
	return multipart_parse(mem, "b", give, f, &sink);
}

int
LLVMFuzzerTestOneInput(const uint8_t *input, size_t len)
{
	struct feed whole = { .data = input, .len = len, .out = BUF_INIT };
	struct feed pieces = whole;
	struct mem *mem = mem_new();
	struct params sent = { .mem = mem };
	enum rc rc = run(mem, &whole, SIZE_MAX);

	if (run(mem, &pieces, 1 + len % 7) != rc || whole.bytes > len ||
	    (rc == RC_OK && (whole.out.len != pieces.out.len ||
	    memcmp(whole.out.data, pieces.out.data, whole.out.len) != 0)))
		abort();
	/* The same bytes, as an urlencoded body. */
	params_parse(&sent, (const char *)input, len);
	buf_release(&whole.out);
	buf_release(&pieces.out);
	mem_free(mem);
	return 0;
}
