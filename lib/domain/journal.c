/*
 * The public journal: a chain of SHA-256 per platform.
 * It never changes an entry, but can erase a payload and say so.
 */
#include "config.h"

#include "domain/journal.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/json.h"
#include "base/rand.h"
#include "base/text.h"

static const char nothing_before[JOURNAL_HASH] =
    "0000000000000000000000000000000000000000000000000000000000000000";

/* --- the text that is hashed ---------------------------------------------- */

static void
number_line(struct buf *b, const char *name, int64_t n)
{
	if (n == 0)
		buf_printf(b, "%s -\n", name);
	else
		buf_printf(b, "%s %" PRId64 "\n", name, n);
}

void
journal_text(struct buf *b, const struct journal_row *r)
{
	buf_text(b, "terreau journal 1\n");
	number_line(b, "platform", r->platform_id);
	number_line(b, "seq", r->seq);
	buf_printf(b, "at %" PRId64 "\n", r->at);
	buf_printf(b, "kind %s\n", r->kind);
	number_line(b, "element", r->element_id);
	number_line(b, "application", r->application_id);
	buf_printf(b, "actor %s\n", r->actor);
	buf_printf(b, "payload %s\n", r->payload_sha256);
	buf_printf(b, "previous %s\n", r->previous);
}

static void
row_hash(char hash[JOURNAL_HASH], const struct journal_row *r)
{
	struct buf b = BUF_INIT;

	journal_text(&b, r);
	digest_sha256_hex(hash, b.data, b.len);
	buf_release(&b);
}

/* The canonical JSON of the payload and a salt. */
static void
salted_payload(struct buf *b, struct mem *mem, struct json_object *payload)
{
	struct json_object *copy = NULL;

	if (payload == NULL)
		copy = json_object_new_object();
	else if (json_object_deep_copy(payload, &copy, NULL) != 0)
		abort();
	json_put_text(copy, "salt", rand_token(mem, 16));
	json_canonical(b, copy);
	json_object_put(copy);
}

/* --- appending ------------------------------------------------------------ */

void
journal_head(struct db *db, int64_t platform_id, int64_t *seq,
    char hash[JOURNAL_HASH])
{
	struct stmt *s = db_query(db, Q_JOURNAL_HEAD, I(platform, platform_id));

	*seq = 0;
	memcpy(hash, nothing_before, JOURNAL_HASH);
	if (stmt_step(s)) {
		const char *last;

		*seq = stmt_int(s, "seq");
		last = stmt_text(s, "hash");
		if (last != NULL && strlen(last) == JOURNAL_HASH - 1)
			memcpy(hash, last, JOURNAL_HASH);
	}
	stmt_done(s);
}

void
journal_append(struct db *db, const struct journal_entry *e)
{
	struct mem *mem = mem_new();
	struct buf payload = BUF_INIT;
	char previous[JOURNAL_HASH], hash[JOURNAL_HASH];
	char digest[DIGEST_HEX];
	struct journal_row row = { 0 };

	salted_payload(&payload, mem, e->payload);
	digest_sha256_hex(digest, payload.data, payload.len);
	journal_head(db, e->platform_id, &row.seq, previous);
	row.seq++;
	row.at = e->at;
	row.platform_id = e->platform_id;
	row.element_id = e->element_id;
	row.application_id = e->application_id;
	/* One line each, whatever a body is called. */
	row.kind = text_collapse_spaces(mem, e->kind);
	row.actor = text_collapse_spaces(mem, e->actor);
	row.payload_sha256 = digest;
	row.previous = previous;
	row_hash(hash, &row);
	db_run(db, Q_JOURNAL_ADD, I(platform, row.platform_id),
	    I(seq, row.seq), I(at, row.at), T(kind, row.kind),
	    ID(element, row.element_id), ID(application, row.application_id),
	    T(actor, row.actor), T(payload, payload.data),
	    T(payload_sha256, digest), T(previous, previous), T(hash, hash));
	buf_release(&payload);
	mem_free(mem);
}

enum rc
journal_redact(struct db *db, int64_t platform_id, int64_t seq,
    const char *actor, const char *reason, int64_t now)
{
	struct journal_entry e = { .platform_id = platform_id, .at = now,
	    .kind = "redact", .actor = actor };
	struct stmt *s;
	enum rc rc;

	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	s = db_query(db, Q_JOURNAL_GET, I(platform, platform_id), I(seq, seq));
	if (!stmt_step(s))
		rc = RC_NOT_FOUND;
	else if (stmt_bool(s, "erased")
	    || strcmp(stmt_text(s, "kind"), "redact") == 0)
		rc = RC_CONFLICT;
	else {
		e.element_id = stmt_int(s, "element_id");
		e.application_id = stmt_int(s, "application_id");
	}
	stmt_done(s);
	if (rc != RC_OK)
		return db_write_end(db, rc);
	db_run(db, Q_JOURNAL_ERASE, I(platform, platform_id), I(seq, seq));
	e.payload = json_object_new_object();
	json_put_int(e.payload, "seq", seq);
	json_put_text(e.payload, "reason", reason);
	journal_append(db, &e);
	json_object_put(e.payload);
	return db_write_end(db, RC_OK);
}

/* --- walking -------------------------------------------------------------- */

/* A stored text; the schema has no NULL there, but a tampered file might. */
static const char *
text_of(struct stmt *s, const char *column)
{
	const char *text = stmt_text(s, column);

	return text == NULL ? "" : text;
}

enum rc
journal_each(struct db *db, int64_t platform_id, int64_t after,
    enum rc (*fn)(void *, const struct journal_row *), void *arg)
{
	struct stmt *s = db_query(db, Q_JOURNAL_WALK,
	    I(platform, platform_id), I(after, after));
	enum rc rc = RC_OK;

	while (rc == RC_OK && stmt_step(s)) {
		struct journal_row r;

		r.seq = stmt_int(s, "seq");
		r.at = stmt_int(s, "at");
		r.platform_id = stmt_int(s, "platform_id");
		r.element_id = stmt_int(s, "element_id");
		r.application_id = stmt_int(s, "application_id");
		r.kind = text_of(s, "kind");
		r.actor = text_of(s, "actor");
		r.payload = stmt_text(s, "payload_json");
		r.payload_sha256 = text_of(s, "payload_sha256");
		r.previous = text_of(s, "previous");
		r.hash = text_of(s, "hash");
		rc = fn(arg, &r);
	}
	stmt_done(s);
	return rc;
}

struct walk {
	struct db		*db;
	struct journal_report	*report;
	const char		*expected;
};

/* NULL when the entry fits after what the report holds. */
static const char *
misfit(struct walk *w, const struct journal_row *r)
{
	char hash[JOURNAL_HASH], digest[DIGEST_HEX];

	if (r->seq != w->report->count + 1)
		return "an entry is missing";
	if (strcmp(r->previous, w->report->head) != 0)
		return "previous is not the hash of the entry before";
	row_hash(hash, r);
	if (strcmp(r->hash, hash) != 0)
		return "the hash is not that of the entry";
	if (r->payload != NULL) {
		digest_sha256_hex(digest, r->payload, strlen(r->payload));
		return strcmp(digest, r->payload_sha256) == 0 ? NULL
		    : "the payload is not the one that was recorded";
	}
	return db_int(w->db, 0, Q_JOURNAL_ERASED_BY,
	    I(platform, r->platform_id), I(seq, r->seq)) == 1 ? NULL
	    : "the payload was erased and no entry says why";
}

static enum rc
verify_row(void *arg, const struct journal_row *r)
{
	struct walk *w = arg;
	struct journal_report *report = w->report;

	report->reason = misfit(w, r);
	if (report->reason != NULL) {
		report->broken_seq = r->seq;
		return RC_CONFLICT;
	}
	report->count++;
	report->erased += r->payload == NULL;
	memcpy(report->head, r->hash, JOURNAL_HASH);
	if (w->expected != NULL && strcmp(w->expected, r->hash) == 0)
		report->expected_found = true;
	return RC_OK;
}

enum rc
journal_verify(struct journal_report *report, struct db *db,
    int64_t platform_id, const char *expected)
{
	struct walk w = { db, report, expected };

	*report = (struct journal_report){ 0 };
	memcpy(report->head, nothing_before, JOURNAL_HASH);
	return journal_each(db, platform_id, 0, verify_row, &w);
}
