/*
 * ClamAV's daemon, by its socket (clamd(8), INSTREAM): bytes in, a verdict out.
 * It decides nothing of what to do with it.
 */
#ifndef CLI_CLAMD_H
#define CLI_CLAMD_H

#include "base/mem.h"
#include "base/rc.h"

enum clamd_verdict { CLAMD_CLEAN, CLAMD_INFECTED, CLAMD_UNFIT };

/*
 * Have the file read by fd (from its beginning) looked at. address is the path of
 * a Unix socket, or "host:port". *name: of what was found (CLAMD_INFECTED), or why
 * the daemon would not look (CLAMD_UNFIT: too long for it, say), in mem.
 * RC_BUSY: the daemon does not answer within timeout_s; *name says what failed.
 */
enum rc	 clamd_scan(enum clamd_verdict *, const char **name, struct mem *,
	    const char *address, int fd, int timeout_s);

#endif
