/*
 * Deposits of an application with their documents, as its holder asks.
 * It names nobody of the service: only when.
 */
#include "config.h"

#include "domain/recipient.h"

#define DEPOSITS	50
#define FILES		500

static void
read_files(struct deposited *list, size_t n, struct mem *mem, struct stmt *s)
{
	struct deposited_file *files = MEM_ARRAY(mem, FILES,
	    struct deposited_file);
	size_t i, count = 0;

	while (count < FILES && stmt_step(s)) {
		int64_t number = stmt_int(s, "number");

		files[count].version_id = stmt_int(s, "version_id");
		files[count].name = stmt_str(s, mem, "name");
		files[count].label = stmt_str(s, mem, "label");
		for (i = 0; i < n; i++)
			if (list[i].number == number) {
				if (list[i].document_count++ == 0)
					list[i].documents = &files[count];
				break;
			}
		count++;
	}
	stmt_done(s);
}

size_t
recipient_deposits(struct deposited **out, struct db *db, struct mem *mem,
    int64_t application_id)
{
	struct deposited *list = MEM_ARRAY(mem, DEPOSITS, struct deposited);
	struct stmt *s = db_query(db, Q_RECIPIENT_DEPOSITS,
	    I(application, application_id), I(limit, DEPOSITS));
	size_t n = 0;

	while (n < DEPOSITS && stmt_step(s)) {
		list[n].number = stmt_int(s, "number");
		list[n].taken_at = stmt_int(s, "taken_at");
		list[n].sha256 = stmt_str(s, mem, "sha256");
		list[n++].seen_at = stmt_int(s, "seen_at");
	}
	stmt_done(s);
	read_files(list, n, mem, db_query(db, Q_RECIPIENT_FILES,
	    I(application, application_id), I(limit, FILES)));
	*out = list;
	return n;
}
