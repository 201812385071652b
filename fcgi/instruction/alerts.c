/*
 * How a member of a listening is told: mail, a private feed; and the team.
 */
#include "config.h"

#include "fcgi/instruction/listening.h"

#include <string.h>

#include "base/buf.h"
#include "base/lang.h"
#include "domain/need.h"
#include "web/ask.h"
#include "open/atom.h"

#define FEED_ROWS	50

const struct field_rule alert_page_fields[] = {
	{ .name = "flux", .type = F_CODE },
	{ .type = F_END } };
const struct field_rule alert_fields[] = {
	{ .name = "digest", .type = F_CHOICE, .choices = "none|daily|weekly" },
	{ .name = "acte", .type = F_CHOICE,
	    .choices = "alertes|maintenant|flux|fin_flux" },
	{ .type = F_END } };
const struct field_rule team_fields[] = {
	{ .name = "courriel", .type = F_TEXT, .max = 300 },
	{ .name = "personne", .type = F_ID },
	{ .name = "acte", .type = F_CHOICE, .choices = "ajouter|retirer" },
	{ .type = F_END } };

/* The absolute address of the listenings, for mails. */
static const char *
listenings_url(const struct req *req)
{
	return req_absolute(req, page_url(req, "instruction/ecoute"));
}

/* --- the page ---------------------------------------------------------------------- */

static void
show_feed(const struct req *req, struct view *v, const struct listening *l)
{
	const char *token = field_text(&req->fields, "flux");

	if (token != NULL && listening_feed_is(req->db, l->id, req->person->id,
	    token))
		view_text(view_add(v, M_FEED_NEW), M_FEED_ADDRESS,
		    mem_printf(req->mem, "%s/flux/%s", listenings_url(req),
		    token));
	if (l->has_feed)
		view_show(v, M_FEED_ON);
}

static void
show(struct req *req, struct res *res, int status, const struct problems *why)
{
	struct listening *l = listening_open(req, res);
	struct listener *team;
	struct view *v, *row;
	struct ask digest, member;
	size_t n, i;

	if (l == NULL)
		return;
	v = listening_page(req, res, l, _("Alertes et équipe"), "/alertes");
	ask_problems(v, req, why);
	view_text(v, M_ALERT_URL, listening_url(req, l, "/alertes"));
	view_text(v, M_TEAM_URL, listening_url(req, l, "/equipe"));
	digest = (struct ask){ req, view_add(v, M_DIGEST), why, 0 };
	row = ask_radios(&digest, "digest", _("Recevoir ce qui est nouveau"),
	    _("Rien ne part quand rien n’est nouveau."));
	ask_choice(&digest, row, "digest", "daily", _("Chaque matin"), NULL,
	    strcmp(l->digest, "daily") == 0);
	ask_choice(&digest, row, "digest", "weekly", _("Le lundi matin"),
	    NULL, strcmp(l->digest, "weekly") == 0);
	ask_choice(&digest, row, "digest", "none", _("Jamais"), NULL,
	    strcmp(l->digest, "none") == 0);
	show_feed(req, v, l);
	n = listening_team(&team, req->db, req->mem, l->id);
	for (i = 0; i < n; i++) {
		row = view_add(v, M_TEAM);
		view_text(row, M_MEMBER_NAME, team[i].name);
		view_text(row, M_MEMBER_EMAIL, team[i].email);
		if (n > 1)
			view_int(view_add(row, M_MEMBER_DROP), M_MEMBER_ID,
			    team[i].person_id);
	}
	member = (struct ask){ req, view_add(v, M_INVITE), why, 0 };
	ask_text(&member, "courriel", _("Adresse électronique"), _("De "
	    "quelqu’un qui a déjà un rôle sur la plateforme. L’équipe partage "
	    "le filtre, le tableau et les notes."), "", NULL);
	res_view(res, status, "instruction/alerts.tpl");
}

void
alerts_get(struct req *req, struct res *res)
{
	show(req, res, 200, NULL);
}

/* --- acts --------------------------------------------------------------------------- */

static void
new_feed(struct req *req, struct res *res, const struct listening *l)
{
	const char *token;
	enum rc rc = listening_feed_new(&token, req->db, req->mem, l->id,
	    req->person->id);

	if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect(res, mem_printf(req->mem, "%s?flux=%s",
		    listening_url(req, l, "/alertes"), token));
}

void
alerts_post(struct req *req, struct res *res)
{
	const char *what = req_text(req, "acte");
	const char *digest = field_text(&req->fields, "digest");
	struct listening *l = listening_open(req, res);
	const char *said = _("Enregistré.");
	enum rc rc = RC_NOT_FOUND;

	if (l == NULL)
		return;
	if (strcmp(what, "flux") == 0) {
		new_feed(req, res, l);
		return;
	}
	if (strcmp(what, "alertes") == 0 && digest != NULL)
		rc = listening_digest(req->db, req->mem, l->id, req->platform,
		    req->person, digest, listenings_url(req), req->now);
	else if (strcmp(what, "maintenant") == 0) {
		rc = listening_tell_now(req->db, req->mem, l->id,
		    req->person->id, listenings_url(req), req->now);
		said = rc == RC_NOT_FOUND ? _("Rien de nouveau depuis le "
		    "dernier message.") : _("C’est parti : le message arrive "
		    "dans quelques instants.");
		rc = rc == RC_NOT_FOUND ? RC_OK : rc;
	} else if (strcmp(what, "fin_flux") == 0) {
		rc = listening_feed_end(req->db, l->id, req->person->id);
		said = _("L’adresse du flux ne répond plus.");
	}
	if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, listening_url(req, l, "/alertes"),
		    said);
}

void
team_post(struct req *req, struct res *res)
{
	const char *what = req_text(req, "acte");
	int64_t person = field_int(&req->fields, "personne");
	struct problems why = PROBLEMS_INIT(req->mem);
	struct listening *l = listening_open(req, res);
	struct act act = listening_act(req, NULL);
	enum rc rc = RC_NOT_FOUND;

	if (l == NULL)
		return;
	act.service_url = req_absolute(req, listening_url(req, l, ""));
	if (strcmp(what, "ajouter") == 0)
		rc = listening_add_member(req->db, req->mem, l->id,
		    req->platform->id, field_text(&req->fields, "courriel"),
		    &act, &why);
	else if (strcmp(what, "retirer") == 0)
		rc = listening_remove_member(req->db, l->id, person);
	if (rc == RC_INVALID)
		show(req, res, 422, &why);
	else if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, person == req->person->id ?
		    page_url(req, "instruction/ecoute") :
		    listening_url(req, l, "/alertes"), _("Enregistré."));
}

/* --- the feed -------------------------------------------------------------------------- */

/* Whoever has the secret address reads it; the projects are public anyway. */
void
listening_feed_get(struct req *req, struct res *res)
{
	const char *token = req_param(req, "token");
	struct atom_feed feed = { .lang = req->lang };
	struct buf b = BUF_INIT;
	struct listening *l;
	struct found *rows;
	struct atom *atom;
	struct sink sink;
	size_t n, i;

	if (listening_by_token(&l, req->db, req->mem, req->platform->id,
	    token) != RC_OK) {
		res_error(res, RC_NOT_FOUND);
		return;
	}
	n = flow_find(&rows, req->db, req->mem, req->platform->id, &l->filter,
	    0, 0, 0, FEED_ROWS);
	feed.self = feed.id = mem_printf(req->mem, "%s/flux/%s",
	    listenings_url(req), token);
	feed.title = mem_printf(req->mem, _("Écoute : %s"), l->name);
	feed.subtitle = filter_said(req->db, req->mem, req->platform,
	    &l->filter);
	feed.author = req->platform->name;
	feed.alternate = req_absolute(req, listening_url(req, l, ""));
	feed.updated_at = n > 0 ? rows[0].entered_at : l->created_at;
	sink_init(&sink, sink_into_buf, &b);
	atom_begin(&atom, &sink, &feed);
	for (i = 0; i < n; i++)
		atom_add(atom, &(struct atom_entry){
		    .id = mem_printf(req->mem, "urn:uuid:%s", rows[i].uuid),
		    .title = rows[i].title,
		    .link = req_absolute(req, page_url(req, "projets/%s",
		    rows[i].slug)),
		    .summary = mem_printf(req->mem, "%s. %s",
		    word_label(maturities, rows[i].maturity),
		    rows[i].summary),
		    .author = rows[i].holder,
		    .updated_at = rows[i].entered_at,
		    .published_at = rows[i].entered_at });
	if (atom_end(atom) != RC_OK)
		res_error(res, RC_FAIL);
	else
		res_bytes(res, 200, "application/atom+xml; charset=utf-8",
		    b.data, b.len);
	buf_release(&b);
}
