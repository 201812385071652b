/*
 * The arena: a list of blocks, each twice the last, freed together.
 * It gives nothing back before reset, and never returns NULL.
 */
#include "config.h"

#include "base/mem.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_BLOCK	((size_t)32 * 1024)
#define LARGEST_STEP	((size_t)4 * 1024 * 1024)

struct block {
	struct block	*next;
	size_t		 size;	/* bytes that follow this header */
	size_t		 used;
	alignas(max_align_t) unsigned char data[];
};

struct mem {
	struct block	*top;	/* the block that serves; older ones follow */
	size_t		 used;
};

static struct block *
block_new(size_t size, struct block *next)
{
	struct block *b = malloc(sizeof(*b) + size);

	if (b == NULL)
		abort();
	b->next = next;
	b->size = size;
	b->used = 0;
	return b;
}

struct mem *
mem_new(void)
{
	struct mem *mem = calloc(1, sizeof(*mem));

	if (mem == NULL)
		abort();
	mem->top = block_new(FIRST_BLOCK, NULL);
	return mem;
}

void
mem_reset(struct mem *mem)
{
	while (mem->top->next != NULL) {
		struct block *b = mem->top;

		mem->top = b->next;
		free(b);
	}
	mem->top->used = 0;
	mem->used = 0;
}

void
mem_free(struct mem *mem)
{
	if (mem == NULL)
		return;
	mem_reset(mem);
	free(mem->top);
	free(mem);
}

size_t
mem_used(const struct mem *mem)
{
	return mem->used;
}

/* The next size bytes, as they are. */
static void *
take(struct mem *mem, size_t size)
{
	struct block *b = mem->top;
	const size_t align = alignof(max_align_t);
	size_t step;
	void *p;

	if (size > SIZE_MAX / 2)
		abort();
	size = (size + align - 1) & ~(align - 1);
	if (b->size - b->used < size) {
		step = b->size * 2 < LARGEST_STEP ? b->size * 2 : LARGEST_STEP;
		b = mem->top = block_new(size > step ? size : step, b);
	}
	p = b->data + b->used;
	b->used += size;
	mem->used += size;
	return p;
}

void *
mem_alloc(struct mem *mem, size_t size)
{
	return memset(take(mem, size), 0, size);
}

void *
mem_array(struct mem *mem, size_t n, size_t size)
{
	if (size != 0 && n > SIZE_MAX / 2 / size)
		abort();
	return mem_alloc(mem, n * size);
}

char *
mem_strndup(struct mem *mem, const char *s, size_t len)
{
	char *copy;

	if (s == NULL)
		return NULL;
	copy = take(mem, len + 1);
	memcpy(copy, s, len);
	copy[len] = '\0';
	return copy;
}

char *
mem_strdup(struct mem *mem, const char *s)
{
	return s == NULL ? NULL : mem_strndup(mem, s, strlen(s));
}

char *
mem_join(struct mem *mem, const char *first, ...)
{
	const char *s;
	size_t len = 0, n;
	char *all, *p;
	va_list ap;

	va_start(ap, first);
	for (s = first; s != NULL; s = va_arg(ap, const char *))
		len += strlen(s);
	va_end(ap);
	all = p = take(mem, len + 1);
	va_start(ap, first);
	for (s = first; s != NULL; s = va_arg(ap, const char *), p += n) {
		n = strlen(s);
		memcpy(p, s, n);
	}
	va_end(ap);
	*p = '\0';
	return all;
}

char *
mem_vprintf(struct mem *mem, const char *fmt, va_list ap)
{
	char few[256], *s;
	va_list again;
	int n;

	va_copy(again, ap);
	n = vsnprintf(few, sizeof(few), fmt, again);
	va_end(again);
	if (n < 0)
		abort();
	if ((size_t)n < sizeof(few))
		return mem_strndup(mem, few, (size_t)n);
	s = mem_alloc(mem, (size_t)n + 1);
	vsnprintf(s, (size_t)n + 1, fmt, ap);
	return s;
}

char *
mem_printf(struct mem *mem, const char *fmt, ...)
{
	va_list ap;
	char *s;

	va_start(ap, fmt);
	s = mem_vprintf(mem, fmt, ap);
	va_end(ap);
	return s;
}
