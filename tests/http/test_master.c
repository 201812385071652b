/*
 * The master file of a project in front of the submission worker: what others
 * propose for it (an address, a program), its team's comments, its transfer, the
 * calls of other platforms, who received what.
 */
#include "config.h"

#include "tests/http/harness.h"
#include "tests/unit/world.h"

#include "domain/comment.h"
#include "fcgi/submission/pages.h"

#define PROJECT	HARNESS_PROJECT

static struct harness h;

static int
setup(void **state)
{
	(void)state;
	harness_project(&h, &submission_worker);
	return 0;
}

/* --- proposed by an address ------------------------------------------------- */

static void
an_address_proposes_answers_that_are_shown_and_kept(void **state)
{
	(void)state;
	assert_int_equal(h_get(&h, "/cte/deposer?titre=Un+four&a.quartier=Piton"
	    "&a.cout=52+k%E2%82%AC&a.rib=x&a.inconnue=y"), 200);
	h_has(&h, "2 réponses sont déjà écrites par le lien");
	h_has(&h, "value=\"Un four\"");
	h_has(&h, "52 k€");
	assert_int_equal(h_post(&h, "/cte/deposer", "titre=Un+four&porteur=0"
	    "&a.quartier=Piton&a.cout=52+k%E2%82%AC"), 303);
	assert_string_equal(h_header(&h, "Location"),
	    "/cte/mes-projets/un-four/relire");
	assert_int_equal(h_follow(&h), 200);
	h_has(&h, "Piton");
	/* Kept as written, and said to be wrong. */
	h_has(&h, "52 k€");
	h_has(&h, "montant en euros");
}

static void
what_an_address_proposes_is_text_and_not_too_long(void **state)
{
	char *path = mem_alloc(h.t.mem, 6000);
	int n = snprintf(path, 6000, "/cte/deposer?a.besoin=");

	(void)state;
	assert_int_equal(h_get(&h, "/cte/deposer?a.quartier=%3Cscript%3Ealert(1)"
	    "%3C%2Fscript%3E"), 200);
	h_has(&h, "&lt;script&gt;alert(1)");
	h_has_not(&h, "<script>alert(1)");
	memset(path + n, 'x', 4100);
	path[n + 4100] = '\0';
	assert_int_equal(h_get(&h, path), 200);
	h_has_not(&h, "par le lien que vous avez suivi");
}

static void
a_visitor_finds_it_again_after_signing_in(void **state)
{
	(void)state;
	h_forget(&h);
	assert_int_equal(h_get(&h, "/cte/deposer?titre=Un+four&a.quartier=Piton"),
	    200);
	h_has(&h, "suite=%2Fcte%2Fdeposer%3Ftitre%3DUn%2Bfour%26a.quartier"
	    "%3DPiton");
}

/* --- proposed by a program ---------------------------------------------------- */

/* A key, as its page shows it once. */
static const char *
key(void)
{
	const char *p;

	assert_int_equal(h_post(&h, "/compte/cles", "nom=Mon+tableur"), 200);
	p = strstr(h.body, "terreau_");
	assert_non_null(p);
	return mem_strndup(h.t.mem, p, strcspn(p, "<"));
}

static int
call_api(const char *token, const char *json)
{
	int status;

	h.headers.authorization = token == NULL ? NULL
	    : mem_printf(h.t.mem, "Bearer %s", token);
	status = h_send(&h, "POST", "/api/v1/dossiers", "application/json",
	    json, strlen(json));
	h.headers.authorization = NULL;
	return status;
}

static void
a_program_begins_a_dossier_with_a_key(void **state)
{
	const char *token = key();

	(void)state;
	assert_int_equal(h_get(&h, "/compte/cles"), 200);
	h_has(&h, "Mon tableur");
	h_has_not(&h, token);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM api_token WHERE hash ="
	    " CAST('%s' AS BLOB)", token), 0);
	h_forget(&h);
	assert_int_equal(call_api(token, "{\"platform\":\"cte\",\"title\":"
	    "\"Un four solaire\",\"answers\":{\"quartier\":\"Piton\","
	    "\"cout\":5200000,\"salaries\":-4,\"inconnue\":1,\"rib\":[1]}}"),
	    201);
	h_has(&h, "/cte/mes-projets/un-four-solaire");
	h_has(&h, "\"saved\":3");
	h_has(&h, "inconnue");
	h_has(&h, "salaries");
	assert_int_equal(h_int(&h, "SELECT value_json FROM answer AS a JOIN"
	    " dossier AS d ON d.id = a.dossier_id WHERE a.key = 'cout'"),
	    5200000);
	assert_int_equal(h_int(&h, "SELECT owner_person_id FROM dossier"
	    " ORDER BY id DESC LIMIT 1"), ANNE);
	/* It reads nothing back, and opens no session. */
	assert_null(h_header(&h, "Set-Cookie"));
	assert_int_equal(h_get(&h, "/cte/mes-projets/un-four-solaire"), 303);
}

static void
a_key_that_is_not_one_opens_nothing(void **state)
{
	const char *token = key();

	(void)state;
	assert_int_equal(call_api(NULL, "{}"), 401);
	assert_string_equal(h_header(&h, "WWW-Authenticate"), "Bearer");
	assert_int_equal(call_api("terreau_x", "{}"), 401);
	assert_int_equal(call_api(token, "[1,"), 400);
	assert_int_equal(call_api(token, "{\"platform\":\"rien\",\"title\":\"x\"}"),
	    422);
	assert_int_equal(call_api(token, "{\"platform\":\"cte\"}"), 422);
	assert_int_equal(h_send(&h, "POST", "/api/v1/dossiers", "text/plain",
	    "{}", 2), 415);
	assert_int_equal(h_post(&h, "/compte/cles", mem_printf(h.t.mem,
	    "retirer=%lld", (long long)h_int(&h, "SELECT id FROM api_token"))),
	    303);
	assert_int_equal(call_api(token, "{\"platform\":\"cte\",\"title\":"
	    "\"Un four\"}"), 401);
}

static void
a_key_is_slowed_down_within_an_hour(void **state)
{
	const char *token = key();

	(void)state;
	assert_int_equal(call_api(token, "{\"platform\":\"cte\",\"title\":"
	    "\"Un four\"}"), 201);
	h_sql(&h, "UPDATE api_token SET hour_uses = 60");
	assert_int_equal(call_api(token, "{\"platform\":\"cte\",\"title\":"
	    "\"Un four\"}"), 429);
	assert_string_equal(h_header(&h, "Retry-After"), "3600");
	h.now += 3601;
	assert_int_equal(call_api(token, "{\"platform\":\"cte\",\"title\":"
	    "\"Un four\"}"), 201);
}

/* --- the team ------------------------------------------------------------------ */

static void
the_team_comments_a_question_and_settles_it(void **state)
{
	(void)state;
	assert_int_equal(h_get(&h, PROJECT "/relire"), 200);
	h_has(&h, "commentaires?question=cout#nouveau");
	assert_int_equal(h_get(&h, PROJECT "/commentaires?question=cout"), 200);
	h_has(&h, "Coût total du projet");
	assert_int_equal(h_post(&h, PROJECT "/commentaires",
	    "question=cout&texte="), 422);
	h_has(&h, "Écrivez votre commentaire.");
	assert_int_equal(h_post(&h, PROJECT "/commentaires",
	    "question=cout&texte=Trop+cher+%3F%0ANon."), 303);
	assert_int_equal(h_follow(&h), 200);
	h_has(&h, "Trop cher ?\nNon.");
	assert_int_equal(h_get(&h, PROJECT), 200);
	h_has(&h, "1 fil ouvert");
	assert_int_equal(h_post(&h, PROJECT "/commentaires", mem_printf(h.t.mem,
	    "fil=%d&texte=&regle=%d", 1, 1)), 303);
	assert_int_equal(h_follow(&h), 200);
	h_has(&h, "réglé");
	/* An administrator of the platform is not of the team. */
	h_sql(&h, "INSERT INTO role_grant (person_id, role, scope_kind, scope_id,"
	    " platform_id, granted_at) VALUES (2, 'administrator', 'platform', 1,"
	    " 1, 0)");
	h_sign_in(&h, BRUNO);
	assert_int_equal(h_get(&h, PROJECT "/commentaires"), 404);
}

static int64_t
comment_mails(const char *to)
{
	return h_int(&h, "SELECT count(*) FROM job WHERE kind = 'mail' AND"
	    " payload_json LIKE '%%commentaire%%' AND payload_json LIKE"
	    " '%%%s%%'", to);
}

static void
tell_clara(void)
{
	assert_int_equal(comment_tell(h.t.db, h.t.mem, 1, CLARA, 1,
	    "http://x", h.now), RC_OK);
}

static void
a_burst_of_comments_is_one_mail_to_the_others_of_the_team(void **state)
{
	(void)state;
	h_sql(&h, "INSERT INTO dossier_member VALUES (1, %d, 'comment', 0),"
	    " (1, %d, 'view', 0)", CLARA, BRUNO);
	h_post(&h, PROJECT "/commentaires", "question=cout&texte=Trop+cher");
	h.now += 60;
	h_post(&h, PROJECT "/commentaires", "question=&texte=Et+le+terrain");
	/* One job, ten minutes after the first; none for its author, nor for who
	 * only reads. */
	assert_int_equal(h_int(&h, "SELECT count(*) FROM job WHERE kind ="
	    " 'comment_digest' AND json_extract(payload_json, '$.from') = 1"),
	    1);
	assert_int_equal(h_int(&h, "SELECT run_at - %lld FROM job WHERE kind ="
	    " 'comment_digest' AND key = '1/3'", (long long)h.now), 540);
	tell_clara();
	tell_clara();
	assert_int_equal(comment_mails("clara@"), 1);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM job WHERE kind = 'mail'"
	    " AND payload_json LIKE '%%2 commentaires sur%%' AND payload_json"
	    " LIKE '%%Trop cher%%' AND payload_json LIKE '%%Et le terrain%%'"
	    " AND payload_json LIKE '%%compte/profil%%'"), 1);
	assert_int_equal(comment_mails("anne@"), 0);
}

static void
comments_are_not_mailed_to_who_does_not_want_or_may_no_more(void **state)
{
	(void)state;
	h_sql(&h, "INSERT INTO dossier_member VALUES (1, %d, 'comment', 0)",
	    CLARA);
	h_post(&h, PROJECT "/commentaires", "question=&texte=Un");
	h_sql(&h, "DELETE FROM dossier_member");
	tell_clara();
	assert_int_equal(comment_mails("clara@"), 0);
	h_sql(&h, "INSERT INTO dossier_member VALUES (1, %d, 'comment', 0)",
	    CLARA);
	h_sign_in(&h, CLARA);
	assert_int_equal(h_post(&h, "/compte/profil", "nom=Clara+Hoarau"
	    "&langue=fr&rappels=oui&commentaires=none"), 303);
	tell_clara();
	assert_int_equal(comment_mails("clara@"), 0);
	h_sql(&h, "DELETE FROM job WHERE kind = 'comment_digest'");
	h_sign_in(&h, ANNE);
	h_post(&h, PROJECT "/commentaires", "question=&texte=Deux");
	assert_int_equal(h_int(&h, "SELECT count(*) FROM job WHERE kind ="
	    " 'comment_digest'"), 0);
}

static void
a_project_is_offered_taken_back_accepted(void **state)
{
	(void)state;
	assert_int_equal(h_post(&h, PROJECT "/transmettre", "a=personne"), 422);
	assert_int_equal(h_post(&h, PROJECT "/transmettre",
	    "a=clara%40terreau.example&message=A+toi"), 303);
	assert_int_equal(h_get(&h, PROJECT "/transmettre"), 200);
	h_has(&h, "Reprendre ma proposition");
	h_sign_in(&h, BRUNO);
	assert_int_equal(h_get(&h, "/compte/transferts/1"), 404);
	h_sign_in(&h, CLARA);
	assert_int_equal(h_get(&h, "/compte/"), 200);
	h_has(&h, "/compte/transferts/1");
	assert_int_equal(h_post(&h, "/compte/transferts/1", "reponse=oui"), 303);
	assert_int_equal(h_get(&h, PROJECT), 200);
	h_sign_in(&h, ANNE);
	assert_int_equal(h_post(&h, PROJECT "/corbeille", ""), 404);
}

/* --- elsewhere ------------------------------------------------------------------ */

static void
another_platform_reads_nothing_before_its_holder_agrees(void **state)
{
	(void)state;
	h_sql(&h, "INSERT INTO platform (id, slug, name, territory_id,"
	    " time_zone, service_name, created_at, loaded_at) VALUES (2,"
	    " 'ailleurs', 'Ailleurs', 1, 'Indian/Reunion', 'Les financeurs', 0,"
	    " 0)");
	h_sql(&h, "INSERT INTO call (id, uuid, platform_id, slug, title,"
	    " funder_id, territory_id, form_id, status, opens_at, silence,"
	    " silence_months, created_at) VALUES (9, 'u9', 2, 'pouce',"
	    " 'Coup de pouce', 2, 1, 1, 'published', 1790000000, 'none', 0, 0)");
	h_sql(&h, "UPDATE element SET territory_id = 2");
	assert_int_equal(h_get(&h, PROJECT "/appels"), 200);
	h_has(&h, "D’autres financeurs, avec le même dossier");
	h_has(&h, "J’accepte que « Les financeurs » lise");
	assert_int_equal(h_post(&h, PROJECT "/appels/ailleurs~pouce/commencer",
	    ""), 422);
	h_has(&h, "Cochez cette case");
	assert_int_equal(h_int(&h, "SELECT count(*) FROM application"), 0);
	assert_int_equal(h_post(&h, PROJECT "/appels/ailleurs~pouce/commencer",
	    "accord=1"), 303);
	assert_int_equal(h_follow(&h), 200);
	h_has(&h, "Dites-le une fois");
	assert_int_equal(h_get(&h, PROJECT "/appels/rien~pouce"), 404);
	assert_int_equal(h_get(&h, PROJECT "/appels/cte~pouce"), 404);
	assert_int_equal(h_get(&h, PROJECT "/destinataires"), 200);
	h_has(&h, "encore été présenté à personne");
}

static void
the_whole_dossier_is_taken_away(void **state)
{
	(void)state;
	assert_int_equal(h_get(&h, PROJECT "/relire"), 200);
	h_has(&h, PROJECT "/dossier.pdf");
	assert_int_equal(h_get(&h, PROJECT "/dossier.json"), 200);
	h_has(&h, "\"titre\":\"Composter à Piton\"");
	h_has(&h, "\"applications\":[]");
	assert_int_equal(h_get(&h, PROJECT "/dossier.pdf"), 200);
	assert_memory_equal(h.body, "%PDF-", 5);
	h_sign_in(&h, CLARA);
	assert_int_equal(h_get(&h, PROJECT "/dossier.json"), 404);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, harness_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_address_proposes_answers_that_are_shown_and_kept),
		TEST(what_an_address_proposes_is_text_and_not_too_long),
		TEST(a_visitor_finds_it_again_after_signing_in),
		TEST(a_program_begins_a_dossier_with_a_key),
		TEST(a_key_that_is_not_one_opens_nothing),
		TEST(a_key_is_slowed_down_within_an_hour),
		TEST(the_team_comments_a_question_and_settles_it),
		TEST(a_burst_of_comments_is_one_mail_to_the_others_of_the_team),
		TEST(comments_are_not_mailed_to_who_does_not_want_or_may_no_more),
		TEST(a_project_is_offered_taken_back_accepted),
		TEST(the_whole_dossier_is_taken_away),
		TEST(another_platform_reads_nothing_before_its_holder_agrees),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
