/*
 * terreau user: accounts, from the machine.
 * It shows no password, and reads one from standard input only.
 */
#include "config.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "base/date.h"
#include "base/file.h"
#include "base/json.h"
#include "base/text.h"
#include "cli/cmd.h"
#include "domain/account.h"
#include "domain/audit.h"
#include "domain/password.h"
#include "domain/person.h"

#define DEMO_HOLDERS	3

static const char help[] =
    "Usage: terreau user add EMAIL [NAME] [--admin] [--lang CODE] [--no-password]\n"
    "       terreau user list [--json]\n"
    "       terreau user password EMAIL\n"
    "       terreau user close EMAIL\n"
    "       terreau user demo\n"
    "\n"
    "add        make an account whose address needs no proof, and print its number;\n"
    "           the password is the first line of standard input (asked for on a\n"
    "           terminal); without a name, what is before the @\n"
    "  --admin        administrator of the whole installation\n"
    "  --no-password  the person signs in with links sent by mail\n"
    "list       all accounts: id, address, name, since, what is special\n"
    "password   choose another password; the person is signed out everywhere\n"
    "close      close the account for ever: personal data are erased\n"
    "demo       the demonstration accounts and their password\n";

static void
tell(const struct problems *why)
{
	const struct problem *p;

	for (p = why->first; p != NULL; p = p->next)
		cmd_error("%s: %s", p->where, p->text);
}

/* The first line of standard input, not shown when it is typed; NULL: none. */
static const char *
read_password(struct cmd *c)
{
	struct termios shown, hidden;
	bool terminal = isatty(STDIN_FILENO) && tcgetattr(STDIN_FILENO,
	    &shown) == 0;
	char line[1024], *got;

	if (terminal) {
		hidden = shown;
		hidden.c_lflag &= ~(tcflag_t)ECHO;
		fputs("Password: ", stderr);
		tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
	}
	got = fgets(line, sizeof(line), stdin);
	if (terminal) {
		tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
		fputc('\n', stderr);
	}
	if (got == NULL) {
		cmd_error("no password on standard input");
		return NULL;
	}
	line[strcspn(line, "\r\n")] = '\0';
	return mem_strdup(c->mem, line);
}

static int
add(struct cmd *c, int argc, char **argv)
{
	bool admin = cmd_flag(&argc, argv, "--admin");
	bool none = cmd_flag(&argc, argv, "--no-password");
	struct account_new a = { .lang = cmd_option(&argc, argv, "--lang") };
	struct problems why = PROBLEMS_INIT(c->mem);
	int64_t id;
	enum rc rc;

	if (cmd_unknown(argc, argv))
		return CMD_USAGE;
	if (argc < 3 || argc > 4) {
		cmd_error("user add takes an address, then a name");
		return CMD_USAGE;
	}
	a.email = argv[2];
	a.name = argc > 3 ? argv[3] : mem_strndup(c->mem, argv[2],
	    strcspn(argv[2], "@"));
	if (!none && (a.password = read_password(c)) == NULL)
		return CMD_USAGE;
	if (!cmd_open(c, DB_WORKER))
		return CMD_FAILED;
	rc = account_add(c->db, c->mem, &a, admin, (int64_t)time(NULL), &id,
	    &why);
	tell(&why);
	if (rc == RC_OK)
		printf("%" PRId64 "\n", id);
	if (rc == RC_CONFLICT)
		cmd_error("%s has an account already", a.email);
	return rc == RC_CONFLICT || rc == RC_INVALID ? CMD_REFUSED :
	    cmd_exit(rc, a.email);
}

/* --- list ------------------------------------------------------------------- */

static void
print_json(struct mem *mem, struct stmt *s)
{
	struct json_object *o = json_object_new_object();

	json_put_int(o, "id", stmt_int(s, "id"));
	json_put_text(o, "email", stmt_text(s, "email"));
	json_put_text(o, "name", stmt_text(s, "name"));
	json_put_text(o, "lang", stmt_text(s, "lang"));
	json_put_bool(o, "confirmed", stmt_int(s, "confirmed_at") != 0);
	json_put_bool(o, "admin", stmt_bool(s, "admin"));
	json_put_text(o, "created_at", date_rfc3339(mem, stmt_int(s,
	    "created_at")));
	json_put_bool(o, "closed", !stmt_null(s, "closed_at"));
	puts(json_string(mem, o));
	json_object_put(o);
}

static void
print_line(struct mem *mem, struct stmt *s)
{
	int64_t id = stmt_int(s, "id");
	const char *email = stmt_str(s, mem, "email");
	const char *name = stmt_str(s, mem, "name");
	bool proved = stmt_int(s, "confirmed_at") != 0;
	bool admin = stmt_bool(s, "admin");
	const char *since = date_iso(mem, stmt_int(s, "created_at"));

	printf("%" PRId64 "\t%s\t%s\t%s\t%s%s%s\n", id, email, name, since,
	    admin ? "admin " : "", proved ? "" : "unproved ",
	    stmt_null(s, "closed_at") ? "" : "closed");
}

static int
list(struct cmd *c, int argc, char **argv)
{
	bool json = cmd_flag(&argc, argv, "--json");
	struct mem *mem;
	int64_t last = 0;
	int n;

	if (cmd_unknown(argc, argv) || argc != 2)
		return CMD_USAGE;
	if (!cmd_open(c, DB_WORKER))
		return CMD_FAILED;
	mem = mem_new();
	do {
		struct stmt *s = db_query(c->db, Q_ACCOUNT_LIST, I(after, last),
		    I(limit, 500));

		for (n = 0; stmt_step(s); n++) {
			last = stmt_int(s, "id");
			(json ? print_json : print_line)(mem, s);
			mem_reset(mem);
		}
	} while (n == 500);
	mem_free(mem);
	return db_failed(c->db) ? CMD_FAILED : CMD_OK;
}

/* --- one person ----------------------------------------------------------------- */

static struct person *
find(struct cmd *c, const char *email, int *code)
{
	struct person *p = NULL;

	*code = CMD_FAILED;
	if (cmd_open(c, DB_WORKER))
		*code = cmd_exit(person_by_email(&p, c->db, c->mem, email,
		    (int64_t)time(NULL)), email);
	return p;
}

static int
password(struct cmd *c, const char *email)
{
	struct problems why = PROBLEMS_INIT(c->mem);
	const char *typed = read_password(c), *hash;
	struct person *p;
	int code;
	enum rc rc;

	if (typed == NULL)
		return CMD_USAGE;
	p = find(c, email, &code);
	if (p == NULL)
		return code;
	if (!password_is_sound(&why, c->mem, "password", typed, p->email,
	    p->name)) {
		tell(&why);
		return CMD_REFUSED;
	}
	hash = password_hash(c->mem, typed);
	rc = hash == NULL ? RC_FAIL : db_write_begin(c->db);
	if (rc != RC_OK)
		return cmd_exit(rc, email);
	db_run(c->db, Q_ACCOUNT_HASH_PUT, I(id, p->id), T(hash, hash));
	db_run(c->db, Q_SESSION_DROP_PERSON, I(person, p->id), I(keep, 0));
	audit_note(c->db, 0, "password_set", 0, "person", p->email,
	    (int64_t)time(NULL));
	return cmd_exit(db_write_commit(c->db), email);
}

static int
close_account(struct cmd *c, const char *email)
{
	struct problems why = PROBLEMS_INIT(c->mem);
	struct person *p;
	int code;
	enum rc rc;

	p = find(c, email, &code);
	if (p == NULL)
		return code;
	rc = account_close(c->db, c->mem, p->id, 0, (int64_t)time(NULL), &why);
	tell(&why);
	return rc == RC_CONFLICT ? CMD_REFUSED : cmd_exit(rc, email);
}

/* --- demonstration --------------------------------------------------------------- */

static void
demo_of(struct cmd *c, const char *path)
{
	struct json_object *doc, *people, *one, *roles;
	struct person *p;
	const char *role;
	int holders = 0;

	if (!file_exists(path) || json_read(&doc, c->mem, path, 1 << 20, NULL) !=
	    RC_OK)
		return;
	people = json_array(doc, "people");
	for (size_t i = 0; i < json_count(people); i++) {
		one = json_at(people, i);
		roles = json_array(one, "roles");
		role = json_text_or(json_at(roles, 0), "role", "holder");
		/* Every role, and the first holders: the list stays short. */
		if (json_count(roles) == 0 && ++holders > DEMO_HOLDERS)
			continue;
		if (person_by_email(&p, c->db, c->mem, json_text_or(one,
		    "email", ""), 0) == RC_OK)
			printf("  %-20s %-34s %s\n", role, p->email,
			    json_text_or(doc, "passphrase", "-"));
	}
	json_object_put(doc);
}

static int
demo(struct cmd *c)
{
	const char *share = getenv("TERREAU_SHARE"), *dir;
	const char **names;

	if (!cmd_open(c, DB_WORKER))
		return CMD_FAILED;
	dir = mem_printf(c->mem, "%s/platforms", share != NULL &&
	    *share != '\0' ? share : PKGDATADIR);
	if (dir_list(&names, c->mem, dir) != RC_OK)
		return CMD_NOT_FOUND;
	for (; *names != NULL; names++)
		demo_of(c, mem_printf(c->mem, "%s/%s/demo/people.json", dir,
		    *names));
	return CMD_OK;
}

int
cmd_user(struct cmd *c, int argc, char **argv)
{
	const char *verb = argc > 1 ? argv[1] : "";

	if (cmd_flag(&argc, argv, "--help")) {
		fputs(help, stdout);
		return CMD_OK;
	}
	if (strcmp(verb, "add") == 0)
		return add(c, argc, argv);
	if (strcmp(verb, "list") == 0)
		return list(c, argc, argv);
	if (strcmp(verb, "password") == 0 && argc == 3)
		return password(c, argv[2]);
	if (strcmp(verb, "close") == 0 && argc == 3)
		return close_account(c, argv[2]);
	if (strcmp(verb, "demo") == 0 && argc == 2)
		return demo(c);
	fputs(help, stderr);
	return CMD_USAGE;
}
