/*
 * A form as it runs: steps → blocks → fields of one revision (doc/presets.md).
 * It asks; answers are answer.h's. It trusts no definition: what it does not
 * understand refuses to load.
 */
#ifndef DOMAIN_FORM_H
#define DOMAIN_FORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/rc.h"
#include "store/db.h"

enum form_type {
	FORM_HEADING,
	FORM_EXPLANATION,
	FORM_TEXT,
	FORM_LONG_TEXT,
	FORM_INTEGER,
	FORM_MONEY,		/* cents */
	FORM_PERCENTAGE,	/* hundredths of a per cent */
	FORM_DATE,
	FORM_YES_NO,
	FORM_CHOICE,
	FORM_MULTI_CHOICE,
	FORM_EMAIL,
	FORM_PHONE,
	FORM_URL,
	FORM_ORGANISATION,
	FORM_TERRITORY,
	FORM_POINT,
	FORM_FILES,
	FORM_FUNDING_PLAN,
	FORM_STEPS_SCHEDULE,
	FORM_DECIMAL,		/* scaled by 10^decimals of the field */
	FORM_DATE_TIME,		/* Unix seconds; typed on the platform's clock */
	FORM_PERIOD,		/* two days, both included */
	FORM_CHECKBOX,		/* one box: an acceptance */
	FORM_LINKED_CHOICE,	/* an option, then one of its own options */
	FORM_RANKING,		/* options in an order */
	FORM_REFERENCE,		/* an item of a reference list (reference.h) */
	FORM_PERSON,		/* name, role, e-mail, telephone */
	FORM_IBAN,
	FORM_ADDRESS,		/* lines, postal code, commune */
	FORM_COUNTRY,		/* ISO 3166-1 */
	FORM_SHAPE,		/* points, lines, areas (drawing.h) */
	FORM_REPEAT,		/* a block of inner fields, several times */
	FORM_TABLE,		/* rows of typed columns */
	FORM_INDICATOR,		/* indicator, baseline, target, day */
	FORM_LINK,		/* another element of the platform */
	FORM_PATTERN,		/* text of a form that the preset says */
	FORM_TYPE_COUNT
};

/* What the dossier does with an answer, besides keeping it. */
enum form_map {
	MAP_NONE,
	MAP_TITLE,
	MAP_SUMMARY,
	MAP_DESCRIPTION,
	MAP_TERRITORY,
	MAP_THEME,
	MAP_COST,
	MAP_REQUESTED,
	MAP_START,
	MAP_END,
	MAP_ORGANISATION,
	MAP_POINT,
	MAP_MILESTONES,
	MAP_FUNDING,
	MAP_MATURITY,
	MAP_COUNT
};

/* See form_condition.h. */
struct condition;
struct formula;

struct form_option {
	const char	*key, *label, *hint;	/* hint: or NULL */
	/* Of a linked choice: what may then be chosen. */
	struct form_option *options;
	size_t		 option_count;
};

/* Which drawings a shape may hold: a set. */
enum {
	DRAW_POINTS = 1,
	DRAW_LINES = 2,
	DRAW_AREAS = 4
};

/* What of a person must be given besides the name: a set. */
enum {
	NEEDS_ROLE = 1,
	NEEDS_EMAIL = 2,
	NEEDS_PHONE = 4
};

struct form_field {
	const char	*key, *label, *hint;	/* hint: or NULL */
	enum form_type	 type;
	size_t		 index;		/* in form.fields */
	size_t		 step;		/* in form.steps */
	const char	*block;		/* label of its block, NULL: as before */
	bool		 required, private;
	enum form_map	 maps_to;
	struct form_option *options;
	size_t		 option_count;
	bool		 options_are_themes;	/* of the platform */
	bool		 has_min, has_max;
	int64_t		 min, max;	/* days: Unix seconds, UTC */
	int64_t		 max_length;	/* characters */
	struct condition *visible_if;	/* its step's and block's too; NULL:
					   always */
	struct condition *required_if;	/* besides required */
	struct condition *forbidden_if;	/* may not be answered */
	struct formula	*formula;	/* calculated, never typed; else NULL */
	bool		 calculates;	/* something inside it is calculated */
	/* Rules said beside it, in form.rules. */
	const size_t	*rules;
	size_t		 rule_count;
	/* Earlier fields of the same type to compare with, or NULL. */
	const struct form_field *at_least, *at_most;
	/* Money fields that the totals of a plan must equal, or NULL. */
	const struct form_field *balance_costs, *balance_sources;
	int		 must_be;	/* yes/no: 1, 0; -1: any */
	const char	*nature;	/* of the files */
	const char	**accept;	/* extensions: "pdf"; NULL ends */
	int64_t		 valid_months;	/* 0: for ever */
	const char	*level;		/* kind of territory */
	bool		 within_platform;
	/* By type; 0 or NULL on the others. */
	int		 depth;		/* heading: 1 to 3 */
	int		 decimals;	/* decimal: 1 to 6 */
	const char	*unit;		/* integer, decimal: shown after, or NULL */
	const char	*second;	/* linked choice: label of the second list */
	const char	*list;		/* reference: key of its list */
	unsigned	 needs;		/* person: NEEDS_… */
	unsigned	 drawings;	/* shape: DRAW_… */
	int64_t		 vertices;	/* shape: at most, in all */
	const char	*model;		/* files: name of the model file, or NULL */
	const char	*pattern;	/* pattern: regular expression (PCRE2) */
	const char	*example, *mistake; /* pattern: or NULL; what to say */
	const char	**kinds;	/* link: kinds of elements; NULL ends */
	const char	**indicators;	/* indicator: keys; NULL: any of them */
	/*
	 * Fields of one item of a repeat, columns of a table. They are in this
	 * array only, never in form.fields; index is their place in it.
	 */
	struct form_field *inner;
	size_t		 inner_count;
	const struct form_field *parent;	/* of an inner field, or NULL */
	const char	*item;		/* repeat: name of one item, or NULL */
	struct form_option *rows;	/* table: fixed rows */
	size_t		 row_count;
	bool		 row_total;	/* table: sum of each row is shown */
	bool		 total;		/* column: its sum is shown */
};

struct form_step {
	const char	*key, *label, *intro;	/* intro: or NULL */
	size_t		 first, count;	/* its fields, in form.fields */
};

/* A text in several languages, ended by a NULL text. */
struct form_text {
	const char	*lang;		/* NULL: whatever the language */
	const char	*text;
};

/* What answers must be together (doc/forms.md). */
struct form_rule {
	struct condition *must;
	const struct form_text *message;
};

/* What makes a project ineligible. */
struct form_bar {
	struct condition *when;
	const struct form_text *message;
	bool		 blocks;	/* else it only warns */
};

struct form {
	int64_t		 id;		/* of the revision */
	int64_t		 form_id, number;
	const char	*key, *kind, *title, *intro, *sha256;
	struct form_step *steps;
	size_t		 step_count;
	struct form_field *fields;	/* in the order asked */
	size_t		 field_count;
	struct form_field **by_key;	/* sorted */
	struct form_rule *rules;
	size_t		 rule_count;
	struct form_bar	*bars;
	size_t		 bar_count;
};

#define FORM_FIELDS	1000	/* at most */
#define FORM_INNER	30	/* inner fields or columns of one, at most */
#define FORM_ITEMS	100	/* items of a repeat, rows of a table, at most */
#define FORM_QUESTIONS	1000	/* questions of a form, at most */

/*
 * The revision, borrowed from this process's cache: it stays until 32 other
 * revisions were used (a request uses a few). RC_NOT_FOUND; RC_INVALID: a
 * definition that does not hold (logged). A read.
 */
enum rc	 form_get(const struct form **, struct db *, int64_t revision_id);
/* The last published revision of a form of a platform: its id, or 0. A read. */
int64_t	 form_latest(struct db *, int64_t platform_id, const char *key);
/* The form that projects of the platform are described with: the one its
 * settings name (listening.form), else the first whose kind is "project". */
int64_t	 form_of_projects(struct db *, struct mem *, int64_t platform_id);

/* Borrowed; NULL when there is none. */
const struct form_field *form_field(const struct form *, const char *key);
const struct form_field *form_mapped(const struct form *, enum form_map);
const struct form_step *form_step(const struct form *, const char *key);
/* False for headings and explanations. */
bool	 form_asks(const struct form_field *);
/* The inner field or column of that key, or NULL. Borrowed. */
const struct form_field *form_inner(const struct form_field *,
	    const char *key);
/* Does it hold an amount that adds up: integer, decimal, money…? */
bool	 form_is_number(const struct form_field *);
/* In the person's language, else in the first there is; borrowed. */
const char *form_text_said(const struct form_text *);
/* Of "long_text", of "title"; -1 when unknown. */
int	 form_type_by_name(const char *);
int	 form_map_by_name(const char *);

/*
 * Read a definition into mem (tests, previews, form_get). RC_INVALID: *where
 * says which part does not hold, in mem.
 */
struct json_object;
enum rc	 form_parse(struct form **, struct mem *, struct json_object *,
	    const char **where);

#endif
