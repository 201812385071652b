/*
 * Why may they, why may they not: one sentence for administrators.
 * It decides nothing: right.c does.
 */
#include "config.h"

#include "domain/right_private.h"

#include <string.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/lang.h"
#include "domain/grant.h"

static const char *
organisation_name(struct db *db, struct mem *mem, int64_t id)
{
	struct stmt *s = db_query(db, Q_RIGHT_ORGANISATION_NAME, I(id, id));
	const char *name = "?";

	if (stmt_step(s)) {
		name = stmt_str(s, mem, "name");
		stmt_done(s);
	}
	return name;
}

/* "instructeur sur l’appel « X », donné par Y le 3 mars 2026". */
static const char *
tell_grant(struct mem *mem, const struct grant *g)
{
	const char *lang = lang_get();
	const char *text = mem_printf(mem, _("« %s » sur %s, depuis le %s"),
	    g->role_label, g->where, date_long(mem, g->granted_at, "Europe/Paris", lang));

	if (*g->granted_by != '\0')
		text = mem_printf(mem, _("%s, donné par %s"), text,
		    g->granted_by);
	if (g->ends_at != 0)
		text = mem_printf(mem, _("%s, jusqu’au %s"), text,
		    date_long(mem, g->ends_at, "Europe/Paris", lang));
	return text;
}

static const char *
tell_role(struct db *db, struct mem *mem, int64_t grant_id)
{
	struct grant *g;

	if (grant_load(&g, db, mem, grant_id) != RC_OK)
		return _("Oui : par un rôle.");
	return mem_printf(mem, _("Oui : rôle %s."), tell_grant(mem, g));
}

/* The built-in roles that would give it, and those the person has. */
static const char *
tell_missing(struct db *db, struct mem *mem, const struct person *p,
    enum right right, const struct object *o)
{
	struct buf b = BUF_INIT;
	struct grant *held;
	size_t i, n, shown = 0;
	const char *text;

	if (!right_is_grantable(right))
		buf_text(&b, o->kind == OBJECT_ORGANISATION ?
		    _("Non : seuls le peuvent les membres de l’organisation "
		    "que son administration a désignés.") :
		    right == RIGHT_INSTALLATION ?
		    _("Non : cela revient à qui administre l’installation.") :
		    _("Non : un dossier n’appartient qu’à son porteur, à "
		    "l’organisation qui le porte et aux personnes qu’ils y "
		    "invitent."));
	else
		buf_text(&b, _("Non : aucun de ses rôles ne le permet ici."));
	for (i = 0; right_is_grantable(right) && right_roles[i] != NULL; i++)
		if (right_of_role(right_roles[i], o->kind == OBJECT_DOSSIER ?
		    "dossier" : "platform", right))
			buf_printf(&b, "%s%s", shown++ == 0 ?
			    _(" Le permettent les rôles : ") : ", ",
			    right_role_label(right_roles[i]));
	if (shown > 0)
		buf_char(&b, '.');
	/* What somebody is on other platforms is not this one's business. */
	n = grant_of_person(&held, db, mem, p->id);
	for (i = 0, shown = 0; i < n && shown < 10; i++)
		if (o->platform_id == 0 || held[i].scope.platform_id == 0 ||
		    held[i].scope.platform_id == o->platform_id)
			buf_printf(&b, "%s%s", shown++ == 0 ?
			    _(" Ses rôles : ") : " ; ",
			    tell_grant(mem, &held[i]));
	buf_text(&b, shown == 0 ? _(" Cette personne n’a aucun rôle ici.") :
	    ".");
	text = mem_strdup(mem, b.data);
	buf_release(&b);
	return text;
}

const char *
right_explain(struct db *db, struct mem *mem, const struct person *p,
    enum right right, const struct object *o, bool *may)
{
	struct verdict v;

	right_decide(&v, db, p, right, o);
	if (may != NULL)
		*may = v.may;
	switch (v.why) {
	case WHY_PUBLIC:
		return _("Oui : c’est public.");
	case WHY_SIGNED_IN:
		return _("Oui : toute personne connectée le peut.");
	case WHY_CONFIRMED:
		return _("Oui : toute personne dont l’adresse est confirmée "
		    "le peut.");
	case WHY_OWNER:
		return _("Oui : ce dossier lui appartient.");
	case WHY_ORGANISATION:
		return mem_printf(mem, _("Oui : administre l’organisation "
		    "« %s »."), organisation_name(db, mem, o->organisation_id));
	case WHY_MEMBER:
		return mem_printf(mem, _("Oui : membre de l’organisation "
		    "« %s »."), organisation_name(db, mem, o->organisation_id));
	case WHY_SHARED:
		return _("Oui : son porteur partage ce dossier, après une "
		    "proposition de soutien.");
	case WHY_LEVEL:
		return _("Oui : invité sur ce dossier par son porteur.");
	case WHY_ROLE:
		return tell_role(db, mem, v.grant_id);
	case WHY_ADMIN:
		return _("Oui : administre toute l’installation.");
	case WHY_NOBODY:
		return _("Non : il faut être connecté.");
	case WHY_UNCONFIRMED:
		return _("Non : son adresse électronique n’est pas confirmée ; "
		    "d’ici là, aucun rôle ne compte.");
	case WHY_CONFLICT:
		return mem_printf(mem, _("Non : conflit d’intérêts déclaré le "
		    "%s sur cette candidature ; il l’emporte sur tous les "
		    "rôles."), date_long(mem, v.at, "Europe/Paris",
		    lang_get()));
	case WHY_TIE:
		return _("Non : porte ce projet ou écrit dans son dossier ; "
		    "personne n’instruit ce qu’il porte, quels que soient ses "
		    "rôles.");
	case WHY_COMMITTEE:
		return _("Non : son organisation porte ce projet, ou cette "
		    "personne est invitée sur son dossier ; un membre du comité "
		    "n’évalue pas les siens.");
	case WHY_NO_ROLE:
		break;
	}
	return tell_missing(db, mem, p, right, o);
}
