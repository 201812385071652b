/*
 * Hashing passwords and refusing the easy ones.
 */
#include "config.h"

#include "domain/password.h"

#include <stdlib.h>
#include <string.h>

#include <sodium.h>

#include "base/lang.h"
#include "base/rand.h"
#include "base/text.h"

/* OWASP's second choice for Argon2id: 19 MiB, two passes, one lane. */
#define MEMORY	((size_t)19456 * 1024)
#define PASSES	2ULL

/* "\n12345678\n…\n"; generated from data/common-passwords.txt. */
extern const char common_passwords[];

const char *
password_hash(struct mem *mem, const char *password)
{
	char out[crypto_pwhash_STRBYTES];

	rand_init();
	if (crypto_pwhash_str_alg(out, password, strlen(password), PASSES,
	    MEMORY, crypto_pwhash_ALG_ARGON2ID13) != 0)
		return NULL;
	return mem_strdup(mem, out);
}

/*
 * What an unknown account is compared with: the hash of random bytes that
 * nobody kept, of the same cost.
 */
static const char nobody[] = "$argon2id$v=19$m=19456,t=2,p=1$"
    "8RH0UBvtrRRLrnvpPLgovQ$+Ww4AhjwyaJ/YjO0PVRNPAa6t03GmVL64rxuXpN2hYc";

bool
password_is(const char *hash, const char *password)
{
	bool known = hash != NULL;

	rand_init();
	return crypto_pwhash_str_verify(known ? hash : nobody, password,
	    strlen(password)) == 0 && known;
}

bool
password_is_old(const char *hash)
{
	return crypto_pwhash_str_needs_rehash(hash, PASSES, MEMORY) != 0;
}

/* --- easy ones ------------------------------------------------------------- */

static bool
is_common(struct mem *mem, const char *folded)
{
	return strstr(common_passwords, mem_printf(mem, "\n%s\n", folded)) !=
	    NULL;
}

/* "aaaaaaaa", "abababab", "12345678", "hgfedcba": one step repeated. */
static bool
is_sequence(const char *s)
{
	size_t n = strlen(s), period, i;

	for (period = 1; period <= 3; period++) {
		for (i = period; i < n && s[i] == s[i - period]; i++)
			continue;
		if (i == n)
			return true;
	}
	for (i = 1; i < n && s[i] - s[i - 1] == s[1] - s[0]; i++)
		continue;
	return i == n && abs(s[1] - s[0]) == 1;
}

/*
 * Once the person's word is taken out, are fewer than four letters left? The
 * word must be long enough to mean something.
 */
static bool
is_mostly(const char *folded, const char *word)
{
	size_t n = strlen(word), left = 0;
	const char *at, *p;

	if (n < 4 || (at = strstr(folded, word)) == NULL)
		return false;
	for (p = folded; *p != '\0'; p++) {
		if (p == at)
			p += n - 1;
		else if (*p < '0' || *p > '9')
			left++;
	}
	return left < 4;
}

/* The words of a name or an address: between spaces, dots, hyphens, @. */
static bool
is_made_of(struct mem *mem, const char *folded, const char *words)
{
	char *copy, *word, *next;

	if (words == NULL)
		return false;
	copy = mem_strdup(mem, text_fold(mem, words));
	for (word = copy; word != NULL; word = next) {
		next = strpbrk(word, " .-_@'");
		if (next != NULL)
			*next++ = '\0';
		if (is_mostly(folded, word))
			return true;
	}
	return false;
}

bool
password_is_sound(struct problems *why, struct mem *mem, const char *where,
    const char *password, const char *email, const char *name)
{
	const char *folded = text_fold(mem, password);
	size_t n = text_length(password);

	if (n < PASSWORD_MIN)
		problem_add(why, where, _("Choisissez au moins %d caractères. "
		    "Une phrase facile à retenir convient très bien."),
		    PASSWORD_MIN);
	else if (n > PASSWORD_MAX)
		problem_add(why, where, _("Choisissez au plus %d caractères."),
		    PASSWORD_MAX);
	else if (is_common(mem, folded) || is_sequence(folded))
		problem_add(why, where, "%s", _("Ce mot de passe est parmi les "
		    "premiers que l’on essaie. Choisissez-en un autre, par "
		    "exemple quatre mots sans rapport."));
	else if (is_made_of(mem, folded, email) ||
	    is_made_of(mem, folded, name) || is_mostly(folded, "terreau"))
		problem_add(why, where, "%s", _("Ce mot de passe ressemble trop "
		    "à votre nom ou à votre adresse. Choisissez-en un autre."));
	else
		return true;
	return false;
}
