/*
 * People and where they are: e-mail, telephone, person, account, address.
 * It writes to nobody, and asks no service.
 */
#include "config.h"

#include "domain/answer_read.h"

#include <ctype.h>
#include <string.h>

#include "base/lang.h"
#include "base/text.h"
#include "domain/iban.h"
#include "domain/phone.h"
#include "domain/territory.h"
#include "domain/territory_term.h"

#define NAME_MAX	160	/* characters */
#define LINES_MAX	300

static bool
is_email(const char *t)
{
	const char *at = strchr(t, '@'), *dot;

	dot = at == NULL ? NULL : strrchr(at, '.');
	return at != NULL && at != t && dot != NULL && dot != at + 1 &&
	    dot[1] != '\0' && strchr(at + 1, '@') == NULL &&
	    strstr(t, "..") == NULL && strlen(t) <= 254 &&
	    t[strcspn(t, " ,;:<>()[]\\\"\t\n")] == '\0';
}

static bool
wrong_email(struct reading *r)
{
	return reading_wrong(r, "%s", _("Écrivez une adresse électronique "
	    "complète, par exemple nom@exemple.fr."));
}

static bool
wrong_phone(struct reading *r)
{
	return reading_wrong(r, "%s", _("Écrivez un numéro de téléphone en "
	    "chiffres, par exemple 0262 12 34 56 ou +33 6 12 34 56 78."));
}

bool
read_email(struct reading *r)
{
	r->value->text = r->text;
	return is_email(r->text) || wrong_email(r);
}

bool
read_phone(struct reading *r)
{
	return phone_parse(&r->value->text, r->answers->mem, r->text) == RC_OK
	    || wrong_phone(r);
}

bool
read_iban(struct reading *r)
{
	int wanted = 0;

	switch (iban_parse(&r->value->text, &wanted, r->answers->mem,
	    r->text)) {
	case IBAN_RIGHT:
		return true;
	case IBAN_COUNTRY:
		return reading_wrong(r, "%s", _("Cet IBAN commence par un code "
		    "de pays qui n’existe pas. Un compte français commence par "
		    "FR."));
	case IBAN_LENGTH:
		return reading_wrong(r, _("Cet IBAN n’a pas la bonne longueur : "
		    "il en faut %d lettres et chiffres pour ce pays."), wanted);
	case IBAN_KEY:
		return reading_wrong(r, "%s", _("Cet IBAN n’est pas valable : sa "
		    "clé de contrôle est fausse. Vérifiez qu’aucun chiffre "
		    "n’est inversé."));
	default:
		return reading_wrong(r, "%s", _("Écrivez un IBAN : deux lettres, "
		    "deux chiffres, puis le compte, par exemple FR76 3000 6000 "
		    "0112 3456 7890 189."));
	}
}

/* --- a person ----------------------------------------------------------------- */

static const char *
part(struct reading *r, const char *name)
{
	return text_collapse_spaces(r->answers->mem, typed_get(r->typed,
	    name));
}

static const char *
or_null(const char *text)
{
	return *text == '\0' ? NULL : text;
}

bool
read_person(struct reading *r)
{
	struct person_said *p = MEM_NEW(r->answers->mem, struct person_said);
	const char *phone = part(r, "phone");

	p->name = or_null(part(r, "name"));
	p->role = or_null(part(r, "role"));
	p->email = or_null(part(r, "email"));
	if (p->name == NULL && p->role == NULL && p->email == NULL &&
	    *phone == '\0')
		return true;
	if (p->email != NULL && !is_email(p->email))
		return wrong_email(r);
	if (*phone != '\0' && phone_parse(&p->phone, r->answers->mem, phone) !=
	    RC_OK)
		return wrong_phone(r);
	if (text_length(p->name == NULL ? "" : p->name) > NAME_MAX ||
	    text_length(p->role == NULL ? "" : p->role) > NAME_MAX)
		return reading_wrong(r, _("Raccourcissez le nom ou la fonction : "
		    "%d caractères suffisent."), NAME_MAX);
	r->value->person = p;
	r->value->given = true;
	return true;
}

/* --- an address ----------------------------------------------------------------- */

static bool
is_named(struct mem *mem, const struct territory *t, const char *city)
{
	return strcmp(territory_key(mem, t->name), territory_key(mem, city)) ==
	    0 || strcmp(territory_key(mem, territory_label(mem, t)),
	    territory_key(mem, city)) == 0;
}

/* The one commune that a text finds and that has that name (any name when
 * city is NULL), or NULL. Copied in mem. */
static const struct territory *
only(struct reading *r, const char *typed, const char *city)
{
	struct mem *mem = r->answers->mem;
	const struct territory *one = NULL;
	struct territories found;
	size_t i;

	territory_suggest(&found, r->answers->db, mem, typed, 0, 50);
	for (i = 0; i < found.count; i++) {
		if (strcmp(found.rows[i].kind, "commune") != 0 ||
		    (city != NULL && !is_named(mem, &found.rows[i], city)))
			continue;
		if (one != NULL)
			return NULL;
		one = &found.rows[i];
	}
	return one;
}

/*
 * The commune of an address: the suggestion chosen, else that name at that
 * postal code, else the only commune of the code (a hamlet's name), else the
 * only one so named (a CEDEX code).
 */
static const struct territory *
commune_of(struct reading *r, const struct address *a)
{
	const char *code = typed_get(r->typed, "city_code");
	const struct territory *found;
	struct territory *t;

	if (r->answers->db == NULL)
		return NULL;
	if (code != NULL && *code != '\0' && territory_by_code(&t,
	    r->answers->db, r->answers->mem, "commune", code) == RC_OK &&
	    is_named(r->answers->mem, t, a->city))
		return t;
	found = only(r, a->postcode, a->city);
	if (found == NULL)
		found = only(r, a->postcode, NULL);
	return found != NULL ? found : only(r, a->city, a->city);
}

static bool
is_postcode(const char *text)
{
	return strlen(text) == 5 && text[strspn(text, "0123456789")] == '\0';
}

bool
read_address(struct reading *r)
{
	struct mem *mem = r->answers->mem;
	struct address *a = MEM_NEW(mem, struct address);
	const struct territory *commune;

	a->lines = text_trim(mem, text_unix_lines(mem, typed_get(r->typed,
	    "lines")));
	a->postcode = part(r, "postcode");
	a->city = part(r, "city");
	if (*a->lines == '\0' && *a->postcode == '\0' && *a->city == '\0')
		return true;
	if (text_length(a->lines) > LINES_MAX || text_has_control(a->lines) ||
	    text_length(a->city) > NAME_MAX)
		return reading_wrong(r, _("Raccourcissez cette adresse : "
		    "%d caractères suffisent."), LINES_MAX);
	if (*a->postcode != '\0' && !is_postcode(a->postcode))
		return reading_wrong(r, "%s", _("Écrivez un code postal de "
		    "5 chiffres, par exemple 97436."));
	r->value->address = a;
	r->value->given = true;
	if (*a->postcode == '\0' || *a->city == '\0')
		return true;	/* said before a deposit */
	commune = commune_of(r, a);
	if (commune == NULL)
		return reading_wrong(r, _("Aucune commune ne s’appelle « %s » "
		    "au code postal %s. Vérifiez l’un et l’autre."),
		    text_truncate(mem, a->city, 60), a->postcode);
	a->commune = mem_strdup(mem, commune->code);
	return reading_is_inside(r, commune->id) ||
	    reading_outside(r, commune->name);
}
