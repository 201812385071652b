/*
 * Dossiers offered, accepted, taken back.
 * It moves the owner and the documents: answers and deposits are not touched.
 */
#include "config.h"

#include "domain/transfer.h"

#include <inttypes.h>
#include <string.h>

#include "base/date.h"
#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/audit.h"
#include "domain/mail.h"
#include "domain/notice.h"
#include "domain/right.h"
#include "domain/siret.h"

#define LIST_MAX	50
#define HELD_MAX	100
#define A_DAY		20	/* offers of one person */
#define PAPERS_MAX	500	/* documents of a dossier */

/* --- looking -------------------------------------------------------------- */

static void
row(struct transfer *t, struct mem *mem, struct stmt *s)
{
	t->id = stmt_int(s, "id");
	t->dossier_id = stmt_int(s, "dossier_id");
	t->organisation_id = stmt_int(s, "organisation_id");
	t->asked_at = stmt_int(s, "asked_at");
	t->email = stmt_str(s, mem, "email");
	t->organisation = stmt_str(s, mem, "organisation");
	t->message = stmt_str(s, mem, "message");
	t->asked_by = stmt_str(s, mem, "asked_by");
	t->asked_by_id = stmt_int(s, "asked_by_id");
	t->title = stmt_str(s, mem, "title");
	t->slug = stmt_str(s, mem, "slug");
	t->platform = stmt_str(s, mem, "platform");
}

static enum rc
one(struct transfer **out, struct mem *mem, struct stmt *s)
{
	if (!stmt_step(s))
		return RC_NOT_FOUND;
	*out = MEM_NEW(mem, struct transfer);
	row(*out, mem, s);
	stmt_done(s);
	return RC_OK;
}

enum rc
transfer_open(struct transfer **t, struct db *db, struct mem *mem,
    int64_t dossier_id)
{
	return one(t, mem, db_query(db, Q_TRANSFER_OPEN,
	    I(dossier, dossier_id)));
}

size_t
transfer_of_person(struct transfer **out, struct db *db, struct mem *mem,
    const struct person *p)
{
	struct transfer *list = MEM_ARRAY(mem, LIST_MAX, struct transfer);
	struct stmt *s;
	size_t n = 0;

	*out = list;
	if (p->confirmed_at == 0)
		return 0;
	s = db_query(db, Q_TRANSFER_OF_PERSON, T(email, p->email),
	    I(person, p->id), I(limit, LIST_MAX));
	while (n < LIST_MAX && stmt_step(s))
		row(&list[n++], mem, s);
	stmt_done(s);
	return n;
}

/* Whoever offered it must still be able to when it is taken. */
static bool
still_given(struct db *db, struct mem *mem, const struct transfer *t,
    int64_t now)
{
	struct person *by;
	struct object o;

	return person_load(&by, db, mem, t->asked_by_id, now) == RC_OK &&
	    object_dossier(db, t->dossier_id, &o) == RC_OK &&
	    right_may(db, by, RIGHT_DOSSIER_MANAGE, &o);
}

enum rc
transfer_load(struct transfer **t, struct db *db, struct mem *mem,
    int64_t id, const struct person *p)
{
	struct transfer *found;
	enum rc rc;

	if (p->confirmed_at == 0)
		return RC_NOT_FOUND;
	rc = one(&found, mem, db_query(db, Q_TRANSFER_FOR, I(id, id),
	    T(email, p->email), I(person, p->id)));
	if (rc == RC_OK && !still_given(db, mem, found, p->at))
		rc = RC_NOT_FOUND;
	if (rc == RC_OK)
		*t = found;
	return rc;
}

/* --- offering ------------------------------------------------------------- */

static void
audit(struct db *db, const char *event, int64_t dossier_id,
    const struct person *by, int64_t now)
{
	struct json_object *detail = json_object_new_object();

	json_put_int(detail, "dossier", dossier_id);
	audit_add(db, by->id, event, 0, detail, now);
	json_object_put(detail);
}

/* Whom that is: an address, or a body known by its number. */
static void
read_receiver(struct transfer *t, struct db *db, struct mem *mem,
    const char *to, struct problems *why)
{
	const char *siret = NULL, *rna = NULL;

	if (to == NULL || text_blank(to)) {
		problem_add(why, "a", "%s", _("Dites à qui : une adresse "
		    "électronique, ou le numéro d’une structure."));
		return;
	}
	if (strchr(to, '@') != NULL) {
		t->email = person_email(mem, to);
		if (t->email == NULL)
			problem_add(why, "a", "%s", _("Cette adresse n’est pas "
			    "complète. Exemple : prenom.nom@exemple.fr"));
		return;
	}
	if (siret_parse(&siret, mem, to) == RC_OK ||
	    rna_parse(&rna, mem, to) == RC_OK)
		t->organisation_id = db_int(db, 0, Q_TRANSFER_BODY,
		    T(siret, siret), T(rna, rna));
	if (t->organisation_id == 0)
		problem_add(why, "a", "%s", _("Aucune structure inscrite ici "
		    "n’a ce numéro. Donnez plutôt l’adresse électronique de "
		    "la personne."));
}

static void
tell(struct db *db, struct mem *mem, const struct transfer *t,
    const char *to, const char *name, const char *lang,
    const struct person *by, const char *url, int64_t now)
{
	const char *before = lang_get();
	struct mail mail = { .to = to, .to_name = name,
	    .reply_to = by->email };

	lang_set(lang);
	mail.subject = mem_printf(mem, _("%s vous transmet le projet « %s »"),
	    by->name, t->title);
	mail.body = mem_printf(mem, _("Bonjour,\n\n"
	    "%s vous propose de devenir responsable du projet « %s » : ses "
	    "réponses, ses pièces et ses candidatures seraient à vous.\n\n"
	    "%s%s"
	    "Rien ne change tant que vous n’avez pas accepté :\n\n%s\n"),
	    by->name, t->title, t->message, *t->message == '\0' ? "" : "\n\n",
	    url);
	mail.key = mem_printf(mem, "transfer/%" PRId64 "/%s", t->id, to);
	mail_add(db, &mail, now);
	lang_set(before);
}

static void
tell_all(struct db *db, struct mem *mem, const struct transfer *t,
    const struct person *by, const char *url, int64_t now)
{
	struct stmt *s;

	if (t->email != NULL) {
		tell(db, mem, t, t->email, NULL, by->lang, by, url, now);
		return;
	}
	s = db_query(db, Q_TRANSFER_ADMINISTRATORS,
	    I(organisation, t->organisation_id));
	while (stmt_step(s))
		tell(db, mem, t, stmt_str(s, mem, "email"),
		    stmt_str(s, mem, "name"), stmt_str(s, mem, "lang"), by,
		    url, now);
	stmt_done(s);
}

enum rc
transfer_ask(struct db *db, struct mem *mem, int64_t dossier_id,
    const char *to, const char *message, const struct person *by,
    const char *url, int64_t now, struct problems *why)
{
	struct transfer t = { .dossier_id = dossier_id }, *open;
	enum rc rc;

	read_receiver(&t, db, mem, to, why);
	if (message != NULL && text_length(message) > TRANSFER_MESSAGE_MAX)
		problem_add(why, "message", _("Raccourcissez ce message : %d "
		    "caractères au plus."), TRANSFER_MESSAGE_MAX);
	if (why->count > 0)
		return RC_INVALID;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	if (transfer_open(&open, db, mem, dossier_id) == RC_OK)
		return db_write_end(db, RC_CONFLICT);
	/* Each writes to an address that the person chose. */
	if (audit_count(db, by->id, "transfer_ask", now - DATE_DAY) >= A_DAY)
		return db_write_end(db, RC_BUSY);
	db_run(db, Q_TRANSFER_ADD, I(dossier, dossier_id), T(email, t.email),
	    ID(organisation, t.organisation_id),
	    T(message, message == NULL ? "" : message), I(by, by->id),
	    I(now, now));
	rc = transfer_open(&open, db, mem, dossier_id);
	if (rc == RC_OK)
		tell_all(db, mem, open, by, mem_printf(mem, "%s%" PRId64, url,
		    open->id), now);
	audit(db, "transfer_ask", dossier_id, by, now);
	return db_write_end(db, rc);
}

enum rc
transfer_cancel(struct db *db, int64_t dossier_id, const struct person *by,
    int64_t now)
{
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	if (db_run(db, Q_TRANSFER_CANCEL, I(dossier, dossier_id),
	    I(by, by->id), I(now, now)) == 0)
		rc = RC_NOT_FOUND;
	else
		audit(db, "transfer_cancel", dossier_id, by, now);
	return db_write_end(db, rc);
}

/* --- answering ------------------------------------------------------------ */

/* The services that examine it know whom they write to. */
static void
tell_services(struct db *db, struct mem *mem, const struct transfer *t,
    const struct person *who, int64_t now)
{
	const struct act act = { .who = who, .now = now };
	struct stmt *s = db_query(db, Q_TRANSFER_LIVE,
	    I(dossier, t->dossier_id));
	int64_t ids[LIST_MAX];
	size_t n = 0, i;

	while (n < LIST_MAX && stmt_step(s))
		ids[n++] = stmt_int(s, "id");
	stmt_done(s);
	for (i = 0; i < n; i++) {
		struct notice notice = {
			.key = mem_printf(mem, "transferred/%" PRId64 "/%"
			    PRId64, t->id, ids[i]),
			.subject = N_("Nouveau porteur : %s"),
			.opening = N_("Le projet « %s » a changé de "
			    "responsable. La candidature et ses échanges "
			    "restent les mêmes."),
		};

		notice_service(db, mem, ids[i], &notice, &act);
	}
}

/*
 * The documents follow the dossier. What lies in the vault of who gave it stays
 * there, whole; the dossier has a copy of what it showed, so that the giver
 * changes nothing here any more, nor the receiver there.
 */
static void
move_documents(struct db *db, struct mem *mem, int64_t dossier_id, int64_t now)
{
	int64_t *ids = MEM_ARRAY(mem, PAPERS_MAX, int64_t);
	struct stmt *s = db_query(db, Q_TRANSFER_DOCUMENTS,
	    I(dossier, dossier_id), I(limit, PAPERS_MAX));
	int64_t copy;
	size_t n = 0, i;

	while (n < PAPERS_MAX && stmt_step(s))
		ids[n++] = stmt_int(s, "document_id");
	stmt_done(s);
	for (i = 0; i < n; i++) {
		if (db_run(db, Q_TRANSFER_OWN_DOCUMENT, I(document, ids[i]),
		    I(dossier, dossier_id)) == 1)
			continue;
		db_run(db, Q_TRANSFER_COPY_DOCUMENT, I(document, ids[i]),
		    I(dossier, dossier_id), I(now, now));
		copy = db_last_id(db);
		db_run(db, Q_TRANSFER_COPY_VERSION, I(document, ids[i]),
		    I(copy, copy));
		db_run(db, Q_TRANSFER_JOIN_COPY, I(document, ids[i]),
		    I(copy, copy), I(dossier, dossier_id));
	}
}

static void
move(struct db *db, struct mem *mem, const struct transfer *t,
    const struct person *who, int64_t now)
{
	/* Whoever gave it may still read it; its new owner decides. */
	db_run(db, Q_TRANSFER_KEEP_READER, I(id, t->id), I(now, now));
	db_run(db, Q_TRANSFER_OWN, I(dossier, t->dossier_id),
	    t->organisation_id != 0 ? NIL(person) : I(person, who->id),
	    ID(organisation, t->organisation_id));
	db_run(db, Q_TRANSFER_OWN_ELEMENT, I(dossier, t->dossier_id),
	    t->organisation_id != 0 ? NIL(person) : I(person, who->id),
	    ID(organisation, t->organisation_id),
	    T(holder, t->organisation != NULL ? t->organisation : ""));
	db_run(db, Q_TRANSFER_FORGET_MEMBER, I(dossier, t->dossier_id),
	    I(person, who->id));
	move_documents(db, mem, t->dossier_id, now);
	tell_services(db, mem, t, who, now);
}

enum rc
transfer_answer(struct db *db, struct mem *mem, int64_t id,
    const struct person *who, bool accept, int64_t now)
{
	struct transfer *t;
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	rc = transfer_load(&t, db, mem, id, who);
	if (rc != RC_OK)
		return db_write_end(db, rc);
	db_run(db, Q_TRANSFER_ANSWER, I(id, id), I(person, who->id),
	    T(answer, accept ? "accepted" : "refused"), I(now, now));
	if (accept)
		move(db, mem, t, who, now);
	audit(db, accept ? "transfer_accept" : "transfer_refuse",
	    t->dossier_id, who, now);
	return db_write_commit(db);
}

/* --- taking back ---------------------------------------------------------- */

size_t
held_by_organisation(struct held **out, struct db *db, struct mem *mem,
    int64_t organisation_id)
{
	struct held *list = MEM_ARRAY(mem, HELD_MAX, struct held), *h;
	struct stmt *s = db_query(db, Q_TRANSFER_HELD,
	    I(organisation, organisation_id), I(limit, HELD_MAX));
	size_t n = 0;

	while (n < HELD_MAX && stmt_step(s)) {
		h = &list[n++];
		h->dossier_id = stmt_int(s, "id");
		h->title = stmt_str(s, mem, "title");
		h->slug = stmt_str(s, mem, "slug");
		h->platform = stmt_str(s, mem, "platform");
		h->holder = stmt_str(s, mem, "holder");
		h->left = stmt_bool(s, "has_left");
	}
	stmt_done(s);
	*out = list;
	return n;
}

enum rc
transfer_recover(struct db *db, int64_t dossier_id, int64_t organisation_id,
    const struct person *by, int64_t now)
{
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	db_run(db, Q_TRANSFER_FORGET_HOLDER, I(dossier, dossier_id),
	    I(organisation, organisation_id));
	if (db_run(db, Q_TRANSFER_RECOVER, I(dossier, dossier_id),
	    I(organisation, organisation_id)) == 0)
		return db_write_end(db, RC_NOT_FOUND);
	db_run(db, Q_TRANSFER_RECOVER_ELEMENT, I(dossier, dossier_id));
	audit(db, "transfer_recover", dossier_id, by, now);
	return db_write_commit(db);
}
