/*
 * The filter of the list, between addresses and domain/queue.
 */
#include "config.h"

#include "fcgi/instruction/asked.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "domain/catalogue.h"

static const struct field_rule asked_fields[] = {
	ASKED_FIELDS,
	{ .type = F_END }
};

static const char *const tray_words[QUEUE_TRAYS] = {
	"instruire", "porteur", "comite", "decides"
};

const char *
queue_asked_tray(enum queue_tray tray)
{
	return tray_words[tray];
}

/* The fields of a GET, or those that the POST's one field holds. */
static void
find_fields(struct fields *fields, struct req *req)
{
	struct params params = { .mem = req->mem };
	const char *text;

	if (req->method == GET) {
		*fields = req->fields;
		return;
	}
	text = req_text(req, "filtre");
	if (params_parse(&params, text, strlen(text)) != RC_OK)
		params = (struct params){ .mem = req->mem };
	fields_check(fields, req->mem, asked_fields, &params);
}

static void
read_people(struct asked *a, const struct req *req)
{
	char *end;
	long long id;

	if (strcmp(a->agent, "moi") == 0)
		a->f.agent_id = req->person->id;
	else if (strcmp(a->agent, "personne") == 0)
		a->f.agent_id = -1;
	else {
		id = strtoll(a->agent, &end, 10);
		if (*end == '\0' && id > 0)
			a->f.agent_id = id;
		else
			a->agent = "";
	}
}

static void
read_sort(struct asked *a)
{
	if (strcmp(a->sort, "montant") == 0)
		a->f.sort = SORT_AMOUNT;
	else if (strcmp(a->sort, "titre") == 0)
		a->f.sort = SORT_TITLE;
}

void
queue_asked(struct asked *a, struct req *req)
{
	struct fields fields;
	const struct theme *theme;
	size_t i;

	find_fields(&fields, req);
	*a = (struct asked){ .f = { .platform_id = req->platform->id,
	    .person_id = req->person->id, .now = req->now } };
	a->tray = field_or_empty(&fields, "etat");
	a->call = field_or_empty(&fields, "appel");
	a->agent = field_or_empty(&fields, "agent");
	a->theme = field_or_empty(&fields, "theme");
	a->words = field_or_empty(&fields, "q");
	a->sort = field_or_empty(&fields, "tri");
	a->from = field_or_empty(&fields, "de");
	a->f.stage_id = field_int(&fields, "etape");
	for (i = 0; i < QUEUE_TRAYS; i++) {
		if (strcmp(a->tray, tray_words[i]) == 0)
			a->f.tray = (enum queue_tray)i;
	}
	a->call_count = queue_calls(&a->calls, req->db, req->mem,
	    req->platform->id);
	for (i = 0; i < a->call_count; i++) {
		if (strcmp(a->call, a->calls[i].slug) == 0)
			a->f.call_id = a->calls[i].id;
	}
	if (a->f.call_id == 0)
		a->call = "";
	theme = platform_theme_by_key(req->platform, a->theme);
	a->f.theme_id = theme == NULL ? 0 : theme->id;
	if (theme == NULL)
		a->theme = "";
	read_people(a, req);
	read_sort(a);
	if (*a->words != '\0')
		a->f.match = catalogue_match_in(req->mem, req->platform->id,
		    "number title holder body", a->words);
	right_reach(&a->f.reach, req->db, req->mem, req->person,
	    RIGHT_APPLICATION_READ, req->platform->id);
}

void
queue_asked_beside(struct asked *a, const char *tray)
{
	int i;

	if (*a->tray != '\0' || *a->words != '\0')
		return;
	for (i = 0; i < QUEUE_TRAYS; i++)
		if (strcmp(queue_trays[i], tray) == 0)
			a->f.tray = (enum queue_tray)i;
	a->tray = tray_words[a->f.tray];
}

static void
add(struct buf *b, const char *name, const char *value)
{
	if (*value == '\0')
		return;
	if (b->len > 0)
		buf_char(b, '&');
	buf_printf(b, "%s=", name);
	text_percent(b, value);
}

const char *
queue_asked_query(const struct req *req, const struct asked *a)
{
	struct buf b = BUF_INIT;
	const char *text;

	add(&b, "etat", a->tray);
	add(&b, "appel", a->call);
	add(&b, "agent", a->agent);
	if (a->f.stage_id != 0)
		add(&b, "etape", mem_printf(req->mem, "%lld",
		    (long long)a->f.stage_id));
	add(&b, "theme", a->theme);
	add(&b, "q", a->words);
	add(&b, "tri", a->sort);
	add(&b, "de", a->from);
	text = mem_strdup(req->mem, b.data);
	buf_release(&b);
	return text;
}

const char *
queue_asked_url(const struct req *req, const struct asked *a, const char *url)
{
	const char *query = queue_asked_query(req, a);

	return *query == '\0' ? url :
	    mem_printf(req->mem, "%s?%s", url, query);
}
