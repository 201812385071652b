/*
 * What was typed, read by the type of its field, with exact messages.
 * It corrects nothing silently that could mean something else.
 */
#include "config.h"

#include "domain/answer_read.h"

#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/money.h"

bool
reading_wrong(struct reading *r, const char *fmt, ...)
{
	va_list ap;

	if (r->error == NULL) {
		va_start(ap, fmt);
		r->error = mem_vprintf(r->answers->mem, fmt, ap);
		va_end(ap);
	}
	return false;
}

/* --- texts ---------------------------------------------------------------- */

static bool
check_length(struct reading *r, const char *text)
{
	int64_t n = (int64_t)text_length(text), over = n - r->field->max_length;

	if (over <= 0)
		return true;
	return reading_wrong(r,
	    _("Ce texte dépasse la limite de %s caractères : retirez-en %s."),
	    money_number(r->answers->mem, r->field->max_length, lang_get()),
	    money_number(r->answers->mem, over, lang_get()));
}

static bool
read_text(struct reading *r)
{
	struct mem *mem = r->answers->mem;
	const char *text = r->field->type == FORM_LONG_TEXT
	    ? text_trim(mem, text_unix_lines(mem, r->text))
	    : text_collapse_spaces(mem, r->text);

	if (text_has_control(text))
		return reading_wrong(r, "%s", _("Ce texte contient un "
		    "caractère qui ne se lit pas. Retapez-le."));
	r->value->text = text;
	return check_length(r, text);
}

static bool
read_email(struct reading *r)
{
	const char *t = r->text, *at = strchr(t, '@'), *dot;

	dot = at == NULL ? NULL : strrchr(at, '.');
	if (at == NULL || at == t || dot == NULL || dot == at + 1 ||
	    dot[1] == '\0' || strchr(at + 1, '@') != NULL ||
	    strstr(t, "..") != NULL || strlen(t) > 254 ||
	    t[strcspn(t, " ,;:<>()[]\\\"\t\n")] != '\0')
		return reading_wrong(r, "%s", _("Écrivez une adresse "
		    "électronique complète, par exemple nom@exemple.fr."));
	r->value->text = t;
	return true;
}

static bool
read_phone(struct reading *r)
{
	const char *text = text_collapse_spaces(r->answers->mem, r->text), *p;
	int digits = 0;

	for (p = text; *p != '\0'; p++)
		if (isdigit((unsigned char)*p))
			digits++;
		else if (strchr(" .-()/", *p) == NULL &&
		    !(*p == '+' && p == text) &&
		    strncmp(p, "\302\240", 2) != 0 &&
		    (unsigned char)*p != 0xa0)
			digits = 100;
	if (digits < 6 || digits > 15)
		return reading_wrong(r, "%s", _("Écrivez un numéro de "
		    "téléphone en chiffres, par exemple 0262 12 34 56 ou "
		    "+33 6 12 34 56 78."));
	r->value->text = text;
	return true;
}

static bool
read_url(struct reading *r)
{
	const char *text = r->text, *host;
	size_t len;

	if (strstr(text, "://") == NULL && strchr(text, '.') != NULL)
		text = mem_printf(r->answers->mem, "https://%s", text);
	host = text_starts(text, "https://") ? text + 8 :
	    text_starts(text, "http://") ? text + 7 : NULL;
	len = host == NULL ? 0 : strcspn(host, "/?#");
	if (len < 3 || strlen(text) > 2000 || host[0] == '.' ||
	    text[strcspn(text, " \"<>\\^`{|}\t\n")] != '\0' ||
	    memchr(host, '@', len) != NULL || memchr(host, '.', len) == NULL)
		return reading_wrong(r, "%s", _("Écrivez l’adresse complète "
		    "du site, par exemple https://www.exemple.re."));
	r->value->text = text;
	return true;
}

/* --- numbers -------------------------------------------------------------- */

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
	default:
		return money_number(mem, n, lang_get());
	}
}

static bool
check_bounds(struct reading *r, int64_t n)
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

/* Digits with an optional sign; every kind of space between them dropped. */
static bool
parse_digits(struct mem *mem, const char *text, int64_t *n)
{
	char *digits = mem_strdup(mem, text), *to = digits, *end;
	const char *p;

	for (p = text; *p != '\0'; p++) {
		if (*p == ' ')
			continue;
		if (strncmp(p, "\302\240", 2) == 0) {		/* U+00A0 */
			p++;
			continue;
		}
		if (strncmp(p, "\342\200\257", 3) == 0) {	/* U+202F */
			p += 2;
			continue;
		}
		*to++ = *p;
	}
	*to = '\0';
	if (!isdigit((unsigned char)digits[*digits == '-']))
		return false;
	errno = 0;
	*n = strtoll(digits, &end, 10);
	return *end == '\0' && errno == 0;
}

static bool
read_integer(struct reading *r)
{
	int64_t n;

	if (!parse_digits(r->answers->mem, r->text, &n))
		return reading_wrong(r, "%s", _("Écrivez un nombre entier, en "
		    "chiffres et sans unité, par exemple 12."));
	return check_bounds(r, n);
}

static bool
read_money(struct reading *r)
{
	int64_t cents;

	if (money_parse(&cents, r->text) != RC_OK)
		return reading_wrong(r, "%s", _("Écrivez un montant en euros, "
		    "en chiffres, par exemple 41 600 ou 41 600,50."));
	if (cents < 0 && !r->field->has_min)
		return reading_wrong(r, "%s",
		    _("Un montant ne peut pas être négatif."));
	return check_bounds(r, cents);
}

/* "12", "12,5", "12.50 %" → hundredths. */
static bool
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
	if (!parse_digits(mem, text, &whole) || whole < 0 || whole > 100000)
		goto wrong;
	return check_bounds(r, whole * 100 + part);
wrong:
	return reading_wrong(r, "%s",
	    _("Écrivez un pourcentage en chiffres, par exemple 12,5."));
}

static bool
read_date(struct reading *r)
{
	struct civil day;

	if (!date_parse(&day, r->text))
		return reading_wrong(r, "%s", _("Cette date n’existe pas : "
		    "écrivez jour, mois, année, par exemple 23/11/2026."));
	r->value->text = date_iso_civil(r->answers->mem, &day);
	return check_bounds(r, date_unix(&day));
}

/* --- choices -------------------------------------------------------------- */

static bool
not_offered(struct reading *r)
{
	return reading_wrong(r, "%s",
	    _("Choisissez une des réponses proposées."));
}

static bool
read_yes_no(struct reading *r)
{
	r->value->number = strcmp(r->text, "oui") == 0;
	return r->value->number != 0 || strcmp(r->text, "non") == 0 ||
	    not_offered(r);
}

static bool
read_choice(struct reading *r)
{
	r->value->text = r->text;
	return option_exists(r->answers, r->field, r->text) || not_offered(r);
}

static bool
read_choices(struct reading *r)
{
	const struct form_field *f = r->field;
	struct value *v = r->value;
	const struct typed *t;
	size_t n = 0, i;

	for (t = r->typed; t != NULL; t = t->next)
		n++;
	v->list = MEM_ARRAY(r->answers->mem, n + 1, const char *);
	for (t = r->typed; t != NULL; t = t->next) {
		bool again = *t->part != '\0' || *t->text == '\0';

		for (i = 0; i < v->count; i++)
			again |= strcmp(v->list[i], t->text) == 0;
		if (again)
			continue;
		if (!option_exists(r->answers, f, t->text))
			return not_offered(r);
		v->list[v->count++] = t->text;
	}
	v->given = v->count > 0;
	if (f->has_max && (int64_t)v->count > f->max)
		return reading_wrong(r, ngettext(
		    "Gardez %ld réponse au plus.",
		    "Gardez %ld réponses au plus.", (unsigned long)f->max),
		    (long)f->max);
	if (v->given && f->has_min && (int64_t)v->count < f->min)
		return reading_wrong(r, ngettext(
		    "Choisissez au moins %ld réponse.",
		    "Choisissez au moins %ld réponses.",
		    (unsigned long)f->min), (long)f->min);
	return true;
}

/* --- the door ------------------------------------------------------------- */

static bool
read_one(struct reading *r)
{
	switch (r->field->type) {
	case FORM_INTEGER:
		return read_integer(r);
	case FORM_MONEY:
		return read_money(r);
	case FORM_PERCENTAGE:
		return read_percentage(r);
	case FORM_DATE:
		return read_date(r);
	case FORM_YES_NO:
		return read_yes_no(r);
	case FORM_CHOICE:
		return read_choice(r);
	case FORM_EMAIL:
		return read_email(r);
	case FORM_PHONE:
		return read_phone(r);
	case FORM_URL:
		return read_url(r);
	case FORM_ORGANISATION:
		return read_organisation(r);
	case FORM_TERRITORY:
		return read_territory(r);
	default:
		return read_text(r);
	}
}

bool
value_read(struct value *value, const char **error,
    const struct answers *answers, const struct form_field *field,
    const struct typed *typed)
{
	const char *own = typed_get(typed, "");
	struct reading r = { answers, field, typed,
	    text_trim(answers->mem, own), value, NULL };
	bool right;

	*value = (struct value){ 0 };
	switch (field->type) {
	case FORM_MULTI_CHOICE:
		right = read_choices(&r);
		break;
	case FORM_FUNDING_PLAN:
		right = read_plan(&r);
		break;
	case FORM_STEPS_SCHEDULE:
		right = read_schedule(&r);
		break;
	case FORM_POINT:
		right = read_point(&r);
		break;
	case FORM_HEADING:
	case FORM_EXPLANATION:
	case FORM_FILES:
		return true;
	default:
		if (*r.text == '\0')
			return true;
		value->given = true;
		right = read_one(&r);
	}
	if (!right) {
		value->given = false;
		*error = r.error;
	}
	return right;
}
