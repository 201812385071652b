/*
 * A ZIP archive written as a stream: nothing is kept but the list of names.
 * It reads none, and makes no ZIP64 (4 GB and 65,535 files at most).
 */
#ifndef OPEN_ZIP_H
#define OPEN_ZIP_H

#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"
#include "open/sink.h"

struct zip;

/*
 * *zip is the caller's; zip_end frees it. out is borrowed until then. Every
 * file gets the date `at` (Unix s, UTC), so that the same content gives the
 * same bytes.
 */
void	 zip_begin(struct zip **zip, struct sink *out, int64_t at);
/* Begin a file, deflated; the former one ends. The name is copied. */
void	 zip_file(struct zip *, const char *name);
void	 zip_put(struct zip *, const void *, size_t len);
void	 zip_text(struct zip *, const char *);
/* Also flushes the sink; the result of the whole. */
enum rc	 zip_end(struct zip *);

#endif
