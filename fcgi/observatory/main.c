/*
 * The observatory worker.
 * Everything is in its table of routes and in lib/web.
 */
#include "config.h"

#include "fcgi/observatory/pages.h"

int
main(int argc, char **argv)
{
	return worker_run(&observatory_worker, argc, argv);
}
