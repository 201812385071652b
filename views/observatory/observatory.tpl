{{%AUTOESCAPE context="HTML"}}
{{! The observatory of a platform: totals and charts.
	OBSERVATORY_TITLE OBSERVATORY_LEAD FIGURES rows
	CHARTS_SHOWN { CHARTS_COLUMNS rows (chart_columns.tpl) CHARTS_LINE rows (chart_line.tpl) CHARTS_BARS rows (chart_bars.tpl)
	    EFFECTS { CHARTS_BARS rows } }: what was promised, what is measured
	DATA_URL OBSERVATORY_SAID "Chiffres arrêtés le 23 novembre 2026 à 14 h 32." }}
[[> layout/top.tpl]]
<div class="wrap">
<div class="hero">
<h1>{{OBSERVATORY_TITLE}}</h1>
<p class="lead">{{OBSERVATORY_LEAD}}</p>
</div>
[[> partials/figures.tpl]]
[[> partials/empty.tpl]]
{{#CHARTS_SHOWN}}<section class="section" aria-labelledby="projets-argent">
<h2 id="projets-argent">[[Les projets et leur argent]]</h2>
<div class="charts">
{{#CHARTS_COLUMNS}}
[[> partials/chart_columns.tpl]]
{{/CHARTS_COLUMNS}}{{#CHARTS_LINE}}
[[> partials/chart_line.tpl]]
{{/CHARTS_LINE}}{{#CHARTS_BARS}}
[[> partials/chart_bars.tpl]]
{{/CHARTS_BARS}}</div>
</section>
{{#EFFECTS}}<section class="section" aria-labelledby="effets">
<h2 id="effets">[[Ce que cela change]]</h2>
<div class="charts">
{{#CHARTS_BARS}}
[[> partials/chart_bars.tpl]]
{{/CHARTS_BARS}}</div>
</section>
{{/EFFECTS}}{{/CHARTS_SHOWN}}<p class="section small soft">{{OBSERVATORY_SAID}} <a href="{{DATA_URL}}">[[Reprendre toutes les données]]</a></p>
</div>
[[> layout/bottom.tpl]]
