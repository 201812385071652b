/*
 * What the page of a part sends: its settings, another type, another place, the
 * end of it. It is saved only when the part alone is right; what is wrong
 * between parts is the linter's to tell.
 */
#include "config.h"

#include "fcgi/instruction/editor_part.h"

#include <string.h>

#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"

const struct field_rule editor_part_fields[] = {
	{ .name = "m.", .type = F_ANSWERS },
	{ .name = "c.", .type = F_ANSWERS },
	{ .name = "marque", .type = F_CODE },
	{ .name = "envoi", .type = F_CODE },
	{ .name = "type", .type = F_CODE },
	{ .name = "vers", .type = F_TEXT, .max = 300 },
	{ .type = F_END } };

/* --- what was typed ---------------------------------------------------------------------- */

static void
add_key(const char **key, void *arg)
{
	json_object_array_add(arg, json_object_new_string(*key));
}

static void
add_name(const char *key, void *arg)
{
	json_object_array_add(arg, json_object_new_string(key));
}

static bool
has(struct json_object *list, const char *text)
{
	size_t i;

	for (i = 0; i < json_count(list); i++)
		if (strcmp(json_at_text(list, i), text) == 0)
			return true;
	return false;
}

/* A rule that says not where it is said is said beside all that it looks at. */
static void
say_beside(const struct part *p, struct json_object *members)
{
	struct json_object *must = json_get(members, "must"), *keys, *at;
	const char *key;
	size_t i;

	if (p->spot.part != PART_RULE || must == NULL ||
	    json_has(members, "at"))
		return;
	keys = json_object_new_array();
	at = json_object_new_array();
	form_edit_each_reference(must, add_key, keys);
	form_edit_each_formula(must, add_name, keys);
	for (i = 0; i < json_count(keys); i++) {
		key = json_at_text(keys, i);
		if (form_edit_question(p->e.draft.definition, key) != NULL &&
		    !has(at, key))
			json_object_array_add(at, json_object_new_string(key));
	}
	json_object_put(keys);
	json_put(members, "at", at);
}

/* Every setting of the part, null for those emptied; the caller's. */
static struct json_object *
read_members(struct part *p)
{
	struct json_object *members = json_object_new_object(), *value;
	const struct shape *const *m;

	for (m = (const struct shape *const *)p->members; *m != NULL; m++) {
		if (part_is_condition(*m)
		    ? condition_read_typed(&value, &p->e, &p->spot, (*m)->name,
		    &p->why)
		    : member_read(&value, &p->e, &p->spot, *m, &p->why))
			json_object_object_add(members, (*m)->name, value);
	}
	if (part_has_key(p) && member_read(&value, &p->e, &p->spot, &part_key,
	    &p->why))
		json_object_object_add(members, "key", value);
	say_beside(p, members);
	return members;
}

/* --- saving --------------------------------------------------------------------------------- */

struct saving {
	struct part	*p;
	struct json_object *members;
	const char	*mark;		/* of what the page was made from */
	const char	*name;		/* after it: the key may be new */
};

/* What is wrong with the part itself, each beside its control. */
static void
check(struct part *p, struct json_object *form, const struct form_spot *part)
{
	const char *inside = form_edit_inside(part->part, part->node);
	struct problems found = PROBLEMS_INIT(p->e.req->mem);
	struct mem *mem = p->e.req->mem;
	const struct problem *x;
	struct form_spot at;
	const char *member;

	form_format_check(&found, form);
	for (x = found.first; x != NULL; x = x->next) {
		if (!form_edit_at(&at, form, x->where, &member) ||
		    at.node != part->node)
			continue;
		member = mem_strndup(mem, member, strcspn(member, ".["));
		/* What is missing inside is the linter's. */
		if (inside != NULL && strcmp(member, inside) == 0)
			continue;
		problem_add(&p->why, text_ends(member, "_if") ||
		    condition_is_needed(member) ? mem_printf(mem, "c-%s",
		    member) : member_control(mem, member), "%s", x->text);
	}
}

static enum rc
save(struct json_object *form, void *arg)
{
	struct saving *s = arg;
	struct part *p = s->p;
	struct mem *mem = p->e.req->mem;
	struct form_spot at = { .part = PART_FORM, .node = form };
	enum rc rc = RC_OK;

	if (*p->name != '\0' && !form_edit_find(&at, form, p->name))
		return RC_NOT_FOUND;
	if (strcmp(form_edit_mark(mem, &at, false), s->mark) != 0) {
		p->conflict = true;
		return RC_CONFLICT;
	}
	if (*p->name == '\0')
		form_edit_set_form(form, s->members);
	else
		rc = form_edit_set(form, p->name, s->members);
	if (rc == RC_CONFLICT)
		problem_add(&p->why, "m.key", "%s", _("Un autre élément a déjà "
		    "cette clé : choisissez-en une autre."));
	else if (rc == RC_OK)
		check(p, form, &at);
	s->name = form_edit_spot_name(mem, &at);
	return rc != RC_OK ? rc : p->why.count > 0 ? RC_INVALID : RC_OK;
}

/* The page again, with what was typed; what is stored may be newer. */
static void
show_again(struct part *p)
{
	struct req *req = p->e.req;
	struct res *res = p->e.res;
	struct form_draft fresh;

	if (form_draft_load(&fresh, req->db, req->mem, req->platform->id,
	    p->e.draft.key, p->e.draft.number) == RC_OK) {
		form_draft_release(&p->e.draft);
		p->e.draft = fresh;
	} else
		form_draft_release(&fresh);
	if (part_look(p))
		part_show(p, p->conflict ? 409 : 422);
	else
		res_redirect_flash_kind(res, p->e.url, "wait", _("Cet élément "
		    "n’existe plus : quelqu’un l’a retiré ou renommé."));
}

static void
save_part(struct part *p)
{
	struct saving s = { p, read_members(p), req_text(p->e.req, "marque"),
	    "" };
	enum rc rc = RC_INVALID;

	if (p->why.count == 0)
		rc = form_draft_change(p->e.req->db, &p->e.draft, save, &s,
		    p->e.req->person, p->e.req->now);
	json_object_put(s.members);
	if (rc == RC_OK)
		res_redirect_flash(p->e.res, *s.name == '\0' ? p->e.url
		    : editor_anchor(&p->e, s.name), _("Enregistré."));
	else if (rc == RC_NOT_FOUND || p->conflict || p->why.count > 0)
		show_again(p);
	else
		res_error(p->e.res, rc);
}

/* --- other acts -------------------------------------------------------------------------------- */

static enum rc
retype(struct json_object *form, void *arg)
{
	const struct part *p = arg;

	return form_edit_retype(p->e.req->mem, form, p->name,
	    req_text(p->e.req, "type"));
}

static enum rc
place(struct json_object *form, void *arg)
{
	const struct part *p = arg;

	return form_edit_place(form, p->name, req_text(p->e.req, "vers"));
}

/* Only what the page showed is removed. */
static enum rc
drop(struct json_object *form, void *arg)
{
	struct part *p = arg;
	struct form_spot at;

	if (!form_edit_find(&at, form, p->name))
		return RC_NOT_FOUND;
	if (strcmp(form_edit_mark(p->e.req->mem, &at, true), req_text(p->e.req,
	    "marque")) != 0) {
		p->conflict = true;
		return RC_CONFLICT;
	}
	return form_edit_remove(form, p->name);
}

static void
end(struct part *p, enum rc rc, const char *url, const char *done,
    const char *refused)
{
	if (rc == RC_OK)
		res_redirect_flash(p->e.res, url, done);
	else if (rc == RC_CONFLICT || rc == RC_NOT_FOUND)
		res_redirect_flash_kind(p->e.res, req_here(p->e.req), "wait",
		    p->conflict ? _("Cet élément vient d’être changé : relisez-"
		    "le d’abord.") : refused);
	else
		res_error(p->e.res, rc);
}

void
part_post(struct req *req, struct res *res)
{
	const char *what = req_text(req, "envoi");
	enum rc (*act)(struct json_object *, void *) =
	    strcmp(what, "type") == 0 ? retype
	    : strcmp(what, "place") == 0 ? place
	    : strcmp(what, "retirer") == 0 ? drop : NULL;
	struct part p;
	enum rc rc;

	if (!part_open(&p, req, res))
		return;
	if (act == NULL || *p.name == '\0') {
		save_part(&p);
		editor_close(&p.e);
		return;
	}
	rc = form_draft_change(req->db, &p.e.draft, act, &p, req->person,
	    req->now);
	if (act == drop)
		end(&p, rc, editor_holder(&p.e, &p.spot), _("Retiré."),
		    _("Cet élément n’existe plus."));
	else
		end(&p, rc, act == place ? editor_anchor(&p.e, p.name)
		    : req_here(req), _("Enregistré."), _("Impossible de le "
		    "mettre là : l’autre liste est pleine."));
	editor_close(&p.e);
}
