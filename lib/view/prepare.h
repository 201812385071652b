/*
 * A template file as one language reads it: pieces inlined, texts translated,
 * French spaces made no-break. It knows no ctemplate and fills no marker.
 *
 * The first line of every file is {{%AUTOESCAPE context="HTML"}}; a piece's own
 * is dropped. A line `[[> partials/x.tpl]]` at column 0 becomes that file.
 * `[[Texte]]` becomes its translation in the language of lang_set; runs of
 * white space count as one, so a text may wrap. Comments {{! }} and indentation
 * are dropped, the latter except inside <pre> and <textarea>.
 */
#ifndef VIEW_PREPARE_H
#define VIEW_PREPARE_H

#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

#include "base/buf.h"
#include "base/rc.h"

#define PREPARE_PRAGMA	"{{%AUTOESCAPE context=\"HTML\"}}"

/*
 * Append dir/name, prepared, to out. RC_FAIL: logged with file and line.
 */
enum rc	prepare_file(const char *dir, const char *name, struct buf *out);

/* Called with each path that a file includes. */
typedef void (*prepare_piece_fn)(void *arg, const char *path);
/* Tell the pieces that dir/name includes itself. RC_FAIL: logged. */
enum rc	prepare_pieces(const char *dir, const char *name,
	    prepare_piece_fn, void *arg);
/*
 * Append text to out with the no-break spaces of French typography: U+202F
 * before ; ! ? and U+00A0 before : » % € and after «, in place of a plain
 * space, in the text of the page only (never in a tag, a marker, <pre>,
 * <code>, <textarea>).
 */
void	prepare_french(const char *text, struct buf *out);

#ifdef __cplusplus
}
#endif

#endif
