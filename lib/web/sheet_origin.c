/*
 * Where an answer comes from, said beside its question, and what may be done
 * about it: for one call only, or as the dossier again. It saves nothing.
 */
#include "config.h"

#include "web/sheet_control.h"

#include "base/lang.h"
#include "base/text.h"

#define ORIGIN_MAX	300	/* characters of what the dossier says */

/* "Déjà dans votre dossier, depuis le 12 mars 2026." */
static const char *
reused_said(const struct sheet *s, const struct answer *a)
{
	struct req *req = s->req;
	const char *day = req_day(req, a->saved_at);

	if (a->told_to != NULL)
		return mem_printf(req->mem, _("Déjà répondu le %s, pour "
		    "« %s »."), day, a->told_to);
	return a->saved_at == 0 ? _("Déjà dans votre dossier.")
	    : mem_printf(req->mem, _("Déjà dans votre dossier, depuis le %s."),
	    day);
}

static const char *
particular_said(const struct sheet *s, const struct answer *a)
{
	const char *said = a->dossier_value == NULL ? NULL
	    : value_text(s->answers, a->field, a->dossier_value);

	if (said == NULL)
		return _("Pour cet appel seulement : votre dossier n’y répond "
		    "pas.");
	said = text_truncate(s->req->mem, said, ORIGIN_MAX);
	return mem_printf(s->req->mem, answer_is_given(a)
	    ? _("Pour cet appel seulement. Votre dossier dit : « %s »")
	    : _("Laissé sans réponse pour cet appel. Votre dossier dit : "
	    "« %s »"), said);
}

static void
show_act(struct view *v, const char *name, const char *key, const char *text)
{
	struct view *act = view_add(v, M_FIELD_ACT);

	view_text(act, M_ACT_NAME, name);
	view_text(act, M_ACT_KEY, key);
	view_text(act, M_ACT_TEXT, text);
}

void
control_show_origin(const struct sheet *s, struct view *v, const struct answer *a)
{
	const struct form_field *f = a->field;
	const char *said = NULL;

	if (f->formula != NULL)
		return;
	if (a->particular) {
		said = particular_said(s, a);
		show_act(v, "_comme_le_dossier", f->key,
		    _("Reprendre la réponse du dossier"));
	} else if (s->begun_at == 0) {
		said = a->told_to != NULL && answer_is_given(a)
		    ? reused_said(s, a) : NULL;
	} else if (answer_is_reused(s->answers, a, s->begun_at)) {
		said = reused_said(s, a);
		if (a->inherited)
			said = mem_printf(s->req->mem, "%s %s", said,
			    _("Ce que vous changez ici ne vaut que pour cet "
			    "appel."));
		else if (f->type != FORM_FILES)
			show_act(v, "_autrement", f->key,
			    _("Répondre autrement pour cet appel"));
	}
	view_optional(v, M_FIELD_ORIGIN, M_FIELD_ORIGIN_TEXT, said);
}
