/*
 * What follows answers in the project. Private to answer_save.c: inside its
 * write transaction, once the answers are judged.
 */
#ifndef DOMAIN_ANSWER_MAP_H
#define DOMAIN_ANSWER_MAP_H

#include "domain/answer.h"

/* Refresh the element from what maps to it: see enum form_map. */
void	 answers_map(const struct answers *, int64_t element_id,
	    const struct person *who, int64_t now);
/* How far the dossier is, by its own form, whichever it was filled through. */
enum rc	 answers_count_again(const struct answers *);

#endif
