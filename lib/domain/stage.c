/*
 * The way of an application through the stages of its call.
 * It refuses to advance a dossier over a point that was not verified.
 */
#include "config.h"

#include "domain/stage.h"

#include <string.h>

#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/journal.h"
#include "domain/tray.h"

#define STAGES_MAX	100
#define COMMENT_MAX	5000

/* --- the stages of a call ------------------------------------------------- */

enum rc
stages_load(struct stages *stages, struct db *db, struct mem *mem,
    int64_t call_id)
{
	struct stmt *s = db_query(db, Q_STAGE_BY_CALL, I(call, call_id));

	stages->rows = MEM_ARRAY(mem, STAGES_MAX, struct stage);
	stages->count = 0;
	while (stages->count < STAGES_MAX && stmt_step(s)) {
		struct stage *stage = &stages->rows[stages->count++];

		stage->id = stmt_int(s, "id");
		stage->key = stmt_str(s, mem, "key");
		stage->label = stmt_str(s, mem, "label");
		stage->kind = stmt_str(s, mem, "kind");
		stage->opens_at = stmt_int(s, "opens_at");
		stage->closes_at = stmt_int(s, "closes_at");
		stage->reviews_visible = stmt_str(s, mem, "reviews_visible");
		stage->quorum = stmt_int(s, "quorum");
		stage->scored = stmt_bool(s, "scored");
	}
	stmt_done(s);
	return db_failed(db) ? RC_FAIL : RC_OK;
}

const struct stage *
stages_find(const struct stages *stages, int64_t stage_id)
{
	size_t i;

	for (i = 0; i < stages->count; i++) {
		if (stages->rows[i].id == stage_id)
			return &stages->rows[i];
	}
	return NULL;
}

const struct stage *
stages_next(const struct stages *stages, int64_t stage_id)
{
	const struct stage *here = stages_find(stages, stage_id);

	if (here == NULL)
		return stages->count > 0 ? stages->rows : NULL;
	here++;
	return here < stages->rows + stages->count ? here : NULL;
}

const struct stage *
stages_first_of_service(const struct stages *stages)
{
	size_t i;

	for (i = 0; i < stages->count; i++) {
		if (strcmp(stages->rows[i].kind, "proposition") != 0)
			return &stages->rows[i];
	}
	return NULL;
}

/* --- what is verified and concluded --------------------------------------- */

/* The member of the call's stages[] whose key is this one. Borrowed. */
static struct json_object *
stage_settings(struct json_object *call, const char *key)
{
	struct json_object *list = json_array(call, "stages");
	size_t i;

	for (i = 0; i < json_count(list); i++) {
		const char *k = json_text(json_at(list, i), "key");

		if (k != NULL && strcmp(k, key) == 0)
			return json_at(list, i);
	}
	return NULL;
}

static void
read_settings(struct stage_sheet *sheet, struct mem *mem,
    struct json_object *stage)
{
	struct json_object *points = json_array(stage, "checks");
	struct json_object *outcomes = json_array(stage, "outcomes");
	size_t i;

	sheet->help = mem_strdup(mem, json_text(stage, "help"));
	sheet->point_count = json_count(points);
	sheet->points = MEM_ARRAY(mem, sheet->point_count + 1,
	    struct stage_point);
	for (i = 0; i < sheet->point_count; i++) {
		struct json_object *o = json_at(points, i);

		sheet->points[i].key = mem_strdup(mem,
		    json_text_or(o, "key", ""));
		sheet->points[i].label = mem_strdup(mem,
		    json_text_or(o, "label", ""));
	}
	sheet->outcome_count = json_count(outcomes);
	sheet->outcomes = MEM_ARRAY(mem, sheet->outcome_count + 1,
	    struct stage_outcome);
	for (i = 0; i < sheet->outcome_count; i++) {
		struct json_object *o = json_at(outcomes, i);

		sheet->outcomes[i].key = mem_strdup(mem,
		    json_text_or(o, "key", ""));
		sheet->outcomes[i].label = mem_strdup(mem,
		    json_text_or(o, "label", ""));
		sheet->outcomes[i].advances = json_flag(o, "advances", false);
	}
}

static void
read_facts(struct stage_sheet *sheet, struct db *db, struct mem *mem,
    int64_t application_id, int64_t stage_id)
{
	struct stmt *s;
	size_t i;

	s = db_query(db, Q_STAGE_CHECK_LIST, I(application, application_id),
	    I(stage, stage_id));
	while (stmt_step(s)) {
		for (i = 0; i < sheet->point_count; i++) {
			if (strcmp(sheet->points[i].key,
			    stmt_text(s, "key")) == 0)
				sheet->points[i].verdict =
				    stmt_str(s, mem, "verdict");
		}
	}
	sheet->comment = "";
	s = db_query(db, Q_STAGE_RESULT_GET, I(application, application_id),
	    I(stage, stage_id));
	if (stmt_step(s)) {
		for (i = 0; i < sheet->outcome_count; i++)
			sheet->outcomes[i].given = strcmp(
			    sheet->outcomes[i].key, stmt_text(s, "key")) == 0;
		sheet->comment = stmt_str(s, mem, "comment");
		sheet->given_at = stmt_int(s, "given_at");
	}
	stmt_done(s);
}

enum rc
stage_sheet_load(struct stage_sheet **out, struct db *db, struct mem *mem,
    int64_t application_id, int64_t stage_id)
{
	struct stage_sheet *sheet = MEM_NEW(mem, struct stage_sheet);
	struct json_object *call = NULL;
	struct stmt *s;

	s = db_query(db, Q_STAGE_SETTINGS, I(stage, stage_id));
	if (stmt_step(s)) {
		const char *text = stmt_text(s, "settings_json");

		if (json_parse(&call, text, strlen(text), 32, NULL) == RC_OK)
			read_settings(sheet, mem, stage_settings(call,
			    stmt_text(s, "key")));
		json_object_put(call);
	}
	stmt_done(s);
	read_facts(sheet, db, mem, application_id, stage_id);
	if (db_failed(db))
		return RC_FAIL;
	*out = sheet;
	return RC_OK;
}

/* --- moving --------------------------------------------------------------- */

void
stage_enter(struct db *db, int64_t application_id, const struct stage *to,
    const char *outcome_label, const char *reason, const struct act *act)
{
	struct journal_entry entry = { .at = act->now, .kind = "stage",
	    .application_id = application_id };
	struct json_object *payload = json_object_new_object();
	struct stmt *s;

	json_put_text(payload, "stage", to->label);
	if (outcome_label != NULL)
		json_put_text(payload, "outcome", outcome_label);
	s = db_query(db, Q_STAGE_APPLICATION, I(application, application_id));
	if (stmt_step(s)) {
		entry.platform_id = stmt_int(s, "platform_id");
		entry.element_id = stmt_int(s, "element_id");
		entry.actor = stmt_text(s, "service_name");
		entry.payload = payload;
		journal_append(db, &entry);
	}
	stmt_done(s);
	json_object_put(payload);
	db_run(db, Q_STAGE_ENTER, I(application, application_id),
	    I(stage, to->id));
	db_run(db, Q_STAGE_TRANSITION, I(application, application_id),
	    I(stage, to->id), ID(person, act->who->id), T(reason, reason),
	    I(now, act->now));
}

/*
 * In the write transaction: is it under review, at that stage and revision?
 * stage_id 0: at any. *stages are the call's.
 */
static enum rc
check_place(struct stages *stages, struct db *db, struct mem *mem,
    int64_t application_id, int64_t stage_id, int64_t revision)
{
	struct stmt *s;
	int64_t call_id;
	enum rc rc = RC_OK;

	s = db_query(db, Q_STAGE_APPLICATION, I(application, application_id));
	if (!stmt_step(s))
		return RC_NOT_FOUND;
	call_id = stmt_int(s, "call_id");
	if (stage_id != 0 && stmt_int(s, "stage_id") != stage_id)
		rc = RC_CONFLICT;
	if (strcmp(stmt_text(s, "state"), "under_review") != 0 ||
	    stmt_int(s, "revision") != revision)
		rc = RC_CONFLICT;
	stmt_done(s);
	return rc != RC_OK ? rc : stages_load(stages, db, mem, call_id);
}

static void
save_points(struct db *db, int64_t application_id,
    const struct stage_sheet *sheet, const struct stage_form *form,
    const struct act *act)
{
	size_t i;

	for (i = 0; i < sheet->point_count; i++) {
		if (form->verdicts[i] == NULL)
			db_run(db, Q_STAGE_CHECK_CLEAR,
			    I(application, application_id),
			    I(stage, form->stage_id),
			    T(key, sheet->points[i].key));
		else
			db_run(db, Q_STAGE_CHECK_PUT,
			    I(application, application_id),
			    I(stage, form->stage_id),
			    T(key, sheet->points[i].key),
			    T(verdict, form->verdicts[i]),
			    ID(by, act->who->id), I(now, act->now));
	}
}

static const struct stage_outcome *
find_outcome(const struct stage_sheet *sheet, const char *key)
{
	/* A stage that names no outcome simply goes on. */
	static const struct stage_outcome on = { "", "", true, false };
	size_t i;

	for (i = 0; i < sheet->outcome_count; i++) {
		if (strcmp(sheet->outcomes[i].key, key) == 0)
			return &sheet->outcomes[i];
	}
	return sheet->outcome_count == 0 && *key == '\0' ? &on : NULL;
}

static void
check_form(const struct stage_sheet *sheet, const struct stage_form *form,
    const struct stage_outcome *outcome, bool last, struct problems *why)
{
	size_t i, open = 0, failed = 0;

	if (text_length(form->comment) > COMMENT_MAX)
		problem_add(why, "commentaire", "%s",
		    _("Ce texte dépasse 5 000 caractères."));
	if (form->outcome == NULL)
		return;
	if (outcome == NULL) {
		problem_add(why, "issue", "%s",
		    _("Choisissez comment cette étape se termine."));
		return;
	}
	if (!outcome->advances)
		return;
	for (i = 0; i < sheet->point_count; i++) {
		open += form->verdicts[i] == NULL;
		failed += form->verdicts[i] != NULL &&
		    strcmp(form->verdicts[i], "no") == 0;
	}
	if (open > 0)
		problem_add(why, "points", ngettext(
		    "%zu point n’est pas vérifié : dites oui ou non.",
		    "%zu points ne sont pas vérifiés : dites oui ou non.",
		    (unsigned long)open), open);
	else if (failed > 0)
		problem_add(why, "issue", "%s", _("Un point n’est pas rempli : "
		    "le dossier ne peut pas passer à l’étape suivante. Demandez "
		    "une correction, ou choisissez une autre issue."));
	else if (last)
		problem_add(why, "issue", "%s", _("C’est la dernière étape de "
		    "l’appel : il reste à prendre la décision."));
}

static enum rc
conclude(struct db *db, struct mem *mem, int64_t application_id,
    const struct stage_form *form, const struct act *act,
    struct problems *why)
{
	const struct stage_outcome *outcome = NULL;
	const struct stage *next;
	struct stage_sheet *sheet;
	struct stages stages;
	const char *comment = text_trim(mem, form->comment);
	enum rc rc;

	rc = check_place(&stages, db, mem, application_id, form->stage_id,
	    form->revision);
	if (rc == RC_OK)
		rc = stage_sheet_load(&sheet, db, mem, application_id,
		    form->stage_id);
	if (rc != RC_OK)
		return rc;
	next = stages_next(&stages, form->stage_id);
	if (form->outcome != NULL)
		outcome = find_outcome(sheet, form->outcome);
	check_form(sheet, form, outcome, next == NULL, why);
	if (why->count > 0)
		return RC_INVALID;
	save_points(db, application_id, sheet, form, act);
	if (outcome != NULL && *outcome->key != '\0')
		db_run(db, Q_STAGE_RESULT_PUT, I(application, application_id),
		    I(stage, form->stage_id), T(key, outcome->key),
		    T(label, outcome->label), T(comment, comment),
		    ID(by, act->who->id), I(now, act->now));
	if (outcome != NULL && outcome->advances)
		stage_enter(db, application_id, next, outcome->label,
		    text_blank(comment) ? NULL : comment, act);
	tray_refresh(db, application_id, outcome != NULL ? NEWS_STAGE : NULL,
	    act->now);
	return RC_OK;
}

enum rc
stage_conclude(struct db *db, struct mem *mem, int64_t application_id,
    const struct stage_form *form, const struct act *act,
    struct problems *why)
{
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	return db_write_end(db, conclude(db, mem, application_id, form, act,
	    why));
}

enum rc
stage_move(struct db *db, struct mem *mem, int64_t application_id,
    int64_t revision, int64_t to_stage_id, const char *reason,
    const struct act *act, struct problems *why)
{
	const struct stage *to;
	struct stages stages;
	enum rc rc;

	reason = text_trim(mem, reason);
	if (text_blank(reason))
		problem_add(why, "motif", "%s", _("Dites pourquoi le dossier "
		    "change d’étape : la raison reste dans son journal."));
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	rc = check_place(&stages, db, mem, application_id, 0, revision);
	if (rc != RC_OK)
		return db_write_end(db, rc);
	to = stages_find(&stages, to_stage_id);
	if (to == NULL)
		problem_add(why, "etape", "%s",
		    _("Choisissez une étape de l’appel."));
	if (why->count > 0)
		return db_write_end(db, RC_INVALID);
	stage_enter(db, application_id, to, NULL, reason, act);
	tray_refresh(db, application_id, NEWS_STAGE, act->now);
	return db_write_commit(db);
}
