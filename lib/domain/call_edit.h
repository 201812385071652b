/*
 * Calls written by people: created, changed, published; holders invited with
 * their dossier already filled. Calls of presets are preset_load_call.c's.
 */
#ifndef DOMAIN_CALL_EDIT_H
#define DOMAIN_CALL_EDIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"
#include "domain/act.h"
#include "store/db.h"

#define CALL_INVITED_MOST	100	/* by one act */
#define CALL_THEMES_MOST	50

/* A call in a list of the administration. */
struct call_choice {
	int64_t		 id, opens_at, closes_at, applications, invited;
	const char	*slug, *title, *status;
};

/* Open now, those that close first first; at most 50, in mem. A read. */
size_t	 call_choices(struct call_choice **, struct db *, struct mem *,
	    int64_t platform_id, int64_t now);
/* All of a platform, newest first; at most 200. A read. */
size_t	 call_edited_list(struct call_choice **, struct db *, struct mem *,
	    int64_t platform_id);

struct call_form {
	const char	*title, *promise, *description, *eligibility, *remedies;
	int64_t		 funder_id, territory_id;	/* 0: none */
	int64_t		 form_id;
	int64_t		 model_id;	/* a call whose stages, grids and own
					   questions are taken; 0: three plain
					   stages. Only when created */
	int64_t		 theme_ids[CALL_THEMES_MOST];
	size_t		 theme_count;
	int64_t		 opens_at, closes_at;		/* Unix s; 0: none */
	int64_t		 envelope_cents, min_cents, max_cents;	/* 0: none */
	int64_t		 max_rate_percent, decision_days;	/* 0: none */
	const char	*silence;	/* accept, reject, none */
	int64_t		 silence_months;
};

/* As stored, for its form. RC_NOT_FOUND. In mem. Reads. */
enum rc	 call_form_load(struct call_form *, struct db *, struct mem *,
	    int64_t call_id);
/*
 * Create a draft: its address comes from its title. RC_INVALID: why (titre,
 * formulaire, ouvre, ferme, financeur, silence_mois, taux, montants). *id and
 * *slug. Own write transaction; audited.
 */
enum rc	 call_create(int64_t *id, const char **slug, struct db *,
	    struct mem *, int64_t platform_id, const struct call_form *,
	    const struct act *, struct problems *why);
/* The same checks. RC_CONFLICT: deposits exist and the form would change. */
enum rc	 call_change(struct db *, struct mem *, int64_t call_id,
	    const struct call_form *, const struct act *,
	    struct problems *why);
/*
 * Publish: everyone sees it, and the holders invited while it was written are
 * mailed (platform_url is absolute). RC_CONFLICT: not a draft. RC_INVALID: why,
 * what a published call needs. Own write transaction; audited.
 */
enum rc	 call_publish(struct db *, struct mem *, int64_t call_id,
	    const char *platform_url, const struct act *,
	    struct problems *why);

/*
 * Invite the holders of public projects. Mailed at once when the call is
 * published, else when it will be; once per dossier. *sent: how many were new.
 * RC_NOT_FOUND: no such call. Own write transaction.
 */
enum rc	 call_invite(int64_t *sent, struct db *, struct mem *,
	    int64_t call_id, const int64_t *element_ids, size_t n,
	    const char *platform_url, const struct act *);

/*
 * Who was invited. In mem, at most 200. A read. title, slug, holder: "" when its
 * holder took it back from the public and presented nothing; state: NULL then.
 */
struct call_invited {
	const char	*title, *slug, *holder;
	const char	*state;		/* of what was presented; NULL */
	int64_t		 invited_at, sent_at;
};
size_t	 call_invited_list(struct call_invited **, struct db *, struct mem *,
	    int64_t call_id);

#endif
