/*
 * A document of a dossier, to whoever may read the dossier. nginx sends the
 * bytes, as a download that no page can run.
 */
#include "config.h"

#include "fcgi/submission/pages.h"

#include "base/lang.h"
#include "domain/document.h"

void
document_get(struct req *req, struct res *res)
{
	struct document d;
	enum rc rc;

	rc = document_version_load(&d, req->db, req->mem,
	    req->object.dossier_id, req_id(req, "version"));
	if (rc != RC_OK)
		res_error(res, rc);
	else if (d.infected)
		res_error_status(res, 403, _("Un virus a été trouvé dans ce "
		    "fichier : il ne se télécharge pas."));
	else
		res_file(res, stored_file_name(req->mem, d.sha256), d.type,
		    d.name);
}
