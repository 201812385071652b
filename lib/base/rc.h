/*
 * The one result code of the house.
 * It says why a verb did nothing; it carries no text (see problems.h).
 */
#ifndef BASE_RC_H
#define BASE_RC_H

enum rc {
	RC_OK,		/* done; out parameters are set */
	RC_NOT_FOUND,	/* no such object, or the person may not know it exists */
	RC_DENIED,	/* the object is known, the verb is refused */
	RC_INVALID,	/* what was sent is wrong; a struct problems says where */
	RC_CONFLICT,	/* the state, or a newer revision, forbids it now */
	RC_BUSY,	/* try again: lock not had in time, throttled */
	RC_FAIL		/* the machine failed (disk, memory, library); logged */
};

#endif
