{{%AUTOESCAPE context="HTML"}}
{{! What emerges where. CHARTS_BARS rows (chart_bars.tpl)   EMERGING_SHOWN { EMERGING rows { EMERGING_THEME EMERGING_PLACE
	EMERGING_MATURITY EMERGING_URL EMERGING_COUNT } EMERGING_MORE { EMERGING_MORE_TEXT } }   EMPTY }}
[[> layout/top.tpl]]
<div class="wrap">
<div class="hero">
<h1>[[Ce qui émerge, et où]]</h1>
<p class="lead">[[Les projets publiés sans attendre d’appel, qui cherchent encore des appuis.]]</p>
</div>
[[> partials/empty.tpl]]
<h2 class="unseen">[[En graphiques]]</h2>
<div class="charts">
{{#CHARTS_BARS}}
[[> partials/chart_bars.tpl]]
{{/CHARTS_BARS}}
</div>
{{#EMERGING_SHOWN}}<section class="section" aria-labelledby="croise"><h2 id="croise">[[Thème, territoire et maturité]]</h2>
<div class="scroll" role="group" tabindex="0" aria-labelledby="croise">
<table>
<thead><tr><th scope="col">[[Thème]]</th><th scope="col">[[Territoire]]</th><th scope="col">[[Maturité]]</th><th scope="col" class="number">[[Projets]]</th></tr></thead>
<tbody>
{{#EMERGING}}<tr><th scope="row">{{EMERGING_THEME}}</th><td>{{EMERGING_PLACE}}</td><td>{{EMERGING_MATURITY}}</td><td class="number"><a href="{{EMERGING_URL}}" aria-label="{{EMERGING_COUNT}} : {{EMERGING_THEME}}, {{EMERGING_PLACE}}">{{EMERGING_COUNT}}</a></td></tr>
{{/EMERGING}}</tbody>
</table>
</div>
{{#EMERGING_MORE}}<p class="small soft">{{EMERGING_MORE_TEXT}}</p>
{{/EMERGING_MORE}}</section>
{{/EMERGING_SHOWN}}</div>
[[> layout/bottom.tpl]]
