{{%AUTOESCAPE context="HTML"}}
{{! Who finances what: how much of how much, from whom, what is missing.
	FUNDING_SAID "Plan de 52 000 € · il manque 13 600 €"
	FUNDING_GRANTED FUNDING_PROMISED: widths in percent ("48.08")
	FUNDING_PROMISED_X: where the promised part begins (= granted)
	FUNDING_GRANTED_SUM FUNDING_PROMISED_SUM FUNDING_MISSING_SUM
	SOURCES rows { SOURCE_NAME SOURCE_ASKED SOURCE_PROMISED SOURCE_GRANTED SOURCE_PAID ("–" when none)
	    SOURCE_RESERVE { SOURCE_RESERVE_TEXT "sous réserve" } shown in place of the granted sum }
	SOURCES_TOTAL { TOTAL_ASKED TOTAL_PROMISED TOTAL_GRANTED TOTAL_PAID } }}
<div class="money">
<p class="soft">{{FUNDING_SAID}}</p>
<svg class="money-bar" aria-hidden="true"><rect class="money-granted" x="0" width="{{FUNDING_GRANTED}}%" height="100%"/><rect class="money-promised" x="{{FUNDING_PROMISED_X}}%" width="{{FUNDING_PROMISED}}%" height="100%"/></svg>
<ul class="legend">
<li><span class="legend-key money-granted"></span>[[Accordé]] <strong class="amount">{{FUNDING_GRANTED_SUM}}</strong></li>
<li><span class="legend-key money-promised"></span>[[Promis]] <strong class="amount">{{FUNDING_PROMISED_SUM}}</strong></li>
<li><span class="legend-key money-missing"></span>[[Manquant]] <strong class="amount">{{FUNDING_MISSING_SUM}}</strong></li>
</ul>
<div class="stacks">
<table>
<caption class="unseen">[[Plan de financement, par financeur]]</caption>
<thead><tr><th scope="col">[[Financeur]]</th><th scope="col" class="number">[[Demandé]]</th><th scope="col" class="number">[[Promis]]</th><th scope="col" class="number">[[Accordé]]</th><th scope="col" class="number">[[Versé]]</th></tr></thead>
<tbody>
{{#SOURCES}}<tr><th scope="row">{{SOURCE_NAME}}</th><td class="number" data-name="[[Demandé]]">{{SOURCE_ASKED}}</td><td class="number" data-name="[[Promis]]">{{SOURCE_PROMISED}}</td><td class="number" data-name="[[Accordé]]">{{SOURCE_GRANTED}}{{#SOURCE_RESERVE}} <span class="chip chip-wait">{{SOURCE_RESERVE_TEXT}}</span>{{/SOURCE_RESERVE}}</td><td class="number" data-name="[[Versé]]">{{SOURCE_PAID}}</td></tr>
{{/SOURCES}}</tbody>
{{#SOURCES_TOTAL}}<tfoot><tr><th scope="row">[[Total]]</th><td class="number" data-name="[[Demandé]]">{{TOTAL_ASKED}}</td><td class="number" data-name="[[Promis]]">{{TOTAL_PROMISED}}</td><td class="number" data-name="[[Accordé]]">{{TOTAL_GRANTED}}</td><td class="number" data-name="[[Versé]]">{{TOTAL_PAID}}</td></tr></tfoot>
{{/SOURCES_TOTAL}}</table>
</div>
</div>
