{{%AUTOESCAPE context="HTML"}}
{{! Who finances the project; work_top.tpl and work_bottom.tpl around.
	COSTS_SHOWN { COSTS rows { COST_NAME COST_AMOUNT } COSTS_TOTAL }   FUNDING_SHOWN (funding.tpl)   NO_PLAN
	BALANCE { BALANCE_KIND BALANCE_TEXT }
	EDIT rows, one per source: { EDIT_NAME EDIT_OPEN FORM_URL CSRF_TOKEN FILTER SOURCE_ID FIELDS rows PAYMENTS_SHOWN { PAYMENTS rows { PAYMENT_TEXT PAYMENT_ID PAYMENT_DUE } } PAY_URL PAY_FIELDS } }}
[[> layout/top.tpl]]
[[> partials/work_top.tpl]]
{{#NO_PLAN}}<p>[[Le porteur n’a pas encore décrit son plan de financement.]]</p>
{{/NO_PLAN}}{{#FUNDING_SHOWN}}
[[> partials/funding.tpl]]
{{/FUNDING_SHOWN}}{{#BALANCE}}<p><span class="chip chip-{{BALANCE_KIND}}">{{BALANCE_TEXT}}</span></p>
{{/BALANCE}}{{#COSTS_SHOWN}}<section class="section">
<h2 class="h3">[[Ce que coûte le projet]]</h2>
<div class="scroll"><table>
<caption class="unseen">[[Dépenses prévues]]</caption>
<thead><tr><th scope="col">[[Dépense]]</th><th scope="col" class="number">[[Montant]]</th></tr></thead>
<tbody>
{{#COSTS}}<tr><th scope="row">{{COST_NAME}}</th><td class="number">{{COST_AMOUNT}}</td></tr>
{{/COSTS}}</tbody>
<tfoot><tr><th scope="row">[[Total]]</th><td class="number">{{COSTS_TOTAL}}</td></tr></tfoot>
</table></div>
</section>
{{/COSTS_SHOWN}}{{#EDIT_SHOWN}}<section class="section">
<h2 class="h3">[[Répondre et verser]]</h2>
{{#EDIT}}<details class="edit-source" id="source-{{SOURCE_ID}}"{{#EDIT_OPEN}} open{{/EDIT_OPEN}}>
<summary>{{EDIT_NAME}} <span class="soft small">{{EDIT_SAID}}</span></summary>
{{#SOURCE_FORM}}<form class="form" method="post" action="{{FORM_URL}}" novalidate>
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
<input type="hidden" name="filtre" value="{{FILTER}}">
<input type="hidden" name="source" value="{{SOURCE_ID}}">
<input type="hidden" name="avant" value="{{SOURCE_MARK}}">
{{#FIELDS}}
[[> partials/field.tpl]]
{{/FIELDS}}<button class="button" type="submit">[[Enregistrer la réponse]]</button>
</form>
{{/SOURCE_FORM}}{{#PAYMENTS_SHOWN}}<h3 class="small">[[Versements]]</h3>
<ul class="listed">
{{#PAYMENTS}}<li>{{PAYMENT_TEXT}}{{#PAYMENT_DUE}} <form class="inline" method="post" action="{{FORM_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="filtre" value="{{FILTER}}"><input type="hidden" name="source" value="{{SOURCE_ID}}"><input type="hidden" name="versement" value="{{PAYMENT_ID}}"><button class="button-link small" type="submit">[[Dire qu’il est versé aujourd’hui]]</button></form>{{/PAYMENT_DUE}}</li>
{{/PAYMENTS}}</ul>
{{/PAYMENTS_SHOWN}}{{#PAY_FORM}}<form class="form" method="post" action="{{FORM_URL}}" novalidate>
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
<input type="hidden" name="filtre" value="{{FILTER}}">
<input type="hidden" name="source" value="{{SOURCE_ID}}">
{{#FIELDS}}
[[> partials/field.tpl]]
{{/FIELDS}}<button class="button button-plain" type="submit">[[Ajouter le versement]]</button>
</form>
{{/PAY_FORM}}</details>
{{/EDIT}}</section>
{{/EDIT_SHOWN}}
[[> partials/work_bottom.tpl]]
[[> layout/bottom.tpl]]
