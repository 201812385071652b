/*
 * A browser for tests: requests made by hand, answered by a worker's routes on
 * a real database, without a server. It keeps cookies, as browsers do.
 */
#ifndef TESTS_HARNESS_H
#define TESTS_HARNESS_H

#include "tests/unit/test.h"

#include "web/answer.h"
#include "web/route.h"

struct harness {
	struct test_state	 t;
	const struct worker	*worker;
	struct cache		*cache;		/* NULL: none */
	struct platform_shelf	*platforms;
	int64_t			 now;
	bool			 tls;
	const char		*site;		/* base_url of the settings, or NULL */
	const char		*own_host;	/* slug of a platform, or NULL */
	struct headers		 headers;	/* of the next requests */
	const char		*if_none_match;
	bool			 json;		/* Accept: application/json */
	bool			 gzip;		/* Accept-Encoding */
	char			 jar[4096];	/* "name=value; name=value" */
	size_t			 step;		/* bytes a read gives; 0: all */
	size_t			 cut;		/* bytes of the body that never come */
	bool			 drop;		/* what streams goes nowhere; counted */

	/* The last reply. */
	int			 status;
	const char		*head, *body;	/* NUL-terminated */
	size_t			 body_len;
	size_t			 dropped;	/* bytes that streamed, with drop */
	bool			 kept;		/* came from the cache */
	uint64_t		 statements;	/* SQL it took */
};

/*
 * A new state folder; languages and all views loaded. Persons 1 (Zoé,
 * confirmed), 2 (Ali, not confirmed), 3 (Ida, administrator of the
 * installation) and the platform "cte" (id 1) exist.
 */
void	 harness_open(struct harness *, const struct worker *);
/* The same on a state that the test made (world_make(&h->t), say); it comes
 * with nothing more. */
void	 harness_start(struct harness *, const struct worker *);
/* The world of tests/unit/world.h and its forms. */
void	 harness_world(struct harness *, const struct worker *);
/* The same, for the worker of submission: Anne is signed in and has begun
 * "Composter à Piton" for her association. */
#define HARNESS_PROJECT	"/cte/mes-projets/composter-a-piton"
void	 harness_project(struct harness *, const struct worker *);
/* Nothing is left, and *h is as new. */
void	 harness_close(struct harness *);
/* The teardown of tests: closes the one that was started last. */
int	 harness_end(void **state);

/* Run SQL for a fixture, as nobody's request; a printf format. */
void	 h_sql(struct harness *, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));
/* The first column of the first row, -1 when none. */
int64_t	 h_int(struct harness *, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));

/* Each returns the status. path may have a query. */
int	 h_get(struct harness *, const char *path);
int	 h_head(struct harness *, const char *path);
/* An urlencoded body; the form's token is added when `body` has no "csrf=". */
int	 h_post(struct harness *, const char *path, const char *body);
/* A multipart body with the boundary "XyZ", sent as it is. */
int	 h_post_parts(struct harness *, const char *path, const char *body,
	    size_t len);
/* Any method and type. */
int	 h_send(struct harness *, const char *method, const char *path,
	    const char *type, const char *body, size_t len);

/* The value of a header of the last reply (the first of that name), or NULL. */
const char *h_header(struct harness *, const char *name);
/* Follow the redirect of the last reply. */
int	 h_follow(struct harness *);
/* From now on as that person, without any page; 0: as nobody. */
void	 h_sign_in(struct harness *, int64_t person_id);
/* A role on platform 1. */
void	 h_grant(struct harness *, int64_t person_id, const char *role);
/* Forget all cookies. */
void	 h_forget(struct harness *);
/* The token that this browser's forms carry; "" without a session. */
const char *h_csrf(struct harness *);
/* Does the page have that text? Fails with the page when not. */
void	 h_has(struct harness *, const char *text);
void	 h_has_not(struct harness *, const char *text);
/* The value of the first hidden field of that name in the page. */
const char *h_hidden(struct harness *, const char *name);
/* Take the next mail: who it is for, a line end, its body; NULL: none. */
const char *h_mail(struct harness *);

#endif
