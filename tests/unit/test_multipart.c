/*
 * The multipart parser: what browsers send, what attackers send, and the same
 * answer whatever the size of the pieces it arrives in.
 */
#include "config.h"

#include "tests/unit/test.h"

#include "base/buf.h"
#include "web/multipart.h"

/* A body given in pieces of `step` bytes, and what came out of it as text. */
struct run {
	struct mem	*mem;
	const char	*body;
	size_t		 len, step, at;
	struct buf	 out;
};

static size_t
give(void *arg, char *data, size_t size)
{
	struct run *r = arg;
	size_t n = r->len - r->at;

	if (n > r->step)
		n = r->step;
	if (n > size)
		n = size;
	memcpy(data, r->body + r->at, n);
	r->at += n;
	return n;
}

static enum rc
begin(void *arg, const struct part *p)
{
	struct run *r = arg;

	buf_printf(&r->out, "[%s", p->name);
	if (p->filename != NULL)
		buf_printf(&r->out, "|%s", p->filename);
	if (*p->type != '\0')
		buf_printf(&r->out, "|%s", p->type);
	buf_char(&r->out, ':');
	return RC_OK;
}

static enum rc
data(void *arg, const char *bytes, size_t len)
{
	struct run *r = arg;

	assert_true(len > 0);
	buf_add(&r->out, bytes, len);
	return RC_OK;
}

static enum rc
end(void *arg)
{
	struct run *r = arg;

	buf_char(&r->out, ']');
	return RC_OK;
}

static enum rc
parse(struct run *r, const char *boundary, size_t step)
{
	struct part_sink sink = { begin, data, end, r };

	r->at = 0;
	r->step = step;
	buf_clear(&r->out);
	mem_reset(r->mem);
	return multipart_parse(r->mem, boundary, give, r, &sink);
}

/* Every size of pieces gives that result and that text. */
static void
expect(const char *body, size_t len, enum rc rc, const char *text)
{
	struct run r = { .mem = mem_new(), .body = body, .len = len,
	    .out = BUF_INIT };
	static const size_t steps[] = { 1, 2, 3, 5, 7, 11, 64, 1000000 };
	size_t i;

	for (i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
		assert_int_equal(parse(&r, "XyZ", steps[i]), rc);
		if (rc == RC_OK)
			assert_string_equal(r.out.data, text);
	}
	buf_release(&r.out);
	mem_free(r.mem);
}

#define EXPECT(body, rc, text)	expect(body, sizeof(body) - 1, rc, text)

static void
fields_and_files_come_in_order(void **state)
{
	(void)state;
	EXPECT("--XyZ\r\n"
	    "Content-Disposition: form-data; name=\"titre\"\r\n\r\n"
	    "Un jardin\r\n"
	    "--XyZ\r\n"
	    "content-disposition: form-data; name=\"piece\"; "
	    "filename=\"plan.pdf\"\r\n"
	    "Content-Type: application/pdf\r\n\r\n"
	    "%PDF\r\n--XyY\r\n-\r\n"
	    "\r\n--XyZ--\r\n", RC_OK,
	    "[titre:Un jardin][piece|plan.pdf|application/pdf:"
	    "%PDF\r\n--XyY\r\n-\r\n]");
}

static void
an_empty_value_and_an_empty_form_are_right(void **state)
{
	(void)state;
	EXPECT("--XyZ\r\nContent-Disposition: form-data; name=a\r\n\r\n"
	    "\r\n--XyZ--", RC_OK, "[a:]");
	EXPECT("--XyZ--\r\n", RC_OK, "");
	EXPECT("preamble\r\n--XyZ  \t\r\n"
	    "Content-Disposition: form-data; name=\"\"\r\n\r\n\r\n--XyZ--"
	    "epilogue", RC_OK, "[:]");
}

static void
names_are_unescaped_as_browsers_escape_them(void **state)
{
	(void)state;
	EXPECT("--XyZ\r\nContent-Disposition: form-data; name=\"a%22b\"; "
	    "filename=\"C:\\dir\\photo \\\"1\\\".jpg\"\r\n\r\n"
	    "x\r\n--XyZ--", RC_OK, "[a\"b|photo \"1\".jpg:x]");
	EXPECT("--XyZ\r\nContent-Disposition: form-data; name=\"f\"; "
	    "filename=\"../../etc/pass\xe9wd\"\r\n\r\nx\r\n--XyZ--", RC_OK,
	    "[f|passéwd:x]");
	EXPECT("--XyZ\r\nContent-Disposition: form-data; name=\"f\"; "
	    "filename=\"a%0D%0Ab\tc\"\r\n\r\nx\r\n--XyZ--", RC_OK,
	    "[f|a  b_c:x]");
}

static void
a_body_cut_anywhere_is_refused(void **state)
{
	static const char body[] = "--XyZ\r\n"
	    "Content-Disposition: form-data; name=\"a\"\r\n\r\n"
	    "text\r\n--XyZ--";
	size_t len;

	(void)state;
	for (len = 0; len < sizeof(body) - 1; len++)
		expect(body, len, RC_INVALID, NULL);
	expect(body, len, RC_OK, "[a:text]");
}

static void
a_malformed_head_is_refused(void **state)
{
	(void)state;
	EXPECT("--XyZ\r\nContent-Type: text/plain\r\n\r\nx\r\n--XyZ--",
	    RC_INVALID, NULL);
	EXPECT("--XyZ\r\nContent-Disposition: form-data\r\n\r\nx\r\n--XyZ--",
	    RC_INVALID, NULL);
	EXPECT("--XyZ\r\nContent-Disposition: attachment; name=a\r\n\r\n"
	    "x\r\n--XyZ--", RC_INVALID, NULL);
	EXPECT("--XyZ\r\nContent-Disposition: form-data; name=\"a\r\n\r\n"
	    "x\r\n--XyZ--", RC_INVALID, NULL);
	EXPECT("--XyZ\r\nContent-Disposition: form-data; name=\"\xff\"\r\n\r\n"
	    "x\r\n--XyZ--", RC_INVALID, NULL);
	EXPECT("--XyZ\r\nContent-Disposition: form-data; name=\"a\0b\"\r\n\r\n"
	    "x\r\n--XyZ--", RC_INVALID, NULL);
	EXPECT("--XyZjunk\r\nContent-Disposition: form-data; name=a\r\n\r\n"
	    "x\r\n--XyZ--", RC_INVALID, NULL);
	EXPECT("--XyZ\nContent-Disposition: form-data; name=a\n\n"
	    "x\n--XyZ--", RC_INVALID, NULL);
}

static void
a_large_file_passes_in_constant_memory(void **state)
{
	static const char head[] = "--XyZ\r\nContent-Disposition: form-data; "
	    "name=f; filename=f\r\n\r\n", tail[] = "\r\n--XyZ--";
	const size_t size = 3 * 1024 * 1024;
	struct run r = { .mem = mem_new(), .out = BUF_INIT };
	char *body = malloc(sizeof(head) + size + sizeof(tail));
	size_t i;

	(void)state;
	memcpy(body, head, sizeof(head) - 1);
	for (i = 0; i < size; i++)	/* many near misses */
		body[sizeof(head) - 1 + i] = "\r\n--Xy"[i % 6];
	memcpy(body + sizeof(head) - 1 + size, tail, sizeof(tail) - 1);
	r.body = body;
	r.len = sizeof(head) + size + sizeof(tail) - 2;
	assert_int_equal(parse(&r, "XyZ", 60000), RC_OK);
	assert_int_equal(r.out.len, size + strlen("[f|f:]"));
	assert_memory_equal(r.out.data + 5, body + sizeof(head) - 1, size);
	assert_true(mem_used(r.mem) < 80000);
	free(body);
	buf_release(&r.out);
	mem_free(r.mem);
}

static void
too_many_parts_or_too_long_heads_are_refused(void **state)
{
	struct buf body = BUF_INIT;
	int i;

	(void)state;
	for (i = 0; i <= MULTIPART_PARTS; i++)
		buf_text(&body, "--XyZ\r\nContent-Disposition: form-data; "
		    "name=a\r\n\r\n\r\n");
	buf_text(&body, "--XyZ--");
	expect(body.data, body.len, RC_INVALID, NULL);
	buf_clear(&body);
	buf_text(&body, "--XyZ\r\nContent-Disposition: form-data; name=a\r\n");
	for (i = 0; i < 100; i++)
		buf_printf(&body, "X-%d: %0200d\r\n", i, 0);
	buf_text(&body, "\r\nx\r\n--XyZ--");
	expect(body.data, body.len, RC_INVALID, NULL);
	buf_release(&body);
}

static void
a_boundary_is_read_from_the_content_type(void **state)
{
	struct mem *mem = mem_new();

	(void)state;
	assert_string_equal(multipart_boundary(mem,
	    "multipart/form-data; boundary=XyZ"), "XyZ");
	assert_string_equal(multipart_boundary(mem,
	    "Multipart/Form-Data; charset=utf-8; Boundary=\"a b=c\""),
	    "a b=c");
	assert_null(multipart_boundary(mem, "multipart/form-data"));
	assert_null(multipart_boundary(mem, "multipart/form-data; boundary="));
	assert_null(multipart_boundary(mem,
	    "multipart/form-data; boundary=a{b"));
	assert_null(multipart_boundary(mem,
	    "multipart/form-data; boundary=\"a "));
	assert_null(multipart_boundary(mem, "text/plain; boundary=a"));
	assert_null(multipart_boundary(mem, "multipart/form-data; boundary="
	    "0123456789012345678901234567890123456789"
	    "0123456789012345678901234567890"));
	mem_free(mem);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fields_and_files_come_in_order),
		cmocka_unit_test(an_empty_value_and_an_empty_form_are_right),
		cmocka_unit_test(names_are_unescaped_as_browsers_escape_them),
		cmocka_unit_test(a_body_cut_anywhere_is_refused),
		cmocka_unit_test(a_malformed_head_is_refused),
		cmocka_unit_test(a_large_file_passes_in_constant_memory),
		cmocka_unit_test(too_many_parts_or_too_long_heads_are_refused),
		cmocka_unit_test(a_boundary_is_read_from_the_content_type),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
