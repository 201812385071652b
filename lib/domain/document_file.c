/*
 * Files that come as documents: what they are by content, how their type and
 * size are said, why one is refused. It stores nothing.
 */
#include "config.h"

#include "domain/document.h"

#include <string.h>

#include "base/lang.h"
#include "domain/money.h"
#include "domain/nature.h"

/* Extensions, and what libmagic says of such files. */
static const struct {
	const char	*extension, *type, *label;
} types[] = {
	{ "pdf", "application/pdf", N_("PDF") },
	{ "png", "image/png", N_("image PNG") },
	{ "jpg", "image/jpeg", N_("image JPEG") },
	{ "jpeg", "image/jpeg", N_("image JPEG") },
	{ "odt", "application/vnd.oasis.opendocument.text", N_("texte ODT") },
	{ "ods", "application/vnd.oasis.opendocument.spreadsheet",
	    N_("tableur ODS") },
	{ "odp", "application/vnd.oasis.opendocument.presentation",
	    N_("présentation ODP") },
	{ "docx", "application/vnd.openxmlformats-officedocument."
	    "wordprocessingml.document", N_("texte Word") },
	{ "xlsx", "application/vnd.openxmlformats-officedocument."
	    "spreadsheetml.sheet", N_("tableur Excel") },
	{ "csv", "text/csv", N_("tableau CSV") },
	{ "csv", "text/plain", N_("texte") },
	{ "txt", "text/plain", N_("texte") },
};
#define TYPE_COUNT	(sizeof(types) / sizeof(types[0]))

const char *
document_type_label(const char *type)
{
	size_t i;

	for (i = 0; i < TYPE_COUNT; i++)
		if (strcmp(types[i].type, type) == 0)
			return _(types[i].label);
	return _("fichier");
}

const char *
document_size_label(struct mem *mem, int64_t n)
{
	const char *mark = strcmp(lang_get(), "en") == 0 ? "." : ",";

	if (n < 1000)
		return mem_printf(mem, _("%d octets"), (int)n);
	if (n < 1000000)
		return mem_printf(mem, _("%d ko"), (int)((n + 500) / 1000));
	if (n >= 100000000)
		return mem_printf(mem, _("%s Mo"), money_number(mem,
		    (n + 500000) / 1000000, lang_get()));
	n = (n + 50000) / 100000;
	return mem_printf(mem, _("%d%s%d Mo"), (int)(n / 10), mark,
	    (int)(n % 10));
}

const char *
document_accept(struct mem *mem, const struct form_field *f)
{
	const char *text = "";
	size_t i;

	for (i = 0; f->accept != NULL && f->accept[i] != NULL; i++)
		text = mem_printf(mem, "%s%s.%s", text, i == 0 ? "" : ",",
		    f->accept[i]);
	return text;
}

/* --- checking ------------------------------------------------------------- */

bool
document_is_accepted(const char *const *accept, const char *type)
{
	size_t i, j;

	if (accept == NULL || accept[0] == NULL) {
		for (j = 0; j < TYPE_COUNT; j++)
			if (strcmp(types[j].type, type) == 0)
				return true;
		return false;
	}
	for (i = 0; accept[i] != NULL; i++)
		for (j = 0; j < TYPE_COUNT; j++)
			if (strcmp(types[j].extension, accept[i]) == 0 &&
			    strcmp(types[j].type, type) == 0)
				return true;
	return false;
}

static const char *
accept_label(struct mem *mem, const char *const *accept)
{
	const char *text = "";
	char *p, *upper;
	size_t i;

	for (i = 0; accept != NULL && accept[i] != NULL; i++)
		text = mem_printf(mem, "%s%s%s", text, i == 0 ? "" : ", ",
		    accept[i]);
	if (*text == '\0')
		text = "pdf, png, jpg, odt, ods, docx, xlsx, csv";
	upper = mem_strdup(mem, text);
	for (p = upper; *p != '\0'; p++)
		if (*p >= 'a' && *p <= 'z')
			*p = (char)(*p - 'a' + 'A');
	return upper;
}

const char *
document_accept_label(struct mem *mem, const struct form_field *f)
{
	return accept_label(mem, f->accept);
}

const char *const *
document_extensions(struct mem *mem, const char *accept)
{
	const char **list = MEM_ARRAY(mem, strlen(accept) / 2 + 2,
	    const char *);
	size_t n = 0, len;

	for (; *accept != '\0'; accept += len + (accept[len] == '|')) {
		len = strcspn(accept, "|");
		if (len > 0)
			list[n++] = mem_strndup(mem, accept, len);
	}
	return list;
}

int64_t
document_limit(const struct received *r, const struct nature *nature)
{
	int64_t limit = r->max_bytes != 0 ? r->max_bytes : DOCUMENT_MAX;

	return nature != NULL && nature->max_bytes != 0 &&
	    nature->max_bytes < limit ? nature->max_bytes : limit;
}

const char *
document_refusal_of(struct mem *mem, const char *const *accept,
    const struct received *r, int64_t limit, const char *type)
{
	if (r->size_bytes == 0)
		return mem_printf(mem, _("« %s » est vide. Choisissez un autre "
		    "fichier."), r->name);
	if (r->size_bytes > limit)
		return mem_printf(mem, _("« %s » est trop lourd (%s) : %ld Mo "
		    "au plus."), r->name, document_size_label(mem,
		    r->size_bytes), (long)(limit / 1000000));
	if (!document_is_accepted(accept, type))
		return mem_printf(mem, _("« %s » est en réalité un autre type "
		    "de fichier (%s). Types acceptés : %s."), r->name, type,
		    accept_label(mem, accept));
	return NULL;
}

const char *
document_refusal(struct mem *mem, const struct form_field *f,
    const struct received *r, const char *type)
{
	return document_refusal_of(mem, f->accept, r, document_limit(r, NULL),
	    type);
}

const char *
document_infection(struct db *db, struct mem *mem, const struct received *r)
{
	if (!stored_file_is_infected(db, r->sha256))
		return NULL;
	return mem_printf(mem, _("Un virus a été trouvé dans « %s » : ce "
	    "fichier n’est pas accepté. Nettoyez votre appareil, puis envoyez "
	    "un fichier sain."), r->name);
}
