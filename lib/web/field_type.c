/*
 * What each type of field accepts, and what it says otherwise.
 * It looks at one value at a time, and at no database.
 */
#include "config.h"

#include "web/field_type.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/money.h"
#include "domain/siret.h"

#define TEXT_MAX	300	/* characters, unless the rule says more */
#define LONG_MAX_CHARS	20000
#define PASSWORD_MAX	1024	/* bytes */
#define URL_MAX		2000
#define EMAIL_MAX	254	/* bytes: RFC 5321 §4.5.3.1.3, less < and > */

static const char lower_digits[] = "abcdefghijklmnopqrstuvwxyz0123456789";
static const char letters_digits[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

static int64_t
max_or(const struct field_rule *rule, int64_t otherwise)
{
	return rule->max > 0 ? rule->max : otherwise;
}

/* --- texts --------------------------------------------------------------- */

static bool
check_length(struct check *c, const char *text, int64_t max)
{
	int64_t n = (int64_t)text_length(text);

	if (n > max)
		WRONG(c, ngettext("Ce texte dépasse la limite d’%ld caractère : "
		    "il en compte %ld.", "Ce texte dépasse la limite de %ld "
		    "caractères : il en compte %ld.", (unsigned long)max),
		    (long)max, (long)n);
	else if (n < c->rule->min)
		WRONG(c, ngettext("Ce texte est trop court : écrivez au moins "
		    "%ld caractère.", "Ce texte est trop court : écrivez au "
		    "moins %ld caractères.", (unsigned long)c->rule->min),
		    (long)c->rule->min);
	else
		return true;
	return false;
}

static void
check_text(struct check *c)
{
	const char *text = text_collapse_spaces(c->fields->mem, c->typed);

	c->field->raw = text;
	if (text_has_control(text))
		WRONG(c, "%s", _("Ce texte contient un caractère qui ne se "
		    "lit pas. Retapez-le."));
	else if (check_length(c, text, max_or(c->rule, TEXT_MAX)))
		c->field->text = text;
}

static void
check_long(struct check *c)
{
	const char *text = text_unix_lines(c->fields->mem, c->typed);

	c->field->raw = text;
	text = text_trim(c->fields->mem, text);
	if (check_length(c, text, max_or(c->rule, LONG_MAX_CHARS)))
		c->field->text = text;
}

static void
check_password(struct check *c)
{
	size_t max = (size_t)max_or(c->rule, PASSWORD_MAX);

	c->field->raw = "";
	if (strlen(c->typed) > max)
		WRONG(c, "%s", _("Ce mot de passe est trop long."));
	else
		c->field->text = c->typed;
}

/* --- numbers ------------------------------------------------------------- */

static void
check_int(struct check *c)
{
	const struct field_rule *r = c->rule;
	int64_t n, min = r->min, max = r->max;

	if (r->type == F_ID && min == 0)
		min = 1;
	if (max == 0 && min >= 0)
		max = INT64_MAX;
	if (!text_int(&n, c->field->raw))
		WRONG(c, "%s", _("Écrivez un nombre entier, en chiffres."));
	else if (n < min)
		WRONG(c, _("Écrivez un nombre d’au moins %ld."), (long)min);
	else if (n > max)
		WRONG(c, _("Écrivez un nombre d’au plus %ld."), (long)max);
	else {
		c->field->number = n;
		c->field->text = mem_printf(c->fields->mem, "%ld", (long)n);
	}
}

static void
check_money(struct check *c)
{
	int64_t cents, max = max_or(c->rule, INT64_MAX);

	if (money_parse(&cents, c->field->raw) != RC_OK)
		WRONG(c, "%s", _("Écrivez un montant en euros, par exemple "
		    "45 000 ou 1 250,50."));
	else if (cents < c->rule->min)
		WRONG(c, _("Écrivez un montant d’au moins %s."),
		    money_format(c->fields->mem, c->rule->min, lang_get()));
	else if (cents > max)
		WRONG(c, _("Écrivez un montant d’au plus %s."),
		    money_format(c->fields->mem, max, lang_get()));
	else {
		c->field->number = cents;
		c->field->text = c->field->raw;
	}
}

static void
check_date(struct check *c)
{
	struct civil day;

	if (!date_parse(&day, c->field->raw)) {
		WRONG(c, "%s", _("Écrivez une date qui existe, par exemple "
		    "23/11/2026."));
		return;
	}
	c->field->number = date_unix(&day);
	c->field->text = date_iso_civil(c->fields->mem, &day);
}

/* --- names of things ----------------------------------------------------- */

static void
check_email(struct check *c)
{
	const char *raw = c->field->raw, *at = strrchr(raw, '@'), *dot, *p;
	char *text, *q;

	dot = at == NULL ? NULL : strrchr(at, '.');
	if (at == NULL || at == raw || at - raw > 64 || dot == NULL ||
	    dot == at + 1 || dot[1] == '\0' || strstr(at, "..") != NULL ||
	    strlen(raw) > EMAIL_MAX || memchr(raw, '@', (size_t)(at - raw)) ||
	    raw[strcspn(raw, " ,;:<>()[]\\\"")] != '\0')
		goto wrong;
	for (p = at + 1; *p != '\0'; p++)
		if ((unsigned char)*p < 0x80 &&
		    strchr(letters_digits, *p) == NULL && *p != '-' &&
		    *p != '.')
			goto wrong;
	text = mem_strdup(c->fields->mem, raw);
	for (q = text + (at - raw); *q != '\0'; q++)
		if (*q >= 'A' && *q <= 'Z')
			*q = (char)(*q - 'A' + 'a');
	c->field->text = text;
	return;
wrong:
	WRONG(c, "%s", _("Écrivez une adresse électronique complète, par "
	    "exemple nom@exemple.fr."));
}

static void
check_url(struct check *c)
{
	const char *text = c->field->raw, *host;
	size_t len;

	if (text_starts(text, "www."))
		text = mem_printf(c->fields->mem, "https://%s", text);
	host = text_starts(text, "https://") ? text + 8 :
	    text_starts(text, "http://") ? text + 7 : NULL;
	len = host == NULL ? 0 : strcspn(host, "/?#");
	if (len == 0 || strlen(text) > (size_t)max_or(c->rule, URL_MAX) ||
	    text[strcspn(text, " \"<>\\^`{|}")] != '\0' ||
	    memchr(host, '@', len) != NULL || memchr(host, '.', len) == NULL)
		WRONG(c, "%s", _("Écrivez une adresse complète, qui commence "
		    "par https:// ou http://."));
	else
		c->field->text = text;
}

static void
check_siret(struct check *c)
{
	const char *digits;

	if (siret_parse(&digits, c->fields->mem, c->field->raw) == RC_OK)
		c->field->text = digits;
	else
		WRONG(c, "%s", _("Ce numéro SIRET n’est pas valable : il a "
		    "14 chiffres, dont une clé de contrôle. Vérifiez-le."));
}

/* One of the "|"-separated choices? */
static bool
is_choice(const char *choices, const char *text)
{
	size_t len = strlen(text), n;

	for (; len > 0; choices += n + 1) {
		n = strcspn(choices, "|");
		if (n == len && strncmp(choices, text, n) == 0)
			return true;
		if (choices[n] == '\0')
			return false;
	}
	return false;
}

/* Only signs of the alphabet, or of the few others allowed? */
static bool
is_made_of(const char *text, const char *alphabet, const char *others)
{
	for (; *text != '\0'; text++)
		if (strchr(alphabet, *text) == NULL &&
		    strchr(others, *text) == NULL)
			return false;
	return true;
}

static void
check_word(struct check *c)
{
	const char *raw = c->field->raw;
	bool right;

	if (c->rule->type == F_CHOICE)
		right = is_choice(c->rule->choices, raw);
	else if (c->rule->type == F_SLUG)
		right = strlen(raw) <= 80 && is_made_of(raw, lower_digits, "-");
	else
		right = strlen(raw) <= 64 &&
		    is_made_of(raw, letters_digits, "-_.:");
	if (right)
		c->field->text = raw;
	else
		WRONG(c, "%s", _("Choisissez une des réponses proposées."));
}

static void
check_bool(struct check *c)
{
	const char *raw = c->field->raw;

	c->field->number = strcmp(raw, "0") != 0 && strcmp(raw, "non") != 0 &&
	    *raw != '\0';
	c->field->text = c->field->number ? "1" : "0";
}

void
field_check_value(struct check *c)
{
	switch (c->rule->type) {
	case F_TEXT:
		check_text(c);
		break;
	case F_LONG:
	case F_ANSWERS:
		check_long(c);
		break;
	case F_PASSWORD:
		check_password(c);
		break;
	case F_INT:
	case F_ID:
		check_int(c);
		break;
	case F_MONEY:
		check_money(c);
		break;
	case F_DATE:
		check_date(c);
		break;
	case F_EMAIL:
		check_email(c);
		break;
	case F_URL:
		check_url(c);
		break;
	case F_SIRET:
		check_siret(c);
		break;
	case F_CHOICE:
	case F_SLUG:
	case F_CODE:
		check_word(c);
		break;
	case F_BOOL:
		check_bool(c);
		break;
	case F_FILE:
	case F_END:
		assert(0 && "no such value");
	}
}
