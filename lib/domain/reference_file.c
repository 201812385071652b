/*
 * A reference list read from CSV, with every problem at its line and column.
 * It repairs nothing: a list that is half right is not loaded.
 */
#include "config.h"

#include "domain/reference.h"

#include <stdlib.h>
#include <string.h>

#include "base/csv.h"
#include "base/lang.h"
#include "base/text.h"

#define KEY_MAX		80	/* characters */
#define LABEL_MAX	300
#define PROBLEMS_MAX	50	/* said; the file is refused anyway */

struct reading {
	struct mem		*mem;
	struct problems		*why;
	struct reference_items	*items;
	int			 key, label, parent;	/* columns, -1: none */
	int64_t			 line;
};

static void
wrong(struct reading *r, int column, const char *text)
{
	if (r->why->count < PROBLEMS_MAX)
		problem_add(r->why, mem_printf(r->mem,
		    _("ligne %lld, colonne %d"), (long long)r->line,
		    column + 1), "%s", text);
}

static int
find_column(struct csv_reader *csv, const char *name, const char *other)
{
	int column = csv_column(csv, name);

	return column >= 0 ? column : csv_column(csv, other);
}

static const char *
cell(struct reading *r, const struct csv_row *row, int column)
{
	if (column < 0 || (size_t)column >= row->count)
		return "";
	return text_collapse_spaces(r->mem, row->fields[column]);
}

static bool
is_key(const char *text)
{
	size_t n = strspn(text, "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-");

	return n > 0 && n <= KEY_MAX && text[n] == '\0';
}

static void
read_row(struct reading *r, const struct csv_row *row)
{
	struct reference_item *item = &r->items->rows[r->items->count++];

	item->key = cell(r, row, r->key);
	item->label = cell(r, row, r->label);
	item->parent = cell(r, row, r->parent);
	if (!is_key(item->key))
		wrong(r, r->key, mem_printf(r->mem, _("trouvé « %s » ; "
		    "permis : une clé de 1 à %d lettres sans accent, chiffres, "
		    "points, tirets"), text_truncate(r->mem, item->key, 40),
		    KEY_MAX));
	if (*item->label == '\0')
		wrong(r, r->label, _("vide ; attendu : ce que les personnes "
		    "liront"));
	else if (text_length(item->label) > LABEL_MAX)
		wrong(r, r->label, mem_printf(r->mem, _("trouvé %zu "
		    "caractères ; permis : %d"), text_length(item->label),
		    LABEL_MAX));
	if (text_length(item->parent) > LABEL_MAX)
		wrong(r, r->parent, mem_printf(r->mem, _("trouvé %zu "
		    "caractères ; permis : %d"), text_length(item->parent),
		    LABEL_MAX));
	if (*item->parent == '\0')
		item->parent = NULL;
}

/* --- the same key twice ------------------------------------------------------ */

struct placed {
	const char	*key;
	int64_t		 line;
};

static int
compare_placed(const void *a, const void *b)
{
	const struct placed *pa = a, *pb = b;
	int order = strcmp(pa->key, pb->key);

	return order != 0 ? order : (pa->line > pb->line) - (pa->line < pb->line);
}

static void
check_twice(struct reading *r, struct placed *placed)
{
	size_t i, n = r->items->count;

	qsort(placed, n, sizeof(*placed), compare_placed);
	for (i = 1; i < n; i++)
		if (*placed[i].key != '\0' &&
		    strcmp(placed[i - 1].key, placed[i].key) == 0) {
			r->line = placed[i].line;
			wrong(r, r->key, mem_printf(r->mem, _("trouvé « %s » "
			    "une seconde fois, déjà à la ligne %lld"),
			    placed[i].key, (long long)placed[i - 1].line));
		}
}

static void
read_rows(struct reading *r, struct csv_reader *csv)
{
	struct placed *placed = MEM_ARRAY(r->mem, REFERENCE_ITEMS + 1,
	    struct placed);
	struct csv_row row;
	enum rc rc;

	r->items->rows = MEM_ARRAY(r->mem, REFERENCE_ITEMS + 1,
	    struct reference_item);
	while ((rc = csv_next(csv, &row)) == RC_OK || rc == RC_INVALID) {
		r->line = row.line;
		if (rc == RC_INVALID) {
			wrong(r, (int)row.problem_field, _("cette ligne ne se "
			    "lit pas : un guillemet n’est pas fermé, ou elle "
			    "est trop longue"));
			continue;
		}
		if (r->items->count == REFERENCE_ITEMS) {
			wrong(r, 0, mem_printf(r->mem,
			    _("trop de lignes ; permis : %d"),
			    REFERENCE_ITEMS));
			break;
		}
		read_row(r, &row);
		placed[r->items->count - 1] = (struct placed){
		    r->items->rows[r->items->count - 1].key, row.line };
	}
	check_twice(r, placed);
}

enum rc
reference_read(struct reference_items *items, struct mem *mem,
    const void *bytes, size_t len, struct problems *why)
{
	struct reading r = { .mem = mem, .why = why, .items = items,
	    .line = 1 };
	size_t before = why->count;
	struct csv_reader *csv;

	*items = (struct reference_items){ NULL, 0 };
	if (csv_open_memory(&csv, bytes, len) != RC_OK)
		return RC_FAIL;
	r.key = find_column(csv, "key", "cle");
	r.label = find_column(csv, "label", "libelle");
	r.parent = csv_column(csv, "parent");
	if (r.key < 0 || r.label < 0)
		wrong(&r, 0, _("il manque une colonne ; attendu : une première "
		    "ligne avec key et label (et parent, si les choix sont "
		    "groupés)"));
	else
		read_rows(&r, csv);
	csv_close(csv);
	if (why->count == before && items->count == 0)
		wrong(&r, 0, _("aucune ligne ; attendu : une au moins"));
	return why->count == before ? RC_OK : RC_INVALID;
}
