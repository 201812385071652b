/*
 * What every worker answers: is it well, and how much has it done.
 * It tells strangers yes or no, and nothing about the machine.
 */
#include "config.h"

#include "web/common.h"

#include <string.h>

#include "base/json.h"
#include "base/metrics.h"

#define WAL_BOUND	((int64_t)256 * 1024 * 1024)	/* bytes: doc/operations */

/*
 * 200 when the database answers and the pages are loaded, 503 otherwise. A log
 * past its bound is said, not refused: taking the service away helps nobody.
 */
static void
healthz(struct req *req, struct res *res)
{
	struct json_object *obj = json_object_new_object();
	bool database, log, views;

	database = db_int(req->db, -1, Q_HEALTH) == 1 && !db_failed(req->db);
	log = db_wal_bytes(req->db) <= WAL_BOUND;
	views = views_count() > 0;
	json_put_bool(obj, "ok", database && views);
	json_put_text(obj, "worker", req->worker->name);
	json_put_bool(obj, "database", database);
	json_put_bool(obj, "views", views);
	json_put_bool(obj, "wal", log);
	if (!log)
		json_put_text(obj, "warning", "the write-ahead log grows: is "
		    "the job runner alive?");
	db_forgive(req->db);
	res_json(res, database && views ? 200 : 503, obj);
}

static void
healthz_of(struct req *req, struct res *res)
{
	if (strcmp(req_param(req, "worker"), req->worker->name) == 0)
		healthz(req, res);
	else
		res_error(res, RC_NOT_FOUND);
}

static void
metrics(struct req *req, struct res *res)
{
	metrics_print(db_state_dir(req->db), &res->body);
	res->status = 200;
	res->type = "text/plain; version=0.0.4; charset=utf-8";
}

const struct route common_routes[] = {
	{ .method = GET, .pattern = "/healthz", .right = RIGHT_PUBLIC,
	    .handler = healthz },
	{ .method = GET, .pattern = "/healthz/:worker", .right = RIGHT_PUBLIC,
	    .handler = healthz_of },
	{ .method = GET, .pattern = "/metrics", .right = RIGHT_INSTALLATION,
	    .handler = metrics },
	{ .method = 0 }
};
