/*
 * What mails about an application say, each in its reader's language.
 * It refuses to write to whoever did the act.
 */
#include "config.h"

#include "domain/notice.h"

#include "base/buf.h"
#include "base/lang.h"
#include "domain/mail.h"

/* What every notice gives; number NULL: about no application. */
struct context {
	const char	*title, *number, *service, *contact;
};

static bool
read_context(struct context *c, struct mem *mem, struct stmt *s)
{
	if (!stmt_step(s))
		return false;
	c->title = stmt_str(s, mem, "title");
	c->number = stmt_str(s, mem, "number");
	c->service = stmt_str(s, mem, "service_name");
	c->contact = stmt_str(s, mem, "service_email");
	stmt_done(s);
	return true;
}

static bool
load_context(struct context *c, struct db *db, struct mem *mem,
    int64_t application_id)
{
	return read_context(c, mem, db_query(db, Q_NOTICE_CONTEXT,
	    I(application, application_id)));
}

/* Each line of a quoted text begins with a bar, as mails do. */
static void
quote(struct buf *b, const char *text)
{
	buf_text(b, "> ");
	for (; *text != '\0'; text++) {
		buf_char(b, *text);
		if (*text == '\n')
			buf_text(b, "> ");
	}
	buf_text(b, "\n\n");
}

static const char *
compose(struct mem *mem, const struct context *c, const struct notice *n,
    const char *url)
{
	struct buf b = BUF_INIT;
	const char *text;

	buf_printf(&b, "%s\n\n", _("Bonjour,"));
	buf_printf(&b, _(n->opening), c->title);
	buf_text(&b, "\n\n");
	if (n->quoted != NULL && *n->quoted != '\0')
		quote(&b, n->quoted);
	if (n->after != NULL)
		buf_printf(&b, "%s\n\n", _(n->after));
	if (url != NULL)
		buf_printf(&b, "%s\n\n", url);
	if (n->law != NULL && *n->law != '\0')
		buf_printf(&b, "%s\n%s\n\n", _("Voies et délais de recours :"),
		    n->law);
	if (c->number != NULL)
		buf_printf(&b, _("Dossier n° %s"), c->number);
	buf_printf(&b, "\n-- \n%s\n", c->service);
	text = mem_strdup(mem, b.data);
	buf_release(&b);
	return text;
}

struct reader {
	int64_t		 id;
	const char	*email, *name, *lang;
	const char	*url;
};

static void
tell(struct db *db, struct mem *mem, const struct context *c,
    const struct notice *n, const struct reader *to, int64_t now)
{
	const char *before = lang_get(), *lang = lang_find(to->lang);
	struct mail mail = { .to = to->email, .to_name = to->name,
	    .reply_to = c->contact };

	if (lang != NULL)
		lang_set(lang);
	mail.subject = mem_printf(mem, _(n->subject), c->title);
	mail.body = compose(mem, c, n, to->url);
	if (n->key != NULL)
		mail.key = mem_printf(mem, "%s/%lld", n->key,
		    (long long)to->id);
	mail_add(db, &mail, now);
	if (lang != NULL)
		lang_set(before);
}

/* Walk the rows (id, email, name, lang) of a statement. */
static int
tell_all(struct db *db, struct mem *mem, struct stmt *s,
    const struct context *c, const struct notice *n, const char *url,
    const struct act *act)
{
	int told = 0;

	while (stmt_step(s)) {
		struct reader to = { .id = stmt_int(s, "id"),
		    .email = stmt_str(s, mem, "email"),
		    .name = stmt_str(s, mem, "name"),
		    .lang = stmt_str(s, mem, "lang"), .url = url };

		told++;
		if (to.id != act->who->id)
			tell(db, mem, c, n, &to, act->now);
	}
	return told;
}

void
notice_holder(struct db *db, struct mem *mem, int64_t application_id,
    const struct notice *n, const struct act *act)
{
	struct context c;

	if (load_context(&c, db, mem, application_id))
		tell_all(db, mem, db_query(db, Q_NOTICE_HOLDERS,
		    I(application, application_id)), &c, n, act->holder_url,
		    act);
}

void
notice_service(struct db *db, struct mem *mem, int64_t application_id,
    const struct notice *n, const struct act *act)
{
	struct reader service = { .name = NULL, .lang = "fr",
	    .url = act->service_url };
	struct context c;

	if (!load_context(&c, db, mem, application_id) ||
	    tell_all(db, mem, db_query(db, Q_NOTICE_AGENT,
	    I(application, application_id)), &c, n, act->service_url,
	    act) > 0 || *c.contact == '\0')
		return;
	service.email = c.contact;
	tell(db, mem, &c, n, &service, act->now);
}

void
notice_person(struct db *db, struct mem *mem, int64_t application_id,
    int64_t person_id, const char *url, const struct notice *n,
    const struct act *act)
{
	struct context c;

	if (load_context(&c, db, mem, application_id))
		tell_all(db, mem, db_query(db, Q_NOTICE_PERSON,
		    I(person, person_id)), &c, n, url, act);
}

/* --- about an element --------------------------------------------------------- */

void
notice_element(struct db *db, struct mem *mem, int64_t element_id,
    const struct notice *n, const struct act *act)
{
	struct context c;

	if (read_context(&c, mem, db_query(db, Q_NOTICE_ELEMENT,
	    I(element, element_id))))
		tell_all(db, mem, db_query(db, Q_NOTICE_ELEMENT_HOLDERS,
		    I(element, element_id)), &c, n, act->holder_url, act);
}

void
notice_moderators(struct db *db, struct mem *mem, int64_t element_id,
    const struct notice *n, const struct act *act)
{
	struct reader service = { .lang = "fr", .url = act->service_url };
	struct context c;

	if (!read_context(&c, mem, db_query(db, Q_NOTICE_ELEMENT,
	    I(element, element_id))) ||
	    tell_all(db, mem, db_query(db, Q_NOTICE_MODERATORS,
	    I(element, element_id), I(now, act->now)), &c, n,
	    act->service_url, act) > 0 || *c.contact == '\0')
		return;
	service.email = c.contact;
	tell(db, mem, &c, n, &service, act->now);
}

void
notice_reader(struct db *db, struct mem *mem, int64_t element_id,
    int64_t person_id, const char *url, const struct notice *n,
    const struct act *act)
{
	struct context c;

	if (read_context(&c, mem, db_query(db, Q_NOTICE_ELEMENT,
	    I(element, element_id))))
		tell_all(db, mem, db_query(db, Q_NOTICE_PERSON,
		    I(person, person_id)), &c, n, url, act);
}
