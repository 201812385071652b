{{%AUTOESCAPE context="HTML"}}
{{! Two days. PERIOD_TYPE: date, or text when what was typed is no date;
	PERIOD_FROM PERIOD_TO }}
<div class="field{{#FIELD_ERROR}} field-wrong{{/FIELD_ERROR}}{{#FIELD_ASKED}} field-asked{{/FIELD_ASKED}}">
<fieldset data-group="{{FIELD_NAME}}" aria-describedby="{{FIELD_ID}}-aide">
<legend class="field-label" id="{{FIELD_ID}}" tabindex="-1">{{FIELD_LABEL}}
[[> partials/field_note.tpl]]
</legend>
[[> partials/field_about.tpl]]
<div class="parts">
<div><label for="{{FIELD_ID}}-from">[[Du]]</label> <input class="input-short" type="{{PERIOD_TYPE}}" id="{{FIELD_ID}}-from" name="{{FIELD_NAME}}.from" value="{{PERIOD_FROM}}"{{#FIELD_ERROR}} aria-invalid="true"{{/FIELD_ERROR}}></div>
<div><label for="{{FIELD_ID}}-to">[[Au]]</label> <input class="input-short" type="{{PERIOD_TYPE}}" id="{{FIELD_ID}}-to" name="{{FIELD_NAME}}.to" value="{{PERIOD_TO}}"{{#FIELD_ERROR}} aria-invalid="true"{{/FIELD_ERROR}}></div>
</div>
</fieldset>
</div>
