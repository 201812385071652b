/*
 * What was presented, in words: the answers of a deposit, question by question.
 */
#ifndef INSTRUCTION_ANSWERS_H
#define INSTRUCTION_ANSWERS_H

#include <stdbool.h>

#include "domain/application.h"
#include "web/req.h"
#include "web/res.h"

struct shown_answer {
	const char	*part;		/* label of its step: same pointer, same part */
	const char	*key, *label;
	const char	*value;		/* in words */
	bool		 markdown;	/* a long text */
	bool		 private;	/* never published */
	bool		 changed;	/* since the deposit compared with */
	const char	*before;	/* in words, "" when it was not answered */
};

struct shown {
	struct shown_answer *rows;
	size_t		 count, changed;
	int64_t		 number;	/* of the deposit */
	int64_t		 taken_at;
	const char	*sha256;
	/* "« Votre dossier unique », révision 1": what it answered to. */
	const char	*forms;
};

/* The deposit in force. RC_NOT_FOUND: none (an import). */
enum rc		 shown_load(struct shown *, struct req *,
		    const struct application *);
/* Mark what differs from the deposit of that number; nothing when it is not
 * there or is the same one. */
void		 shown_compare(struct shown *, struct req *,
		    const struct application *, int64_t number);

/* ANSWER_PLAIN { ANSWER_VALUE }, or ANSWER_RICH { ANSWER_HTML } of a long text. */
void		 show_answer_value(struct view *row, const struct req *,
		    const struct shown_answer *);

/* One file of the deposit in force. */
struct shown_file {
	const char	*key, *name, *label, *meta;
	int64_t		 version_id;
	const char	*state, *state_kind;	/* or NULL: "non vérifié"… */
};
/* At most 500, by question; returns how many. */
size_t		 shown_files(struct shown_file **, struct req *,
		    const struct application *);
/* As a row of FILES (file.tpl). */
void		 show_file(struct view *, const struct req *,
		    const struct application *, const struct shown_file *);

#endif
