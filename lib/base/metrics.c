/*
 * Shared counters and their text form.
 * It takes no lock: each number is exact, two of them may be a moment apart.
 */
#include "config.h"

#include "base/metrics.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/log.h"
#include "base/mem.h"

#define PREFIX		"metrics-"
#define LAYOUT		UINT64_C(0x7465727265617501)

/* Upper bounds of the classes of duration, in microseconds. */
static const uint64_t bounds[] = { 100, 200, 500, 1000, 2000, 5000, 10000,
    20000, 50000, 100000, 500000, 2000000 };

#define CLASSES		(sizeof(bounds) / sizeof(bounds[0]) + 1)

struct shared {
	uint64_t		 version;
	_Atomic uint64_t	 values[METRIC_COUNT];
	_Atomic uint64_t	 classes[CLASSES];
};

static const struct {
	const char	*name, *help;
} texts[METRIC_COUNT] = {
	[METRIC_STARTS] = { "starts_total", "Processes started" },
	[METRIC_REQUESTS] = { "requests_total", "Requests answered" },
	[METRIC_STATUS_2XX] = { "replies_2xx_total", "Replies that succeeded" },
	[METRIC_STATUS_3XX] = { "replies_3xx_total", "Redirects, not modified" },
	[METRIC_STATUS_4XX] = { "replies_4xx_total", "Requests refused" },
	[METRIC_STATUS_5XX] = { "replies_5xx_total", "Requests that failed" },
	[METRIC_CACHE_HITS] = { "cache_hits_total", "Pages served as kept" },
	[METRIC_NOT_MODIFIED] = { "not_modified_total", "Replies 304" },
	[METRIC_BODY_BYTES] = { "body_bytes_total", "Bytes of bodies sent" },
	[METRIC_STATEMENTS] = { "statements_total", "SQL statements run" },
	[METRIC_MICROSECONDS] = { "busy_microseconds_total",
	    "Time spent answering" },
	[METRIC_UPLOADS] = { "uploads_total", "Files received" },
};

static struct shared *mine;

/* Map the file; *fresh when it must be begun. NULL: errno says why. */
static struct shared *
map(const char *path, bool writable)
{
	void *p = MAP_FAILED;
	struct stat st;
	int fd;

	fd = open(path, (writable ? O_RDWR | O_CREAT : O_RDONLY) | O_CLOEXEC,
	    0640);
	if (fd < 0)
		return NULL;
	if (fstat(fd, &st) == 0 && ((size_t)st.st_size == sizeof(struct shared)
	    || (writable && ftruncate(fd, sizeof(struct shared)) == 0)))
		p = mmap(NULL, sizeof(struct shared), writable ?
		    PROT_READ | PROT_WRITE : PROT_READ, MAP_SHARED, fd, 0);
	close(fd);
	return p == MAP_FAILED ? NULL : p;
}

enum rc
metrics_open(const char *state_dir, const char *kind)
{
	struct mem *mem = mem_new();
	const char *dir = mem_printf(mem, "%s/run", state_dir);
	const char *path = mem_printf(mem, "%s/" PREFIX "%s", dir, kind);
	size_t i;

	mine = NULL;
	if (dir_make(dir, 0750) == RC_OK)
		mine = map(path, true);
	if (mine == NULL)
		log_event(LOG_LEVEL_WARN, "metrics", "path", path, "why",
		    strerror(errno), NULL);
	mem_free(mem);
	if (mine == NULL)
		return RC_FAIL;
	if (mine->version != LAYOUT) {
		for (i = 0; i < METRIC_COUNT; i++)
			atomic_store(&mine->values[i], 0);
		for (i = 0; i < CLASSES; i++)
			atomic_store(&mine->classes[i], 0);
		mine->version = LAYOUT;
	}
	metrics_add(METRIC_STARTS, 1);
	return RC_OK;
}

void
metrics_add(enum metric m, uint64_t n)
{
	if (mine != NULL)
		atomic_fetch_add_explicit(&mine->values[m], n,
		    memory_order_relaxed);
}

void
metrics_time(uint64_t microseconds)
{
	size_t i;

	metrics_add(METRIC_MICROSECONDS, microseconds);
	for (i = 0; i < CLASSES - 1 && microseconds > bounds[i]; i++)
		continue;
	if (mine != NULL)
		atomic_fetch_add_explicit(&mine->classes[i], 1,
		    memory_order_relaxed);
}

/* --- printing ------------------------------------------------------------ */

struct kind {
	char		 name[32];
	struct shared	*shared;
};

/* Kinds found in the folder, at most max; the mappings are the caller's. */
static size_t
find_kinds(const char *state_dir, struct kind *kinds, size_t max)
{
	struct mem *mem = mem_new();
	const char **names, *dir = mem_printf(mem, "%s/run", state_dir);
	size_t n = 0, prefix = strlen(PREFIX);

	if (dir_list(&names, mem, dir) != RC_OK)
		goto out;
	for (; *names != NULL && n < max; names++) {
		if (strncmp(*names, PREFIX, prefix) != 0)
			continue;
		snprintf(kinds[n].name, sizeof(kinds[n].name), "%s",
		    *names + prefix);
		kinds[n].shared = map(mem_printf(mem, "%s/%s", dir, *names),
		    false);
		if (kinds[n].shared != NULL &&
		    kinds[n].shared->version == LAYOUT)
			n++;
	}
out:
	mem_free(mem);
	return n;
}

static void
print_histogram(struct buf *out, const struct kind *k)
{
	uint64_t sum = 0;
	size_t i;

	for (i = 0; i < CLASSES; i++) {
		sum += atomic_load(&k->shared->classes[i]);
		buf_printf(out, "terreau_reply_seconds_bucket{worker=\"%s\","
		    "le=\"", k->name);
		if (i < CLASSES - 1)
			buf_printf(out, "%g", (double)bounds[i] / 1e6);
		else
			buf_text(out, "+Inf");
		buf_printf(out, "\"} %" PRIu64 "\n", sum);
	}
	buf_printf(out, "terreau_reply_seconds_count{worker=\"%s\"} %" PRIu64
	    "\n", k->name, sum);
	buf_printf(out, "terreau_reply_seconds_sum{worker=\"%s\"} %.6f\n",
	    k->name, (double)atomic_load(
	    &k->shared->values[METRIC_MICROSECONDS]) / 1e6);
}

void
metrics_print(const char *state_dir, struct buf *out)
{
	struct kind kinds[16];
	size_t n = find_kinds(state_dir, kinds, 16), i, m;

	for (m = 0; m < METRIC_COUNT; m++) {
		buf_printf(out, "# HELP terreau_%s %s\n# TYPE terreau_%s "
		    "counter\n", texts[m].name, texts[m].help, texts[m].name);
		for (i = 0; i < n; i++)
			buf_printf(out, "terreau_%s{worker=\"%s\"} %" PRIu64
			    "\n", texts[m].name, kinds[i].name,
			    atomic_load(&kinds[i].shared->values[m]));
	}
	buf_text(out, "# HELP terreau_reply_seconds Time to answer\n"
	    "# TYPE terreau_reply_seconds histogram\n");
	for (i = 0; i < n; i++) {
		print_histogram(out, &kinds[i]);
		munmap(kinds[i].shared, sizeof(struct shared));
	}
}
