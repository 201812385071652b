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
#include <cstring>
#include <set>
#include <string>

#include <ctemplate/per_expand_data.h>
#include <ctemplate/template_cache.h>
#include <ctemplate/template_dictionary.h>
#include <ctemplate/template_emitter.h>
#include <ctemplate/template_enums.h>

extern "C" {
#include "base/lang.h"
#include "base/log.h"
#include "view/prepare.h"
}

using ctemplate::TemplateDictionary;
using ctemplate::TemplateString;
typedef std::set<std::string> Names;

static ctemplate::TemplateCache *cache;
static int loaded;

/* A struct view is a dictionary seen from C. */
static TemplateDictionary *
dictionary(struct view *v)
{
	return reinterpret_cast<TemplateDictionary *>(v);
}

/*
 * ctemplate names a marker by a hash of its name, kept in a table under a lock.
 * Markers are literals (M_…), so the hash of each is found once and kept by
 * address; a name made at run time, as tests do, takes the long way.
 */
extern "C" char __executable_start, edata;

static const size_t SLOTS = 8192;	/* a power of two, far above the markers */
static ctemplate::StaticTemplateString known[SLOTS];

static TemplateString
marker_of(const char *name)
{
	uintptr_t at = reinterpret_cast<uintptr_t>(name);
	size_t i = (at >> 1) * 0x9e3779b1u & (SLOTS - 1), tries;

	if (name < &__executable_start || name >= &edata)
		return TemplateString(name, strlen(name));
	for (tries = 0; tries < 16; tries++, i = (i + 1) & (SLOTS - 1)) {
		if (known[i].do_not_use_directly_.ptr_ == NULL) {
			known[i] = { { name, strlen(name), 0 } };
			ctemplate::StaticTemplateStringInitializer name_it(
			    &known[i]);
		}
		if (known[i].do_not_use_directly_.ptr_ == name)
			return TemplateString(known[i]);
	}
	return TemplateString(name, strlen(name));
}

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

static enum rc
load_page(const char *dir, const std::string &name, const char *lang)
{
	std::string key = std::string(lang) + "/" + name;
	struct buf text = BUF_INIT;
	enum rc rc = prepare_file(dir, name.c_str(), &text);

	if (rc == RC_OK && !cache->StringToTemplateCache(key, text.data,
	    text.len, ctemplate::STRIP_BLANK_LINES)) {
		log_event(LOG_LEVEL_ERROR, "template", "where", key.c_str(),
		    "problem", "ctemplate cannot parse it", NULL);
		rc = RC_FAIL;
	}
	buf_release(&text);
	loaded += rc == RC_OK;
	return rc;
}

enum rc
views_load(const char *dir, const char *folders)
{
	Names names, pieces;

	delete cache;
	cache = new ctemplate::TemplateCache();
	loaded = 0;
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
	cache->Freeze();
	return RC_OK;
}

int
views_count(void)
{
	return loaded;
}

struct view *
view_new(void)
{
	return reinterpret_cast<struct view *>(new TemplateDictionary("page"));
}

void
view_free(struct view *v)
{
	delete dictionary(v);
}

void
view_text(struct view *v, const char *marker, const char *text)
{
	if (text == NULL)
		text = "";
	dictionary(v)->SetValueWithoutCopy(marker_of(marker),
	    TemplateString(text, strlen(text)));
}

void
view_int(struct view *v, const char *marker, int64_t n)
{
	dictionary(v)->SetIntValue(marker_of(marker), n);
}

void
view_show(struct view *v, const char *section)
{
	dictionary(v)->ShowSection(marker_of(section));
}

struct view *
view_add(struct view *v, const char *section)
{
	return reinterpret_cast<struct view *>(
	    dictionary(v)->AddSectionDictionary(marker_of(section)));
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
	size_t before = out->len;

	if (cache != NULL && cache->ExpandNoLoad(key,
	    ctemplate::STRIP_BLANK_LINES, dictionary(v), &data, &emitter) &&
	    !out->failed)
		return RC_OK;
	log_event(LOG_LEVEL_ERROR, "view", "template", key.c_str(), "problem",
	    out->failed ? "the page is too long" : "no such template", NULL);
	if (out->failed)
		return RC_FAIL;
	out->len = before;
	return RC_NOT_FOUND;
}
