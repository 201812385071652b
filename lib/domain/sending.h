/*
 * A big file sent in pieces over a bad link: created, continued at the offset
 * that was received, complete with its digest. The bytes lie in
 * state/tmp/sendings under a lease; what is not continued is swept.
 * It judges neither type nor nature: who takes the complete file does.
 *
 * A piece is acknowledged once it is on disk and its row says so; a death
 * between the two leaves bytes after the offset, which the next piece
 * overwrites.
 */
#ifndef DOMAIN_SENDING_H
#define DOMAIN_SENDING_H

#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"
#include "domain/stored_file.h"
#include "store/db.h"

#define SENDING_PIECE	((int64_t)1024 * 1024)	/* bytes of a piece, at most */
#define SENDING_LEASE	((int64_t)24 * 3600)	/* seconds after the last piece */
#define SENDINGS_OPEN	8			/* of one person at once */
#define SENDING_MAX	((int64_t)200)		/* MB, unless settings say else */

struct sending {
	int64_t		 id, person_id;
	const char	*token, *name;
	int64_t		 size_bytes, offset_bytes;
	const char	*sha256;	/* announced, or NULL */
	int64_t		 lease_until;
};

/* The longest file of this installation, in bytes: upload_max_mb of the
 * settings (doc/operations.md). Reads a file. */
int64_t	 sending_limit(struct mem *, const char *state_dir);

/*
 * Begin one. *s lives in mem. RC_INVALID: why ("nom", "taille", "sha256"):
 * no name, empty, longer than the limit. RC_CONFLICT: too many are open. Own
 * write transaction.
 */
enum rc	 sending_begin(struct sending *s, struct db *, struct mem *,
	    int64_t person_id, const char *name, int64_t size_bytes,
	    const char *sha256, int64_t now, struct problems *why);
/* That person's, and not over. RC_NOT_FOUND. A read. */
enum rc	 sending_load(struct sending *s, struct db *, struct mem *,
	    int64_t person_id, const char *token, int64_t now);

/*
 * Receive a piece: `len` bytes from data at `offset`. checksum: the SHA-256 of
 * the piece in hexadecimal, or NULL. On RC_OK it is durable and s->offset_bytes
 * has grown. RC_CONFLICT: not at the offset (s->offset_bytes says where), or
 * somebody else writes; RC_INVALID: beyond the size, or another checksum;
 * nothing is kept then. Own write transaction.
 */
enum rc	 sending_append(struct sending *s, struct db *, struct mem *,
	    int64_t offset, const void *data, size_t len, const char *checksum,
	    int64_t now);

/*
 * Keep a file that came whole with a form that comes back, as if it had been
 * sent in pieces: the form then names it. Results of sending_begin and
 * sending_append; nothing is left when it is not RC_OK. Own write transactions.
 */
enum rc	 sending_adopt(struct sending *s, struct db *, struct mem *,
	    int64_t person_id, const struct received *, int64_t now);

/*
 * The complete file, to be stored; r->fd is the caller's to close. RC_CONFLICT:
 * not complete. RC_INVALID: it is not what was announced; the sending is over.
 * RC_NOT_FOUND: its bytes are gone. A read, but for RC_INVALID.
 */
enum rc	 sending_received(struct received *r, struct db *, struct mem *,
	    const struct sending *s);
/* It is over: taken, or cancelled. Own write transaction. */
void	 sending_end(struct db *, struct mem *, const struct sending *s);

/* Remove those whose lease ended, and files without a row. */
void	 sending_sweep(struct db *, int64_t now);

#endif
