/*
 * The tree of territories, from its files to its tables, in small batches.
 * It decides nothing about who is inside whom: see territory_file.c.
 */
#include "config.h"

#include "domain/territory_import.h"

#include <string.h>

#include "domain/territory.h"
#include "domain/territory_file.h"
#include "domain/territory_index.h"
#include "domain/territory_term.h"

#define ROWS_PER_WRITE	2000

struct import {
	struct db	*db;
	struct mem	*mem;
	struct tree	 tree;
	bool		 first;		/* nothing was there before */
	struct territory_ids ours;	/* what is in the files */
	size_t		 terms, removed;
};

/* --- territories, aliases, who is inside whom ----------------------------- */

static void
row_put(struct import *in, struct tree_row *row)
{
	const char *kind = tree_kind_names[row->kind];
	const char *folded = territory_key(in->mem, row->name);
	int64_t parent = row->parent == NULL ? 0 : row->parent->id;

	row->id = in->first ? 0 : db_int(in->db, 0, Q_TERRITORY_ID_BY_CODE,
	    T(kind, kind), T(code, row->code));
	if (row->id != 0) {
		db_run(in->db, Q_TERRITORY_CHANGE, I(id, row->id),
		    T(siren, row->siren), T(name, row->name),
		    T(folded, folded), ID(parent, parent),
		    I(population, row->population),
		    T(postcodes, row->postcodes), I(lon, row->lon_e6),
		    I(lat, row->lat_e6), I(approximate, row->approximate));
		db_run(in->db, Q_TERRITORY_WITHIN_REMOVE, I(id, row->id));
		return;
	}
	db_run(in->db, Q_TERRITORY_ADD, T(kind, kind), T(code, row->code),
	    T(siren, row->siren), T(name, row->name), T(folded, folded),
	    ID(parent, parent), I(population, row->population),
	    T(postcodes, row->postcodes), I(lon, row->lon_e6),
	    I(lat, row->lat_e6), I(approximate, row->approximate));
	row->id = db_last_id(in->db);
}

static void
within_put(struct import *in, const struct tree_row *row)
{
	int kind;

	db_run(in->db, Q_TERRITORY_WITHIN_ADD, I(inner, row->id),
	    I(outer, row->id), I(depth, 0));
	for (kind = 0; kind < (int)row->kind; kind++)
		if (row->in[kind] != NULL)
			db_run(in->db, Q_TERRITORY_WITHIN_ADD,
			    I(inner, row->id), I(outer, row->in[kind]->id),
			    I(depth, (int)row->kind - kind));
}

static enum rc
rows_put(struct import *in)
{
	enum rc rc = RC_OK;
	size_t i = 0;

	while (rc == RC_OK && i < in->tree.n) {
		if ((rc = db_write_begin(in->db)) != RC_OK)
			break;
		do {
			row_put(in, &in->tree.rows[i]);
			within_put(in, &in->tree.rows[i]);
		} while (++i < in->tree.n && i % ROWS_PER_WRITE != 0);
		rc = db_write_commit(in->db);
	}
	return rc;
}

static enum rc
aliases_put(struct import *in)
{
	enum rc rc;
	size_t i;

	if ((rc = db_write_begin(in->db)) != RC_OK)
		return rc;
	for (i = 0; i < in->tree.alias_count; i++) {
		const struct tree_alias *a = &in->tree.aliases[i];

		/* The part that holds the town hall has the same code. */
		if (strcmp(a->code, a->commune->code) != 0)
			db_run(in->db, Q_TERRITORY_ALIAS_PUT, T(code, a->code),
			    I(id, a->commune->id));
	}
	return db_write_commit(in->db);
}

/* --- what is no longer there ---------------------------------------------- */

static void
remove_one(struct import *in, int64_t id)
{
	bool gone;

	/* Refused by the foreign key of whatever refers to it. */
	db_part_begin(in->db);
	gone = db_run(in->db, Q_TERRITORY_REMOVE, I(id, id)) > 0;
	db_part_end(in->db, gone);
	if (!gone)
		db_run(in->db, Q_TERRITORY_TERMS_REMOVE, I(id, id));
	in->removed++;
}

/* Ids of the tree's kinds that no row of the files has. */
static size_t
find_gone(struct import *in, int64_t **gone)
{
	size_t n = 0, count = 0;
	int64_t after = 0;
	struct stmt *s;

	*gone = MEM_ARRAY(in->mem, in->tree.n, int64_t);
	do {
		s = db_query(in->db, Q_TERRITORY_ALL, I(after, after),
		    I(limit, ROWS_PER_WRITE));
		for (count = 0; stmt_step(s); count++) {
			const char *kind;

			after = stmt_int(s, "id");
			kind = stmt_text(s, "kind");
			if (!territory_ids_have(&in->ours, after) && n < in->tree.n &&
			    strcmp(kind, "district") != 0 &&
			    strcmp(kind, "perimeter") != 0)
				(*gone)[n++] = after;
		}
		stmt_done(s);
	} while (count == ROWS_PER_WRITE);
	return n;
}

static enum rc
remove_gone(struct import *in)
{
	int64_t *gone;
	size_t i, n = find_gone(in, &gone);
	enum rc rc;

	if (n == 0)
		return RC_OK;
	if ((rc = db_write_begin(in->db)) != RC_OK)
		return rc;
	/* Children have greater ids than their parents: they go first. */
	for (i = n; i-- > 0;)
		remove_one(in, gone[i]);
	return db_write_commit(in->db);
}

/* --- all of it ------------------------------------------------------------ */

static bool
is_unchanged(struct import *in)
{
	struct stmt *s = db_query(in->db, Q_TERRITORY_SETTING);
	bool same = stmt_step(s) &&
	    strcmp(stmt_text(s, "value"), in->tree.digest) == 0;

	stmt_done(s);
	return same;
}

static enum rc
remember(struct import *in)
{
	return db_write_run(in->db, RC_OK, Q_TERRITORY_SETTING_PUT,
	    T(value, in->tree.digest));
}

static enum rc
import_all(struct import *in)
{
	enum rc rc;

	in->first = db_int(in->db, 0, Q_TERRITORY_ANY) == 0;
	if ((rc = rows_put(in)) != RC_OK)
		return rc;
	territory_ids_make(&in->ours, in->mem, &in->tree);
	if ((rc = aliases_put(in)) == RC_OK &&
	    (rc = territory_index(in->db, &in->tree, &in->ours,
	    &in->terms)) == RC_OK &&
	    (rc = remove_gone(in)) == RC_OK &&
	    (rc = territory_refresh_shapes(in->db)) == RC_OK)
		rc = remember(in);
	return rc;
}

enum rc
territory_import(struct db *db, const char *dir,
    struct territory_counts *counts, struct problems *why)
{
	struct import in = { .db = db, .mem = mem_new() };
	bool unchanged = false;
	enum rc rc;

	rc = tree_read(&in.tree, in.mem, dir, why);
	if (rc == RC_OK && !(unchanged = is_unchanged(&in)))
		rc = import_all(&in);
	if (rc == RC_OK && counts != NULL)
		*counts = (struct territory_counts){ unchanged, in.tree.n,
		    in.tree.alias_count, in.terms, in.removed };
	mem_free(in.mem);
	return rc;
}
