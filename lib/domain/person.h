/*
 * A person: an account. Sign-up, proof of address, passwords, sign-in.
 * It sends nothing itself: mails are job rows written with their cause.
 */
#ifndef DOMAIN_PERSON_H
#define DOMAIN_PERSON_H

#include <stdbool.h>
#include <stdint.h>

struct person {
	int64_t		 id;
	const char	*email;
	const char	*name;
	const char	*lang;		/* "fr", "en" */
	int64_t		 confirmed_at;	/* 0: address not proved yet */
	bool		 admin;		/* administrator of the installation */
};

#endif
