/*
 * The receipt of a deposit as the PDF joined to its mail.
 * It says what was written on the day of the deposit, nothing newer.
 */
#include "config.h"

#include "cli/jobs.h"

#include <string.h>

#include "base/lang.h"
#include "domain/money.h"
#include "domain/receipt.h"
#include "open/receipt_pdf.h"

static struct receipt_paper
paper_of(struct mem *mem, const struct receipt *r)
{
	return (struct receipt_paper){ .platform = r->platform,
	    .number = r->number, .project = r->project, .holder = r->holder,
	    .call = r->call, .requested = r->requested_cents == 0 ? NULL
	    : money_format_cents(mem, r->requested_cents, r->lang),
	    .service_name = r->service_name,
	    .service_address = r->service_address,
	    .service_email = r->service_email,
	    .service_phone = r->service_phone,
	    .received_at = r->received_at, .time_zone = r->time_zone,
	    .lang = r->lang,
	    .documents = (const char *const *)r->documents,
	    .document_count = r->document_count,
	    .silence = r->silence_at == 0 ? RECEIPT_SILENCE_NOTHING
	    : strcmp(r->silence, "accept") == 0 ? RECEIPT_SILENCE_ACCEPTS
	    : RECEIPT_SILENCE_REJECTS, .silence_at = r->silence_at,
	    .remedies = r->remedies, .snapshot_sha256 = r->sha256,
	    .journal_seq = r->journal_seq, .journal_hash = r->journal_hash,
	    .status_url = r->status_url };
}

enum rc
attach_receipt(struct job_run *run, int64_t id, struct message *m)
{
	const char *before = lang_get();
	struct receipt_paper paper;
	struct buf pdf = BUF_INIT;
	struct receipt *r;
	struct sink sink;
	enum rc rc;

	rc = receipt_load(&r, run->db, run->mem, id);
	if (rc != RC_OK) {
		run->message = "there is no such receipt";
		return rc == RC_NOT_FOUND ? RC_INVALID : rc;
	}
	if (r->lang == NULL || lang_find(r->lang) == NULL)
		r->lang = before;
	lang_set(r->lang);
	paper = paper_of(run->mem, r);
	sink_init(&sink, sink_into_buf, &pdf);
	rc = receipt_pdf(&sink, &paper);
	lang_set(before);
	m->file_name = mem_printf(run->mem, "%s.pdf", r->number);
	m->file_type = "application/pdf";
	m->file_len = pdf.len;
	m->file = mem_strndup(run->mem, pdf.data, pdf.len);
	buf_release(&pdf);
	return rc;
}
