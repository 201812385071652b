/*
 * A document of a dossier, to whoever may read the dossier. nginx sends the
 * bytes, as a download that no page can run.
 */
#include "config.h"

#include "fcgi/submission/pages.h"

#include "base/lang.h"
#include "domain/document.h"
#include "domain/support.h"

/*
 * Whoever is of the dossier has what was joined and what was presented; with
 * whom it is shared, what is joined now, when the holder said so.
 */
static bool
may_have(const struct req *req, int64_t version_id)
{
	struct documents list;
	size_t i;

	if (right_may(req->db, req->person, RIGHT_DOSSIER_READ, &req->object))
		return true;
	if (!support_shows_documents(req->db, req->object.dossier_id,
	    req->person->id, req->now))
		return false;
	document_list(&list, req->db, req->mem, req->object.dossier_id);
	for (i = 0; i < list.count; i++)
		if (list.rows[i].version_id == version_id)
			return true;
	return false;
}

void
document_get(struct req *req, struct res *res)
{
	struct document d;
	enum rc rc;

	rc = document_version_load(&d, req->db, req->mem,
	    req->object.dossier_id, req_id(req, "version"));
	if (rc == RC_OK && !may_have(req, d.version_id))
		rc = RC_NOT_FOUND;
	if (rc != RC_OK)
		res_error(res, rc);
	else if (d.infected)
		res_error_status(res, 403, _("Un virus a été trouvé dans ce "
		    "fichier : il ne se télécharge pas."));
	else
		res_file(res, stored_file_name(req->mem, d.sha256), d.type,
		    d.name);
}
