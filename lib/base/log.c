/*
 * Structured log lines on standard error.
 * It neither rotates nor dates them: the supervisor does.
 */
#include "config.h"

#include "base/log.h"

#include <stdarg.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"

static const char *process_name = "terreau";

void
log_open(const char *process)
{
	process_name = process;
}

static void
add_value(struct buf *b, const char *v)
{
	if (v == NULL || *v == '\0') {
		buf_char(b, '-');
		return;
	}
	if (v[strcspn(v, " \"\\=\r\n\t")] == '\0') {
		buf_text(b, v);
		return;
	}
	buf_char(b, '"');
	for (; *v != '\0'; v++) {
		if (*v == '"' || *v == '\\')
			buf_char(b, '\\');
		buf_char(b, (unsigned char)*v < 0x20 ? ' ' : *v);
	}
	buf_char(b, '"');
}

void
log_event(enum log_level level, const char *event, ...)
{
	static const char *const names[] = { "error", "warn", "info" };
	struct buf b = BUF_INIT;
	const char *key;
	va_list ap;
	ssize_t ignored;

	buf_limit(&b, 4096);
	buf_printf(&b, "%s %s %s", process_name, names[level], event);
	va_start(ap, event);
	while ((key = va_arg(ap, const char *)) != NULL) {
		buf_printf(&b, " %s=", key);
		add_value(&b, va_arg(ap, const char *));
	}
	va_end(ap);
	b.limit = 0;
	b.failed = false;
	buf_char(&b, '\n');
	ignored = write(STDERR_FILENO, b.data, b.len);
	(void)ignored;
	buf_release(&b);
}
