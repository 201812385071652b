/*
 * The catalogue of a PDF, written again with what cairo leaves out.
 * It changes no byte of the file: it appends an update.
 */
#include "config.h"

#include "open/pdf_private.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* The last occurrence of a text in the file, or NULL. */
static const char *
last_of(const struct buf *file, const char *text)
{
	size_t len = strlen(text);

	for (size_t at = file->len < len ? 0 : file->len - len + 1; at > 0; )
		if (memcmp(file->data + --at, text, len) == 0)
			return file->data + at;
	return NULL;
}

static bool
number_after(const char *at, const char *key, long *n)
{
	const char *p = at == NULL ? NULL : strstr(at, key);
	char *end;

	if (p == NULL)
		return false;
	p += strlen(key);
	*n = strtol(p, &end, 10);
	return end != p && *n > 0;
}

void
pdf_finish(struct buf *file, const char *lang)
{
	const char *trailer = last_of(file, "\ntrailer"), *catalog, *end;
	long size, root, info, old_xref;
	struct buf add = BUF_INIT;
	size_t object, xref;
	char key[40];

	if (!number_after(trailer, "/Size ", &size)
	    || !number_after(trailer, "/Root ", &root)
	    || !number_after(trailer, "/Info ", &info)
	    || !number_after(trailer, "startxref\n", &old_xref))
		return;
	snprintf(key, sizeof(key), "\n%ld 0 obj\n<<", root);
	catalog = last_of(file, key);
	end = catalog == NULL ? NULL : strstr(catalog, ">>\nendobj");
	if (end == NULL)
		return;
	object = file->len;
	catalog++;
	buf_add(&add, catalog, (size_t)(end - catalog));
	buf_printf(&add, "   /Lang (%.10s)\n   /ViewerPreferences "
	    "<< /DisplayDocTitle true >>\n>>\nendobj\n", lang);
	xref = object + add.len;
	buf_printf(&add, "xref\n%ld 1\n%010zu 00000 n \ntrailer\n"
	    "<< /Size %ld /Root %ld 0 R /Info %ld 0 R /Prev %ld >>\n"
	    "startxref\n%zu\n%%%%EOF\n", root, object, size, root, info,
	    old_xref, xref);
	buf_add(file, add.data, add.len);
	buf_release(&add);
}
