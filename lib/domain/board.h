/*
 * The private board of a listening: columns and an order of its own, labels,
 * notes. Nothing of it is seen outside the team, nor by the holders.
 */
#ifndef DOMAIN_BOARD_H
#define DOMAIN_BOARD_H

#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"
#include "domain/act.h"
#include "store/db.h"

#define BOARD_COLUMNS	8
#define BOARD_CARDS	200
#define BOARD_NAME_MAX	40	/* characters */
#define BOARD_LABELS_MAX 120
#define BOARD_NOTE_MAX	3000

struct board_card {
	int64_t		 element_id, column_id;
	const char	*slug, *title, *holder, *place, *state, *maturity;
	int64_t		 theme_id, cost_cents;
	const char	*labels;	/* "urgent, élu" */
	int64_t		 notes;		/* how many */
	bool		 published;	/* false: its holder took it back */
};

struct board_column {
	int64_t		 id;
	const char	*name;
	size_t		 first, count;	/* in cards */
};

struct board {
	struct board_column columns[BOARD_COLUMNS];
	size_t		 count;
	struct board_card *cards;	/* by column, in order */
	size_t		 card_count;
};

/* In mem. Two reads. */
void	 board_load(struct board *, struct db *, struct mem *,
	    int64_t listening_id);

/*
 * Each opens its own write transaction, on what belongs to the listening only.
 * RC_NOT_FOUND: no such column or project there. RC_CONFLICT: the board is full.
 */
/* Put a published project of the platform at the end of a column (0: the
 * first); one that is there stays where it is. */
enum rc	 board_add(struct db *, int64_t listening_id, int64_t platform_id,
	    int64_t element_id, int64_t column_id, int64_t now);
/* Before another card, or last when before_id is 0. */
enum rc	 board_move(struct db *, struct mem *, int64_t listening_id,
	    int64_t element_id, int64_t column_id, int64_t before_id,
	    int64_t now);
/* One place up (by -1) or down (+1) in its column. */
enum rc	 board_shift(struct db *, struct mem *, int64_t listening_id,
	    int64_t element_id, int by, int64_t now);
enum rc	 board_remove(struct db *, int64_t listening_id, int64_t element_id);
/* RC_INVALID: why (etiquettes). */
enum rc	 board_label(struct db *, struct mem *, int64_t listening_id,
	    int64_t element_id, const char *labels, struct problems *why);

/* RC_INVALID: why (nom). */
enum rc	 board_column_add(struct db *, struct mem *, int64_t listening_id,
	    const char *name, struct problems *why);
enum rc	 board_column_rename(struct db *, struct mem *, int64_t listening_id,
	    int64_t column_id, const char *name, struct problems *why);
enum rc	 board_column_shift(struct db *, struct mem *, int64_t listening_id,
	    int64_t column_id, int by);
/* RC_CONFLICT: it still holds cards, or it is the last. */
enum rc	 board_column_drop(struct db *, int64_t listening_id,
	    int64_t column_id);

struct board_note {
	int64_t		 id, author_id, written_at;
	const char	*author, *body;
};
size_t	 board_notes(struct board_note **, struct db *, struct mem *,
	    int64_t listening_id, int64_t element_id);
/* RC_INVALID: why (note). */
enum rc	 board_note_add(struct db *, struct mem *, int64_t listening_id,
	    int64_t element_id, const char *body, const struct act *,
	    struct problems *why);
/* Its author only. */
enum rc	 board_note_drop(struct db *, int64_t listening_id, int64_t note_id,
	    int64_t person_id);

#endif
