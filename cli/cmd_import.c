/*
 * terreau import: real tables into projects, by a mapping document.
 * Constant memory, one transaction per batch, goes on where it was stopped.
 */
#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/csv.h"
#include "base/digest.h"
#include "base/file.h"
#include "base/lang.h"
#include "cli/cmd.h"
#include "domain/import.h"
#include "domain/money.h"
#include "domain/platform.h"
#include "open/csv.h"

#define BATCH_ROWS	100
#define MAPPING_MAX	((size_t)1024 * 1024)

static const char help[] =
    "Usage: terreau [--state DIR] import projects FILE --mapping M.json\n"
    "           [--platform SLUG] [--report REPORT.csv] [--check]\n\n"
    "Load a CSV file as projects. The mapping says which column becomes what\n"
    "(doc/presets.md). Run again, it changes nothing that did not change;\n"
    "stopped anywhere, it goes on where it was.\n\n"
    "  --mapping M.json    the mapping document\n"
    "  --platform SLUG     the platform (cte)\n"
    "  --report FILE       every repaired and rejected cell, as CSV\n"
    "  --check             read the mapping and the header, write nothing\n\n"
    "Exit codes: 0 every row was kept, 1 some were rejected or the mapping is\n"
    "wrong, 2 wrong command line, 3 the machine failed.\n";

struct run {
	struct cmd		*c;
	struct csv_reader	*csv;
	struct json_object	*mapping;
	struct import_map	*map;		/* of it */
	struct platform		*platform;
	struct mem		*row_mem;
	FILE			*report;	/* NULL: none asked */
	char			 sha256[DIGEST_HEX];	/* of the table */
	int64_t			 now;
};

static void
say_problems(const struct problems *why)
{
	const struct problem *p;

	for (p = why->first; p != NULL; p = p->next)
		cmd_error("%s: %s", p->where, p->text);
}

static enum rc
read_mapping(struct run *r, const char *path)
{
	struct problems why = PROBLEMS_INIT(r->c->mem);
	struct json_error error;
	enum rc rc;

	rc = json_read(&r->mapping, r->c->mem, path, MAPPING_MAX, &error);
	if (rc == RC_INVALID)
		cmd_error("%s: line %d, column %d: %s", path, error.line,
		    error.column, error.text);
	if (rc != RC_OK)
		return rc;
	rc = import_map_read(&r->map, r->c->mem, r->mapping, path, &why);
	say_problems(&why);
	return rc;
}

/* Read the header and tie the mapping to it. */
static enum rc
bind_header(struct run *r)
{
	struct problems why = PROBLEMS_INIT(r->c->mem);
	struct problems unknown = PROBLEMS_INIT(r->c->mem);
	const char **names;
	struct csv_row row;
	enum rc rc;
	size_t i;

	rc = csv_next(r->csv, &row);
	if (rc != RC_OK)
		return rc == RC_NOT_FOUND ? RC_INVALID : rc;
	names = MEM_ARRAY(r->c->mem, row.count, const char *);
	for (i = 0; i < row.count; i++)
		names[i] = mem_strdup(r->c->mem, row.fields[i]);
	rc = import_map_bind(r->map, names, row.count, &why, &unknown);
	say_problems(&why);
	say_problems(&unknown);
	return rc;
}

/* One batch in one transaction. RC_NOT_FOUND: the file is at its end. */
static enum rc
run_batch(struct run *r, struct import *im)
{
	struct csv_row row;
	enum rc read = RC_OK, rc;
	int i;

	rc = db_write_begin(r->c->db);
	if (rc != RC_OK)
		return rc;
	for (i = 0; i < BATCH_ROWS; i++) {
		read = csv_next(r->csv, &row);
		if (read == RC_OK)
			import_row(im, r->c->db, r->row_mem, r->map, row.fields,
			    row.count, row.line, r->now);
		else if (read == RC_INVALID)
			import_bad_row(im, r->c->db, row.line, "", "",
			    row.problem);
		else
			break;
		mem_reset(r->row_mem);
	}
	import_mark(im, r->c->db, csv_offset(r->csv), csv_line(r->csv));
	rc = db_write_commit(r->c->db);
	if (rc != RC_OK)
		return rc;
	return read == RC_NOT_FOUND || read == RC_FAIL ? read : RC_OK;
}

static enum rc
report_row(void *arg, const struct import_problem *p)
{
	struct csv *out = arg;

	csv_int(out, p->line);
	csv_text(out, p->column);
	csv_text(out, strcmp(p->kind, "rejected") == 0 ? _("rejeté") :
	    _("réparé"));
	csv_text(out, p->found);
	csv_text(out, p->reason);
	csv_end_row(out);
	return RC_OK;
}

static enum rc
write_report(struct run *r, const struct import *im)
{
	static const char *const header[] = { "ligne", "colonne", "effet",
		"trouve", "raison", NULL };
	struct sink sink;
	struct csv out;
	int fd = fileno(r->report);

	sink_init(&sink, sink_into_fd, &fd);
	csv_init(&out, &sink, CSV_SPREADSHEET);
	csv_header(&out, header);
	import_each_problem(r->c->db, im->id, report_row, &out);
	return sink_end(&sink);
}

static void
say_totals(struct run *r, const struct import *im)
{
	printf("%lld rows read: %lld created, %lld updated, %lld unchanged, "
	    "%lld rejected; %lld repaired; %s granted\n",
	    (long long)im->rows_read, (long long)im->rows_created,
	    (long long)im->rows_updated, (long long)im->rows_unchanged,
	    (long long)im->rows_rejected, (long long)im->rows_repaired,
	    money_format_cents(r->c->mem, im->amount_cents, "fr"));
}

static int
run(struct run *r, const char *path)
{
	struct import *im;
	const char *name = strrchr(path, '/');
	enum rc rc;

	rc = import_begin(&im, r->c->db, r->c->mem, r->platform->id,
	    import_map_key(r->map), name == NULL ? path : name + 1, r->sha256,
	    r->now);
	if (rc == RC_OK && im->resumed) {
		printf("going on at line %lld\n", (long long)im->line);
		rc = csv_seek(r->csv, im->offset, im->line);
	}
	while (rc == RC_OK)
		rc = run_batch(r, im);
	if (rc == RC_NOT_FOUND)
		rc = import_end(im, r->c->db, r->platform->service_name, r->now);
	if (rc != RC_OK)
		return cmd_exit(rc, path);
	say_totals(r, im);
	if (r->report != NULL && write_report(r, im) != RC_OK) {
		cmd_error("the report could not be written whole");
		return CMD_FAILED;
	}
	return im->rows_rejected == 0 ? CMD_OK : CMD_REFUSED;
}

/* The files that the command line names, before root becomes somebody else. */
static int
open_files(struct run *r, const char *mapping, const char *path,
    const char *report)
{
	int64_t size;
	enum rc rc = read_mapping(r, mapping);

	if (rc != RC_OK)
		return cmd_exit(rc, mapping);
	rc = file_sha256(r->sha256, &size, path);
	if (rc == RC_OK)
		rc = csv_open(&r->csv, path);
	if (rc != RC_OK)
		return cmd_exit(rc, path);
	if (report != NULL && (r->report = fopen(report, "w")) == NULL) {
		cmd_error("%s cannot be written: %s", report, strerror(errno));
		return CMD_FAILED;
	}
	return CMD_OK;
}

static int
into(struct run *r, const char *path, const char *slug, bool check)
{
	int status;
	enum rc rc;

	if (!cmd_open(r->c, DB_WORKER))
		return CMD_FAILED;
	rc = platform_load(&r->platform, r->c->db, r->c->mem, slug);
	if (rc != RC_OK)
		return cmd_exit(rc, slug);
	r->row_mem = mem_new();
	rc = bind_header(r);
	if (rc != RC_OK)
		status = cmd_exit(rc, path);
	else
		status = check ? CMD_OK : run(r, path);
	mem_free(r->row_mem);
	return status;
}

int
cmd_import(struct cmd *c, int argc, char **argv)
{
	const char *mapping = cmd_option(&argc, argv, "--mapping");
	const char *slug = cmd_option(&argc, argv, "--platform");
	const char *report = cmd_option(&argc, argv, "--report");
	bool check = cmd_flag(&argc, argv, "--check");
	struct run r = { .c = c, .now = time(NULL) };
	int status;

	if (cmd_flag(&argc, argv, "--help")) {
		fputs(help, stdout);
		return CMD_OK;
	}
	if (cmd_unknown(argc, argv))
		return CMD_USAGE;
	if (argc != 3 || strcmp(argv[1], "projects") != 0 || mapping == NULL) {
		fputs(help, stderr);
		return CMD_USAGE;
	}
	status = open_files(&r, mapping, argv[2], check ? NULL : report);
	if (status == CMD_OK)
		status = into(&r, argv[2], slug == NULL ? "cte" : slug, check);
	if (r.report != NULL)
		fclose(r.report);
	if (r.csv != NULL)
		csv_close(r.csv);
	json_object_put(r.mapping);
	return status;
}
