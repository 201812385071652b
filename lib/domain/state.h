/*
 * Where a project stands, in words that a citizen understands (doc/states.md).
 * It words states; application.h and element.h change them.
 */
#ifndef DOMAIN_STATE_H
#define DOMAIN_STATE_H

#include <stdbool.h>
#include <stddef.h>

/* Every state of an element, in the order of a project's life; NULL ends. */
extern const char *const element_states[];

/* "Cherche des appuis", "En instruction"…, translated; borrowed for ever. */
const char *element_state_sentence(const char *state);
/* What the chip looks like: "neutral", "wait", "ok", "refuse", "info". */
const char *element_state_tone(const char *state);
/* Did the project stop before it was done: refused, closed, withdrawn,
 * abandoned? */
bool	 element_state_is_over(const char *state);

#endif
