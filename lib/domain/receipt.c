/*
 * Receipts: issued with the deposit, read again as they were.
 */
#include "config.h"

#include "domain/receipt.h"

#include <string.h>

#include "base/date.h"
#include "base/json.h"
#include "base/lang.h"
#include "domain/journal.h"
#include "domain/money.h"

/* --- the stored form ------------------------------------------------------ */

/* Texts of the struct by their member in the JSON. */
#define TEXT(member)	{ #member, offsetof(struct receipt, member) }
static const struct {
	const char	*name;
	size_t		 at;
} texts[] = {
	TEXT(number), TEXT(platform), TEXT(project), TEXT(holder), TEXT(call),
	TEXT(service_name), TEXT(service_address), TEXT(service_email),
	TEXT(service_phone), TEXT(silence), TEXT(remedies), TEXT(legal_basis),
	TEXT(sha256), TEXT(journal_hash), TEXT(time_zone), TEXT(lang),
	TEXT(status_url)
}, numbers[] = {
	TEXT(deposit), TEXT(requested_cents), TEXT(received_at),
	TEXT(silence_at), TEXT(usual_at), TEXT(journal_seq)
};
#undef TEXT
#define TEXTS	(sizeof(texts) / sizeof(texts[0]))
#define NUMBERS	(sizeof(numbers) / sizeof(numbers[0]))

static const char **
text_at(struct receipt *r, size_t i)
{
	return (const char **)(void *)((char *)r + texts[i].at);
}

static int64_t *
number_at(struct receipt *r, size_t i)
{
	return (int64_t *)(void *)((char *)r + numbers[i].at);
}

static const char *
stored(struct mem *mem, struct receipt *r)
{
	struct json_object *o = json_object_new_object();
	struct json_object *list = json_object_new_array();
	struct buf b = BUF_INIT;
	const char *text;
	size_t i;

	for (i = 0; i < TEXTS; i++)
		json_put_text(o, texts[i].name, *text_at(r, i));
	for (i = 0; i < NUMBERS; i++)
		json_put_int(o, numbers[i].name, *number_at(r, i));
	for (i = 0; i < r->document_count; i++)
		json_object_array_add(list,
		    json_object_new_string(r->documents[i]));
	json_put(o, "documents", list);
	json_canonical(&b, o);
	json_object_put(o);
	text = mem_strndup(mem, b.data, b.len);
	buf_release(&b);
	return text;
}

static enum rc
parse(struct receipt *r, struct mem *mem, const char *text)
{
	struct json_object *o = NULL, *list;
	size_t i;

	if (json_parse(&o, text, strlen(text), 8, NULL) != RC_OK)
		return RC_FAIL;
	for (i = 0; i < TEXTS; i++)
		*text_at(r, i) = mem_strdup(mem, json_text(o, texts[i].name));
	for (i = 0; i < NUMBERS; i++)
		*number_at(r, i) = json_int(o, numbers[i].name, 0);
	list = json_array(o, "documents");
	r->document_count = json_count(list);
	r->documents = MEM_ARRAY(mem, r->document_count + 1, const char *);
	for (i = 0; i < r->document_count; i++)
		r->documents[i] = mem_strdup(mem, json_at_text(list, i));
	json_object_put(o);
	return RC_OK;
}

/* --- issuing -------------------------------------------------------------- */

void
receipt_issue(struct receipt *r, struct db *db, struct mem *mem,
    const struct presented *p, const struct snapshot *s, int64_t silence_at,
    const char *status_url)
{
	char *hash = mem_alloc(mem, JOURNAL_HASH);
	size_t i;

	*r = (struct receipt){ .snapshot_id = s->id,
	    .application_id = p->app->id, .deposit = s->number,
	    .number = p->app->number, .platform = p->platform->name,
	    .project = p->element->title, .holder = p->app->holder_name,
	    .call = p->call->title, .requested_cents = p->app->requested_cents,
	    .received_at = s->taken_at,
	    .service_name = p->platform->service_name,
	    .service_address = p->platform->service_address,
	    .service_email = p->platform->service_email,
	    .service_phone = p->platform->service_phone,
	    .silence = p->call->silence, .silence_at = silence_at,
	    .remedies = p->call->remedies, .legal_basis = p->call->legal_basis,
	    .sha256 = s->sha256, .time_zone = p->platform->time_zone,
	    .lang = lang_get(),
	    .status_url = status_url, .journal_hash = hash };
	if (p->call->decision_days != 0)
		r->usual_at = p->app->submitted_at +
		    p->call->decision_days * DATE_DAY;
	journal_head(db, p->app->platform_id, &r->journal_seq, hash);
	r->documents = MEM_ARRAY(mem, p->documents->count + 1, const char *);
	for (i = 0; i < p->documents->count; i++)
		r->documents[r->document_count++] = mem_printf(mem, "%s (%s)",
		    p->documents->rows[i].label, p->documents->rows[i].name);
	db_run(db, Q_RECEIPT_ADD, I(snapshot, s->id),
	    I(application, p->app->id), T(content, stored(mem, r)),
	    I(now, s->taken_at));
}

enum rc
receipt_load(struct receipt **out, struct db *db, struct mem *mem,
    int64_t snapshot_id)
{
	struct stmt *s = db_query(db, Q_RECEIPT_BY_SNAPSHOT,
	    I(snapshot, snapshot_id));
	const char *text;
	struct receipt *r;

	if (!stmt_step(s))
		return RC_NOT_FOUND;
	r = MEM_NEW(mem, struct receipt);
	r->snapshot_id = snapshot_id;
	r->application_id = stmt_int(s, "application_id");
	text = stmt_str(s, mem, "content_json");
	stmt_done(s);
	*out = r;
	return parse(r, mem, text);
}

enum rc
receipt_last(struct receipt **r, struct db *db, struct mem *mem,
    int64_t application_id)
{
	int64_t id = db_int(db, 0, Q_RECEIPT_LAST,
	    I(application, application_id));

	return id == 0 ? RC_NOT_FOUND : receipt_load(r, db, mem, id);
}

const char *
receipt_amount(struct mem *mem, const struct receipt *r)
{
	return r->requested_cents == 0 ? NULL : money_format_cents(mem,
	    r->requested_cents, r->lang);
}
