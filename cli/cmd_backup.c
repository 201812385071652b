/*
 * terreau backup: a copy of everything, while the workers serve.
 * The copy is a state folder: `terreau --state COPY verify` reads it.
 */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "cli/cmd.h"

static const char help[] =
    "Usage: terreau backup DIR\n"
    "\n"
    "Make DIR, which must not exist, and copy there the database as it is at one\n"
    "moment, the files deposited, the secrets and the settings. Safe while the\n"
    "workers serve. Restoring is stopping the service and putting DIR in the place\n"
    "of the state folder (doc/operations.md).\n"
    "\n"
    "DIR holds secrets: keep it as you keep the state folder.\n";

static bool
copy_bytes(struct mem *mem, const char *from, const char *to)
{
	const char *tmp;
	char data[65536];
	ssize_t n = 0;
	int in = open(from, O_RDONLY | O_CLOEXEC), out = -1;
	bool ok = in >= 0 && file_temporary(&out, &tmp, mem,
	    mem_strndup(mem, to, (size_t)(strrchr(to, '/') - to))) == RC_OK;

	while (ok && (n = read(in, data, sizeof(data))) > 0)
		ok = file_write_all(out, data, (size_t)n, to) == RC_OK;
	ok = ok && n == 0 && file_store_durably(out, tmp, to) == RC_OK;
	if (in >= 0)
		close(in);
	if (out >= 0)
		close(out);
	if (!ok)
		cmd_error("%s could not be copied", from);
	return ok;
}

/* Files deposited never change: a link is a copy, on the same disk. */
static bool
copy_one(struct mem *mem, const char *from, const char *to, bool immutable)
{
	return (immutable && link(from, to) == 0) || copy_bytes(mem, from, to);
}

/* All regular files below a folder; a folder that is not there is no file. */
static bool
copy_tree(struct mem *mem, const char *from, const char *to, bool immutable)
{
	const char **names, *a, *b;
	struct stat sb;
	bool ok = true;

	if (!dir_exists(from))
		return true;
	if (dir_make(to, 0750) != RC_OK ||
	    dir_list(&names, mem, from) != RC_OK)
		return false;
	for (; ok && *names != NULL; names++) {
		a = mem_printf(mem, "%s/%s", from, *names);
		b = mem_printf(mem, "%s/%s", to, *names);
		if (lstat(a, &sb) != 0)
			continue;	/* removed meanwhile */
		if (S_ISDIR(sb.st_mode))
			ok = copy_tree(mem, a, b, immutable);
		else if (S_ISREG(sb.st_mode))
			ok = copy_one(mem, a, b, immutable);
	}
	return ok;
}

int
cmd_backup(struct cmd *c, int argc, char **argv)
{
	const char *to, *conf;

	if (cmd_flag(&argc, argv, "--help")) {
		fputs(help, stdout);
		return CMD_OK;
	}
	if (cmd_unknown(argc, argv) || argc != 2) {
		fputs(help, stderr);
		return CMD_USAGE;
	}
	to = argv[1];
	c->stays_root = c->any_version = true;
	if (!cmd_open(c, DB_WORKER))
		return CMD_FAILED;
	if (access(to, F_OK) == 0 || errno != ENOENT) {
		cmd_error("%s exists already: name a new folder", to);
		return CMD_REFUSED;
	}
	if (dir_make(to, 0700) != RC_OK)
		return CMD_FAILED;
	/* The base first: a file is on disk before its row is. */
	if (db_backup(c->db, mem_printf(c->mem, "%s/terreau.db", to)) != RC_OK)
		return CMD_FAILED;
	conf = mem_printf(c->mem, "%s/terreau.conf", c->state_dir);
	if (file_exists(conf) && !copy_bytes(c->mem, conf, mem_printf(c->mem,
	    "%s/terreau.conf", to)))
		return CMD_FAILED;
	if (!copy_tree(c->mem, mem_printf(c->mem, "%s/files", c->state_dir),
	    mem_printf(c->mem, "%s/files", to), true) ||
	    !copy_tree(c->mem, mem_printf(c->mem, "%s/secrets", c->state_dir),
	    mem_printf(c->mem, "%s/secrets", to), false))
		return CMD_FAILED;
	return CMD_OK;
}
