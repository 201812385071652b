/*
 * One's own account: what it holds, and what one may change.
 */
#include "config.h"

#include "fcgi/submission/account.h"

#include <string.h>

#include "base/date.h"
#include "base/json.h"
#include "base/lang.h"
#include "domain/grant.h"
#include "domain/invitation.h"
#include "domain/organisation.h"
#include "domain/transfer.h"
#include "web/partial.h"
#include "web/session.h"

#define ZONE	"Europe/Paris"

const struct field_rule profile_fields[] = {
	{ .name = "nom", .type = F_TEXT, .max = 200 },
	{ .name = "telephone", .type = F_TEXT, .max = 60 },
	{ .name = "langue", .type = F_CODE },
	{ .name = "rappels", .type = F_CHOICE, .choices = "oui|non" },
	{ .name = "commentaires", .type = F_CHOICE,
	    .choices = "soon|daily|none" },
	{ .type = F_END } };
const struct field_rule password_fields[] = {
	{ .name = "actuel", .type = F_PASSWORD, .max = 1024 },
	{ .name = "passe", .type = F_PASSWORD, .max = 1024 },
	{ .type = F_END } };
const struct field_rule email_fields[] = {
	{ .name = "courriel", .type = F_TEXT, .max = 300 },
	{ .name = "actuel", .type = F_PASSWORD, .max = 1024 },
	{ .type = F_END } };
const struct field_rule close_fields[] = {
	{ .name = "courriel", .type = F_TEXT, .max = 300 },
	{ .name = "actuel", .type = F_PASSWORD, .max = 1024 },
	{ .type = F_END } };
const struct field_rule device_fields[] = {
	{ .name = "appareil", .type = F_ID },
	{ .type = F_END } };

static const char *
typed(const struct req *req, const char *name)
{
	return field_or_empty(&req->fields, name);
}

static const char *
zone(const struct req *req)
{
	return req->platform != NULL ? req->platform->time_zone : ZONE;
}

static const char *
day(const struct req *req, int64_t at)
{
	return date_short(req->mem, at, zone(req), req->lang);
}

/* --- the account ---------------------------------------------------------------- */

static void
add_term(const struct req *req, struct view *page, const char *name,
    const char *value, const char *path, const char *act)
{
	struct view *row = view_add(page, M_TERMS), *link;

	view_text(row, M_TERM_NAME, name);
	view_text(row, M_TERM_VALUE, value);
	if (path == NULL)
		return;
	link = view_add(row, M_TERM_ACT);
	view_text(link, M_TERM_ACT_URL, mem_printf(req->mem, "%s%s",
	    req->base, path));
	view_text(link, M_TERM_ACT_TEXT, act);
}

static void
add_invitations(const struct req *req, struct view *page)
{
	struct invitation *list;
	struct view *section, *row;
	struct transfer *offered;
	size_t n = invitation_of_person(&list, req->db, req->mem, req->person,
	    req->now);
	size_t m = transfer_of_person(&offered, req->db, req->mem,
	    req->person);

	if (n == 0 && m == 0)
		return;
	section = view_add(page, M_INVITATIONS);
	for (size_t i = 0; i < m; i++) {
		row = view_add(section, M_INVITATION_ROWS);
		view_text(row, M_INVITATION_URL, req_url(req,
		    "/compte/transferts/%lld", (long long)offered[i].id));
		view_text(row, M_INVITATION_TEXT, mem_printf(req->mem,
		    _("%s vous transmet le projet « %s »"),
		    offered[i].asked_by, offered[i].title));
		view_text(row, M_INVITATION_SAID, offered[i].organisation ==
		    NULL ? "" : mem_printf(req->mem, _("pour %s"),
		    offered[i].organisation));
	}
	for (size_t i = 0; i < n; i++) {
		row = view_add(section, M_INVITATION_ROWS);
		view_text(row, M_INVITATION_URL, req_url(req,
		    "/compte/invitations/%lld", (long long)list[i].id));
		view_text(row, M_INVITATION_TEXT, mem_printf(req->mem,
		    _("%s vous invite : %s"), list[i].by_name,
		    list[i].title));
		view_text(row, M_INVITATION_SAID, mem_printf(req->mem,
		    _("répondre avant le %s"), day(req, list[i].ends_at)));
	}
}

static void
add_organisations(const struct req *req, struct view *page)
{
	struct own_organisation *list;
	struct view *row;
	size_t n = organisation_of(&list, req->db, req->mem, req->person->id);

	if (n == 0)
		view_show(page, M_NO_ORGANISATION);
	for (size_t i = 0; i < n; i++) {
		row = view_add(page, M_OWN_ORGANISATIONS);
		view_text(row, M_ORGANISATION_NAME, list[i].name);
		view_text(row, M_ORGANISATION_URL, req_url(req,
		    "/compte/organisations/%s", list[i].slug));
		view_text(row, M_ORGANISATION_SAID, mem_printf(req->mem,
		    ngettext("%s, %d membre", "%s, %d membres",
		    (unsigned long)list[i].members), list[i].administrator ?
		    _("vous l’administrez") : _("vous en êtes membre"),
		    (int)list[i].members));
	}
	view_text(page, M_NEW_ORGANISATION_URL, req_url(req,
	    "/compte/organisations/nouvelle"));
}

static void
add_roles(const struct req *req, struct view *page)
{
	struct grant *list;
	struct view *section, *row;
	size_t n = grant_of_person(&list, req->db, req->mem, req->person->id);

	if (n == 0)
		return;
	section = view_add(page, M_OWN_ROLES);
	for (size_t i = 0; i < n && i < 50; i++) {
		row = view_add(section, M_ROLE_ROWS);
		view_text(row, M_ROLE_TEXT, mem_printf(req->mem,
		    _("%s sur %s"), list[i].role_label, list[i].where));
		view_text(row, M_ROLE_SAID, mem_printf(req->mem,
		    _("depuis le %s"), day(req, list[i].granted_at)));
	}
}

/* The platforms, when the page is not already that of one. */
static void
add_spaces(const struct req *req, struct view *page)
{
	struct view *section, *row;
	struct stmt *s;

	if (req->platform != NULL)
		return;
	section = view_add(page, M_OWN_SPACES);
	s = db_query(req->db, Q_PLATFORM_LIST,
	    I(now, req->now));
	while (stmt_step(s)) {
		row = view_add(section, M_SPACE_ROWS);
		view_text(row, M_SPACE_NAME, stmt_str(s, req->mem, "name"));
		view_text(row, M_SPACE_URL, req_url(req, "/%s/mes-projets",
		    stmt_str(s, req->mem, "slug")));
	}
}

void
account_get(struct req *req, struct res *res)
{
	struct account *a;
	struct view *page;
	const char *lang;

	if (account_load(&a, req->db, req->mem, req->person->id) != RC_OK) {
		res_error(res, RC_NOT_FOUND);
		return;
	}
	page = res_page(res, _("Votre compte"));
	lang = lang_find(a->lang);
	add_term(req, page, _("Nom"), a->name, "/compte/profil",
	    _("Modifier"));
	add_term(req, page, _("Adresse électronique"), a->email,
	    "/compte/adresse", _("Changer"));
	add_term(req, page, _("Téléphone"), *a->phone == '\0' ?
	    _("non renseigné") : a->phone, "/compte/profil", _("Modifier"));
	add_term(req, page, _("Langue"), lang_name(lang == NULL ? "fr" : lang),
	    "/compte/profil", _("Modifier"));
	add_term(req, page, _("Mot de passe"), a->has_password ?
	    _("choisi") : _("aucun : vous entrez par un lien reçu par "
	    "courriel"), "/compte/passe", a->has_password ? _("Changer") :
	    _("En choisir un"));
	add_term(req, page, _("Appareils connectés"), _("où votre compte est "
	    "ouvert en ce moment"), "/compte/appareils", _("Voir"));
	add_term(req, page, _("Clés d’accès"), _("pour les logiciels qui "
	    "commencent des dossiers en votre nom"), "/compte/cles",
	    _("Gérer"));
	add_invitations(req, page);
	add_spaces(req, page);
	add_organisations(req, page);
	add_roles(req, page);
	view_text(page, M_VAULT_URL, req_url(req, "/compte/documents"));
	view_text(page, M_DATA_PAGE_URL, req_url(req, "/compte/donnees"));
	view_text(page, M_CLOSE_URL, req_url(req, "/compte/fermer"));
	res_view(res, 200, "account/home.tpl");
}

/* Where every change comes back to. */
static void
done(struct req *req, struct res *res, const char *text)
{
	res_redirect_flash(res, req_url(req, ACCOUNT_HOME), text);
}

/* --- profile -------------------------------------------------------------------- */

static void
profile_show(struct req *req, struct res *res, const struct problems *why)
{
	static const char *const moments[][2] = {
		{ "soon", N_("Peu après, un message par échange") },
		{ "daily", N_("Le lendemain matin, en un message") },
		{ "none", N_("Jamais") } };
	const char *const *lang;
	struct account *a;
	struct ask ask;
	struct view *page, *row;
	size_t i;

	if (account_load(&a, req->db, req->mem, req->person->id) != RC_OK) {
		res_error(res, RC_NOT_FOUND);
		return;
	}
	page = account_form(res, &ask, _("Vos informations"),
	    req_url(req, "/compte/profil"), _("Enregistrer"), why);
	ask_text(&ask, "nom", _("Vos prénom et nom"),
	    _("Tels que les agents les liront."), a->name, "name");
	ask_optional(ask_text(&ask, "telephone", _("Téléphone"),
	    _("Pour que le service vous rappelle plus vite. Il n’est jamais "
	    "public."), a->phone, "tel"));
	row = ask_radios(&ask, "langue", _("Langue des pages et des messages"),
	    NULL);
	for (lang = lang_list(); *lang != NULL; lang++)
		ask_option(&ask, row, "langue", *lang, lang_name(*lang),
		    strcmp(*lang, a->lang) == 0);
	row = ask_radios(&ask, "rappels", _("Être prévenu avant la clôture "
	    "d’un appel"), _("Quatorze jours, puis trois jours avant, pour un "
	    "projet que vous avez commencé à y présenter."));
	ask_option(&ask, row, "rappels", "oui", _("Oui"), a->reminders);
	ask_option(&ask, row, "rappels", "non", _("Non"), !a->reminders);
	row = ask_radios(&ask, "commentaires", _("Recevoir les commentaires de "
	    "vos dossiers"), _("Ce que l’équipe d’un projet se dit, sans ce "
	    "que vous écrivez vous-même."));
	for (i = 0; i < sizeof(moments) / sizeof(moments[0]); i++)
		ask_option(&ask, row, "commentaires", moments[i][0],
		    _(moments[i][1]), strcmp(a->comments, moments[i][0]) == 0);
	account_show(res, page, why);
}

void
account_profile_get(struct req *req, struct res *res)
{
	profile_show(req, res, NULL);
}

void
account_profile_post(struct req *req, struct res *res)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	const char *lang = lang_find(typed(req, "langue"));
	enum rc rc;

	rc = account_profile(req->db, req->mem, req->person, typed(req, "nom"),
	    typed(req, "telephone"), lang == NULL ? req->person->lang : lang,
	    req->now, &why);
	if (rc == RC_OK && *typed(req, "rappels") != '\0')
		rc = account_mails(req->db, req->person,
		    strcmp(typed(req, "rappels"), "oui") == 0,
		    *typed(req, "commentaires") == '\0' ? "soon" :
		    typed(req, "commentaires"));
	if (rc == RC_OK)
		done(req, res, _("C’est enregistré."));
	else if (rc == RC_INVALID)
		profile_show(req, res, &why);
	else
		res_error(res, rc);
}

/* --- password -------------------------------------------------------------------- */

static void
password_show(struct req *req, struct res *res, const struct problems *why)
{
	bool has = account_has_password(req->db, req->person->id);
	struct ask ask;
	struct view *page;

	page = account_form(res, &ask, has ? _("Changer de mot de passe") :
	    _("Choisir un mot de passe"), req_url(req, "/compte/passe"),
	    _("Enregistrer"), why);
	account_lead(page, _("Vos autres appareils seront déconnectés."));
	if (has)
		ask_password(&ask, "actuel", _("Mot de passe actuel"), NULL,
		    "current-password");
	ask_password(&ask, "passe", _("Nouveau mot de passe"), _("Huit "
	    "caractères au moins. Une phrase facile à retenir convient très "
	    "bien."), "new-password");
	account_show(res, page, why);
}

void
account_password_get(struct req *req, struct res *res)
{
	password_show(req, res, NULL);
}

void
account_password_post(struct req *req, struct res *res)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	enum rc rc;

	rc = account_password(req->db, req->mem, req->person,
	    typed(req, "actuel"), typed(req, "passe"), req->session->id,
	    req->address, req->now, &why);
	if (rc == RC_OK)
		done(req, res, _("Votre mot de passe est changé."));
	else if (why.count > 0)
		password_show(req, res, &why);
	else
		res_error(res, rc);
}

/* --- another address ---------------------------------------------------------- */

/* The password, when there is one: what matters is asked to the person. */
static void
ask_current(const struct req *req, const struct ask *ask)
{
	if (account_has_password(req->db, req->person->id))
		ask_password(ask, "actuel", _("Mot de passe"),
		    _("Pour être sûrs que c’est vous."), "current-password");
}

static void
email_show(struct req *req, struct res *res, const struct problems *why)
{
	struct ask ask;
	struct view *page;

	page = account_form(res, &ask, _("Changer d’adresse électronique"),
	    req_url(req, "/compte/adresse"), _("Envoyer le message"), why);
	account_lead(page, _("Un message partira à la nouvelle adresse, pour "
	    "la confirmer. L’adresse actuelle sera prévenue."));
	ask_email(&ask, "courriel", _("Nouvelle adresse"), NULL, NULL);
	ask_current(req, &ask);
	account_show(res, page, why);
}

void
account_email_get(struct req *req, struct res *res)
{
	email_show(req, res, NULL);
}

void
account_email_post(struct req *req, struct res *res)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	struct account_links links;
	enum rc rc;

	account_links(&links, req);
	rc = account_check(req->db, req->mem, req->person,
	    typed(req, "actuel"), req->address, req->now, &why);
	if (rc == RC_OK)
		rc = account_email_ask(req->db, req->mem, req->person,
		    typed(req, "courriel"), &links, req->now, &why);
	if (rc == RC_OK)
		res_redirect(res, req_url(req,
		    "/compte/message?motif=adresse"));
	else if (why.count > 0)
		email_show(req, res, &why);
	else
		res_error(res, rc);
}

/* --- devices ------------------------------------------------------------------- */

/* "Firefox, Linux": what a browser says of itself, made short. */
static const char *
device_name(const struct req *req, const char *agent)
{
	static const char *const browsers[][2] = { { "Edg", "Edge" },
	    { "OPR/", "Opera" }, { "Firefox/", "Firefox" },
	    { "Chrom", "Chrome" }, { "Safari/", "Safari" } };
	static const char *const systems[][2] = { { "iPhone", "iPhone" },
	    { "iPad", "iPad" }, { "Android", "Android" },
	    { "Windows", "Windows" }, { "Mac OS X", "Mac" },
	    { "Linux", "Linux" } };
	const char *browser = NULL, *system = NULL;
	size_t i;

	if (agent == NULL)
		agent = "";
	for (i = 0; browser == NULL && i < 5; i++)
		if (strstr(agent, browsers[i][0]) != NULL)
			browser = browsers[i][1];
	for (i = 0; system == NULL && i < 6; i++)
		if (strstr(agent, systems[i][0]) != NULL)
			system = systems[i][1];
	if (browser == NULL && system == NULL)
		return _("Appareil inconnu");
	return browser == NULL || system == NULL ?
	    (browser == NULL ? system : browser) :
	    mem_printf(req->mem, "%s, %s", browser, system);
}

void
account_devices_get(struct req *req, struct res *res)
{
	struct account_session *list;
	struct view *page, *row;
	size_t n = account_sessions(&list, req->db, req->mem, req->person->id,
	    req->now);

	page = res_page(res, _("Appareils connectés"));
	partial_crumb(page, req_url(req, ACCOUNT_HOME), _("Votre compte"));
	view_text(page, M_CRUMB_HERE, _("Appareils connectés"));
	view_text(page, M_FORM_URL, req_url(req, "/compte/appareils"));
	for (size_t i = 0; i < n; i++) {
		row = view_add(page, M_DEVICE_ROWS);
		view_text(row, M_DEVICE_NAME, device_name(req, list[i].agent));
		view_text(row, M_DEVICE_ADDRESS, list[i].address);
		view_text(row, M_DEVICE_SINCE, day(req, list[i].created_at));
		view_text(row, M_DEVICE_SEEN, date_long_time(req->mem,
		    list[i].seen_at, zone(req), req->lang));
		if (list[i].id == req->session->id)
			view_show(row, M_DEVICE_HERE);
		else
			view_int(view_add(row, M_DEVICE_END), M_DEVICE_ID,
			    list[i].id);
	}
	if (n > 1)
		view_show(page, M_OTHERS);
	res_view(res, 200, "account/devices.tpl");
}

void
account_devices_post(struct req *req, struct res *res)
{
	int64_t id = field_int(&req->fields, "appareil");
	enum rc rc = RC_OK;

	/* One's own ends by signing out. */
	if (id != req->session->id)
		rc = account_session_end(req->db, req->person, id,
		    req->session->id, req->now);
	if (rc == RC_OK || rc == RC_NOT_FOUND)
		res_redirect_flash(res, req_url(req, "/compte/appareils"),
		    id == 0 ? _("Tous les autres appareils sont déconnectés.")
		    : _("Cet appareil est déconnecté."));
	else
		res_error(res, rc);
}

/* --- data and leaving ------------------------------------------------------------ */

void
account_data_get(struct req *req, struct res *res)
{
	struct view *page = account_tell(res, _("Emporter vos données"),
	    _("Le fichier contient tout ce que nous gardons sur vous : vos "
	    "informations, vos rôles, vos organisations, vos projets et leurs "
	    "réponses, vos messages, vos évaluations, vos connexions. Il est "
	    "en JSON, un format ouvert que d’autres programmes savent lire."));

	account_tell_next(page, req_url(req, "/compte/donnees.json"),
	    _("Télécharger mes données"));
	account_tell_next(page, req_url(req, ACCOUNT_HOME),
	    _("Revenir à votre compte"));
	res_view(res, 200, "account/told.tpl");
}

void
account_data_json(struct req *req, struct res *res)
{
	struct json_object *o = account_export(req->db, req->mem,
	    req->person->id, req->now);

	if (o == NULL) {
		res_error(res, RC_NOT_FOUND);
		return;
	}
	res_header(res, "Content-Disposition",
	    "attachment; filename=\"mes-donnees.json\"");
	res_json(res, 200, o);
}

static void
close_show(struct req *req, struct res *res, const struct problems *why)
{
	bool has = account_has_password(req->db, req->person->id);
	struct ask ask;
	struct view *page;

	page = account_form(res, &ask, _("Fermer votre compte"),
	    req_url(req, "/compte/fermer"), _("Fermer mon compte pour "
	    "toujours"), why);
	view_show(page, M_FORM_DANGER);
	account_lead(page, _("Vos informations personnelles seront effacées, "
	    "vos rôles retirés, vos brouillons mis à la corbeille. Ce que vous "
	    "avez présenté à un appel reste au dossier, sans votre nom. Rien "
	    "de tout cela ne se défait."));
	if (why != NULL && problem_get(why, "compte") != NULL)
		account_notice(page, "refuse", problem_get(why, "compte"));
	if (has)
		ask_current(req, &ask);
	else
		ask_text(&ask, "courriel", _("Votre adresse électronique"),
		    _("Écrivez-la pour être sûrs que c’est ce que vous "
		    "voulez."), "", "off");
	account_link(page, "", req_url(req, ACCOUNT_HOME),
	    _("Garder mon compte"));
	account_show(res, page, why);
}

void
account_close_get(struct req *req, struct res *res)
{
	close_show(req, res, NULL);
}

static enum rc
close_check(struct req *req, struct problems *why)
{
	const char *email = person_email(req->mem, typed(req, "courriel"));

	if (account_has_password(req->db, req->person->id))
		return account_check(req->db, req->mem, req->person,
		    typed(req, "actuel"), req->address, req->now, why);
	if (email != NULL && strcmp(email, req->person->email) == 0)
		return RC_OK;
	problem_add(why, "courriel", "%s",
	    _("Ce n’est pas l’adresse de votre compte."));
	return RC_INVALID;
}

void
account_close_post(struct req *req, struct res *res)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	enum rc rc = close_check(req, &why);

	if (rc == RC_OK)
		rc = account_close(req->db, req->mem, req->person->id,
		    req->person->id, req->now, &why);
	if (rc == RC_OK && (rc = session_end(req, res)) == RC_OK)
		res_redirect_flash(res, home_url(req),
		    _("Votre compte est fermé. Merci d’avoir participé."));
	else if (why.count > 0)
		close_show(req, res, &why);
	else
		res_error(res, rc);
}
