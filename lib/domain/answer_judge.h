/*
 * Judging answers: private to the answers (answers_judge is the door).
 */
#ifndef DOMAIN_ANSWER_JUDGE_H
#define DOMAIN_ANSWER_JUDGE_H

#include "domain/answer.h"

/* The list of territories that were looked up, empty. In the answers' mem. */
void	 answers_inside_init(struct answers *);

#endif
