/*
 * terreau grant: who has which role where, and why somebody may or may not.
 */
#include "config.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/date.h"
#include "cli/cmd.h"
#include "domain/grant.h"
#include "domain/person.h"
#include "domain/right.h"

static const char help[] =
    "Usage: terreau grant add EMAIL --role ROLE --scope SCOPE [--until DAY]\n"
    "       terreau grant revoke EMAIL --role ROLE --scope SCOPE\n"
    "       terreau grant list [--platform SLUG] [--role ROLE] [--scope KIND]\n"
    "       terreau grant why EMAIL RIGHT OBJECT\n"
    "       terreau grant table\n"
    "\n"
    "ROLE   partner, agent, evaluator, decider, funder, animator, administrator,\n"
    "       wiki-administrator, form-editor, or a role that the platform defines\n"
    "SCOPE  installation, platform:SLUG, call:PLATFORM/SLUG, theme:PLATFORM/KEY,\n"
    "       stage:PLATFORM/CALL/KEY, dossier:PLATFORM/PROJECT,\n"
    "       territory:CODE (every platform) or territory:CODE@PLATFORM\n"
    "DAY    2027-12-31: the role holds until the end of that day, UTC\n"
    "RIGHT  as `terreau grant table` names them\n"
    "OBJECT a scope, application:NUMBER or organisation:SLUG\n";

/* The person and the scope of add and revoke; CMD_OK, or why not. */
static int
read_subject(struct cmd *c, const char *email, const char *scope_name,
    struct person **p, struct scope *scope)
{
	enum rc rc;

	if (!cmd_open(c, DB_WORKER))
		return CMD_FAILED;
	rc = person_by_email(p, c->db, c->mem, email, (int64_t)time(NULL));
	if (rc != RC_OK)
		return cmd_exit(rc, email);
	rc = scope_parse(scope, c->db, c->mem, scope_name);
	if (rc == RC_INVALID) {
		cmd_error("%s is not a scope (see `terreau grant --help`)",
		    scope_name);
		return CMD_USAGE;
	}
	return cmd_exit(rc, scope_name);
}

static int
add(struct cmd *c, const char *email, const char *role, const char *scope_name,
    int64_t ends_at)
{
	struct problems why = PROBLEMS_INIT(c->mem);
	const struct problem *problem;
	struct scope scope;
	struct person *p;
	enum rc rc;
	int code = read_subject(c, email, scope_name, &p, &scope);

	if (code != CMD_OK)
		return code;
	rc = grant_add(c->db, c->mem, p->id, role, &scope, ends_at, NULL,
	    (int64_t)time(NULL), &why);
	for (problem = why.first; problem != NULL; problem = problem->next)
		cmd_error("%s", problem->text);
	return rc == RC_INVALID ? CMD_REFUSED : cmd_exit(rc, role);
}

static int
take_back(struct cmd *c, const char *email, const char *role,
    const char *scope_name)
{
	struct scope scope;
	struct person *p;
	int code = read_subject(c, email, scope_name, &p, &scope);

	if (code != CMD_OK)
		return code;
	return cmd_exit(grant_end(c->db, c->mem, grant_find(c->db, p->id, role,
	    &scope), NULL, (int64_t)time(NULL)), role);
}

static int
list(struct cmd *c, const char *platform, const char *role, const char *kind)
{
	struct grant_filter f = { .role = role, .scope_kind = kind };
	struct mem *mem;
	struct grant *g;
	struct scope scope;
	size_t n, i;
	enum rc rc = RC_OK;

	if (!cmd_open(c, DB_WORKER))
		return CMD_FAILED;
	if (platform != NULL) {
		rc = scope_parse(&scope, c->db, c->mem,
		    mem_printf(c->mem, "platform:%s", platform));
		if (rc != RC_OK)
			return cmd_exit(rc, platform);
		f.platform_id = scope.id;
	}
	mem = mem_new();
	do {
		n = grant_list(&g, c->db, mem, &f, 200);
		for (i = 0; i < n; i++)
			printf("%s\t%s\t%s\t%s\t%s\n", g[i].person_email,
			    g[i].role, scope_text(c->db, mem, &g[i].scope),
			    date_iso(mem, g[i].granted_at), g[i].ends_at == 0 ?
			    "-" : date_iso(mem, g[i].ends_at));
		if (n > 0) {
			f.after_role = mem_strdup(c->mem, g[n - 1].role);
			f.after_id = g[n - 1].id;
		}
		mem_reset(mem);
	} while (n == 200);
	mem_free(mem);
	return db_failed(c->db) ? CMD_FAILED : CMD_OK;
}

static int
why(struct cmd *c, const char *email, const char *name, const char *text)
{
	enum right right = right_by_name(name);
	struct person *p;
	struct object o;
	bool may;
	enum rc rc;

	if (right == RIGHT_NONE) {
		cmd_error("%s is not a right (see `terreau grant table`)", name);
		return CMD_USAGE;
	}
	if (!cmd_open(c, DB_WORKER))
		return CMD_FAILED;
	rc = person_by_email(&p, c->db, c->mem, email, (int64_t)time(NULL));
	if (rc != RC_OK)
		return cmd_exit(rc, email);
	rc = object_parse(&o, c->db, c->mem, text);
	if (rc != RC_OK)
		return cmd_exit(rc, text);
	puts(right_explain(c->db, c->mem, p, right, &o, &may));
	return may ? CMD_OK : CMD_REFUSED;
}

/* The table of doc/rights.md, as the program applies it. */
static int
table(void)
{
	size_t i;
	int r;

	for (r = RIGHT_NONE + 1; r < RIGHT_COUNT; r++) {
		printf("%-22s", right_name((enum right)r));
		for (i = 0; right_roles[i] != NULL; i++)
			if (right_of_role(right_roles[i], "platform",
			    (enum right)r))
				printf(" %s", right_roles[i]);
		putchar('\n');
	}
	return CMD_OK;
}

/* Until the last second of that day; 0: no day, -1: not a day. */
static int64_t
end_of(const char *day)
{
	int64_t at;

	if (day == NULL)
		return 0;
	return date_parse_unix(&at, day) ? at + DATE_DAY : -1;
}

int
cmd_grant(struct cmd *c, int argc, char **argv)
{
	const char *role = cmd_option(&argc, argv, "--role");
	const char *scope = cmd_option(&argc, argv, "--scope");
	const char *platform = cmd_option(&argc, argv, "--platform");
	const char *until = cmd_option(&argc, argv, "--until");
	const char *verb;

	if (cmd_flag(&argc, argv, "--help")) {
		fputs(help, stdout);
		return CMD_OK;
	}
	if (cmd_unknown(argc, argv))
		return CMD_USAGE;
	verb = argc > 1 ? argv[1] : "";
	if (end_of(until) < 0) {
		cmd_error("%s is not a day: write 2027-12-31", until);
		return CMD_USAGE;
	}
	if (strcmp(verb, "add") == 0 && argc == 3 && role != NULL &&
	    scope != NULL)
		return add(c, argv[2], role, scope, end_of(until));
	if (strcmp(verb, "revoke") == 0 && argc == 3 && role != NULL &&
	    scope != NULL)
		return take_back(c, argv[2], role, scope);
	if (strcmp(verb, "list") == 0 && argc == 2)
		return list(c, platform, role, scope);
	if (strcmp(verb, "why") == 0 && argc == 5)
		return why(c, argv[2], argv[3], argv[4]);
	if (strcmp(verb, "table") == 0 && argc == 2)
		return table();
	fputs(help, stderr);
	return CMD_USAGE;
}
