/*
 * A mail as it travels (RFC 5322, MIME): headers encoded (RFC 2047), text as
 * quoted-printable, one file as base64. It opens no socket.
 *
 * Whatever the texts hold, they add no header: line ends and control
 * characters become spaces there.
 */
#ifndef OPEN_MESSAGE_H
#define OPEN_MESSAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/rc.h"

struct message {
	const char	*from, *from_name;	/* names may be NULL */
	const char	*to, *to_name;
	const char	*reply_to;		/* or NULL */
	const char	*subject;
	const char	*text;			/* UTF-8, lines end with \n */
	const char	*id;			/* "…@host", without < > */
	int64_t		 at;
	/* One file, or name NULL. */
	const char	*file_name, *file_type;
	const void	*file;
	size_t		 file_len;
};

/*
 * Append the message, lines ended by CRLF. The same message gives the same
 * bytes. RC_INVALID: an address that is not plain ASCII local@domain.
 */
enum rc	 message_write(struct buf *, const struct message *);
/* Is it an address that may stand in an envelope? */
bool	 message_address_ok(const char *);

#endif
