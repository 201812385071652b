/*
 * A project at the permanent flow, for its holder: its words, what was offered,
 * what looks the same.
 */
#ifndef SUBMISSION_LISTEN_H
#define SUBMISSION_LISTEN_H

#include "base/problems.h"
#include "domain/act.h"
#include "domain/element.h"
#include "domain/flow.h"
#include "web/route.h"

extern const struct field_rule listen_fields[];
extern const struct field_rule offer_answer_fields[];
extern const struct field_rule merge_ask_fields[];
extern const struct field_rule merge_answer_fields[];
extern const struct field_rule return_fields[];

/* listen.c */
void	 listen_get(struct req *, struct res *);
void	 listen_post(struct req *, struct res *);
void	 listen_leave_post(struct req *, struct res *);
void	 return_post(struct req *, struct res *);
/* The page, with what is wrong: in it for the form of that name. */
void	 listen_show(struct req *, struct res *, int status,
	    const struct problems *why);
struct act listen_act(const struct req *);
/* listen_words.c: maturity, needs, offers, tags, as controls and as typed. */
void	 words_show(const struct req *, struct view *form, const char *kind,
	    const struct flow *, const struct problems *why);
void	 words_read(struct flow_form *, const struct req *, const char *kind,
	    struct problems *why);
/* offers.c */
void	 offers_show(const struct req *, struct view *page,
	    int64_t element_id, const struct problems *why);
void	 offer_answer_post(struct req *, struct res *);
/* merging.c */
void	 merging_show(const struct req *, struct view *page,
	    const struct element *, const struct problems *why);
void	 merge_ask_post(struct req *, struct res *);
void	 merge_answer_post(struct req *, struct res *);

#endif
