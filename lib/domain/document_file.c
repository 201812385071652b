/*
 * Files that come as documents: what they are by content, how their type and
 * size are said, why one is refused. It stores nothing.
 */
#include "config.h"

#include "domain/document.h"

#include <string.h>
#include <strings.h>

#include "base/lang.h"
#include "base/text.h"
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
	{ "txt", "text/plain", N_("texte") },
	{ "csv", "text/plain", N_("texte") },
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
	if (n % 10 == 0)
		return mem_printf(mem, _("%d Mo"), (int)(n / 10));
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

/* --- what it is called ------------------------------------------------------ */

/* Octets of a character nobody sees, or that turns the reading round: zero
 * width, marks of direction, byte order. */
static size_t
unseen(const char *p)
{
	static const char *const marks[] = { "\xe2\x80\x8b", "\xe2\x80\x8c",
	    "\xe2\x80\x8d", "\xe2\x80\x8e", "\xe2\x80\x8f", "\xe2\x80\xaa",
	    "\xe2\x80\xab", "\xe2\x80\xac", "\xe2\x80\xad", "\xe2\x80\xae",
	    "\xe2\x81\xa0", "\xe2\x81\xa6", "\xe2\x81\xa7", "\xe2\x81\xa8",
	    "\xe2\x81\xa9", "\xef\xbb\xbf", NULL };
	size_t i;

	if ((unsigned char)*p < ' ' || *p == 0x7f)
		return 1;
	for (i = 0; marks[i] != NULL; i++)
		if (strncmp(p, marks[i], 3) == 0)
			return 3;
	return 0;
}

static const char *
seen_name(struct mem *mem, const char *name)
{
	char *text = mem_alloc(mem, strlen(name) + 1), *to = text;
	const char *p, *last = name;
	size_t n;

	for (p = name; *p != '\0'; p++)
		if (*p == '/' || *p == '\\')
			last = p + 1;
	for (p = last; *p != '\0'; p += n > 0 ? n : 1) {
		n = unseen(p);
		if (n == 0)
			*to++ = *p;
	}
	*to = '\0';
	return text_trim(mem, text);
}

const char *
document_name(struct mem *mem, const char *name, const char *type)
{
	const char *seen = seen_name(mem, name), *dot, *end = NULL;
	size_t i;

	dot = strrchr(seen, '.');
	for (i = 0; i < TYPE_COUNT; i++) {
		if (strcmp(types[i].type, type) != 0)
			continue;
		if (dot != NULL && strcasecmp(dot + 1, types[i].extension) == 0)
			return seen;
		if (end == NULL)
			end = types[i].extension;
	}
	return end == NULL ? seen : mem_printf(mem, "%s.%s", *seen == '\0' ?
	    "document" : seen, end);
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
