/*
 * A holder in front of the submission worker: begins a project, fills it well
 * and badly, in two tabs, without a session, joins files, presents it, corrects
 * it, takes it back. Nothing typed is lost.
 */
#include "config.h"

#include "tests/http/harness.h"
#include "tests/unit/world.h"

#include "base/buf.h"
#include "base/digest.h"
#include "base/file.h"
#include "base/text.h"
#include "domain/correction.h"
#include "fcgi/instruction/pages.h"
#include "fcgi/submission/pages.h"

#define PROJECT	HARNESS_PROJECT
#define CALL_PATH PROJECT "/appels/quartiers-2027"
#define PDF	"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"

static struct harness h;

static int
setup(void **state)
{
	(void)state;
	harness_project(&h, &submission_worker);
	return 0;
}

/* --- helpers -------------------------------------------------------------- */

/* The value of the hidden mark of a question on the page last got. */
static const char *
mark_of(const char *key)
{
	return h_hidden(&h, mem_printf(h.t.mem, "b.%s", key));
}

/* The part of the page about one question, to its mark. */
static const char *
part(const char *key)
{
	const char *from = strstr(h.body, mem_printf(h.t.mem,
	    "id=\"f-%s-aide\"", key));
	const char *to = from == NULL ? NULL : strstr(from,
	    mem_printf(h.t.mem, "name=\"b.%s\"", key));

	if (to == NULL)
		fail_msg("no question %s", key);
	return mem_strndup(h.t.mem, from, (size_t)(to - from));
}

#define assert_in(key, text) do {					\
		if (strstr(part(key), (text)) == NULL)			\
			fail_msg("%s: %s", key, part(key));		\
	} while (0)

static int
save(const char *step, const char *key, const char *value, const char *mark)
{
	int status;

	h.json = true;
	status = h_post(&h, mem_printf(h.t.mem, PROJECT
	    "/etapes/%s/enregistrer", step), mem_printf(h.t.mem,
	    "champ=a.%s&a.%s=%s%s%s%s%s", key, key, value,
	    mark == NULL ? "" : "&b.", mark == NULL ? "" : key,
	    mark == NULL ? "" : "=", mark == NULL ? "" : mark));
	h.json = false;
	return status;
}

/* One file in a multipart body. */
static int
send_file(const char *path, const char *field, const char *name,
    const char *content)
{
	struct buf b = BUF_INIT;
	int status;

	buf_printf(&b, "--XyZ\r\nContent-Disposition: form-data; "
	    "name=\"csrf\"\r\n\r\n%s\r\n--XyZ\r\nContent-Disposition: form-data;"
	    " name=\"%s\"; filename=\"%s\"\r\nContent-Type: application/pdf\r\n"
	    "\r\n%s\r\n--XyZ--\r\n", h_csrf(&h), field, name, content);
	status = h_post_parts(&h, path, b.data, b.len);
	buf_release(&b);
	return status;
}

static void
fill(void)
{
	static const char *const all[][3] = {
		{ "structure", "statut", "cooperative" },
		{ "structure", "activite", "Du compost" },
		{ "structure", "salaries", "3" },
		{ "structure", "referent-nom", "Anne" },
		{ "structure", "referent-fonction", "Pr%C3%A9sidente" },
		{ "structure", "referent-courriel", "anne%40terreau.example" },
		{ "structure", "referent-telephone", "0639981234" },
		{ "projet", "resume", "Des+bacs" },
		{ "projet", "besoin", "Trop+de+d%C3%A9chets" },
		{ "projet", "description", "Trente+bacs" },
		{ "projet", "maturite", "cahier" },
		{ "projet", "commune", "Saint-Leu" },
		{ "projet", "theme", "economie-circulaire" },
		{ "projet", "partenaires", "La+commune" },
		{ "projet", "participation", "co-construction" },
		{ "budget", "cout", "52+000" }, { "budget", "demande", "40000" },
		{ "budget", "tva", "non" },
		{ "budget", "plan", "&a.plan.costs.0.label=Bacs"
		    "&a.plan.costs.0.amount=52000&a.plan.sources.0.funder=TCO"
		    "&a.plan.sources.0.amount=52000" },
		{ "budget", "accord-partage", "oui" },
		{ "budget", "modele", "Des+adh%C3%A9sions" },
		{ "calendrier", "debut", "2027-02-01" },
		{ "calendrier", "fin", "2027-12-31" },
		{ "calendrier", "etapes", "&a.etapes.0.label=Achat"
		    "&a.etapes.0.date=2027-02-01&a.etapes.1.label=Bilan"
		    "&a.etapes.1.date=2027-06-01" },
		{ "calendrier", "risques", "La+pluie" },
		{ "effets", "changement", "Moins" },
		{ "effets", "beneficiaires", "600" },
		{ "effets", "publics", "tous" },
		{ "effets", "indicateur", "Tonnes" }, { "effets", "cible", "40" },
		{ "effets", "methode", "On+p%C3%A8se" },
		{ "effets", "partage", "wiki" }, { "pieces", "sincerite", "oui" },
	};
	size_t i;

	for (i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (save(all[i][0], all[i][1], all[i][2], NULL) != 200)
			fail_msg("%s: %s", all[i][1], h.body);
	h.json = true;
	assert_int_equal(send_file(PROJECT "/etapes/pieces/pieces", "a.rib",
	    "rib.pdf", PDF "rib"), 200);
	assert_int_equal(send_file(PROJECT "/etapes/pieces/pieces", "a.devis",
	    "devis.pdf", PDF "devis"), 200);
	h.json = false;
}

static void
fill_own(void)
{
	assert_int_equal(h_post(&h, CALL_PATH "/commencer", ""), 303);
	assert_int_equal(h_post(&h, CALL_PATH "/questions/quartier",
	    "b.ancrage=-&a.ancrage=Connu&b.axe=-&a.axe=ressources&b.visite=-"
	    "&a.visite=oui"), 303);
	assert_string_equal(h_header(&h, "Location"), CALL_PATH);
}

/* Present it, agreeing to what the page asks about. */
static int
present(void)
{
	const char *box;

	assert_int_equal(h_get(&h, CALL_PATH), 200);
	box = strstr(h.body, "name=\"accord\" value=\"");
	if (box != NULL)
		box += strlen("name=\"accord\" value=\"");
	return h_post(&h, CALL_PATH "/deposer", box == NULL ? "" :
	    mem_printf(h.t.mem, "accord=%.*s", (int)strcspn(box, "\""), box));
}

static void
deposit(void)
{
	fill();
	fill_own();
	if (present() != 303)
		fail_msg("%s", h.body);
	assert_string_equal(h_header(&h, "Location"), CALL_PATH "/recepisse");
}

/* --- beginning ------------------------------------------------------------ */

static void
a_visitor_sees_what_it_takes_before_any_account(void **state)
{
	(void)state;
	h_forget(&h);
	assert_int_equal(h_get(&h, "/cte/deposer"), 200);
	h_has(&h, "Votre structure");
	h_has(&h, "identité bancaire");
	h_has(&h, "/compte/connexion?suite=%2Fcte%2Fdeposer");
	h_has_not(&h, "name=\"titre\"");
	assert_int_equal(h_get(&h, "/cte/mes-projets"), 303);
}

static void
a_project_without_a_name_is_asked_again(void **state)
{
	(void)state;
	assert_int_equal(h_post(&h, "/cte/deposer", "titre=+&porteur=0"), 422);
	h_has(&h, "Donnez un nom au projet");
	/* The body that was not chosen is still not. */
	h_has_not(&h, "value=\"2\" checked");
	assert_int_equal(h_get(&h, "/cte/deposer?titre=Un%20verger"), 200);
	h_has(&h, "value=\"Un verger\"");
	h_has(&h, "Composter à Piton");		/* to go on with */
}

static void
a_body_one_does_not_belong_to_is_refused(void **state)
{
	(void)state;
	h_forget(&h);
	h_sign_in(&h, CLARA);
	assert_int_equal(h_post(&h, "/cte/deposer", "titre=X&porteur=2"), 403);
}

static void
nobody_else_knows_of_a_draft(void **state)
{
	static const char *const paths[] = { PROJECT, PROJECT "/relire",
	    PROJECT "/etapes/projet", PROJECT "/appels",
	    CALL_PATH, PROJECT "/pieces/1" };
	size_t i;

	(void)state;
	h_forget(&h);
	h_sign_in(&h, CLARA);
	for (i = 0; i < sizeof(paths) / sizeof(paths[0]); i++)
		assert_int_equal(h_get(&h, paths[i]), 404);
	assert_int_equal(save("projet", "titre", "Vole", NULL), 404);
}

/* --- a step --------------------------------------------------------------- */

static void
each_bad_answer_has_its_message_and_all_is_kept(void **state)
{
	(void)state;
	assert_int_equal(h_post(&h, PROJECT "/etapes/calendrier",
	    "b.debut=-&a.debut=31%2F02%2F2027&b.fin=-&a.fin=2027-12-31"
	    "&b.etapes=-&a.etapes.0.label=Achat&a.etapes.0.date=bient%C3%B4t"
	    "&b.risques=-&a.risques=La+pluie"), 422);
	assert_in("debut", "existe pas");
	assert_in("debut", "value=\"31/02/2027\"");
	assert_in("etapes", "cette date n");
	assert_in("etapes", "value=\"bientôt\"");
	h_has(&h, "La pluie");
	h_has(&h, "href=\"#f-debut\"");
	/* It is all still there on another day. */
	assert_int_equal(h_get(&h, PROJECT "/etapes/calendrier"), 200);
	assert_in("debut", "value=\"31/02/2027\"");
	assert_in("debut", "existe pas");
	assert_in("fin", "2027-12-31");
	assert_int_equal(h_post(&h, PROJECT "/etapes/budget",
	    "b.cout=-&a.cout=52+k%E2%82%AC&b.demande=-&a.demande=-5"
	    "&b.salaries=-&a.salaries=3"), 422);
	assert_in("cout", "montant en euros");
	assert_in("cout", "value=\"52 k€\"");
	assert_in("demande", "au moins");
	assert_int_equal(h_get(&h, PROJECT "/etapes/structure"), 200);
	assert_int_equal(h_post(&h, PROJECT "/etapes/structure", mem_printf(
	    h.t.mem, "b.porteur=%s&a.porteur=00021425400014"
	    "&b.referent-courriel=-&a.referent-courriel=anne&b.site=-"
	    "&a.site=javascript:alert(1)", mark_of("porteur"))), 422);
	assert_in("porteur", "clé de contrôle");
	assert_in("referent-courriel", "complète");
	assert_in("site", "value=\"javascript:alert(1)\"");
}

static void
a_step_well_filled_leads_to_the_next(void **state)
{
	(void)state;
	assert_int_equal(h_post(&h, PROJECT "/etapes/projet",
	    "b.titre=x&a.titre=Composter&b.resume=-&a.resume=Bacs"), 409);
	assert_int_equal(h_get(&h, PROJECT "/etapes/projet"), 200);
	assert_int_equal(h_post(&h, PROJECT "/etapes/projet", mem_printf(
	    h.t.mem, "b.titre=%s&a.titre=Composter&b.resume=-&a.resume=Bacs",
	    mark_of("titre"))), 303);
	assert_string_equal(h_header(&h, "Location"), PROJECT "/etapes/budget");
	assert_int_equal(h_int(&h, "SELECT count(*) FROM element WHERE"
	    " title = 'Composter' AND summary = 'Bacs'"), 1);
}

static void
an_answer_may_open_another_question(void **state)
{
	(void)state;
	assert_int_equal(h_get(&h, PROJECT "/etapes/structure"), 200);
	h_has(&h, "data-when=");
	assert_int_equal(h_post(&h, PROJECT "/etapes/structure",
	    "b.statut=-&a.statut=association&b.benevoles=-&a.benevoles="), 303);
	assert_string_equal(h_header(&h, "Location"),
	    PROJECT "/etapes/structure");
	assert_int_equal(h_follow(&h), 200);
	h_has(&h, "ouvrent");
}

static void
more_lines_without_script(void **state)
{
	(void)state;
	assert_int_equal(h_post(&h, PROJECT "/etapes/budget",
	    "b.plan=-&a.plan.costs.0.label=Bacs&a.plan.costs.0.amount=52000"
	    "&a.plan.sources.0.funder=TCO&a.plan.sources.0.amount=38400"
	    "&_ajouter=a.plan.costs"), 303);
	assert_string_equal(h_header(&h, "Location"),
	    PROJECT "/etapes/budget?plus=a.plan.costs#f-plan");
	assert_int_equal(h_get(&h, PROJECT "/etapes/budget?plus=a.plan.costs"),
	    200);
	h_has(&h, "a.plan.costs.4.label");
	h_has_not(&h, "a.plan.sources.4.funder");
	h_has(&h, "Il manque 13");
}

/* --- two devices ---------------------------------------------------------- */

static void
autosave_answers_as_its_module_expects(void **state)
{
	(void)state;
	assert_int_equal(save("projet", "resume", "Des+bacs", "-"), 200);
	h_has(&h, "\"saved_at\":\"16 h 00\"");
	h_has(&h, "\"mark\":");
	h_has(&h, "\"answered\":");
	assert_int_equal(save("structure", "salaries", "douze", "-"), 422);
	h_has(&h, "nombre entier");
	h_has(&h, "\"mark\":");		/* kept by the server as typed */
	assert_int_equal(h_get(&h, PROJECT "/etapes/structure"), 200);
	assert_in("salaries", "value=\"douze\"");
	/* A question of another step, or none, is no answer. */
	assert_int_equal(save("projet", "salaries", "12", NULL), 400);
	assert_int_equal(save("projet", "inconnu", "12", NULL), 400);
}

static void
two_devices_are_shown_both_values(void **state)
{
	const char *mark;

	(void)state;
	assert_int_equal(h_get(&h, PROJECT "/etapes/projet"), 200);
	mark = mark_of("resume");
	assert_int_equal(save("projet", "resume", "Depuis+le+bureau", mark), 200);
	/* The phone still shows the empty page. */
	assert_int_equal(save("projet", "resume", "Depuis+le+jardin", mark), 409);
	h_has(&h, "Depuis le bureau");
	/* So does the whole form, with all the rest saved. */
	assert_int_equal(h_post(&h, PROJECT "/etapes/projet", mem_printf(
	    h.t.mem, "b.resume=%s&a.resume=Depuis+le+jardin&b.besoin=-"
	    "&a.besoin=Des+bacs", mark)), 409);
	assert_in("resume", "Depuis le bureau");
	assert_in("resume", "Depuis le jardin");
	/* Said at the head of the page too, with a link to the question. */
	h_has(&h, "Une réponse a été changée ailleurs");
	h_has(&h, "<li><a href=\"#f-resume\">");
	assert_int_equal(h_int(&h, "SELECT count(*) FROM answer WHERE key ="
	    " 'besoin'"), 1);
	/* The page now knows both: saving again is a choice. */
	assert_int_equal(h_post(&h, PROJECT "/etapes/projet", mem_printf(
	    h.t.mem, "b.resume=%s&a.resume=Depuis+le+jardin",
	    mark_of("resume"))), 303);
	/* A tab that left it untouched does not bring the old one back. */
	assert_int_equal(save("projet", "besoin", "Moins+de+bacs", NULL), 200);
	assert_int_equal(h_post(&h, PROJECT "/etapes/projet",
	    "b.besoin=-&a.besoin=&b.quartier=-&a.quartier=Piton"), 303);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM answer WHERE key ="
	    " 'besoin' AND value_json = '\"Moins de bacs\"'"), 1);
}

static void
a_lost_session_loses_no_answer(void **state)
{
	const char *next;

	(void)state;
	h_sql(&h, "UPDATE session SET expires_at = 0");
	assert_int_equal(h_post(&h, PROJECT "/etapes/projet",
	    "b.resume=-&a.resume=%C3%89crit+longtemps&csrf=x"), 303);
	next = h_header(&h, "Location");
	assert_true(text_starts(next, "/compte/connexion?suite="));
	next = text_percent_decode(h.t.mem, next + 24, strlen(next + 24), true);
	h_sign_in(&h, ANNE);
	assert_int_equal(h_get(&h, next), 200);
	h_has(&h, "Écrit longtemps");
}

static void
an_enormous_answer_is_refused_alone(void **state)
{
	size_t len = 300000;
	char *body = mem_alloc(h.t.mem, len + 100);

	(void)state;
	snprintf(body, 100, "b.besoin=-&b.resume=-&a.resume=Bacs&a.besoin=");
	memset(body + strlen(body), 'x', len);
	assert_int_equal(h_post(&h, PROJECT "/etapes/projet", body), 409);
	assert_in("besoin", "trop longue");
	assert_int_equal(h_int(&h, "SELECT count(*) FROM answer WHERE key ="
	    " 'besoin'"), 0);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM answer WHERE key ="
	    " 'resume'"), 1);
}

/* --- files ---------------------------------------------------------------- */

static void
a_file_is_joined_read_and_taken_away(void **state)
{
	const char *url;

	(void)state;
	h.json = true;
	assert_int_equal(send_file(PROJECT "/etapes/pieces/pieces", "a.rib",
	    "mon rib.pdf", PDF), 200);
	h.json = false;
	h_has(&h, "mon rib.pdf");
	assert_int_equal(h_get(&h, PROJECT "/etapes/pieces"), 200);
	h_has(&h, "mon rib.pdf");
	url = strstr(h.body, PROJECT "/pieces/");
	assert_non_null(url);
	url = mem_strndup(h.t.mem, url, strcspn(url, "\""));
	assert_int_equal(h_get(&h, url), 200);
	assert_true(text_starts(h_header(&h, "X-Accel-Redirect"), "/"));
	assert_non_null(strstr(h_header(&h, "Content-Disposition"),
	    "attachment"));
	assert_non_null(strstr(h_header(&h, "Content-Security-Policy"),
	    "sandbox"));
	h_forget(&h);
	h_sign_in(&h, CLARA);
	assert_int_equal(h_get(&h, url), 404);
	h_forget(&h);
	h_sign_in(&h, ANNE);
	assert_int_equal(h_post(&h, PROJECT "/etapes/pieces", mem_printf(
	    h.t.mem, "_retirer=rib:%ld", (long)h_int(&h,
	    "SELECT max(id) FROM document"))), 303);
	/* It stays in the vault, which offers it. */
	assert_int_equal(h_get(&h, PROJECT "/etapes/pieces"), 200);
	h_has_not(&h, "name=\"_retirer\"");
	h_has(&h, "name=\"_reprendre\" value=\"rib:");
	assert_int_equal(h_post(&h, PROJECT "/etapes/pieces", mem_printf(
	    h.t.mem, "_reprendre=rib:%ld", (long)h_int(&h,
	    "SELECT max(id) FROM document"))), 303);
	assert_int_equal(h_get(&h, PROJECT "/etapes/pieces"), 200);
	h_has(&h, "name=\"_retirer\"");
	h_has_not(&h, "name=\"_reprendre\"");
}

static void
a_renamed_file_is_refused_beside_its_field(void **state)
{
	(void)state;
	h.json = true;
	assert_int_equal(send_file(PROJECT "/etapes/pieces/pieces", "a.rib",
	    "rib.pdf", "#!/bin/sh\nrm -rf /\n"), 422);
	h.json = false;
	h_has(&h, "autre type");
	assert_int_equal(send_file(PROJECT "/etapes/pieces", "a.rib", "rib.pdf",
	    "#!/bin/sh\nrm -rf /\n"), 422);
	h_has(&h, "href=\"#f-rib\"");
	assert_int_equal(h_int(&h, "SELECT count(*) FROM file"), 0);
}

/* --- presenting ----------------------------------------------------------- */

static void
what_is_missing_is_listed_with_links(void **state)
{
	(void)state;
	assert_int_equal(h_get(&h, PROJECT "/relire"), 200);
	h_has(&h, "href=\"" PROJECT "/etapes/projet#f-resume\"");
	assert_int_equal(h_post(&h, CALL_PATH "/commencer", ""), 303);
	assert_string_equal(h_header(&h, "Location"),
	    CALL_PATH "/questions/quartier");
	assert_int_equal(h_post(&h, CALL_PATH "/deposer", ""), 422);
	h_has(&h, "href=\"" PROJECT "/etapes/projet#f-resume\"");
	h_has(&h, "href=\"" CALL_PATH "/questions/quartier#f-ancrage\"");
	h_has_not(&h, "action=\"" CALL_PATH "/deposer\"");
	assert_int_equal(h_int(&h, "SELECT count(*) FROM snapshot"), 0);
}

static void
calls_say_whether_the_project_fits(void **state)
{
	(void)state;
	fill();
	assert_int_equal(h_get(&h, PROJECT "/appels"), 200);
	h_has(&h, "Saint-Leu fait partie de son territoire");
	h_has(&h, CALL_PATH "/commencer");
	h_has(&h, "Votre thème n’est pas l’un des siens");
	h_has_not(&h, "appels/velo/commencer");
	h_has_not(&h, "quartiers-2025");	/* closed */
}

static void
a_closed_call_refuses(void **state)
{
	(void)state;
	fill();
	fill_own();
	h.now = INT64_C(1800000001);
	h_sign_in(&h, ANNE);
	assert_int_equal(present(), 303);
	assert_int_equal(h_follow(&h), 200);
	h_has(&h, "clos");
	assert_int_equal(h_int(&h, "SELECT count(*) FROM snapshot"), 0);
	assert_int_equal(h_get(&h, PROJECT "/appels/quartiers-2025"), 404);
}

static void
a_deposit_is_acknowledged_on_page_paper_and_json(void **state)
{
	char sha256[DIGEST_HEX];

	(void)state;
	deposit();
	assert_int_equal(h_follow(&h), 200);
	h_has(&h, "TCO-2026-00001");
	h_has(&h, "23\u00a0novembre 2026");
	h_has(&h, "Recours dans les deux mois.");
	assert_int_equal(h_get(&h, CALL_PATH "/depot.json"), 200);
	digest_sha256_hex(sha256, h.body, h.body_len);
	assert_int_equal(h_get(&h, CALL_PATH "/recepisse"), 200);
	h_has(&h, sha256);
	assert_int_equal(h_get(&h, CALL_PATH "/recepisse.pdf"), 200);
	assert_string_equal(h_header(&h, "Content-Type"), "application/pdf");
	assert_true(h.body_len > 5000);
	assert_memory_equal(h.body, "%PDF-", 5);
	/* And everywhere the holder looks. */
	assert_int_equal(h_get(&h, "/cte/mes-projets"), 200);
	h_has(&h, "n° TCO-2026-00001");
	h_has(&h, "au plus tard le");
	assert_int_equal(h_get(&h, CALL_PATH), 200);
	h_has(&h, CALL_PATH "/retirer");
	/* A new deposit is offered when it would bring something. */
	h_has(&h, "Rien n’a changé depuis votre dernier dépôt.");
	h_has_not(&h, "Déposer à nouveau");
	assert_int_equal(save("projet", "besoin", "Neuf+tonnes", NULL), 200);
	h.json = true;
	assert_int_equal(send_file(PROJECT "/etapes/pieces/pieces", "a.rib",
	    "rib2.pdf", PDF "autre rib"), 200);
	h.json = false;
	assert_int_equal(h_get(&h, CALL_PATH), 200);
	h_has(&h, "2 réponses ont changé depuis votre dernier dépôt");
	h_has(&h, "À quel besoin répond-il");
	h_has(&h, "Déposer à nouveau");
}

static void
who_receives_which_documents_is_asked_once(void **state)
{
	int64_t consent, document;

	(void)state;
	fill();
	fill_own();
	assert_int_equal(h_get(&h, CALL_PATH), 200);
	h_has(&h, "Territoire de la Côte Ouest recevra 2 documents");
	/* Not without the box, nor for other documents than those shown. */
	assert_int_equal(h_post(&h, CALL_PATH "/deposer", ""), 422);
	h_has(&h, "Cochez cette case");
	assert_int_equal(h_post(&h, CALL_PATH "/deposer",
	    "accord=0123456789abcdef"), 422);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM snapshot"), 0);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM document_consent"),
	    0);
	assert_int_equal(present(), 303);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM document_consent"
	    " WHERE funder_id = 1 AND given_by = 1 AND revoked_at IS NULL"), 2);
	/* Asked once. */
	assert_int_equal(save("projet", "resume", "Autre+chose", NULL), 200);
	assert_int_equal(h_get(&h, CALL_PATH), 200);
	h_has_not(&h, "name=\"accord\"");
	assert_int_equal(h_post(&h, CALL_PATH "/deposer", ""), 303);
	/* Taken back, it is asked again; what was frozen stays. */
	document = h_int(&h, "SELECT id FROM document WHERE nature = 'rib'");
	consent = h_int(&h, "SELECT id FROM document_consent WHERE"
	    " document_id = %lld", (long long)document);
	assert_int_equal(h_post(&h, mem_printf(h.t.mem, "/compte/organisations/"
	    "compost-peï/documents/%lld/accords", (long long)document),
	    mem_printf(h.t.mem, "accord=%lld", (long long)consent)), 303);
	assert_int_equal(save("projet", "resume", "Encore", NULL), 200);
	assert_int_equal(h_get(&h, CALL_PATH), 200);
	h_has(&h, "name=\"accord\"");
	assert_int_equal(h_post(&h, CALL_PATH "/deposer", ""), 422);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM snapshot_document"),
	    4);
}

/* What an agent reads of a paper is what was said of it at the deposit. */
static void
the_end_of_a_paper_is_frozen_with_it(void **state)
{
	struct stmt *files;
	bool seen = false;
	int64_t id;

	(void)state;
	fill();
	fill_own();
	id = h_int(&h, "SELECT id FROM document WHERE nature = 'rib'");
	h_sql(&h, "UPDATE document_version SET expires_on = '2026-12-31'"
	    " WHERE document_id = %lld", (long long)id);
	assert_int_equal(present(), 303);
	assert_int_equal(h_post(&h, mem_printf(h.t.mem, "/compte/organisations/"
	    "compost-peï/documents/%lld/modifier", (long long)id),
	    "nature=rib&libelle=RIB&expire=2035-12-31"), 303);
	files = db_query(h.t.db, Q_DESK_FILES, I(snapshot, h_int(&h,
	    "SELECT max(id) FROM snapshot")));
	while (stmt_step(files))
		if (strcmp(stmt_text(files, "nature"), "rib") == 0) {
			assert_string_equal(stmt_text(files, "expires_on"),
			    "2026-12-31");
			seen = true;
		}
	stmt_done(files);
	assert_true(seen);
	/* No antivirus has been there: the agent is told. */
	h_sql(&h, "INSERT INTO role_grant (person_id, role, scope_kind, scope_id,"
	    " platform_id, granted_at) VALUES (%d, 'agent', 'platform', 1, 1,"
	    " 0)", BRUNO);
	h.worker = &instruction_worker;
	h_forget(&h);
	h_sign_in(&h, BRUNO);
	assert_int_equal(h_get(&h, "/cte/instruction/TCO-2026-00001/pieces"),
	    200);
	h_has(&h, "31\u00a0décembre 2026");
	h_has_not(&h, "2035");
	h_has(&h, "pas encore analysé");
	h_sql(&h, "UPDATE file SET scanned_at = %lld", (long long)h.now);
	assert_int_equal(h_get(&h, "/cte/instruction/TCO-2026-00001/pieces"),
	    200);
	h_has(&h, "analysé le");
}

static void
pressing_twice_deposits_twice_the_same_number(void **state)
{
	(void)state;
	deposit();
	assert_int_equal(present(), 303);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM application"), 1);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM snapshot"), 2);
	assert_int_equal(h_int(&h, "SELECT count(DISTINCT number) FROM"
	    " application"), 1);
}

/* --- after ---------------------------------------------------------------- */

static void
a_correction_is_shown_where_it_is_answered(void **state)
{
	const struct correction_field fields[] = { { "besoin", "Chiffrez-le." } };
	struct correction_form form = { .reason = "incomplete",
	    .message = "Dites combien de déchets.", .blocking = true,
	    .due_on = "2026-12-31", .fields = fields, .field_count = 1 };
	const struct act act = { &bruno, TEST_NOW, NULL, NULL };
	struct problems why = PROBLEMS_INIT(h.t.mem);

	(void)state;
	deposit();
	form.revision = h_int(&h, "SELECT revision FROM application");
	assert_int_equal(correction_ask(h.t.db, h.t.mem, 1, &form, &act, &why),
	    RC_OK);
	assert_int_equal(h_get(&h, "/cte/mes-projets"), 200);
	h_has(&h, "Correction demandée");
	h_has(&h, "31\u00a0décembre 2026");
	assert_int_equal(h_get(&h, CALL_PATH), 200);
	h_has(&h, "Dites combien de déchets.");
	h_has(&h, "href=\"" PROJECT "/etapes/projet#f-besoin\"");
	assert_int_equal(h_get(&h, PROJECT "/etapes/projet"), 200);
	assert_in("besoin", "Chiffrez-le.");
	assert_int_equal(save("projet", "besoin", "Neuf+tonnes", NULL), 200);
	assert_int_equal(h_get(&h, CALL_PATH), 200);
	h_has(&h, "Envoyer le dossier corrigé");
	assert_int_equal(present(), 303);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM correction WHERE"
	    " answered_at IS NOT NULL"), 1);
	assert_int_equal(h_get(&h, CALL_PATH), 200);
	h_has_not(&h, "Dites combien de déchets.");
}

static void
the_thread_keeps_what_is_typed_and_reads_back(void **state)
{
	(void)state;
	deposit();
	assert_int_equal(h_post(&h, CALL_PATH "/messages", "message=+"), 422);
	assert_int_equal(h_post(&h, CALL_PATH "/messages",
	    "message=Bonjour%2C%0Aune+question"), 303);
	assert_int_equal(h_get(&h, CALL_PATH), 200);
	h_has(&h, "Bonjour,\nune question");
	h_sql(&h, "INSERT INTO message (application_id, author_id, side, body,"
	    " sent_at) VALUES (1, 2, 'service', 'Voici la réponse.', 5)");
	assert_int_equal(h_get(&h, "/cte/mes-projets"), 200);
	h_has(&h, "Le service vous a écrit 1 message");
	assert_int_equal(h_get(&h, CALL_PATH), 200);
	h_has(&h, "1 message nouveau");
	assert_int_equal(h_post(&h, CALL_PATH "/lu", ""), 303);
	assert_int_equal(h_get(&h, CALL_PATH), 200);
	h_has_not(&h, "1 message nouveau");
}

static void
a_decision_is_read_with_its_reasons_and_remedies(void **state)
{
	(void)state;
	deposit();
	h_sql(&h, "UPDATE application SET state = 'refused', decided_at = 5");
	h_sql(&h, "INSERT INTO decision (application_id, verdict, reasons,"
	    " decided_by_name, decided_at) VALUES (1, 'refuse',"
	    " 'Le terrain est inondable.', 'La présidente', %ld)",
	    (long)TEST_NOW);
	assert_int_equal(h_get(&h, CALL_PATH), 200);
	h_has(&h, "Le terrain est inondable.");
	h_has(&h, "La présidente");
	h_has(&h, "Recours dans les deux mois.");
	h_has_not(&h, CALL_PATH "/retirer");
	h_has_not(&h, "action=\"" CALL_PATH "/deposer\"");
}

static void
a_candidate_may_leave_and_come_back(void **state)
{
	(void)state;
	deposit();
	assert_int_equal(h_get(&h, CALL_PATH "/retirer"), 200);
	assert_int_equal(h_post(&h, CALL_PATH "/retirer", "motif=Plus+tard"),
	    303);
	assert_int_equal(h_get(&h, CALL_PATH), 200);
	h_has(&h, "Retiré");
	h_has(&h, "Présenter le projet à cet appel");
	assert_int_equal(h_post(&h, CALL_PATH "/retirer", ""), 303);
	assert_int_equal(present(), 303);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM application WHERE"
	    " state = 'submitted' AND number = 'TCO-2026-00001'"), 1);
}

static void
a_project_is_shown_to_all_and_taken_back(void **state)
{
	(void)state;
	assert_int_equal(h_post(&h, PROJECT "/ecoute", "maturite=idea"), 422);
	h_has(&h, PROJECT "/etapes/projet#f-resume");
	fill();
	assert_int_equal(h_post(&h, PROJECT "/ecoute", "maturite=idea"
	    "&besoin=place&precision.need.place=Un+local"), 303);
	assert_int_equal(h_follow(&h), 200);
	h_has(&h, "Relu bientôt");
	h_has(&h, "Un local");
	/* Nobody sees it before a moderator read it. */
	assert_int_equal(h_int(&h, "SELECT count(*) FROM element WHERE"
	    " published_at IS NOT NULL"), 0);
	assert_int_equal(h_post(&h, PROJECT "/ecoute/quitter", ""), 303);
	assert_int_equal(h_post(&h, PROJECT "/corbeille", ""), 303);
	assert_int_equal(h_get(&h, "/cte/mes-projets"), 200);
	h_has(&h, "Dans la corbeille");
	assert_int_equal(save("projet", "resume", "Non", NULL), 409);
	assert_int_equal(h_post(&h, PROJECT "/restaurer", ""), 303);
	assert_int_equal(save("projet", "resume", "Oui", NULL), 200);
}

/* --- cost ----------------------------------------------------------------- */

static void
my_projects_cost_the_same_whatever_their_number(void **state)
{
	uint64_t one;
	int i;

	(void)state;
	assert_int_equal(h_get(&h, "/cte/mes-projets"), 200);
	one = h.statements;
	for (i = 0; i < 30; i++)
		assert_int_equal(h_post(&h, "/cte/deposer",
		    "titre=Un+autre&porteur=2"), 303);
	assert_int_equal(h_get(&h, "/cte/mes-projets"), 200);
	h_has(&h, "un-autre-30");
	assert_true(h.statements <= one);
	assert_true(one <= 12);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, harness_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_visitor_sees_what_it_takes_before_any_account),
		TEST(a_project_without_a_name_is_asked_again),
		TEST(a_body_one_does_not_belong_to_is_refused),
		TEST(nobody_else_knows_of_a_draft),
		TEST(each_bad_answer_has_its_message_and_all_is_kept),
		TEST(a_step_well_filled_leads_to_the_next),
		TEST(an_answer_may_open_another_question),
		TEST(more_lines_without_script),
		TEST(autosave_answers_as_its_module_expects),
		TEST(two_devices_are_shown_both_values),
		TEST(a_lost_session_loses_no_answer),
		TEST(an_enormous_answer_is_refused_alone),
		TEST(a_file_is_joined_read_and_taken_away),
		TEST(a_renamed_file_is_refused_beside_its_field),
		TEST(what_is_missing_is_listed_with_links),
		TEST(calls_say_whether_the_project_fits),
		TEST(a_closed_call_refuses),
		TEST(a_deposit_is_acknowledged_on_page_paper_and_json),
		TEST(who_receives_which_documents_is_asked_once),
		TEST(the_end_of_a_paper_is_frozen_with_it),
		TEST(pressing_twice_deposits_twice_the_same_number),
		TEST(a_correction_is_shown_where_it_is_answered),
		TEST(the_thread_keeps_what_is_typed_and_reads_back),
		TEST(a_decision_is_read_with_its_reasons_and_remedies),
		TEST(a_candidate_may_leave_and_come_back),
		TEST(a_project_is_shown_to_all_and_taken_back),
		TEST(my_projects_cost_the_same_whatever_their_number),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
