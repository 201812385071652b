/*
 * The template calls of a file, one a line: for the comparison with the wiki's
 * own parse tree. Usage: calls FILE
 */
#include "config.h"

#include <stdio.h>

#include "base/file.h"
#include "wiki/scanner.h"

int
main(int argc, char **argv)
{
	struct mem *mem = mem_new();
	struct wiki_calls *calls;
	const char *title;
	char *text;
	size_t len, i;

	if (argc != 2 || file_read(&text, &len, mem, argv[1], WIKI_TEXT_MAX) !=
	    RC_OK || wiki_scan(&calls, mem, text, len, NULL) != RC_OK)
		return 1;
	for (i = 0; i < calls->count; i++) {
		title = wiki_call_title(mem, calls, &calls->rows[i]);
		printf("%zu %d %s\n", calls->rows[i].count,
		    calls->rows[i].depth, title == NULL ? "?" : title);
	}
	mem_free(mem);
	return 0;
}
