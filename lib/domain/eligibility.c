/*
 * Reasons of ineligibility, gathered from forms and calls.
 * It evaluates nothing itself: see condition_judge.c.
 */
#include "config.h"

#include "domain/eligibility.h"

#include <string.h>

#include "base/json.h"
#include "domain/form_rule.h"

size_t
eligibility_bars(struct form_bar **bars, struct db *db, struct mem *mem,
    const struct form *form, int64_t call_id)
{
	struct problems why = PROBLEMS_INIT(mem);
	struct json_object *list = NULL;
	const char *text = NULL;
	struct stmt *s = db_query(db, Q_CALL_INELIGIBLE, I(id, call_id));
	size_t n = 0;

	if (stmt_step(s))
		text = stmt_str(s, mem, "ineligible_if");
	stmt_done(s);
	if (text == NULL || json_parse(&list, text, strlen(text), 16, NULL) !=
	    RC_OK)
		return 0;
	form_bars_read(bars, &n, form, mem, list, "ineligible_if", true, &why);
	json_object_put(list);
	return n;
}

size_t
eligibility_of_call(struct barrier **out, const struct answers *answers,
    const struct call *call)
{
	struct answers dated = *answers;
	struct form_bar *bars = NULL;
	size_t n = eligibility_bars(&bars, dated.db, dated.mem, dated.form,
	    call->id);

	dated.call_opens_at = call->opens_at;
	dated.call_closes_at = call->closes_at;
	return bars_judge(out, &dated, bars, n);
}

size_t
eligibility_judge(struct barrier **out, const struct presentation *p)
{
	struct barrier *parts[3] = { NULL, NULL, NULL };
	size_t counts[3], i, n = 0;

	counts[0] = answers_barriers(&parts[0], &p->answers);
	counts[1] = p->has_own ? answers_barriers(&parts[1], &p->own) : 0;
	counts[2] = eligibility_of_call(&parts[2], &p->answers, p->call);
	*out = MEM_ARRAY(p->answers.mem, counts[0] + counts[1] + counts[2] + 1,
	    struct barrier);
	for (i = 0; i < 3; i++) {
		if (counts[i] > 0)
			memcpy(*out + n, parts[i],
			    counts[i] * sizeof(struct barrier));
		n += counts[i];
	}
	return n;
}

void
eligibility_check(const struct presentation *p, struct problems *why)
{
	struct barrier *barriers;
	size_t n = eligibility_judge(&barriers, p), i;

	for (i = 0; i < n; i++)
		if (barriers[i].blocks)
			problem_add(why, "?eligible", "%s", barriers[i].text);
}
