/*
 * Atom on libxml2's writer, which escapes.
 * It trusts the caller for permanent identifiers.
 */
#include "config.h"

#include "open/atom.h"

#include <libxml/xmlwriter.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/text.h"

#define NS	"http://www.w3.org/2005/Atom"

struct atom {
	struct sink	*out;
	xmlTextWriterPtr xml;
	struct mem	*mem;		/* of one entry */
};

static int
write_to_sink(void *arg, const char *data, int len)
{
	struct sink *out = arg;

	sink_put(out, data, (size_t)len);
	return out->rc == RC_OK ? len : -1;
}

/* What XML 1.0 cannot hold is dropped; libxml2 would refuse or mangle. */
static const xmlChar *
clean(struct atom *a, const char *s)
{
	char *copy, *to;

	if (!text_valid_utf8(s, strlen(s)))
		s = text_from_bytes(a->mem, s, strlen(s));
	to = copy = mem_strdup(a->mem, s);
	for (; *s != '\0'; s++)
		if ((unsigned char)*s >= 0x20 || *s == '\n' || *s == '\t')
			*to++ = *s;
	*to = '\0';
	return (const xmlChar *)copy;
}

static void
element(struct atom *a, const char *name, const char *text)
{
	if (text != NULL)
		xmlTextWriterWriteElement(a->xml, (const xmlChar *)name,
		    clean(a, text));
}

static void
attribute(struct atom *a, const char *name, const char *text)
{
	if (text != NULL)
		xmlTextWriterWriteAttribute(a->xml, (const xmlChar *)name,
		    clean(a, text));
}

static void
begin(struct atom *a, const char *name)
{
	xmlTextWriterStartElement(a->xml, (const xmlChar *)name);
}

static void
end(struct atom *a)
{
	xmlTextWriterEndElement(a->xml);
}

static void
link_to(struct atom *a, const char *rel, const char *type, const char *href)
{
	if (href == NULL)
		return;
	begin(a, "link");
	attribute(a, "rel", rel);
	attribute(a, "type", type);
	attribute(a, "href", href);
	end(a);
}

static void
author(struct atom *a, const char *name)
{
	if (name == NULL)
		return;
	begin(a, "author");
	element(a, "name", name);
	end(a);
}

void
atom_begin(struct atom **atom, struct sink *out, const struct atom_feed *f)
{
	struct atom *a = calloc(1, sizeof(*a));
	xmlOutputBufferPtr buffer;

	if (a == NULL)
		abort();
	a->out = out;
	a->mem = mem_new();
	buffer = xmlOutputBufferCreateIO(write_to_sink, NULL, out, NULL);
	a->xml = buffer == NULL ? NULL : xmlNewTextWriter(buffer);
	if (a->xml == NULL)
		abort();
	xmlTextWriterSetIndent(a->xml, 1);
	xmlTextWriterStartDocument(a->xml, NULL, "UTF-8", NULL);
	begin(a, "feed");
	attribute(a, "xmlns", NS);
	attribute(a, "xml:lang", f->lang);
	element(a, "id", f->id);
	element(a, "title", f->title);
	element(a, "subtitle", f->subtitle);
	element(a, "updated", date_rfc3339(a->mem, f->updated_at));
	author(a, f->author);
	link_to(a, "self", "application/atom+xml", f->self);
	link_to(a, "alternate", "text/html", f->alternate);
	link_to(a, "next", "application/atom+xml", f->next);
	element(a, "rights", f->rights);
	element(a, "generator", "Terreau");
	*atom = a;
}

void
atom_add(struct atom *a, const struct atom_entry *e)
{
	mem_reset(a->mem);
	begin(a, "entry");
	element(a, "id", e->id);
	element(a, "title", e->title);
	link_to(a, "alternate", "text/html", e->link);
	element(a, "updated", date_rfc3339(a->mem, e->updated_at));
	if (e->published_at != 0)
		element(a, "published", date_rfc3339(a->mem, e->published_at));
	author(a, e->author);
	if (e->category != NULL) {
		begin(a, "category");
		attribute(a, "term", e->category);
		attribute(a, "label", e->category_label);
		end(a);
	}
	element(a, "summary", e->summary);
	end(a);
}

enum rc
atom_end(struct atom *a)
{
	struct sink *out = a->out;

	xmlTextWriterEndDocument(a->xml);
	xmlFreeTextWriter(a->xml);	/* flushes into the sink */
	mem_free(a->mem);
	free(a);
	return sink_end(out);
}
