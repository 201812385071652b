/*
 * Matching a path with the rows of a worker.
 * It checks nothing else: see dispatch.c.
 */
#include "config.h"

#include "web/route.h"

#include <string.h>

#include "base/mem.h"

static const struct {
	const char	*name;
	enum method	 method;
} methods[] = {
	{ "GET", GET }, { "POST", POST }, { "PATCH", PATCH },
	{ "DELETE", DELETE }, { "HEAD", GET },
};
#define METHODS	(sizeof(methods) / sizeof(methods[0]))

const char *
method_name(enum method method)
{
	size_t i;

	for (i = 0; i < METHODS; i++)
		if (methods[i].method == method)
			return methods[i].name;
	return "OTHER";
}

enum method
method_of(const char *name)
{
	size_t i;

	for (i = 0; i < METHODS; i++)
		if (strcmp(methods[i].name, name) == 0)
			return methods[i].method;
	return (enum method)0;
}

#define PARAMS	(sizeof(((struct req *)0)->params) / \
		    sizeof(((struct req *)0)->params[0]))

/* How exactly a part of a pattern names a part of a path. */
enum { EXACT = 3, SUFFIX = 2, ANY = 1, MISS = 0 };

struct match {
	const char	*params[PARAMS];
	size_t		 lengths[PARAMS];
	size_t		 count;
	unsigned	 score;	/* two bits a part, the first ones weigh most */
};

static int
match_part(struct match *m, const char *pat, size_t pat_len, const char *part,
    size_t len)
{
	const char *dot;
	size_t suffix;

	if (pat_len == 0 || pat[0] != ':')
		return pat_len == len && memcmp(pat, part, len) == 0 ? EXACT :
		    MISS;
	dot = memchr(pat, '.', pat_len);
	suffix = dot == NULL ? 0 : pat_len - (size_t)(dot - pat);
	if (len <= suffix || m->count == PARAMS || (suffix > 0 &&
	    memcmp(dot, part + len - suffix, suffix) != 0))
		return MISS;
	m->params[m->count] = part;
	m->lengths[m->count++] = len - suffix;
	return suffix > 0 ? SUFFIX : ANY;
}

/* Both begin with '/'. The score is 0 when the path is another. */
static void
match_path(struct match *m, const char *pattern, const char *path)
{
	unsigned shift = 30;
	size_t n, len;
	int how;

	*m = (struct match){ .score = 0 };
	for (;; shift -= 2) {
		n = strcspn(pattern + 1, "/");
		len = strcspn(path + 1, "/");
		how = match_part(m, pattern + 1, n, path + 1, len);
		pattern += 1 + n;
		path += 1 + len;
		if (how == MISS || (*pattern == '/') != (*path == '/') ||
		    shift == 0) {
			m->score = 0;
			return;
		}
		m->score |= (unsigned)how << shift;
		if (*pattern == '\0')
			return;
	}
}

const struct route *
route_find(const struct worker *worker, struct req *req, unsigned *allow)
{
	const struct route *row, *best = NULL;
	struct match m, best_match = { .score = 0 };
	unsigned known = 0, known_score = 0;
	size_t i;

	for (row = worker->routes; row->method != 0; row++) {
		match_path(&m, row->pattern, req->path);
		if (m.score == 0)
			continue;
		if (m.score > known_score) {
			known = 0;
			known_score = m.score;
		}
		if (m.score == known_score)
			known |= row->method;
		if (row->method == req->method && m.score > best_match.score) {
			best = row;
			best_match = m;
		}
	}
	*allow = known;
	for (i = 0; best != NULL && i < best_match.count; i++)
		req->params[i] = mem_strndup(req->mem, best_match.params[i],
		    best_match.lengths[i]);
	return best;
}
