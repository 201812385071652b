/*
 * The kinds of elements in words and in addresses.
 */
#ifndef DOMAIN_KIND_H
#define DOMAIN_KIND_H

struct kind {
	const char	*kind;		/* "place" */
	const char	*path;		/* "lieux": in addresses */
	const char	*one, *many;	/* msgids: "Lieu", "Lieux" */
};

extern const struct kind kinds[];	/* kind NULL ends; projects are not first */
/* NULL: none. */
const struct kind *kind_of(const char *kind);
const struct kind *kind_by_path(const char *path);

#endif
