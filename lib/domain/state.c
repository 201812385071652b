/*
 * The words and tones of states.
 * It decides nothing.
 */
#include "config.h"

#include "domain/state.h"

#include <string.h>

#include "base/lang.h"

static const struct {
	const char	*state;
	const char	*sentence;
	const char	*tone;
} words[] = {
	{ "draft", N_("En préparation"), "neutral" },
	{ "listening", N_("Cherche des appuis"), "info" },
	{ "submitted", N_("Déposé, en attente d’examen"), "info" },
	{ "under_review", N_("En instruction"), "wait" },
	{ "accepted", N_("Retenu, cherche des financeurs"), "ok" },
	{ "funded", N_("Décidé, financé"), "ok" },
	{ "in_progress", N_("Réalisation en cours"), "ok" },
	{ "completed", N_("Réalisé"), "ok" },
	{ "refused", N_("Non retenu"), "refuse" },
	{ "closed", N_("Sans suite"), "neutral" },
	{ "withdrawn", N_("Retiré par son porteur"), "neutral" },
	{ "abandoned", N_("Abandonné"), "refuse" },
};

const char *const element_states[] = { "draft", "listening", "submitted",
	"under_review", "accepted", "funded", "in_progress", "completed",
	"refused", "closed", "withdrawn", "abandoned", NULL };

static size_t
find(const char *state)
{
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(words[i].state, state) == 0)
			return i;
	return 0;
}

const char *
element_state_sentence(const char *state)
{
	return _(words[find(state)].sentence);
}

const char *
element_state_tone(const char *state)
{
	return words[find(state)].tone;
}

bool
element_state_is_over(const char *state)
{
	return strcmp(state, "refused") == 0 || strcmp(state, "closed") == 0 ||
	    strcmp(state, "withdrawn") == 0 || strcmp(state, "abandoned") == 0;
}
