/*
 * Error pages, and the only place where a result becomes an HTTP status.
 * It tells the person what to do next and never why the machine failed.
 */
#include "config.h"

#include "web/res.h"

#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/lang.h"
#include "web/head.h"

struct words {
	int		 status;
	const char	*title;
	const char	*text;
};

static const struct words words[] = {
	{ 400, N_("Cette demande n’a pas pu être lue"),
	    N_("L’adresse ou le formulaire est arrivé abîmé. Revenez à la "
	    "page précédente et recommencez.") },
	{ 403, N_("Cette page ne vous est pas ouverte"),
	    N_("Votre compte n’a pas le droit de faire cela. Si vous pensez "
	    "que c’est une erreur, écrivez au service de la plateforme.") },
	{ 404, N_("Cette page n’existe pas"),
	    N_("L’adresse est peut-être mal recopiée, ou la page a été "
	    "retirée. Vous pouvez repartir de l’accueil.") },
	{ 405, N_("Cette page ne reçoit pas ce type de demande"),
	    N_("Revenez à la page précédente et recommencez.") },
	{ 409, N_("Quelque chose a changé entre-temps"),
	    N_("Une autre personne, ou une autre fenêtre, a modifié ce que "
	    "vous regardiez. Revenez en arrière, rechargez la page et "
	    "vérifiez : rien n’a été écrasé.") },
	{ 413, N_("Cet envoi est trop volumineux"),
	    N_("Réduisez la taille des fichiers, ou envoyez-les en "
	    "plusieurs fois.") },
	{ 415, N_("Ce format d’envoi n’est pas accepté ici"),
	    N_("Revenez au formulaire et envoyez-le depuis la page.") },
	{ 429, N_("Trop de demandes à la suite"),
	    N_("Attendez une minute, puis recommencez.") },
	{ 503, N_("Le service est très demandé"),
	    N_("Rien n’a été enregistré cette fois. Attendez quelques "
	    "secondes, puis renvoyez la page.") },
	{ 500, N_("Le service a rencontré un problème"),
	    N_("Rien n’est perdu de ce qui était déjà enregistré. "
	    "Recommencez dans quelques minutes ; si cela se reproduit, "
	    "donnez-nous le numéro ci-dessous.") },
};

static const struct words *
words_for(int status)
{
	size_t i, last = sizeof(words) / sizeof(words[0]) - 1;

	for (i = 0; i < last; i++)
		if (words[i].status == status)
			break;
	return &words[i];
}

void
res_error_plain(struct res *res, int status)
{
	const struct words *w = words_for(status);
	const char *text;

	text = mem_printf(res->req->mem, "%s\n\n%s\n\n%s\n", gettext(w->title),
	    gettext(w->text), res->req->id);
	res_bytes(res, status, "text/plain; charset=utf-8", text,
	    strlen(text));
}

static void
error_json(struct res *res, int status, const char *text)
{
	struct json_object *obj = json_object_new_object();

	json_put_text(obj, "error", text);
	json_put_text(obj, "request", res->req->id);
	res_json(res, status, obj);
}

void
res_error_status(struct res *res, int status, const char *text)
{
	const struct words *w = words_for(status);
	struct req *req = res->req;
	struct view *v, *act;

	res->cacheable = res->immutable = res->open_data = false;
	res->streamed = res->sandboxed = false;
	if (text == NULL)
		text = gettext(w->text);
	if (status == 503 || status == 429)
		res_header(res, "Retry-After", "10");
	if (req->wants_json) {
		error_json(res, status, text);
		return;
	}
	v = res_page(res, gettext(w->title));
	view_show(v, M_NOINDEX);
	view_text(v, M_ERROR_TITLE, gettext(w->title));
	view_text(v, M_ERROR_TEXT, text);
	view_text(v, M_REQUEST_ID, req->id);
	act = view_add(v, M_ERROR_ACT);
	view_text(act, M_ERROR_ACT_TEXT, _("Revenir à l’accueil"));
	view_text(act, M_ERROR_ACT_URL, home_url(req));
	res_view(res, status, "layout/error.tpl");
}

void
res_error(struct res *res, enum rc rc)
{
	static const int status[] = {
		[RC_OK] = 500,
		[RC_NOT_FOUND] = 404,
		[RC_DENIED] = 403,
		[RC_INVALID] = 400,
		[RC_CONFLICT] = 409,
		[RC_BUSY] = 503,
		[RC_FAIL] = 500,
	};

	res_error_status(res, status[rc], NULL);
}
