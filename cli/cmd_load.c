/*
 * terreau load: platforms from their preset folders, once or again.
 * Every folder is checked before the first is written.
 */
#include "config.h"

#include <stdio.h>
#include <time.h>

#include "cli/cmd.h"
#include "domain/demo.h"
#include "domain/preset.h"

static const char help[] =
    "Usage: terreau [--state DIR] load [--demo] DIR...\n\n"
    "Load or update platforms from their preset folders (doc/presets.md). The\n"
    "same folder again changes nothing. Safe while the workers serve.\n\n"
    "  --demo   also play the demonstration: people, organisations, projects;\n"
    "           those that are there already are left alone. Not for an\n"
    "           installation that real people use.\n\n"
    "Exit code 1 when a problem was found: all are listed, nothing is written.\n";

static void
tell(const char *dir, const struct preset_report *r, bool demo)
{
	printf("%s: %s; %d themes, %d roles, %d pages, %d forms, %d calls, "
	    "%d indicators\n", dir, r->platform_new ? "loaded" : "up to date",
	    r->themes, r->roles, r->pages, r->forms, r->calls, r->indicators);
	if (demo)
		printf("%s: demonstration: %d organisations, %d people, "
		    "%d projects, %d events played\n", dir, r->organisations,
		    r->people, r->projects, r->events);
}

static int
load_one(struct cmd *c, const struct preset *preset, const char *dir,
    bool demo, int64_t now)
{
	struct problems why = PROBLEMS_INIT(c->mem);
	struct preset_report report;
	const struct problem *p;
	enum rc rc = preset_load(c->db, c->mem, preset, now, &why, &report);

	if (rc == RC_OK && demo)
		rc = demo_load(c->db, c->mem, preset, now, &why, &report);
	for (p = why.first; p != NULL; p = p->next)
		printf("%s/%s: %s\n", dir, p->where, p->text);
	if (rc != RC_OK)
		return cmd_exit(rc, dir);
	tell(dir, &report, demo);
	return CMD_OK;
}

static int
load_all(struct cmd *c, int count, char **dirs, struct preset **presets,
    bool demo)
{
	int64_t now = (int64_t)time(NULL);
	int i, code;

	for (i = 0; i < count; i++) {
		code = cmd_preset_read(&presets[i], c, dirs[i]);
		if (code != CMD_OK)
			return code;
	}
	if (!cmd_open(c, DB_WORKER))
		return CMD_FAILED;
	code = cmd_territory_load(c, NULL);
	if (code != CMD_OK)
		return code;
	for (i = 0; i < count; i++) {
		code = load_one(c, presets[i], dirs[i], demo, now);
		if (code != CMD_OK)
			return code;
	}
	return CMD_OK;
}

int
cmd_load(struct cmd *c, int argc, char **argv)
{
	bool demo = cmd_flag(&argc, argv, "--demo");
	struct preset **presets;
	int i, code;

	if (cmd_flag(&argc, argv, "--help")) {
		fputs(help, stdout);
		return CMD_OK;
	}
	if (cmd_unknown(argc, argv))
		return CMD_USAGE;
	if (argc < 2) {
		cmd_error("load needs a folder, such as platforms/cte");
		return CMD_USAGE;
	}
	presets = MEM_ARRAY(c->mem, (size_t)argc, struct preset *);
	code = load_all(c, argc - 1, argv + 1, presets, demo);
	for (i = 0; i < argc - 1; i++)
		preset_free(presets[i]);
	return code;
}
