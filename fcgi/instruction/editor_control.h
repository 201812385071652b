/*
 * Settings as controls: what their page and their reading share. Nobody else
 * includes it.
 */
#ifndef INSTRUCTION_EDITOR_CONTROL_H
#define INSTRUCTION_EDITOR_CONTROL_H

#include "fcgi/instruction/editor.h"

enum control { CONTROL_TEXT, CONTROL_LINES, CONTROL_NUMBER, CONTROL_FLAG,
	CONTROL_YES_NO, CONTROL_CHOICE, CONTROL_SEVERAL, CONTROL_KEYS,
	CONTROL_OPTIONS, CONTROL_QUESTIONS, CONTROL_BESIDE, CONTROL_MESSAGE,
	CONTROL_BLOCKS, CONTROL_LIST, CONTROL_JSON };

/* The control that a setting is shown with. */
enum control control_of(const struct shape *);
/* The decimals that it is written with: 3 000,50 € is 300050. */
int	 control_digits(const struct form_spot *, const struct shape *);
/* The value as the control has it; "" for none. In mem. */
const char *control_text(struct mem *, const struct form_spot *,
	    const struct shape *, struct json_object *value);

#endif
