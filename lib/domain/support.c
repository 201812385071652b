/*
 * Offers of support, their answers, and the right to read that follows
 * (Q_RIGHT_SHARED in right.c). Nothing is shared that its holder did not grant.
 */
#include "config.h"

#include "domain/support.h"

#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/audit.h"
#include "domain/need.h"
#include "domain/notice.h"

#define SHARE_MOST	(730 * DATE_DAY)

static size_t
read_rows(struct offer **out, struct mem *mem, struct stmt *s)
{
	struct offer *rows = MEM_ARRAY(mem, OFFERS_LISTED, struct offer);
	size_t n = 0;

	while (stmt_step(s) && n < OFFERS_LISTED)
		rows[n++] = (struct offer){
		    .id = stmt_int(s, "id"),
		    .element_id = stmt_int(s, "element_id"),
		    .listening_id = stmt_int(s, "listening_id"),
		    .organisation_id = stmt_int(s, "organisation_id"),
		    .by = stmt_str(s, mem, "by_name"),
		    .person = stmt_str(s, mem, "person"),
		    .kind = stmt_str(s, mem, "kind"),
		    .amount_cents = stmt_int(s, "amount_cents"),
		    .message = stmt_str(s, mem, "message"),
		    .offered_at = stmt_int(s, "offered_at"),
		    .answer = stmt_str(s, mem, "answer"),
		    .answer_text = stmt_str(s, mem, "answer_text"),
		    .answered_at = stmt_int(s, "answered_at"),
		    .share_ends_at = stmt_int(s, "share_ends_at"),
		    .share_documents = stmt_bool(s, "share_documents"),
		    .offered_by = stmt_int(s, "offered_by"),
		    .title = stmt_str(s, mem, "title"),
		    .slug = stmt_str(s, mem, "slug") };
	stmt_done(s);
	*out = rows;
	return n;
}

size_t
support_of_element(struct offer **out, struct db *db, struct mem *mem,
    int64_t element_id)
{
	return read_rows(out, mem, db_query(db, Q_SUPPORT_OF_ELEMENT,
	    I(element, element_id), I(limit, OFFERS_LISTED)));
}

size_t
support_of_listening(struct offer **out, struct db *db, struct mem *mem,
    int64_t listening_id, int64_t element_id)
{
	return read_rows(out, mem, db_query(db, Q_SUPPORT_OF_LISTENING,
	    I(listening, listening_id), I(element, element_id),
	    I(limit, OFFERS_LISTED)));
}

bool
support_shows_documents(struct db *db, int64_t dossier_id, int64_t person_id,
    int64_t now)
{
	return db_int(db, 0, Q_SUPPORT_DOCUMENTS, I(dossier, dossier_id),
	    I(person, person_id), I(now, now)) != 0;
}

size_t
support_of_document(struct shared_with **out, struct db *db, struct mem *mem,
    int64_t document_id, int64_t now)
{
	struct shared_with *rows = MEM_ARRAY(mem, OFFERS_LISTED,
	    struct shared_with);
	struct stmt *s = db_query(db, Q_SUPPORT_OF_DOCUMENT,
	    I(document, document_id), I(now, now), I(limit, OFFERS_LISTED));
	size_t n = 0;

	while (stmt_step(s) && n < OFFERS_LISTED)
		rows[n++] = (struct shared_with){
		    .to = stmt_str(s, mem, "recipient"),
		    .title = stmt_str(s, mem, "title"),
		    .slug = stmt_str(s, mem, "slug"),
		    .platform = stmt_str(s, mem, "platform"),
		    .offer_id = stmt_int(s, "id"),
		    .ends_at = stmt_int(s, "share_ends_at") };
	stmt_done(s);
	*out = rows;
	return n;
}

/* --- offering ----------------------------------------------------------------- */

static void
check_form(const struct offer_form *form, struct problems *why)
{
	if (word_of(need_kinds, form->kind) == NULL)
		problem_add(why, "genre", "%s", _("Dites ce que vous "
		    "proposez."));
	if (text_blank(form->message))
		problem_add(why, "message", "%s", _("Écrivez quelques mots au "
		    "porteur : ce qui vous intéresse, et la suite."));
	else if (text_length(form->message) > SUPPORT_MESSAGE_MAX)
		problem_add(why, "message", _("Raccourcissez ce texte : %d "
		    "caractères au plus."), SUPPORT_MESSAGE_MAX);
	if (form->amount_cents < 0 || (form->amount_cents > 0 &&
	    form->kind != NULL && strcmp(form->kind, "money") != 0))
		problem_add(why, "montant", "%s", _("Un montant ne va qu’avec "
		    "un financement : videz ce champ, ou choisissez "
		    "« financement »."));
}

enum rc
support_offer(struct db *db, struct mem *mem, int64_t element_id,
    const struct offer_form *form, const struct act *act,
    struct problems *why)
{
	const struct notice notice = {
		.key = mem_printf(mem, "offer/%lld/%lld/%lld",
		    (long long)element_id, (long long)act->who->id,
		    (long long)act->now),
		.subject = N_("Un soutien vous est proposé : %s"),
		.opening = N_("Quelqu’un est intéressé par « %s » et vous "
		    "écrit :"),
		.quoted = form->message,
		.after = N_("Vous choisissez : partager votre dossier jusqu’à "
		    "un jour que vous fixez, ou décliner. Répondez ici :"),
	};
	enum rc rc;

	check_form(form, why);
	if (why->count > 0)
		return RC_INVALID;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	if (form->organisation_id != 0 && db_int(db, 0, Q_SUPPORT_IS_MEMBER,
	    I(organisation, form->organisation_id),
	    I(person, act->who->id)) == 0)
		return db_write_end(db, RC_DENIED);
	if (db_int(db, 0, Q_SUPPORT_MAY_OFFER, I(element, element_id),
	    T(kind, form->kind), I(organisation, form->organisation_id),
	    I(person, act->who->id)) == 0)
		return db_write_end(db, RC_CONFLICT);
	db_run(db, Q_SUPPORT_ADD, I(element, element_id),
	    ID(listening, form->listening_id),
	    ID(organisation, form->organisation_id), I(person, act->who->id),
	    T(kind, form->kind), ID(amount, form->amount_cents),
	    T(message, form->message), I(now, act->now));
	notice_element(db, mem, element_id, &notice, act);
	return db_write_end(db, RC_OK);
}

/* --- answering ------------------------------------------------------------------ */

/* Who wrote the offer, if it is of that element and in that state. */
static int64_t
offered_by(struct db *db, int64_t offer_id, int64_t element_id)
{
	return db_int(db, -1, Q_SUPPORT_ONE, I(id, offer_id),
	    I(element, element_id));
}

enum rc
support_answer(struct db *db, struct mem *mem, int64_t offer_id,
    int64_t element_id, const struct offer_answer *a, const struct act *act,
    struct problems *why)
{
	const struct notice notice = {
		.key = mem_printf(mem, "offer/%lld/answer",
		    (long long)offer_id),
		.subject = a->accepts ? N_("Le dossier vous est ouvert : %s")
		    : N_("Votre proposition n’est pas retenue : %s"),
		.opening = a->accepts
		    ? N_("Le porteur de « %s » accepte votre proposition et "
		    "partage son dossier avec vous.")
		    : N_("Le porteur de « %s » vous remercie et décline votre "
		    "proposition."),
		.quoted = a->text,
		.after = a->accepts ? N_("Le dossier, et le jour où ce partage "
		    "s’arrête :") : NULL,
	};
	int64_t author;
	enum rc rc;

	if (a->accepts && (a->share_ends_at <= act->now ||
	    a->share_ends_at > act->now + SHARE_MOST))
		problem_add(why, "fin", "%s", _("Choisissez jusqu’à quand "
		    "partager, dans les deux ans."));
	if (text_length(a->text) > SUPPORT_MESSAGE_MAX)
		problem_add(why, "reponse", _("Raccourcissez ce texte : %d "
		    "caractères au plus."), SUPPORT_MESSAGE_MAX);
	if (why->count > 0)
		return RC_INVALID;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	author = offered_by(db, offer_id, element_id);
	if (author < 0)
		return db_write_end(db, RC_NOT_FOUND);
	if (db_run(db, Q_SUPPORT_ANSWER, I(id, offer_id),
	    T(answer, a->accepts ? "accepted" : "declined"),
	    T(text, a->text), I(person, act->who->id), I(now, act->now),
	    ID(ends, a->accepts ? a->share_ends_at : 0), I(documents,
	    a->accepts && a->share_documents)) != 1)
		return db_write_end(db, RC_CONFLICT);
	if (a->accepts)
		audit_note(db, act->who->id, "dossier_share", 0, "offer",
		    mem_printf(mem, "%lld", (long long)offer_id), act->now);
	notice_reader(db, mem, element_id, author, act->service_url, &notice,
	    act);
	return db_write_end(db, RC_OK);
}

enum rc
support_stop(struct db *db, struct mem *mem, int64_t offer_id,
    int64_t element_id, const struct act *act)
{
	const struct notice notice = {
		.key = mem_printf(mem, "offer/%lld/stop",
		    (long long)offer_id),
		.subject = N_("Le partage s’arrête : %s"),
		.opening = N_("Le porteur de « %s » ne partage plus son "
		    "dossier avec vous."),
	};
	int64_t author;
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	author = offered_by(db, offer_id, element_id);
	if (author < 0 || db_run(db, Q_SUPPORT_STOP, I(id, offer_id),
	    I(now, act->now)) != 1)
		return db_write_end(db, RC_NOT_FOUND);
	audit_note(db, act->who->id, "dossier_unshare", 0, "offer",
	    mem_printf(mem, "%lld", (long long)offer_id), act->now);
	notice_reader(db, mem, element_id, author, NULL, &notice, act);
	return db_write_end(db, RC_OK);
}

enum rc
support_withdraw(struct db *db, int64_t offer_id, int64_t person_id,
    int64_t now)
{
	return db_write_run(db, RC_NOT_FOUND, Q_SUPPORT_WITHDRAW,
	    I(id, offer_id), I(person, person_id), I(now, now));
}
