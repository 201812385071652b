/*
 * Streams of JSON and GeoJSON over json-c values.
 * It writes coordinates from integers: no floating point touches them.
 */
#include "config.h"

#include "open/json_stream.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/json.h"

static void
put_value(struct sink *out, struct json_object *value)
{
	sink_text(out, json_object_to_json_string_ext(value,
	    JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE));
}

static void
put_name(struct sink *out, const char *name)
{
	struct json_object *text = json_object_new_string(name);

	put_value(out, text);
	json_object_put(text);
	sink_char(out, ':');
}

void
json_stream_begin(struct json_stream *s, struct sink *out,
    struct json_object *head, const char *name)
{
	s->out = out;
	s->some = false;
	if (name != NULL) {
		sink_char(out, '{');
		JSON_EACH(head, m) {
			put_name(out, m.key);
			put_value(out, m.value);
			sink_char(out, ',');
		}
		put_name(out, name);
	}
	sink_char(out, '[');
}

static void
begin_item(struct json_stream *s)
{
	sink_text(s->out, s->some ? ",\n" : "\n");
	s->some = true;
}

void
json_stream_add(struct json_stream *s, struct json_object *item)
{
	begin_item(s);
	put_value(s->out, item);
}

void
json_stream_end(struct json_stream *s, const char *name,
    struct json_object *tail)
{
	sink_text(s->out, "\n]");
	if (name != NULL) {
		JSON_EACH(tail, m) {
			sink_char(s->out, ',');
			put_name(s->out, m.key);
			put_value(s->out, m.value);
		}
		sink_char(s->out, '}');
	}
	sink_char(s->out, '\n');
}

/* --- GeoJSON ---------------------------------------------------------------- */

void
geojson_begin(struct json_stream *s, struct sink *out,
    struct json_object *head)
{
	s->out = out;
	s->some = false;
	sink_text(out, "{\"type\":\"FeatureCollection\",");
	JSON_EACH(head, m) {
		put_name(out, m.key);
		put_value(out, m.value);
		sink_char(out, ',');
	}
	sink_text(out, "\"features\":[");
}

static void
put_degrees(struct sink *out, int64_t e6)
{
	uint64_t m = e6 < 0 ? (uint64_t)0 - (uint64_t)e6 : (uint64_t)e6;
	char text[40];
	int len = snprintf(text, sizeof(text), "%s%" PRIu64 ".%06" PRIu64,
	    e6 < 0 ? "-" : "", m / 1000000, m % 1000000);

	while (text[len - 1] == '0' && text[len - 2] != '.')
		len--;
	sink_put(out, text, (size_t)len);
}

static void
begin_feature(struct json_stream *s, const char *id)
{
	struct json_object *text;

	begin_item(s);
	sink_text(s->out, "{\"type\":\"Feature\"");
	if (id != NULL) {
		text = json_object_new_string(id);
		sink_text(s->out, ",\"id\":");
		put_value(s->out, text);
		json_object_put(text);
	}
	sink_text(s->out, ",\"geometry\":");
}

static void
end_feature(struct json_stream *s, struct json_object *properties)
{
	sink_text(s->out, ",\"properties\":");
	if (properties == NULL)
		sink_text(s->out, "{}");
	else
		put_value(s->out, properties);
	sink_char(s->out, '}');
}

void
geojson_point(struct json_stream *s, const char *id, bool has_point,
    int64_t lon_e6, int64_t lat_e6, struct json_object *properties)
{
	begin_feature(s, id);
	if (has_point) {
		sink_text(s->out, "{\"type\":\"Point\",\"coordinates\":[");
		put_degrees(s->out, lon_e6);
		sink_char(s->out, ',');
		put_degrees(s->out, lat_e6);
		sink_text(s->out, "]}");
	} else
		sink_text(s->out, "null");
	end_feature(s, properties);
}

void
geojson_end(struct json_stream *s)
{
	sink_text(s->out, "\n]}\n");
}
