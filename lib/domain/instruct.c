/*
 * Taking an application under review, and putting an agent in charge.
 */
#include "config.h"

#include "domain/instruct.h"

#include "base/lang.h"
#include "domain/application.h"
#include "domain/conflict.h"
#include "domain/notice.h"
#include "domain/stage.h"
#include "domain/tray.h"

#define AGENTS_MAX	200

static enum rc
take(struct db *db, struct mem *mem, int64_t application_id, int64_t revision,
    const struct act *act)
{
	struct notice notice = {
		.key = mem_printf(mem, "take/%lld/%lld",
		    (long long)application_id, (long long)act->now),
		.subject = N_("Votre projet est en instruction : %s"),
		.opening = N_("Votre projet « %s » est maintenant examiné par "
		    "le service. Votre dossier n’est plus modifiable, sauf si "
		    "une correction vous est demandée."),
		.after = N_("Vous pouvez suivre son avancement et écrire au "
		    "service :"),
	};
	struct application *app;
	struct stages stages;
	const struct stage *first, *here;
	const char *service;
	struct stmt *s;
	enum rc rc = application_load(&app, db, mem, application_id);

	if (rc == RC_OK)
		rc = stages_load(&stages, db, mem, app->call_id);
	if (rc != RC_OK)
		return rc;
	if (app->revision != revision || app->correction_open)
		return RC_CONFLICT;
	if (app->agent_id == 0)
		app->agent_id = act->who->id;
	s = db_query(db, Q_STAGE_APPLICATION, I(application, application_id));
	service = stmt_step(s) ? stmt_str(s, mem, "service_name") : "";
	stmt_done(s);
	rc = application_apply(db, mem, app, EVENT_TAKE, act->who, service,
	    NULL, NULL, act->now);
	if (rc != RC_OK)
		return rc;
	here = stages_find(&stages, app->stage_id);
	first = stages_first_of_service(&stages);
	/* A dossier sent back keeps the stage where it was. */
	if (first != NULL && (here == NULL || here < first)) {
		stage_enter(db, application_id, first, NULL, NULL, act);
		tray_refresh(db, application_id, NULL, act->now);
	}
	notice_holder(db, mem, application_id, &notice, act);
	return RC_OK;
}

enum rc
instruct_take(struct db *db, struct mem *mem, int64_t application_id,
    int64_t revision, const struct act *act)
{
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	return db_write_end(db, take(db, mem, application_id, revision, act));
}

static enum rc
assign(struct db *db, struct mem *mem, int64_t application_id,
    int64_t agent_id, const struct act *act)
{
	struct notice notice = {
		.key = mem_printf(mem, "assign/%lld/%lld",
		    (long long)application_id, (long long)act->now),
		.subject = N_("Un dossier vous est confié : %s"),
		.opening = N_("Le dossier « %s » vous est confié."),
	};
	struct application *app;
	enum rc rc = application_load(&app, db, mem, application_id);

	if (rc != RC_OK)
		return rc;
	if (app->state != APP_SUBMITTED && app->state != APP_UNDER_REVIEW)
		return RC_CONFLICT;
	if (agent_id != 0 && (db_int(db, 0, Q_INSTRUCT_IS_AGENT,
	    I(person, agent_id), I(platform, app->platform_id),
	    I(call, app->call_id), I(now, act->now)) == 0 ||
	    conflict_is(db, application_id, agent_id, false)))
		return RC_NOT_FOUND;
	if (agent_id == app->agent_id)
		return RC_OK;
	db_run(db, Q_INSTRUCT_ASSIGN, I(application, application_id),
	    ID(agent, agent_id));
	tray_refresh(db, application_id, NEWS_ASSIGNED, act->now);
	if (agent_id != 0)
		notice_service(db, mem, application_id, &notice, act);
	return RC_OK;
}

enum rc
instruct_assign(struct db *db, struct mem *mem, int64_t application_id,
    int64_t agent_id, const struct act *act)
{
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	return db_write_end(db, assign(db, mem, application_id, agent_id,
	    act));
}

enum rc
instruct_agents(struct agents *agents, struct db *db, struct mem *mem,
    int64_t platform_id, int64_t call_id, int64_t now)
{
	struct stmt *s;

	agents->rows = MEM_ARRAY(mem, AGENTS_MAX, struct agent);
	agents->count = 0;
	s = db_query(db, Q_INSTRUCT_AGENTS, I(platform, platform_id),
	    I(call, call_id), I(now, now), I(limit, AGENTS_MAX));
	while (agents->count < AGENTS_MAX && stmt_step(s)) {
		struct agent *a = &agents->rows[agents->count++];

		a->id = stmt_int(s, "id");
		a->name = stmt_str(s, mem, "name");
	}
	stmt_done(s);
	return db_failed(db) ? RC_FAIL : RC_OK;
}
