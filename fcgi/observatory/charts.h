/*
 * Charts: numbers to the geometry that views/partials/chart_*.tpl draw.
 */
#ifndef OBSERVATORY_CHARTS_H
#define OBSERVATORY_CHARTS_H

#include <stddef.h>
#include <stdint.h>

#include "view/view.h"
#include "web/req.h"

#define BAR_PARTS_MAX	3

/* One bar; parts are stacked from the left, in the order of the legend. */
struct bar {
	const char	*name;
	const char	*url;		/* NULL: no link */
	const char	*said;		/* its value in words: "17", "4,8 M€" */
	int64_t		 parts[BAR_PARTS_MAX];
};

struct bars {
	const char	*id;		/* anchor on the page */
	const char	*title;		/* the finding */
	const char	*unit, *source;
	const char	*head_name, *head_value;
	const char	*legend[BAR_PARTS_MAX];	/* NULL: a single part */
	int		 series[BAR_PARTS_MAX];	/* colour 1…6 of each part */
	const struct bar *rows;
	size_t		 count;
};

/* The longest first; equal ones keep their order. */
void	 bars_sort(struct bar *, size_t);
/* Add a row to the section CHARTS_BARS of the page. Nothing when empty. */
void	 chart_bars(const struct req *, struct view *page, const struct bars *);
/* The same as an SVG file (open/chart). Nothing when empty. */
void	 chart_bars_svg(struct buf *, const struct req *, const struct bars *);

/* A value over time, with its target; x in days, y scaled integers. */
struct line {
	const char	*id, *title, *unit, *source;
	const char	*const *when;	/* YYYY-MM-DD, in order */
	const int64_t	*values;
	size_t		 count;		/* 2 at least */
	int		 decimals;
	int64_t		 goal;		/* 0: none */
	const char	*goal_said;	/* "objectif 140 t" */
	const char	*unit_short;	/* "t", for labels */
};

/* Add a row to the section CHARTS_LINE. Nothing under two values. */
void	 chart_line(const struct req *, struct view *page, const struct line *);

#endif
