/*
 * terreau territory: load the tree, find a territory, put better points.
 * It adds no territory that is not in the files.
 */
#include "config.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/csv.h"
#include "base/json.h"
#include "cli/cmd.h"
#include "domain/territory.h"
#include "domain/territory_import.h"

#define FOUND_DEFAULT	10

static const char help[] =
    "Usage: terreau territory load [DIR]\n"
    "       terreau territory find [--within ADDRESS] [--limit N] [--json] TEXT\n"
    "       terreau territory points FILE\n"
    "\n"
    "load     bring the tree of territories in from DIR (default: the one that\n"
    "         came with this program); the same files again change nothing\n"
    "find     territories that begin so, or at one of their words: address, kind,\n"
    "         population, label; exit code 1 when there is none\n"
    "points   put better points on communes. FILE is CSV with columns code, lon\n"
    "         (or longitude, lng) and lat (or latitude), degrees WGS 84. Lines\n"
    "         that do not fit are told and left out, with exit code 1\n";

/* --- load ------------------------------------------------------------------- */

static const char *
default_dir(struct mem *mem)
{
	const char *share = getenv("TERREAU_SHARE");

	return mem_printf(mem, "%s/data/territories",
	    share == NULL || *share == '\0' ? PKGDATADIR : share);
}

int
cmd_territory_load(struct cmd *c, const char *dir)
{
	struct problems why = PROBLEMS_INIT(c->mem);
	struct territory_counts counts;
	enum rc rc;

	rc = territory_import(c->db, dir == NULL ? default_dir(c->mem) : dir,
	    &counts, &why);
	for (const struct problem *p = why.first; p != NULL; p = p->next)
		cmd_error("%s: %s", p->where, p->text);
	if (rc == RC_OK && counts.unchanged)
		printf("territories: %zu, nothing new\n", counts.territories);
	else if (rc == RC_OK)
		printf("territories: %zu brought in, %zu former codes, "
		    "%zu gone\n", counts.territories, counts.aliases,
		    counts.removed);
	return cmd_exit(rc, "territories");
}

/* --- find ------------------------------------------------------------------- */

static int
find(struct cmd *c, const char *text, const char *within, const char *limit,
    bool json)
{
	struct territories list;
	struct territory *outer;
	int64_t within_id = 0;
	char *end = NULL;
	long n = limit == NULL ? FOUND_DEFAULT : strtol(limit, &end, 10);

	if (n < 1 || n > 50 || (end != NULL && *end != '\0')) {
		cmd_error("the limit is a number from 1 to 50");
		return CMD_USAGE;
	}
	if (within != NULL) {
		if (territory_by_address(&outer, c->db, c->mem, within) != RC_OK) {
			cmd_error("there is no territory %s", within);
			return CMD_NOT_FOUND;
		}
		within_id = outer->id;
	}
	if (json) {
		struct json_object *all = territory_suggest_json(c->db, c->mem,
		    text, within_id, (int)n);
		bool none = json_count(all) == 0;

		puts(json_string(c->mem, all));
		json_object_put(all);
		return none ? CMD_REFUSED : CMD_OK;
	}
	territory_suggest(&list, c->db, c->mem, text, within_id, (int)n);
	for (size_t i = 0; i < list.count; i++) {
		const struct territory *t = &list.rows[i];

		printf("%s\t%s\t%" PRId64 "\t%s\n",
		    territory_address(c->mem, t), t->kind, t->population,
		    territory_label(c->mem, t));
	}
	return list.count == 0 ? CMD_REFUSED : CMD_OK;
}

/* --- points ----------------------------------------------------------------- */

struct table {
	const char	*file;
	struct territory_point *points;
	int64_t		*lines;		/* where each was read */
	size_t		 n, room, refused;
};

static void
refuse(struct table *t, int64_t line, const char *what, const char *found)
{
	cmd_error("%s:%" PRId64 ": %s “%s”, left out", t->file, line, what,
	    found);
	t->refused++;
}

static void
table_grow(struct table *t, struct mem *mem)
{
	size_t room = t->room == 0 ? 1024 : 2 * t->room;
	struct territory_point *points = MEM_ARRAY(mem, room,
	    struct territory_point);
	int64_t *lines = MEM_ARRAY(mem, room, int64_t);

	if (t->n > 0) {
		memcpy(points, t->points, t->n * sizeof(*points));
		memcpy(lines, t->lines, t->n * sizeof(*lines));
	}
	t->points = points;
	t->lines = lines;
	t->room = room;
}

/* The first of the names that is a column, or -1. */
static int
column(struct csv_reader *r, const char *const *names)
{
	int at = -1;

	for (; at < 0 && *names != NULL; names++)
		at = csv_column(r, *names);
	return at;
}

static void
table_add(struct table *t, struct cmd *c, const struct csv_row *row,
    const int at[3])
{
	struct territory_point p = { 0 };
	size_t last = (size_t)(at[0] > at[1] ? at[0] : at[1]);

	last = last > (size_t)at[2] ? last : (size_t)at[2];
	if (last >= row->count) {
		refuse(t, row->line, "columns are missing",
		    row->count > 0 ? row->fields[0] : "");
		return;
	}
	if (!territory_degrees(&p.lon_e6, row->fields[at[1]])) {
		refuse(t, row->line, "no longitude", row->fields[at[1]]);
		return;
	}
	if (!territory_degrees(&p.lat_e6, row->fields[at[2]]) ||
	    p.lat_e6 > 90000000 || p.lat_e6 < -90000000) {
		refuse(t, row->line, "no latitude", row->fields[at[2]]);
		return;
	}
	p.code = row->fields[at[0]];
	if (strlen(p.code) == 4)	/* a zero that a spreadsheet ate */
		p.code = mem_printf(c->mem, "0%s", p.code);
	else
		p.code = mem_strdup(c->mem, p.code);
	if (t->n == t->room)
		table_grow(t, c->mem);
	t->lines[t->n] = row->line;
	t->points[t->n++] = p;
}

static int
table_read(struct table *t, struct cmd *c, struct csv_reader *r)
{
	static const char *const names[3][4] = { { "code", "insee", NULL },
	    { "lon", "longitude", "lng", NULL }, { "lat", "latitude", NULL } };
	struct csv_row row;
	int at[3];
	enum rc rc;

	for (int i = 0; i < 3; i++) {
		at[i] = column(r, names[i]);
		if (at[i] < 0) {
			cmd_error("%s:1: there is no column %s", t->file,
			    names[i][0]);
			return CMD_REFUSED;
		}
	}
	while ((rc = csv_next(r, &row)) == RC_OK || rc == RC_INVALID) {
		if (rc == RC_INVALID)
			refuse(t, row.line, row.problem, "");
		else
			table_add(t, c, &row, at);
	}
	return rc == RC_NOT_FOUND ? CMD_OK : cmd_exit(rc, t->file);
}

static int
points(struct cmd *c, const char *file)
{
	struct table t = { .file = file };
	struct csv_reader *r;
	size_t put = 0;
	enum rc rc;
	int code;

	if ((rc = csv_open(&r, file)) != RC_OK)
		return cmd_exit(rc, file);
	code = table_read(&t, c, r);
	csv_close(r);
	if (code != CMD_OK)
		return code;
	if (!cmd_open(c, DB_WORKER))
		return CMD_FAILED;
	rc = territory_points_put(c->db, t.points, t.n);
	for (size_t i = 0; rc == RC_OK && i < t.n; i++)
		if (t.points[i].known)
			put++;
		else
			refuse(&t, t.lines[i], "no commune of today has the code",
			    t.points[i].code);
	if (rc == RC_OK)
		printf("points: %zu put, %zu lines left out\n", put, t.refused);
	code = cmd_exit(rc, "points");
	return code == CMD_OK && t.refused > 0 ? CMD_REFUSED : code;
}

int
cmd_territory(struct cmd *c, int argc, char **argv)
{
	const char *within = cmd_option(&argc, argv, "--within");
	const char *limit = cmd_option(&argc, argv, "--limit");
	bool json = cmd_flag(&argc, argv, "--json");
	const char *what;

	if (cmd_flag(&argc, argv, "--help")) {
		fputs(help, stdout);
		return CMD_OK;
	}
	if (cmd_unknown(argc, argv))
		return CMD_USAGE;
	what = argc > 1 ? argv[1] : "";
	if (!(strcmp(what, "load") == 0 && argc <= 3) &&
	    !(strcmp(what, "find") == 0 && argc == 3) &&
	    !(strcmp(what, "points") == 0 && argc == 3)) {
		fputs(help, stderr);
		return CMD_USAGE;
	}
	if (strcmp(what, "points") == 0)
		return points(c, argv[2]);
	if (!cmd_open(c, DB_WORKER))
		return CMD_FAILED;
	if (strcmp(what, "load") == 0)
		return cmd_territory_load(c, argc > 2 ? argv[2] : NULL);
	return find(c, argv[2], within, limit, json);
}
