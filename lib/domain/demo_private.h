/*
 * What the files of domain/demo share. Nobody else includes it.
 */
#ifndef DOMAIN_DEMO_PRIVATE_H
#define DOMAIN_DEMO_PRIVATE_H

#include "domain/demo.h"
#include "domain/person.h"
#include "domain/preset_private.h"

struct demo {
	struct preset_load	 load;		/* now: of the first time */
	int64_t			 job_before;	/* last job that was there */
};

/* One event of one project, being played. */
struct scene {
	struct demo		*demo;
	struct db		*db;
	struct mem		*mem;		/* of this event */
	const struct preset_file *file;
	struct json_object	*project;
	struct json_object	*event;
	int64_t			 at;		/* Unix s, UTC */
	struct person		*who;		/* `by`, or NULL */
	int64_t			 element_id, dossier_id; /* 0: not created */
	int64_t			 application_id;
	struct problems		*why;
};

/* demo_people.c */
enum rc	 demo_people(struct demo *);
/* Ids by the keys of demo/people.json and demo/organisations.json; 0: none. */
int64_t	 demo_person_id(const struct demo *, const char *key);
int64_t	 demo_organisation_id(struct demo *, const char *key);

/* A day of a file as "YYYY-MM-DD" on the platform's clock, in mem; NULL. */
const char *demo_day(const struct demo *, struct mem *, struct json_object *);

#endif
