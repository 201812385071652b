/*
 * Replies as FastCGI records: what the web server reads is what was sent,
 * however long it is and however slowly it reads.
 */
#include "config.h"

#include "tests/unit/test.h"

#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"
#include "web/record.h"

/* Read records of request 7 until its end; their contents go to out. */
static void
read_records(int fd, struct buf *out)
{
	static const unsigned char complete[8] = { 0 };
	unsigned char header[8];
	char data[65536 + 255];
	size_t len = 1, rest;

	while (read(fd, header, sizeof(header)) == sizeof(header)) {
		assert_int_equal(header[0], 1);
		if (header[1] == 3) {		/* the end, after an empty piece */
			assert_int_equal(len, 0);
			assert_int_equal(header[4] << 8 | header[5], 8);
			assert_int_equal(read(fd, data, 8), 8);
			assert_memory_equal(data, complete, 8);
			assert_int_equal(read(fd, data, 1), 0);
			return;
		}
		assert_int_equal(header[1], 6);
		assert_int_equal(header[2] << 8 | header[3], 7);
		len = (size_t)(header[4] << 8 | header[5]);
		rest = len + header[6];
		assert_int_equal(rest % 8, 0);
		while (rest > 0) {
			size_t want = rest < 1000 ? rest : 1000;
			ssize_t n = read(fd, data + len + header[6] - rest, want);

			assert_true(n > 0);
			rest -= (size_t)n;
		}
		buf_add(out, data, len);
	}
	fail_msg("the request has no end");
}

/* Send a head and body_len bytes from a child; both must come out whole. */
static void
sends(size_t body_len)
{
	struct buf sent = BUF_INIT, got = BUF_INIT;
	int pair[2], status;
	pid_t child;
	size_t i;

	for (i = 0; i < body_len; i++)
		buf_char(&sent, (char)('a' + i % 23));
	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, pair), 0);
	child = fork();
	if (child == 0) {
		close(pair[0]);
		_exit(record_send(pair[1], 7, "Status: 200 OK\r\n\r\n", 18,
		    sent.data, sent.len));
	}
	close(pair[1]);
	read_records(pair[0], &got);
	close(pair[0]);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, RC_OK);
	assert_int_equal(got.len, 18 + body_len);
	assert_memory_equal(got.data, "Status: 200 OK\r\n\r\n", 18);
	assert_memory_equal(got.data + 18, sent.data, body_len);
	buf_release(&sent);
	buf_release(&got);
}

static void
a_reply_of_any_length_comes_out_whole(void **state)
{
	(void)state;
	sends(0);
	sends(1);
	sends(65528 - 18);
	sends(65528 - 17);
	sends(1000003);
}

static void
a_web_server_that_left_is_told(void **state)
{
	int pair[2];

	(void)state;
	signal(SIGPIPE, SIG_IGN);
	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, pair), 0);
	close(pair[0]);
	assert_int_equal(record_send(pair[1], 7, "x", 1, "y", 1), RC_FAIL);
	close(pair[1]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_reply_of_any_length_comes_out_whole),
		cmocka_unit_test(a_web_server_that_left_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
