/*
 * The rules of a form in front of a holder: what is said beside fields and why a
 * project is not eligible, what is calculated, steps left out, a newer revision
 * offered. Without script, or as autosave.js is answered.
 */
#include "config.h"

#include "tests/http/harness.h"
#include "tests/unit/world.h"

#include "base/buf.h"
#include "fcgi/submission/pages.h"

#define PROJECT	HARNESS_PROJECT
#define CALL_PATH PROJECT "/appels/quartiers-2027"

static struct harness h;

static int
setup(void **state)
{
	(void)state;
	harness_project(&h, &submission_worker);
	return 0;
}

static int
save(const char *step, const char *key, const char *value)
{
	return h_post(&h, mem_printf(h.t.mem, PROJECT "/etapes/%s/enregistrer",
	    step), mem_printf(h.t.mem, "champ=a.%s&a.%s=%s", key, key, value));
}

/*
 * A revision of the project's form: `id`, never used by another test (forms are
 * kept by this process), its number, and what json_set changes in it.
 */
static void
revise(int id, int number, const char *change, bool move)
{
	h_sql(&h, "INSERT INTO form_revision (id, form_id, number,"
	    " definition_json, sha256, published_at) SELECT %d, 1, %d,"
	    " json_set(definition_json, %s), 'r%d', 1 FROM form_revision"
	    " WHERE id = 1", id, number, change, id);
	if (move)
		h_sql(&h, "UPDATE dossier SET form_revision_id = %d", id);
}

/* --- rules and calculated values ------------------------------------------ */

static void
a_broken_rule_is_said_beside_its_field(void **state)
{
	(void)state;
	assert_int_equal(h_post(&h, PROJECT "/etapes/budget",
	    "b.cout=-&a.cout=20000&b.demande=-&a.demande=17000"), 422);
	h_has(&h, "Le contrat de transition finance au plus 80");
	h_has(&h, "name=\"a.demande\" value=\"17\342\200\257" "000\"");
	h_has(&h, ">85,00");
	h_has_not(&h, "name=\"a.part-aide\"");
	/* What is calculated is kept, and not typed. */
	assert_int_equal(h_int(&h, "SELECT number FROM answer"
	    " WHERE key = 'part-aide'"), 8500);
	h_post(&h, PROJECT "/etapes/budget",
	    "b.part-aide=-&a.part-aide=12&b.demande=-&a.demande=17000");
	assert_int_equal(h_int(&h, "SELECT number FROM answer"
	    " WHERE key = 'part-aide'"), 8500);
	assert_int_equal(h_post(&h, PROJECT "/etapes/budget",
	    "b.demande=x&a.demande=16000"), 409);
	assert_int_equal(save("budget", "demande", "16000"), 200);
	assert_int_equal(h_int(&h, "SELECT number FROM answer"
	    " WHERE key = 'part-aide'"), 8000);
}

static void
a_saved_answer_tells_what_it_changed_elsewhere(void **state)
{
	(void)state;
	assert_int_equal(save("budget", "demande", "9000"), 200);
	h_has(&h, "\"calculated\":{\"a.part-aide\":\"Pas encore de valeur\"}");
	assert_int_equal(save("budget", "cout", "10000"), 200);
	h_has(&h, "\"calculated\":{\"a.part-aide\":\"90,00");
	/* Beside the other field: it is no longer right. */
	h_has(&h, "\"demande\":\"Le contrat de transition finance au plus 80");
	assert_int_equal(save("budget", "cout", "12000"), 200);
	h_has(&h, "\"demande\":null");
	assert_int_equal(save("structure", "statut", "association"), 200);
	assert_int_equal(save("structure", "engagement-republicain", "non"),
	    200);
	h_has(&h, "\"ineligible\":[\"une association souscrit");
	assert_int_equal(save("structure", "engagement-republicain", "oui"),
	    200);
	h_has(&h, "\"ineligible\":[]");
}

/* --- ineligibility -------------------------------------------------------- */

static void
an_ineligible_project_is_told_so_before_its_deposit(void **state)
{
	(void)state;
	assert_int_equal(h_get(&h, PROJECT "/etapes/structure"), 200);
	h_has(&h, "data-ineligible hidden");
	save("structure", "statut", "association");
	save("structure", "engagement-republicain", "non");
	assert_int_equal(h_get(&h, PROJECT "/etapes/budget"), 200);
	h_has_not(&h, "data-ineligible hidden");
	h_has(&h, "une association souscrit le contrat");
	assert_int_equal(h_get(&h, PROJECT "/relire"), 200);
	h_has(&h, "Votre projet ne semble pas éligible");
	assert_int_equal(h_get(&h, CALL_PATH), 200);
	h_has(&h, "une association souscrit le contrat");
	assert_int_equal(h_post(&h, CALL_PATH "/deposer", ""), 422);
	h_has(&h, "une association souscrit le contrat");
	assert_int_equal(h_int(&h, "SELECT count(*) FROM snapshot"), 0);
}

static void
a_call_has_reasons_of_its_own_that_may_only_warn(void **state)
{
	(void)state;
	h_sql(&h, "UPDATE call SET opens_at = %lld, settings_json ="
	    " json_set(settings_json, '$.ineligible_if', json('[{\"when\":"
	    "{\"field\":\"debut\",\"before\":{\"call\":\"opens\"}},"
	    "\"message\":\"déjà commencé.\",\"blocks\":false},"
	    "{\"when\":{\"formula\":\"demande > 5000 €\"},"
	    "\"message\":\"plus de 5 000 euros.\"},"
	    "{\"when\":{\"field\":\"disparue\",\"answered\":true},"
	    "\"message\":\"jamais\"}]')) WHERE id = 1",
	    (long long)h.now - 86400);
	assert_int_equal(h_get(&h, CALL_PATH), 200);
	h_has_not(&h, "déjà commencé.");
	save("calendrier", "debut", "2026-01-01");
	save("budget", "cout", "9000");
	save("budget", "demande", "6000");
	assert_int_equal(h_get(&h, CALL_PATH), 200);
	h_has(&h, "déjà commencé.");
	h_has(&h, "plus de 5 000 euros.");
	h_has_not(&h, "jamais");
	assert_int_equal(h_get(&h, PROJECT "/appels"), 200);
	h_has(&h, "plus de 5 000 euros.");
	h_has(&h, "ne remplit pas toutes les conditions");
	save("budget", "demande", "4000");
	assert_int_equal(h_get(&h, CALL_PATH), 200);
	h_has(&h, "déjà commencé.");
	h_has_not(&h, "plus de 5 000 euros.");
}

/* --- steps ---------------------------------------------------------------- */

static void
a_step_that_is_not_asked_is_left_out(void **state)
{
	(void)state;
	revise(60, 2, "'$.steps[4].visible_if', json('{\"field\":\"statut\","
	    "\"equals\":\"commune\"}')", true);
	assert_int_equal(h_get(&h, PROJECT "/etapes/effets"), 200);
	h_has(&h, "Cette étape dépend de réponses");
	save("structure", "statut", "entreprise");
	assert_int_equal(h_get(&h, PROJECT "/etapes/calendrier"), 200);
	h_has(&h, "Étape 4 sur 5");
	h_has_not(&h, "/etapes/effets");
	assert_int_equal(h_post(&h, PROJECT "/etapes/calendrier",
	    "b.risques=-&a.risques=Aucun"), 303);
	assert_string_equal(h_header(&h, "Location"), PROJECT "/etapes/pieces");
	assert_int_equal(h_get(&h, PROJECT "/etapes/effets"), 200);
	h_has(&h, "ne demandent rien ici");
	save("structure", "statut", "commune");
	assert_int_equal(h_get(&h, PROJECT "/etapes/calendrier"), 200);
	h_has(&h, "Étape 4 sur 6");
}

static void
what_is_required_on_a_condition_says_so(void **state)
{
	(void)state;
	revise(61, 2, "'$.steps[0].blocks[0].fields[6].required_if',"
	    " json('{\"field\":\"statut\",\"equals\":\"entreprise\"}')", true);
	assert_int_equal(h_get(&h, PROJECT "/etapes/structure"), 200);
	h_has(&h, "data-required=");
	h_has_not(&h, "data-required-now");
	save("structure", "statut", "entreprise");
	assert_int_equal(h_get(&h, PROJECT "/etapes/structure"), 200);
	h_has(&h, "data-required-now");
	assert_int_equal(h_get(&h, PROJECT "/relire"), 200);
	h_has(&h, "#f-site\">Son site internet");
}

static void
what_is_excluded_is_said_before_and_after(void **state)
{
	(void)state;
	revise(64, 2, "'$.steps[0].blocks[0].fields[6].forbidden_if',"
	    " json('{\"field\":\"statut\",\"equals\":\"collectif\"}')", true);
	save("structure", "statut", "collectif");
	assert_int_equal(h_get(&h, PROJECT "/etapes/structure"), 200);
	h_has(&h, "Vos autres réponses excluent cette question");
	assert_int_equal(save("structure", "site", "https://www.exemple.re"),
	    422);
	h_has(&h, "Laissez cette question sans réponse");
	assert_int_equal(h_get(&h, PROJECT "/relire"), 200);
	h_has(&h, "Laissez cette question sans réponse");
}

/* --- revisions ------------------------------------------------------------ */

static void
a_newer_revision_is_offered_and_accepted(void **state)
{
	(void)state;
	save("structure", "activite", "Composter");
	assert_int_equal(h_get(&h, PROJECT), 200);
	h_has_not(&h, "Le formulaire a changé");
	assert_int_equal(h_get(&h, PROJECT "/formulaire"), 404);
	revise(62, 2, "'$.steps[0].blocks[0].fields[3].label',"
	    " 'Combien de salariés ?'", false);
	assert_int_equal(h_get(&h, PROJECT), 200);
	h_has(&h, "Le formulaire a changé");
	assert_int_equal(h_get(&h, PROJECT "/etapes/structure"), 200);
	h_has(&h, PROJECT "/formulaire");
	h_has_not(&h, "Combien de salariés");
	assert_int_equal(h_get(&h, PROJECT "/formulaire"), 200);
	h_has(&h, "Questions changées");
	h_has(&h, "Combien de salariés");
	h_has(&h, "avant");
	/* What was shown is what is accepted. */
	assert_int_equal(h_post(&h, PROJECT "/formulaire", "vers=1"), 409);
	assert_int_equal(h_post(&h, PROJECT "/formulaire", "vers=62"), 303);
	assert_int_equal(h_follow(&h), 200);
	h_has(&h, "Vos réponses sont gardées");
	h_has_not(&h, "Le formulaire a changé");
	assert_int_equal(h_get(&h, PROJECT "/etapes/structure"), 200);
	h_has(&h, "Combien de salariés");
	h_has(&h, "Composter");
}

static void
a_call_keeps_the_questions_an_application_began_with(void **state)
{
	(void)state;
	assert_int_equal(h_post(&h, CALL_PATH "/commencer", ""), 303);
	assert_int_equal(h_int(&h, "SELECT form_revision_id FROM application"),
	    SUPPLEMENT_REVISION);
	h_sql(&h, "INSERT INTO form_revision (id, form_id, number,"
	    " definition_json, sha256, published_at) SELECT 63, 2, 2,"
	    " json_set(definition_json, '$.steps[0].blocks[0].fields[2].label',"
	    " 'Peut-on vous rendre visite ?'), 'r63', 1 FROM form_revision"
	    " WHERE id = 2");
	assert_int_equal(h_get(&h, CALL_PATH "/questions/quartier"), 200);
	h_has_not(&h, "Peut-on vous rendre visite");
	h_has(&h, CALL_PATH "/formulaire");
	assert_int_equal(h_get(&h, CALL_PATH), 200);
	h_has(&h, CALL_PATH "/formulaire");
	assert_int_equal(h_get(&h, CALL_PATH "/formulaire"), 200);
	h_has(&h, "Peut-on vous rendre visite");
	assert_int_equal(h_post(&h, CALL_PATH "/formulaire", "vers=63"), 303);
	assert_int_equal(h_get(&h, CALL_PATH "/questions/quartier"), 200);
	h_has(&h, "Peut-on vous rendre visite");
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, harness_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_broken_rule_is_said_beside_its_field),
		TEST(a_saved_answer_tells_what_it_changed_elsewhere),
		TEST(an_ineligible_project_is_told_so_before_its_deposit),
		TEST(a_call_has_reasons_of_its_own_that_may_only_warn),
		TEST(a_step_that_is_not_asked_is_left_out),
		TEST(what_is_required_on_a_condition_says_so),
		TEST(what_is_excluded_is_said_before_and_after),
		TEST(a_newer_revision_is_offered_and_accepted),
		TEST(a_call_keeps_the_questions_an_application_began_with),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
