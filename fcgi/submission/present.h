/*
 * The page of an application, as its holder sees it: shared by the files that
 * show it and act on it.
 */
#ifndef FCGI_SUBMISSION_PRESENT_H
#define FCGI_SUBMISSION_PRESENT_H

#include "domain/act.h"
#include "domain/submit.h"
#include "web/req.h"
#include "web/res.h"

/* --- present_place.c */

/* What the path names (:slug and :call), the right being checked. */
enum rc	 presentation_of(struct presentation *, struct req *);
/* The same once something was written for the call; else RC_NOT_FOUND. */
enum rc	 presented_of(struct presentation *, struct req *);
/* The call that the path names. RC_NOT_FOUND. */
enum rc	 call_of_path(struct call **, struct req *);
/* The address of that application. */
const char *application_url(const struct req *, const struct presentation *);
/* Which of its steps: of the call's own questions, else of the dossier; as this
 * call alone is told it. */
struct application_place {
	const struct req	*req;
	const struct presentation *p;
	bool			 own, particular;
};
/* The address of a step there; place: struct application_place. In mem. */
const char *application_step_url(const void *place, const struct form_step *);
/* Who acts, with the addresses that mails give. */
struct act act_of(struct req *, const struct presentation *);

/* --- the page and what is shown on it */

/* "Dites-le une fois : 38 réponses sur 41 reprises", in mem. */
const char *reuse_said(const struct req *, int reused, int asked);
/* calls.c: the choice again; consent is still to be given for that call. */
void	 calls_choose_again(struct req *, struct res *, int64_t call_id);
/* Its page again, with problems: of a deposit (presentation_check), of a message
 * ("message", "fichier"). Either may be NULL. */
void	 application_show(struct presentation *, struct req *, struct res *,
	    int status, const struct problems *why,
	    const struct problems *message_why);

/* What fits and what does not, as rows of FITS. */
void	 show_fits(struct view *, const struct fit *, size_t n);

/* followup.c: what follows a deposit. */
void	 show_followup(struct presentation *, struct req *, struct view *,
	    const struct problems *message_why);

#endif
