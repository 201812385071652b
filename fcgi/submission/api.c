/*
 * POST /api/v1/dossiers: a program begins a dossier in the name of whoever gave
 * it a key. It answers in JSON, submits nothing and reads nothing back.
 */
#include "config.h"

#include "fcgi/submission/pages.h"

#include <json.h>
#include <string.h>

#include "base/json.h"
#include "base/lang.h"
#include "domain/api_token.h"
#include "domain/prefill.h"
#include "domain/throttle.h"

static void
refuse(struct req *req, struct res *res, int status, const char *text)
{
	struct json_object *o = json_object_new_object();

	(void)req;
	json_put_text(o, "error", text);
	res_json(res, status, o);
}

/* Whose key the request bears; false: refused. */
static bool
identify(struct req *req, struct res *res)
{
	static const char scheme[] = "Bearer ";
	const char *sent = req->headers.authorization;
	struct person *who = NULL;
	enum rc rc = throttle_check(req->db, req->mem, NULL, req->address,
	    req->now, NULL);

	if (rc == RC_OK && sent != NULL && strncmp(sent, scheme,
	    sizeof(scheme) - 1) == 0)
		rc = api_token_use(&who, req->db, req->mem, sent +
		    sizeof(scheme) - 1, req->now);
	else if (rc == RC_OK)
		rc = RC_NOT_FOUND;
	if (rc == RC_NOT_FOUND) {
		if (sent != NULL)
			throttle_fail(req->db, req->mem, NULL, req->address,
			    req->now);
		res_header(res, "WWW-Authenticate", "Bearer");
		refuse(req, res, 401, _("Cette clé n’est pas connue, ou n’est "
		    "plus valable."));
	} else if (rc == RC_BUSY) {
		res_header(res, "Retry-After", "3600");
		refuse(req, res, 429, _("Trop de demandes en une heure."));
	} else if (rc != RC_OK)
		res_error(res, rc);
	req->person = who;
	return rc == RC_OK;
}

/* Answers proposed, as typed; those that are of no question are refused. */
static size_t
read_answers(struct prefill *list, struct req *req, const struct dossier *d,
    struct json_object *sent, struct json_object *refused)
{
	struct platform *platform;
	const struct form *form;
	struct answers a;
	size_t n = 0;

	if (form_get(&form, req->db, d->form_revision_id) != RC_OK ||
	    platform_load_id(&platform, req->db, req->mem, d->platform_id) !=
	    RC_OK)
		return 0;
	answers_init(&a, req->db, req->mem, form, platform);
	JSON_EACH(sent, m) {
		const struct typed *typed = prefill_of_json(&a, m.key, m.value);

		if (typed == NULL || n == PREFILL_MAX)
			json_put_text(refused, m.key, typed == NULL
			    ? _("Cette question n’existe pas, ou la réponse "
			    "n’est pas de son type.")
			    : _("Trop de réponses à la fois."));
		else
			list[n++] = (struct prefill){ .key = mem_strdup(
			    req->mem, m.key), .typed = typed };
	}
	return n;
}

static void
created(struct req *req, struct res *res, const struct dossier *d,
    const char *platform, const struct prefill *list, size_t n,
    struct json_object *refused)
{
	const char *url = req_absolute(req, req_url(req, "/%s/mes-projets/%s",
	    platform, d->slug));
	struct json_object *o = json_object_new_object();
	int64_t saved = 0;
	size_t i;

	for (i = 0; i < n; i++) {
		saved += list[i].saved;
		if (list[i].error != NULL || !list[i].saved)
			json_put_text(refused, list[i].key,
			    list[i].error != NULL ? list[i].error
			    : _("Cette question n’est pas posée à ce "
			    "dossier."));
	}
	json_put_text(o, "url", url);
	json_put_text(o, "slug", d->slug);
	json_put_int(o, "saved", saved);
	json_put(o, "to_check", refused);
	res_header(res, "Location", url);
	res_json(res, 201, o);
}

static void
begin(struct req *req, struct res *res, struct json_object *sent)
{
	const char *slug = json_text_or(sent, "platform", "");
	struct problems why = PROBLEMS_INIT(req->mem);
	struct prefill *list = MEM_ARRAY(req->mem, PREFILL_MAX,
	    struct prefill);
	struct json_object *refused;
	struct platform *platform;
	struct dossier *d;
	size_t n = 0;
	enum rc rc = platform_load(&platform, req->db, req->mem, slug);

	if (rc == RC_OK)
		rc = dossier_create(&d, req->db, req->mem, platform->id,
		    json_text_or(sent, "title", ""), req->person,
		    json_int(sent, "organisation", 0), req->now, &why);
	if (rc == RC_INVALID || rc == RC_NOT_FOUND || rc == RC_DENIED) {
		refuse(req, res, 422, rc == RC_INVALID ? why.first->text
		    : rc == RC_DENIED ? _("Vous n’êtes pas de cette "
		    "organisation.") : _("Cette plateforme n’existe pas."));
		return;
	}
	refused = json_object_new_object();
	if (rc == RC_OK) {
		n = read_answers(list, req, d, json_dict(sent, "answers"),
		    refused);
		rc = prefill_save(list, n, req->db, req->mem, d, req->person,
		    req->now);
	}
	if (rc == RC_OK)
		created(req, res, d, slug, list, n, refused);
	else {
		json_object_put(refused);
		res_error(res, rc);
	}
}

void
api_dossier_post(struct req *req, struct res *res)
{
	struct json_object *sent = NULL;

	req->wants_json = true;
	if (!identify(req, res))
		return;
	if (req->piece == NULL || json_parse(&sent, req->piece, req->piece_len,
	    16, NULL) != RC_OK || !json_is(sent, json_type_object))
		refuse(req, res, 400, _("Le corps doit être un objet JSON."));
	else
		begin(req, res, sent);
	json_object_put(sent);
}
