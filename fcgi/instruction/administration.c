/*
 * The home of a platform's administration: what a person may look after there,
 * and what the preset says. A page of it is one more row of `entries`.
 */
#include "config.h"

#include "fcgi/instruction/administration.h"

#include <string.h>

#include "base/lang.h"
#include "base/text.h"
#include "domain/invitation.h"
#include "domain/platform_frame.h"
#include "web/partial.h"

#define TRAIL_SHOWN	5

struct counts {
	int64_t	 people, waiting, wikis;
};

struct entry {
	const char	*name, *text, *path;
	enum right	 right;
	/* What there is to say today; NULL: nothing. */
	const char	*(*said)(const struct req *, const struct counts *);
};

static const char *
community_said(const struct req *req, const struct counts *n)
{
	const char *people = mem_printf(req->mem, ngettext("%ld personne a un "
	    "rôle", "%ld personnes ont un rôle", (unsigned long)n->people),
	    (long)n->people);

	if (n->waiting == 0)
		return people;
	return mem_printf(req->mem, ngettext("%s, %ld invitation en attente",
	    "%s, %ld invitations en attente", (unsigned long)n->waiting),
	    people, (long)n->waiting);
}

static const char *
wikis_said(const struct req *req, const struct counts *n)
{
	if (n->wikis == 0)
		return _("Aucun wiki relié");
	return mem_printf(req->mem, ngettext("%ld wiki relié",
	    "%ld wikis reliés", (unsigned long)n->wikis), (long)n->wikis);
}

static const struct entry entries[] = {
	{ N_("Communauté"), N_("Qui fait quoi, et où : donner un rôle, le "
	    "retirer, inviter quelqu’un."), "administration/communaute",
	    RIGHT_COMMUNITY, community_said },
	{ N_("Comprendre un droit"), N_("Pourquoi une personne peut, ou ne peut "
	    "pas, faire quelque chose."),
	    "administration/communaute/pourquoi", RIGHT_COMMUNITY, NULL },
	{ N_("Formulaires"), N_("Ce que la plateforme demande : écrire une "
	    "révision, l’essayer, la vérifier, la publier."),
	    "administration/formulaires", RIGHT_FORM_EDIT, NULL },
	{ N_("Listes de référence"), N_("Ce que les questions proposent : "
	    "charger un fichier, voir ses erreurs ligne par ligne."),
	    "administration/listes", RIGHT_FORM_EDIT, NULL },
	{ N_("Wikis"), N_("Relier un MediaWiki, importer ses pages comme fiches "
	    "de la plateforme."), "wiki", RIGHT_WIKI, wikis_said },
	{ N_("Composants"), N_("Tout ce dont les pages sont faites, aux couleurs "
	    "de la plateforme."), "administration/composants",
	    RIGHT_COMMUNITY, NULL },
};

static bool
may(const struct req *req, enum right right)
{
	struct object on = { .kind = OBJECT_PLATFORM,
	    .id = req->platform->id, .platform_id = req->platform->id,
	    .territory_id = req->platform->territory_id, .published = true };

	return req->person != NULL &&
	    right_may(req->db, req->person, right, &on);
}

int64_t
administration_count(const struct req *req)
{
	/* After the platform's name. */
	const char *p = strchr(req->path + 1, '/');

	return p != NULL && text_starts(p, "/administration") ? 0 : -1;
}

void
administration_crumbs(const struct req *req, struct view *page,
    const char *name)
{
	partial_crumb(page, home_url(req), req->platform->name);
	view_text(page, M_CRUMB_HERE, name != NULL ? name :
	    _("Administration"));
	if (name == NULL)
		return;
	partial_crumb(page, page_url(req, "administration"),
	    _("Administration"));
}

static void
add_entries(const struct req *req, struct view *page)
{
	struct counts n = { 0, 0, 0 };
	struct stmt *s = db_query(req->db, Q_ADMINISTRATION_COUNTS,
	    I(platform, req->platform->id),
	    I(since, req->now - INVITATION_SECONDS));
	struct view *row;
	size_t i;

	if (stmt_step(s))
		n = (struct counts){ stmt_int(s, "people"),
		    stmt_int(s, "waiting"), stmt_int(s, "wikis") };
	stmt_done(s);
	for (i = 0; i < sizeof(entries) / sizeof(entries[0]); i++) {
		const struct entry *e = &entries[i];

		if (!may(req, e->right))
			continue;
		row = view_add(page, M_ENTRIES);
		view_text(row, M_ENTRY_NAME, _(e->name));
		view_text(row, M_ENTRY_TEXT, _(e->text));
		view_text(row, M_ENTRY_URL, mem_printf(req->mem, "%s%s",
		    home_url(req), e->path));
		view_optional(row, M_ENTRY_SAID, M_ENTRY_SAID_TEXT,
		    e->said == NULL ? NULL : e->said(req, &n));
	}
}

static void
add_facts(const struct req *req, struct view *page)
{
	const struct platform *p = req->platform;

	partial_term(page, _("Nom"), p->name);
	partial_term(page, _("Territoire"), p->territory_name);
	partial_term(page, _("Service"), p->service_name);
	partial_term(page, _("Adresse électronique"), p->service_email);
	partial_term(page, _("Téléphone"), p->service_phone);
	partial_term(page, _("Langue"), lang_name(p->lang));
	partial_term(page, _("Fuseau horaire"), p->time_zone);
	partial_term(page, _("Licence des données"),
	    platform_frame(p)->licence_label);
}

void
administration_get(struct req *req, struct res *res)
{
	struct view *page = res_page(res, _("Administration"));

	administration_crumbs(req, page, NULL);
	view_text(page, M_ADMINISTRATION_LEAD, mem_printf(req->mem,
	    _("Ce dont vous prenez soin sur « %s »."), req->platform->name));
	add_entries(req, page);
	add_facts(req, page);
	administration_trail(req, page, 0, TRAIL_SHOWN);
	res_view(res, 200, "administration/home.tpl");
}
