/*
 * Agreements of holders that a funder receives a document.
 */
#include "config.h"

#include "domain/consent.h"

#include "base/buf.h"
#include "base/digest.h"
#include "base/json.h"
#include "domain/answer.h"
#include "domain/audit.h"
#include "domain/document.h"

#define LISTED	200
#define ASKED	500	/* documents of a dossier */
#define MARK	16	/* digits of a mark */

/* --- asking ---------------------------------------------------------------- */

static bool
is_presented(const struct presentation *p, const char *key)
{
	const struct answer *a = answers_get(&p->answers, key);

	if (a == NULL && p->has_own)
		a = answers_get(&p->own, key);
	return a != NULL && a->asked == ASKED_YES;
}

static const char *
recipient(const struct presentation *p, struct mem *mem)
{
	struct stmt *s = db_query(p->answers.db, Q_CONSENT_RECIPIENT,
	    I(call, p->call->id));
	const char *name = "";

	if (stmt_step(s))
		name = stmt_str(s, mem, "name");
	stmt_done(s);
	return name;
}

/* When agreement was given for each document, in one walk. */
static void
look_up(struct consents_asked *asked, const struct presentation *p)
{
	struct stmt *s = db_query(p->answers.db, Q_CONSENT_GIVEN,
	    I(dossier, p->dossier->id), I(call, p->call->id));
	size_t i;

	while (stmt_step(s)) {
		int64_t id = stmt_int(s, "document_id");
		int64_t at = stmt_int(s, "given_at");

		for (i = 0; i < asked->count; i++)
			if (asked->rows[i].document_id == id)
				asked->rows[i].given_at = at;
	}
}

void
consent_ask(struct consents_asked *asked, const struct presentation *p,
    struct mem *mem)
{
	struct buf mark = BUF_INIT;
	struct documents documents;
	size_t i;

	*asked = (struct consents_asked){ MEM_ARRAY(mem, ASKED,
	    struct consent_asked), 0, 0, recipient(p, mem), "" };
	document_list(&documents, p->answers.db, mem, p->dossier->id);
	for (i = 0; i < documents.count; i++) {
		const struct document *d = &documents.rows[i];

		if (is_presented(p, d->key))
			asked->rows[asked->count++] = (struct consent_asked){
			    d->id, d->version_id, d->label, d->name,
			    d->expires_on, 0 };
	}
	look_up(asked, p);
	for (i = 0; i < asked->count; i++) {
		if (asked->rows[i].given_at != 0)
			continue;
		asked->missing++;
		buf_printf(&mark, "%lld ",
		    (long long)asked->rows[i].document_id);
	}
	if (asked->missing > 0)
		asked->mark = mem_strndup(mem, digest_text(mem, mark.data),
		    MARK);
	buf_release(&mark);
}

void
consent_give(const struct presentation *p, struct mem *mem,
    const struct person *who, int64_t now)
{
	struct consents_asked asked;
	size_t i;

	consent_ask(&asked, p, mem);
	for (i = 0; i < asked.count; i++)
		if (asked.rows[i].given_at == 0)
			db_run(p->answers.db, Q_CONSENT_ADD,
			    I(document, asked.rows[i].document_id),
			    I(call, p->call->id), ID(person, who == NULL ? 0 :
			    who->id), I(now, now));
}

/* --- looking --------------------------------------------------------------- */

static void
read_consents(struct consents *list, struct mem *mem, struct stmt *s)
{
	*list = (struct consents){ MEM_ARRAY(mem, LISTED, struct consent), 0 };
	while (list->count < LISTED && stmt_step(s)) {
		struct consent *c = &list->rows[list->count++];

		c->id = stmt_int(s, "id");
		c->document_id = stmt_int(s, "document_id");
		c->document = stmt_str(s, mem, "label");
		c->to = stmt_str(s, mem, "recipient");
		c->given_at = stmt_int(s, "given_at");
		c->given_by = stmt_str(s, mem, "given_by");
		c->revoked_at = stmt_int(s, "revoked_at");
		c->revoked_by = stmt_str(s, mem, "revoked_by");
	}
	stmt_done(s);
}

void
consent_of_document(struct consents *list, struct db *db, struct mem *mem,
    int64_t document_id)
{
	read_consents(list, mem, db_query(db, Q_CONSENT_OF_DOCUMENT,
	    I(document, document_id), I(limit, LISTED)));
}

enum rc
consent_revoke(struct db *db, int64_t document_id, int64_t id,
    const struct person *who, int64_t now)
{
	struct json_object *detail;
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	if (db_run(db, Q_CONSENT_REVOKE, I(id, id), I(document, document_id),
	    I(person, who->id), I(now, now)) != 1)
		return db_write_end(db, RC_NOT_FOUND);
	detail = json_object_new_object();
	json_put_int(detail, "document", document_id);
	json_put_int(detail, "consent", id);
	audit_add(db, who->id, "consent_revoke", 0, detail, now);
	json_object_put(detail);
	return db_write_end(db, RC_OK);
}

static void
read_copies(struct received_copies *list, struct mem *mem, struct stmt *s)
{
	*list = (struct received_copies){ MEM_ARRAY(mem, LISTED,
	    struct received_copy), 0 };
	while (list->count < LISTED && stmt_step(s)) {
		struct received_copy *c = &list->rows[list->count++];

		c->document_id = stmt_int(s, "document_id");
		c->version_id = stmt_int(s, "version_id");
		c->number = stmt_int(s, "number");
		c->document = stmt_str(s, mem, "label");
		c->name = stmt_str(s, mem, "name");
		c->sha256 = stmt_str(s, mem, "sha256");
		c->to = stmt_str(s, mem, "recipient");
		c->call = stmt_str(s, mem, "call");
		c->project = stmt_str(s, mem, "project");
		c->application = stmt_str(s, mem, "application");
		c->platform = stmt_str(s, mem, "platform");
		c->slug = stmt_str(s, mem, "slug");
		c->received_at = stmt_int(s, "taken_at");
	}
	stmt_done(s);
}

void
consent_received_document(struct received_copies *list, struct db *db,
    struct mem *mem, int64_t document_id)
{
	read_copies(list, mem, db_query(db, Q_CONSENT_RECEIVED_DOCUMENT,
	    I(document, document_id), I(limit, LISTED)));
}

