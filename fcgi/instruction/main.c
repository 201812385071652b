/*
 * The instruction worker.
 * Everything is in its table of routes and in lib/web.
 */
#include "config.h"

#include "fcgi/instruction/pages.h"

int
main(int argc, char **argv)
{
	return worker_run(&instruction_worker, argc, argv);
}
