/*
 * A real worker process on a real socket, spoken to in FastCGI: it answers,
 * survives what clients do, leaves when asked, and refuses to start when
 * something is missing.
 */
#include "config.h"

#include "tests/unit/test.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>

#include "base/buf.h"

static struct test_state t;
static int listener = -1;
static struct sockaddr_un address = { .sun_family = AF_UNIX };
static pid_t worker;

/* --- the process --------------------------------------------------------- */

/* Run the observatory worker; input is its descriptor 0. */
static pid_t
run(int input, const char *const *extra)
{
	const char *argv[16] = { "terreau-observatory", "--state", t.dir,
	    "--views", test_path("TOP_SRCDIR", "views"), "--locale",
	    test_path("TOP_BUILDDIR", "locale") };
	char log[128];
	size_t n = 7;
	pid_t pid;
	int fd;

	while (extra != NULL && *extra != NULL)
		argv[n++] = *extra++;
	pid = fork();
	if (pid != 0)
		return pid;
	snprintf(log, sizeof(log), "%s/log", t.dir);
	fd = open(log, O_WRONLY | O_CREAT | O_APPEND, 0600);
	dup2(input, 0);
	dup2(fd, 1);
	dup2(fd, 2);
	execv(test_path("TOP_BUILDDIR", "terreau-observatory"),
	    (char *const *)(uintptr_t)argv);
	_exit(127);
}

static int
ended(pid_t pid)
{
	int status;

	assert_int_equal(waitpid(pid, &status, 0), pid);
	return WIFEXITED(status) ? WEXITSTATUS(status) :
	    128 + WTERMSIG(status);
}

/* Milliseconds until it has gone, or -1 after two seconds. */
static int
gone_after(pid_t pid)
{
	struct timespec pause = { 0, 5000000 };
	int i;

	for (i = 0; i < 400; i++) {
		if (waitpid(pid, NULL, WNOHANG) == pid)
			return i * 5;
		nanosleep(&pause, NULL);
	}
	return -1;
}

static bool
log_has(const char *text)
{
	char path[128], all[20000] = "";
	FILE *f;

	snprintf(path, sizeof(path), "%s/log", t.dir);
	f = fopen(path, "r");
	if (f == NULL)
		return false;
	all[fread(all, 1, sizeof(all) - 1, f)] = '\0';
	fclose(f);
	return strstr(all, text) != NULL;
}

static int
setup(void **state)
{
	(void)state;
	test_state_make(&t);
	snprintf(address.sun_path, sizeof(address.sun_path), "%s/s", t.dir);
	listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	assert_int_equal(bind(listener, (struct sockaddr *)&address,
	    sizeof(address)), 0);
	assert_int_equal(listen(listener, 16), 0);
	worker = run(listener, NULL);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	if (worker != 0 && kill(worker, SIGKILL) == 0)
		waitpid(worker, NULL, 0);
	worker = 0;
	close(listener);
	test_state_free(&t);
	return 0;
}

/* --- FastCGI ------------------------------------------------------------- */

enum { BEGIN = 1, END = 3, PARAMS = 4, STDIN = 5, STDOUT = 6 };

static void
add_record(struct buf *b, int type, const void *data, size_t len)
{
	const char head[8] = { 1, (char)type, 0, 1, (char)(len >> 8),
	    (char)(len & 0xff), 0, 0 };

	buf_add(b, head, 8);
	buf_add(b, data, len);
}

static void
add_param(struct buf *b, const char *name, const char *value)
{
	buf_char(b, (char)strlen(name));
	buf_char(b, (char)strlen(value));
	buf_text(b, name);
	buf_text(b, value);
}

static int
dial(void)
{
	struct timeval limit = { 5, 0 };
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	assert_int_equal(connect(fd, (struct sockaddr *)&address,
	    sizeof(address)), 0);
	setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof(limit));
	return fd;
}

static void
send_request(int fd, const char *path, size_t part)
{
	static const char begin[8] = { 0, 1, 0 };
	struct buf params = BUF_INIT, all = BUF_INIT;

	add_param(&params, "REQUEST_METHOD", "GET");
	add_param(&params, "DOCUMENT_URI", path);
	add_param(&params, "HTTP_HOST", "terreau.test");
	add_param(&params, "REQUEST_ID", "r42");
	add_record(&all, BEGIN, begin, 8);
	add_record(&all, PARAMS, params.data, params.len);
	add_record(&all, PARAMS, "", 0);
	add_record(&all, STDIN, "", 0);
	assert_true(write(fd, all.data, all.len / part) > 0);
	buf_release(&params);
	buf_release(&all);
}

/* Bytes of the reply's records into out; false when it ends before the end. */
static bool
read_reply(int fd, struct buf *out)
{
	unsigned char head[8];
	char data[70000];
	size_t len, got;
	ssize_t n;

	for (;;) {
		for (got = 0; got < 8; got += (size_t)n)
			if ((n = read(fd, head + got, 8 - got)) <= 0)
				return false;
		len = (size_t)head[4] << 8 | head[5];
		for (got = 0; got < len + head[6]; got += (size_t)n)
			if ((n = read(fd, data + got, len + head[6] - got)) <= 0)
				return false;
		if (head[1] == STDOUT)
			buf_add(out, data, len);
		if (head[1] == END)
			return true;
	}
}

static void
get(const char *path, const char *expected)
{
	struct buf reply = BUF_INIT;
	int fd = dial();

	send_request(fd, path, 1);
	assert_true(read_reply(fd, &reply));
	if (strstr(reply.data, expected) == NULL)
		fail_msg("no %s", expected);
	buf_release(&reply);
	close(fd);
}

/* --- tests --------------------------------------------------------------- */

static void
it_answers_and_logs_one_line(void **state)
{
	(void)state;
	get("/", "Status: 200 OK\r\n");
	get("/", "Content-Security-Policy: ");
	get("/healthz", "\"ok\":true");
	get("/healthz/observatory", "\"ok\":true");
	get("/healthz/submission", "Status: 404");
	get("/metrics", "Status: 303");
	assert_int_equal(kill(worker, SIGTERM), 0);
	assert_true(gone_after(worker) >= 0);
	worker = 0;
	assert_true(log_has("request id=r42 method=GET path=/ status=200 us="));
	assert_true(log_has(" kept=yes"));
	assert_true(log_has("sandbox landlock="));
}

static void
an_idle_worker_leaves_at_once(void **state)
{
	(void)state;
	get("/healthz", "200 OK");
	assert_int_equal(kill(worker, SIGTERM), 0);
	assert_in_range(gone_after(worker), 0, 1000);
	worker = 0;
}

static void
clients_that_vanish_do_no_harm(void **state)
{
	struct buf reply = BUF_INIT;
	int fd, i;

	(void)state;
	for (i = 0; i < 5; i++) {
		fd = dial();
		send_request(fd, "/", (size_t)i % 2 + 1);	/* cut in its middle */
		close(fd);
	}
	fd = dial();
	assert_true(write(fd, "\1\1\377\377\377\377\377\377garbage", 15) > 0);
	shutdown(fd, SHUT_WR);
	read_reply(fd, &reply);
	close(fd);
	buf_release(&reply);
	get("/healthz", "\"ok\":true");
}

static void
another_process_serves_after_a_kill(void **state)
{
	(void)state;
	get("/healthz", "\"ok\":true");
	kill(worker, SIGKILL);
	ended(worker);
	worker = run(listener, NULL);
	get("/healthz", "\"ok\":true");
}

static void
check_tells_what_is_missing(void **state)
{
	static const char *const check[] = { "-n", NULL };
	static const char *const no_views[] = { "-n", "--views",
	    "/nonexistent", NULL };
	static const char *const no_locale[] = { "-n", "--locale",
	    "/nonexistent", NULL };
	static const char *const no_state[] = { "-n", "--state", "/tmp/none",
	    NULL };
	static const char *const help[] = { "--help", NULL };
	static const char *const version[] = { "-V", NULL };
	static const char *const routes[] = { "--routes", NULL };
	static const char *const wrong[] = { "--colour", NULL };
	static const char *const extra[] = { "now", NULL };
	int null = open("/dev/null", O_RDONLY);

	(void)state;
	assert_int_equal(ended(run(null, check)), 0);
	assert_true(log_has("everything is in place"));
	assert_int_equal(ended(run(null, no_views)), 1);
	assert_true(log_has("file=/nonexistent/"));
	assert_int_equal(ended(run(null, no_locale)), 1);
	assert_true(log_has("no-catalogue folder=/nonexistent"));
	assert_int_equal(ended(run(null, no_state)), 1);
	assert_int_equal(ended(run(null, help)), 0);
	assert_int_equal(ended(run(null, version)), 0);
	assert_int_equal(ended(run(null, routes)), 0);
	assert_true(log_has("GET  /healthz"));
	assert_int_equal(ended(run(null, wrong)), 2);
	assert_int_equal(ended(run(null, extra)), 2);
	assert_int_equal(ended(run(null, NULL)), 2);
	assert_true(log_has("descriptor 0 is not a FastCGI socket"));
	close(null);
}

static void
an_older_database_is_refused_with_the_remedy(void **state)
{
	static const char *const check[] = { "-n", NULL };
	char command[256];
	int null = open("/dev/null", O_RDONLY);

	(void)state;
	snprintf(command, sizeof(command), "sqlite3 %s/terreau.db "
	    "'DELETE FROM migration'", t.dir);
	assert_int_equal(system(command), 0);
	assert_int_equal(ended(run(null, check)), 1);
	assert_true(log_has("run terreau migrate"));
	close(null);
}

#define TEST(f)	cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(it_answers_and_logs_one_line),
		TEST(an_idle_worker_leaves_at_once),
		TEST(clients_that_vanish_do_no_harm),
		TEST(another_process_serves_after_a_kill),
		TEST(check_tells_what_is_missing),
		TEST(an_older_database_is_refused_with_the_remedy),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
