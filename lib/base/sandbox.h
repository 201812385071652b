/*
 * What the process may still do: Landlock, asked of the kernel directly.
 * It is irreversible and inherited; it never widens anything.
 */
#ifndef BASE_SANDBOX_H
#define BASE_SANDBOX_H

#include <stdbool.h>

#include "base/rc.h"

/*
 * Paths end with NULL; one that does not exist is skipped. Below `readable`
 * the process reads and lists; below `writable` it also makes, writes,
 * renames, truncates and removes. Nothing is executable. Open descriptors keep
 * working. Without `network`, TCP connect and bind are refused where the
 * kernel can (6.7); Unix sockets are not concerned.
 */
struct sandbox {
	const char *const *readable;
	const char *const *writable;
	bool		 network;
};

/*
 * Enter it, for ever. RC_OK also when the kernel has no Landlock or only
 * a part of it: one log line tells what holds ("sandbox landlock=6", or
 * landlock=none). RC_FAIL: the kernel has it and refused (logged); do not
 * go on.
 */
enum rc	 sandbox_enter(const struct sandbox *);
/* The ABI of the kernel's Landlock, 0 when there is none. */
int	 sandbox_abi(void);

#endif
