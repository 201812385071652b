/*
 * Reading state/terreau.conf. It never writes it.
 */
#include "config.h"

#include "base/settings.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/log.h"
#include "base/text.h"

#define SETTINGS_MAX	((size_t)64 * 1024)

/* Every key, in the order of doc/operations.md. */
static const char *const keys[] = {
	"base_url",		/* "https://terreau.example": links in mails */
	"mail_from",		/* address that sends */
	"mail_from_name",
	"smtp_url",		/* smtp://host:587, smtps://host; else files */
	"smtp_user",
	"smtp_password",
	"smtp_password_file",
	"smtp_ca_file",		/* authority of a private mail server */
	"smtp_tls",		/* yes: required; no: only on a trusted network */
	"upload_max_mb",	/* the longest file sent in pieces (200) */
	"storage_max_mb",	/* documents of one person or body (1000) */
	"account_months",	/* an account not used ends, 0: never (36) */
	"clamav_socket",	/* /run/clamav/clamd.ctl, or 127.0.0.1:3310 */
	"directory_url",	/* of organisations by SIRET (doc/dossiers.md) */
	"directory_timeout",	/* seconds of one answer (20) */
	"clamav_timeout",	/* seconds of one answer (60) */
	"source_url",		/* where the source of what runs here is */
	"wiki_allow",		/* private addresses a wiki may have */
	"wiki_contact",		/* told to wikis: an address or a page */
	"wiki_timeout",		/* seconds of one request (60) */
	"wiki_wait_most",	/* seconds between two tries, at most (120) */
	NULL
};

#define KEYS	(sizeof(keys) / sizeof(keys[0]) - 1)

struct settings {
	const char	*values[KEYS];
};

static size_t
key_index(const char *key)
{
	size_t i;

	for (i = 0; keys[i] != NULL; i++)
		if (strcmp(keys[i], key) == 0)
			break;
	return i;
}

/* One line; NULL, or what is wrong with it. */
static const char *
read_line(struct settings *s, struct mem *mem, const char *line)
{
	const char *equals, *key;
	size_t i;

	line = text_trim(mem, line);
	if (*line == '\0' || *line == '#')
		return NULL;
	equals = strchr(line, '=');
	if (equals == NULL)
		return "no = sign";
	key = text_trim(mem, mem_strndup(mem, line, (size_t)(equals - line)));
	i = key_index(key);
	if (keys[i] == NULL)
		return "unknown key";
	s->values[i] = text_trim(mem, equals + 1);
	return NULL;
}

enum rc
settings_load(struct settings **out, struct mem *mem, const char *dir)
{
	const char *path = mem_printf(mem, "%s/terreau.conf", dir), *wrong;
	struct settings *s = MEM_NEW(mem, struct settings);
	char *text = NULL, *line, *end;
	int number = 1;
	enum rc rc = file_read(&text, NULL, mem, path, SETTINGS_MAX);

	if (rc != RC_OK && rc != RC_NOT_FOUND)
		return rc;
	for (line = text; line != NULL; line = end, number++) {
		end = strchr(line, '\n');
		if (end != NULL)
			*end++ = '\0';
		wrong = read_line(s, mem, line);
		if (wrong == NULL)
			continue;
		log_event(LOG_LEVEL_ERROR, "settings", "file", path, "line",
		    mem_printf(mem, "%d", number), "why", wrong, NULL);
		return RC_INVALID;
	}
	*out = s;
	return RC_OK;
}

const char *
settings_text(const struct settings *s, const char *key, const char *otherwise)
{
	size_t i = key_index(key);

	assert(keys[i] != NULL);
	return s->values[i] == NULL || *s->values[i] == '\0' ? otherwise :
	    s->values[i];
}

bool
settings_flag(const struct settings *s, const char *key, bool otherwise)
{
	const char *v = settings_text(s, key, NULL);

	return v == NULL ? otherwise : strcmp(v, "yes") == 0 ||
	    strcmp(v, "oui") == 0 || strcmp(v, "1") == 0;
}

int64_t
settings_number(const struct settings *s, const char *key, int64_t least,
    int64_t most, int64_t otherwise)
{
	const char *text = settings_text(s, key, "");
	char *end;
	long long n = strtoll(text, &end, 10);

	return *text == '\0' || *end != '\0' || n < least || n > most ?
	    otherwise : n;
}
