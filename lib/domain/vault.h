/*
 * The vault: documents that a person or an organisation deposits once and
 * reuses in every dossier, with their dates, versions and reminders.
 * It presents nothing to anybody: consent.h says who may receive what.
 *
 * A person's vault is that person's alone. An organisation's is seen by its
 * members and managed by its administrators (doc/vault.md).
 */
#ifndef DOMAIN_VAULT_H
#define DOMAIN_VAULT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"
#include "domain/person.h"
#include "domain/stored_file.h"
#include "store/db.h"

/* Whose vault: one of the two is 0. */
struct vault_owner {
	int64_t		 person_id, organisation_id;
};

/* Who holds a dossier; both 0 when it does not exist. A read. */
void	 vault_owner_of_dossier(struct vault_owner *, struct db *,
	    int64_t dossier_id);
/* Reads; NULL person: false. */
bool	 vault_may_see(struct db *, const struct person *,
	    const struct vault_owner *);
bool	 vault_may_manage(struct db *, const struct person *,
	    const struct vault_owner *);

struct vault_document {
	int64_t		 id, version_id;	/* of its last version */
	int64_t		 number;		/* of that version: 1, 2… */
	const char	*nature, *label;
	const char	*issued_on, *expires_on; /* "YYYY-MM-DD", or NULL */
	const char	*name, *sha256, *type;
	int64_t		 size_bytes, sent_at;
	const char	*sent_by;		/* name, "" when gone */
	int64_t		 scanned_at;		/* 0: not yet */
	bool		 infected;
	int64_t		 dossiers;		/* that use it now */
	int64_t		 removed_at;		/* 0: in the vault */
};

struct vault_documents {
	struct vault_document	*rows;
	size_t			 count;
};

#define VAULT_DOCUMENTS	500	/* of one owner, at most */
#define VAULT_UNDO	((int64_t)14 * 86400)	/* seconds: a removal is undone */

/* All, by nature then label; those removed after, while it can be undone. In
 * mem. A read. */
void	 vault_list(struct vault_documents *, struct db *, struct mem *,
	    const struct vault_owner *, int64_t now);
/* Those of a nature that may answer a question, the newest first. */
void	 vault_offers(struct vault_documents *, struct db *, struct mem *,
	    const struct vault_owner *, const char *nature);
/* One of that vault, removed or not. RC_NOT_FOUND. A read. */
enum rc	 vault_load(struct vault_document *, struct db *, struct mem *,
	    const struct vault_owner *, int64_t id);
/* Its versions, the newest first: id, name, dates are those of each. */
void	 vault_versions(struct vault_documents *, struct db *, struct mem *,
	    int64_t document_id);
/* One version of a document of that vault. RC_NOT_FOUND. A read. */
enum rc	 vault_version(struct vault_document *, struct db *, struct mem *,
	    const struct vault_owner *, int64_t document_id,
	    int64_t version_id);

enum vault_validity { VAULT_FOR_EVER, VAULT_VALID, VAULT_SOON, VAULT_EXPIRED };
#define VAULT_SOON_DAYS	60
/* The day of expiry is still valid. */
enum vault_validity vault_validity(const struct vault_document *, int64_t now);

/* What a form says of a document; texts as typed, days "YYYY-MM-DD" or NULL. */
struct vault_form {
	const char	*nature, *label, *issued_on, *expires_on;
};

/*
 * Deposit a document. Without an expiry, its nature proposes one from the day
 * of issue. Bytes are stored first, then the rows in one own write transaction.
 * RC_INVALID: why ("nature", "libelle", "emis", "expire", "fichier").
 * RC_CONFLICT: why says that there is no room (storage.h).
 */
enum rc	 vault_deposit(int64_t *id, struct db *, struct mem *,
	    const struct vault_owner *, const struct vault_form *,
	    const struct received *, const struct person *who, int64_t now,
	    struct problems *why);
/* The next version; dates of the form replace those of the document. Drafts
 * that use it use it at once, what was presented keeps its own. Same results;
 * RC_NOT_FOUND. */
enum rc	 vault_renew(struct db *, struct mem *, const struct vault_owner *,
	    int64_t id, const struct vault_form *, const struct received *,
	    const struct person *who, int64_t now, struct problems *why);
/* Its label, nature and dates. Own write transaction. */
enum rc	 vault_edit(struct db *, struct mem *, const struct vault_owner *,
	    int64_t id, const struct vault_form *, const struct person *who,
	    int64_t now, struct problems *why);
/* Out of the vault, or back: dossiers that use it keep it. Undone for
 * VAULT_UNDO. RC_NOT_FOUND. Own write transactions. */
enum rc	 vault_remove(struct db *, const struct vault_owner *, int64_t id,
	    const struct person *who, int64_t now);
enum rc	 vault_restore(struct db *, const struct vault_owner *, int64_t id,
	    const struct person *who, int64_t now);
/* Forget what was removed longer ago than that. Own write transaction. */
void	 vault_sweep(struct db *, int64_t now);

/*
 * Plan the next reminder of a document that ends on `until` (NULL: none), 60
 * or 15 days before, whichever is still to come. Inside a write transaction.
 */
void	 vault_remind(struct db *, struct mem *, int64_t document_id,
	    const char *until, int64_t now);
/*
 * The reminder is due: tell the owner, plan the next one. Twice is as once (the
 * mails have an identity). site is the address of the installation, or NULL.
 * Own write transaction.
 */
enum rc	 vault_remind_now(struct db *, struct mem *, int64_t document_id,
	    const char *site, int64_t now);

#endif
