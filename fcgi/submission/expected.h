/*
 * What a holder must know of a project at a glance: where it stands, what is
 * expected of them, by when, who answers.
 */
#ifndef FCGI_SUBMISSION_EXPECTED_H
#define FCGI_SUBMISSION_EXPECTED_H

#include "domain/dossier.h"
#include "web/req.h"

struct expected {
	const char	*kind;		/* of the chip: wait, ok, … */
	const char	*state;		/* "En instruction" */
	const char	*text;		/* what is expected of me, by when */
	const char	*who;		/* who answers */
	const char	*act_url;	/* NULL: nothing to do */
	const char	*act_text;
};

/* applications are those of the dossier among all rows of the list. */
void	 expected_of(struct expected *, const struct req *,
	    const struct dossier *, const struct dossiers *);
/* Of one application: its state in words, its chip, and one more fact. */
void	 expected_application(const struct req *,
	    const struct dossier_application *, const char **kind,
	    const char **state, const char **said);

#endif
