/*
 * Reference lists looked up and put.
 * It reads no file: see reference_file.c.
 */
#include "config.h"

#include "domain/reference.h"

#include <string.h>

#include "base/text.h"

#define LISTS	500

static void
list_of_row(struct reference_list *l, struct mem *mem, struct stmt *s)
{
	l->id = stmt_int(s, "id");
	l->key = stmt_str(s, mem, "key");
	l->label = stmt_str(s, mem, "label");
	l->source = stmt_str(s, mem, "source");
	l->sha256 = stmt_str(s, mem, "sha256");
	l->items = stmt_int(s, "items");
	l->loaded_at = stmt_int(s, "loaded_at");
}

static void
item_of_row(struct reference_item *i, struct mem *mem, struct stmt *s)
{
	i->key = stmt_str(s, mem, "key");
	i->label = stmt_str(s, mem, "label");
	i->parent = stmt_str(s, mem, "parent");
}

static void
collect(struct reference_items *items, struct mem *mem, struct stmt *s,
    size_t room)
{
	*items = (struct reference_items){ MEM_ARRAY(mem, room + 1,
	    struct reference_item), 0 };
	while (items->count < room && stmt_step(s))
		item_of_row(&items->rows[items->count++], mem, s);
	stmt_done(s);
}

enum rc
reference_list_load(struct reference_list *l, struct db *db, struct mem *mem,
    int64_t platform_id, const char *key)
{
	struct stmt *s = db_query(db, Q_REFERENCE_LIST_BY_KEY,
	    I(platform, platform_id), T(key, key));

	if (!stmt_step(s))
		return RC_NOT_FOUND;
	list_of_row(l, mem, s);
	stmt_done(s);
	return RC_OK;
}

size_t
reference_lists(struct reference_list **lists, struct db *db, struct mem *mem,
    int64_t platform_id)
{
	struct stmt *s = db_query(db, Q_REFERENCE_LISTS,
	    I(platform, platform_id));
	size_t n = 0;

	*lists = MEM_ARRAY(mem, LISTS, struct reference_list);
	while (n < LISTS && stmt_step(s))
		list_of_row(&(*lists)[n++], mem, s);
	stmt_done(s);
	return n;
}

void
reference_items(struct reference_items *items, struct db *db, struct mem *mem,
    int64_t list_id, int64_t after, int limit)
{
	collect(items, mem, db_query(db, Q_REFERENCE_ITEMS, I(list, list_id),
	    I(after, after), I(limit, limit)), (size_t)limit);
}

enum rc
reference_item(struct reference_item *item, struct db *db, struct mem *mem,
    int64_t list_id, const char *key, bool *retired)
{
	struct stmt *s = db_query(db, Q_REFERENCE_ITEM, I(list, list_id),
	    T(key, key));

	if (!stmt_step(s))
		return RC_NOT_FOUND;
	item_of_row(item, mem, s);
	if (retired != NULL)
		*retired = stmt_int(s, "retired") != 0;
	stmt_done(s);
	return RC_OK;
}

void
reference_suggest(struct reference_items *items, struct db *db,
    struct mem *mem, int64_t list_id, const char *typed, int limit)
{
	collect(items, mem, db_query(db, Q_REFERENCE_SUGGEST, I(list, list_id),
	    T(folded, text_fold(mem, text_collapse_spaces(mem, typed))),
	    I(limit, limit)), (size_t)limit);
}

void
reference_by_label(struct reference_items *items, struct db *db,
    struct mem *mem, int64_t list_id, const char *label)
{
	collect(items, mem, db_query(db, Q_REFERENCE_ITEM_BY_LABEL,
	    I(list, list_id), T(folded, text_fold(mem,
	    text_collapse_spaces(mem, label)))), 3);
}

void
reference_put(struct db *db, struct mem *mem, int64_t platform_id,
    const struct reference_list *l, const struct reference_items *items,
    int64_t now)
{
	struct reference_list was;
	size_t i;
	bool known = reference_list_load(&was, db, mem, platform_id, l->key) ==
	    RC_OK;

	if (known && strcmp(was.sha256, l->sha256) == 0 &&
	    strcmp(was.label, l->label) == 0)
		return;
	db_run(db, Q_REFERENCE_LIST_PUT, I(platform, platform_id),
	    T(key, l->key), T(label, l->label), T(source, l->source),
	    I(items, (int64_t)items->count), T(sha256, l->sha256),
	    I(now, now));
	if (!known && reference_list_load(&was, db, mem, platform_id, l->key) !=
	    RC_OK)
		return;
	db_run(db, Q_REFERENCE_RETIRE, I(list, was.id));
	for (i = 0; i < items->count; i++)
		db_run(db, Q_REFERENCE_ITEM_PUT, I(list, was.id),
		    T(key, items->rows[i].key), T(label, items->rows[i].label),
		    T(folded, text_fold(mem, items->rows[i].label)),
		    T(parent, items->rows[i].parent),
		    I(position, (int64_t)i + 1));
}
