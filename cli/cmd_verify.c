/*
 * terreau verify: is all that was promised still there, and whole?
 * It repairs nothing.
 */
#include "config.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "cli/cmd.h"
#include "store/migrate.h"

static const char help[] =
    "Usage: terreau verify [--quick]\n"
    "\n"
    "Check the database (integrity, foreign keys, version) and every file deposited\n"
    "(there, of its size, of its SHA-256). Exit code 1 when something is wrong. The\n"
    "public journal is checked by `terreau journal verify`.\n"
    "\n"
    "  --quick   do not read the files, look at their sizes only\n";

struct count {
	int64_t		 files, bad;
};

static void
check_file(struct cmd *c, struct mem *mem, struct stmt *s, bool quick,
    struct count *n)
{
	const char *sha = stmt_str(s, mem, "sha256"), *path;
	int64_t size = stmt_int(s, "size_bytes"), found = -1;
	char hex[65] = "";

	path = mem_printf(mem, "%s/files/%.2s/%s", c->state_dir, sha, sha);
	n->files++;
	if (quick)
		found = file_size(path);
	else if (file_exists(path))
		file_sha256(hex, &found, path);
	if (found == size && (quick || strcmp(hex, sha) == 0))
		return;
	n->bad++;
	printf("file %s: %s\n", sha, found < 0 ? "missing" : "damaged");
}

static void
check_files(struct cmd *c, bool quick, struct count *n)
{
	struct mem *mem = mem_new();
	int64_t last = 0;
	int rows;

	do {
		struct stmt *s = db_query(c->db, Q_VERIFY_FILES, I(after, last),
		    I(limit, 500));

		for (rows = 0; stmt_step(s); rows++) {
			last = stmt_int(s, "id");
			check_file(c, mem, s, quick, n);
			mem_reset(mem);
		}
	} while (rows == 500);
	mem_free(mem);
}

int
cmd_verify(struct cmd *c, int argc, char **argv)
{
	bool quick = cmd_flag(&argc, argv, "--quick"), base;
	struct count n = { 0, 0 };
	int version;

	if (cmd_flag(&argc, argv, "--help")) {
		fputs(help, stdout);
		return CMD_OK;
	}
	if (cmd_unknown(argc, argv) || argc != 1)
		return CMD_USAGE;
	c->any_version = true;
	if (!cmd_open(c, DB_WORKER))
		return CMD_FAILED;
	version = migrate_current(c->db);
	if (version != migrate_latest()) {
		cmd_error("the database is at version %d, this program at %d: "
		    "run `terreau migrate`", version, migrate_latest());
		return CMD_REFUSED;
	}
	base = db_verify(c->db) == RC_OK;
	check_files(c, quick, &n);
	printf("database: %s, version %d\nfiles: %" PRId64 ", %" PRId64
	    " missing or damaged\n", base ? "whole" : "DAMAGED (see the log)",
	    version, n.files, n.bad);
	return base && n.bad == 0 && !db_failed(c->db) ? CMD_OK : CMD_REFUSED;
}
