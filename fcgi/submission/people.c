/*
 * The people of a dossier: invited, changed, let go by who manages it.
 */
#include "config.h"

#include "fcgi/submission/people.h"

#include <string.h>

#include "base/lang.h"
#include "domain/collaborator.h"
#include "domain/dossier.h"
#include "domain/invitation.h"
#include "fcgi/submission/account.h"
#include "web/partial.h"

const struct field_rule people_invite_fields[] = {
	{ .name = "courriel", .type = F_TEXT, .max = 300 },
	{ .name = "niveau", .type = F_CODE },
	{ .type = F_END } };
const struct field_rule people_fields[] = {
	{ .name = "personne", .type = F_ID },
	{ .name = "invitation", .type = F_ID },
	{ .name = "niveau", .type = F_CODE },
	{ .name = "acte", .type = F_CHOICE,
	    .choices = "niveau|retirer|annuler" },
	{ .type = F_END } };

static const char *
here(const struct req *req)
{
	return page_url(req, "mes-projets/%s/personnes",
	    req_param(req, "slug"));
}

/* --- the page --------------------------------------------------------------- */

static void
add_people(const struct req *req, struct view *page)
{
	struct collaborator *list;
	struct view *section, *row;
	size_t n = collaborator_list(&list, req->db, req->mem, req->object.id);

	section = n == 0 ? NULL : view_add(page, M_PEOPLE_SHOWN);
	for (size_t i = 0; i < n; i++) {
		row = view_add(section, M_PEOPLE_ROWS);
		view_text(row, M_PERSON_LINE_NAME, list[i].name);
		view_text(row, M_PERSON_LINE_EMAIL, list[i].email);
		view_text(row, M_PERSON_LINE_SINCE, mem_printf(req->mem,
		    _("depuis le %s"), req_day_short(req, list[i].since_at)));
		view_int(row, M_PERSON_LINE_ID, list[i].person_id);
		for (size_t k = 0; collaborator_levels[k] != NULL; k++) {
			const char *level = collaborator_levels[k];

			partial_option(row, M_LEVEL_OPTIONS, level,
			    collaborator_level_label(level),
			    strcmp(level, list[i].level) == 0);
		}
	}
}

static void
add_waiting(const struct req *req, struct view *page)
{
	struct invitation *list;
	struct view *section, *row;
	size_t n = invitation_of_dossier(&list, req->db, req->mem,
	    req->object.id, req->now);

	section = n == 0 ? NULL : view_add(page, M_WAITING);
	for (size_t i = 0; i < n; i++) {
		row = view_add(section, M_WAITING_ROWS);
		view_text(row, M_WAITING_EMAIL, list[i].email);
		view_int(row, M_WAITING_ID, list[i].id);
		view_text(row, M_WAITING_SAID, mem_printf(req->mem,
		    _("%s, jusqu’au %s"), collaborator_level_label(
		    list[i].role), req_day_short(req, list[i].ends_at)));
	}
}

static void
add_form(const struct req *req, struct view *page, const struct problems *why)
{
	struct view *section = view_add(page, M_INVITE), *field;
	struct ask ask = { .req = req, .view = section, .why = why };

	view_text(section, M_FORM_URL, mem_printf(req->mem, "%s/invitations",
	    here(req)));
	ask_problems(section, req, why);
	ask_email(&ask, "courriel", _("Adresse électronique"), _("La personne "
	    "reçoit un message et répond quand elle veut, pendant quatorze "
	    "jours."), NULL);
	field = ask_radios(&ask, "niveau", _("Elle pourra"), NULL);
	for (size_t k = 0; collaborator_levels[k] != NULL; k++)
		ask_option(&ask, field, "niveau", collaborator_levels[k],
		    collaborator_level_label(collaborator_levels[k]),
		    strcmp(collaborator_levels[k], "edit") == 0);
}

static void
show(struct req *req, struct res *res, const struct problems *why)
{
	struct view *page;
	struct dossier *d;
	enum rc rc = dossier_load(&d, req->db, req->mem, req->object.id);

	if (rc != RC_OK) {
		res_error(res, rc);
		return;
	}
	page = res_page(res, _("Qui peut ouvrir ce dossier"));
	partial_crumb(page, page_url(req, "mes-projets"), _("Mes projets"));
	partial_crumb(page, page_url(req, "mes-projets/%s", d->slug), d->title);
	view_text(page, M_CRUMB_HERE, _("Personnes"));
	view_text(page, M_PEOPLE_URL, here(req));
	add_people(req, page);
	add_waiting(req, page);
	add_form(req, page, why);
	res_view(res, why == NULL ? 200 : 422, "submission/people.tpl");
}

void
people_get(struct req *req, struct res *res)
{
	show(req, res, NULL);
}

/* --- acts ------------------------------------------------------------------- */

void
people_invite_post(struct req *req, struct res *res)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	enum rc rc;

	rc = invite_to_dossier(req->db, req->mem, req->object.id,
	    req_text(req, "courriel"), req_text(req, "niveau"), req->person,
	    invitation_mailed(req), req->now, &why);
	if (rc == RC_INVALID)
		show(req, res, &why);
	else
		invitation_sent(res, rc, here(req));
}

void
people_post(struct req *req, struct res *res)
{
	int64_t person = field_int(&req->fields, "personne");
	const char *act = req_text(req, "acte");
	enum rc rc = RC_INVALID;

	if (strcmp(act, "niveau") == 0)
		rc = collaborator_set(req->db, req->object.id, person,
		    req_text(req, "niveau"), req->person, req->now);
	else if (strcmp(act, "retirer") == 0)
		rc = collaborator_end(req->db, req->object.id, person,
		    req->person, req->now);
	else if (strcmp(act, "annuler") == 0)
		rc = invitation_cancel(req->db, req->mem,
		    field_int(&req->fields, "invitation"), 0, req->object.id,
		    0, req->person, req->now);
	if (rc == RC_OK)
		res_redirect_flash(res, here(req), _("C’est fait."));
	else
		res_error(res, rc);
}
