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

/* What no answer means, once the delay is over (CRPA L231-1, L231-4): "accept",
 * anything else with a delay, or none. */
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

/*
 * Initializes the paper of a receipt (domain/receipt.h, which this folder may not
 * include): r is a pointer to it, `written` its amount for people or NULL, `proof`
 * the page that explains proofs or NULL.
 */
#define RECEIPT_PAPER(r, written, proof)				\
	{ .platform = (r)->platform, .number = (r)->number,		\
	    .project = (r)->project, .holder = (r)->holder,		\
	    .call = (r)->call, .requested = (written),			\
	    .service_name = (r)->service_name,				\
	    .service_address = (r)->service_address,			\
	    .service_email = (r)->service_email,			\
	    .service_phone = (r)->service_phone,			\
	    .received_at = (r)->received_at,				\
	    .time_zone = (r)->time_zone, .lang = (r)->lang,		\
	    .documents = (const char *const *)(r)->documents,		\
	    .document_count = (r)->document_count,			\
	    .silence = (r)->silence_at == 0 ? RECEIPT_SILENCE_NOTHING :	\
		*(r)->silence == 'a' ? RECEIPT_SILENCE_ACCEPTS :	\
		RECEIPT_SILENCE_REJECTS,				\
	    .silence_at = (r)->silence_at, .remedies = (r)->remedies,	\
	    .snapshot_sha256 = (r)->sha256,				\
	    .journal_seq = (r)->journal_seq,				\
	    .journal_hash = (r)->journal_hash, .verify_url = (proof),	\
	    .status_url = (r)->status_url }

/* Write it to the sink (flushed). RC_FAIL: the sink's, or logged. */
enum rc	 receipt_pdf(struct sink *, const struct receipt_paper *);

#endif
