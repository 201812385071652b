/*
 * terreau migrate: bring the database to the schema of this program.
 * It goes forward only.
 */
#include "config.h"

#include <stdio.h>

#include "base/file.h"
#include "cli/cmd.h"
#include "store/migrate.h"

static const char help[] =
    "Usage: terreau [--state DIR] migrate [--status]\n\n"
    "Make the database when there is none, and apply what it lacks. Safe to\n"
    "run again, and while the workers serve.\n\n"
    "  --status   only tell; exit code 1 when something is to be applied\n";

int
cmd_migrate(struct cmd *c, int argc, char **argv)
{
	bool status = cmd_flag(&argc, argv, "--status");
	int before;
	enum rc rc;

	if (cmd_flag(&argc, argv, "--help")) {
		fputs(help, stdout);
		return CMD_OK;
	}
	if (cmd_unknown(argc, argv))
		return CMD_USAGE;
	if (argc > 1) {
		cmd_error("migrate takes no argument");
		return CMD_USAGE;
	}
	if (!status && dir_make(c->state_dir, 0750) != RC_OK)
		return CMD_FAILED;
	c->any_version = true;
	if (!cmd_open(c, status ? DB_WORKER : DB_CREATE))
		return CMD_FAILED;
	before = migrate_current(c->db);
	if (status) {
		printf("applied %d, known %d\n", before, migrate_latest());
		return before == migrate_latest() ? CMD_OK : CMD_REFUSED;
	}
	rc = migrate_run(c->db);
	if (rc == RC_CONFLICT) {
		cmd_error("the database (%d) is newer than this program (%d): "
		    "upgrade the program", before, migrate_latest());
		return CMD_REFUSED;
	}
	if (rc == RC_OK)
		printf("migrated from %d to %d\n", before,
		    migrate_current(c->db));
	return cmd_exit(rc, "migrate");
}
