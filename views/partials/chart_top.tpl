{{%AUTOESCAPE context="HTML"}}
{{! The head of a chart: CHART_ID CHART_TITLE (the finding) CHART_UNIT (unit, period, how it was measured).
	Around: <figure class="card chart"> ... </figure>, closed by chart_foot.tpl }}
<figure class="card chart" id="{{CHART_ID}}" aria-labelledby="{{CHART_ID}}-titre">
<h3 class="chart-title" id="{{CHART_ID}}-titre">{{CHART_TITLE}}</h3>
<p class="chart-unit">{{CHART_UNIT}}</p>
{{#CHART_LEGEND_SHOWN}}<ul class="legend">
{{#CHART_LEGEND}}<li><span class="legend-key series-{{LEGEND_SERIES}}"></span>{{LEGEND_NAME}}</li>
{{/CHART_LEGEND}}</ul>
{{/CHART_LEGEND_SHOWN}}
