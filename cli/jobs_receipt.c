/*
 * The receipt of a deposit as the PDF joined to its mail.
 * It says what was written on the day of the deposit, nothing newer.
 */
#include "config.h"

#include "cli/jobs.h"

#include "base/lang.h"
#include "domain/receipt.h"
#include "open/receipt_pdf.h"

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
	paper = (struct receipt_paper)RECEIPT_PAPER(r, receipt_amount(run->mem,
	    r), NULL);
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
