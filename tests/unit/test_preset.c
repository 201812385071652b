/*
 * Presets: the shipped one is right; each kind of mistake gives its exact
 * sentence; loading twice changes nothing; what was published stays.
 */
#include "config.h"

#include "tests/unit/test.h"

#include "base/file.h"
#include "base/json.h"
#include "base/rand.h"
#include "domain/colour.h"
#include "domain/platform_frame.h"
#include "domain/preset.h"
#include "domain/theme_css.h"

static const char *
shipped(struct mem *mem)
{
	const char *top = getenv("TOP_SRCDIR");

	return mem_printf(mem, "%s/platforms/cte", top != NULL ? top : ".");
}

/* A copy of the shipped preset, to be spoiled. */
static const char *
copy(struct test_state *t)
{
	const char *dir = mem_printf(t->mem, "%s/preset", t->dir);

	assert_int_equal(system(mem_printf(t->mem, "rm -rf '%s' && "
	    "cp -R '%s' '%s'", dir, shipped(t->mem), dir)), 0);
	return dir;
}

/* Replace the first `from` of a file by `to`. */
static void
spoil(struct test_state *t, const char *dir, const char *file,
    const char *from, const char *to)
{
	const char *path = mem_printf(t->mem, "%s/%s", dir, file);
	char *text, *at;
	size_t len;

	assert_int_equal(file_read(&text, &len, t->mem, path, 1 << 20), RC_OK);
	at = strstr(text, from);
	if (at == NULL)
		fail_msg("%s has no %s", file, from);
	text = mem_printf(t->mem, "%.*s%s%s", (int)(at - text), text, to,
	    at + strlen(from));
	assert_int_equal(file_write_durably(path, text, strlen(text)), RC_OK);
}

static bool
is_said(const struct problems *why, const char *where, const char *text)
{
	const struct problem *p;

	for (p = why->first; p != NULL; p = p->next)
		if (strcmp(p->where, where) == 0 && strcmp(p->text, text) == 0)
			return true;
	print_error("not said: %s: %s\n", where, text);
	for (p = why->first; p != NULL; p = p->next)
		print_error("    said: %s: %s\n", p->where, p->text);
	return false;
}

static void
assert_said(const struct problems *why, const char *where, const char *text)
{
	assert_true(is_said(why, where, text));
}

static int
setup(void **state)
{
	static struct test_state t;

	rand_seed(5);
	test_state_make(&t);
	*state = &t;
	return 0;
}

static int
teardown(void **state)
{
	test_state_free(*state);
	return 0;
}

static void
the_shipped_preset_has_no_problem(void **state)
{
	struct test_state *t = *state;
	struct problems why = PROBLEMS_INIT(t->mem);
	struct preset *p;
	enum rc rc = preset_read(&p, t->mem, shipped(t->mem), true, &why);

	if (why.first != NULL)
		print_error("%s: %s\n", why.first->where, why.first->text);
	assert_int_equal(rc, RC_OK);
	assert_string_equal(preset_slug(p), "cte");
	preset_free(p);
}

static void
a_folder_without_platform_is_not_found(void **state)
{
	struct test_state *t = *state;
	struct problems why = PROBLEMS_INIT(t->mem);
	struct preset *p;

	assert_int_equal(preset_read(&p, t->mem, "/nonexistent", true, &why),
	    RC_NOT_FOUND);
	preset_free(p);
}

/* One mistake each, and the sentence it must give. */
static const struct {
	const char	*file, *from, *to, *where, *text;
} mistakes[] = {
	/* the file itself */
	{ "platform.json", "\"name\"", "name",
	    "platform.json: ligne 4, colonne 2",
	    "ce n’est pas du JSON : un nom entre guillemets est attendu" },
	{ "platform.json", "\"tagline\"", "\"taglin\"",
	    "platform.json: taglin", "nom inconnu ; permis : format, slug, name, "
	    "tagline, headline, lead, language, time_zone, territory, facet, "
	    "service, identity, themes, vocabulary, roles, navigation, pages, "
	    "documents, licence, lists, listening" },
	{ "platform.json", "\"tagline\"", "\"taglin\"",
	    "platform.json: tagline", "absent ; attendu : un texte" },
	{ "platform.json", "\"format\": 1", "\"format\": 2",
	    "platform.json: format", "trouvé 2 ; permis : de 1 à 1" },
	{ "platform.json", "\"slug\": \"cte\"", "\"slug\": \"C T E\"",
	    "platform.json: slug", "trouvé « C T E » ; permis : une clé : "
	    "minuscules sans accent, chiffres et tirets" },
	{ "platform.json", "\"slug\": \"cte\"", "\"slug\": \"compte\"",
	    "platform.json: slug", "trouvé « compte », une adresse de "
	    "l’installation ; permis : un autre nom" },
	{ "platform.json", "\"language\": \"fr\"", "\"language\": \"de\"",
	    "platform.json: language", "trouvé « de » ; permis : fr, en" },
	{ "platform.json", "Indian/Reunion", "Indian/Lemuria",
	    "platform.json: time_zone", "trouvé « Indian/Lemuria » ; permis : un "
	    "fuseau horaire, comme Indian/Reunion" },
	{ "platform.json", "transition@terreau.example", "transition",
	    "platform.json: service.email", "trouvé « transition » ; permis : "
	    "une adresse électronique" },
	{ "platform.json", "02 61 91 07 40", "appelez-nous",
	    "platform.json: service.phone", "trouvé « appelez-nous » ; permis : "
	    "un téléphone : chiffres, espaces, points, + au début" },
	/* colours */
	{ "platform.json", "\"accent\": \"#1f5c3d\"", "\"accent\": \"green\"",
	    "platform.json: identity.colours.accent", "trouvé « green » ; permis "
	    ": une couleur en minuscules, comme #1f5c3d" },
	{ "platform.json", "\"accent\": \"#1f5c3d\"",
	    "\"accent\": \"#3fae74\"",
	    "platform.json: identity.colours.accent", "trouvé #3fae74 : contraste "
	    "de 2,37 avec le papier, son lavis et le blanc ; permis : 4,50 au "
	    "moins, par exemple #2c7851" },
	{ "platform.json", "\"colour\": \"#3f6b3a\"",
	    "\"colour\": \"#9fd08f\"",
	    "platform.json: themes[1].colour", "trouvé #9fd08f : contraste de "
	    "1,76 avec le blanc ; permis : 4,50 au moins, par exemple #4b8438" },
	{ "platform.json", "\"paper\": \"#fbf8f2\"", "\"paper\": \"#c9b37e\"",
	    "platform.json: identity.colours.paper", "trouvé #c9b37e : contraste "
	    "de 3,48 avec le texte secondaire ; permis : 4,50 au moins, par "
	    "exemple #dbcca9" },
	/* themes, roles, pages, navigation */
	{ "platform.json", "\"key\": \"recherche\"", "\"key\": \"batiments\"",
	    "platform.json: themes[7].key", "trouvé « batiments » une seconde "
	    "fois ; permis : une valeur par élément" },
	{ "platform.json", "\"palette\": 8", "\"palette\": 16",
	    "platform.json: themes[7].palette", "trouvé 16 ; permis : de 1 à 15"
	    },
	{ "platform.json", "\"palette\": 8", "\"palette\": 1",
	    "platform.json: themes[7].colour", "trouvé « #4a568a » ; permis : la "
	    "couleur de themes[0], qui a la même palette" },
	{ "platform.json", "\"application_read\"", "\"fly\"",
	    "platform.json: roles[7].verbs[1]", "trouvé « fly » ; permis : un "
	    "droit de doc/rights.md, comme application_read" },
	{ "platform.json", "\"key\": \"mentions-legales\"",
	    "\"key\": \"mentions\"",
	    "platform.json: pages", "la page « mentions-legales » est absente ; "
	    "la loi la demande" },
	{ "platform.json", "texts/a-propos.md", "texts/absent.md",
	    "platform.json: pages[0].text", "trouvé « texts/absent.md », qui "
	    "n’est pas lisible ; permis : un fichier de moins de 200000 octets"
	    },
	{ "platform.json", "texts/a-propos.md", "../../../etc/passwd",
	    "platform.json: pages[0].text", "trouvé « ../../../etc/passwd » ; "
	    "permis : un fichier de ce dossier" },
	{ "platform.json", "\"key\": \"a-propos\"", "\"key\": \"deposer\"",
	    "platform.json: pages[0].key", "trouvé « deposer », qui est une "
	    "page du logiciel ; permis : une autre clé" },
	{ "platform.json", "\"page\": \"carte\"", "\"page\": \"mappemonde\"",
	    "platform.json: navigation[3].page", "trouvé « mappemonde » ; permis "
	    ": projets, appels, elements, carte, observatoire, territoires, acteurs, "
	    "agenda, journal, donnees, ou la clé d’une page" },
	/* forms */
	{ "forms/projet.json", "\"key\": \"projet\"", "\"key\": \"depot\"",
	    "forms/projet.json: key", "trouvé « depot » ; permis : « projet », "
	    "comme le nom du fichier" },
	{ "forms/projet.json", "\"type\": \"organisation\"",
	    "\"type\": \"société\"",
	    "forms/projet.json: steps[0].blocks[0].fields[0].type", "trouvé "
	    "« société » ; permis : heading, explanation, text, long_text, "
	    "integer, money, percentage, date, yes_no, choice, multi_choice, "
	    "email, phone, url, organisation, territory, point, files, "
	    "funding_plan, steps_schedule, decimal, date_time, period, "
	    "checkbox, linked_choice, ranking, reference, person, iban, "
	    "address, country, shape, repeat, table, indicator, link, "
	    "pattern, calculated" },
	{ "forms/projet.json", "\"key\": \"salaries\"", "\"key\": \"statut\"",
	    "forms/projet.json: steps[0].blocks[0].fields[3].key", "trouvé "
	    "« statut » une seconde fois ; permis : une clé par champ" },
	{ "forms/projet.json", "\"max_length\": 800", "\"min\": 8",
	    "forms/projet.json: steps[0].blocks[0].fields[2].min", "un champ de "
	    "type long_text n’a pas ce réglage ; permis : key, type, label, "
	    "hint, private, visible_if, required, maps_to, max_length, "
	    "required_if, forbidden_if" },
	{ "forms/projet.json", "\"max\": 20000", "\"max\": -1",
	    "forms/projet.json: steps[0].blocks[0].fields[3].max", "trouvé -1 ; "
	    "permis : au moins min, soit 0" },
	{ "forms/projet.json", "\"maps_to\": \"summary\"",
	    "\"maps_to\": \"title\"",
	    "forms/projet.json: steps[1].blocks[0].fields[1].maps_to", "trouvé "
	    "« title » une seconde fois, déjà donné par le champ « titre »" },
	{ "forms/projet.json", "\"maps_to\": \"summary\"",
	    "\"maps_to\": \"title\"",
	    "forms/projet.json: steps", "aucun champ ne donne « summary » ; "
	    "permis : un champ dont maps_to le dit" },
	{ "forms/projet.json", "\"maps_to\": \"cost\"",
	    "\"maps_to\": \"start\"",
	    "forms/projet.json: steps[2].blocks[0].fields[0].maps_to", "trouvé "
	    "« start » sur un champ de type money ; permis : date" },
	{ "forms/projet.json", "\"at_most\": {\"field\": \"cout\"}",
	    "\"at_most\": {\"field\": \"fin\"}",
	    "forms/projet.json: steps[2].blocks[0].fields[1].at_most.field",
	    "trouvé « fin » ; permis : un champ placé avant, de type money" },
	{ "forms/projet.json", "\"costs\": \"cout\"", "\"costs\": \"titre\"",
	    "forms/projet.json: steps[2].blocks[1].fields[0].balance.costs",
	    "trouvé « titre » ; permis : la clé d’un champ de type money" },
	{ "forms/projet.json", "\"equals\": \"association\"",
	    "\"equals\": \"club\"",
	    "forms/projet.json: steps[0].blocks[0].fields[5].visible_if.equals",
	    "trouvé « club » ; permis : une option du champ « statut »" },
	{ "forms/projet.json", "\"equals\": \"association\"",
	    "\"same\": \"association\"",
	    "forms/projet.json: steps[0].blocks[0].fields[5].visible_if.same",
	    "nom inconnu ; permis : field, equals, not_equals, one_of, answered"
	    },
	{ "forms/projet.json",
	    "{\"field\": \"statut\", \"equals\": \"association\"}",
	    "{\"field\": \"titre\", \"equals\": \"association\"}",
	    "forms/projet.json: steps[0].blocks[0].fields[5].visible_if",
	    "« titre » ne vient pas avant : une règle ne regarde que les "
	    "questions placées avant elle" },
	{ "forms/projet.json",
	    "{\"field\": \"statut\", \"equals\": \"association\"}",
	    "{\"field\": \"engagement-republicain\", \"equals\": true}",
	    "forms/projet.json: steps[0].blocks[0].fields[5].visible_if",
	    "ces questions dépendent les unes des autres en cercle : "
	    "engagement-republicain → engagement-republicain" },
	{ "forms/quartiers-2027.json", "\"key\": \"visite\"",
	    "\"key\": \"titre\"",
	    "forms/quartiers-2027.json: titre", "trouvé le type yes_no ; permis : "
	    "text, comme dans forms/projet.json (une clé est une seule réponse)"
	    },
	/* grids and calls */
	{ "grids/opportunite.json", "\"weight\": 30", "\"weight\": 31",
	    "grids/opportunite.json: criteria", "la somme des poids est 101 ; "
	    "permis : 100" },
	{ "grids/opportunite.json", "\"value\": 3, \"label\"",
	    "\"value\": 7, \"label\"",
	    "grids/opportunite.json: scale[2].value", "trouvé 5 ; permis : plus "
	    "que la valeur précédente" },
	{ "grids/opportunite.json", "\"value\": 3, \"label\"",
	    "\"value\": 4, \"label\"",
	    "grids/opportunite.json: criteria[0].levels", "les niveaux ne sont "
	    "pas ceux de l’échelle ; permis : chaque valeur de scale, dans "
	    "l’ordre" },
	{ "calls/quartiers-en-transition-2027.json",
	    "\"closes\": {\"day\": 128}", "\"closes\": {\"day\": -71}",
	    "calls/quartiers-en-transition-2027.json: closes", "trouvé un jour "
	    "avant opens ; permis : le même jour, ou plus tard" },
	{ "calls/quartiers-en-transition-2027.json",
	    "\"closes\": {\"day\": 128}", "\"closes\": \"2027-02-30\"",
	    "calls/quartiers-en-transition-2027.json: closes", "trouvé "
	    "« 2027-02-30 » ; permis : une date qui existe (AAAA-MM-JJ), ou "
	    "{\"day\": n}" },
	{ "calls/quartiers-en-transition-2027.json",
	    "\"kind\": \"proposition\"", "\"kind\": \"decision\"",
	    "calls/quartiers-en-transition-2027.json: stages[0].kind", "trouvé "
	    "« decision » ; permis : proposition, pour la première étape" },
	{ "calls/quartiers-en-transition-2027.json",
	    "\"supplement\": \"quartiers-2027\"", "\"supplement\": \"projet\"",
	    "calls/quartiers-en-transition-2027.json: supplement", "trouvé "
	    "« projet » ; permis : un fichier de forms/ dont kind est supplement"
	    },
	{ "calls/quartiers-en-transition-2027.json", "\"faisabilite\"]",
	    "\"opportunite\"]",
	    "calls/quartiers-en-transition-2027.json: stages[2].grids[1]",
	    "le critère « retour » est aussi dans grids/opportunite.json ; "
	    "permis : une clé par étape" },
	{ "calls/quartiers-en-transition-2027.json", "\"evaluator\"",
	    "\"jury\"",
	    "calls/quartiers-en-transition-2027.json: stages[2].reviewers",
	    "trouvé « jury » ; permis : un rôle intégré, ou une clé de "
	    "platform.json, roles" },
	{ "calls/quartiers-en-transition-2027.json", "\"themes\": \"all\"",
	    "\"themes\": [\"eau\"]",
	    "calls/quartiers-en-transition-2027.json: themes[0]", "trouvé « eau »"
	    " ; permis : une clé de platform.json, themes" },
	{ "calls/quartiers-en-transition-2027.json",
	    "\"siret\": \"24974010100012\"", "\"siret\": \"24974010100013\"",
	    "calls/quartiers-en-transition-2027.json: funder.siret", "trouvé "
	    "« 24974010100013 » ; permis : 14 chiffres dont la clé est juste" },
	{ "calls/quartiers-en-transition-2027.json", "vivant\"", "vivant.\"",
	    "calls/quartiers-en-transition-2027.json: promise", "trouvé un point "
	    "final ; permis : une phrase sans point" },
	{ "indicators.json", "\"roll_up\": \"sum\"", "\"roll_up\": \"total\"",
	    "indicators.json: indicators[0].roll_up", "trouvé « total » ; permis "
	    ": sum, mean, last, none" },
	/* imports */
	{ "imports/fonds-vert.json", "\"insee\"", "\"postal\"",
	    "imports/fonds-vert.json: fields[1].convert[0]", "trouvé « postal » ;"
	    " permis : trim, spaces, lower, money_fr, insee, departement, siren, "
	    "siret, date, integer, degrees" },
	{ "imports/fonds-vert.json", "\"delimiter\": \";\"",
	    "\"delimiter\": \"tab\"",
	    "imports/fonds-vert.json: file.delimiter", "trouvé « tab » ; permis :"
	    " un seul signe" },
	{ "imports/fonds-vert.json", "\"to\": \"title\"", "\"to\": \"summary\"",
	    "imports/fonds-vert.json: fields", "rien ne donne « title » ; permis "
	    ": un élément dont to le dit" },
	{ "imports/fonds-vert.json", "\"sites-pollues-friches\"", "\"friches\"",
	    "imports/fonds-vert.json: fields[7].lookup.Recyclage foncier",
	    "trouvé « friches » ; permis : une clé de platform.json, themes" },
	/* demonstration */
	{ "demo/organisations.json", "24974010100012", "24974010100019",
	    "demo/organisations.json: organisations[0].siret", "trouvé "
	    "« 24974010100019 » ; permis : 14 chiffres dont la clé est juste" },
	{ "demo/people.json", "\"role\": \"agent\"", "\"role\": \"chef\"",
	    "demo/people.json: people[1].roles[0].role", "trouvé « chef » ; "
	    "permis : un rôle intégré, ou une clé de platform.json, roles" },
	{ "demo/projects/01-composter-ensemble-a-piton-saint-leu.json",
	    "\"amount_cents\": 1480000", "\"amount_cents\": 1480001",
	    "demo/projects/01-composter-ensemble-a-piton-saint-leu.json: plan",
	    "dépenses 5200001, ressources 5200000, coût 5200000 ; permis : trois "
	    "fois le même nombre de centimes" },
	{ "demo/projects/01-composter-ensemble-a-piton-saint-leu.json",
	    "\"do\": \"take\"", "\"do\": \"steal\"",
	    "demo/projects/01-composter-ensemble-a-piton-saint-leu.json: "
	    "story[5].do", "trouvé « steal » ; permis : create, publish, submit, "
	    "take, message, request_correction, complete, conflict, ask_opinion, "
	    "opinion, conclude, review, decide, withdraw, promise, grant, pay, state, "
	    "measure, validate, contribute, offer, answer_offer, describe, "
	    "support, mark" },
	{ "demo/projects/01-composter-ensemble-a-piton-saint-leu.json",
	    "\"priorite-politique\": 5", "\"priorite-politique\": 4",
	    "demo/projects/01-composter-ensemble-a-piton-saint-leu.json: "
	    "story[7].scores.priorite-politique", "trouvé 4 ; permis : un critère "
	    "des grilles de l’appel, et l’un de ses niveaux" },
};

static void
each_mistake_gives_its_sentence(void **state)
{
	struct test_state *t = *state;
	size_t i, silent = 0;

	for (i = 0; i < sizeof(mistakes) / sizeof(mistakes[0]); i++) {
		struct problems why = PROBLEMS_INIT(t->mem);
		const char *dir = copy(t);
		struct preset *p;

		spoil(t, dir, mistakes[i].file, mistakes[i].from,
		    mistakes[i].to);
		assert_int_equal(preset_read(&p, t->mem, dir, true, &why),
		    RC_INVALID);
		silent += !is_said(&why, mistakes[i].where, mistakes[i].text);
		preset_free(p);
	}
	assert_int_equal(silent, 0);
}

static void
all_mistakes_are_listed_not_only_the_first(void **state)
{
	struct test_state *t = *state;
	struct problems why = PROBLEMS_INIT(t->mem);
	const char *dir = copy(t);
	struct preset *p;

	spoil(t, dir, "platform.json", "\"language\": \"fr\"",
	    "\"language\": 7");
	spoil(t, dir, "grids/faisabilite.json", "\"weight\": 25",
	    "\"weight\": 20");
	spoil(t, dir, "indicators.json", "\"unit\"", "\"units\"");
	assert_int_equal(preset_read(&p, t->mem, dir, false, &why), RC_INVALID);
	assert_int_equal(why.count, 4);
	assert_said(&why, "platform.json: language",
	    "trouvé 7 ; permis : fr, en");
	assert_said(&why, "grids/faisabilite.json: criteria",
	    "la somme des poids est 95 ; permis : 100");
	assert_said(&why, "indicators.json: indicators[0].unit",
	    "absent ; attendu : un texte");
	preset_free(p);
}

static void
a_file_that_nothing_reads_is_a_mistake(void **state)
{
	struct test_state *t = *state;
	struct problems why = PROBLEMS_INIT(t->mem);
	const char *dir = copy(t);
	struct preset *p;

	assert_int_equal(system(mem_printf(t->mem, "mv '%s/grids' '%s/grid'",
	    dir, dir)), 0);
	assert_int_equal(preset_read(&p, t->mem, dir, false, &why), RC_INVALID);
	assert_said(&why, "grid", "nom inattendu ; permis : platform.json, "
	    "indicators.json, forms, grids, calls, imports, lists, "
	    "models, texts, demo, README.md, logo.svg");
	preset_free(p);
}

/* --- colours ------------------------------------------------------------------ */

static struct colour
colour(const char *text)
{
	struct colour c;

	assert_true(colour_parse(&c, text));
	return c;
}

static void
contrast_is_that_of_wcag(void **state)
{
	(void)state;
	assert_int_equal(colour_contrast(colour("#000000"), colour("#ffffff")),
	    2100);
	assert_int_equal(colour_contrast(colour("#ffffff"), colour("#ffffff")),
	    100);
	/* The greys on either side of the limit: 4.48 and 4.54. */
	assert_int_equal(colour_contrast(colour("#777777"), colour("#ffffff")),
	    447);
	assert_int_equal(colour_contrast(colour("#767676"), colour("#ffffff")),
	    454);
}

static void
the_nearest_colour_keeps_its_hue_and_passes(void **state)
{
	struct colour paper = colour("#fbf8f2"), c;
	bool found;

	(void)state;
	c = colour_nearest(colour("#3fae74"), &paper, 1, 450, &found);
	assert_true(found);
	assert_true(colour_contrast(c, paper) >= 450);
	assert_true(c.g > c.b && c.b > c.r);
}

static void
the_stylesheet_is_light_and_dark_with_enough_contrast(void **state)
{
	struct test_state *t = *state;
	static const char json[] = "{\"identity\": {\"colours\": {\"accent\": "
	    "\"#1f5c3d\", \"accent_wash\": \"#e6efe6\", \"paper\": \"#fbf8f2\", "
	    "\"mark\": \"#6b4a2f\"}}, \"themes\": [{\"palette\": 3, \"colour\": "
	    "\"#1f5f8b\"}, {\"palette\": 4}]}";
	struct json_object *platform = json_tokener_parse(json);
	const char *css = theme_css(t->mem, platform);

	assert_string_equal(css,
	    ":root {\n"
	    "\t--accent: #1f5c3d;\n\t--on-accent: #ffffff;\n"
	    "\t--accent-wash: #e6efe6;\n\t--paper: #fbf8f2;\n"
	    "\t--card: #fdfcf9;\n\t--mark: #6b4a2f;\n"
	    "}\n"
	    "@media screen and (prefers-color-scheme: dark) {\n"
	    "\t:root {\n"
	    "\t\t--accent: #86caa8;\n\t\t--on-accent: #0d2117;\n"
	    "\t\t--accent-wash: #20342a;\n\t\t--paper: #171513;\n"
	    "\t\t--card: #201e1a;\n\t\t--mark: #89603d;\n"
	    "\t}\n}\n"
	    ".look-3 { --look: #1f5f8b; --look-top: #66a2cc; }\n");
	assert_true(colour_contrast(colour("#86caa8"), colour("#201e1a")) >=
	    450);
	assert_true(colour_contrast(colour("#86caa8"), colour("#20342a")) >=
	    450);
	json_object_put(platform);
}

/* --- loading ------------------------------------------------------------------ */

/* As somebody with the file in their hands would. */
static void
sql(struct test_state *t, const char *text)
{
	assert_int_equal(system(mem_printf(t->mem, "sqlite3 -bail "
	    "'%s/terreau.db' \"PRAGMA foreign_keys = ON; %s\"", t->dir, text)),
	    0);
}

/* The first column of the first row, as text. */
static const char *
asked(struct test_state *t, const char *text)
{
	char *answer;

	assert_int_equal(system(mem_printf(t->mem, "cd '%s' && sqlite3 "
	    "terreau.db \"%s\" >answer", t->dir, text)), 0);
	assert_int_equal(file_read(&answer, NULL, t->mem, mem_printf(t->mem,
	    "%s/answer", t->dir), 4096), RC_OK);
	answer[strcspn(answer, "\n")] = '\0';
	return answer;
}

static enum rc
load(struct test_state *t, const char *dir, int64_t now, struct problems *why,
    struct preset_report *report)
{
	struct preset *p;
	enum rc rc = preset_read(&p, t->mem, dir, false, why);

	if (rc == RC_OK)
		rc = preset_load(t->db, t->mem, p, now, why, report);
	preset_free(p);
	return rc;
}

static int
setup_load(void **state)
{
	struct test_state *t;

	setup(state);
	t = *state;
	sql(t, "INSERT INTO territory (id, kind, code, name, folded, siren) "
	    "VALUES (1, 'epci', '249740101', 'TCO', 'tco', '249740101'); "
	    "INSERT INTO territory_within VALUES (1, 1, 0);");
	return 0;
}

static void
an_unknown_territory_is_refused_and_nothing_is_written(void **state)
{
	struct test_state *t = *state;
	struct problems why = PROBLEMS_INIT(t->mem);
	struct preset_report report;

	assert_int_equal(load(t, shipped(t->mem), TEST_NOW, &why, &report),
	    RC_INVALID);
	assert_said(&why, "platform.json: territory", "trouvé « 249740101 », que "
	    "cette installation ne connaît pas ; permis : le code d’un territoire "
	    "chargé (terreau territory load)");
	assert_string_equal(asked(t, "SELECT count(*) FROM platform"), "0");
}

static void
a_preset_is_loaded_whole(void **state)
{
	struct test_state *t = *state;
	struct problems why = PROBLEMS_INIT(t->mem);
	struct preset_report r;

	assert_int_equal(load(t, shipped(t->mem), TEST_NOW, &why, &r), RC_OK);
	assert_true(r.platform_new);
	assert_int_equal(r.themes, 8);
	assert_int_equal(r.pages, 5);
	assert_int_equal(r.roles, 2);
	assert_int_equal(r.forms, 2);
	assert_int_equal(r.calls, 2);
	assert_string_equal(asked(t, "SELECT name || ', ' || time_zone || ', ' "
	    "|| territory_id FROM platform"),
	    "Transition Ouest, Indian/Reunion, 1");
	assert_string_equal(asked(t, "SELECT group_concat(key, ' ') FROM (SELECT "
	    "key FROM stage JOIN call ON call.id = call_id WHERE slug = "
	    "'quartiers-en-transition-2027' ORDER BY position)"),
	    "depot eligibilite priorisation fiche-action");
	assert_string_equal(asked(t, "SELECT group_concat(weight, ' ') FROM "
	    "(SELECT c.weight FROM criterion AS c JOIN stage AS s ON s.id = "
	    "c.stage_id JOIN call ON call.id = call_id WHERE slug = "
	    "'quartiers-en-transition-2027' ORDER BY c.position)"),
	    "0 25 20 30 25 0 25 25 25 25");
	assert_string_equal(asked(t, "SELECT rights FROM role WHERE key = "
	    "'controleur-financier'"), "queue application_read funding_edit");
}

/* 70 days before 23 November 2026 is 14 September, midnight at +04:00. */
static void
relative_days_count_from_the_first_load_and_stay(void **state)
{
	struct test_state *t = *state;
	struct problems why = PROBLEMS_INIT(t->mem);
	struct preset_report r;
	static const char opens[] = "SELECT datetime(opens_at, 'unixepoch') || "
	    "' ' || datetime(closes_at, 'unixepoch') FROM call WHERE slug = "
	    "'quartiers-en-transition-2027'";

	assert_int_equal(load(t, shipped(t->mem), TEST_NOW, &why, &r), RC_OK);
	assert_string_equal(asked(t, opens),
	    "2026-09-13 20:00:00 2027-03-31 19:59:59");
	assert_int_equal(load(t, shipped(t->mem), TEST_NOW + 90 * 86400, &why,
	    &r), RC_OK);
	assert_false(r.platform_new);
	assert_string_equal(asked(t, opens),
	    "2026-09-13 20:00:00 2027-03-31 19:59:59");
}

static void
a_platform_has_its_own_navigation_foot_and_words(void **state)
{
	struct test_state *t = *state;
	struct problems why = PROBLEMS_INIT(t->mem);
	const struct platform_frame *frame;
	const char *dir = copy(t);
	struct preset_report r;
	struct platform *p;

	assert_int_equal(load(t, dir, TEST_NOW, &why, &r), RC_OK);
	assert_int_equal(platform_load(&p, t->db, t->mem, "cte"), RC_OK);
	frame = platform_frame(p);
	assert_int_equal(frame->nav_count, 6);
	assert_string_equal(frame->nav[1].label, "Appels");
	assert_int_equal(frame->foot_count, 5);
	assert_string_equal(frame->foot[1].page, "accessibilite");
	assert_string_equal(frame->foot[1].label,
	    "Accessibilité\u00a0: non conforme");
	assert_string_equal(platform_word(p, "call", true, "fr"),
	    "appels à projets");
	assert_null(platform_word(p, "call", true, "en"));
	assert_null(platform_word(p, "territory", false, "fr"));
	/* Another version of the preset is another frame. */
	spoil(t, dir, "platform.json", "appels à projets", "appels à idées");
	assert_int_equal(load(t, dir, TEST_NOW, &why, &r), RC_OK);
	assert_int_equal(platform_load(&p, t->db, t->mem, "cte"), RC_OK);
	assert_string_equal(platform_word(p, "call", true, "fr"),
	    "appels à idées");
}

static void
loading_twice_changes_nothing(void **state)
{
	struct test_state *t = *state;
	struct problems why = PROBLEMS_INIT(t->mem);
	struct preset_report r;
	const char *dump = mem_printf(t->mem, "sqlite3 '%s/terreau.db' .dump "
	    ">'%s/", t->dir, t->dir);

	assert_int_equal(load(t, shipped(t->mem), TEST_NOW, &why, &r), RC_OK);
	assert_int_equal(system(mem_printf(t->mem, "%sone'", dump)), 0);
	assert_int_equal(load(t, shipped(t->mem), TEST_NOW, &why, &r), RC_OK);
	assert_int_equal(system(mem_printf(t->mem, "%stwo'", dump)), 0);
	assert_int_equal(system(mem_printf(t->mem, "cmp '%s/one' '%s/two'",
	    t->dir, t->dir)), 0);
}

static void
a_published_revision_never_changes(void **state)
{
	struct test_state *t = *state;
	struct problems why = PROBLEMS_INIT(t->mem);
	struct preset_report r;
	const char *dir = copy(t);

	assert_int_equal(load(t, dir, TEST_NOW, &why, &r), RC_OK);
	spoil(t, dir, "forms/projet.json", "Votre dossier unique",
	    "Votre dossier");
	assert_int_equal(load(t, dir, TEST_NOW, &why, &r), RC_INVALID);
	assert_said(&why, "forms/projet.json: revision", "trouvé 1, déjà publiée "
	    "avec un autre contenu ; permis : 2, une révision publiée ne change "
	    "plus");
	why = (struct problems)PROBLEMS_INIT(t->mem);
	spoil(t, dir, "forms/projet.json", "\"revision\": 1",
	    "\"revision\": 2");
	assert_int_equal(load(t, dir, TEST_NOW, &why, &r), RC_OK);
	assert_string_equal(asked(t, "SELECT group_concat(number) FROM "
	    "form_revision JOIN form ON form.id = form_id WHERE key = 'projet'"),
	    "1,2");
	/* Nor does the type of an answer, in a new revision. */
	spoil(t, dir, "forms/projet.json", "\"type\": \"url\"",
	    "\"type\": \"text\"");
	spoil(t, dir, "forms/projet.json", "\"revision\": 2",
	    "\"revision\": 3");
	assert_int_equal(load(t, dir, TEST_NOW, &why, &r), RC_INVALID);
	assert_said(&why, "forms/projet.json: site", "trouvé le type text ; "
	    "permis : url, comme dans le formulaire publié « Votre dossier » "
	    "(une clé est une seule réponse)");
}

static void
a_scored_grid_keeps_its_weights(void **state)
{
	struct test_state *t = *state;
	struct problems why = PROBLEMS_INIT(t->mem);
	struct preset_report r;
	const char *dir = copy(t);

	assert_int_equal(load(t, dir, TEST_NOW, &why, &r), RC_OK);
	spoil(t, dir, "grids/faisabilite.json", "\"weight\": 25",
	    "\"weight\": 20");
	spoil(t, dir, "grids/faisabilite.json", "\"weight\": 25",
	    "\"weight\": 30");
	assert_int_equal(load(t, dir, TEST_NOW, &why, &r), RC_OK);
	sql(t, "INSERT INTO person (id, email, name, created_at) VALUES (1, "
	    "'a@b.example', 'A', 0); INSERT INTO element (id, uuid, platform_id, "
	    "kind, slug, title, created_at, updated_at) VALUES (1, 'u', 1, "
	    "'project', 'x', 'X', 0, 0); INSERT INTO dossier (id, element_id, "
	    "platform_id, created_at, updated_at) VALUES (1, 1, 1, 0, 0); "
	    "INSERT INTO application (id, number, dossier_id, call_id, "
	    "platform_id, state, tray, created_at, waiting_since, title, folded, "
	    "holder_name) SELECT 1, 'N', 1, call_id, 1, 'under_review', "
	    "'committee', 0, 0, 'X', 'x', 'A' FROM stage WHERE id = 3; "
	    "INSERT INTO review (application_id, stage_id, reviewer_id, saved_at)"
	    " VALUES (1, 3, 1, 0);");
	assert_int_equal(load(t, dir, TEST_NOW, &why, &r), RC_OK);
	spoil(t, dir, "grids/faisabilite.json", "\"weight\": 20",
	    "\"weight\": 25");
	spoil(t, dir, "grids/faisabilite.json", "\"weight\": 30",
	    "\"weight\": 25");
	assert_int_equal(load(t, dir, TEST_NOW, &why, &r), RC_INVALID);
	assert_said(&why,
	    "calls/quartiers-en-transition-2025.json: stages[2].grids", "des "
	    "évaluations existent déjà ; permis : les mêmes critères, poids et "
	    "niveaux (les textes peuvent changer)");
}

#define CHECKS(test)							\
	cmocka_unit_test_setup_teardown(test, setup, teardown)
#define LOADS(test)							\
	cmocka_unit_test_setup_teardown(test, setup_load, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CHECKS(the_shipped_preset_has_no_problem),
		CHECKS(a_folder_without_platform_is_not_found),
		CHECKS(each_mistake_gives_its_sentence),
		CHECKS(all_mistakes_are_listed_not_only_the_first),
		CHECKS(a_file_that_nothing_reads_is_a_mistake),
		CHECKS(contrast_is_that_of_wcag),
		CHECKS(the_nearest_colour_keeps_its_hue_and_passes),
		CHECKS(
		    the_stylesheet_is_light_and_dark_with_enough_contrast),
		CHECKS(
		    an_unknown_territory_is_refused_and_nothing_is_written),
		LOADS(a_preset_is_loaded_whole),
		LOADS(relative_days_count_from_the_first_load_and_stay),
		LOADS(a_platform_has_its_own_navigation_foot_and_words),
		LOADS(loading_twice_changes_nothing),
		LOADS(a_published_revision_never_changes),
		LOADS(a_scored_grid_keeps_its_weights),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
