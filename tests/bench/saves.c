/*
 * What the house adds to a commit: processes that save an answer or present a
 * dossier again and again through lib/domain, as the submission worker does,
 * for some seconds. Prints "per second, refused, longest wait in ms".
 * It serves no page: the cost of HTTP is measured by wrk.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/lang.h"
#include "base/log.h"
#include "base/rand.h"
#include "domain/submit.h"

#define PROCESSES_MAX	256

/* What all processes count together; each has its own row. */
struct tally {
	long	done, refused;
	double	longest;
};

struct task {
	const char	*state;
	bool		 submit;
	double		 seconds;
	useconds_t	 pause;		/* µs between two writes */
	int64_t		 call_id;	/* 0: saves only */
	char		**dossiers;
	int		 dossier_count;
};

static double
seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Save another text in a question that nothing else depends on, as most. */
static enum rc
save(struct db *db, struct mem *mem, const struct presentation *p,
    const struct person *who, long n)
{
	struct change change = { .field = form_field(p->answers.form, "besoin"),
	    .json = mem_printf(mem, "\"Une réponse de la taille habituelle, "
	    "tapée %ld fois par %d.\"", n, (int)getpid()) };
	struct answers answers;
	enum rc rc;

	rc = answers_load(&answers, db, mem, p->answers.form, p->platform,
	    p->dossier->id, 0);
	if (rc == RC_OK)
		rc = answers_save(&answers, &change, 1, who, time(NULL));
	return rc == RC_OK && !change.saved ? RC_CONFLICT : rc;
}

static enum rc
submit(struct db *db, struct mem *mem, const struct presentation *p,
    const struct person *who)
{
	const struct act act = { who, time(NULL), NULL, NULL };
	struct problems why = PROBLEMS_INIT(mem);

	return application_submit(NULL, db, mem, p->dossier->id, p->call->id,
	    NULL, &act, &why);
}

static int
write_on(const struct task *task, int number, struct tally *tally)
{
	int64_t dossier = strtoll(task->dossiers[number % task->dossier_count], NULL, 10);
	struct mem *mem = mem_new(), *each = mem_new();
	double end, start, took;
	struct presentation p;
	struct person *who;
	struct db *db;
	long n = 0;
	enum rc rc;

	rand_init();
	if (db_open(&db, task->state, DB_WORKER) != RC_OK ||
	    presentation_load(&p, db, mem, dossier, task->call_id) != RC_OK ||
	    person_by_email(&who, db, mem, "porteur@terreau.example",
	    time(NULL)) != RC_OK)
		return 1;
	end = seconds() + task->seconds;
	do {
		start = seconds();
		rc = task->submit ? submit(db, each, &p, who) :
		    save(db, each, &p, who, n++);
		took = seconds() - start;
		if (rc == RC_OK)
			tally->done++;
		else
			tally->refused++;
		if (took > tally->longest)
			tally->longest = took;
		mem_reset(each);
		if (task->pause > 0)
			usleep(task->pause);
	} while (seconds() < end);
	mem_free(each);
	mem_free(mem);
	db_close(db);
	return 0;
}

int
main(int argc, char **argv)
{
	struct task task;
	struct tally *all, sum = { 0, 0, 0 };
	int i, processes, status, bad = 0;
	double start, took;

	if (argc < 8) {
		fputs("Usage: saves STATE save|submit SECONDS PROCESSES "
		    "PAUSE_US CALL DOSSIER…\n", stderr);
		return 2;
	}
	task = (struct task){ .state = argv[1],
	    .submit = strcmp(argv[2], "submit") == 0,
	    .seconds = strtod(argv[3], NULL), .pause = (useconds_t)strtol(argv[5], NULL, 10),
	    .call_id = strtoll(argv[6], NULL, 10), .dossiers = argv + 7,
	    .dossier_count = argc - 7 };
	processes = (int)strtol(argv[4], NULL, 10);
	if (processes < 1 || processes > PROCESSES_MAX)
		return 2;
	log_open("saves");
	lang_set("fr");
	all = mmap(NULL, sizeof(*all) * PROCESSES_MAX, PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (all == MAP_FAILED)
		return 1;
	start = seconds();
	for (i = 0; i < processes; i++)
		if (fork() == 0) {
			prctl(PR_SET_PDEATHSIG, SIGKILL);
			_exit(write_on(&task, i, &all[i]));
		}
	while (wait(&status) > 0)
		bad |= status;
	took = seconds() - start;
	for (i = 0; i < processes; i++) {
		sum.done += all[i].done;
		sum.refused += all[i].refused;
		if (all[i].longest > sum.longest)
			sum.longest = all[i].longest;
	}
	printf("%.0f %ld %.1f\n", (double)sum.done / took, sum.refused,
	    sum.longest * 1000);
	return bad != 0;
}
