/*
 * The table of answers as the address asks it: columns, filters, order, all of
 * it in the address, which is how a view is kept. Its page is table_page.c's.
 */
#include "config.h"

#include "fcgi/instruction/table_private.h"

#include <string.h>

#include "base/json.h"
#include "base/text.h"

#define COLUMNS_FIRST	6	/* shown when none is chosen */

#define FILTER(n)							\
	{ .name = "q" #n, .type = F_SLUG },				\
	{ .name = "o" #n, .type = F_SLUG },				\
	{ .name = "v" #n, .type = F_TEXT, .max = 200 }

const struct field_rule table_fields[] = {
	FILTER(0), FILTER(1), FILTER(2), FILTER(3), FILTER(4),
	{ .name = "colonne", .type = F_SLUG, .flags = FIELD_MANY },
	{ .name = "tri", .type = F_CODE },
	{ .name = "sens", .type = F_CHOICE, .choices = "plus|moins" },
	{ .name = "de", .type = F_TEXT, .max = 400 },
	{ .name = "avant", .type = F_TEXT, .max = 400 },
	{ .name = "rang", .type = F_INT, .min = 1, .max = INT64_MAX },
	{ .type = F_END } };

/* --- what the address says ----------------------------------------------------------- */

const char *
table_asked_text(const struct req *req, const char *what, int n)
{
	return req_text(req, mem_printf(req->mem, "%s%d", what,
	    n));
}

static void
read_filters(struct table_page *t)
{
	struct req *req = t->req;
	const char *key, *why;
	int i, op;
	size_t q;

	t->asked.filters = json_object_new_array();
	for (i = 0; i < TABLE_FILTERS; i++) {
		key = table_asked_text(req, "q", i);
		op = table_op_by_name(table_asked_text(req, "o", i));
		q = answer_table_question(&t->table, key);
		if (*key == '\0' || q == t->table.count)
			continue;
		if (!answer_table_filter(t->asked.filters, &why, &t->table, q,
		    op < 0 ? TABLE_IS : (enum table_op)op,
		    table_asked_text(req, "v", i)))
			problem_add(&t->why, mem_printf(req->mem, "v%d", i),
			    "%s", why);
		t->filtered = true;
	}
}

/* What maps to the project says most; then the first ones. */
static void
default_columns(struct table_page *t)
{
	size_t i, pass;

	for (pass = 0; pass < 2; pass++)
		for (i = 0; i < t->table.count &&
		    t->column_count < COLUMNS_FIRST; i++) {
			const struct form_field *f =
			    t->table.questions[i].field;
			bool mapped = f->maps_to != MAP_NONE;

			if (f->maps_to == MAP_TITLE || mapped == (pass == 1) ||
			    f->type == FORM_LONG_TEXT ||
			    f->type == FORM_FILES ||
			    f->type == FORM_FUNDING_PLAN ||
			    f->type == FORM_STEPS_SCHEDULE ||
			    f->type == FORM_POINT)
				continue;
			t->columns[t->column_count++] = i;
		}
}

static void
read_columns(struct table_page *t)
{
	const struct field *f = NULL;
	size_t q;

	t->columns = MEM_ARRAY(t->req->mem, TABLE_COLUMNS, size_t);
	while ((f = field_next(&t->req->fields, f, "colonne")) != NULL) {
		q = answer_table_question(&t->table, f->text);
		if (q < t->table.count && t->column_count < TABLE_COLUMNS)
			t->columns[t->column_count++] = q;
	}
	if (t->column_count == 0)
		default_columns(t);
	else
		t->chosen = true;
}

static bool
is_sort(const struct table_page *t, const char *sort)
{
	return strcmp(sort, "-title") == 0 || strcmp(sort, "-holder") == 0 ||
	    strcmp(sort, "-amount") == 0 ||
	    answer_table_question(&t->table, sort) < t->table.count;
}

bool
table_open(struct table_page *t, struct req *req, struct res *res)
{
	bool one = strstr(req->route->pattern, "/appels/") != NULL;
	int64_t call_id = 0;
	const char *sort;
	enum rc rc = RC_OK;

	*t = (struct table_page){ .req = req,
	    .why = PROBLEMS_INIT(req->mem) };
	if (one) {
		call_id = db_int(req->db, 0, Q_RANKING_CALL_ID,
		    I(platform, req->platform->id), T(slug, req_param(req,
		    "slug")));
		rc = call_id == 0 ? RC_NOT_FOUND : RC_OK;
	}
	if (rc == RC_OK)
		rc = answer_table_open(&t->table, req->db, req->mem,
		    req->platform, call_id);
	if (rc != RC_OK) {
		res_error(res, rc);
		return false;
	}
	t->url = one ? page_url(req, "instruction/appels/%s/reponses",
	    req_param(req, "slug")) : page_url(req, "instruction/reponses");
	t->asked.person_id = req->person->id;
	t->asked.now = req->now;
	right_reach(&t->asked.reach, req->db, req->mem, req->person,
	    RIGHT_APPLICATION_READ, req->platform->id);
	read_columns(t);
	read_filters(t);
	sort = req_text(req, "tri");
	t->asked.sort = is_sort(t, sort) ? sort : "";
	t->asked.down = strcmp(req_text(req, "sens"), "moins")
	    == 0;
	return true;
}

void
table_close(struct table_page *t)
{
	json_object_put(t->asked.filters);
}

const char *
table_url(const struct table_page *t, const struct table_other *o)
{
	const char *sort = o->sort == NULL ? t->asked.sort : o->sort, *key;
	bool down = o->sort == NULL ? t->asked.down : o->down;
	struct mem *mem = t->req->mem;
	const char *url = mem_printf(mem, "%s%s?", t->url, o->tail == NULL ? ""
	    : o->tail);
	size_t i;
	int n;

	for (n = 0; n < TABLE_FILTERS; n++) {
		key = table_asked_text(t->req, "q", n);
		if (*key != '\0' && n + 1 != o->without)
			url = mem_printf(mem, "%sq%d=%s&o%d=%s&v%d=%s&", url,
			    n, key, n, table_asked_text(t->req, "o", n), n,
			    text_percent_encode(mem, table_asked_text(t->req, "v",
			    n)));
	}
	for (i = 0; t->chosen && !o->columns_first && i < t->column_count; i++)
		url = mem_printf(mem, "%scolonne=%s&", url,
		    t->table.questions[t->columns[i]].field->key);
	if (*sort != '\0' || down)
		url = mem_printf(mem, "%stri=%s&sens=%s&", url, sort, down
		    ? "moins" : "plus");
	if (o->after != NULL || o->before != NULL)
		url = mem_printf(mem, "%s%s=%s&rang=%lld&", url, o->after
		    != NULL ? "de" : "avant", text_percent_encode(mem,
		    o->after != NULL ? o->after : o->before),
		    (long long)o->rank);
	return mem_strndup(mem, url, strlen(url) - 1);
}
