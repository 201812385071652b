/*
 * Folders: made with their parents, listed in a fixed order.
 * It never removes one. Declared in file.h.
 */
#include "config.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/log.h"

static enum rc
failed(const char *what, const char *path, int error)
{
	log_event(LOG_LEVEL_ERROR, what, "path", path, "reason",
	    strerrordesc_np(error), (char *)NULL);
	return RC_FAIL;
}

bool
dir_exists(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

enum rc
dir_make(const char *path, unsigned mode)
{
	struct mem *mem = mem_new();
	char *part = mem_strdup(mem, path), *p = part;
	enum rc rc = RC_OK;
	bool last = false;

	while (rc == RC_OK && !last) {
		p += strspn(p, "/");
		p += strcspn(p, "/");
		last = *p == '\0';
		*p = '\0';
		if (mkdir(part, mode) != 0 && !dir_exists(part))
			rc = failed("dir_make", part, errno);
		if (!last)
			*p = '/';
	}
	mem_free(mem);
	return rc;
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

enum rc
dir_list(const char ***names, struct mem *mem, const char *path)
{
	const char **list = MEM_ARRAY(mem, 16, const char *);
	size_t count = 0, room = 16;
	struct dirent *entry;
	DIR *dir = opendir(path);

	if (dir == NULL)
		return errno == ENOENT ? RC_NOT_FOUND
		    : failed("dir_list", path, errno);
	while ((entry = readdir(dir)) != NULL) {
		if (entry->d_name[0] == '.')
			continue;
		if (count + 1 == room) {
			const char **more = MEM_ARRAY(mem, room * 2,
			    const char *);

			memcpy(more, list, count * sizeof(*list));
			list = more;
			room *= 2;
		}
		list[count++] = mem_strdup(mem, entry->d_name);
	}
	closedir(dir);
	qsort(list, count, sizeof(*list), by_name);
	*names = list;
	return RC_OK;
}
