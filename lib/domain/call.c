/*
 * Calls as deposits need them: open or not, what they ask, who fits.
 * It never opens a call that is not published.
 */
#include "config.h"

#include "domain/call.h"

#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "domain/element.h"
#include "domain/form.h"
#include "domain/money.h"
#include "domain/territory.h"

#define LISTED	50

enum rc
call_load(struct call **out, struct db *db, struct mem *mem, int64_t id)
{
	struct stmt *s = db_query(db, Q_CALL_BY_ID, I(id, id));
	const char *supplement;
	struct call *c;

	if (!stmt_step(s))
		return RC_NOT_FOUND;
	c = MEM_NEW(mem, struct call);
	c->id = id;
	c->platform_id = stmt_int(s, "platform_id");
	c->uuid = stmt_str(s, mem, "uuid");
	c->slug = stmt_str(s, mem, "slug");
	c->title = stmt_str(s, mem, "title");
	c->promise = stmt_str(s, mem, "promise");
	c->status = stmt_str(s, mem, "status");
	c->opens_at = stmt_int(s, "opens_at");
	c->closes_at = stmt_int(s, "closes_at");
	c->funder_id = stmt_int(s, "funder_id");
	c->funder = stmt_str(s, mem, "funder");
	c->territory_id = stmt_int(s, "territory_id");
	c->territory = stmt_str(s, mem, "territory");
	c->form_id = stmt_int(s, "form_id");
	c->form_revision_id = stmt_int(s, "form_revision_id");
	supplement = stmt_str(s, mem, "supplement");
	c->min_cents = stmt_int(s, "min_cents");
	c->max_cents = stmt_int(s, "max_cents");
	c->max_rate_percent = stmt_int(s, "max_rate_percent");
	c->silence = stmt_str(s, mem, "silence");
	c->silence_months = stmt_int(s, "silence_months");
	c->remedies = stmt_str(s, mem, "remedies");
	c->legal_basis = stmt_str(s, mem, "legal_basis");
	c->decision_days = stmt_int(s, "decision_days");
	c->themes = stmt_str(s, mem, "themes");
	stmt_done(s);
	if (supplement != NULL)
		c->supplement_revision_id = form_latest(db, c->platform_id,
		    supplement);
	*out = c;
	return RC_OK;
}

enum rc
call_by_slug(struct call **c, struct db *db, struct mem *mem,
    int64_t platform_id, const char *slug)
{
	int64_t id = db_int(db, 0, Q_CALL_ID_BY_SLUG, I(platform, platform_id),
	    T(slug, slug));

	return id == 0 ? RC_NOT_FOUND : call_load(c, db, mem, id);
}

bool
call_is_open(const struct call *c, int64_t now)
{
	return strcmp(c->status, "published") == 0 &&
	    (c->opens_at == 0 || c->opens_at <= now) &&
	    (c->closes_at == 0 || c->closes_at >= now);
}

static size_t
load_all(struct call ***out, struct db *db, struct mem *mem, struct stmt *s)
{
	int64_t ids[LISTED];
	size_t n = 0, count = 0, i;

	while (n < LISTED && stmt_step(s))
		ids[n++] = stmt_int(s, "id");
	stmt_done(s);
	*out = MEM_ARRAY(mem, n + 1, struct call *);
	for (i = 0; i < n; i++)
		if (call_load(&(*out)[count], db, mem, ids[i]) == RC_OK)
			count++;
	return count;
}

size_t
call_list_open(struct call ***out, struct db *db, struct mem *mem,
    int64_t platform_id, int64_t now)
{
	return load_all(out, db, mem, db_query(db, Q_CALL_OPEN,
	    I(platform, platform_id), I(now, now), I(limit, LISTED)));
}

size_t
call_list_elsewhere(struct call ***out, struct db *db, struct mem *mem,
    int64_t platform_id, int64_t now)
{
	return load_all(out, db, mem, db_query(db, Q_CALL_OPEN_ELSEWHERE,
	    I(platform, platform_id), I(now, now), I(limit, LISTED)));
}

/* --- does it fit? --------------------------------------------------------- */

static struct fit
fit(bool met, const char *about, const char *text)
{
	return (struct fit){ met ? FIT_YES : FIT_NO, text, about };
}

static struct fit
fit_date(struct mem *mem, const struct call *c, const char *zone, int64_t now)
{
	if (c->opens_at > now)
		return fit(false, "date", mem_printf(mem,
		    _("L’appel ouvre le %s."), date_long(mem, c->opens_at, zone,
		    lang_get())));
	if (c->closes_at != 0 && c->closes_at < now)
		return fit(false, "date", mem_printf(mem,
		    _("L’appel est clos depuis le %s."), date_long(mem,
		    c->closes_at, zone, lang_get())));
	if (strcmp(c->status, "published") != 0)
		return fit(false, "date",
		    _("L’appel ne reçoit plus de projets."));
	if (c->closes_at == 0)
		return fit(true, "date", _("L’appel est ouvert en permanence."));
	return fit(true, "date", mem_printf(mem,
	    _("L’appel est ouvert jusqu’au %s."), date_long_time(mem,
	    c->closes_at, zone, lang_get())));
}

static struct fit
fit_territory(struct db *db, struct mem *mem, const struct call *c,
    const struct element *e)
{
	struct territory *place = NULL;

	if (e->territory_id == 0 ||
	    territory_load(&place, db, mem, e->territory_id) != RC_OK)
		return (struct fit){ FIT_UNKNOWN, mem_printf(mem,
		    _("L’appel s’adresse aux projets de : %s. Dites où se "
		    "déroule le vôtre."), c->territory), "territory" };
	if (territory_contains(db, c->territory_id, place->id))
		return fit(true, "territory", mem_printf(mem,
		    _("%s fait partie de son territoire : %s."), place->name,
		    c->territory));
	return fit(false, "territory", mem_printf(mem,
	    _("%s ne fait pas partie de son territoire : %s."), place->name,
	    c->territory));
}

static struct fit
fit_theme(struct db *db, struct mem *mem, const struct call *c,
    const struct element *e)
{
	if (e->theme_id == 0)
		return (struct fit){ FIT_UNKNOWN, mem_printf(mem,
		    _("L’appel a pour thèmes : %s. Choisissez le vôtre."),
		    c->themes), "theme" };
	if (db_int(db, 0, Q_CALL_HAS_THEME, I(call, c->id),
	    I(theme, e->theme_id)) != 0)
		return fit(true, "theme", _("Votre thème est l’un des siens."));
	return fit(false, "theme", mem_printf(mem,
	    _("Votre thème n’est pas l’un des siens : %s."), c->themes));
}

static struct fit
fit_amount(struct mem *mem, const struct call *c, int64_t asked)
{
	const char *lang = lang_get();

	if (c->min_cents != 0 && asked != 0 && asked < c->min_cents)
		return fit(false, "amount", mem_printf(mem,
		    _("L’appel finance à partir de %s ; vous demandez %s."),
		    money_format(mem, c->min_cents, lang),
		    money_format(mem, asked, lang)));
	if (c->max_cents != 0 && asked > c->max_cents)
		return fit(false, "amount", mem_printf(mem,
		    _("L’appel finance jusqu’à %s ; vous demandez %s."),
		    money_format(mem, c->max_cents, lang),
		    money_format(mem, asked, lang)));
	return (struct fit){ asked == 0 ? FIT_UNKNOWN : FIT_YES,
	    c->max_cents == 0 ? mem_printf(mem,
	    _("L’appel finance à partir de %s."),
	    money_format(mem, c->min_cents, lang)) : mem_printf(mem,
	    _("L’appel finance de %s à %s."),
	    money_format(mem, c->min_cents, lang),
	    money_format(mem, c->max_cents, lang)), "amount" };
}

static struct fit
fit_rate(struct mem *mem, const struct call *c, const struct element *e,
    int64_t asked)
{
	int64_t most = e->cost_cents / 100 * c->max_rate_percent +
	    e->cost_cents % 100 * c->max_rate_percent / 100;

	if (asked == 0 || e->cost_cents == 0)
		return (struct fit){ FIT_UNKNOWN, mem_printf(mem,
		    _("L’appel finance au plus %d %% du coût."),
		    (int)c->max_rate_percent), "amount" };
	if (asked <= most)
		return fit(true, "amount", mem_printf(mem,
		    _("Vous demandez %s : c’est dans la limite de %d %% du "
		    "coût."), money_format(mem, asked, lang_get()),
		    (int)c->max_rate_percent));
	return fit(false, "amount", mem_printf(mem,
	    _("Vous demandez %s ; l’appel finance au plus %d %% du coût, soit "
	    "%s."), money_format(mem, asked, lang_get()),
	    (int)c->max_rate_percent, money_format(mem, most, lang_get())));
}

size_t
call_fits(struct fit *fits, struct db *db, struct mem *mem,
    const struct call *c, const struct element *e, int64_t requested_cents,
    const char *zone, int64_t now)
{
	size_t n = 0;

	fits[n++] = fit_date(mem, c, zone, now);
	if (c->territory_id != 0)
		fits[n++] = fit_territory(db, mem, c, e);
	if (*c->themes != '\0')
		fits[n++] = fit_theme(db, mem, c, e);
	if (c->min_cents != 0 || c->max_cents != 0)
		fits[n++] = fit_amount(mem, c, requested_cents);
	if (c->max_rate_percent != 0 && c->max_rate_percent < 100)
		fits[n++] = fit_rate(mem, c, e, requested_cents);
	return n;
}
