/*
 * A form with one question of each kind, and answers given by hand: what tests
 * of rules look at.
 */
#ifndef TESTS_RULES_H
#define TESTS_RULES_H

#include "tests/unit/test.h"

#include "base/json.h"
#include "domain/answer.h"
#include "domain/form_condition.h"

/* The fields of tests: one block; `more` is put after them (", {...}"), and
 * `rules` after the steps. */
#define RULES_FORM(more, rules)						\
	"{\"key\":\"f\",\"kind\":\"project\",\"title\":\"F\",\"steps\":[{" \
	"\"key\":\"s\",\"label\":\"S\",\"blocks\":[{\"key\":\"b\","	\
	"\"label\":\"B\",\"fields\":["					\
	"{\"key\":\"titre\",\"type\":\"text\",\"label\":\"Titre\"},"	\
	"{\"key\":\"n\",\"type\":\"integer\",\"label\":\"N\"},"		\
	"{\"key\":\"cout\",\"type\":\"money\",\"label\":\"Coût\"},"	\
	"{\"key\":\"demande\",\"type\":\"money\",\"label\":\"D\"},"	\
	"{\"key\":\"taux\",\"type\":\"percentage\",\"label\":\"T\"},"	\
	"{\"key\":\"surface\",\"type\":\"decimal\",\"label\":\"S\","	\
	"\"decimals\":3},"						\
	"{\"key\":\"debut\",\"type\":\"date\",\"label\":\"Début\"},"	\
	"{\"key\":\"fin\",\"type\":\"date\",\"label\":\"Fin\"},"	\
	"{\"key\":\"oui\",\"type\":\"yes_no\",\"label\":\"Oui\"},"	\
	"{\"key\":\"statut\",\"type\":\"choice\",\"label\":\"Statut\","	\
	"\"options\":[{\"key\":\"asso\",\"label\":\"A\"},"		\
	"{\"key\":\"commune\",\"label\":\"C\"}]},"			\
	"{\"key\":\"publics\",\"type\":\"multi_choice\",\"label\":\"P\"," \
	"\"options\":[{\"key\":\"jeunes\",\"label\":\"J\"},"		\
	"{\"key\":\"aines\",\"label\":\"A\"},"				\
	"{\"key\":\"tous\",\"label\":\"T\"}]},"				\
	"{\"key\":\"lieu\",\"type\":\"territory\",\"label\":\"Lieu\"},"	\
	"{\"key\":\"plan\",\"type\":\"funding_plan\",\"label\":\"Plan\"}," \
	"{\"key\":\"etapes\",\"type\":\"steps_schedule\","		\
	"\"label\":\"Étapes\"},"					\
	"{\"key\":\"pieces\",\"type\":\"files\",\"label\":\"Pièces\"},"	\
	"{\"key\":\"porteur\",\"type\":\"organisation\",\"label\":\"O\"}," \
	"{\"key\":\"quand\",\"type\":\"date_time\",\"label\":\"Q\"},"	\
	"{\"key\":\"duree\",\"type\":\"period\",\"label\":\"D\"},"	\
	"{\"key\":\"lots\",\"type\":\"repeat\",\"label\":\"L\",\"fields\":["	\
	"{\"key\":\"nom\",\"type\":\"text\",\"label\":\"N\"},"		\
	"{\"key\":\"jours\",\"type\":\"decimal\",\"label\":\"J\","	\
	"\"decimals\":1},"						\
	"{\"key\":\"tarif\",\"type\":\"money\",\"label\":\"T\"}]}"	\
	more "]}]}]" rules "}"

static inline struct json_object *
rules_json(const char *text)
{
	struct json_object *o = NULL;

	assert_int_equal(json_parse(&o, text, strlen(text), 32, NULL), RC_OK);
	return o;
}

/* With plain spaces where French typography has others. */
static inline const char *
plain(struct mem *mem, const char *text)
{
	char *copy = mem_strdup(mem, text), *to = copy;
	const char *p = copy;

	if (text == NULL)
		return "";
	while (*p != '\0') {
		size_t n = strncmp(p, "\302\240", 2) == 0 ? 2
		    : strncmp(p, "\342\200\257", 3) == 0 ? 3 : 0;

		*to++ = n > 0 ? ' ' : *p;
		p += n > 0 ? n : 1;
	}
	*to = '\0';
	return copy;
}

/* The form of a definition that holds. */
static inline struct form *
rules_form(struct mem *mem, const char *text)
{
	struct json_object *o = rules_json(text);
	const char *where = "";
	struct form *form = NULL;

	if (form_parse(&form, mem, o, &where) != RC_OK)
		fail_msg("%s", where);
	json_object_put(o);
	return form;
}

/* Give an answer as it is stored, NULL for none; then judge() sees it. */
static inline void
rules_give(struct answers *a, const char *key, const char *json)
{
	const struct form_field *f = form_field(a->form, key);
	struct answer *answer;

	assert_non_null(f);
	answer = &a->of[f->index];
	answer->json = json;
	answer->value = (struct value){ 0 };
	if (json != NULL)
		assert_true(value_parse(&answer->value, a->mem, f, json));
}

#endif
