/*
 * The vault of a person or an organisation: looking, depositing, removing.
 * It never erases what a dossier or a deposit names.
 */
#include "config.h"

#include "domain/vault.h"

#include <string.h>

#include "base/date.h"
#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/audit.h"
#include "domain/document.h"
#include "domain/nature.h"
#include "domain/storage.h"
#include "domain/right.h"

#define LABEL_MAX	120	/* characters */
#define VERSIONS	100	/* shown of one document */
#define OFFERS		20

/* --- whose, and who may ---------------------------------------------------- */

void
vault_owner_of_dossier(struct vault_owner *o, struct db *db, int64_t dossier_id)
{
	struct stmt *s = db_query(db, Q_VAULT_OWNER, I(dossier, dossier_id));

	*o = (struct vault_owner){ 0, 0 };
	if (!stmt_step(s))
		return;
	o->organisation_id = stmt_int(s, "owner_organisation_id");
	if (o->organisation_id == 0)
		o->person_id = stmt_int(s, "owner_person_id");
	stmt_done(s);
}

static bool
may(struct db *db, const struct person *who, const struct vault_owner *o,
    enum right right)
{
	struct object object;

	if (who == NULL)
		return false;
	if (o->organisation_id == 0)
		return o->person_id != 0 && o->person_id == who->id;
	if (object_organisation(db, o->organisation_id, &object) != RC_OK)
		return false;
	object.published = false;	/* its papers are for who belongs to it */
	return right_may(db, who, right, &object);
}

bool
vault_may_see(struct db *db, const struct person *who,
    const struct vault_owner *o)
{
	return may(db, who, o, RIGHT_ORGANISATION_READ);
}

bool
vault_may_manage(struct db *db, const struct person *who,
    const struct vault_owner *o)
{
	return may(db, who, o, RIGHT_ORGANISATION_MANAGE);
}

/* --- looking --------------------------------------------------------------- */

static void
read_row(struct vault_document *d, struct mem *mem, struct stmt *s)
{
	d->id = stmt_int(s, "id");
	d->version_id = stmt_int(s, "version_id");
	d->number = stmt_int(s, "number");
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
	d->scanned_at = stmt_int(s, "scanned_at");
	d->infected = !stmt_null(s, "infected");
	d->dossiers = stmt_int(s, "dossiers");
	d->removed_at = stmt_int(s, "removed_at");
}

static void
read_all(struct vault_documents *list, struct mem *mem, struct stmt *s,
    size_t max)
{
	*list = (struct vault_documents){ MEM_ARRAY(mem, max,
	    struct vault_document), 0 };
	while (list->count < max && stmt_step(s))
		read_row(&list->rows[list->count++], mem, s);
	stmt_done(s);
}

void
vault_list(struct vault_documents *list, struct db *db, struct mem *mem,
    const struct vault_owner *o, int64_t now)
{
	read_all(list, mem, db_query(db, Q_VAULT_LIST, ID(person, o->person_id),
	    ID(organisation, o->organisation_id), I(since, now - VAULT_UNDO),
	    I(limit, VAULT_DOCUMENTS)), VAULT_DOCUMENTS);
}

void
vault_offers(struct vault_documents *list, struct db *db, struct mem *mem,
    const struct vault_owner *o, const char *nature)
{
	read_all(list, mem, db_query(db, Q_VAULT_OFFERS,
	    ID(person, o->person_id), ID(organisation, o->organisation_id),
	    T(nature, nature), I(limit, OFFERS)), OFFERS);
}

static enum rc
read_one(struct vault_document *d, struct mem *mem, struct stmt *s)
{
	if (!stmt_step(s))
		return RC_NOT_FOUND;
	read_row(d, mem, s);
	stmt_done(s);
	return RC_OK;
}

enum rc
vault_load(struct vault_document *d, struct db *db, struct mem *mem,
    const struct vault_owner *o, int64_t id)
{
	return read_one(d, mem, db_query(db, Q_VAULT_DOCUMENT, I(id, id),
	    ID(person, o->person_id), ID(organisation, o->organisation_id)));
}

void
vault_versions(struct vault_documents *list, struct db *db, struct mem *mem,
    int64_t document_id)
{
	read_all(list, mem, db_query(db, Q_VAULT_VERSIONS,
	    I(document, document_id), I(limit, VERSIONS)), VERSIONS);
}

enum rc
vault_version(struct vault_document *d, struct db *db, struct mem *mem,
    const struct vault_owner *o, int64_t document_id, int64_t version_id)
{
	return read_one(d, mem, db_query(db, Q_VAULT_VERSION,
	    I(document, document_id), I(version, version_id),
	    ID(person, o->person_id), ID(organisation, o->organisation_id)));
}

enum vault_validity
vault_validity(const struct vault_document *d, int64_t now)
{
	int64_t until;

	if (d->expires_on == NULL || !date_parse_unix(&until, d->expires_on))
		return VAULT_FOR_EVER;
	if (now >= until + DATE_DAY)
		return VAULT_EXPIRED;
	return until - now < VAULT_SOON_DAYS * DATE_DAY ? VAULT_SOON
	    : VAULT_VALID;
}

/* --- checking a form ------------------------------------------------------- */

/* What is written of a document, once checked. */
struct wording {
	const struct nature	*nature;
	const char		*label, *issued_on, *expires_on;
};

static const char *
proposed_end(struct mem *mem, const struct nature *n, const char *issued_on)
{
	int64_t from;

	if (n->valid_months == 0 || issued_on == NULL ||
	    !date_parse_unix(&from, issued_on))
		return NULL;
	return date_iso(mem, date_add_months(from, (int)n->valid_months));
}

static enum rc
check(struct wording *w, struct db *db, struct mem *mem,
    const struct vault_form *form, int64_t now, struct problems *why)
{
	const char *key = form->nature == NULL ? "" : form->nature;
	struct natures known;

	nature_list(&known, db, mem);
	w->nature = nature_get(db, mem, key);
	if (!nature_is(&known, key))
		problem_add(why, "nature", "%s", _("Choisissez ce que c’est."));
	w->label = text_collapse_spaces(mem, form->label);
	if (*w->label == '\0')
		w->label = w->nature->label;
	if (text_length(w->label) > LABEL_MAX)
		problem_add(why, "libelle", _("Ce nom est trop long : %d "
		    "caractères au plus."), LABEL_MAX);
	w->issued_on = form->issued_on;
	w->expires_on = form->expires_on;
	if (w->issued_on != NULL && strcmp(w->issued_on, date_iso(mem,
	    now + DATE_DAY)) > 0)
		problem_add(why, "emis", "%s", _("Cette date est dans "
		    "l’avenir : vérifiez-la."));
	if (w->issued_on != NULL && w->expires_on != NULL &&
	    strcmp(w->expires_on, w->issued_on) < 0)
		problem_add(why, "expire", "%s", _("La fin de validité est "
		    "avant la date du document."));
	if (w->expires_on == NULL)
		w->expires_on = proposed_end(mem, w->nature, w->issued_on);
	return why->count > 0 ? RC_INVALID : RC_OK;
}

/* The type of the file, once judged; NULL: why. */
static const char *
judge(struct db *db, struct mem *mem, const struct received *r,
    const struct nature *n, struct problems *why)
{
	const char *type, *refusal;

	if (r == NULL) {
		problem_add(why, "fichier", "%s", _("Choisissez un fichier."));
		return NULL;
	}
	type = mem_strdup(mem, stored_file_type(r->fd));
	refusal = document_refusal_of(mem, document_extensions(mem, n->accept),
	    r, document_limit(r, n), type);
	if (refusal == NULL)
		refusal = document_infection(db, mem, r);
	if (refusal == NULL)
		return type;
	problem_add(why, "fichier", "%s", refusal);
	return NULL;
}

/* Judged right, but is there room? */
static enum rc
find_room(struct db *db, struct mem *mem, const struct vault_owner *o,
    const struct received *r, bool one_more, struct problems *why)
{
	const char *refusal = storage_refusal(db, mem, o, r, one_more);

	if (refusal == NULL)
		return RC_OK;
	problem_add(why, "fichier", "%s", refusal);
	return RC_CONFLICT;
}

static void
note(struct db *db, const char *event, int64_t id, const struct person *who,
    int64_t now)
{
	struct json_object *detail = json_object_new_object();

	json_put_int(detail, "document", id);
	audit_add(db, who->id, event, 0, detail, now);
	json_object_put(detail);
}

/* --- depositing ------------------------------------------------------------ */

static void
add_version(struct db *db, struct mem *mem, int64_t id,
    const struct wording *w, const struct received *r, const char *type,
    const struct person *who, int64_t now)
{
	db_run(db, Q_DOCUMENT_VERSION_ADD, I(document, id),
	    I(file, stored_file_row(db, r, type, now)),
	    T(name, document_name(mem, r->name, type)),
	    T(issued, w->issued_on), T(expires, w->expires_on),
	    I(person, who->id), I(now, now));
	vault_remind(db, mem, id, w->expires_on, now);
}

static int64_t
add(struct db *db, struct mem *mem, const struct vault_owner *o,
    const struct wording *w, const struct received *r, const char *type,
    const struct person *who, int64_t now)
{
	int64_t id;

	db_run(db, Q_VAULT_ADD, T(nature, w->nature->key), T(label, w->label),
	    ID(person, o->person_id), ID(organisation, o->organisation_id),
	    I(now, now));
	id = db_last_id(db);
	add_version(db, mem, id, w, r, type, who, now);
	return id;
}

static void
write_words(struct db *db, struct mem *mem, int64_t id,
    const struct wording *w, int64_t now)
{
	db_run(db, Q_VAULT_EDIT, I(id, id), T(nature, w->nature->key),
	    T(label, w->label));
	db_run(db, Q_VAULT_DATES, I(id, id), T(issued, w->issued_on),
	    T(expires, w->expires_on));
	vault_remind(db, mem, id, w->expires_on, now);
}

enum rc
vault_deposit(int64_t *id, struct db *db, struct mem *mem,
    const struct vault_owner *o, const struct vault_form *form,
    const struct received *r, const struct person *who, int64_t now,
    struct problems *why)
{
	struct wording w;
	const char *type;
	int64_t made;
	enum rc rc;

	check(&w, db, mem, form, now, why);
	type = judge(db, mem, r, w.nature, why);
	if (type == NULL || why->count > 0)
		return RC_INVALID;
	rc = find_room(db, mem, o, r, true, why);
	if (rc == RC_OK)
		rc = stored_file_keep(db, mem, r);
	if (rc != RC_OK || (rc = db_write_begin(db)) != RC_OK)
		return rc;
	made = db_int(db, 0, Q_DOCUMENT_KNOWN, ID(person, o->person_id),
	    ID(organisation, o->organisation_id), T(nature, w.nature->key),
	    T(sha256, r->sha256));
	if (made != 0)		/* a form sent twice, or what it says changes */
		write_words(db, mem, made, &w, now);
	else
		made = add(db, mem, o, &w, r, type, who, now);
	note(db, "document_deposit", made, who, now);
	rc = db_write_end(db, RC_OK);
	if (rc == RC_OK)
		*id = made;
	return rc;
}

enum rc
vault_renew(struct db *db, struct mem *mem, const struct vault_owner *o,
    int64_t id, const struct vault_form *form, const struct received *r,
    const struct person *who, int64_t now, struct problems *why)
{
	struct vault_form whole = *form;
	struct vault_document d;
	struct wording w;
	const char *type;
	enum rc rc = vault_load(&d, db, mem, o, id);

	if (rc != RC_OK || d.removed_at != 0)
		return RC_NOT_FOUND;
	whole.nature = d.nature;
	whole.label = d.label;
	check(&w, db, mem, &whole, now, why);
	type = judge(db, mem, r, w.nature, why);
	if (type == NULL || why->count > 0)
		return RC_INVALID;
	rc = find_room(db, mem, o, r, false, why);
	if (rc == RC_OK)
		rc = stored_file_keep(db, mem, r);
	if (rc != RC_OK || (rc = db_write_begin(db)) != RC_OK)
		return rc;
	add_version(db, mem, id, &w, r, type, who, now);
	note(db, "document_version", id, who, now);
	return db_write_end(db, RC_OK);
}

enum rc
vault_edit(struct db *db, struct mem *mem, const struct vault_owner *o,
    int64_t id, const struct vault_form *form, const struct person *who,
    int64_t now, struct problems *why)
{
	struct vault_document d;
	struct wording w;
	enum rc rc = vault_load(&d, db, mem, o, id);

	if (rc != RC_OK || d.removed_at != 0)
		return RC_NOT_FOUND;
	rc = check(&w, db, mem, form, now, why);
	if (rc != RC_OK || (rc = db_write_begin(db)) != RC_OK)
		return rc;
	write_words(db, mem, id, &w, now);
	note(db, "document_edit", id, who, now);
	return db_write_end(db, RC_OK);
}

/* --- removing -------------------------------------------------------------- */

static enum rc
move(struct db *db, enum query q, const char *event,
    const struct vault_owner *o, int64_t id, const struct person *who,
    int64_t now)
{
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	if (db_run(db, q, I(id, id), ID(person, o->person_id),
	    ID(organisation, o->organisation_id), I(now, now)) != 1)
		return db_write_end(db, RC_NOT_FOUND);
	note(db, event, id, who, now);
	return db_write_end(db, RC_OK);
}

enum rc
vault_remove(struct db *db, const struct vault_owner *o, int64_t id,
    const struct person *who, int64_t now)
{
	return move(db, Q_VAULT_REMOVE, "document_remove", o, id, who, now);
}

enum rc
vault_restore(struct db *db, const struct vault_owner *o, int64_t id,
    const struct person *who, int64_t now)
{
	return move(db, Q_VAULT_RESTORE, "document_restore", o, id, who, now);
}

void
vault_sweep(struct db *db, int64_t now)
{
	if (db_write_begin(db) != RC_OK)
		return;
	db_run(db, Q_VAULT_FORGET, I(before, now - VAULT_UNDO));
	db_run(db, Q_VAULT_DROP_VERSIONS, I(before, now - VAULT_UNDO));
	db_run(db, Q_VAULT_DROP, I(before, now - VAULT_UNDO));
	db_write_end(db, RC_OK);
}
