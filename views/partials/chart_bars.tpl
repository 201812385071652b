{{%AUTOESCAPE context="HTML"}}
{{! Horizontal bars: the chart is its own table, readable at any width.
	BARS_HEAD_NAME BARS_HEAD_VALUE
	BARS rows { BAR_NAME BAR_LINK { BAR_URL } BAR_VALUE
	    BAR_PARTS rows { PART_SERIES (1-6) PART_X PART_WIDTH: percent of the longest bar } }
	and chart_top.tpl, chart_foot.tpl }}
[[> partials/chart_top.tpl]]
<table class="bars">
<caption class="unseen">{{CHART_TITLE}}</caption>
<thead><tr><th scope="col">{{BARS_HEAD_NAME}}</th><td></td><th scope="col">{{BARS_HEAD_VALUE}}</th></tr></thead>
<tbody>
{{#BARS}}<tr><th scope="row">{{#BAR_LINK}}<a href="{{BAR_URL}}">{{/BAR_LINK}}{{BAR_NAME}}{{#BAR_LINK}}</a>{{/BAR_LINK}}</th><td><svg aria-hidden="true">{{#BAR_PARTS}}<rect class="series-{{PART_SERIES}}" x="{{PART_X}}%" width="{{PART_WIDTH}}%" height="100%"/>{{/BAR_PARTS}}</svg></td><td class="number">{{BAR_VALUE}}</td></tr>
{{/BARS}}</tbody>
</table>
[[> partials/chart_foot.tpl]]
