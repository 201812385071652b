/*
 * Numbers as people type them: integers, decimals, amounts, percentages, and
 * what a project commits to.
 * It rounds nothing.
 */
#include "config.h"

#include "domain/answer_read.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/decimal.h"
#include "domain/money.h"

static const char *
bound_text(struct reading *r, int64_t n)
{
	struct mem *mem = r->answers->mem;

	switch (r->field->type) {
	case FORM_MONEY:
		return money_format(mem, n, lang_get());
	case FORM_PERCENTAGE:
		return n % 100 == 0 ? mem_printf(mem, "%" PRId64 " %%", n / 100)
		    : mem_printf(mem, "%" PRId64 ",%02d %%", n / 100,
		    (int)(n % 100));
	case FORM_DATE:
		return date_long(mem, n, NULL, lang_get());
	case FORM_DECIMAL:
		return decimal_format(mem, n, r->field->decimals, lang_get());
	default:
		return money_number(mem, n, lang_get());
	}
}

bool
reading_bounds(struct reading *r, int64_t n)
{
	const struct form_field *f = r->field;
	bool day = f->type == FORM_DATE;

	if (f->has_min && n < f->min)
		return reading_wrong(r, day ? _("Choisissez une date à partir "
		    "du %s.") : f->type == FORM_MONEY ? _("Le montant doit "
		    "être d’au moins %s.") : _("Le nombre doit être d’au "
		    "moins %s."), bound_text(r, f->min));
	if (f->has_max && n > f->max)
		return reading_wrong(r, day ? _("Choisissez une date jusqu’au "
		    "%s.") : f->type == FORM_MONEY ? _("Le montant doit être "
		    "d’au plus %s.") : _("Le nombre doit être d’au plus "
		    "%s."), bound_text(r, f->max));
	r->value->number = n;
	return true;
}

bool
read_integer(struct reading *r)
{
	int64_t n;

	if (!text_int(&n, r->text))
		return reading_wrong(r, "%s", _("Écrivez un nombre entier, en "
		    "chiffres et sans unité, par exemple 12."));
	return reading_bounds(r, n);
}

bool
read_money(struct reading *r)
{
	int64_t cents;

	if (money_parse(&cents, r->text) != RC_OK)
		return reading_wrong(r, "%s", _("Écrivez un montant en euros, "
		    "en chiffres, par exemple 41 600 ou 41 600,50."));
	if (cents < 0 && !r->field->has_min)
		return reading_wrong(r, "%s",
		    _("Un montant ne peut pas être négatif."));
	return reading_bounds(r, cents);
}

/* "12", "12,5", "12.50 %" → hundredths. */
bool
read_percentage(struct reading *r)
{
	struct mem *mem = r->answers->mem;
	char *text = mem_strdup(mem, r->text), *comma, *end;
	int64_t whole, part = 0;

	end = strchr(text, '%');
	if (end != NULL)
		*end = '\0';
	text = mem_strdup(mem, text_trim(mem, text));
	comma = strpbrk(text, ",.");
	if (comma != NULL) {
		*comma++ = '\0';
		if (strlen(comma) == 0 || strlen(comma) > 2 ||
		    comma[strspn(comma, "0123456789")] != '\0')
			goto wrong;
		part = strtoll(comma, NULL, 10) * (strlen(comma) == 1 ? 10 : 1);
	}
	if (!text_int(&whole, text) || whole < 0 || whole > 100000)
		goto wrong;
	return reading_bounds(r, whole * 100 + part);
wrong:
	return reading_wrong(r, "%s",
	    _("Écrivez un pourcentage en chiffres, par exemple 12,5."));
}

bool
read_decimal(struct reading *r)
{
	int decimals = r->field->decimals;
	int64_t n;

	if (decimal_parse(&n, decimals, r->text))
		return reading_bounds(r, n);
	if (decimal_parse(&n, DECIMAL_MAX, r->text))
		return reading_wrong(r, ngettext(
		    "Gardez %d chiffre au plus après la virgule.",
		    "Gardez %d chiffres au plus après la virgule.",
		    (unsigned long)decimals), decimals);
	return reading_wrong(r, "%s", _("Écrivez un nombre en chiffres et sans "
	    "unité, par exemple 12,5."));
}

/* --- what a project commits to --------------------------------------------- */

/* Is that indicator of the platform, and one that the field offers? */
static bool
is_offered(struct reading *r, const char *key)
{
	const struct answers *a = r->answers;
	const char **offered = r->field->indicators;

	for (; offered != NULL && *offered != NULL; offered++)
		if (strcmp(*offered, key) == 0)
			break;
	if (r->field->indicators != NULL && *offered == NULL)
		return false;
	return a->db == NULL || a->platform == NULL || db_int(a->db, 0,
	    Q_ANSWER_INDICATOR_EXISTS, I(platform, a->platform->id),
	    T(key, key)) != 0;
}

/* A typed number to the most decimals there may be. */
static bool
read_amount(struct reading *r, const char *part, bool *has, int64_t *n)
{
	const char *text = text_trim(r->answers->mem, typed_get(r->typed,
	    part));

	*has = *text != '\0';
	return !*has || decimal_parse(n, DECIMAL_MAX, text);
}

/* As few decimals as both amounts need. */
static void
scale_down(struct commitment *c)
{
	c->decimals = DECIMAL_MAX;
	while (c->decimals > 0 && c->baseline % 10 == 0 && c->target % 10 == 0) {
		c->baseline /= 10;
		c->target /= 10;
		c->decimals--;
	}
}

bool
read_commitment(struct reading *r)
{
	struct mem *mem = r->answers->mem;
	struct commitment *c = MEM_NEW(mem, struct commitment);
	const char *day = text_trim(mem, typed_get(r->typed, "date"));
	struct civil civil;

	c->indicator = text_trim(mem, typed_get(r->typed, "indicator"));
	if (!read_amount(r, "baseline", &c->has_baseline, &c->baseline))
		return reading_wrong(r, "%s", _("Valeur de départ : écrivez un "
		    "nombre en chiffres et sans unité, par exemple 12,5."));
	if (!read_amount(r, "target", &c->has_target, &c->target))
		return reading_wrong(r, "%s", _("Valeur visée : écrivez un "
		    "nombre en chiffres et sans unité, par exemple 12,5."));
	if (*day != '\0' && !date_parse(&civil, day))
		return reading_wrong(r, "%s", _("Cette date n’existe pas : "
		    "écrivez jour, mois, année, par exemple 23/11/2026."));
	c->day = *day == '\0' ? NULL : date_iso_civil(mem, &civil);
	if (*c->indicator == '\0' && !c->has_baseline && !c->has_target &&
	    c->day == NULL)
		return true;
	if (*c->indicator == '\0')
		return reading_wrong(r, "%s", _("Choisissez l’indicateur sur "
		    "lequel le projet s’engage."));
	if (!is_offered(r, c->indicator))
		return reading_wrong(r, "%s",
		    _("Choisissez un des indicateurs proposés."));
	scale_down(c);
	r->value->commitment = c;
	r->value->given = true;
	return true;
}
