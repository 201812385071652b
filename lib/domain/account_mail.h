/*
 * What the messages about accounts say, in the language of who reads them.
 * Each asks for one mail inside the caller's write transaction.
 */
#ifndef DOMAIN_ACCOUNT_MAIL_H
#define DOMAIN_ACCOUNT_MAIL_H

#include <stdint.h>

#include "base/mem.h"
#include "store/db.h"

struct account_mail {
	const char	*to, *name;	/* name may be NULL */
	const char	*lang;
	const char	*url;		/* what the message points to, or NULL */
	const char	*detail;	/* a word more: an address, a title */
	int64_t		 now;
};

typedef void	account_mail_fn(struct db *, struct mem *,
		    const struct account_mail *);
account_mail_fn	 mail_confirm;		/* prove your address */
account_mail_fn	 mail_already;		/* you have an account already */
account_mail_fn	 mail_link;		/* sign in */
account_mail_fn	 mail_no_account;	/* nobody has that address here */
account_mail_fn	 mail_reset;		/* choose a new password */
account_mail_fn	 mail_password_changed;
account_mail_fn	 mail_email_new;	/* prove your new address */
account_mail_fn	 mail_email_old;	/* detail: the address asked for */
account_mail_fn	 mail_closed;
/* detail: the organisation, or what the role is on; by: who invites. */
void	 mail_invite_organisation(struct db *, struct mem *,
	    const struct account_mail *, const char *by);
void	 mail_invite_dossier(struct db *, struct mem *,
	    const struct account_mail *, const char *by);
void	 mail_invite_role(struct db *, struct mem *,
	    const struct account_mail *, const char *by, const char *role);
void	 mail_role_given(struct db *, struct mem *,
	    const struct account_mail *, const char *role);

#endif
