/*
 * Files that an antivirus has looked at, or not yet: what waits, what was found,
 * what becomes of it. It looks at no byte: the job runner has clamd do it.
 */
#ifndef DOMAIN_SCAN_H
#define DOMAIN_SCAN_H

#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/rc.h"
#include "store/db.h"

struct scan_file {
	int64_t		 id;
	const char	*sha256;
};
struct scan_files {
	struct scan_file	*rows;
	size_t			 count;
};
#define SCAN_BATCH	50

/* Those not looked at yet, after an id, at most SCAN_BATCH; in mem. A read. */
void	 scan_next(struct scan_files *, struct db *, struct mem *,
	    int64_t after);
/* How many wait. A read. */
int64_t	 scan_waiting(struct db *);
/* Ask for the job when something waits. Own write transaction. */
enum rc	 scan_ask(struct db *, int64_t now);
/* Nothing was found. Own write transaction. */
enum rc	 scan_clean(struct db *, int64_t file_id, int64_t now);
/*
 * A virus was found: the file is not served any more, who holds or sent the
 * documents it is in is told, and its bytes are set aside in state/quarantine.
 * site: of the installation, or NULL. Own write transaction.
 */
enum rc	 scan_infected(struct db *, struct mem *, const struct scan_file *,
	    const char *name, const char *site, int64_t now);
/* Set aside what a death left in its place. */
void	 scan_quarantine(struct db *, struct mem *);

#endif
