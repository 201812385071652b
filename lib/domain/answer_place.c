/*
 * What was typed for a body (SIRET, RNA), a territory, a point.
 * It asks no outside directory: what cannot be verified is not refused for it.
 */
#include "config.h"

#include "domain/answer_read.h"

#include <ctype.h>
#include <string.h>

#include "base/lang.h"
#include "base/text.h"
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

static bool
is_inside(struct reading *r, int64_t id)
{
	const struct platform *p = r->answers->platform;

	return !r->field->within_platform || p == NULL ||
	    p->territory_id == 0 ||
	    territory_contains(r->answers->db, p->territory_id, id);
}

static bool
outside(struct reading *r, const char *name)
{
	return reading_wrong(r, _("%s n’est pas dans le territoire de cette "
	    "plateforme : %s."), name, r->answers->platform->territory_name);
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
		if (strcmp(territory_key(mem, t->name), typed) != 0)
			continue;
		r->value->text = t->code;
		others = same++ == 0 ? label
		    : mem_printf(mem, "%s ; %s", others, label);
	}
	if (same > 1)
		return reading_wrong(r, _("Plusieurs communes s’appellent "
		    "ainsi : %s. Écrivez le nom en entier."), others);
	return same == 1;
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
		return is_inside(r, t->id) || outside(r, t->name);
	}
	if (territory_by_code(&t, r->answers->db, mem, r->field->level,
	    r->text) == RC_OK) {
		r->value->text = t->code;
		return is_inside(r, t->id) || outside(r, t->name);
	}
	if (by_name(r, mem))
		return true;
	if (r->error != NULL)
		return false;
	if (r->field->within_platform && r->answers->platform != NULL &&
	    r->answers->platform->territory_name != NULL)
		return reading_wrong(r, _("« %s » n’est le nom d’aucune commune "
		    "du territoire (%s). Vérifiez l’orthographe."),
		    text_truncate(mem, r->text, 60),
		    r->answers->platform->territory_name);
	return reading_wrong(r, _("« %s » n’est le nom d’aucune commune. "
	    "Vérifiez l’orthographe."), text_truncate(mem, r->text, 60));
}

/* --- a point -------------------------------------------------------------- */

static bool
is_near(struct reading *r)
{
	const struct platform *p = r->answers->platform;
	const struct value *v = r->value;
	bool near = true;
	struct stmt *s;

	if (p == NULL || p->territory_id == 0)
		return true;
	s = db_query(r->answers->db, Q_ANSWER_BOX, I(outer, p->territory_id));
	if (stmt_step(s) && !stmt_null(s, "west"))
		near = v->lon_e6 >= stmt_int(s, "west") - MARGIN_E6 &&
		    v->lon_e6 <= stmt_int(s, "east") + MARGIN_E6 &&
		    v->lat_e6 >= stmt_int(s, "south") - MARGIN_E6 &&
		    v->lat_e6 <= stmt_int(s, "north") + MARGIN_E6;
	stmt_done(s);
	return near;
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
	if (!is_near(r))
		return reading_wrong(r, _("Ce point est loin du territoire "
		    "(%s). La latitude et la longitude sont-elles "
		    "inversées ?"), r->answers->platform->territory_name);
	return true;
}
