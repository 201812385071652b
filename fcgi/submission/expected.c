/*
 * What is expected of a holder, said from facts: corrections first, then
 * messages, then what is unfinished, then waiting.
 */
#include "config.h"

#include "fcgi/submission/expected.h"

#include <string.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/lang.h"
#include "domain/state.h"

static bool
is(const struct dossier_application *a, const char *state)
{
	return strcmp(a->state, state) == 0;
}

/* The first application of the dossier that a rule holds for, or NULL. */
static const struct dossier_application *
first(const struct dossiers *list, const struct dossier *d,
    bool (*rule)(const struct dossier_application *))
{
	size_t i;

	for (i = 0; i < list->application_count; i++)
		if (list->applications[i].dossier_id == d->id &&
		    rule(&list->applications[i]))
			return &list->applications[i];
	return NULL;
}

static bool
to_correct(const struct dossier_application *a)
{
	return a->correction_open;
}

static bool
to_read(const struct dossier_application *a)
{
	return a->unread > 0;
}

static bool
to_finish(const struct dossier_application *a)
{
	return is(a, "draft");
}

static bool
waiting(const struct dossier_application *a)
{
	return is(a, "submitted") || is(a, "under_review");
}

static bool
decided(const struct dossier_application *a)
{
	return is(a, "accepted") || is(a, "refused") || is(a, "closed");
}

static const char *
call_url(const struct req *req, const struct dossier *d,
    const struct dossier_application *a)
{
	return page_url(req, "mes-projets/%s/appels/%s", d->slug, a->call_slug);
}

static void
act(struct expected *e, const char *url, const char *text)
{
	e->act_url = url;
	e->act_text = text;
}

static void
say_correction(struct expected *e, const struct req *req,
    const struct dossier *d, const struct dossier_application *a)
{
	e->kind = "wait";
	e->state = _("Correction demandée");
	e->text = a->correction_due == NULL
	    ? mem_printf(req->mem, _("Le service vous demande de corriger ou "
	    "de compléter votre dossier pour « %s »."), a->call)
	    : mem_printf(req->mem, _("Le service vous demande de corriger ou "
	    "de compléter votre dossier pour « %s », avant le %s."), a->call,
	    date_long_iso(req->mem, a->correction_due, req->lang));
	act(e, call_url(req, d, a), _("Voir ce qui est demandé"));
}

static void
say_unread(struct expected *e, const struct req *req, const struct dossier *d,
    const struct dossier_application *a)
{
	e->text = mem_printf(req->mem, ngettext(
	    "Le service vous a écrit %ld message.",
	    "Le service vous a écrit %ld messages.",
	    (unsigned long)a->unread), (long)a->unread);
	act(e, mem_printf(req->mem, "%s#messages", call_url(req, d, a)),
	    _("Lire et répondre"));
}

static void
say_unfinished(struct expected *e, const struct req *req,
    const struct dossier *d, const struct dossier_application *a)
{
	e->text = a->closes_at == 0 ? mem_printf(req->mem,
	    _("Vous avez commencé à le présenter à « %s »."), a->call) :
	    mem_printf(req->mem, _("Vous avez commencé à le présenter à "
	    "« %s » : vous avez jusqu’au %s."), a->call, req_moment(req,
	    a->closes_at));
	act(e, call_url(req, d, a), _("Reprendre"));
}

static void
say_waiting(struct expected *e, const struct req *req, const struct dossier *d,
    const struct dossier_application *a)
{
	e->text = a->due_at == 0
	    ? _("Rien pour l’instant : le service examine votre projet.")
	    : mem_printf(req->mem, _("Rien pour l’instant : le service examine "
	    "votre projet. Vous aurez une réponse au plus tard le %s."),
	    req_day(req, a->due_at));
	act(e, call_url(req, d, a), _("Suivre"));
}

static void
say_decided(struct expected *e, const struct req *req, const struct dossier *d,
    const struct dossier_application *a)
{
	e->text = is(a, "accepted")
	    ? mem_printf(req->mem, _("Votre projet est retenu pour « %s ». Le service vous écrit "
	    "ici pour la suite."),
	    a->call)
	    : is(a, "refused")
	    ? mem_printf(req->mem, _("« %s » n’a pas retenu votre projet. La "
	    "décision dit pourquoi, et ce que vous pouvez faire."), a->call)
	    : mem_printf(req->mem, _("« %s » a classé votre demande sans "
	    "suite. La décision dit pourquoi."), a->call);
	act(e, mem_printf(req->mem, "%s#decision", call_url(req, d, a)),
	    _("Lire la décision"));
}

static void
say_offered(struct expected *e, const struct req *req,
    const struct dossier *d)
{
	e->text = mem_printf(req->mem, ngettext(
	    "Un soutien vous est proposé : acceptez-le, ou déclinez.",
	    "%ld soutiens vous sont proposés : acceptez-les, ou déclinez.",
	    (unsigned long)d->offers), (long)d->offers);
	act(e, page_url(req, "mes-projets/%s/ecoute", d->slug),
	    _("Voir et répondre"));
}

static void
say_invited(struct expected *e, const struct req *req,
    const struct dossier *d)
{
	e->text = _("Un financeur vous invite à présenter ce projet. Votre "
	    "dossier est déjà rempli : il ne reste que ce que son appel "
	    "demande en plus.");
	act(e, page_url(req, "mes-projets/%s/appels/%s", d->slug,
	    d->invited_call), _("Voir l’appel"));
}

static void
say_own(struct expected *e, const struct req *req, const struct dossier *d)
{
	int64_t left = d->asked - d->answered;

	if (left > 0) {
		e->text = mem_printf(req->mem, ngettext(
		    "Il reste %ld réponse à donner avant de pouvoir le "
		    "présenter.", "Il reste %ld réponses à donner avant de "
		    "pouvoir le présenter.", (unsigned long)left), (long)left);
		act(e, page_url(req, "mes-projets/%s", d->slug),
		    _("Continuer"));
		return;
	}
	e->text = _("Votre dossier est complet : présentez-le à un appel.");
	act(e, page_url(req, "mes-projets/%s/appels", d->slug),
	    _("Choisir un appel"));
}

/* A number that does not break across lines. */
static const char *
unbroken(struct mem *mem, const char *text)
{
	struct buf b = BUF_INIT;
	const char *whole;

	for (; *text != '\0'; text++)
		if (*text == ' ')
			buf_text(&b, "\u00a0");
		else
			buf_char(&b, *text);
	whole = mem_strdup(mem, b.data);
	buf_release(&b);
	return whole;
}

void
expected_of(struct expected *e, const struct req *req, const struct dossier *d,
    const struct dossiers *list)
{
	const struct dossier_application *a = NULL;
	const struct platform *p = req->platform;
	const char *service = p->service_name, *phone = p->service_phone;

	*e = (struct expected){ .kind = element_state_tone(d->state),
	    .state = element_state_sentence(d->state) };
	if (d->trashed_at != 0) {
		e->kind = "neutral";
		e->state = _("Dans la corbeille");
		e->text = mem_printf(req->mem, _("Vous pouvez l’en sortir "
		    "jusqu’au %s."), req_day(req, d->trashed_at +
		    DOSSIER_BIN_DAYS * DATE_DAY));
		act(e, page_url(req, "mes-projets/%s", d->slug), _("Ouvrir"));
	} else if ((a = first(list, d, to_correct)) != NULL)
		say_correction(e, req, d, a);
	else if ((a = first(list, d, to_read)) != NULL)
		say_unread(e, req, d, a);
	else if (d->offers > 0)
		say_offered(e, req, d);
	else if ((a = first(list, d, to_finish)) != NULL)
		say_unfinished(e, req, d, a);
	else if (d->invited_call != NULL)
		say_invited(e, req, d);
	else if ((a = first(list, d, waiting)) != NULL)
		say_waiting(e, req, d, a);
	else if ((a = first(list, d, decided)) != NULL)
		say_decided(e, req, d, a);
	else
		say_own(e, req, d);
	/* Whose call is spoken of answers for it. */
	if (a != NULL) {
		service = a->service;
		phone = a->service_phone;
	}
	e->who = *phone == '\0' ? service : mem_printf(req->mem,
	    _("Qui répond : %s, %s"), service, unbroken(req->mem, phone));
}

/* --- one application ------------------------------------------------------ */

void
expected_application(const struct req *req,
    const struct dossier_application *a, const char **kind, const char **state,
    const char **said)
{
	*said = "";
	*kind = element_state_tone(a->state);
	*state = element_state_sentence(a->state);
	if (a->correction_open) {
		*kind = "wait";
		*state = _("Correction demandée");
	} else if (is(a, "draft")) {
		*state = _("Commencée, pas encore déposée");
		if (a->closes_at != 0)
			*said = mem_printf(req->mem, _("avant le %s"),
			    req_day(req, a->closes_at));
	} else if (is(a, "accepted"))
		*state = _("Retenue");
	else if (is(a, "withdrawn"))
		*state = _("Retirée");
	else if (waiting(a) && a->submitted_at != 0)
		*said = mem_printf(req->mem, _("déposée le %s, n° %s"),
		    req_day(req, a->submitted_at), a->number);
	if (decided(a) && a->decided_at != 0)
		*said = mem_printf(req->mem, _("décidée le %s, n° %s"),
		    req_day(req, a->decided_at), a->number);
	if (a->unread > 0)
		*said = mem_printf(req->mem, ngettext(
		    "%s · %ld message non lu", "%s · %ld messages non lus",
		    (unsigned long)a->unread), *said, (long)a->unread);
}
