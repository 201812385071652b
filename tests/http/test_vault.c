/*
 * The vault in front of the submission worker: documents deposited once, seen
 * and managed by who may, reused, agreed to, taken back; big files sent in
 * pieces, cut, resumed, refused.
 */
#include "config.h"

#include "tests/http/harness.h"
#include "tests/unit/world.h"

#include "base/buf.h"
#include "base/digest.h"
#include "base/file.h"
#include "base/text.h"
#include "domain/document.h"
#include "domain/account.h"
#include "domain/sending.h"
#include "domain/vault.h"
#include "fcgi/submission/pages.h"

#define PROJECT	"/cte/mes-projets/composter-a-piton"
#define PDF	"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
#define OWN	"/compte/documents"
#define ORG	"/compte/organisations/compost-pe%C3%AF/documents"
#define ORG_	"/compte/organisations/compost-peï/documents"
#define DENIS	4	/* a plain member of the organisation */

static struct harness h;

static int
setup(void **state)
{
	(void)state;
	harness_world(&h, &submission_worker);
	world_sql(&h.t, "INSERT INTO person (id, email, name, created_at,"
	    " confirmed_at) VALUES (4, 'denis@terreau.example', 'Denis', 0, 1);"
	    "INSERT INTO membership VALUES (2, 4, 'member', NULL, 0);");
	h_sign_in(&h, ANNE);
	return 0;
}

/* --- helpers -------------------------------------------------------------- */

/* A multipart form: "name=value" pairs, then a file (NULL: none). */
static int
send_form(const char *path, const char *const *pairs, const char *field,
    const char *name, const char *content)
{
	struct buf b = BUF_INIT;
	int status;

	buf_printf(&b, "--XyZ\r\nContent-Disposition: form-data; "
	    "name=\"csrf\"\r\n\r\n%s\r\n", h_csrf(&h));
	for (; pairs != NULL && *pairs != NULL; pairs++)
		buf_printf(&b, "--XyZ\r\nContent-Disposition: form-data; "
		    "name=\"%.*s\"\r\n\r\n%s\r\n", (int)strcspn(*pairs, "="),
		    *pairs, strchr(*pairs, '=') + 1);
	if (field != NULL)
		buf_printf(&b, "--XyZ\r\nContent-Disposition: form-data; "
		    "name=\"%s\"; filename=\"%s\"\r\n\r\n%s\r\n", field, name,
		    content);
	buf_text(&b, "--XyZ--\r\n");
	status = h_post_parts(&h, path, b.data, b.len);
	buf_release(&b);
	return status;
}

static int
deposit(const char *vault, const char *nature, const char *expires,
    const char *content)
{
	const char *const pairs[] = { mem_printf(h.t.mem, "nature=%s", nature),
	    mem_printf(h.t.mem, "expire=%s", expires), NULL };

	return send_form(mem_printf(h.t.mem, "%s/deposer", vault), pairs,
	    "fichier", "papier.pdf", content);
}

static int64_t
last(const char *table)
{
	return h_int(&h, "SELECT max(id) FROM %s", table);
}

static const char *
of(const char *vault, int64_t id, const char *rest)
{
	return mem_printf(h.t.mem, "%s/%lld%s", vault, (long long)id, rest);
}

/* --- sending in pieces ------------------------------------------------------- */

static const char *
begin(const char *name, size_t size, const char *sha256)
{
	const char *p;

	h.json = true;
	if (h_post(&h, "/compte/envois", mem_printf(h.t.mem,
	    "nom=%s&taille=%zu%s%s", name, size, sha256 == NULL ? "" :
	    "&sha256=", sha256 == NULL ? "" : sha256)) != 201)
		fail_msg("%d %s", h.status, h.body);
	h.json = false;
	p = h_header(&h, "Location");
	assert_non_null(p);
	return p;
}

static const char *
token(const char *url)
{
	return url + strlen("/compte/envois/");
}

static int
patch(const char *url, const char *offset, const char *data, size_t len,
    const char *checksum)
{
	int status;

	h.headers.csrf = h_csrf(&h);
	h.headers.upload_offset = offset;
	h.headers.upload_digest = checksum;
	h.json = true;
	status = h_send(&h, "PATCH", url, "application/offset+octet-stream",
	    data, len);
	h.json = false;
	h.headers = (struct headers){ NULL };
	return status;
}

static void
a_file_in_pieces_arrives_whole(void **state)
{
	const char text[] = PDF "a statute of the association";
	const char *const pairs[] = { "nature=statuts", NULL, NULL };
	const char *both[] = { pairs[0], NULL, NULL };
	char sha256[DIGEST_HEX];
	const char *url;

	(void)state;
	digest_sha256_hex(sha256, text, strlen(text));
	url = begin("statuts.pdf", strlen(text), sha256);
	assert_int_equal(patch(url, "0", text, 20, NULL), 200);
	assert_string_equal(h_header(&h, "Upload-Offset"), "20");
	/* HEAD says where it stands, after a cut, to its owner. */
	assert_int_equal(h_head(&h, url), 200);
	assert_string_equal(h_header(&h, "Upload-Offset"), "20");
	assert_string_equal(h_header(&h, "Upload-Length"),
	    mem_printf(h.t.mem, "%zu", strlen(text)));
	both[1] = mem_printf(h.t.mem, "envoi=%s", token(url));
	assert_int_equal(send_form(OWN "/deposer", both, NULL, NULL, NULL),
	    422);
	h_has(&h, "n’est pas terminé");
	assert_int_equal(patch(url, "20", text + 20, strlen(text) - 20, NULL),
	    200);
	assert_int_equal(send_form(OWN "/deposer", both, NULL, NULL, NULL),
	    303);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM file WHERE sha256 ="
	    " '%s' AND size_bytes = %zu", sha256, strlen(text)), 1);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM sending"), 0);
	assert_int_equal(h_get(&h, url), 404);
}

static void
a_piece_elsewhere_is_refused_and_told_where(void **state)
{
	const char *url = begin("a.pdf", 100, NULL);

	(void)state;
	assert_int_equal(patch(url, "0", "0123456789", 10, NULL), 200);
	assert_int_equal(patch(url, "0", "0123456789", 10, NULL), 409);
	assert_string_equal(h_header(&h, "Upload-Offset"), "10");
	assert_int_equal(patch(url, "20", "0123456789", 10, NULL), 409);
	assert_int_equal(patch(url, NULL, "0123456789", 10, NULL), 400);
	assert_int_equal(patch(url, "-10", "0123456789", 10, NULL), 400);
	assert_int_equal(patch(url, "10", mem_alloc(h.t.mem, 91), 91, NULL),
	    422);
	assert_int_equal(h_head(&h, url), 200);
	assert_string_equal(h_header(&h, "Upload-Offset"), "10");
}

static void
a_damaged_piece_is_asked_again(void **state)
{
	const char *url = begin("a.pdf", 10, NULL);
	char sha256[DIGEST_HEX];

	(void)state;
	digest_sha256_hex(sha256, "0123456789", 10);
	assert_int_equal(patch(url, "0", "0123456788", 10,
	    mem_printf(h.t.mem, "sha256 %s", sha256)), 422);
	assert_int_equal(patch(url, "0", "0123456789", 10,
	    mem_printf(h.t.mem, "sha256 %s", sha256)), 200);
}

static void
a_piece_cut_short_leaves_nothing(void **state)
{
	const char *url = begin("a.pdf", 100, NULL);

	(void)state;
	h.cut = 4;
	assert_int_equal(patch(url, "0", "0123456789", 10, NULL), 400);
	h.cut = 0;
	assert_int_equal(h_head(&h, url), 200);
	assert_string_equal(h_header(&h, "Upload-Offset"), "0");
}

static void
a_whole_that_is_not_what_was_announced_is_refused(void **state)
{
	const char *both[] = { "nature=statuts", NULL, NULL };
	char sha256[DIGEST_HEX];
	const char *url;

	(void)state;
	digest_sha256_hex(sha256, "autre", 5);
	url = begin("a.pdf", strlen(PDF), sha256);
	assert_int_equal(patch(url, "0", PDF, strlen(PDF), NULL), 200);
	both[1] = mem_printf(h.t.mem, "envoi=%s", token(url));
	assert_int_equal(send_form(OWN "/deposer", both, NULL, NULL, NULL),
	    422);
	h_has(&h, "abîmé");
	assert_int_equal(h_int(&h, "SELECT count(*) FROM file"), 0);
}

static void
nobody_else_sees_or_continues_a_sending(void **state)
{
	const char *url = begin("a.pdf", 10, NULL);
	const char *both[] = { "nature=statuts", NULL, NULL };

	(void)state;
	h_sign_in(&h, CLARA);
	assert_int_equal(h_get(&h, url), 404);
	assert_int_equal(patch(url, "0", "0123456789", 10, NULL), 404);
	both[1] = mem_printf(h.t.mem, "envoi=%s", token(url));
	assert_int_equal(send_form(OWN "/deposer", both, NULL, NULL, NULL),
	    422);
	h_has(&h, "n’est plus là");
	h_forget(&h);
	h.json = true;
	assert_int_equal(h_get(&h, url), 401);
	h.json = false;
}

static void
a_token_of_another_form_sends_nothing(void **state)
{
	const char *url = begin("a.pdf", 10, NULL);

	(void)state;
	h.headers.csrf = "faux";
	h.headers.upload_offset = "0";
	h.json = true;
	assert_int_equal(h_send(&h, "PATCH", url,
	    "application/offset+octet-stream", "0123456789", 10), 403);
	h.headers = (struct headers){ .csrf = h_csrf(&h),
	    .upload_offset = "0" };
	assert_int_equal(h_send(&h, "PATCH", url, "text/plain", "0123456789",
	    10), 415);
	h.headers = (struct headers){ NULL };
	h.json = false;
}

static void
limits_are_said(void **state)
{
	int i;

	(void)state;
	h.json = true;
	assert_int_equal(h_post(&h, "/compte/envois",
	    "nom=a.pdf&taille=300000000"), 413);
	h_has(&h, "200 Mo au plus");
	assert_int_equal(h_post(&h, "/compte/envois", "nom=a.pdf&taille=0"),
	    422);
	assert_int_equal(h_post(&h, "/compte/envois", "nom=a.pdf"), 422);
	assert_int_equal(h_post(&h, "/compte/envois",
	    "nom=a.pdf&taille=5&sha256=xyz"), 422);
	for (i = 0; i < SENDINGS_OPEN; i++)
		assert_int_equal(h_post(&h, "/compte/envois",
		    "nom=a.pdf&taille=50"), 201);
	assert_int_equal(h_post(&h, "/compte/envois", "nom=a.pdf&taille=50"),
	    429);
	h.json = false;
}

static void
what_is_given_up_or_too_old_is_swept(void **state)
{
	const char *url = begin("a.pdf", 10, NULL), *other, *path;

	(void)state;
	other = begin("b.pdf", 10, NULL);
	path = mem_printf(h.t.mem, "%s/tmp/sendings/%s", h.t.dir, token(other));
	h.headers.csrf = h_csrf(&h);
	assert_int_equal(h_send(&h, "DELETE", url, "", "", 0), 204);
	h.headers = (struct headers){ NULL };
	assert_int_equal(h_get(&h, url), 404);
	assert_false(file_exists(mem_printf(h.t.mem, "%s/tmp/sendings/%s",
	    h.t.dir, token(url))));
	assert_true(file_exists(path));
	sending_sweep(h.t.db, h.now + SENDING_LEASE - 1);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM sending"), 1);
	sending_sweep(h.t.db, h.now + SENDING_LEASE + 1 + INT64_C(1) * 86400 *
	    3650);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM sending"), 0);
	assert_false(file_exists(path));
}

/* --- the vault --------------------------------------------------------------- */

static void
a_document_is_deposited_with_its_dates(void **state)
{
	(void)state;
	assert_int_equal(h_get(&h, OWN), 200);
	h_has(&h, "Rien encore");
	assert_int_equal(deposit(OWN, "rib", "2028-02-01", PDF), 303);
	assert_int_equal(h_follow(&h), 200);
	h_has(&h, "valable jusqu’au 1er");
	h_has(&h, "Relevé d’identité bancaire");
	/* Without an end, its nature proposes one from the day of issue. */
	assert_int_equal(send_form(OWN "/deposer", (const char *const[]){
	    "nature=kbis", "emis=2026-11-01", NULL }, "fichier", "k.pdf",
	    PDF "k"), 303);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM document"
	    " AS d JOIN document_version AS v ON v.document_id = d.id WHERE"
	    " d.nature = 'kbis' AND v.expires_on = '2027-02-01'"), 1);
	/* Its reminder waits. */
	assert_int_equal(h_int(&h, "SELECT count(*) FROM job WHERE kind ="
	    " 'document_expiry'"), 2);
}

static void
what_is_wrong_is_said_beside_its_field(void **state)
{
	(void)state;
	assert_int_equal(send_form(OWN "/deposer", (const char *const[]){
	    "nature=", "libelle=Mon papier", "emis=31/02/2026",
	    "expire=2020-01-01", NULL }, NULL, NULL, NULL), 422);
	h_has(&h, "href=\"#f-nature\"");
	h_has(&h, "href=\"#f-emis\"");
	h_has(&h, "href=\"#f-fichier\"");
	h_has(&h, "value=\"Mon papier\"");
	assert_int_equal(send_form(OWN "/deposer", (const char *const[]){
	    "nature=rib", "emis=2026-02-01", "expire=2026-01-01", NULL },
	    "fichier", "rib.pdf", "MZ\220\003 program"), 422);
	h_has(&h, "avant la date du document");
	h_has(&h, "autre type");
	/* A nature takes its own types only. */
	assert_int_equal(deposit(OWN, "rib", "", "id;nom\n1;x\n"), 422);
	h_has(&h, "PDF, PNG, JPG");
	assert_int_equal(h_int(&h, "SELECT count(*) FROM document"), 0);
}

/* The token of the file that the page holds; NULL: it holds none. */
static const char *
held(void)
{
	const char *found = strstr(h.body, "name=\"envoi\" value=\"");

	if (found == NULL)
		return NULL;
	found += strlen("name=\"envoi\" value=\"");
	return mem_strndup(h.t.mem, found, strcspn(found, "\""));
}

static void
a_form_that_comes_back_keeps_its_file(void **state)
{
	const char *first, *second;

	(void)state;
	assert_int_equal(send_form(OWN "/deposer", (const char *const[]){
	    "nature=", NULL }, "fichier", "mon rib.pdf", PDF), 422);
	h_has(&h, "mon rib.pdf (");
	first = held();
	assert_non_null(first);
	/* Wrong again, without the file: it is still there. */
	assert_int_equal(send_form(OWN "/deposer", (const char *const[]){
	    "nature=rib", "emis=2026-02-01", "expire=2026-01-01",
	    mem_printf(h.t.mem, "envoi=%s", first), NULL }, NULL, NULL, NULL),
	    422);
	assert_string_equal(held(), first);
	/* Another file takes its place. */
	assert_int_equal(send_form(OWN "/deposer", (const char *const[]){
	    "nature=", mem_printf(h.t.mem, "envoi=%s", first), NULL },
	    "fichier", "autre.pdf", PDF "2"), 422);
	second = held();
	assert_string_not_equal(first, second);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM sending"), 1);
	assert_int_equal(send_form(OWN "/deposer", (const char *const[]){
	    "nature=rib", mem_printf(h.t.mem, "envoi=%s", second), NULL },
	    NULL, NULL, NULL), 303);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM sending"), 0);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM document_version WHERE"
	    " name = 'autre.pdf'"), 1);
	/* What is itself wrong is not held. */
	assert_int_equal(send_form(OWN "/deposer", (const char *const[]){
	    "nature=", NULL }, "fichier", "rib.pdf", "MZ\220\003 program"),
	    422);
	assert_null(held());
}

static void
without_room_the_form_says_so_and_keeps_everything(void **state)
{
	(void)state;
	assert_int_equal(deposit(OWN, "rib", "", PDF), 303);
	assert_int_equal(h_get(&h, OWN), 200);
	h_has(&h, "1 document sur 500");
	h_has(&h, "<meter");
	h_sql(&h, "UPDATE file SET size_bytes = 999999990");
	assert_int_equal(h_get(&h, OWN), 200);
	h_has(&h, "La place manque bientôt");
	assert_int_equal(send_form(OWN "/deposer", (const char *const[]){
	    "nature=statuts", "libelle=Les statuts", NULL }, "fichier",
	    "statuts.pdf", PDF "2"), 422);
	h_has(&h, "plus la place pour");
	h_has(&h, "value=\"Les statuts\"");
	assert_non_null(held());
	/* The same bytes take no more; another's vault has its own room. */
	assert_int_equal(deposit(OWN, "statuts", "", PDF), 303);
	assert_int_equal(deposit(ORG_, "statuts", "", PDF "3"), 303);
}

static void
an_organisation_s_vault_is_seen_by_members_managed_by_administrators(
    void **state)
{
	const char *page, *file;

	(void)state;
	assert_int_equal(deposit(ORG_, "statuts", "", PDF), 303);
	page = of(ORG_, last("document"), "");
	file = of(ORG_, last("document"), mem_printf(h.t.mem, "/versions/%lld",
	    (long long)last("document_version")));
	assert_int_equal(h_get(&h, file), 200);
	assert_non_null(h_header(&h, "X-Accel-Redirect"));
	assert_non_null(strstr(h_header(&h, "Content-Disposition"),
	    "attachment"));
	assert_non_null(strstr(h_header(&h, "Content-Security-Policy"),
	    "sandbox"));
	assert_string_equal(h_header(&h, "X-Content-Type-Options"), "nosniff");
	assert_int_equal(h_get(&h, page), 200);
	h_has(&h, "Renommer");
	h_sign_in(&h, DENIS);
	assert_int_equal(h_get(&h, ORG_), 200);
	h_has(&h, "Statuts");
	h_has_not(&h, "documents/deposer");
	assert_int_equal(h_get(&h, page), 200);
	h_has_not(&h, "Renommer");
	assert_int_equal(h_get(&h, file), 200);
	assert_int_equal(h_post(&h, mem_printf(h.t.mem, "%s/retirer", page),
	    ""), 404);
	assert_int_equal(deposit(ORG_, "statuts", "", PDF "2"), 404);
	h_sign_in(&h, CLARA);
	assert_int_equal(h_get(&h, ORG_), 404);
	assert_int_equal(h_get(&h, page), 404);
	assert_int_equal(h_get(&h, file), 404);
	/* Nor by one's own address. */
	assert_int_equal(h_get(&h, of(OWN, last("document"), "")), 404);
	h_sign_in(&h, BRUNO);
	assert_int_equal(h_get(&h, file), 404);
	h_forget(&h);
	assert_int_equal(h_get(&h, file), 303);
}

/* A double click, or a deposit done again to say more. */
static void
the_same_file_given_twice_is_one_document(void **state)
{
	int64_t id;

	(void)state;
	assert_int_equal(deposit(OWN, "rib", "2028-12-01", PDF), 303);
	id = last("document");
	assert_int_equal(deposit(OWN, "rib", "2029-12-01", PDF), 303);
	assert_int_equal(last("document"), id);
	assert_int_equal(h_get(&h, of(OWN, id, "")), 200);
	h_has(&h, "décembre 2029");
	h_has(&h, "version 1");
	assert_int_equal(deposit(OWN, "kbis", "2029-12-01", PDF), 303);
	assert_int_not_equal(last("document"), id);
}

/* What begins as a PDF may be read as a program by the name it leaves with. */
static void
a_file_leaves_under_a_name_of_its_type(void **state)
{
	static const char *const names[][2] = {
		{ "facture.hta", "facture.hta.pdf" }, { "Statuts.PDF",
		"Statuts.PDF" }, { "..\\..\\a/rib.pdf.exe", "rib.pdf.exe.pdf" },
		{ "rib\u202efdp.exe", "ribfdp.exe.pdf" }, { "sans", "sans.pdf" } };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		assert_int_equal(send_form(OWN "/deposer",
		    (const char *const[]){ "nature=autre", NULL }, "fichier",
		    names[i][0], mem_printf(h.t.mem, "%s%zu", PDF, i)), 303);
		assert_int_equal(h_int(&h, "SELECT count(*) FROM"
		    " document_version WHERE name = '%s'", names[i][1]), 1);
	}
	assert_string_equal(document_name(h.t.mem, "notes.md", "text/plain"),
	    "notes.md.txt");
	assert_string_equal(document_name(h.t.mem, "a.csv", "text/plain"),
	    "a.csv");
}

static void
a_version_follows_another_and_both_are_kept(void **state)
{
	int64_t id;

	(void)state;
	deposit(OWN, "rib", "2026-12-01", PDF);
	id = last("document");
	assert_int_equal(h_get(&h, of(OWN, id, "")), 200);
	h_has(&h, "bientôt plus valable");
	assert_int_equal(send_form(of(OWN, id, "/version"),
	    (const char *const[]){ "expire=2029-12-01", NULL }, "fichier",
	    "nouveau.pdf", PDF "n"), 303);
	assert_int_equal(h_follow(&h), 200);
	h_has(&h, "nouveau.pdf");
	h_has(&h, "papier.pdf");
	h_has(&h, "version 2");
	/* Each with the end that it said. */
	h_has(&h, "valable jusqu’au 1er\u00a0décembre 2029");
	h_has(&h, "jusqu’au 1er\u00a0décembre 2026");
	assert_int_equal(h_post(&h, of(OWN, id, "/modifier"),
	    "nature=rib&libelle=RIB+principal&expire=2029-12-01"), 303);
	assert_int_equal(h_follow(&h), 200);
	h_has(&h, "RIB principal");
}

static void
a_removal_is_undone(void **state)
{
	int64_t id;

	(void)state;
	deposit(OWN, "rib", "", PDF);
	id = last("document");
	assert_int_equal(h_post(&h, of(OWN, id, "/retirer"), ""), 303);
	assert_int_equal(h_follow(&h), 200);
	h_has(&h, "Remettre au coffre");
	assert_int_equal(h_post(&h, of(OWN, id, "/retirer"), ""), 404);
	assert_int_equal(h_post(&h, of(OWN, id, "/remettre"), ""), 303);
	assert_int_equal(h_get(&h, OWN), 200);
	h_has_not(&h, "Remettre au coffre");
	h_sign_in(&h, CLARA);
	assert_int_equal(h_post(&h, of(OWN, id, "/retirer"), ""), 404);
}

static void
a_closed_account_leaves_no_vault(void **state)
{
	struct problems why = PROBLEMS_INIT(h.t.mem);

	(void)state;
	h_sign_in(&h, CLARA);
	deposit(OWN, "rib", "", PDF);
	begin("a.pdf", 10, NULL);
	assert_int_equal(account_close(h.t.db, h.t.mem, CLARA, CLARA, h.now,
	    &why), RC_OK);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM sending"), 0);
	vault_sweep(h.t.db, h.now + VAULT_UNDO + 1);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM document"), 0);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM document_version"),
	    0);
}

/* --- in dossiers -------------------------------------------------------------- */

static void
begin_project(const char *title, const char *holder)
{
	assert_int_equal(h_post(&h, "/cte/deposer", mem_printf(h.t.mem,
	    "titre=%s&porteur=%s", title, holder)), 303);
}

static void
a_dossier_takes_what_the_vault_of_its_holder_has(void **state)
{
	int64_t valid, over, own;

	(void)state;
	deposit(ORG_, "rib", "2028-01-01", PDF "valid");
	valid = last("document");
	deposit(ORG_, "rib", "2026-01-01", PDF "over");
	over = last("document");
	deposit(OWN, "rib", "2028-01-01", PDF "own");
	own = last("document");
	begin_project("Composter+a+Piton", "2");
	assert_int_equal(h_get(&h, PROJECT "/etapes/pieces"), 200);
	h_has(&h, mem_printf(h.t.mem, "value=\"rib:%lld\"", (long long)valid));
	/* What ended is said, and not offered; one's own is another vault. */
	h_has(&h, "n’est plus valable depuis");
	h_has_not(&h, mem_printf(h.t.mem, "value=\"rib:%lld\"",
	    (long long)over));
	h_has_not(&h, mem_printf(h.t.mem, "value=\"rib:%lld\"",
	    (long long)own));
	assert_int_equal(h_post(&h, PROJECT "/etapes/pieces", mem_printf(
	    h.t.mem, "_reprendre=rib:%lld", (long long)valid)), 303);
	assert_int_equal(h_int(&h, "SELECT document_id FROM dossier_document"),
	    valid);
	assert_int_equal(h_post(&h, PROJECT "/etapes/pieces", mem_printf(
	    h.t.mem, "_reprendre=rib:%lld", (long long)over)), 422);
	h_has(&h, "déposez-en une nouvelle version");
	assert_int_equal(h_post(&h, PROJECT "/etapes/pieces", mem_printf(
	    h.t.mem, "_reprendre=rib:%lld", (long long)own)), 404);
	/* Another nature answers no such question. */
	assert_int_equal(h_post(&h, PROJECT "/etapes/pieces", mem_printf(
	    h.t.mem, "_reprendre=devis:%lld", (long long)valid)), 404);
	/* A second dossier, the same paper: nothing is sent again. */
	begin_project("Un+autre+projet", "2");
	assert_int_equal(h_post(&h, "/cte/mes-projets/un-autre-projet/etapes/"
	    "pieces", mem_printf(h.t.mem, "_reprendre=rib:%lld",
	    (long long)valid)), 303);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM dossier_document"
	    " WHERE document_id = %lld", (long long)valid), 2);
	/* Another file for one of them leaves the other as it is. */
	assert_int_equal(send_form(PROJECT "/etapes/pieces", NULL, "a.rib",
	    "autre.pdf", PDF "autre"), 303);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM document_version"
	    " WHERE document_id = %lld", (long long)valid), 1);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM dossier_document"
	    " WHERE document_id = %lld", (long long)valid), 1);
}

static void
who_is_not_of_the_organisation_is_not_shown_its_vault(void **state)
{
	int64_t id;

	(void)state;
	deposit(ORG_, "rib", "2028-01-01", PDF);
	id = last("document");
	begin_project("Composter+a+Piton", "2");
	h_sql(&h, "INSERT INTO dossier_member (dossier_id, person_id, level,"
	    " since_at) VALUES (1, %d, 'edit', 0)", CLARA);
	h_sign_in(&h, CLARA);
	assert_int_equal(h_get(&h, PROJECT "/etapes/pieces"), 200);
	h_has_not(&h, "_reprendre");
	assert_int_equal(h_post(&h, PROJECT "/etapes/pieces", mem_printf(
	    h.t.mem, "_reprendre=rib:%lld", (long long)id)), 404);
	/* What an outsider joins stays in the dossier. */
	assert_int_equal(send_form(PROJECT "/etapes/pieces", NULL, "a.rib",
	    "rib.pdf", PDF "c"), 303);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM document WHERE"
	    " kept_at IS NOT NULL"), 1);
}

static void
a_big_file_joins_a_question_in_pieces(void **state)
{
	const char *url;

	(void)state;
	begin_project("Composter+a+Piton", "2");
	url = begin("rib.pdf", strlen(PDF), NULL);
	assert_int_equal(patch(url, "0", PDF, strlen(PDF), NULL), 200);
	h.json = true;
	assert_int_equal(h_post(&h, PROJECT "/etapes/pieces/pieces",
	    mem_printf(h.t.mem, "champ=a.rib&envoi=%s", token(url))), 200);
	h_has(&h, "rib.pdf");
	assert_int_equal(h_post(&h, PROJECT "/etapes/pieces/pieces",
	    mem_printf(h.t.mem, "champ=a.rib&envoi=%s", token(url))), 422);
	/* A program called .pdf, in pieces too. */
	url = begin("devis.pdf", 20, NULL);
	assert_int_equal(patch(url, "0", "#!/bin/sh\necho 123456", 20, NULL),
	    200);
	assert_int_equal(h_post(&h, PROJECT "/etapes/pieces/pieces",
	    mem_printf(h.t.mem, "champ=a.devis&envoi=%s", token(url))), 422);
	h_has(&h, "autre type");
	h.json = false;
}

static void
a_file_too_long_for_a_form_keeps_the_rest(void **state)
{
	size_t size = 21 * 1024 * 1024;
	char *big = mem_alloc(h.t.mem, size + 1);

	(void)state;
	memset(big, 'x', size);
	memcpy(big, PDF, strlen(PDF));
	begin_project("Composter+a+Piton", "2");
	assert_int_equal(send_form(PROJECT "/etapes/pieces",
	    (const char *const[]){ "b.sincerite=-", "a.sincerite=oui", NULL },
	    "a.rib", "rib.pdf", big), 422);
	h_has(&h, "trop lourd");
	assert_int_equal(h_int(&h, "SELECT count(*) FROM answer WHERE"
	    " key = 'sincerite'"), 1);
}

static void
bytes_that_held_a_virus_are_refused(void **state)
{
	(void)state;
	deposit(OWN, "rib", "2028-01-01", PDF);
	h_sql(&h, "UPDATE file SET infected = 'Eicar', scanned_at = 1");
	assert_int_equal(deposit(OWN, "rib", "2028-01-01", PDF), 422);
	h_has(&h, "Un virus a été trouvé");
	assert_int_equal(h_get(&h, of(OWN, last("document"),
	    mem_printf(h.t.mem, "/versions/%lld",
	    (long long)last("document_version")))), 403);
	assert_int_equal(h_get(&h, of(OWN, last("document"), "")), 200);
	h_has(&h, "mis à l’écart");
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, harness_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_file_in_pieces_arrives_whole),
		TEST(a_piece_elsewhere_is_refused_and_told_where),
		TEST(a_damaged_piece_is_asked_again),
		TEST(a_piece_cut_short_leaves_nothing),
		TEST(a_whole_that_is_not_what_was_announced_is_refused),
		TEST(nobody_else_sees_or_continues_a_sending),
		TEST(a_token_of_another_form_sends_nothing),
		TEST(limits_are_said),
		TEST(what_is_given_up_or_too_old_is_swept),
		TEST(a_document_is_deposited_with_its_dates),
		TEST(what_is_wrong_is_said_beside_its_field),
		TEST(a_form_that_comes_back_keeps_its_file),
		TEST(without_room_the_form_says_so_and_keeps_everything),
		TEST(an_organisation_s_vault_is_seen_by_members_managed_by_administrators),
		TEST(the_same_file_given_twice_is_one_document),
		TEST(a_file_leaves_under_a_name_of_its_type),
		TEST(a_version_follows_another_and_both_are_kept),
		TEST(a_removal_is_undone),
		TEST(a_closed_account_leaves_no_vault),
		TEST(a_dossier_takes_what_the_vault_of_its_holder_has),
		TEST(who_is_not_of_the_organisation_is_not_shown_its_vault),
		TEST(a_big_file_joins_a_question_in_pieces),
		TEST(a_file_too_long_for_a_form_keeps_the_rest),
		TEST(bytes_that_held_a_virus_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
