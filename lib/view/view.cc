/*
 * The only C++ of the house: ctemplate behind ten C functions.
 * It decides nothing about pages. It catches nothing either: what throws is
 * memory running out, which ends the worker as everywhere else, and no C frame
 * is ever unwound because no handler exists (std::terminate).
 */
#include "config.h"

#include "view/view.h"

#include <dirent.h>
#include <sys/stat.h>

#include <cstdint>
#include <cstdio>
#include <cstring>
#include <new>
#include <map>
#include <set>
#include <string>

#include <ctemplate/per_expand_data.h>
#include <ctemplate/template_cache.h>
#include <ctemplate/template_dictionary_interface.h>
#include <ctemplate/template_emitter.h>
#include <ctemplate/template_enums.h>

extern "C" {
#include "base/gzip.h"
#include "base/lang.h"
#include "base/log.h"
#include "base/mem.h"
#include "view/prepare.h"
}

using ctemplate::TemplateDictionaryInterface;
using ctemplate::TemplateString;
typedef std::set<std::string> Names;

/*
 * A page in a language. Its text is read, translated, checked and packed at
 * start: the pages of a worker are megabytes, and most are not shown today. What
 * ctemplate makes of it is five times as large, and made in a fraction of a
 * millisecond: only the pages shown last are kept so.
 */
struct Page {
	std::string			 packed;	/* gzip */
	size_t				 len;	/* of its text, bytes */
	ctemplate::TemplateCache	*cache;	/* of this page; NULL: not kept */
	uint64_t			 shown;	/* of all shows, which was its last */
};

static const size_t PARSED_MAX = 256 * 1024;	/* of their texts, bytes */
static size_t parsed;
static uint64_t shows;

/* By "fr/observatory/home.tpl"; for as long as the process. */
static std::map<std::string, Page> &pages = *new std::map<std::string, Page>();

static const size_t PAGE_SLOTS = 128, ROW_SLOTS = 8;	/* at first */
static const size_t PAGE_BYTES = 32 * 1024;

/* --- what a page is filled with ------------------------------------------ */

/* A marker's name: its hash is of its length and both its ends. */
struct Name {
	const char	*text;
	size_t		 len;
	uint64_t	 hash;

	Name(const char *name, size_t size) : text(name), len(size)
	{
		uint64_t head = 0, tail = 0;

		memcpy(&head, name, size < 8 ? size : 8);
		if (size > 8)
			memcpy(&tail, name + size - 8, 8);
		hash = (head ^ size) * 0x9e3779b97f4a7c15u;
		hash = (hash ^ tail ^ hash >> 29) * 0xbf58476d1ce4e5b9u;
		hash ^= hash >> 32;
	}
};

/* One marker of a view: its text, its rows, or both. */
struct Slot {
	const char	*name;		/* NULL: free */
	size_t		 name_len;
	uint64_t	 hash;
	const char	*text;		/* NULL: none */
	size_t		 text_len;
	struct view	*first, *last;	/* rows; NULL: none */
};

/*
 * A dictionary as ctemplate reads it. ctemplate's own names every row with
 * printf and keeps its markers in trees: filling a page cost more than writing
 * it. This one is a hash table of a few slots in an arena.
 */
struct view : public TemplateDictionaryInterface {
	struct mem	*mem;		/* of the whole page */
	struct view	*parent;	/* NULL: the page */
	struct view	*next;		/* the next row of the same section */
	struct Slot	*slots;
	size_t		 room, used;	/* room: a power of two */

	view(struct mem *arena, struct view *of, size_t slots_wanted) :
	    mem(arena), parent(of), next(NULL),
	    slots(MEM_ARRAY(arena, slots_wanted, struct Slot)),
	    room(slots_wanted), used(0) {}

	/* The slot of that name, or the free one where it would stand. */
	struct Slot *find(const Name &n) const
	{
		size_t i = n.hash & (room - 1);

		while (slots[i].name != NULL && (slots[i].hash != n.hash ||
		    slots[i].name_len != n.len ||
		    memcmp(slots[i].name, n.text, n.len) != 0))
			i = (i + 1) & (room - 1);
		return &slots[i];
	}

	struct Slot *have(const char *name)
	{
		const Name n(name, strlen(name));
		struct Slot *s = find(n);

		if (s->name != NULL)
			return s;
		if (used + 1 > room - room / 4) {
			grow();
			s = find(n);
		}
		used++;
		s->name = name;
		s->name_len = n.len;
		s->hash = n.hash;
		return s;
	}

	void grow()
	{
		struct Slot *old = slots, *end = slots + room;
		size_t i;

		room *= 2;
		slots = MEM_ARRAY(mem, room, struct Slot);
		for (; old < end; old++) {
			if (old->name == NULL)
				continue;
			i = old->hash & (room - 1);
			while (slots[i].name != NULL)
				i = (i + 1) & (room - 1);
			slots[i] = *old;
		}
	}

	/* The rows of a section: here, or in what this is a row of. */
	struct view *rows(const TemplateString &name) const
	{
		const Name n(name.data(), name.size());
		const struct view *v;
		struct view *row = NULL;

		for (v = this; v != NULL && row == NULL; v = v->parent)
			row = v->find(n)->first;
		return row;
	}

	/* --- asked by ctemplate ------------------------------------------ */

	TemplateString GetValue(const TemplateString &name) const override
	{
		const Name n(name.data(), name.size());
		const struct view *v;
		const struct Slot *s;

		for (v = this; v != NULL; v = v->parent) {
			s = v->find(n);
			if (s->text != NULL)
				return TemplateString(s->text, s->text_len);
		}
		return TemplateString("", 0);
	}

	bool IsHiddenSection(const TemplateString &name) const override
	{
		return rows(name) == NULL;
	}

	bool IsUnhiddenSection(const TemplateString &name) const override
	{
		return rows(name) != NULL;
	}

	Iterator *CreateSectionIterator(const TemplateString &name) const override
	{
		return new Rows(rows(name));
	}

	/* Pieces are inlined before ctemplate reads a page: it includes none. */
	bool IsHiddenTemplate(const TemplateString &) const override
	{
		return true;
	}

	const char *GetIncludeTemplateName(const TemplateString &, int) const
	    override
	{
		return "";
	}

	Iterator *CreateTemplateIterator(const TemplateString &) const override
	{
		return new Rows(NULL);
	}

	void DumpToString(std::string *, int) const override {}

	struct Rows : public Iterator {
		const struct view *row;

		explicit Rows(const struct view *first) : row(first) {}
		bool HasNext() const override { return row != NULL; }
		const TemplateDictionaryInterface &Next() override
		{
			const struct view *now = row;

			row = row->next;
			return *now;
		}
	};
};

/* --- the templates ------------------------------------------------------- */

class BufEmitter : public ctemplate::ExpandEmitter {
public:
	explicit BufEmitter(struct buf *b) : out(b) {}
	void Emit(char c) override { buf_char(out, c); }
	void Emit(const std::string &s) override
	{
		buf_add(out, s.data(), s.size());
	}
	void Emit(const char *s) override { buf_text(out, s); }
	void Emit(const char *s, size_t len) override { buf_add(out, s, len); }

private:
	struct buf *out;
};

/* Add the names, relative to dir, of all templates below dir/sub. */
static bool
list_templates(const std::string &dir, const std::string &sub, Names *names)
{
	std::string folder = sub.empty() ? dir : dir + "/" + sub;
	DIR *d = opendir(folder.c_str());
	struct dirent *e;
	struct stat st;

	if (d == NULL) {
		log_event(LOG_LEVEL_ERROR, "no-views", "folder", folder.c_str(),
		    NULL);
		return false;
	}
	while ((e = readdir(d)) != NULL) {
		std::string name = sub.empty() ? e->d_name :
		    sub + "/" + e->d_name;
		size_t len = name.size();

		if (e->d_name[0] == '.')
			continue;
		if (stat((dir + "/" + name).c_str(), &st) == 0 &&
		    S_ISDIR(st.st_mode)) {
			if (!list_templates(dir, name, names)) {
				closedir(d);
				return false;
			}
		} else if (len > 4 && name.compare(len - 4, 4, ".tpl") == 0) {
			names->insert(name);
		}
	}
	closedir(d);
	return true;
}

static void
is_piece(void *arg, const char *path)
{
	static_cast<Names *>(arg)->insert(path);
}

static bool
wanted(const std::string &name, const char *folders)
{
	std::string list = folders == NULL ? "" : folders;
	std::string folder = name.substr(0, name.find('/'));

	return folders == NULL || folder == "layout" ||
	    (" " + list + " ").find(" " + folder + " ") != std::string::npos;
}

/* A piece that no page includes would else be read by nobody. */
static enum rc
check_piece(const char *dir, const std::string &name)
{
	struct buf text = BUF_INIT;
	enum rc rc = prepare_file(dir, name.c_str(), &text);

	buf_release(&text);
	return rc;
}

/* What ctemplate makes of a text; NULL is logged. */
static ctemplate::TemplateCache *
parse(const std::string &key, const struct buf *text)
{
	ctemplate::TemplateCache *cache = new ctemplate::TemplateCache();

	if (!cache->StringToTemplateCache(key, text->data, text->len,
	    ctemplate::STRIP_BLANK_LINES)) {
		log_event(LOG_LEVEL_ERROR, "template", "where", key.c_str(),
		    "problem", "ctemplate cannot parse it", NULL);
		delete cache;
		return NULL;
	}
	cache->Freeze();
	return cache;
}

static ctemplate::TemplateCache *
unpack(const std::string &key, const Page &page)
{
	ctemplate::TemplateCache *cache = NULL;
	struct buf text = BUF_INIT;

	if (gzip_unpack(&text, page.packed.data(), page.packed.size(), page.len))
		cache = parse(key, &text);
	buf_release(&text);
	return cache;
}

static void
forget(Page &page)
{
	delete page.cache;
	page.cache = NULL;
	parsed -= page.len;
}

/* Of the pages that are kept parsed, the one not shown for the longest time. */
static Page *
oldest_parsed()
{
	Page *oldest = NULL;

	for (std::pair<const std::string, Page> &page : pages)
		if (page.second.cache != NULL && (oldest == NULL ||
		    page.second.shown < oldest->shown))
			oldest = &page.second;
	return oldest;
}

/* The page, ready to be shown, or NULL. */
static ctemplate::TemplateCache *
page_cache(const std::string &key)
{
	std::map<std::string, Page>::iterator at = pages.find(key);

	if (at == pages.end())
		return NULL;
	Page &page = at->second;
	if (page.cache == NULL) {
		while (parsed > 0 && parsed + page.len > PARSED_MAX)
			forget(*oldest_parsed());
		page.cache = unpack(key, page);
		if (page.cache == NULL)
			return NULL;
		parsed += page.len;
	}
	page.shown = ++shows;
	return page.cache;
}

static enum rc
load_page(const char *dir, const std::string &name, const char *lang)
{
	std::string key = std::string(lang) + "/" + name;
	struct buf text = BUF_INIT, packed = BUF_INIT;
	ctemplate::TemplateCache *checked = NULL;
	enum rc rc = prepare_file(dir, name.c_str(), &text);

	if (rc == RC_OK && (checked = parse(key, &text)) == NULL)
		rc = RC_FAIL;
	if (rc == RC_OK) {
		gzip_add(&packed, &text);
		pages[key] = Page{ std::string(packed.data, packed.len),
		    text.len, NULL, 0 };
	}
	delete checked;
	buf_release(&packed);
	buf_release(&text);
	return rc;
}

enum rc
views_load(const char *dir, const char *folders)
{
	Names names, pieces;

	for (std::pair<const std::string, Page> &page : pages)
		if (page.second.cache != NULL)
			forget(page.second);
	pages.clear();
	if (!list_templates(dir, "", &names))
		return RC_FAIL;
	for (const std::string &name : names)
		if (prepare_pieces(dir, name.c_str(), is_piece, &pieces) !=
		    RC_OK)
			return RC_FAIL;
	for (const std::string &name : pieces)
		if (check_piece(dir, name) != RC_OK)
			return RC_FAIL;
	for (const char *const *lang = lang_list(); *lang != NULL; lang++) {
		lang_set(*lang);
		for (const std::string &name : names)
			if (pieces.count(name) == 0 && wanted(name, folders) &&
			    load_page(dir, name, *lang) != RC_OK)
				return RC_FAIL;
	}
	lang_set("fr");
	return RC_OK;
}

int
views_count(void)
{
	return static_cast<int>(pages.size());
}

/* Freed with the arena: nothing in a view needs its destructor. */
static struct view *
view_make(struct mem *mem, struct view *parent, size_t slots)
{
	return new (mem_alloc(mem, sizeof(struct view)))
	    struct view(mem, parent, slots);
}

struct view *
view_new(void)
{
	return view_make(mem_new(), NULL, PAGE_SLOTS);
}

void
view_free(struct view *v)
{
	if (v != NULL)
		mem_free(v->mem);
}

void
view_text(struct view *v, const char *marker, const char *text)
{
	struct Slot *s = v->have(marker);

	s->text = text == NULL ? "" : text;
	s->text_len = strlen(s->text);
}

void
view_int(struct view *v, const char *marker, int64_t n)
{
	char digits[24];

	snprintf(digits, sizeof(digits), "%lld", static_cast<long long>(n));
	view_text(v, marker, mem_strdup(v->mem, digits));
}

void
view_show(struct view *v, const char *section)
{
	if (v->have(section)->first == NULL)
		view_add(v, section);
}

struct view *
view_add(struct view *v, const char *section)
{
	struct Slot *s = v->have(section);
	/* A row has as many markers as the one before it. */
	struct view *row = view_make(v->mem, v, s->last == NULL ? ROW_SLOTS :
	    s->last->room);

	if (s->first == NULL)
		s->first = row;
	else
		s->last->next = row;
	s->last = row;
	return row;
}

void
view_optional(struct view *v, const char *section, const char *marker,
    const char *text)
{
	if (text != NULL && *text != '\0')
		view_text(view_add(v, section), marker, text);
}

enum rc
view_render(struct view *v, const char *name, const char *language,
    struct buf *out)
{
	std::string key = std::string(language) + "/" + name;
	ctemplate::PerExpandData data;
	BufEmitter emitter(out);
	ctemplate::TemplateCache *cache = page_cache(key);
	size_t before = out->len;

	buf_reserve(out, PAGE_BYTES);
	if (cache != NULL && cache->ExpandNoLoad(key,
	    ctemplate::STRIP_BLANK_LINES, v, &data, &emitter) &&
	    !out->failed)
		return RC_OK;
	log_event(LOG_LEVEL_ERROR, "view", "template", key.c_str(), "problem",
	    out->failed ? "the page is too long" : "no such template", NULL);
	if (out->failed)
		return RC_FAIL;
	out->len = before;
	return RC_NOT_FOUND;
}
