/*
 * The submission worker.
 * Everything is in its table of routes and in lib/web.
 */
#include "config.h"

#include "fcgi/submission/pages.h"

int
main(int argc, char **argv)
{
	return worker_run(&submission_worker, argc, argv);
}
