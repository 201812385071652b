/*
 * The picture of a project, for who presents it: chosen, described, taken away.
 */
#include "config.h"

#include "fcgi/submission/pages.h"

#include "base/lang.h"
#include "domain/document.h"
#include "domain/dossier.h"
#include "domain/picture.h"
#include "fcgi/submission/account.h"
#include "web/upload.h"

#define CAPTION_MAX	200	/* characters */

const struct field_rule picture_fields[] = {
	{ .name = "image", .type = F_FILE, .max = DOCUMENT_MAX },
	{ .name = "legende", .type = F_TEXT, .max = CAPTION_MAX },
	{ .name = "retirer", .type = F_BOOL },
	{ .type = F_END }
};

static void
say_state(struct view *page, const struct picture *p)
{
	if (p->failed != NULL)
		account_notice(page, "refuse", _("Cette image n’a pas pu être "
		    "préparée. Choisissez-en une autre, ou enregistrez-la de "
		    "nouveau depuis un logiciel d’images."));
	else if (p->sha256 == NULL)
		account_notice(page, "info", _("Image reçue. Elle paraîtra dans "
		    "quelques instants, sans le lieu ni l’appareil que le "
		    "fichier pouvait contenir."));
	else
		account_notice(page, "ok", _("Une image illustre la page "
		    "publique. Une nouvelle prend sa place."));
}

static void
show(struct req *req, struct res *res, const struct dossier *d,
    const struct problems *why)
{
	struct picture p;
	struct view *page, *row;
	struct ask ask;
	bool there = picture_load(&p, req->db, req->mem, d->element_id) ==
	    RC_OK;

	page = account_form(res, &ask, _("L’image du projet"), req_here(req),
	    _("Enregistrer"), why);
	view_show(page, M_FORM_FILES);
	account_lead(page, _("Une photo ou un dessin pour la page publique. Elle "
	    "est refaite avant de paraître : le lieu et l’appareil que le "
	    "fichier contient n’y sont plus."));
	if (there)
		say_state(page, &p);
	ask_optional(ask_file(&ask, "image", _("Image"), NULL, ".jpg,.jpeg,.png",
	    _("20 Mo au plus (JPG, PNG)."), NULL));
	ask_optional(ask_text(&ask, "legende", _("Ce qu’elle montre"),
	    _("Lu à qui ne la voit pas : « Trois bacs à compost devant "
	    "l’école »."), there ? p.caption : NULL, "off"));
	if (there) {
		row = ask_checkboxes(&ask, "retirer", _("Plus d’image"), NULL);
		ask_option(&ask, row, "retirer", "1", _("Retirer l’image"),
		    false);
		ask_optional(row);
	}
	account_link(page, _("Retour :"), page_url(req, "mes-projets/%s",
	    d->slug), d->title);
	account_show(res, page, why);
}

void
picture_get(struct req *req, struct res *res)
{
	struct dossier *d;
	enum rc rc = dossier_load(&d, req->db, req->mem,
	    req->object.dossier_id);

	if (rc != RC_OK)
		res_error(res, rc);
	else
		show(req, res, d, NULL);
}

/* What was asked: gone, another one, or other words for it. */
static enum rc
change(struct req *req, const struct dossier *d, struct problems *why)
{
	const struct upload *u = upload_next(req, NULL, "image");
	const char *caption = req_text(req, "legende");
	struct received r;
	enum rc rc;

	if (field_bool(&req->fields, "retirer"))
		return picture_remove(req->db, d->element_id);
	if (u != NULL) {
		r = (struct received){ .path = u->path, .fd = u->fd,
		    .sha256 = u->sha256, .size_bytes = u->size_bytes,
		    .name = u->filename };
		return picture_put(req->db, req->mem, d->element_id, &r,
		    caption, req->person, req->now, why);
	}
	rc = picture_caption(req->db, d->element_id, caption);
	if (rc == RC_NOT_FOUND) {
		problem_add(why, "image", "%s", _("Choisissez une image."));
		rc = RC_INVALID;
	}
	return rc;
}

void
picture_post(struct req *req, struct res *res)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	struct dossier *d;
	enum rc rc = dossier_load(&d, req->db, req->mem,
	    req->object.dossier_id);

	if (rc == RC_OK)
		rc = change(req, d, &why);
	if (rc == RC_INVALID)
		show(req, res, d, &why);
	else if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, req_here(req), _("C’est enregistré."));
}
