/*
 * The keys that one's programs use: made, seen once, revoked.
 */
#include "config.h"

#include "fcgi/submission/account.h"

#include "base/lang.h"
#include "domain/api_token.h"

const struct field_rule api_key_fields[] = {
	{ .name = "nom", .type = F_TEXT, .max = 400 },
	{ .name = "retirer", .type = F_INT },
	{ .type = F_END } };

#define HERE	"/compte/cles"

static void
show(struct req *req, struct res *res, const struct problems *why,
    const char *key)
{
	struct view *page = res_page(res, _("Vos clés d’accès")), *row, *form;
	struct api_token *list;
	struct ask ask = { .req = req, .why = why };
	size_t n = api_token_list(&list, req->db, req->mem, req->person->id);
	size_t i;

	view_text(page, M_KEYS_URL, req_url(req, HERE));
	view_text(page, M_ACCOUNT_URL, req_url(req, ACCOUNT_HOME));
	view_optional(page, M_KEY_NEW, M_KEY_TEXT, key);
	row = n == 0 ? NULL : view_add(page, M_KEYS);
	for (i = 0; i < n; i++) {
		struct view *line = view_add(row, M_KEY_ROWS);

		view_int(line, M_KEY_ID, list[i].id);
		view_text(line, M_KEY_NAME, list[i].label);
		view_text(line, M_KEY_SAID, mem_printf(req->mem,
		    list[i].used_at == 0
		    ? _("jamais utilisée, valable jusqu’au %s%s")
		    : _("valable jusqu’au %s, utilisée le %s"),
		    req_day_short(req, list[i].expires_at), list[i].used_at == 0
		    ? ""
		    : req_day_short(req, list[i].used_at)));
	}
	form = view_add(page, M_KEY_FORM);
	view_text(form, M_FORM_URL, req_url(req, HERE));
	ask.view = form;
	ask_problems(form, req, why);
	ask_text(&ask, "nom", _("À quoi servira-t-elle ?"), _("Le nom du "
	    "logiciel ou du site qui l’utilisera."), NULL, "off");
	res_view(res, why == NULL ? 200 : 422, "account/keys.tpl");
}

void
api_keys_get(struct req *req, struct res *res)
{
	show(req, res, NULL, NULL);
}

void
api_keys_post(struct req *req, struct res *res)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	int64_t revoked = field_int(&req->fields, "retirer");
	const char *key = NULL;
	enum rc rc;

	rc = revoked != 0 ? api_token_revoke(req->db, revoked, req->person,
	    req->now) : api_token_make(&key, req->db, req->mem, req->person,
	    req_text(req, "nom"), req->now, &why);
	if (rc == RC_INVALID)
		show(req, res, &why, NULL);
	else if (rc == RC_BUSY)
		res_redirect_flash_kind(res, req_url(req, HERE), "wait",
		    _("Retirez d’abord une clé qui ne sert plus."));
	else if (rc != RC_OK)
		res_error(res, rc);
	else if (revoked != 0)
		res_redirect_flash(res, req_url(req, HERE),
		    _("La clé est retirée : elle n’ouvre plus rien."));
	else
		show(req, res, NULL, key);	/* seen now and never again */
}
