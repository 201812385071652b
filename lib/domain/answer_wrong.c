/*
 * What is said beside a field whose answer cannot be read: the first fault
 * alone.
 */
#include "config.h"

#include <stdarg.h>

#include "domain/answer_read.h"

bool
reading_wrong(struct reading *r, const char *fmt, ...)
{
	va_list ap;

	if (r->error == NULL) {
		va_start(ap, fmt);
		r->error = mem_vprintf(r->answers->mem, fmt, ap);
		va_end(ap);
	}
	return false;
}
