/*
 * schema.org Project, Organization, MonetaryGrant.
 * It knows no other vocabulary.
 */
#include "config.h"

#include "open/jsonld.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/date.h"
#include "base/json.h"

static struct json_object *
thing(const char *type, const char *id)
{
	struct json_object *o = json_object_new_object();

	json_put_text(o, "@type", type);
	if (id != NULL)
		json_put_text(o, "@id", id);
	return o;
}

static void
optional(struct json_object *o, const char *key, const char *text)
{
	if (text != NULL && *text != '\0')
		json_put_text(o, key, text);
}

/* A number that keeps the decimals it is given. */
static struct json_object *
decimal(int64_t n, uint64_t scale, int decimals)
{
	uint64_t m = n < 0 ? (uint64_t)0 - (uint64_t)n : (uint64_t)n;
	char text[40];

	snprintf(text, sizeof(text), "%s%" PRIu64 ".%0*" PRIu64,
	    n < 0 ? "-" : "", m / scale, decimals, m % scale);
	return json_object_new_double_s((double)n / (double)scale, text);
}

/* {"@type":"MonetaryAmount","currency":"EUR","value":1234.50}, exactly. */
static struct json_object *
jsonld_amount(int64_t cents)
{
	struct json_object *o = thing("MonetaryAmount", NULL);

	json_put_text(o, "currency", "EUR");
	json_put(o, "value", decimal(cents, 100, 2));
	return o;
}

static struct json_object *
organisation(const char *name, const char *url)
{
	struct json_object *o = thing("Organization", url);

	json_put_text(o, "name", name);
	return o;
}

static struct json_object *
place(const struct jsonld_project *p)
{
	struct json_object *o = thing("Place", NULL), *geo;

	json_put_text(o, "name", p->place);
	optional(o, "identifier", p->place_code);
	if (p->lon_e6 == 0 && p->lat_e6 == 0)
		return o;
	geo = thing("GeoCoordinates", NULL);
	json_put(geo, "latitude", decimal(p->lat_e6, 1000000, 6));
	json_put(geo, "longitude", decimal(p->lon_e6, 1000000, 6));
	json_put(o, "geo", geo);
	return o;
}

static struct json_object *
funding(const struct jsonld_project *p)
{
	struct json_object *list = json_object_new_array();

	for (int i = 0; i < p->grant_count; i++) {
		const struct jsonld_grant *g = &p->grants[i];
		struct json_object *o = thing("MonetaryGrant", NULL);

		json_put(o, "funder", organisation(g->funder, g->funder_url));
		json_put(o, "amount", jsonld_amount(g->amount_cents));
		json_object_array_add(list, o);
	}
	return list;
}

struct json_object *
jsonld_project(struct mem *mem, const struct jsonld_project *p)
{
	struct json_object *o = json_object_new_object();

	json_put_text(o, "@context", "https://schema.org");
	json_put_text(o, "@type", "Project");
	json_put_text(o, "@id", p->url);
	json_put_text(o, "url", p->url);
	optional(o, "identifier", p->identifier);
	json_put_text(o, "name", p->name);
	optional(o, "description", p->description);
	optional(o, "keywords", p->theme);
	if (p->holder != NULL && *p->holder != '\0')
		json_put(o, "member", organisation(p->holder, p->holder_url));
	if (p->place != NULL && *p->place != '\0')
		json_put(o, "location", place(p));
	optional(o, "foundingDate", p->starts_on);
	optional(o, "dissolutionDate", p->ends_on);
	if (p->grant_count > 0)
		json_put(o, "funding", funding(p));
	if (p->updated_at != 0 || p->licence != NULL) {
		struct json_object *page = thing("WebPage", p->url);

		if (p->updated_at != 0)
			json_put_text(page, "dateModified",
			    date_rfc3339(mem, p->updated_at));
		optional(page, "license", p->licence);
		optional(page, "inLanguage", p->lang);
		json_put(o, "mainEntityOfPage", page);
	}
	return o;
}

struct json_object *
jsonld_organisation(const struct jsonld_organisation *g)
{
	struct json_object *o = json_object_new_object();

	json_put_text(o, "@context", "https://schema.org");
	json_put_text(o, "@type", "Organization");
	json_put_text(o, "@id", g->url);
	json_put_text(o, "url", g->url);
	json_put_text(o, "name", g->name);
	optional(o, "description", g->description);
	optional(o, "sameAs", g->homepage);
	optional(o, "taxID", g->siret);
	if (g->place != NULL && *g->place != '\0') {
		struct json_object *area = thing("Place", NULL);

		json_put_text(area, "name", g->place);
		json_put(o, "areaServed", area);
	}
	return o;
}
