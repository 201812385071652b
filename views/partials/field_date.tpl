{{%AUTOESCAPE context="HTML"}}
{{! A date, ISO (2026-11-23) in FIELD_VALUE.
	FIELD_MIN { FIELD_MIN_TEXT } FIELD_LIMIT { FIELD_LIMIT_TEXT } ISO dates }}
<div class="field{{#FIELD_ERROR}} field-wrong{{/FIELD_ERROR}}{{#FIELD_ASKED}} field-asked{{/FIELD_ASKED}}">
[[> partials/field_label.tpl]]
[[> partials/field_about.tpl]]
<input class="input-short" type="date" id="{{FIELD_ID}}" name="{{FIELD_NAME}}" value="{{FIELD_VALUE}}" aria-describedby="{{FIELD_ID}}-aide"{{#FIELD_MIN}} min="{{FIELD_MIN_TEXT}}"{{/FIELD_MIN}}{{#FIELD_LIMIT}} max="{{FIELD_LIMIT_TEXT}}"{{/FIELD_LIMIT}}{{#FIELD_ERROR}} aria-invalid="true"{{/FIELD_ERROR}}>
{{#FIELD_REUSED}}<p class="reused">{{FIELD_REUSED_TEXT}}</p>
{{/FIELD_REUSED}}</div>
