/*
 * What the disk allows: one connection that commits one small row at a time
 * with the durability of the store (WAL, synchronous FULL), for some seconds;
 * prints commits per second. Bare: no lock, no rule, no page.
 */
#include "config.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double
seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

int
main(int argc, char **argv)
{
	double start, took, limit = argc > 2 ? strtod(argv[2], NULL) : 3;
	sqlite3_stmt *put;
	sqlite3 *db;
	long n = 0;

	if (argc < 2 || sqlite3_open(argv[1], &db) != SQLITE_OK ||
	    sqlite3_exec(db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = "
	    "FULL; PRAGMA wal_autocheckpoint = 0; CREATE TABLE t (k INTEGER "
	    "PRIMARY KEY, v TEXT)", NULL, NULL, NULL) != SQLITE_OK ||
	    sqlite3_prepare_v2(db, "INSERT INTO t (v) VALUES ('une réponse de "
	    "la taille habituelle')", -1, &put, NULL) != SQLITE_OK)
		return 1;
	start = seconds();
	do {
		sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
		sqlite3_step(put);
		sqlite3_reset(put);
		if (sqlite3_exec(db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK)
			return 1;
		n++;
		took = seconds() - start;
	} while (took < limit);
	printf("%.0f\n", (double)n / took);
	sqlite3_finalize(put);
	sqlite3_close(db);
	return 0;
}
