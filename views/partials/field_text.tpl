{{%AUTOESCAPE context="HTML"}}
{{! A line of text. FIELD_ID FIELD_NAME FIELD_LABEL FIELD_VALUE
	FIELD_TYPE: text email tel url password   FIELD_WIDTH: full short tiny
	field_note.tpl, FIELD_AUTOCOMPLETE { FIELD_AUTOCOMPLETE_TEXT }
	FIELD_MAX { FIELD_MAX_TEXT }   FIELD_REUSED { FIELD_REUSED_TEXT }
	and those of field_about.tpl }}
<div class="field{{#FIELD_ERROR}} field-wrong{{/FIELD_ERROR}}{{#FIELD_ASKED}} field-asked{{/FIELD_ASKED}}">
[[> partials/field_label.tpl]]
[[> partials/field_about.tpl]]
<input class="input-{{FIELD_WIDTH}}" type="{{FIELD_TYPE}}" id="{{FIELD_ID}}" name="{{FIELD_NAME}}" value="{{FIELD_VALUE}}" aria-describedby="{{FIELD_ID}}-aide"{{#FIELD_AUTOCOMPLETE}} autocomplete="{{FIELD_AUTOCOMPLETE_TEXT}}"{{/FIELD_AUTOCOMPLETE}}{{#FIELD_MAX}} maxlength="{{FIELD_MAX_TEXT}}"{{/FIELD_MAX}}{{#FIELD_ERROR}} aria-invalid="true"{{/FIELD_ERROR}}>
{{#FIELD_REUSED}}<p class="reused">{{FIELD_REUSED_TEXT}}</p>
{{/FIELD_REUSED}}</div>
