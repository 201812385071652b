/*
 * The command line of a worker, its help, its list of routes.
 * It opens nothing.
 */
#include "config.h"

#include "web/options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>

#include "web/body.h"
#include "web/common.h"

static void
print_help(const char *name)
{
	printf("Usage: terreau-%s [OPTION]...\n"
	    "Serve the %s pages of Terreau over FastCGI on descriptor 0\n"
	    "(started by spawn-fcgi and multiwatch, or a systemd socket).\n\n"
	    "  --state DIR    folder of the installation (or TERREAU_STATE)\n"
	    "  --views DIR    folder of the templates (or TERREAU_VIEWS;\n"
	    "                 default " PKGDATADIR "/views)\n"
	    "  --static DIR   folder of the static files, to date their links\n"
	    "                 (default " PKGDATADIR "/static)\n"
	    "  --locale DIR   folder of the catalogues (or TERREAU_LOCALE;\n"
	    "                 default " LOCALEDIR ")\n"
	    "  -n, --check    load and check everything, then leave\n"
	    "  --routes       print the routes: method, pattern, right\n"
	    "  -h, --help     this text\n"
	    "  -V, --version  the version\n\n"
	    "Exit status: 0 done, 1 something is missing or wrong (the log\n"
	    "says what), 2 wrong option.\n", name, name);
}

static void
print_routes(const struct route *r)
{
	for (; r->method != 0; r++)
		printf("%-4s %-48s %s%s%s%s\n", r->method != GET ? method_name(r->method) :
		    "GET", r->pattern, right_name(r->right),
		    r->flags & ROUTE_CACHED ? " cached" : "",
		    r->flags & ROUTE_UPLOAD ? " upload" : "",
		    r->flags & ROUTE_ANYONE ? " unconfirmed" : "");
}

static const char *
env_or(const char *name, const char *otherwise)
{
	const char *v = getenv(name);

	return v == NULL || *v == '\0' ? otherwise : v;
}

bool
options_read(struct options *o, const struct worker *worker, int argc,
    char **argv, int *status)
{
	enum { STATE = 256, VIEWS, STATIC, LOCALE, ROUTES };
	static const struct option longs[] = {
		{ "state", required_argument, NULL, STATE },
		{ "views", required_argument, NULL, VIEWS },
		{ "static", required_argument, NULL, STATIC },
		{ "locale", required_argument, NULL, LOCALE },
		{ "check", no_argument, NULL, 'n' },
		{ "routes", no_argument, NULL, ROUTES },
		{ "help", no_argument, NULL, 'h' },
		{ "version", no_argument, NULL, 'V' },
		{ NULL, 0, NULL, 0 }
	};
	int c;

	*o = (struct options){
		.state = env_or("TERREAU_STATE", NULL),
		.views = env_or("TERREAU_VIEWS", PKGDATADIR "/views"),
		.statics = PKGDATADIR "/static",
	};
	*status = 0;
	while ((c = getopt_long(argc, argv, "nhV", longs, NULL)) != -1) {
		switch (c) {
		case STATE:
			o->state = optarg;
			break;
		case VIEWS:
			o->views = optarg;
			break;
		case STATIC:
			o->statics = optarg;
			break;
		case LOCALE:
			o->locale = optarg;
			break;
		case 'n':
			o->check = true;
			break;
		case ROUTES:
			print_routes(common_routes);
			print_routes(worker->routes);
			return false;
		case 'h':
			print_help(worker->name);
			return false;
		case 'V':
			printf("terreau-%s %s\n", worker->name,
			    PACKAGE_VERSION);
			return false;
		default:
			*status = 2;
			return false;
		}
	}
	if (optind < argc || o->state == NULL) {
		fprintf(stderr, optind < argc ? "terreau-%s: unexpected "
		    "argument\n" : "terreau-%s: --state DIR (or "
		    "TERREAU_STATE) is missing\n", worker->name);
		*status = 2;
		return false;
	}
	return true;
}
