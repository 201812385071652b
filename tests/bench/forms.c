/*
 * What a form costs: read once per process, judged with each page and each
 * answer, at several sizes, to see that it grows as the number of questions.
 *
 *	tests/bench/forms		a table
 *	valgrind --tool=callgrind tests/bench/forms 190
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/buf.h"
#include "base/json.h"
#include "domain/answer.h"

#define ROUNDS	50

/* One question in two has a condition, one in five is calculated, one in
 * twenty has a rule of the form; each looks at the one or two before it. */
static void
write_field(struct buf *b, int i)
{
	buf_printf(b, "%s{\"key\":\"q%d\",\"label\":\"Question %d\",",
	    i % 20 == 0 ? "" : ",", i, i);
	if (i % 5 == 4)
		buf_printf(b, "\"type\":\"calculated\",\"as\":\"integer\","
		    "\"formula\":\"q%d + round(q%d / 3) - min(q%d, 7)\"",
		    i - 1, i - 2, i - 1);
	else
		buf_printf(b, "\"type\":\"integer\",\"required\":true");
	if (i % 2 == 1)
		buf_printf(b, ",\"visible_if\":{\"any\":[{\"field\":\"q%d\","
		    "\"at_least\":0},{\"not\":{\"field\":\"q%d\","
		    "\"answered\":true}}]}", i - 1, i - 1);
	buf_printf(b, "}");
}

static struct json_object *
definition(int n)
{
	struct json_object *o = NULL;
	struct buf b = BUF_INIT;
	int i;

	buf_printf(&b, "{\"kind\":\"project\",\"rules\":[");
	for (i = 19; i < n; i += 20)
		buf_printf(&b, "%s{\"must\":{\"formula\":\"q%d >= 0\"},"
		    "\"message\":\"m\",\"at\":[\"q%d\"]}", i == 19 ? "" : ",",
		    i, i - 1);
	buf_printf(&b, "],\"steps\":[");
	for (i = 0; i < n; i++) {
		if (i % 20 == 0)
			buf_printf(&b, "%s{\"key\":\"s%d\",\"label\":\"S\","
			    "\"blocks\":[{\"key\":\"b\",\"label\":\"B\","
			    "\"fields\":[", i == 0 ? "" : ",", i);
		write_field(&b, i);
		if (i % 20 == 19 || i == n - 1)
			buf_printf(&b, "]}]}");
	}
	buf_printf(&b, "]}");
	json_parse(&o, b.data, b.len, 32, NULL);
	buf_release(&b);
	return o;
}

static double
microseconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static void
fill(struct answers *a)
{
	size_t i;

	for (i = 0; i < a->form->field_count; i++)
		if (a->form->fields[i].formula == NULL) {
			a->of[i].value = (struct value){ .given = true,
			    .number = (int64_t)i };
			a->of[i].json = "1";
		}
}

/* The cheapest of several rounds: the machine does other things too. */
static void
measure(int n)
{
	struct json_object *o = definition(n);
	double read = 1e9, judged = 1e9, counted = 1e9, from;
	const char *where = "";
	struct progress p;
	int i;

	for (i = 0; i < ROUNDS; i++) {
		struct mem *mem = mem_new();
		struct answers a;
		struct form *form;
		size_t s;

		from = microseconds();
		if (form_parse(&form, mem, o, &where) != RC_OK) {
			fprintf(stderr, "%s\n", where);
			exit(1);
		}
		from = microseconds() - from;
		read = from < read ? from : read;
		answers_init(&a, NULL, mem, form, NULL);
		fill(&a);
		answers_judge(&a);
		from = microseconds();
		answers_judge(&a);
		from = microseconds() - from;
		judged = from < judged ? from : judged;
		from = microseconds();
		for (s = 0; s < form->step_count; s++)
			answers_progress(&p, &a, &form->steps[s]);
		from = microseconds() - from;
		counted = from < counted ? from : counted;
		mem_free(mem);
	}
	printf("%5d questions: read %8.1f us (%.2f each), judged %7.1f us "
	    "(%.3f each), counted %6.1f us (%.3f each)\n", n, read, read / n,
	    judged, judged / n, counted, counted / n);
	json_object_put(o);
}

int
main(int argc, char **argv)
{
	static const int sizes[] = { 48, 95, 190, 380, 760 };
	size_t i;

	if (argc > 1) {
		measure((int)strtol(argv[1], NULL, 10));
		return 0;
	}
	for (i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++)
		measure(sizes[i]);
	return 0;
}
