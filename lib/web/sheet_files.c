/*
 * A question answered by files: those joined, and the control for more.
 */
#include "config.h"

#include "web/sheet.h"

#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "domain/nature.h"
#include "domain/sending.h"
#include "domain/vault.h"

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
	if (!d->infected && d->expires_on != NULL && strcmp(d->expires_on,
	    date_iso(mem, s->req->now)) < 0) {
		state = view_add(file, M_FILE_STATE);
		view_text(state, M_FILE_STATE_KIND, "wait");
		view_text(state, M_FILE_STATE_TEXT, _("n’est plus valable"));
	}
	if (d->infected) {
		state = view_add(file, M_FILE_STATE);
		view_text(state, M_FILE_STATE_KIND, "refuse");
		view_text(state, M_FILE_STATE_TEXT,
		    _("un virus y a été trouvé : remplacez-le"));
	}
	view_text(view_add(file, M_FILE_REMOVE), M_FILE_REMOVE_VALUE,
	    mem_printf(mem, "%s:%lld", d->key, (long long)d->id));
}

static const char *
limit_said(const struct sheet *s, const struct form_field *f)
{
	struct mem *mem = s->req->mem;
	const struct received any = { .max_bytes = sending_limit(mem,
	    db_state_dir(s->req->db)) };
	int64_t limit = document_limit(&any, nature_get(s->req->db, mem,
	    f->nature));

	return mem_printf(mem, f->has_max && f->max == 1
	    ? _("Un fichier de %ld Mo au plus (%s). Un nouveau fichier remplace "
	    "le précédent.") : _("%ld Mo au plus par fichier (%s)."),
	    (long)(limit / 1000000), document_accept_label(mem, f));
}

/* --- what the vault has --------------------------------------------------- */

static bool
is_joined(const struct sheet *s, const struct form_field *f, int64_t id)
{
	size_t i;

	for (i = 0; i < s->documents.count; i++)
		if (s->documents.rows[i].id == id &&
		    strcmp(s->documents.rows[i].key, f->key) == 0)
			return true;
	return false;
}

static void
show_offer(const struct sheet *s, struct view *list,
    const struct form_field *f, const struct vault_document *d)
{
	static const char *const kinds[] = { [VAULT_FOR_EVER] = "neutral",
	    [VAULT_VALID] = "ok", [VAULT_SOON] = "wait",
	    [VAULT_EXPIRED] = "refuse" };
	enum vault_validity valid = vault_validity(d, s->req->now);
	struct view *row = view_add(list, M_FIELD_OFFERS);
	struct mem *mem = s->req->mem;

	view_text(row, M_OFFER_NAME, d->label);
	view_text(row, M_OFFER_META, mem_printf(mem, _("%s, %s, déposé le %s"),
	    d->name, document_size_label(mem, d->size_bytes), date_short(mem,
	    d->sent_at, s->req->platform->time_zone, lang_get())));
	view_text(row, M_OFFER_STATE_KIND, d->infected ? "refuse" :
	    kinds[valid]);
	view_text(row, M_OFFER_STATE_TEXT, d->infected ? _("virus : bloqué") :
	    valid == VAULT_FOR_EVER ? _("sans date de fin") : mem_printf(mem,
	    valid == VAULT_EXPIRED ? _("n’est plus valable depuis le %s") :
	    _("valable jusqu’au %s"), date_long_iso(mem, d->expires_on,
	    lang_get())));
	if (!d->infected && valid != VAULT_EXPIRED)
		view_text(view_add(row, M_OFFER_TAKE), M_OFFER_VALUE,
		    mem_printf(mem, "%s:%lld", f->key, (long long)d->id));
}

/* The documents of that nature, to who sees the vault of the holder. */
static void
show_offers(const struct sheet *s, struct view *v, const struct form_field *f)
{
	struct vault_documents offers;
	struct vault_owner owner;
	struct view *list = NULL;
	size_t i;

	if (s->dossier == NULL)
		return;
	owner = (struct vault_owner){ s->dossier->owner_organisation_id != 0 ?
	    0 : s->dossier->owner_person_id,
	    s->dossier->owner_organisation_id };
	if (!vault_may_see(s->req->db, s->req->person, &owner))
		return;
	vault_offers(&offers, s->req->db, s->req->mem, &owner, f->nature);
	for (i = 0; i < offers.count; i++) {
		if (is_joined(s, f, offers.rows[i].id))
			continue;
		if (list == NULL)
			list = view_add(v, M_FIELD_OFFERS_SHOWN);
		show_offer(s, list, f, &offers.rows[i]);
	}
}

void
show_files(const struct sheet *s, struct view *row, const struct form_field *f)
{
	struct view *v = view_add(row, M_FIELD_FILE), *list = NULL;
	size_t i;

	view_text(v, M_FIELD_ACCEPT, document_accept(s->req->mem, f));
	view_text(v, M_FIELD_FILE_LIMIT, limit_said(s, f));
	view_text(v, M_FIELD_PIECES_URL, req_url(s->req, "/compte/envois"));
	view_text(v, M_FIELD_UPLOAD_URL, mem_printf(s->req->mem, "%s/pieces",
	    s->url));
	if (f->model != NULL) {
		struct view *model = view_add(v, M_FIELD_MODEL);

		view_text(model, M_FIELD_MODEL_URL, page_url(s->req,
		    "deposer/modeles/%s", f->model));
		view_text(model, M_FIELD_MODEL_NAME, f->model);
	}
	if (!f->has_max || f->max > 1)
		view_show(v, M_FIELD_MANY);
	for (i = 0; i < s->documents.count; i++) {
		if (strcmp(s->documents.rows[i].key, f->key) != 0)
			continue;
		if (list == NULL)
			list = view_add(v, M_FIELD_FILES_SHOWN);
		show_file(s, list, &s->documents.rows[i]);
	}
	show_offers(s, v, f);
}
