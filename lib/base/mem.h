/*
 * An arena: everything allocated in it dies together.
 * It never returns NULL and has no free of one piece.
 *
 * A worker resets its request arena after each reply, so handlers contain no
 * free. Allocation failure aborts: the supervisor restarts the worker and
 * SQLite rolls back. Memory is zeroed and aligned for any type.
 */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stdarg.h>
#include <stddef.h>

struct mem;

struct mem	*mem_new(void);			/* never NULL */
void		 mem_free(struct mem *);	/* NULL is allowed */
/* Forget all pieces; one first block is kept for the next user. */
void		 mem_reset(struct mem *);
/* Bytes handed out since new or reset. */
size_t		 mem_used(const struct mem *);

void		*mem_alloc(struct mem *, size_t size);
/* n * size, checked against overflow (aborts). */
void		*mem_array(struct mem *, size_t n, size_t size);
/* Copies; NULL gives NULL. The copy ends with a NUL. */
char		*mem_strdup(struct mem *, const char *);
char		*mem_strndup(struct mem *, const char *, size_t len);
/* The texts one after the other; NULL ends. A tenth of the price of printf. */
char		*mem_join(struct mem *, const char *first, ...)
		    __attribute__((sentinel));
char		*mem_printf(struct mem *, const char *fmt, ...)
		    __attribute__((format(printf, 2, 3)));
char		*mem_vprintf(struct mem *, const char *fmt, va_list)
		    __attribute__((format(printf, 2, 0)));

#define MEM_NEW(mem, type)	((type *)mem_alloc((mem), sizeof(type)))
#define MEM_ARRAY(mem, n, type)	((type *)mem_array((mem), (n), sizeof(type)))

#endif
