/*
 * What was typed, read by the type of its field, with exact messages.
 * It corrects nothing silently that could mean something else.
 */
#include "config.h"

#include "domain/answer_read.h"

#include <string.h>

#include "base/lang.h"
#include "base/text.h"
#include "domain/money.h"
#include "domain/pattern.h"

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
	/* Signs that nobody sees may be all there was. */
	r->value->given = *text != '\0';
	r->value->text = text;
	return check_length(r, text);
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

static bool
read_pattern(struct reading *r)
{
	const struct form_field *f = r->field;

	r->value->text = text_collapse_spaces(r->answers->mem, r->text);
	if (!check_length(r, r->value->text))
		return false;
	if (pattern_matches(f->pattern, r->value->text))
		return true;
	if (f->mistake != NULL)
		return reading_wrong(r, "%s", f->mistake);
	if (f->example != NULL)
		return reading_wrong(r, _("Ce n’est pas la forme attendue, par "
		    "exemple %s."), f->example);
	return reading_wrong(r, "%s", _("Ce n’est pas la forme attendue. "
	    "Vérifiez chaque signe."));
}

/* --- the door ------------------------------------------------------------- */

/* Each type that is one control; what is blank never comes here. */
static bool	(*const readers[FORM_TYPE_COUNT])(struct reading *) = {
	[FORM_TEXT] = read_text, [FORM_LONG_TEXT] = read_text,
	[FORM_INTEGER] = read_integer, [FORM_MONEY] = read_money,
	[FORM_PERCENTAGE] = read_percentage, [FORM_DECIMAL] = read_decimal,
	[FORM_DATE] = read_date, [FORM_DATE_TIME] = read_date_time,
	[FORM_YES_NO] = read_yes_no, [FORM_CHECKBOX] = read_checkbox,
	[FORM_CHOICE] = read_choice, [FORM_REFERENCE] = read_reference,
	[FORM_COUNTRY] = read_country, [FORM_LINK] = read_link,
	[FORM_EMAIL] = read_email, [FORM_PHONE] = read_phone,
	[FORM_URL] = read_url, [FORM_IBAN] = read_iban,
	[FORM_ORGANISATION] = read_organisation,
	[FORM_TERRITORY] = read_territory, [FORM_SHAPE] = read_shape,
	[FORM_PATTERN] = read_pattern
};

/* Those made of several: they say themselves whether something is given. */
static bool	(*const composers[FORM_TYPE_COUNT])(struct reading *) = {
	[FORM_MULTI_CHOICE] = read_choices, [FORM_RANKING] = read_ranking,
	[FORM_LINKED_CHOICE] = read_linked, [FORM_PERIOD] = read_period,
	[FORM_PERSON] = read_person, [FORM_ADDRESS] = read_address,
	[FORM_INDICATOR] = read_commitment, [FORM_POINT] = read_point,
	[FORM_FUNDING_PLAN] = read_plan, [FORM_STEPS_SCHEDULE] = read_schedule,
	[FORM_REPEAT] = read_rows, [FORM_TABLE] = read_rows
};

/* A text for the whole, where there are only controls for its parts: from a
 * link, from another system, from an older form. */
static bool
read_whole(struct reading *r)
{
	return reading_wrong(r, _("Cette réponse se donne dans les cases "
	    "ci-dessous ; ceci ne peut pas y être rangé : « %s »"),
	    text_truncate(r->answers->mem, r->text, QUOTED_MAX));
}

static bool
has_own_control(enum form_type type)
{
	return composers[type] == NULL || type == FORM_MULTI_CHOICE ||
	    type == FORM_LINKED_CHOICE;
}

bool
value_read(struct value *value, const char **error,
    const struct answers *answers, const struct form_field *field,
    const struct typed *typed)
{
	const char *own = typed_get(typed, "");
	struct reading r = { answers, field, typed,
	    text_trim(answers->mem, own), value, NULL };
	bool right = true;

	*value = (struct value){ 0 };
	if (*r.text != '\0' && !has_own_control(field->type))
		right = read_whole(&r);
	else if (composers[field->type] != NULL)
		right = composers[field->type](&r);
	else if (readers[field->type] != NULL && *r.text != '\0') {
		value->given = true;
		right = readers[field->type](&r);
	}
	if (!right) {
		value->given = false;
		*error = r.error;
	}
	return right;
}
