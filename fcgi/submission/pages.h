/*
 * Handlers of the submission worker: deposit, "my projects" and accounts.
 * One file per family of pages; each row of routes.c names its handler.
 */
#ifndef FCGI_SUBMISSION_PAGES_H
#define FCGI_SUBMISSION_PAGES_H

#include "web/route.h"

extern const struct worker submission_worker;

#endif
