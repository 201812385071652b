/*
 * A whole reply as FastCGI records, in as few writes as the kernel takes.
 * It frames bytes; it knows nothing of requests.
 */
#ifndef WEB_RECORD_H
#define WEB_RECORD_H

#include <stddef.h>

#include "base/rc.h"

/*
 * Write head and body to the connection fd as the standard output of request
 * id (FastCGI 1.0, §3.3). libfcgi's stream would cut them in pieces of 8 kB,
 * each a write and a wake-up of the web server: half the cost of sending a
 * page. The ends of the stream and of the request go with the last bytes: the
 * caller closes the connection, and FCGX_Finish_r has nothing left to say.
 * RC_FAIL: the web server has gone.
 */
enum rc	 record_send(int fd, int id, const char *head, size_t head_len,
	    const char *body, size_t body_len);

#endif
