/*
 * The law of rights: what each role gives, what ownership gives, what a
 * conflict of interest takes away. It denies by default.
 */
#include "config.h"

#include "domain/right_private.h"

#include <string.h>

#include "base/json.h"
#include "base/lang.h"

#define BIT(r)	RIGHT_BIT(r)

/* --- the table ------------------------------------------------------------- */

#define SERVICE_READ	(BIT(RIGHT_QUEUE) | BIT(RIGHT_APPLICATION_READ))
#define AGENT		(SERVICE_READ | BIT(RIGHT_APPLICATION_INSTRUCT) |	\
			BIT(RIGHT_FUNDING_EDIT) | BIT(RIGHT_MEASURE_VALIDATE))

/*
 * An administrator neither scores nor decides: whoever may give roles takes
 * that one openly, and the audit says so.
 */
static const struct role {
	const char	*name;
	const char	*label;
	uint32_t	 rights;
	uint32_t	 on_dossier;	/* when granted at a dossier */
} roles[] = {
	{ "partner", N_("partenaire"), SERVICE_READ,
	    BIT(RIGHT_DOSSIER_OPEN) | BIT(RIGHT_DOSSIER_READ) },
	{ "agent", N_("instructeur"), AGENT, AGENT },
	{ "evaluator", N_("membre du comité"),
	    SERVICE_READ | BIT(RIGHT_APPLICATION_REVIEW),
	    SERVICE_READ | BIT(RIGHT_APPLICATION_REVIEW) },
	{ "decider", N_("décideur"),
	    SERVICE_READ | BIT(RIGHT_APPLICATION_DECIDE),
	    SERVICE_READ | BIT(RIGHT_APPLICATION_DECIDE) },
	{ "funder", N_("financeur"), SERVICE_READ | BIT(RIGHT_FUNDING_EDIT),
	    SERVICE_READ | BIT(RIGHT_FUNDING_EDIT) },
	{ "animator", N_("animateur"), SERVICE_READ | BIT(RIGHT_MODERATE),
	    SERVICE_READ | BIT(RIGHT_MODERATE) },
	{ "administrator", N_("administrateur"),
	    AGENT | BIT(RIGHT_COMMUNITY) | BIT(RIGHT_PLATFORM_EDIT) |
	    BIT(RIGHT_CALL_EDIT) | BIT(RIGHT_FORM_EDIT) |
	    BIT(RIGHT_WIKI) | BIT(RIGHT_MODERATE),
	    AGENT },
	{ "wiki-administrator", N_("responsable du wiki"), BIT(RIGHT_WIKI), 0 },
	{ "form-editor", N_("rédacteur de formulaires"), BIT(RIGHT_FORM_EDIT), 0 },
};

#define ROLES	(sizeof(roles) / sizeof(roles[0]))

const char *const right_roles[] = { "partner", "agent", "evaluator", "decider",
	"funder", "animator", "administrator", "wiki-administrator",
	"form-editor", NULL };

static const struct {
	const char	*name;
	const char	*label;
} rights[RIGHT_COUNT] = {
	[RIGHT_NONE] = { "none", N_("rien") },
	[RIGHT_PUBLIC] = { "public", N_("voir ce qui est public") },
	[RIGHT_SIGNED_IN] = { "signed_in", N_("être connecté") },
	[RIGHT_DOSSIER_CREATE] = { "dossier_create", N_("déposer un projet") },
	[RIGHT_DOSSIER_OPEN] = { "dossier_open", N_("lire le dossier") },
	[RIGHT_DOSSIER_READ] = { "dossier_read",
	    N_("lire le dossier et ce que les services en ont dit") },
	[RIGHT_DOSSIER_COMMENT] = { "dossier_comment",
	    N_("commenter le dossier") },
	[RIGHT_DOSSIER_EDIT] = { "dossier_edit", N_("modifier le dossier") },
	[RIGHT_DOSSIER_SUBMIT] = { "dossier_submit",
	    N_("présenter le dossier à un appel") },
	[RIGHT_DOSSIER_MANAGE] = { "dossier_manage",
	    N_("gérer les personnes du dossier") },
	[RIGHT_QUEUE] = { "queue", N_("voir les candidatures à instruire") },
	[RIGHT_APPLICATION_READ] = { "application_read",
	    N_("lire la candidature") },
	[RIGHT_APPLICATION_INSTRUCT] = { "application_instruct",
	    N_("instruire la candidature") },
	[RIGHT_APPLICATION_REVIEW] = { "application_review",
	    N_("évaluer la candidature") },
	[RIGHT_APPLICATION_DECIDE] = { "application_decide",
	    N_("décider de la candidature") },
	[RIGHT_FUNDING_EDIT] = { "funding_edit",
	    N_("tenir le tableau des financements") },
	[RIGHT_MEASURE_VALIDATE] = { "measure_validate",
	    N_("valider les mesures") },
	[RIGHT_COMMUNITY] = { "community", N_("donner et retirer des rôles") },
	[RIGHT_PLATFORM_EDIT] = { "platform_edit",
	    N_("modifier la plateforme") },
	[RIGHT_CALL_EDIT] = { "call_edit", N_("modifier les appels") },
	[RIGHT_FORM_EDIT] = { "form_edit", N_("écrire les formulaires") },
	[RIGHT_WIKI] = { "wiki", N_("relier un wiki") },
	[RIGHT_MODERATE] = { "moderate", N_("modérer") },
	[RIGHT_ORGANISATION_READ] = { "organisation_read",
	    N_("voir l’organisation") },
	[RIGHT_ORGANISATION_MANAGE] = { "organisation_manage",
	    N_("gérer l’organisation") },
	[RIGHT_INSTALLATION] = { "installation",
	    N_("administrer l’installation") },
};

#define HOLDER		(BIT(RIGHT_DOSSIER_OPEN) | BIT(RIGHT_DOSSIER_READ) | \
			BIT(RIGHT_DOSSIER_COMMENT) | BIT(RIGHT_DOSSIER_EDIT) | \
			BIT(RIGHT_DOSSIER_SUBMIT) | BIT(RIGHT_DOSSIER_MANAGE))
#define ORGANISATION	(BIT(RIGHT_ORGANISATION_READ) | \
			BIT(RIGHT_ORGANISATION_MANAGE))
#define OPEN		(BIT(RIGHT_PUBLIC) | BIT(RIGHT_SIGNED_IN) | \
			BIT(RIGHT_DOSSIER_CREATE))
/* What somebody with an interest in the application must not do. */
#define SERVICE		(SERVICE_READ | BIT(RIGHT_APPLICATION_INSTRUCT) | \
			BIT(RIGHT_APPLICATION_REVIEW) | \
			BIT(RIGHT_APPLICATION_DECIDE) | \
			BIT(RIGHT_FUNDING_EDIT) | BIT(RIGHT_MEASURE_VALIDATE))

/* --- names ------------------------------------------------------------------- */

const char *
right_name(enum right right)
{
	return right < RIGHT_COUNT ? rights[right].name : rights[0].name;
}

enum right
right_by_name(const char *name)
{
	enum right r;

	for (r = 0; r < RIGHT_COUNT; r++)
		if (strcmp(rights[r].name, name) == 0)
			return r;
	return RIGHT_NONE;
}

const char *
right_label(enum right right)
{
	return right < RIGHT_COUNT ? _(rights[right].label) : "";
}

static const struct role *
role_get(const char *name)
{
	size_t i;

	for (i = 0; i < ROLES; i++)
		if (strcmp(roles[i].name, name) == 0)
			return &roles[i];
	return NULL;
}

const char *
right_role_label(const char *name)
{
	const struct role *role = role_get(name);

	return role == NULL ? NULL : _(role->label);
}

bool
right_is_grantable(enum right right)
{
	return right > RIGHT_NONE && right < RIGHT_INSTALLATION &&
	    !(BIT(right) & (OPEN | HOLDER | ORGANISATION));
}

bool
right_of_role(const char *name, const char *scope_kind, enum right right)
{
	const struct role *role = role_get(name);

	if (role == NULL || right >= RIGHT_COUNT)
		return false;
	return (BIT(right) & (strcmp(scope_kind, "dossier") == 0 ?
	    role->on_dossier : role->rights)) != 0;
}

/* --- deciding ------------------------------------------------------------------ */

/* Is `right` a word of the list that a platform's own role gives? */
static bool
own_role_gives(const char *list, enum right right)
{
	const char *name = right_name(right), *p = list;
	size_t n = strlen(name), len;

	if (list == NULL || !right_is_grantable(right))
		return false;
	for (; *p != '\0'; p += len) {
		p += strspn(p, " ");
		len = strcspn(p, " ");
		if (len == n && memcmp(p, name, n) == 0)
			return true;
	}
	return false;
}

static bool
yes(struct verdict *v, enum reason why)
{
	v->may = true;
	v->why = why;
	return true;
}

static void
no(struct verdict *v, enum reason why)
{
	v->may = false;
	v->why = why;
}

enum tie { TIE_NONE, TIE_MEMBER, TIE_ADMINISTRATOR };

static enum tie
membership(struct db *db, const struct person *p, int64_t organisation_id)
{
	struct stmt *s;
	enum tie tie = TIE_NONE;

	if (organisation_id == 0)
		return TIE_NONE;
	s = db_query(db, Q_RIGHT_MEMBERSHIP, I(organisation, organisation_id),
	    I(person, p->id));
	if (stmt_step(s))
		tie = strcmp(stmt_text(s, "role"), "administrator") == 0 ?
		    TIE_ADMINISTRATOR : TIE_MEMBER;
	stmt_done(s);
	return tie;
}

/* What the person may do by being on the dossier. */
static uint32_t
level_rights(struct db *db, const struct person *p, int64_t dossier_id)
{
	struct stmt *s;
	uint32_t given = 0;

	if (dossier_id == 0)
		return 0;
	s = db_query(db, Q_RIGHT_DOSSIER_LEVEL, I(dossier, dossier_id),
	    I(person, p->id));
	if (stmt_step(s)) {
		const char *level = stmt_text(s, "level");

		given = BIT(RIGHT_DOSSIER_OPEN) | BIT(RIGHT_DOSSIER_READ);
		if (strcmp(level, "view") != 0)
			given |= BIT(RIGHT_DOSSIER_COMMENT);
		if (strcmp(level, "edit") == 0)
			given |= BIT(RIGHT_DOSSIER_EDIT);
		else if (strcmp(level, "submit") == 0)
			given |= BIT(RIGHT_DOSSIER_EDIT) |
			    BIT(RIGHT_DOSSIER_SUBMIT);
	}
	stmt_done(s);
	return given;
}

/* The holder's verbs, from owning and from being invited. */
static bool
decide_holder(struct verdict *v, struct db *db, const struct person *p,
    enum right right, const struct object *o)
{
	enum tie tie;

	if (o->dossier_id == 0)
		return false;
	if (o->person_id == p->id)
		return yes(v, WHY_OWNER);
	tie = membership(db, p, o->organisation_id);
	if (tie == TIE_ADMINISTRATOR)
		return yes(v, WHY_ORGANISATION);
	if (tie == TIE_MEMBER && (right == RIGHT_DOSSIER_OPEN || right ==
	    RIGHT_DOSSIER_READ || right == RIGHT_DOSSIER_COMMENT))
		return yes(v, WHY_MEMBER);
	if (level_rights(db, p, o->dossier_id) & BIT(right))
		return yes(v, WHY_LEVEL);
	/* Until the day that its holder chose (support.h); what services
	 * wrote to the holder is not shared. */
	if (right == RIGHT_DOSSIER_OPEN && db_int(db, 0, Q_RIGHT_SHARED,
	    I(dossier, o->dossier_id), I(person, p->id), I(now, p->at)) != 0)
		return yes(v, WHY_SHARED);
	return false;
}

static bool
decide_organisation(struct verdict *v, struct db *db, const struct person *p,
    enum right right, const struct object *o)
{
	enum tie tie;

	if (o->kind != OBJECT_ORGANISATION)
		return false;
	if (right == RIGHT_ORGANISATION_READ && o->published)
		return yes(v, WHY_PUBLIC);
	if (p == NULL)
		return false;
	tie = membership(db, p, o->id);
	if (tie == TIE_ADMINISTRATOR)
		return yes(v, WHY_ORGANISATION);
	if (tie == TIE_MEMBER && right == RIGHT_ORGANISATION_READ)
		return yes(v, WHY_MEMBER);
	return p->admin && yes(v, WHY_ADMIN);
}

/* Does the role of this row of Q_RIGHT_GRANTS give the right? */
static bool
row_gives(struct stmt *s, enum right right)
{
	const char *role = stmt_text(s, "role");
	const char *scope = stmt_text(s, "scope_kind");

	if (right == RIGHT_INSTALLATION)
		return strcmp(role, "administrator") == 0 &&
		    strcmp(scope, "installation") == 0;
	return role_get(role) != NULL ? right_of_role(role, scope, right) :
	    own_role_gives(stmt_text(s, "rights"), right);
}

/* Does it give the right on the object? */
static bool
grant_gives(struct stmt *s, enum right right, const struct object *o)
{
	bool at = stmt_bool(s, "covers");

	/* The list of a platform opens for a part of it too. */
	if (!at && right == RIGHT_QUEUE && o->kind == OBJECT_PLATFORM)
		at = stmt_bool(s, "touches");
	return at && row_gives(s, right);
}

static struct stmt *
grants(struct db *db, const struct person *p, const struct object *o)
{
	return db_query(db, Q_RIGHT_GRANTS, I(person, p->id),
	    I(platform, o->platform_id), I(call, o->call_id),
	    I(stage, o->stage_id), I(theme, o->theme_id),
	    I(dossier, o->dossier_id), I(territory, o->territory_id),
	    I(now, p->at));
}

/* A grant that decides, one that is not the committee's if there is. */
static bool
decide_role(struct verdict *v, struct db *db, const struct person *p,
    enum right right, const struct object *o, bool *committee)
{
	struct stmt *s;
	bool found = false, evaluator;

	if (p->admin && (right == RIGHT_INSTALLATION ||
	    right_of_role("administrator", "installation", right))) {
		*committee = false;
		return yes(v, WHY_ADMIN);
	}
	s = grants(db, p, o);
	while (stmt_step(s)) {
		if (!grant_gives(s, right, o))
			continue;
		evaluator = strcmp(stmt_text(s, "role"), "evaluator") == 0;
		if (!found || !evaluator) {
			v->grant_id = stmt_int(s, "id");
			*committee = evaluator;
			found = true;
		}
		if (!evaluator)
			break;
	}
	stmt_done(s);
	return found && yes(v, WHY_ROLE);
}

static bool
declared_conflict(struct verdict *v, struct db *db, const struct person *p,
    const struct object *o)
{
	struct stmt *s;
	bool declared;

	s = o->kind == OBJECT_APPLICATION ?
	    db_query(db, Q_RIGHT_CONFLICT, I(application, o->id),
		I(person, p->id)) :
	    db_query(db, Q_RIGHT_CONFLICT_OF_DOSSIER, I(dossier, o->dossier_id),
		I(person, p->id));
	declared = stmt_step(s);
	if (declared)
		v->at = stmt_int(s, "at");
	stmt_done(s);
	return declared;
}

/* Takes the right away from somebody with an interest. */
static void
refuse_conflict(struct verdict *v, struct db *db, const struct person *p,
    const struct object *o, bool committee)
{
	uint32_t level;

	if (o->dossier_id == 0)
		return;
	level = level_rights(db, p, o->dossier_id);
	if (declared_conflict(v, db, p, o))
		no(v, WHY_CONFLICT);
	else if (o->person_id == p->id || level & BIT(RIGHT_DOSSIER_EDIT))
		no(v, WHY_TIE);
	else if (committee && (level != 0 ||
	    membership(db, p, o->organisation_id) != TIE_NONE))
		no(v, WHY_COMMITTEE);
}

void
right_decide(struct verdict *v, struct db *db, const struct person *p,
    enum right right, const struct object *o)
{
	bool committee = false;

	*v = (struct verdict){ .why = p == NULL ? WHY_NOBODY : WHY_NO_ROLE };
	if (right == RIGHT_PUBLIC) {
		yes(v, WHY_PUBLIC);
		return;
	}
	if (right <= RIGHT_NONE || right >= RIGHT_COUNT)
		return;
	if (BIT(right) & ORGANISATION && (p == NULL || p->confirmed_at == 0)) {
		decide_organisation(v, db, NULL, right, o);
		if (v->may || p == NULL)
			return;
	}
	if (p == NULL)
		return;
	if (right == RIGHT_SIGNED_IN) {
		yes(v, WHY_SIGNED_IN);
		return;
	}
	if (p->confirmed_at == 0) {
		no(v, WHY_UNCONFIRMED);
		return;
	}
	if (right == RIGHT_DOSSIER_CREATE) {
		yes(v, WHY_CONFIRMED);
		return;
	}
	if (BIT(right) & ORGANISATION) {
		decide_organisation(v, db, p, right, o);
		return;
	}
	if (BIT(right) & HOLDER && decide_holder(v, db, p, right, o))
		return;
	if (!decide_role(v, db, p, right, o, &committee))
		return;
	if (BIT(right) & SERVICE)
		refuse_conflict(v, db, p, o, committee);
}

bool
right_may(struct db *db, const struct person *p, enum right right,
    const struct object *o)
{
	struct verdict v;

	right_decide(&v, db, p, right, o);
	/* A base that cannot be read gives nobody a right. */
	return v.may && (right == RIGHT_PUBLIC || !db_failed(db));
}

uint32_t
right_set(struct db *db, const struct person *p, const struct object *platform)
{
	uint32_t set = 0;
	struct stmt *s;
	int r;

	if (p == NULL || p->confirmed_at == 0)
		return 0;
	for (r = 0; p->admin && r < RIGHT_COUNT; r++)
		if (right_is_grantable((enum right)r) && right_of_role(
		    "administrator", "installation", (enum right)r))
			set |= BIT(r);
	s = grants(db, p, platform);
	while (stmt_step(s))
		for (r = 0; r < RIGHT_COUNT; r++)
			if (right_is_grantable((enum right)r) &&
			    grant_gives(s, (enum right)r, platform))
				set |= BIT(r);
	return db_failed(db) ? 0 : set;
}

/* --- lists ----------------------------------------------------------------- */

static const char *
roles_that_give(struct db *db, struct mem *mem, enum right right,
    int64_t platform_id)
{
	struct json_object *names = json_object_new_array();
	const char *text;
	struct stmt *s;
	size_t i;

	for (i = 0; i < ROLES; i++)
		if (roles[i].rights & BIT(right))
			json_object_array_add(names,
			    json_object_new_string(roles[i].name));
	s = db_query(db, Q_RIGHT_OWN_ROLES, I(platform, platform_id),
	    T(right, right_name(right)));
	while (right_is_grantable(right) && stmt_step(s))
		if (role_get(stmt_text(s, "key")) == NULL)
			json_object_array_add(names,
			    json_object_new_string(stmt_text(s, "key")));
	stmt_done(s);
	text = json_string(mem, names);
	json_object_put(names);
	return text;
}

void
right_reach(struct reach *reach, struct db *db, struct mem *mem,
    const struct person *p, enum right right, int64_t platform_id)
{
	struct object o;
	struct stmt *s;
	bool evaluator, whole_otherwise = false, committee = false;

	*reach = (struct reach){ .roles = "[]" };
	if (p == NULL || p->confirmed_at == 0 ||
	    object_platform(db, platform_id, &o) != RC_OK)
		return;
	reach->roles = roles_that_give(db, mem, right, platform_id);
	if (p->admin && right_of_role("administrator", "installation", right)) {
		reach->any = reach->whole = true;
		return;
	}
	s = grants(db, p, &o);
	while (stmt_step(s)) {
		if (!(stmt_bool(s, "covers") || stmt_bool(s, "touches")) ||
		    !row_gives(s, right))
			continue;
		evaluator = strcmp(stmt_text(s, "role"), "evaluator") == 0;
		committee = committee || evaluator;
		reach->any = true;
		if (stmt_bool(s, "covers")) {
			reach->whole = true;
			whole_otherwise = whole_otherwise || !evaluator;
		}
	}
	reach->committee = committee && !whole_otherwise;
}
