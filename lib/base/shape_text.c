/*
 * What one text of a JSON file may be: a key, a day, a colour, an address…
 * It says what is allowed; it never corrects.
 */
#include "config.h"

#include <ctype.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/shape.h"
#include "base/text.h"

#define TEXT_MAX	200
#define LONG_MAX	20000

static bool
made_of(const char *s, size_t max, const char *others)
{
	size_t n = 0;

	for (; *s != '\0'; s++, n++)
		if (!isdigit((unsigned char)*s) && strchr(others, *s) == NULL)
			return false;
	return n > 0 && n <= max;
}

bool
shape_is_key(const char *s)
{
	return made_of(s, 80, "abcdefghijklmnopqrstuvwxyz-") && *s != '-';
}

static bool
is_code(const char *s)
{
	return made_of(s, 20, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvw"
	    "xyz-");
}

static bool
is_phone(const char *s)
{
	return made_of(*s == '+' ? s + 1 : s, 24, " .") && strlen(s) >= 3;
}

static bool
is_colour(const char *s)
{
	return s[0] == '#' && strlen(s) == 7 && made_of(s + 1, 6, "abcdef");
}

static bool
is_email(const char *s)
{
	const char *at = strchr(s, '@');

	return at != NULL && at > s && strchr(at + 1, '@') == NULL &&
	    strchr(at, '.') != NULL && strlen(s) <= 254 &&
	    strpbrk(s, " ,;<>\"") == NULL;
}

static bool
is_url(const char *s)
{
	size_t skip = text_starts(s, "https://") ? 8 :
	    text_starts(s, "http://") ? 7 : 0;

	return skip > 0 && s[skip] != '\0' && strlen(s) <= 1000 &&
	    strpbrk(s, " \"<>") == NULL;
}

static bool
is_uuid(const char *s)
{
	size_t i;

	for (i = 0; s[i] != '\0'; i++) {
		bool dash = i == 8 || i == 13 || i == 18 || i == 23;

		if (dash ? s[i] != '-' :
		    strchr("0123456789abcdef", s[i]) == NULL)
			return false;
	}
	return i == 36;
}

const char *
shape_wrong_text(struct mem *mem, const struct shape *shape, const char *s)
{
	int64_t max = shape->max != 0 ? shape->max :
	    shape->type == SHAPE_TEXT ? TEXT_MAX : LONG_MAX;
	struct civil day;

	switch (shape->type) {
	case SHAPE_TEXT:
	case SHAPE_LONG:
		if ((int64_t)text_length(s) > max)
			return mem_printf(mem, _("au plus %lld caractères"),
			    (long long)max);
		if (text_blank(s))
			return _("un texte qui ne soit pas vide");
		if (text_has_control(s) || (shape->type == SHAPE_TEXT &&
		    strpbrk(s, "\t\n") != NULL))
			return _("un texte sans caractère de commande");
		return NULL;
	case SHAPE_KEY:
		return shape_is_key(s) ? NULL :
		    _("une clé : minuscules sans accent, chiffres et tirets");
	case SHAPE_CODE:
		return is_code(s) ? NULL :
		    _("un code : lettres, chiffres et tirets");
	case SHAPE_CHOICE:
		return shape_choice(shape->choices, s) ? NULL :
		    shape_choices_text(mem, shape->choices);
	case SHAPE_DAY:
		return strlen(s) == 10 && s[4] == '-' && date_parse(&day, s) ?
		    NULL : _("une date qui existe (AAAA-MM-JJ), ou {\"day\": n}");
	case SHAPE_COLOUR:
		return is_colour(s) ? NULL :
		    _("une couleur en minuscules, comme #1f5c3d");
	case SHAPE_EMAIL:
		return is_email(s) ? NULL : _("une adresse électronique");
	case SHAPE_URL:
		return is_url(s) ? NULL : _("une adresse http:// ou https://");
	case SHAPE_PHONE:
		return is_phone(s) ? NULL :
		    _("un téléphone : chiffres, espaces, points, + au début");
	case SHAPE_UUID:
		return is_uuid(s) ? NULL :
		    _("un UUID en minuscules, de 36 caractères");
	default:
		return NULL;
	}
}
