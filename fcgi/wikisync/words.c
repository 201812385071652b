/*
 * Words and parts of the wiki pages.
 * It decides nothing.
 */
#include "config.h"

#include "fcgi/wikisync/words.h"

#include <inttypes.h>
#include <string.h>

#include "base/lang.h"
#include "domain/job.h"
#include "domain/money.h"

static const struct {
	const char	*code, *said, *remedy;
} failures[] = {
	{ "bad_address", N_("Cette adresse n’est pas celle d’un site."),
	    N_("Donnez l’adresse d’une page du wiki, telle que votre navigateur "
	    "la montre, ou celle de son api.php.") },
	{ "unreachable", N_("Le serveur du wiki ne répond pas."),
	    N_("Ouvrez cette adresse dans votre navigateur. Si elle s’affiche, "
	    "vérifiez l’orthographe ci-dessous ; sinon, attendez que le wiki "
	    "revienne.") },
	{ "private", N_("Cette adresse est celle d’une machine privée : nous ne "
	    "l’appelons pas."),
	    N_("Si c’est voulu, l’administrateur de l’installation l’autorise "
	    "par une ligne « wiki_allow = adresse » dans terreau.conf.") },
	{ "not_a_wiki", N_("Un site répond, mais ce n’est pas un MediaWiki."),
	    N_("Donnez l’adresse de son api.php : la page Spécial:Version du "
	    "wiki l’indique, à la ligne « Points d’entrée ».") },
	{ "bad_password", N_("Le wiki refuse ce compte robot ou son mot de "
	    "passe."),
	    N_("Sur le wiki, ouvrez Spécial:BotPasswords, créez un mot de passe "
	    "pour cette application et copiez ici le compte "
	    "(Compte@application) et le mot de passe, sans espace.") },
	{ "refused", N_("Le wiki refuse ce compte."),
	    N_("Demandez à un administrateur du wiki si ce compte est bloqué et "
	    "s’il a le droit de lire les pages.") },
	{ "late", N_("Le wiki est occupé, en lecture seule ou trop lent."),
	    N_("Attendez quelques minutes, puis essayez de nouveau.") },
	{ "broken", N_("Les réponses du wiki arrivent incomplètes."),
	    N_("Essayez de nouveau. Si cela se répète, parlez-en à l’hébergeur "
	    "du wiki.") },
	{ "not_found", N_("Le wiki n’a pas de catégorie ni de modèle de ce "
	    "nom."),
	    N_("Vérifiez l’orthographe et les majuscules sur le wiki, puis "
	    "recommencez.") },
	{ NULL, N_("Quelque chose n’a pas fonctionné."),
	    N_("Essayez de nouveau.") },
};

const char *
failure_said(const char *code)
{
	size_t i;

	for (i = 0; failures[i].code != NULL; i++)
		if (strcmp(failures[i].code, code) == 0)
			break;
	return _(failures[i].said);
}

const char *
failure_remedy(const char *code)
{
	size_t i;

	for (i = 0; failures[i].code != NULL; i++)
		if (strcmp(failures[i].code, code) == 0)
			break;
	return _(failures[i].remedy);
}

/* The word of a code in a table ended by NULL, or its last row's. */
struct word {
	const char	*code, *text;
};

static const char *
word(const struct word *w, const char *code)
{
	while (w->code != NULL && (code == NULL || strcmp(w->code, code) != 0))
		w++;
	return _(w->text);
}

const char *
problem_said(const char *code)
{
	static const struct word words[] = {
		{ "redirect", N_("C’est une redirection vers une autre page.") },
		{ "hidden", N_("Le texte de cette page est masqué, ou notre "
		    "compte n’a pas le droit de la lire.") },
		{ "not_wikitext", N_("Cette page n’est pas écrite en "
		    "wikitexte.") },
		{ "empty", N_("Cette page est vide.") },
		{ "no_call", N_("Cette page n’appelle pas le modèle "
		    "elle-même, ou un crochet « [[ » ouvert dans le modèle "
		    "n’y est jamais refermé.") },
		{ "too_deep", N_("Cette page emboîte trop de modèles pour être "
		    "lue.") },
		{ NULL, N_("Cette page ne peut pas être lue.") },
	};

	return word(words, code);
}

const char *
verdict_said(const char *verdict, bool many)
{
	static const struct word one[] = {
		{ "create", N_("À créer") }, { "update", N_("À mettre à jour") },
		{ "unchanged", N_("Inchangée") },
		{ "duplicate", N_("Déjà connue ici ?") },
		{ NULL, N_("Illisible") },
	}, several[] = {
		{ "create", N_("À créer") }, { "update", N_("À mettre à jour") },
		{ "unchanged", N_("Inchangées") },
		{ "duplicate", N_("Déjà connues ici ?") },
		{ "unreadable", N_("Illisibles") }, { NULL, N_("Toutes") },
	};

	return word(many ? several : one, verdict);
}

const char *
outcome_said(const char *outcome)
{
	static const struct word words[] = {
		{ "created", N_("Fiche créée") },
		{ "updated", N_("Fiche mise à jour") },
		{ "tied", N_("Rattachée à la fiche existante") },
		{ "unchanged", N_("Rien à changer") },
		{ NULL, N_("Non reprise : essayez de nouveau") },
	};

	return word(words, outcome);
}

const char *
import_said(const struct wiki_import *x)
{
	static const struct word words[] = {
		{ "previewing", N_("Lecture en cours") },
		{ "previewed", N_("À vérifier") },
		{ "importing", N_("Import en cours") },
		{ "done", N_("Importé") }, { "failed", N_("Interrompu") },
		{ NULL, N_("Annulé") },
	};

	return word(words, x->state);
}

const char *
import_tone(const struct wiki_import *x)
{
	return strcmp(x->state, "done") == 0 ? "ok" :
	    strcmp(x->state, "failed") == 0 ? "refuse" :
	    strcmp(x->state, "cancelled") == 0 ? "neutral" :
	    strcmp(x->state, "previewed") == 0 ? "wait" : "info";
}

bool
import_runs(const struct wiki_import *x)
{
	return strcmp(x->state, "previewing") == 0 ||
	    strcmp(x->state, "importing") == 0;
}

const char *
import_name(const struct req *req, const struct wiki_import *x)
{
	return mem_printf(req->mem, strcmp(x->by, "category") == 0 ?
	    _("Catégorie « %s »") : _("Modèle « %s »"), x->name);
}

enum rc
wiki_of_path(struct wiki **w, const struct req *req)
{
	return wiki_by_slug(w, req->db, req->mem, req->platform->id,
	    req_param(req, "slug"));
}

const char *
pages_said(const struct req *req, int64_t n)
{
	return mem_printf(req->mem, ngettext("%s page", "%s pages",
	    (unsigned long)n), money_number(req->mem, n, req->lang));
}

/* --- jobs ------------------------------------------------------------------------ */

static struct job_status *
job_of(struct req *req, const char *kind, int64_t id)
{
	struct job_status *job;

	if (job_by_key(&job, req->db, req->mem, kind, mem_printf(req->mem,
	    "%" PRId64, id)) != RC_OK)
		return NULL;
	return job;
}

bool
job_lives(struct req *req, const char *kind, int64_t id)
{
	const struct job_status *job = job_of(req, kind, id);

	return job != NULL && (strcmp(job->state, "ready") == 0 ||
	    strcmp(job->state, "running") == 0);
}

void
show_progress(struct view *page, struct req *req, struct res *res,
    const char *kind, int64_t id, const char *doing)
{
	const struct job_status *job = job_of(req, kind, id);
	struct view *in = view_add(page, M_PROGRESS), *bar;
	bool waits = job != NULL && strcmp(job->state, "ready") == 0 &&
	    job->run_at > req->now;

	/* Works without script; a page left open does not insist. */
	res_header(res, "Refresh", waits ? "20" : "2");
	view_text(in, M_PROGRESS_TEXT, doing);
	view_text(in, M_PROGRESS_URL, req_here(req));
	if (job != NULL && job->total > 0) {
		bar = view_add(in, M_PROGRESS_BAR);
		view_int(bar, M_PROGRESS_DONE, job->done < job->total ?
		    job->done : job->total);
		view_int(bar, M_PROGRESS_TOTAL, job->total);
	} else
		view_show(in, M_PROGRESS_UNKNOWN);
	if (waits)
		view_text(view_add(in, M_PROGRESS_LATE), M_PROGRESS_LATE_TEXT,
		    mem_printf(req->mem, _("Le wiki ne répond pas bien pour "
		    "l’instant. Nouvel essai le %s : rien n’est perdu."),
		    req_moment(req, job->run_at)));
	else if (job != NULL && job->message != NULL)
		view_text(view_add(in, M_PROGRESS_LATE), M_PROGRESS_LATE_TEXT,
		    _("Le wiki demande d’attendre un peu : la lecture continue "
		    "toute seule."));
}
