/*
 * terreau check-platform: is the folder of a platform right?
 * It writes nothing and needs no installation.
 */
#include "config.h"

#include <stdio.h>

#include "cli/cmd.h"
#include "domain/preset.h"

static const char help[] =
    "Usage: terreau check-platform DIR...\n\n"
    "Check every file of a preset folder (doc/presets.md), demonstration data\n"
    "included, and list every problem: file, JSON path, what was found, what is\n"
    "allowed. What only a database knows (territories, published forms) is\n"
    "checked by `terreau load`.\n\n"
    "Exit code 0: no problem; 1: some, listed on standard output.\n";

int
cmd_preset_read(struct preset **preset, struct cmd *c, const char *dir)
{
	struct problems why = PROBLEMS_INIT(c->mem);
	const struct problem *p;
	enum rc rc = preset_read(preset, c->mem, dir, true, &why);

	if (rc == RC_NOT_FOUND) {
		cmd_error("%s: there is no platform.json there", dir);
		return CMD_REFUSED;
	}
	for (p = why.first; p != NULL; p = p->next)
		printf("%s/%s: %s\n", dir, p->where, p->text);
	if (rc == RC_INVALID) {
		cmd_error("%s: %zu problem%s, nothing was written", dir,
		    why.count, why.count == 1 ? "" : "s");
		return CMD_REFUSED;
	}
	return rc == RC_OK ? CMD_OK : cmd_exit(rc, dir);
}

int
cmd_check_platform(struct cmd *c, int argc, char **argv)
{
	int i, worst = CMD_OK;

	if (cmd_flag(&argc, argv, "--help")) {
		fputs(help, stdout);
		return CMD_OK;
	}
	if (cmd_unknown(argc, argv))
		return CMD_USAGE;
	if (argc < 2) {
		cmd_error("check-platform needs a folder, such as "
		    "platforms/cte");
		return CMD_USAGE;
	}
	for (i = 1; i < argc; i++) {
		struct preset *preset = NULL;
		int code = cmd_preset_read(&preset, c, argv[i]);

		if (code == CMD_OK)
			printf("%s: right, %d files\n", argv[i],
			    preset_file_count(preset));
		if (code > worst)
			worst = code;
		preset_free(preset);
	}
	return worst;
}
