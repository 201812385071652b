/*
 * The administrator's command, `terreau`: one cmd_<verb>.c per verb, one row
 * per verb in cli/main.c. It answers in words for people and with exit codes
 * for scripts.
 */
#ifndef CLI_CMD_H
#define CLI_CMD_H

#include <stdbool.h>

#include "base/mem.h"
#include "base/rc.h"
#include "store/db.h"

/* Exit codes. */
#define CMD_OK		0
#define CMD_REFUSED	1	/* invalid, broken, not allowed: said why */
#define CMD_USAGE	2	/* the command line itself is wrong */
#define CMD_FAILED	3	/* the machine: disk, network */
#define CMD_NOT_FOUND	4	/* what was named does not exist */
#define CMD_BUSY	5	/* somebody holds the lock: try again */

struct cmd {
	const char	*state_dir;	/* --state, TERREAU_STATE, or the default */
	struct mem	*mem;		/* lives as long as the command */
	struct db	*db;		/* after cmd_open; closed by main */
	/* set before cmd_open: see there */
	bool		 stays_root, any_version;
};

/*
 * Open the database of the installation; false after having said why (then
 * return CMD_FAILED). With DB_CREATE the file is made when absent.
 *
 * Run by root, the process becomes the owner of the state folder here and for
 * good, so that the workers may use what it writes: open before it the files
 * that only root may read or write. Unless stays_root (a backup goes anywhere).
 * A database of another version is refused, unless any_version.
 */
bool	 cmd_open(struct cmd *, enum db_mode);

/* A sentence on standard error, with the verb's name before it. */
void	 cmd_error(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
/* The exit code of a result; says a sentence when it is not RC_OK. */
int	 cmd_exit(enum rc, const char *what);

/*
 * The value of an option, taken out of argv ("--name VALUE" or
 * "--name=VALUE"); NULL when absent. A flag: true when there ("--json"). What
 * is left begins at argv[1]; cmd_unknown says the first option nobody took.
 */
const char *cmd_option(int *argc, char **argv, const char *name);
bool	 cmd_flag(int *argc, char **argv, const char *name);
bool	 cmd_unknown(int argc, char **argv);

/* The verbs: argv[0] is the verb. Each returns an exit code. */
typedef int cmd_fn(struct cmd *, int argc, char **argv);
cmd_fn	 cmd_backup;
cmd_fn	 cmd_check_platform;
cmd_fn	 cmd_demo;
cmd_fn	 cmd_grant;
cmd_fn	 cmd_import;
cmd_fn	 cmd_jobs;
cmd_fn	 cmd_journal;
cmd_fn	 cmd_load;
cmd_fn	 cmd_migrate;
cmd_fn	 cmd_routes;
cmd_fn	 cmd_territory;
cmd_fn	 cmd_user;
cmd_fn	 cmd_verify;

/*
 * Bring the tree of territories in from dir (NULL: data/territories below
 * TERREAU_SHARE, else where it is installed), and say what was done. For `load`,
 * which begins so; the database is open.
 */
int	 cmd_territory_load(struct cmd *, const char *dir);

/*
 * Read and check a preset folder; every problem is printed. CMD_OK, or what to
 * end with. *preset is for preset_free in any case.
 */
struct preset;
int	 cmd_preset_read(struct preset **, struct cmd *, const char *dir);

#endif
