/*
 * A question answered by files: those joined, and the control for more.
 */
#include "config.h"

#include "web/sheet.h"

#include <string.h>

#include "base/date.h"
#include "base/lang.h"

static const char *
file_said(const struct sheet *s, const struct document *d)
{
	struct mem *mem = s->req->mem;
	const char *text = mem_printf(mem, _("%s, %s, déposé le %s"),
	    document_type_label(d->type), document_size_label(mem,
	    d->size_bytes), date_short(mem, d->sent_at,
	    s->req->platform->time_zone, lang_get()));

	if (d->expires_on != NULL)
		text = mem_printf(mem, _("%s, valable jusqu’au %s"), text,
		    date_long_iso(mem, d->expires_on, lang_get()));
	return text;
}

static void
show_file(const struct sheet *s, struct view *v, const struct document *d)
{
	struct view *file = view_add(v, M_FIELD_FILES), *state;
	struct mem *mem = s->req->mem;

	view_text(file, M_FILE_URL, page_url(s->req,
	    "mes-projets/%s/pieces/%s", s->dossier->slug,
	    mem_printf(mem, "%lld", (long long)d->version_id)));
	view_text(file, M_FILE_NAME, d->name);
	view_text(file, M_FILE_META, file_said(s, d));
	if (d->infected) {
		state = view_add(file, M_FILE_STATE);
		view_text(state, M_FILE_STATE_KIND, "refuse");
		view_text(state, M_FILE_STATE_TEXT,
		    _("un virus y a été trouvé : remplacez-le"));
	}
	view_text(view_add(file, M_FILE_REMOVE), M_FILE_REMOVE_VALUE,
	    mem_printf(mem, "%s:%lld", d->key, (long long)d->id));
}

void
show_files(const struct sheet *s, struct view *row, const struct form_field *f)
{
	struct view *v = view_add(row, M_FIELD_FILE), *list = NULL;
	size_t i;

	view_text(v, M_FIELD_ACCEPT, document_accept(s->req->mem, f));
	view_text(v, M_FIELD_FILE_LIMIT, mem_printf(s->req->mem,
	    f->has_max && f->max == 1
	    ? _("Un fichier de 20 Mo au plus (%s). Un nouveau fichier "
	    "remplace le précédent.") : _("20 Mo au plus par fichier (%s)."),
	    document_accept_label(s->req->mem, f)));
	view_text(v, M_FIELD_UPLOAD_URL, mem_printf(s->req->mem, "%s/pieces",
	    s->url));
	if (!f->has_max || f->max > 1)
		view_show(v, M_FIELD_MANY);
	for (i = 0; i < s->documents.count; i++) {
		if (strcmp(s->documents.rows[i].key, f->key) != 0)
			continue;
		if (list == NULL)
			list = view_add(v, M_FIELD_FILES_SHOWN);
		show_file(s, list, &s->documents.rows[i]);
	}
}
