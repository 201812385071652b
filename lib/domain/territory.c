/*
 * Territories: finding one, several, and who is inside whom.
 * It loads no file (territory_import.c) and draws no shape (territory_shape.c).
 */
#include "config.h"

#include "domain/territory.h"

#include <ctype.h>
#include <string.h>

#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/territory_term.h"

/* A commune may be found by all its postal codes (21 at most) and names of
 * parts: so many terms are read for each territory that is asked for. */
#define TERMS_PER_ROW	24
#define SUGGEST_MAX	50

static void
row_read(struct territory *t, struct stmt *s, struct mem *mem)
{
	t->id = stmt_int(s, "id");
	t->kind = stmt_str(s, mem, "kind");
	t->code = stmt_str(s, mem, "code");
	t->name = stmt_str(s, mem, "name");
	t->siren = stmt_str(s, mem, "siren");
	t->population = stmt_int(s, "population");
	t->departement = stmt_str(s, mem, "departement");
	t->has_point = !stmt_null(s, "lon_e6");
	t->lon_e6 = stmt_int(s, "lon_e6");
	t->lat_e6 = stmt_int(s, "lat_e6");
	t->approximate = stmt_bool(s, "approximate");
}

/* At most max rows of the statement, which is done after. */
static void
rows_read(struct territories *list, struct stmt *s, struct mem *mem,
    int max)
{
	list->rows = MEM_ARRAY(mem, (size_t)max, struct territory);
	list->count = 0;
	while (list->count < (size_t)max && stmt_step(s))
		row_read(&list->rows[list->count++], s, mem);
	stmt_done(s);
}

/* --- one ---------------------------------------------------------------- */

enum rc
territory_load(struct territory **t, struct db *db, struct mem *mem,
    int64_t id)
{
	struct stmt *s = db_query(db, Q_TERRITORY_BY_ID, I(id, id));
	enum rc rc = RC_NOT_FOUND;

	if (stmt_step(s)) {
		*t = MEM_NEW(mem, struct territory);
		row_read(*t, s, mem);
		rc = RC_OK;
	}
	stmt_done(s);
	return rc;
}

enum rc
territory_by_code(struct territory **t, struct db *db, struct mem *mem,
    const char *kind, const char *code)
{
	int64_t id = 0;

	/* First the alias: a merged commune may still have its row. */
	if (strcmp(kind, "commune") == 0)
		id = db_int(db, 0, Q_TERRITORY_ID_BY_ALIAS, T(code, code));
	if (id == 0)
		id = db_int(db, 0, Q_TERRITORY_ID_BY_CODE, T(kind, kind),
		    T(code, code));
	return id == 0 ? RC_NOT_FOUND : territory_load(t, db, mem, id);
}

enum rc
territory_by_address(struct territory **t, struct db *db, struct mem *mem,
    const char *address)
{
	/* The order tells which kind a bare code is looked for in. */
	static const char *const kinds[] = { "departement", "commune", "epci",
	    "district", "perimeter" };
	enum rc rc = RC_NOT_FOUND;
	size_t i;

	if (strcmp(address, "fr") == 0)
		return territory_by_code(t, db, mem, "country", "FR");
	if (text_starts(address, "reg-"))
		return territory_by_code(t, db, mem, "region", address + 4);
	for (i = 0; rc == RC_NOT_FOUND && i < sizeof(kinds) / sizeof(kinds[0]);
	    i++)
		rc = territory_by_code(t, db, mem, kinds[i], address);
	return rc;
}

const char *
territory_address(struct mem *mem, const struct territory *t)
{
	if (strcmp(t->kind, "country") == 0)
		return text_fold(mem, t->code);
	if (strcmp(t->kind, "region") == 0)
		return mem_printf(mem, "reg-%s", t->code);
	return t->code;
}

enum rc
territory_by_insee(struct territory **t, struct db *db, struct mem *mem,
    const char *text, bool *repaired)
{
	char code[6];
	size_t len = 0;
	enum rc rc;

	for (; *text != '\0'; text++) {
		if (isspace((unsigned char)*text))
			continue;
		if (len == sizeof(code) - 1 ||
		    !isalnum((unsigned char)*text))
			return RC_NOT_FOUND;
		code[len++] = (char)toupper((unsigned char)*text);
	}
	code[len] = '\0';
	if (len < 4)
		return RC_NOT_FOUND;
	if (len == 4) {
		memmove(code + 1, code, sizeof("1219"));
		code[0] = '0';
	}
	rc = territory_by_code(t, db, mem, "commune", code);
	if (rc == RC_OK && repaired != NULL)
		*repaired = len == 4;
	return rc;
}

bool
territory_degrees(int64_t *e6, const char *text)
{
	int64_t value = 0, unit = 1000000;
	bool negative = *text == '-', digits = false;
	int decimals = -1;		/* -1: no decimal mark yet */

	if (*text == '-' || *text == '+')
		text++;
	for (; *text != '\0'; text++) {
		if ((*text == '.' || *text == ',') && decimals < 0) {
			decimals = 0;
			continue;
		}
		if (*text < '0' || *text > '9')
			return false;
		digits = true;
		if (decimals < 0)
			value = value * 10 + (*text - '0') * INT64_C(1000000);
		else if (++decimals > 9)
			return false;
		else
			value += (unit /= 10) * (*text - '0');
		if (value > INT64_C(180000000))
			return false;
	}
	if (!digits)
		return false;
	*e6 = negative ? -value : value;
	return true;
}

const char *
territory_degrees_text(struct mem *mem, int64_t e6)
{
	uint64_t size = (uint64_t)(e6 < 0 ? -e6 : e6);
	char *text = mem_printf(mem, "%s%d.%06d", e6 < 0 ? "-" : "",
	    (int)(size / 1000000), (int)(size % 1000000));
	size_t len = strlen(text);

	while (text[len - 1] == '0' && text[len - 2] != '.')
		text[--len] = '\0';
	return text;
}

const char *
territory_kind_label(const char *kind)
{
	static const char *const labels[][2] = {
		{ "country", N_("pays") },
		{ "region", N_("région") },
		{ "departement", N_("département") },
		{ "epci", N_("intercommunalité") },
		{ "commune", N_("commune") },
		{ "district", N_("quartier") },
		{ "perimeter", N_("périmètre") },
	};
	size_t i;

	for (i = 0; i < sizeof(labels) / sizeof(labels[0]); i++)
		if (strcmp(labels[i][0], kind) == 0)
			return _(labels[i][1]);
	return kind;
}

const char *
territory_label(struct mem *mem, const struct territory *t)
{
	if (strcmp(t->kind, "country") == 0)
		return t->name;
	return mem_printf(mem, "%s, %s", t->name, t->departement != NULL ?
	    t->departement : territory_kind_label(t->kind));
}

/* --- several ------------------------------------------------------------ */

void
territory_suggest(struct territories *list, struct db *db, struct mem *mem,
    const char *typed, int64_t within_id, int limit)
{
	const char *key = territory_typed_key(mem, typed);
	/* U+10FFFF, after all that can follow. */
	const char *end = mem_printf(mem, "%s\xf4\x8f\xbf\xbf", key);
	struct stmt *s;

	*list = (struct territories){ NULL, 0 };
	if (*key == '\0' || limit <= 0)
		return;
	if (limit > SUGGEST_MAX)
		limit = SUGGEST_MAX;
	if (within_id == 0)
		s = db_query(db, Q_TERRITORY_SUGGEST, T(typed, key),
		    T(end, end), I(terms, limit * TERMS_PER_ROW),
		    I(limit, limit), I(head, TERM_WEIGHT_HEAD));
	else
		s = db_query(db, Q_TERRITORY_SUGGEST_WITHIN, T(typed, key),
		    T(end, end), I(terms, limit * TERMS_PER_ROW),
		    I(limit, limit), I(head, TERM_WEIGHT_HEAD),
		    I(within, within_id));
	rows_read(list, s, mem, limit);
}

struct json_object *
territory_suggest_json(struct db *db, struct mem *mem, const char *typed,
    int64_t within_id, int limit)
{
	struct json_object *all = json_object_new_array(), *one;
	struct territories list;
	size_t i;

	territory_suggest(&list, db, mem, typed, within_id, limit);
	for (i = 0; i < list.count; i++) {
		const struct territory *t = &list.rows[i];

		one = json_object_new_object();
		json_put_int(one, "id", t->id);
		json_put_text(one, "kind", t->kind);
		json_put_text(one, "code", t->code);
		json_put_text(one, "address", territory_address(mem, t));
		json_put_text(one, "name", t->name);
		json_put_text(one, "label", territory_label(mem, t));
		json_object_array_add(all, one);
	}
	return all;
}

bool
territory_contains(struct db *db, int64_t outer_id, int64_t inner_id)
{
	return db_int(db, 0, Q_TERRITORY_CONTAINS, I(outer, outer_id),
	    I(inner, inner_id)) != 0;
}

void
territory_ancestors(struct territories *list, struct db *db, struct mem *mem,
    int64_t id)
{
	rows_read(list, db_query(db, Q_TERRITORY_ANCESTORS, I(id, id)), mem,
	    16);
}

