/*
 * Needs, offers and tags of elements, and the matching of one with another.
 * It never looks at what is not published.
 */
#include "config.h"

#include "domain/need.h"

#include <string.h>

#include "base/buf.h"
#include "base/lang.h"
#include "base/text.h"

const struct word need_kinds[] = {
	{ "money", N_("Un financement"), NULL },
	{ "people", N_("Des bras, des bénévoles"), NULL },
	{ "skills", N_("Des compétences"), NULL },
	{ "place", N_("Un lieu, un terrain"), NULL },
	{ "equipment", N_("Du matériel"), NULL },
	{ "advice", N_("Un conseil, un accompagnement"), NULL },
	{ "partner", N_("Des partenaires"), NULL },
	{ NULL, NULL, NULL }
};

const struct word maturities[] = {
	{ "need", N_("Un besoin"), N_("Il manque quelque chose ici ; la "
	    "réponse reste à inventer.") },
	{ "idea", N_("Une idée"), N_("On voit quoi faire ; rien n’est encore "
	    "préparé.") },
	{ "study", N_("Une étude"), N_("On y travaille : coûts, lieux, "
	    "partenaires.") },
	{ "operation", N_("Une opération"), N_("C’est prêt à démarrer, ou "
	    "déjà commencé.") },
	{ NULL, NULL, NULL }
};

const struct word *
word_of(const struct word *words, const char *key)
{
	for (; words->key != NULL; words++)
		if (key != NULL && strcmp(words->key, key) == 0)
			return words;
	return NULL;
}

const char *
word_label(const struct word *words, const char *key)
{
	const struct word *word = word_of(words, key);

	return word == NULL ? "" : _(word->label);
}

/* --- loading -------------------------------------------------------------- */

#define NEEDS_MOST	14	/* seven kinds, two sides */

void
needs_load(struct needs *n, struct db *db, struct mem *mem, int64_t element_id)
{
	struct stmt *s = db_query(db, Q_NEED_OF_ELEMENT,
	    I(element, element_id));

	*n = (struct needs){ .rows = MEM_ARRAY(mem, NEEDS_MOST, struct need),
	    .tags = MEM_ARRAY(mem, TAGS_MAX, const char *) };
	while (stmt_step(s) && n->count < NEEDS_MOST)
		n->rows[n->count++] = (struct need){
		    .side = stmt_str(s, mem, "side"),
		    .kind = stmt_str(s, mem, "kind"),
		    .detail = stmt_str(s, mem, "detail") };
	stmt_done(s);
	s = db_query(db, Q_NEED_TAGS, I(element, element_id));
	while (stmt_step(s) && n->tag_count < TAGS_MAX)
		n->tags[n->tag_count++] = stmt_str(s, mem, "label");
	stmt_done(s);
}

const struct need *
needs_find(const struct needs *n, const char *side, const char *kind)
{
	size_t i;

	for (i = 0; i < n->count; i++)
		if (strcmp(n->rows[i].side, side) == 0 &&
		    strcmp(n->rows[i].kind, kind) == 0)
			return &n->rows[i];
	return NULL;
}

const char *
needs_tags_text(struct mem *mem, const struct needs *n)
{
	struct buf b = BUF_INIT;
	const char *text;
	size_t i;

	for (i = 0; i < n->tag_count; i++)
		buf_printf(&b, "%s%s", i > 0 ? ", " : "", n->tags[i]);
	text = mem_strdup(mem, b.len == 0 ? "" : b.data);
	buf_release(&b);
	return text;
}

/* --- reading, writing ------------------------------------------------------- */

static bool
is_there(const struct needs *n, struct mem *mem, const char *tag)
{
	size_t i;

	for (i = 0; i < n->tag_count; i++)
		if (strcmp(text_fold(mem, n->tags[i]), text_fold(mem, tag))
		    == 0)
			return true;
	return false;
}

void
needs_read_tags(struct needs *n, struct mem *mem, const char *typed,
    struct problems *why)
{
	size_t len;

	n->tags = MEM_ARRAY(mem, TAGS_MAX, const char *);
	n->tag_count = 0;
	for (; *typed != '\0'; typed += len + (typed[len] != '\0')) {
		const char *tag;

		len = strcspn(typed, ",;");
		tag = text_collapse_spaces(mem, mem_strndup(mem, typed, len));
		if (*tag == '\0' || *text_fold(mem, tag) == '\0' ||
		    is_there(n, mem, tag))
			continue;
		if (n->tag_count == TAGS_MAX) {
			problem_add(why, "mots", _("Gardez %d mots au plus."),
			    TAGS_MAX);
			return;
		}
		if (text_length(tag) > TAG_LENGTH_MAX) {
			problem_add(why, "mots", _("« %s » est trop long : %d "
			    "caractères au plus par mot."), tag,
			    TAG_LENGTH_MAX);
			return;
		}
		n->tags[n->tag_count++] = tag;
	}
}

void
needs_check(const struct needs *n, struct problems *why)
{
	size_t i;

	for (i = 0; i < n->count; i++)
		if (text_length(n->rows[i].detail) > NEED_DETAIL_MAX) {
			problem_add(why, mem_printf(why->mem, "precision.%s.%s",
			    n->rows[i].side, n->rows[i].kind),
			    _("Raccourcissez cette précision : %d caractères "
			    "au plus."), NEED_DETAIL_MAX);
			return;
		}
}

void
needs_put(struct db *db, struct mem *mem, int64_t element_id,
    const struct needs *n)
{
	size_t i;

	db_run(db, Q_NEED_CLEAR, I(element, element_id));
	db_run(db, Q_NEED_TAGS_CLEAR, I(element, element_id));
	for (i = 0; i < n->count; i++)
		db_run(db, Q_NEED_ADD, I(element, element_id),
		    T(side, n->rows[i].side), T(kind, n->rows[i].kind),
		    T(detail, n->rows[i].detail));
	for (i = 0; i < n->tag_count; i++)
		db_run(db, Q_NEED_TAG_ADD, I(element, element_id),
		    T(tag, text_fold(mem, n->tags[i])), T(label, n->tags[i]));
}

/* --- one with another --------------------------------------------------------- */

size_t
needs_matches(struct match **out, struct db *db, struct mem *mem,
    int64_t element_id, int limit)
{
	struct match *rows = MEM_ARRAY(mem, (size_t)limit + 1, struct match);
	struct stmt *s = db_query(db, Q_NEED_MATCHES, I(element, element_id),
	    I(limit, limit));
	size_t n = 0;

	while (stmt_step(s) && n < (size_t)limit)
		rows[n++] = (struct match){
		    .kind = stmt_str(s, mem, "kind"),
		    .side = stmt_str(s, mem, "side"),
		    .detail = stmt_str(s, mem, "detail"),
		    .element_kind = stmt_str(s, mem, "element_kind"),
		    .slug = stmt_str(s, mem, "slug"),
		    .title = stmt_str(s, mem, "title"),
		    .place = stmt_str(s, mem, "place"),
		    .near = stmt_str(s, mem, "near"),
		    .same_theme = stmt_bool(s, "same_theme"),
		    .words = stmt_int(s, "words") };
	stmt_done(s);
	*out = rows;
	return n;
}

const char *
needs_match_why(struct mem *mem, const struct match *m)
{
	static const struct word shared[] = {
		{ "district", N_("même quartier"), NULL },
		{ "commune", N_("même commune"), NULL },
		{ "epci", N_("même intercommunalité"), NULL },
		{ "perimeter", N_("même territoire"), NULL },
		{ "departement", N_("même département"), NULL },
		{ "region", N_("même région"), NULL },
		{ NULL, NULL, NULL }
	};
	const char *why = word_label(shared, m->near);

	if (m->same_theme)
		why = mem_join(mem, why, *why == '\0' ? "" : ", ",
		    _("même thème"), NULL);
	if (m->words > 0)
		why = mem_join(mem, why, *why == '\0' ? "" : ", ",
		    mem_printf(mem, ngettext("%d mot en commun",
		    "%d mots en commun", (unsigned long)m->words),
		    (int)m->words), NULL);
	return why;
}
