/*
 * Cards and columns of a private board. Positions are written again as
 * 1, 2, 3… at each move, under the write lock: two people never tear them.
 */
#include "config.h"

#include "domain/board.h"

#include "base/lang.h"
#include "base/text.h"

void
board_load(struct board *b, struct db *db, struct mem *mem,
    int64_t listening_id)
{
	struct stmt *s = db_query(db, Q_BOARD_COLUMNS,
	    I(listening, listening_id));
	size_t c = 0;

	*b = (struct board){ .cards = MEM_ARRAY(mem, BOARD_CARDS,
	    struct board_card) };
	while (stmt_step(s) && b->count < BOARD_COLUMNS)
		b->columns[b->count++] = (struct board_column){
		    .id = stmt_int(s, "id"), .name = stmt_str(s, mem, "name") };
	stmt_done(s);
	s = db_query(db, Q_BOARD_CARDS, I(listening, listening_id),
	    I(limit, BOARD_CARDS));
	while (stmt_step(s) && b->card_count < BOARD_CARDS) {
		struct board_card *x = &b->cards[b->card_count];

		*x = (struct board_card){
		    .element_id = stmt_int(s, "id"),
		    .column_id = stmt_int(s, "column_id"),
		    .slug = stmt_str(s, mem, "slug"),
		    .title = stmt_str(s, mem, "title"),
		    .holder = stmt_str(s, mem, "holder_name"),
		    .place = stmt_str(s, mem, "place"),
		    .state = stmt_str(s, mem, "state"),
		    .maturity = stmt_str(s, mem, "maturity"),
		    .theme_id = stmt_int(s, "theme_id"),
		    .cost_cents = stmt_int(s, "cost_cents"),
		    .labels = stmt_str(s, mem, "labels"),
		    .notes = stmt_int(s, "notes"),
		    .published = stmt_bool(s, "published") };
		while (c < b->count && b->columns[c].id != x->column_id)
			c++;
		if (c == b->count)
			break;
		if (b->columns[c].count++ == 0)
			b->columns[c].first = b->card_count;
		b->card_count++;
	}
	stmt_done(s);
}

/* --- cards ------------------------------------------------------------------- */

static bool
has_column(struct db *db, int64_t listening_id, int64_t column_id)
{
	return db_int(db, 0, Q_BOARD_HAS_COLUMN, I(listening, listening_id),
	    I(id, column_id)) != 0;
}

enum rc
board_add(struct db *db, int64_t listening_id, int64_t platform_id,
    int64_t element_id, int64_t column_id, int64_t now)
{
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	if (column_id == 0)
		column_id = db_int(db, 0, Q_BOARD_FIRST_COLUMN,
		    I(listening, listening_id));
	if (!has_column(db, listening_id, column_id) || db_int(db, 0,
	    Q_BOARD_PUBLISHED, I(element, element_id),
	    I(platform, platform_id)) == 0)
		return db_write_end(db, RC_NOT_FOUND);
	if (db_int(db, 0, Q_BOARD_COUNT, I(listening, listening_id)) >=
	    BOARD_CARDS)
		return db_write_end(db, RC_CONFLICT);
	db_run(db, Q_BOARD_ADD, I(listening, listening_id),
	    I(element, element_id), I(column, column_id), I(now, now));
	return db_write_end(db, RC_OK);
}

/* Write the column's order again with the card before another, or last. */
static void
place(struct db *db, struct mem *mem, int64_t listening_id, int64_t column_id,
    int64_t element_id, int64_t before_id, int64_t now)
{
	int64_t *ids = MEM_ARRAY(mem, BOARD_CARDS + 1, int64_t), id;
	struct stmt *s = db_query(db, Q_BOARD_ORDER, I(column, column_id));
	bool placed = false;
	size_t n = 0, i;

	while (stmt_step(s) && n < BOARD_CARDS) {
		id = stmt_int(s, "element_id");
		if (id == element_id)
			continue;
		if (id == before_id) {
			ids[n++] = element_id;
			placed = true;
		}
		ids[n++] = id;
	}
	stmt_done(s);
	if (!placed)
		ids[n++] = element_id;
	for (i = 0; i < n; i++)
		db_run(db, Q_BOARD_PLACE, I(listening, listening_id),
		    I(element, ids[i]), I(column, column_id),
		    I(position, (int64_t)i + 1), I(now, now));
}

static bool
has_card(struct db *db, int64_t listening_id, int64_t element_id)
{
	return db_int(db, 0, Q_BOARD_CARD_COLUMN, I(listening, listening_id),
	    I(element, element_id)) != 0;
}

enum rc
board_move(struct db *db, struct mem *mem, int64_t listening_id,
    int64_t element_id, int64_t column_id, int64_t before_id, int64_t now)
{
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	if (!has_card(db, listening_id, element_id) ||
	    !has_column(db, listening_id, column_id))
		return db_write_end(db, RC_NOT_FOUND);
	place(db, mem, listening_id, column_id, element_id, before_id, now);
	return db_write_end(db, RC_OK);
}

enum rc
board_shift(struct db *db, struct mem *mem, int64_t listening_id,
    int64_t element_id, int by, int64_t now)
{
	int64_t ids[BOARD_CARDS], column;
	struct stmt *s;
	size_t n = 0, at = BOARD_CARDS;
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	column = db_int(db, 0, Q_BOARD_CARD_COLUMN, I(listening, listening_id),
	    I(element, element_id));
	s = db_query(db, Q_BOARD_ORDER, I(column, column));
	while (stmt_step(s) && n < BOARD_CARDS) {
		ids[n] = stmt_int(s, "element_id");
		if (ids[n] == element_id)
			at = n;
		n++;
	}
	stmt_done(s);
	if (at == BOARD_CARDS)
		return db_write_end(db, RC_NOT_FOUND);
	if (by < 0 && at > 0)
		place(db, mem, listening_id, column, element_id, ids[at - 1],
		    now);
	else if (by > 0 && at + 1 < n)
		place(db, mem, listening_id, column, element_id,
		    at + 2 < n ? ids[at + 2] : 0, now);
	return db_write_end(db, RC_OK);
}

enum rc
board_remove(struct db *db, int64_t listening_id, int64_t element_id)
{
	return db_write_run(db, RC_NOT_FOUND, Q_BOARD_REMOVE,
	    I(listening, listening_id), I(element, element_id));
}

enum rc
board_label(struct db *db, struct mem *mem, int64_t listening_id,
    int64_t element_id, const char *labels, struct problems *why)
{
	labels = text_collapse_spaces(mem, labels);
	if (text_length(labels) > BOARD_LABELS_MAX) {
		problem_add(why, "etiquettes", _("Raccourcissez ces "
		    "étiquettes : %d caractères au plus."), BOARD_LABELS_MAX);
		return RC_INVALID;
	}
	return db_write_run(db, RC_NOT_FOUND, Q_BOARD_LABEL,
	    I(listening, listening_id), I(element, element_id),
	    T(labels, labels));
}

/* --- columns ------------------------------------------------------------------- */

static bool
check_name(const char *name, struct problems *why)
{
	if (*name == '\0')
		problem_add(why, "nom", "%s", _("Donnez un nom à la "
		    "colonne."));
	else if (text_length(name) > BOARD_NAME_MAX)
		problem_add(why, "nom", _("Raccourcissez ce nom : %d "
		    "caractères au plus."), BOARD_NAME_MAX);
	return why->count == 0;
}

enum rc
board_column_add(struct db *db, struct mem *mem, int64_t listening_id,
    const char *name, struct problems *why)
{
	enum rc rc;

	name = text_collapse_spaces(mem, name);
	if (!check_name(name, why))
		return RC_INVALID;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	if (db_int(db, 0, Q_BOARD_COLUMN_COUNT, I(listening, listening_id)) >=
	    BOARD_COLUMNS)
		return db_write_end(db, RC_CONFLICT);
	db_run(db, Q_BOARD_COLUMN_ADD, I(listening, listening_id),
	    T(name, name));
	return db_write_end(db, RC_OK);
}

enum rc
board_column_rename(struct db *db, struct mem *mem, int64_t listening_id,
    int64_t column_id, const char *name, struct problems *why)
{
	name = text_collapse_spaces(mem, name);
	if (!check_name(name, why))
		return RC_INVALID;
	return db_write_run(db, RC_NOT_FOUND, Q_BOARD_COLUMN_RENAME,
	    I(listening, listening_id), I(id, column_id), T(name, name));
}

enum rc
board_column_shift(struct db *db, struct mem *mem, int64_t listening_id,
    int64_t column_id, int by)
{
	struct board b;
	size_t at, to, i;
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	board_load(&b, db, mem, listening_id);
	for (at = 0; at < b.count && b.columns[at].id != column_id; at++)
		continue;
	if (at == b.count)
		return db_write_end(db, RC_NOT_FOUND);
	to = by < 0 ? (at > 0 ? at - 1 : 0) : at + 1 < b.count ? at + 1 : at;
	for (i = 0; i < b.count; i++) {
		size_t place = i == at ? to : i == to ? at : i;

		db_run(db, Q_BOARD_COLUMN_PLACE, I(id, b.columns[i].id),
		    I(position, (int64_t)place + 1));
	}
	return db_write_end(db, RC_OK);
}

enum rc
board_column_drop(struct db *db, int64_t listening_id, int64_t column_id)
{
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	if (!has_column(db, listening_id, column_id))
		return db_write_end(db, RC_NOT_FOUND);
	if (db_run(db, Q_BOARD_COLUMN_DROP, I(listening, listening_id),
	    I(id, column_id)) != 1)
		return db_write_end(db, RC_CONFLICT);
	return db_write_end(db, RC_OK);
}

/* --- notes --------------------------------------------------------------------- */

size_t
board_notes(struct board_note **out, struct db *db, struct mem *mem,
    int64_t listening_id, int64_t element_id)
{
	struct board_note *rows = MEM_ARRAY(mem, 100, struct board_note);
	struct stmt *s = db_query(db, Q_BOARD_NOTES,
	    I(listening, listening_id), I(element, element_id));
	size_t n = 0;

	while (stmt_step(s) && n < 100)
		rows[n++] = (struct board_note){
		    .id = stmt_int(s, "id"),
		    .author_id = stmt_int(s, "author_id"),
		    .written_at = stmt_int(s, "written_at"),
		    .author = stmt_str(s, mem, "author"),
		    .body = stmt_str(s, mem, "body") };
	stmt_done(s);
	*out = rows;
	return n;
}

enum rc
board_note_add(struct db *db, struct mem *mem, int64_t listening_id,
    int64_t element_id, const char *body, const struct act *act,
    struct problems *why)
{
	body = text_trim(mem, body);
	if (*body == '\0')
		problem_add(why, "note", "%s", _("Écrivez la note."));
	else if (text_length(body) > BOARD_NOTE_MAX)
		problem_add(why, "note", _("Raccourcissez ce texte : %d "
		    "caractères au plus."), BOARD_NOTE_MAX);
	if (why->count > 0)
		return RC_INVALID;
	return db_write_run(db, RC_OK, Q_BOARD_NOTE_ADD,
	    I(listening, listening_id), I(element, element_id),
	    I(author, act->who->id), T(body, body), I(now, act->now));
}

enum rc
board_note_drop(struct db *db, int64_t listening_id, int64_t note_id,
    int64_t person_id)
{
	return db_write_run(db, RC_NOT_FOUND, Q_BOARD_NOTE_DROP,
	    I(listening, listening_id), I(id, note_id), I(person, person_id));
}
