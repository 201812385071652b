/*
 * Documents joined to questions: checked by content, versioned, never lost once
 * presented.
 */
#include "config.h"

#include "domain/document.h"

#include <inttypes.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/answer.h"

#define LISTED	500

/* Extensions, and what libmagic says of such files. */
static const struct {
	const char	*extension, *type, *label;
} types[] = {
	{ "pdf", "application/pdf", N_("PDF") },
	{ "png", "image/png", N_("image PNG") },
	{ "jpg", "image/jpeg", N_("image JPEG") },
	{ "jpeg", "image/jpeg", N_("image JPEG") },
	{ "odt", "application/vnd.oasis.opendocument.text", N_("texte ODT") },
	{ "ods", "application/vnd.oasis.opendocument.spreadsheet",
	    N_("tableur ODS") },
	{ "odp", "application/vnd.oasis.opendocument.presentation",
	    N_("présentation ODP") },
	{ "docx", "application/vnd.openxmlformats-officedocument."
	    "wordprocessingml.document", N_("texte Word") },
	{ "xlsx", "application/vnd.openxmlformats-officedocument."
	    "spreadsheetml.sheet", N_("tableur Excel") },
	{ "csv", "text/csv", N_("tableau CSV") },
	{ "csv", "text/plain", N_("texte") },
	{ "txt", "text/plain", N_("texte") },
};
#define TYPE_COUNT	(sizeof(types) / sizeof(types[0]))

const char *
document_type_label(const char *type)
{
	size_t i;

	for (i = 0; i < TYPE_COUNT; i++)
		if (strcmp(types[i].type, type) == 0)
			return _(types[i].label);
	return _("fichier");
}

const char *
document_size_label(struct mem *mem, int64_t n)
{
	const char *mark = strcmp(lang_get(), "en") == 0 ? "." : ",";

	if (n < 1000)
		return mem_printf(mem, _("%d octets"), (int)n);
	if (n < 1000000)
		return mem_printf(mem, _("%d ko"), (int)((n + 500) / 1000));
	n = (n + 50000) / 100000;
	return mem_printf(mem, _("%d%s%d Mo"), (int)(n / 10), mark,
	    (int)(n % 10));
}

const char *
document_accept(struct mem *mem, const struct form_field *f)
{
	const char *text = "";
	size_t i;

	for (i = 0; f->accept != NULL && f->accept[i] != NULL; i++)
		text = mem_printf(mem, "%s%s.%s", text, i == 0 ? "" : ",",
		    f->accept[i]);
	return text;
}

/* --- checking ------------------------------------------------------------- */

static bool
is_accepted(const struct form_field *f, const char *type)
{
	size_t i, j;

	if (f->accept == NULL || f->accept[0] == NULL) {
		for (j = 0; j < TYPE_COUNT; j++)
			if (strcmp(types[j].type, type) == 0)
				return true;
		return false;
	}
	for (i = 0; f->accept[i] != NULL; i++)
		for (j = 0; j < TYPE_COUNT; j++)
			if (strcmp(types[j].extension, f->accept[i]) == 0 &&
			    strcmp(types[j].type, type) == 0)
				return true;
	return false;
}

const char *
document_accept_label(struct mem *mem, const struct form_field *f)
{
	const char *text = "";
	char *p, *upper;
	size_t i;

	for (i = 0; f->accept != NULL && f->accept[i] != NULL; i++)
		text = mem_printf(mem, "%s%s%s", text, i == 0 ? "" : ", ",
		    f->accept[i]);
	if (*text == '\0')
		text = "pdf, png, jpg, odt, ods, docx, xlsx, csv";
	upper = mem_strdup(mem, text);
	for (p = upper; *p != '\0'; p++)
		if (*p >= 'a' && *p <= 'z')
			*p = (char)(*p - 'a' + 'A');
	return upper;
}

const char *
document_refusal(struct mem *mem, const struct form_field *f,
    const struct received *r, const char *type)
{
	if (r->size_bytes == 0)
		return mem_printf(mem, _("« %s » est vide. Choisissez un autre "
		    "fichier."), r->name);
	if (r->size_bytes > DOCUMENT_MAX)
		return mem_printf(mem, _("« %s » est trop lourd (%s) : 20 Mo "
		    "au plus."), r->name,
		    document_size_label(mem, r->size_bytes));
	if (!is_accepted(f, type))
		return mem_printf(mem, _("« %s » est en réalité un autre type "
		    "de fichier (%s). Types acceptés : %s."), r->name, type,
		    document_accept_label(mem, f));
	return NULL;
}

/* --- joining -------------------------------------------------------------- */

static const char *
expiry(struct mem *mem, const struct form_field *f, int64_t now)
{
	if (f->valid_months == 0)
		return NULL;
	return date_iso(mem, date_add_months(now, (int)f->valid_months));
}

/* The document that gets the new version, made when there is none. */
static enum rc
target(int64_t *id, struct db *db, struct mem *mem, int64_t dossier_id,
    const struct form_field *f, int64_t replaces_id, int64_t now)
{
	if (replaces_id != 0) {
		*id = replaces_id;
		return db_int(db, 0, Q_DOCUMENT_JOINED, I(dossier, dossier_id),
		    T(key, f->key), I(document, replaces_id)) != 0
		    ? RC_OK : RC_NOT_FOUND;
	}
	if (f->has_max && db_int(db, 0, Q_DOCUMENT_COUNT,
	    I(dossier, dossier_id), T(key, f->key)) >= f->max)
		return RC_INVALID;
	if (db_run(db, Q_DOCUMENT_ADD, I(dossier, dossier_id),
	    T(nature, f->nature), T(label, f->label),
	    T(expires, expiry(mem, f, now)), I(now, now)) != 1)
		return RC_NOT_FOUND;
	*id = db_last_id(db);
	db_run(db, Q_DOCUMENT_JOIN, I(dossier, dossier_id), T(key, f->key),
	    I(document, *id), I(now, now));
	return RC_OK;
}

/* The dossier has changed: its revision grows, its progress is counted. */
static enum rc
touch(struct db *db, struct mem *mem, int64_t dossier_id, int64_t now)
{
	const struct form *form;
	struct stmt *s;
	int64_t platform_id = 0, revision_id = 0;

	db_run(db, Q_ANSWER_DOSSIER_SAVED, I(dossier, dossier_id), I(now, now));
	s = db_query(db, Q_DOCUMENT_DOSSIER, I(dossier, dossier_id));
	if (stmt_step(s)) {
		platform_id = stmt_int(s, "platform_id");
		revision_id = stmt_int(s, "form_revision_id");
	}
	stmt_done(s);
	if (form_get(&form, db, revision_id) != RC_OK)
		return RC_OK;		/* an imported project has no form */
	return answers_count(db, mem, form, platform_id, dossier_id);
}

static enum rc
attach(struct db *db, struct mem *mem, int64_t dossier_id,
    const struct form_field *f, const struct received *r, const char *type,
    int64_t replaces_id, const struct person *who, int64_t now)
{
	int64_t id = 0, file;
	enum rc rc;

	if (db_int(db, 0, Q_DOCUMENT_DOSSIER_LIVE, I(dossier, dossier_id)) == 0)
		return RC_CONFLICT;
	rc = target(&id, db, mem, dossier_id, f, replaces_id, now);
	if (rc != RC_OK)
		return rc;
	file = stored_file_row(db, r, type, now);
	db_run(db, Q_DOCUMENT_VERSION_ADD, I(document, id), I(file, file),
	    T(name, r->name), ID(person, who == NULL ? 0 : who->id),
	    I(now, now));
	db_run(db, Q_DOCUMENT_RENEW, I(id, id), T(expires, expiry(mem, f, now)));
	return touch(db, mem, dossier_id, now);
}

enum rc
document_attach(struct db *db, struct mem *mem, int64_t dossier_id,
    const struct form_field *f, const struct received *r, int64_t replaces_id,
    const struct person *who, int64_t now, struct problems *why)
{
	const char *type = mem_strdup(mem, stored_file_type(r->fd)), *refusal;
	enum rc rc;

	refusal = document_refusal(mem, f, r, type);
	if (refusal != NULL) {
		problem_add(why, f->key, "%s", refusal);
		return RC_INVALID;
	}
	rc = stored_file_keep(db, mem, r);
	if (rc != RC_OK)
		return rc;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	rc = db_write_end(db, attach(db, mem, dossier_id, f, r, type,
	    replaces_id, who, now));
	if (rc == RC_INVALID)
		problem_add(why, f->key, ngettext("Il y a déjà %ld document : "
		    "retirez-le ou remplacez-le.", "Il y a déjà %ld "
		    "documents : retirez-en un, ou remplacez-le.",
		    (unsigned long)f->max), (long)f->max);
	return rc;
}

enum rc
document_remove(struct db *db, struct mem *mem, int64_t dossier_id,
    const char *key, int64_t document_id, int64_t now)
{
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	if (db_run(db, Q_DOCUMENT_LEAVE, I(dossier, dossier_id), T(key, key),
	    I(document, document_id)) != 1)
		return db_write_end(db, RC_NOT_FOUND);
	/* Nothing else names it: its bytes go with the next sweep. */
	db_run(db, Q_DOCUMENT_DROP_VERSIONS, I(document, document_id));
	db_run(db, Q_DOCUMENT_DROP, I(document, document_id));
	return db_write_end(db, touch(db, mem, dossier_id, now));
}

/* --- looking -------------------------------------------------------------- */

static void
read_row(struct document *d, struct mem *mem, struct stmt *s)
{
	d->id = stmt_int(s, "id");
	d->version_id = stmt_int(s, "version_id");
	d->number = stmt_int(s, "number");
	d->key = stmt_str(s, mem, "key");
	d->nature = stmt_str(s, mem, "nature");
	d->label = stmt_str(s, mem, "label");
	d->issued_on = stmt_str(s, mem, "issued_on");
	d->expires_on = stmt_str(s, mem, "expires_on");
	d->name = stmt_str(s, mem, "name");
	d->sha256 = stmt_str(s, mem, "sha256");
	d->type = stmt_str(s, mem, "type");
	d->size_bytes = stmt_int(s, "size_bytes");
	d->sent_at = stmt_int(s, "sent_at");
	d->sent_by = stmt_str(s, mem, "sent_by");
	d->scanned = !stmt_null(s, "scanned_at");
	d->infected = !stmt_null(s, "infected");
	d->presented = stmt_bool(s, "presented");
}

void
document_list(struct documents *list, struct db *db, struct mem *mem,
    int64_t dossier_id)
{
	struct stmt *s = db_query(db, Q_DOCUMENT_LIST, I(dossier, dossier_id),
	    I(limit, LISTED));

	*list = (struct documents){ MEM_ARRAY(mem, LISTED, struct document), 0 };
	while (list->count < LISTED && stmt_step(s))
		read_row(&list->rows[list->count++], mem, s);
	stmt_done(s);
}

enum rc
document_version_load(struct document *d, struct db *db, struct mem *mem,
    int64_t dossier_id, int64_t version_id)
{
	struct stmt *s = db_query(db, Q_DOCUMENT_VERSION,
	    I(dossier, dossier_id), I(version, version_id));

	if (!stmt_step(s))
		return RC_NOT_FOUND;
	*d = (struct document){ 0 };
	read_row(d, mem, s);
	stmt_done(s);
	return RC_OK;
}
