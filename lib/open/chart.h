/*
 * Charts as SVG files, for reports, slides and other people's pages: the title
 * says the finding, values are labelled where they are, the source is named.
 *
 * The pages of the observatory draw theirs with views/partials/chart_*.tpl;
 * this one stands alone. Geometry comes from exact integers. Colours are
 * presentation attributes (no style sheet, so any Content-Security-Policy and
 * any program shows them) with a class on each, so that a page may restyle an
 * inlined chart. Series differ by colour *and* pattern.
 */
#ifndef OPEN_CHART_H
#define OPEN_CHART_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

#define CHART_SERIES	4	/* at most */

enum chart_kind {
	CHART_BARS,		/* horizontal, stacked when several series */
	CHART_COLUMNS,		/* by year, stacked when several series */
	CHART_LINE		/* over time, first series only */
};

struct chart_row {
	const char	*label;		/* "Économie circulaire", "2026" */
	int64_t		 at;		/* CHART_LINE: place in time, growing */
	int64_t		 values[CHART_SERIES];	/* negative counts as 0 */
	const char	*said;		/* direct label: "4,8 M€"; NULL: none */
};

struct chart {
	enum chart_kind	 kind;
	const char	*id;		/* [a-z0-9-], unique in its page */
	const char	*lang;
	const char	*title;		/* the finding */
	const char	*unit;		/* what is counted, when, how */
	const char	*source;	/* NULL: not shown */
	const char	*said;		/* the whole chart in one sentence */
	const char	*series[CHART_SERIES];	/* names; [0] NULL: a single one */
	/* How each looks: 1 solid, 2 hatched (promised), 3 an empty outline
	 * (missing), 4 solid blue; 0: its own number. */
	int		 look[CHART_SERIES];
	int64_t		 target;	/* CHART_LINE, CHART_COLUMNS; 0: none */
	const char	*target_said;	/* "objectif 140 t" */
	const struct chart_row *rows;
	size_t		 count;
};

/* Append the SVG document. No row gives the title and "–". */
void	 chart_svg(struct buf *, const struct chart *);

#endif
