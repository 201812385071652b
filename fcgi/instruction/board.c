/*
 * The private board of a listening: columns side by side, moved with buttons;
 * board.js drags the same forms.
 */
#include "config.h"

#include "fcgi/instruction/listening.h"

#include <string.h>

#include "base/lang.h"
#include "base/text.h"
#include "domain/board.h"
#include "domain/money.h"
#include "domain/need.h"
#include "domain/state.h"
#include "web/ask.h"
#include "web/partial.h"

const struct field_rule board_fields[] = {
	{ .name = "projet", .type = F_ID, .flags = FIELD_REQUIRED },
	{ .name = "colonne", .type = F_ID },
	{ .name = "avant", .type = F_ID },
	{ .name = "acte", .type = F_CHOICE,
	    .choices = "ajouter|deplacer|monter|descendre|retirer" },
	{ .type = F_END } };
const struct field_rule board_column_fields[] = {
	{ .name = "colonne", .type = F_ID },
	{ .name = "nom", .type = F_TEXT, .max = 200 },
	{ .name = "acte", .type = F_CHOICE,
	    .choices = "ajouter|renommer|gauche|droite|supprimer" },
	{ .type = F_END } };

/* --- the page ---------------------------------------------------------------------- */

/* Each of the words between commas. */
static void
show_labels(const struct req *req, struct view *card, const char *labels)
{
	struct view *all = NULL;
	const char *label;
	size_t n;

	for (; *labels != '\0'; labels += n + (labels[n] == ',')) {
		n = strcspn(labels, ",");
		label = text_trim(req->mem, mem_strndup(req->mem, labels, n));
		if (*label == '\0')
			continue;
		if (all == NULL)
			all = view_add(card, M_CARD_LABELS);
		view_text(view_add(all, M_LABELS), M_LABELS_TEXT, label);
	}
}

static void
show_card(const struct req *req, struct view *in, const struct listening *l,
    const struct board *b, const struct board_card *c, bool choice)
{
	struct view *row = view_add(in, M_BOARD_CARDS);
	const struct theme *theme = platform_theme(req->platform, c->theme_id);
	size_t i;

	view_int(row, M_FOUND_ID, c->element_id);
	view_text(row, M_FOUND_TITLE, c->published ? c->title :
	    _("Projet qui n’est plus public"));
	view_text(row, M_FOUND_URL, c->published ? mem_printf(req->mem, "%s/%s",
	    listening_url(req, l, "/projets"), c->slug) :
	    mem_printf(req->mem, "#carte-%lld", (long long)c->element_id));
	view_text(row, M_FOUND_WHO, mem_printf(req->mem, "%s%s%s", c->holder,
	    c->place == NULL ? "" : " · ", c->place == NULL ? "" : c->place));
	view_text(row, M_FOUND_MATURITY, !c->published ? "" :
	    c->maturity == NULL ? element_state_sentence(c->state) : word_label(maturities,
	    c->maturity));
	view_text(row, M_FOUND_THEME, theme == NULL ? "" : theme->label);
	show_labels(req, row, c->labels);
	if (choice)
		view_show(row, M_CARD_CHOICE);
	if (c->notes > 0)
		view_text(view_add(row, M_CARD_NOTES), M_CARD_NOTES_TEXT,
		    mem_printf(req->mem, ngettext("%lld note", "%lld notes",
		    (unsigned long)c->notes), (long long)c->notes));
	view_show(row, c->published ? M_CARD_SHOWN : M_CARD_GONE);
	for (i = 0; i < b->count; i++) {
		const struct board_column *at = &b->columns[i];

		if (at->id != c->column_id)
			continue;
		if (c != &b->cards[at->first])
			view_show(row, M_CARD_UP);
		if (c != &b->cards[at->first + at->count - 1])
			view_show(row, M_CARD_DOWN);
	}
	for (i = 0; i < b->count; i++)
		partial_option(row, M_COLUMN_OPTIONS, mem_printf(req->mem,
		    "%lld", (long long)b->columns[i].id), b->columns[i].name,
		    b->columns[i].id == c->column_id);
}

static void
show(struct req *req, struct res *res, int status, const struct problems *why)
{
	struct listening *l = listening_open(req, res);
	struct board b;
	struct view *v, *row;
	bool choice;
	size_t i, k;

	if (l == NULL)
		return;
	v = listening_page(req, res, l, _("Tableau"), "/tableau");
	ask_problems(v, req, why);
	board_load(&b, req->db, req->mem, l->id);
	view_text(v, M_BOARD_URL, listening_url(req, l, "/tableau"));
	view_text(v, M_COLUMN_URL, listening_url(req, l, "/tableau/colonnes"));
	if (strcmp(req_typed(req, "acte", ""), "ajouter") == 0)
		view_text(v, M_COLUMN_TYPED, req_typed(req, "nom", ""));
	view_text(v, M_SELECT_URL, listening_url(req, l, "/inviter"));
	choice = b.card_count > 0 && listening_selection(req, v, false);
	for (i = 0; i < b.count; i++) {
		const struct board_column *c = &b.columns[i];

		row = view_add(v, M_COLUMNS);
		view_int(row, M_COLUMN_ID, c->id);
		view_text(row, M_COLUMN_NAME, c->name);
		view_text(row, M_COLUMN_WRITTEN, strcmp(req_typed(req, "acte",
		    ""), "renommer") == 0 && field_int(&req->fields,
		    "colonne") == c->id ? req_typed(req, "nom", c->name) :
		    c->name);
		view_int(row, M_COLUMN_COUNT, (int64_t)c->count);
		if (i > 0)
			view_show(row, M_COLUMN_LEFT);
		if (i + 1 < b.count)
			view_show(row, M_COLUMN_RIGHT);
		if (c->count == 0)
			view_show(row, M_COLUMN_EMPTY);
		for (k = 0; k < c->count; k++)
			show_card(req, row, l, &b, &b.cards[c->first + k],
			    choice);
	}
	if (b.card_count == 0) {
		row = view_add(v, M_EMPTY);
		view_text(row, M_EMPTY_TITLE, _("Le tableau est vide"));
		view_text(row, M_EMPTY_TEXT, _("Ajoutez-y des projets depuis "
		    "ce qui se publie : vous les classerez à votre façon. "
		    "Votre équipe seule le voit."));
		row = view_add(row, M_EMPTY_ACT);
		view_text(row, M_EMPTY_URL, listening_url(req, l, ""));
		view_text(row, M_EMPTY_ACT_TEXT, _("Voir ce qui se publie"));
	}
	if (b.count < BOARD_COLUMNS)
		view_show(v, M_COLUMN_MORE);
	res_view(res, status, "instruction/board.tpl");
}

void
board_get(struct req *req, struct res *res)
{
	show(req, res, 200, NULL);
}

/* --- acts ---------------------------------------------------------------------------- */

static enum rc
act_on_card(const struct req *req, const struct listening *l, const char *what)
{
	int64_t id = field_int(&req->fields, "projet");
	int64_t column = field_int(&req->fields, "colonne");

	if (strcmp(what, "ajouter") == 0)
		return board_add(req->db, l->id, req->platform->id, id, column,
		    req->now);
	if (strcmp(what, "deplacer") == 0)
		return board_move(req->db, req->mem, l->id, id, column,
		    field_int(&req->fields, "avant"), req->now);
	if (strcmp(what, "monter") == 0)
		return board_shift(req->db, req->mem, l->id, id, -1, req->now);
	if (strcmp(what, "descendre") == 0)
		return board_shift(req->db, req->mem, l->id, id, 1, req->now);
	return strcmp(what, "retirer") == 0 ? board_remove(req->db, l->id, id) :
	    RC_NOT_FOUND;
}

void
board_post(struct req *req, struct res *res)
{
	const char *what = req_text(req, "acte");
	struct listening *l = listening_open(req, res);
	enum rc rc;

	if (l == NULL)
		return;
	rc = act_on_card(req, l, what);
	if (rc == RC_CONFLICT)
		res_redirect_flash_kind(res, listening_url(req, l, "/tableau"),
		    "info", _("Ce tableau est plein : retirez un projet "
		    "d’abord."));
	else if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect(res, mem_printf(req->mem, "%s%s",
		    listening_url(req, l, "/tableau"), strcmp(what, "retirer")
		    == 0 ? "" : mem_printf(req->mem, "#carte-%lld",
		    (long long)field_int(&req->fields, "projet"))));
}

void
board_column_post(struct req *req, struct res *res)
{
	const char *what = req_text(req, "acte");
	const char *name = req_text(req, "nom");
	int64_t id = field_int(&req->fields, "colonne");
	struct problems why = PROBLEMS_INIT(req->mem);
	struct listening *l = listening_open(req, res);
	enum rc rc = RC_NOT_FOUND;

	if (l == NULL)
		return;
	if (strcmp(what, "ajouter") == 0)
		rc = board_column_add(req->db, req->mem, l->id, name, &why);
	else if (strcmp(what, "renommer") == 0)
		rc = board_column_rename(req->db, req->mem, l->id, id, name,
		    &why);
	else if (strcmp(what, "gauche") == 0 || strcmp(what, "droite") == 0)
		rc = board_column_shift(req->db, req->mem, l->id, id,
		    strcmp(what, "gauche") == 0 ? -1 : 1);
	else if (strcmp(what, "supprimer") == 0)
		rc = board_column_drop(req->db, l->id, id);
	if (rc == RC_INVALID)
		show(req, res, 422, &why);
	else if (rc == RC_CONFLICT)
		res_redirect_flash_kind(res, listening_url(req, l, "/tableau"),
		    "info", _("Une colonne se supprime quand elle est vide, "
		    "et il en reste toujours une ; il y en a huit au plus."));
	else if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect(res, listening_url(req, l, "/tableau"));
}
