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
#include <alloca.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#undef alloca
#define BANNED(f)	sorry_##f##_is_banned_see_base_banned_h

/* No bound on what they write. */
#define strcpy(a, b)	BANNED(strcpy)
#define strcat(a, b)	BANNED(strcat)
#define stpcpy(a, b)	BANNED(stpcpy)
#define sprintf(...)	BANNED(sprintf)
#define vsprintf(...)	BANNED(vsprintf)
#define gets(a)		BANNED(gets)
/* Cut without telling, or leave no end: mem_strndup, struct buf. */
#define strncpy(a, b, n) BANNED(strncpy)
#define strncat(a, b, n) BANNED(strncat)
#define strtok(a, b)	BANNED(strtok)
/* The process's time zone and static results: base/date. */
#define localtime(a)	BANNED(localtime)
#define localtime_r(a, b) BANNED(localtime_r)
#define gmtime(a)	BANNED(gmtime)
#define asctime(a)	BANNED(asctime)
#define ctime(a)	BANNED(ctime)
#define mktime(a)	BANNED(mktime)
#define strftime(...)	BANNED(strftime)
/* Predictable: base/rand. */
#define rand()		BANNED(rand)
#define srand(a)	BANNED(srand)
#define random()	BANNED(random)
#define srandom(a)	BANNED(srandom)
#define drand48()	BANNED(drand48)
/* Errors not told: strtoll with its end, or a typed field. */
#define atoi(a)		BANNED(atoi)
#define atol(a)		BANNED(atol)
#define atoll(a)	BANNED(atoll)
#define atof(a)		BANNED(atof)
/* Names somebody else can take first: file_temporary. */
#define tmpnam(a)	BANNED(tmpnam)
#define tempnam(a, b)	BANNED(tempnam)
#define mktemp(a)	BANNED(mktemp)
/* A shell. */
#define system(a)	BANNED(system)
#define popen(a, b)	BANNED(popen)
/* The stack has no sticky failure. */
#define alloca(a)	BANNED(alloca)
#endif

#endif
