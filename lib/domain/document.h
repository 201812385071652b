/*
 * Documents: what a holder joins to a question, with its versions. Deposited
 * once, reused while it is valid.
 * It never shows the bytes to anybody: pages do, after a right check.
 */
#ifndef DOMAIN_DOCUMENT_H
#define DOMAIN_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"
#include "domain/form.h"
#include "domain/person.h"
#include "domain/stored_file.h"
#include "store/db.h"

struct document {
	int64_t		 id, version_id;	/* of its last version */
	int64_t		 number;		/* of that version: 1, 2… */
	const char	*key;			/* question it answers */
	const char	*nature, *label;
	const char	*issued_on, *expires_on; /* "YYYY-MM-DD", or NULL */
	const char	*name, *sha256, *type;
	int64_t		 size_bytes, sent_at;
	const char	*sent_by;		/* name, "" when gone */
	bool		 scanned, infected;
	bool		 kept;			/* in its owner's vault too */
	bool		 presented;		/* in a deposit: never erased */
};

/* Bytes of a file that a plain form sends; a sending may be longer. */
#define DOCUMENT_MAX	((int64_t)20 * 1000 * 1000)

/*
 * What is wrong with a file for that question: too big, empty, another type
 * than those accepted (by content, whatever its name says). A sentence in mem,
 * NULL when it may be joined.
 */
const char *document_refusal(struct mem *, const struct form_field *,
	    const struct received *, const char *type);
/* Is that type one of a list of extensions (NULL ends; NULL or empty: any known
 * one)? */
bool	 document_is_accepted(const char *const *accept, const char *type);
/* The same refusals for such a list and a limit in bytes. */
const char *document_refusal_of(struct mem *, const char *const *accept,
	    const struct received *, int64_t limit, const char *type);
/* The limit for a file of that nature (NULL: any) as it came. */
struct nature;
int64_t	 document_limit(const struct received *, const struct nature *);
/* "pdf|odt" as such a list, in mem. */
const char *const *document_extensions(struct mem *, const char *accept);
/* A sentence when those bytes are known to hold a virus, else NULL. A read. */
const char *document_infection(struct db *, struct mem *,
	    const struct received *);

/*
 * Join a file to a question of a dossier; replaces_id not 0: as the next
 * version of that document, or in its place when other dossiers use it. A
 * nature that is reused goes into the owner's vault, when `who` manages it; the
 * same bytes given again are the same document (doc/vault.md). Bytes are stored first, then the rows in one own
 * write transaction. RC_INVALID: why (where: the question's key). RC_NOT_FOUND:
 * replaces_id is not of that dossier. RC_CONFLICT: dossier in the bin.
 */
enum rc	 document_attach(struct db *, struct mem *, int64_t dossier_id,
	    const struct form_field *, const struct received *,
	    int64_t replaces_id, const struct person *who, int64_t now,
	    struct problems *why);
/*
 * Answer a question with a document of the vault of the dossier's owner. It
 * takes the place of the one that is there, when only one may be. RC_INVALID:
 * why (not valid any more, another type, too many). RC_NOT_FOUND: not in that
 * vault, of another nature, or not for this person. RC_CONFLICT: dossier in
 * the bin. Own write transaction.
 */
enum rc	 document_reuse(struct db *, struct mem *, int64_t dossier_id,
	    const struct form_field *, int64_t document_id,
	    const struct person *who, int64_t now, struct problems *why);
/*
 * Take a document away from a question. It stays in what was presented, in
 * other dossiers and in the vault. RC_NOT_FOUND. Own write transaction.
 */
enum rc	 document_remove(struct db *, struct mem *, int64_t dossier_id,
	    const char *key, int64_t document_id, int64_t now);

struct documents {
	struct document	*rows;		/* by question, then by date */
	size_t		 count;
};
/* All of a dossier, in mem. A read. */
void	 document_list(struct documents *, struct db *, struct mem *,
	    int64_t dossier_id);
/*
 * One version by its id, when it belongs to the dossier now or was presented
 * with it. key is "". RC_NOT_FOUND. A read.
 */
enum rc	 document_version_load(struct document *, struct db *, struct mem *,
	    int64_t dossier_id, int64_t version_id);

/*
 * The name a file is kept and downloaded under: its last part, nothing in it
 * that nobody sees, and an extension of the type that it is, added when its
 * sender gave another: what begins as a PDF does not leave as a program.
 */
const char *document_name(struct mem *, const char *name, const char *type);
/* "PDF", "image PNG", "texte", "tableur": for people; from the type. */
const char *document_type_label(const char *type);
/* "1,2 Mo", "340 ko", in mem. */
const char *document_size_label(struct mem *, int64_t size_bytes);
/* ".pdf,.odt" for an input's accept attribute, in mem; "" when anything. */
const char *document_accept(struct mem *, const struct form_field *);
/* "PDF, PNG, JPG": for people, in mem. */
const char *document_accept_label(struct mem *, const struct form_field *);

#endif
