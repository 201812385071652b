/*
 * A sheet: one step of a form being filled, of a dossier or of a call's own
 * questions. What the pages that show, save and join files share.
 */
#ifndef FCGI_SUBMISSION_SHEET_H
#define FCGI_SUBMISSION_SHEET_H

#include "domain/answer.h"
#include "domain/correction.h"
#include "domain/document.h"
#include "domain/dossier.h"
#include "domain/form.h"
#include "domain/submit.h"
#include "web/req.h"
#include "web/res.h"

struct sheet {
	struct req		*req;
	struct dossier		*dossier;
	struct presentation	*presentation;	/* NULL: the dossier itself */
	const struct form	*form;
	struct answers		*answers;
	const struct form_step	*step;
	struct documents	 documents;
	struct correction	*correction;	/* open on some application */
	/* After a save: what was sent. */
	struct change		*changes;
	size_t			 change_count;
	struct problems		 why;		/* files refused; where: key */
	const char		*plus;		/* list that gets blank lines */
	/* Addresses: the sheet itself; its dossier. */
	const char		*url, *home_url;
};

/* What the path names; the right was checked. RC_NOT_FOUND: no such step. */
enum rc	 sheet_load(struct sheet *, struct req *);
/* And what showing it or joining files wants: documents, correction. */
void	 sheet_dress(struct sheet *);
/* The address of a step of the same form. */
const char *sheet_step_url(const struct sheet *, const struct form_step *);
/* What is sent for a question, by its parts; NULL when nothing is. */
struct typed *typed_of(struct mem *, const struct params *, const char *key);

/* A dossier as a whole. */
struct filed {
	const struct req	*req;
	struct dossier		*dossier;
	struct answers		 answers;
};
enum rc	 filed_load(struct filed *, struct req *);
/* The address of a step of it; for show_rail. */
const char *filed_step_url(const void *filed, const struct form_step *);

/* sheet_save.c */
struct upload;
/* May it still be changed? What is presented and closed may not. */
bool	 sheet_is_open(const struct sheet *);
/* Fill changes: one for each question that the form sent (its mark is there), or
 * for the only one named. */
void	 sheet_collect(struct sheet *, const char *only);
/* The document that a new file takes the place of, when only one may be. */
const struct document *sheet_replaced(const struct sheet *,
	    const struct form_field *);
/* Join a file to a question; a refusal is in s->why. RC_INVALID. */
enum rc	 sheet_join_file(struct sheet *, const struct form_field *,
	    const struct upload *);
/* All files sent; refusals are in s->why only. */
enum rc	 sheet_join_files(struct sheet *);
/* "rib:12": take that document away from that question. */
enum rc	 sheet_take_away(struct sheet *, const char *what);

/* sheet_fields.c: the rows of FIELDS. */
void	 sheet_show_fields(const struct sheet *, struct view *);
/* sheet_files.c */
void	 show_files(const struct sheet *, struct view *,
	    const struct form_field *);
/* sheet_lines.c: plans, schedules, points. */
void	 show_plan(const struct sheet *, struct view *,
	    const struct form_field *, const struct typed *);
void	 show_schedule(const struct sheet *, struct view *,
	    const struct form_field *, const struct typed *);
void	 show_point(const struct sheet *, struct view *,
	    const struct typed *);
/* rail.c: the steps of a form and how far it is. */
void	 show_rail(const struct req *, struct view *, const struct answers *,
	    const char *title, const struct form_step *current,
	    const char *(*url)(const void *, const struct form_step *),
	    const void *arg);
/* "31 réponses sur 44", in mem. */
const char *answered_said(const struct req *, const struct progress *);

/* The one open correction of a dossier's applications, or NULL. */
struct correction *sheet_correction(struct req *, int64_t dossier_id,
	    int64_t *application_id);

#endif
