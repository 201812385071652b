/*
 * Files sent in pieces.
 * It never acknowledges bytes that are not on disk.
 */
#include "config.h"

#include "domain/sending.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <strings.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/log.h"
#include "base/rand.h"
#include "base/settings.h"
#include "base/text.h"
#include "domain/document.h"

#define MB		((int64_t)1000000)
#define NAME_MAX_CHARS	200
#define ORPHAN_AGE	((int64_t)3600)		/* of a file without a row */
#define SWEPT		200

/* --- where ----------------------------------------------------------------- */

static const char *
folder(struct mem *mem, const struct db *db)
{
	return mem_printf(mem, "%s/tmp/sendings", db_state_dir(db));
}

static const char *
path_of(struct mem *mem, const struct db *db, const char *token)
{
	return mem_printf(mem, "%s/%s", folder(mem, db), token);
}

int64_t
sending_limit(struct mem *mem, const char *state_dir)
{
	struct settings *s;

	if (settings_load(&s, mem, state_dir) != RC_OK)
		return SENDING_MAX * MB;
	return MB * settings_number(s, "upload_max_mb", 20, 10000,
	    SENDING_MAX);
}

/* --- beginning ------------------------------------------------------------- */

static void
check(struct mem *mem, const struct db *db, const char *name,
    int64_t size_bytes, const char *sha256, struct problems *why)
{
	int64_t limit = sending_limit(mem, db_state_dir(db));
	unsigned char raw[DIGEST_SIZE];

	if (*name == '\0' || text_length(name) > NAME_MAX_CHARS)
		problem_add(why, "nom", "%s", _("Donnez un nom plus court à ce "
		    "fichier."));
	if (size_bytes <= 0)
		problem_add(why, "taille", _("« %s » est vide. Choisissez un "
		    "autre fichier."), name);
	else if (size_bytes > limit)
		problem_add(why, "taille", _("« %s » est trop lourd (%s) : "
		    "%ld Mo au plus."), name, document_size_label(mem,
		    size_bytes), (long)(limit / MB));
	if (sha256 != NULL && !text_unhex(raw, sizeof(raw), sha256))
		problem_add(why, "sha256", "%s", _("Cette empreinte ne se lit "
		    "pas : soixante-quatre chiffres hexadécimaux."));
}

static enum rc
make_file(struct mem *mem, const struct db *db, const char *token)
{
	const char *path = path_of(mem, db, token);
	int fd;

	if (dir_make(folder(mem, db), 0750) != RC_OK)
		return RC_FAIL;
	fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0640);
	if (fd < 0) {
		log_event(LOG_LEVEL_ERROR, "sending", "path", path, "reason",
		    strerrordesc_np(errno), NULL);
		return RC_FAIL;
	}
	close(fd);
	return RC_OK;
}

enum rc
sending_begin(struct sending *s, struct db *db, struct mem *mem,
    int64_t person_id, const char *name, int64_t size_bytes,
    const char *sha256, int64_t now, struct problems *why)
{
	const char *token = rand_token(mem, 16);
	struct digest d = { { 0 } };
	enum rc rc;

	check(mem, db, name, size_bytes, sha256, why);
	if (why->count > 0)
		return RC_INVALID;
	rc = make_file(mem, db, token);
	if (rc != RC_OK || (rc = db_write_begin(db)) != RC_OK)
		return rc;
	if (db_int(db, 0, Q_SENDING_COUNT, I(person, person_id), I(now, now))
	    >= SENDINGS_OPEN)
		rc = RC_CONFLICT;
	digest_init(&d);
	if (rc == RC_OK)
		db_run(db, Q_SENDING_ADD, T(token, token), I(person, person_id),
		    T(name, name), I(size, size_bytes), B(digest, &d,
		    sizeof(d)), T(sha256, sha256), I(now, now),
		    I(lease, now + SENDING_LEASE));
	rc = db_write_end(db, rc);
	if (rc != RC_OK) {
		file_remove(path_of(mem, db, token));
		return rc;
	}
	return sending_load(s, db, mem, person_id, token, now);
}

/* --- continuing ------------------------------------------------------------ */

static bool
read_row(struct sending *s, struct digest *d, struct mem *mem, struct stmt *st)
{
	const void *blob;
	size_t len;

	if (!stmt_step(st))
		return false;
	s->id = stmt_int(st, "id");
	s->person_id = stmt_int(st, "person_id");
	s->token = stmt_str(st, mem, "token");
	s->name = stmt_str(st, mem, "name");
	s->size_bytes = stmt_int(st, "size_bytes");
	s->offset_bytes = stmt_int(st, "offset_bytes");
	blob = stmt_blob(st, "digest", &len);
	if (d != NULL && len == sizeof(*d))
		memcpy(d, blob, len);
	s->sha256 = stmt_str(st, mem, "sha256");
	s->lease_until = stmt_int(st, "lease_until");
	stmt_done(st);
	return true;
}

static enum rc
load(struct sending *s, struct digest *d, struct db *db, struct mem *mem,
    int64_t person_id, const char *token, int64_t now)
{
	*s = (struct sending){ 0 };
	if (!read_row(s, d, mem, db_query(db, Q_SENDING_BY_TOKEN,
	    T(token, token), I(person, person_id), I(now, now))))
		return RC_NOT_FOUND;
	return RC_OK;
}

enum rc
sending_load(struct sending *s, struct db *db, struct mem *mem,
    int64_t person_id, const char *token, int64_t now)
{
	return load(s, NULL, db, mem, person_id, token, now);
}

static enum rc
write_at(int fd, const char *path, int64_t offset, const void *data,
    size_t len)
{
	if (lseek(fd, (off_t)offset, SEEK_SET) < 0)
		return RC_FAIL;
	if (file_write_all(fd, data, len, path) != RC_OK)
		return RC_FAIL;
	if (fdatasync(fd) == 0)
		return RC_OK;
	log_event(LOG_LEVEL_ERROR, "sending", "path", path, "reason",
	    strerrordesc_np(errno), NULL);
	return RC_FAIL;
}

/* Note that the piece is there; under the file's lock. */
static enum rc
acknowledge(struct sending *s, struct db *db, const struct digest *d,
    size_t len, int64_t now)
{
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	if (db_run(db, Q_SENDING_GROWN, I(id, s->id),
	    I(before, s->offset_bytes), I(after, s->offset_bytes +
	    (int64_t)len), B(digest, d, sizeof(*d)),
	    I(lease, now + SENDING_LEASE)) != 1)
		return db_write_end(db, RC_CONFLICT);
	rc = db_write_end(db, RC_OK);
	if (rc == RC_OK)
		s->offset_bytes += (int64_t)len;
	return rc;
}

static enum rc
append(struct sending *s, struct digest *d, struct db *db, int fd,
    const char *path, const void *data, size_t len, int64_t now)
{
	enum rc rc = write_at(fd, path, s->offset_bytes, data, len);

	if (rc != RC_OK)
		return rc;
	digest_add(d, data, len);
	return acknowledge(s, db, d, len, now);
}

enum rc
sending_append(struct sending *s, struct db *db, struct mem *mem,
    int64_t offset, const void *data, size_t len, const char *checksum,
    int64_t now)
{
	const char *path = path_of(mem, db, s->token);
	char found[DIGEST_HEX];
	struct digest d;
	enum rc rc;
	int fd;

	digest_sha256_hex(found, data, len);
	if (checksum != NULL && strcasecmp(checksum, found) != 0)
		return RC_INVALID;
	fd = open(path, O_WRONLY | O_CLOEXEC);
	if (fd < 0)
		return RC_NOT_FOUND;
	/* One piece at a time: the offset is read again under the lock, which
	 * the kernel drops with the process. */
	rc = flock(fd, LOCK_EX | LOCK_NB) != 0 ? RC_CONFLICT : load(s, &d, db,
	    mem, s->person_id, s->token, now);
	if (rc == RC_OK && offset != s->offset_bytes)
		rc = RC_CONFLICT;
	if (rc == RC_OK && (int64_t)len > s->size_bytes - offset)
		rc = RC_INVALID;
	if (rc == RC_OK && len > 0)
		rc = append(s, &d, db, fd, path, data, len, now);
	close(fd);
	return rc;
}

/* --- a file that came whole ---------------------------------------------- */

static enum rc
copy(struct sending *s, struct db *db, struct mem *mem, int fd, int64_t now)
{
	char *piece = mem_alloc(mem, SENDING_PIECE);
	enum rc rc = RC_OK;
	ssize_t n = 1;

	if (lseek(fd, 0, SEEK_SET) < 0)
		return RC_FAIL;
	while (rc == RC_OK && (n = read(fd, piece, SENDING_PIECE)) > 0)
		rc = sending_append(s, db, mem, s->offset_bytes, piece,
		    (size_t)n, NULL, now);
	return n < 0 ? RC_FAIL : rc;
}

enum rc
sending_adopt(struct sending *s, struct db *db, struct mem *mem,
    int64_t person_id, const struct received *r, int64_t now)
{
	struct problems why = PROBLEMS_INIT(mem);
	enum rc rc = sending_begin(s, db, mem, person_id, r->name,
	    r->size_bytes, r->sha256, now, &why);

	if (rc != RC_OK)
		return rc;
	rc = copy(s, db, mem, r->fd, now);
	if (rc != RC_OK)
		sending_end(db, mem, s);
	return rc;
}

/* --- ending ---------------------------------------------------------------- */

/* It is all there, and what was announced; under the file's lock. */
static enum rc
whole(struct received *r, struct db *db, struct mem *mem,
    const struct sending *s)
{
	struct sending again;
	struct digest d;
	char sha256[DIGEST_HEX];

	if (load(&again, &d, db, mem, s->person_id, s->token, 0) != RC_OK)
		return RC_NOT_FOUND;
	if (again.offset_bytes != again.size_bytes)
		return RC_CONFLICT;
	digest_end_hex(&d, sha256);
	if (s->sha256 != NULL && strcasecmp(s->sha256, sha256) != 0) {
		sending_end(db, mem, s);
		return RC_INVALID;
	}
	*r = (struct received){ .fd = -1, .sha256 = mem_strdup(mem, sha256),
	    .size_bytes = s->size_bytes, .name = s->name,
	    .max_bytes = sending_limit(mem, db_state_dir(db)) };
	return RC_OK;
}

enum rc
sending_received(struct received *r, struct db *db, struct mem *mem,
    const struct sending *s)
{
	const char *path = path_of(mem, db, s->token);
	int fd = open(path, O_RDWR | O_CLOEXEC);
	enum rc rc;

	if (fd < 0)
		return RC_NOT_FOUND;
	/* Until it is closed: a form sent twice takes the file once. */
	rc = flock(fd, LOCK_EX) != 0 ? RC_FAIL : whole(r, db, mem, s);
	/* Bytes beyond the offset were never acknowledged. */
	if (rc == RC_OK && ftruncate(fd, (off_t)s->size_bytes) != 0)
		rc = RC_FAIL;
	if (rc != RC_OK) {
		close(fd);
		return rc;
	}
	r->path = path;
	r->fd = fd;
	return RC_OK;
}

void
sending_end(struct db *db, struct mem *mem, const struct sending *s)
{
	if (db_write_run(db, RC_OK, Q_SENDING_DROP, I(id, s->id)) == RC_OK)
		file_remove(path_of(mem, db, s->token));
}

/* --- sweeping -------------------------------------------------------------- */

static void
sweep_files(struct db *db, struct mem *mem, int64_t now)
{
	const char **names, *path;
	struct stat st;
	size_t i;

	if (dir_list(&names, mem, folder(mem, db)) != RC_OK)
		return;
	for (i = 0; names[i] != NULL; i++) {
		path = path_of(mem, db, names[i]);
		if (stat(path, &st) == 0 && now - (int64_t)st.st_mtime >
		    ORPHAN_AGE && db_int(db, 0, Q_SENDING_IS,
		    T(token, names[i])) == 0)
			file_remove(path);
	}
}

void
sending_sweep(struct db *db, int64_t now)
{
	struct mem *mem = mem_new();

	db_write_run(db, RC_OK, Q_SENDING_SWEEP, I(now, now),
	    I(limit, SWEPT));
	sweep_files(db, mem, now);
	mem_free(mem);
}
