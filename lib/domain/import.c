/*
 * Importing projects: each row is created, updated, unchanged or rejected.
 * It guesses nothing: the mapping converts, this file writes.
 */
#include "config.h"

#include "domain/import.h"

#include <string.h>

#include "base/date.h"
#include "base/digest.h"
#include "base/lang.h"
#include "domain/element.h"
#include "domain/journal.h"
#include "domain/plan.h"
#include "domain/siret.h"

enum rc
import_begin(struct import **out, struct db *db, struct mem *mem,
    int64_t platform_id, const char *source, const char *file_name,
    const char *file_sha256, int64_t now)
{
	struct import *im = MEM_NEW(mem, struct import);
	struct stmt *s;
	enum rc rc;

	im->platform_id = platform_id;
	im->source = mem_strdup(mem, source);
	im->line = 1;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	s = db_query(db, Q_IMPORT_FIND, I(platform, platform_id),
	    T(source, source), T(sha256, file_sha256));
	if (stmt_step(s)) {
		im->id = stmt_int(s, "id");
		im->resumed = stmt_null(s, "ended_at") &&
		    stmt_int(s, "next_offset") > 0;
		if (im->resumed) {
			im->line = stmt_int(s, "next_line");
			im->offset = stmt_int(s, "next_offset");
			im->rows_read = stmt_int(s, "rows_read");
			im->rows_created = stmt_int(s, "rows_created");
			im->rows_updated = stmt_int(s, "rows_updated");
			im->rows_unchanged = stmt_int(s, "rows_unchanged");
			im->rows_rejected = stmt_int(s, "rows_rejected");
			im->rows_repaired = stmt_int(s, "rows_repaired");
			im->amount_cents = stmt_int(s, "amount_cents");
		}
		stmt_done(s);
	}
	if (im->id == 0) {
		db_run(db, Q_IMPORT_ADD, I(platform, platform_id),
		    T(source, source), T(file, file_name),
		    T(sha256, file_sha256), I(now, now));
		im->id = db_last_id(db);
	} else if (!im->resumed) {
		db_run(db, Q_IMPORT_RESTART, I(id, im->id), I(now, now));
		db_run(db, Q_IMPORT_FORGET_PROBLEMS, I(id, im->id));
	}
	*out = im;
	return db_write_commit(db);
}

static void
put_problem(struct import *im, struct db *db, int64_t line,
    const char *column, bool rejects, const char *found, const char *reason)
{
	db_run(db, Q_IMPORT_PROBLEM_ADD, I(import, im->id), I(line, line),
	    T(column, column), T(kind, rejects ? "rejected" : "repaired"),
	    T(found, found), T(reason, reason));
}

void
import_bad_row(struct import *im, struct db *db, int64_t line,
    const char *column, const char *found, const char *reason)
{
	im->rows_read++;
	im->rows_rejected++;
	put_problem(im, db, line, column, true, found, reason);
}

/* "Ingénierie · dossier 12673810 · SIREN 210 102 190". */
static const char *
describe(struct mem *mem, const struct import_value *v)
{
	struct buf b = BUF_INIT;
	const char *text;

	if (v[TO_DESCRIPTION].text != NULL)
		buf_printf(&b, "%s\n\n", v[TO_DESCRIPTION].text);
	if (v[TO_PROGRAMME].text != NULL)
		buf_printf(&b, _("Programme : %s\n"), v[TO_PROGRAMME].text);
	if (v[TO_REFERENCE].text != NULL)
		buf_printf(&b, _("Dossier : %s\n"), v[TO_REFERENCE].text);
	if (v[TO_ORGANISATION_SIREN].text != NULL)
		buf_printf(&b, _("SIREN du bénéficiaire : %s\n"),
		    siret_format(mem, v[TO_ORGANISATION_SIREN].text));
	text = mem_strdup(mem, b.data);
	buf_release(&b);
	return text;
}

static const char *
summarise(struct mem *mem, const struct import_value *v)
{
	if (v[TO_SUMMARY].text != NULL)
		return v[TO_SUMMARY].text;
	if (v[TO_PROGRAMME].text != NULL && v[TO_FUNDER_NAME].text != NULL)
		return mem_printf(mem, _("%s, aide de %s."),
		    v[TO_PROGRAMME].text, v[TO_FUNDER_NAME].text);
	return "";
}

/* What the row says of the project, besides its money. */
static void
fill(struct element *e, struct mem *mem, const struct import_value *v,
    int64_t now)
{
	int64_t at;

	e->kind = "project";
	e->title = v[TO_TITLE].text;
	e->summary = summarise(mem, v);
	e->description = describe(mem, v);
	e->territory_id = v[TO_TERRITORY].number;
	e->theme_id = v[TO_THEME].number;
	e->holder_name = v[TO_ORGANISATION_NAME].text;
	e->starts_on = v[TO_STARTS_ON].text;
	e->ends_on = v[TO_ENDS_ON].text;
	e->origin = "import";
	e->origin_url = v[TO_URL].text;
	e->has_point = v[TO_LONGITUDE].text != NULL &&
	    v[TO_LATITUDE].text != NULL;
	e->lon_e6 = v[TO_LONGITUDE].number;
	e->lat_e6 = v[TO_LATITUDE].number;
	e->state = v[TO_STATE].text == NULL ? "listening" : v[TO_STATE].text;
	e->published_at = v[TO_DECIDED_ON].text != NULL &&
	    date_parse_unix(&at, v[TO_DECIDED_ON].text) && at < now ? at : now;
}

static void
put_money(struct db *db, int64_t element_id, const struct import_value *v)
{
	int64_t dossier_id = db_int(db, 0, Q_IMPORT_DOSSIER_OF,
	    I(element, element_id));

	if (v[TO_COST_CENTS].text != NULL)
		db_run(db, Q_IMPORT_COST_PUT, I(id, element_id),
		    I(cost, v[TO_COST_CENTS].number));
	if (v[TO_GRANTED_CENTS].text != NULL && v[TO_FUNDER_NAME].text != NULL)
		db_run(db, Q_IMPORT_SOURCE_PUT, I(dossier, dossier_id),
		    T(funder, v[TO_FUNDER_NAME].text),
		    I(granted, v[TO_GRANTED_CENTS].number),
		    T(decided, v[TO_DECIDED_ON].text));
	plan_refresh(db, element_id);
}

/* Everything converted, in one digest: the same row changes nothing. */
static void
row_digest(char hex[DIGEST_HEX], const struct import_value *v)
{
	struct buf b = BUF_INIT;
	int i;

	for (i = 0; i < TO_COUNT; i++)
		buf_printf(&b, "%s\x1f%lld\n", v[i].text == NULL ? "" :
		    v[i].text, (long long)v[i].number);
	digest_sha256_hex(hex, b.data, b.len);
	buf_release(&b);
}

enum outcome { CREATED, UPDATED, UNCHANGED };

static enum outcome
put_row(struct import *im, struct db *db, struct mem *mem,
    const struct import_value *v, const char *identity, int64_t now)
{
	struct element e = { 0 }, *old;
	enum outcome outcome = CREATED;
	char sha256[DIGEST_HEX];
	struct stmt *s;
	bool same = false;

	row_digest(sha256, v);
	s = db_query(db, Q_IMPORT_KEY_GET, I(platform, im->platform_id),
	    T(source, im->source), T(key, identity));
	if (stmt_step(s)) {
		e.id = stmt_int(s, "element_id");
		same = strcmp(stmt_text(s, "row_sha256"), sha256) == 0;
		stmt_done(s);
	}
	if (same)
		return UNCHANGED;
	if (e.id != 0 && element_load(&old, db, mem, e.id) == RC_OK) {
		e = *old;
		outcome = UPDATED;
	}
	fill(&e, mem, v, now);
	e.platform_id = im->platform_id;
	if (outcome == UPDATED) {
		element_put(db, mem, &e, now);
	} else {
		element_create(db, mem, &e, now);
		db_run(db, Q_IMPORT_DOSSIER_ADD, I(element, e.id),
		    I(platform, im->platform_id), I(now, now));
	}
	put_money(db, e.id, v);
	db_run(db, Q_IMPORT_KEY_PUT, I(platform, im->platform_id),
	    T(source, im->source), T(key, identity), I(element, e.id),
	    T(sha256, sha256));
	return outcome;
}

void
import_row(struct import *im, struct db *db, struct mem *mem,
    struct import_map *map, const char *const *cells, size_t count,
    int64_t line, int64_t now)
{
	struct import_value v[TO_COUNT];
	struct import_note *notes, *n;
	enum outcome outcome = UNCHANGED;
	const char *identity;
	bool kept;

	kept = import_map_row(map, db, mem, im->platform_id, cells, count, v,
	    &notes, &identity) == RC_OK;
	if (kept) {
		db_part_begin(db);
		outcome = put_row(im, db, mem, v, identity, now);
		kept = db_part_end(db, true);
		if (!kept)
			put_problem(im, db, line, "", true, identity,
			    _("La base de données refuse cette ligne."));
	}
	im->rows_read++;
	if (!kept)
		im->rows_rejected++;
	else if (outcome == CREATED)
		im->rows_created++;
	else if (outcome == UPDATED)
		im->rows_updated++;
	else
		im->rows_unchanged++;
	if (kept && notes != NULL)
		im->rows_repaired++;
	if (kept)
		im->amount_cents += v[TO_GRANTED_CENTS].number;
	for (n = notes; n != NULL; n = n->next)
		put_problem(im, db, line, n->column, n->rejects, n->found,
		    n->reason);
}

void
import_mark(struct import *im, struct db *db, int64_t offset, int64_t line)
{
	im->offset = offset;
	im->line = line;
	db_run(db, Q_IMPORT_MARK, I(id, im->id), I(line, line),
	    I(offset, offset), I(read, im->rows_read),
	    I(created, im->rows_created), I(updated, im->rows_updated),
	    I(unchanged, im->rows_unchanged), I(rejected, im->rows_rejected),
	    I(repaired, im->rows_repaired), I(amount, im->amount_cents));
}

enum rc
import_end(struct import *im, struct db *db, const char *actor, int64_t now)
{
	struct json_object *facts;
	enum rc rc;

	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	db_run(db, Q_IMPORT_END, I(id, im->id), I(now, now));
	if (im->rows_created + im->rows_updated > 0) {
		facts = json_object_new_object();
		json_put_text(facts, "source", im->source);
		json_put_int(facts, "created", im->rows_created);
		json_put_int(facts, "updated", im->rows_updated);
		json_put_int(facts, "rejected", im->rows_rejected);
		json_put_int(facts, "amount_cents", im->amount_cents);
		journal_append(db, &(struct journal_entry){
			.platform_id = im->platform_id, .at = now,
			.kind = "import", .actor = actor, .payload = facts,
		});
		json_object_put(facts);
	}
	return db_write_commit(db);
}

enum rc
import_each_problem(struct db *db, int64_t import_id,
    enum rc (*fn)(void *, const struct import_problem *), void *arg)
{
	struct stmt *s = db_query(db, Q_IMPORT_PROBLEMS, I(import, import_id));
	enum rc rc = RC_OK;

	while (rc == RC_OK && stmt_step(s))
		rc = fn(arg, &(struct import_problem){
			.line = stmt_int(s, "line"),
			.column = stmt_text(s, "column_name"),
			.kind = stmt_text(s, "kind"),
			.found = stmt_text(s, "found"),
			.reason = stmt_text(s, "reason"),
		});
	stmt_done(s);
	return rc;
}
