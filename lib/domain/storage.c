/*
 * Room for documents, by owner.
 * It removes nothing: what was frozen by a deposit keeps its place.
 */
#include "config.h"

#include "domain/storage.h"

#include "base/lang.h"
#include "base/settings.h"
#include "domain/document.h"

#define MB	((int64_t)1000000)

void
storage_load(struct storage *s, struct db *db, struct mem *mem,
    const struct vault_owner *o)
{
	struct settings *settings;
	struct stmt *q;

	*s = (struct storage){ .limit_bytes = MB * STORAGE_MAX };
	if (settings_load(&settings, mem, db_state_dir(db)) == RC_OK)
		s->limit_bytes = MB * settings_number(settings,
		    "storage_max_mb", 1, 1000000, STORAGE_MAX);
	q = db_query(db, Q_STORAGE_USED, ID(person, o->person_id),
	    ID(organisation, o->organisation_id));
	if (stmt_step(q)) {
		s->documents = stmt_int(q, "documents");
		s->bytes = stmt_int(q, "bytes");
	}
	stmt_done(q);
}

const char *
storage_refusal(struct db *db, struct mem *mem, const struct vault_owner *o,
    const struct received *r, bool vaulted)
{
	struct storage s;

	storage_load(&s, db, mem, o);
	if (vaulted && s.documents >= VAULT_DOCUMENTS)
		return mem_printf(mem, _("Ce coffre a déjà %d documents, le plus "
		    "qu’il puisse tenir : retirez-en un qui ne sert plus."),
		    VAULT_DOCUMENTS);
	if (s.bytes + r->size_bytes <= s.limit_bytes || db_int(db, 0,
	    Q_STORAGE_HAS, ID(person, o->person_id),
	    ID(organisation, o->organisation_id), T(sha256, r->sha256)) != 0)
		return NULL;
	return mem_printf(mem, _("Il n’y a plus la place pour « %s » (%s) : "
	    "%s sont déjà pris, sur %s. Retirez du coffre un gros document "
	    "qui ne sert plus, ou envoyez un fichier plus léger."), r->name,
	    document_size_label(mem, r->size_bytes),
	    document_size_label(mem, s.bytes),
	    document_size_label(mem, s.limit_bytes));
}
