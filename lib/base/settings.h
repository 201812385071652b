/*
 * The file of settings of an installation: state/terreau.conf, "key = value"
 * lines, # comments. It refuses keys nobody knows, so that a typing error is seen.
 *
 * A missing file is an empty one: every setting has a default, told in
 * doc/operations.md. Secrets may stand in a file of their own, named by
 * smtp_password_file.
 */
#ifndef BASE_SETTINGS_H
#define BASE_SETTINGS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/rc.h"

struct settings;

/*
 * Read dir/terreau.conf. *settings lives in mem. RC_INVALID: logged with the
 * line. RC_FAIL: it exists and cannot be read; logged.
 */
enum rc	 settings_load(struct settings **, struct mem *, const char *dir);
/* The value of a known key (asserted), or `otherwise`; "" counts as absent. */
const char *settings_text(const struct settings *, const char *key,
	    const char *otherwise);
bool	 settings_flag(const struct settings *, const char *key,
	    bool otherwise);
/* A whole number between two bounds; anything else counts as absent. */
int64_t	 settings_number(const struct settings *, const char *key,
	    int64_t least, int64_t most, int64_t otherwise);

#endif
