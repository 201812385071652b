{{%AUTOESCAPE context="HTML"}}
{{! One of a long list. FIELD_OPTIONS rows { OPTION_VALUE OPTION_TEXT OPTION_CHOSEN }
	FIELD_EMPTY { FIELD_EMPTY_TEXT "Choisissez une commune" } }}
<div class="field{{#FIELD_ERROR}} field-wrong{{/FIELD_ERROR}}{{#FIELD_ASKED}} field-asked{{/FIELD_ASKED}}">
[[> partials/field_label.tpl]]
[[> partials/field_about.tpl]]
<select id="{{FIELD_ID}}" name="{{FIELD_NAME}}" aria-describedby="{{FIELD_ID}}-aide"{{#FIELD_ERROR}} aria-invalid="true"{{/FIELD_ERROR}}>
{{#FIELD_EMPTY}}<option value="">{{FIELD_EMPTY_TEXT}}</option>
{{/FIELD_EMPTY}}{{#FIELD_OPTIONS}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_TEXT}}</option>
{{/FIELD_OPTIONS}}</select>
{{#FIELD_REUSED}}<p class="reused">{{FIELD_REUSED_TEXT}}</p>
{{/FIELD_REUSED}}</div>
