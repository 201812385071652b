/*
 * Whole files read, durable writes, locks.
 * It never leaves half a file under its final name. Folders are in dir.c.
 */
#include "config.h"

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/digest.h"
#include "base/log.h"
#include "base/rand.h"

static enum rc
failed(const char *what, const char *path, int error)
{
	log_event(LOG_LEVEL_ERROR, what, "path", path, "reason",
	    strerrordesc_np(error), "errno", strerrorname_np(error),
	    (char *)NULL);
	return RC_FAIL;
}

/* --- reading ------------------------------------------------------------ */

/* Read to the end; bytes read, or -1. */
static ssize_t
read_whole(int fd, char *data, size_t size)
{
	size_t have = 0;
	ssize_t n;

	while (have < size) {
		n = read(fd, data + have, size - have);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return -1;
		if (n == 0)
			break;
		have += (size_t)n;
	}
	return (ssize_t)have;
}

enum rc
file_read(char **data, size_t *len, struct mem *mem, const char *path,
    size_t max)
{
	struct stat st;
	char *buffer;
	ssize_t n;
	enum rc rc = RC_OK;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return errno == ENOENT || errno == ENOTDIR ? RC_NOT_FOUND
		    : failed("file_read", path, errno);
	if (fstat(fd, &st) != 0)
		rc = failed("file_read", path, errno);
	else if (S_ISDIR(st.st_mode))
		rc = failed("file_read", path, EISDIR);
	else if (st.st_size < 0 || (size_t)st.st_size > max) {
		log_event(LOG_LEVEL_ERROR, "file_too_long", "path", path,
		    (char *)NULL);
		rc = RC_INVALID;
	}
	if (rc != RC_OK)
		goto out;
	buffer = mem_alloc(mem, (size_t)st.st_size + 1);
	n = read_whole(fd, buffer, (size_t)st.st_size);
	if (n < 0) {
		rc = failed("file_read", path, errno);
		goto out;
	}
	*data = buffer;
	if (len != NULL)
		*len = (size_t)n;
out:
	close(fd);
	return rc;
}

enum rc
file_sha256(char hex[65], int64_t *size_bytes, const char *path)
{
	struct digest d;
	char piece[16384];
	int64_t total = 0;
	ssize_t n;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return errno == ENOENT ? RC_NOT_FOUND
		    : failed("file_sha256", path, errno);
	digest_init(&d);
	while ((n = read_whole(fd, piece, sizeof(piece))) > 0) {
		digest_add(&d, piece, (size_t)n);
		total += n;
	}
	if (n < 0)
		failed("file_sha256", path, errno);
	close(fd);
	if (n < 0)
		return RC_FAIL;
	digest_end_hex(&d, hex);
	if (size_bytes != NULL)
		*size_bytes = total;
	return RC_OK;
}

bool
file_exists(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

int64_t
file_size(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 ? st.st_size : -1;
}

/* --- writing ------------------------------------------------------------ */

enum rc
file_write_all(int fd, const void *data, size_t len, const char *path)
{
	const char *p = data;
	ssize_t n;

	while (len > 0) {
		n = write(fd, p, len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return failed("file_write", path, errno);
		p += n;
		len -= (size_t)n;
	}
	return RC_OK;
}

/* "." when the path has no folder. */
static const char *
folder_of(struct mem *mem, const char *path)
{
	const char *slash = strrchr(path, '/');

	if (slash == NULL)
		return ".";
	return slash == path ? "/"
	    : mem_strndup(mem, path, (size_t)(slash - path));
}

static enum rc
sync_folder(const char *path)
{
	struct mem *mem = mem_new();
	const char *folder = folder_of(mem, path);
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	enum rc rc = RC_OK;

	if (fd < 0 || fsync(fd) != 0)
		rc = failed("folder_sync", folder, errno);
	if (fd >= 0)
		close(fd);
	mem_free(mem);
	return rc;
}

enum rc
file_store_durably(int fd, const char *tmp_path, const char *final_path)
{
	enum rc rc;

	if (fsync(fd) != 0)
		rc = failed("file_sync", tmp_path, errno);
	else if (rename(tmp_path, final_path) != 0)
		rc = failed("file_rename", final_path, errno);
	else
		return sync_folder(final_path);
	unlink(tmp_path);
	return rc;
}

enum rc
file_temporary(int *fd, const char **path, struct mem *mem, const char *dir)
{
	const char *name = mem_printf(mem, "%s/.tmp-%s", dir,
	    rand_token(mem, 16));
	int opened = open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0640);

	if (opened < 0)
		return failed("file_temporary", name, errno);
	*fd = opened;
	*path = name;
	return RC_OK;
}

enum rc
file_write_durably(const char *path, const void *data, size_t len)
{
	struct mem *mem = mem_new();
	const char *tmp;
	enum rc rc;
	int fd;

	rc = file_temporary(&fd, &tmp, mem, folder_of(mem, path));
	if (rc != RC_OK)
		goto out;
	rc = file_write_all(fd, data, len, path);
	if (rc == RC_OK)
		rc = file_store_durably(fd, tmp, path);
	else
		unlink(tmp);
	close(fd);
out:
	mem_free(mem);
	return rc;
}

enum rc
file_remove(const char *path)
{
	if (unlink(path) != 0 && errno != ENOENT)
		return failed("file_remove", path, errno);
	return RC_OK;
}

/* --- locks -------------------------------------------------------------- */

