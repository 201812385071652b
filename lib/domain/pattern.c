/*
 * Regular expressions of presets: compiled, run within bounds, forgotten.
 * It keeps none: a form has few, and a text is short.
 */
#include "config.h"

#define PCRE2_CODE_UNIT_WIDTH	8
#include <pcre2.h>

#include "domain/pattern.h"

#include <string.h>

#define STEPS_MAX	100000	/* of one match: some milliseconds */
#define HEAP_MAX	1024	/* kibibytes */

static pcre2_code *
compile(const char *pattern, int *error, size_t *at)
{
	return pcre2_compile((PCRE2_SPTR)pattern, strlen(pattern),
	    PCRE2_UTF | PCRE2_UCP | PCRE2_ANCHORED | PCRE2_ENDANCHORED |
	    PCRE2_NEVER_BACKSLASH_C, error, at, NULL);
}

const char *
pattern_mistake(struct mem *mem, const char *pattern)
{
	unsigned char words[200] = "";
	pcre2_code *code;
	size_t at = 0;
	int error = 0;

	if (pattern == NULL)
		return NULL;
	code = compile(pattern, &error, &at);
	if (code == NULL) {
		pcre2_get_error_message(error, words, sizeof(words));
		return mem_printf(mem, "%s (%zu)", (const char *)words, at + 1);
	}
	pcre2_code_free(code);
	return NULL;
}

bool
pattern_matches(const char *pattern, const char *text)
{
	pcre2_match_context *bounds = NULL;
	pcre2_match_data *found = NULL;
	pcre2_code *code;
	size_t at;
	int error, n = -1;

	code = pattern == NULL ? NULL : compile(pattern, &error, &at);
	if (code == NULL)
		return false;
	bounds = pcre2_match_context_create(NULL);
	found = pcre2_match_data_create(1, NULL);
	if (bounds != NULL && found != NULL) {
		pcre2_set_match_limit(bounds, STEPS_MAX);
		pcre2_set_depth_limit(bounds, STEPS_MAX);
		pcre2_set_heap_limit(bounds, HEAP_MAX);
		n = pcre2_match(code, (PCRE2_SPTR)text, strlen(text), 0, 0,
		    found, bounds);
	}
	pcre2_match_data_free(found);
	pcre2_match_context_free(bounds);
	pcre2_code_free(code);
	return n >= 0;
}
