/*
 * What a call asks of whoever has begun nothing yet: why a project may not be
 * presented, in the words of its forms, and the documents to prepare.
 * It judges nobody: see eligibility.h.
 */
#ifndef DOMAIN_CALL_ASKS_H
#define DOMAIN_CALL_ASKS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/mem.h"
#include "base/rc.h"
#include "domain/answer.h"
#include "domain/form.h"
#include "store/db.h"

/* A document that its forms ask. */
struct call_piece {
	const struct form_field *field;	/* FORM_FILES; of form_get's cache */
	enum { PIECE_ALWAYS, PIECE_MAYBE, PIECE_OPTIONAL } needed;
					/* maybe: according to the answers */
};

struct call_asks {
	struct barrier	*barriers;	/* those that may hold */
	size_t		 barrier_count;
	struct call_piece *pieces;	/* in the order asked */
	size_t		 piece_count;
};

/*
 * Of the form the call reads dossiers by (its platform's, when it names none),
 * of its own questions and of the call itself, in mem. RC_NOT_FOUND. Reads.
 */
enum rc	 call_asks_load(struct call_asks *, struct db *, struct mem *,
	    int64_t call_id);

#endif
