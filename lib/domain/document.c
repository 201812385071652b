/*
 * Documents joined to questions: versioned, reused, never lost once presented.
 * What a file is, and whether it may come, is document_file.c's.
 */
#include "config.h"

#include "domain/document.h"

#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/answer.h"
#include "domain/nature.h"
#include "domain/storage.h"
#include "domain/vault.h"

#define LISTED	500

/* --- joining -------------------------------------------------------------- */

static const char *
expiry(struct mem *mem, const struct form_field *f, int64_t now)
{
	if (f->valid_months == 0)
		return NULL;
	return date_iso(mem, date_add_months(now, (int)f->valid_months));
}

/* Who attaches what, to where. */
struct attachment {
	struct db			*db;
	struct mem			*mem;
	int64_t				 dossier_id;
	const struct form_field		*field;
	const struct received		*file;
	const struct nature		*nature;
	struct vault_owner		 owner;
	bool				 keeps;	/* goes into the vault */
	const struct person		*who;
	int64_t				 now;
};

/* May the document itself get a new version? One that other dossiers use, or
 * that lies in a vault this person does not manage, is left as it is. */
static bool
may_renew(const struct attachment *a, int64_t id)
{
	if (db_int(a->db, 0, Q_DOCUMENT_ELSEWHERE, I(document, id),
	    I(dossier, a->dossier_id)) != 0)
		return false;
	switch (db_int(a->db, 2, Q_DOCUMENT_KEPT, I(document, id),
	    ID(person, a->owner.person_id),
	    ID(organisation, a->owner.organisation_id))) {
	case 0:		/* in no vault */
		return true;
	case 1:		/* in the vault of the dossier's holder */
		return vault_may_manage(a->db, a->who, &a->owner);
	default:	/* in somebody else's */
		return false;
	}
}

/* The same bytes, deposited before by the same owner as the same nature. */
static int64_t
known(const struct attachment *a)
{
	if (!a->keeps)
		return 0;
	return db_int(a->db, 0, Q_DOCUMENT_KNOWN,
	    ID(person, a->owner.person_id),
	    ID(organisation, a->owner.organisation_id),
	    T(nature, a->field->nature), T(sha256, a->file->sha256));
}

static enum rc
join(struct db *db, int64_t dossier_id, const struct form_field *f, int64_t id,
    int64_t now)
{
	if (f->has_max && db_int(db, 0, Q_DOCUMENT_COUNT,
	    I(dossier, dossier_id), T(key, f->key)) >= f->max)
		return RC_INVALID;
	db_run(db, Q_DOCUMENT_JOIN, I(dossier, dossier_id), T(key, f->key),
	    I(document, id), I(now, now));
	return RC_OK;
}

/* Nothing names it any more, and no vault keeps it: its bytes go with the
 * next sweep. */
static void
drop(struct db *db, int64_t id)
{
	db_run(db, Q_DOCUMENT_DROP_VERSIONS, I(document, id));
	db_run(db, Q_DOCUMENT_DROP, I(document, id));
}

static void
leave(struct db *db, int64_t dossier_id, const char *key, int64_t id)
{
	db_run(db, Q_DOCUMENT_LEAVE, I(dossier, dossier_id), T(key, key),
	    I(document, id));
	drop(db, id);
}

static void
add_version(const struct attachment *a, int64_t id, const char *type)
{
	const char *until = expiry(a->mem, a->field, a->now);

	db_run(a->db, Q_DOCUMENT_VERSION_ADD, I(document, id),
	    I(file, stored_file_row(a->db, a->file, type, a->now)),
	    T(name, document_name(a->mem, a->file->name, type)), NIL(issued),
	    T(expires, until), ID(person, a->who == NULL ? 0 : a->who->id),
	    I(now, a->now));
	vault_remind(a->db, a->mem, id, until, a->now);
}

static enum rc
add(const struct attachment *a, const char *type)
{
	int64_t id = known(a);
	enum rc rc;

	if (id != 0)
		return db_int(a->db, 0, Q_DOCUMENT_JOINED,
		    I(dossier, a->dossier_id), T(key, a->field->key),
		    I(document, id)) != 0 ? RC_OK :
		    join(a->db, a->dossier_id, a->field, id, a->now);
	if (db_run(a->db, Q_DOCUMENT_ADD, I(dossier, a->dossier_id),
	    T(nature, a->field->nature), T(label, a->field->label),
	    ID(kept, a->keeps ? a->now : 0), I(now, a->now)) != 1)
		return RC_NOT_FOUND;
	id = db_last_id(a->db);
	rc = join(a->db, a->dossier_id, a->field, id, a->now);
	if (rc == RC_OK)
		add_version(a, id, type);
	return rc;
}

static enum rc
replace(const struct attachment *a, int64_t id, const char *type)
{
	if (db_int(a->db, 0, Q_DOCUMENT_JOINED, I(dossier, a->dossier_id),
	    T(key, a->field->key), I(document, id)) == 0)
		return RC_NOT_FOUND;
	if (may_renew(a, id)) {
		add_version(a, id, type);
		return RC_OK;
	}
	leave(a->db, a->dossier_id, a->field->key, id);
	return add(a, type);
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
attach(struct attachment *a, const char *type, int64_t replaces_id)
{
	enum rc rc;

	if (db_int(a->db, 0, Q_DOCUMENT_DOSSIER_LIVE,
	    I(dossier, a->dossier_id)) == 0)
		return RC_CONFLICT;
	rc = replaces_id != 0 ? replace(a, replaces_id, type) : add(a, type);
	return rc == RC_OK ? touch(a->db, a->mem, a->dossier_id, a->now) : rc;
}

static void
say_full(struct problems *why, const struct form_field *f)
{
	problem_add(why, f->key, ngettext("Il y a déjà %ld document : "
	    "retirez-le ou remplacez-le.", "Il y a déjà %ld documents : "
	    "retirez-en un, ou remplacez-le.", (unsigned long)f->max),
	    (long)f->max);
}

enum rc
document_attach(struct db *db, struct mem *mem, int64_t dossier_id,
    const struct form_field *f, const struct received *r, int64_t replaces_id,
    const struct person *who, int64_t now, struct problems *why)
{
	struct attachment a = { .db = db, .mem = mem,
	    .dossier_id = dossier_id, .field = f, .file = r,
	    .nature = nature_get(db, mem, f->nature), .who = who, .now = now };
	const char *type = mem_strdup(mem, stored_file_type(r->fd)), *refusal;
	enum rc rc;

	refusal = document_refusal_of(mem, f->accept, r,
	    document_limit(r, a.nature), type);
	if (refusal == NULL)
		refusal = document_infection(db, mem, r);
	if (refusal != NULL) {
		problem_add(why, f->key, "%s", refusal);
		return RC_INVALID;
	}
	vault_owner_of_dossier(&a.owner, db, dossier_id);
	a.keeps = a.nature->reused && vault_may_manage(db, who, &a.owner);
	refusal = storage_refusal(db, mem, &a.owner, r, a.keeps);
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
	rc = db_write_end(db, attach(&a, type, replaces_id));
	if (rc == RC_INVALID)
		say_full(why, f);
	return rc;
}

/* --- out of the vault ----------------------------------------------------- */

static enum rc
reuse(struct db *db, struct mem *mem, int64_t dossier_id,
    const struct form_field *f, int64_t document_id, int64_t now)
{
	enum rc rc;

	if (db_int(db, 0, Q_DOCUMENT_DOSSIER_LIVE, I(dossier, dossier_id)) == 0)
		return RC_CONFLICT;
	if (db_int(db, 0, Q_DOCUMENT_JOINED, I(dossier, dossier_id),
	    T(key, f->key), I(document, document_id)) != 0)
		return RC_OK;
	/* Only one may be: it takes the place of the other. */
	if (f->has_max && f->max == 1)
		leave(db, dossier_id, f->key, db_int(db, 0,
		    Q_DOCUMENT_FIRST, I(dossier, dossier_id), T(key, f->key)));
	rc = join(db, dossier_id, f, document_id, now);
	return rc == RC_OK ? touch(db, mem, dossier_id, now) : rc;
}

enum rc
document_reuse(struct db *db, struct mem *mem, int64_t dossier_id,
    const struct form_field *f, int64_t document_id, const struct person *who,
    int64_t now, struct problems *why)
{
	struct vault_document d;
	struct vault_owner owner;
	enum rc rc;

	vault_owner_of_dossier(&owner, db, dossier_id);
	if (!vault_may_see(db, who, &owner) || vault_load(&d, db, mem, &owner,
	    document_id) != RC_OK || d.removed_at != 0 ||
	    strcmp(d.nature, f->nature) != 0)
		return RC_NOT_FOUND;
	if (vault_validity(&d, now) == VAULT_EXPIRED) {
		problem_add(why, f->key, _("« %s » n’est plus valable depuis le "
		    "%s : déposez-en une nouvelle version."), d.label,
		    date_long_iso(mem, d.expires_on, lang_get()));
		return RC_INVALID;
	}
	if (d.infected || !document_is_accepted(f->accept, d.type)) {
		problem_add(why, f->key, d.infected ? _("Un virus a été trouvé "
		    "dans « %s » : il ne se reprend pas.") : _("« %s » n’est pas "
		    "d’un type que cette question accepte."), d.name);
		return RC_INVALID;
	}
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	rc = db_write_end(db, reuse(db, mem, dossier_id, f, document_id, now));
	if (rc == RC_INVALID)
		say_full(why, f);
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
	drop(db, document_id);
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
	d->kept = stmt_bool(s, "kept");
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
