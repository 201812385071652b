/*
 * Answers: what a holder typed, as values that are checked, compared, shown.
 * Nothing typed is thrown away: what breaks a rule is kept as typed, marked, and
 * never presented.
 *
 * A value is stored as canonical JSON (doc/presets.md says which for each
 * type); what could not be read is stored as {"typed": [[part, text], …]}.
 */
#ifndef DOMAIN_ANSWER_H
#define DOMAIN_ANSWER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/rc.h"
#include "domain/drawing.h"
#include "domain/form.h"
#include "domain/person.h"
#include "domain/plan.h"
#include "domain/platform.h"
#include "store/db.h"

/* One control of a field, as sent: "" is the field's own, else a part of
 * it ("costs.0.label", "lon"). */
struct typed {
	const char	*part, *text;
	struct typed	*next;		/* in the order sent */
};

/* A step of a schedule. */
struct moment {
	const char	*label;
	const char	*day;		/* "YYYY-MM-DD" */
};

struct person_said {
	const char	*name, *role, *email, *phone;	/* NULL: not said */
};

struct address {
	const char	*lines;		/* number, street…; several lines */
	const char	*postcode, *city;
	const char	*commune;	/* its code, or NULL: not resolved */
};

/* What a project commits to; amounts are scaled by 10^decimals. */
struct commitment {
	const char	*indicator;	/* key on the platform */
	int		 decimals;
	bool		 has_baseline, has_target;
	int64_t		 baseline, target;
	const char	*day;		/* "YYYY-MM-DD", or NULL */
};

/* An item of a repeat, a row of a table: one value per inner field. */
struct value_row {
	const char	*key;		/* of a fixed row, else NULL */
	struct value	*cells;		/* field->inner_count of them */
};

/* What JSON said inside items and is not in their value: a set. */
enum {
	LOST_UNKNOWN = 1,	/* under no inner question's key */
	LOST_UNREADABLE = 2	/* of another form than its question's */
};

struct value {
	bool		 given;
	unsigned	 lost;		/* parsed rows: LOST_… */
	int64_t		 number;	/* integer, cents, hundredths, 1/0,
					   scaled decimal; of a date, a time or
					   a period's first day: Unix seconds */
	int64_t		 until;		/* last day of a period, likewise */
	const char	*text;		/* text, key, code, day, url, IBAN,
					   E.164, uuid… */
	const char	*end;		/* last day of a period */
	const char	**list;		/* keys: a multiple choice, a ranking (in
					   order), a linked choice (two) */
	size_t		 count;		/* of list, moments or rows */
	const char	*siret, *rna;	/* one of them, or NULL */
	int64_t		 lon_e6, lat_e6;
	struct plan	*plan;
	struct moment	*moments;
	struct person_said *person;
	struct address	*address;
	struct commitment *commitment;
	struct drawing	*drawing;
	struct value_row *rows;		/* count of them */
};

struct answer {
	const struct form_field *field;
	const char	*json;		/* as stored, without what is calculated
					   inside it; NULL: never answered */
	const char	*stored;	/* of a calculated field: the last one */
	struct value	 value;		/* not given when nothing is readable */
	struct typed	*typed;		/* what could not be read, or NULL */
	int64_t		 files;		/* documents joined to it */
	/* Through another form than the dossier's own: it asks something else
	 * under the same key, so its answer is kept apart; it does not say what
	 * the dossier's own form says of the project. */
	bool		 apart, foreign;
	bool		 alike;		/* apart, yet of the same type */
	int64_t		 saved_at, saved_by;
	const char	*told_to;	/* the call whose questions it was given
					   to, its title; NULL: the dossier's */
	bool		 inherited;	/* the dossier's, not the application's */
	/* Of this application only, over what the dossier says, which is kept
	 * (NULL: nothing readable). Not given: left blank for this call. */
	bool		 particular;
	const struct value *dossier_value;
	const char	*dossier_json;
	/* Is it asked, given the answers before it? */
	enum { ASKED_NO, ASKED_YES, ASKED_OPEN } asked;
	bool		 required;	/* given the answers before it */
	bool		 forbidden;	/* the same: may not be answered */
};

struct answers {
	struct db	*db;
	struct mem	*mem;
	const struct form *form;
	const struct platform *platform;
	struct answer	*of;		/* one per field of the form */
	int64_t		 dossier_id;
	int64_t		 application_id; /* not 0: answers to its own questions */
	int64_t		 over_id;	/* not 0: the dossier's, and what is
					   particular to that application */
	int64_t		 call_id;	/* what is saved was told to that call */
	int64_t		 revision;	/* of the dossier */
	/* What rules look at besides answers; 0: not known, so no value. */
	int64_t		 now;		/* see answers_at */
	int64_t		 call_opens_at, call_closes_at;
	struct inside	*inside;	/* territories looked up already */
	bool		*broken;	/* one per rule of the form */
	/* Through another form than the dossier's own: which that is; else 0. */
	int64_t		 home_revision, home_platform;
	/* Who looks or types: links show what that person may read. 0: what
	 * is public only. */
	int64_t		 person_id;
};

/* What is stored for a question that an application leaves blank, though the
 * dossier answers it. */
#define ANSWER_BLANK	"null"

#define ANSWERS_NOT_BEGUN	(-1)	/* as application_id: what the dossier
					   says of a call's own questions */

/*
 * Load the answers of a dossier to a form, or of an application to its own
 * questions (application_id not 0). Everything lives in mem. Reads. RC_FAIL.
 *
 * The form may be another than the dossier's own, of any platform: a question
 * with the same key, type and choices is the same answer; one that only shares
 * its key is kept apart (doc/dossiers.md, "One dossier, many windows"). An
 * application's own question that the dossier answers under the same key shows
 * that answer until it is given another (`inherited`).
 */
enum rc	 answers_load(struct answers *, struct db *, struct mem *,
	    const struct form *, const struct platform *, int64_t dossier_id,
	    int64_t application_id);
/*
 * Over the dossier's answers, loaded already, put those that are particular to
 * that application. Reads. RC_FAIL.
 */
enum rc	 answers_over(struct answers *, int64_t application_id);
/* Load again what is stored now, for the same person, call and form, judged at
 * that moment. Reads. RC_FAIL. */
enum rc	 answers_reload(struct answers *, int64_t now);
/* An empty sheet: previews, tests. */
void	 answers_init(struct answers *, struct db *, struct mem *,
	    const struct form *, const struct platform *);
/*
 * Judge again what is asked, required, forbidden, calculated, broken, after
 * `of` changed. Each field once, in the order of the form.
 */
void	 answers_judge(struct answers *);
/* Only the fields first…end, when those before are judged already. */
void	 answers_judge_fields(struct answers *, size_t first, size_t end);
/* The same at that moment, for rules that look at today. */
void	 answers_at(struct answers *, int64_t now);
/* The answer to that question, or NULL when the form has none. */
const struct answer *answers_get(const struct answers *, const char *key);
const struct answer *answers_mapped(const struct answers *, enum form_map);
/* The answer as others read it: canonical, with what is calculated inside it.
 * In mem; NULL when there is nothing readable. */
const char *answer_json(struct mem *, const struct answer *);
/* The key an answer is stored with: its question's, or "platform/key" when it
 * is kept apart. In the answers' mem. */
const char *answer_key(const struct answers *, const struct answer *);
/* Is there something, readable or not, files included? */
bool	 answer_is_given(const struct answer *);
/* Did the dossier say it before that moment, for whoever asks it since? */
bool	 answer_is_reused(const struct answers *, const struct answer *,
	    int64_t since);

/* --- one value ------------------------------------------------------------ */

/*
 * Read what was typed. True with *value (not given when all is blank); false
 * with *error, a sentence in the person's language, fit to stand beside the
 * field. Both in the answers' mem. Looks at no other answer.
 */
bool	 value_read(struct value *, const char **error, const struct answers *,
	    const struct form_field *, const struct typed *);
/*
 * Calculate what is to be inside the items of v, a value of f, `around` being the
 * item of another block that it stands in (NULL: none). answers_judge does it.
 */
void	 items_calculate(const struct answers *, const struct form_field *,
	    struct value *, const struct value_row *around);
/* To canonical JSON and back, in mem; NULL when not given. */
const char *value_json(struct mem *, const struct form_field *,
	    const struct value *);
bool	 value_parse(struct value *, struct mem *, const struct form_field *,
	    const char *json);
const char *typed_json(struct mem *, const struct typed *);
/* NULL when the text is no such mark. */
struct typed *typed_parse(struct mem *, const char *json);
/* The value as its form shows it: parts that would be read the same. NULL when
 * not given. In the answers' mem. */
struct typed *value_typed(const struct answers *, const struct form_field *,
	    const struct value *);
/*
 * What was typed for an inner field: the parts of its item or row ("0", "2026")
 * without what leads to it. In mem; NULL when there is none.
 */
struct typed *typed_inside(struct mem *, const struct typed *,
	    const char *row, const char *key);
/* One more than the last item of a repeat or free table that has something. */
size_t	 typed_rows(const struct typed *, const struct form_field *);
/* Is anything typed in that item or row ("0", "2026")? */
bool	 typed_holds(const struct typed *, const char *row);
/* What names an item or row in parts: its number, the key of a fixed one. In
 * mem. */
const char *item_part(struct mem *, const struct form_field *, size_t row);
/*
 * What can be read of n items, or rows, typed: nothing where nothing can, and
 * what is calculated; `around` as in items_calculate. In the answers' mem.
 */
struct value items_readable(const struct answers *, const struct form_field *,
	    const struct typed *, const struct value_row *around, size_t n);
/* All that was typed, one part a line, for who compares two answers. In mem. */
const char *typed_words(struct mem *, const struct typed *);
enum item_act { ITEM_STAY, ITEM_REMOVE, ITEM_UP, ITEM_DOWN };
/* "retirer", "haut", "bas", as forms send them. */
bool	 item_act_by_name(enum item_act *, const char *name);
/* What was typed with one item of a block moved or taken away; block is "" or
 * "0.key." of one inside another. In mem. */
struct typed *typed_moved(struct mem *, const struct typed *,
	    const char *block, long row, enum item_act);
/* What filters and sorts compare: cents, hundredths, a day since 1970, 1 for
 * yes. False: the type has none, or nothing is given. */
bool	 value_number(const struct form_field *, const struct value *,
	    int64_t *n);
/* The text of a part, or NULL. */
const char *typed_get(const struct typed *, const char *part);
/* For people, in their language: "52 000 €", "Oui", "Saint-Leu", lines for
 * a plan. "" when not given. In mem. */
const char *value_text(const struct answers *, const struct form_field *,
	    const struct value *);
/*
 * Words of what is missing inside a value that is readable (a partial person, an
 * item without a required answer), in mem; NULL when nothing is.
 */
const char *value_unfinished(const struct answers *, const struct form_field *,
	    const struct value *);
/* Total of a column over the rows of a table: false when nothing adds up there
 * or it does not fit. */
bool	 column_total(int64_t *, const struct form_field *table,
	    const struct value *, size_t column);
/* Total of a row over the columns that are typed: the first of them, which it
 * is shown as; NULL as above. */
const struct form_field *row_total(int64_t *, const struct form_field *table,
	    const struct value *, size_t row);
/* The label of an option of a choice, or the key itself. */
const char *option_label(const struct answers *, const struct form_field *,
	    const char *key);
bool	 option_exists(const struct answers *, const struct form_field *,
	    const char *key);

/* --- the whole ------------------------------------------------------------ */

/* Short digest of a stored answer, "-" when there is none: a form carries it
 * to say what it was made from. In mem. */
const char *answer_mark(struct mem *, const struct answer *);
/*
 * Why this answer cannot be presented as it is, one sentence in mem: missing,
 * unreadable, against a rule, at odds with another answer. NULL: nothing.
 */
const char *answer_flaw(const struct answers *, const struct answer *);
/* The same without what is merely missing or under way (a plan that does not
 * balance yet, too few steps): said while the person types. */
const char *answer_error(const struct answers *, const struct answer *);

/* Does the step ask something, now (ASKED_YES) or once other questions are
 * answered (ASKED_OPEN)? ASKED_NO: nothing, it is left out. */
int	 answers_step_asked(const struct answers *, const struct form_step *);

/* A reason why the project is not, or seems not to be, eligible. */
struct barrier {
	const char	*text;		/* in the person's language */
	bool		 blocks;	/* else it only warns */
};
/* Those that the form gives, in mem; how many. */
size_t	 answers_barriers(struct barrier **, const struct answers *);
/* The same for reasons listed elsewhere (a call), read against this form. */
size_t	 bars_judge(struct barrier **, const struct answers *,
	    const struct form_bar *, size_t n);

/* How far a step is; step NULL: the whole form. */
struct progress {
	int		 asked, answered;	/* required questions, as known */
	int		 wrong;			/* answers with an error */
	int		 open;			/* conditions not known yet */
};
void	 answers_progress(struct progress *, const struct answers *,
	    const struct form_step *);

/*
 * Count again what is asked and answered, on the dossier's row: after something
 * else than answers_save changed it. Inside the caller's write transaction.
 */
enum rc	 answers_count(struct db *, struct mem *, const struct form *,
	    int64_t platform_id, int64_t dossier_id);

/* One answer to save. */
struct change {
	const struct form_field *field;
	struct typed	*typed;
	const char	*json;		/* or a value that is no person's typing
					   (a preset, another system): canonical */
	const char	*mark;		/* answer_mark of what it was typed
					   over; NULL: over anything */
	/* Out: the stored answer was changed meanwhile, and is kept. */
	bool		 conflict;
	bool		 refused;	/* in: too long to be stored at all */
	/* Out: written. */
	bool		 saved;
};

/*
 * Save answers. Each is written unless it is the same as stored, was left
 * untouched in its form while somebody else changed it, or conflicts (mark no
 * longer that of the stored answer: both values are then to be shown). What
 * cannot be read is stored as typed. Questions not asked are left alone.
 * What maps to the project (title, place, plan…) refreshes it in the same
 * transaction. answers is loaded again. Opens its own write transaction.
 * RC_CONFLICT: the dossier is in the bin. RC_FAIL, RC_BUSY.
 */
enum rc	 answers_save(struct answers *, struct change *, size_t n,
	    const struct person *who, int64_t now);

/*
 * Let the application answer that question otherwise than the dossier (from
 * what the dossier says, to be changed then), or as the dossier again. The
 * dossier stays as it is. answers is loaded again. RC_NOT_FOUND: there is no
 * application, or nothing to depart from. Opens its own write transaction.
 */
enum rc	 answer_depart(struct answers *, const struct form_field *,
	    const struct person *who, int64_t now);
enum rc	 answer_rejoin(struct answers *, const struct form_field *,
	    int64_t now);

#endif
