/*
 * An answer that only one call asked goes into the dossier, so that the next
 * call that asks it has it already.
 */
#include "config.h"

#include "fcgi/submission/pages.h"
#include "fcgi/submission/present.h"

#include "base/lang.h"

void
promote_post(struct req *req, struct res *res)
{
	struct presentation p;
	enum rc rc = presentation_of(&p, req);

	if (rc == RC_OK)
		rc = answer_promote(&p, req_text(req, "champ"),
		    req->person, req->now);
	if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, mem_printf(req->mem, "%s#propres",
		    application_url(req, &p)), _("Cette réponse est dans votre "
		    "dossier : un autre appel qui la demande l’aura déjà."));
}
