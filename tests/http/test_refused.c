/*
 * What somebody tried and must not obtain: by a forged address, from another
 * platform, after leaving, by asking twice.
 */
#include "config.h"

#include "tests/http/harness.h"
#include "tests/unit/world.h"

#include "domain/call_edit.h"
#include "domain/document.h"
#include "domain/dossier.h"
#include "fcgi/instruction/pages.h"
#include "fcgi/submission/pages.h"

#define PROJECT		"/cte/mes-projets/composter-ensemble"
#define GESTURES	"/cte/gestes/projets/composter-ensemble"

enum { MODERATOR = 11, OTHER_MODERATOR };

static struct harness h;

static void
add_person(int id, const char *name, const char *role, int platform_id)
{
	h_sql(&h, "INSERT INTO person (id, email, name, created_at,"
	    " confirmed_at) VALUES (%d, '%s@terreau.example', '%s', 0, 1)",
	    id, name, name);
	h_sql(&h, "INSERT INTO role_grant (person_id, role, scope_kind,"
	    " scope_id, platform_id, granted_at) VALUES (%d, '%s', 'platform',"
	    " %d, %d, 0)", id, role, platform_id, platform_id);
}

/* Anne's project, of her association, published; another platform. */
static int
setup(void **state)
{
	struct problems why;
	struct dossier *d;

	(void)state;
	harness_world(&h, &submission_worker);
	why = (struct problems)PROBLEMS_INIT(h.t.mem);
	assert_int_equal(dossier_create(&d, h.t.db, h.t.mem, PLATFORM,
	    "Composter ensemble", &anne, ASSOCIATION, TEST_NOW, &why), RC_OK);
	h_sql(&h, "UPDATE element SET summary = 'Un compost', territory_id = 2,"
	    " theme_id = 1, published_at = 1 WHERE id = 1");
	h_sql(&h, "INSERT INTO platform (id, slug, name, territory_id,"
	    " time_zone, service_name, created_at, loaded_at) VALUES (2,"
	    " 'ailleurs', 'Ailleurs', 1, 'Indian/Reunion', 'Les financeurs', 0,"
	    " 0)");
	add_person(MODERATOR, "mo", "animator", 1);
	add_person(OTHER_MODERATOR, "autre", "animator", 2);
	return 0;
}

static int64_t
count(const char *what)
{
	return h_int(&h, "%s", what);
}

/* --- messages ---------------------------------------------------------------- */

static void
a_notice_does_not_lead_to_a_forged_host(void **state)
{
	(void)state;
	h.site = "https://vrai.example";
	h_sign_in(&h, CLARA);
	assert_int_equal(h_post(&h, GESTURES "/soutien", "geste=contribution"
	    "&acte=donner&message=Un+four"), 303);
	assert_int_equal(count("SELECT count(*) FROM job WHERE kind = 'mail'"
	    " AND payload_json LIKE '%https://vrai.example/cte/%'"), 1);
	assert_int_equal(count("SELECT count(*) FROM job"
	    " WHERE payload_json LIKE '%terreau.test%'"), 0);
}

static void
a_contribution_given_again_and_again_is_told_once_a_day(void **state)
{
	int i;

	(void)state;
	h_sign_in(&h, CLARA);
	for (i = 0; i < 3; i++) {
		h_post(&h, GESTURES "/soutien", "geste=contribution"
		    "&acte=donner&message=Un+four");
		h_post(&h, GESTURES "/soutien", "geste=contribution"
		    "&acte=reprendre");
		h.now += 60;
	}
	assert_int_equal(count("SELECT count(*) FROM job WHERE kind = 'mail'"),
	    1);
}

static void
nobody_writes_to_strangers_without_end(void **state)
{
	int i, sent = 0, offered = 0;

	(void)state;
	h_sign_in(&h, ANNE);
	for (i = 0; i < 130; i++)
		h_post(&h, PROJECT "/personnes/invitations",
		    "courriel=x%40y.example&niveau=view");
	for (i = 0; i < 30; i++) {
		h_post(&h, PROJECT "/transmettre", "a=z%40y.example");
		h_post(&h, PROJECT "/transmettre", "annuler=1");
	}
	sent = (int)count("SELECT count(*) FROM job WHERE kind = 'mail' AND"
	    " payload_json LIKE '%x@y.example%'");
	offered = (int)count("SELECT count(*) FROM job WHERE kind = 'mail' AND"
	    " payload_json LIKE '%z@y.example%'");
	assert_int_equal(sent, 100);
	assert_int_equal(offered, 20);
}

/* --- another platform ---------------------------------------------------------- */

static void
a_moderator_of_another_platform_takes_no_link_away(void **state)
{
	(void)state;
	h_sql(&h, "INSERT INTO element (id, uuid, platform_id, kind, slug,"
	    " title, state, created_at, updated_at, published_at) VALUES"
	    " (5, 'c5', 1, 'commons', 'carnet', 'Le carnet', 'listening', 0, 0,"
	    " 1)");
	h_sql(&h, "INSERT INTO element_link (id, from_id, to_id, kind,"
	    " proposed_at, from_at, to_at) VALUES (1, 1, 5, 'uses', 0, 1, 1)");
	h_sign_in(&h, OTHER_MODERATOR);
	assert_int_equal(h_post(&h, "/ailleurs/gestes/liens/1",
	    "acte=refuser"), 404);
	assert_int_equal(h_post(&h, "/cte/gestes/liens/1", "acte=refuser"),
	    404);
	assert_int_equal(count("SELECT count(*) FROM element_link"), 1);
	h_sign_in(&h, MODERATOR);
	assert_int_equal(h_post(&h, "/cte/gestes/liens/1", "acte=refuser"),
	    303);
}

/* Two calls of the same name: what is answered about one is not the other. */
static void
coming_back_after_a_refusal_names_the_call_of_its_platform(void **state)
{
	(void)state;
	h_sql(&h, "INSERT INTO call (id, uuid, platform_id, slug, title,"
	    " form_id, status, opens_at, silence, silence_months, created_at)"
	    " VALUES (9, 'u9', 2, 'quartiers-2027', 'Les mêmes quartiers', 1,"
	    " 'published', 1790000000, 'none', 0, 0)");
	h_sql(&h, "INSERT INTO application (id, number, dossier_id, call_id,"
	    " platform_id, state, stage_id, tray, created_at, waiting_since,"
	    " title, folded, holder_name, decided_at) VALUES (1, 'B1', 1, 9, 2,"
	    " 'refused', NULL, 'decided', 0, 0, 'x', '', 'y', 5)");
	h_sign_in(&h, ANNE);
	assert_int_equal(h_post(&h, PROJECT "/appels/quartiers-2027/ecoute",
	    "retour=oui"), 404);
	assert_int_equal(count("SELECT count(*) FROM flow_event"), 0);
	assert_int_equal(h_post(&h, PROJECT
	    "/appels/ailleurs~quartiers-2027/ecoute", "retour=oui"), 303);
	assert_int_equal(count("SELECT count(*) FROM flow_event WHERE"
	    " application_id = 1 AND event = 'returned'"), 1);
}

/* --- after leaving -------------------------------------------------------------- */

/* Anne leaves the association to Bruno. */
static void
leave(void)
{
	h_sql(&h, "INSERT INTO membership VALUES (2, 2, 'administrator', NULL,"
	    " 0)");
	h_sql(&h, "UPDATE dossier SET owner_person_id = NULL");
	h_sql(&h, "DELETE FROM membership WHERE person_id = 1");
}

static void
whoever_left_a_body_comes_back_under_no_other_name(void **state)
{
	(void)state;
	h_sign_in(&h, ANNE);
	h_sql(&h, "UPDATE dossier SET owner_person_id = NULL");
	h_sql(&h, "UPDATE organisation SET slug = 'compost' WHERE id = 2");
	assert_int_equal(h_post(&h, "/compte/organisations/compost/invitations",
	    "courriel=clara%40terreau.example&role=administrator"), 303);
	assert_int_equal(h_post(&h, PROJECT "/personnes/invitations",
	    "courriel=clara%40terreau.example&niveau=submit"), 303);
	assert_int_equal(h_post(&h, PROJECT "/transmettre",
	    "a=clara%40terreau.example"), 303);
	leave();
	h_sign_in(&h, CLARA);
	assert_int_equal(h_post(&h, "/compte/invitations/1", "reponse=oui"),
	    404);
	assert_int_equal(h_post(&h, "/compte/invitations/2", "reponse=oui"),
	    404);
	assert_int_equal(h_get(&h, "/compte/transferts/1"), 404);
	assert_int_equal(h_post(&h, "/compte/transferts/1", "reponse=oui"),
	    404);
	assert_int_equal(count("SELECT count(*) FROM membership"), 1);
	assert_int_equal(h_get(&h, PROJECT), 403);
}

static void
whoever_left_a_body_reads_no_more_what_was_shared_with_it(void **state)
{
	(void)state;
	h_sql(&h, "INSERT INTO membership VALUES (1, 3, 'member', NULL, 0)");
	h_sql(&h, "INSERT INTO support_offer (element_id, organisation_id,"
	    " offered_by, kind, message, offered_at, answer, answered_at,"
	    " share_ends_at) VALUES (1, 1, 3, 'advice', 'Oui', 0, 'accepted',"
	    " 0, %lld)", (long long)h.now + 86400);
	h_sign_in(&h, CLARA);
	assert_int_equal(h_get(&h, PROJECT "/relire"), 200);
	h_sql(&h, "DELETE FROM membership WHERE person_id = 3");
	assert_int_equal(h_get(&h, PROJECT "/relire"), 403);
}

/* What is written after the project left the public stays its holder's. */
static void
a_board_forgets_what_is_no_longer_public(void **state)
{
	(void)state;
	h_sign_in(&h, MODERATOR);
	h.worker = &instruction_worker;
	assert_int_equal(h_post(&h, "/cte/instruction/ecoute/nouvelle",
	    "nom=Composts"), 303);
	assert_int_equal(h_post(&h, "/cte/instruction/ecoute/1/tableau",
	    "acte=ajouter&projet=1"), 303);
	assert_int_equal(h_get(&h, "/cte/instruction/ecoute/1/tableau"), 200);
	h_has(&h, "Composter ensemble");
	h_sql(&h, "UPDATE element SET published_at = NULL, title = 'Secret',"
	    " holder_name = 'Anne en secret' WHERE id = 1");
	assert_int_equal(h_get(&h, "/cte/instruction/ecoute/1/tableau"), 200);
	h_has(&h, "Projet qui n’est plus public");
	h_has_not(&h, "Composter ensemble");
	h_has_not(&h, "Secret");
	h_has_not(&h, "en secret");
}

static void
a_call_forgets_who_it_invited_and_left_the_public(void **state)
{
	struct call_invited *rows;

	(void)state;
	h_sql(&h, "INSERT INTO call_invitation (call_id, dossier_id, invited_by,"
	    " invited_at) VALUES (3, 1, %d, 0)", MODERATOR);
	assert_int_equal(call_invited_list(&rows, h.t.db, h.t.mem, 3), 1);
	assert_string_equal(rows[0].title, "Composter ensemble");
	h_sql(&h, "UPDATE element SET published_at = NULL, title = 'Secret'");
	assert_int_equal(call_invited_list(&rows, h.t.db, h.t.mem, 3), 1);
	assert_string_equal(rows[0].title, "");
	assert_string_equal(rows[0].slug, "");
	assert_null(rows[0].state);
}

static void
a_new_password_ends_a_change_of_address_under_way(void **state)
{
	(void)state;
	h_sql(&h, "INSERT INTO email_token (hash, purpose, email, person_id,"
	    " expires_at) VALUES (x'00', 'email', 'voleur@x.example', 1, %lld)",
	    (long long)h.now + 1000);
	h_sign_in(&h, ANNE);
	assert_int_equal(h_post(&h, "/compte/passe",
	    "passe=trois+cagettes+et+un+arrosoir"), 303);
	assert_int_equal(count("SELECT count(*) FROM email_token"), 0);
}

/* --- documents that change hands -------------------------------------------------- */

/* Anne's own project with her identity paper, out of her vault. */
static void
add_paper(void)
{
	h_sql(&h, "UPDATE dossier SET owner_organisation_id = NULL,"
	    " owner_person_id = 1");
	h_sql(&h, "UPDATE element SET owner_organisation_id = NULL,"
	    " owner_person_id = 1");
	h_sql(&h, "INSERT INTO file (id, sha256, size_bytes, type, created_at)"
	    " VALUES (1, 'aa', 1, 'application/pdf', 0),"
	    " (2, 'bb', 1, 'application/pdf', 0)");
	h_sql(&h, "INSERT INTO document (id, nature, label, owner_person_id,"
	    " kept_at, created_at) VALUES (1, 'rib', 'RIB', 1, 1, 0)");
	h_sql(&h, "INSERT INTO document_version (id, document_id, number,"
	    " file_id, name, sent_at) VALUES (1, 1, 1, 1, 'rib.pdf', 0)");
	h_sql(&h, "INSERT INTO dossier_document VALUES (1, 'rib', 1, 0)");
}

static void
a_vault_is_not_changed_through_a_dossier_that_was_given_away(void **state)
{
	(void)state;
	add_paper();
	h_sign_in(&h, ANNE);
	assert_int_equal(h_post(&h, PROJECT "/transmettre",
	    "a=clara%40terreau.example"), 303);
	h_sign_in(&h, CLARA);
	assert_int_equal(h_post(&h, "/compte/transferts/1", "reponse=oui"),
	    303);
	/* Clara's dossier has its own; Anne's vault has hers. */
	assert_int_equal(count("SELECT count(*) FROM dossier_document AS x"
	    " JOIN document AS d ON d.id = x.document_id"
	    " JOIN document_version AS v ON v.document_id = d.id"
	    " WHERE d.owner_person_id = 3 AND d.kept_at IS NULL"
	    " AND v.file_id = 1"), 1);
	assert_int_equal(count("SELECT count(*) FROM dossier_document"
	    " WHERE document_id = 1"), 0);
	assert_int_equal(count("SELECT count(*) FROM document WHERE id = 1"
	    " AND owner_person_id = 1 AND kept_at = 1"), 1);
	/* What Anne deposits anew is not Clara's to see. */
	h_sql(&h, "INSERT INTO document_version (id, document_id, number,"
	    " file_id, name, sent_at) VALUES (9, 1, 2, 2, 'autre.pdf', 1)");
	assert_int_equal(h_get(&h, PROJECT "/pieces/9"), 404);
	assert_int_equal(h_get(&h, PROJECT "/pieces/1"), 404);
}

/* The team of a dossier reads what was joined, not what it replaced before. */
static void
a_dossier_gives_no_older_version_than_what_was_joined(void **state)
{
	struct document d;

	(void)state;
	add_paper();
	h_sql(&h, "INSERT INTO document_version (id, document_id, number,"
	    " file_id, name, sent_at) VALUES (2, 1, 2, 2, 'b.pdf', 10),"
	    " (3, 1, 3, 1, 'c.pdf', 30)");
	h_sql(&h, "UPDATE dossier_document SET added_at = 20");
	assert_int_equal(document_version_load(&d, h.t.db, h.t.mem, 1, 1),
	    RC_NOT_FOUND);
	assert_int_equal(document_version_load(&d, h.t.db, h.t.mem, 1, 2),
	    RC_OK);
	assert_int_equal(document_version_load(&d, h.t.db, h.t.mem, 1, 3),
	    RC_OK);
}

/* --- pages in a circle --------------------------------------------------------------- */

static void
two_pages_never_send_to_one_another(void **state)
{
	(void)state;
	h_sql(&h, "INSERT INTO element (id, uuid, platform_id, kind, slug,"
	    " title, state, owner_person_id, created_at, updated_at,"
	    " published_at) VALUES (2, 'e2', 1, 'project', 'de-clara',"
	    " 'De Clara', 'listening', 3, 0, 0, 1), (3, 'e3', 1, 'project',"
	    " 'secret', 'Secret', 'draft', 3, 0, 0, NULL)");
	h_sql(&h, "INSERT INTO dossier (id, element_id, platform_id,"
	    " owner_person_id, form_revision_id, created_at, updated_at)"
	    " VALUES (2, 2, 1, 3, 1, 0, 0)");
	h_sign_in(&h, ANNE);
	assert_int_equal(h_post(&h, PROJECT "/fusion", "projet=secret"), 404);
	assert_int_equal(h_post(&h, PROJECT "/fusion", "projet=de-clara"), 303);
	h_sign_in(&h, CLARA);
	h_post(&h, "/cte/mes-projets/de-clara/fusion",
	    "projet=composter-ensemble");
	assert_int_equal(count("SELECT count(*) FROM element_merge"), 1);
	/* What Anne writes in private is not told to the other side. */
	h_sql(&h, "UPDATE element SET published_at = NULL, title = 'Cachette'"
	    " WHERE id = 1");
	assert_int_equal(h_get(&h, "/cte/mes-projets/de-clara/ecoute"), 200);
	h_has(&h, "renverrait à celle-ci");
	h_has_not(&h, "Cachette");
}

/* --- programs --------------------------------------------------------------------------- */

static void
wrong_passwords_do_not_close_the_door_of_programs(void **state)
{
	int i;

	(void)state;
	h_sign_in(&h, 0);
	h_get(&h, "/compte/connexion");
	for (i = 0; i < 12; i++)
		h_post(&h, "/compte/connexion", "courriel=api&passe=x");
	h.headers.authorization = "Bearer terreau_inconnue";
	assert_int_equal(h_send(&h, "POST", "/api/v1/dossiers",
	    "application/json", "{}", 2), 401);
}

#define TEST(f)	cmocka_unit_test_setup_teardown(f, setup, harness_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_notice_does_not_lead_to_a_forged_host),
		TEST(a_contribution_given_again_and_again_is_told_once_a_day),
		TEST(nobody_writes_to_strangers_without_end),
		TEST(a_moderator_of_another_platform_takes_no_link_away),
		TEST(coming_back_after_a_refusal_names_the_call_of_its_platform),
		TEST(whoever_left_a_body_comes_back_under_no_other_name),
		TEST(whoever_left_a_body_reads_no_more_what_was_shared_with_it),
		TEST(a_board_forgets_what_is_no_longer_public),
		TEST(a_call_forgets_who_it_invited_and_left_the_public),
		TEST(a_new_password_ends_a_change_of_address_under_way),
		TEST(a_vault_is_not_changed_through_a_dossier_that_was_given_away),
		TEST(a_dossier_gives_no_older_version_than_what_was_joined),
		TEST(two_pages_never_send_to_one_another),
		TEST(wrong_passwords_do_not_close_the_door_of_programs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
