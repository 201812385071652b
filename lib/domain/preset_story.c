/*
 * The story of a demonstration project: dated events, each of a known shape.
 * It checks that people, calls and criteria exist, and that money adds up.
 */
#include "config.h"

#include <string.h>

#include "base/lang.h"
#include "domain/preset_private.h"

#define DAY	ROW_IN("day", SHAPE_INT, NEEDED, -10000, 0)
#define DO	ROW("do", SHAPE_TEXT, NEEDED)
#define BY	ROW("by", SHAPE_KEY, NEEDED)
#define SAID	ROW_IN("text", SHAPE_LONG, NEEDED, 0, 3000)
#define FUNDER	ROW("funder", SHAPE_KEY, NEEDED)
#define AMOUNT	ROW_IN("amount_cents", SHAPE_INT, NEEDED, 1, INT64_MAX)
#define VERDICT	ROW_OF("verdict", NEEDED, "favourable|reserved|unfavourable")

static const struct shape plain_shape[] = { DAY, DO, BY, ROW_END };
static const struct shape said_shape[] = { DAY, DO, BY, SAID, ROW_END };
static const struct shape submit_shape[] = { DAY, DO, BY,
	ROW("call", SHAPE_KEY, NEEDED), ROW("supplement", SHAPE_ANY, 0), ROW_END
};
static const struct shape correction_shape[] = { DAY, DO, BY, SAID,
	ROW_OF("reason", NEEDED, "incorrect|incomplete|outdated"),
	ROW("fields", SHAPE_KEY, NEEDED | MANY), ROW("due", SHAPE_DAY, 0),
	ROW_END
};
static const struct shape ask_shape[] = { DAY, DO, BY,
	ROW("of", SHAPE_KEY, NEEDED), ROW_IN("question", SHAPE_TEXT, NEEDED, 0,
	    600), ROW_END
};
static const struct shape opinion_shape[] = { DAY, DO, BY, SAID, VERDICT,
	ROW_OF("visibility", NEEDED, "service|holder|public"), ROW_END
};
static const struct shape review_shape[] = { DAY, DO, BY,
	ROW("scores", SHAPE_ANY, NEEDED),
	ROW_OF("recommendation", 0, "selected|priority|reserve|dropped"),
	ROW_IN("text", SHAPE_LONG, 0, 0, 3000), ROW("draft", SHAPE_BOOL, 0),
	ROW_END
};
static const struct shape conclude_shape[] = { DAY, DO, BY,
	ROW("outcome", SHAPE_KEY, NEEDED), ROW_IN("text", SHAPE_LONG, 0, 0,
	    3000), ROW_END
};
static const struct shape decide_shape[] = { DAY, DO, BY,
	ROW_OF("verdict", NEEDED, "accept|refuse|close"),
	ROW_IN("reasons", SHAPE_LONG, NEEDED, 0, 3000),
	ROW_IN("conditions", SHAPE_TEXT, 0, 0, 600),
	ROW_IN("amount_cents", SHAPE_INT, 0, 1, INT64_MAX), ROW_END
};
static const struct shape promise_shape[] = { DAY, DO, FUNDER, AMOUNT, ROW_END };
static const struct shape pay_shape[] = { DAY, DO, FUNDER, AMOUNT, SAID,
	ROW_END };
static const struct shape state_shape[] = { DAY, DO, BY, SAID,
	ROW_OF("to", NEEDED, "funded|in_progress|completed|abandoned"), ROW_END
};
static const struct shape measure_shape[] = { DAY, DO, BY, SAID,
	ROW("indicator", SHAPE_KEY, NEEDED),
	ROW_IN("value", SHAPE_INT, NEEDED, INT64_MIN, INT64_MAX), ROW_END
};
static const struct shape validate_shape[] = { DAY, DO, BY,
	ROW("indicator", SHAPE_KEY, NEEDED), ROW_END
};
static const struct shape contribute_shape[] = { DAY, DO, SAID, VERDICT,
	ROW("name", SHAPE_TEXT, NEEDED), ROW_END
};
static const struct shape offer_shape[] = { DAY, DO, BY, SAID,
	ROW("organisation", SHAPE_KEY, NEEDED),
	ROW_OF("kind", NEEDED, "money|people|place|skills|equipment|advice|"
	    "partner"), ROW_IN("amount_cents", SHAPE_INT, 0, 1, INT64_MAX),
	ROW_END
};
static const struct shape answer_shape[] = { DAY, DO, BY,
	ROW_OF("verdict", NEEDED, "accepted|declined"),
	ROW_IN("text", SHAPE_LONG, 0, 0, 3000),
	ROW_IN("share_days", SHAPE_INT, 0, 1, 730), ROW_END
};
/* A commons that the project is tied to; support with a text contributes. */
static const struct shape describe_shape[] = { DAY, DO, BY,
	ROW_OF("kind", NEEDED, "commons|resource|place|event"),
	ROW_IN("title", SHAPE_TEXT, NEEDED, 1, 120),
	ROW_IN("text", SHAPE_TEXT, NEEDED, 1, 400),
	ROW_OF("link", NEEDED, "uses|documents|forks|located_in|part_of"),
	ROW_END
};
static const struct shape support_shape[] = { DAY, DO, BY,
	ROW_IN("text", SHAPE_LONG, 0, 0, 1000), ROW("named", SHAPE_BOOL, 0),
	ROW_END
};
static const struct shape mark_shape[] = { DAY, DO, BY,
	ROW_IN("listening", SHAPE_TEXT, NEEDED, 1, 80),
	ROW_IN("column", SHAPE_INT, 0, 1, 8),
	ROW_IN("labels", SHAPE_TEXT, 0, 0, 120),
	ROW_IN("text", SHAPE_LONG, 0, 0, 3000), ROW_END
};
/* needs and offers: {"money": "for what", …}; tags: "a, b"; waits: nobody
 * has read it yet. */
static const struct shape publish_shape[] = { DAY, DO, BY,
	ROW_OF("maturity", 0, "need|idea|study|operation"),
	ROW("needs", SHAPE_ANY, 0), ROW("offers", SHAPE_ANY, 0),
	ROW_IN("tags", SHAPE_TEXT, 0, 0, 300), ROW("waits", SHAPE_BOOL, 0),
	ROW_END
};

static const struct {
	const char		*name;
	const struct shape	*shape;
} events[] = {
	{ "create", plain_shape }, { "publish", publish_shape },
	{ "submit", submit_shape }, { "take", plain_shape },
	{ "message", said_shape }, { "request_correction", correction_shape },
	{ "complete", said_shape }, { "conflict", said_shape },
	{ "ask_opinion", ask_shape }, { "opinion", opinion_shape },
	{ "conclude", conclude_shape }, { "review", review_shape },
	{ "decide", decide_shape },
	{ "withdraw", said_shape }, { "promise", promise_shape },
	{ "grant", promise_shape }, { "pay", pay_shape },
	{ "state", state_shape }, { "measure", measure_shape },
	{ "validate", validate_shape }, { "contribute", contribute_shape },
	{ "offer", offer_shape }, { "answer_offer", answer_shape },
	{ "describe", describe_shape }, { "support", support_shape },
	{ "mark", mark_shape },
};
#define EVENT_COUNT	(sizeof(events) / sizeof(events[0]))

struct story_check {
	const struct preset		*preset;
	const struct preset_file	*file;
	struct problems			*why;
	struct json_object		*call;	/* submitted to, or NULL */
};

static const struct shape *
shape_of(const char *name)
{
	size_t i;

	for (i = 0; i < EVENT_COUNT; i++)
		if (strcmp(events[i].name, name) == 0)
			return events[i].shape;
	return NULL;
}

static const char *
event_names(struct mem *mem)
{
	const char *text = "";
	size_t i;

	for (i = 0; i < EVENT_COUNT; i++)
		text = mem_printf(mem, "%s%s%s", text, i > 0 ? ", " : "",
		    events[i].name);
	return text;
}

/* The member names somebody or something of the demonstration. */
static void
check_known(const struct story_check *c, const char *path,
    struct json_object *event, const char *member, struct json_object *rows,
    const char *key, const char *where)
{
	const char *text = json_text(event, member);

	if (text != NULL && preset_row(rows, key, text) == NULL)
		shape_problem(c->why, c->file->name, mem_printf(c->why->mem,
		    "%s.%s", path, member), _("trouvé « %s » ; permis : une clé "
		    "de %s"), text, where);
}

/* The criterion of that key in the grids of any stage of the call, or NULL. */
static struct json_object *
criterion_of(const struct story_check *c, const char *key)
{
	struct json_object *stages = json_array(c->call, "stages");
	size_t s, g;

	for (s = 0; s < json_count(stages); s++) {
		struct json_object *grids = json_array(json_at(stages, s),
		    "grids");

		for (g = 0; g < json_count(grids); g++) {
			const struct preset_file *grid = preset_find(
			    &c->preset->grids, json_at_text(grids, g));
			struct json_object *found = grid == NULL ? NULL :
			    preset_row(json_array(grid->json, "criteria"),
			    "key", key);

			if (found != NULL)
				return found;
		}
	}
	return NULL;
}

static bool
has_level(struct json_object *criterion, struct json_object *value)
{
	struct json_object *levels = json_array(criterion, "levels");
	size_t i;

	for (i = 0; i < json_count(levels); i++)
		if (json_is(value, json_type_int) && json_int(json_at(levels,
		    i), "value", -1) == json_object_get_int64(value))
			return true;
	return false;
}

static void
check_scores(const struct story_check *c, const char *path,
    struct json_object *event)
{
	JSON_EACH(json_dict(event, "scores"), m) {
		const char *key = m.key;
		struct json_object *value = m.value;

		struct json_object *criterion = criterion_of(c, key);

		if (!has_level(criterion, value))
			shape_problem(c->why, c->file->name, mem_printf(
			    c->why->mem, "%s.scores.%s", path, key),
			    _("trouvé %s ; permis : un critère des grilles de "
			    "l’appel, et l’un de ses niveaux"),
			    shape_found(c->why->mem, value));
	}
}

static void
check_event(struct story_check *c, const char *path, struct json_object *event)
{
	struct json_object *organisations = json_array(
	    c->preset->organisations.json, "organisations");
	struct json_object *people = json_array(c->preset->people.json,
	    "people");
	const char *name = json_text_or(event, "do", "");
	const char *slug = json_text(event, "call");
	const struct shape *shape = shape_of(name);

	if (shape == NULL) {
		shape_problem(c->why, c->file->name, mem_printf(c->why->mem,
		    "%s.do", path), _("trouvé %s ; permis : %s"),
		    shape_found(c->why->mem, json_get(event, "do")),
		    event_names(c->why->mem));
		return;
	}
	shape_check_at(c->why, c->file->name, path, event, shape);
	check_known(c, path, event, "by", people, "key", "demo/people.json");
	check_known(c, path, event, "of", people, "key", "demo/people.json");
	check_known(c, path, event, "organisation", organisations, "key",
	    "demo/organisations.json");
	check_known(c, path, event, "funder", json_array(json_dict(
	    c->file->json, "plan"), "sources"), "funder", "plan.sources");
	check_known(c, path, event, "indicator", json_array(c->file->json,
	    "targets"), "indicator", "targets");
	if (slug != NULL) {
		const struct preset_file *call = preset_find(&c->preset->calls,
		    slug);

		c->call = call == NULL ? NULL : call->json;
		if (call == NULL)
			shape_problem(c->why, c->file->name, mem_printf(
			    c->why->mem, "%s.call", path), _("trouvé « %s » ; "
			    "permis : un fichier de calls/"), slug);
	}
	check_scores(c, path, event);
}

/* Is it the organisation that signs the decisions of the call? */
static bool
signs(const struct story_check *c, const char *funder)
{
	struct json_object *row = preset_row(json_array(
	    c->preset->organisations.json, "organisations"), "key", funder);
	const char *siret = json_text(row, "siret");

	return siret != NULL && strcmp(siret, json_text_or(json_dict(c->call,
	    "funder"), "siret", "")) == 0;
}

/* What is granted was asked, what is paid was granted. */
static void
check_money(const struct story_check *c, struct json_object *story)
{
	struct json_object *sources = json_array(json_dict(c->file->json,
	    "plan"), "sources");
	size_t s, i;

	for (s = 0; s < json_count(sources); s++) {
		const char *funder = json_text_or(json_at(sources, s), "funder",
		    "");
		int64_t asked = json_int(json_at(sources, s), "asked_cents", 0);
		int64_t granted = 0, paid = 0;

		for (i = 0; i < json_count(story); i++) {
			struct json_object *e = json_at(story, i);
			const char *name = json_text_or(e, "do", "");
			int64_t amount = json_int(e, "amount_cents", 0);

			if (strcmp(name, "decide") == 0 && signs(c, funder))
				granted = amount;
			if (strcmp(json_text_or(e, "funder", ""), funder) != 0)
				continue;
			if (strcmp(name, "grant") == 0)
				granted = amount;
			if (strcmp(name, "pay") == 0)
				paid += amount;
		}
		if (granted > asked || paid > granted)
			shape_problem(c->why, c->file->name, mem_printf(
			    c->why->mem, "plan.sources[%zu]", s), _("demandé "
			    "%lld, accordé %lld, versé %lld ; permis : versé ≤ "
			    "accordé ≤ demandé"), (long long)asked,
			    (long long)granted, (long long)paid);
	}
}

void
preset_check_story(const struct preset *p, const struct preset_file *file,
    struct problems *why)
{
	struct json_object *story = json_array(file->json, "story");
	struct story_check c = { p, file, why, NULL };
	int64_t last = INT64_MIN;
	size_t i;

	for (i = 0; i < json_count(story); i++) {
		const char *path = mem_printf(why->mem, "story[%zu]", i);
		int64_t day = json_int(json_at(story, i), "day", last);

		check_event(&c, path, json_at(story, i));
		if (day < last)
			shape_problem(why, file->name, mem_printf(why->mem,
			    "%s.day", path), _("trouvé %lld, avant l’événement "
			    "précédent ; permis : %lld ou plus"),
			    (long long)day, (long long)last);
		last = day;
	}
	if (strcmp(json_text_or(json_at(story, 0), "do", ""), "create") != 0)
		shape_problem(why, file->name, "story[0].do",
		    _("trouvé %s ; permis : create, en premier"),
		    shape_found(why->mem, json_get(json_at(story, 0), "do")));
	check_money(&c, story);
}
