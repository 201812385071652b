/*
 * Formulas: typed when they are read, exact when they are evaluated; what has no
 * value makes none. Random ones are compared with a second evaluation.
 */
#include "config.h"

#include "tests/unit/rules.h"

#include "base/rand.h"
#include "domain/formula.h"

static struct mem *mem;
static struct form *form;
static struct answers a;

static int
setup(void **state)
{
	(void)state;
	mem = mem_new();
	form = rules_form(mem, RULES_FORM("", ""));
	answers_init(&a, NULL, mem, form, NULL);
	answers_at(&a, TEST_NOW);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	mem_free(mem);
	return 0;
}

/* Items inside items: partners, what each brings, a table of each. */
static void
with_nested(void)
{
	form = rules_form(mem, RULES_FORM(",{\"key\":\"pp\",\"type\":"
	    "\"repeat\",\"label\":\"P\",\"fields\":["
	    "{\"key\":\"nom\",\"type\":\"text\",\"label\":\"N\"},"
	    "{\"key\":\"part\",\"type\":\"percentage\",\"label\":\"Q\"},"
	    "{\"key\":\"duree\",\"type\":\"period\",\"label\":\"D\"},"
	    "{\"key\":\"apports\",\"type\":\"repeat\",\"label\":\"A\","
	    "\"fields\":["
	    "{\"key\":\"valeur\",\"type\":\"money\",\"label\":\"V\"},"
	    "{\"key\":\"nombre\",\"type\":\"integer\",\"label\":\"N\"},"
	    "{\"key\":\"total\",\"type\":\"calculated\",\"label\":\"T\","
	    "\"formula\":\"valeur * nombre * part\",\"as\":\"money\"}]},"
	    "{\"key\":\"annees\",\"type\":\"table\",\"label\":\"T\","
	    "\"columns\":["
	    "{\"key\":\"jours\",\"type\":\"integer\",\"label\":\"J\"},"
	    "{\"key\":\"cher\",\"type\":\"calculated\",\"label\":\"C\","
	    "\"formula\":\"jours * n\",\"as\":\"integer\"}]},"
	    "{\"key\":\"tout\",\"type\":\"calculated\",\"label\":\"T\","
	    "\"formula\":\"sum(apports.total)\",\"as\":\"money\"}]}", ""));
	answers_init(&a, NULL, mem, form, NULL);
	rules_give(&a, "n", "10");
	rules_give(&a, "pp", "[{\"annees\":[{\"jours\":2},{\"jours\":3}],"
	    "\"apports\":[{\"nombre\":3,\"valeur\":100},"
	    "{\"nombre\":1,\"valeur\":50},{\"valeur\":9}],"
	    "\"duree\":{\"from\":\"2027-01-01\",\"to\":\"2027-02-01\"},"
	    "\"nom\":\"x\",\"part\":5000},"
	    "{\"nom\":\"y\"},"
	    "{\"annees\":[{\"jours\":5}],"
	    "\"apports\":[{\"nombre\":2,\"valeur\":200}],\"part\":10000}]");
	answers_at(&a, TEST_NOW);
}

static struct formula *
read_formula(const char *text, const char **why)
{
	struct problems found = PROBLEMS_INIT(mem);
	struct rule_scope scope = { .mem = mem, .form = form,
	    .before = form->field_count, .why = &found };
	struct formula *f = formula_parse(&scope, "x", text);

	*why = found.first == NULL ? "" : plain(mem, found.first->text);
	/* One or the other, never both. */
	assert_true((f == NULL) == (found.count == 1));
	return f;
}

/* "3", "-1/2", "–" for no value; the message when it does not hold. */
static const char *
value(const char *text)
{
	const char *why;
	struct formula *f = read_formula(text, &why);
	struct fraction v;

	if (f == NULL)
		return why;
	v = formula_value(f, &a);
	return !fraction_is(v) ? "–" : v.den == 1
	    ? mem_printf(mem, "%lld", (long long)v.num)
	    : mem_printf(mem, "%lld/%lld", (long long)v.num, (long long)v.den);
}

#define assert_value(text, said) assert_string_equal(value(text), said)

static void
formulas_follow_the_usual_order(void **state)
{
	(void)state;
	assert_value("1 + 2 * 3", "7");
	assert_value("(1 + 2) * 3", "9");
	assert_value("10 - 4 - 3", "3");
	assert_value("12 / 4 / 2", "3/2");
	assert_value("-2 * -3", "6");
	assert_value("- -2", "2");
	assert_value("0.1 + 0.2 = 0.3", "1");
	assert_value("1 / 3 * 3 = 1", "1");
	assert_value("80 % * 50", "40");
	assert_value("min(4, 2, 3) + max(1, 5)", "7");
	assert_value("round(2.5)", "2");
	assert_value("round(3.5)", "4");
	assert_value("round(2 / 3, 2)", "67/100");
	assert_value("if(1 > 2, 10, 20)", "20");
	assert_value("1 < 2 and 2 < 1 or 3 = 3", "1");
	assert_value("not 1 < 2", "0");
	assert_value("1\302\240+\342\200\257" "1", "2");
}

static void
formulas_look_at_answers(void **state)
{
	(void)state;
	rules_give(&a, "n", "4");
	rules_give(&a, "cout", "5200050");
	rules_give(&a, "demande", "1000000");
	rules_give(&a, "taux", "1250");
	rules_give(&a, "surface", "\"2.5\"");
	rules_give(&a, "debut", "\"2027-01-01\"");
	rules_give(&a, "fin", "\"2027-03-01\"");
	rules_give(&a, "oui", "true");
	rules_give(&a, "statut", "\"asso\"");
	rules_give(&a, "publics", "[\"jeunes\",\"tous\"]");
	assert_value("cout", "104001/2");
	assert_value("cout - demande", "84001/2");
	assert_value("demande / cout <= 80 %", "1");
	assert_value("taux * 800 €", "100");
	assert_value("fin - debut", "59");
	assert_value("debut + 59 = fin", "1");
	assert_value("if(oui, n, 0)", "4");
	assert_value("if(statut = 'asso', 80 %, 60 %)", "4/5");
	assert_value("statut != 'asso'", "0");
	assert_value("count(publics)", "2");
	assert_value("count(titre)", "0");
	assert_value("today < debut", "1");
	assert_value("debut - today", "39");
}

static void
formulas_add_up_lines(void **state)
{
	(void)state;
	rules_give(&a, "plan", "{\"costs\":[{\"amount_cents\":100000,"
	    "\"label\":\"a\"},{\"amount_cents\":50,\"label\":\"b\"}],"
	    "\"sources\":[{\"asked_cents\":100000,\"funder\":\"x\","
	    "\"kind\":\"public\"}]}");
	rules_give(&a, "etapes", "[{\"date\":\"2027-02-01\",\"label\":\"x\"},"
	    "{\"date\":\"2027-01-01\",\"label\":\"y\"}]");
	assert_value("sum(plan.costs.amount)", "2001/2");
	assert_value("sum(plan.costs.amount * 2, plan.sources.amount)", "3001");
	assert_value("max(plan.costs.amount)", "1000");
	assert_value("count(plan.costs)", "2");
	assert_value("count(plan)", "3");
	assert_value("count(if(plan.costs.amount > 1 €, plan.costs.amount, "
	    "1 € / 0))", "1");
	assert_value("max(etapes.date) - min(etapes.date)", "31");
	assert_value("sum(plan.costs.amount * (1 € / max(plan.costs.amount)))",
	    "2001/2000");
	rules_give(&a, "lots", "[{\"jours\":\"2.5\",\"nom\":\"x\","
	    "\"tarif\":40000},{\"nom\":\"y\",\"tarif\":10},"
	    "{\"jours\":\"1\",\"nom\":\"z\",\"tarif\":50}]");
	assert_value("sum(lots.jours * lots.tarif)", "2001/2");
	assert_value("count(lots)", "3");
	assert_value("count(lots.jours)", "2");
	assert_value("max(lots.tarif) / sum(lots.tarif) < 1", "1");
	assert_value("sum(lots.nom)", "caractère 1 : « lots.nom » est un texte ; "
	    "attendu : un nombre ou un montant");
	rules_give(&a, "duree", "{\"from\":\"2027-01-01\","
	    "\"to\":\"2027-02-01\"}");
	assert_value("max(duree.to) - min(duree.from)", "31");
	rules_give(&a, "plan", NULL);
	assert_value("sum(plan.costs.amount)", "–");
	assert_value("count(plan.costs)", "0");
}

static void
formulas_reach_over_items_inside_items(void **state)
{
	(void)state;
	with_nested();
	assert_value("sum(pp.apports.valeur)", "359/100");
	assert_value("sum(pp.apports.valeur * pp.apports.nombre)", "15/2");
	assert_value("max(pp.apports.nombre)", "3");
	assert_value("count(pp.apports)", "4");
	assert_value("count(pp.apports.nombre)", "3");
	assert_value("count(pp)", "3");
	assert_value("count(pp.nom)", "2");
	assert_value("sum(pp.annees.jours)", "10");
	assert_value("count(pp.annees)", "3");
	assert_value("max(pp.duree.to) - min(pp.duree.from)", "31");
	/* What is calculated inside items is summed as the rest. */
	assert_value("sum(pp.apports.total)", "23/4");
	assert_value("sum(pp.tout)", "23/4");
	assert_value("sum(pp.annees.cher)", "100");
	assert_value("sum(pp.apports.valeur * pp.part)", "caractère 23 : deux "
	    "listes de lignes différentes ne se calculent pas ensemble");
	assert_value("pp.apports.valeur", "caractère 1 : « pp » a une valeur "
	    "par ligne : mettez-la dans sum(), min(), max() ou count()");
	assert_value("pp.apports.x", "caractère 1 : « pp » n’a pas cette "
	    "colonne ; permis : part, duree.from, duree.to, apports.valeur, "
	    "apports.nombre, apports.total, annees.jours, annees.cher, tout");
	assert_value("sum(pp.nom)", "caractère 1 : « pp.nom » est un texte ; "
	    "attendu : un nombre ou un montant");
	rules_give(&a, "pp", NULL);
	answers_at(&a, TEST_NOW);
	assert_value("sum(pp.apports.valeur)", "–");
	assert_value("count(pp.apports)", "0");
}

static void
items_are_calculated_one_by_one(void **state)
{
	const struct value *v;
	const char *text;

	(void)state;
	with_nested();
	v = &answers_get(&a, "pp")->value;
	text = value_json(mem, form_field(form, "pp"), v);
	/* Half to even: 1,50 + 0,25 = 1,75. */
	assert_non_null(strstr(text, "\"tout\":175"));
	assert_non_null(strstr(text, "{\"nombre\":1,\"total\":25,"
	    "\"valeur\":50}"));
	assert_non_null(strstr(text, "{\"valeur\":9}"));
	assert_non_null(strstr(text, "{\"cher\":20,\"jours\":2}"));
	assert_non_null(strstr(text, "{\"nom\":\"y\"}"));
	/* What is stored is what was typed. */
	assert_null(strstr(answers_get(&a, "pp")->json, "tout"));
	assert_string_equal(answer_json(mem, answers_get(&a, "pp")), text);
	/* Of what is no longer answered, nothing is left. */
	rules_give(&a, "n", NULL);
	answers_at(&a, TEST_NOW);
	assert_null(strstr(answer_json(mem, answers_get(&a, "pp")), "cher"));
}

static void
what_has_no_value_makes_none(void **state)
{
	(void)state;
	assert_value("n + 1", "–");
	assert_value("1 / 0", "–");
	assert_value("1 / (2 - 2) > 3", "–");
	assert_value("n > 3 or 1 = 1", "1");
	assert_value("n > 3 and 1 = 2", "0");
	assert_value("n > 3 and 1 = 1", "–");
	assert_value("not n > 3", "–");
	assert_value("if(n > 3, 1, 2)", "–");
	assert_value("sum(n, 2)", "2");
	assert_value("min(n)", "–");
	assert_value("count(n)", "0");
	/* Beyond int64: no value rather than a rounded one. */
	assert_value("999999999999999 * 999999999999999", "–");
	assert_value("sum(999999999999999 * 9000, 999999999999999 * 9000)",
	    "–");
	rules_give(&a, "n", "9223372036854775807");
	assert_value("n + 1", "–");
	assert_value("n - n", "0");
}

static void
faults_are_told_with_their_place(void **state)
{
	(void)state;
	assert_value("titre * 2", "caractère 7 : un texte et un nombre ne vont "
	    "pas ensemble ici");
	assert_value("titre", "caractère 1 : « titre » est un texte ; attendu : "
	    "un nombre, un montant, une date ou une comparaison");
	assert_value("sum(titre)", "caractère 1 : « titre » est un texte ; "
	    "attendu : un nombre ou un montant");
	assert_value("cout > 3000", "caractère 6 : un montant et un nombre ; "
	    "écrivez le montant avec son signe : « 3000 € »");
	assert_value("cout * demande", "caractère 6 : un montant et un montant "
	    "ne vont pas ensemble ici");
	assert_value("debut + fin", "caractère 7 : une date et une date ne vont "
	    "pas ensemble ici");
	assert_value("cout-demande", "caractère 1 : « cout-demande » n’est la "
	    "clé d’aucune question (pour soustraire, mettez des espaces autour "
	    "du signe moins)");
	assert_value("2 + loyer", "caractère 5 : « loyer » n’est la clé "
	    "d’aucune question");
	assert_value("statut = 'club'", "caractère 8 : « club » n’est pas une "
	    "option de cette question");
	assert_value("plan.costs.amount * 2", "caractère 1 : « plan » a une "
	    "valeur par ligne : mettez-la dans sum(), min(), max() ou count()");
	assert_value("sum(plan.costs.amount * plan.sources.amount / 1 €)",
	    "caractère 23 : deux listes de lignes différentes ne se calculent "
	    "pas ensemble");
	assert_value("plan.cout", "caractère 1 : « plan » n’a pas cette colonne "
	    "; permis : costs.amount, sources.amount");
	assert_value("n.x", "caractère 1 : « n » n’a pas de colonnes");
	assert_value("1 +", "caractère 4 : la formule s’arrête trop tôt");
	assert_value("", "caractère 1 : la formule s’arrête trop tôt");
	assert_value("(1", "caractère 3 : attendu : « ) »");
	assert_value("1 2", "caractère 3 : attendu : la fin de la formule");
	assert_value("if(1, 2, 3)", "caractère 1 : c’est un nombre ; attendu : "
	    "une comparaison");
	assert_value("round(1, 9)", "caractère 1 : le nombre de décimales va de "
	    "0 à 6");
	assert_value("min()", "caractère 5 : attendu : un nombre, une question, "
	    "une fonction ou « ( »");
	assert_value("round(1, 2, 3)", "caractère 1 : round prend de 1 à 2 "
	    "valeurs, trouvé 3");
	assert_value("1234567890123456", "caractère 1 : ce nombre est trop "
	    "long");
	assert_value("é + 1", "caractère 1 : attendu : un nombre, une question, "
	    "une fonction ou « ( »");
	assert_value("((((((((((((((((((((((((((1))))))))))))))))))))))))))",
	    "caractère 25 : trop de niveaux");
}

/* --- random formulas, evaluated twice ------------------------------------- */

typedef __int128 wide;

struct exact {
	wide		 num, den;	/* den 0: no value */
};

static wide
gcd(wide x, wide y)
{
	while (y != 0) {
		wide rest = x % y;

		x = y;
		y = rest;
	}
	return x < 0 ? -x : x;
}

static struct exact
reduced(wide num, wide den)
{
	wide g = den == 0 ? 1 : gcd(num, den);

	if (den < 0)
		g = -g;
	return den == 0 ? (struct exact){ 0, 0 }
	    : (struct exact){ num / g, den / g };
}

/* As fraction_round: half to even. */
static struct exact
to_even(struct exact v)
{
	wide whole = v.num / v.den, rest = v.num % v.den;

	if (rest < 0) {
		whole--;
		rest += v.den;
	}
	if (2 * rest > v.den || (2 * rest == v.den && whole % 2 != 0))
		whole++;
	return (struct exact){ whole, 1 };
}

static struct exact	expression(char *, size_t, int);

static struct exact
operation(char *text, size_t size, int depth)
{
	char left[400], right[400];
	struct exact x = expression(left, sizeof(left), depth - 1);
	struct exact y = expression(right, sizeof(right), depth - 1);
	bool none = x.den == 0 || y.den == 0, less;
	unsigned which = rand_below(7);
	static const char *const shapes[] = { "(%s + %s)", "(%s - %s)",
	    "(%s*%s)", "(%s / %s)", "min(%s,%s)", "max( %s, %s )",
	    "if(%s < %s, 7, 9)" };

	less = x.num * y.den < y.num * x.den;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
	snprintf(text, size, shapes[which], left, right);
#pragma GCC diagnostic pop
	switch (which) {
	case 0:
		return none ? (struct exact){ 0, 0 } : reduced(x.num * y.den +
		    y.num * x.den, x.den * y.den);
	case 1:
		return none ? (struct exact){ 0, 0 } : reduced(x.num * y.den -
		    y.num * x.den, x.den * y.den);
	case 2:
		return none ? (struct exact){ 0, 0 }
		    : reduced(x.num * y.num, x.den * y.den);
	case 3:
		return none || y.num == 0 ? (struct exact){ 0, 0 }
		    : reduced(x.num * y.den, x.den * y.num);
	case 4:
		return x.den == 0 ? y : y.den == 0 ? x : less ? x : y;
	case 5:
		return x.den == 0 ? y : y.den == 0 ? x : less ? y : x;
	default:
		return none ? (struct exact){ 0, 0 }
		    : (struct exact){ less ? 7 : 9, 1 };
	}
}

static struct exact
expression(char *text, size_t size, int depth)
{
	char inner[900];
	struct exact v;
	int n;

	if (depth > 0 && rand_below(8) > 0)
		return operation(text, size, depth);
	if (depth > 0) {
		v = expression(inner, 390, depth - 1);
		snprintf(text, size, "round(%s)", inner);
		return v.den == 0 ? v : to_even(v);
	}
	n = (int)rand_below(12);
	if (n == 11) {
		snprintf(text, size, "n");		/* not answered */
		return (struct exact){ 0, 0 };
	}
	if (n % 3 == 0) {
		snprintf(text, size, "%d.5", n);
		return reduced(2 * n + 1, 2);
	}
	snprintf(text, size, "%d", n);
	return (struct exact){ n, 1 };
}

static void
random_formulas_agree_with_a_second_evaluation(void **state)
{
	char text[2000];
	int with_value = 0;

	(void)state;
	rand_seed(2027);
	for (int i = 0; i < 20000; i++) {
		struct exact v = expression(text, sizeof(text), 3);
		const char *said = v.den == 0 ? "–" : v.den == 1
		    ? mem_printf(mem, "%lld", (long long)v.num)
		    : mem_printf(mem, "%lld/%lld", (long long)v.num,
		    (long long)v.den);

		with_value += v.den != 0;
		if (strcmp(value(text), said) != 0)
			fail_msg("%s: %s, not %s", text, value(text), said);
	}
	assert_true(with_value > 5000);
}

#define TEST(name)	cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(formulas_follow_the_usual_order),
		TEST(formulas_look_at_answers),
		TEST(formulas_add_up_lines),
		TEST(formulas_reach_over_items_inside_items),
		TEST(items_are_calculated_one_by_one),
		TEST(what_has_no_value_makes_none),
		TEST(faults_are_told_with_their_place),
		TEST(random_formulas_agree_with_a_second_evaluation),
	};

	test_languages();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
