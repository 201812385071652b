/*
 * The editor of forms, through a browser made by hand.
 */
#include "config.h"

#include "tests/http/harness.h"
#include "tests/unit/world.h"

#include "base/buf.h"
#include "fcgi/instruction/pages.h"

static struct harness h;

#define FORMS "/cte/administration/formulaires"
#define DRAFT FORMS "/projet/revisions/2"

static int
setup(void **state)
{
	(void)state;
	harness_world(&h, &instruction_worker);
	h_grant(&h, BRUNO, "form-editor");
	h_sign_in(&h, BRUNO);
	return 0;
}

static void
begin(void)
{
	assert_int_equal(h_get(&h, FORMS "/projet"), 200);
	assert_int_equal(h_post(&h, FORMS "/projet/brouillon", ""), 303);
	assert_int_equal(h_follow(&h), 200);
}

/* The stored draft has that text, a pattern of LIKE on its canonical JSON. */
static bool
draft_says(const char *like)
{
	return h_int(&h, "SELECT count(*) FROM form_revision WHERE form_id = 1"
	    " AND number = 2 AND definition_json LIKE '%s'", like) == 1;
}

static void
only_who_may_write_forms_sees_them(void **state)
{
	(void)state;
	assert_int_equal(h_get(&h, FORMS), 200);
	h_has(&h, "quartiers-2027");
	h_forget(&h);
	h_sign_in(&h, CLARA);
	assert_int_equal(h_get(&h, FORMS), 403);
	assert_int_equal(h_post(&h, FORMS "/projet/brouillon", ""), 403);
	h_grant(&h, CLARA, "agent");
	assert_int_equal(h_get(&h, FORMS), 403);
}

static void
a_draft_is_edited_question_by_question(void **state)
{
	(void)state;
	begin();
	h_has(&h, "Vérifier et publier");
	h_has(&h, "Quel est son statut");
	/* Added, then changed on its own page. */
	assert_int_equal(h_post(&h, DRAFT, "operation=ajouter+bloc:structure/"
	    "identite&type=integer&libelle=Combien+d'élèves+?"), 303);
	assert_int_equal(h_follow(&h), 200);
	h_has(&h, "Combien d&#39;élèves");
	assert_int_equal(h_post(&h, DRAFT "/questions/combien-d-eleves",
	    mem_printf(h.t.mem, "marque=%s&m.label=Combien+d'élèves+y+viennent+"
	    "?&m.key=eleves&m.min=1&m.max=2 000&m.required=oui&"
	    "c.visible_if.mode=toutes&c.visible_if.0.question=statut&"
	    "c.visible_if.0.est=equals&c.visible_if.0.valeur=association",
	    h_hidden(&h, "marque"))), 303);
	assert_int_equal(h_follow(&h), 200);
	h_has(&h, "Combien d&#39;élèves y viennent");
	h_has(&h, "<p class=\"part-condition\">Afficher si");
	assert_true(draft_says("%\"key\":\"eleves\",%\"max\":2000,\"min\":1,"
	    "\"required\":true,\"type\":\"integer\",\"visible_if\":{\"equals\":"
	    "\"association\",\"field\":\"statut\"}}]%"));
	/* Moved, duplicated, removed. */
	assert_int_equal(h_post(&h, DRAFT, "operation=monter+question:eleves"),
	    303);
	assert_true(draft_says("%\"key\":\"eleves\"%\"visible_if\":{\"equals\":"
	    "\"association\",\"field\":\"statut\"}},{%"));
	assert_int_equal(h_post(&h, DRAFT,
	    "operation=dupliquer+question:eleves"), 303);
	assert_true(draft_says("%\"key\":\"eleves\"%\"key\":\"eleves-2\"%"));
	assert_int_equal(h_get(&h, DRAFT "/questions/eleves-2"), 200);
	assert_int_equal(h_post(&h, DRAFT "/questions/eleves-2", mem_printf(
	    h.t.mem, "envoi=retirer&marque=%s", strstr(h.body,
	    "Retirer</h2>") == NULL ? "" : "x")), 303);
	h_follow(&h);
	h_has(&h, "vient d’être changé");
}

static void
what_is_wrong_is_said_beside_its_control(void **state)
{
	const char *mark;

	(void)state;
	begin();
	assert_int_equal(h_get(&h, DRAFT "/questions/salaries"), 200);
	mark = h_hidden(&h, "marque");
	assert_int_equal(h_post(&h, DRAFT "/questions/salaries", mem_printf(
	    h.t.mem, "marque=%s&m.label=&m.key=salaries&m.min=dix&"
	    "m.hint=Une+aide", mark)), 422);
	h_has(&h, "n’est pas un nombre attendu");
	h_has(&h, "Une aide");
	/* The key of another question. */
	assert_int_equal(h_post(&h, DRAFT "/questions/salaries", mem_printf(
	    h.t.mem, "marque=%s&m.label=X&m.key=statut", mark)), 422);
	h_has(&h, "Un autre élément a déjà cette clé");
	/* A value that its question cannot have; what was typed stays. */
	assert_int_equal(h_post(&h, DRAFT "/questions/salaries", mem_printf(
	    h.t.mem, "marque=%s&m.label=X&m.key=salaries&"
	    "c.visible_if.mode=toutes&c.visible_if.0.question=statut&"
	    "c.visible_if.0.est=equals&c.visible_if.0.valeur=Fondation", mark)),
	    422);
	h_has(&h, "une option du champ");
	h_has(&h, "value=\"Fondation\"");
	/* JSON that is none. */
	assert_int_equal(h_post(&h, DRAFT "/questions/salaries", mem_printf(
	    h.t.mem, "marque=%s&m.label=X&m.key=salaries&"
	    "c.visible_if.mode=json&c.visible_if.json={", mark)), 422);
	h_has(&h, "Ce n’est pas du JSON");
	assert_false(draft_says("%\"label\":\"X\"%"));
}

static void
two_agents_on_one_question_both_see_their_words(void **state)
{
	const char *mark;

	(void)state;
	begin();
	assert_int_equal(h_get(&h, DRAFT "/questions/salaries"), 200);
	mark = h_hidden(&h, "marque");
	assert_int_equal(h_post(&h, DRAFT "/questions/salaries", mem_printf(
	    h.t.mem, "marque=%s&m.label=Première&m.key=salaries", mark)), 303);
	assert_int_equal(h_post(&h, DRAFT "/questions/salaries", mem_printf(
	    h.t.mem, "marque=%s&m.label=Seconde&m.key=salaries", mark)), 409);
	h_has(&h, "a changé cet élément pendant que vous écriviez");
	h_has(&h, "Première");
	h_has(&h, "value=\"Seconde\"");
	/* The page that came back is made from what is stored now. */
	assert_int_equal(h_post(&h, DRAFT "/questions/salaries", mem_printf(
	    h.t.mem, "marque=%s&m.label=Seconde&m.key=salaries",
	    h_hidden(&h, "marque"))), 303);
	assert_true(draft_says("%\"key\":\"salaries\",\"label\":\"Seconde\"%"));
}

static void
a_draft_is_tried_and_nothing_is_kept(void **state)
{
	(void)state;
	begin();
	assert_int_equal(h_get(&h, DRAFT "/essai"), 200);
	h_has(&h, "Quel est son statut");
	assert_int_equal(h_post(&h, DRAFT "/essai", "etape=structure&"
	    "a.statut=association&a.salaries=beaucoup&a.titre=Le+jardin"), 200);
	h_has(&h, "Avec ces réponses");
	h_has(&h, "value=\"beaucoup\"");
	/* The answer of another step travels with the page. */
	h_has(&h, "name=\"a.titre\" value=\"Le jardin\"");
	assert_int_equal(h_post(&h, DRAFT "/essai", "etape=structure&"
	    "aller=projet&a.statut=association&a.titre=Le+jardin"), 200);
	h_has(&h, "name=\"a.statut\" value=\"association\"");
	h_has(&h, "value=\"Le jardin\"");
	assert_int_equal(h_int(&h, "SELECT count(*) FROM answer"), 0);
}

static void
a_draft_is_published_after_its_errors_are_gone(void **state)
{
	(void)state;
	begin();
	h_get(&h, DRAFT "/questions/salaries");
	assert_int_equal(h_post(&h, DRAFT "/questions/salaries", mem_printf(
	    h.t.mem, "marque=%s&m.label=Salariés&m.key=salaries&"
	    "c.visible_if.mode=json&c.visible_if.json={\"all\":[{\"field\":"
	    "\"statut\",\"equals\":\"association\"},{\"field\":\"statut\","
	    "\"equals\":\"entreprise\"}]}", h_hidden(&h, "marque"))), 303);
	assert_int_equal(h_get(&h, DRAFT "/publier"), 200);
	h_has(&h, "ne peut jamais être posée");
	h_has_not(&h, "Publier cette révision");
	assert_int_equal(h_post(&h, DRAFT "/publier", "changements=1"), 422);
	h_get(&h, DRAFT "/questions/salaries");
	assert_int_equal(h_post(&h, DRAFT "/questions/salaries", mem_printf(
	    h.t.mem, "marque=%s&m.label=Salariés&m.key=salaries&"
	    "c.visible_if.mode=toujours", h_hidden(&h, "marque"))), 303);
	assert_int_equal(h_get(&h, DRAFT "/publier"), 200);
	h_has(&h, "Publier cette révision");
	h_has(&h, "<ins>Salariés</ins>");
	assert_int_equal(h_post(&h, DRAFT "/publier", mem_printf(h.t.mem,
	    "changements=%s", h_hidden(&h, "changements"))), 303);
	assert_int_equal(h_follow(&h), 200);
	h_has(&h, "La révision est publiée");
	h_has_not(&h, "Ajouter une étape");
	assert_int_equal(h_int(&h, "SELECT count(*) FROM form_revision WHERE"
	    " number = 2 AND published_at = %ld", (long)h.now), 1);
	assert_int_equal(h_post(&h, DRAFT, "operation=monter+question:statut"),
	    303);
	h_follow(&h);
	h_has(&h, "elle ne change plus");
}

static void
who_publishes_chooses_whether_drafts_are_told(void **state)
{
	(void)state;
	begin();
	h_get(&h, DRAFT "/questions/salaries");
	assert_int_equal(h_post(&h, DRAFT "/questions/salaries", mem_printf(
	    h.t.mem, "marque=%s&m.label=Salariés&m.key=salaries",
	    h_hidden(&h, "marque"))), 303);
	assert_int_equal(h_get(&h, DRAFT "/publier"), 200);
	h_has(&h, "Et les dossiers déjà commencés");
	h_has(&h, "Ce que les porteurs verraient");
	h_has(&h, "name=\"proposer\" value=\"oui\" checked");
	assert_int_equal(h_post(&h, DRAFT "/publier", mem_printf(h.t.mem,
	    "changements=%s&proposer=non", h_hidden(&h, "changements"))), 303);
	h_follow(&h);
	h_has(&h, "seuls les prochains dossiers");
	assert_int_equal(h_int(&h, "SELECT offered FROM form_revision WHERE"
	    " form_id = 1 AND number = 2"), 0);
	/* And changes their mind. */
	assert_int_equal(h_get(&h, FORMS "/projet"), 200);
	h_has(&h, "pour les nouveaux dossiers seulement");
	assert_int_equal(h_post(&h, DRAFT "/proposer", "proposer=oui"), 303);
	h_follow(&h);
	h_has(&h, "proposée aux dossiers en cours");
	assert_int_equal(h_int(&h, "SELECT offered FROM form_revision WHERE"
	    " form_id = 1 AND number = 2"), 1);
	/* A draft is offered to nobody. */
	assert_int_equal(h_post(&h, FORMS "/projet/brouillon", ""), 303);
	h_post(&h, FORMS "/projet/revisions/3/proposer", "proposer=non");
	assert_int_equal(h_int(&h, "SELECT offered FROM form_revision WHERE"
	    " form_id = 1 AND number = 3"), 1);
}

static void
what_is_inside_a_question_has_its_page(void **state)
{
	(void)state;
	begin();
	assert_int_equal(h_post(&h, DRAFT, "operation=ajouter+bloc:structure/"
	    "identite&type=repeat&libelle=Associés"), 303);
	h_follow(&h);
	h_has(&h, "Questions répétées");
	h_has_not(&h, "Réglage avancé");
	/* Nothing written: said beside it, the type is kept. */
	assert_int_equal(h_post(&h, DRAFT, "operation=ajouter+question:"
	    "associes&type=money&libelle="), 422);
	h_has(&h, "Écrivez d’abord le libellé");
	h_has(&h, "<option value=\"money\" selected>");
	assert_int_equal(h_post(&h, DRAFT, "operation=ajouter+question:"
	    "associes&type=money&libelle=Apport"), 303);
	assert_int_equal(h_follow(&h), 200);
	h_has(&h, "<h1>Question « Apport » de « Associés »</h1>");
	h_has_not(&h, "name=\"m.private\"");
	h_has_not(&h, "c.visible_if");
	assert_int_equal(h_post(&h, DRAFT "/questions/associes/apport",
	    mem_printf(h.t.mem, "marque=%s&m.label=Son+apport&m.key=apport&"
	    "m.min=dix", h_hidden(&h, "marque"))), 422);
	h_has(&h, "n’est pas un nombre attendu");
	h_has(&h, "value=\"Son apport\"");
	assert_int_equal(h_post(&h, DRAFT "/questions/associes/apport",
	    mem_printf(h.t.mem, "marque=%s&m.label=Son+apport&m.key=apport&"
	    "m.min=10", h_hidden(&h, "marque"))), 303);
	assert_true(draft_says("%\"key\":\"apport\",\"label\":\"Son apport\","
	    "\"min\":1000,\"type\":\"money\"%"));
	assert_int_equal(h_post(&h, DRAFT, "operation=placer+question:"
	    "associes/apport+question:associes/nom"), 303);
	assert_true(draft_says("%\"key\":\"apport\"%\"key\":\"nom\"%"));
	assert_int_equal(h_get(&h, DRAFT "/questions/associes/rien"), 303);
}

static void
rules_and_reasons_are_written_in_plain_words(void **state)
{
	const char *mark;

	(void)state;
	begin();
	assert_int_equal(h_post(&h, DRAFT, "operation=ajouter-regle+question:"
	    "salaries&libelle=C'est+beaucoup."), 303);
	assert_int_equal(h_follow(&h), 200);
	h_has(&h, "Règle de validation");
	h_has(&h, "Questions utilisables dans une formule");
	mark = h_hidden(&h, "marque");
	/* Without what must be true. */
	assert_int_equal(h_post(&h, DRAFT "/etapes/structure/blocs/identite"
	    "/regles/0", mem_printf(h.t.mem, "marque=%s&m.message=C'est+trop.&"
	    "c.must.mode=formule", mark)), 422);
	h_has(&h, "Écrivez la formule");
	h_has(&h, "C&#39;est trop.");
	assert_int_equal(h_post(&h, DRAFT "/etapes/structure/blocs/identite"
	    "/regles/0", mem_printf(h.t.mem, "marque=%s&m.message=C'est+trop.&"
	    "m.message.en=Too+many.&c.must.mode=formule&"
	    "c.must.formule=salaries <= 250", mark)), 303);
	h_follow(&h);
	h_has(&h, "Il faut que salaries &lt;= 250");
	assert_true(draft_says("%\"rules\":[{\"at\":[\"salaries\"],\"message\":"
	    "{\"en\":\"Too many.\",\"fr\":\"C''est trop.\"},\"must\":"
	    "{\"formula\":\"salaries <= 250\"}}]%"));
	/* Why a project is not eligible. */
	assert_int_equal(h_post(&h, DRAFT, "operation=ajouter-motif+&"
	    "libelle=hors+du+territoire."), 303);
	assert_int_equal(h_follow(&h), 200);
	assert_int_equal(h_post(&h, DRAFT "/motifs/2", mem_printf(h.t.mem,
	    "marque=%s&m.message=hors+du+territoire.&m.blocks=non&"
	    "c.when.mode=toutes&c.when.0.question=commune&"
	    "c.when.0.est=not_within&c.when.0.valeur=la plateforme",
	    h_hidden(&h, "marque"))), 303);
	h_follow(&h);
	h_has(&h, "Avertit si");
	assert_true(draft_says("%\"ineligible_if\":[%{\"blocks\":false,"
	    "\"message\":\"hors du territoire.\",\"when\":{\"not\":{\"field\":"
	    "\"commune\",\"within\":\"platform\"}}}]%"));
	assert_int_equal(h_get(&h, DRAFT "/motifs/2"), 200);
	assert_int_equal(h_post(&h, DRAFT "/motifs/2", mem_printf(h.t.mem,
	    "envoi=retirer&marque=%s", strstr(h.body, "s-retirer") == NULL ? ""
	    : mem_strndup(h.t.mem, strstr(strstr(h.body, "s-retirer"),
	    "name=\"marque\" value=\"") + 21, 12))), 303);
	assert_false(draft_says("%hors du territoire.%"));
}

/* What is pasted to be imported. */
static int
import(const char *json)
{
	const char *body;

	h_get(&h, FORMS);
	body = mem_printf(h.t.mem, "--XyZ\r\nContent-Disposition: form-data; "
	    "name=\"csrf\"\r\n\r\n%s\r\n--XyZ\r\nContent-Disposition: "
	    "form-data; name=\"envoi\"\r\n\r\nimport\r\n--XyZ\r\n"
	    "Content-Disposition: form-data; name=\"json\"\r\n\r\n%s\r\n"
	    "--XyZ--\r\n", h_csrf(&h), json);
	return h_post_parts(&h, FORMS, body, strlen(body));
}

static void
what_is_no_form_is_said_beside_the_import(void **state)
{
	struct buf many = BUF_INIT;
	int i;

	(void)state;
	assert_int_equal(import("null"), 422);
	h_has(&h, "Ce JSON n’est pas un formulaire");
	assert_int_equal(import("[]"), 422);
	h_has(&h, "Ce JSON n’est pas un formulaire");
	assert_int_equal(import("{\"format\":1"), 422);
	h_has(&h, "le texte s’arrête avant la fin");
	assert_int_equal(import("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["), 422);
	h_has(&h, "trop d’éléments les uns dans les autres");
	/* Some editors of text write a mark first. */
	assert_int_equal(import("\xef\xbb\xbf{\"format\":1}"), 422);
	h_has(&h, "steps : absent");
	/* Every question costs each page of the editor: there is an end. */
	buf_text(&many, "{\"format\":1,\"revision\":1,\"key\":\"grand\","
	    "\"kind\":\"supplement\",\"title\":\"G\",\"steps\":[{\"key\":\"e\","
	    "\"label\":\"E\",\"blocks\":[");
	for (i = 0; i <= 1000; i++)
		buf_printf(&many, "%s{\"key\":\"q%d\",\"type\":\"text\","
		    "\"label\":\"Q\"}%s", i % 91 != 0 ? "," : i == 0
		    ? "{\"key\":\"b0\",\"label\":\"B\",\"fields\":["
		    : mem_printf(h.t.mem, "]},{\"key\":\"b%d\",\"label\":"
		    "\"B\",\"fields\":[", i / 91), i, i == 1000 ? "]}]}]}"
		    : "");
	assert_int_equal(import(many.data), 422);
	h_has(&h, "plus de 1000 questions en tout");
	buf_release(&many);
}

static void
a_form_is_exported_and_imported(void **state)
{
	static const char start[] = "--XyZ\r\nContent-Disposition: form-data; "
	    "name=\"csrf\"\r\n\r\n";
	const char *json, *body;

	(void)state;
	assert_int_equal(h_get(&h, FORMS "/quartiers-2027/revisions/1.json"),
	    200);
	assert_non_null(strstr(h_header(&h, "Content-Disposition"),
	    "quartiers-2027-1.json"));
	json = mem_strdup(h.t.mem, h.body);
	h_get(&h, FORMS);
	body = mem_printf(h.t.mem, "%s%s\r\n--XyZ\r\nContent-Disposition: "
	    "form-data; name=\"envoi\"\r\n\r\nimport\r\n--XyZ\r\n"
	    "Content-Disposition: form-data; name=\"fichier\"; filename=\"f."
	    "json\"\r\n\r\n%s\r\n--XyZ--\r\n", start, h_csrf(&h), json);
	assert_int_equal(h_post_parts(&h, FORMS, body, strlen(body)), 303);
	assert_int_equal(h_follow(&h), 200);
	h_has(&h, "Brouillon");
	/* A second one meets the draft. */
	assert_int_equal(h_post_parts(&h, FORMS, body, strlen(body)), 422);
	h_has(&h, "a déjà un brouillon");
	/* The messages are those of presets, with their paths. */
	body = mem_printf(h.t.mem, "%s%s\r\n--XyZ\r\nContent-Disposition: "
	    "form-data; name=\"envoi\"\r\n\r\nimport\r\n--XyZ\r\n"
	    "Content-Disposition: form-data; name=\"json\"\r\n\r\n{\"format\":1,"
	    "\"key\":\"essai\",\"title\":\"Essai\",\"kind\":\"supplement\","
	    "\"couleur\":1,\"steps\":[{}]}\r\n--XyZ--\r\n", start, h_csrf(&h));
	assert_int_equal(h_post_parts(&h, FORMS, body, strlen(body)), 422);
	h_has(&h, "couleur");
	h_has(&h, "steps[0].key");
	assert_int_equal(h_int(&h, "SELECT count(*) FROM form WHERE key ="
	    " 'essai'"), 0);
}

static void
a_new_form_begins_blank_or_as_a_copy(void **state)
{
	const char *body;

	(void)state;
	h_get(&h, FORMS);
	body = mem_printf(h.t.mem, "--XyZ\r\nContent-Disposition: form-data; "
	    "name=\"csrf\"\r\n\r\n%s\r\n--XyZ\r\nContent-Disposition: form-data;"
	    " name=\"titre\"\r\n\r\nVie de quartier\r\n--XyZ\r\n"
	    "Content-Disposition: form-data; name=\"nature\"\r\n\r\nsupplement"
	    "\r\n--XyZ--\r\n", h_csrf(&h));
	assert_int_equal(h_post_parts(&h, FORMS, body, strlen(body)), 303);
	assert_int_equal(h_follow(&h), 200);
	h_has(&h, "Vie de quartier");
	h_has(&h, "Premières questions");
	assert_int_equal(h_post(&h, FORMS "/vie-de-quartier/revisions/1"
	    "/abandonner", "changements=0"), 303);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM form"), 2);
}

static int
load_list(const char *key, const char *csv)
{
	const char *body = mem_printf(h.t.mem, "--XyZ\r\nContent-Disposition: "
	    "form-data; name=\"csrf\"\r\n\r\n%s\r\n--XyZ\r\n"
	    "Content-Disposition: form-data; name=\"cle\"\r\n\r\n%s\r\n--XyZ"
	    "\r\nContent-Disposition: form-data; name=\"nom\"\r\n\r\nMétiers"
	    "\r\n--XyZ\r\nContent-Disposition: form-data; name=\"fichier\"; "
	    "filename=\"metiers.csv\"\r\n\r\n%s\r\n--XyZ--\r\n",
	    h_csrf(&h), key, csv);

	return h_post_parts(&h, "/cte/administration/listes", body,
	    strlen(body));
}

static void
a_reference_list_is_loaded_whole_or_not_at_all(void **state)
{
	(void)state;
	assert_int_equal(h_get(&h, "/cte/administration/listes"), 200);
	assert_int_equal(load_list("metiers", "cle;libelle\nA1;Maçon\n"
	    "A 2;Plombier\nA3;\n"), 422);
	h_has(&h, "ligne 3, colonne 1");
	h_has(&h, "ligne 4, colonne 2");
	h_has(&h, "value=\"metiers\"");
	assert_int_equal(h_int(&h, "SELECT count(*) FROM reference_item"), 0);
	assert_int_equal(load_list("Les métiers", "cle;libelle\nA1;Maçon\n"),
	    422);
	assert_int_equal(load_list("metiers", "cle;libelle\nA1;Maçon\n"
	    "A2;Plombier\n"), 303);
	assert_int_equal(h_follow(&h), 200);
	h_has(&h, "metiers.csv");
	assert_int_equal(h_int(&h, "SELECT count(*) FROM reference_item"), 2);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM audit WHERE event ="
	    " 'reference_list' AND person_id = 2"), 1);
}

#define T_(f)	cmocka_unit_test_setup_teardown(f, setup, harness_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_(only_who_may_write_forms_sees_them),
		T_(a_draft_is_edited_question_by_question),
		T_(what_is_wrong_is_said_beside_its_control),
		T_(two_agents_on_one_question_both_see_their_words),
		T_(a_draft_is_tried_and_nothing_is_kept),
		T_(a_draft_is_published_after_its_errors_are_gone),
		T_(who_publishes_chooses_whether_drafts_are_told),
		T_(what_is_inside_a_question_has_its_page),
		T_(rules_and_reasons_are_written_in_plain_words),
		T_(a_form_is_exported_and_imported),
		T_(what_is_no_form_is_said_beside_the_import),
		T_(a_new_form_begins_blank_or_as_a_copy),
		T_(a_reference_list_is_loaded_whole_or_not_at_all),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
