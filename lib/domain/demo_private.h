/*
 * What the files of domain/demo share. Nobody else includes it.
 */
#ifndef DOMAIN_DEMO_PRIVATE_H
#define DOMAIN_DEMO_PRIVATE_H

#include "domain/act.h"
#include "domain/demo.h"
#include "domain/person.h"
#include "domain/preset_private.h"

struct demo {
	struct preset_load	 load;		/* now: of the first time */
};

/* One event of one project, being played. */
struct scene {
	struct demo		*demo;
	struct db		*db;
	struct mem		*mem;		/* of this event */
	struct json_object	*project;
	struct json_object	*event;
	int64_t			 at;		/* Unix s, UTC */
	struct person		*who;		/* `by`, or NULL */
	struct act		 act;		/* the same, for the verbs */
	int64_t			 element_id, dossier_id; /* 0: not created */
	int64_t			 application_id;
	bool			 resumed;	/* may have been done already */
	struct problems		*why;
};

/* demo_people.c */
enum rc	 demo_people(struct demo *);
/* Ids by the keys of demo/people.json and demo/organisations.json; 0: none. */
int64_t	 demo_person_id(const struct demo *, const char *key);
int64_t	 demo_organisation_id(struct demo *, const char *key);

/* An event, played: what its name says (doc/presets.md). Each opens its own
 * write transactions and gives the verb's result. */
typedef enum rc scene_fn(struct scene *);
/* demo_dossier.c */
scene_fn demo_create, demo_publish, demo_submit, demo_withdraw;
/* demo_play.c */
scene_fn demo_take, demo_message, demo_request_correction, demo_complete,
	 demo_conflict, demo_ask_opinion, demo_opinion, demo_conclude,
	 demo_review, demo_decide;
/* demo_follow.c */
scene_fn demo_promise, demo_grant, demo_pay, demo_state, demo_measure,
	 demo_validate, demo_contribute, demo_offer,
	 demo_answer_offer;
/* demo_commons.c */
scene_fn demo_describe, demo_support, demo_mark;
/* A person of the demonstration who moderates, in mem, or NULL. */
struct person *demo_moderator(struct scene *);
/* Targets before the first event that follows; actions after the last one. */
scene_fn demo_targets, demo_end;
/* demo_answers.c: save the values of a JSON object as answers to a form. */
enum rc	 demo_answer(struct scene *, int64_t form_revision_id,
	    int64_t application_id, struct json_object *values);

#endif
