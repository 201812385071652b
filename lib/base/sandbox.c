/*
 * Landlock by raw system calls (there is no libc wrapper).
 * It takes rights away; it opens nothing and grants nothing.
 */
#include "config.h"

#include "base/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/log.h"

/* Newer than Debian 12's headers; the numbers are the kernel's for ever. */
#ifndef LANDLOCK_ACCESS_FS_TRUNCATE
#define LANDLOCK_ACCESS_FS_TRUNCATE	(1ULL << 14)	/* ABI 3 */
#endif
#define TCP_BIND_AND_CONNECT		3ULL		/* ABI 4 */

#define FILE_READ	((uint64_t)LANDLOCK_ACCESS_FS_READ_FILE)
#define FILE_WRITE	((uint64_t)LANDLOCK_ACCESS_FS_WRITE_FILE	\
    | LANDLOCK_ACCESS_FS_TRUNCATE)
#define DIR_READ	(FILE_READ | LANDLOCK_ACCESS_FS_READ_DIR)
#define DIR_WRITE	(DIR_READ | FILE_WRITE				\
    | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_DIR		\
    | LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR	\
    | LANDLOCK_ACCESS_FS_REFER)
#define ABI_1		((1ULL << 13) - 1)	/* every right of the first */

/* struct landlock_ruleset_attr as of ABI 4; older kernels accept the longer
 * one as long as the tail is zero. */
struct ruleset {
	uint64_t	fs, net;
};

int
sandbox_abi(void)
{
	long abi = syscall(SYS_landlock_create_ruleset, NULL, 0,
	    LANDLOCK_CREATE_RULESET_VERSION);

	return abi < 0 ? 0 : (int)abi;
}

/* Every right that this kernel can refuse. */
static uint64_t
known_rights(int abi)
{
	uint64_t known = ABI_1;

	if (abi >= 2)
		known |= LANDLOCK_ACCESS_FS_REFER;
	if (abi >= 3)
		known |= LANDLOCK_ACCESS_FS_TRUNCATE;
	return known;
}

static enum rc
failed(const char *path)
{
	log_event(LOG_LEVEL_ERROR, "sandbox", "path", path, "reason",
	    strerrordesc_np(errno), (char *)NULL);
	return RC_FAIL;
}

static enum rc
allow(int ruleset, const char *path, bool write, uint64_t known)
{
	struct landlock_path_beneath_attr rule = { 0 };
	struct stat st;
	enum rc rc = RC_OK;

	rule.parent_fd = open(path, O_PATH | O_CLOEXEC);
	if (rule.parent_fd < 0)
		return errno == ENOENT ? RC_OK : failed(path);
	if (fstat(rule.parent_fd, &st) != 0)
		rc = failed(path);
	else if (S_ISDIR(st.st_mode))
		rule.allowed_access = (write ? DIR_WRITE : DIR_READ) & known;
	else
		rule.allowed_access = (write ? FILE_READ | FILE_WRITE
		    : FILE_READ) & known;
	if (rc == RC_OK && syscall(SYS_landlock_add_rule, ruleset,
	    LANDLOCK_RULE_PATH_BENEATH, &rule, 0) != 0)
		rc = failed(path);
	close(rule.parent_fd);
	return rc;
}

static enum rc
allow_all(int ruleset, const char *const *paths, bool write, uint64_t known)
{
	enum rc rc = RC_OK;

	for (; rc == RC_OK && paths != NULL && *paths != NULL; paths++)
		rc = allow(ruleset, *paths, write, known);
	return rc;
}

enum rc
sandbox_enter(const struct sandbox *box)
{
	int abi = sandbox_abi(), fd;
	struct ruleset attr = { known_rights(abi), 0 };
	char number[12];
	enum rc rc;

	if (abi == 0) {
		log_event(LOG_LEVEL_WARN, "sandbox", "landlock", "none",
		    (char *)NULL);
		return RC_OK;
	}
	if (abi >= 4 && !box->network)
		attr.net = TCP_BIND_AND_CONNECT;
	fd = (int)syscall(SYS_landlock_create_ruleset, &attr,
	    abi >= 4 ? sizeof(attr) : sizeof(attr.fs), 0);
	if (fd < 0)
		return failed("ruleset");
	fcntl(fd, F_SETFD, FD_CLOEXEC);
	rc = allow_all(fd, box->readable, false, attr.fs);
	if (rc == RC_OK)
		rc = allow_all(fd, box->writable, true, attr.fs);
	if (rc == RC_OK && (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0
	    || syscall(SYS_landlock_restrict_self, fd, 0) != 0))
		rc = failed("restrict");
	close(fd);
	if (rc == RC_OK) {
		snprintf(number, sizeof(number), "%d", abi);
		log_event(LOG_LEVEL_INFO, "sandbox", "landlock", number,
		    "network", box->network ? "yes"
		    : abi >= 4 ? "no" : "unrestricted", (char *)NULL);
	}
	return rc;
}
