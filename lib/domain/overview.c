/*
 * A platform in a few numbers.
 * It reads tallies and bounded lists; nothing here grows with the platform.
 */
#include "config.h"

#include "domain/overview.h"

size_t
overview_funders(struct funder **out, struct db *db, struct mem *mem,
    int64_t platform_id, int limit)
{
	struct stmt *s = db_query(db, Q_OVERVIEW_FUNDERS,
	    I(platform, platform_id), I(limit, limit));
	struct funder *rows = MEM_ARRAY(mem, (size_t)limit, struct funder);
	size_t n = 0;

	for (; stmt_step(s); n++) {
		rows[n].name = stmt_str(s, mem, "funder_name");
		rows[n].projects = stmt_int(s, "n");
		rows[n].promised_cents = stmt_int(s, "promised_cents");
		rows[n].granted_cents = stmt_int(s, "granted_cents");
	}
	*out = rows;
	return n;
}

int64_t
overview_funder_count(struct db *db, int64_t platform_id)
{
	return db_int(db, 0, Q_OVERVIEW_FUNDER_COUNT, I(platform, platform_id));
}

int64_t
overview_median_delay(struct db *db, int64_t platform_id)
{
	struct stmt *s = db_query(db, Q_OVERVIEW_DELAYS,
	    I(platform, platform_id));
	int64_t days[200];
	size_t n = 0;

	while (n < 200 && stmt_step(s))
		days[n++] = stmt_int(s, "days");
	stmt_done(s);
	if (n == 0)
		return -1;
	return n % 2 == 1 ? days[n / 2] : (days[n / 2 - 1] + days[n / 2]) / 2;
}

size_t
overview_effects(struct effect **out, struct db *db, struct mem *mem,
    int64_t platform_id, int limit)
{
	struct stmt *s = db_query(db, Q_OVERVIEW_EFFECTS,
	    I(platform, platform_id), I(limit, limit));
	struct effect *rows = MEM_ARRAY(mem, (size_t)limit, struct effect);
	size_t n = 0;

	for (; stmt_step(s); n++) {
		rows[n].label = stmt_str(s, mem, "label");
		rows[n].unit = stmt_str(s, mem, "unit");
		rows[n].decimals = (int)stmt_int(s, "decimals");
		rows[n].projects = stmt_int(s, "projects");
		rows[n].goal = stmt_int(s, "goal");
		rows[n].value = stmt_int(s, "value");
	}
	*out = rows;
	return n;
}

size_t
overview_acts(struct act **out, struct db *db, struct mem *mem,
    int64_t platform_id, int64_t before_seq, int limit)
{
	struct stmt *s = db_query(db, Q_OVERVIEW_ACTS, I(platform, platform_id),
	    I(before, before_seq == 0 ? INT64_MAX : before_seq),
	    I(limit, limit));
	struct act *rows = MEM_ARRAY(mem, (size_t)limit, struct act), *a;
	size_t n = 0;

	while (stmt_step(s)) {
		a = &rows[n++];
		a->seq = stmt_int(s, "seq");
		a->at = stmt_int(s, "at");
		a->kind = stmt_str(s, mem, "kind");
		a->actor = stmt_str(s, mem, "actor");
		a->hash = stmt_str(s, mem, "hash");
		a->previous = stmt_str(s, mem, "previous");
		a->payload = stmt_str(s, mem, "payload_json");
		a->payload_sha256 = stmt_str(s, mem, "payload_sha256");
		a->element_id = stmt_int(s, "element_id");
		a->application_id = stmt_int(s, "application_id");
		a->title = stmt_str(s, mem, "title");
		a->slug = stmt_str(s, mem, "slug");
	}
	*out = rows;
	return n;
}

enum rc
overview_act(struct act **out, struct db *db, struct mem *mem,
    int64_t platform_id, int64_t seq)
{
	struct act *a;

	if (overview_acts(&a, db, mem, platform_id, seq + 1, 1) != 1 ||
	    a->seq != seq)
		return RC_NOT_FOUND;
	*out = a;
	return RC_OK;
}
