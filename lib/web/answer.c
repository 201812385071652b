/*
 * Around the dispatcher: the cache of public pages and conditional requests.
 * Only GETs of visitors without a session are ever kept.
 */
#include "config.h"

#include "web/answer.h"

#include <stdio.h>
#include <string.h>

#include "base/gzip.h"
#include "base/metrics.h"
#include "web/cookie.h"
#include "web/head.h"
#include "web/language.h"
#include "web/session.h"

#define PACKED_TAG	UINT64_C(0x677a)
#define PACK_MIN	1000	/* bytes, as nginx's gzip_min_length */

/* Everything the bytes of a public page depend on, besides database, clock. */
static const char *
cache_key(const struct req *req)
{
	return mem_printf(req->mem, "%s %s %s%s %d%d %s?%s",
	    language_asked(req), req->host, req->base,
	    req->own_host == NULL ? "" : req->own_host, req->wants_json,
	    req->takes_gzip, req->path, req->query);
}

/*
 * 64 bits of a text, for ETags: multiply and mix eight bytes at a time
 * (MurmurHash64A). It tells versions apart; it protects nothing.
 */
static uint64_t
digest64(const char *data, size_t len)
{
	const uint64_t m = UINT64_C(0xc6a4a7935bd1e995);
	uint64_t h = len * m, k;
	size_t n;

	for (; len > 0; data += n, len -= n) {
		k = 0;
		n = 8;
		if (len >= 8)
			memcpy(&k, data, 8);	/* one load */
		else
			memcpy(&k, data, n = len);
		k *= m;
		k ^= k >> 47;
		h = (h ^ (k * m)) * m;
	}
	h ^= h >> 47;
	h *= m;
	h ^= h >> 47;
	return h == 0 ? 1 : h;
}

/* Has the browser these very bytes? (nginx may have made the tag weak.) */
static bool
has_it(const struct req *req, uint64_t etag)
{
	char tag[20];

	if (etag == 0 || req->if_none_match == NULL)
		return false;
	snprintf(tag, sizeof(tag), "\"%016llx\"", (unsigned long long)etag);
	return strstr(req->if_none_match, tag) != NULL;
}

static void
not_modified(struct req *req, struct answer *a, uint64_t etag)
{
	struct res bare;

	res_init(&bare, req);
	bare.status = 304;
	bare.etag = etag;
	bare.cacheable = true;
	res_head(&bare, &a->own_head);
	res_release(&bare);
	a->status = 304;
	a->head = a->own_head.data;
	a->head_len = a->own_head.len;
	a->body_len = 0;
	metrics_add(METRIC_NOT_MODIFIED, 1);
}

static bool
may_be_kept(const struct req *req)
{
	return req->method == GET && cookie_get(req, SESSION_COOKIE) == NULL;
}

/* Pack what everybody gets, once for all; nginx packs what one person does. */
static void
pack(struct res *res)
{
	struct buf packed = BUF_INIT, plain = res->body;

	if (res->status != 200 || plain.len < PACK_MIN || res->type == NULL ||
	    (strncmp(res->type, "text/", 5) != 0 &&
	    strstr(res->type, "json") == NULL &&
	    strstr(res->type, "xml") == NULL))
		return;
	gzip_add(&packed, &plain);
	res->body = packed;
	res->packed = true;
	res->etag ^= PACKED_TAG;	/* other bytes, another tag */
	buf_release(&plain);
}

/* By the address as it was sent, else by what its page reads of it. */
static bool
is_kept(const struct worker *worker, struct cache *cache, struct req *req,
    const char **key, struct cached *kept)
{
	const char *query;

	if (cache_get(cache, *key, kept))
		return true;
	query = route_query(worker, req);
	if (query == req->query)
		return false;
	req->query = query;
	*key = cache_key(req);
	return cache_get(cache, *key, kept);
}

void
answer(const struct worker *worker, struct cache *cache, struct req *req,
    struct res *res, struct answer *a)
{
	int64_t version = db_version(req->db);
	const char *key = NULL;
	struct cached kept;

	buf_clear(&a->own_head);
	a->kept = false;
	platform_shelf_check(req->platforms, version);
	if (cache != NULL && may_be_kept(req)) {
		key = cache_key(req);
		cache_check(cache, version, req->now);
	}
	if (key != NULL && is_kept(worker, cache, req, &key, &kept)) {
		metrics_add(METRIC_CACHE_HITS, 1);
		a->kept = true;
		a->status = 200;
		a->head = kept.head;
		a->head_len = kept.head_len;
		a->body = kept.body;
		a->body_len = req->head ? 0 : kept.body_len;
		if (has_it(req, kept.etag))
			not_modified(req, a, kept.etag);
		return;
	}
	route_dispatch(worker, req, res);
	a->status = res->status;
	a->head_len = a->body_len = 0;
	if (res->streaming)
		return;
	if (res->cacheable)
		res->etag = digest64(res->body.data, res->body.len);
	if (res->cacheable && !res->streamed && req->takes_gzip)
		pack(res);
	res_head(res, &a->own_head);
	if (res->cacheable && key != NULL && !res->streamed)
		cache_put(cache, key, &a->own_head, &res->body, res->etag);
	if (res->cacheable && has_it(req, res->etag)) {
		buf_clear(&a->own_head);
		not_modified(req, a, res->etag);
		return;
	}
	a->head = a->own_head.data;
	a->head_len = a->own_head.len;
	a->body = res->body.data;
	a->body_len = req->head ? 0 : res->body.len;
}

void
answer_release(struct answer *a)
{
	buf_release(&a->own_head);
}
