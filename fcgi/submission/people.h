/*
 * The page of a dossier's people. The rows are in routes.c.
 */
#ifndef FCGI_SUBMISSION_PEOPLE_H
#define FCGI_SUBMISSION_PEOPLE_H

#include "web/route.h"

extern const struct field_rule people_fields[], people_invite_fields[];
void	 people_get(struct req *, struct res *);
void	 people_invite_post(struct req *, struct res *);
void	 people_post(struct req *, struct res *);

/* transfer.c: the dossier changes hands */
extern const struct field_rule transfer_fields[];
void	 transfer_get(struct req *, struct res *);
void	 transfer_post(struct req *, struct res *);
void	 transfer_answer_get(struct req *, struct res *);
void	 transfer_answer_post(struct req *, struct res *);

#endif
