/*
 * Counters shared by the processes of a kind: a small file mapped in memory,
 * state/run/metrics-<kind>, added to atomically, read by anybody.
 * It holds numbers only, and losing it loses nothing else.
 */
#ifndef BASE_METRICS_H
#define BASE_METRICS_H

#include <stdint.h>

#include "base/buf.h"
#include "base/rc.h"

enum metric {
	METRIC_STARTS,		/* processes started */
	METRIC_REQUESTS,
	METRIC_STATUS_2XX,
	METRIC_STATUS_3XX,
	METRIC_STATUS_4XX,
	METRIC_STATUS_5XX,
	METRIC_CACHE_HITS,
	METRIC_NOT_MODIFIED,
	METRIC_BODY_BYTES,	/* sent */
	METRIC_STATEMENTS,	/* of SQL */
	METRIC_MICROSECONDS,	/* spent answering */
	METRIC_UPLOADS,		/* files received */
	METRIC_COUNT
};

/*
 * Map the counters of this process's kind ("observatory"); made when absent,
 * begun again when another version wrote them. RC_FAIL: logged; metrics_add
 * then does nothing.
 */
enum rc	 metrics_open(const char *state_dir, const char *kind);
void	 metrics_add(enum metric, uint64_t n);
/* Count one answer that took so long in its class of duration, too. */
void	 metrics_time(uint64_t microseconds);
/* Every kind of the installation, in the text format of Prometheus 0.0.4. */
void	 metrics_print(const char *state_dir, struct buf *out);

#endif
