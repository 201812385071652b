{{%AUTOESCAPE context="HTML"}}
{{! A funding plan: what is spent, who brings what, and whether the two agree.
	FIELD_ID FIELD_NAME FIELD_LABEL and those of field_about.tpl
	COSTS rows { LINE_NUMBER LINE_INDEX LINE_NAME LINE_AMOUNT }  COSTS_TOTAL
	RESOURCES rows { LINE_NUMBER LINE_INDEX LINE_NAME LINE_AMOUNT
	    KIND_PUBLIC KIND_PRIVATE KIND_OWN KIND_IN_KIND KIND_LOAN (one of them)
	    LINE_SAID { LINE_SAID_TEXT "accordé : 26 000 €" } }  RESOURCES_TOTAL
	PLAN_SAID { PLAN_KIND (ok wait) PLAN_SAID_TEXT } }}
<div class="field{{#FIELD_ERROR}} field-wrong{{/FIELD_ERROR}}{{#FIELD_ASKED}} field-asked{{/FIELD_ASKED}}">
<div class="plan" data-group="{{FIELD_NAME}}" data-plan id="{{FIELD_ID}}" tabindex="-1">
<p class="field-label">{{FIELD_LABEL}}
[[> partials/field_note.tpl]]
</p>
[[> partials/field_about.tpl]]
<fieldset aria-describedby="{{FIELD_ID}}-aide">
<legend>[[Dépenses]]</legend>
<div class="scroll">
<table class="field-lines" data-lines>
<thead><tr><th scope="col">[[Ce que l’on paie]]</th><th scope="col" class="number">[[Montant, en euros]]</th></tr></thead>
<tbody>
{{#COSTS}}<tr><td data-name="[[Ce que l’on paie]]"><input type="text" name="{{FIELD_NAME}}.costs.{{LINE_INDEX}}.label" value="{{LINE_NAME}}" aria-label="[[Dépense, ligne]] {{LINE_NUMBER}}"></td><td data-name="[[Montant, en euros]]"><input class="number" type="text" inputmode="decimal" autocomplete="off" name="{{FIELD_NAME}}.costs.{{LINE_INDEX}}.amount" value="{{LINE_AMOUNT}}" aria-label="[[Montant de la dépense, ligne]] {{LINE_NUMBER}}" data-amount></td></tr>
{{/COSTS}}</tbody>
<tfoot><tr><th scope="row">[[Total des dépenses]]</th><td class="number" data-total>{{COSTS_TOTAL}}</td></tr></tfoot>
</table>
</div>
<button class="button-link" type="submit" name="_ajouter" value="{{FIELD_NAME}}.costs" data-add-line>[[Ajouter une dépense]]</button>
</fieldset>
<fieldset aria-describedby="{{FIELD_ID}}-aide">
<legend>[[Ressources]]</legend>
<div class="scroll">
<table class="field-lines" data-lines>
<thead><tr><th scope="col">[[Qui l’apporte]]</th><th scope="col">[[Nature]]</th><th scope="col" class="number">[[Montant, en euros]]</th></tr></thead>
<tbody>
{{#RESOURCES}}<tr><td data-name="[[Qui l’apporte]]"><input type="text" name="{{FIELD_NAME}}.sources.{{LINE_INDEX}}.funder" value="{{LINE_NAME}}" aria-label="[[Ressource, ligne]] {{LINE_NUMBER}}">{{#LINE_SAID}} <span class="hint">{{LINE_SAID_TEXT}}</span>{{/LINE_SAID}}</td><td data-name="[[Nature]]"><select name="{{FIELD_NAME}}.sources.{{LINE_INDEX}}.kind" aria-label="[[Nature de la ressource, ligne]] {{LINE_NUMBER}}"><option value="public"{{#KIND_PUBLIC}} selected{{/KIND_PUBLIC}}>[[Public]]</option><option value="private"{{#KIND_PRIVATE}} selected{{/KIND_PRIVATE}}>[[Privé]]</option><option value="own"{{#KIND_OWN}} selected{{/KIND_OWN}}>[[Fonds propres]]</option><option value="in_kind"{{#KIND_IN_KIND}} selected{{/KIND_IN_KIND}}>[[En nature]]</option><option value="loan"{{#KIND_LOAN}} selected{{/KIND_LOAN}}>[[Prêt]]</option></select></td><td data-name="[[Montant, en euros]]"><input class="number" type="text" inputmode="decimal" autocomplete="off" name="{{FIELD_NAME}}.sources.{{LINE_INDEX}}.amount" value="{{LINE_AMOUNT}}" aria-label="[[Montant de la ressource, ligne]] {{LINE_NUMBER}}" data-amount></td></tr>
{{/RESOURCES}}</tbody>
<tfoot><tr><th scope="row" colspan="2">[[Total des ressources]]</th><td class="number" data-total>{{RESOURCES_TOTAL}}</td></tr></tfoot>
</table>
</div>
<button class="button-link" type="submit" name="_ajouter" value="{{FIELD_NAME}}.sources" data-add-line>[[Ajouter une ressource]]</button>
</fieldset>
</div>
{{#PLAN_SAID}}<p class="notice notice-{{PLAN_KIND}}">{{PLAN_SAID_TEXT}}</p>
{{/PLAN_SAID}}</div>
