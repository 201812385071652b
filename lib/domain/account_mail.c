/*
 * The texts of the messages about accounts: short, kind, plain.
 * It decides nothing and holds no secret but the address it is given.
 */
#include "config.h"

#include "domain/account_mail.h"

#include "base/lang.h"
#include "domain/mail.h"

/* Speak the reader's language; returns the one to come back to. */
static const char *
speak(const struct account_mail *m)
{
	const char *before = lang_get();

	lang_set(m->lang);
	return before;
}

/* "Bonjour Anne,\n\n" text "\n\nÀ bientôt" and send it. */
static void
send(struct db *db, struct mem *mem, const struct account_mail *m,
    const char *subject, const char *text)
{
	struct mail mail = { .to = m->to, .to_name = m->name,
	    .subject = subject };

	mail.body = mem_printf(mem, "%s\n\n%s\n\n-- \n%s\n",
	    m->name == NULL ? _("Bonjour,") :
	    mem_printf(mem, _("Bonjour %s,"), m->name), text,
	    _("Message automatique de Terreau. Il n’est pas utile d’y "
	    "répondre."));
	mail_add(db, &mail, m->now);
}

void
mail_confirm(struct db *db, struct mem *mem, const struct account_mail *m)
{
	const char *before = speak(m);

	send(db, mem, m, _("Confirmez votre adresse"), mem_printf(mem,
	    _("Bienvenue. Pour terminer la création de votre compte, ouvrez "
	    "ce lien dans les deux jours :\n\n%s\n\nVous n’avez pas demandé "
	    "de compte ? Ne faites rien : rien n’est créé sans votre "
	    "confirmation."), m->url));
	lang_set(before);
}

void
mail_already(struct db *db, struct mem *mem, const struct account_mail *m)
{
	const char *before = speak(m);

	send(db, mem, m, _("Vous avez déjà un compte"), mem_printf(mem,
	    _("Quelqu’un, sans doute vous, vient de demander un compte avec "
	    "cette adresse. Elle en a déjà un : connectez-vous ici.\n\n%s\n\n"
	    "Mot de passe oublié ? La même page permet de recevoir un lien de "
	    "connexion.\n\nCe n’était pas vous ? Rien n’a changé, il n’y a "
	    "rien à faire."), m->url));
	lang_set(before);
}

void
mail_link(struct db *db, struct mem *mem, const struct account_mail *m)
{
	const char *before = speak(m);

	send(db, mem, m, _("Votre lien de connexion"), mem_printf(mem,
	    _("Voici votre lien. Il vous connecte une seule fois, pendant "
	    "quinze minutes :\n\n%s\n\nCe n’était pas vous ? Ne l’ouvrez pas "
	    "et ne le transmettez à personne."), m->url));
	lang_set(before);
}

void
mail_no_account(struct db *db, struct mem *mem, const struct account_mail *m)
{
	const char *before = speak(m);

	send(db, mem, m, _("Aucun compte à cette adresse"), mem_printf(mem,
	    _("Quelqu’un, sans doute vous, vient de demander à se connecter "
	    "avec cette adresse. Elle n’a pas de compte ici. Vous en avez "
	    "peut-être un avec une autre adresse ; sinon, créez-en un :\n\n%s"
	    "\n\nCe n’était pas vous ? Il n’y a rien à faire."), m->url));
	lang_set(before);
}

void
mail_reset(struct db *db, struct mem *mem, const struct account_mail *m)
{
	const char *before = speak(m);

	send(db, mem, m, _("Choisissez un nouveau mot de passe"),
	    mem_printf(mem, _("Ouvrez ce lien dans l’heure pour choisir un "
	    "nouveau mot de passe :\n\n%s\n\nCe n’était pas vous ? Ne faites "
	    "rien : votre mot de passe reste le même."), m->url));
	lang_set(before);
}

void
mail_password_changed(struct db *db, struct mem *mem,
    const struct account_mail *m)
{
	const char *before = speak(m);

	send(db, mem, m, _("Votre mot de passe a changé"),
	    _("Le mot de passe de votre compte vient d’être changé, et vos "
	    "autres appareils sont déconnectés.\n\nCe n’était pas vous ? "
	    "Demandez tout de suite un nouveau mot de passe depuis la page "
	    "de connexion, et prévenez l’équipe de la plateforme."));
	lang_set(before);
}

void
mail_email_new(struct db *db, struct mem *mem, const struct account_mail *m)
{
	const char *before = speak(m);

	send(db, mem, m, _("Confirmez votre nouvelle adresse"),
	    mem_printf(mem, _("Pour que cette adresse devienne celle de votre "
	    "compte, ouvrez ce lien dans les deux jours :\n\n%s\n\nCe n’était "
	    "pas vous ? Ne faites rien : rien ne changera."), m->url));
	lang_set(before);
}

void
mail_email_old(struct db *db, struct mem *mem, const struct account_mail *m)
{
	const char *before = speak(m);

	send(db, mem, m, _("Changement d’adresse demandé"), mem_printf(mem,
	    _("Vous avez demandé que l’adresse de votre compte devienne "
	    "%s.\n\nCe n’était pas vous ? Changez votre mot de passe : "
	    "quelqu’un d’autre le connaît."), m->detail));
	lang_set(before);
}

void
mail_closed(struct db *db, struct mem *mem, const struct account_mail *m)
{
	const char *before = speak(m);

	send(db, mem, m, _("Votre compte est fermé"),
	    _("Votre compte est fermé, et vos données personnelles sont "
	    "effacées. Ce que vous aviez présenté à un appel reste au dossier "
	    "public, sans votre nom. Merci d’avoir participé."));
	lang_set(before);
}

void
mail_invite_organisation(struct db *db, struct mem *mem,
    const struct account_mail *m, const char *by)
{
	const char *before = speak(m);

	send(db, mem, m, mem_printf(mem, _("Rejoignez « %s »"), m->detail),
	    mem_printf(mem, _("%s vous invite à rejoindre « %s », pour "
	    "travailler ensemble sur ses projets. Répondez dans les quatorze "
	    "jours :\n\n%s\n\nVous ne connaissez pas cette personne ? Ne "
	    "répondez pas, ou refusez : aucune suite ne sera donnée."),
	    by, m->detail, m->url));
	lang_set(before);
}

void
mail_invite_dossier(struct db *db, struct mem *mem,
    const struct account_mail *m, const char *by)
{
	const char *before = speak(m);

	send(db, mem, m, mem_printf(mem, _("%s vous invite sur %s"), by,
	    m->detail), mem_printf(mem, _("%s vous invite à suivre %s et à y "
	    "contribuer. Répondez dans les quatorze jours :\n\n%s\n\nVous ne "
	    "connaissez pas cette personne ? Ne répondez pas, ou refusez : "
	    "aucune suite ne sera donnée."), by, m->detail, m->url));
	lang_set(before);
}

void
mail_invite_role(struct db *db, struct mem *mem, const struct account_mail *m,
    const char *by, const char *role)
{
	const char *before = speak(m);

	send(db, mem, m, mem_printf(mem, _("Un rôle vous attend sur %s"),
	    m->detail), mem_printf(mem, _("%s vous propose le rôle « %s » sur "
	    "%s. Répondez dans les quatorze jours :\n\n%s\n\nVous ne "
	    "connaissez pas cette personne ? Ne répondez pas, ou refusez : "
	    "aucune suite ne sera donnée."), by, role, m->detail, m->url));
	lang_set(before);
}

void
mail_role_given(struct db *db, struct mem *mem, const struct account_mail *m,
    const char *role)
{
	const char *before = speak(m);

	send(db, mem, m, mem_printf(mem, _("Vous avez un rôle sur %s"),
	    m->detail), mem_printf(mem, _("Vous avez maintenant le rôle « %s » "
	    "sur %s.%s%s"), role, m->detail, m->url == NULL ? "" : "\n\n",
	    m->url == NULL ? "" : m->url));
	lang_set(before);
}
