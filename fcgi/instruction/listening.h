/*
 * Pages of listening and of moderation: what their files share.
 */
#ifndef INSTRUCTION_LISTENING_H
#define INSTRUCTION_LISTENING_H

#include "domain/act.h"
#include "domain/likeness.h"
#include "domain/listening.h"
#include "domain/need.h"
#include "web/route.h"

extern const struct field_rule moderation_fields[];
extern const struct field_rule suggest_merge_fields[];
extern const struct field_rule listening_page_fields[];
extern const struct field_rule listening_form_fields[];
extern const struct field_rule listening_invite_fields[];
extern const struct field_rule listening_offer_fields[];
extern const struct field_rule listening_note_fields[];
extern const struct field_rule board_fields[];
extern const struct field_rule board_column_fields[];
extern const struct field_rule alert_page_fields[];
extern const struct field_rule alert_fields[];
extern const struct field_rule team_fields[];

/* moderation.c */
int64_t	 moderation_count(const struct req *);
void	 moderation_get(struct req *, struct res *);
void	 moderate_get(struct req *, struct res *);
void	 moderate_post(struct req *, struct res *);
void	 suggest_merge_post(struct req *, struct res *);

/* listening.c */
/* The listening of the path, for its members: RC_NOT_FOUND for anybody else. */
enum rc	 listening_object(struct req *);
/* The same, loaded; NULL when the reply is an error already. */
struct listening *listening_open(struct req *, struct res *);
/* An address below the listening: listening_url(req, l, "/tableau"). */
const char *listening_url(const struct req *, const struct listening *,
	    const char *tail);
/* A page of it: head, tabs; here is the tail of the tab. */
struct view *listening_page(struct req *, struct res *,
	    const struct listening *, const char *title, const char *here);
/* What may be done with the projects ticked (selection.tpl); false: nothing. */
bool	 listening_selection(const struct req *, struct view *page,
	    bool to_board);
struct act listening_act(const struct req *, const char *project_slug);
/* What a project looks for, offers, its words: rows of partials/terms.tpl. */
void	 needs_show(const struct req *, struct view *, const struct needs *);
void	 listenings_get(struct req *, struct res *);
void	 listening_take_post(struct req *, struct res *);
void	 listening_get(struct req *, struct res *);
/* listening_form.c */
void	 listening_new_get(struct req *, struct res *);
void	 listening_new_post(struct req *, struct res *);
void	 listening_edit_get(struct req *, struct res *);
void	 listening_edit_post(struct req *, struct res *);
void	 listening_drop_post(struct req *, struct res *);
/* listening.c */
void	 listening_invite_post(struct req *, struct res *);
/* listening_project.c */
void	 listening_project_get(struct req *, struct res *);
void	 listening_offer_post(struct req *, struct res *);
void	 listening_withdraw_post(struct req *, struct res *);
void	 listening_note_post(struct req *, struct res *);
/* board.c */
void	 board_get(struct req *, struct res *);
void	 board_post(struct req *, struct res *);
void	 board_column_post(struct req *, struct res *);
/* alerts.c */
void	 alerts_get(struct req *, struct res *);
void	 alerts_post(struct req *, struct res *);
void	 team_post(struct req *, struct res *);
void	 listening_feed_get(struct req *, struct res *);

#endif
