/*
 * Counters that several processes share.
 */
#include "config.h"

#include "tests/unit/test.h"

#include <fcntl.h>
#include <sys/wait.h>

#include "base/buf.h"
#include "base/metrics.h"

static char dir[64];
static struct buf out;

static int
setup(void **state)
{
	(void)state;
	snprintf(dir, sizeof(dir), "/tmp/terreau-metrics-XXXXXX");
	assert_non_null(mkdtemp(dir));
	buf_init(&out);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	buf_release(&out);
	return test_remove(dir);
}

static void
has(const char *line)
{
	buf_clear(&out);
	metrics_print(dir, &out);
	if (strstr(out.data, line) == NULL) {
		fputs(out.data, stderr);
		fail_msg("no %s", line);
	}
}

static void
processes_add_to_the_same_numbers(void **state)
{
	int i, status;
	pid_t pid;

	(void)state;
	assert_int_equal(metrics_open(dir, "observatory"), RC_OK);
	for (i = 0; i < 4; i++) {
		pid = fork();
		if (pid == 0) {
			int n;

			if (metrics_open(dir, "observatory") != RC_OK)
				_exit(1);
			for (n = 0; n < 10000; n++)
				metrics_add(METRIC_REQUESTS, 1);
			_exit(0);
		}
	}
	for (i = 0; i < 4; i++) {
		assert_true(wait(&status) > 0);
		assert_int_equal(status, 0);
	}
	has("terreau_requests_total{worker=\"observatory\"} 40000\n");
	has("terreau_starts_total{worker=\"observatory\"} 5\n");
}

static void
durations_fall_in_their_classes(void **state)
{
	(void)state;
	assert_int_equal(metrics_open(dir, "submission"), RC_OK);
	metrics_time(100);
	metrics_time(101);
	metrics_time(3000000);
	has("bucket{worker=\"submission\",le=\"0.0001\"} 1\n");
	has("bucket{worker=\"submission\",le=\"0.0002\"} 2\n");
	has("bucket{worker=\"submission\",le=\"2\"} 2\n");
	has("bucket{worker=\"submission\",le=\"+Inf\"} 3\n");
	has("terreau_reply_seconds_sum{worker=\"submission\"} 3.000201\n");
}

static void
a_file_of_another_shape_is_begun_again(void **state)
{
	char path[128];
	FILE *f;

	(void)state;
	assert_int_equal(metrics_open(dir, "observatory"), RC_OK);
	snprintf(path, sizeof(path), "%s/run/metrics-observatory", dir);
	f = fopen(path, "r+");
	assert_non_null(f);
	assert_int_equal(fputc('x', f), 'x');
	fclose(f);
	assert_int_equal(metrics_open(dir, "observatory"), RC_OK);
	has("terreau_starts_total{worker=\"observatory\"} 1\n");
	snprintf(path, sizeof(path), "%s/run/metrics-broken", dir);
	f = fopen(path, "w");
	assert_non_null(f);
	fputs("not counters", f);
	fclose(f);
	has("terreau_starts_total{worker=\"observatory\"} 1\n");
	assert_null(strstr(out.data, "broken"));
}

static void
no_folder_is_no_harm(void **state)
{
	(void)state;
	assert_int_equal(metrics_open("/proc/nothing", "x"), RC_FAIL);
	metrics_add(METRIC_REQUESTS, 1);
	metrics_print("/nonexistent", &out);
	assert_non_null(strstr(out.data, "# TYPE terreau_requests_total"));
}

#define TEST(f)	cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(processes_add_to_the_same_numbers),
		TEST(durations_fall_in_their_classes),
		TEST(a_file_of_another_shape_is_begun_again),
		TEST(no_folder_is_no_harm),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
