/*
 * Between account.c and account_self.c: the checks of what people type.
 */
#ifndef DOMAIN_ACCOUNT_PRIVATE_H
#define DOMAIN_ACCOUNT_PRIVATE_H

#include "base/mem.h"
#include "base/problems.h"

#define ACCOUNT_NAME_MAX	100	/* characters */

/* As kept, in mem; a problem is added ("nom", "courriel") when it is wrong,
 * and the address is then NULL. */
const char *account_name(struct problems *, struct mem *, const char *typed);
const char *account_email(struct problems *, struct mem *, const char *typed);

#endif
