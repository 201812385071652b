/*
 * Views: the C face of ctemplate. The view gets data only, HTML is in views/.
 * No C++ exception leaves it; errors are sticky and told by view_render.
 *
 * Templates are read, translated and checked once per process by views_load
 * (lib/view/prepare.h says what is done to a file). A template without the
 * AUTOESCAPE line, or an unknown partial, refuses to start.
 *
 * Markers are the M_… constants of markers.h, generated from views/, so that
 * a typo fails to compile. Names and texts are borrowed until view_render returns
 * (put texts in the request's arena). A row sees the markers and the sections of
 * the view it was added to; its own win.
 */
#ifndef VIEW_VIEW_H
#define VIEW_VIEW_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#include "base/buf.h"
#include "base/rc.h"
#include "markers.h"	/* generated */

struct view;

/*
 * Load and check the pages below dir for every language of lang_list():
 * those of the folders named ("submission account") and of layout/, all when
 * NULL. A file that another one includes is a piece and is not loaded for
 * itself. RC_FAIL: logged with file and line. Call once, after lang_open and
 * before the sandbox.
 */
enum rc		 views_load(const char *dir, const char *folders);
/* How many pages × languages are loaded: 0 before views_load. */
int		 views_count(void);

struct view	*view_new(void);
void		 view_free(struct view *);	/* NULL is allowed */

/* NULL text is the empty text. */
void		 view_text(struct view *, const char *marker, const char *text);
void		 view_int(struct view *, const char *marker, int64_t);
/* Show a section once, with this view's own markers. */
void		 view_show(struct view *, const char *section);
/* Show a section once more, as a row with its own markers; borrowed. */
struct view	*view_add(struct view *, const char *section);
/* Show the section only if text is neither NULL nor empty, and set marker. */
void		 view_optional(struct view *, const char *section,
		    const char *marker, const char *text);

/*
 * Append the page to out. name is a path below views/ ("observatory/home.tpl").
 * RC_NOT_FOUND: no such template. RC_FAIL: logged.
 */
enum rc		 view_render(struct view *, const char *name,
		    const char *language, struct buf *out);

#ifdef __cplusplus
}
#endif

#endif
