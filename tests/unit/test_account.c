/*
 * Accounts: nobody learns who has one; links open once; passwords are hard
 * enough, and changing one ends the other sessions.
 */
#include "config.h"

#include "tests/unit/world.h"

#include <time.h>

#include "base/json.h"
#include "domain/account.h"
#include "domain/account_idle.h"
#include "domain/grant.h"
#include "domain/job.h"
#include "domain/mail.h"
#include "domain/password.h"

static struct test_state t;
static struct problems why;

static const struct account_links links = {
	.confirm = "http://h/compte/confirmation?jeton=",
	.link = "http://h/compte/lien?jeton=",
	.reset = "http://h/compte/nouveau?jeton=",
	.sign_in = "http://h/compte/connexion",
	.sign_up = "http://h/compte/inscription",
};

static int
setup(void **state)
{
	(void)state;
	world_make(&t);
	why = (struct problems)PROBLEMS_INIT(t.mem);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	test_state_free(&t);
	return 0;
}

/* The next mail that waits, its subject and body; NULL: none. */
static const char *
next_mail(const char **to)
{
	struct job *job;
	struct mail m;
	const char *text;

	if (job_take(&job, t.db, t.mem, TEST_NOW + 1000000, 60) != RC_OK)
		return NULL;
	mail_of_job(&m, job->payload, job->key);
	*to = mem_strdup(t.mem, m.to);
	text = mem_printf(t.mem, "%s\n%s", m.subject, m.body);
	json_object_put(job->payload);
	assert_int_equal(job_end(t.db, job, RC_OK, NULL, TEST_NOW), RC_OK);
	return text;
}

/* The token behind "jeton=" in a mail. */
static const char *
token_in(const char *mail)
{
	const char *p = mail == NULL ? NULL : strstr(mail, "jeton=");

	assert_non_null(p);
	p += 6;
	return mem_strndup(t.mem, p, strcspn(p, "\r\n "));
}

static enum rc
sign_up(const char *email, const char *password)
{
	struct account_new a = { email, "Zoé Maillot", password, "fr",
	    "/cte/deposer" };

	why = (struct problems)PROBLEMS_INIT(t.mem);
	return account_sign_up(t.db, t.mem, &a, &links, TEST_NOW, &why);
}

static enum rc
sign_in(const char *email, const char *password, int64_t *id)
{
	int64_t wait;

	return account_sign_in(t.db, t.mem, email, password, "192.0.2.1",
	    TEST_NOW, id, &wait);
}

static void
an_account_exists_once_its_address_is_proved(void **state)
{
	struct account_token *a;
	struct person *p;
	const char *to, *token, *next = NULL;
	int64_t id = 0;

	(void)state;
	assert_int_equal(sign_up("Zoe@Terreau.example", "quatre mots sans lien"),
	    RC_OK);
	assert_int_equal(person_by_email(&p, t.db, t.mem, "zoe@terreau.example",
	    TEST_NOW), RC_NOT_FOUND);
	assert_int_equal(sign_in("zoe@terreau.example", "quatre mots sans lien",
	    &id), RC_DENIED);
	token = token_in(next_mail(&to));
	assert_string_equal(to, "zoe@terreau.example");
	assert_int_equal(account_token_load(&a, t.db, t.mem, token, TEST_NOW),
	    RC_OK);
	assert_string_equal(a->name, "Zoé Maillot");
	assert_int_equal(account_token_use(t.db, t.mem, token, TEST_NOW, &id,
	    &next), RC_OK);
	assert_string_equal(next, "/cte/deposer");
	assert_int_equal(person_load(&p, t.db, t.mem, id, TEST_NOW), RC_OK);
	assert_int_equal(p->confirmed_at, TEST_NOW);
	assert_int_equal(account_token_use(t.db, t.mem, token, TEST_NOW, &id,
	    &next), RC_NOT_FOUND);
	assert_int_equal(sign_in(" ZOE@terreau.example ",
	    "quatre mots sans lien", &id), RC_OK);
	assert_int_equal(id, p->id);
}

static void
a_link_too_old_opens_nothing(void **state)
{
	const char *to, *token, *next;
	int64_t id;

	(void)state;
	sign_up("zoe@terreau.example", "quatre mots sans lien");
	token = token_in(next_mail(&to));
	assert_int_equal(account_token_use(t.db, t.mem, token,
	    TEST_NOW + ACCOUNT_CONFIRM_SECONDS, &id, &next), RC_NOT_FOUND);
	assert_int_equal(account_token_use(t.db, t.mem, "rien", TEST_NOW, &id,
	    &next), RC_NOT_FOUND);
}

static void
signing_up_twice_says_it_in_the_mailbox_only(void **state)
{
	const char *to, *mail;

	(void)state;
	assert_int_equal(sign_up("anne@terreau.example",
	    "quatre mots sans lien"), RC_OK);
	mail = next_mail(&to);
	assert_non_null(strstr(mail, "déjà"));
	assert_null(strstr(mail, "jeton="));
	assert_non_null(strstr(mail, "connexion"));
}

static void
two_sign_ups_for_one_address_make_one_account(void **state)
{
	const char *to, *first, *second, *next;
	int64_t id = 0, other = 0;

	(void)state;
	sign_up("zoe@terreau.example", "quatre mots sans lien");
	sign_up("zoe@terreau.example", "cinq mots bien sans lien");
	first = token_in(next_mail(&to));
	second = token_in(next_mail(&to));
	assert_int_equal(account_token_use(t.db, t.mem, second, TEST_NOW, &id,
	    &next), RC_OK);
	assert_int_equal(account_token_use(t.db, t.mem, first, TEST_NOW, &other,
	    &next), RC_CONFLICT);
	assert_int_equal(sign_in("zoe@terreau.example",
	    "cinq mots bien sans lien", &other), RC_OK);
}

static void
a_mailbox_is_not_flooded(void **state)
{
	const char *to;
	int i, n = 0;

	(void)state;
	for (i = 0; i < 20; i++) {
		assert_int_equal(sign_up("zoe@terreau.example",
		    "quatre mots sans lien"), RC_OK);
		assert_int_equal(account_link_ask(t.db, t.mem,
		    "zoe@terreau.example", "fr", NULL, &links, TEST_NOW), RC_OK);
	}
	while (next_mail(&to) != NULL)
		n++;
	assert_int_equal(n, ACCOUNT_TOKENS);
}

static void
what_is_wrong_stands_beside_its_field(void **state)
{
	struct account_new a = { "pas une adresse", " ", "court", "fr", NULL };

	(void)state;
	assert_int_equal(account_sign_up(t.db, t.mem, &a, &links, TEST_NOW,
	    &why), RC_INVALID);
	assert_non_null(problem_get(&why, "nom"));
	assert_non_null(problem_get(&why, "courriel"));
	assert_non_null(problem_get(&why, "passe"));
}

/* --- signing in ----------------------------------------------------------------- */

static int64_t
with_password(const char *email, const char *password)
{
	struct account_new a = { email, "Zoé Maillot", password, "fr", NULL };
	int64_t id;

	assert_int_equal(account_add(t.db, t.mem, &a, false, TEST_NOW, &id,
	    &why), RC_OK);
	return id;
}

static void
a_wrong_password_and_no_account_are_told_apart_by_nothing(void **state)
{
	int64_t id = 0, wait_known = 0, wait_unknown = 0;
	enum rc known = RC_OK, unknown = RC_OK;
	int i;

	(void)state;
	with_password("zoe@terreau.example", "quatre mots sans lien");
	for (i = 0; i < 7; i++) {
		known = account_sign_in(t.db, t.mem, "zoe@terreau.example",
		    "faux faux faux", "192.0.2.1", TEST_NOW, &id, &wait_known);
		unknown = account_sign_in(t.db, t.mem, "x@terreau.example",
		    "faux faux faux", "192.0.2.2", TEST_NOW, &id,
		    &wait_unknown);
		assert_int_equal(known, unknown);
		assert_int_equal(wait_known, wait_unknown);
	}
	assert_int_equal(known, RC_BUSY);
	assert_true(wait_known > 0);
	/* Right, but too soon: the good password waits like the others. */
	assert_int_equal(account_sign_in(t.db, t.mem, "zoe@terreau.example",
	    "quatre mots sans lien", "192.0.2.3", TEST_NOW, &id, &wait_known),
	    RC_BUSY);
	assert_int_equal(account_sign_in(t.db, t.mem, "zoe@terreau.example",
	    "quatre mots sans lien", "192.0.2.3", TEST_NOW + 1000, &id,
	    &wait_known), RC_OK);
}

static double
seconds_of(const char *hash)
{
	struct timespec a, b;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &a);
	password_is(hash, "faux faux faux");
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &b);
	return (double)(b.tv_sec - a.tv_sec) +
	    (double)(b.tv_nsec - a.tv_nsec) / 1e9;
}

static void
nobody_s_password_takes_as_long_as_somebody_s(void **state)
{
	const char *hash = password_hash(t.mem, "quatre mots sans lien");
	double some = 1e9, none = 1e9;
	int i;

	(void)state;
	/* Of the processor, the least of several: others work here too. */
	for (i = 0; i < 7; i++) {
		double s = seconds_of(hash), n = seconds_of(NULL);

		some = s < some ? s : some;
		none = n < none ? n : none;
	}
	if (none < some * 0.5 || none > some * 2)
		fail_msg("%f s for somebody, %f s for nobody", some, none);
	assert_false(password_is(NULL, ""));
	assert_true(password_is(hash, "quatre mots sans lien"));
	assert_false(password_is(hash, "quatre mots sans lienx"));
}

static void
a_hash_of_older_costs_is_renewed_at_sign_in(void **state)
{
	/* Argon2id of the same password at 8 MiB, one pass. */
	static const char old[] = "$argon2id$v=19$m=8192,t=1,p=1$"
	    "piJ7zt6ON37s0nA19KzdPw$11yBnCdit94RBbDYh2hp9ZeGSlLl7ZaXrmFHGQSfN0Q";
	int64_t id;

	(void)state;
	with_password("zoe@terreau.example", "quatre mots sans lien");
	assert_true(password_is_old(old));
	world_sql(&t, mem_printf(t.mem, "UPDATE person SET password_hash = '%s'"
	    " WHERE id > 3", old));
	assert_int_equal(sign_in("zoe@terreau.example",
	    "quatre mots sans lien", &id), RC_OK);
	{
		struct stmt *s = db_query(t.db, Q_ACCOUNT_SECRET_BY_ID, I(id, id));

		assert_true(stmt_step(s));
		assert_false(password_is_old(stmt_text(s, "password_hash")));
		stmt_done(s);
	}
	assert_int_equal(sign_in("zoe@terreau.example",
	    "quatre mots sans lien", &id), RC_OK);
}

static void
a_link_signs_in_once(void **state)
{
	const char *to, *token, *next = NULL;
	int64_t id = 0;

	(void)state;
	assert_int_equal(account_link_ask(t.db, t.mem, "Anne@terreau.example",
	    "fr", "/cte/mes-projets", &links, TEST_NOW), RC_OK);
	token = token_in(next_mail(&to));
	assert_int_equal(account_token_use(t.db, t.mem, token,
	    TEST_NOW + ACCOUNT_LINK_SECONDS - 1, &id, &next), RC_OK);
	assert_int_equal(id, ANNE);
	assert_string_equal(next, "/cte/mes-projets");
	assert_int_equal(account_token_use(t.db, t.mem, token, TEST_NOW, &id,
	    &next), RC_NOT_FOUND);
	assert_int_equal(account_link_ask(t.db, t.mem, "inconnu@terreau.example",
	    "fr", NULL, &links, TEST_NOW), RC_OK);
	assert_non_null(strstr(next_mail(&to), "Aucun compte"));
	assert_int_equal(account_link_ask(t.db, t.mem, "rien", "fr", NULL,
	    &links, TEST_NOW), RC_INVALID);
}

static void
a_token_is_kept_as_a_digest_only(void **state)
{
	const char *to, *token;
	char command[256], line[64];
	FILE *f;

	(void)state;
	account_link_ask(t.db, t.mem, "anne@terreau.example", "fr", NULL,
	    &links, TEST_NOW);
	token = token_in(next_mail(&to));
	/* The mail left: its text is gone from the base as well. */
	snprintf(command, sizeof(command), "sqlite3 %s/terreau.db .dump | "
	    "grep -cF -- '%s'", t.dir, token);
	f = (popen)(command, "r");
	assert_non_null(f);
	assert_non_null(fgets(line, sizeof(line), f));
	pclose(f);
	assert_string_equal(line, "0\n");
}

/* --- passwords ------------------------------------------------------------------- */

static void
easy_passwords_are_refused(void **state)
{
	static const char *const easy[] = { "", "court", "azerty123", "Password1",
	    "motdepasse2024", "aaaaaaaaaaaa", "abababababab", "123456789012",
	    "zyxwvutsrq", "anne2024!", "techer1985", "terreau2026",
	    "doudou123456" };
	static const char *const fine[] = { "une phrase bien à moi",
	    "xk7#mQ2p", "Saint-Leu, un soir", "ananas-vélo-72" };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(easy) / sizeof(easy[0]); i++)
		if (password_is_sound(&why, t.mem, "passe", easy[i],
		    "anne@terreau.example", "Anne Técher"))
			fail_msg("accepted: %s", easy[i]);
	for (i = 0; i < sizeof(fine) / sizeof(fine[0]); i++)
		if (!password_is_sound(&why, t.mem, "passe", fine[i],
		    "anne@terreau.example", "Anne Técher"))
			fail_msg("refused: %s", fine[i]);
}

static void
put_sessions(int64_t person)
{
	world_sql(&t, mem_printf(t.mem, "INSERT INTO session (id, hash,"
	    " person_id, created_at, seen_at, expires_at) SELECT v, x, %d,"
	    " 0, 0, 9999999999 FROM (SELECT 71 AS v, x'01' AS x UNION ALL"
	    " SELECT 72, x'02')", (int)person));
}

static void
a_new_password_ends_the_other_sessions_and_is_told(void **state)
{
	struct account_session *s;
	struct person *p;
	const char *to;
	int64_t id = with_password("zoe@terreau.example",
	    "quatre mots sans lien"), got;

	(void)state;
	put_sessions(id);
	assert_int_equal(person_load(&p, t.db, t.mem, id, TEST_NOW), RC_OK);
	assert_int_equal(account_password(t.db, t.mem, p, "faux",
	    "encore une autre phrase", 71, "192.0.2.1", TEST_NOW, &why),
	    RC_INVALID);
	assert_non_null(problem_get(&why, "actuel"));
	assert_int_equal(account_password(t.db, t.mem, p,
	    "quatre mots sans lien", "encore une autre phrase", 71,
	    "192.0.2.1", TEST_NOW, &why), RC_OK);
	assert_int_equal(account_sessions(&s, t.db, t.mem, id, TEST_NOW), 1);
	assert_int_equal(s[0].id, 71);
	assert_non_null(strstr(next_mail(&to), "a changé"));
	assert_int_equal(sign_in("zoe@terreau.example",
	    "encore une autre phrase", &got), RC_OK);
	assert_int_equal(account_session_end(t.db, p, 72, 0, TEST_NOW),
	    RC_NOT_FOUND);
	assert_int_equal(account_session_end(t.db, p, 0, 0, TEST_NOW), RC_OK);
	assert_int_equal(account_sessions(&s, t.db, t.mem, id, TEST_NOW), 0);
}

static void
a_forgotten_password_is_chosen_again_by_mail(void **state)
{
	const char *to, *token, *spare;
	struct account_session *s;
	int64_t id = with_password("zoe@terreau.example",
	    "quatre mots sans lien"), got = 0;

	(void)state;
	put_sessions(id);
	account_reset_ask(t.db, t.mem, "zoe@terreau.example", "fr", &links,
	    TEST_NOW);
	account_reset_ask(t.db, t.mem, "zoe@terreau.example", "fr", &links,
	    TEST_NOW);
	token = token_in(next_mail(&to));
	spare = token_in(next_mail(&to));
	assert_int_equal(account_reset(t.db, t.mem, token, "court", TEST_NOW,
	    &got, &why), RC_INVALID);
	assert_int_equal(account_reset(t.db, t.mem, token,
	    "encore une autre phrase", TEST_NOW, &got, &why), RC_OK);
	assert_int_equal(got, id);
	assert_int_equal(account_sessions(&s, t.db, t.mem, id, TEST_NOW), 0);
	assert_int_equal(account_reset(t.db, t.mem, spare,
	    "une troisième phrase", TEST_NOW, &got, &why), RC_NOT_FOUND);
	assert_int_equal(sign_in("zoe@terreau.example",
	    "quatre mots sans lien", &got), RC_DENIED);
}

static void
a_sign_in_link_does_not_choose_a_password(void **state)
{
	const char *to, *token;
	int64_t got;

	(void)state;
	account_link_ask(t.db, t.mem, "anne@terreau.example", "fr", NULL,
	    &links, TEST_NOW);
	token = token_in(next_mail(&to));
	assert_int_equal(account_reset(t.db, t.mem, token,
	    "encore une autre phrase", TEST_NOW, &got, &why), RC_NOT_FOUND);
}

/* --- one's own account -------------------------------------------------------------- */

static void
a_new_address_is_proved_and_the_old_one_told(void **state)
{
	const char *to, *token, *next;
	struct person *p;
	int64_t id;

	(void)state;
	assert_int_equal(account_email_ask(t.db, t.mem, &anne,
	    "anne@nouveau.example", &links, TEST_NOW, &why), RC_OK);
	assert_non_null(strstr(next_mail(&to), "anne@nouveau.example"));
	assert_string_equal(to, "anne@terreau.example");
	token = token_in(next_mail(&to));
	assert_string_equal(to, "anne@nouveau.example");
	assert_int_equal(account_token_use(t.db, t.mem, token, TEST_NOW, &id,
	    &next), RC_OK);
	assert_int_equal(person_load(&p, t.db, t.mem, ANNE, TEST_NOW), RC_OK);
	assert_string_equal(p->email, "anne@nouveau.example");
	/* An address that has an account is not taken over. */
	assert_int_equal(account_email_ask(t.db, t.mem, &anne,
	    "bruno@terreau.example", &links, TEST_NOW, &why), RC_OK);
	next_mail(&to);
	assert_null(strstr(next_mail(&to), "jeton="));
}

static void
a_profile_is_kept(void **state)
{
	struct account *a;

	(void)state;
	assert_int_equal(account_profile(t.db, t.mem, &anne, "  Anne   T. ",
	    "02 62 12 34 56", "en", TEST_NOW, &why), RC_OK);
	assert_int_equal(account_load(&a, t.db, t.mem, ANNE), RC_OK);
	assert_string_equal(a->name, "Anne T.");
	assert_string_equal(a->phone, "02 62 12 34 56");
	assert_string_equal(a->lang, "en");
	assert_false(a->has_password);
	assert_int_equal(account_profile(t.db, t.mem, &anne, "http://spam",
	    "appelez-moi", "fr", TEST_NOW, &why), RC_INVALID);
	assert_non_null(problem_get(&why, "nom"));
	assert_non_null(problem_get(&why, "telephone"));
}

static void
a_closed_account_leaves_nothing_personal(void **state)
{
	struct person *p;
	struct grant *g;
	const char *to;
	struct scope scope = { "platform", PLATFORM, PLATFORM };

	(void)state;
	world_sql(&t, "INSERT INTO element (id, uuid, platform_id, kind, slug,"
	    " title, owner_person_id, created_at, updated_at) VALUES"
	    " (1,'e',1,'project','p','P',3,0,0);"
	    "INSERT INTO dossier (id, element_id, platform_id, owner_person_id,"
	    " created_at, updated_at) VALUES (1,1,1,3,0,0)");
	put_sessions(CLARA);
	assert_int_equal(db_write_begin(t.db), RC_OK);
	grant_put(t.db, CLARA, "agent", &scope, 0, 0, TEST_NOW);
	assert_int_equal(db_write_commit(t.db), RC_OK);
	assert_int_equal(account_close(t.db, t.mem, CLARA, CLARA, TEST_NOW,
	    &why), RC_OK);
	assert_int_equal(person_load(&p, t.db, t.mem, CLARA, TEST_NOW),
	    RC_NOT_FOUND);
	assert_int_equal(person_by_email(&p, t.db, t.mem,
	    "clara@terreau.example", TEST_NOW), RC_NOT_FOUND);
	assert_int_equal(world_count(&t, "SELECT count(*) FROM person WHERE"
	    " id = 3 AND name = 'Compte fermé'"), 1);
	assert_int_equal(grant_of_person(&g, t.db, t.mem, CLARA), 0);
	assert_non_null(strstr(next_mail(&to), "fermé"));
	assert_string_equal(to, "clara@terreau.example");
	assert_null(account_export(t.db, t.mem, CLARA, TEST_NOW));
	/* The address may begin again. */
	assert_int_equal(sign_up("clara@terreau.example",
	    "quatre mots sans lien"), RC_OK);
}

static void
who_administers_alone_cannot_leave(void **state)
{
	struct scope scope = { "platform", PLATFORM, PLATFORM };

	(void)state;
	world_sql(&t, "INSERT INTO membership VALUES (2, 3, 'member', NULL, 0)");
	assert_int_equal(db_write_begin(t.db), RC_OK);
	grant_put(t.db, ANNE, "administrator", &scope, 0, 0, TEST_NOW);
	assert_int_equal(db_write_commit(t.db), RC_OK);
	assert_int_equal(account_close(t.db, t.mem, ANNE, ANNE, TEST_NOW, &why),
	    RC_CONFLICT);
	assert_int_equal(why.count, 2);
}

static void
my_data_hold_what_is_kept(void **state)
{
	struct json_object *o;
	struct scope scope = { "call", CALL, PLATFORM };

	(void)state;
	world_sql(&t, "INSERT INTO element (id, uuid, platform_id, kind, slug,"
	    " title, owner_person_id, created_at, updated_at) VALUES"
	    " (1,'e',1,'project','p','Composter',1,0,0);"
	    "INSERT INTO dossier (id, element_id, platform_id, owner_person_id,"
	    " created_at, updated_at) VALUES (1,1,1,1,0,0);"
	    "INSERT INTO answer VALUES (1,'titre','\"Composter\"',NULL,1,0,1,NULL)");
	assert_int_equal(db_write_begin(t.db), RC_OK);
	grant_put(t.db, ANNE, "evaluator", &scope, 0, 0, TEST_NOW);
	assert_int_equal(db_write_commit(t.db), RC_OK);
	o = account_export(t.db, t.mem, ANNE, TEST_NOW);
	assert_string_equal(json_text(o, "email"), "anne@terreau.example");
	assert_string_equal(json_text(json_at(json_array(o, "roles"), 0),
	    "scope"), "call:cte/quartiers-2027");
	assert_string_equal(json_text(json_at(json_array(o, "organisations"),
	    0), "name"), "Compost péi");
	assert_string_equal(json_text(json_dict(json_at(json_array(o,
	    "projects"), 0), "answers"), "titre"), "Composter");
	json_object_put(o);
}

static void
addresses_are_compared_in_one_form(void **state)
{
	static const char *const bad[] = { "", "a", "a@", "@b.fr", "a@b",
	    "a@b..fr", "a b@c.fr", "a@b@c.fr", "a@.fr", "a@b.", "a@b.fr\nBcc: x",
	    "<a@b.fr>", "é@b.fr" };
	size_t i;

	(void)state;
	assert_string_equal(person_email(t.mem, "  A.B+c@D.Fr "), "a.b+c@d.fr");
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		if (person_email(t.mem, bad[i]) != NULL)
			fail_msg("accepted: %s", bad[i]);
}

/* --- accounts that nobody uses ------------------------------------------------ */

#define DAY		((int64_t)86400)
#define YEARS(n)	((n) * (int64_t)31556952)

static struct account_idle
turn(int64_t now)
{
	struct account_idle done;

	assert_int_equal(account_idle_turn(&done, t.db, t.mem, "http://h", 36,
	    now), RC_OK);
	return done;
}

/* Everybody was here at TEST_NOW but Clara, three years and a day before. */
static void
all_but_clara_are_here(void)
{
	char sql[200];

	snprintf(sql, sizeof(sql), "UPDATE person SET seen_at = %lld;"
	    " UPDATE person SET seen_at = %lld WHERE id = %d;",
	    (long long)TEST_NOW, (long long)(TEST_NOW - YEARS(3) - DAY),
	    CLARA);
	world_sql(&t, sql);
}

static void
an_account_unused_is_told_twice_then_closed(void **state)
{
	const char *to, *text;
	struct job_status *sent;
	struct person *who;

	(void)state;
	all_but_clara_are_here();
	assert_int_equal(turn(TEST_NOW).announced, 1);
	assert_int_equal(turn(TEST_NOW).announced, 0);
	text = next_mail(&to);
	assert_string_equal(to, "clara@terreau.example");
	assert_non_null(strstr(text, "http://h/compte/connexion"));
	assert_non_null(strstr(text, "http://h/compte/donnees"));
	assert_null(next_mail(&to));
	assert_int_equal(turn(TEST_NOW + 22 * DAY).recalled, 0);
	assert_int_equal(turn(TEST_NOW + 24 * DAY).recalled, 1);
	assert_int_equal(job_by_key(&sent, t.db, t.mem, "mail", mem_printf(
	    t.mem, "account_idle/%d/%lld/last", CLARA,
	    (long long)(TEST_NOW - YEARS(3) - DAY))), RC_OK);
	assert_int_equal(turn(TEST_NOW + 30 * DAY).closed, 0);
	assert_int_equal(turn(TEST_NOW + 32 * DAY).closed, 1);
	assert_int_equal(person_load(&who, t.db, t.mem, CLARA, TEST_NOW),
	    RC_NOT_FOUND);
}

static void
who_comes_back_keeps_the_account(void **state)
{
	(void)state;
	all_but_clara_are_here();
	turn(TEST_NOW);
	turn(TEST_NOW + 24 * DAY);
	assert_int_equal(db_write_begin(t.db), RC_OK);
	db_run(t.db, Q_ACCOUNT_USED, I(person, CLARA),
	    I(now, TEST_NOW + 25 * DAY));
	assert_int_equal(db_write_end(t.db, RC_OK), RC_OK);
	assert_int_equal(turn(TEST_NOW + 60 * DAY).closed, 0);
	assert_int_equal(turn(TEST_NOW + 60 * DAY).announced, 0);
}

static void
who_is_needed_is_left_alone(void **state)
{
	(void)state;
	all_but_clara_are_here();
	world_sql(&t, "INSERT INTO role_grant (person_id, role, scope_kind,"
	    " scope_id, platform_id, granted_at) VALUES (3, 'administrator',"
	    " 'platform', 1, 1, 0)");
	assert_int_equal(turn(TEST_NOW).announced, 0);
	world_sql(&t, "DELETE FROM role_grant; INSERT INTO element (id, uuid,"
	    " platform_id, kind, slug, title, state, owner_person_id,"
	    " created_at, updated_at) VALUES (9, 'u', 1, 'project', 'x', 'X',"
	    " 'in_progress', 3, 0, 0); INSERT INTO dossier (id, element_id,"
	    " platform_id, owner_person_id, created_at, updated_at) VALUES (9,"
	    " 9, 1, 3, 0, 0)");
	assert_int_equal(turn(TEST_NOW).announced, 0);
	world_sql(&t, "UPDATE element SET state = 'completed' WHERE id = 9");
	assert_int_equal(turn(TEST_NOW).announced, 1);
}

static void
an_installation_may_close_none(void **state)
{
	struct account_idle done;

	(void)state;
	all_but_clara_are_here();
	assert_int_equal(account_idle_turn(&done, t.db, t.mem, "http://h", 0,
	    TEST_NOW), RC_OK);
	assert_int_equal(done.announced, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_account_exists_once_its_address_is_proved),
		TEST(a_link_too_old_opens_nothing),
		TEST(signing_up_twice_says_it_in_the_mailbox_only),
		TEST(two_sign_ups_for_one_address_make_one_account),
		TEST(a_mailbox_is_not_flooded),
		TEST(what_is_wrong_stands_beside_its_field),
		TEST(a_wrong_password_and_no_account_are_told_apart_by_nothing),
		TEST(nobody_s_password_takes_as_long_as_somebody_s),
		TEST(a_hash_of_older_costs_is_renewed_at_sign_in),
		TEST(a_link_signs_in_once),
		TEST(a_token_is_kept_as_a_digest_only),
		TEST(easy_passwords_are_refused),
		TEST(a_new_password_ends_the_other_sessions_and_is_told),
		TEST(a_forgotten_password_is_chosen_again_by_mail),
		TEST(a_sign_in_link_does_not_choose_a_password),
		TEST(a_new_address_is_proved_and_the_old_one_told),
		TEST(a_profile_is_kept),
		TEST(a_closed_account_leaves_nothing_personal),
		TEST(who_administers_alone_cannot_leave),
		TEST(my_data_hold_what_is_kept),
		TEST(addresses_are_compared_in_one_form),
		TEST(an_account_unused_is_told_twice_then_closed),
		TEST(who_comes_back_keeps_the_account),
		TEST(who_is_needed_is_left_alone),
		TEST(an_installation_may_close_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
