/*
 * Replies as FastCGI records: a header of eight bytes, then at most 65,535.
 * It keeps nothing: what it is given goes straight to the kernel.
 */
#include "config.h"

#include "web/record.h"

#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/uio.h>

#define RECORD_MAX	65528	/* a multiple of eight: no padding inside */
#define STDOUT_RECORD	6
#define END_RECORD	3

/* Write all the parts, however few bytes the kernel takes at a time. */
static enum rc
write_all(int fd, struct iovec *part, int count)
{
	ssize_t n;

	while (count > 0) {
		n = writev(fd, part, count);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return RC_FAIL;
		while (count > 0 && (size_t)n >= part->iov_len) {
			n -= (ssize_t)part->iov_len;
			part++;
			count--;
		}
		if (count > 0) {
			part->iov_base = (char *)part->iov_base + n;
			part->iov_len -= (size_t)n;
		}
	}
	return RC_OK;
}

static enum rc
send_record(int fd, int id, const char *a, size_t a_len, const char *b,
    size_t b_len, bool last)
{
	size_t len = a_len + b_len;
	unsigned char high = (unsigned char)(id >> 8), low = (unsigned char)id;
	unsigned char header[8] = { 1, STDOUT_RECORD, high, low,
	    (unsigned char)(len >> 8), (unsigned char)len,
	    (unsigned char)(-len & 7), 0 };
	char padding[8] = { 0 };
	/* An empty piece, and "complete" with status 0 (§5.5). */
	unsigned char end[24] = { 1, STDOUT_RECORD, high, low, 0, 0, 0, 0,
	    1, END_RECORD, high, low, 0, 8, 0, 0 };
	struct iovec parts[] = { { header, sizeof(header) },
	    { (void *)(uintptr_t)a, a_len }, { (void *)(uintptr_t)b, b_len },
	    { padding, -len & 7 }, { end, last ? sizeof(end) : 0 } };

	return write_all(fd, parts, 5);
}

enum rc
record_send(int fd, int id, const char *head, size_t head_len,
    const char *body, size_t body_len)
{
	enum rc rc;
	size_t a, b;

	do {
		a = head_len < RECORD_MAX ? head_len : RECORD_MAX;
		b = body_len < RECORD_MAX - a ? body_len : RECORD_MAX - a;
		rc = send_record(fd, id, head, a, body, b,
		    head_len + body_len == a + b);
		head += a;
		head_len -= a;
		body += b;
		body_len -= b;
	} while (rc == RC_OK && head_len + body_len > 0);
	return rc;
}
