/*
 * Reading data/territories: tab-separated, sorted by kind then code.
 * It refuses a file that is not whole, and writes no table.
 */
#include "config.h"

#include "domain/territory_file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/lang.h"
#include "domain/territory.h"

#define FILE_MAX	(32 * 1024 * 1024)

enum column {
	KIND, CODE, SIREN, NAME, REGION, DEPARTEMENT, EPCI, POPULATION,
	POSTCODES, LON, LAT, APPROXIMATE, COLUMNS
};

enum alias_column { A_KIND, A_CODE, A_NAME, A_COMMUNE, A_COLUMNS };

const char *const tree_kind_names[TREE_KINDS] = {
	"country", "region", "departement", "epci", "commune"
};

static const char columns[] = "kind\tcode\tsiren\tname\tregion\tdepartement\t"
    "epci\tpopulation\tpostcodes\tlon\tlat\tapproximate";
static const char alias_columns[] = "kind\tcode\tname\tcommune";

/* A file being walked. */
struct lines {
	const char	*file;		/* its name, for problems */
	char		*next;		/* NULL after the last line */
	size_t		 count;		/* data lines, at most */
	int		 number;
	struct problems	*why;
};

static enum rc
refuse(const struct lines *l, const char *what, const char *found)
{
	const char *where = mem_printf(l->why->mem, "%s:%d", l->file,
	    l->number);

	problem_add(l->why, where, _("%s : « %s »"), what, found);
	return RC_INVALID;
}

/* The next line without its end, comments skipped; NULL at the end. */
static char *
line_next(struct lines *l)
{
	char *line, *end;

	while (l->next != NULL && *l->next != '\0') {
		line = l->next;
		end = strchr(line, '\n');
		l->next = end == NULL ? NULL : end + 1;
		l->number++;
		if (end != NULL)
			*end = '\0';
		if (*line != '#')
			return line;
	}
	return NULL;
}

/* Cut a line at its tabs, in place; false unless it has n fields. */
static bool
cut(char *line, char **fields, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		fields[i] = line;
		line = strchr(line, '\t');
		if (line == NULL)
			return i == n - 1;
		*line++ = '\0';
	}
	return false;
}

static enum rc
lines_open(struct lines *l, struct mem *mem, const char *dir,
    const char *file, const char *header, struct digest *digest,
    struct problems *why)
{
	const char *path = mem_printf(mem, "%s/%s", dir, file), *p;
	char *data, *line;
	size_t len;
	enum rc rc;

	*l = (struct lines){ file, NULL, 0, 0, why };
	if ((rc = file_read(&data, &len, mem, path, FILE_MAX)) != RC_OK) {
		problem_add(why, path, "%s",
		    rc == RC_NOT_FOUND ? _("Ce fichier est introuvable.") :
		    _("Ce fichier ne peut pas être lu."));
		return rc;
	}
	digest_add(digest, data, len);
	for (p = data; (p = strchr(p, '\n')) != NULL; p++)
		l->count++;
	l->next = data;
	line = line_next(l);
	if (line == NULL || strcmp(line, header) != 0)
		return refuse(l, _("ce ne sont pas les colonnes attendues"),
		    line == NULL ? "" : line);
	return RC_OK;
}

/* --- rows --------------------------------------------------------------- */

static int
by_code(const void *code, const void *row)
{
	return strcmp(code, ((const struct tree_row *)row)->code);
}

/* NULL when there is none. */
static struct tree_row *
tree_find(const struct tree *tree, enum tree_kind kind, const char *code)
{
	return bsearch(code, tree->rows + tree->begin[kind],
	    tree->begin[kind + 1] - tree->begin[kind], sizeof(*tree->rows),
	    by_code);
}

static bool
read_count(int64_t *n, const char *text)
{
	char *end;

	errno = 0;
	*n = strtoll(text, &end, 10);
	return errno == 0 && end != text && *end == '\0' && *n >= 0;
}

static void
put_inside(struct tree_row *row, const struct tree_row *outer)
{
	int kind;

	if (outer == NULL)
		return;
	for (kind = 0; kind < TREE_KINDS; kind++)
		if (outer->in[kind] != NULL)
			row->in[kind] = outer->in[kind];
	row->in[outer->kind] = outer;
	row->parent = outer;
}

/*
 * An EPCI is inside its one département, else inside the one région of all of
 * them, else only inside the country. `codes` is cut in place.
 */
static bool
put_epci_inside(const struct tree *tree, struct tree_row *row, char *codes)
{
	const struct tree_row *first = NULL, *d;
	bool several = false, abroad = false;
	char *next;

	for (; codes != NULL; codes = next) {
		next = strchr(codes, ' ');
		if (next != NULL)
			*next++ = '\0';
		d = tree_find(tree, TREE_DEPARTEMENT, codes);
		if (d == NULL)
			return false;
		several |= first != NULL;
		abroad |= first != NULL &&
		    d->in[TREE_REGION] != first->in[TREE_REGION];
		if (first == NULL)
			first = d;
	}
	put_inside(row, abroad ? first->in[TREE_COUNTRY] :
	    several ? first->in[TREE_REGION] : first);
	return true;
}

/* Parents come before their children in the file. */
static bool
resolve(const struct tree *tree, struct tree_row *row, char *const *f)
{
	const struct tree_row *outer = NULL, *epci = NULL;

	switch (row->kind) {
	case TREE_COUNTRY:
		return true;
	case TREE_REGION:
		outer = tree->begin[TREE_REGION] > 0 ? &tree->rows[0] : NULL;
		break;
	case TREE_DEPARTEMENT:
		outer = tree_find(tree, TREE_REGION, f[REGION]);
		break;
	case TREE_EPCI:
		return put_epci_inside(tree, row, f[DEPARTEMENT]);
	case TREE_COMMUNE:
	case TREE_KINDS:
		outer = tree_find(tree, TREE_DEPARTEMENT, f[DEPARTEMENT]);
		if (*f[EPCI] == '\0')
			break;
		if ((epci = tree_find(tree, TREE_EPCI, f[EPCI])) == NULL)
			return false;
		break;
	}
	put_inside(row, outer);
	if (epci != NULL) {
		row->in[TREE_EPCI] = epci;
		row->parent = epci;
	}
	return outer != NULL;
}

static enum rc
row_read(struct tree *tree, struct lines *l, char *line)
{
	struct tree_row *row = &tree->rows[tree->n];
	char *f[COLUMNS];
	int kind = 0;

	if (!cut(line, f, COLUMNS))
		return refuse(l, _("cette ligne n’a pas douze colonnes"), line);
	while (kind < TREE_KINDS && strcmp(tree_kind_names[kind], f[KIND]) != 0)
		kind++;
	if (kind == TREE_KINDS)
		return refuse(l, _("sorte de territoire inconnue"), f[KIND]);
	*row = (struct tree_row){ .kind = (enum tree_kind)kind,
	    .code = f[CODE], .name = f[NAME], .postcodes = f[POSTCODES],
	    .siren = *f[SIREN] == '\0' ? NULL : f[SIREN],
	    .approximate = *f[APPROXIMATE] != '\0' };
	if (*f[CODE] == '\0' || *f[NAME] == '\0')
		return refuse(l, _("code ou nom vide"), f[CODE]);
	if (tree->n > 0 && (row->kind < row[-1].kind ||
	    (row->kind == row[-1].kind &&
	    strcmp(row[-1].code, f[CODE]) >= 0)))
		return refuse(l, _("code répété ou mal rangé"), f[CODE]);
	if (!read_count(&row->population, f[POPULATION]))
		return refuse(l, _("population illisible"), f[POPULATION]);
	if (!territory_degrees(&row->lon_e6, f[LON]) ||
	    !territory_degrees(&row->lat_e6, f[LAT]))
		return refuse(l, _("point illisible"), f[LON]);
	if (!resolve(tree, row, f))
		return refuse(l, _("territoire parent inconnu"), f[CODE]);
	tree->n++;
	for (kind++; kind <= TREE_KINDS; kind++)
		tree->begin[kind] = tree->n;
	return RC_OK;
}

static enum rc
alias_read(struct tree *tree, struct lines *l, char *line)
{
	struct tree_alias *alias = &tree->aliases[tree->alias_count];
	char *f[A_COLUMNS];

	if (!cut(line, f, A_COLUMNS))
		return refuse(l, _("cette ligne n’a pas quatre colonnes"),
		    line);
	*alias = (struct tree_alias){ f[A_CODE],
	    *f[A_NAME] == '\0' ? NULL : f[A_NAME],
	    tree_find(tree, TREE_COMMUNE, f[A_COMMUNE]) };
	if (alias->commune == NULL)
		return refuse(l, _("commune inconnue"), f[A_COMMUNE]);
	tree->alias_count++;
	return RC_OK;
}

enum rc
tree_read(struct tree *tree, struct mem *mem, const char *dir,
    struct problems *why)
{
	struct digest digest;
	struct lines l;
	char *line;
	enum rc rc;

	*tree = (struct tree){ 0 };
	digest_init(&digest);
	rc = lines_open(&l, mem, dir, "territories.tsv", columns, &digest,
	    why);
	tree->rows = MEM_ARRAY(mem, l.count + 1, struct tree_row);
	while (rc == RC_OK && (line = line_next(&l)) != NULL)
		rc = row_read(tree, &l, line);
	if (rc != RC_OK)
		return rc;
	rc = lines_open(&l, mem, dir, "aliases.tsv", alias_columns, &digest,
	    why);
	tree->aliases = MEM_ARRAY(mem, l.count + 1, struct tree_alias);
	while (rc == RC_OK && (line = line_next(&l)) != NULL)
		rc = alias_read(tree, &l, line);
	digest_end_hex(&digest, tree->digest);
	return rc;
}
