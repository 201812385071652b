/*
 * What inhabitants do for an element: support, contribute, link, describe one.
 */
#ifndef SUBMISSION_GESTURES_H
#define SUBMISSION_GESTURES_H

#include "web/route.h"

extern const struct field_rule backing_fields[];
extern const struct field_rule link_fields_of[];
extern const struct field_rule link_answer_fields[];
extern const struct field_rule sheet_of_fields[];

void	 gestures_get(struct req *, struct res *);
void	 backing_post(struct req *, struct res *);
void	 link_post(struct req *, struct res *);
void	 link_answer_post(struct req *, struct res *);
/* fiche.c: a commons, a place, a resource described by somebody. */
void	 fiche_new_get(struct req *, struct res *);
void	 fiche_new_post(struct req *, struct res *);
enum rc	 fiche_object(struct req *);
void	 fiche_get(struct req *, struct res *);
void	 fiche_post(struct req *, struct res *);

#endif
