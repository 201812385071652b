/*
 * What a directory of organisations says of one known by its SIRET. Asking is
 * the job runner's (cli/jobs_directory.c): no page waits for it, and while
 * it is silent what was typed stays, said to be unverified.
 *
 * The answers read are those of recherche-entreprises.api.gouv.fr (Annuaire des
 * entreprises, DINUM, Licence Ouverte 2.0).
 */
#ifndef DOMAIN_DIRECTORY_H
#define DOMAIN_DIRECTORY_H

#include <stdint.h>

#include "base/mem.h"
#include "base/rc.h"
#include "store/db.h"

struct json_object;

/* Ask for an organisation, later. Inside the caller's write transaction. */
void	 directory_ask(struct db *, int64_t organisation_id, int64_t now);
/* Ask for each that has a SIRET and was never verified, at most 10,000; how many.
 * Own write transaction. */
int64_t	 directory_ask_all(struct db *, int64_t now);

/* The SIRET to ask about, in mem. RC_NOT_FOUND: gone, without one, or verified
 * already. A read. */
enum rc	 directory_siret(const char **siret, struct db *, struct mem *,
	    int64_t organisation_id);
/*
 * Keep what was found: activity, legal form, and the address, the commune where
 * none was typed; what a person wrote is never changed. RC_NOT_FOUND: the answer
 * does not have that SIRET, so it stays unverified. RC_INVALID: it is no answer
 * of a directory. Own write transaction.
 */
enum rc	 directory_keep(struct db *, struct mem *, int64_t organisation_id,
	    const char *siret, struct json_object *answer, int64_t now);

#endif
