/*
 * Kinds of elements. A platform's own kinds are another matter.
 */
#include "config.h"

#include "domain/kind.h"

#include <string.h>

#include "base/lang.h"

const struct kind kinds[] = {
	{ "commons", "communs", N_("Commun"), N_("Communs") },
	{ "place", "lieux", N_("Lieu"), N_("Lieux") },
	{ "resource", "ressources", N_("Ressource"), N_("Ressources") },
	{ "event", "evenements", N_("Événement"), N_("Événements") },
	{ "project", "projets", N_("Projet"), N_("Projets") },
	{ NULL, NULL, NULL, NULL }
};

const struct kind *
kind_of(const char *kind)
{
	const struct kind *k;

	for (k = kinds; k->kind != NULL; k++)
		if (kind != NULL && strcmp(k->kind, kind) == 0)
			return k;
	return NULL;
}

const struct kind *
kind_by_path(const char *path)
{
	const struct kind *k;

	for (k = kinds; k->kind != NULL; k++)
		if (path != NULL && strcmp(k->path, path) == 0)
			return k;
	return NULL;
}
