/*
 * A sheet: one step of a form as controls, being filled by its holder or tried
 * by whoever writes the form. It asks and shows; who may and what is saved
 * is the pages' business.
 */
#ifndef WEB_SHEET_H
#define WEB_SHEET_H

#include "domain/answer.h"
#include "domain/correction.h"
#include "domain/document.h"
#include "domain/dossier.h"
#include "domain/form.h"
#include "web/req.h"
#include "web/res.h"

struct presentation;

struct sheet {
	struct req		*req;
	struct dossier		*dossier;	/* NULL: a form being tried */
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
	/* Answers of before then were said once already; 0: nobody says it. */
	int64_t			 begun_at;
	/* Whichever is rarer on the page is marked beside its label: what is
	 * required (true), or what is optional. sheet_show_fields decides. */
	bool			 marks_required;
	/* Addresses: the sheet itself; its dossier; what its steps are under. */
	const char		*url, *home_url, *steps_url;
};

/* sheet_sent.c */
/* What is sent for a question, by its parts; NULL when nothing is. */
struct typed *typed_of(struct mem *, const struct params *, const char *key);

/* sheet_fields.c: the rows of FIELDS, and FIELDS_NOTE, what is said of all. */
void	 sheet_show_fields(struct sheet *, struct view *);
/* Why the project is not eligible, INELIGIBLE of partials/ineligible.tpl. */
void	 sheet_show_barriers(struct view *, const struct barrier *, size_t n);
/* What autosave.js is told of the step after a save: {rules, calculated,
 * ineligible, beside}. The caller's reference. */
struct json_object *sheet_judged(const struct sheet *);
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

#endif
