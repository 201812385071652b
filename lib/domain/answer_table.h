/*
 * The answers of many applications as one table: columns chosen among the
 * questions, typed filters, any sort, pages by key (doc/forms.md). It shows what
 * was presented, never what was written since, and only what right_may would.
 *
 * Cost: the applications of the call are walked, each filtered question is one
 * look-up by primary key; a page reads its own cells. All but the write are reads.
 */
#ifndef DOMAIN_ANSWER_TABLE_H
#define DOMAIN_ANSWER_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "domain/answer.h"
#include "domain/right.h"

#define TABLE_FILTERS	5
#define TABLE_COLUMNS	40	/* shown at a time; an export has all */

/*
 * Write what a deposit presents, instead of what the one before presented. own
 * (the call's own questions) may be NULL. Inside the caller's write transaction.
 */
void	 answer_index_write(struct db *, struct mem *, int64_t application_id,
	    const struct answers *, const struct answers *own);

/* A question of the table: of the dossier's form, or of the call's own. */
struct table_question {
	const struct form_field *field;
	const struct answers *answers;	/* an empty sheet of its form: words */
};

struct answer_table {
	struct db	*db;
	struct mem	*mem;
	const struct platform *platform;
	int64_t		 call_id;	/* 0: every call of the platform */
	struct table_question *questions; /* that have answers, in order */
	size_t		 count;
	size_t		*by_key;	/* positions, in the order of keys */
};
/* The questions of a call as published last, or (call_id 0) of the platform's
 * form of projects. RC_NOT_FOUND: no form. */
enum rc	 answer_table_open(struct answer_table *, struct db *, struct mem *,
	    const struct platform *, int64_t call_id);
/* Its position, or count. */
size_t	 answer_table_question(const struct answer_table *, const char *key);

enum table_op { TABLE_IS, TABLE_IS_NOT, TABLE_HAS, TABLE_AT_LEAST,
	TABLE_AT_MOST, TABLE_ANSWERED, TABLE_NOT_ANSWERED, TABLE_OPS };
/* "est", in the address and in words; -1 when unknown. */
const char *table_op_name(enum table_op);
const char *table_op_said(enum table_op);
int	 table_op_by_name(const char *);

struct table_asked {
	/* JSON made by answer_table_filter. */
	struct json_object *filters;
	/* A question key, "" (number), "-title", "-holder", "-amount". */
	const char	*sort;
	bool		 down;
	/* Who looks. */
	int64_t		 person_id, now;
	struct reach	 reach;
};
/*
 * Add a filter to asked->filters (an array of the caller's): the answer to the
 * question compared with what was typed, read as its type is. False: *why is a
 * sentence, in the table's mem.
 */
bool	 answer_table_filter(struct json_object *filters, const char **why,
	    const struct answer_table *, size_t question, enum table_op,
	    const char *text);

struct table_row {
	int64_t		 id;
	const char	*number, *title, *holder, *state;
	const char	**json;		/* per column asked; NULL: no answer */
	/* Where it stands in the sort, for answer_table_key. */
	int64_t		 missing, n;
	const char	*t;
};

/* Which rows of the order: the limit ones after a key (NULL: the first), or,
 * back, those just before it (NULL: the last). */
struct table_span {
	const char	*key;
	bool		 back;
	int		 limit;
};
/*
 * The rows of a span, in the order asked, with the cells of those questions; all
 * in mem. questions NULL: every question. Returns how many.
 */
size_t	 answer_table_rows(struct table_row **, struct mem *,
	    const struct answer_table *, const struct table_asked *,
	    const size_t *questions, size_t question_count,
	    const struct table_span *);
/* The key of a row, for an address: a span begins after it, or ends before. In
 * mem. */
const char *answer_table_key(struct mem *, const struct table_row *);
int64_t	 answer_table_count(const struct answer_table *,
	    const struct table_asked *);
/* A cell read: *value in mem; false when it is none. */
bool	 answer_table_value(struct value *, struct mem *,
	    const struct table_question *, const char *json);
/* In words; "" for none. In mem of the table's. */
const char *answer_table_text(struct mem *, const struct table_question *,
	    const char *json);

#endif
