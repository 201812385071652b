/*
 * Uploaded files: spooled, offered to the handler, swept away.
 * What the handler did not rename away is gone after the reply.
 */
#include "config.h"

#include "web/upload.h"

#include <dirent.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "web/spool.h"

#define SWEEP_AGE	((int64_t)3600)		/* seconds */

static const char *
folder(struct mem *mem, const char *state_dir)
{
	return mem_printf(mem, "%s/tmp", state_dir);
}

/* --- receiving ----------------------------------------------------------- */

bool
spool_takes(const struct field_rule *rule, const char *name)
{
	size_t len = strlen(rule->name);

	if (rule->type != F_FILE)
		return false;
	if (len > 0 && rule->name[len - 1] == '.')
		return strncmp(name, rule->name, len) == 0 && name[len] != '\0';
	return strcmp(name, rule->name) == 0;
}

enum rc
spool_begin(struct spool *s, struct req *req, const struct field_rule *rule,
    const char *name, const char *filename, const char *type)
{
	const char *dir = folder(req->mem, db_state_dir(req->db));
	struct upload *u;
	size_t files = 0;

	*s = (struct spool){ .mem = req->mem };
	for (u = req->uploads; u != NULL; u = u->next, files++)
		if (!(rule->flags & FIELD_MANY) &&
		    strcmp(u->field, name) == 0)
			return RC_INVALID;
	if (files >= SPOOL_FILES)
		return RC_INVALID;
	if (dir_make(dir, 0750) != RC_OK)
		return RC_FAIL;
	u = MEM_NEW(req->mem, struct upload);
	if (file_temporary(&u->fd, &u->path, req->mem, dir) != RC_OK)
		return RC_FAIL;
	u->field = mem_strdup(req->mem, name);
	u->filename = filename;
	u->type = type;
	s->max = rule->max > 0 ? rule->max : INT64_MAX;
	s->upload = u;
	digest_init(&s->digest);
	return RC_OK;
}

enum rc
spool_data(struct spool *s, const char *data, size_t len)
{
	struct upload *u = s->upload;

	if (u == NULL)
		return RC_OK;
	u->size_bytes += (int64_t)len;
	if (u->size_bytes > s->max) {
		u->too_long = true;	/* read on: the other fields count */
		return RC_OK;
	}
	digest_add(&s->digest, data, len);
	return file_write_all(u->fd, data, len, u->path);
}

void
spool_end(struct spool *s, struct upload **list)
{
	if (s->upload == NULL)
		return;
	digest_end_hex(&s->digest, s->upload->sha256);
	while (*list != NULL)
		list = &(*list)->next;
	*list = s->upload;
	s->upload = NULL;
}

void
spool_abandon(struct spool *s)
{
	uploads_release(s->upload);
	s->upload = NULL;
}

/* --- the handler's side -------------------------------------------------- */

struct upload *
upload_next(const struct req *req, const struct upload *u, const char *field)
{
	struct upload *next = u == NULL ? req->uploads : u->next;

	while (next != NULL && strcmp(next->field, field) != 0)
		next = next->next;
	return next;
}

void
uploads_release(struct upload *u)
{
	for (; u != NULL; u = u->next) {
		if (u->fd >= 0)
			close(u->fd);
		u->fd = -1;
		file_remove(u->path);
	}
}

void
uploads_sweep(const char *state_dir, int64_t now)
{
	struct mem *mem = mem_new();
	const char *dir = folder(mem, state_dir), *path;
	struct dirent *e;
	struct stat st;
	DIR *d = opendir(dir);

	while (d != NULL && (e = readdir(d)) != NULL) {
		path = mem_printf(mem, "%s/%s", dir, e->d_name);
		if (lstat(path, &st) == 0 && S_ISREG(st.st_mode) &&
		    now - st.st_mtime > SWEEP_AGE)
			file_remove(path);
	}
	if (d != NULL)
		closedir(d);
	mem_free(mem);
}
