{{%AUTOESCAPE context="HTML"}}
{{! Steps with their dates.
	FIELD_ID FIELD_NAME FIELD_LABEL and those of field_about.tpl
	MOMENTS rows { LINE_NUMBER LINE_INDEX LINE_NAME LINE_DATE (ISO, or as typed)
	    LINE_DAY when LINE_DATE is an ISO date or empty } }}
<div class="field{{#FIELD_ERROR}} field-wrong{{/FIELD_ERROR}}{{#FIELD_ASKED}} field-asked{{/FIELD_ASKED}}">
<fieldset data-group="{{FIELD_NAME}}" aria-describedby="{{FIELD_ID}}-aide">
<legend class="field-label" id="{{FIELD_ID}}" tabindex="-1">{{FIELD_LABEL}}
[[> partials/field_note.tpl]]
</legend>
[[> partials/field_about.tpl]]
<div class="scroll">
<table class="field-lines" data-lines>
<thead><tr><th scope="col">[[Ce qui se passe]]</th><th scope="col">[[Quand]]</th></tr></thead>
<tbody>
{{#MOMENTS}}<tr><td><input type="text" name="{{FIELD_NAME}}.{{LINE_INDEX}}.label" value="{{LINE_NAME}}" aria-label="[[Étape, ligne]] {{LINE_NUMBER}}"></td><td><input type="{{LINE_TYPE}}" name="{{FIELD_NAME}}.{{LINE_INDEX}}.date" value="{{LINE_DATE}}" aria-label="[[Date de l’étape, ligne]] {{LINE_NUMBER}}"></td></tr>
{{/MOMENTS}}</tbody>
</table>
</div>
<button class="button-link" type="submit" name="_ajouter" value="{{FIELD_NAME}}" data-add-line>[[Ajouter une étape]]</button>
</fieldset>
</div>
