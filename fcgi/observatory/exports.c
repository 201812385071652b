/*
 * The projects as open data: CSV, XLSX, JSON, GeoJSON, Atom; streamed, constant
 * memory, the same filter as the page. No personal contact leaves by it.
 */
#include "config.h"

#include "fcgi/observatory/pages.h"

#include <json.h>

#include "base/date.h"
#include "base/lang.h"
#include "domain/money.h"
#include "domain/platform_frame.h"
#include "domain/state.h"
#include "open/atom.h"
#include "open/csv.h"
#include "open/json_stream.h"
#include "open/xlsx.h"
#include "fcgi/observatory/parts.h"

#define ATOM_ENTRIES	50

/* What a card is written to. */
struct export {
	struct req		*req;	/* &own */
	struct req		 own;	/* whose links live as long as a row */
	struct mem		*mem;	/* of one row */
	struct sink		 sink;
	struct csv		 csv;
	struct json_stream	 json;
	struct atom		*atom;
	struct xlsx		*xlsx;
};

static enum rc
to_visitor(void *res, const char *data, size_t len)
{
	return res_stream(res, data, len);
}

/* Anyone may read open data from any page, and keep it a short while. */
static void
begin(struct export *x, struct req *req, struct res *res, const char *type,
    const char *file)
{
	x->mem = mem_new();
	x->own = *req;
	x->own.mem = x->mem;
	x->req = &x->own;
	res_header(res, "Access-Control-Allow-Origin", "*");
	res_stream_begin(res, type, file);
	sink_init(&x->sink, to_visitor, res);
}

static const char *
project_url(const struct export *x, const struct card *c)
{
	return req_absolute(x->req, page_url(x->req, "projets/%s", c->slug));
}

static bool
asked_or_error(struct asked *a, struct req *req, struct res *res)
{
	enum rc rc = asked_read(a, req);

	if (rc != RC_OK)
		res_error(res, rc);
	return rc == RC_OK;
}

/* --- CSV ---------------------------------------------------------------- */

static enum rc
csv_card(const struct card *c, void *arg)
{
	struct export *x = arg;
	const struct theme *t = platform_theme(x->req->platform, c->theme_id);

	csv_text(&x->csv, c->uuid);
	csv_text(&x->csv, c->title);
	csv_text(&x->csv, c->summary);
	csv_text(&x->csv, c->holder);
	csv_text(&x->csv, c->state);
	csv_text(&x->csv, t == NULL ? NULL : t->label);
	csv_text(&x->csv, c->place);
	csv_text(&x->csv, c->place_code);
	if (c->has_point) {
		csv_degrees(&x->csv, c->lon_e6);
		csv_degrees(&x->csv, c->lat_e6);
	} else {
		csv_empty(&x->csv);
		csv_empty(&x->csv);
	}
	csv_cents(&x->csv, c->cost_cents);
	csv_cents(&x->csv, c->asked_cents);
	csv_cents(&x->csv, c->promised_cents);
	csv_cents(&x->csv, c->granted_cents);
	csv_cents(&x->csv, c->paid_cents);
	csv_text(&x->csv, c->starts_on);
	csv_text(&x->csv, c->ends_on);
	csv_text(&x->csv, date_iso(x->mem, c->published_at));
	csv_text(&x->csv, date_rfc3339(x->mem, c->updated_at));
	csv_text(&x->csv, project_url(x, c));
	csv_end_row(&x->csv);
	mem_reset(x->mem);
	return x->sink.rc;
}

void
projects_csv(struct req *req, struct res *res)
{
	static const char *const header[] = { "id", "titre", "resume",
		"porteur", "etat", "theme", "territoire", "code_territoire",
		"longitude", "latitude", "cout", "demande", "promis",
		"accorde", "verse", "debut", "fin", "publie_le",
		"mis_a_jour_le", "adresse", NULL };
	struct export x;
	struct asked a;

	if (!asked_or_error(&a, req, res))
		return;
	begin(&x, req, res, "text/csv; charset=utf-8", "projets.csv");
	csv_init(&x.csv, &x.sink, CSV_OPEN);
	csv_header(&x.csv, header);
	catalogue_each(req->db, &a.f, csv_card, &x);
	sink_end(&x.sink);
	mem_free(x.mem);
}

/* --- XLSX --------------------------------------------------------------- */

static enum rc
xlsx_card(const struct card *c, void *arg)
{
	struct export *x = arg;
	const struct theme *t = platform_theme(x->req->platform, c->theme_id);

	xlsx_text(x->xlsx, c->title);
	xlsx_text(x->xlsx, c->holder);
	xlsx_text(x->xlsx, element_state_sentence(c->state));
	xlsx_text(x->xlsx, t == NULL ? NULL : t->label);
	xlsx_text(x->xlsx, c->place);
	xlsx_text(x->xlsx, c->place_code);
	xlsx_number(x->xlsx, c->cost_cents);
	xlsx_number(x->xlsx, c->asked_cents);
	xlsx_number(x->xlsx, c->promised_cents);
	xlsx_number(x->xlsx, c->granted_cents);
	xlsx_number(x->xlsx, c->paid_cents);
	xlsx_text(x->xlsx, c->starts_on);
	xlsx_text(x->xlsx, c->ends_on);
	xlsx_text(x->xlsx, date_iso(x->mem, c->published_at));
	xlsx_text(x->xlsx, c->summary);
	xlsx_text(x->xlsx, project_url(x, c));
	xlsx_end_row(x->xlsx);
	mem_reset(x->mem);
	return x->sink.rc;
}

/* For people: words and formats instead of the codes of the CSV. */
void
projects_xlsx(struct req *req, struct res *res)
{
	const struct xlsx_column columns[] = {
		{ _("Projet"), XLSX_TEXT, 48 }, { _("Porteur"), XLSX_TEXT, 30 },
		{ _("Où en est-on"), XLSX_TEXT, 26 },
		{ _("Thème"), XLSX_TEXT, 26 }, { _("Territoire"), XLSX_TEXT, 22 },
		{ _("Code du territoire"), XLSX_TEXT, 12 },
		{ _("Coût"), XLSX_EUROS, 16 }, { _("Demandé"), XLSX_EUROS, 16 },
		{ _("Promis"), XLSX_EUROS, 16 }, { _("Accordé"), XLSX_EUROS, 16 },
		{ _("Versé"), XLSX_EUROS, 16 }, { _("Début"), XLSX_DAY, 12 },
		{ _("Fin"), XLSX_DAY, 12 }, { _("Publié le"), XLSX_DAY, 12 },
		{ _("Résumé"), XLSX_TEXT, 60 }, { _("Adresse"), XLSX_TEXT, 48 },
		{ NULL, XLSX_TEXT, 0 },
	};
	struct export x;
	struct asked a;

	if (!asked_or_error(&a, req, res))
		return;
	begin(&x, req, res, "application/vnd.openxmlformats-officedocument"
	    ".spreadsheetml.sheet", "projets.xlsx");
	xlsx_begin(&x.xlsx, &x.sink, req->platform->name, columns, req->now);
	catalogue_each(req->db, &a.f, xlsx_card, &x);
	xlsx_end(x.xlsx);
	mem_free(x.mem);
}

/* --- JSON and GeoJSON --------------------------------------------------------- */

static void
put_text(struct json_object *o, const char *key, const char *text)
{
	json_object_object_add(o, key, text == NULL ? NULL :
	    json_object_new_string(text));
}

/* Cents leave as decimal text, exactly. */
static void
put_money(struct export *x, struct json_object *o, const char *key,
    int64_t cents)
{
	json_object_object_add(o, key, json_object_new_double_s(
	    (double)cents / 100, money_plain(x->mem, cents)));
}

static struct json_object *
card_json(struct export *x, const struct card *c)
{
	const struct theme *t = platform_theme(x->req->platform, c->theme_id);
	struct json_object *o = json_object_new_object();

	put_text(o, "id", c->uuid);
	put_text(o, "titre", c->title);
	put_text(o, "resume", c->summary);
	put_text(o, "porteur", c->holder);
	put_text(o, "etat", c->state);
	put_text(o, "theme", t == NULL ? NULL : t->key);
	put_text(o, "territoire", c->place);
	put_text(o, "code_territoire", c->place_code);
	put_money(x, o, "cout", c->cost_cents);
	put_money(x, o, "demande", c->asked_cents);
	put_money(x, o, "promis", c->promised_cents);
	put_money(x, o, "accorde", c->granted_cents);
	put_money(x, o, "verse", c->paid_cents);
	put_text(o, "debut", c->starts_on);
	put_text(o, "fin", c->ends_on);
	put_text(o, "publie_le", date_iso(x->mem, c->published_at));
	put_text(o, "mis_a_jour_le", date_rfc3339(x->mem, c->updated_at));
	put_text(o, "adresse", project_url(x, c));
	return o;
}

static enum rc
json_card(const struct card *c, void *arg)
{
	struct export *x = arg;
	struct json_object *o = card_json(x, c);

	json_stream_add(&x->json, o);
	json_object_put(o);
	mem_reset(x->mem);
	return x->sink.rc;
}

static struct json_object *
about(const struct export *x)
{
	const struct platform_frame *frame = platform_frame(x->req->platform);
	struct json_object *o = json_object_new_object();

	put_text(o, "source", x->req->platform->name);
	put_text(o, "licence", frame->licence_label);
	put_text(o, "licence_adresse", frame->licence_url);
	return o;
}

void
projects_json(struct req *req, struct res *res)
{
	struct json_object *head;
	struct export x;
	struct asked a;

	if (!asked_or_error(&a, req, res))
		return;
	begin(&x, req, res, "application/json", NULL);
	head = about(&x);
	json_stream_begin(&x.json, &x.sink, head, "projets");
	catalogue_each(req->db, &a.f, json_card, &x);
	json_stream_end(&x.json, "projets", NULL);
	sink_end(&x.sink);
	json_object_put(head);
	mem_free(x.mem);
}

static enum rc
geojson_card(const struct card *c, void *arg)
{
	struct export *x = arg;
	struct json_object *o = card_json(x, c);

	geojson_point(&x->json, c->uuid, c->has_point, c->lon_e6, c->lat_e6, o);
	json_object_put(o);
	mem_reset(x->mem);
	return x->sink.rc;
}

static void
geojson(struct req *req, struct res *res,
    enum rc (*add)(const struct card *, void *))
{
	struct json_object *head;
	struct export x;
	struct asked a;

	if (!asked_or_error(&a, req, res))
		return;
	begin(&x, req, res, "application/geo+json", NULL);
	head = about(&x);
	geojson_begin(&x.json, &x.sink, head);
	catalogue_each(req->db, &a.f, add, &x);
	geojson_end(&x.json);
	sink_end(&x.sink);
	json_object_put(head);
	mem_free(x.mem);
}

void
projects_geojson(struct req *req, struct res *res)
{
	geojson(req, res, geojson_card);
}

/* --- the points of our own map -------------------------------------------- */

/* The size of a dot, 1 to 5, by powers of ten of the cost. */
static int
dot_size(int64_t cents)
{
	int size = 1;

	for (; cents >= 1000000 && size < 5; cents /= 10)
		size++;
	return size;
}

static enum rc
map_card(const struct card *c, void *arg)
{
	struct export *x = arg;
	struct json_object *o;

	if (!c->has_point)
		return RC_OK;
	o = json_object_new_object();
	put_text(o, "title", c->title);
	put_text(o, "url", page_url(x->req, "projets/%s", c->slug));
	put_text(o, "place", c->place);
	put_text(o, "state", element_state_sentence(c->state));
	put_text(o, "look", look_of(x->req, c->theme_id));
	json_object_object_add(o, "size",
	    json_object_new_int(dot_size(c->cost_cents)));
	geojson_point(&x->json, NULL, true, c->lon_e6, c->lat_e6, o);
	json_object_put(o);
	mem_reset(x->mem);
	return x->sink.rc;
}

/* What the map draws and nothing more; the open data are projets.geojson. */
void
map_geojson(struct req *req, struct res *res)
{
	geojson(req, res, map_card);
}

/* --- Atom --------------------------------------------------------------------- */

static void
atom_card(struct export *x, const struct card *c)
{
	const struct theme *t = platform_theme(x->req->platform, c->theme_id);

	atom_add(x->atom, &(struct atom_entry){
		.id = mem_printf(x->mem, "urn:uuid:%s", c->uuid),
		.title = c->title,
		.link = project_url(x, c),
		.summary = c->summary,
		.author = c->holder,
		.category = t == NULL ? NULL : t->key,
		.category_label = t == NULL ? NULL : t->label,
		.updated_at = c->updated_at,
		.published_at = c->published_at,
	});
}

void
projects_atom(struct req *req, struct res *res)
{
	struct cards cards;
	struct export x;
	struct asked a, next;
	const struct card *last;
	size_t i;

	if (!asked_or_error(&a, req, res))
		return;
	catalogue_page(&cards, req->db, req->mem, &a.f, &a.key, ATOM_ENTRIES);
	next = a;
	if (cards.count > 0) {
		last = &cards.rows[cards.count - 1];
		next.key = (struct catalogue_key){ last->published_at, last->id,
		    false };
	}
	begin(&x, req, res, "application/atom+xml; charset=utf-8", NULL);
	atom_begin(&x.atom, &x.sink, &(struct atom_feed){
		.id = req_absolute(req, page_url(req, "projets.atom")),
		.title = mem_printf(req->mem, _("%s : les projets"),
		    req->platform->name),
		.subtitle = req->platform->tagline,
		.author = req->platform->name,
		.self = req_absolute(req, asked_url(req, "projets.atom", &a)),
		.alternate = req_absolute(req, asked_url(req, "projets", &a)),
		.next = !cards.after ? NULL : req_absolute(req,
		    asked_url(req, "projets.atom", &next)),
		.rights = platform_frame(req->platform)->licence_label,
		.lang = req->platform->lang,
		.updated_at = cards.count > 0 ? cards.rows[0].updated_at : 0,
	});
	for (i = 0; i < cards.count; i++)
		atom_card(&x, &cards.rows[i]);
	atom_end(x.atom);
	mem_free(x.mem);
}
