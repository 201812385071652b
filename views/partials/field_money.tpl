{{%AUTOESCAPE context="HTML"}}
{{! An amount in euros, or a number with its unit: typed as text ("41 600,50"), read by the server.
	FIELD_UNIT "€" FIELD_UNIT_SAID "euros"; else as field_text.tpl }}
<div class="field{{#FIELD_ERROR}} field-wrong{{/FIELD_ERROR}}{{#FIELD_ASKED}} field-asked{{/FIELD_ASKED}}">
[[> partials/field_label.tpl]]
[[> partials/field_about.tpl]]
<div class="input-unit"><input type="text" inputmode="decimal" autocomplete="off" id="{{FIELD_ID}}" name="{{FIELD_NAME}}" value="{{FIELD_VALUE}}" aria-describedby="{{FIELD_ID}}-aide"{{#FIELD_ERROR}} aria-invalid="true"{{/FIELD_ERROR}}><span aria-hidden="true">{{FIELD_UNIT}}</span><span class="unseen">{{FIELD_UNIT_SAID}}</span></div>
{{#FIELD_REUSED}}<p class="reused">{{FIELD_REUSED_TEXT}}</p>
{{/FIELD_REUSED}}</div>
