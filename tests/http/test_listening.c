/*
 * Listening through the pages: a project read before it is shown, an alert that
 * leads to an offer, to a call, to an application, to a decision; who may see
 * what on the way.
 */
#include "config.h"

#include "tests/http/harness.h"
#include "tests/unit/world.h"

#include "domain/account.h"
#include "domain/dossier.h"
#include "domain/element.h"
#include "domain/listening.h"
#include "fcgi/instruction/pages.h"
#include "fcgi/observatory/pages.h"
#include "fcgi/submission/pages.h"

enum { ANIMATOR = 11, AGENT, ADMINISTRATOR, DECIDER, FUNDER };

static struct harness h;

#define PROJECT		"/cte/mes-projets/composter-ensemble"
#define LISTENING	"/cte/instruction/ecoute/1"
#define SEEN		LISTENING "/projets/composter-ensemble"

static void
add_role(int id, const char *role)
{
	h_sql(&h, "INSERT INTO person (id, email, name, created_at,"
	    " confirmed_at) VALUES (%d, '%s@terreau.example', '%s', 0, 1)",
	    id, role, role);
	h_sql(&h, "INSERT INTO role_grant (person_id, role, scope_kind,"
	    " scope_id, platform_id, granted_at) VALUES (%d, '%s', 'platform',"
	    " 1, 1, 0)", id, role);
}

/* Anne's project, complete enough to be shown. */
static void
add_project(void)
{
	struct problems why = PROBLEMS_INIT(h.t.mem);
	struct dossier *d;

	assert_int_equal(dossier_create(&d, h.t.db, h.t.mem, PLATFORM,
	    "Composter ensemble", &anne, ASSOCIATION, TEST_NOW, &why), RC_OK);
	h_sql(&h, "UPDATE element SET summary = 'Un compost de quartier',"
	    " territory_id = 2, facet_territory_id = 2, theme_id = 1"
	    " WHERE id = 1");
}

static int
setup(void **state)
{
	(void)state;
	harness_world(&h, &submission_worker);
	add_role(ANIMATOR, "animator");
	add_role(AGENT, "agent");
	add_role(ADMINISTRATOR, "administrator");
	add_role(DECIDER, "decider");
	add_role(FUNDER, "funder");
	h_sql(&h, "INSERT INTO membership VALUES (1, %d, 'member', NULL, 0)",
	    FUNDER);
	add_project();
	return 0;
}

/* A person at the pages of a worker. */
static void
be(int64_t id, const struct worker *worker)
{
	h.worker = worker;
	h_sign_in(&h, id);
}

static void
ask(void)
{
	be(ANNE, &submission_worker);
	assert_int_equal(h_post(&h, PROJECT "/ecoute", "maturite=idea"
	    "&besoin=money&precision.need.money=2+000+euros&besoin=place"
	    "&offre=skills&mots=compost%2C+quartier"), 303);
}

static void
moderate(const char *body, int status)
{
	be(ANIMATOR, &instruction_worker);
	assert_int_equal(h_post(&h, "/cte/instruction/moderation/1", body),
	    status);
}

static void
publish(void)
{
	ask();
	moderate("avis=listed", 303);
}

static void
listen_to(const char *filter)
{
	be(FUNDER, &instruction_worker);
	assert_int_equal(h_post(&h, "/cte/instruction/ecoute/nouvelle",
	    mem_printf(h.t.mem, "nom=Composts&%s", filter)), 303);
}

static void
offer(void)
{
	be(FUNDER, &instruction_worker);
	assert_int_equal(h_post(&h, SEEN "/offre", "genre=money&montant=2000"
	    "&message=Parlons-en&nom_de=1"), 303);
}

static int64_t
count(const char *what)
{
	return h_int(&h, "%s", what);
}

/* --- moderation ------------------------------------------------------------------- */

static void
nothing_is_shown_before_a_moderator_read_it(void **state)
{
	(void)state;
	ask();
	assert_int_equal(count("SELECT count(*) FROM element WHERE"
	    " published_at IS NOT NULL"), 0);
	assert_int_equal(count("SELECT count(*) FROM job WHERE kind = 'mail'"
	    " AND payload_json LIKE '%relire avant publication%'"), 1);
	be(0, &observatory_worker);
	assert_int_equal(h_get(&h, "/cte/projets/composter-ensemble"), 404);
	moderate("avis=listed", 303);
	be(0, &observatory_worker);
	assert_int_equal(h_get(&h, "/cte/projets/composter-ensemble"), 200);
	assert_int_equal(count("SELECT count(*) FROM journal WHERE kind ="
	    " 'publish'"), 1);
}

static void
a_refusal_needs_its_reason_and_reaches_the_holder(void **state)
{
	(void)state;
	ask();
	moderate("avis=improve", 422);
	moderate("avis=improve&motif=Dites+o%C3%B9", 303);
	be(ANNE, &submission_worker);
	assert_int_equal(h_get(&h, PROJECT "/ecoute"), 200);
	h_has(&h, "À améliorer avant publication");
	h_has(&h, "Dites où");
	assert_int_equal(count("SELECT count(*) FROM job WHERE kind = 'mail'"
	    " AND payload_json LIKE '%Dites où%'"), 1);
	ask();
	moderate("avis=refused&motif=Publicit%C3%A9", 303);
	be(ANNE, &submission_worker);
	assert_int_equal(h_post(&h, PROJECT "/ecoute", "maturite=idea"), 303);
	assert_int_equal(count("SELECT count(*) FROM flow WHERE state ="
	    " 'refused'"), 1);
}

/* Words change at once after it was read: they may have to go. */
static void
a_moderator_takes_back_what_is_public_with_a_reason(void **state)
{
	(void)state;
	publish();
	be(ANIMATOR, &instruction_worker);
	assert_int_equal(h_get(&h, "/cte/instruction/moderation"), 200);
	h_has(&h, "Déjà visibles");
	h_has(&h, "Composter ensemble");
	assert_int_equal(h_get(&h, "/cte/instruction/moderation/1"), 200);
	h_has(&h, "Retirer du public");
	moderate("avis=refused", 422);
	assert_int_equal(h_post(&h, "/cte/instruction/moderation/1",
	    "avis=listed"), 303);
	assert_int_equal(count("SELECT count(*) FROM flow_event"), 2);
	moderate("avis=improve&motif=Une+injure+dans+le+titre", 303);
	assert_int_equal(count("SELECT published_at IS NULL FROM element"), 1);
	assert_int_equal(count("SELECT count(*) FROM journal WHERE kind ="
	    " 'unpublish'"), 1);
	be(0, &observatory_worker);
	assert_int_equal(h_get(&h, "/cte/projets/composter-ensemble"), 404);
	be(ANNE, &submission_worker);
	assert_int_equal(h_get(&h, PROJECT "/ecoute"), 200);
	h_has(&h, "Une injure");
	/* Asked again, it is read again. */
	ask();
	assert_int_equal(count("SELECT count(*) FROM flow WHERE state ="
	    " 'waiting'"), 1);
	/* What a call instructs stays public. */
	moderate("avis=listed", 303);
	h_sql(&h, "INSERT INTO application (number, dossier_id, call_id,"
	    " platform_id, state, stage_id, tray, created_at, waiting_since,"
	    " title, folded, holder_name) VALUES ('n', 1, 1, 1, 'submitted',"
	    " 2, 'to_instruct', 0, 0, 'C', 'c', 'A')");
	moderate("avis=refused&motif=Non", 303);
	assert_int_equal(count("SELECT published_at IS NULL FROM element"), 0);
}

static void
nobody_moderates_what_they_hold(void **state)
{
	(void)state;
	ask();
	h_sql(&h, "INSERT INTO membership VALUES (2, %d, 'administrator',"
	    " NULL, 0)", ANIMATOR);
	moderate("avis=listed", 303);
	assert_int_equal(count("SELECT count(*) FROM element WHERE"
	    " published_at IS NOT NULL"), 0);
}

static void
what_looks_the_same_is_suggested_to_both(void **state)
{
	struct problems why = PROBLEMS_INIT(h.t.mem);
	struct dossier *d;

	(void)state;
	publish();
	assert_int_equal(dossier_create(&d, h.t.db, h.t.mem, PLATFORM,
	    "Composter tous ensemble", &anne, 0, TEST_NOW, &why), RC_OK);
	h_sql(&h, "UPDATE element SET summary = 'Compost', territory_id = 2,"
	    " facet_territory_id = 2, theme_id = 1 WHERE id = 2");
	be(ANNE, &submission_worker);
	assert_int_equal(h_get(&h, "/cte/mes-projets/composter-tous-ensemble"),
	    200);
	h_has(&h, "lui ressemble");
	assert_int_equal(h_post(&h, "/cte/mes-projets/composter-tous-ensemble"
	    "/ecoute", "maturite=idea"), 303);
	be(ANIMATOR, &instruction_worker);
	assert_int_equal(h_get(&h, "/cte/instruction/moderation/2"), 200);
	h_has(&h, "Composter ensemble");
	h_has(&h, "même commune");
}

/* --- listening -------------------------------------------------------------------- */

static void
a_listening_is_its_team_s_only(void **state)
{
	(void)state;
	publish();
	listen_to("territoire=Saint-Leu&theme=economie-circulaire"
	    "&maturite=idea&besoin=money&mots=Compost");
	assert_int_equal(h_get(&h, LISTENING), 200);
	h_has(&h, "Composter ensemble");
	assert_int_equal(h_get(&h, LISTENING "/tableau"), 200);
	be(AGENT, &instruction_worker);
	assert_int_equal(h_get(&h, LISTENING), 404);
	assert_int_equal(h_get(&h, LISTENING "/tableau"), 404);
	assert_int_equal(h_get(&h, SEEN), 404);
	assert_int_equal(h_post(&h, LISTENING "/equipe", "acte=ajouter"
	    "&courriel=agent%40terreau.example"), 404);
	be(ANNE, &instruction_worker);
	assert_int_not_equal(h_get(&h, LISTENING), 200);
	be(FUNDER, &instruction_worker);
	assert_int_equal(h_post(&h, LISTENING "/equipe", "acte=ajouter"
	    "&courriel=clara%40terreau.example"), 422);
	assert_int_equal(h_post(&h, LISTENING "/equipe", "acte=ajouter"
	    "&courriel=agent%40terreau.example"), 303);
	be(AGENT, &instruction_worker);
	assert_int_equal(h_get(&h, LISTENING "/tableau"), 200);
}

static void
a_filter_leaves_out_what_it_does_not_ask_for(void **state)
{
	static const char *const others[] = { "territoire=Le+Port",
	    "theme=air-mobilite", "maturite=operation", "besoin=advice",
	    "mots=velo", "texte=navette", "retour=1" };
	size_t i;

	(void)state;
	publish();
	for (i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		listen_to(others[i]);
		assert_int_equal(h_follow(&h), 200);
		h_has(&h, "Rien pour l’instant");
		h_has_not(&h, "Composter ensemble");
	}
	assert_int_equal(h_post(&h, "/cte/instruction/ecoute/nouvelle",
	    "nom=X&territoire=nulle+part+ici"), 422);
}

static void
an_alert_tells_only_what_is_new_and_once(void **state)
{
	(void)state;
	listen_to("maturite=idea");
	publish();
	be(FUNDER, &instruction_worker);
	assert_int_equal(h_post(&h, LISTENING "/alertes", "acte=alertes"
	    "&digest=daily"), 303);
	assert_int_equal(count("SELECT count(*) FROM job WHERE kind ="
	    " 'listening_digest'"), 1);
	/* Seven in the morning in La Réunion is three in UTC. */
	assert_int_equal(count("SELECT run_at % 86400 FROM job WHERE kind ="
	    " 'listening_digest'"), 3 * 3600);
	assert_int_equal(listening_tell(h.t.db, h.t.mem, 1, FUNDER,
	    "https://t/cte/instruction/ecoute", TEST_NOW + 86400), RC_OK);
	assert_int_equal(listening_tell(h.t.db, h.t.mem, 1, FUNDER,
	    "https://t/cte/instruction/ecoute", TEST_NOW + 86401), RC_OK);
	assert_int_equal(count("SELECT count(*) FROM job WHERE kind = 'mail'"
	    " AND key LIKE 'listening/%' AND payload_json LIKE"
	    " '%ecoute/1/projets/composter-ensemble%'"), 1);
}

/* What came meanwhile is told when they have a role again. */
static void
without_a_role_nothing_is_told_until_there_is_one_again(void **state)
{
	const char *mails = "SELECT count(*) FROM job WHERE kind = 'mail'"
	    " AND key LIKE 'listening/%'";

	(void)state;
	listen_to("maturite=idea");
	be(FUNDER, &instruction_worker);
	h_post(&h, LISTENING "/alertes", "acte=alertes&digest=daily");
	publish();
	h_sql(&h, "UPDATE role_grant SET ends_at = %lld WHERE person_id = %d",
	    (long long)TEST_NOW, FUNDER);
	assert_int_equal(listening_tell(h.t.db, h.t.mem, 1, FUNDER,
	    "https://t", TEST_NOW + 86400), RC_OK);
	assert_int_equal(count(mails), 0);
	assert_int_equal(listening_tell_now(h.t.db, h.t.mem, 1, FUNDER,
	    "https://t", TEST_NOW + 86400), RC_NOT_FOUND);
	/* The next is planned all the same. */
	assert_true(h_int(&h, "SELECT run_at FROM job WHERE kind ="
	    " 'listening_digest'") > TEST_NOW + 86400);
	h_sql(&h, "UPDATE role_grant SET ends_at = NULL WHERE person_id = %d",
	    FUNDER);
	assert_int_equal(listening_tell(h.t.db, h.t.mem, 1, FUNDER,
	    "https://t", TEST_NOW + 2 * 86400), RC_OK);
	assert_int_equal(count(mails), 1);
}

static void
who_joins_a_team_is_told(void **state)
{
	(void)state;
	listen_to("maturite=idea");
	assert_int_equal(h_post(&h, LISTENING "/equipe",
	    "acte=ajouter&courriel=agent%40terreau.example"), 303);
	assert_int_equal(h_post(&h, LISTENING "/equipe",
	    "acte=ajouter&courriel=agent%40terreau.example"), 303);
	assert_int_equal(count("SELECT count(*) FROM job WHERE kind = 'mail'"
	    " AND payload_json LIKE '%agent@terreau.example%' AND payload_json"
	    " LIKE '%/cte/instruction/ecoute/1%'"), 1);
	be(AGENT, &instruction_worker);
	assert_int_equal(h_get(&h, LISTENING "/tableau"), 200);
}

static void
a_feed_s_address_is_secret_and_ends(void **state)
{
	const char *to, *token;

	(void)state;
	publish();
	listen_to("maturite=idea");
	assert_int_equal(h_post(&h, LISTENING "/alertes", "acte=flux"), 303);
	to = h_header(&h, "Location");
	token = mem_strdup(h.t.mem, strstr(to, "flux=") + 5);
	token = mem_strndup(h.t.mem, token, strcspn(token, "#"));
	assert_int_equal(h_follow(&h), 200);
	h_has(&h, mem_printf(h.t.mem, "/flux/%s", token));
	assert_int_equal(h_int(&h, "SELECT count(*) FROM listening_member"
	    " WHERE feed_hash = CAST('%s' AS BLOB)", token), 0);
	be(0, &instruction_worker);
	assert_int_equal(h_get(&h, mem_printf(h.t.mem,
	    "/cte/instruction/ecoute/flux/%s", token)), 200);
	h_has(&h, "<title>Composter ensemble</title>");
	assert_int_equal(h_get(&h, "/cte/instruction/ecoute/flux/autre"), 404);
	be(FUNDER, &instruction_worker);
	assert_int_equal(h_post(&h, LISTENING "/alertes", "acte=fin_flux"),
	    303);
	be(0, &instruction_worker);
	assert_int_equal(h_get(&h, mem_printf(h.t.mem,
	    "/cte/instruction/ecoute/flux/%s", token)), 404);
}

/* That word again and again, longer than any note may be. */
static const char *
long_text(const char *word)
{
	struct buf b = BUF_INIT;
	const char *text;

	while (b.len < 3200)
		buf_printf(&b, "%s+", word);
	text = mem_strdup(h.t.mem, b.data);
	buf_release(&b);
	return text;
}

static void
a_board_keeps_an_order_of_its_own(void **state)
{
	(void)state;
	publish();
	h_sql(&h, "INSERT INTO element (id, uuid, platform_id, kind, slug,"
	    " title, state, created_at, updated_at, published_at) VALUES"
	    " (8, 'e8', 1, 'project', 'huit', 'Huit', 'listening', 0, 0, 1),"
	    " (9, 'e9', 1, 'project', 'neuf', 'Neuf', 'listening', 0, 0, 1)");
	listen_to("maturite=idea");
	h_post(&h, LISTENING "/tableau", "acte=ajouter&projet=1");
	h_post(&h, LISTENING "/tableau", "acte=ajouter&projet=8");
	h_post(&h, LISTENING "/tableau", "acte=ajouter&projet=9");
	assert_int_equal(h_post(&h, LISTENING "/tableau",
	    "acte=monter&projet=9"), 303);
	assert_int_equal(count("SELECT group_concat(element_id, '') FROM"
	    " (SELECT element_id FROM listening_mark ORDER BY position)"), 198);
	assert_int_equal(h_post(&h, LISTENING "/tableau",
	    "acte=deplacer&projet=8&colonne=1&avant=1"), 303);
	assert_int_equal(count("SELECT group_concat(element_id, '') FROM"
	    " (SELECT element_id FROM listening_mark ORDER BY position)"), 819);
	assert_int_equal(h_post(&h, LISTENING "/tableau",
	    "acte=deplacer&projet=8&colonne=2"), 303);
	assert_int_equal(count("SELECT column_id FROM listening_mark WHERE"
	    " element_id = 8"), 2);
	/* A column of another board is not reached. */
	assert_int_equal(h_post(&h, LISTENING "/tableau",
	    "acte=deplacer&projet=8&colonne=77"), 404);
	assert_int_equal(h_post(&h, LISTENING "/tableau/colonnes",
	    "acte=supprimer&colonne=2"), 303);
	assert_int_equal(count("SELECT count(*) FROM listening_column"), 3);
	assert_int_equal(h_post(&h, SEEN "/notes", "acte=note&note=Secret"),
	    303);
	assert_int_equal(h_post(&h, SEEN "/notes",
	    "acte=etiquettes&etiquettes=urgent%2C+foncier"), 303);
	assert_int_equal(h_get(&h, LISTENING "/tableau"), 200);
	h_has(&h, "urgent</span>");
	h_has(&h, "foncier</span>");
	/* A funder has nothing to do with ticked cards; an administrator has. */
	h_has_not(&h, "form=\"selection\"");
	h_sql(&h, "INSERT INTO role_grant (person_id, role, scope_kind,"
	    " scope_id, platform_id, granted_at) VALUES (%d, 'administrator',"
	    " 'platform', 1, 1, 0)", FUNDER);
	assert_int_equal(h_get(&h, LISTENING "/tableau"), 200);
	h_has(&h, "form=\"selection\"");
	h_has(&h, "Créer un appel et les inviter");
	/* What is too long comes back as it was typed. */
	assert_int_equal(h_post(&h, SEEN "/notes", mem_printf(h.t.mem,
	    "acte=note&note=%s", long_text("Une+note"))), 422);
	h_has(&h, "Une note");
	assert_int_equal(h_post(&h, LISTENING "/tableau/colonnes",
	    mem_printf(h.t.mem, "acte=ajouter&nom=%.100s",
	    long_text("Colonne"))), 422);
	h_has(&h, "value=\"Colonne");
	be(ANNE, &submission_worker);
	assert_int_equal(h_get(&h, PROJECT "/ecoute"), 200);
	h_has_not(&h, "Secret");
	h_has_not(&h, "urgent");
}

/* --- offers ------------------------------------------------------------------------- */

static void
an_accepted_offer_opens_the_dossier_until_its_day(void **state)
{
	(void)state;
	publish();
	listen_to("maturite=idea");
	offer();
	be(FUNDER, &submission_worker);
	assert_int_not_equal(h_get(&h, PROJECT "/relire"), 200);
	be(ANNE, &submission_worker);
	assert_int_equal(h_get(&h, "/cte/mes-projets"), 200);
	h_has(&h, "Un soutien vous est proposé");
	assert_int_equal(h_post(&h, PROJECT "/soutiens/1",
	    "acte=accepter&fin=2020-01-01"), 422);
	assert_int_equal(h_post(&h, PROJECT "/soutiens/1",
	    "acte=accepter&fin=2026-12-31&reponse=Merci"), 303);
	be(FUNDER, &submission_worker);
	assert_int_equal(h_get(&h, PROJECT "/relire"), 200);
	/* To read, and nothing else. */
	assert_int_not_equal(h_get(&h, PROJECT "/ecoute"), 200);
	assert_int_not_equal(h_post(&h, PROJECT "/corbeille", ""), 303);
	be(DECIDER, &submission_worker);
	assert_int_not_equal(h_get(&h, PROJECT "/relire"), 200);
	h.now = TEST_NOW + INT64_C(60) * 86400;
	be(FUNDER, &submission_worker);
	assert_int_not_equal(h_get(&h, PROJECT "/relire"), 200);
}

static void
a_holder_stops_sharing_at_once(void **state)
{
	(void)state;
	publish();
	listen_to("maturite=idea");
	offer();
	be(ANNE, &submission_worker);
	h_post(&h, PROJECT "/soutiens/1", "acte=accepter&fin=2026-12-31");
	assert_int_equal(h_post(&h, PROJECT "/soutiens/1", "acte=arreter"),
	    303);
	be(FUNDER, &submission_worker);
	h.now++;
	assert_int_not_equal(h_get(&h, PROJECT "/relire"), 200);
}

/* The master file; its pieces when the holder says so; never what a service and
 * the holder wrote to each other. */
static void
what_is_shared_is_the_dossier_alone(void **state)
{
	static const char *const closed[] = { "", "/destinataires", "/appels",
		"/formulaire", "/appels/quartiers/recepisse", "/pieces/1" };
	size_t i;

	(void)state;
	h_sql(&h, "INSERT INTO file (id, sha256, size_bytes, type, created_at)"
	    " VALUES (1, 'aa', 1, 'application/pdf', 0)");
	h_sql(&h, "INSERT INTO document (id, nature, label,"
	    " owner_organisation_id, kept_at, created_at)"
	    " VALUES (1, 'rib', 'RIB', %d, 1, 0)", ASSOCIATION);
	h_sql(&h, "INSERT INTO document_version (id, document_id, number,"
	    " file_id, name, sent_at) VALUES (1, 1, 1, 1, 'rib.pdf', 0),"
	    " (2, 1, 2, 1, 'rib-2.pdf', 5)");
	h_sql(&h, "INSERT INTO dossier_document VALUES (1, 'rib', 1, 0)");
	publish();
	listen_to("maturite=idea");
	h_sql(&h, "DELETE FROM membership WHERE person_id = %d", FUNDER);
	assert_int_equal(h_post(&h, SEEN "/offre", "genre=money"
	    "&message=Parlons-en&nom_de=0"), 303);
	be(ANNE, &submission_worker);
	assert_int_equal(h_get(&h, PROJECT "/ecoute"), 200);
	h_has(&h, "Avec sa pièce jointe");
	assert_int_equal(h_post(&h, PROJECT "/soutiens/1",
	    "acte=accepter&fin=2026-12-31"), 303);
	be(FUNDER, &submission_worker);
	assert_int_equal(h_get(&h, PROJECT "/relire"), 200);
	h_has(&h, "rib-2.pdf");
	h_has_not(&h, "/pieces/");
	h_has_not(&h, "/etapes/");
	assert_int_equal(h_get(&h, PROJECT "/dossier.pdf"), 200);
	assert_int_equal(h_get(&h, PROJECT "/dossier.json"), 200);
	h_has_not(&h, "\"applications\"");
	assert_int_not_equal(h_get(&h, PROJECT "/pieces/2"), 200);
	for (i = 0; i < sizeof(closed) / sizeof(closed[0]); i++)
		assert_int_not_equal(h_get(&h, mem_printf(h.t.mem, "%s%s",
		    PROJECT, closed[i])), 200);
	/* With the pieces: those of today, which the vault says. */
	h_sql(&h, "UPDATE support_offer SET answer = NULL");
	be(ANNE, &submission_worker);
	assert_int_equal(h_post(&h, PROJECT "/soutiens/1",
	    "acte=accepter&fin=2026-12-31&pieces=1"), 303);
	assert_int_equal(h_get(&h, "/compte/organisations/compost-peï/"
	    "documents/1"), 200);
	h_has(&h, "avec le dossier");
	h_has(&h, "que vous partagez");
	assert_int_equal(h_get(&h, PROJECT "/destinataires"), 200);
	h_has(&h, "et ses pièces, jusqu’au");
	h_has_not(&h, "encore été présenté à personne");
	be(FUNDER, &submission_worker);
	assert_int_equal(h_get(&h, PROJECT "/relire"), 200);
	h_has(&h, "/pieces/2");
	assert_int_equal(h_get(&h, PROJECT "/pieces/2"), 200);
	for (i = 0; i < sizeof(closed) / sizeof(closed[0]); i++)
		assert_int_not_equal(h_get(&h, mem_printf(h.t.mem, "%s%s",
		    PROJECT, closed[i])), 200);
}

/* Only who wrote it may take it back; an offer on one project is not lost
 * among those on others. */
static void
a_team_reads_its_offers_and_each_takes_back_their_own(void **state)
{
	(void)state;
	publish();
	listen_to("maturite=idea");
	offer();
	h_sql(&h, "INSERT INTO element (id, uuid, platform_id, kind, slug,"
	    " title, state, created_at, updated_at, published_at) VALUES"
	    " (9, 'e9', 1, 'project', 'neuf', 'Neuf', 'listening', 0, 0, 1)");
	h_sql(&h, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1"
	    " FROM n WHERE i < 60) INSERT INTO support_offer (element_id,"
	    " listening_id, offered_by, kind, message, offered_at)"
	    " SELECT 9, 1, %d, 'money', 'Autre', 0 FROM n", FUNDER);
	h_sql(&h, "INSERT INTO listening_member (listening_id, person_id,"
	    " since_at) VALUES (1, %d, 0)", AGENT);
	be(FUNDER, &instruction_worker);
	assert_int_equal(h_get(&h, SEEN), 200);
	h_has(&h, "Parlons-en");
	h_has(&h, "Retirer la proposition");
	be(AGENT, &instruction_worker);
	assert_int_equal(h_get(&h, SEEN), 200);
	h_has(&h, "Parlons-en");
	h_has_not(&h, "Retirer la proposition");
}

static void
an_offer_is_made_in_the_name_of_one_s_own_body(void **state)
{
	(void)state;
	publish();
	listen_to("maturite=idea");
	assert_int_equal(h_post(&h, SEEN "/offre", "genre=money&message=Non"
	    "&nom_de=2"), 403);
	assert_int_equal(h_post(&h, SEEN "/offre", "genre=advice&montant=20"
	    "&message=Oui&nom_de=1"), 422);
	h_has(&h, "Un montant ne va");
	offer();
	offer();	/* the same waits: said, not doubled */
	assert_int_equal(count("SELECT count(*) FROM support_offer"), 1);
}

/* --- from a selection to a decision --------------------------------------------------- */

static const char *
call_body(void)
{
	return "titre=Composts+2027&promesse=Compostez&description=Voici"
	    "&recours=Deux+mois&financeur=1&formulaire=1&modele=1"
	    "&ouvre=2026-11-20&ferme=2027-03-31&silence=reject&silence_mois=2"
	    "&theme=1&territoire=Saint-Leu&projet=1";
}

static void
a_call_written_from_a_selection_invites_its_holders(void **state)
{
	(void)state;
	publish();
	be(AGENT, &instruction_worker);
	assert_int_not_equal(h_get(&h, "/cte/administration/appels"), 200);
	be(ADMINISTRATOR, &instruction_worker);
	assert_int_equal(h_get(&h, "/cte/administration/appels/nouveau"
	    "?projet=1"), 200);
	h_has(&h, "Composter ensemble");
	assert_int_equal(h_post(&h, "/cte/administration/appels/nouveau",
	    "titre="), 422);
	assert_int_equal(h_post(&h, "/cte/administration/appels/nouveau",
	    call_body()), 303);
	assert_int_equal(count("SELECT count(*) FROM call WHERE slug ="
	    " 'composts-2027' AND status = 'draft'"), 1);
	assert_int_equal(count("SELECT count(*) FROM criterion AS c JOIN stage"
	    " AS s ON s.id = c.stage_id JOIN call AS k ON k.id = s.call_id"
	    " WHERE k.slug = 'composts-2027'"), 1);
	assert_int_equal(count("SELECT count(*) FROM job WHERE payload_json"
	    " LIKE '%invite%'"), 0);
	be(0, &observatory_worker);
	assert_int_equal(h_get(&h, "/cte/appels/composts-2027"), 404);
	be(ADMINISTRATOR, &instruction_worker);
	assert_int_equal(h_post(&h, "/cte/administration/appels/composts-2027"
	    "/publier", ""), 303);
	be(0, &observatory_worker);
	assert_int_equal(h_get(&h, "/cte/appels/composts-2027"), 200);
	assert_int_equal(count("SELECT count(*) FROM job WHERE kind = 'mail'"
	    " AND payload_json LIKE"
	    " '%mes-projets/composter-ensemble/appels/composts-2027%'"), 1);
	be(ANNE, &submission_worker);
	assert_int_equal(h_get(&h, "/cte/mes-projets"), 200);
	h_has(&h, "vous invite à présenter");
	assert_int_equal(h_get(&h, PROJECT "/appels/composts-2027"), 200);
	/* Twice is as once, and a preset's call is not rewritten here. */
	be(ADMINISTRATOR, &instruction_worker);
	assert_int_equal(h_post(&h, "/cte/administration/appels/composts-2027"
	    "/publier", ""), 303);
	assert_int_equal(count("SELECT count(*) FROM job WHERE kind = 'mail'"
	    " AND payload_json LIKE '%appels/composts-2027%'"), 1);
	assert_int_equal(h_post(&h, "/cte/administration/appels/quartiers-2027",
	    call_body()), 303);
	assert_int_equal(count("SELECT count(*) FROM call WHERE title ="
	    " 'Quartiers en transition 2027'"), 1);
}

static void
a_refused_project_returns_only_if_its_holder_agrees(void **state)
{
	(void)state;
	publish();
	h_sql(&h, "INSERT INTO application (id, number, dossier_id, call_id,"
	    " platform_id, state, stage_id, tray, created_at, waiting_since,"
	    " title, folded, holder_name, decided_at) VALUES (1, 'A1', 1, 1, 1,"
	    " 'refused', 2, 'decided', 0, 0, 'Composter ensemble', '',"
	    " 'Compost péi', %lld)", (long long)TEST_NOW - 10);
	h_sql(&h, "INSERT INTO decision (id, application_id, verdict, reasons,"
	    " decided_by_name, decided_at) VALUES (1, 1, 'refuse', 'Trop tôt',"
	    " 'TCO', %lld)", (long long)TEST_NOW - 10);
	h_sql(&h, "UPDATE element SET state = 'refused' WHERE id = 1");
	listen_to("maturite=idea");
	assert_int_equal(h_get(&h, LISTENING), 200);
	h_has_not(&h, "Composter ensemble");
	be(ANNE, &submission_worker);
	assert_int_equal(h_get(&h, PROJECT "/appels/quartiers-2027"), 200);
	h_has(&h, "Non retenu ne veut pas dire perdu");
	assert_int_equal(h_post(&h, PROJECT "/appels/quartiers-2027/ecoute",
	    "retour=oui"), 303);
	assert_int_equal(h_get(&h, PROJECT "/appels/quartiers-2027"), 200);
	h_has_not(&h, "Non retenu ne veut pas dire perdu");
	be(FUNDER, &instruction_worker);
	assert_int_equal(h_get(&h, LISTENING), 200);
	h_has(&h, "Composter ensemble");
	h_has(&h, "Quartiers en transition 2027");
	assert_int_equal(count("SELECT count(*) FROM element WHERE id = 1 AND"
	    " state = 'listening'"), 1);
}

/* --- merging ------------------------------------------------------------------------- */

static void
two_pages_are_one_only_when_both_authors_agree(void **state)
{
	(void)state;
	publish();
	h_sql(&h, "INSERT INTO element (id, uuid, platform_id, kind, slug,"
	    " title, state, owner_person_id, created_at, updated_at,"
	    " published_at) VALUES (2, 'e2', 1, 'project', 'compost-clara',"
	    " 'Compost de Clara', 'listening', 3, 0, 0, 1)");
	h_sql(&h, "INSERT INTO dossier (id, element_id, platform_id,"
	    " owner_person_id, form_revision_id, created_at, updated_at)"
	    " VALUES (2, 2, 1, 3, 1, 0, 0)");
	be(ANNE, &submission_worker);
	assert_int_equal(h_post(&h, PROJECT "/fusion",
	    "projet=compost-clara&message=Bonjour"), 303);
	be(0, &observatory_worker);
	h_get(&h, "/cte/projets/composter-ensemble");
	h_has_not(&h, "Compost de Clara");
	/* Its asker cannot agree for the other. */
	be(ANNE, &submission_worker);
	assert_int_not_equal(h_post(&h, "/cte/mes-projets/compost-clara/fusion"
	    "/1", "acte=accepter"), 303);
	be(CLARA, &submission_worker);
	assert_int_equal(h_post(&h, "/cte/mes-projets/compost-clara/fusion/1",
	    "acte=accepter"), 303);
	be(0, &observatory_worker);
	assert_int_equal(h_get(&h, "/cte/projets/composter-ensemble"), 200);
	h_has(&h, "Compost de Clara");
	h_get(&h, "/cte/projets/compost-clara");
	h_has(&h, "Composter ensemble");
	be(CLARA, &submission_worker);
	assert_int_equal(h_post(&h, "/cte/mes-projets/compost-clara/fusion/1",
	    "acte=separer"), 303);
	be(0, &observatory_worker);
	h_get(&h, "/cte/projets/composter-ensemble");
	h_has_not(&h, "Compost de Clara");
}

/* --- commons ------------------------------------------------------------------------- */

#define GESTURES	"/cte/gestes/projets/composter-ensemble"

static void
add_commons(int id, const char *owner)
{
	h_sql(&h, "INSERT INTO element (id, uuid, platform_id, kind, slug,"
	    " title, state, owner_person_id, created_at, updated_at,"
	    " published_at) VALUES (%d, 'c%d', 1, 'commons', 'carnet-%d',"
	    " 'Le carnet %d', 'listening', %s, 0, 0, 1)", id, id, id, id,
	    owner);
	assert_int_equal(db_write_begin(h.t.db), RC_OK);
	element_refresh_search(h.t.db, id);
	assert_int_equal(db_write_end(h.t.db, RC_OK), RC_OK);
}

static void
support_is_counted_once_and_taken_back(void **state)
{
	(void)state;
	publish();
	be(0, &submission_worker);
	assert_int_equal(h_get(&h, GESTURES), 303);
	be(CLARA, &submission_worker);
	assert_int_equal(h_get(&h, GESTURES), 200);
	h_post(&h, GESTURES "/soutien", "geste=support&acte=donner");
	h_post(&h, GESTURES "/soutien", "geste=support&acte=donner");
	assert_int_equal(count("SELECT count(*) FROM element_backing"), 1);
	be(0, &observatory_worker);
	h_get(&h, "/cte/projets/composter-ensemble");
	h_has(&h, "1 personne soutient");
	h_has_not(&h, "Clara");
	be(CLARA, &submission_worker);
	assert_int_equal(h_post(&h, GESTURES "/soutien",
	    "geste=contribution&acte=donner"), 422);
	assert_int_equal(h_post(&h, GESTURES "/soutien", "geste=contribution"
	    "&acte=donner&nom=1&message=Un+four"), 303);
	be(0, &observatory_worker);
	h_get(&h, "/cte/projets/composter-ensemble");
	h_has(&h, "Clara");
	h_has_not(&h, "Un four");
	be(CLARA, &submission_worker);
	h_post(&h, GESTURES "/soutien", "geste=support&acte=reprendre");
	h_post(&h, GESTURES "/soutien", "geste=contribution&acte=reprendre");
	assert_int_equal(count("SELECT count(*) FROM element_backing"), 0);
}

static void
a_link_is_shown_once_both_ends_agreed(void **state)
{
	(void)state;
	publish();
	add_commons(5, "3");
	be(ANNE, &submission_worker);
	assert_int_equal(h_post(&h, GESTURES "/liens",
	    "genre=uses&vers=nulle-part"), 422);
	assert_int_equal(h_post(&h, GESTURES "/liens", "genre=uses"
	    "&vers=https%3A%2F%2Fx%2Fcte%2Felements%2Fcommuns%2Fcarnet-5"),
	    303);
	/* Its title is enough, and a body's name. */
	assert_int_equal(h_post(&h, GESTURES "/liens",
	    "genre=part_of&vers=Le+carnet+5"), 303);
	assert_int_equal(h_post(&h, GESTURES "/liens",
	    "genre=run_by&vers=compost+p%C3%89i"), 303);
	assert_int_equal(count("SELECT count(*) FROM element_link"), 3);
	h_sql(&h, "DELETE FROM element_link WHERE id > 1");
	be(0, &observatory_worker);
	assert_int_equal(h_get(&h, "/cte/elements/graphe"), 200);
	h_has_not(&h, "Le carnet 5");
	/* Neither a stranger nor its proposer answers for the other end. */
	be(BRUNO, &submission_worker);
	assert_int_equal(h_post(&h, "/cte/gestes/liens/1", "acte=accepter"),
	    404);
	be(ANNE, &submission_worker);
	h_post(&h, "/cte/gestes/liens/1", "acte=accepter");
	assert_int_equal(count("SELECT count(*) FROM element_link WHERE to_at"
	    " IS NULL"), 1);
	be(CLARA, &submission_worker);
	assert_int_equal(h_post(&h, "/cte/gestes/liens/1", "acte=accepter"),
	    303);
	be(0, &observatory_worker);
	assert_int_equal(h_get(&h, "/cte/elements/graphe"), 200);
	h_has(&h, "Le carnet 5");
	h_has(&h, "utilise");
	be(CLARA, &submission_worker);
	assert_int_equal(h_post(&h, "/cte/gestes/liens/1",
	    "acte=refuser&retour=//evil.example"), 303);
	assert_string_equal(h_header(&h, "Location"), "/cte/elements");
	assert_int_equal(count("SELECT count(*) FROM element_link"), 0);
}

static void
between_what_nobody_holds_the_service_answers(void **state)
{
	(void)state;
	add_commons(5, "NULL");
	add_commons(6, "NULL");
	be(CLARA, &submission_worker);
	assert_int_equal(h_post(&h, "/cte/gestes/communs/carnet-5/liens",
	    "genre=forks&vers=carnet-6"), 303);
	be(0, &observatory_worker);
	h_get(&h, "/cte/elements/graphe");
	h_has_not(&h, "Le carnet 5");
	be(ANIMATOR, &submission_worker);
	assert_int_equal(h_post(&h, "/cte/gestes/liens/1", "acte=accepter"),
	    303);
	be(0, &observatory_worker);
	h_get(&h, "/cte/elements/graphe");
	h_has(&h, "Le carnet 5");
}

static void
a_commons_somebody_describes_is_read_first(void **state)
{
	(void)state;
	be(CLARA, &submission_worker);
	assert_int_equal(h_post(&h, "/cte/deposer/fiche", "titre=Four"), 422);
	assert_int_equal(h_post(&h, "/cte/deposer/fiche", "nature=commons"
	    "&titre=Four+%C3%A0+pain&resume=Ouvert+le+samedi"
	    "&territoire=Saint-Leu&theme=1&offre=place"), 303);
	assert_int_equal(h_follow(&h), 200);
	h_has(&h, "Relu bientôt");
	be(ANNE, &submission_worker);
	assert_int_equal(h_get(&h, "/cte/gestes/fiches/2"), 404);
	be(0, &observatory_worker);
	assert_int_equal(h_get(&h, "/cte/elements/communs/four-a-pain"), 404);
	be(ANIMATOR, &instruction_worker);
	assert_int_equal(h_post(&h, "/cte/instruction/moderation/2",
	    "avis=listed"), 303);
	be(0, &observatory_worker);
	assert_int_equal(h_get(&h, "/cte/elements/communs/four-a-pain"), 200);
	/* Who looks for a place meets who offers one. */
	publish();
	be(0, &observatory_worker);
	assert_int_equal(h_get(&h, "/cte/projets/composter-ensemble"), 200);
	h_has(&h, "Four à pain");
}

/* Elements 5, 6 and 7 offer a place: where, on which theme, with which word. */
static void
add_offer(int id, int territory, int theme, const char *tag)
{
	add_commons(id, "3");
	h_sql(&h, "UPDATE element SET territory_id = %d, theme_id = %d WHERE"
	    " id = %d", territory, theme, id);
	h_sql(&h, "INSERT INTO element_need VALUES (%d, 'offer', 'place', '')",
	    id);
	if (tag != NULL)
		h_sql(&h, "INSERT INTO element_tag VALUES (%d, '%s', '%s')",
		    id, tag, tag);
}

static void
who_could_help_is_ranked_by_place_and_theme_and_says_why(void **state)
{
	const char *page, *first, *second, *third;

	(void)state;
	publish();
	add_offer(5, 4, 2, NULL);		/* elsewhere, another theme */
	add_offer(6, 3, 1, NULL);		/* 3 + 2 */
	add_offer(7, 2, 2, "quartier");		/* 4 + 1, older */
	h_sql(&h, "UPDATE element SET published_at = 2 WHERE id = 6");
	be(0, &observatory_worker);
	assert_int_equal(h_get(&h, "/cte/projets/composter-ensemble"), 200);
	page = h.body;
	first = strstr(page, "Le carnet 6");
	second = strstr(page, "Le carnet 7");
	third = strstr(page, "Le carnet 5");
	assert_non_null(first);
	assert_non_null(second);
	assert_non_null(third);
	assert_true(first < second && second < third);
	h_has(&h, "même intercommunalité, même thème");
	h_has(&h, "même commune, 1 mot en commun");
}

static void
only_people_who_let_their_name_be_read_are_in_the_graph(void **state)
{
	(void)state;
	publish();
	be(CLARA, &submission_worker);
	h_post(&h, GESTURES "/soutien", "geste=support&acte=donner");
	be(BRUNO, &submission_worker);
	h_post(&h, GESTURES "/soutien", "geste=support&acte=donner&nom=1");
	be(0, &observatory_worker);
	assert_int_equal(h_get(&h, "/cte/elements/graphe"), 200);
	h_has(&h, "Bruno Payet");
	h_has(&h, "Compost péi");
	h_has_not(&h, "Clara");
	/* Around each of them; a person without a public tie does not exist. */
	assert_int_equal(h_get(&h, "/cte/elements/graphe?autour=personnes/2"),
	    200);
	h_has(&h, "Bruno Payet");
	assert_int_equal(h_get(&h, "/cte/elements/graphe?autour=personnes/3"),
	    404);
	assert_int_equal(h_get(&h, "/cte/elements/graphe?autour="
	    "organisations/tco"), 404);
	assert_int_equal(h_get(&h, "/cte/elements/graphe?autour="
	    "projets/composter-ensemble&lien=supports"), 200);
	h_has(&h, "soutient");
	h_has_not(&h, "Compost péi</a> porte");
	/* Taken back: gone at once. */
	be(BRUNO, &submission_worker);
	h_post(&h, GESTURES "/soutien", "geste=support&acte=reprendre");
	be(0, &observatory_worker);
	assert_int_equal(h_get(&h, "/cte/elements/graphe?autour=personnes/2"),
	    404);
}

static void
a_neighbourhood_goes_as_far_as_asked_and_no_farther(void **state)
{
	(void)state;
	publish();
	add_commons(5, "3");
	add_commons(6, "3");
	h_sql(&h, "INSERT INTO element_link (from_id, to_id, kind, proposed_at,"
	    " from_at, to_at) VALUES (1, 5, 'uses', 0, 1, 1),"
	    " (5, 6, 'forks', 0, 1, 1)");
	be(0, &observatory_worker);
	assert_int_equal(h_get(&h, "/cte/elements/graphe?autour="
	    "projets/composter-ensemble"), 200);
	h_has(&h, "Le carnet 5");
	h_has_not(&h, "Le carnet 6");
	assert_int_equal(h_get(&h, "/cte/elements/graphe?autour="
	    "projets/composter-ensemble&pas=2"), 200);
	h_has(&h, "Le carnet 6");
	assert_int_equal(h_get(&h, "/cte/elements/graphe?genre=ressources"),
	    200);
	h_has(&h, "Aucun lien de cette sorte");
	assert_int_equal(h_get(&h, "/cte/elements/graphe?genre=x"), 404);
	h_sql(&h, "UPDATE element SET published_at = NULL WHERE id = 5");
	assert_int_equal(h_get(&h, "/cte/elements/graphe?autour="
	    "projets/composter-ensemble&pas=2"), 200);
	h_has_not(&h, "Le carnet");
	assert_int_equal(h_get(&h, "/cte/elements/graphe?autour="
	    "communs/carnet-5"), 404);
}

/* A project of the flow: where, on which theme (0: none), how far, what it
 * lacks. */
static void
emerge(int id, int territory, int theme, const char *maturity,
    const char *state, const char *need)
{
	h_sql(&h, "INSERT INTO element (id, uuid, platform_id, kind, slug,"
	    " title, territory_id, facet_territory_id, theme_id, state,"
	    " created_at, updated_at, published_at) VALUES (%d, 'e%d', 1,"
	    " 'project', 'e%d', 'E', %d, %d, nullif(%d, 0), '%s', 0, 0, 1)",
	    id, id, id, territory, territory, theme, state);
	h_sql(&h, "INSERT INTO flow (element_id, platform_id, maturity, state,"
	    " asked_at, entry_id) VALUES (%d, 1, '%s', 'listed', 0, %d)", id,
	    maturity, id);
	h_sql(&h, "INSERT INTO element_need VALUES (%d, 'need', '%s', '')", id,
	    need);
}

/* A row of the table, as the page writes it. */
static void
has_line(const char *theme, const char *place, const char *maturity,
    const char *query, int n)
{
	h_has(&h, mem_printf(h.t.mem, "<th scope=\"row\">%s</th><td>%s</td>"
	    "<td>%s</td><td class=\"number\"><a href=\"/cte/projets?"
	    "etat=listening%s\" aria-label=\"%d : %s, %s\">%d<", theme, place,
	    maturity, query, n, theme, place, n));
}

/*
 * By hand: seven in the flow, of which one was taken back and one is refused.
 * Five count: circular economy 3 (two ideas and a study at Saint-Leu), cycling 1
 * (Le Port), without theme 1 (Le Port). They lack money 3 times, a place twice.
 */
static void
what_emerges_is_counted_as_by_hand(void **state)
{
	(void)state;
	emerge(21, 2, 1, "idea", "listening", "money");
	emerge(22, 2, 1, "idea", "listening", "money");
	emerge(23, 2, 1, "study", "submitted", "place");
	emerge(24, 3, 2, "need", "listening", "money");
	emerge(25, 3, 0, "need", "listening", "place");
	emerge(26, 2, 1, "idea", "refused", "money");
	emerge(27, 3, 2, "need", "listening", "money");
	h_sql(&h, "UPDATE flow SET state = 'left' WHERE element_id = 27");
	/* Two pages of one project are one. */
	emerge(28, 2, 1, "idea", "listening", "money");
	h_sql(&h, "INSERT INTO element_merge (from_id, to_id, message,"
	    " asked_by, asked_at, from_at, to_at) VALUES (28, 21, '', 1, 0,"
	    " 1, 1)");
	be(0, &observatory_worker);
	assert_int_equal(h_get(&h, "/cte/observatoire/emergences"), 200);
	has_line("Économie circulaire", "Saint-Leu", "Une idée",
	    "&amp;theme=economie-circulaire&amp;territoire=97413", 2);
	has_line("Économie circulaire", "Saint-Leu", "Une étude",
	    "&amp;theme=economie-circulaire&amp;territoire=97413", 1);
	has_line("Air et mobilité", "Le Port", "Un besoin",
	    "&amp;theme=air-mobilite&amp;territoire=97407", 1);
	has_line("Sans thème", "Le Port", "Un besoin",
	    "&amp;territoire=97407", 1);
	/* The findings: three of five at Saint-Leu, three of five lack money. */
	h_has(&h, "là où il émerge le plus de projets");
	h_has(&h, "Saint-Leu publie le plus");
	h_has(&h, "ce qui manque le plus");
}

static void
close_account(int64_t id)
{
	struct problems why = PROBLEMS_INIT(h.t.mem);

	assert_int_equal(account_close(h.t.db, h.t.mem, id, id, h.now, &why),
	    RC_OK);
}

static void
a_listening_goes_to_who_administers_the_organisation_of_its_last_member(
    void **state)
{
	(void)state;
	listen_to("territoire=97413");
	/* Anne administers the body that the funder is of, but has no role. */
	h_sql(&h, "INSERT INTO role_grant (person_id, role, scope_kind, scope_id,"
	    " platform_id, granted_at) VALUES (1, 'funder', 'platform', 1, 1,"
	    " 0)");
	h_sql(&h, "INSERT INTO membership VALUES (1, %d, 'administrator', NULL,"
	    " 0)", ANNE);
	close_account(FUNDER);
	be(ANNE, &instruction_worker);
	assert_int_equal(h_get(&h, LISTENING "/tableau"), 200);
	assert_int_equal(count("SELECT count(*) FROM job WHERE kind = 'mail' AND"
	    " payload_json LIKE '%vous est confiée%'"), 1);
	assert_int_equal(count("SELECT count(*) FROM listening WHERE left_at"
	    " IS NOT NULL"), 0);
}

static void
a_listening_nobody_inherits_waits_for_an_administrator_then_goes(void **state)
{
	(void)state;
	listen_to("territoire=97413");
	/* Anne could inherit, but has no role on the platform. */
	h_sql(&h, "INSERT INTO membership VALUES (1, %d, 'administrator', NULL,"
	    " 0)", ANNE);
	close_account(FUNDER);
	be(AGENT, &instruction_worker);
	assert_int_equal(h_get(&h, "/cte/instruction/ecoute"), 200);
	h_has_not(&h, "Composts");
	assert_int_equal(h_post(&h, LISTENING "/reprendre", ""), 403);
	be(ADMINISTRATOR, &instruction_worker);
	assert_int_equal(h_get(&h, LISTENING), 404);
	assert_int_equal(h_get(&h, "/cte/instruction/ecoute"), 200);
	h_has(&h, "Composts");
	listening_sweep(h.t.db, h.now + 364 * 86400);
	assert_int_equal(h_post(&h, LISTENING "/reprendre", ""), 303);
	assert_int_equal(h_get(&h, LISTENING), 200);
	assert_int_equal(h_post(&h, LISTENING "/reprendre", ""), 404);
	h_sql(&h, "DELETE FROM listening_member");
	h_sql(&h, "UPDATE listening SET left_at = 1");
	listening_sweep(h.t.db, h.now);
	assert_int_equal(count("SELECT count(*) FROM listening"), 0);
}

#define TEST(f)	cmocka_unit_test_setup_teardown(f, setup, harness_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(nothing_is_shown_before_a_moderator_read_it),
		TEST(a_refusal_needs_its_reason_and_reaches_the_holder),
		TEST(a_moderator_takes_back_what_is_public_with_a_reason),
		TEST(nobody_moderates_what_they_hold),
		TEST(what_looks_the_same_is_suggested_to_both),
		TEST(a_listening_is_its_team_s_only),
		TEST(a_filter_leaves_out_what_it_does_not_ask_for),
		TEST(an_alert_tells_only_what_is_new_and_once),
		TEST(without_a_role_nothing_is_told_until_there_is_one_again),
		TEST(who_joins_a_team_is_told),
		TEST(a_feed_s_address_is_secret_and_ends),
		TEST(a_board_keeps_an_order_of_its_own),
		TEST(an_accepted_offer_opens_the_dossier_until_its_day),
		TEST(a_holder_stops_sharing_at_once),
		TEST(what_is_shared_is_the_dossier_alone),
		TEST(a_team_reads_its_offers_and_each_takes_back_their_own),
		TEST(an_offer_is_made_in_the_name_of_one_s_own_body),
		TEST(a_call_written_from_a_selection_invites_its_holders),
		TEST(a_refused_project_returns_only_if_its_holder_agrees),
		TEST(two_pages_are_one_only_when_both_authors_agree),
		TEST(support_is_counted_once_and_taken_back),
		TEST(a_link_is_shown_once_both_ends_agreed),
		TEST(between_what_nobody_holds_the_service_answers),
		TEST(a_commons_somebody_describes_is_read_first),
		TEST(who_could_help_is_ranked_by_place_and_theme_and_says_why),
		TEST(only_people_who_let_their_name_be_read_are_in_the_graph),
		TEST(a_neighbourhood_goes_as_far_as_asked_and_no_farther),
		TEST(what_emerges_is_counted_as_by_hand),
		TEST(a_listening_goes_to_who_administers_the_organisation_of_its_last_member),
		TEST(a_listening_nobody_inherits_waits_for_an_administrator_then_goes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
