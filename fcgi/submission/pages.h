/*
 * Handlers of the submission worker: deposit, "my projects" and accounts.
 * One file per family of pages; each row of routes.c names its handler.
 */
#ifndef FCGI_SUBMISSION_PAGES_H
#define FCGI_SUBMISSION_PAGES_H

#include "web/route.h"

extern const struct worker submission_worker;

/* --- what a path names ---------------------------------------------------- */

enum rc	 my_dossier(struct req *);		/* dossier.c */

/* deposit.c */
void	 deposit_get(struct req *, struct res *);
void	 deposit_post(struct req *, struct res *);
/* suggest.c */
void	 places_json(struct req *, struct res *);
void	 lists_json(struct req *, struct res *);
void	 links_json(struct req *, struct res *);
void	 model_get(struct req *, struct res *);
void	 bodies_json(struct req *, struct res *);
/* my_projects.c */
void	 my_projects_get(struct req *, struct res *);
/* dossier.c */
void	 dossier_get(struct req *, struct res *);
void	 trash_post(struct req *, struct res *);
void	 restore_post(struct req *, struct res *);
/* review.c */
void	 review_get(struct req *, struct res *);
/* offer.c */
void	 offer_get(struct req *, struct res *);
void	 offer_post(struct req *, struct res *);
/* step.c */
void	 step_get(struct req *, struct res *);
void	 step_post(struct req *, struct res *);
/* save.c */
void	 save_post(struct req *, struct res *);
void	 file_post(struct req *, struct res *);
/* picture.c */
extern const struct field_rule picture_fields[];
void	 picture_get(struct req *, struct res *);
void	 picture_post(struct req *, struct res *);
/* documents.c */
void	 document_get(struct req *, struct res *);
/* calls.c */
void	 calls_choose_get(struct req *, struct res *);
/* present.c */
void	 begin_post(struct req *, struct res *);
void	 application_get(struct req *, struct res *);
void	 submit_post(struct req *, struct res *);
/* acts.c */
void	 message_post(struct req *, struct res *);
void	 message_file_get(struct req *, struct res *);
void	 seen_post(struct req *, struct res *);
void	 withdraw_get(struct req *, struct res *);
void	 withdraw_post(struct req *, struct res *);
void	 corrected_post(struct req *, struct res *);
/* comments.c */
void	 comments_get(struct req *, struct res *);
void	 comments_post(struct req *, struct res *);
/* recipients.c */
void	 recipients_get(struct req *, struct res *);
/* api.c */
void	 api_dossier_post(struct req *, struct res *);
/* whole.c */
void	 whole_json_get(struct req *, struct res *);
void	 whole_pdf_get(struct req *, struct res *);
/* promote.c */
void	 promote_post(struct req *, struct res *);
/* receipt.c */
void	 receipt_get(struct req *, struct res *);
void	 receipt_pdf_get(struct req *, struct res *);
void	 snapshot_json_get(struct req *, struct res *);

#endif
