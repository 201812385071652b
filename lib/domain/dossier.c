/*
 * Dossiers begun, listed, shown to the public, put in the bin.
 * It never erases what was presented.
 */
#include "config.h"

#include "domain/dossier.h"

#include <stdio.h>
#include <string.h>

#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/answer.h"
#include "domain/element.h"
#include "domain/form.h"
#include "domain/journal.h"

#define APPLICATIONS_LISTED	200

/* --- loading -------------------------------------------------------------- */

static void
read_row(struct dossier *d, struct mem *mem, struct stmt *s)
{
	d->id = stmt_int(s, "id");
	d->element_id = stmt_int(s, "element_id");
	d->platform_id = stmt_int(s, "platform_id");
	d->slug = stmt_str(s, mem, "slug");
	d->title = stmt_str(s, mem, "title");
	d->state = stmt_str(s, mem, "state");
	d->owner_person_id = stmt_int(s, "owner_person_id");
	d->owner_organisation_id = stmt_int(s, "owner_organisation_id");
	d->holder_name = stmt_str(s, mem, "holder_name");
	d->form_revision_id = stmt_int(s, "form_revision_id");
	d->revision = stmt_int(s, "revision");
	d->asked = stmt_int(s, "asked");
	d->answered = stmt_int(s, "answered");
	d->created_at = stmt_int(s, "created_at");
	d->updated_at = stmt_int(s, "updated_at");
	d->trashed_at = stmt_int(s, "trashed_at");
	d->published_at = stmt_int(s, "published_at");
	d->place = stmt_str(s, mem, "place");
	d->offers = stmt_int(s, "offers");
	d->invited_call = stmt_str(s, mem, "invited_call");
}

enum rc
dossier_load(struct dossier **out, struct db *db, struct mem *mem, int64_t id)
{
	struct stmt *s = db_query(db, Q_DOSSIER_BY_ID, I(id, id));

	if (!stmt_step(s))
		return RC_NOT_FOUND;
	*out = MEM_NEW(mem, struct dossier);
	read_row(*out, mem, s);
	stmt_done(s);
	return RC_OK;
}

enum rc
dossier_by_slug(struct dossier **d, struct db *db, struct mem *mem,
    int64_t platform_id, const char *slug)
{
	int64_t id = db_int(db, 0, Q_DOSSIER_ID_BY_SLUG,
	    I(platform, platform_id), T(slug, slug));

	return id == 0 ? RC_NOT_FOUND : dossier_load(d, db, mem, id);
}

static void
read_applications(struct dossiers *list, struct mem *mem, struct stmt *s)
{
	list->applications = MEM_ARRAY(mem, APPLICATIONS_LISTED,
	    struct dossier_application);
	while (list->application_count < APPLICATIONS_LISTED && stmt_step(s)) {
		struct dossier_application *a =
		    &list->applications[list->application_count++];

		a->id = stmt_int(s, "id");
		a->dossier_id = stmt_int(s, "dossier_id");
		a->call_id = stmt_int(s, "call_id");
		a->number = stmt_str(s, mem, "number");
		a->call = stmt_str(s, mem, "call");
		a->call_slug = stmt_str(s, mem, "call_slug");
		a->platform = stmt_str(s, mem, "platform_name");
		a->service = stmt_str(s, mem, "service_name");
		a->funder = stmt_str(s, mem, "funder");
		a->service_phone = stmt_str(s, mem, "service_phone");
		a->presented = stmt_int(s, "presented");
		a->reused = stmt_int(s, "reused");
		a->state = stmt_str(s, mem, "state");
		a->submitted_at = stmt_int(s, "submitted_at");
		a->decided_at = stmt_int(s, "decided_at");
		a->due_at = stmt_int(s, "due_at");
		a->closes_at = stmt_int(s, "closes_at");
		a->correction_open = stmt_bool(s, "correction_open");
		a->correction_due = stmt_str(s, mem, "due_on");
		a->unread = stmt_int(s, "unread");
	}
	stmt_done(s);
}

/* Where the page before ended: "0-1795473196-12", in the bin or not, changed
 * at, id. */
struct place {
	long long	 bin, updated, id;
};

static struct place
read_place(const char *after)
{
	struct place p;

	if (after != NULL && sscanf(after, "%1lld-%15lld-%15lld", &p.bin,
	    &p.updated, &p.id) == 3)
		return p;
	return (struct place){ -1, 0, 0 };
}

static const char *
write_place(struct mem *mem, const struct dossier *d)
{
	return mem_printf(mem, "%d-%lld-%lld", d->trashed_at != 0,
	    (long long)d->updated_at, (long long)d->id);
}

/* Their ids, as JSON. */
static const char *
ids_of(const struct dossiers *list, struct mem *mem)
{
	const char *text = "[";
	size_t i;

	for (i = 0; i < list->count; i++)
		text = mem_printf(mem, "%s%s%lld", text, i == 0 ? "" : ",",
		    (long long)list->rows[i].id);
	return mem_printf(mem, "%s]", text);
}

void
dossier_list(struct dossiers *list, struct db *db, struct mem *mem,
    int64_t platform_id, const struct person *who, const char *after)
{
	struct place p = read_place(after);
	struct stmt *s = db_query(db, Q_DOSSIER_MINE, I(person, who->id),
	    I(platform, platform_id), I(bin, p.bin), I(updated, p.updated),
	    I(id, p.id), I(limit, DOSSIERS_LISTED + 1));

	*list = (struct dossiers){ 0 };
	list->rows = MEM_ARRAY(mem, DOSSIERS_LISTED, struct dossier);
	while (stmt_step(s)) {
		if (list->count == DOSSIERS_LISTED) {
			list->next = write_place(mem,
			    &list->rows[list->count - 1]);
			break;
		}
		read_row(&list->rows[list->count++], mem, s);
	}
	stmt_done(s);
	read_applications(list, mem, db_query(db, Q_DOSSIER_APPLICATIONS_MINE,
	    I(person, who->id), T(dossiers, ids_of(list, mem)),
	    I(limit, APPLICATIONS_LISTED)));
}

void
dossier_applications(struct dossiers *list, struct db *db, struct mem *mem,
    int64_t dossier_id, const struct person *who)
{
	*list = (struct dossiers){ 0 };
	read_applications(list, mem, db_query(db, Q_DOSSIER_APPLICATIONS,
	    I(dossier, dossier_id), I(person, who->id),
	    I(limit, APPLICATIONS_LISTED)));
}

size_t
dossier_holders(struct holder **out, struct db *db, struct mem *mem,
    int64_t dossier_id)
{
	struct stmt *s = db_query(db, Q_DOSSIER_HOLDERS,
	    I(dossier, dossier_id));
	size_t n = 0;

	*out = MEM_ARRAY(mem, 100, struct holder);
	while (n < 100 && stmt_step(s)) {
		(*out)[n].name = stmt_str(s, mem, "name");
		(*out)[n].level = stmt_str(s, mem, "level");
		(*out)[n++].organisation = stmt_str(s, mem, "organisation");
	}
	stmt_done(s);
	return n;
}

size_t
dossier_bodies(struct dossier_body **out, struct db *db, struct mem *mem,
    const struct person *who)
{
	struct stmt *s = db_query(db, Q_DOSSIER_BODIES, I(person, who->id));
	size_t n = 0;

	*out = MEM_ARRAY(mem, 100, struct dossier_body);
	while (n < 100 && stmt_step(s)) {
		(*out)[n].id = stmt_int(s, "id");
		(*out)[n++].name = stmt_str(s, mem, "name");
	}
	stmt_done(s);
	return n;
}

/* --- beginning ------------------------------------------------------------ */

/* Who holds it, as the public will read it. RC_DENIED: not a member. */
static enum rc
name_holder(struct element *e, struct value *number, struct db *db,
    struct mem *mem, const struct person *who)
{
	struct stmt *s;

	if (e->owner_organisation_id == 0)
		return RC_OK;	/* a private person is not named in public */
	s = db_query(db, Q_DOSSIER_BODY, I(person, who->id),
	    I(organisation, e->owner_organisation_id));
	if (!stmt_step(s))
		return RC_DENIED;
	e->holder_name = stmt_str(s, mem, "name");
	number->siret = stmt_str(s, mem, "siret");
	number->rna = stmt_str(s, mem, "rna");
	number->given = number->siret != NULL || number->rna != NULL;
	stmt_done(s);
	return RC_OK;
}

/* A first answer, known before any form is shown. */
static void
first_answer(struct db *db, struct mem *mem, int64_t dossier_id,
    const struct form *form, enum form_map map, const struct value *v,
    const struct person *who, int64_t now)
{
	const struct form_field *f = form_mapped(form, map);

	if (f == NULL || !v->given)
		return;
	db_run(db, Q_ANSWER_PUT, I(owner, dossier_id), T(key, f->key),
	    T(value, value_json(mem, f, v)), NIL(number), I(revision, 0),
	    I(now, now), I(person, who->id), NIL(call));
}

static enum rc
create(int64_t *id, struct db *db, struct mem *mem, struct element *e,
    const struct person *who, int64_t now)
{
	struct value title = { .given = true, .text = e->title };
	struct value number = { 0 };
	const struct form *form;
	int64_t revision = form_of_projects(db, mem, e->platform_id);
	enum rc rc;

	rc = form_get(&form, db, revision);
	if (rc != RC_OK)
		return rc == RC_NOT_FOUND ? RC_CONFLICT : rc;
	rc = name_holder(e, &number, db, mem, who);
	if (rc != RC_OK)
		return rc;
	e->kind = *form->kind != '\0' ? form->kind : "project";
	element_create(db, mem, e, now);
	db_run(db, Q_DOSSIER_ADD, I(element, e->id),
	    I(platform, e->platform_id),
	    e->owner_organisation_id != 0 ? NIL(person) : I(person, who->id),
	    ID(organisation, e->owner_organisation_id),
	    I(form_revision, revision), I(now, now));
	*id = db_last_id(db);
	first_answer(db, mem, *id, form, MAP_TITLE, &title, who, now);
	first_answer(db, mem, *id, form, MAP_ORGANISATION, &number, who, now);
	return answers_count(db, mem, form, e->platform_id, *id);
}

enum rc
dossier_create(struct dossier **out, struct db *db, struct mem *mem,
    int64_t platform_id, const char *title, const struct person *who,
    int64_t organisation_id, int64_t now, struct problems *why)
{
	struct element e = { .platform_id = platform_id,
	    .title = text_collapse_spaces(mem, title),
	    .owner_person_id = organisation_id == 0 ? who->id : 0,
	    .owner_organisation_id = organisation_id };
	int64_t id = 0;
	enum rc rc;

	if (*e.title == '\0')
		problem_add(why, "titre", "%s", _("Donnez un nom au projet ; "
		    "vous pourrez le changer."));
	else if (text_length(e.title) > DOSSIER_TITLE_MAX)
		problem_add(why, "titre", _("Raccourcissez ce nom : %d "
		    "caractères au plus."), DOSSIER_TITLE_MAX);
	if (why->count > 0)
		return RC_INVALID;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	rc = db_write_end(db, create(&id, db, mem, &e, who, now));
	return rc == RC_OK ? dossier_load(out, db, mem, id) : rc;
}

/* --- the bin -------------------------------------------------------------- */

enum rc
dossier_trash(struct db *db, struct mem *mem, int64_t id, int64_t now)
{
	struct dossier *d;
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	rc = dossier_load(&d, db, mem, id);
	if (rc == RC_OK && db_int(db, 1, Q_DOSSIER_PRESENTED,
	    I(dossier, id)) != 0)
		rc = RC_CONFLICT;
	if (rc == RC_OK) {
		element_unpublish(db, mem, d->element_id, now);
		db_run(db, Q_DOSSIER_TRASH, I(id, id), I(now, now));
	}
	return db_write_end(db, rc);
}

enum rc
dossier_restore(struct db *db, int64_t id, int64_t now)
{
	return db_write_run(db, RC_OK, Q_DOSSIER_RESTORE, I(id, id),
	    I(now, now));
}
