/*
 * Looking people up.
 * It reads no password: see account.c.
 */
#include "config.h"

#include "domain/person.h"

#include <string.h>

#include "base/text.h"

#define EMAIL_MAX	254	/* RFC 5321 §4.5.3.1.3, without the brackets */

static enum rc
load(struct person **out, struct mem *mem, struct stmt *s, int64_t now)
{
	struct person *p;

	if (!stmt_step(s))
		return RC_NOT_FOUND;
	p = MEM_NEW(mem, struct person);
	p->id = stmt_int(s, "id");
	p->email = stmt_str(s, mem, "email");
	p->name = stmt_str(s, mem, "name");
	p->lang = stmt_str(s, mem, "lang");
	p->confirmed_at = stmt_int(s, "confirmed_at");
	p->admin = stmt_bool(s, "admin");
	p->at = now;
	stmt_done(s);
	*out = p;
	return RC_OK;
}

enum rc
person_load(struct person **out, struct db *db, struct mem *mem, int64_t id,
    int64_t now)
{
	return load(out, mem, db_query(db, Q_PERSON_BY_ID, I(id, id)), now);
}

enum rc
person_by_email(struct person **out, struct db *db, struct mem *mem,
    const char *email, int64_t now)
{
	const char *canonical = person_email(mem, email);

	if (canonical == NULL)
		return RC_NOT_FOUND;
	return load(out, mem, db_query(db, Q_PERSON_BY_EMAIL,
	    T(email, canonical)), now);
}

const char *
person_email(struct mem *mem, const char *typed)
{
	char *email = mem_strdup(mem, text_trim(mem, typed)), *p;
	const char *at, *dot;

	if (strlen(email) > EMAIL_MAX || strpbrk(email, " \t\"<>,;:\\()[]"))
		return NULL;
	for (p = email; *p != '\0'; p++) {
		if (*p < ' ' || *p == 0x7f)	/* ASCII only */
			return NULL;
		if (*p >= 'A' && *p <= 'Z')
			*p = (char)(*p - 'A' + 'a');
	}
	at = strchr(email, '@');
	if (at == NULL || at == email || at != strrchr(email, '@'))
		return NULL;
	dot = strrchr(at, '.');
	if (dot == NULL || dot == at + 1 || dot[1] == '\0' || at[1] == '.' ||
	    strstr(email, "..") != NULL)
		return NULL;
	return email;
}

