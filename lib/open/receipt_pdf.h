/*
 * The receipt of an electronic filing (accusé de réception électronique), as a
 * PDF of one or two pages. It says what CRPA L112-11 and R112-5 ask.
 */
#ifndef OPEN_RECEIPT_PDF_H
#define OPEN_RECEIPT_PDF_H

#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"
#include "open/sink.h"

/* What no answer means, once the delay is over (CRPA L231-1, L231-4). */
enum receipt_silence {
	RECEIPT_SILENCE_NOTHING,	/* the call sets no such rule */
	RECEIPT_SILENCE_ACCEPTS,
	RECEIPT_SILENCE_REJECTS
};

/* Optional texts may be NULL; amounts are already written for people. */
struct receipt_paper {
	const char	*platform;	/* "Transition Ouest" */
	const char	*number;	/* TCO-2026-00042 */
	const char	*project;	/* title of the dossier */
	const char	*holder;	/* who deposits */
	const char	*call;		/* title of the call */
	const char	*requested;	/* optional: "52 000 €" */
	const char	*service_name;
	const char	*service_address;
	const char	*service_email;
	const char	*service_phone;	/* optional */
	int64_t		 received_at;
	const char	*time_zone;
	const char	*lang;		/* of dates; texts follow lang_set */
	const char *const *documents;	/* names as deposited */
	size_t		 document_count;
	/* Pieces that are missing, and by when (CRPA L114-5); none: count 0. */
	const char *const *missing;
	size_t		 missing_count;
	int64_t		 missing_due_at;	/* 0: no date */
	enum receipt_silence silence;
	int64_t		 silence_at;	/* when the delay ends; 0: not known */
	const char	*remedies;	/* optional: replaces the usual sentence */
	const char	*snapshot_sha256;
	int64_t		 journal_seq;	/* 0: not told */
	const char	*journal_hash;	/* optional */
	const char	*verify_url;	/* optional: page that explains proofs */
	const char	*status_url;	/* optional: where the holder follows it */
};

/* Write it to the sink (flushed). RC_FAIL: the sink's, or logged. */
enum rc	 receipt_pdf(struct sink *, const struct receipt_paper *);

#endif
