/*
 * Names that are known to follow people, and nothing else: a parameter of ours
 * never begins like them.
 */
#include "config.h"

#include "web/tracker.h"

#include <stdbool.h>
#include <string.h>

/* Those that end with "_" stand for all that begin so. */
static const char *const trackers[] = { "utm_", "mtm_", "pk_", "mc_", "at_",
    "fbclid", "gclid", "gbraid", "wbraid", "dclid", "msclkid",
    "twclid", "igshid", "ttclid", "li_fat_id", NULL };

static bool
is_tracker(const char *name, size_t len)
{
	const char *const *t;
	size_t n;

	for (t = trackers; *t != NULL; t++) {
		n = strlen(*t);
		if (n <= len && strncmp(name, *t, n) == 0 &&
		    (n == len || (*t)[n - 1] == '_'))
			return true;
	}
	return false;
}

const char *
tracker_strip(struct mem *mem, const char *query)
{
	char *kept = NULL, *end = NULL;
	const char *p, *next;
	size_t len;

	for (p = query; *p != '\0'; p = next) {
		len = strcspn(p, "&");
		next = p + len + (p[len] == '&');
		if (is_tracker(p, strcspn(p, "=&"))) {
			if (kept == NULL) {	/* the first: all before it stays */
				kept = mem_strdup(mem, query);
				end = kept + (p - query);
			}
		} else if (kept != NULL) {
			memmove(end, p, (size_t)(next - p));
			end += next - p;
		}
	}
	if (kept == NULL)
		return query;
	if (end > kept && end[-1] == '&')
		end--;
	*end = '\0';
	return kept;
}
