/*
 * Search terms of territories.
 * It reads and writes no table.
 */
#include "config.h"

#include "domain/territory_term.h"

#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"

/* Words that nobody begins a search with, unless the name begins so. */
static const char *const small_words[] = {
	"a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le",
	"les", "lez", "sous", "sur", NULL
};

/* Communautés de communes, d'agglomération, urbaines. */
static const char *const epci_kinds[] = { "ca", "cc", "cu", NULL };

static bool
is_word_sign(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80;
}

static bool
is_one_of(const char *const *words, const char *word, size_t len)
{
	for (; *words != NULL; words++)
		if (strlen(*words) == len && strncmp(*words, word, len) == 0)
			return true;
	return false;
}

static void
add_word(struct buf *key, const char *word, size_t len, bool complete)
{
	if (complete && len == 2 && strncmp(word, "st", 2) == 0)
		buf_text(key, "saint");
	else if (complete && len == 3 && strncmp(word, "ste", 3) == 0)
		buf_text(key, "sainte");
	else
		buf_add(key, word, len);
}

static const char *
make_key(struct mem *mem, const char *text, bool typing)
{
	const char *p = text_fold(mem, text), *word;
	struct buf key = BUF_INIT;
	const char *kept;

	while (*p != '\0') {
		while (*p != '\0' && !is_word_sign((unsigned char)*p))
			p++;
		for (word = p; is_word_sign((unsigned char)*p); p++)
			;
		if (p == word)
			break;
		if (key.len > 0)
			buf_char(&key, ' ');
		add_word(&key, word, (size_t)(p - word),
		    !typing || *p != '\0');
	}
	if (typing && key.len > 0 && !is_word_sign((unsigned char)p[-1]))
		buf_char(&key, ' ');
	kept = mem_strndup(mem, key.data, key.len);
	buf_release(&key);
	return kept;
}

const char *
territory_key(struct mem *mem, const char *name)
{
	return make_key(mem, name, false);
}

const char *
territory_typed_key(struct mem *mem, const char *typed)
{
	return make_key(mem, typed, true);
}

size_t
territory_name_terms(const char ***terms, size_t *heads, struct mem *mem,
    const char *name)
{
	const char *key = territory_key(mem, name), *p;
	bool at_head = true;
	size_t n = 0, len, room = 1;

	for (p = key; (p = strchr(p, ' ')) != NULL; p++)
		room++;
	*terms = MEM_ARRAY(mem, room, const char *);
	*heads = 0;
	for (p = key; *p != '\0'; p += len + (p[len] == ' ')) {
		len = strcspn(p, " ");
		if (p != key && is_one_of(small_words, p, len))
			continue;
		(*terms)[n++] = p;
		if (at_head)
			*heads = n;
		at_head = at_head && (is_one_of(small_words, p, len) ||
		    is_one_of(epci_kinds, p, len));
	}
	return n;
}
