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
	bool		 presented;		/* in a deposit: never erased */
};

#define DOCUMENT_MAX	((int64_t)20 * 1024 * 1024)	/* bytes */

/*
 * What is wrong with a file for that question: too big, empty, another type
 * than those accepted (by content, whatever its name says). A sentence in mem,
 * NULL when it may be joined.
 */
const char *document_refusal(struct mem *, const struct form_field *,
	    const struct received *, const char *type);

/*
 * Join a file to a question of a dossier; replaces_id not 0: as the next
 * version of that document. Bytes are stored first, then the rows in one own
 * write transaction. RC_INVALID: why (where: the question's key). RC_NOT_FOUND:
 * replaces_id is not of that dossier. RC_CONFLICT: dossier in the bin.
 */
enum rc	 document_attach(struct db *, struct mem *, int64_t dossier_id,
	    const struct form_field *, const struct received *,
	    int64_t replaces_id, const struct person *who, int64_t now,
	    struct problems *why);
/*
 * Take a document away from a question. It stays in what was presented, and in
 * other dossiers. RC_NOT_FOUND. Own write transaction.
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

/* "PDF", "image PNG", "texte", "tableur": for people; from the type. */
const char *document_type_label(const char *type);
/* "1,2 Mo", "340 ko", in mem. */
const char *document_size_label(struct mem *, int64_t size_bytes);
/* ".pdf,.odt" for an input's accept attribute, in mem; "" when anything. */
const char *document_accept(struct mem *, const struct form_field *);
/* "PDF, PNG, JPG": for people, in mem. */
const char *document_accept_label(struct mem *, const struct form_field *);

#endif
