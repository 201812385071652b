/*
 * Addresses: what may be called, and where a wiki's api.php may be.
 * It resolves nothing: it judges what was resolved.
 */
#include "config.h"

#include "wiki/client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"

/* --- private addresses (RFC 6890) ----------------------------------------------- */

static const struct {
	uint32_t	 net;
	int		 bits;
} private4[] = {
	{ 0x00000000, 8 }, { 0x0a000000, 8 }, { 0x64400000, 10 },
	{ 0x7f000000, 8 }, { 0xa9fe0000, 16 }, { 0xac100000, 12 },
	{ 0xc0000000, 24 }, { 0xc0000200, 24 }, { 0xc0a80000, 16 },
	{ 0xc6120000, 15 }, { 0xc6336400, 24 }, { 0xcb007100, 24 },
	{ 0xe0000000, 4 }, { 0xf0000000, 4 },
};

static bool
in_net(uint32_t host, uint32_t net, int bits)
{
	uint32_t mask = bits == 0 ? 0 : 0xffffffffU << (32 - bits);

	return (host & mask) == (net & mask);
}

static bool
is_private4(uint32_t host)
{
	size_t i;

	for (i = 0; i < sizeof(private4) / sizeof(private4[0]); i++)
		if (in_net(host, private4[i].net, private4[i].bits))
			return true;
	return false;
}

/* The IPv4 address inside a mapped, translated or 6to4 one. */
static bool
embedded4(uint32_t *host, const uint8_t *a)
{
	static const uint8_t mapped[12] = { [10] = 0xff, [11] = 0xff };
	static const uint8_t nat64[12] = { 0x00, 0x64, 0xff, 0x9b };
	const uint8_t *at = NULL;

	if (memcmp(a, mapped, 12) == 0 || memcmp(a, nat64, 12) == 0)
		at = a + 12;
	else if (a[0] == 0x20 && a[1] == 0x02)
		at = a + 2;
	if (at == NULL)
		return false;
	*host = (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 |
	    (uint32_t)at[2] << 8 | at[3];
	return true;
}

static bool
wiki_address_is_private(const struct sockaddr *address)
{
	const uint8_t *a;
	uint32_t host;

	if (address->sa_family == AF_INET)
		return is_private4(ntohl(((const struct sockaddr_in *)
		    (const void *)address)->sin_addr.s_addr));
	if (address->sa_family != AF_INET6)
		return true;
	a = ((const struct sockaddr_in6 *)(const void *)address)
	    ->sin6_addr.s6_addr;
	if (embedded4(&host, a))
		return is_private4(host);
	/* Only 2000::/3 is the Internet; in it, documentation and Teredo. */
	return (a[0] & 0xe0) != 0x20 ||
	    (a[0] == 0x20 && a[1] == 0x01 && a[2] == 0x0d && a[3] == 0xb8) ||
	    (a[0] == 0x20 && a[1] == 0x01 && a[2] == 0 && a[3] == 0);
}

static bool
rule_allows(const struct sockaddr *address, char *rule)
{
	char *slash = strchr(rule, '/');
	struct in6_addr six;
	struct in_addr four;
	int bits = 32;

	if (slash != NULL) {
		*slash = '\0';
		bits = (int)strtol(slash + 1, NULL, 10);
	}
	if (bits < 8 || bits > 32)
		return false;
	if (address->sa_family == AF_INET && inet_pton(AF_INET, rule,
	    &four) == 1)
		return in_net(ntohl(((const struct sockaddr_in *)
		    (const void *)address)->sin_addr.s_addr),
		    ntohl(four.s_addr), bits);
	return address->sa_family == AF_INET6 && slash == NULL &&
	    inet_pton(AF_INET6, rule, &six) == 1 && memcmp(&six,
	    &((const struct sockaddr_in6 *)(const void *)address)->sin6_addr,
	    sizeof(six)) == 0;
}

bool
wiki_address_allowed(const struct sockaddr *address, const char *allow)
{
	char rule[64];
	const char *p = allow;
	size_t len;

	if (!wiki_address_is_private(address))
		return true;
	while (p != NULL && *p != '\0') {
		p += strspn(p, " ,\t");
		len = strcspn(p, " ,\t");
		if (len > 0 && len < sizeof(rule)) {
			memcpy(rule, p, len);
			rule[len] = '\0';
			if (rule_allows(address, rule))
				return true;
		}
		p += len;
	}
	return false;
}

/* --- where api.php may be ------------------------------------------------------- */

size_t
wiki_api_candidates(const char *out[4], struct mem *mem, const char *typed)
{
	const char *text = text_trim(mem, typed), *host, *path, *slash;
	size_t n = 0, len;

	if (*text == '\0' || strpbrk(text, " \t\n\"<>\\") != NULL ||
	    strlen(text) > 1000)
		return 0;
	if (strstr(text, "://") == NULL)
		text = mem_printf(mem, "https://%s", text);
	if (strncasecmp(text, "https://", 8) != 0 &&
	    strncasecmp(text, "http://", 7) != 0)
		return 0;
	text = mem_strndup(mem, text, strcspn(text, "?#"));
	host = strstr(text, "://") + 3;
	path = host + strcspn(host, "/");
	if (path == host || memchr(host, '@', (size_t)(path - host)) != NULL)
		return 0;
	if (text_ends(text, "/api.php")) {
		out[n++] = text;
		return n;
	}
	/* Beside the page, then in the usual folders of the host. */
	slash = strrchr(path, '/');
	len = (size_t)((slash == NULL ? path : slash) - text);
	out[n++] = mem_printf(mem, "%.*s/api.php", (int)len, text);
	if (strstr(path, "/index.php") != NULL)
		out[n - 1] = mem_printf(mem, "%.*s/api.php",
		    (int)(strstr(path, "/index.php") - text), text);
	len = (size_t)(path - text);
	if (strcmp(out[0], mem_printf(mem, "%.*s/api.php", (int)len, text)) != 0)
		out[n++] = mem_printf(mem, "%.*s/api.php", (int)len, text);
	out[n++] = mem_printf(mem, "%.*s/w/api.php", (int)len, text);
	if (strcmp(out[0], mem_printf(mem, "%.*s/wiki/api.php", (int)len,
	    text)) != 0)
		out[n++] = mem_printf(mem, "%.*s/wiki/api.php", (int)len, text);
	return n;
}
