/*
 * What the files of lib/store share. Nobody else includes it.
 */
#ifndef STORE_DB_PRIVATE_H
#define STORE_DB_PRIVATE_H

#include <sqlite3.h>

#include "store/db.h"

#define DB_MAGIC	0x7e44ea00u

/* One prepared statement; several of one query when uses nest. */
struct stmt {
	struct db	*db;
	struct stmt	*next;		/* of the same query */
	sqlite3_stmt	*st;
	enum query	 query;
	int		 columns;
	char		**names;	/* of the columns */
	int		 next_column;	/* where the search by name starts */
	bool		 busy;		/* bound or stepped, not done */
	bool		 row;		/* a row is under it */
	bool		 reads;		/* changes nothing, says SQLite */
};

struct db {
	unsigned	 magic;
	sqlite3		*sq;
	char		*state_dir;
	char		*path;		/* of the database file */
	int		 lock_fd;	/* held while writing */
	int		 turn_fd;	/* held while waiting for lock_fd */
	bool		 writing;
	bool		 failed;	/* sticky until commit or rollback */
	int		 failure;	/* SQLite's extended code */
	char		 error[256];
	uint64_t	 statements;
	int64_t		 commits;	/* made by this connection */
	struct stmt	*cache[QUERY_COUNT];
	sqlite3_stmt	*begin, *commit, *rollback, *version;
};

/* Open and harden one connection; *sq is the caller's, NULL on failure. */
int	 connection_open(sqlite3 **sq, const char *path, int flags);
/* Note a failure: sticky flag, code, message; logged. */
void	 db_fail(struct db *, const char *doing);
/* The same for a statement that would write outside a write transaction. */
void	 db_refuse(struct db *, const char *doing);
/* End a statement of the cache. */
void	 stmt_free(struct stmt *);
/* Take and leave the fair lock. RC_BUSY after 20 s. */
enum rc	 write_lock(struct db *);
void	 write_unlock(struct db *);
/* Run SQL that the store itself owns (pragmas, savepoints, migrations). */
enum rc	 db_exec(struct db *, const char *sql);

#endif
