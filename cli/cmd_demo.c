/*
 * terreau demo: a made-up platform of any size, for measures.
 * It refuses a platform that exists.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/shape.h"
#include "cli/cmd.h"
#include "domain/generator.h"

static const char help[] =
    "Usage: terreau [--state DIR] demo [--scale N] [--platform SLUG] "
    "[--seed S]\n\n"
    "Make a platform of made-up data, N times the size of the ecological\n"
    "transition contracts: 2,339 projects, 1,912 organisations, 3,620 people,\n"
    "1,917 actions, 1,114 indicators, in 158 EPCI. Territories must be loaded.\n\n"
    "  --scale N        1 by default\n"
    "  --platform SLUG  its address (demo)\n"
    "  --seed S         the same seed makes the same data (1)\n";

static void
say(int64_t done, int64_t total)
{
	if (isatty(STDERR_FILENO))
		fprintf(stderr, "\r%lld %%", (long long)(done >= total ? 100 :
		    done * 100 / total));
}

/* A whole number from 1 to max, or 0. */
static int64_t
number(const char *text, int64_t otherwise, int64_t max)
{
	char *end;
	long long n;

	if (text == NULL)
		return otherwise;
	n = strtoll(text, &end, 10);
	return *end == '\0' && n >= 1 && n <= max ? n : 0;
}

int
cmd_demo(struct cmd *c, int argc, char **argv)
{
	int64_t scale = number(cmd_option(&argc, argv, "--scale"), 1, 1000);
	int64_t seed = number(cmd_option(&argc, argv, "--seed"), 1, INT64_MAX);
	const char *slug = cmd_option(&argc, argv, "--platform");
	struct generator how = { .scale = scale, .seed = (uint64_t)seed,
		.now = time(NULL), .progress = say };
	enum rc rc;

	if (cmd_flag(&argc, argv, "--help")) {
		fputs(help, stdout);
		return CMD_OK;
	}
	if (cmd_unknown(argc, argv))
		return CMD_USAGE;
	if (argc != 1 || scale == 0 || seed == 0) {
		fputs(help, stderr);
		return CMD_USAGE;
	}
	slug = slug == NULL ? "demo" : slug;
	if (!shape_is_key(slug)) {
		cmd_error("%s is not an address: small letters without accent, "
		    "digits and hyphens", slug);
		return CMD_USAGE;
	}
	if (!cmd_open(c, DB_WORKER))
		return CMD_FAILED;
	rc = generator_run(c->db, slug, &how);
	if (rc == RC_CONFLICT) {
		cmd_error("the platform %s exists already", slug);
		return CMD_REFUSED;
	}
	if (rc == RC_NOT_FOUND) {
		cmd_error("no territory is loaded: run `terreau territory load`");
		return CMD_REFUSED;
	}
	if (rc == RC_OK)
		printf("%s: %lld projects\n", slug,
		    (long long)(CTE_PROJECTS * scale));
	return cmd_exit(rc, slug);
}
