/*
 * Replies kept whole: a hash table whose entries also form a list by use.
 * It knows nothing of requests: the key says all that the reply depends on.
 */
#include "config.h"

#include "web/cache.h"

#include <stdlib.h>
#include <string.h>

#define BUCKETS	512

struct entry {
	struct entry	*chain;			/* same bucket */
	struct entry	*newer, *older;		/* by last use */
	uint64_t	 hash;
	uint64_t	 etag;
	size_t		 key_len, head_len, body_len;
	char		 text[];		/* key, head, body */
};

struct cache {
	struct entry	*buckets[BUCKETS];
	struct entry	*newest, *oldest;
	size_t		 size, limit;		/* bytes */
	int64_t		 version, minute;
};

struct cache *
cache_new(size_t size_bytes)
{
	struct cache *c = calloc(1, sizeof(*c));

	if (c == NULL)
		abort();
	c->limit = size_bytes;
	return c;
}

/* FNV-1a: keys are short. */
static uint64_t
hash_key(const char *key, size_t len)
{
	uint64_t h = UINT64_C(14695981039346656037);

	for (; len > 0; key++, len--)
		h = (h ^ (unsigned char)*key) * UINT64_C(1099511628211);
	return h;
}

static size_t
entry_size(const struct entry *e)
{
	return sizeof(*e) + e->key_len + e->head_len + e->body_len;
}

static void
unlink_use(struct cache *c, struct entry *e)
{
	if (e->newer != NULL)
		e->newer->older = e->older;
	else
		c->newest = e->older;
	if (e->older != NULL)
		e->older->newer = e->newer;
	else
		c->oldest = e->newer;
}

static void
link_newest(struct cache *c, struct entry *e)
{
	e->newer = NULL;
	e->older = c->newest;
	if (c->newest != NULL)
		c->newest->newer = e;
	else
		c->oldest = e;
	c->newest = e;
}

static void
drop(struct cache *c, struct entry *e)
{
	struct entry **p = &c->buckets[e->hash % BUCKETS];

	while (*p != e)
		p = &(*p)->chain;
	*p = e->chain;
	unlink_use(c, e);
	c->size -= entry_size(e);
	free(e);
}

static void
drop_all(struct cache *c)
{
	while (c->oldest != NULL)
		drop(c, c->oldest);
}

void
cache_free(struct cache *c)
{
	if (c == NULL)
		return;
	drop_all(c);
	free(c);
}

void
cache_check(struct cache *c, int64_t version, int64_t now)
{
	if (c->version != version || c->minute != now / 60)
		drop_all(c);
	c->version = version;
	c->minute = now / 60;
}

static struct entry *
find(struct cache *c, const char *key, size_t len, uint64_t hash)
{
	struct entry *e;

	for (e = c->buckets[hash % BUCKETS]; e != NULL; e = e->chain)
		if (e->hash == hash && e->key_len == len &&
		    memcmp(e->text, key, len) == 0)
			return e;
	return NULL;
}

bool
cache_get(struct cache *c, const char *key, struct cached *found)
{
	size_t len = strlen(key);
	struct entry *e = find(c, key, len, hash_key(key, len));

	if (e == NULL)
		return false;
	unlink_use(c, e);
	link_newest(c, e);
	*found = (struct cached){ e->text + len, e->text + len + e->head_len,
	    e->head_len, e->body_len, e->etag };
	return true;
}

void
cache_put(struct cache *c, const char *key, const struct buf *head,
    const struct buf *body, uint64_t etag)
{
	size_t len = strlen(key), size;
	uint64_t hash = hash_key(key, len);
	struct entry *e = find(c, key, len, hash);

	if (e != NULL)
		drop(c, e);
	size = sizeof(*e) + len + head->len + body->len;
	if (size > c->limit / 4)
		return;
	while (c->size + size > c->limit)
		drop(c, c->oldest);
	e = malloc(size);
	if (e == NULL)
		abort();
	*e = (struct entry){ .chain = c->buckets[hash % BUCKETS],
	    .hash = hash, .etag = etag, .key_len = len,
	    .head_len = head->len, .body_len = body->len };
	memcpy(e->text, key, len);
	memcpy(e->text + len, head->data, head->len);
	memcpy(e->text + len + head->len, body->data, body->len);
	c->buckets[hash % BUCKETS] = e;
	link_newest(c, e);
	c->size += size;
}
