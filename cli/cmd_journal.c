/*
 * terreau journal: verify, export or redact the public journal.
 * It cannot rewrite it.
 */
#include "config.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/date.h"
#include "base/json.h"
#include "cli/cmd.h"
#include "domain/journal.h"
#include "open/csv.h"

static const char help[] =
    "Usage: terreau journal verify [PLATFORM] [--contains HASH] [--json]\n"
    "       terreau journal export [PLATFORM] [--format csv|jsonl]\n"
    "       terreau journal redact PLATFORM SEQ --actor NAME --reason TEXT\n"
    "\n"
    "verify   recompute every hash; exit code 1 when a chain is broken, or when\n"
    "         no chain contains HASH (a receipt's, or one published earlier)\n"
    "export   all entries on standard output, oldest first (doc/journal.md)\n"
    "redact   erase what entry SEQ said, for ever; the entry, its hash and the\n"
    "         reason stay\n";

/* One chain per platform. */
struct chain {
	int64_t		 id;
	const char	*slug;
};

/* The platforms asked for (slug NULL: all); false after having said why. */
static bool
chains(struct cmd *c, const char *slug, struct chain **list, size_t *count)
{
	struct stmt *s = db_query(c->db, Q_JOURNAL_CHAINS, T(slug, slug));
	size_t room = 0;

	*list = NULL;
	*count = 0;
	while (stmt_step(s)) {
		if (*count == room) {
			struct chain *more;

			room = room == 0 ? 16 : 2 * room;
			more = MEM_ARRAY(c->mem, room, struct chain);
			if (*count > 0)
				memcpy(more, *list, *count * sizeof(*more));
			*list = more;
		}
		(*list)[*count].id = stmt_int(s, "id");
		(*list)[*count].slug = stmt_str(s, c->mem, "slug");
		++*count;
	}
	if (slug != NULL && *count == 0)
		cmd_error("there is no platform %s", slug);
	return slug == NULL || *count > 0;
}

/* --- verify ----------------------------------------------------------------- */

static struct json_object *
report_json(const struct chain *chain, const struct journal_report *r)
{
	struct json_object *o = json_object_new_object();

	json_put_text(o, "platform", chain->slug);
	json_put_bool(o, "intact", r->broken_seq == 0);
	json_put_int(o, "entries", r->count);
	json_put_int(o, "erased", r->erased);
	json_put_text(o, "head", r->head);
	if (r->broken_seq != 0) {
		json_put_int(o, "broken_seq", r->broken_seq);
		json_put_text(o, "reason", r->reason);
	}
	return o;
}

static void
report_say(const struct chain *chain, const struct journal_report *r)
{
	if (r->broken_seq != 0)
		printf("%s: BROKEN at entry %" PRId64 ": %s\n", chain->slug,
		    r->broken_seq, r->reason);
	else
		printf("%s: intact, %" PRId64 " entries (%" PRId64
		    " erased), head %s\n", chain->slug, r->count, r->erased,
		    r->head);
}

static int
verify(struct cmd *c, const char *slug, const char *expected, bool json)
{
	struct json_object *all;
	struct chain *list;
	bool intact = true, found = expected == NULL;
	size_t count;

	if (!chains(c, slug, &list, &count))
		return CMD_NOT_FOUND;
	all = json_object_new_array();
	for (size_t i = 0; i < count; i++) {
		struct journal_report r;

		if (journal_verify(&r, c->db, list[i].id, expected) != RC_OK)
			intact = false;
		found |= r.expected_found;
		if (json)
			json_object_array_add(all, report_json(&list[i], &r));
		else
			report_say(&list[i], &r);
	}
	if (json)
		puts(json_string(c->mem, all));
	json_object_put(all);
	if (!found)
		cmd_error("no chain contains %s", expected);
	return intact && found ? CMD_OK : CMD_REFUSED;
}

/* --- export ----------------------------------------------------------------- */

struct export {
	struct sink	 out;
	struct csv	 csv;
	struct mem	*mem;		/* of one row */
	const char	*slug;
};

static void
csv_id(struct csv *c, int64_t id)
{
	if (id == 0)
		csv_empty(c);
	else
		csv_int(c, id);
}

static enum rc
export_csv(void *arg, const struct journal_row *r)
{
	struct export *x = arg;

	csv_text(&x->csv, x->slug);
	csv_int(&x->csv, r->platform_id);
	csv_int(&x->csv, r->seq);
	csv_int(&x->csv, r->at);
	csv_text(&x->csv, date_rfc3339(x->mem, r->at));
	csv_text(&x->csv, r->kind);
	csv_id(&x->csv, r->element_id);
	csv_id(&x->csv, r->application_id);
	csv_text(&x->csv, r->actor);
	csv_text(&x->csv, r->payload);
	csv_text(&x->csv, r->payload_sha256);
	csv_text(&x->csv, r->previous);
	csv_text(&x->csv, r->hash);
	csv_end_row(&x->csv);
	mem_reset(x->mem);
	return x->out.rc;
}

static struct json_object *
id_or_null(int64_t id)
{
	return id == 0 ? NULL : json_object_new_int64(id);
}

static enum rc
export_json(void *arg, const struct journal_row *r)
{
	struct export *x = arg;
	struct json_object *o = json_object_new_object();

	json_put_text(o, "slug", x->slug);
	json_put_int(o, "platform", r->platform_id);
	json_put_int(o, "seq", r->seq);
	json_put_int(o, "at", r->at);
	json_put_text(o, "date", date_rfc3339(x->mem, r->at));
	json_put_text(o, "kind", r->kind);
	json_put(o, "element", id_or_null(r->element_id));
	json_put(o, "application", id_or_null(r->application_id));
	json_put_text(o, "actor", r->actor);
	json_put_text(o, "payload", r->payload);
	json_put_text(o, "payload_sha256", r->payload_sha256);
	json_put_text(o, "previous", r->previous);
	json_put_text(o, "hash", r->hash);
	sink_text(&x->out, json_string(x->mem, o));
	sink_char(&x->out, '\n');
	json_object_put(o);
	mem_reset(x->mem);
	return x->out.rc;
}

static int
export(struct cmd *c, const char *slug, const char *format)
{
	static const char *const names[] = { "slug", "platform", "seq", "at",
	    "date", "kind", "element", "application", "actor", "payload",
	    "payload_sha256", "previous", "hash", NULL };
	bool csv = format == NULL || strcmp(format, "csv") == 0;
	struct export x;
	struct chain *list;
	size_t count;
	int fd = STDOUT_FILENO;
	enum rc rc = RC_OK;

	if (!csv && strcmp(format, "jsonl") != 0) {
		cmd_error("the format is csv or jsonl, not %s", format);
		return CMD_USAGE;
	}
	if (!chains(c, slug, &list, &count))
		return CMD_NOT_FOUND;
	sink_init(&x.out, sink_into_fd, &fd);
	x.mem = mem_new();
	if (csv) {
		csv_init(&x.csv, &x.out, CSV_NORMATIVE);
		csv_header(&x.csv, names);
	}
	for (size_t i = 0; i < count && rc == RC_OK; i++) {
		x.slug = list[i].slug;
		rc = journal_each(c->db, list[i].id, 0,
		    csv ? export_csv : export_json, &x);
	}
	mem_free(x.mem);
	if (sink_end(&x.out) != RC_OK)
		rc = RC_FAIL;
	return cmd_exit(rc, "export");
}

/* --- redact ----------------------------------------------------------------- */

static int
redact(struct cmd *c, const char *slug, const char *actor, const char *reason,
    const char *number)
{
	struct chain *list;
	size_t count;
	char *end;
	long long seq = number == NULL ? 0 : strtoll(number, &end, 10);

	if (slug == NULL || actor == NULL || reason == NULL || seq < 1
	    || *end != '\0') {
		cmd_error("redact needs a platform, the number of an "
		    "entry, --actor and --reason");
		return CMD_USAGE;
	}
	if (!chains(c, slug, &list, &count))
		return CMD_NOT_FOUND;
	return cmd_exit(journal_redact(c->db, list[0].id, seq, actor, reason,
	    (int64_t)time(NULL)), number);
}

int
cmd_journal(struct cmd *c, int argc, char **argv)
{
	const char *expected = cmd_option(&argc, argv, "--contains");
	const char *format = cmd_option(&argc, argv, "--format");
	const char *actor = cmd_option(&argc, argv, "--actor");
	const char *reason = cmd_option(&argc, argv, "--reason");
	bool json = cmd_flag(&argc, argv, "--json");
	const char *what, *slug;

	if (cmd_flag(&argc, argv, "--help")) {
		fputs(help, stdout);
		return CMD_OK;
	}
	if (cmd_unknown(argc, argv))
		return CMD_USAGE;
	what = argc > 1 ? argv[1] : "";
	slug = argc > 2 ? argv[2] : NULL;
	if ((strcmp(what, "verify") != 0 && strcmp(what, "export") != 0
	    && strcmp(what, "redact") != 0) ||
	    argc > (strcmp(what, "redact") == 0 ? 4 : 3)) {
		fputs(help, stderr);
		return CMD_USAGE;
	}
	if (!cmd_open(c, DB_WORKER))
		return CMD_FAILED;
	if (strcmp(what, "verify") == 0)
		return verify(c, slug, expected, json);
	if (strcmp(what, "export") == 0)
		return export(c, slug, format);
	return redact(c, slug, actor, reason, argc > 3 ? argv[3] : NULL);
}
