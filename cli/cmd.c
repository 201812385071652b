/*
 * What every verb of `terreau` needs: options, the database, words.
 * It knows no verb.
 */
#include "config.h"

#include "cli/cmd.h"

#include <grp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/migrate.h"

void
cmd_error(const char *fmt, ...)
{
	va_list ap;

	fputs("terreau: ", stderr);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
}

/* Root becomes the owner of the state folder; nobody else changes. */
static bool
become_owner(const char *state_dir)
{
	struct stat st;

	if (geteuid() != 0 || stat(state_dir, &st) != 0 || st.st_uid == 0)
		return true;
	return setgroups(0, NULL) == 0 &&
	    setresgid(st.st_gid, st.st_gid, st.st_gid) == 0 &&
	    setresuid(st.st_uid, st.st_uid, st.st_uid) == 0;
}

/* What another version wrote is neither read nor changed by halves. */
static bool
right_version(struct db *db)
{
	int found = migrate_current(db), known = migrate_latest();

	if (found > known)
		cmd_error("the database (%d) is newer than this program (%d): "
		    "upgrade the program", found, known);
	else if (found < known)
		cmd_error("the database (%d) is older than this program (%d): "
		    "run `terreau migrate`", found, known);
	return found == known;
}

bool
cmd_open(struct cmd *c, enum db_mode mode)
{
	enum rc rc;

	if (!c->stays_root && !become_owner(c->state_dir)) {
		cmd_error("the owner of %s cannot be taken on", c->state_dir);
		return false;
	}
	rc = db_open(&c->db, c->state_dir, mode);
	if (rc == RC_NOT_FOUND)
		cmd_error("there is no database in %s: name the state folder "
		    "with --state, or make one with `terreau migrate`",
		    c->state_dir);
	else if (rc != RC_OK)
		cmd_error("the database in %s cannot be opened (see the line "
		    "above)", c->state_dir);
	return rc == RC_OK && (c->any_version || mode == DB_CREATE ||
	    right_version(c->db));
}

int
cmd_exit(enum rc rc, const char *what)
{
	switch (rc) {
	case RC_OK:
		return CMD_OK;
	case RC_NOT_FOUND:
		cmd_error("%s: not found", what);
		return CMD_NOT_FOUND;
	case RC_DENIED:
		cmd_error("%s: not allowed", what);
		return CMD_REFUSED;
	case RC_INVALID:
		cmd_error("%s: invalid", what);
		return CMD_REFUSED;
	case RC_CONFLICT:
		cmd_error("%s: its present state forbids it", what);
		return CMD_REFUSED;
	case RC_BUSY:
		cmd_error("%s: somebody else holds the lock, try again", what);
		return CMD_BUSY;
	case RC_FAIL:
		break;
	}
	cmd_error("%s: failed (see the line above)", what);
	return CMD_FAILED;
}

static void
take_out(int *argc, char **argv, int i, int count)
{
	for (; i + count < *argc; i++)
		argv[i] = argv[i + count];
	*argc -= count;
	argv[*argc] = NULL;
}

const char *
cmd_option(int *argc, char **argv, const char *name)
{
	size_t len = strlen(name);

	for (int i = 1; i < *argc && strcmp(argv[i], "--") != 0; i++) {
		const char *value = argv[i] + len;

		if (strncmp(argv[i], name, len) != 0)
			continue;
		if (*value == '=') {
			take_out(argc, argv, i, 1);
			return value + 1;
		}
		if (*value == '\0' && i + 1 < *argc) {
			value = argv[i + 1];
			take_out(argc, argv, i, 2);
			return value;
		}
	}
	return NULL;
}

bool
cmd_flag(int *argc, char **argv, const char *name)
{
	for (int i = 1; i < *argc && strcmp(argv[i], "--") != 0; i++)
		if (strcmp(argv[i], name) == 0) {
			take_out(argc, argv, i, 1);
			return true;
		}
	return false;
}

bool
cmd_unknown(int argc, char **argv)
{
	for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++)
		if (argv[i][0] == '-' && argv[i][1] != '\0') {
			cmd_error("%s: unknown option %s, or its value is "
			    "missing (see `terreau %s --help`)", argv[0],
			    argv[i], argv[0]);
			return true;
		}
	return false;
}
