/*
 * The words of the receipt, in the order a holder needs them.
 * It decides nothing: dates and meanings come from the call.
 */
#include "config.h"

#include "open/receipt_pdf.h"

#include <inttypes.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "open/pdf.h"

static const char *
silence_text(struct mem *mem, const struct receipt_paper *r)
{
	const char *day = r->silence_at == 0 ? NULL
	    : date_long(mem, r->silence_at, r->time_zone, r->lang);

	switch (r->silence) {
	case RECEIPT_SILENCE_ACCEPTS:
		if (day == NULL)
			return _("Sans réponse de notre part dans le délai, "
			    "votre demande sera acceptée.");
		return mem_printf(mem, _("Si vous n’avez reçu aucune réponse "
		    "le %s, votre demande sera acceptée. Vous pourrez alors "
		    "nous demander une attestation (article L232-3 du code "
		    "des relations entre le public et l’administration)."),
		    day);
	case RECEIPT_SILENCE_REJECTS:
		if (day == NULL)
			return _("Sans réponse de notre part dans le délai, "
			    "votre demande sera considérée comme rejetée.");
		return mem_printf(mem, _("Si vous n’avez reçu aucune réponse "
		    "le %s, votre demande sera considérée comme rejetée "
		    "(article L231-4 du code des relations entre le public "
		    "et l’administration)."), day);
	case RECEIPT_SILENCE_NOTHING:
		break;
	}
	return _("Cet appel ne fixe pas de délai au bout duquel le silence "
	    "vaudrait décision : une réponse vous sera adressée.");
}

static const char *
remedies_text(const struct receipt_paper *r)
{
	if (!text_blank(r->remedies))
		return r->remedies;
	if (r->silence != RECEIPT_SILENCE_REJECTS)
		return NULL;
	return _("Vous aurez deux mois à compter de cette date pour "
	    "demander au service de revoir sa position (recours gracieux), "
	    "pour saisir son autorité supérieure (recours hiérarchique) ou "
	    "pour saisir le tribunal administratif. Un recours gracieux ou "
	    "hiérarchique fait dans ces deux mois prolonge le délai pour "
	    "saisir le tribunal.");
}

static void
put_documents(struct pdf *p, struct mem *mem, const struct receipt_paper *r)
{
	if (r->document_count > 0) {
		pdf_heading(p, _("Ce que nous avons reçu"));
		for (size_t i = 0; i < r->document_count; i++)
			pdf_item(p, r->documents[i]);
	}
	if (r->missing_count == 0)
		return;
	pdf_heading(p, _("Ce qui manque"));
	if (r->missing_due_at != 0)
		pdf_text(p, mem_printf(mem, _("À nous faire parvenir avant "
		    "le %s. Le délai d’instruction est suspendu jusque-là "
		    "(article L114-5 du code des relations entre le public "
		    "et l’administration)."), date_long(mem,
		    r->missing_due_at, r->time_zone, r->lang)));
	for (size_t i = 0; i < r->missing_count; i++)
		pdf_item(p, r->missing[i]);
}

static void
put_service(struct pdf *p, const struct receipt_paper *r)
{
	pdf_heading(p, _("Qui suit votre demande"));
	pdf_term(p, _("Service"), r->service_name);
	pdf_term(p, _("Adresse"), r->service_address);
	pdf_term(p, _("Courriel"), r->service_email);
	pdf_term(p, _("Téléphone"), r->service_phone);
	pdf_term(p, _("Suivi en ligne"), r->status_url);
}

static void
put_proof(struct pdf *p, struct mem *mem, const struct receipt_paper *r)
{
	pdf_heading(p, _("La preuve de votre dépôt"));
	pdf_small(p, _("Votre dossier a été figé tel que vous l’avez déposé. "
	    "Cette empreinte (SHA-256) le prouve : un seul caractère changé "
	    "en donnerait une autre."));
	pdf_code(p, r->snapshot_sha256);
	if (r->journal_seq == 0 || r->journal_hash == NULL)
		return;
	pdf_small(p, mem_printf(mem, _("Le dépôt est l’acte n° %lld du "
	    "journal public, dont voici l’empreinte :"),
	    (long long)r->journal_seq));
	pdf_code(p, r->journal_hash);
	if (r->verify_url != NULL)
		pdf_small(p, mem_printf(mem, _("Comment le vérifier : %s"),
		    r->verify_url));
}

enum rc
receipt_pdf(struct sink *out, const struct receipt_paper *r)
{
	struct mem *mem = mem_new();
	const struct pdf_info info = {
		.title = mem_printf(mem, _("Accusé de réception %s"),
		    r->number),
		.author = r->service_name,
		.subject = r->project,
		.lang = r->lang,
		.footer = mem_printf(mem, "%s · %s", r->platform, r->number),
		.page_of = _("page %d sur %d"),
		.created_at = r->received_at,
	};
	struct pdf *p = pdf_new(&info);
	enum rc rc;

	pdf_title(p, _("Accusé de réception"));
	pdf_lead(p, mem_printf(mem, _("Votre demande a été reçue le %s."),
	    date_long_time(mem, r->received_at, r->time_zone, r->lang)));
	pdf_term(p, _("Numéro"), r->number);
	pdf_term(p, _("Projet"), r->project);
	pdf_term(p, _("Porteur"), r->holder);
	pdf_term(p, _("Appel"), r->call);
	pdf_term(p, _("Montant demandé"), r->requested);
	put_documents(p, mem, r);
	pdf_heading(p, _("Quand vous aurez une réponse"));
	pdf_text(p, silence_text(mem, r));
	pdf_text(p, remedies_text(r));
	put_service(p, r);
	put_proof(p, mem, r);
	rc = pdf_end(p, out);
	mem_free(mem);
	return rc;
}
