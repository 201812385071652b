{{%AUTOESCAPE context="HTML"}}
{{! Lines of amounts (costs, funders): a small table of controls.
	FIELD_ID FIELD_NAME FIELD_LABEL LINES_HEAD_NAME LINES_HEAD_AMOUNT
	LINES rows { LINE_NUMBER LINE_NAME LINE_AMOUNT LINE_ERROR }
	LINES_TOTAL   LINES_ADD_TEXT "Ajouter une ligne" (submits with _ajouter=FIELD_NAME)
	Names sent: NAME.N.nom, NAME.N.montant; an empty line is dropped. }}
<div class="field{{#FIELD_ERROR}} field-wrong{{/FIELD_ERROR}}{{#FIELD_ASKED}} field-asked{{/FIELD_ASKED}}">
<fieldset data-group="{{FIELD_NAME}}" aria-describedby="{{FIELD_ID}}-aide">
<legend class="field-label" id="{{FIELD_ID}}" tabindex="-1">{{FIELD_LABEL}}
[[> partials/field_note.tpl]]
</legend>
[[> partials/field_about.tpl]]
<div class="scroll">
<table class="field-lines">
<thead><tr><th scope="col">{{LINES_HEAD_NAME}}</th><th scope="col" class="number">{{LINES_HEAD_AMOUNT}}</th></tr></thead>
<tbody>
{{#LINES}}<tr><td><input type="text" name="{{FIELD_NAME}}.{{LINE_NUMBER}}.nom" value="{{LINE_NAME}}" aria-label="{{LINES_HEAD_NAME}}, [[ligne]] {{LINE_NUMBER}}"></td><td><input class="input-short number" type="text" inputmode="decimal" name="{{FIELD_NAME}}.{{LINE_NUMBER}}.montant" value="{{LINE_AMOUNT}}" aria-label="{{LINES_HEAD_AMOUNT}}, [[ligne]] {{LINE_NUMBER}}"{{#LINE_ERROR}} aria-invalid="true"{{/LINE_ERROR}}></td></tr>
{{/LINES}}</tbody>
<tfoot><tr><th scope="row">[[Total]]</th><td class="number">{{LINES_TOTAL}}</td></tr></tfoot>
</table>
</div>
<button class="button-link" type="submit" name="_ajouter" value="{{FIELD_NAME}}">{{LINES_ADD_TEXT}}</button>
</fieldset>
{{#FIELD_REUSED}}<p class="reused">{{FIELD_REUSED_TEXT}}</p>
{{/FIELD_REUSED}}</div>
