/*
 * Mapping documents: checked when read, bound to a header, applied to rows.
 * A value that does not pass is noted with its column and its reason.
 */
#include "config.h"

#include "domain/import_map.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/money.h"
#include "domain/preset.h"
#include "domain/siret.h"
#include "domain/state.h"
#include "domain/territory.h"

#define FIELDS_MAX	40
#define CONVERTS_MAX	6
#define IDENTITY_MAX	8

static const char *const target_names[TO_COUNT] = { "title", "summary",
	"description", "territory", "theme", "organisation_name",
	"organisation_siren", "organisation_siret", "reference", "programme",
	"cost_cents", "granted_cents", "paid_cents", "funder_name",
	"decided_on", "starts_on", "ends_on", "longitude", "latitude", "url",
	"state" };

enum convert { C_TRIM, C_SPACES, C_MONEY, C_INSEE, C_DEPARTEMENT, C_SIREN,
	C_SIRET, C_DATE, C_INTEGER, C_LOWER, C_DEGREES, C_COUNT };

static const char *const convert_names[C_COUNT] = { "trim", "spaces",
	"money_fr", "insee", "departement", "siren", "siret", "date",
	"integer", "lower", "degrees" };

/* Where a value comes from, and how it is read. */
struct source {
	const char	*column;
	int		 index;		/* in the header, once bound */
	enum convert	 converts[CONVERTS_MAX];
	int		 convert_count;
};

struct rule {
	enum import_target target;
	const char	*constant;
	struct source	 from, otherwise;
	bool		 has_otherwise, required, cut;
	int64_t		 max_length, min;
	bool		 has_min;
	struct json_object *lookup;
};

struct import_map {
	struct json_object *doc;
	const char	*key;
	struct rule	 rules[FIELDS_MAX];
	int		 rule_count;
	const char	*identity[IDENTITY_MAX];
	int		 identity_index[IDENTITY_MAX];
	int		 identity_count;
};

/* --- reading the document ----------------------------------------------------- */

static int
find_name(const char *const *names, int count, const char *name)
{
	int i;

	for (i = 0; name != NULL && i < count; i++)
		if (strcmp(names[i], name) == 0)
			return i;
	return -1;
}

static void
read_source(struct source *s, struct json_object *o)
{
	struct json_object *list = json_array(o, "convert");
	size_t i;

	s->column = json_text(o, "from");
	s->index = -1;
	for (i = 0; i < json_count(list) && s->convert_count < CONVERTS_MAX;
	    i++)
		s->converts[s->convert_count++] = (enum convert)find_name(
		    convert_names, C_COUNT, json_at_text(list, i));
}

static void
read_rule(struct rule *r, struct json_object *o)
{
	struct json_object *other = json_dict(o, "otherwise");

	r->target = (enum import_target)find_name(target_names, TO_COUNT,
	    json_text(o, "to"));
	r->constant = json_text(o, "constant");
	read_source(&r->from, o);
	if (other != NULL) {
		r->has_otherwise = true;
		read_source(&r->otherwise, other);
	}
	r->required = json_flag(o, "required", false) ||
	    strcmp(json_text_or(o, "unknown", ""), "reject") == 0;
	r->cut = strcmp(json_text_or(o, "too_long", ""), "cut") == 0;
	r->max_length = json_int(o, "max_length", 0);
	r->has_min = json_has(o, "min");
	r->min = json_int(o, "min", 0);
	r->lookup = json_dict(o, "lookup");
}

/* The document was checked whole (preset_import.c), so it is only read. */
enum rc
import_map_read(struct import_map **out, struct mem *mem,
    struct json_object *doc, const char *file, struct problems *why)
{
	struct import_map *map = MEM_NEW(mem, struct import_map);
	struct json_object *list;
	size_t i, before = why->count;

	preset_check_mapping(why, file, doc, NULL);
	if (why->count != before)
		return RC_INVALID;
	map->doc = doc;
	map->key = json_text(doc, "key");
	list = json_array(doc, "identity");
	for (i = 0; i < json_count(list) && i < IDENTITY_MAX; i++)
		map->identity[map->identity_count++] = json_at_text(list, i);
	list = json_array(doc, "fields");
	for (i = 0; i < json_count(list) && i < FIELDS_MAX; i++)
		read_rule(&map->rules[map->rule_count++], json_at(list, i));
	*out = map;
	return RC_OK;
}

const char *
import_map_key(const struct import_map *map)
{
	return map->key;
}

/* --- binding to a header ------------------------------------------------------------ */

static int
column_index(const char *const *header, size_t count, const char *name)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (strcmp(header[i], name) == 0)
			return (int)i;
	return -1;
}

static void
bind_column(int *index, const char *name, const char *const *header,
    size_t count, struct problems *why)
{
	*index = column_index(header, count, name);
	if (*index < 0 && problem_get(why, name) == NULL)
		problem_add(why, name, _("Cette colonne manque dans le fichier."));
}

static bool
is_used(const struct import_map *map, int index)
{
	int i;

	for (i = 0; i < map->rule_count; i++)
		if (map->rules[i].from.index == index ||
		    (map->rules[i].has_otherwise &&
		    map->rules[i].otherwise.index == index))
			return true;
	for (i = 0; i < map->identity_count; i++)
		if (map->identity_index[i] == index)
			return true;
	return false;
}

enum rc
import_map_bind(struct import_map *map, const char *const *header,
    size_t count, struct problems *why, struct problems *unknown)
{
	struct json_object *columns = json_dict(map->doc, "columns");
	struct rule *r;
	size_t k;
	int i;

	for (i = 0; i < map->rule_count; i++) {
		r = &map->rules[i];
		r->from.index = r->otherwise.index = -1;
		if (r->from.column != NULL)
			bind_column(&r->from.index, r->from.column, header,
			    count, why);
		if (r->has_otherwise)
			bind_column(&r->otherwise.index, r->otherwise.column,
			    header, count, why);
	}
	for (i = 0; i < map->identity_count; i++)
		bind_column(&map->identity_index[i], map->identity[i], header,
		    count, why);
	for (k = 0; k < count; k++)
		if (!is_used(map, (int)k) && !json_has(columns, header[k]))
			problem_add(unknown, header[k],
			    _("Colonne inconnue : elle n’est pas lue."));
	return why->count == 0 ? RC_OK : RC_INVALID;
}

/* --- a row -------------------------------------------------------------------------- */

/* What a conversion works in. */
struct work {
	struct import_map	*map;
	struct db		*db;
	struct mem		*mem;
	int64_t			 platform_id;
	struct import_note	**notes;
	bool			 rejected;
};

static void
note(struct work *w, const char *column, const char *found, bool rejects,
    const char *reason)
{
	struct import_note *n = MEM_NEW(w->mem, struct import_note), **end;

	n->rejects = rejects;
	n->column = column;
	n->found = mem_strdup(w->mem, found == NULL ? "" : found);
	n->reason = reason;
	for (end = w->notes; *end != NULL; end = &(*end)->next)
		continue;
	*end = n;
	w->rejected = w->rejected || rejects;
}

static bool
is_null(const struct import_map *map, const char *text)
{
	struct json_object *list = json_array(map->doc, "null");
	size_t i;

	if (text_blank(text))
		return true;
	for (i = 0; i < json_count(list); i++)
		if (strcmp(json_at_text(list, i), text) == 0)
			return true;
	return false;
}

/* "1" → "01"; "974" and "2A" stay. */
static const char *
departement_code(struct mem *mem, const char *text)
{
	return strlen(text) == 1 ? mem_printf(mem, "0%s", text) : text;
}

static bool
convert_integer(struct import_value *v)
{
	char *end;

	v->number = strtoll(v->text, &end, 10);
	return *end == '\0';
}

/*
 * Apply one conversion in place. False: the value does not pass, *why says it.
 * A repair is noted here.
 */
static bool
convert(struct work *w, enum convert c, struct import_value *v,
    const char *column, const char **why)
{
	const char *before = v->text, *parsed;
	struct territory *t;
	struct civil day;
	bool repaired = false;

	switch (c) {
	case C_TRIM:
		v->text = text_trim(w->mem, v->text);
		return true;
	case C_SPACES:
		v->text = text_collapse_spaces(w->mem, v->text);
		return true;
	case C_LOWER:
		v->text = text_fold(w->mem, v->text);
		return true;
	case C_MONEY:
		*why = _("Ce n’est pas un montant en euros.");
		return money_parse(&v->number, v->text) == RC_OK;
	case C_INSEE:
		*why = _("Aucune commune ne porte ce code.");
		if (territory_by_insee(&t, w->db, w->mem, v->text, &repaired)
		    != RC_OK)
			return false;
		if (repaired)
			note(w, column, before, false, mem_printf(w->mem,
			    _("Le zéro perdu a été remis : %s."), t->code));
		v->text = t->code;
		v->number = t->id;
		return true;
	case C_DEPARTEMENT:
		*why = _("Aucun département ne porte ce code.");
		if (territory_by_code(&t, w->db, w->mem, "departement",
		    departement_code(w->mem, v->text)) != RC_OK)
			return false;
		v->text = t->code;
		v->number = t->id;
		return true;
	case C_SIREN:
		*why = _("Ce SIREN n’a pas neuf chiffres, ou sa clé est fausse.");
		if (siren_parse(&parsed, w->mem, v->text) != RC_OK) {
			if (siret_parse(&parsed, w->mem, v->text) != RC_OK)
				return false;
			parsed = siren_of_siret(w->mem, parsed);
			note(w, column, before, false, mem_printf(w->mem,
			    _("Un SIRET : son SIREN est %s."), parsed));
		}
		v->text = parsed;
		return true;
	case C_SIRET:
		*why = _("Ce SIRET n’a pas quatorze chiffres, ou sa clé est "
		    "fausse.");
		if (siret_parse(&parsed, w->mem, v->text) != RC_OK)
			return false;
		v->text = parsed;
		return true;
	case C_DATE:
		*why = _("Ce jour n’existe pas.");
		if (!date_parse(&day, v->text))
			return false;
		v->text = date_iso_civil(w->mem, &day);
		return true;
	case C_INTEGER:
		*why = _("Ce n’est pas un nombre entier.");
		return convert_integer(v);
	case C_DEGREES:
		*why = _("Ce n’est pas une coordonnée.");
		return territory_degrees(&v->number, v->text);
	case C_COUNT:
		break;
	}
	return false;
}

/* Read one source. False: nothing usable there; *why NULL when it is empty. */
static bool
read_cell(struct work *w, const struct source *s, const char *const *cells,
    size_t count, struct import_value *v, const char **why)
{
	int i;

	*why = NULL;
	v->text = (size_t)s->index < count ? text_trim(w->mem,
	    cells[s->index]) : NULL;
	v->number = 0;
	if (v->text == NULL || is_null(w->map, v->text)) {
		v->text = NULL;
		return false;
	}
	for (i = 0; i < s->convert_count; i++)
		if (!convert(w, s->converts[i], v, s->column, why)) {
			v->text = NULL;
			return false;
		}
	*why = NULL;
	return true;
}

/* The row of a lookup table whose name is the text, whatever its spaces. */
static const char *
look_up(struct work *w, struct json_object *table, const char *text)
{
	const char *wanted = text_fold(w->mem, text_collapse_spaces(w->mem,
	    text));

	JSON_EACH(table, m)
		if (strcmp(text_fold(w->mem, m.key), wanted) == 0)
			return json_object_get_string(m.value);
	return NULL;
}

static bool
is_state(const char *state)
{
	const char *const *s;

	for (s = element_states; *s != NULL; s++)
		if (strcmp(*s, state) == 0)
			return true;
	return false;
}

/* What a target asks of its value, whatever its source. */
static bool
check_target(struct work *w, const struct rule *r, struct import_value *v,
    const char **why)
{
	if (r->target == TO_THEME) {
		v->number = db_int(w->db, 0, Q_IMPORT_THEME,
		    I(platform, w->platform_id), T(key, v->text));
		*why = _("La plateforme n’a pas ce thème.");
		return v->number != 0;
	}
	if (r->target == TO_STATE) {
		*why = _("Cet état n’existe pas.");
		return is_state(v->text);
	}
	if (r->has_min && v->number < r->min) {
		*why = _("Ce montant est trop petit.");
		return false;
	}
	if (r->max_length > 0 && text_length(v->text) > (size_t)r->max_length) {
		if (!r->cut) {
			*why = _("Ce texte est trop long.");
			return false;
		}
		note(w, r->from.column, v->text, false, mem_printf(w->mem,
		    _("Texte coupé à %d caractères."), (int)r->max_length));
		v->text = text_truncate(w->mem, v->text, (size_t)r->max_length);
	}
	return true;
}

static void
apply_rule(struct work *w, const struct rule *r, const char *const *cells,
    size_t count, struct import_value *v)
{
	const char *why, *raw, *found;
	bool had;

	if (r->constant != NULL) {
		v->text = r->constant;
		if (!check_target(w, r, v, &why))
			note(w, target_names[r->target], r->constant, true, why);
		return;
	}
	raw = (size_t)r->from.index < count ? cells[r->from.index] : "";
	had = read_cell(w, &r->from, cells, count, v, &why);
	if (!had && r->has_otherwise) {
		had = read_cell(w, &r->otherwise, cells, count, v, &why);
		if (had)
			note(w, r->from.column, raw, false, mem_printf(w->mem,
			    _("Remplacé par la colonne %s : %s."),
			    r->otherwise.column, v->text));
	}
	if (had && r->lookup != NULL) {
		found = look_up(w, r->lookup, v->text);
		had = found != NULL;
		why = _("Ce texte n’est pas dans la table de correspondance.");
		v->text = found;
	}
	had = had && check_target(w, r, v, &why);
	if (had)
		return;
	v->text = NULL;
	v->number = 0;
	if (r->required)
		note(w, r->from.column, raw, true, why != NULL ? why :
		    _("Cette valeur est indispensable."));
	else if (why != NULL)
		note(w, r->from.column, raw, false, mem_printf(w->mem,
		    _("Laissé vide. %s"), why));
}

enum rc
import_map_row(struct import_map *map, struct db *db, struct mem *mem,
    int64_t platform_id, const char *const *cells, size_t count,
    struct import_value values[TO_COUNT], struct import_note **notes,
    const char **identity)
{
	struct work w = { map, db, mem, platform_id, notes, false };
	struct buf b = BUF_INIT;
	int i;

	*notes = NULL;
	memset(values, 0, sizeof(values[0]) * TO_COUNT);
	for (i = 0; i < map->identity_count; i++)
		buf_printf(&b, "%s%s", i == 0 ? "" : "\x1f",
		    (size_t)map->identity_index[i] < count ?
		    cells[map->identity_index[i]] : "");
	*identity = mem_strdup(mem, b.data);
	buf_release(&b);
	for (i = 0; i < map->rule_count; i++)
		apply_rule(&w, &map->rules[i], cells, count,
		    &values[map->rules[i].target]);
	return w.rejected ? RC_INVALID : RC_OK;
}
