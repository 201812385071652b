/*
 * The pages of the vault, of a person (/compte/documents) or an organisation
 * (/compte/organisations/:slug/documents): the same handlers, told apart by
 * what the path names.
 */
#ifndef FCGI_SUBMISSION_VAULT_H
#define FCGI_SUBMISSION_VAULT_H

#include "domain/vault.h"
#include "web/req.h"
#include "web/res.h"

/* Whose vault the path is about. */
struct vault_place {
	struct req		*req;
	struct vault_owner	 owner;
	const char		*whose;		/* "de votre compte" */
	const char		*url;		/* of the vault */
	const char		*up_url, *up_name;	/* the page above */
	bool			 manages;
};
enum rc	 vault_place(struct vault_place *, struct req *);

/* The document of that vault that the path names. RC_NOT_FOUND. */
enum rc	 vault_subject(struct vault_place *, struct vault_document *,
	    struct req *);
/* The address of its page, with `rest` behind. In mem. */
const char *vault_url(const struct vault_place *, const struct vault_document *,
	    const char *rest);

/* "PDF, 1,2 Mo, version 2, déposé le 3 mars 2026 par Anne": in mem. */
const char *vault_said(const struct req *, const struct vault_document *);
/* Kind of chip and words for how long it is valid. */
const char *vault_valid_kind(const struct req *, const struct vault_document *);
const char *vault_valid_said(const struct req *, const struct vault_document *);
/* The button that puts it back, for who manages the vault. */
void	 vault_show_restore(const struct vault_place *, struct view *,
	    const struct vault_document *);
/* The crumbs of a page below the vault; here: the page itself. */
void	 vault_crumbs(const struct vault_place *, struct view *,
	    const char *here);

extern const struct field_rule vault_deposit_fields[], vault_version_fields[],
	    vault_edit_fields[], vault_revoke_fields[];
void	 vault_get(struct req *, struct res *);
/* vault_document.c */
void	 vault_document_get(struct req *, struct res *);
void	 vault_file_get(struct req *, struct res *);
void	 vault_remove_post(struct req *, struct res *);
void	 vault_restore_post(struct req *, struct res *);
void	 vault_revoke_post(struct req *, struct res *);
/* vault_form.c */
void	 vault_deposit_get(struct req *, struct res *);
void	 vault_deposit_post(struct req *, struct res *);
void	 vault_version_get(struct req *, struct res *);
void	 vault_version_post(struct req *, struct res *);
void	 vault_edit_get(struct req *, struct res *);
void	 vault_edit_post(struct req *, struct res *);

#endif
