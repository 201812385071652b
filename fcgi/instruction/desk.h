/*
 * The agent's desk: one application open beside the list. What every page of
 * an application loads, shows around its own content, and answers.
 */
#ifndef INSTRUCTION_DESK_H
#define INSTRUCTION_DESK_H

#include <stdbool.h>

#include "domain/act.h"
#include "domain/application.h"
#include "domain/seen.h"
#include "domain/stage.h"
#include "fcgi/instruction/asked.h"
#include "web/res.h"

enum tab { TAB_DOSSIER, TAB_FILES, TAB_REVIEW, TAB_FUNDING, TAB_THREAD,
	TAB_JOURNAL, TAB_COUNT };

struct desk {
	struct req	*req;
	struct res	*res;
	struct asked	 asked;
	struct application *app;
	struct stages	 stages;
	const struct stage *stage;	/* where it stands, or NULL */
	struct seen	 seen;
	bool		 instruct, review, decide, fund;	/* may */
	struct problems	 why;		/* of the verb called */
	bool		 stale;		/* the form came back: it changed */
	bool		 writes;	/* the page's own form comes first */
};

/* Names the application of the path: RC_NOT_FOUND also when the person may not
 * read it, so that a conflict betrays nothing. */
enum rc		 desk_object(struct req *);

/* Load; false when the reply is an error already. */
bool		 desk_open(struct desk *, struct req *, struct res *);
/* Who acts, for the verbs of the domain. */
struct act	 desk_act(const struct desk *);
/* Address of a page of this application, with the filter. */
const char	*desk_url(const struct desk *, const char *tail);

/*
 * The page of a tab: list, head, tabs, what may be done. Fill it and end with
 * desk_show.
 */
struct view	*desk_page(struct desk *, enum tab, const char *title);
void		 desk_show(struct desk *, const char *template);
/* The same for the form of one act: nothing else is offered there. */
void		 desk_show_form(struct desk *, const char *template);
/* Where a form sends: its address, token, revision and filter. */
void		 desk_form(const struct desk *, struct view *,
		    const char *tail);

/* The end of a POST: to a page of the application, with a sentence. */
void		 desk_done(struct desk *, const char *tail, const char *said);
/*
 * What a verb answered: RC_OK goes on (true). RC_INVALID and RC_CONFLICT show
 * the form again with `page` (422, 409), texts kept; anything else is the error
 * page.
 */
typedef void	(*desk_page_fn)(struct desk *);
bool		 desk_check(struct desk *, enum rc, desk_page_fn page);

#endif
