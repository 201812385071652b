/*
 * Handlers of the instruction worker: the agents' queue and the administration.
 * One file per family of pages; each row of routes.c names its handler.
 */
#ifndef FCGI_INSTRUCTION_PAGES_H
#define FCGI_INSTRUCTION_PAGES_H

#include "web/route.h"

extern const struct worker instruction_worker;

#endif
