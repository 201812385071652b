/*
 * Rules of forms: each comparison on each kind of question with its three
 * values, what requires and forbids, rules said beside fields, ineligibility,
 * calculated fields; and every fault of a definition at its path.
 */
#include "config.h"

#include "tests/unit/rules.h"

#include "tests/unit/world.h"

#include "domain/form_rule.h"

static struct test_state t;
static struct answers a;

static int
setup(void **state)
{
	(void)state;
	world_make(&t);
	answers_init(&a, t.db, t.mem, rules_form(t.mem, RULES_FORM("", "")),
	    world_platform());
	answers_at(&a, TEST_NOW);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	test_state_free(&t);
	return 0;
}

/* The condition, or NULL with what is wrong in *why. */
static struct condition *
read_condition(const char *text, const char **why)
{
	struct problems found = PROBLEMS_INIT(t.mem);
	struct rule_scope scope = { .mem = t.mem, .form = a.form,
	    .before = a.form->field_count, .call = true, .why = &found };
	struct json_object *o = rules_json(text);
	struct condition *c = condition_read(&scope, "x", o);

	json_object_put(o);
	*why = found.first == NULL ? "" : mem_printf(t.mem, "%s: %s",
	    found.first->where, plain(t.mem, found.first->text));
	return c;
}

static const char *
verdict(const char *key, const char *comparison)
{
	static const char *const names[] = { [VERDICT_NO] = "no",
	    [VERDICT_YES] = "yes", [VERDICT_OPEN] = "open" };
	const char *why;
	struct condition *c = read_condition(mem_printf(t.mem,
	    "{\"%s\":\"%s\",%s}", *key == '#' ? "count" : "field",
	    key + (*key == '#'), comparison), &why);

	return c == NULL ? why : names[condition_judge(c, &a)];
}

#define is(key, comparison, said) \
	assert_string_equal(verdict(key, comparison), said)

/* What each comparison says of an answer: lower, equal, higher, none. */
static const struct {
	const char	*key, *comparison;
	const char	*answers[3];	/* stored */
	const char	*said[3];
} each[] = {
#define NUMBERS(key, op, x, y, z, a0, a1, a2)				\
	{ key, op, { x, y, z }, { a0, a1, a2 } }
#define ORDERED(key, at, x, y, z)					\
	NUMBERS(key, "\"equals\":" at, x, y, z, "no", "yes", "no"),	\
	NUMBERS(key, "\"not_equals\":" at, x, y, z, "yes", "no", "yes"), \
	NUMBERS(key, "\"one_of\":[" at ",1]", x, y, z, "no", "yes", "no"), \
	NUMBERS(key, "\"less\":" at, x, y, z, "yes", "no", "no"),	\
	NUMBERS(key, "\"at_most\":" at, x, y, z, "yes", "yes", "no"),	\
	NUMBERS(key, "\"more\":" at, x, y, z, "no", "no", "yes"),	\
	NUMBERS(key, "\"at_least\":" at, x, y, z, "no", "yes", "yes")
	ORDERED("n", "12", "11", "12", "13"),
	ORDERED("cout", "300000", "299999", "300000", "300001"),
	ORDERED("taux", "8000", "7999", "8000", "8001"),
	ORDERED("surface", "2.5", "\"2.499\"", "\"2.5\"", "\"2.501\""),
#define DAYS	"\"2026-11-22\"", "\"2026-11-23\"", "\"2026-11-24\""
	{ "debut", "\"before\":\"2026-11-23\"", { DAYS },
	    { "yes", "no", "no" } },
	{ "debut", "\"after\":\"2026-11-23\"", { DAYS },
	    { "no", "no", "yes" } },
	{ "debut", "\"equals\":\"2026-11-23\"", { DAYS },
	    { "no", "yes", "no" } },
	{ "debut", "\"not_equals\":\"2026-11-23\"", { DAYS },
	    { "yes", "no", "yes" } },
	{ "debut", "\"at_least\":\"today\"", { DAYS },
	    { "no", "yes", "yes" } },
	{ "debut", "\"at_most\":\"today\"", { DAYS },
	    { "yes", "yes", "no" } },
	{ "debut", "\"after\":{\"today\":-1}", { DAYS },
	    { "no", "yes", "yes" } },
	{ "debut", "\"before\":{\"call\":\"closes\",\"days\":1}", { DAYS },
	    { "yes", "yes", "no" } },
	{ "debut", "\"after\":{\"call\":\"opens\"}", { DAYS },
	    { "no", "yes", "yes" } },
	/* A moment is compared by its day on the platform's clock: 22:00 UTC of
	 * the 22nd is the 23rd. */
	{ "quand", "\"equals\":\"2026-11-23\"",
	    { "\"2026-11-22T19:00:00Z\"", "\"2026-11-22T22:00:00Z\"",
	    "\"2026-11-23T22:00:00Z\"" }, { "no", "yes", "no" } },
	{ "oui", "\"equals\":true", { "true", "false", "true" },
	    { "yes", "no", "yes" } },
	{ "oui", "\"not_equals\":true", { "true", "false", "true" },
	    { "no", "yes", "no" } },
	{ "titre", "\"equals\":\"Éveil\"",
	    { "\"Éveil\"", "\"éveil\"", "\"x\"" }, { "yes", "no", "no" } },
	{ "titre", "\"not_equals\":\"Éveil\"",
	    { "\"Éveil\"", "\"éveil\"", "\"x\"" }, { "no", "yes", "yes" } },
	{ "titre", "\"one_of\":[\"x\",\"y\"]",
	    { "\"x\"", "\"y\"", "\"z\"" }, { "yes", "yes", "no" } },
	/* Whatever the accents and capitals. */
	{ "titre", "\"contains\":\"ecole\"",
	    { "\"L’École du Port\"", "\"ECOLE\"", "\"Collège\"" },
	    { "yes", "yes", "no" } },
	{ "statut", "\"equals\":\"asso\"",
	    { "\"asso\"", "\"commune\"", "\"asso\"" },
	    { "yes", "no", "yes" } },
	{ "statut", "\"not_equals\":\"asso\"",
	    { "\"asso\"", "\"commune\"", "\"asso\"" },
	    { "no", "yes", "no" } },
	{ "statut", "\"one_of\":[\"asso\",\"commune\"]",
	    { "\"asso\"", "\"commune\"", "\"x\"" },
	    { "yes", "yes", "no" } },
	{ "publics", "\"contains\":\"aines\"",
	    { "[\"aines\",\"tous\"]", "[\"tous\"]", "[\"jeunes\"]" },
	    { "yes", "no", "no" } },
	{ "publics", "\"one_of\":[\"aines\",\"jeunes\"]",
	    { "[\"aines\",\"tous\"]", "[\"tous\"]", "[\"jeunes\"]" },
	    { "yes", "no", "yes" } },
	{ "#publics", "\"at_least\":2",
	    { "[\"aines\",\"tous\"]", "[\"tous\"]", "[\"jeunes\"]" },
	    { "yes", "no", "no" } },
	{ "#etapes", "\"equals\":1",
	    { "[{\"date\":\"2027-01-01\",\"label\":\"x\"}]", "[]",
	    "[{\"date\":\"2027-01-01\",\"label\":\"x\"},"
	    "{\"date\":\"2027-01-01\",\"label\":\"x\"}]" },
	    { "yes", "no", "no" } },
	{ "#plan", "\"more\":1",
	    { "{\"costs\":[],\"sources\":[]}",
	    "{\"costs\":[{\"amount_cents\":1,\"label\":\"a\"}],"
	    "\"sources\":[]}",
	    "{\"costs\":[{\"amount_cents\":1,\"label\":\"a\"}],"
	    "\"sources\":[{\"asked_cents\":1,\"funder\":\"x\","
	    "\"kind\":\"public\"}]}" }, { "no", "no", "yes" } },
	{ "lieu", "\"equals\":\"97413\"",
	    { "\"97413\"", "\"97407\"", "\"97411\"" }, { "yes", "no", "no" } },
	{ "lieu", "\"within\":\"249740101\"",
	    { "\"97413\"", "\"97407\"", "\"97411\"" }, { "yes", "yes", "no" } },
	{ "lieu", "\"within\":\"platform\"",
	    { "\"97413\"", "\"97407\"", "\"97411\"" }, { "yes", "yes", "no" } },
	{ "lieu", "\"within\":[\"97407\",\"97411\"]",
	    { "\"97413\"", "\"97407\"", "\"97411\"" }, { "no", "yes", "yes" } },
	/* Unknown places are inside nothing. */
	{ "lieu", "\"within\":\"12345\"",
	    { "\"97413\"", "\"97407\"", "\"00000\"" }, { "no", "no", "no" } },
};

static void
each_comparison_has_its_three_values(void **state)
{
	(void)state;
	a.call_opens_at = TEST_NOW - 86400;
	a.call_closes_at = TEST_NOW;
	for (size_t i = 0; i < sizeof(each) / sizeof(each[0]); i++) {
		const char *key = each[i].key + (*each[i].key == '#');

		rules_give(&a, key, NULL);
		is(each[i].key, each[i].comparison, "open");
		for (int n = 0; n < 3; n++) {
			rules_give(&a, key, each[i].answers[n]);
			if (strcmp(verdict(each[i].key, each[i].comparison),
			    each[i].said[n]) != 0)
				fail_msg("%s %s of %s: %s", each[i].key,
				    each[i].comparison, each[i].answers[n],
				    verdict(each[i].key, each[i].comparison));
		}
		/* A question that is not asked: no; for rules: not known. */
		a.of[form_field(a.form, key)->index].asked = ASKED_NO;
		is(each[i].key, each[i].comparison, "no");
		a.of[form_field(a.form, key)->index].asked = ASKED_YES;
		rules_give(&a, key, NULL);
	}
}

static void
anything_may_be_answered_or_not(void **state)
{
	static const char *const json[] = { "\"x\"", "1", "1", "1", "1",
	    "\"1\"",
	    "\"2027-01-01\"", "\"2027-01-01\"", "true", "\"asso\"",
	    "[\"tous\"]", "\"97413\"", "{\"costs\":[],\"sources\":[]}", "[]",
	    NULL, "{\"siret\":\"24974010100012\"}",
	    "\"2026-11-23T10:00:00Z\"",
	    "{\"from\":\"2027-01-01\",\"to\":\"2027-02-01\"}",
	    "[{\"nom\":\"x\"}]" };

	(void)state;
	for (size_t i = 0; i < a.form->field_count; i++) {
		const char *key = a.form->fields[i].key;

		is(key, "\"answered\":true", "no");
		is(key, "\"answered\":false", "yes");
		if (json[i] == NULL)
			a.of[i].files = 1;
		else
			rules_give(&a, key, json[i]);
		is(key, "\"answered\":true", "yes");
		is(key, "\"answered\":false", "no");
	}
}

static void
today_is_not_known_without_a_clock(void **state)
{
	(void)state;
	rules_give(&a, "debut", "\"2026-11-23\"");
	is("debut", "\"before\":{\"call\":\"closes\"}", "open");
	answers_at(&a, 0);
	is("debut", "\"before\":\"today\"", "open");
	/* On the platform's clock: 23 November 20:30 UTC is the 24th. */
	answers_at(&a, TEST_NOW + 8 * 3600 + 1800);
	is("debut", "\"before\":\"today\"", "yes");
}

/* --- what does not hold --------------------------------------------------- */

static void
comparisons_that_mean_nothing_are_refused(void **state)
{
	static const struct { const char *text, *said; } bad[] = {
		{ "{\"field\":\"titre\",\"at_least\":3}",
		    "x.at_least: « titre » est un texte ; permis : equals, "
		    "not_equals, one_of, contains, answered" },
		{ "{\"field\":\"cout\",\"less\":\"3000\"}",
		    "x.less: trouvé « 3000 » ; permis : un nombre entier "
		    "(centimes, centièmes de pour cent)" },
		{ "{\"field\":\"debut\",\"before\":\"2027-02-31\"}",
		    "x.before: trouvé « 2027-02-31 » ; permis : « 2027-01-31 », "
		    "« today », {\"today\": jours}, {\"call\": \"opens\" ou "
		    "\"closes\", \"days\": jours}" },
		{ "{\"field\":\"lieu\",\"within\":3}",
		    "x.within: trouvé 3 ; permis : un texte" },
		{ "{\"field\":\"publics\",\"contains\":\"chats\"}",
		    "x.contains: trouvé « chats » ; permis : une option du "
		    "champ « publics »" },
		{ "{\"count\":\"cout\",\"less\":3}",
		    "x.count: « cout » est un montant ; permis : un champ qui a "
		    "plusieurs réponses" },
		{ "{\"field\":\"oui\",\"equals\":1}",
		    "x.equals: trouvé 1 ; permis : true, false" },
		{ "{\"field\":\"n\",\"less\":3,\"more\":1}",
		    "x: trouvé 2 comparaisons ; permis : une seule parmi "
		    "equals, not_equals, one_of, less, at_most, more, at_least, "
		    "answered" },
		{ "{\"formula\":\"cout * 2\"}",
		    "x.formula: c’est un montant ; attendu : une comparaison" },
		{ "{\"formula\":\"cout * titre > 1\"}",
		    "x.formula: caractère 6 : un montant et un texte ne vont pas "
		    "ensemble ici" },
		{ "{\"all\":[{\"field\":\"n\",\"less\":3},{\"any\":[]}]}",
		    "x.all[1].any: trouvé une liste de 0 ; permis : une liste" },
		{ "{\"not\":{\"field\":\"n\",\"less\":3},\"field\":\"n\"}",
		    "x: « not » est seul dans ses accolades" },
		{ "[]", "x: trouvé une liste de 0 ; permis : une condition, sur 8 niveaux au "
		    "plus" },
	};
	const char *why;

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		assert_null(read_condition(bad[i].text, &why));
		assert_string_equal(why, bad[i].said);
	}
}

/* Every problem of the rules of a definition, "path: text\n" each. */
static const char *
faults(const char *definition)
{
	struct problems why = PROBLEMS_INIT(t.mem);
	struct json_object *o = rules_json(definition);
	const struct problem *p;
	const char *all = "";

	form_rules_check(t.mem, o, &why);
	for (p = why.first; p != NULL; p = p->next)
		all = mem_printf(t.mem, "%s[%s] %s: %s\n", all,
		    form_path_key(o, p->where), p->where, plain(t.mem,
		    p->text));
	json_object_put(o);
	return all;
}

#define CALCULATED(key, as, formula)					\
	",{\"key\":\"" key "\",\"type\":\"calculated\",\"label\":\"X\","	\
	"\"as\":\"" as "\",\"formula\":\"" formula "\"}"
#define ASKED_IF(key, condition)					\
	",{\"key\":\"" key "\",\"type\":\"integer\",\"label\":\"X\","	\
	"\"visible_if\":" condition "}"

static void
circles_and_later_questions_are_told(void **state)
{
	(void)state;
	assert_string_equal(faults(RULES_FORM(
	    ASKED_IF("x", "{\"field\":\"y\",\"less\":1}")
	    ",{\"key\":\"y\",\"type\":\"integer\",\"label\":\"Y\"}", "")),
	    "[x] steps[0].blocks[0].fields[19].visible_if: « y » ne vient pas "
	    "avant : une règle ne regarde que les questions placées avant "
	    "elle\n");
	assert_string_equal(faults(RULES_FORM(
	    ASKED_IF("x", "{\"field\":\"x\",\"less\":1}"), "")),
	    "[x] steps[0].blocks[0].fields[19].visible_if: ces questions "
	    "dépendent les unes des autres en cercle : x → x\n");
	/* Through a calculated field. */
	assert_string_equal(faults(RULES_FORM(
	    ASKED_IF("x", "{\"formula\":\"total > 3\"}")
	    ASKED_IF("y", "{\"field\":\"x\",\"less\":1}")
	    CALCULATED("total", "integer", "y + 1"), "")),
	    "[x] steps[0].blocks[0].fields[19].visible_if: ces questions "
	    "dépendent les unes des autres en cercle : x → total → y → x\n");
	/* Inside items too: neighbours before, then what is before the block. */
#define INSIDE(formula) ",{\"key\":\"b\",\"type\":\"repeat\",\"label\":"	\
	"\"B\",\"fields\":[{\"key\":\"c\",\"type\":\"calculated\",\"label\":"	\
	"\"C\",\"as\":\"integer\",\"formula\":\"" formula "\"},{\"key\":\"d\","	\
	"\"type\":\"integer\",\"label\":\"D\"}]},{\"key\":\"z\",\"type\":"	\
	"\"integer\",\"label\":\"Z\"}"
	assert_string_equal(faults(RULES_FORM(INSIDE("n * 2"), "")), "");
	assert_string_equal(faults(RULES_FORM(INSIDE("d * 2"), "")),
	    "[b] steps[0].blocks[0].fields[19].fields[0].formula: caractère 1 : "
	    "« d » ne vient pas avant\n");
	assert_string_equal(faults(RULES_FORM(INSIDE("z * 2"), "")),
	    "[b] steps[0].blocks[0].fields[19].fields[0].formula: « z » ne "
	    "vient pas avant : une règle ne regarde que les questions placées "
	    "avant elle\n");
	assert_string_equal(faults(RULES_FORM(INSIDE("sum(b.d)"), "")),
	    "[b] steps[0].blocks[0].fields[19].fields[0].formula: ces "
	    "questions dépendent les unes des autres en cercle : b → b\n");
	assert_string_equal(faults(RULES_FORM(INSIDE("titre * 2"), "")),
	    "[b] steps[0].blocks[0].fields[19].fields[0].formula: caractère 7 "
	    ": un texte et un nombre ne vont pas ensemble ici\n");
	/* A rule may look anywhere. */
	assert_string_equal(faults(RULES_FORM("",
	    ",\"rules\":[{\"must\":{\"field\":\"porteur\",\"answered\":true},"
	    "\"message\":\"m\",\"at\":[\"titre\"]}]")), "");
}

static void
every_fault_of_a_definition_has_its_path(void **state)
{
	(void)state;
	assert_string_equal(faults(RULES_FORM(
	    CALCULATED("a", "money", "n * 2")
	    CALCULATED("b", "date", "n > 2")
	    CALCULATED("c", "integer", "titre + 1"),
	    ",\"rules\":[{\"must\":{\"field\":\"n\",\"before\":1},"
	    "\"message\":\"m\",\"at\":[\"loyer\"]},{\"must\":"
	    "{\"formula\":\"n > 1\"},\"message\":{},\"at\":[]}],"
	    "\"ineligible_if\":[{\"when\":{},\"message\":3}]")),
	    "[a] steps[0].blocks[0].fields[19].formula: la formule donne un "
	    "nombre ; attendu : un montant, puisque ce champ se montre comme "
	    "tel\n"
	    "[b] steps[0].blocks[0].fields[20].formula: la formule donne un oui "
	    "ou non ; attendu : une date, puisque ce champ se montre comme "
	    "tel\n"
	    "[c] steps[0].blocks[0].fields[21].formula: caractère 7 : un texte "
	    "et un nombre ne vont pas ensemble ici\n"
	    "[] rules[0].must.before: « n » est un nombre ; permis : equals, "
	    "not_equals, one_of, less, at_most, more, at_least, answered\n"
	    "[] rules[0].at[0]: trouvé « loyer » ; permis : la clé d’une "
	    "question\n"
	    "[] rules[1].message: trouvé un objet ; permis : un texte, ou un texte "
	    "par langue : {\"fr\": …, \"en\": …}\n"
	    "[] rules[1].at: trouvé une liste de 0 ; permis : une liste de clés de "
	    "questions\n"
	    "[] ineligible_if[0].when.field: trouvé null ; permis : la clé "
	    "d’un champ placé avant celui-ci\n"
	    "[] ineligible_if[0].message: trouvé 3 ; permis : un texte, ou un "
	    "texte par langue : {\"fr\": …, \"en\": …}\n");
}

/* --- fields, blocks, steps ------------------------------------------------ */

static const char two_steps[] =
    "{\"kind\":\"project\",\"steps\":[{\"key\":\"s\",\"label\":\"S\","
    "\"blocks\":[{\"key\":\"b\",\"label\":\"B\",\"fields\":["
    "{\"key\":\"n\",\"type\":\"integer\",\"label\":\"N\"},"
    "{\"key\":\"m\",\"type\":\"integer\",\"label\":\"M\","
    "\"required_if\":{\"field\":\"n\",\"more\":10},"
    "\"forbidden_if\":{\"field\":\"n\",\"less\":0}}]}]},"
    "{\"key\":\"t\",\"label\":\"T\","
    "\"visible_if\":{\"field\":\"n\",\"more\":1},"
    "\"required_if\":{\"field\":\"n\",\"more\":100},\"blocks\":["
    "{\"key\":\"c\",\"label\":\"C\","
    "\"visible_if\":{\"field\":\"n\",\"more\":2},"
    "\"forbidden_if\":{\"field\":\"n\",\"equals\":50},\"fields\":["
    "{\"key\":\"x\",\"type\":\"text\",\"label\":\"X\","
    "\"visible_if\":{\"field\":\"n\",\"more\":3}},"
    "{\"key\":\"y\",\"type\":\"text\",\"label\":\"Y\"}]}]}]}";

static const char *
state_of(int64_t n, const char *key)
{
	const struct answer *answer = answers_get(&a, key);

	rules_give(&a, "n", mem_printf(t.mem, "%lld", (long long)n));
	answers_judge(&a);
	return mem_printf(t.mem, "%s%s%s", answer->asked == ASKED_YES ? "asked"
	    : answer->asked == ASKED_NO ? "hidden" : "open",
	    answer->required ? " required" : "",
	    answer->forbidden ? " forbidden" : "");
}

static void
conditions_of_steps_and_blocks_reach_their_fields(void **state)
{
	(void)state;
	answers_init(&a, t.db, t.mem, rules_form(t.mem, two_steps),
	    world_platform());
	answers_judge(&a);
	assert_string_equal(state_of(5, "m"), "asked");
	assert_string_equal(state_of(11, "m"), "asked required");
	assert_string_equal(state_of(-1, "m"), "asked forbidden");
	assert_string_equal(state_of(1, "y"), "hidden");
	assert_string_equal(state_of(2, "y"), "hidden");
	assert_string_equal(state_of(3, "y"), "asked");
	assert_string_equal(state_of(3, "x"), "hidden");
	assert_string_equal(state_of(4, "x"), "asked");
	assert_string_equal(state_of(101, "x"), "asked required");
	assert_string_equal(state_of(50, "y"), "asked forbidden");
}

static const char *
error_of(const char *key)
{
	return plain(t.mem, answer_error(&a, answers_get(&a, key)));
}

static void
what_is_required_or_forbidden_is_said(void **state)
{
	(void)state;
	answers_init(&a, t.db, t.mem, rules_form(t.mem, two_steps),
	    world_platform());
	state_of(11, "m");
	assert_string_equal(plain(t.mem, answer_flaw(&a, answers_get(&a, "m"))),
	    "Cette réponse est demandée.");
	state_of(-1, "m");
	assert_null(answer_flaw(&a, answers_get(&a, "m")));
	rules_give(&a, "m", "4");
	state_of(-1, "m");
	assert_string_equal(error_of("m"),
	    "Laissez cette question sans réponse : vos autres réponses "
	    "l’excluent.");
	state_of(5, "m");
	assert_null(answer_error(&a, answers_get(&a, "m")));
}

/* --- rules, ineligibility, calculated ------------------------------------- */

#define RULES	",\"rules\":[{\"must\":{\"formula\":\"demande <= 80 % * cout\"}," \
	"\"message\":{\"fr\":\"Au plus 80 % du coût.\","		\
	"\"en\":\"At most 80 % of the cost.\"},\"at\":[\"cout\",\"demande\"]}]," \
	"\"ineligible_if\":[{\"when\":{\"not\":{\"field\":\"lieu\","	\
	"\"within\":\"platform\"}},\"message\":\"Hors du territoire.\"}," \
	"{\"when\":{\"field\":\"n\",\"less\":3},\"message\":\"Trop peu.\"," \
	"\"blocks\":false}]"

static void
a_broken_rule_is_said_beside_its_fields(void **state)
{
	(void)state;
	answers_init(&a, t.db, t.mem, rules_form(t.mem, RULES_FORM("", RULES)),
	    world_platform());
	answers_judge(&a);
	assert_null(answer_flaw(&a, answers_get(&a, "cout")));
	rules_give(&a, "cout", "100000");
	rules_give(&a, "demande", "80000");
	answers_judge(&a);
	assert_null(answer_flaw(&a, answers_get(&a, "cout")));
	rules_give(&a, "demande", "80001");
	answers_judge(&a);
	assert_string_equal(error_of("cout"),
	    "Au plus 80 % du coût.");
	assert_string_equal(error_of("demande"),
	    "Au plus 80 % du coût.");
	assert_null(answer_error(&a, answers_get(&a, "n")));
	lang_set("en");
	assert_string_equal(error_of("cout"),
	    "At most 80 % of the cost.");
	lang_set("fr");
}

static void
ineligibility_explains_itself(void **state)
{
	struct barrier *why;

	(void)state;
	answers_init(&a, t.db, t.mem, rules_form(t.mem, RULES_FORM("", RULES)),
	    world_platform());
	answers_judge(&a);
	assert_int_equal(answers_barriers(&why, &a), 0);
	rules_give(&a, "lieu", "\"97413\"");
	rules_give(&a, "n", "3");
	assert_int_equal(answers_barriers(&why, &a), 0);
	rules_give(&a, "lieu", "\"97411\"");
	rules_give(&a, "n", "2");
	assert_int_equal(answers_barriers(&why, &a), 2);
	assert_string_equal(why[0].text, "Hors du territoire.");
	assert_true(why[0].blocks);
	assert_string_equal(why[1].text, "Trop peu.");
	assert_false(why[1].blocks);
}

static void
a_calculated_field_follows_the_others(void **state)
{
	static const char more[] = RULES_FORM(
	    CALCULATED("part", "percentage", "demande / cout")
	    CALCULATED("reste", "money", "cout - demande")
	    CALCULATED("moitie", "decimal", "n / 2")
	    CALCULATED("terme", "date", "debut + 30")
	    CALCULATED("double", "integer", "reste / 1 € * 2")
	    ASKED_IF("x", "{\"field\":\"double\",\"more\":100}"), "");

	(void)state;
	answers_init(&a, t.db, t.mem, rules_form(t.mem, more),
	    world_platform());
	answers_judge(&a);
	assert_null(answers_get(&a, "reste")->json);
	assert_int_equal(answers_get(&a, "x")->asked, ASKED_OPEN);
	assert_null(answer_flaw(&a, answers_get(&a, "reste")));
	rules_give(&a, "cout", "90000");
	rules_give(&a, "demande", "30000");
	rules_give(&a, "debut", "\"2027-01-15\"");
	answers_judge(&a);
	assert_string_equal(answers_get(&a, "part")->json, "3333");
	assert_string_equal(answers_get(&a, "reste")->json, "60000");
	assert_string_equal(answers_get(&a, "terme")->json, "\"2027-02-14\"");
	assert_string_equal(answers_get(&a, "double")->json, "1200");
	assert_int_equal(answers_get(&a, "x")->asked, ASKED_YES);
	rules_give(&a, "cout", "0");
	rules_give(&a, "demande", "0");
	answers_judge(&a);
	assert_null(answers_get(&a, "part")->json);
	assert_string_equal(answers_get(&a, "reste")->json, "0");
}

/* What stands in the way of a definition, in English: the last test, since
 * catalogues stay open. */
static void
faults_are_told_in_english_too(void **state)
{
	(void)state;
	test_languages();
	lang_set("en");
	assert_non_null(strstr(faults(RULES_FORM(
	    ASKED_IF("x", "{\"field\":\"x\",\"less\":1}"), "")),
	    "depend on one another in a circle: x → x"));
	assert_non_null(strstr(faults(RULES_FORM(
	    CALCULATED("a", "integer", "titre * 2"), "")),
	    "character 7: a text and a number do not go together here"));
	assert_non_null(strstr(faults(RULES_FORM(
	    CALCULATED("a", "integer", "loyer * 2"), "")), "loyer"));
	assert_null(strstr(faults(RULES_FORM(
	    CALCULATED("a", "integer", "loyer * 2"), "")), "question n"));
	lang_set("fr");
}

/* --- for the browser ------------------------------------------------------ */

static const char *
for_browser(const char *text, bool *known)
{
	const char *why;
	struct condition *c = read_condition(text, &why);
	struct json_object *o;
	const char *json;

	assert_non_null(c);
	*known = false;
	o = condition_json(c, &a, 0, known);
	json = json_string(t.mem, o);
	json_object_put(o);
	return json;
}

static void
the_browser_gets_values_as_they_are_typed(void **state)
{
	bool known;

	(void)state;
	assert_string_equal(for_browser("{\"field\":\"cout\","
	    "\"at_least\":300050}", &known), "{\"op\":\"at_least\","
	    "\"field\":\"cout\",\"number\":true,\"values\":[\"3000.50\"]}");
	assert_false(known);
	assert_string_equal(for_browser("{\"field\":\"taux\",\"less\":8000}",
	    &known), "{\"op\":\"less\",\"field\":\"taux\",\"number\":true,"
	    "\"values\":[\"80.000000\"]}");
	assert_string_equal(for_browser("{\"field\":\"debut\","
	    "\"before\":\"today\"}", &known), "{\"op\":\"before\","
	    "\"field\":\"debut\",\"values\":[\"2026-11-23\"]}");
	assert_false(known);
	rules_give(&a, "lieu", "\"97413\"");
	assert_string_equal(for_browser("{\"any\":[{\"field\":\"lieu\","
	    "\"within\":\"platform\"},{\"formula\":\"n > 3\"},"
	    "{\"field\":\"oui\",\"equals\":true}]}", &known),
	    "{\"op\":\"any\",\"parts\":[{\"op\":\"known\",\"value\":\"yes\"},"
	    "{\"op\":\"known\",\"value\":\"open\"},{\"op\":\"equals\","
	    "\"field\":\"oui\",\"values\":[\"oui\"]}]}");
	assert_true(known);
}

#define TEST(name)	cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(each_comparison_has_its_three_values),
		TEST(anything_may_be_answered_or_not),
		TEST(today_is_not_known_without_a_clock),
		TEST(comparisons_that_mean_nothing_are_refused),
		TEST(circles_and_later_questions_are_told),
		TEST(every_fault_of_a_definition_has_its_path),
		TEST(conditions_of_steps_and_blocks_reach_their_fields),
		TEST(what_is_required_or_forbidden_is_said),
		TEST(a_broken_rule_is_said_beside_its_fields),
		TEST(ineligibility_explains_itself),
		TEST(a_calculated_field_follows_the_others),
		TEST(the_browser_gets_values_as_they_are_typed),
		TEST(faults_are_told_in_english_too),
	};

	test_languages();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
