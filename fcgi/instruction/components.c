/*
 * The living page of components: each one once, with sample words, so that a
 * platform's colours can be judged. It shows nothing true and changes nothing.
 */
#include "config.h"

#include "fcgi/instruction/administration.h"

#include "base/lang.h"

#define PALETTES	16
#define DEPTH		4

/*
 * The page as a list: a section to open at that depth, or (with a text) a
 * marker to fill in the section open above it.
 */
struct sample {
	int		 depth;
	const char	*name, *text;	/* NULL: a section */
};

static const struct sample samples[] = {
	{ 0, M_SAMPLE_FIGURES, NULL },
	{ 1, M_FIGURES, NULL },
	{ 2, M_FIGURE_VALUE, "40" },
	{ 2, M_FIGURE_LABEL, N_("projets publics") },
	{ 2, M_FIGURE_TREND, NULL },
	{ 3, M_FIGURE_TREND_KIND, "up" },
	{ 3, M_FIGURE_TREND_SENSE, "good" },
	{ 3, M_FIGURE_TREND_TEXT, N_("12 de plus qu’en 2025") },
	{ 1, M_FIGURES, NULL },
	{ 2, M_FIGURE_VALUE, N_("64 j") },
	{ 2, M_FIGURE_LABEL, N_("délai médian de décision") },
	{ 2, M_FIGURE_TREND, NULL },
	{ 3, M_FIGURE_TREND_KIND, "down" },
	{ 3, M_FIGURE_TREND_SENSE, "good" },
	{ 3, M_FIGURE_TREND_TEXT, N_("9 jours de moins qu’en 2025") },

	{ 0, M_SAMPLE_CARDS, NULL },
	{ 1, M_CARDS, NULL },
	{ 2, M_CARD_URL, "#s-cartes" },
	{ 2, M_CARD_TITLE, N_("Un jardin partagé") },
	{ 2, M_CARD_SUMMARY, N_("Trente parcelles et un verger, ouverts à tous "
	    "les habitants du quartier.") },
	{ 2, M_CARD_HOLDER, N_("Association des jardiniers") },
	{ 2, M_CARD_PLACE, N_("Ma commune") },
	{ 2, M_CARD_STATE_KIND, "wait" },
	{ 2, M_CARD_STATE_TEXT, N_("En instruction") },
	{ 2, M_CARD_LOOK, "2" },
	{ 2, M_CARD_THEME, N_("Un thème") },
	{ 2, M_CARD_MONEY, NULL },
	{ 3, M_CARD_MONEY_PERCENT, "74" },
	{ 3, M_CARD_MONEY_SUM, N_("38 400 € sur 52 000 €") },
	{ 3, M_CARD_MONEY_SAID, N_("réunis sur le plan de financement") },
	{ 1, M_CARDS, NULL },
	{ 2, M_CARD_URL, "#s-cartes" },
	{ 2, M_CARD_TITLE, N_("La navette du marché") },
	{ 2, M_CARD_SUMMARY, N_("Aller au marché sans voiture, deux fois par "
	    "semaine.") },
	{ 2, M_CARD_HOLDER, N_("La commune") },
	{ 2, M_CARD_PLACE, N_("Ma commune") },
	{ 2, M_CARD_STATE_KIND, "ok" },
	{ 2, M_CARD_STATE_TEXT, N_("Décidé, financé") },
	{ 2, M_CARD_LOOK, "3" },
	{ 2, M_CARD_THEME, N_("Un autre thème") },

	{ 0, M_SAMPLE_CALL, NULL },
	{ 1, M_CALL_URL, "#s-appel" },
	{ 1, M_CALL_TITLE, N_("Un appel à projets") },
	{ 1, M_CALL_PROMISE, N_("Ce qu’il rend possible, en une phrase.") },
	{ 1, M_CALL_STATE_KIND, "ok" },
	{ 1, M_CALL_STATE_TEXT, N_("Ouvert") },
	{ 1, M_CALL_FUNDER, N_("Un financeur") },
	{ 1, M_CALL_DATES, N_("Jusqu’au 1er avril") },
	{ 1, M_CALL_COUNT, N_("12 projets présentés") },

	{ 0, M_SAMPLE_FUNDING, NULL },
	{ 1, M_FUNDING_SAID, N_("Plan de 52 000 € · il manque 13 600 €") },
	{ 1, M_FUNDING_GRANTED, "48.08" },
	{ 1, M_FUNDING_PROMISED, "25.77" },
	{ 1, M_FUNDING_PROMISED_X, "48.08" },
	{ 1, M_FUNDING_GRANTED_SUM, N_("25 000 €") },
	{ 1, M_FUNDING_PROMISED_SUM, N_("13 400 €") },
	{ 1, M_FUNDING_MISSING_SUM, N_("13 600 €") },
	{ 1, M_SOURCES, NULL },
	{ 2, M_SOURCE_NAME, N_("Un financeur") },
	{ 2, M_SOURCE_ASKED, N_("25 000 €") },
	{ 2, M_SOURCE_PROMISED, N_("25 000 €") },
	{ 2, M_SOURCE_GRANTED, N_("25 000 €") },
	{ 2, M_SOURCE_PAID, "–" },

	{ 0, M_SAMPLE_BARS, NULL },
	{ 1, M_CHART_ID, "exemple-barres" },
	{ 1, M_CHART_TITLE, N_("Le premier thème réunit le plus de projets") },
	{ 1, M_CHART_UNIT, N_("Nombre de projets publiés, par thème") },
	{ 1, M_BARS_HEAD_NAME, N_("Thème") },
	{ 1, M_BARS_HEAD_VALUE, N_("Projets") },
	{ 1, M_CHART_SOURCE, N_("Source : un exemple") },
	{ 1, M_BARS, NULL },
	{ 2, M_BAR_NAME, N_("Un thème") },
	{ 2, M_BAR_VALUE, "9" },
	{ 2, M_BAR_PARTS, NULL },
	{ 3, M_PART_SERIES, "1" },
	{ 3, M_PART_X, "0" },
	{ 3, M_PART_WIDTH, "100" },
	{ 1, M_BARS, NULL },
	{ 2, M_BAR_NAME, N_("Un autre thème") },
	{ 2, M_BAR_VALUE, "5" },
	{ 2, M_BAR_PARTS, NULL },
	{ 3, M_PART_SERIES, "1" },
	{ 3, M_PART_X, "0" },
	{ 3, M_PART_WIDTH, "55.55" },

	{ 0, M_SAMPLE_LINE, NULL },
	{ 1, M_CHART_ID, "exemple-ligne" },
	{ 1, M_CHART_TITLE, N_("104 tonnes détournées : l’objectif approche") },
	{ 1, M_CHART_UNIT, N_("tonnes par an · mesuré par pesée") },
	{ 1, M_PLOT_SAID, N_("104 tonnes détournées : l’objectif approche") },
	{ 1, M_CHART_SOURCE, N_("Source : un exemple") },
	{ 1, M_GRIDS, NULL },
	{ 2, M_GRID_Y, "24" },
	{ 2, M_GRID_TEXT, "200" },
	{ 1, M_GRIDS, NULL },
	{ 2, M_GRID_Y, "107" },
	{ 2, M_GRID_TEXT, "100" },
	{ 1, M_TARGET, NULL },
	{ 2, M_TARGET_Y, "74" },
	{ 2, M_TARGET_LABEL_Y, "68" },
	{ 2, M_TARGET_TEXT, N_("objectif 140 t") },
	{ 1, M_CURVES, NULL },
	{ 2, M_CURVE_SERIES, "1" },
	{ 2, M_SEGMENTS, NULL },
	{ 3, M_X1, "14" },
	{ 3, M_Y1, "165" },
	{ 3, M_X2, "92" },
	{ 3, M_Y2, "104" },
	{ 2, M_DOTS, NULL },
	{ 3, M_DOT_X, "14" },
	{ 3, M_DOT_Y, "165" },
	{ 3, M_DOT_SAID, "30" },
	{ 2, M_DOTS, NULL },
	{ 3, M_DOT_X, "92" },
	{ 3, M_DOT_Y, "104" },
	{ 3, M_DOT_SAID, "104" },
	{ 2, M_CURVE_LABEL_X, "99" },
	{ 2, M_CURVE_LABEL_Y, "94" },
	{ 2, M_CURVE_LABEL, "104 t" },
	{ 1, M_TICKS, NULL },
	{ 2, M_TICK_X, "14" },
	{ 2, M_TICK_TEXT, "2025" },
	{ 2, M_TICK_ANCHOR, "middle" },
	{ 1, M_TICKS, NULL },
	{ 2, M_TICK_X, "92" },
	{ 2, M_TICK_TEXT, "2026" },
	{ 2, M_TICK_ANCHOR, "middle" },

	{ 0, M_SAMPLE_INDICATORS, NULL },
	{ 1, M_INDICATOR_NAME, N_("Habitants qui compostent") },
	{ 1, M_INDICATOR_UNIT, N_("foyers · déclaré par le porteur") },
	{ 1, M_INDICATOR_VALUE, "412" },
	{ 1, M_INDICATOR_TARGET, N_("objectif 600 d’ici décembre 2027") },
	{ 1, M_INDICATOR_PERCENT, "69" },
	{ 1, M_INDICATOR_STATE_KIND, "wait" },
	{ 1, M_INDICATOR_STATE_TEXT, N_("déclaré, non encore validé") },

	{ 0, M_SAMPLE_MAP, NULL },
	{ 1, M_MAP_SAID, N_("Un territoire et deux projets") },
	{ 1, M_MAP_SHAPES, NULL },
	{ 2, M_SHAPE_CLASS, "land" },
	{ 2, M_SHAPE_PATH, "M150 40 L270 70 L310 230 L210 360 L110 260 Z" },
	{ 1, M_MAP_POINTS, NULL },
	{ 2, M_POINT_X, "190" },
	{ 2, M_POINT_Y, "140" },
	{ 2, M_POINT_R, "14" },
	{ 2, M_POINT_LOOK, "2" },
	{ 2, M_POINT_URL, "#s-carte" },
	{ 2, M_POINT_SAID, N_("Un jardin partagé") },
	{ 1, M_MAP_POINTS, NULL },
	{ 2, M_POINT_X, "240" },
	{ 2, M_POINT_Y, "240" },
	{ 2, M_POINT_R, "22" },
	{ 2, M_POINT_LOOK, "3" },
	{ 2, M_POINT_URL, "#s-carte" },
	{ 2, M_POINT_SAID, N_("La navette du marché") },

	{ 0, M_SAMPLE_FACETS, NULL },
	{ 1, M_FILTERED, NULL },
	{ 2, M_FILTERS, NULL },
	{ 3, M_FILTER_URL, "#s-filtres" },
	{ 3, M_FILTER_NAME, N_("Un thème") },
	{ 1, M_FACETS, NULL },
	{ 2, M_FACET_ID, "exemple" },
	{ 2, M_FACET_NAME, N_("Thème") },
	{ 2, M_FACET_OPTIONS, NULL },
	{ 3, M_OPTION_URL, "#s-filtres" },
	{ 3, M_OPTION_NAME, N_("Un thème") },
	{ 3, M_OPTION_COUNT, "9" },
	{ 3, M_OPTION_ON, NULL },
	{ 2, M_FACET_OPTIONS, NULL },
	{ 3, M_OPTION_URL, "#s-filtres" },
	{ 3, M_OPTION_NAME, N_("Un autre thème") },
	{ 3, M_OPTION_COUNT, "5" },

	{ 0, M_SAMPLE_RAIL, NULL },
	{ 1, M_RAIL_TITLE, N_("Votre dossier") },
	{ 1, M_STEPS, NULL },
	{ 2, M_STEP_URL, "#s-etapes" },
	{ 2, M_STEP_NUMBER, "1" },
	{ 2, M_STEP_NAME, N_("Qui vous êtes") },
	{ 2, M_STEP_KIND, "done" },
	{ 2, M_STEP_DONE, NULL },
	{ 1, M_STEPS, NULL },
	{ 2, M_STEP_URL, "#s-etapes" },
	{ 2, M_STEP_NUMBER, "2" },
	{ 2, M_STEP_NAME, N_("Votre projet") },
	{ 2, M_STEP_KIND, "todo" },
	{ 2, M_STEP_TODO, NULL },
	{ 2, M_STEP_CURRENT, NULL },
	{ 2, M_STEP_NOTE, NULL },
	{ 3, M_STEP_NOTE_TEXT, N_("2 réponses manquent") },
	{ 1, M_RAIL_PROGRESS, NULL },
	{ 2, M_RAIL_ANSWERED, N_("31 réponses sur 44") },
	{ 2, M_RAIL_SAID, N_("sont déjà là.") },
	{ 2, M_RAIL_PERCENT, "70" },

	{ 0, M_SAMPLE_FORM, NULL },
	{ 1, M_ERRORS_SHOWN, NULL },
	{ 2, M_ERRORS_TITLE, N_("Une réponse est à corriger") },
	{ 2, M_ERRORS, NULL },
	{ 3, M_ERROR_HREF, "#f-exemple-cout" },
	{ 3, M_ERROR_LINE, N_("Écrivez le coût en chiffres, par exemple "
	    "41 600,50.") },
	{ 1, M_FIELDS, NULL },
	{ 2, M_FIELD_TEXT, NULL },
	{ 2, M_FIELD_ID, "f-exemple-titre" },
	{ 2, M_FIELD_NAME, "exemple-titre" },
	{ 2, M_FIELD_LABEL, N_("Titre du projet") },
	{ 2, M_FIELD_TYPE, "text" },
	{ 2, M_FIELD_WIDTH, "full" },
	{ 2, M_FIELD_VALUE, "" },
	{ 2, M_FIELD_HINT, NULL },
	{ 3, M_FIELD_HINT_TEXT, N_("Court et concret : ce qui va exister.") },
	{ 1, M_FIELDS, NULL },
	{ 2, M_FIELD_MONEY, NULL },
	{ 2, M_FIELD_ID, "f-exemple-cout" },
	{ 2, M_FIELD_NAME, "exemple-cout" },
	{ 2, M_FIELD_LABEL, N_("Coût total") },
	{ 2, M_FIELD_VALUE, N_("beaucoup") },
	{ 2, M_FIELD_UNIT, "€" },
	{ 2, M_FIELD_UNIT_SAID, N_("euros") },
	{ 2, M_FIELD_ERROR, NULL },
	{ 3, M_FIELD_ERROR_TEXT, N_("Écrivez le coût en chiffres, par exemple "
	    "41 600,50.") },
	{ 1, M_SAVE_STATE_TEXT, N_("Enregistré à 14 h 32") },

	{ 0, M_SAMPLE_FILES, NULL },
	{ 1, M_FILES, NULL },
	{ 2, M_FILE_URL, "#s-pieces" },
	{ 2, M_FILE_NAME, N_("statuts.pdf") },
	{ 2, M_FILE_META, N_("PDF, 1,2 Mo, déposé le 4 mars 2026") },
	{ 2, M_FILE_STATE, NULL },
	{ 3, M_FILE_STATE_KIND, "ok" },
	{ 3, M_FILE_STATE_TEXT, N_("Valable") },

	{ 0, M_SAMPLE_TIMELINE, NULL },
	{ 1, M_EVENTS, NULL },
	{ 2, M_EVENT_KIND, "done" },
	{ 2, M_EVENT_ISO, "2026-03-04" },
	{ 2, M_EVENT_DATE, N_("4 mars 2026") },
	{ 2, M_EVENT_TEXT, N_("Projet déposé") },
	{ 1, M_EVENTS, NULL },
	{ 2, M_EVENT_KIND, "next" },
	{ 2, M_EVENT_ISO, "2026-06-01" },
	{ 2, M_EVENT_DATE, N_("1er juin 2026") },
	{ 2, M_EVENT_TEXT, N_("Décision") },
	{ 2, M_EVENT_NEXT, NULL },

	{ 0, M_SAMPLE_THREAD, NULL },
	{ 1, M_MESSAGES, NULL },
	{ 2, M_MESSAGE_ID, "exemple" },
	{ 2, M_MESSAGE_AUTHOR, N_("Une instructrice") },
	{ 2, M_MESSAGE_ROLE, N_("instructrice") },
	{ 2, M_MESSAGE_ISO, "2026-03-12" },
	{ 2, M_MESSAGE_DATE, N_("12 mars 2026") },
	{ 2, M_MESSAGE_BODY, N_("Bonjour, combien de foyers sont concernés ?") },

	{ 0, M_SAMPLE_SCORES, NULL },
	{ 1, M_SCORES_NAME, N_("Opportunité") },
	{ 1, M_SCORES_SAID, N_("Un critère sans note manque : il ne compte pas "
	    "pour zéro.") },
	{ 1, M_CRITERIA, NULL },
	{ 2, M_CRITERION_ID, "0" },
	{ 2, M_CRITERION_NAME, N_("Bénéfice pour les usagers") },
	{ 2, M_CRITERION_WEIGHT, "30" },
	{ 2, M_CRITERION_NONE, NULL },
	{ 2, M_LEVELS, NULL },
	{ 3, M_LEVEL_VALUE, "1" },
	{ 3, M_LEVEL_NAME, N_("faible") },
	{ 3, M_LEVEL_HELP, N_("Quelques personnes, un peu.") },
	{ 2, M_LEVELS, NULL },
	{ 3, M_LEVEL_VALUE, "5" },
	{ 3, M_LEVEL_NAME, N_("fort") },
	{ 3, M_LEVEL_HELP, N_("Tout un quartier, durablement.") },

	{ 0, M_SAMPLE_TABS, NULL },
	{ 1, M_TABS_NAME, N_("Onglets") },
	{ 1, M_TABS, NULL },
	{ 2, M_TAB_URL, "#s-onglets" },
	{ 2, M_TAB_NAME, N_("Réponses") },
	{ 2, M_TAB_CURRENT, NULL },
	{ 1, M_TABS, NULL },
	{ 2, M_TAB_URL, "#s-onglets" },
	{ 2, M_TAB_NAME, N_("Échanges") },
	{ 2, M_TAB_COUNT, NULL },
	{ 3, M_TAB_COUNT_TEXT, "3" },

	{ 0, M_SAMPLE_TABLE, NULL },
	{ 1, M_TABLE_CAPTION, N_("Tableau") },
	{ 1, M_TABLE_HEADS, NULL },
	{ 2, M_HEAD_TEXT, N_("Financeur") },
	{ 1, M_TABLE_HEADS, NULL },
	{ 2, M_HEAD_TEXT, N_("Accordé") },
	{ 2, M_HEAD_NUMBER, NULL },
	{ 1, M_TABLE_ROWS, NULL },
	{ 2, M_ROW_HEAD, N_("Un financeur") },
	{ 2, M_ROW_CELLS, NULL },
	{ 3, M_CELL_TEXT, N_("25 000 €") },
	{ 3, M_CELL_NUMBER, NULL },

	{ 0, M_SAMPLE_PAGER, NULL },
	{ 1, M_PAGER_WHERE, N_("50 projets affichés sur 214") },
	{ 1, M_PAGER_NEXT, NULL },
	{ 2, M_PAGER_NEXT_URL, "#s-pages" },

	{ 0, M_SAMPLE_TERMS, NULL },
	{ 1, M_TERMS, NULL },
	{ 2, M_TERM_NAME, N_("Territoire") },
	{ 2, M_TERM_VALUE, N_("Ma commune") },
	{ 2, M_TERM_ACT, NULL },
	{ 3, M_TERM_ACT_URL, "#s-fiche" },
	{ 3, M_TERM_ACT_TEXT, N_("Modifier") },

	{ 0, M_SAMPLE_JOURNAL, NULL },
	{ 1, M_JOURNAL_ROWS, NULL },
	{ 2, M_ROW_NUMBER, "1" },
	{ 2, M_ROW_ISO, "2026-06-01" },
	{ 2, M_ROW_DATE, N_("1er juin 2026") },
	{ 2, M_ROW_KIND_KIND, "ok" },
	{ 2, M_ROW_KIND_TEXT, N_("Décision") },
	{ 2, M_ROW_TEXT, N_("Accordé, avec ses motifs.") },
	{ 2, M_ROW_HASH_SHORT, "9f2c41…" },
	{ 2, M_ROW_URL, "#s-journal" },

	{ 0, M_SAMPLE_EMPTY, NULL },
	{ 1, M_EMPTY, NULL },
	{ 2, M_EMPTY_TITLE, N_("Aucun projet ici") },
	{ 2, M_EMPTY_TEXT, N_("Retirez un filtre, ou cherchez autre chose.") },
	{ 2, M_EMPTY_ACT, NULL },
	{ 3, M_EMPTY_URL, "#s-vide" },
	{ 3, M_EMPTY_ACT_TEXT, N_("Effacer tous les filtres") },

	{ 0, M_SAMPLE_DIALOG, NULL },
	{ 1, M_DIALOG_ID, "exemple-question" },
	{ 1, M_DIALOG_TITLE, N_("Retirer ce projet ?") },
	{ 1, M_DIALOG_TEXT, N_("Ceci est un exemple : rien ne sera changé.") },
	{ 1, M_DIALOG_ACT, N_("Retirer") },
};

void
components_get(struct req *req, struct res *res)
{
	struct view *at[DEPTH + 1], *palette;
	const struct sample *s;
	const char *own = page_url(req, "administration/composants");
	int i;

	at[0] = res_page(res, _("Composants"));
	administration_crumbs(req, at[0], _("Composants"));
	view_text(at[0], M_DIALOG_URL, own);
	for (i = 0; i < PALETTES; i++) {
		palette = view_add(at[0], M_PALETTES);
		view_int(palette, M_PALETTE, i);
	}
	for (s = samples; s < samples + sizeof(samples) / sizeof(samples[0]);
	    s++)
		if (s->text == NULL)
			at[s->depth + 1] = view_add(at[s->depth], s->name);
		else
			view_text(at[s->depth], s->name, *s->text == '\0' ?
			    "" : _(s->text));
	res_view(res, 200, "administration/composants.tpl");
}

/* The sample question, answered. */
void
components_post(struct req *req, struct res *res)
{
	res_redirect_flash(res, page_url(req, "administration/composants"),
	    _("C’était un exemple : rien n’a changé."));
}
