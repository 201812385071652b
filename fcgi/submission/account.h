/*
 * The pages under /compte: handlers, their fields, and what they share.
 * The rows are in routes.c, one block.
 */
#ifndef FCGI_SUBMISSION_ACCOUNT_H
#define FCGI_SUBMISSION_ACCOUNT_H

#include "domain/account.h"
#include "web/ask.h"
#include "web/route.h"

/* --- what the pages share (account.c) ----------------------------------------- */

/* A page of account/form.tpl, ready for its fields. why: NULL, or the problems
 * of a form that came back. */
struct view *account_form(struct res *, struct ask *, const char *title,
	    const char *url, const char *button, const struct problems *why);
void	 account_lead(struct view *, const char *text);
/* kind: "wait", "refuse", "ok", "info". */
void	 account_notice(struct view *, const char *kind, const char *text);
void	 account_hidden(struct view *, const char *name, const char *value);
void	 account_link(struct view *, const char *before, const char *url,
	    const char *text);
/* Send it: 200, or 422 when something is wrong. */
void	 account_show(struct res *, struct view *, const struct problems *why);

/* A page of account/told.tpl: something to read, at most one thing to do. */
struct view *account_tell(struct res *, const char *title, const char *text);
struct view *account_tell_ask(struct view *, const char *url,
	    const char *button);
/* Two buttons: "reponse" is "oui" or "non". */
void	 account_tell_yes_no(struct view *, const char *url);
void	 account_tell_next(struct view *, const char *url, const char *text);

/* The parameter "suite" when it is a local path, else NULL. */
const char *account_suite(const struct req *);
/* path with "?suite=…" when the page was given one. */
const char *account_url(const struct req *, const char *path);
void	 account_links(struct account_links *, const struct req *);
/* Does this installation only write messages into its state folder? */
bool	 account_mail_is_local(const struct req *);

#define ACCOUNT_HOME	"/compte/"

/* --- pages ------------------------------------------------------------------------ */

/* account_sign.c: getting in, and out */
extern const struct field_rule sign_in_fields[], sign_up_fields[],
	    link_fields[], suite_fields[], sent_fields[];
void	 sign_in_get(struct req *, struct res *);
void	 sign_in_post(struct req *, struct res *);
void	 sign_up_get(struct req *, struct res *);
void	 sign_up_post(struct req *, struct res *);
void	 sign_out_post(struct req *, struct res *);
void	 account_link_get(struct req *, struct res *);
void	 account_link_post(struct req *, struct res *);
void	 account_sent_get(struct req *, struct res *);

/* account_token.c: links of messages */
extern const struct field_rule token_fields[], reset_fields[];
void	 account_confirm_get(struct req *, struct res *);
void	 account_confirm_post(struct req *, struct res *);
void	 account_again_post(struct req *, struct res *);
void	 account_reset_get(struct req *, struct res *);
void	 account_reset_post(struct req *, struct res *);

/* account_self.c: one's own account */
extern const struct field_rule close_fields[];
void	 account_get(struct req *, struct res *);
void	 account_data_get(struct req *, struct res *);
void	 account_data_json(struct req *, struct res *);
void	 account_close_get(struct req *, struct res *);
void	 account_close_post(struct req *, struct res *);

/* account_change.c: what one may change of it */
extern const struct field_rule profile_fields[], password_fields[],
	    email_fields[];
void	 account_profile_get(struct req *, struct res *);
void	 account_profile_post(struct req *, struct res *);
void	 account_password_get(struct req *, struct res *);
void	 account_password_post(struct req *, struct res *);
void	 account_email_get(struct req *, struct res *);
void	 account_email_post(struct req *, struct res *);
/* "actuel": the password, when there is one, before what cannot be undone. */
void	 account_ask_current(const struct req *, const struct ask *);

/* account_devices.c */
extern const struct field_rule device_fields[];
void	 account_devices_get(struct req *, struct res *);
void	 account_devices_post(struct req *, struct res *);

/* organisation.c */
extern const struct field_rule organisation_fields[], invite_fields[],
	    member_fields[], held_fields[];
void	 organisation_held_post(struct req *, struct res *);
enum rc	 organisation_of_path(struct req *);
void	 organisation_new_get(struct req *, struct res *);
void	 organisation_new_post(struct req *, struct res *);
void	 organisation_get(struct req *, struct res *);
void	 organisation_edit_get(struct req *, struct res *);
void	 organisation_edit_post(struct req *, struct res *);
void	 organisation_invite_post(struct req *, struct res *);
void	 organisation_members_post(struct req *, struct res *);
void	 organisation_join_post(struct req *, struct res *);

/* api_keys.c */
extern const struct field_rule api_key_fields[];
void	 api_keys_get(struct req *, struct res *);
void	 api_keys_post(struct req *, struct res *);

/* invitation.c */
extern const struct field_rule answer_fields[];
/* Where mails lead who is invited, but for the number that ends it. */
const char *invitation_mailed(const struct req *);
/* Back to url, told what became of an invitation; any rc but RC_INVALID. */
void	 invitation_sent(struct res *, enum rc, const char *url);
void	 invitation_get(struct req *, struct res *);
void	 invitation_post(struct req *, struct res *);

#endif
