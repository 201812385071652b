/*
 * What the files of domain/preset share: the folder in memory, and one check
 * per kind of file. Nobody else includes it.
 */
#ifndef DOMAIN_PRESET_PRIVATE_H
#define DOMAIN_PRESET_PRIVATE_H

#include "base/json.h"
#include "base/shape.h"
#include "domain/preset.h"
#include "domain/stored_file.h"

/* A file as read; json is NULL when it could not be parsed. */
struct preset_file {
	const char		*name;		/* "forms/projet.json" */
	const char		*key;		/* "projet" */
	struct json_object	*json;
};

struct preset_files {
	struct preset_file	*rows;
	size_t			 count;
};

struct preset {
	struct mem		*mem;
	const char		*dir;
	struct preset_file	 platform, indicators, organisations, people;
	struct preset_files	 forms, grids, calls, imports, projects;
	struct preset_files	 lists;		/* of CSV: json is NULL */
	bool			 demo;
};

#define ROW(name, type, flags)	{ name, type, flags, 0, 0, NULL, NULL }
#define ROW_IN(name, type, flags, min, max)				\
	{ name, type, flags, min, max, NULL, NULL }
#define ROW_OF(name, flags, choices)					\
	{ name, SHAPE_CHOICE, flags, 0, 0, choices, NULL }
#define ROWS(name, flags, members)					\
	{ name, SHAPE_OBJECT, flags, 0, 0, NULL, members }
#define ROW_FORMAT	ROW_IN("format", SHAPE_INT, SHAPE_REQUIRED, 1, 1)
#define ROW_END		{ NULL, SHAPE_ANY, 0, 0, 0, NULL, NULL }
#define NEEDED		SHAPE_REQUIRED
#define MANY		SHAPE_MANY

/* --- preset_find.c */

/* The file of that key, or NULL. */
const struct preset_file *preset_find(const struct preset_files *,
	    const char *key);
/* The element of an array of objects whose member is that text, or NULL. */
struct json_object *preset_row(struct json_object *array, const char *member,
	    const char *text);
/* The field of a form by its key, in any step; NULL. */
struct json_object *preset_field(struct json_object *form, const char *key);
/* The n-th field of a form in reading order, NULL after the last. */
struct json_object *preset_field_at(struct json_object *form, size_t n);
/* A problem for each element whose member repeats an earlier one. */
void	 preset_check_unique(struct problems *, const char *file,
	    const char *path, struct json_object *array, const char *member);
/*
 * Two days of the same kind (both relative or both dates) in the wrong order;
 * days of different kinds cannot be compared before they are loaded.
 */
bool	 preset_days_reversed(struct json_object *from, struct json_object *to);
/* The path inside the preset of a text file exists and is short enough? Its
 * content in mem, or NULL after a problem at path. */
const char *preset_read_text(const struct preset *, struct problems *,
	    const char *file, const char *path, const char *name);
/* Is there such a file in that folder of the preset? */
bool	 preset_has_file(const struct preset *, const char *folder,
	    const char *name);

/* preset_platform.c */
void	 preset_check_platform(const struct preset *, struct problems *);
bool	 preset_role_known(const struct preset *, const char *key);
/* preset_form.c */
extern const struct shape preset_bar_shape[];	/* of ineligible_if */
void	 preset_check_form(const struct preset *, const struct preset_file *,
	    struct problems *);
void	 preset_check_shared_keys(const struct preset *, struct problems *);
/* preset_call.c */
void	 preset_check_grid(const struct preset_file *, struct problems *);
void	 preset_check_call(const struct preset *, const struct preset_file *,
	    struct problems *);
void	 preset_check_indicators(const struct preset *, struct problems *);
/* preset_demo.c, preset_story.c */
void	 preset_check_people(const struct preset *, struct problems *);
void	 preset_check_project(const struct preset *, const struct preset_file *,
	    struct problems *);
void	 preset_check_story(const struct preset *, const struct preset_file *,
	    struct problems *);

/* --- loading: inside the write transaction of preset_load ------------------- */

/* A model file whose bytes are kept, its rows not written yet. */
struct preset_model {
	struct received		 received;
	const char		*type;
	struct preset_model	*next;
};

struct preset_load {
	const struct preset	*preset;
	struct db		*db;
	struct mem		*mem;
	int64_t			 platform_id;
	int64_t			 now;
	const char		*zone;
	struct problems		*why;
	struct preset_report	*report;
	struct preset_model	*models;
};

/* preset_put.c */
/*
 * A day of a file as Unix seconds: the first (end false) or last second of that
 * day on the platform's clock; -1 when absent.
 */
int64_t	 preset_day_at(const struct preset_load *, struct json_object *day,
	    bool end);
/* The same day as YYYY-MM-DD, in mem; NULL when absent. */
const char *preset_day(const struct preset_load *, struct mem *,
	    struct json_object *day);
/*
 * An organisation of a file (a call's funder, demo/organisations.json): the one
 * with its SIRET, else its RNA, else its slug, else a new one. Its id.
 */
int64_t	 preset_put_organisation(struct preset_load *, struct json_object *);
/* A territory by its address, 0 when there is none. */
int64_t	 preset_territory(const struct preset_load *, const char *address);
/* preset_load_list.c; models are kept before the transaction. */
void	 preset_check_lists(const struct preset *, struct problems *);
void	 preset_load_lists(struct preset_load *);
void	 preset_keep_models(struct preset_load *);
void	 preset_load_models(struct preset_load *);
/* preset_load_form.c, preset_load_call.c */
void	 preset_load_forms(struct preset_load *);
void	 preset_load_calls(struct preset_load *);
/* Problems that only the database shows; reads. */
void	 preset_check_revisions(struct preset_load *);
void	 preset_check_scored(struct preset_load *);

#endif
