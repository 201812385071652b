/*
 * Organisations: made, changed, looked up.
 * Who belongs to them is membership.c.
 */
#include "config.h"

#include "domain/organisation.h"

#include <string.h>

#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/audit.h"
#include "domain/directory.h"
#include "domain/place.h"
#include "domain/siret.h"

#define NAME_MAX_CHARS	150
#define TEXT_MAX_CHARS	3000

const char *const organisation_kinds[] = { "association", "company",
	"municipality", "public", "cooperative", "informal", "other", NULL };

const char *
organisation_kind_label(const char *kind)
{
	static const char *const labels[] = { N_("Association"),
	    N_("Entreprise"), N_("Commune ou intercommunalité"),
	    N_("Autre organisme public"), N_("Coopérative"),
	    N_("Collectif sans statut"), N_("Autre") };
	size_t i;

	for (i = 0; organisation_kinds[i] != NULL; i++)
		if (strcmp(organisation_kinds[i], kind) == 0)
			return _(labels[i]);
	return kind;
}

/* --- looking ---------------------------------------------------------------- */

static enum rc
load(struct organisation **out, struct stmt *s, struct mem *mem)
{
	struct organisation *o;

	if (!stmt_step(s))
		return RC_NOT_FOUND;
	o = MEM_NEW(mem, struct organisation);
	o->id = stmt_int(s, "id");
	o->slug = stmt_str(s, mem, "slug");
	o->kind = stmt_str(s, mem, "kind");
	o->name = stmt_str(s, mem, "name");
	o->siret = stmt_str(s, mem, "siret");
	o->rna = stmt_str(s, mem, "rna");
	o->territory_id = stmt_int(s, "territory_id");
	o->territory_code = stmt_str(s, mem, "territory_code");
	o->territory_name = stmt_str(s, mem, "territory_name");
	o->email = stmt_str(s, mem, "email");
	o->phone = stmt_str(s, mem, "phone");
	o->website = stmt_str(s, mem, "website");
	o->description = stmt_str(s, mem, "description");
	o->verified_at = stmt_int(s, "verified_at");
	o->created_at = stmt_int(s, "created_at");
	stmt_done(s);
	*out = o;
	return RC_OK;
}

enum rc
organisation_load(struct organisation **out, struct db *db, struct mem *mem,
    const char *slug)
{
	return load(out, db_query(db, Q_ORGANISATION_BY_SLUG, T(slug, slug)),
	    mem);
}

enum rc
organisation_load_id(struct organisation **out, struct db *db,
    struct mem *mem, int64_t id)
{
	return load(out, db_query(db, Q_ORGANISATION_BY_ID, I(id, id)), mem);
}

size_t
organisation_of(struct own_organisation **out, struct db *db, struct mem *mem,
    int64_t person_id)
{
	struct stmt *s = db_query(db, Q_ORGANISATION_OF_PERSON,
	    I(person, person_id));
	struct own_organisation *list = MEM_ARRAY(mem, 100,
	    struct own_organisation), *o;
	size_t n = 0;

	while (n < 100 && stmt_step(s)) {
		o = &list[n++];
		o->id = stmt_int(s, "id");
		o->slug = stmt_str(s, mem, "slug");
		o->name = stmt_str(s, mem, "name");
		o->kind = stmt_str(s, mem, "kind");
		o->administrator = strcmp(stmt_text(s, "role"),
		    "administrator") == 0;
		o->title = stmt_str(s, mem, "title");
		o->since_at = stmt_int(s, "since_at");
		o->members = stmt_int(s, "members");
	}
	stmt_done(s);
	*out = list;
	return n;
}

/* --- checking ---------------------------------------------------------------- */

/* A form made canonical. */
struct checked {
	const char	*kind, *name, *siret, *rna, *email, *phone, *website,
			*description;
	int64_t		 territory_id;
};

static const char *
none_if_blank(struct mem *mem, const char *text)
{
	return text_blank(text) ? NULL : text_trim(mem, text);
}

static bool
is_kind(const char *kind)
{
	size_t i;

	for (i = 0; kind != NULL && organisation_kinds[i] != NULL; i++)
		if (strcmp(organisation_kinds[i], kind) == 0)
			return true;
	return false;
}

static void
check_numbers(struct checked *c, struct mem *mem,
    const struct organisation_form *f, struct problems *why)
{
	if (!text_blank(f->siret) &&
	    siret_parse(&c->siret, mem, f->siret) != RC_OK)
		problem_add(why, "siret", "%s", _("Ce n’est pas un numéro "
		    "SIRET : quatorze chiffres, dont une clé qui ne "
		    "correspond pas ici. Vérifiez-le sur votre avis de "
		    "situation."));
	if (!text_blank(f->rna) && rna_parse(&c->rna, mem, f->rna) != RC_OK)
		problem_add(why, "rna", "%s", _("Ce n’est pas un numéro RNA : "
		    "un W suivi de neuf signes, comme W9R1000042."));
	if (c->rna != NULL && strcmp(c->kind, "association") != 0)
		problem_add(why, "rna", "%s",
		    _("Seules les associations ont un numéro RNA."));
	if (strcmp(c->kind, "informal") == 0 && c->siret != NULL)
		problem_add(why, "siret", "%s", _("Un collectif sans statut "
		    "n’a pas de SIRET : choisissez une autre forme, ou "
		    "laissez ce champ vide."));
}

static void
check_contact(struct checked *c, struct mem *mem,
    const struct organisation_form *f, struct problems *why)
{
	c->phone = none_if_blank(mem, f->phone);
	c->website = none_if_blank(mem, f->website);
	if (!text_blank(f->email) &&
	    (c->email = person_email(mem, f->email)) == NULL)
		problem_add(why, "courriel", "%s", _("Cette adresse n’est pas "
		    "complète. Exemple : contact@exemple.fr"));
	if (c->phone != NULL && (strlen(c->phone) > 30 ||
	    c->phone[strspn(c->phone, "0123456789+ .()-")] != '\0'))
		problem_add(why, "telephone", "%s", _("Écrivez un numéro de "
		    "téléphone. Exemple : 02 62 12 34 56"));
	if (c->website != NULL && (strlen(c->website) > 300 ||
	    !(text_starts(c->website, "https://") ||
	    text_starts(c->website, "http://"))))
		problem_add(why, "site", "%s", _("L’adresse d’un site commence "
		    "par https://"));
}

static void
check_place(struct checked *c, struct db *db, struct mem *mem,
    const struct organisation_form *f, struct problems *why)
{
	struct territory *t;
	enum rc rc;

	if (text_blank(f->territory))
		return;
	rc = place_typed(&t, db, mem, f->territory, f->near_id);
	if (rc == RC_OK)
		c->territory_id = t->id;
	else
		problem_add(why, "commune", "%s", rc == RC_CONFLICT ?
		    _("Plusieurs communes portent ce nom ou ce code : écrivez "
		    "le code INSEE, comme 97413.") : _("Cette commune est "
		    "introuvable. Écrivez son nom, ou son code INSEE."));
}

/* False when something is wrong. */
static bool
check(struct checked *c, struct db *db, struct mem *mem,
    const struct organisation_form *f, struct problems *why)
{
	*c = (struct checked){ .kind = f->kind };
	c->name = text_collapse_spaces(mem, f->name);
	if (!is_kind(f->kind)) {
		problem_add(why, "forme", "%s",
		    _("Choisissez une forme dans la liste."));
		c->kind = "other";
	}
	if (text_blank(c->name) || text_length(c->name) > NAME_MAX_CHARS ||
	    text_has_control(c->name))
		problem_add(why, "nom", "%s", _("Écrivez le nom de "
		    "l’organisation, en 150 caractères au plus."));
	check_numbers(c, mem, f, why);
	check_contact(c, mem, f, why);
	c->description = none_if_blank(mem, f->description);
	if (text_length(c->description) > TEXT_MAX_CHARS)
		problem_add(why, "presentation", "%s",
		    _("Ce texte dépasse 3 000 caractères."));
	check_place(c, db, mem, f, why);
	return why->count == 0;
}

/* --- writing ------------------------------------------------------------------ */

static const char *
free_slug(struct db *db, struct mem *mem, const char *name)
{
	const char *base = text_slug(mem, name), *slug = base;
	int n;

	for (n = 2; db_int(db, 0, Q_ORGANISATION_SLUG_TAKEN, T(slug, slug)) != 0;
	    n++)
		slug = mem_printf(mem, "%.70s-%d", base, n);
	return slug;
}

static int64_t
same_number(struct db *db, const struct checked *c, int64_t id)
{
	return db_int(db, 0, Q_ORGANISATION_NUMBER_TAKEN, T(siret, c->siret),
	    T(rna, c->rna), I(id, id));
}

static void
insert(struct db *db, struct mem *mem, const struct checked *c,
    const char *slug, const struct person *who, int64_t now)
{
	int64_t id;

	db_run(db, Q_ORGANISATION_ADD, T(slug, slug), T(kind, c->kind),
	    T(name, c->name), T(folded, text_fold(mem, c->name)),
	    T(siret, c->siret), T(rna, c->rna), ID(territory, c->territory_id),
	    T(email, c->email), T(phone, c->phone), T(website, c->website),
	    T(description, c->description), I(now, now));
	id = db_last_id(db);
	db_run(db, Q_MEMBERSHIP_PUT, I(organisation, id), I(person, who->id),
	    T(role, "administrator"), NIL(title), I(now, now));
	if (c->siret != NULL)
		directory_ask(db, id, now);
	audit_note(db, who->id, "organisation_add", 0, "slug", slug, now);
}

enum rc
organisation_create(struct db *db, struct mem *mem,
    const struct organisation_form *f, const struct person *who, int64_t now,
    const char **slug, struct problems *why)
{
	struct organisation *other;
	struct checked c;
	int64_t id;
	enum rc rc;

	if (!check(&c, db, mem, f, why))
		return RC_INVALID;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	id = same_number(db, &c, 0);
	if (id != 0 && organisation_load_id(&other, db, mem, id) == RC_OK) {
		*slug = other->slug;
		return db_write_end(db, RC_CONFLICT);
	}
	*slug = free_slug(db, mem, c.name);
	insert(db, mem, &c, *slug, who, now);
	return db_write_commit(db);
}

enum rc
organisation_save(struct db *db, struct mem *mem, int64_t id,
    const struct organisation_form *f, const struct person *who, int64_t now,
    struct problems *why)
{
	struct checked c;
	enum rc rc;

	if (!check(&c, db, mem, f, why))
		return RC_INVALID;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	if (same_number(db, &c, id) != 0) {
		problem_add(why, c.siret != NULL ? "siret" : "rna", "%s",
		    _("Une autre organisation est inscrite sous ce numéro."));
		return db_write_end(db, RC_INVALID);
	}
	if (db_run(db, Q_ORGANISATION_SAVE, I(id, id), T(kind, c.kind),
	    T(name, c.name), T(folded, text_fold(mem, c.name)),
	    T(siret, c.siret), T(rna, c.rna), ID(territory, c.territory_id),
	    T(email, c.email), T(phone, c.phone), T(website, c.website),
	    T(description, c.description)) == 0)
		rc = RC_NOT_FOUND;
	else if (c.siret != NULL)
		directory_ask(db, id, now);
	audit_note(db, who->id, "organisation_save", 0, "name", c.name, now);
	return db_write_end(db, rc);
}
