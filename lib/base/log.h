/*
 * One structured line per event on standard error.
 * It never logs a secret by itself, and never fails the caller.
 *
 * A line is `level event key=value key="quoted value"`, values escaped, at
 * most 4 kB, written by one write(2) so that lines of several processes do
 * not mix. The supervisor (or quickstart) adds the date.
 */
#ifndef BASE_LOG_H
#define BASE_LOG_H

enum log_level { LOG_LEVEL_ERROR, LOG_LEVEL_WARN, LOG_LEVEL_INFO };

/* The process name that begins each line; borrowed for ever. */
void	log_open(const char *process);
/* Pairs key, value (both text), ended by NULL; a NULL value prints "-". */
void	log_event(enum log_level, const char *event, ...)
	    __attribute__((sentinel));

#endif
