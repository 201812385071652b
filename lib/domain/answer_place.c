/*
 * What was typed for a body (SIRET, RNA), a territory, a point.
 * It asks no outside directory: what cannot be verified is not refused for it.
 */
#include "config.h"

#include "domain/answer_read.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "base/text.h"
#include "domain/money.h"
#include "domain/siret.h"
#include "domain/territory.h"
#include "domain/territory_term.h"

/* A point may lie this far from the communes' own points (millionths of a
 * degree, some 30 km): the open sea, the next valley. */
#define MARGIN_E6	300000

/* --- a body --------------------------------------------------------------- */

/* The number inside a suggestion chosen: "Compost péi (000 214 254 00013)". */
static const char *
number_part(struct mem *mem, const char *text)
{
	const char *open = strrchr(text, '('), *close;

	if (open == NULL || (close = strchr(open, ')')) == NULL)
		return text;
	return mem_strndup(mem, open + 1, (size_t)(close - open - 1));
}

bool
read_organisation(struct reading *r)
{
	struct mem *mem = r->answers->mem;
	const char *number = number_part(mem, r->text), *p;
	int digits = 0, others = 0;

	if (siret_parse(&r->value->siret, mem, number) == RC_OK ||
	    rna_parse(&r->value->rna, mem, number) == RC_OK)
		return true;
	for (p = number; *p != '\0'; p++)
		if (isdigit((unsigned char)*p))
			digits++;
		else
			others += isalpha((unsigned char)*p) != 0;
	if (digits == 9 && others == 0)
		return reading_wrong(r, "%s", _("C’est un numéro SIREN "
		    "(9 chiffres). Écrivez le SIRET de l’établissement : les "
		    "mêmes 9 chiffres, puis 5 autres."));
	if (digits == 14 && others == 0)
		return reading_wrong(r, "%s", _("Ce numéro SIRET n’est pas "
		    "valable : sa clé de contrôle est fausse. Vérifiez "
		    "qu’aucun chiffre n’est inversé."));
	return reading_wrong(r, "%s", _("Écrivez un numéro SIRET "
	    "(14 chiffres) ou, pour une association, un numéro RNA "
	    "(W suivi de 9 chiffres)."));
}

/* --- a territory ---------------------------------------------------------- */

bool
reading_is_inside(struct reading *r, int64_t id)
{
	const struct platform *p = r->answers->platform;

	return !r->field->within_platform || p == NULL ||
	    p->territory_id == 0 ||
	    territory_contains(r->answers->db, p->territory_id, id);
}

bool
reading_outside(struct reading *r, const char *name)
{
	return reading_wrong(r, _("%s n’est pas dans le territoire de cette "
	    "plateforme : %s."), name, r->answers->platform->territory_name);
}

/*
 * Does the name begin so, its article or kind of EPCI left out? "Territoire de la
 * Côte Ouest" is the CA Territoire de la Côte Ouest (TCO).
 */
static bool
begins(struct mem *mem, const char *name, const char *typed)
{
	size_t heads, n = strlen(typed), i;
	const char **terms;

	territory_name_terms(&terms, &heads, mem, name);
	for (i = 0; i < heads; i++)
		if (strncmp(terms[i], typed, n) == 0 && (terms[i][n] == '\0' ||
		    terms[i][n] == ' '))
			return true;
	return false;
}

/* The one that is named so, among those that begin like it. */
static bool
by_name(struct reading *r, struct mem *mem)
{
	const struct platform *p = r->answers->platform;
	int64_t within = r->field->within_platform && p != NULL
	    ? p->territory_id : 0;
	const char *typed = territory_key(mem, r->text), *others = "";
	struct territories found;
	size_t i, same = 0;

	territory_suggest(&found, r->answers->db, mem, r->text, within, 10);
	for (i = 0; i < found.count; i++) {
		struct territory *t = &found.rows[i];
		const char *label = territory_label(mem, t);

		if (strcmp(t->kind, r->field->level) != 0)
			continue;
		if (strcmp(territory_key(mem, label), typed) == 0) {
			r->value->text = t->code;
			return true;
		}
		if (strcmp(territory_key(mem, t->name), typed) != 0 &&
		    (strcmp(t->kind, "commune") == 0 ||
		    !begins(mem, t->name, typed)))
			continue;
		r->value->text = t->code;
		others = same++ == 0 ? label
		    : mem_printf(mem, "%s ; %s", others, label);
	}
	if (same > 1)
		return reading_wrong(r, strcmp(r->field->level, "commune") ==
		    0 ? _("Plusieurs communes s’appellent ainsi : %s. Écrivez "
		    "le nom en entier.") : _("Plusieurs territoires s’appellent "
		    "ainsi : %s. Écrivez le nom en entier."), others);
	return same == 1;
}

/* What a name of that level is not, with its own gender. */
static bool
wrong_name(struct reading *r)
{
	const char *name = text_truncate(r->answers->mem, r->text, 60);
	const char *level = r->field->level;
	const struct platform *p = r->answers->platform;

	if (strcmp(level, "epci") == 0)
		return reading_wrong(r, _("« %s » n’est le nom d’aucune "
		    "intercommunalité. Vérifiez l’orthographe."), name);
	if (strcmp(level, "departement") == 0)
		return reading_wrong(r, _("« %s » n’est le nom d’aucun "
		    "département. Vérifiez l’orthographe."), name);
	if (strcmp(level, "region") == 0)
		return reading_wrong(r, _("« %s » n’est le nom d’aucune "
		    "région. Vérifiez l’orthographe."), name);
	if (r->field->within_platform && p != NULL &&
	    p->territory_name != NULL)
		return reading_wrong(r, _("« %s » n’est le nom d’aucune commune "
		    "du territoire (%s). Vérifiez l’orthographe."), name,
		    p->territory_name);
	return reading_wrong(r, _("« %s » n’est le nom d’aucune commune. "
	    "Vérifiez l’orthographe."), name);
}

bool
read_territory(struct reading *r)
{
	struct mem *mem = r->answers->mem;
	const char *code = typed_get(r->typed, "code");
	struct territory *t;

	/* The code of the suggestion chosen, when its name still stands. */
	if (code != NULL && *code != '\0' && territory_by_code(&t,
	    r->answers->db, mem, r->field->level, code) == RC_OK &&
	    (strcmp(territory_key(mem, t->name), territory_key(mem, r->text)) == 0 ||
	    strcmp(territory_key(mem, territory_label(mem, t)),
	    territory_key(mem, r->text)) == 0)) {
		r->value->text = t->code;
		return reading_is_inside(r, t->id) ||
		    reading_outside(r, t->name);
	}
	if (territory_by_code(&t, r->answers->db, mem, r->field->level,
	    r->text) == RC_OK) {
		r->value->text = t->code;
		return reading_is_inside(r, t->id) ||
		    reading_outside(r, t->name);
	}
	if (by_name(r, mem))
		return true;
	if (r->error != NULL)
		return false;
	return wrong_name(r);
}

/* --- a point -------------------------------------------------------------- */

/* The nearest that is between the two. */
static int64_t
between(int64_t at, int64_t low, int64_t high)
{
	return at < low ? low : at > high ? high : at;
}

/* Kilometres along the globe (haversine), to the nearest ten beyond a hundred:
 * fit for a sentence only. */
static int64_t
far_km(struct spot from, struct spot to)
{
	const double radians = 3.14159265358979 / 180e6;
	double a = (double)from.lat_e6 * radians, b = (double)to.lat_e6 * radians;
	double up = sin((b - a) / 2);
	double along = sin((double)(to.lon_e6 - from.lon_e6) * radians / 2);
	double h = up * up + cos(a) * cos(b) * along * along;
	int64_t km = (int64_t)(2 * 6371 * asin(sqrt(h > 1 ? 1 : h)) + 0.5);

	return km > 100 ? (km + 5) / 10 * 10 : km;
}

bool
reading_is_near(struct reading *r, struct spot at, int64_t *km)
{
	const struct platform *p = r->answers->platform;
	struct spot edge = at;
	struct stmt *s;

	if (p == NULL || p->territory_id == 0 || r->answers->db == NULL)
		return true;
	s = db_query(r->answers->db, Q_ANSWER_BOX, I(outer, p->territory_id));
	if (stmt_step(s) && !stmt_null(s, "west")) {
		edge.lon_e6 = between(at.lon_e6, stmt_int(s, "west"),
		    stmt_int(s, "east"));
		edge.lat_e6 = between(at.lat_e6, stmt_int(s, "south"),
		    stmt_int(s, "north"));
	}
	stmt_done(s);
	*km = far_km(at, edge);
	return labs(at.lon_e6 - edge.lon_e6) <= MARGIN_E6 &&
	    labs(at.lat_e6 - edge.lat_e6) <= MARGIN_E6;
}

/* A part trimmed, its minus sign (U+2212) as a hyphen. */
static const char *
degrees_typed(struct reading *r, const char *part)
{
	const char *text = text_trim(r->answers->mem, typed_get(r->typed, part));

	if (text_starts(text, "\342\210\222"))
		return mem_printf(r->answers->mem, "-%s", text + 3);
	return text;
}

bool
read_point(struct reading *r)
{
	const char *lat = degrees_typed(r, "lat");
	const char *lon = degrees_typed(r, "lon");
	struct value *v = r->value;
	int64_t km;

	if (*lat == '\0' && *lon == '\0')
		return true;
	v->given = true;
	if (*lat == '\0' || *lon == '\0')
		return reading_wrong(r, "%s", _("Il manque la latitude ou la "
		    "longitude : écrivez les deux, ou aucune."));
	if (!territory_degrees(&v->lat_e6, lat) || v->lat_e6 > 90000000 ||
	    v->lat_e6 < -90000000 || !territory_degrees(&v->lon_e6, lon))
		return reading_wrong(r, "%s", _("Écrivez des degrés décimaux, "
		    "par exemple −21,1706 pour la latitude et 55,2882 pour la "
		    "longitude."));
	if (!reading_is_near(r, (struct spot){ v->lon_e6, v->lat_e6 }, &km))
		return reading_wrong(r, _("Ce point est loin du territoire "
		    "(%s) : à %s km environ. La latitude et la longitude "
		    "sont-elles inversées ?"),
		    r->answers->platform->territory_name,
		    money_number(r->answers->mem, km, lang_get()));
	return true;
}
