/*
 * Reading the texts of a platform.
 * It does not turn Markdown into HTML: the page does.
 */
#include "config.h"

#include "domain/platform_text.h"

enum rc
platform_text_load(struct platform_text **out, struct db *db, struct mem *mem,
    int64_t platform_id, const char *key)
{
	struct stmt *s = db_query(db, Q_PLATFORM_TEXT, I(platform, platform_id),
	    T(key, key));
	struct platform_text *t;

	if (!stmt_step(s))
		return RC_NOT_FOUND;
	t = MEM_NEW(mem, struct platform_text);
	t->title = stmt_str(s, mem, "title");
	t->markdown = stmt_str(s, mem, "markdown");
	stmt_done(s);
	*out = t;
	return RC_OK;
}

const char *
platform_theme_css(struct db *db, struct mem *mem, int64_t id)
{
	struct stmt *s = db_query(db, Q_PLATFORM_THEME_CSS, I(id, id));
	const char *css = "";

	if (stmt_step(s)) {
		css = stmt_str(s, mem, "theme_css");
		stmt_done(s);
	}
	return css;
}
