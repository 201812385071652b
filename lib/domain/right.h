/*
 * Rights: person × verb × object, by roles at scopes. Deny by default.
 * It decides; it neither loads objects from a path nor shows pages.
 *
 * A role is granted at a scope: the installation, a territory (and all below
 * it), a platform, a call, a stage, a theme, a dossier. Ownership (person or
 * organisation) gives the holder's verbs on a dossier. A conflict of interest
 * takes away the service's verbs on an application whatever the roles say. An
 * address that is not proved gives nothing. doc/rights.md has the table.
 */
#ifndef DOMAIN_RIGHT_H
#define DOMAIN_RIGHT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/rc.h"
#include "domain/person.h"
#include "store/db.h"

enum right {
	RIGHT_NONE,		/* nobody, ever: the default of a zeroed row */
	RIGHT_PUBLIC,		/* everybody, signed in or not */
	RIGHT_SIGNED_IN,	/* any session with a person */
	/* on a dossier */
	RIGHT_DOSSIER_CREATE,	/* on a platform: any confirmed person */
	RIGHT_DOSSIER_OPEN,	/* the master file alone, also when shared */
	RIGHT_DOSSIER_READ,	/* and what services answered to it */
	RIGHT_DOSSIER_COMMENT,	/* with the team; no service does */
	RIGHT_DOSSIER_EDIT,
	RIGHT_DOSSIER_SUBMIT,	/* present, withdraw, answer a correction */
	RIGHT_DOSSIER_MANAGE,	/* co-holders, transfer, delete */
	/* on an application (of a call of a platform) */
	RIGHT_QUEUE,		/* see the work list of a platform */
	RIGHT_APPLICATION_READ,
	RIGHT_APPLICATION_INSTRUCT, /* take, correction, message, note */
	RIGHT_APPLICATION_REVIEW,
	RIGHT_APPLICATION_DECIDE,
	RIGHT_FUNDING_EDIT,
	RIGHT_MEASURE_VALIDATE,
	/* on a platform */
	RIGHT_COMMUNITY,	/* read and change who has which role */
	RIGHT_PLATFORM_EDIT,
	RIGHT_CALL_EDIT,
	RIGHT_FORM_EDIT,	/* write and publish its forms */
	RIGHT_WIKI,		/* register wikis, run imports */
	RIGHT_MODERATE,
	/* on an organisation */
	RIGHT_ORGANISATION_READ,
	RIGHT_ORGANISATION_MANAGE,
	/* on the installation */
	RIGHT_INSTALLATION,	/* metrics, every platform */
	RIGHT_COUNT
};

#define RIGHT_BIT(r)	(UINT32_C(1) << (r))	/* in a set of rights */

enum object_kind {
	OBJECT_INSTALLATION,
	OBJECT_PLATFORM,
	OBJECT_CALL,
	OBJECT_DOSSIER,
	OBJECT_APPLICATION,
	OBJECT_ORGANISATION
};

/* What a right is asked about: the ids that scopes are compared with. */
struct object {
	enum object_kind kind;
	int64_t		 id;
	int64_t		 platform_id;	/* of the dossier, call, application */
	int64_t		 call_id;	/* of an application or call */
	int64_t		 stage_id;	/* where the application stands */
	int64_t		 dossier_id;	/* of a dossier or application */
	int64_t		 territory_id;
	int64_t		 theme_id;
	int64_t		 organisation_id; /* owner of the dossier, or itself */
	int64_t		 person_id;	/* owner of the dossier */
	bool		 published;	/* the public may see that it exists */
};

/* The names that roles have in the database and in `terreau grant`. */
extern const char *const right_roles[];		/* NULL ends */

/* True when the person (NULL: nobody) may. A read. */
bool	 right_may(struct db *, const struct person *, enum right,
	    const struct object *);
/*
 * What the roles of the person give on a platform, asked once: bit RIGHT_X is set
 * when the right is grantable and right_may would say yes. For menus; a route
 * asks right_may. A read.
 */
uint32_t right_set(struct db *, const struct person *,
	    const struct object *platform);
/*
 * The same answer with its sentence: which grant, ownership or rule decided,
 * for administrators ("agent sur l’appel X, accordé par Y le …"), in the
 * language of lang_set. In mem. may may be NULL.
 */
const char *right_explain(struct db *, struct mem *, const struct person *,
    enum right, const struct object *, bool *may);

/* "dossier_edit"; and back, RIGHT_NONE when unknown. */
const char *right_name(enum right);
enum right right_by_name(const char *);
/* "modifier le dossier", in the language of lang_set. Borrowed for ever. */
const char *right_label(enum right);
/* A built-in role in words: "instructeur". NULL: it is none of them. */
const char *right_role_label(const char *role);
/* May a role (a platform's own one too) give it? Not RIGHT_PUBLIC, those
 * that come from owning, nor RIGHT_INSTALLATION. */
bool	 right_is_grantable(enum right);
/* Does that built-in role give it at a scope of that kind? */
bool	 right_of_role(const char *role, const char *scope_kind, enum right);

/*
 * What of a platform a person reaches by roles, for lists: a list shows only
 * what right_may would accept, without asking row by row (doc/rights.md, Lists).
 */
struct reach {
	bool		 any;	/* something; else the list is refused */
	bool		 whole;	/* all of the platform; else filter by scope */
	bool		 committee; /* some of it as an evaluator only: what one's
				   own organisations hold is hidden too */
	const char	*roles;	/* JSON array: the roles that give the right */
};
void	 right_reach(struct reach *, struct db *, struct mem *,
	    const struct person *, enum right, int64_t platform_id);

/* Fill *object from an id. RC_NOT_FOUND. Reads. */
enum rc	 object_dossier(struct db *, int64_t dossier_id, struct object *);
enum rc	 object_application(struct db *, int64_t application_id,
	    struct object *);
enum rc	 object_call(struct db *, int64_t call_id, struct object *);
enum rc	 object_platform(struct db *, int64_t platform_id, struct object *);
enum rc	 object_organisation(struct db *, int64_t id, struct object *);

#endif
