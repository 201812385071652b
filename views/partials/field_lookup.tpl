{{%AUTOESCAPE context="HTML"}}
{{! A commune, an organisation: typed, completed from FIELD_LOOKUP_URL (?q=) by lookup.js,
	matched by the server in any case. FIELD_VALUE is what is shown,
	FIELD_CODE the code kept in NAME_code. }}
<div class="field{{#FIELD_ERROR}} field-wrong{{/FIELD_ERROR}}{{#FIELD_ASKED}} field-asked{{/FIELD_ASKED}}">
[[> partials/field_label.tpl]]
[[> partials/field_about.tpl]]
<div class="lookup-box" data-group="{{FIELD_NAME}}"><input type="text" id="{{FIELD_ID}}" name="{{FIELD_NAME}}" value="{{FIELD_VALUE}}" autocomplete="off" aria-describedby="{{FIELD_ID}}-aide"{{#FIELD_ERROR}} aria-invalid="true"{{/FIELD_ERROR}} data-lookup="{{FIELD_LOOKUP_URL}}">
<input type="hidden" name="{{FIELD_NAME}}_code" value="{{FIELD_CODE}}"></div>
{{#FIELD_REUSED}}<p class="reused">{{FIELD_REUSED_TEXT}}</p>
{{/FIELD_REUSED}}</div>
