/*
 * Organisations: the bodies that hold projects, and who belongs to them.
 * It asks no register whether one exists: only the keys of its numbers.
 */
#ifndef DOMAIN_ORGANISATION_H
#define DOMAIN_ORGANISATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"
#include "domain/person.h"
#include "store/db.h"

struct organisation {
	int64_t		 id;
	const char	*slug, *kind, *name;
	const char	*siret, *rna;		/* NULL: none */
	int64_t		 territory_id;
	const char	*territory_code, *territory_name;	/* or NULL */
	const char	*email, *phone, *website, *description;	/* or NULL */
	int64_t		 verified_at, created_at;
};

/* "association", … as the schema names them; NULL ends. */
extern const char *const organisation_kinds[];
/* "association loi 1901", in the person's language; borrowed for ever. */
const char *organisation_kind_label(const char *kind);

/* *o lives in mem. RC_NOT_FOUND. Reads. */
enum rc	 organisation_load(struct organisation **o, struct db *, struct mem *,
	    const char *slug);
enum rc	 organisation_load_id(struct organisation **o, struct db *,
	    struct mem *, int64_t id);

/* What a form says of one; texts as typed, "" or NULL when empty. */
struct organisation_form {
	const char	*kind, *name, *siret, *rna;
	const char	*territory;	/* a commune: name, code, postal code */
	const char	*email, *phone, *website, *description;
	int64_t		 near_id;	/* territory to look in first, or 0 */
};

/*
 * Make one; `who` becomes its administrator. *slug lives in mem.
 * RC_INVALID: `why` (forme, nom, siret, rna, commune, courriel, telephone, site,
 * presentation). RC_CONFLICT: that number belongs to an organisation that is
 * here already: *slug is its own, ask to join it. Own write transaction.
 */
enum rc	 organisation_create(struct db *, struct mem *,
	    const struct organisation_form *, const struct person *who,
	    int64_t now, const char **slug, struct problems *why);
/* Change it. Same results. */
enum rc	 organisation_save(struct db *, struct mem *, int64_t id,
	    const struct organisation_form *, const struct person *who,
	    int64_t now, struct problems *why);

struct member {
	int64_t		 person_id;
	const char	*name, *email;
	bool		 administrator;
	const char	*title;		/* or NULL */
	int64_t		 since_at;
};
/* Administrators first; in mem. At most 500. */
size_t	 organisation_members(struct member **, struct db *, struct mem *,
	    int64_t organisation_id);

struct own_organisation {
	int64_t		 id, members, since_at;
	const char	*slug, *name, *kind, *title;
	bool		 administrator;
};
/* Those a person belongs to, by name; in mem. At most 100. */
size_t	 organisation_of(struct own_organisation **, struct db *, struct mem *,
	    int64_t person_id);

/*
 * Make a member an administrator or not; or end a membership (one's own, or
 * somebody's). RC_NOT_FOUND: not a member. RC_CONFLICT: the last administrator,
 * while others are members. Own write transactions, audited.
 */
enum rc	 membership_set(struct db *, struct mem *, int64_t organisation_id,
	    int64_t person_id, bool administrator, const struct person *by,
	    int64_t now);
enum rc	 membership_end(struct db *, struct mem *, int64_t organisation_id,
	    int64_t person_id, const struct person *by, int64_t now);
/* Tell the administrators that `who` would like to join; url is the page where
 * they can invite. Once a day at most. Own write transaction. */
enum rc	 membership_ask(struct db *, struct mem *, int64_t organisation_id,
	    const struct person *who, const char *url, int64_t now);

#endif
