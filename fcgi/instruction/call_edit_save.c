/*
 * What the form of a call sends: its draft, its changes, its publication.
 */
#include "config.h"

#include "fcgi/instruction/call_edit_private.h"

#include "base/date.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/call.h"
#include "domain/call_edit.h"
#include "domain/place.h"

/* Noon of the day named lies in it whatever the clock does at night. */
static int64_t
moment(const struct req *req, const char *name, bool end)
{
	const char *zone = req->platform->time_zone;
	struct civil c;

	if (field_text(&req->fields, name) == NULL || !date_parse(&c,
	    field_text(&req->fields, name)))
		return 0;
	c.hour = 12;
	return end ? date_day_end(date_unix_in(&c, zone), zone) :
	    date_day_start(date_unix_in(&c, zone), zone);
}

static void
read_form(struct call_form *f, struct req *req, struct problems *why)
{
	const char *place = req_text(req, "territoire");
	const struct problem *p;
	const struct field *theme;
	struct territory *t;

	for (p = req->fields.why.first; p != NULL; p = p->next)
		problem_add(why, p->where, "%s", p->text);
	*f = (struct call_form){
	    .title = text_collapse_spaces(req->mem,
	    req_text(req, "titre")),
	    .promise = text_collapse_spaces(req->mem,
	    req_text(req, "promesse")),
	    .description = req_text(req, "description"),
	    .eligibility = req_text(req, "eligibilite"),
	    .remedies = req_text(req, "recours"),
	    .funder_id = field_int(&req->fields, "financeur"),
	    .form_id = field_int(&req->fields, "formulaire"),
	    .model_id = field_int(&req->fields, "modele"),
	    .opens_at = moment(req, "ouvre", false),
	    .closes_at = moment(req, "ferme", true),
	    .envelope_cents = field_int(&req->fields, "enveloppe"),
	    .min_cents = field_int(&req->fields, "minimum"),
	    .max_cents = field_int(&req->fields, "maximum"),
	    .max_rate_percent = field_int(&req->fields, "taux"),
	    .decision_days = field_int(&req->fields, "delai"),
	    .silence = field_text(&req->fields, "silence"),
	    .silence_months = field_int(&req->fields, "silence_mois") };
	if (*place != '\0' && place_typed(&t, req->db, req->mem, place,
	    req->platform->territory_id) == RC_OK)
		f->territory_id = t->id;
	else if (*place != '\0')
		problem_add(why, "territoire", "%s", _("Nous ne trouvons pas "
		    "ce territoire : écrivez son nom entier, ou son code."));
	for (theme = field_next(&req->fields, NULL, "theme"); theme != NULL;
	    theme = field_next(&req->fields, theme, "theme"))
		if (platform_theme(req->platform, theme->number) != NULL &&
		    f->theme_count < CALL_THEMES_MOST)
			f->theme_ids[f->theme_count++] = theme->number;
}

/* Forms, funders and models of other platforms are none here. */
static void
check_ids(struct call_form *f, struct req *req)
{
	struct object on;
	struct stmt *s = db_query(req->db, Q_CALL_EDIT_FORMS,
	    I(platform, req->platform->id));
	bool form = false, funder = false;

	while (stmt_step(s))
		form |= stmt_int(s, "id") == f->form_id;
	stmt_done(s);
	s = db_query(req->db, Q_CALL_EDIT_FUNDERS,
	    I(platform, req->platform->id), I(person, req->person->id));
	while (stmt_step(s))
		funder |= stmt_int(s, "id") == f->funder_id;
	stmt_done(s);
	f->form_id = form ? f->form_id : 0;
	f->funder_id = funder ? f->funder_id : 0;
	if (f->model_id != 0 && (object_call(req->db, f->model_id, &on) !=
	    RC_OK || on.platform_id != req->platform->id))
		f->model_id = 0;
}

void
call_new_post(struct req *req, struct res *res)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	const struct act act = { .who = req->person, .now = req->now };
	int64_t id = 0, sent, ids[CALL_INVITED_MOST];
	const struct field *p;
	struct call_form f;
	const char *slug;
	size_t n = 0;
	enum rc rc = RC_INVALID;

	read_form(&f, req, &why);
	check_ids(&f, req);
	if (why.count == 0)
		rc = call_create(&id, &slug, req->db, req->mem,
		    req->platform->id, &f, &act, &why);
	if (rc == RC_INVALID) {
		call_show_new(req, res, 422, &why);
		return;
	}
	for (p = field_next(&req->fields, NULL, "projet"); p != NULL &&
	    n < CALL_INVITED_MOST; p = field_next(&req->fields, p, "projet"))
		ids[n++] = p->number;
	if (rc == RC_OK && n > 0)
		rc = call_invite(&sent, req->db, req->mem, id, ids, n,
		    req_absolute(req, home_url(req)), &act);
	if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, call_admin_url(req, slug), _("Brouillon "
		    "enregistré. Relisez-le, puis publiez-le."));
}

void
call_edit_post(struct req *req, struct res *res)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	const struct act act = { .who = req->person, .now = req->now };
	struct call_form f;
	enum rc rc = RC_INVALID;

	read_form(&f, req, &why);
	check_ids(&f, req);
	if (why.count == 0)
		rc = call_change(req->db, req->mem, req->object.id, &f, &act,
		    &why);
	if (rc == RC_INVALID)
		call_show_edit(req, res, 422, &why);
	else if (rc == RC_CONFLICT)
		res_redirect_flash_kind(res, call_admin_url(req, req_param(req,
		    "slug")), "refuse", _("Des dossiers sont déjà déposés : le "
		    "formulaire ne change plus."));
	else if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, call_admin_url(req, req_param(req,
		    "slug")), _("Enregistré."));
}

void
call_publish_post(struct req *req, struct res *res)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	const struct act act = { .who = req->person, .now = req->now };
	enum rc rc = call_publish(req->db, req->mem, req->object.id,
	    req_absolute(req, home_url(req)), &act, &why);

	if (rc == RC_INVALID)
		call_show_edit(req, res, 422, &why);
	else if (rc == RC_CONFLICT)
		res_redirect_flash_kind(res, call_admin_url(req, req_param(req,
		    "slug")), "info", _("Cet appel n’est plus un brouillon."));
	else if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, call_admin_url(req, req_param(req,
		    "slug")), _("L’appel est public ; les porteurs invités "
		    "sont prévenus."));
}
