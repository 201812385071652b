/*
 * terreau routes: every route of every worker, with the right it asks.
 * The command knows no page: each worker prints its own table (--routes).
 */
#include "config.h"

#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/cmd.h"

static const char help[] =
    "Usage: terreau routes [WORKER]\n"
    "\n"
    "Print the routes of observatory, submission, instruction and wikisync: worker,\n"
    "method, pattern, right, flags. The workers are looked for in TERREAU_BUILD, in\n"
    "the folder of this program, then where they are installed.\n";

static const char *const workers[] = { "observatory", "submission",
    "instruction", "wikisync", NULL };

extern char **environ;

/* The folder of this very program, in mem; "." when unknown. */
static const char *
own_folder(struct mem *mem)
{
	char path[4096], *slash;
	ssize_t n = readlink("/proc/self/exe", path, sizeof(path) - 1);

	if (n <= 0)
		return ".";
	path[n] = '\0';
	slash = strrchr(path, '/');
	if (slash != NULL)
		*slash = '\0';
	return mem_strdup(mem, path);
}

/* The program of a worker, in mem; NULL when it is nowhere. */
static const char *
program(struct mem *mem, const char *worker)
{
	const char *build = getenv("TERREAU_BUILD");
	const char *folders[] = { build == NULL || *build == '\0' ? NULL : build,
	    own_folder(mem), PKGLIBEXECDIR };
	const char *path;

	for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++) {
		if (folders[i] == NULL)
			continue;
		path = mem_printf(mem, "%s/terreau-%s", folders[i], worker);
		if (access(path, X_OK) == 0)
			return path;
	}
	return NULL;
}

/* Run it and print each of its lines after the worker's name. */
static int
print_routes(struct mem *mem, const char *worker)
{
	const char *path = program(mem, worker);
	char *argv[] = { NULL, mem_strdup(mem, "--routes"), NULL };
	posix_spawn_file_actions_t actions;
	int ends[2], status = -1;
	char line[1024];
	FILE *out;
	pid_t pid;

	if (path == NULL) {
		cmd_error("terreau-%s: not found", worker);
		return CMD_NOT_FOUND;
	}
	argv[0] = mem_strdup(mem, path);
	if (pipe(ends) != 0)
		return CMD_FAILED;
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
	posix_spawn_file_actions_addclose(&actions, ends[0]);
	posix_spawn_file_actions_addclose(&actions, ends[1]);
	if (posix_spawn(&pid, path, &actions, NULL, argv, environ) != 0)
		pid = -1;
	posix_spawn_file_actions_destroy(&actions);
	close(ends[1]);
	out = fdopen(ends[0], "r");
	while (pid > 0 && out != NULL && fgets(line, sizeof(line), out) != NULL)
		printf("%-12s %s", worker, line);
	if (out != NULL)
		fclose(out);
	if (pid < 0 || waitpid(pid, &status, 0) != pid || status != 0) {
		cmd_error("%s --routes failed", path);
		return CMD_FAILED;
	}
	return CMD_OK;
}

int
cmd_routes(struct cmd *c, int argc, char **argv)
{
	int code = CMD_OK, n = 0, one;

	if (cmd_flag(&argc, argv, "--help")) {
		fputs(help, stdout);
		return CMD_OK;
	}
	if (cmd_unknown(argc, argv) || argc > 2)
		return CMD_USAGE;
	for (size_t i = 0; workers[i] != NULL; i++) {
		if (argc == 2 && strcmp(argv[1], workers[i]) != 0)
			continue;
		n++;
		one = print_routes(c->mem, workers[i]);
		code = one == CMD_OK ? code : one;
	}
	if (n == 0) {
		cmd_error("there is no worker %s", argv[1]);
		return CMD_NOT_FOUND;
	}
	return code;
}
