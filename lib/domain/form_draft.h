/*
 * Revisions of forms while they are written: begun, changed, published, given
 * up (doc/forms.md). A published revision never changes; one draft at a time.
 * What a change does to the definition is form_edit.h's.
 */
#ifndef DOMAIN_FORM_DRAFT_H
#define DOMAIN_FORM_DRAFT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"
#include "domain/form_lint.h"
#include "domain/person.h"
#include "domain/platform.h"
#include "store/db.h"

struct json_object;

#define FORM_DRAFT_BYTES	1000000	/* a definition is never larger */

/* --- lists: reads ------------------------------------------------------------ */

struct form_row {
	const char	*key, *label, *kind;
	int64_t		 published, published_at;	/* number; 0: none */
	int64_t		 draft, edited_at;		/* number; 0: none */
	const char	*edited_by;			/* "" when unknown */
	int64_t		 calls, dossiers;		/* that use it */
};
/* The forms of a platform by label, at most 200, in mem; how many. */
size_t	 form_list(struct form_row **, struct db *, struct mem *,
	    int64_t platform_id);

struct form_version {
	int64_t		 number, published_at, edited_at, dossiers;
	bool		 offered;	/* to drafts of an older one */
	const char	*sha256, *edited_by;
};
/* Newest first, at most 100. 0: no such form. */
size_t	 form_versions(struct form_version **, struct db *, struct mem *,
	    int64_t platform_id, const char *key);

struct form_call {
	const char	*slug, *title, *status;
};
/* The calls that ask it, newest first, at most 50. */
size_t	 form_calls(struct form_call **, struct db *, struct mem *,
	    int64_t platform_id, const char *key);

/* --- one revision ---------------------------------------------------------------- */

struct form_draft {
	int64_t		 id, form_id, platform_id, number;
	int64_t		 edits;		/* grows with each change */
	int64_t		 published_at, edited_at;	/* 0: not */
	const char	*key, *edited_by, *sha256;
	struct json_object *definition;	/* owned: form_draft_release */
};

/* A revision, published or not, in mem but for its definition. RC_NOT_FOUND.
 * A read. */
enum rc	 form_draft_load(struct form_draft *, struct db *, struct mem *,
	    int64_t platform_id, const char *key, int64_t number);
void	 form_draft_release(struct form_draft *);
/* The revision published last, for a diff. RC_NOT_FOUND: none was. A read. */
enum rc	 form_published(struct form_draft *, struct db *, struct mem *,
	    int64_t platform_id, const char *key);
/* How many dossiers and applications being written follow an older revision,
 * and would be offered this one. A read. */
int64_t	 form_draft_older(struct db *, const struct form_draft *);
/*
 * What the linter wants to know besides the definition. Its objects are
 * released by lint_world_release. with_uses: which options people chose, in the
 * last thousand answers of each choice. A read.
 */
void	 form_draft_world(struct lint_world *, struct db *, struct mem *,
	    const struct form_draft *, bool with_uses);
void	 lint_world_release(struct lint_world *);

/* --- verbs: each opens its own write transaction ------------------------------------ */

/*
 * A draft made of the revision published last; *number is its number, also when
 * there is one already (RC_OK: two agents work on the same). RC_NOT_FOUND.
 */
enum rc	 form_draft_begin(int64_t *number, struct db *, struct mem *,
	    int64_t platform_id, const char *key, const struct person *,
	    int64_t now);
/*
 * A draft from a definition that came whole (a file, a copy, a new form): of the
 * form whose key it says, made when there is none. Its revision number is ours.
 * RC_INVALID: why has what the format refuses. RC_CONFLICT: a draft exists
 * already. *key lives in mem. definition is borrowed; its number is changed.
 */
enum rc	 form_draft_import(const char **key, int64_t *number, struct db *,
	    struct mem *, int64_t platform_id, struct json_object *definition,
	    const struct person *, int64_t now, struct problems *why);
/* A definition with one step, one block, and a text to replace; of a project, the
 * questions that lists need too. The caller's. */
struct json_object *form_draft_blank(const char *key, const char *title,
	    const char *kind);

/*
 * Change a draft: `change` is given the definition as it is stored now, inside
 * the transaction, so that nothing anybody wrote meanwhile is lost. Anything but
 * RC_OK from it leaves the draft as it was, and is returned.
 */
enum rc	 form_draft_change(struct db *, const struct form_draft *,
	    enum rc (*change)(struct json_object *, void *), void *arg,
	    const struct person *, int64_t now);
/*
 * Publish: the revision never changes again, and the forms begun from now on
 * ask it. offered: those begun already are told of it and may move to it
 * (form_offer.h). edits: the draft as it was read (RC_CONFLICT: it changed
 * since). RC_INVALID: lint has errors. The public journal gets its digest.
 */
enum rc	 form_draft_publish(struct db *, struct mem *,
	    const struct platform *, const char *key, int64_t number,
	    int64_t edits, bool offered, const struct person *, int64_t now,
	    struct lint *lint);
/* Offer a published revision to drafts from now on, or no longer; whoever moved
 * to it stays. RC_NOT_FOUND; RC_CONFLICT: not published, or so already. */
enum rc	 form_revision_offer(struct db *, struct mem *, int64_t platform_id,
	    const char *key, int64_t number, bool offered,
	    const struct person *, int64_t now);
/* Throw a draft away, as it was read (RC_CONFLICT: it changed since). A form
 * that was never published goes with it. */
enum rc	 form_draft_abandon(struct db *, struct mem *, int64_t platform_id,
	    const char *key, int64_t number, int64_t edits,
	    const struct person *, int64_t now);

#endif
