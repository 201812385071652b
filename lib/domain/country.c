/*
 * The list of countries, cut once from the compiled table.
 * It adds nothing to what data/countries.csv says.
 */
#include "config.h"

#include "domain/country.h"

#include <string.h>

#include "base/text.h"

#define COUNTRIES	300	/* room */

extern const char country_table[];	/* "FR;France;France\n…" */

static struct country rows[COUNTRIES];
static size_t row_count;

/* The next cell of a line, which ends at `stop`; kept for ever. */
static const char *
cut(struct mem *mem, const char **at, char stop)
{
	const char *end = strchr(*at, stop), *cell;

	cell = mem_strndup(mem, *at, (size_t)(end - *at));
	*at = end + 1;
	return cell;
}

const struct country *
country_all(size_t *count)
{
	static struct mem *mem;
	const char *at = country_table;

	if (mem == NULL) {
		mem = mem_new();
		while (*at != '\0' && row_count < COUNTRIES) {
			struct country *c = &rows[row_count++];

			c->code = cut(mem, &at, ';');
			c->fr = cut(mem, &at, ';');
			c->en = cut(mem, &at, '\n');
		}
	}
	*count = row_count;
	return rows;
}

const struct country *
country_by_code(const char *code)
{
	const struct country *all;
	size_t i, n;

	all = country_all(&n);
	for (i = 0; i < n; i++)
		if (strcmp(all[i].code, code) == 0)
			return &all[i];
	return NULL;
}

const struct country *
country_find(struct mem *mem, const char *typed)
{
	const char *folded = text_fold(mem, text_collapse_spaces(mem, typed));
	const struct country *all;
	size_t i, n;

	all = country_all(&n);
	for (i = 0; i < n; i++)
		if (strcmp(text_fold(mem, all[i].code), folded) == 0 ||
		    strcmp(text_fold(mem, all[i].fr), folded) == 0 ||
		    strcmp(text_fold(mem, all[i].en), folded) == 0)
			return &all[i];
	return NULL;
}

const char *
country_name(const struct country *c, const char *lang)
{
	return strcmp(lang, "en") == 0 ? c->en : c->fr;
}
