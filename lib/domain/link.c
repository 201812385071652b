/*
 * Links with the consent of both ends, and the backing of inhabitants.
 * What one end did not agree to is shown to nobody else.
 */
#include "config.h"

#include "domain/link.h"

#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/element.h"
#include "domain/notice.h"

#define LINKS_MOST	300	/* of one element */
#define NAMES_MOST	20
#define MESSAGE_MAX	1000	/* characters */

const struct word link_kinds[] = {
	{ "uses", N_("utilise"), NULL },
	{ "documents", N_("documente"), NULL },
	{ "forks", N_("est une variante de"), NULL },
	{ "located_in", N_("se trouve à"), NULL },
	{ "part_of", N_("fait partie de"), NULL },
	{ "run_by", N_("est animé par"), NULL },
	{ "holds", N_("porte"), NULL },
	{ "supports", N_("soutient"), NULL },
	{ "contributes", N_("contribue à"), NULL },
	{ NULL, NULL, NULL }
};

bool
link_is_proposed(const char *kind)
{
	const struct word *word = word_of(link_kinds, kind);

	return word != NULL && word < word_of(link_kinds, "holds");
}

static size_t
read_rows(struct link **out, struct mem *mem, struct stmt *s)
{
	struct link *rows = MEM_ARRAY(mem, LINKS_MOST, struct link);
	size_t n = 0;

	while (stmt_step(s) && n < LINKS_MOST) {
		rows[n] = (struct link){
		    .id = stmt_int(s, "id"),
		    .from_id = stmt_int(s, "from_id"),
		    .to_id = stmt_int(s, "to_id"),
		    .organisation_id = stmt_int(s, "organisation_id"),
		    .kind = stmt_str(s, mem, "kind"),
		    .from_kind = stmt_str(s, mem, "from_kind"),
		    .from_slug = stmt_str(s, mem, "from_slug"),
		    .from_title = stmt_str(s, mem, "from_title"),
		    .to_kind = stmt_str(s, mem, "to_kind"),
		    .to_slug = stmt_str(s, mem, "to_slug"),
		    .to_title = stmt_str(s, mem, "to_title"),
		    .from_agreed = stmt_bool(s, "from_agreed"),
		    .to_agreed = stmt_bool(s, "to_agreed") };
		rows[n].confirmed = rows[n].from_agreed && rows[n].to_agreed;
		n++;
	}
	stmt_done(s);
	*out = rows;
	return n;
}

size_t
link_of_element(struct link **out, struct db *db, struct mem *mem,
    int64_t element_id, bool waiting)
{
	return read_rows(out, mem, db_query(db, Q_LINK_OF_ELEMENT,
	    I(element, element_id), I(waiting, waiting)));
}

bool
link_holds(struct db *db, int64_t element_id, int64_t person_id)
{
	return db_int(db, 0, Q_FLOW_HOLDS, I(element, element_id),
	    I(person, person_id)) != 0;
}

/* --- proposing ------------------------------------------------------------------ */

/* Nobody can answer for it: it came from a wiki, and no one claimed it. */
static bool
is_orphan(const struct element *e)
{
	return e->owner_person_id == 0 && e->owner_organisation_id == 0;
}

static bool
administers(struct db *db, int64_t organisation_id, int64_t person_id)
{
	return db_int(db, 0, Q_LINK_ADMINISTERS,
	    I(organisation, organisation_id), I(person, person_id)) != 0;
}

static enum rc
propose(struct db *db, struct mem *mem, int64_t from_id, int64_t to_id,
    int64_t organisation_id, const char *kind, const struct act *act,
    struct problems *why)
{
	const struct notice notice = {
		.key = mem_printf(mem, "link/%lld/%lld/%lld/%lld",
		    (long long)from_id, (long long)to_id,
		    (long long)organisation_id, (long long)act->now),
		.subject = N_("Un lien vous est proposé : %s"),
		.opening = N_("Quelqu’un propose de relier « %s » à une autre "
		    "fiche de la plateforme."),
		.after = N_("Le lien ne s’affiche que si vous êtes d’accord. "
		    "Répondez ici :"),
	};
	bool from_ok, to_ok;
	struct element *from, *to = NULL;
	enum rc rc = element_load(&from, db, mem, from_id);

	if (rc == RC_OK && to_id != 0)
		rc = element_load(&to, db, mem, to_id);
	if (rc != RC_OK)
		return rc;
	if (from->published_at == 0 || (to != NULL && (to->published_at == 0 ||
	    to->platform_id != from->platform_id)))
		return RC_NOT_FOUND;
	if (from_id == to_id || (to == NULL && db_int(db, 0,
	    Q_LINK_BODY_EXISTS, I(organisation, organisation_id)) == 0)) {
		problem_add(why, "vers", "%s", _("Choisissez une autre fiche "
		    "de la plateforme."));
		return RC_INVALID;
	}
	if (db_int(db, 0, Q_LINK_EXISTS, I(from, from_id), T(kind, kind),
	    I(to, to_id), I(organisation, organisation_id)) != 0)
		return RC_CONFLICT;
	from_ok = is_orphan(from) || link_holds(db, from_id, act->who->id);
	to_ok = to == NULL ? administers(db, organisation_id, act->who->id) :
	    is_orphan(to) || link_holds(db, to_id, act->who->id);
	/* Between two that nobody holds, the service answers. */
	if (is_orphan(from) && (to == NULL || is_orphan(to)) &&
	    !link_holds(db, from_id, act->who->id))
		from_ok = false;
	db_run(db, Q_LINK_ADD, I(from, from_id), ID(to, to_id),
	    ID(organisation, organisation_id), T(kind, kind),
	    I(person, act->who->id), I(now, act->now),
	    ID(from_at, from_ok ? act->now : 0),
	    ID(to_at, to_ok ? act->now : 0));
	if (!from_ok && is_orphan(from))
		notice_moderators(db, mem, from_id, &notice, act);
	else if (!from_ok)
		notice_element(db, mem, from_id, &notice, act);
	if (!to_ok && to != NULL)
		notice_element(db, mem, to_id, &notice, act);
	return RC_OK;
}

enum rc
link_propose(struct db *db, struct mem *mem, int64_t from_id, int64_t to_id,
    int64_t organisation_id, const char *kind, const struct act *act,
    struct problems *why)
{
	enum rc rc;

	if (!link_is_proposed(kind))
		problem_add(why, "genre", "%s", _("Choisissez un lien."));
	else if (organisation_id != 0 && strcmp(kind, "run_by") != 0)
		problem_add(why, "genre", "%s", _("Une fiche est « animée "
		    "par » une organisation ; les autres liens vont à une "
		    "autre fiche."));
	if (why->count > 0)
		return RC_INVALID;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	return db_write_end(db, propose(db, mem, from_id, to_id,
	    organisation_id, kind, act, why));
}

/* --- answering -------------------------------------------------------------------- */

enum rc
link_answer(struct db *db, int64_t platform_id, int64_t link_id, bool agrees,
    bool moderator, const struct act *act)
{
	struct stmt *s;
	int64_t from_id, to_id, organisation_id;
	bool from, to;
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	s = db_query(db, Q_LINK_ENDS, I(id, link_id),
	    I(platform, platform_id));
	if (!stmt_step(s))
		return db_write_end(db, RC_NOT_FOUND);
	from_id = stmt_int(s, "from_id");
	to_id = stmt_int(s, "to_id");
	organisation_id = stmt_int(s, "organisation_id");
	stmt_done(s);
	from = link_holds(db, from_id, act->who->id);
	to = to_id != 0 ? link_holds(db, to_id, act->who->id) :
	    administers(db, organisation_id, act->who->id);
	/* The service speaks for what nobody holds, and may take any link away. */
	if (moderator && agrees)
		from |= db_int(db, 0, Q_LINK_ORPHAN, I(element, from_id)) != 0;
	if (!from && !to && !(moderator && !agrees))
		return db_write_end(db, RC_NOT_FOUND);
	if (agrees)
		db_run(db, Q_LINK_AGREE, I(id, link_id), I(from, from),
		    I(to, to), I(now, act->now));
	else
		db_run(db, Q_LINK_DROP, I(id, link_id));
	return db_write_end(db, RC_OK);
}

/* --- people ------------------------------------------------------------------------ */

void
backing_load(struct backings *b, struct db *db, struct mem *mem,
    int64_t element_id, int64_t person_id)
{
	struct stmt *s = db_query(db, Q_BACKING_COUNTS,
	    I(element, element_id), I(person, person_id));

	*b = (struct backings){ .names = MEM_ARRAY(mem, NAMES_MOST,
	    const char *) };
	if (stmt_step(s)) {
		b->supports = stmt_int(s, "supports");
		b->contributions = stmt_int(s, "contributions");
		b->supported = stmt_bool(s, "supported");
		b->contributed = stmt_bool(s, "contributed");
		b->named = stmt_bool(s, "named");
	}
	stmt_done(s);
	s = db_query(db, Q_BACKING_NAMES, I(element, element_id));
	while (stmt_step(s) && b->name_count < NAMES_MOST)
		b->names[b->name_count++] = stmt_str(s, mem, "name");
	stmt_done(s);
}

enum rc
backing_put(struct db *db, struct mem *mem, int64_t element_id,
    const char *kind, bool given, bool named, const char *message,
    const struct act *act, struct problems *why)
{
	const struct notice notice = {
		/* Taken back and given again, it is told once a day. */
		.key = mem_printf(mem, "backing/%lld/%lld/%lld",
		    (long long)element_id, (long long)act->who->id,
		    (long long)(act->now / DATE_DAY)),
		.subject = N_("Quelqu’un veut contribuer : %s"),
		.opening = N_("Quelqu’un propose de contribuer à « %s » :"),
		.quoted = mem_printf(mem, "%s\n%s <%s>", message,
		    act->who->name, act->who->email),
	};
	enum rc rc;

	if (text_length(message) > MESSAGE_MAX)
		problem_add(why, "message", _("Raccourcissez ce texte : %d "
		    "caractères au plus."), MESSAGE_MAX);
	else if (given && strcmp(kind, "contribution") == 0 &&
	    text_blank(message))
		problem_add(why, "message", "%s", _("Dites au porteur ce que "
		    "vous pouvez faire : il vous répondra."));
	if (why->count > 0)
		return RC_INVALID;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	if (!given) {
		db_run(db, Q_BACKING_DROP, I(element, element_id),
		    T(kind, kind), I(person, act->who->id));
		return db_write_end(db, RC_OK);
	}
	if (db_run(db, Q_BACKING_PUT, I(element, element_id), T(kind, kind),
	    I(person, act->who->id), T(message, message), I(named, named),
	    I(now, act->now)) != 1)
		return db_write_end(db, RC_NOT_FOUND);
	if (strcmp(kind, "contribution") == 0)
		notice_element(db, mem, element_id, &notice, act);
	return db_write_end(db, RC_OK);
}
