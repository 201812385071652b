{{%AUTOESCAPE context="HTML"}}
{{! Lines over time. x in percent of the width, y in pixels from the top (plot is 220 high, floor at 190).
	PLOT_SAID: the chart in one sentence, for those who do not see it
	GRIDS rows { GRID_Y GRID_TEXT }   TICKS rows { TICK_X TICK_TEXT TICK_ANCHOR (start middle end) }
	TARGET { TARGET_Y TARGET_LABEL_Y TARGET_TEXT "objectif 140 t" }
	CURVES rows { CURVE_SERIES SEGMENTS rows { X1 Y1 X2 Y2 } DOTS rows { DOT_X DOT_Y DOT_SAID }
	    CURVE_LABEL_X CURVE_LABEL_Y CURVE_LABEL }
	and chart_top.tpl, chart_foot.tpl }}
[[> partials/chart_top.tpl]]
<svg class="plot" height="220" role="img" aria-label="{{PLOT_SAID}}">
{{#GRIDS}}<line class="plot-grid" x1="0" x2="100%" y1="{{GRID_Y}}" y2="{{GRID_Y}}"/>
{{/GRIDS}}<line class="plot-axis" x1="0" x2="100%" y1="190" y2="190"/>
{{#TARGET}}<line class="plot-target" x1="0" x2="100%" y1="{{TARGET_Y}}" y2="{{TARGET_Y}}"/>
{{/TARGET}}{{#GRIDS}}<text x="0" y="{{GRID_Y}}" dy="-5">{{GRID_TEXT}}</text>
{{/GRIDS}}{{#TARGET}}<text class="plot-target-text" x="100%" y="{{TARGET_LABEL_Y}}" text-anchor="end">{{TARGET_TEXT}}</text>
{{/TARGET}}{{#CURVES}}{{#SEGMENTS}}<line class="plot-line series-{{CURVE_SERIES}}" x1="{{X1}}%" y1="{{Y1}}" x2="{{X2}}%" y2="{{Y2}}"/>{{/SEGMENTS}}{{#DOTS}}<circle class="series-{{CURVE_SERIES}}" cx="{{DOT_X}}%" cy="{{DOT_Y}}" r="4"><title>{{DOT_SAID}}</title></circle>{{/DOTS}}<text class="series-{{CURVE_SERIES}}" x="{{CURVE_LABEL_X}}%" y="{{CURVE_LABEL_Y}}" text-anchor="end">{{CURVE_LABEL}}</text>
{{/CURVES}}{{#TICKS}}<text x="{{TICK_X}}%" y="210" text-anchor="{{TICK_ANCHOR}}">{{TICK_TEXT}}</text>
{{/TICKS}}</svg>
[[> partials/chart_foot.tpl]]
