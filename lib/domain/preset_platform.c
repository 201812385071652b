/*
 * platform.json: identity, service, themes, roles, navigation, pages.
 * It checks the file; the territory itself is looked for at load.
 */
#include "config.h"

#include <string.h>

#include "base/file.h"
#include "base/lang.h"
#include "domain/preset_private.h"
#include "domain/right.h"
#include "domain/theme_css.h"

#define LABEL_MAX	80

static const struct shape service_shape[] = {
	ROW("name", SHAPE_TEXT, NEEDED),
	ROW("address", SHAPE_TEXT, NEEDED),
	ROW("email", SHAPE_EMAIL, NEEDED),
	ROW("phone", SHAPE_PHONE, NEEDED),
	ROW_END
};
static const struct shape colours_shape[] = {
	ROW("accent", SHAPE_COLOUR, NEEDED),
	ROW("accent_wash", SHAPE_COLOUR, NEEDED),
	ROW("paper", SHAPE_COLOUR, NEEDED),
	ROW("mark", SHAPE_COLOUR, NEEDED),
	ROW_END
};
static const struct shape identity_shape[] = {
	ROWS("colours", NEEDED, colours_shape),
	ROW("mark", SHAPE_KEY, 0),
	ROW_OF("headline_face", 0, "serif|sans"),
	ROW_END
};
static const struct shape theme_shape[] = {
	ROW("key", SHAPE_KEY, NEEDED),
	ROW_IN("label", SHAPE_TEXT, NEEDED, 0, LABEL_MAX),
	ROW_IN("palette", SHAPE_INT, NEEDED, 1, 15),
	ROW("colour", SHAPE_COLOUR, 0),
	ROW_END
};
static const struct shape word_shape[] = {
	ROW_IN("one", SHAPE_TEXT, NEEDED, 0, LABEL_MAX),
	ROW_IN("many", SHAPE_TEXT, NEEDED, 0, LABEL_MAX),
	ROW_END
};
static const struct shape words_shape[] = {
	ROWS("", 0, word_shape),
};
static const struct shape role_shape[] = {
	ROW("key", SHAPE_KEY, NEEDED),
	ROW_IN("label", SHAPE_TEXT, NEEDED, 0, LABEL_MAX),
	ROW_OF("scope", NEEDED, "installation|territory|platform|call|stage|"
	    "theme|dossier"),
	ROW_IN("verbs", SHAPE_ANY, MANY, 1, 40),
	ROW_IN("help", SHAPE_TEXT, 0, 0, 400),
	ROW_END
};
static const struct shape link_shape[] = {
	ROW_IN("label", SHAPE_TEXT, NEEDED, 0, LABEL_MAX),
	ROW("page", SHAPE_KEY, NEEDED),
	ROW_END
};
static const struct shape page_shape[] = {
	ROW("key", SHAPE_KEY, NEEDED),
	ROW_IN("title", SHAPE_TEXT, NEEDED, 0, LABEL_MAX),
	ROW("text", SHAPE_TEXT, NEEDED),
	ROW_OF("in", 0, "footer|none"),
	ROW_END
};
static const struct shape licence_shape[] = {
	ROW("key", SHAPE_TEXT, NEEDED),
	ROW("label", SHAPE_TEXT, NEEDED),
	ROW("url", SHAPE_URL, NEEDED),
	ROW_END
};
static const struct shape listening_shape[] = {
	ROW("form", SHAPE_KEY, NEEDED),
	ROW_IN("help", SHAPE_TEXT, 0, 0, 400),
	ROW_END
};
static const struct shape list_shape[] = {
	ROW("key", SHAPE_KEY, NEEDED),
	ROW_IN("label", SHAPE_TEXT, NEEDED, 0, 120),
	ROW_END
};
/* Natures of documents that the common list lacks (doc/vault.md). */
static const struct shape document_shape[] = {
	ROW("key", SHAPE_KEY, NEEDED),
	ROW_IN("label", SHAPE_TEXT, NEEDED, 0, LABEL_MAX),
	ROW("accept", SHAPE_KEY, MANY),
	ROW_IN("max_mb", SHAPE_INT, 0, 1, 10000),
	ROW_IN("valid_months", SHAPE_INT, 0, 1, 600),
	ROW("reused", SHAPE_BOOL, 0),
	ROW_END
};
static const struct shape platform_shape[] = {
	ROW_FORMAT,
	ROW("slug", SHAPE_KEY, NEEDED),
	ROW_IN("name", SHAPE_TEXT, NEEDED, 0, LABEL_MAX),
	ROW_IN("tagline", SHAPE_TEXT, NEEDED, 0, 120),
	ROW_IN("headline", SHAPE_TEXT, 0, 0, 120),
	ROW_IN("lead", SHAPE_TEXT, 0, 0, 400),
	ROW_OF("language", NEEDED, "fr|en"),
	ROW("time_zone", SHAPE_TEXT, NEEDED),
	ROW("territory", SHAPE_CODE, NEEDED),
	ROW_OF("facet", 0, "commune|epci|departement|region"),
	ROWS("service", NEEDED, service_shape),
	ROWS("identity", NEEDED, identity_shape),
	{ "themes", SHAPE_OBJECT, NEEDED | MANY, 1, 40, NULL, theme_shape },
	{ "vocabulary", SHAPE_MAP, 0, 0, 0, "project|call", words_shape },
	ROWS("roles", MANY, role_shape),
	{ "navigation", SHAPE_OBJECT, NEEDED | MANY, 1, 8, NULL, link_shape },
	ROWS("pages", NEEDED | MANY, page_shape),
	ROWS("documents", MANY, document_shape),
	ROWS("licence", 0, licence_shape),
	ROWS("lists", MANY, list_shape),
	ROWS("listening", 0, listening_shape),
	ROW_END
};

static const char built_in_pages[] = "projets|appels|elements|carte|observatoire|"
    "territoires|acteurs|agenda|journal|donnees";
/* First words of addresses that belong to the installation, and words that
 * belong to the workers behind a platform (nginx/terreau.conf.in). */
static const char installation_words[] = "a-propos|api|compte|healthz|metrics|"
    "static|stored";
static const char worker_words[] = "administration|deposer|gestes|instruction|"
    "mes-projets|plan-du-site|wiki";
/* Pages that the law demands (doc/presets.md, standards §5). */
static const char *const legal_pages[] = {
	"mentions-legales", "confidentialite", "accessibilite", NULL
};

static bool
built_in_role(const char *key)
{
	const char *const *r;

	for (r = right_roles; *r != NULL; r++)
		if (strcmp(*r, key) == 0)
			return true;
	return false;
}

bool
preset_role_known(const struct preset *p, const char *key)
{
	/* An unreadable platform.json was said once; not again by each role. */
	return built_in_role(key) || p->platform.json == NULL || preset_row(json_array(p->platform.json,
	    "roles"), "key", key) != NULL;
}

static const char *
built_in_roles_text(struct mem *mem)
{
	const char *text = "";
	size_t i;

	for (i = 0; right_roles[i] != NULL; i++)
		text = mem_printf(mem, "%s%s%s", text, i > 0 ? ", " : "",
		    right_roles[i]);
	return text;
}

/* A role of the platform says what it may; a built-in one may not change it. */
static void
check_role(struct problems *why, const char *file, size_t i,
    struct json_object *role)
{
	const char *key = json_text_or(role, "key", "");
	struct json_object *verbs = json_array(role, "verbs");
	const char *path = mem_printf(why->mem, "roles[%zu].verbs", i);
	size_t v;

	if (built_in_role(key) && verbs != NULL)
		shape_problem(why, file, path, _("le rôle « %s » est intégré : "
		    "ses droits ne se changent pas ; permis : label, help"),
		    key);
	if (!built_in_role(key) && verbs == NULL)
		shape_problem(why, file, path, _("absent ; attendu : les droits "
		    "du rôle « %s », ou l’un des rôles intégrés (%s)"), key,
		    built_in_roles_text(why->mem));
	for (v = 0; v < json_count(verbs); v++) {
		const char *name = json_at_text(verbs, v);

		if (name == NULL || right_by_name(name) == RIGHT_NONE ||
		    right_by_name(name) == RIGHT_INSTALLATION)
			shape_problem(why, file, mem_printf(why->mem, "%s[%zu]",
			    path, v), _("trouvé %s ; permis : un droit de "
			    "doc/rights.md, comme application_read"),
			    shape_found(why->mem, json_at(verbs, v)));
	}
}

/* Two themes of one palette share its drawing, so they share its colour. */
static void
check_themes(struct problems *why, const char *file, struct json_object *themes)
{
	size_t i, j;

	preset_check_unique(why, file, "themes", themes, "key");
	for (i = 0; i < json_count(themes); i++) {
		struct json_object *a = json_at(themes, i);

		for (j = 0; j < i; j++) {
			struct json_object *b = json_at(themes, j);

			if (json_int(a, "palette", -1) !=
			    json_int(b, "palette", -2) ||
			    strcmp(json_text_or(a, "colour", ""),
			    json_text_or(b, "colour", "")) == 0)
				continue;
			shape_problem(why, file, mem_printf(why->mem,
			    "themes[%zu].colour", i), _("trouvé « %s » ; permis "
			    ": la couleur de themes[%zu], qui a la même palette"),
			    json_text_or(a, "colour", ""), j);
		}
	}
}

static void
check_pages(const struct preset *p, struct problems *why, const char *file,
    struct json_object *pages)
{
	const char *const *legal;
	size_t i;

	preset_check_unique(why, file, "pages", pages, "key");
	for (legal = legal_pages; *legal != NULL; legal++)
		if (preset_row(pages, "key", *legal) == NULL)
			shape_problem(why, file, "pages", _("la page « %s » est "
			    "absente ; la loi la demande"), *legal);
	for (i = 0; i < json_count(pages); i++) {
		const char *text = json_text(json_at(pages, i), "text");
		const char *key = json_text_or(json_at(pages, i), "key", "");
		const char *path = mem_printf(why->mem, "pages[%zu]", i);

		if (shape_choice(built_in_pages, key) ||
		    shape_choice(worker_words, key))
			shape_problem(why, file, mem_printf(why->mem, "%s.key",
			    path), _("trouvé « %s », qui est une page du "
			    "logiciel ; permis : une autre clé"), key);
		if (text != NULL)
			preset_read_text(p, why, file, mem_printf(why->mem,
			    "%s.text", path), text);
	}
}

static void
check_navigation(struct problems *why, const char *file,
    struct json_object *platform)
{
	struct json_object *links = json_array(platform, "navigation");
	size_t i;

	for (i = 0; i < json_count(links); i++) {
		const char *page = json_text(json_at(links, i), "page");

		if (page == NULL || shape_choice(built_in_pages, page) ||
		    preset_row(json_array(platform, "pages"), "key", page) !=
		    NULL)
			continue;
		shape_problem(why, file, mem_printf(why->mem,
		    "navigation[%zu].page", i), _("trouvé « %s » ; permis : "
		    "%s, ou la clé d’une page"), page,
		    shape_choices_text(why->mem, built_in_pages));
	}
}

/* As base/date will look for it. */
static bool
zone_exists(struct mem *mem, const char *zone)
{
	return zone[0] != '/' && strstr(zone, "..") == NULL &&
	    file_exists(mem_printf(mem, "/usr/share/zoneinfo/%s", zone));
}

void
preset_check_platform(const struct preset *p, struct problems *why)
{
	const char *file = p->platform.name;
	struct json_object *json = p->platform.json;
	struct json_object *roles = json_array(json, "roles");
	const char *zone = json_text(json, "time_zone"), *form;
	size_t i;

	if (json == NULL)
		return;
	if (shape_choice(installation_words, json_text_or(json, "slug", "")))
		shape_problem(why, file, "slug", _("trouvé « %s », une adresse "
		    "de l’installation ; permis : un autre nom"),
		    json_text(json, "slug"));
	shape_check(why, file, json, platform_shape);
	theme_check(why, file, json);
	check_themes(why, file, json_array(json, "themes"));
	preset_check_unique(why, file, "roles", roles, "key");
	for (i = 0; i < json_count(roles); i++)
		check_role(why, file, i, json_at(roles, i));
	check_pages(p, why, file, json_array(json, "pages"));
	check_navigation(why, file, json);
	if (zone != NULL && !zone_exists(why->mem, zone))
		shape_problem(why, file, "time_zone", _("trouvé « %s » ; permis "
		    ": un fuseau horaire, comme Indian/Reunion"), zone);
	form = json_text(json_dict(json, "listening"), "form");
	if (form != NULL && preset_find(&p->forms, form) == NULL)
		shape_problem(why, file, "listening.form", _("trouvé « %s » ; "
		    "permis : la clé d’un formulaire"), form);
}
