/*
 * Functions the house does not use. Force-included in every C file
 * (-include base/banned.h); it refuses to let them compile.
 *
 * The headers that declare them come first, after config.h so that the feature
 * macros hold. C++ (lib/view) is left alone: <cstdlib> names some of them.
 */
#ifndef BASE_BANNED_H
#define BASE_BANNED_H

#include "config.h"

#ifndef __cplusplus
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* No bound on what they write. */
#pragma GCC poison strcpy strcat sprintf vsprintf gets stpcpy
/* Cut without telling, or leave no end: mem_strndup, struct buf. */
#pragma GCC poison strncpy strncat strtok
/* The process's time zone and static results: base/date. */
#pragma GCC poison localtime localtime_r gmtime asctime ctime mktime strftime
/* Predictable: base/rand. */
#pragma GCC poison rand srand random srandom drand48
/* Errors not told: strtoll with its end, or a typed field. */
#pragma GCC poison atoi atol atoll atof
/* Names somebody else can take first: file_temporary. */
#pragma GCC poison tmpnam tempnam mktemp
/* A shell. */
#pragma GCC poison system popen
/* The stack has no sticky failure. */
#pragma GCC poison alloca
#endif

#endif
