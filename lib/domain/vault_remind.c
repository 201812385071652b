/*
 * A document ends soon: its owner is told, 60 and 15 days before.
 * It sends nothing: each mail is a job, with an identity so that it leaves once.
 */
#include "config.h"

#include "domain/vault.h"

#include "base/date.h"
#include "base/json.h"
#include "base/lang.h"
#include "domain/job.h"
#include "domain/mail.h"

static const int days_before[] = { 60, 15 };
#define REMINDERS	(sizeof(days_before) / sizeof(days_before[0]))

/* At eight in the morning, in the middle of the world this serves. */
#define HOUR		((int64_t)6 * 3600)

/* The next one after `now`; 0: none is left. */
static int64_t
next_after(int64_t until, int64_t now)
{
	int64_t at;
	size_t i;

	for (i = 0; i < REMINDERS; i++) {
		at = until - days_before[i] * DATE_DAY + HOUR;
		if (at > now)
			return at;
	}
	return 0;
}

void
vault_remind(struct db *db, struct mem *mem, int64_t document_id,
    const char *until, int64_t now)
{
	struct json_object *payload;
	int64_t end, at;

	if (until == NULL || !date_parse_unix(&end, until))
		return;
	at = next_after(end, now);
	if (at == 0)
		return;
	payload = json_object_new_object();
	json_put_int(payload, "document", document_id);
	job_add(db, "document_expiry", mem_printf(mem, "%lld",
	    (long long)document_id), payload, at, now);
	json_object_put(payload);
}

/* --- telling --------------------------------------------------------------- */

struct ending {
	int64_t		 id;
	const char	*label, *expires_on, *organisation, *slug;
	int64_t		 owner_person_id, owner_organisation_id;
	int64_t		 until;
	int		 days;		/* the reminder that is due */
	const char	*site;
};

static bool
load(struct ending *e, struct db *db, struct mem *mem, int64_t id)
{
	struct stmt *s = db_query(db, Q_VAULT_REMINDER, I(document, id));

	*e = (struct ending){ .id = id };
	if (!stmt_step(s))
		return false;
	e->label = stmt_str(s, mem, "label");
	e->expires_on = stmt_str(s, mem, "expires_on");
	e->owner_person_id = stmt_int(s, "owner_person_id");
	e->owner_organisation_id = stmt_int(s, "owner_organisation_id");
	e->organisation = stmt_str(s, mem, "organisation");
	e->slug = stmt_str(s, mem, "slug");
	stmt_done(s);
	return e->expires_on != NULL && date_parse_unix(&e->until,
	    e->expires_on);
}

/* The closest reminder whose day has come; 0: none, or it has ended. */
static int
due(int64_t until, int64_t now)
{
	int days = 0;
	size_t i;

	for (i = 0; i < REMINDERS; i++)
		if (now >= until - days_before[i] * DATE_DAY)
			days = days_before[i];
	return now >= until + DATE_DAY ? 0 : days;
}

static const char *
body(struct mem *mem, const struct ending *e, const char *name)
{
	const char *where = e->site == NULL ? _("Ouvrez « Votre compte », puis "
	    "« Documents ».") : e->organisation == NULL ?
	    mem_printf(mem, "%s/compte/documents/%lld", e->site,
	    (long long)e->id) : mem_printf(mem,
	    "%s/compte/organisations/%s/documents/%lld", e->site, e->slug,
	    (long long)e->id);

	return mem_printf(mem, _("Bonjour %s,\n\nLe document « %s » du coffre "
	    "%s n’est plus valable après le %s.\n\nDéposez-en une nouvelle "
	    "version : vos dossiers en préparation s’en serviront aussitôt, "
	    "sans rien redéposer.\n\n%s\n"), name, e->label,
	    e->organisation == NULL ? _("de votre compte") :
	    mem_printf(mem, _("de « %s »"), e->organisation),
	    date_long_iso(mem, e->expires_on, lang_get()), where);
}

static void
tell(struct db *db, struct mem *mem, const struct ending *e, struct stmt *s,
    int64_t now)
{
	const char *before = lang_get(), *lang = lang_find(stmt_text(s,
	    "lang"));
	struct mail mail = { .to = stmt_str(s, mem, "email"),
	    .to_name = stmt_str(s, mem, "name") };

	if (lang != NULL)
		lang_set(lang);
	mail.subject = mem_printf(mem, _("« %s » n’est bientôt plus valable"),
	    e->label);
	mail.body = body(mem, e, mail.to_name);
	mail.key = mem_printf(mem, "expiry/%lld/%s/%d/%lld", (long long)e->id,
	    e->expires_on, e->days, (long long)stmt_int(s, "id"));
	mail_add(db, &mail, now);
	lang_set(before);
}

enum rc
vault_remind_now(struct db *db, struct mem *mem, int64_t document_id,
    const char *site, int64_t now)
{
	struct ending e;
	struct stmt *s;
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	if (!load(&e, db, mem, document_id))
		return db_write_end(db, RC_OK);	/* removed meanwhile */
	e.site = site;
	e.days = due(e.until, now);
	s = db_query(db, Q_VAULT_READERS,
	    I(person, e.days == 0 || e.owner_organisation_id != 0 ? 0 :
	    e.owner_person_id), I(organisation, e.days == 0 ? 0 :
	    e.owner_organisation_id));
	while (stmt_step(s))
		tell(db, mem, &e, s, now);
	vault_remind(db, mem, document_id, e.expires_on, now);
	return db_write_end(db, RC_OK);
}
