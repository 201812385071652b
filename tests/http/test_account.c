/*
 * The pages under /compte, through a browser made by hand: getting an account,
 * in and out, links of messages, what one may change, organisations.
 */
#include "config.h"

#include "tests/http/harness.h"

#include "domain/account.h"
#include "fcgi/submission/pages.h"

static struct harness h;

#define PHRASE "quatre+mots+sans+lien"

static int
setup(void **state)
{
	(void)state;
	harness_open(&h, &submission_worker);
	return 0;
}

/* The path and query of the first link of a mail. */
static const char *
link_in(const char *text)
{
	const char *p = text == NULL ? NULL : strstr(text, "http");

	assert_non_null(p);
	p = strstr(p + 8, "/");
	assert_non_null(p);
	return mem_strndup(h.t.mem, p, strcspn(p, "\r\n "));
}

static const char *
token_in(const char *link)
{
	const char *p = strstr(link, "jeton=");

	assert_non_null(p);
	return mem_printf(h.t.mem, "jeton=%s", p + 6);
}

/* An account of one's own, with a password. */
static int64_t
somebody(const char *email)
{
	struct account_new a = { email, "Zoé Maillot", "quatre mots sans lien",
	    "fr", NULL };
	struct problems why = PROBLEMS_INIT(h.t.mem);
	int64_t id;

	assert_int_equal(account_add(h.t.db, h.t.mem, &a, false, h.now, &id,
	    &why), RC_OK);
	return id;
}

static const char *
location(void)
{
	const char *l = h_header(&h, "Location");

	return l == NULL ? "" : l;
}

/* --- getting an account ------------------------------------------------------- */

static void
a_visitor_gets_an_account_and_goes_on_where_they_were(void **state)
{
	const char *link;

	(void)state;
	assert_int_equal(h_get(&h, "/compte/inscription?suite=/cte/deposer"),
	    200);
	h_has(&h, "autocomplete=\"new-password\"");
	assert_int_equal(h_post(&h, "/compte/inscription",
	    "nom=L%C3%A9a+Rivi%C3%A8re&courriel=lea@terreau.example&passe="
	    PHRASE "&suite=/cte/deposer"), 303);
	assert_non_null(strstr(location(), "/compte/message?motif=inscription"));
	assert_int_equal(h_follow(&h), 200);
	h_has(&h, "Un message vient de partir");
	h_has_not(&h, "lea@terreau.example");
	link = link_in(h_mail(&h));
	assert_int_equal(h_get(&h, link), 200);
	h_has(&h, "Léa Rivière");
	/* Opening the page, as a scanner does, made nothing. */
	assert_int_equal(h_int(&h, "SELECT count(*) FROM person WHERE email ="
	    " 'lea@terreau.example'"), 0);
	assert_int_equal(h_post(&h, "/compte/confirmation", token_in(link)),
	    303);
	assert_string_equal(location(), "/cte/deposer");
	assert_int_equal(h_get(&h, "/compte/"), 200);
	h_has(&h, "lea@terreau.example");
	/* Once. */
	assert_int_equal(h_post(&h, "/compte/confirmation", token_in(link)),
	    404);
}

static void
a_form_comes_back_with_what_was_typed_but_the_password(void **state)
{
	(void)state;
	h_get(&h, "/compte/inscription");
	assert_int_equal(h_post(&h, "/compte/inscription",
	    "nom=L%C3%A9a&courriel=pas+une+adresse&passe=secret7"), 422);
	h_has(&h, "value=\"Léa\"");
	h_has(&h, "pas une adresse");
	h_has(&h, "href=\"#f-courriel\"");
	h_has(&h, "href=\"#f-passe\"");
	h_has_not(&h, "secret7");
}

static void
a_known_address_gets_the_same_answer(void **state)
{
	char first[256];

	(void)state;
	somebody("lea@terreau.example");
	h_get(&h, "/compte/inscription");
	assert_int_equal(h_post(&h, "/compte/inscription", "nom=X+Y&courriel="
	    "lea@terreau.example&passe=" PHRASE), 303);
	snprintf(first, sizeof(first), "%s", location());
	assert_int_equal(h_post(&h, "/compte/inscription", "nom=X+Y&courriel="
	    "new@terreau.example&passe=" PHRASE), 303);
	assert_string_equal(first, location());
	h_get(&h, "/compte/lien");
	assert_int_equal(h_post(&h, "/compte/lien",
	    "courriel=lea@terreau.example"), 303);
	snprintf(first, sizeof(first), "%s", location());
	assert_int_equal(h_post(&h, "/compte/lien",
	    "courriel=nobody@terreau.example"), 303);
	assert_string_equal(first, location());
}

/* --- in and out ------------------------------------------------------------------- */

static void
a_password_opens_and_the_form_says_one_thing(void **state)
{
	(void)state;
	somebody("lea@terreau.example");
	h_get(&h, "/compte/connexion");
	assert_int_equal(h_post(&h, "/compte/connexion",
	    "courriel=lea@terreau.example&passe=faux"), 422);
	h_has(&h, "L’adresse ou le mot de passe n’est pas le bon.");
	assert_int_equal(h_post(&h, "/compte/connexion",
	    "courriel=x@terreau.example&passe=faux"), 422);
	h_has(&h, "L’adresse ou le mot de passe n’est pas le bon.");
	assert_int_equal(h_post(&h, "/compte/connexion",
	    "courriel=lea@terreau.example&passe=" PHRASE
	    "&suite=/cte/mes-projets"), 303);
	assert_string_equal(location(), "/cte/mes-projets");
	assert_int_equal(h_get(&h, "/compte/connexion"), 303);
	assert_int_equal(h_post(&h, "/compte/deconnexion", ""), 303);
	assert_int_equal(h_get(&h, "/compte/"), 303);
	assert_non_null(strstr(location(), "/compte/connexion?suite="));
}

static void
another_site_is_never_where_one_lands(void **state)
{
	static const char *const outside[] = { "https%3A%2F%2Fevil.example",
	    "%2F%2Fevil.example", "%2F%5Cevil.example", "javascript%3Aalert(1)" };
	size_t i;

	(void)state;
	somebody("lea@terreau.example");
	for (i = 0; i < 4; i++) {
		h_forget(&h);
		h_get(&h, "/compte/connexion");
		assert_int_equal(h_post(&h, "/compte/connexion", mem_printf(
		    h.t.mem, "courriel=lea@terreau.example&passe=" PHRASE
		    "&suite=%s", outside[i])), 303);
		assert_string_equal(location(), "/compte/");
	}
}

static void
too_many_tries_wait_with_a_clear_message(void **state)
{
	int i, status = 0;

	(void)state;
	somebody("lea@terreau.example");
	h_get(&h, "/compte/connexion");
	for (i = 0; i < 7; i++)
		status = h_post(&h, "/compte/connexion",
		    "courriel=lea@terreau.example&passe=faux");
	assert_int_equal(status, 429);
	h_has(&h, "Trop d’essais");
	assert_non_null(h_header(&h, "Retry-After"));
	/* The link by mail is the other door. */
	h_get(&h, "/compte/lien");
	assert_int_equal(h_post(&h, "/compte/lien",
	    "courriel=lea@terreau.example"), 303);
	assert_int_equal(h_post(&h, "/compte/confirmation",
	    token_in(link_in(h_mail(&h)))), 303);
	assert_int_equal(h_get(&h, "/compte/"), 200);
}

static void
a_forgotten_password_is_chosen_again(void **state)
{
	const char *link;

	(void)state;
	somebody("lea@terreau.example");
	h_get(&h, "/compte/oubli");
	assert_int_equal(h_post(&h, "/compte/oubli",
	    "courriel=lea@terreau.example"), 303);
	link = link_in(h_mail(&h));
	assert_int_equal(h_get(&h, link), 200);
	assert_int_equal(h_post(&h, "/compte/nouveau-passe", mem_printf(
	    h.t.mem, "%s&passe=azerty123", token_in(link))), 422);
	assert_int_equal(h_post(&h, "/compte/nouveau-passe", mem_printf(
	    h.t.mem, "%s&passe=une+tout+autre+phrase", token_in(link))), 303);
	assert_int_equal(h_get(&h, "/compte/"), 200);
	assert_int_equal(h_get(&h, link), 404);
	h_forget(&h);
	h_get(&h, "/compte/connexion");
	assert_int_equal(h_post(&h, "/compte/connexion",
	    "courriel=lea@terreau.example&passe=une+tout+autre+phrase"), 303);
}

static void
an_unproved_address_proves_itself(void **state)
{
	(void)state;
	h_sign_in(&h, 2);
	assert_int_equal(h_get(&h, "/compte/"), 303);
	assert_int_equal(h_get(&h, "/compte/confirmation"), 200);
	h_has(&h, "Envoyer le message");
	assert_int_equal(h_post(&h, "/compte/confirmation/envoi", ""), 303);
	assert_int_equal(h_post(&h, "/compte/confirmation",
	    token_in(link_in(h_mail(&h)))), 303);
	assert_int_equal(h_get(&h, "/compte/"), 200);
}

static void
links_of_messages_do_not_follow_a_forged_host(void **state)
{
	(void)state;
	h.site = "https://vrai.example";
	h_get(&h, "/compte/lien");
	assert_int_equal(h_post(&h, "/compte/lien",
	    "courriel=nobody@terreau.example"), 303);
	assert_non_null(strstr(h_mail(&h), "https://vrai.example/compte/"));
}

/* --- one's own account ------------------------------------------------------------- */

static void
the_profile_is_changed_and_shown(void **state)
{
	(void)state;
	h_sign_in(&h, 1);
	assert_int_equal(h_get(&h, "/compte/profil"), 200);
	assert_int_equal(h_post(&h, "/compte/profil",
	    "nom=&telephone=abc&langue=fr"), 422);
	h_has(&h, "value=\"abc\"");
	assert_int_equal(h_post(&h, "/compte/profil",
	    "nom=Zo%C3%A9+B.&telephone=0262+12+34+56&langue=fr"), 303);
	assert_int_equal(h_follow(&h), 200);
	h_has(&h, "Zoé B.");
	h_has(&h, "0262 12 34 56");
}

static void
changing_the_password_asks_for_the_old_one(void **state)
{
	int64_t id;

	(void)state;
	id = somebody("lea@terreau.example");
	h_sign_in(&h, id);
	assert_int_equal(h_post(&h, "/compte/passe",
	    "actuel=faux&passe=une+tout+autre+phrase"), 422);
	h_has(&h, "Ce n’est pas votre mot de passe actuel.");
	assert_int_equal(h_post(&h, "/compte/passe", "actuel=" PHRASE
	    "&passe=une+tout+autre+phrase"), 303);
	/* This very session goes on. */
	assert_int_equal(h_get(&h, "/compte/"), 200);
}

static void
other_devices_are_seen_and_ended(void **state)
{
	char first[sizeof(h.jar)];

	(void)state;
	h_sign_in(&h, 1);
	snprintf(first, sizeof(first), "%s", h.jar);
	h_forget(&h);
	h_sign_in(&h, 1);
	assert_int_equal(h_get(&h, "/compte/appareils"), 200);
	h_has(&h, "celui-ci");
	assert_int_equal(h_post(&h, "/compte/appareils", ""), 303);
	assert_int_equal(h_get(&h, "/compte/"), 200);
	snprintf(h.jar, sizeof(h.jar), "%s", first);
	assert_int_equal(h_get(&h, "/compte/"), 303);
}

static void
my_data_are_a_file_of_mine(void **state)
{
	(void)state;
	h_sign_in(&h, 1);
	assert_int_equal(h_get(&h, "/compte/donnees"), 200);
	assert_int_equal(h_get(&h, "/compte/donnees.json"), 200);
	assert_non_null(strstr(h_header(&h, "Content-Disposition"),
	    "attachment"));
	h_has(&h, "\"projects\"");
	h_has_not(&h, "password");
}

static void
a_closed_account_is_out_at_once(void **state)
{
	int64_t id;

	(void)state;
	id = somebody("lea@terreau.example");
	h_sign_in(&h, id);
	assert_int_equal(h_post(&h, "/compte/fermer", "actuel=faux"), 422);
	assert_int_equal(h_post(&h, "/compte/fermer", "actuel=" PHRASE), 303);
	assert_int_equal(h_get(&h, "/compte/"), 303);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM person WHERE email LIKE"
	    " 'lea@%%'"), 0);
}

static void
a_new_address_takes_effect_once_proved(void **state)
{
	int64_t id;

	(void)state;
	id = somebody("lea@terreau.example");
	h_sign_in(&h, id);
	assert_int_equal(h_post(&h, "/compte/adresse",
	    "courriel=lea@ailleurs.example&actuel=" PHRASE), 303);
	assert_non_null(strstr(h_mail(&h), "lea@ailleurs.example"));
	assert_int_equal(h_int(&h, "SELECT count(*) FROM person WHERE email ="
	    " 'lea@terreau.example'"), 1);
	assert_int_equal(h_post(&h, "/compte/confirmation",
	    token_in(link_in(h_mail(&h)))), 303);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM person WHERE email ="
	    " 'lea@ailleurs.example'"), 1);
}

/* --- organisations ------------------------------------------------------------------ */

static void
an_organisation_is_made_joined_and_left(void **state)
{
	const char *link;
	int64_t lea;

	(void)state;
	lea = somebody("lea@terreau.example");
	h_sign_in(&h, 1);
	assert_int_equal(h_get(&h, "/compte/organisations/nouvelle"), 200);
	assert_int_equal(h_post(&h, "/compte/organisations/nouvelle",
	    "forme=association&nom=Compost+p%C3%A9i&siret=123"), 422);
	h_has(&h, "value=\"Compost péi\"");
	assert_int_equal(h_post(&h, "/compte/organisations/nouvelle",
	    "forme=association&nom=Compost+p%C3%A9i&rna=W9R1000042"), 303);
	assert_int_equal(h_follow(&h), 200);
	h_has(&h, "Compost péi");
	assert_int_equal(h_post(&h, "/compte/organisations/compost-pei/"
	    "invitations", "courriel=lea@terreau.example&role=member"), 303);
	link = link_in(h_mail(&h));

	/* Somebody else cannot answer it, nor see the organisation. */
	h_forget(&h);
	h_sign_in(&h, 3);
	assert_int_equal(h_get(&h, link), 404);
	assert_int_equal(h_get(&h, "/compte/organisations/compost-pei"), 200);

	h_forget(&h);
	h_sign_in(&h, lea);
	assert_int_equal(h_get(&h, "/compte/organisations/compost-pei"), 404);
	assert_int_equal(h_get(&h, "/compte/"), 200);
	h_has(&h, "On vous attend");
	assert_int_equal(h_get(&h, link), 200);
	assert_int_equal(h_post(&h, link, "reponse=oui"), 303);
	assert_int_equal(h_get(&h, "/compte/organisations/compost-pei"), 200);
	h_has_not(&h, "Inviter quelqu’un");
	assert_int_equal(h_post(&h, "/compte/organisations/compost-pei/"
	    "invitations", "courriel=x@y.example&role=administrator"), 404);
	assert_int_equal(h_post(&h, "/compte/organisations/compost-pei/"
	    "membres", mem_printf(h.t.mem, "acte=administrer&personne=%d",
	    (int)lea)), 403);
	assert_int_equal(h_post(&h, "/compte/organisations/compost-pei/"
	    "membres", "acte=retirer&personne=1"), 403);
	assert_int_equal(h_post(&h, "/compte/organisations/compost-pei/"
	    "membres", mem_printf(h.t.mem, "acte=retirer&personne=%d",
	    (int)lea)), 303);
	assert_int_equal(h_get(&h, "/compte/organisations/compost-pei"), 404);
}

static void
members_are_not_shown_to_strangers_even_of_a_known_body(void **state)
{
	(void)state;
	h_sql(&h, "INSERT INTO organisation (id, slug, kind, name, folded,"
	    " created_at) VALUES (5, 'tco', 'public', 'TCO', 'tco', 0)");
	h_sql(&h, "INSERT INTO element (id, uuid, platform_id, kind, slug, title,"
	    " owner_organisation_id, created_at, updated_at, published_at)"
	    " VALUES (1, 'u', 1, 'project', 'p', 'P', 5, 0, 0, 1)");
	h_sql(&h, "INSERT INTO membership VALUES (5, 3, 'administrator', NULL, 0)");
	h_sign_in(&h, 1);
	assert_int_equal(h_get(&h, "/compte/organisations/tco"), 404);
	h_forget(&h);
	assert_int_equal(h_get(&h, "/compte/organisations/tco"), 303);
}

static void
a_number_already_here_offers_to_join(void **state)
{
	(void)state;
	h_sql(&h, "INSERT INTO organisation (id, slug, kind, name, folded, siret,"
	    " created_at) VALUES (5, 'tco', 'public', 'TCO', 'tco',"
	    " '24974010100012', 0)");
	h_sql(&h, "INSERT INTO membership VALUES (5, 3, 'administrator', NULL, 0)");
	h_sign_in(&h, 1);
	assert_int_equal(h_post(&h, "/compte/organisations/nouvelle",
	    "forme=public&nom=TCO+bis&siret=249+740+101+00012"), 422);
	h_has(&h, "Demander à rejoindre");
	assert_int_equal(h_post(&h, "/compte/organisations/tco/demande",
	    "acte=rejoindre"), 303);
	assert_non_null(strstr(h_mail(&h), "rejoindre"));
}

/* --- a dossier's people ---------------------------------------------------------- */

static void
a_holder_lets_somebody_in_a_dossier_and_out(void **state)
{
	const char *link;
	int64_t lea = somebody("lea@terreau.example");

	(void)state;
	h_sql(&h, "INSERT INTO element (id, uuid, platform_id, kind, slug, title,"
	    " owner_person_id, created_at, updated_at) VALUES (1, 'e', 1,"
	    " 'project', 'compost', 'Composter', 1, 0, 0)");
	h_sql(&h, "INSERT INTO dossier (id, element_id, platform_id,"
	    " owner_person_id, created_at, updated_at) VALUES (1, 1, 1, 1, 0, 0)");
	h_sign_in(&h, lea);
	assert_int_equal(h_get(&h, "/cte/mes-projets/compost/personnes"), 404);
	h_forget(&h);
	h_sign_in(&h, 1);
	assert_int_equal(h_get(&h, "/cte/mes-projets/compost/personnes"), 200);
	assert_int_equal(h_post(&h, "/cte/mes-projets/compost/personnes/"
	    "invitations", "courriel=lea&niveau=king"), 422);
	assert_int_equal(h_post(&h, "/cte/mes-projets/compost/personnes/"
	    "invitations", "courriel=lea@terreau.example&niveau=edit"), 303);
	link = link_in(h_mail(&h));
	h_forget(&h);
	h_sign_in(&h, lea);
	assert_int_equal(h_post(&h, link, "reponse=oui"), 303);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM dossier_member WHERE"
	    " level = 'edit'"), 1);
	assert_int_equal(h_get(&h, "/cte/mes-projets"), 200);
	h_has(&h, "Composter");
	assert_int_equal(h_get(&h, "/cte/mes-projets/compost/personnes"), 404);
	h_forget(&h);
	h_sign_in(&h, 1);
	assert_int_equal(h_get(&h, "/cte/mes-projets/compost/personnes"), 200);
	h_has(&h, "lea@terreau.example");
	assert_int_equal(h_post(&h, "/cte/mes-projets/compost/personnes",
	    mem_printf(h.t.mem, "acte=niveau&niveau=view&personne=%d",
	    (int)lea)), 303);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM dossier_member WHERE"
	    " level = 'view'"), 1);
	assert_int_equal(h_post(&h, "/cte/mes-projets/compost/personnes",
	    mem_printf(h.t.mem, "acte=retirer&personne=%d", (int)lea)), 303);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM dossier_member"), 0);
	assert_int_equal(h_post(&h, "/cte/mes-projets/compost/personnes",
	    mem_printf(h.t.mem, "acte=retirer&personne=%d", (int)lea)), 404);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, harness_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_visitor_gets_an_account_and_goes_on_where_they_were),
		TEST(a_form_comes_back_with_what_was_typed_but_the_password),
		TEST(a_known_address_gets_the_same_answer),
		TEST(a_password_opens_and_the_form_says_one_thing),
		TEST(another_site_is_never_where_one_lands),
		TEST(too_many_tries_wait_with_a_clear_message),
		TEST(a_forgotten_password_is_chosen_again),
		TEST(an_unproved_address_proves_itself),
		TEST(links_of_messages_do_not_follow_a_forged_host),
		TEST(the_profile_is_changed_and_shown),
		TEST(changing_the_password_asks_for_the_old_one),
		TEST(other_devices_are_seen_and_ended),
		TEST(my_data_are_a_file_of_mine),
		TEST(a_closed_account_is_out_at_once),
		TEST(a_new_address_takes_effect_once_proved),
		TEST(an_organisation_is_made_joined_and_left),
		TEST(members_are_not_shown_to_strangers_even_of_a_known_body),
		TEST(a_number_already_here_offers_to_join),
		TEST(a_holder_lets_somebody_in_a_dossier_and_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
