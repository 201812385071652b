{{%AUTOESCAPE context="HTML"}}
{{! Columns (stacked when several parts). As chart_line.tpl for GRIDS and TICKS;
	COLUMNS rows { COLUMN_PARTS rows { PART_SERIES PART_X PART_WIDTH (percent)
	    PART_Y PART_HEIGHT (pixels, floor at 190) PART_SAID } COLUMN_LABEL_X COLUMN_LABEL_Y COLUMN_LABEL } }}
[[> partials/chart_top.tpl]]
<svg class="plot" height="220" role="img" aria-label="{{PLOT_SAID}}">
{{#GRIDS}}<line class="plot-grid" x1="0" x2="100%" y1="{{GRID_Y}}" y2="{{GRID_Y}}"/><text x="0" y="{{GRID_Y}}" dy="-5">{{GRID_TEXT}}</text>
{{/GRIDS}}{{#COLUMNS}}{{#COLUMN_PARTS}}<rect class="series-{{PART_SERIES}}" x="{{PART_X}}%" y="{{PART_Y}}" width="{{PART_WIDTH}}%" height="{{PART_HEIGHT}}"><title>{{PART_SAID}}</title></rect>{{/COLUMN_PARTS}}<text class="plot-label" x="{{COLUMN_LABEL_X}}%" y="{{COLUMN_LABEL_Y}}" text-anchor="middle">{{COLUMN_LABEL}}</text>
{{/COLUMNS}}<line class="plot-axis" x1="0" x2="100%" y1="190" y2="190"/>
{{#TICKS}}<text x="{{TICK_X}}%" y="210" text-anchor="{{TICK_ANCHOR}}">{{TICK_TEXT}}</text>
{{/TICKS}}</svg>
[[> partials/chart_foot.tpl]]
