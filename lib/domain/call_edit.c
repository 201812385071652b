/*
 * Calls written by an administrator, and the invitations that go with them.
 * It leaves alone the calls that a preset wrote.
 */
#include "config.h"

#include "domain/call_edit.h"

#include <string.h>

#include "base/json.h"
#include "base/lang.h"
#include "base/rand.h"
#include "base/text.h"
#include "domain/audit.h"
#include "domain/call.h"
#include "domain/notice.h"

#define LIST_MOST	200

/* --- lists ---------------------------------------------------------------------- */

static size_t
read_choices(struct call_choice **out, struct mem *mem, struct stmt *s)
{
	struct call_choice *rows = MEM_ARRAY(mem, LIST_MOST,
	    struct call_choice);
	size_t n = 0;

	while (stmt_step(s) && n < LIST_MOST)
		rows[n++] = (struct call_choice){
		    .id = stmt_int(s, "id"), .slug = stmt_str(s, mem, "slug"),
		    .title = stmt_str(s, mem, "title"),
		    .status = stmt_str(s, mem, "status"),
		    .opens_at = stmt_int(s, "opens_at"),
		    .closes_at = stmt_int(s, "closes_at"),
		    .applications = stmt_int(s, "applications"),
		    .invited = stmt_int(s, "invited") };
	stmt_done(s);
	*out = rows;
	return n;
}

size_t
call_choices(struct call_choice **out, struct db *db, struct mem *mem,
    int64_t platform_id, int64_t now)
{
	return read_choices(out, mem, db_query(db, Q_CALL_EDIT_OPEN,
	    I(platform, platform_id), I(now, now)));
}

size_t
call_edited_list(struct call_choice **out, struct db *db, struct mem *mem,
    int64_t platform_id)
{
	return read_choices(out, mem, db_query(db, Q_CALL_EDIT_LIST,
	    I(platform, platform_id)));
}

size_t
call_invited_list(struct call_invited **out, struct db *db, struct mem *mem,
    int64_t call_id)
{
	struct call_invited *rows = MEM_ARRAY(mem, LIST_MOST,
	    struct call_invited);
	struct stmt *s = db_query(db, Q_CALL_EDIT_INVITED, I(call, call_id));
	size_t n = 0;

	while (stmt_step(s) && n < LIST_MOST)
		rows[n++] = (struct call_invited){
		    .title = stmt_str(s, mem, "title"),
		    .slug = stmt_str(s, mem, "slug"),
		    .holder = stmt_str(s, mem, "holder_name"),
		    .state = stmt_str(s, mem, "state"),
		    .invited_at = stmt_int(s, "invited_at"),
		    .sent_at = stmt_int(s, "sent_at") };
	stmt_done(s);
	*out = rows;
	return n;
}

enum rc
call_form_load(struct call_form *f, struct db *db, struct mem *mem,
    int64_t call_id)
{
	struct stmt *s = db_query(db, Q_CALL_EDIT_GET, I(id, call_id));

	if (!stmt_step(s))
		return RC_NOT_FOUND;
	*f = (struct call_form){
	    .title = stmt_str(s, mem, "title"),
	    .promise = stmt_str(s, mem, "promise"),
	    .description = stmt_str(s, mem, "description"),
	    .eligibility = stmt_str(s, mem, "eligibility"),
	    .remedies = stmt_str(s, mem, "remedies"),
	    .funder_id = stmt_int(s, "funder_id"),
	    .territory_id = stmt_int(s, "territory_id"),
	    .form_id = stmt_int(s, "form_id"),
	    .opens_at = stmt_int(s, "opens_at"),
	    .closes_at = stmt_int(s, "closes_at"),
	    .envelope_cents = stmt_int(s, "envelope_cents"),
	    .min_cents = stmt_int(s, "min_cents"),
	    .max_cents = stmt_int(s, "max_cents"),
	    .max_rate_percent = stmt_int(s, "max_rate_percent"),
	    .decision_days = stmt_int(s, "decision_days"),
	    .silence = stmt_str(s, mem, "silence"),
	    .silence_months = stmt_int(s, "silence_months") };
	stmt_done(s);
	s = db_query(db, Q_CALL_EDIT_THEMES, I(call, call_id));
	while (stmt_step(s) && f->theme_count < CALL_THEMES_MOST)
		f->theme_ids[f->theme_count++] = stmt_int(s, "theme_id");
	stmt_done(s);
	return RC_OK;
}

/* --- checks ----------------------------------------------------------------------- */

static void
check(const struct call_form *f, struct problems *why)
{
	if (text_blank(f->title))
		problem_add(why, "titre", "%s", _("Donnez un titre à "
		    "l’appel."));
	else if (text_length(f->title) > 120)
		problem_add(why, "titre", _("Raccourcissez ce titre : %d "
		    "caractères au plus."), 120);
	if (f->form_id == 0)
		problem_add(why, "formulaire", "%s", _("Choisissez le "
		    "formulaire que les porteurs rempliront."));
	if (f->opens_at == 0)
		problem_add(why, "ouvre", "%s", _("Dites quand l’appel "
		    "ouvre."));
	if (f->closes_at != 0 && f->closes_at <= f->opens_at)
		problem_add(why, "ferme", "%s", _("L’appel se ferme avant "
		    "d’ouvrir : changez l’une des deux dates."));
	if (f->max_rate_percent < 0 || f->max_rate_percent > 100)
		problem_add(why, "taux", "%s", _("Un taux est entre 0 et "
		    "100."));
	if (f->min_cents > 0 && f->max_cents > 0 && f->min_cents >
	    f->max_cents)
		problem_add(why, "maximum", "%s", _("Le montant le plus grand "
		    "est sous le plus petit."));
	if (f->silence == NULL)
		problem_add(why, "silence", "%s", _("Dites ce que vaut le "
		    "silence du service."));
	else if (strcmp(f->silence, "none") != 0 && (f->silence_months < 1 ||
	    f->silence_months > 24))
		problem_add(why, "silence_mois", "%s", _("Le silence vaut "
		    "réponse après 1 à 24 mois."));
}

/* --- writing ------------------------------------------------------------------------ */

static const char *
free_slug(struct db *db, struct mem *mem, int64_t platform_id,
    const char *title)
{
	const char *stem = text_slug(mem, title), *slug = stem;
	int n = 1;

	/* Words that are addresses below appels/ of the administration. */
	if (*stem == '\0' || strcmp(stem, "nouveau") == 0)
		slug = stem = "appel";
	while (db_int(db, 0, Q_CALL_ID_BY_SLUG, I(platform, platform_id),
	    T(slug, slug)) != 0)
		slug = mem_printf(mem, "%.72s-%d", stem, ++n);
	return slug;
}

#define POSITIVE(n, v)	((v) > 0 ? I(n, (v)) : NIL(n))

/* What the model's preset says of its stages and its own questions, with what
 * this form adds. */
static const char *
settings_of(struct db *db, struct mem *mem, int64_t call_id,
    const struct call_form *f)
{
	struct stmt *s = db_query(db, Q_CALL_EDIT_SETTINGS, I(id, call_id));
	struct json_object *old = NULL, *json = json_object_new_object();
	const char *text;

	if (stmt_step(s)) {
		text = stmt_text(s, "settings_json");
		json_parse(&old, text, strlen(text), 32, NULL);
	}
	stmt_done(s);
	if (json_array(old, "stages") != NULL)
		json_put(json, "stages", json_object_get(json_array(old,
		    "stages")));
	json_put_text(json, "supplement", json_text(old, "supplement"));
	json_put_bool(json, "written", true);
	if (f->min_cents > 0)
		json_put_int(json, "min_cents", f->min_cents);
	if (f->max_cents > 0)
		json_put_int(json, "max_cents", f->max_cents);
	text = mem_strdup(mem, json_object_to_json_string_ext(json,
	    JSON_C_TO_STRING_PLAIN));
	json_object_put(json);
	json_object_put(old);
	return text;
}

static void
put_stages(struct db *db, int64_t call_id, int64_t model_id)
{
	static const struct { const char *key, *label, *kind; } plain[] = {
		{ "depot", N_("Dépôt"), "proposition" },
		{ "instruction", N_("Instruction"), "decision" },
		{ "suivi", N_("Suivi"), "follow_up" } };
	size_t i;

	if (model_id == 0) {
		for (i = 0; i < sizeof(plain) / sizeof(plain[0]); i++)
			db_run(db, Q_CALL_EDIT_STAGE_ADD, I(call, call_id),
			    I(position, (int64_t)i + 1), T(key, plain[i].key),
			    T(label, _(plain[i].label)),
			    T(kind, plain[i].kind));
		return;
	}
	db_run(db, Q_CALL_EDIT_STAGES_COPY, I(call, call_id),
	    I(model, model_id));
	db_run(db, Q_CALL_EDIT_CRITERIA_COPY, I(call, call_id),
	    I(model, model_id));
	db_run(db, Q_CALL_EDIT_PARENTS_COPY, I(call, call_id),
	    I(model, model_id));
	db_run(db, Q_CALL_EDIT_LEVELS_COPY, I(call, call_id),
	    I(model, model_id));
}

static void
put_themes(struct db *db, int64_t call_id, const struct call_form *f)
{
	size_t i;

	db_run(db, Q_PRESET_CALL_THEME_CLEAR, I(call, call_id));
	for (i = 0; i < f->theme_count; i++)
		db_run(db, Q_PRESET_CALL_THEME_ADD, I(call, call_id),
		    I(theme, f->theme_ids[i]));
}

enum rc
call_create(int64_t *id, const char **slug, struct db *db, struct mem *mem,
    int64_t platform_id, const struct call_form *f, const struct act *act,
    struct problems *why)
{
	int64_t made;
	const char *at;
	enum rc rc;

	check(f, why);
	if (why->count > 0)
		return RC_INVALID;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	at = free_slug(db, mem, platform_id, f->title);
	db_run(db, Q_CALL_EDIT_ADD, T(uuid, rand_uuid(mem)),
	    I(platform, platform_id), T(slug, at), T(title, f->title),
	    T(promise, f->promise), T(description, f->description),
	    T(eligibility, f->eligibility), ID(funder, f->funder_id),
	    ID(territory, f->territory_id), I(form, f->form_id),
	    I(opens_at, f->opens_at), ID(closes_at, f->closes_at),
	    POSITIVE(envelope, f->envelope_cents),
	    POSITIVE(max_rate, f->max_rate_percent), T(silence, f->silence),
	    I(silence_months, f->silence_months < 1 ? 2 : f->silence_months),
	    T(remedies, f->remedies), POSITIVE(decision_days,
	    f->decision_days), T(settings, settings_of(db, mem, f->model_id,
	    f)), I(now, act->now));
	made = db_last_id(db);
	put_stages(db, made, f->model_id);
	put_themes(db, made, f);
	audit_note(db, act->who->id, "call_create", platform_id, "call", at,
	    act->now);
	rc = db_write_end(db, RC_OK);
	if (rc == RC_OK) {
		*id = made;
		*slug = at;
	}
	return rc;
}

enum rc
call_change(struct db *db, struct mem *mem, int64_t call_id,
    const struct call_form *f, const struct act *act, struct problems *why)
{
	struct call *call;
	enum rc rc;

	check(f, why);
	if (why->count > 0)
		return RC_INVALID;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	rc = call_load(&call, db, mem, call_id);
	if (rc == RC_OK && (db_int(db, 0, Q_CALL_EDIT_WRITTEN,
	    I(id, call_id)) == 0 || (call->form_id != f->form_id &&
	    db_int(db, 0, Q_CALL_EDIT_USED, I(id, call_id)) != 0)))
		rc = RC_CONFLICT;
	if (rc != RC_OK)
		return db_write_end(db, rc);
	db_run(db, Q_CALL_EDIT_CHANGE, I(id, call_id), T(title, f->title),
	    T(promise, f->promise), T(description, f->description),
	    T(eligibility, f->eligibility), ID(funder, f->funder_id),
	    ID(territory, f->territory_id), I(form, f->form_id),
	    I(opens_at, f->opens_at), ID(closes_at, f->closes_at),
	    POSITIVE(envelope, f->envelope_cents),
	    POSITIVE(max_rate, f->max_rate_percent), T(silence, f->silence),
	    I(silence_months, f->silence_months < 1 ? 2 : f->silence_months),
	    T(remedies, f->remedies), POSITIVE(decision_days,
	    f->decision_days), T(settings, settings_of(db, mem, call_id, f)));
	put_themes(db, call_id, f);
	audit_note(db, act->who->id, "call_change", call->platform_id, "call",
	    call->slug, act->now);
	return db_write_end(db, RC_OK);
}

/* --- invitations ----------------------------------------------------------------------- */

static void
tell_invited(struct db *db, struct mem *mem, const struct call *call,
    int64_t element_id, const char *slug, const char *platform_url,
    const struct act *act)
{
	struct act own = *act;
	const struct notice notice = {
		.key = mem_printf(mem, "call/%lld/invited/%lld",
		    (long long)call->id, (long long)element_id),
		.subject = N_("Vous êtes invité à présenter : %s"),
		.opening = N_("Votre projet « %s » intéresse un financeur, qui "
		    "vous invite à le présenter à son appel :"),
		.quoted = mem_printf(mem, "%s\n%s", call->title,
		    call->promise),
		.after = N_("Votre dossier est déjà rempli : il ne reste que "
		    "ce que cet appel demande en plus."),
	};

	own.holder_url = mem_printf(mem, "%smes-projets/%s/appels/%s",
	    platform_url, slug, call->slug);
	notice_element(db, mem, element_id, &notice, &own);
}

enum rc
call_invite(int64_t *sent, struct db *db, struct mem *mem, int64_t call_id,
    const int64_t *element_ids, size_t n, const char *platform_url,
    const struct act *act)
{
	struct call *call;
	struct stmt *s;
	const char *slug;
	int64_t dossier_id, count = 0;
	bool published;
	size_t i;
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	rc = call_load(&call, db, mem, call_id);
	if (rc != RC_OK)
		return db_write_end(db, rc);
	published = strcmp(call->status, "published") == 0;
	for (i = 0; i < n; i++) {
		s = db_query(db, Q_CALL_EDIT_INVITABLE,
		    I(element, element_ids[i]), I(platform,
		    call->platform_id));
		dossier_id = 0;
		slug = "";
		if (stmt_step(s)) {
			dossier_id = stmt_int(s, "id");
			slug = stmt_str(s, mem, "slug");
		}
		stmt_done(s);
		if (dossier_id == 0 || db_run(db, Q_CALL_EDIT_INVITE,
		    I(call, call_id), I(dossier, dossier_id),
		    I(person, act->who->id), I(now, act->now),
		    ID(sent, published ? act->now : 0)) != 1)
			continue;
		count++;
		if (published)
			tell_invited(db, mem, call, element_ids[i], slug,
			    platform_url, act);
	}
	rc = db_write_end(db, RC_OK);
	if (rc == RC_OK)
		*sent = count;
	return rc;
}

/* --- publishing ---------------------------------------------------------------------------- */

static void
check_public(const struct call_form *f, struct problems *why)
{
	check(f, why);
	if (f->funder_id == 0)
		problem_add(why, "financeur", "%s", _("Dites qui finance."));
	if (text_blank(f->promise))
		problem_add(why, "promesse", "%s", _("Écrivez la promesse de "
		    "l’appel, en une ligne."));
	if (text_blank(f->description))
		problem_add(why, "description", "%s", _("Décrivez l’appel : ce "
		    "qui est financé, comment vous choisissez."));
	if (text_blank(f->remedies) && f->silence != NULL)
		problem_add(why, "recours", "%s", _("La loi veut que l’on dise "
		    "comment contester une décision."));
}

enum rc
call_publish(struct db *db, struct mem *mem, int64_t call_id,
    const char *platform_url, const struct act *act, struct problems *why)
{
	int64_t element_ids[LIST_MOST];
	const char *slugs[LIST_MOST];
	struct call_form f;
	struct call *call;
	struct stmt *s;
	size_t n = 0, i;
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	rc = call_load(&call, db, mem, call_id);
	if (rc == RC_OK)
		rc = call_form_load(&f, db, mem, call_id);
	if (rc != RC_OK)
		return db_write_end(db, rc);
	if (strcmp(call->status, "draft") != 0)
		return db_write_end(db, RC_CONFLICT);
	check_public(&f, why);
	if (why->count > 0)
		return db_write_end(db, RC_INVALID);
	db_run(db, Q_CALL_EDIT_PUBLISH, I(id, call_id));
	s = db_query(db, Q_CALL_EDIT_UNSENT, I(call, call_id));
	while (stmt_step(s) && n < LIST_MOST) {
		element_ids[n] = stmt_int(s, "element_id");
		slugs[n++] = stmt_str(s, mem, "slug");
	}
	stmt_done(s);
	for (i = 0; i < n; i++)
		tell_invited(db, mem, call, element_ids[i], slugs[i],
		    platform_url, act);
	db_run(db, Q_CALL_EDIT_SENT, I(call, call_id), I(now, act->now));
	audit_note(db, act->who->id, "call_publish", call->platform_id, "call",
	    call->slug, act->now);
	return db_write_end(db, RC_OK);
}
