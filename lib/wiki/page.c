/*
 * Values of a page, by the names that French-speaking wikis give parameters.
 * What has no known name is kept as written and left alone.
 */
#include "config.h"

#include "wiki/page.h"

#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/json.h"
#include "base/text.h"
#include "wiki/lead.h"
#include "wiki/values.h"

/* Names folded, "_" and "-" as spaces; "|" between, in order of preference. */
static const struct {
	const char	*field, *names;
} meanings[] = {
	{ "title", "titre|title|nom|name|intitule|nom du lieu|nom du projet" },
	{ "summary", "shortdescription|short description|resume|summary|"
	    "accroche|description courte|presentation courte|pitch" },
	{ "description", "description|presentation|longdescription|"
	    "long description|compte rendu|objectifs" },
	{ "point", "coordonnees|coordonnees geographiques|geocode|geo|"
	    "geolocalisation|gps|coordinates|coordonnees gps|position|"
	    "latlon|lat lon|point" },
	{ "lat", "latitude|lat" },
	{ "lon", "longitude|lon|lng|long" },
	{ "place", "commune|ville|lieu|localisation|localite|city|location|"
	    "territoire|adresse ville|municipality|departement" },
	{ "postcode", "code postal|cp|postcode|postal code" },
	{ "image", "main picture|image|logo|photo|picture|illustration|"
	    "vignette|image principale" },
	{ "site", "site|site web|siteweb|site internet|website|url|web|lien|"
	    "adresse web|page web|homepage" },
	{ "starts_on", "debut|date debut|date de debut|date|start|start date|"
	    "annee de creation|date de creation|creation|annee" },
	{ "ends_on", "fin|date fin|date de fin|end|end date" },
	{ "holder", "porteur|porteur de projet|structure|organisme|organisation|"
	    "structure porteuse|referent|organizer|organisateur" },
	{ "tags", "tags|mots cles|theme|themes|thematique|thematiques|"
	    "keywords|categories" },
};

static const char *
key_of(struct mem *mem, const char *name)
{
	char *key = mem_strdup(mem, text_fold(mem, name)), *p;

	for (p = key; *p != '\0'; p++)
		if (*p == '_' || *p == '-' || *p == '\'')
			*p = ' ';
	return text_collapse_spaces(mem, key);
}

/* The place of a name in a list "a|b|c", or -1. */
static int
rank(const char *names, const char *key)
{
	size_t len = strlen(key);
	const char *p = names;
	int n = 0;

	for (; p != NULL; n++) {
		const char *bar = strchrnul(p, '|');

		if ((size_t)(bar - p) == len && memcmp(p, key, len) == 0)
			return n;
		p = *bar == '|' ? bar + 1 : NULL;
	}
	return -1;
}

/* --- which call ------------------------------------------------------------------ */

static const struct wiki_call *
find_call(struct mem *mem, const struct wiki_calls *calls,
    const char *const *templates)
{
	const struct wiki_call *best = NULL, *c;
	const char *title;
	size_t i, k, named, most = 0;

	for (i = 0; i < calls->count; i++) {
		c = &calls->rows[i];
		if (c->depth > 0)
			continue;
		title = wiki_call_title(mem, calls, c);
		if (templates != NULL) {
			for (k = 0; title != NULL && templates[k] != NULL; k++)
				if (strcmp(title, templates[k]) == 0)
					return c;
			continue;
		}
		for (k = 0, named = 0; k < c->count; k++)
			named += c->params[k].named;
		if (named > most) {
			most = named;
			best = c;
		}
	}
	return best;
}

/* --- fields ---------------------------------------------------------------------- */

struct reading {
	struct mem	*mem;
	const struct wiki_source_text *source;
	struct json_object *params;	/* name → value */
	struct json_object *out, *unread;
};

/* The value that has one of the field's names; blank ones do not count. */
static const char *
value_of(struct reading *r, const char *field, const char **name)
{
	const char *found = NULL;
	int best = -1, n;
	size_t i;

	for (i = 0; strcmp(meanings[i].field, field) != 0; i++)
		;
	JSON_EACH(r->params, m) {
		n = rank(meanings[i].names, key_of(r->mem, m.key));
		if (n >= 0 && (best < 0 || n < best) &&
		    !text_blank(json_object_get_string(m.value))) {
			best = n;
			found = json_object_get_string(m.value);
			*name = m.key;
		}
	}
	return found;
}

static void
unreadable(struct reading *r, const char *name, const char *value)
{
	struct json_object *x = json_object_new_object();

	json_put_text(x, "name", name);
	json_put_text(x, "value", text_truncate(r->mem, value, 80));
	json_object_array_add(r->unread, x);
}

static bool
put_text(struct reading *r, const char *field, size_t max)
{
	const char *name, *raw = value_of(r, field, &name), *text;

	if (raw == NULL)
		return false;
	text = wiki_plain(r->mem, raw, strlen(raw), r->source->tags);
	if (max <= WIKI_SUMMARY_MAX)
		text = text_collapse_spaces(r->mem, text);
	if (text_blank(text)) {
		unreadable(r, name, raw);
		return false;
	}
	json_put_text(r->out, field, text_truncate(r->mem, text, max));
	return true;
}

static void
put_point(struct reading *r)
{
	const char *name, *raw = value_of(r, "point", &name), *other, *lon;
	int64_t lat_e6, lon_e6;

	if (raw != NULL && wiki_value_point(&lat_e6, &lon_e6, raw))
		goto found;
	if (raw != NULL)
		unreadable(r, name, raw);
	raw = value_of(r, "lat", &name);
	lon = value_of(r, "lon", &other);
	if (raw == NULL || lon == NULL)
		return;
	if (!wiki_value_degrees(&lat_e6, raw, 90)) {
		unreadable(r, name, raw);
		return;
	}
	if (!wiki_value_degrees(&lon_e6, lon, 180)) {
		unreadable(r, other, lon);
		return;
	}
	if (lat_e6 == 0 && lon_e6 == 0)
		return;
found:
	json_put_int(r->out, "lat_e6", lat_e6);
	json_put_int(r->out, "lon_e6", lon_e6);
}

static void
put_date(struct reading *r, const char *field)
{
	const char *name, *raw = value_of(r, field, &name), *iso;

	if (raw == NULL)
		return;
	if (wiki_value_date(&iso, r->mem, raw))
		json_put_text(r->out, field, iso);
	else
		unreadable(r, name, raw);
}

static void
put_links(struct reading *r)
{
	const char *name, *raw, *url, *page, *words, *file;
	const char **tags;
	struct json_object *list;
	size_t n, i;

	raw = value_of(r, "image", &name);
	if (raw != NULL && wiki_value_file(&file, r->mem, raw))
		json_put_text(r->out, "image", file);
	raw = value_of(r, "site", &name);
	if (raw != NULL) {
		if (wiki_value_link(&url, &page, &words, r->mem, raw) &&
		    url != NULL)
			json_put_text(r->out, "site", url);
		else if (strchr(raw, '.') != NULL && strpbrk(raw,
		    " <>[]{}\"\n:") == NULL)
			json_put_text(r->out, "site",
			    mem_printf(r->mem, "https://%s", raw));
		else
			unreadable(r, name, raw);
	}
	raw = value_of(r, "tags", &name);
	if (raw == NULL)
		return;
	n = wiki_value_list(&tags, r->mem, raw, r->source->tags);
	list = json_object_new_array();
	for (i = 0; i < n; i++)
		json_object_array_add(list, json_object_new_string(tags[i]));
	json_put(r->out, "tags", list);
}

/* Two dates that contradict one another are both doubtful: the end goes. */
static void
check_dates(struct reading *r)
{
	const char *from = json_text(r->out, "starts_on");
	const char *to = json_text(r->out, "ends_on"), *name = "", *raw;

	if (from == NULL || to == NULL || strcmp(from, to) <= 0)
		return;
	raw = value_of(r, "ends_on", &name);
	unreadable(r, name, raw);
	json_object_object_del(r->out, "ends_on");
}

static void
read_params(struct reading *r, const struct wiki_calls *calls,
    const struct wiki_call *call)
{
	size_t i;

	/* The last one of a name wins, as in the wiki. */
	for (i = 0; i < call->count && i < 300; i++)
		json_put_text(r->params, wiki_param_name(r->mem, calls,
		    &call->params[i]), wiki_param_value(r->mem, calls,
		    &call->params[i]));
}

/* The last part of a subpage's title. */
static const char *
page_name(struct mem *mem, const char *title)
{
	const char *slash = strrchr(title, '/');

	return text_truncate(mem, slash != NULL && slash[1] != '\0' ?
	    slash + 1 : title, 200);
}

struct json_object *
wiki_page_values(const char **problem, struct mem *mem,
    const struct wiki_source_text *source)
{
	struct reading r = { .mem = mem, .source = source };
	const struct wiki_call *call;
	struct wiki_calls *calls;
	const char *lead, *title;

	if (wiki_scan(&calls, mem, source->text, source->len, source->tags) !=
	    RC_OK) {
		*problem = "too_deep";
		return NULL;
	}
	call = find_call(mem, calls, source->templates);
	if (call == NULL && source->templates != NULL) {
		*problem = "no_call";
		return NULL;
	}
	r.out = json_object_new_object();
	r.params = json_object_new_object();
	r.unread = json_object_new_array();
	if (call != NULL) {
		title = wiki_call_title(mem, calls, call);
		json_put_text(r.out, "template", title == NULL ? "" : title);
		read_params(&r, calls, call);
	}
	if (!put_text(&r, "title", 200))
		json_put_text(r.out, "title", page_name(mem, source->title));
	lead = wiki_lead(mem, calls, WIKI_DESCRIPTION_MAX, source->tags);
	if (!put_text(&r, "summary", WIKI_SUMMARY_MAX) && *lead != '\0')
		json_put_text(r.out, "summary", text_truncate(mem,
		    text_collapse_spaces(mem, lead), WIKI_SUMMARY_MAX));
	if (!put_text(&r, "description", WIKI_DESCRIPTION_MAX) &&
	    *lead != '\0')
		json_put_text(r.out, "description", lead);
	if (!json_has(r.out, "summary") && json_has(r.out, "description"))
		json_put_text(r.out, "summary", text_truncate(mem,
		    text_collapse_spaces(mem, json_text(r.out,
		    "description")), WIKI_SUMMARY_MAX));
	put_point(&r);
	put_text(&r, "place", 200);
	put_text(&r, "postcode", 20);
	put_text(&r, "holder", 200);
	put_date(&r, "starts_on");
	put_date(&r, "ends_on");
	check_dates(&r);
	put_links(&r);
	json_put(r.out, "params", r.params);
	json_put(r.out, "unread", r.unread);
	return r.out;
}
