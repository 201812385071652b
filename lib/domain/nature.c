/*
 * The natures of documents.
 * It keeps no file and no row: the common list is here, the platforms' in theirs.
 */
#include "config.h"

#include "domain/nature.h"

#include <string.h>

#include "base/lang.h"

#define MB		((int64_t)1000000)
#define OWN		200	/* natures that platforms add, at most */
#define IMAGES		"pdf|png|jpg"
#define TEXTS		"pdf|odt|docx"
#define SHEETS		"pdf|ods|xlsx|csv"

static const struct nature common[] = {
	{ "statuts", N_("Statuts"), TEXTS, 0, 0, true },
	{ "recepisse", N_("Récépissé de déclaration en préfecture"), IMAGES,
	    20 * MB, 0, true },
	{ "siret", N_("Avis de situation (SIRET)"), IMAGES, 20 * MB, 12, true },
	{ "kbis", N_("Extrait Kbis"), IMAGES, 20 * MB, 3, true },
	{ "rib", N_("Relevé d’identité bancaire (RIB)"), IMAGES, 20 * MB, 24,
	    true },
	{ "dirigeants", N_("Liste des dirigeants"), SHEETS "|odt|docx",
	    20 * MB, 12, true },
	{ "pouvoir", N_("Délégation de signature"), IMAGES, 20 * MB, 12, true },
	{ "deliberation", N_("Délibération"), TEXTS, 0, 0, true },
	{ "budget", N_("Budget prévisionnel"), SHEETS "|odt|docx", 0, 12,
	    true },
	{ "comptes", N_("Comptes annuels"), SHEETS, 0, 18, true },
	{ "rapport", N_("Rapport d’activité"), TEXTS, 0, 18, true },
	{ "attestation-fiscale", N_("Attestation de régularité fiscale"), IMAGES,
	    20 * MB, 12, true },
	{ "attestation-sociale", N_("Attestation de vigilance (cotisations)"),
	    IMAGES, 20 * MB, 6, true },
	{ "assurance", N_("Attestation d’assurance"), IMAGES, 20 * MB, 12,
	    true },
	{ "identite", N_("Pièce d’identité"), IMAGES, 20 * MB, 0, true },
	{ "domicile", N_("Justificatif de domicile"), IMAGES, 20 * MB, 3,
	    true },
	{ "devis", N_("Devis"), SHEETS "|odt|docx|png|jpg", 0, 0, false },
	{ "photo", N_("Photo ou plan"), IMAGES, 0, 0, false },
	{ "autre", N_("Autre document"), "", 0, 0, false },
};
#define COMMON	(sizeof(common) / sizeof(common[0]))

/* gettext("") would be the catalogue's own header. */
static struct nature
spoken(const struct nature *n)
{
	struct nature said = *n;

	said.label = _(n->label);
	return said;
}

static void
read_own(struct nature *n, struct mem *mem, struct stmt *s)
{
	n->key = stmt_str(s, mem, "key");
	n->label = stmt_str(s, mem, "label");
	n->accept = stmt_str(s, mem, "accept");
	n->max_bytes = stmt_int(s, "max_mb") * MB;
	n->valid_months = stmt_int(s, "valid_months");
	n->reused = stmt_bool(s, "reused");
}

void
nature_list(struct natures *list, struct db *db, struct mem *mem)
{
	struct stmt *s;
	size_t i;

	*list = (struct natures){ MEM_ARRAY(mem, COMMON + OWN, struct nature),
	    0 };
	for (i = 0; i < COMMON; i++)
		list->rows[list->count++] = spoken(&common[i]);
	s = db_query(db, Q_NATURE_OWN, I(limit, OWN));
	while (list->count < COMMON + OWN && stmt_step(s)) {
		if (nature_is(list, stmt_text(s, "key")))
			continue;
		read_own(&list->rows[list->count++], mem, s);
	}
	stmt_done(s);
}

bool
nature_is(const struct natures *list, const char *key)
{
	size_t i;

	for (i = 0; i < list->count; i++)
		if (strcmp(list->rows[i].key, key) == 0)
			return true;
	return false;
}

const struct nature *
nature_get(struct db *db, struct mem *mem, const char *key)
{
	struct nature *n = MEM_NEW(mem, struct nature);
	struct natures own;
	size_t i;

	for (i = 0; i < COMMON; i++)
		if (strcmp(common[i].key, key) == 0) {
			*n = spoken(&common[i]);
			return n;
		}
	nature_list(&own, db, mem);
	for (i = COMMON; i < own.count; i++)
		if (strcmp(own.rows[i].key, key) == 0)
			return &own.rows[i];
	*n = (struct nature){ .key = mem_strdup(mem, key),
	    .label = mem_strdup(mem, key), .accept = "" };
	return n;
}
