/*
 * The frame of a page: identity, navigation, person, languages, flash.
 * It fills what views/layout names; the page's own content is the handler's.
 */
#include "config.h"

#include "web/page.h"

#include <stdio.h>
#include <string.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/settings.h"
#include "base/text.h"
#include "domain/platform_frame.h"
#include "web/route.h"
#include "web/session.h"

static char static_url[40] = "/static";

const char *
page_static(void)
{
	return static_url;
}

/* Add every file below dir to the digest, in the order of names. */
static void
digest_folder(struct digest *d, struct mem *mem, const char *dir)
{
	const char **names, *path;
	int64_t size;
	char hex[65];

	if (dir_list(&names, mem, dir) != RC_OK)
		return;
	for (; *names != NULL; names++) {
		path = mem_printf(mem, "%s/%s", dir, *names);
		if (dir_exists(path))
			digest_folder(d, mem, path);
		else if (file_sha256(hex, &size, path) == RC_OK) {
			digest_add_text(d, *names);
			digest_add_text(d, hex);
		}
	}
}

void
page_static_open(const char *dir)
{
	struct mem *mem;
	struct digest d;
	char hex[DIGEST_HEX];

	if (dir == NULL || !dir_exists(dir))
		return;
	mem = mem_new();
	digest_init(&d);
	digest_folder(&d, mem, dir);
	digest_end_hex(&d, hex);
	snprintf(static_url, sizeof(static_url), "/static/v-%.12s", hex);
	mem_free(mem);
}

/* --- the source of what runs here ------------------------------------------ */

#define SOURCE_ARCHIVE	"/code-source.tar.gz"	/* nginx serves it */

static char source_url[500] = SOURCE_ARCHIVE;

enum rc
page_source_open(const char *state_dir)
{
	struct mem *mem = mem_new();
	struct settings *s;
	enum rc rc = settings_load(&s, mem, state_dir);

	if (rc == RC_OK)
		snprintf(source_url, sizeof(source_url), "%s",
		    settings_text(s, "source_url", SOURCE_ARCHIVE));
	mem_free(mem);
	return rc;
}

/* --- navigation ---------------------------------------------------------- */

static const struct nav_item public_nav[] = {
	{ N_("Projets"), "projets", NULL },
	{ N_("Appels"), "appels", NULL },
	{ N_("Communs"), "elements", NULL },
	{ N_("Carte"), "carte", NULL },
	{ N_("Observatoire"), "observatoire", NULL },
	{ N_("Journal"), "journal", NULL },
	{ NULL, NULL, NULL }
};

/* Is the page at, or below, this path of its platform? */
static bool
is_below(const struct req *req, const char *path)
{
	size_t slug = strlen(req->platform->slug), len = strlen(path);
	const char *p = req->path;

	if (strncmp(p + 1, req->platform->slug, slug) != 0 ||
	    p[1 + slug] != '/')
		return false;
	p += slug + 2;
	return strncmp(p, path, len) == 0 &&
	    (p[len] == '\0' || p[len] == '/' || p[len] == '.');
}

/* The entry whose path fits best: "instruction/evaluations" rather than
 * "instruction". NULL: none. */
static const struct nav_item *
nav_here(const struct req *req, const struct nav_item *item)
{
	const struct nav_item *best = NULL;

	for (; item->label != NULL; item++)
		if (is_below(req, item->path) && (best == NULL ||
		    strlen(item->path) > strlen(best->path)))
			best = item;
	return best;
}

static void
add_link(const struct req *req, struct view *nav, const char *name,
    const char *path)
{
	struct view *row = view_add(nav, M_NAV_ITEMS);

	view_text(row, M_ITEM_NAME, name);
	view_text(row, M_ITEM_URL, mem_printf(req->mem, "%s%s", home_url(req),
	    path));
	if (is_below(req, path))
		view_show(row, M_ITEM_CURRENT);
}

/* The name of a page of the program, in the person's language, or NULL. */
static const char *
public_name(const char *path)
{
	const struct nav_item *item;

	for (item = public_nav; item->label != NULL; item++)
		if (strcmp(item->path, path) == 0)
			return gettext(item->label);
	return NULL;
}

/* As the platform's preset says, in its language; else the program's own. */
static void
add_public_nav(const struct req *req, struct view *nav)
{
	const struct platform_frame *frame = platform_frame(req->platform);
	bool own = strcmp(req->lang, req->platform->lang) == 0;
	const struct nav_item *item;
	const char *name;
	size_t i;

	for (i = 0; i < frame->nav_count; i++) {
		name = own ? NULL : public_name(frame->nav[i].page);
		add_link(req, nav, name != NULL ? name : frame->nav[i].label,
		    frame->nav[i].page);
	}
	for (item = public_nav; frame->nav_count == 0 && item->label != NULL;
	    item++)
		add_link(req, nav, gettext(item->label), item->path);
}

static void
add_nav(const struct req *req, struct view *page)
{
	static const char *const sections[] = {
		[NAV_KIND_PUBLIC] = M_NAV_PUBLIC,
		[NAV_KIND_HOLDER] = M_NAV_HOLDER,
		[NAV_KIND_AGENT] = M_NAV_AGENT,
	};
	const struct worker *w = req->worker;
	const struct nav_item *item = w->nav;
	const struct nav_item *here;
	struct view *nav, *row, *count;
	int64_t n;

	nav = view_add(page, sections[w->nav != NULL ? w->nav_kind :
	    NAV_KIND_PUBLIC]);
	if (item == NULL) {
		add_public_nav(req, nav);
		return;
	}
	here = nav_here(req, item);
	for (; item->label != NULL; item++) {
		n = item->count == NULL ? 0 : item->count(req);
		if (n < 0)
			continue;
		row = view_add(nav, M_NAV_ITEMS);
		view_text(row, M_ITEM_NAME, gettext(item->label));
		view_text(row, M_ITEM_URL, mem_printf(req->mem, "%s%s",
		    home_url(req), item->path));
		if (item == here)
			view_show(row, M_ITEM_CURRENT);
		if (n > 0) {
			count = view_add(row, M_ITEM_COUNT);
			view_int(count, M_ITEM_COUNT_TEXT, n);
			view_text(count, M_ITEM_COUNT_SAID, mem_printf(req->mem,
			    ngettext("%ld en attente", "%ld en attente",
			    (unsigned long)n), (long)n));
		}
	}
}

/* --- the person ---------------------------------------------------------- */

static void
add_account_item(const struct req *req, struct view *in, const char *name,
    const char *path)
{
	struct view *row = view_add(in, M_ACCOUNT_ITEMS);

	view_text(row, M_ACCOUNT_ITEM_NAME, name);
	view_text(row, M_ACCOUNT_ITEM_URL, mem_printf(req->mem, "%s%s",
	    home_url(req), path));
}

/* Where a sign-in leads back to: here, but for the account's own pages. */
static const char *
way_back(const struct req *req)
{
	const char *suite;

	if (!text_starts(req->path, "/compte/"))
		return req_here(req);
	suite = param_get(&req->sent, "suite");
	return url_is_local(suite) ? suite : home_url(req);
}

static void
add_person(const struct req *req, struct view *page)
{
	struct object on;
	struct view *in;
	uint32_t may;

	if (req->person == NULL) {
		in = view_add(page, M_SIGNED_OUT);
		view_text(in, M_SIGN_IN_URL, req_url(req, PATH_SIGN_IN
		    "?suite=%s", way_back(req)));
		return;
	}
	in = view_add(page, M_SIGNED_IN);
	view_text(in, M_PERSON_NAME, req->person->name);
	view_text(in, M_ACCOUNT_URL, req_url(req, "/compte/"));
	view_text(in, M_SIGN_OUT_URL, req_url(req, "/compte/deconnexion"));
	if (req->platform == NULL)
		return;
	on = (struct object){ .kind = OBJECT_PLATFORM,
	    .id = req->platform->id, .platform_id = req->platform->id,
	    .territory_id = req->platform->territory_id, .published = true };
	add_account_item(req, in, _("Mes projets"), "mes-projets");
	may = right_set(req->db, req->person, &on);
	if (may & RIGHT_BIT(RIGHT_QUEUE))
		add_account_item(req, in, _("Instruction"), "instruction");
	if (may & RIGHT_BIT(RIGHT_COMMUNITY))
		add_account_item(req, in, _("Administration"),
		    "administration");
	else if (may & RIGHT_BIT(RIGHT_FORM_EDIT))
		add_account_item(req, in, _("Formulaires"),
		    "administration/formulaires");
	if (may & RIGHT_BIT(RIGHT_WIKI))
		add_account_item(req, in, _("Wikis"), "wiki");
}

/* --- the rest ------------------------------------------------------------ */

/* The same page in the other languages. */
static void
add_languages(const struct req *req, struct view *page)
{
	const char *const *lang;
	struct view *row;
	const char *here = req_here(req);

	for (lang = lang_list(); *lang != NULL; lang++) {
		if (strcmp(*lang, req->lang) == 0)
			continue;
		row = view_add(page, M_LANGUAGES);
		view_text(row, M_LANGUAGE_CODE, *lang);
		view_text(row, M_LANGUAGE_NAME, lang_name(*lang));
		view_text(row, M_LANGUAGE_URL, mem_printf(req->mem,
		    "%s?lang=%s%s%s", here, *lang,
		    req->method == GET && *req->query != '\0' ? "&" : "",
		    req->method == GET ? req->query : ""));
	}
}

static void
add_foot_page(struct view *page, const char *name, const char *url)
{
	struct view *row = view_add(page, M_FOOT_PAGES);

	view_text(row, M_FOOT_PAGE_NAME, name);
	view_text(row, M_FOOT_PAGE_URL, url);
}

/* What the law makes every platform say, in the person's language; else the
 * preset's own words. */
static const char *
text_name(const struct platform_link *link)
{
	static const struct {
		const char	*page, *part, *name;
	} known[] = {
		{ "accessibilite", "non conforme",
		    N_("Accessibilité : non conforme") },
		{ "accessibilite", "partiellement",
		    N_("Accessibilité : partiellement conforme") },
		{ "accessibilite", "totalement",
		    N_("Accessibilité : totalement conforme") },
		{ "accessibilite", "", N_("Accessibilité") },
		{ "a-propos", "", N_("À propos de cette plateforme") },
		{ "conditions", "", N_("Conditions d’utilisation") },
		{ "confidentialite", "", N_("Confidentialité") },
		{ "mentions-legales", "", N_("Mentions légales") },
	};
	size_t i;

	for (i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (strcmp(known[i].page, link->page) == 0 &&
		    strstr(link->label, known[i].part) != NULL)
			return _(known[i].name);
	return link->label;
}

/* The texts that the platform's preset puts there. */
static void
add_foot_pages(const struct req *req, struct view *page)
{
	const struct platform_frame *frame = platform_frame(req->platform);
	bool own = strcmp(req->lang, req->platform->lang) == 0;
	size_t i;

	for (i = 0; i < frame->foot_count; i++)
		add_foot_page(page, own ? frame->foot[i].label :
		    text_name(&frame->foot[i]),
		    page_url(req, "%s", frame->foot[i].page));
}

static void
add_foot(const struct req *req, struct view *page)
{
	struct view *data;

	view_text(page, M_ABOUT_URL, req_url(req, "/a-propos"));
	view_text(page, M_SOURCE_URL, source_url);
	if (req->platform == NULL) {
		add_foot_page(page, _("Accessibilité"),
		    req_url(req, "/a-propos#accessibilite"));
		add_foot_page(page, _("Mentions légales"),
		    req_url(req, "/a-propos#mentions"));
		add_foot_page(page, _("Confidentialité"),
		    req_url(req, "/a-propos#donnees"));
		view_text(page, M_PRIVACY_URL,
		    req_url(req, "/a-propos#donnees"));
		view_text(page, M_SITEMAP_URL, req_url(req, "/"));
		return;
	}
	add_foot_pages(req, page);
	view_text(page, M_PRIVACY_URL, page_url(req, "confidentialite"));
	view_text(page, M_SITEMAP_URL, page_url(req, "plan-du-site"));
	data = view_add(page, M_FOOT_DATA);
	view_text(data, M_DATA_URL, page_url(req, "donnees"));
}

static void
add_identity(const struct req *req, struct view *page)
{
	const struct platform *p = req->platform;
	struct view *theme;

	view_text(page, M_MARK_URL, mem_printf(req->mem, "%s/img/mark.svg",
	    static_url));
	view_text(page, M_ICON_URL, mem_printf(req->mem, "%s/img/icon.svg",
	    static_url));
	view_text(page, M_HOME_URL, home_url(req));
	if (p == NULL) {
		view_text(page, M_SITE_NAME, "Terreau");
		return;
	}
	view_text(page, M_SITE_NAME, p->name);
	view_optional(page, M_TAGLINE, M_TAGLINE_TEXT, p->tagline);
	theme = view_add(page, M_THEME);
	view_text(theme, M_THEME_CSS_URL, page_url(req, "theme.css"));
}

struct view *
res_page(struct res *res, const char *title)
{
	const struct req *req = res->req;
	struct view *page = res_fragment(res), *flash;

	view_text(page, M_LANG, req->lang);
	view_text(page, M_TITLE, title);
	if (req->platform == NULL || strcmp(title, req->platform->name) != 0)
		view_show(page, M_TITLE_SITE);
	view_text(page, M_STATIC_URL, static_url);
	add_identity(req, page);
	if (req->platform != NULL && req->worker != NULL) {
		add_nav(req, page);
		/* Who instructs does not come to deposit. */
		if (req->worker->nav == NULL ||
		    req->worker->nav_kind != NAV_KIND_AGENT)
			view_text(view_add(page, M_DEPOSIT), M_DEPOSIT_URL,
			    page_url(req, "deposer"));
	}
	add_person(req, page);
	add_languages(req, page);
	add_foot(req, page);
	if (req->session != NULL) {
		view_text(page, M_CSRF_TOKEN, req->session->csrf);
		if (req->session->flash != NULL) {
			flash = view_add(page, M_FLASH);
			view_text(flash, M_FLASH_KIND,
			    req->session->flash_kind);
			view_text(flash, M_FLASH_TEXT, req->session->flash);
			session_flash_shown(res);
		}
	}
	return page;
}
