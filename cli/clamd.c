/*
 * A client of clamd: one connection a file.
 */
#include "config.h"

#include "cli/clamd.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/text.h"

#define PIECE	65536
#define REPLY	1024

static const char hello[] = "zINSTREAM";	/* with its NUL */

/* --- connecting ------------------------------------------------------------ */

static int
connect_unix(const char *path)
{
	struct sockaddr_un a = { .sun_family = AF_UNIX };
	int s;

	if (strlen(path) >= sizeof(a.sun_path))
		return -1;
	memcpy(a.sun_path, path, strlen(path));
	s = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (s >= 0 && connect(s, (struct sockaddr *)&a, sizeof(a)) != 0) {
		close(s);
		s = -1;
	}
	return s;
}

static int
connect_tcp(struct mem *mem, const char *address)
{
	struct addrinfo hints = { .ai_socktype = SOCK_STREAM }, *list, *a;
	const char *colon = strrchr(address, ':');
	int s = -1;

	if (colon == NULL || getaddrinfo(mem_strndup(mem, address,
	    (size_t)(colon - address)), colon + 1, &hints, &list) != 0)
		return -1;
	for (a = list; a != NULL && s < 0; a = a->ai_next) {
		s = socket(a->ai_family, a->ai_socktype | SOCK_CLOEXEC,
		    a->ai_protocol);
		if (s >= 0 && connect(s, a->ai_addr, a->ai_addrlen) != 0) {
			close(s);
			s = -1;
		}
	}
	freeaddrinfo(list);
	return s;
}

static int
reach(struct mem *mem, const char *address, int timeout_s)
{
	struct timeval t = { .tv_sec = timeout_s };
	int s = *address == '/' ? connect_unix(address) :
	    connect_tcp(mem, address);

	if (s >= 0) {
		setsockopt(s, SOL_SOCKET, SO_RCVTIMEO, &t, sizeof(t));
		setsockopt(s, SOL_SOCKET, SO_SNDTIMEO, &t, sizeof(t));
	}
	return s;
}

/* --- speaking -------------------------------------------------------------- */

static bool
say(int s, const void *data, size_t len)
{
	const char *p = data;
	ssize_t n;

	while (len > 0) {
		n = send(s, p, len, MSG_NOSIGNAL);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		p += n;
		len -= (size_t)n;
	}
	return true;
}

/* Lengths in network order before each piece; a length of 0 ends. False: the
 * daemon stopped listening (it may have said why). */
static bool
stream(int s, int fd)
{
	char piece[PIECE];
	off_t at = 0;
	uint32_t len;
	ssize_t n;

	if (!say(s, hello, sizeof(hello)))
		return false;
	while ((n = pread(fd, piece, sizeof(piece), at)) > 0) {
		len = htonl((uint32_t)n);
		if (!say(s, &len, sizeof(len)) || !say(s, piece, (size_t)n))
			return false;
		at += n;
	}
	len = 0;
	return n == 0 && say(s, &len, sizeof(len));
}

static const char *
listen_to(struct mem *mem, int s)
{
	char reply[REPLY];
	size_t len = 0;
	ssize_t n;

	while (len < sizeof(reply)) {
		n = recv(s, reply + len, sizeof(reply) - len, 0);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			break;
		len += (size_t)n;
		if (memchr(reply, '\0', len) != NULL)
			break;
	}
	return text_from_bytes(mem, reply, strnlen(reply, len));
}

/* "stream: OK", "stream: Eicar FOUND", "INSTREAM size limit exceeded. ERROR". */
static enum rc
read_verdict(enum clamd_verdict *verdict, const char **name, struct mem *mem,
    const char *reply)
{
	const char *said = text_starts(reply, "stream: ") ? reply + 8 : reply;
	size_t len = strlen(said);

	*name = said;
	if (strcmp(said, "OK") == 0)
		*verdict = CLAMD_CLEAN;
	else if (text_ends(said, " FOUND")) {
		*verdict = CLAMD_INFECTED;
		*name = mem_strndup(mem, said, len - strlen(" FOUND"));
	} else if (text_ends(said, "ERROR"))
		*verdict = CLAMD_UNFIT;
	else {
		*name = *said == '\0' ? "clamd says nothing" : said;
		return RC_BUSY;
	}
	return RC_OK;
}

enum rc
clamd_scan(enum clamd_verdict *verdict, const char **name, struct mem *mem,
    const char *address, int fd, int timeout_s)
{
	const char *reply;
	int s = reach(mem, address, timeout_s);

	if (s < 0) {
		*name = mem_printf(mem, "clamd at %s: %s", address,
		    strerrordesc_np(errno));
		return RC_BUSY;
	}
	stream(s, fd);		/* cut or not, what it says tells */
	reply = listen_to(mem, s);
	close(s);
	return read_verdict(verdict, name, mem, reply);
}
