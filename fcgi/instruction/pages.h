/*
 * Handlers of the instruction worker: the agents' queue and the administration.
 * One file per family of pages; each row of routes.c names its handler.
 */
#ifndef FCGI_INSTRUCTION_PAGES_H
#define FCGI_INSTRUCTION_PAGES_H

#include "web/route.h"

extern const struct worker instruction_worker;

/* application.c */
void	 application_get(struct req *, struct res *);
void	 files_get(struct req *, struct res *);
void	 file_get(struct req *, struct res *);
void	 take_post(struct req *, struct res *);
void	 charge_get(struct req *, struct res *);
void	 charge_post(struct req *, struct res *);
void	 seen_post(struct req *, struct res *);
/* application_journal.c */
void	 application_journal_get(struct req *, struct res *);
void	 note_post(struct req *, struct res *);
void	 note_drop_post(struct req *, struct res *);
/* correction.c */
void	 correction_get(struct req *, struct res *);
void	 correction_post(struct req *, struct res *);
void	 correction_cancel_post(struct req *, struct res *);
void	 stage_get(struct req *, struct res *);
void	 stage_post(struct req *, struct res *);
void	 stage_move_post(struct req *, struct res *);
/* decision.c */
void	 decision_get(struct req *, struct res *);
void	 decision_post(struct req *, struct res *);
void	 proposal_get(struct req *, struct res *);
void	 proposal_post(struct req *, struct res *);
void	 reopen_get(struct req *, struct res *);
void	 reopen_post(struct req *, struct res *);
/* funding.c */
void	 funding_get(struct req *, struct res *);
void	 funding_post(struct req *, struct res *);
void	 payment_post(struct req *, struct res *);
void	 paid_post(struct req *, struct res *);
/* opinion.c */
void	 opinion_get(struct req *, struct res *);
void	 opinion_post(struct req *, struct res *);
void	 opinion_withdraw_post(struct req *, struct res *);
void	 expert_get(struct req *, struct res *);
void	 expert_post(struct req *, struct res *);
/* queue.c */
void	 queue_get(struct req *, struct res *);
void	 evaluations_get(struct req *, struct res *);
int64_t	 evaluations_count(const struct req *);
/* ranking.c */
enum rc	 ranking_object(struct req *);
void	 ranking_get(struct req *, struct res *);
void	 ranking_propose_post(struct req *, struct res *);
void	 ranking_decide_post(struct req *, struct res *);
void	 ranking_spread_post(struct req *, struct res *);
/* review.c, review_save.c */
void	 review_get(struct req *, struct res *);
void	 review_post(struct req *, struct res *);
void	 review_note_post(struct req *, struct res *);
/* review_assign.c */
void	 assign_get(struct req *, struct res *);
void	 assign_post(struct req *, struct res *);
/* thread.c */
void	 thread_get(struct req *, struct res *);
void	 thread_post(struct req *, struct res *);
void	 thread_file_get(struct req *, struct res *);
void	 conflict_get(struct req *, struct res *);
void	 conflict_post(struct req *, struct res *);
void	 conflict_lift_post(struct req *, struct res *);

#endif
