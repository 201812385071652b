/*
 * Languages of the interface: gettext catalogues, one chosen at a time.
 * It neither formats dates nor money, and never guesses from an address.
 *
 * Messages are written in French where they are used and are the msgids:
 * _("…"), ngettext("…", "…", n), N_("…") in tables. A language is one file
 * po/xx.po: whatever catalogues stand in the locale folder are offered. French
 * has a catalogue too (made by msgen), so that plurals follow its rules.
 * The C library's own locales are not needed: C.UTF-8 is always there.
 */
#ifndef BASE_LANG_H
#define BASE_LANG_H

#include <libintl.h>
#include <stdbool.h>

#include "base/rc.h"

#define _(text)		lang_text(text)
#define N_(text)	(text)

/*
 * Find and read every catalogue DIR/xx/LC_MESSAGES/terreau.mo; NULL is the
 * folder of TERREAU_LOCALE, else the installed one. French is then chosen.
 * RC_FAIL: none for French; logged. Call once, before the sandbox.
 */
enum rc		 lang_open(const char *dir);
/* The languages found, "fr" first, the others sorted; NULL ends. Borrowed. */
const char *const *lang_list(void);
/* The same code, borrowed for ever, or NULL when there is no catalogue. */
const char	*lang_find(const char *code);
/* Speak this language from now on (a code of lang_list); cheap when same. */
void		 lang_set(const char *code);
const char	*lang_get(void);
/*
 * A message in the language of now: gettext, which is a search among all
 * messages under a lock, remembered. msgid must stay what it is for as long as
 * the process (a literal, or a table of them); what it gives does too.
 */
const char	*lang_text(const char *msgid) __attribute__((format_arg(1)));
/* The language's name in itself: "Français", "English". Borrowed. */
const char	*lang_name(const char *code);
/*
 * The best language for an Accept-Language header (RFC 9110 §12.5.4; NULL is
 * allowed), or `otherwise`. "en-GB" is served by "en"; q=0 refuses.
 */
const char	*lang_accept(const char *header, const char *otherwise);

#endif
