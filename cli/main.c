/*
 * `terreau`: finds the installation and gives the word to a verb.
 * It does nothing by itself.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/log.h"
#include "cli/cmd.h"

#define DEFAULT_STATE	"/var/lib/terreau"

static const struct verb {
	const char	*name;
	cmd_fn		*run;
	const char	*says;
} verbs[] = {
	{ "backup", cmd_backup, "copy everything while the workers serve" },
	{ "check-platform", cmd_check_platform,
	    "check the preset folder of a platform" },
	{ "demo", cmd_demo, "make a platform of made-up data, of any size" },
	{ "grant", cmd_grant, "who has which role where, and why" },
	{ "import", cmd_import, "load a table as projects" },
	{ "jobs", cmd_jobs, "run what waits: mails, wikis, checkpoints" },
	{ "journal", cmd_journal, "verify, export or redact the public journal" },
	{ "load", cmd_load, "load platforms from their preset folders" },
	{ "migrate", cmd_migrate, "bring the database to this version" },
	{ "routes", cmd_routes, "every address, with the right it asks" },
	{ "territory", cmd_territory, "load the tree, find one, put better points" },
	{ "user", cmd_user, "accounts" },
	{ "verify", cmd_verify, "is everything still there and whole?" },
};
#define VERB_COUNT	(sizeof(verbs) / sizeof(*verbs))

static void
usage(FILE *out)
{
	fputs("Usage: terreau [--state DIR] VERB [ARGUMENTS]\n"
	    "       terreau VERB --help\n\n"
	    "The installation is the folder of --state, else TERREAU_STATE, "
	    "else " DEFAULT_STATE ".\n\n", out);
	for (size_t i = 0; i < VERB_COUNT; i++)
		fprintf(out, "  %-16s %s\n", verbs[i].name, verbs[i].says);
	fputs("\nExit codes: 0 done, 1 refused, 2 wrong command line, "
	    "3 the machine failed,\n4 not found, 5 busy: try again.\n", out);
}

static const struct verb *
verb_find(const char *name)
{
	for (size_t i = 0; i < VERB_COUNT; i++)
		if (strcmp(verbs[i].name, name) == 0)
			return &verbs[i];
	return NULL;
}

/* Options before the verb; the index of the verb, or 0. */
static int
read_state(struct cmd *c, int argc, char **argv)
{
	int i = 1;

	c->state_dir = getenv("TERREAU_STATE");
	if (c->state_dir == NULL || *c->state_dir == '\0')
		c->state_dir = DEFAULT_STATE;
	if (i < argc && strcmp(argv[i], "--state") == 0) {
		c->state_dir = i + 1 < argc ? argv[i + 1] : "";
		i += 2;
	} else if (i < argc && strncmp(argv[i], "--state=", 8) == 0)
		c->state_dir = argv[i++] + 8;
	return i < argc ? i : 0;
}

int
main(int argc, char **argv)
{
	struct cmd c = { 0 };
	const struct verb *verb;
	int at = read_state(&c, argc, argv), code;

	if (*c.state_dir == '\0') {
		cmd_error("--state needs a folder");
		return CMD_USAGE;
	}
	if (at == 0) {
		usage(stderr);
		return CMD_USAGE;
	}
	if (strcmp(argv[at], "--help") == 0 || strcmp(argv[at], "-h") == 0 ||
	    strcmp(argv[at], "help") == 0) {
		usage(stdout);
		return CMD_OK;
	}
	if (strcmp(argv[at], "--version") == 0) {
		puts(PACKAGE_STRING);
		return CMD_OK;
	}
	verb = verb_find(argv[at]);
	if (verb == NULL) {
		cmd_error("unknown verb %s (see `terreau --help`)", argv[at]);
		return CMD_USAGE;
	}
	umask(027);	/* personal data are not for everybody on the machine */
	log_open("terreau");
	c.mem = mem_new();
	code = verb->run(&c, argc - at, argv + at);
	db_close(c.db);
	mem_free(c.mem);
	if (fflush(stdout) != 0 || ferror(stdout)) {
		cmd_error("the output could not be written");
		return CMD_FAILED;
	}
	return code;
}
