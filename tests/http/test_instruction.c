/*
 * The pages of the instruction, through the harness: who sees what, what a form
 * keeps, what a conflict hides, how many statements a page takes.
 */
#include "config.h"

#include "tests/http/harness.h"
#include "tests/unit/bench.h"

#include "base/json.h"
#include "domain/conflict.h"
#include "fcgi/instruction/pages.h"

static struct harness h;

static int
setup(void **state)
{
	(void)state;
	bench_make(&h.t);
	harness_start(&h, &instruction_worker);
	return 0;
}

/* The number of the n-th application of the bench. */
static const char *
path(int id, const char *tail)
{
	return mem_printf(h.t.mem, "/cte/instruction/TCO-2026-%05d%s", id,
	    tail);
}

/* Plain spaces in place of those of French typography, before comparing. */
static const char *
plain(const char *text)
{
	struct buf b = BUF_INIT;
	const char *copy;

	for (; *text != '\0'; text++) {
		if (strncmp(text, "\u00a0", 2) == 0) {
			buf_char(&b, ' ');
			text++;
		} else if (strncmp(text, "\u202f", 3) == 0) {
			buf_char(&b, ' ');
			text += 2;
		} else
			buf_char(&b, *text);
	}
	copy = mem_strdup(h.t.mem, b.data);
	buf_release(&b);
	return copy;
}

static void
has(const char *text)
{
	if (strstr(plain(h.body), text) == NULL)
		fail_msg("no \"%s\" in (%d) %s", text, h.status, h.body);
}

static void
has_not(const char *text)
{
	if (strstr(plain(h.body), text) != NULL)
		fail_msg("\"%s\" in (%d) %s", text, h.status, h.body);
}

/* 403, or 404 for what the public does not know either. */
static void
refused(int status)
{
	assert_true(status == 403 || status == 404);
}

static int64_t
revision(int id)
{
	return h_int(&h, "SELECT revision FROM application WHERE id = %d", id);
}

/* --- the list ------------------------------------------------------------------ */

static void
an_agent_sees_the_trays_and_what_waits(void **state)
{
	(void)state;
	bench_application(&h.t, 1, "Composter", "submitted", STAGE_DEPOSIT);
	bench_application(&h.t, 2, "Navette", "under_review", STAGE_COMMITTEE);
	h_sql(&h, "UPDATE application SET tray = 'committee' WHERE id = 2");
	h_sign_in(&h, BRUNO);
	assert_int_equal(h_get(&h, "/cte/instruction"), 200);
	has("À instruire <span>1</span>");
	has("Comité <span>1</span>");
	has("Composter");
	has_not("Navette");
	assert_int_equal(h_get(&h, "/cte/instruction?etat=comite"), 200);
	has("Navette");
	has_not("Composter");
}

static void
the_filter_travels_with_every_link(void **state)
{
	(void)state;
	bench_application(&h.t, 1, "Un", "submitted", STAGE_DEPOSIT);
	bench_application(&h.t, 2, "Deux", "submitted", STAGE_DEPOSIT);
	bench_application(&h.t, 3, "Trois", "submitted", STAGE_DEPOSIT);
	h_sql(&h, "UPDATE application SET agent_id = 2 WHERE id <> 2");
	h_sign_in(&h, BRUNO);
	assert_int_equal(h_get(&h, path(1, "?agent=moi&tri=titre")), 200);
	/* In the order of titles, mine only: Trois comes before Un. */
	has("2 sur 2");
	has("TCO-2026-00003?etat=instruire&amp;agent=moi&amp;tri=titre\""
	    " rel=\"prev\"");
	has_not("rel=\"next\"");
	has_not("Deux");
	assert_int_equal(h_post(&h, path(1, "/notes"),
	    "revision=0&filtre=agent%3Dmoi%26tri%3Dtitre&note=Vu"), 303);
	assert_non_null(strstr(h_header(&h, "Location"),
	    "/journal?etat=instruire&agent=moi&tri=titre"));
	/* What is not a filter is left out, never reflected. */
	assert_int_equal(h_post(&h, path(1, "/notes"),
	    "revision=0&filtre=x%3D%0d%0aSet-Cookie%3A&note=Vu"), 303);
	assert_null(strstr(h.head, "Set-Cookie: x"));
}

/* From a mail: the list beside it is the one in which it stands. */
static void
an_application_opened_by_its_address_stands_in_its_list(void **state)
{
	(void)state;
	bench_application(&h.t, 1, "Un", "submitted", STAGE_DEPOSIT);
	bench_application(&h.t, 2, "Deux", "accepted", STAGE_COMMITTEE);
	bench_application(&h.t, 3, "Trois", "accepted", STAGE_COMMITTEE);
	h_sql(&h, "UPDATE application SET tray = 'decided' WHERE id > 1");
	h_sign_in(&h, BRUNO);
	assert_int_equal(h_get(&h, path(2, "")), 200);
	has("sur 2");
	has("Trois");
	has("TCO-2026-00003?etat=decides\"");
	/* What the list keeps to is not changed by what is opened from it. */
	assert_int_equal(h_get(&h, path(2, "?etat=instruire")), 200);
	has_not("Trois");
	assert_int_equal(h_get(&h, "/cte/instruction"), 200);
	has("TCO-2026-00001?etat=instruire\"");
}

static void
searching_finds_in_every_tray(void **state)
{
	(void)state;
	bench_application(&h.t, 1, "Composter", "accepted", STAGE_COMMITTEE);
	h_sql(&h, "UPDATE application SET tray = 'decided'");
	h_sql(&h, "INSERT INTO application_search (rowid, scope, number, title,"
	    " holder, body) SELECT id, 'p1', number, title, holder_name, ''"
	    " FROM application");
	h_sign_in(&h, BRUNO);
	assert_int_equal(h_get(&h, "/cte/instruction?q=compost"), 200);
	has("Résultats pour « compost »");
	has("TCO-2026-00001");
	assert_int_equal(h_get(&h, "/cte/instruction?q=%22)%20OR%20*"), 200);
}

/* --- rights and conflicts ---------------------------------------------------------- */

static void
who_may_not_read_finds_nothing(void **state)
{
	(void)state;
	bench_application(&h.t, 1, "Composter", "submitted", STAGE_DEPOSIT);
	assert_int_equal(h_get(&h, path(1, "")), 303);
	h_sign_in(&h, ANNE);
	assert_int_equal(h_get(&h, path(1, "")), 404);
	refused(h_get(&h, "/cte/instruction"));
	h_sign_in(&h, EVA);
	assert_int_equal(h_get(&h, path(1, "")), 200);
	refused(h_post(&h, path(1, "/prendre"), "revision=0"));
	refused(h_get(&h, path(1, "/correction")));
	refused(h_get(&h, path(1, "/decision")));
	assert_int_equal(h_get(&h, "/cte/instruction/appels/quartiers-2027"),
	    404);
	h_sign_in(&h, BRUNO);
	refused(h_get(&h, path(1, "/decision")));
	refused(h_post(&h, path(1, "/evaluation"), "revision=0"));
	/* An application of another platform is not here. */
	assert_int_equal(h_get(&h, "/cte/instruction/AUTRE-1"), 404);
}

static void
a_conflict_makes_it_vanish(void **state)
{
	(void)state;
	bench_application(&h.t, 1, "Premier", "under_review", STAGE_COMMITTEE);
	bench_application(&h.t, 2, "Deuxième", "under_review",
	    STAGE_COMMITTEE);
	bench_application(&h.t, 3, "Troisième", "under_review",
	    STAGE_COMMITTEE);
	h_sql(&h, "UPDATE application SET tray = 'committee'");
	h_sql(&h, "INSERT INTO application_search (rowid, scope, number, title,"
	    " holder, body) SELECT id, 'p1', number, title, holder_name, ''"
	    " FROM application");
	h_sign_in(&h, EVA);
	assert_int_equal(h_get(&h, path(2, "/evaluation?etat=comite")), 200);
	assert_int_equal(h_post(&h, path(2, "/conflit"),
	    "filtre=etat%3Dcomite&motif=Ma+s%C5%93ur"), 303);
	assert_int_equal(h_follow(&h), 200);
	has_not("Deuxième");
	has("Comité <span>2</span>");
	assert_int_equal(h_get(&h, path(2, "")), 404);
	assert_int_equal(h_get(&h, path(2, "/evaluation")), 404);
	assert_int_equal(h_get(&h, path(2, "/financement")), 404);
	assert_int_equal(h_post(&h, path(2, "/evaluation"),
	    "revision=0&critere.1=5"), 404);
	assert_int_equal(h_get(&h, "/cte/instruction?q=association+compost"),
	    200);
	has_not("Deuxième");
	assert_int_equal(h_get(&h, "/cte/instruction/evaluations"), 200);
	has("0 sur 2");
	has_not("Deuxième");
	assert_int_equal(h_get(&h, path(1, "?etat=comite")), 200);
	has("1 sur 2");
	has("TCO-2026-00003?etat=comite\" rel=\"next\"");
	/* Fanny belongs to the association that holds them all. */
	h_sign_in(&h, FANNY);
	assert_int_equal(h_get(&h, path(1, "")), 404);
	assert_int_equal(h_get(&h, "/cte/instruction?etat=comite"), 200);
	has("Comité <span>0</span>");
}

/* --- reviews -------------------------------------------------------------------------- */

static void
scores_are_saved_sent_and_lead_to_the_next(void **state)
{
	(void)state;
	bench_application(&h.t, 1, "Premier", "under_review", STAGE_COMMITTEE);
	bench_application(&h.t, 2, "Deuxième", "under_review",
	    STAGE_COMMITTEE);
	h_sql(&h, "UPDATE application SET tray = 'committee'");
	h_sign_in(&h, EVA);
	assert_int_equal(h_get(&h, "/cte/instruction/evaluations"), 200);
	has("0 sur 2");
	assert_int_equal(h_post(&h, path(1, "/evaluation"), "revision=0"
	    "&critere.1=5&critere.2=3&critere.3=5&critere.4=&avis=Bien"
	    "&envoi=garder"), 303);
	assert_int_equal(h_follow(&h), 200);
	has("Votre note : 4,5 sur 5. Votre avis est complet à 75 %");
	assert_int_equal(h_post(&h, path(1, "/evaluation"), "revision=1"
	    "&critere.1=5&critere.2=3&critere.3=5&critere.4=3&avis=Bien"
	    "&recommandation=selected&envoi=suivant"), 303);
	assert_non_null(strstr(h_header(&h, "Location"),
	    "TCO-2026-00002/evaluation"));
	assert_int_equal(h_get(&h, "/cte/instruction/evaluations"), 200);
	has("1 sur 2");
}

static void
two_windows_on_one_review_are_told(void **state)
{
	(void)state;
	bench_application(&h.t, 1, "Premier", "under_review", STAGE_COMMITTEE);
	h_sign_in(&h, EVA);
	assert_int_equal(h_post(&h, path(1, "/evaluation"), "revision=0"
	    "&critere.1=5&avis=Avant&envoi=garder"), 303);
	/* The other window was opened before. */
	assert_int_equal(h_post(&h, path(1, "/evaluation"), "revision=0"
	    "&critere.1=1&avis=Texte+%C3%A9crit+ailleurs&envoi=garder"), 409);
	has("Ce dossier a changé entre-temps");
	has("Texte écrit ailleurs");
	has("name=\"revision\" value=\"1\"");
	assert_int_equal(h_int(&h, "SELECT value FROM review_score"), 5);
}

static void
the_module_saves_one_mark_in_json(void **state)
{
	(void)state;
	bench_application(&h.t, 1, "Premier", "under_review", STAGE_COMMITTEE);
	h_sign_in(&h, EVA);
	h.json = true;
	assert_int_equal(h_post(&h, path(1, "/evaluation/note"),
	    "revision=0&champ=critere.3&critere.3=5"), 200);
	has("\"revision\":1");
	has("complet à 30 %");
	assert_int_equal(h_post(&h, path(1, "/evaluation/note"),
	    "revision=0&champ=critere.3&critere.3=1"), 409);
	assert_int_equal(h_post(&h, path(1, "/evaluation/note"),
	    "revision=1&champ=critere.3&critere.3=4"), 422);
	assert_int_equal(h_post(&h, path(1, "/evaluation/note"),
	    "revision=1&champ=critere.3&critere.3=5x"), 422);
	assert_int_equal(h_int(&h, "SELECT value FROM review_score"), 5);
}

static void
others_stay_hidden_until_ones_own_is_sent(void **state)
{
	(void)state;
	bench_application(&h.t, 1, "Premier", "under_review", STAGE_COMMITTEE);
	h_sign_in(&h, EVA);
	assert_int_equal(h_post(&h, path(1, "/evaluation"), "revision=0"
	    "&critere.1=5&avis=Le+secret+d%E2%80%99Eva&envoi=suivant"), 303);
	h_sign_in(&h, ERIC);
	assert_int_equal(h_get(&h, path(1, "/evaluation")), 200);
	has_not("Le secret");
	has_not("médiane");
	has("1 avis d’un autre membre est déjà là");
	assert_int_equal(h_post(&h, path(1, "/evaluation"), "revision=0"
	    "&critere.1=1&envoi=suivant"), 303);
	assert_int_equal(h_get(&h, path(1, "/evaluation")), 200);
	has("Le secret d’Eva");
	has("médiane 3 · avis très partagés");
}

/* --- decisions --------------------------------------------------------------------------- */

static void
a_decision_without_reasons_keeps_what_was_typed(void **state)
{
	(void)state;
	bench_application(&h.t, 1, "Composter", "under_review",
	    STAGE_COMMITTEE);
	h_sign_in(&h, DENIS);
	assert_int_equal(h_post(&h, path(1, "/decision"), mem_printf(h.t.mem,
	    "revision=%ld&verdict=accept&montant=99+000&motifs=+"
	    "&conditions=Ouvrir+le+jardin", (long)revision(1))), 422);
	has("2 réponses sont à corriger");
	has("Écrivez les motifs");
	has("dépasse ce qui est demandé");
	has("Ouvrir le jardin");
	has("value=\"99 000\"");
	has("value=\"accept\" checked");
	assert_int_equal(h_post(&h, path(1, "/decision"), mem_printf(h.t.mem,
	    "revision=%ld&verdict=accept&montant=quarante&motifs=Oui",
	    (long)revision(1))), 422);
	has("value=\"quarante\"");
	assert_int_equal(h_post(&h, path(1, "/decision"), mem_printf(h.t.mem,
	    "revision=%ld&verdict=accept&montant=40+000%%2C00&motifs=Utile",
	    (long)revision(1))), 303);
	assert_int_equal(h_int(&h, "SELECT granted_cents FROM application"),
	    4000000);
}

static void
an_agent_proposes_and_does_not_decide(void **state)
{
	(void)state;
	bench_application(&h.t, 1, "Composter", "under_review",
	    STAGE_COMMITTEE);
	h_sign_in(&h, BRUNO);
	assert_int_equal(h_post(&h, path(1, "/proposition"), mem_printf(
	    h.t.mem, "revision=%ld&verdict=accept&montant=40000&motifs=Oui"
	    "&envoi=decider", (long)revision(1))), 303);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM decision"), 0);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM decision_draft"), 1);
	h_sign_in(&h, DENIS);
	assert_int_equal(h_get(&h, path(1, "/decision")), 200);
	has("Proposé par Bruno Payet");
	has("value=\"40 000\"");
}

static void
a_decision_on_a_changed_application_is_shown_again(void **state)
{
	(void)state;
	bench_application(&h.t, 1, "Composter", "under_review",
	    STAGE_COMMITTEE);
	h_sign_in(&h, DENIS);
	assert_int_equal(h_post(&h, path(1, "/decision"),
	    "revision=999&verdict=refuse&motifs=Mes+raisons"), 409);
	has("Ce dossier a changé entre-temps");
	has("Mes raisons");
	assert_int_equal(h_int(&h, "SELECT count(*) FROM decision"), 0);
}

/* --- the rest of a day --------------------------------------------------------------------- */

static void
an_agent_takes_asks_writes_and_concludes(void **state)
{
	(void)state;
	bench_application(&h.t, 1, "Composter", "submitted", STAGE_DEPOSIT);
	h_sign_in(&h, BRUNO);
	assert_int_equal(h_post(&h, path(1, "/prendre"), mem_printf(h.t.mem,
	    "revision=%ld", (long)revision(1))), 303);
	assert_int_equal(h_follow(&h), 200);
	has("En instruction : Éligibilité");
	assert_int_equal(h_get(&h, path(1, "/correction")), 200);
	assert_int_equal(h_post(&h, path(1, "/correction"), mem_printf(h.t.mem,
	    "revision=%ld&motif=incomplete&message=Le+RIB&bloquante=1"
	    "&question=rib", (long)revision(1))), 303);
	assert_int_equal(h_get(&h, path(1, "/correction")), 200);
	has("Une seule à la fois");
	assert_int_equal(h_post(&h, path(1, "/correction/annuler"), ""), 303);
	assert_int_equal(h_post(&h, path(1, "/etape"), mem_printf(h.t.mem,
	    "revision=%ld&point.territoire=yes&issue=eligible&envoi=conclure",
	    (long)revision(1))), 422);
	has("1 point n’est pas vérifié");
	has("value=\"eligible\" checked");
	assert_int_equal(h_post(&h, path(1, "/etape"), mem_printf(h.t.mem,
	    "revision=%ld&point.territoire=yes&point.taux=yes&issue=eligible"
	    "&envoi=conclure", (long)revision(1))), 303);
	assert_int_equal(h_follow(&h), 200);
	has("En instruction : Priorisation");
	assert_int_equal(h_get(&h, path(1, "/journal")), 200);
	has("Étape : Priorisation");
	assert_int_equal(h_post(&h, path(1, "/avis"), "courriel=nul%40x.example"
	    "&question=R%C3%A9aliste+%3F&visibilite=service"), 422);
	has("Aucun compte n’a cette adresse");
	has("Réaliste ?");
	assert_int_equal(h_post(&h, path(1, "/avis"),
	    "courriel=eric%40terreau.example&question=R%C3%A9aliste+%3F"
	    "&visibilite=service"), 303);
	h_sign_in(&h, ERIC);
	assert_int_equal(h_get(&h, "/cte/instruction/avis/1"), 200);
	has("Réaliste ?");
	assert_int_equal(h_post(&h, "/cte/instruction/avis/1",
	    "verdict=reserved&avis=Oui+si"), 303);
	h_sign_in(&h, EVA);
	assert_int_equal(h_get(&h, "/cte/instruction/avis/1"), 404);
}

static void
a_message_carries_its_file(void **state)
{
	const char *body;

	(void)state;
	bench_application(&h.t, 1, "Composter", "submitted", STAGE_DEPOSIT);
	h_sign_in(&h, BRUNO);
	body = mem_printf(h.t.mem, "--XyZ\r\nContent-Disposition: form-data;"
	    " name=\"csrf\"\r\n\r\n%s\r\n--XyZ\r\nContent-Disposition: form-data;"
	    " name=\"message\"\r\n\r\nVoici le modèle\r\n--XyZ\r\n"
	    "Content-Disposition: form-data; name=\"fichier\";"
	    " filename=\"modèle.txt\"\r\nContent-Type: text/plain\r\n\r\n"
	    "bonjour\r\n--XyZ--\r\n", h_csrf(&h));
	assert_int_equal(h_post_parts(&h, path(1, "/echanges"), body,
	    strlen(body)), 303);
	assert_int_equal(h_get(&h, path(1, "/echanges")), 200);
	has("Voici le modèle");
	has("modèle.txt");
	assert_int_equal(h_get(&h, path(1, mem_printf(h.t.mem,
	    "/echanges/%ld", (long)h_int(&h, "SELECT id FROM file")))), 200);
	assert_non_null(h_header(&h, "X-Accel-Redirect"));
	/* The same file under another application is not found. */
	bench_application(&h.t, 2, "Autre", "submitted", STAGE_DEPOSIT);
	assert_int_equal(h_get(&h, path(2, mem_printf(h.t.mem,
	    "/echanges/%ld", (long)h_int(&h, "SELECT id FROM file")))), 404);
}

static void
funders_share_one_table(void **state)
{
	const char *mark;

	(void)state;
	bench_application(&h.t, 1, "Composter", "under_review", STAGE_CHECK);
	h_sql(&h, "INSERT INTO plan_source (id, dossier_id, position,"
	    " funder_name, asked_cents) VALUES (5, 1, 0, 'ADEME', 2000000),"
	    " (6, 1, 1, 'Région', 1000000)");
	h_sign_in(&h, BRUNO);
	assert_int_equal(h_get(&h, path(1, "/financement")), 200);
	has("ADEME");
	mark = "0.0.0.0";
	assert_int_equal(h_post(&h, path(1, "/financement"), mem_printf(
	    h.t.mem, "source=5&avant=%s&promis=30+000&accorde=0", mark)), 422);
	has("sont demandés à ce financeur");
	/* The other funder's form does not show what was typed in this one. */
	assert_null(strstr(strstr(plain(h.body), "value=\"30 000\"") + 1,
	    "value=\"30 000\""));
	assert_int_equal(h_post(&h, path(1, "/financement"), mem_printf(
	    h.t.mem, "source=5&avant=%s&promis=20+000&accorde=15+000", mark)),
	    303);
	assert_int_equal(h_int(&h, "SELECT granted_cents FROM element"),
	    1500000);
	/* The same form again: the line has changed since. */
	assert_int_equal(h_post(&h, path(1, "/financement"), mem_printf(
	    h.t.mem, "source=5&avant=%s&promis=1&accorde=1", mark)), 409);
	assert_int_equal(h_post(&h, path(1, "/financement/versement"),
	    "source=5&somme=16+000&fait=oui"), 422);
	assert_int_equal(h_post(&h, path(1, "/financement/versement"),
	    "source=5&somme=6+000&fait=non&jour=2027-01-15"), 303);
	assert_int_equal(h_int(&h, "SELECT paid_cents FROM element"), 0);
	assert_int_equal(h_post(&h, path(1, "/financement/verse"),
	    "source=5&versement=1"), 303);
	assert_int_equal(h_int(&h, "SELECT paid_cents FROM element"), 600000);
	assert_int_equal(h_post(&h, path(1, "/financement/verse"),
	    "source=5&versement=1"), 404);
}

static void
a_call_is_ranked_and_decided_together(void **state)
{
	const char *mark;

	(void)state;
	bench_application(&h.t, 1, "Premier", "under_review", STAGE_COMMITTEE);
	bench_application(&h.t, 2, "Deuxième", "under_review",
	    STAGE_COMMITTEE);
	h_sql(&h, "INSERT INTO review (id, application_id, stage_id,"
	    " reviewer_id, saved_at, submitted_at) VALUES (1, 1, 3, 10, 1, 1),"
	    " (2, 2, 3, 10, 1, 1)");
	h_sql(&h, "INSERT INTO review_score VALUES (1, 1, 3), (2, 1, 5)");
	h_sign_in(&h, BRUNO);
	assert_int_equal(h_get(&h,
	    "/cte/instruction/appels/quartiers-2027?budget=50000"), 200);
	has("Le budget de 50 000 € s’arrête ici");
	has("5,00");
	assert_true(strstr(h.body, "Deuxième") < strstr(h.body, "Premier"));
	assert_int_equal(h_post(&h,
	    "/cte/instruction/appels/quartiers-2027/proposer",
	    "etape=3&budget=50000"), 303);
	assert_int_equal(h_int(&h, "SELECT application_id FROM"
	    " decision_draft"), 2);
	assert_int_equal(h_post(&h,
	    "/cte/instruction/appels/quartiers-2027/decider", "etape=3"), 403);
	h_sign_in(&h, DENIS);
	/* What one signs is what one read. */
	assert_int_equal(h_post(&h,
	    "/cte/instruction/appels/quartiers-2027/decider", "etape=3"), 409);
	has("Rien n’est décidé");
	assert_int_equal(h_get(&h,
	    "/cte/instruction/appels/quartiers-2027?etape=3"), 200);
	mark = strstr(h.body, "name=\"vu\" value=\"");
	assert_non_null(mark);
	assert_int_equal(h_post(&h,
	    "/cte/instruction/appels/quartiers-2027/decider", mem_printf(
	    h.t.mem, "etape=3&vu=%.16s", mark + 17)), 303);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM application WHERE"
	    " state = 'accepted' AND id = 2"), 1);
}

/* --- cost ------------------------------------------------------------------------------------ */

static void
a_page_costs_the_same_whatever_the_size(void **state)
{
	uint64_t list, work;
	int i;

	(void)state;
	bench_application(&h.t, 1, "Un", "submitted", STAGE_DEPOSIT);
	h_sign_in(&h, BRUNO);
	assert_int_equal(h_get(&h, "/cte/instruction"), 200);
	list = h.statements;
	assert_int_equal(h_get(&h, path(1, "")), 200);
	work = h.statements;
	for (i = 2; i <= 60; i++)
		bench_application(&h.t, i, "Autre", "submitted",
		    STAGE_DEPOSIT);
	assert_int_equal(h_get(&h, "/cte/instruction"), 200);
	has("Page suivante");
	assert_true(h.statements <= list);
	/* A neighbour may be there now: its row, and no more. */
	assert_int_equal(h_get(&h, path(1, "")), 200);
	assert_true(h.statements <= work + 2);
	print_message("# %lu statements for the list, %lu beside a dossier\n",
	    (unsigned long)list, (unsigned long)work);
	assert_true(list <= 25);
	assert_true(work <= 60);
}

#define T_(f)	cmocka_unit_test_setup_teardown(f, setup, harness_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_(an_agent_sees_the_trays_and_what_waits),
		T_(the_filter_travels_with_every_link),
		T_(an_application_opened_by_its_address_stands_in_its_list),
		T_(searching_finds_in_every_tray),
		T_(who_may_not_read_finds_nothing),
		T_(a_conflict_makes_it_vanish),
		T_(scores_are_saved_sent_and_lead_to_the_next),
		T_(two_windows_on_one_review_are_told),
		T_(the_module_saves_one_mark_in_json),
		T_(others_stay_hidden_until_ones_own_is_sent),
		T_(a_decision_without_reasons_keeps_what_was_typed),
		T_(an_agent_proposes_and_does_not_decide),
		T_(a_decision_on_a_changed_application_is_shown_again),
		T_(an_agent_takes_asks_writes_and_concludes),
		T_(a_message_carries_its_file),
		T_(funders_share_one_table),
		T_(a_call_is_ranked_and_decided_together),
		T_(a_page_costs_the_same_whatever_the_size),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
