/*
 * What an antivirus said of files.
 */
#include "config.h"

#include "domain/scan.h"

#include <errno.h>
#include <stdio.h>

#include "base/file.h"
#include "base/lang.h"
#include "base/log.h"
#include "domain/job.h"
#include "domain/mail.h"
#include "domain/stored_file.h"

static void
read_files(struct scan_files *list, struct mem *mem, struct stmt *s)
{
	*list = (struct scan_files){ MEM_ARRAY(mem, SCAN_BATCH,
	    struct scan_file), 0 };
	while (list->count < SCAN_BATCH && stmt_step(s)) {
		list->rows[list->count].id = stmt_int(s, "id");
		list->rows[list->count].sha256 = stmt_str(s, mem, "sha256");
		list->count++;
	}
	stmt_done(s);
}

void
scan_next(struct scan_files *list, struct db *db, struct mem *mem,
    int64_t after)
{
	read_files(list, mem, db_query(db, Q_SCAN_NEXT, I(after, after),
	    I(limit, SCAN_BATCH)));
}

int64_t
scan_waiting(struct db *db)
{
	return db_int(db, 0, Q_SCAN_WAITING);
}

enum rc
scan_ask(struct db *db, int64_t now)
{
	enum rc rc;

	if (scan_waiting(db) == 0)
		return RC_OK;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	job_add(db, "scan", "files", NULL, now, now);
	return db_write_end(db, RC_OK);
}

enum rc
scan_clean(struct db *db, int64_t file_id, int64_t now)
{
	return db_write_run(db, RC_OK, Q_SCAN_NOTE, I(id, file_id),
	    NIL(infected), I(now, now));
}

/* --- found ----------------------------------------------------------------- */

static void
set_aside(struct db *db, struct mem *mem, const char *sha256)
{
	const char *from = stored_file_path(mem, db_state_dir(db), sha256);
	const char *dir = mem_printf(mem, "%s/quarantine", db_state_dir(db));

	if (!file_exists(from) || dir_make(dir, 0700) != RC_OK)
		return;
	if (rename(from, mem_printf(mem, "%s/%s", dir, sha256)) != 0)
		log_event(LOG_LEVEL_ERROR, "quarantine", "file", sha256,
		    "reason", strerrordesc_np(errno), NULL);
}

static void
tell(struct db *db, struct mem *mem, struct stmt *s, int64_t file_id,
    const char *site, int64_t now)
{
	const char *before = lang_get(), *lang = lang_find(stmt_text(s,
	    "lang"));
	struct mail mail = { .to = stmt_str(s, mem, "email"),
	    .to_name = stmt_str(s, mem, "name") };
	const char *file = stmt_str(s, mem, "file");

	if (lang != NULL)
		lang_set(lang);
	mail.subject = mem_printf(mem, _("Un virus dans « %s »"), file);
	mail.body = mem_printf(mem, _("Bonjour %s,\n\nL’antivirus a trouvé un "
	    "virus dans le fichier « %s ». Il est mis à l’écart : personne ne "
	    "peut le télécharger.\n\nVérifiez l’appareil d’où il vient, puis "
	    "déposez un fichier sain à sa place.\n\n%s\n"), mail.to_name, file,
	    site == NULL ? "" : mem_printf(mem, "%s/compte/documents", site));
	mail.key = mem_printf(mem, "infected/%lld/%lld", (long long)file_id,
	    (long long)stmt_int(s, "id"));
	mail_add(db, &mail, now);
	lang_set(before);
}

enum rc
scan_infected(struct db *db, struct mem *mem, const struct scan_file *f,
    const char *name, const char *site, int64_t now)
{
	enum rc rc = db_write_begin(db);
	struct stmt *s;

	if (rc != RC_OK)
		return rc;
	db_run(db, Q_SCAN_NOTE, I(id, f->id), T(infected, name), I(now, now));
	s = db_query(db, Q_SCAN_READERS, I(file, f->id));
	while (stmt_step(s))
		tell(db, mem, s, f->id, site, now);
	rc = db_write_end(db, RC_OK);
	if (rc == RC_OK)
		set_aside(db, mem, f->sha256);
	return rc;
}

void
scan_quarantine(struct db *db, struct mem *mem)
{
	struct scan_files list;
	size_t i;

	read_files(&list, mem, db_query(db, Q_SCAN_INFECTED,
	    I(limit, SCAN_BATCH)));
	for (i = 0; i < list.count; i++)
		set_aside(db, mem, list.rows[i].sha256);
}
