/*
 * The wikisync worker.
 * Everything is in its table of routes and in lib/web.
 */
#include "config.h"

#include "fcgi/wikisync/pages.h"

int
main(int argc, char **argv)
{
	return worker_run(&wikisync_worker, argc, argv);
}
