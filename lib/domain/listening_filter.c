/*
 * What is listened to: the filter as JSON, in words, and over the flow.
 * It reads what is public, and nothing else.
 */
#include "config.h"

#include "domain/listening.h"

#include <string.h>

#include "base/buf.h"
#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/catalogue.h"
#include "domain/need.h"
#include "domain/territory.h"

/* --- JSON --------------------------------------------------------------------- */

static void
read_list(const char **list, size_t *n, struct mem *mem,
    struct json_object *json, const char *key)
{
	struct json_object *rows = json_array(json, key);
	size_t i;

	*n = 0;
	for (i = 0; i < json_count(rows) && *n < FILTER_MANY; i++)
		if (json_at_text(rows, i) != NULL)
			list[(*n)++] = mem_strdup(mem, json_at_text(rows, i));
}

void
filter_read(struct listening_filter *f, struct db *db, struct mem *mem,
    const char *text)
{
	struct json_object *json = NULL;
	struct territory *t;

	*f = (struct listening_filter){ .territory = "", .words = "" };
	if (json_parse(&json, text, strlen(text), 8, NULL) != RC_OK)
		return;
	f->territory = mem_strdup(mem, json_text_or(json, "territory", ""));
	f->words = mem_strdup(mem, json_text_or(json, "words", ""));
	f->returned = json_flag(json, "returned", false);
	read_list(f->themes, &f->theme_count, mem, json, "themes");
	read_list(f->maturities, &f->maturity_count, mem, json, "maturities");
	read_list(f->needs, &f->need_count, mem, json, "needs");
	read_list(f->tags, &f->tag_count, mem, json, "tags");
	json_object_put(json);
	if (*f->territory != '\0' && territory_by_address(&t, db, mem,
	    f->territory) == RC_OK)
		f->territory_id = t->id;
}

static struct json_object *
list_json(const char *const *list, size_t n)
{
	struct json_object *rows = json_object_new_array();
	size_t i;

	for (i = 0; i < n; i++)
		json_object_array_add(rows, json_object_new_string(list[i]));
	return rows;
}

const char *
filter_json(struct mem *mem, const struct listening_filter *f)
{
	struct json_object *json = json_object_new_object();
	struct buf b = BUF_INIT;
	const char *text;

	if (*f->territory != '\0')
		json_put_text(json, "territory", f->territory);
	if (*f->words != '\0')
		json_put_text(json, "words", f->words);
	if (f->returned)
		json_put_bool(json, "returned", true);
	json_put(json, "themes", list_json(f->themes, f->theme_count));
	json_put(json, "maturities", list_json(f->maturities,
	    f->maturity_count));
	json_put(json, "needs", list_json(f->needs, f->need_count));
	json_put(json, "tags", list_json(f->tags, f->tag_count));
	json_canonical(&b, json);
	json_object_put(json);
	text = mem_strdup(mem, b.data);
	buf_release(&b);
	return text;
}

/* --- in words ------------------------------------------------------------------ */

static void
say(struct buf *b, const char *text)
{
	if (text != NULL && *text != '\0')
		buf_printf(b, "%s%s", b->len > 0 ? " · " : "", text);
}

const char *
filter_said(struct db *db, struct mem *mem, const struct platform *p,
    const struct listening_filter *f)
{
	struct buf b = BUF_INIT;
	const struct theme *theme;
	struct territory *t;
	const char *text;
	size_t i;

	if (f->territory_id != 0 && territory_load(&t, db, mem,
	    f->territory_id) == RC_OK)
		say(&b, t->name);
	for (i = 0; i < f->theme_count; i++) {
		theme = platform_theme_by_key(p, f->themes[i]);
		say(&b, theme == NULL ? NULL : theme->label);
	}
	for (i = 0; i < f->maturity_count; i++)
		say(&b, word_label(maturities, f->maturities[i]));
	for (i = 0; i < f->need_count; i++)
		say(&b, word_label(need_kinds, f->needs[i]));
	for (i = 0; i < f->tag_count; i++)
		say(&b, f->tags[i]);
	if (*f->words != '\0')
		say(&b, mem_printf(mem, _("« %s »"), f->words));
	if (f->returned)
		say(&b, _("revenus après un refus"));
	text = b.len == 0 ? _("Tout ce qui se publie") :
	    mem_strdup(mem, b.data);
	buf_release(&b);
	return text;
}

/* --- over the flow ---------------------------------------------------------------- */

static const char *
array(struct mem *mem, const char *const *list, size_t n)
{
	struct json_object *rows = list_json(list, n);
	const char *text = mem_strdup(mem, json_object_to_json_string_ext(rows,
	    JSON_C_TO_STRING_PLAIN));

	json_object_put(rows);
	return text;
}

static const char *
folded_tags(struct mem *mem, const struct listening_filter *f)
{
	const char *tags[FILTER_MANY];
	size_t i;

	for (i = 0; i < f->tag_count; i++)
		tags[i] = text_fold(mem, f->tags[i]);
	return array(mem, tags, f->tag_count);
}

size_t
flow_find(struct found **out, struct db *db, struct mem *mem,
    int64_t platform_id, const struct listening_filter *f,
    int64_t listening_id, int64_t after, int64_t before, int limit)
{
	struct found *rows = MEM_ARRAY(mem, (size_t)limit + 1, struct found);
	const char *match = text_blank(f->words) ? NULL :
	    catalogue_match(mem, platform_id, f->words);
	struct stmt *s = db_query(db, Q_LISTENING_FIND,
	    I(platform, platform_id), I(after, after),
	    I(before, before == 0 ? INT64_MAX : before),
	    I(territory, f->territory_id),
	    T(themes, array(mem, f->themes, f->theme_count)),
	    T(maturities, array(mem, f->maturities, f->maturity_count)),
	    T(needs, array(mem, f->needs, f->need_count)),
	    T(tags, folded_tags(mem, f)), T(match, match),
	    I(returned, f->returned), I(listening, listening_id),
	    I(limit, limit));
	size_t n = 0;

	while (stmt_step(s) && n < (size_t)limit)
		rows[n++] = (struct found){
		    .element_id = stmt_int(s, "id"),
		    .entry_id = stmt_int(s, "entry_id"),
		    .entered_at = stmt_int(s, "entered_at"),
		    .uuid = stmt_str(s, mem, "uuid"),
		    .slug = stmt_str(s, mem, "slug"),
		    .title = stmt_str(s, mem, "title"),
		    .summary = stmt_str(s, mem, "summary"),
		    .holder = stmt_str(s, mem, "holder_name"),
		    .place = stmt_str(s, mem, "place"),
		    .state = stmt_str(s, mem, "state"),
		    .theme_id = stmt_int(s, "theme_id"),
		    .cost_cents = stmt_int(s, "cost_cents"),
		    .maturity = stmt_str(s, mem, "maturity"),
		    .needs = stmt_str(s, mem, "needs"),
		    .returned_from = stmt_str(s, mem, "returned_from"),
		    .offered = stmt_bool(s, "offered"),
		    .marked = stmt_bool(s, "marked") };
	stmt_done(s);
	*out = rows;
	return n;
}
