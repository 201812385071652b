/*
 * The sheets of a dossier or of a call's own questions: what the pages that
 * show, save and join files share. How a question looks is web/sheet.h.
 */
#ifndef FCGI_SUBMISSION_SHEET_H
#define FCGI_SUBMISSION_SHEET_H

#include "domain/submit.h"
#include "web/sheet.h"

/* What the path names; the right was checked. RC_NOT_FOUND: no such step. */
enum rc	 sheet_load(struct sheet *, struct req *);
/* And what showing it or joining files wants: documents, correction. */
void	 sheet_dress(struct sheet *);
/* The address of a step of the same form. */
const char *sheet_step_url(const struct sheet *, const struct form_step *);
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
/* "a.x:1:haut": an item of a repeated block goes up, down or away, in what was
 * sent; before answers_save. */
void	 sheet_move_item(struct sheet *, const char *what);
/* What was sent for that question is not to be saved. */
void	 sheet_leave_out(struct sheet *, const struct form_field *);
/* The document that a new file takes the place of, when only one may be. */
const struct document *sheet_replaced(const struct sheet *,
	    const struct form_field *);
/* All files sent; refusals are in s->why only. */
enum rc	 sheet_join_files(struct sheet *);
/* "rib:12": answer that question with that document of the vault; a refusal is
 * in s->why only. */
enum rc	 sheet_reuse(struct sheet *, const char *what);
/* A received file joins a question; a refusal is in s->why. RC_INVALID. */
struct received;
enum rc	 sheet_join(struct sheet *, const struct form_field *,
	    const struct received *);
/* "rib:12": take that document away from that question. */
enum rc	 sheet_take_away(struct sheet *, const char *what);

/* The one open correction of a dossier's applications, or NULL. */
struct correction *sheet_correction(struct req *, int64_t dossier_id,
	    int64_t *application_id);

#endif
