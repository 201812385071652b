/*
 * What was changed on a platform, by whom, in words: roles given, offered,
 * taken back. It reads the audit; it adds nothing to it.
 */
#include "config.h"

#include "fcgi/instruction/administration.h"

#include <string.h>

#include "base/json.h"
#include "base/lang.h"
#include "domain/audit.h"
#include "domain/right.h"

struct trail {
	const struct req *req;
	struct view	*section;
	int		 n;
	int64_t		 last;
};

static const char *
trail_text(const struct req *req, const struct audit_row *r)
{
	static const struct {
		const char	*event, *text;
	} texts[] = {
		{ "grant", N_("%s a donné le rôle « %s » à %s.") },
		{ "revoke", N_("%s a retiré le rôle « %s » à %s.") },
		{ "invite", N_("%s a proposé le rôle « %s »%s.") },
		{ "invite_accept", N_("%s a accepté le rôle « %s »%s.") },
		{ "invite_refuse", N_("%s a refusé le rôle « %s »%s.") },
		{ "invite_cancel",
		    N_("%s a annulé une invitation au rôle « %s »%s.") },
	};
	struct json_object *detail = NULL;
	const char *role = "?", *label, *who = *r->person_name == '\0' ?
	    _("L’administration du serveur") : r->person_name;
	size_t i;

	if (json_parse(&detail, r->detail, strlen(r->detail), 8, NULL) == RC_OK)
		role = mem_strdup(req->mem, json_text_or(detail, "role", "?"));
	json_object_put(detail);
	label = r->role_label != NULL ? r->role_label : right_role_label(role);
	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		if (strcmp(texts[i].event, r->event) == 0)
			return mem_printf(req->mem, _(texts[i].text), who,
			    label == NULL ? role : label, r->subject_name);
	return mem_printf(req->mem, "%s : %s", who, r->event);
}

static void
add_trail_row(void *arg, const struct audit_row *r)
{
	struct trail *t = arg;
	struct view *row = view_add(t->section, M_TRAIL_ROWS);

	view_text(row, M_TRAIL_WHEN, req_moment(t->req, r->at));
	view_text(row, M_TRAIL_TEXT, trail_text(t->req, r));
	t->last = r->id;
	t->n++;
}

void
administration_trail(const struct req *req, struct view *page,
    int64_t before, int max)
{
	struct trail t = { req, view_add(page, M_TRAIL), 0, 0 };

	audit_each(req->db, req->mem, req->platform->id, before, max,
	    add_trail_row, &t);
	if (t.n == max)
		view_text(view_add(t.section, M_TRAIL_MORE), M_TRAIL_URL,
		    page_url(req, "administration/communaute?avant=%lld#s-trace",
		    (long long)t.last));
}
