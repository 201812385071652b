/*
 * What surrounds a project in a story: commons it uses, people who support it,
 * the board of somebody who listens.
 */
#include "config.h"

#include <string.h>

#include "base/text.h"
#include "domain/board.h"
#include "domain/demo_private.h"
#include "domain/element.h"
#include "domain/flow.h"
#include "domain/link.h"
#include "domain/listening.h"

static const char *
text(const struct scene *s, const char *key)
{
	return json_text_or(s->event, key, "");
}

/* The commons of that title, described and shown once. */
static enum rc
commons_of(struct element **out, struct scene *s)
{
	const char *kind = text(s, "kind"), *title = text(s, "title");
	struct flow_form form = { .maturity = NULL };
	struct act act = { .who = demo_moderator(s), .now = s->at };
	struct element e = { .platform_id = s->demo->load.platform_id,
	    .kind = kind, .title = title, .summary = text(s, "text"),
	    .owner_person_id = s->who->id, .holder_name = s->who->name };
	struct element *project;
	enum rc rc = element_by_slug(out, s->db, s->mem, e.platform_id, kind,
	    text_slug(s->mem, title));

	if (rc == RC_OK && (*out)->published_at != 0)
		return RC_OK;
	if (rc == RC_NOT_FOUND) {
		rc = element_load(&project, s->db, s->mem, s->element_id);
		if (rc == RC_OK)
			rc = db_write_begin(s->db);
		if (rc != RC_OK)
			return rc;
		e.territory_id = project->territory_id;
		e.theme_id = project->theme_id;
		element_create(s->db, s->mem, &e, s->at);
		rc = db_write_commit(s->db);
		if (rc == RC_OK)
			rc = element_load(out, s->db, s->mem, e.id);
	}
	if (rc == RC_OK)
		rc = flow_ask(s->db, s->mem, (*out)->id, &form, &s->act,
		    s->why);
	if (rc == RC_OK)
		rc = flow_moderate(s->db, s->mem, (*out)->id, "listed", "",
		    act.who == NULL ? &s->act : &act, s->why);
	return rc;
}

/* Describe a commons and tie the project to it; both sides agree. */
enum rc
demo_describe(struct scene *s)
{
	struct element *e;
	struct act act = s->act;
	enum rc rc = commons_of(&e, s);
	struct link *links;
	size_t n;

	if (rc != RC_OK)
		return rc;
	rc = link_propose(s->db, s->mem, s->element_id, e->id, 0,
	    text(s, "link"), &act, s->why);
	if (rc != RC_OK)
		return rc;
	n = link_of_element(&links, s->db, s->mem, s->element_id, true);
	/* The project's holder agrees, as they would on its page. */
	rc = person_load(&s->who, s->db, s->mem, demo_person_id(s->demo,
	    json_text_or(s->project, "holder", "")), s->at);
	act.who = s->who;
	if (rc == RC_OK && n > 0)
		rc = link_answer(s->db, e->platform_id, links[n - 1].id, true,
		    false, &act);
	return rc == RC_NOT_FOUND ? RC_OK : rc;
}

enum rc
demo_support(struct scene *s)
{
	bool contributes = *text(s, "text") != '\0';

	return backing_put(s->db, s->mem, s->element_id, contributes ?
	    "contribution" : "support", true, json_flag(s->event, "named",
	    true), text(s, "text"), &s->act, s->why);
}

/* Put the project on the board of somebody's listening, begun when needed. */
enum rc
demo_mark(struct scene *s)
{
	const char *name = text(s, "listening");
	struct listening_filter f = { .territory = "", .words = "" };
	int64_t platform = s->demo->load.platform_id, id = 0;
	struct listening *mine;
	struct board b;
	size_t n = listening_of_person(&mine, s->db, s->mem, platform,
	    s->who->id), i, column = (size_t)json_int(s->event, "column", 1);
	enum rc rc = RC_OK;

	for (i = 0; i < n; i++)
		if (strcmp(mine[i].name, name) == 0)
			id = mine[i].id;
	if (id == 0)
		rc = listening_create(&id, s->db, s->mem, platform, name, &f,
		    &s->act, s->why);
	if (rc != RC_OK)
		return rc;
	board_load(&b, s->db, s->mem, id);
	rc = board_add(s->db, id, platform, s->element_id,
	    column >= 1 && column <= b.count ? b.columns[column - 1].id : 0,
	    s->at);
	if (rc == RC_OK && *text(s, "labels") != '\0')
		rc = board_label(s->db, s->mem, id, s->element_id,
		    text(s, "labels"), s->why);
	if (rc == RC_OK && *text(s, "text") != '\0')
		rc = board_note_add(s->db, s->mem, id, s->element_id,
		    text(s, "text"), &s->act, s->why);
	return rc;
}
