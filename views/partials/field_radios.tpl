{{%AUTOESCAPE context="HTML"}}
{{! One of a few. FIELD_ID FIELD_NAME FIELD_LABEL
	FIELD_ROW: side by side (yes, no)
	FIELD_OPTIONS rows { OPTION_VALUE OPTION_TEXT OPTION_CHOSEN OPTION_HINT { OPTION_HINT_TEXT } } }}
<div class="field{{#FIELD_ERROR}} field-wrong{{/FIELD_ERROR}}{{#FIELD_ASKED}} field-asked{{/FIELD_ASKED}}">
<fieldset aria-describedby="{{FIELD_ID}}-aide">
<legend class="field-label">{{FIELD_LABEL}}
[[> partials/field_note.tpl]]
</legend>
[[> partials/field_about.tpl]]
<div class="choices{{#FIELD_ROW}} choices-row{{/FIELD_ROW}}" id="{{FIELD_ID}}" tabindex="-1">
{{#FIELD_OPTIONS}}<label class="choice"><input type="radio" name="{{FIELD_NAME}}" value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} checked{{/OPTION_CHOSEN}}><span>{{OPTION_TEXT}}{{#OPTION_HINT}}<span class="choice-hint">{{OPTION_HINT_TEXT}}</span>{{/OPTION_HINT}}</span></label>
{{/FIELD_OPTIONS}}</div>
</fieldset>
{{#FIELD_REUSED}}<p class="reused">{{FIELD_REUSED_TEXT}}</p>
{{/FIELD_REUSED}}</div>
