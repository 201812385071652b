/*
 * Navigation, foot and words of platforms, parsed once per version.
 * A preset that says nothing leaves the program's own.
 */
#include "config.h"

#include "domain/platform_frame.h"

#include <string.h>

#include "base/json.h"

#define FRAMES	16		/* platforms kept at once */

#define LICENCE		"Licence Ouverte 2.0"
#define LICENCE_URL	"https://www.etalab.gouv.fr/licence-ouverte-open-licence/"

struct word {
	const char	*name, *one, *many;
};

struct kept {
	struct mem		*mem;		/* NULL: free */
	int64_t			 platform_id;
	const char		*settings;	/* what it was made from */
	struct platform_frame	 frame;
	struct word		*words;
	size_t			 word_count;
};

static struct kept kept[FRAMES];
static size_t oldest;

static void
read_nav(struct kept *k, struct json_object *links)
{
	size_t i, n = json_count(links);

	k->frame.nav = MEM_ARRAY(k->mem, n + 1, struct platform_link);
	for (i = 0; i < n; i++)
		k->frame.nav[i] = (struct platform_link){
		    mem_strdup(k->mem, json_text(json_at(links, i), "label")),
		    mem_strdup(k->mem, json_text(json_at(links, i), "page")) };
	k->frame.nav_count = n;
}

/* Text pages stand in the foot unless they say otherwise. */
static void
read_foot(struct kept *k, struct json_object *pages)
{
	size_t i, n = json_count(pages);

	k->frame.foot = MEM_ARRAY(k->mem, n + 1, struct platform_link);
	for (i = 0; i < n; i++) {
		struct json_object *page = json_at(pages, i);

		if (strcmp(json_text_or(page, "in", "footer"), "footer") != 0)
			continue;
		k->frame.foot[k->frame.foot_count++] = (struct platform_link){
		    mem_strdup(k->mem, json_text(page, "title")),
		    mem_strdup(k->mem, json_text(page, "key")) };
	}
}

static void
read_words(struct kept *k, struct json_object *vocabulary)
{
	size_t n = 0;

	JSON_EACH(vocabulary, m)
		n++;
	k->words = MEM_ARRAY(k->mem, n + 1, struct word);
	JSON_EACH(vocabulary, m)
		k->words[k->word_count++] = (struct word){
		    mem_strdup(k->mem, m.key),
		    mem_strdup(k->mem, json_text(m.value, "one")),
		    mem_strdup(k->mem, json_text(m.value, "many")) };
}

static void
read_settings(struct kept *k, const struct platform *p)
{
	struct json_object *json, *licence;

	k->platform_id = p->id;
	k->settings = mem_strdup(k->mem, p->settings);
	k->frame = (struct platform_frame){ .licence_label = LICENCE,
	    .licence_url = LICENCE_URL };
	k->word_count = 0;
	if (p->settings == NULL || json_parse(&json, p->settings,
	    strlen(p->settings), 32, NULL) != RC_OK)
		return;
	read_nav(k, json_array(json, "navigation"));
	read_foot(k, json_array(json, "pages"));
	read_words(k, json_dict(json, "vocabulary"));
	licence = json_dict(json, "licence");
	if (licence != NULL) {
		k->frame.licence_label = mem_strdup(k->mem,
		    json_text(licence, "label"));
		k->frame.licence_url = mem_strdup(k->mem,
		    json_text(licence, "url"));
	}
	json_object_put(json);
}

static bool
same(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static struct kept *
find(const struct platform *p)
{
	struct kept *k;
	size_t i;

	for (i = 0; i < FRAMES; i++)
		if (kept[i].mem != NULL && kept[i].platform_id == p->id)
			break;
	k = &kept[i < FRAMES ? i : oldest];
	if (i < FRAMES && same(k->settings, p->settings))
		return k;
	if (i == FRAMES)
		oldest = (oldest + 1) % FRAMES;
	if (k->mem == NULL)
		k->mem = mem_new();
	mem_reset(k->mem);
	read_settings(k, p);
	return k;
}

const struct platform_frame *
platform_frame(const struct platform *p)
{
	return &find(p)->frame;
}

const char *
platform_word(const struct platform *p, const char *word, bool many,
    const char *lang)
{
	struct kept *k = find(p);
	size_t i;

	if (strcmp(lang, p->lang) != 0)
		return NULL;
	for (i = 0; i < k->word_count; i++)
		if (strcmp(k->words[i].name, word) == 0)
			return many ? k->words[i].many : k->words[i].one;
	return NULL;
}
