{{%AUTOESCAPE context="HTML"}}
{{! A choice, then one of its own: linked.js leaves only those that go with the first.
	LINKED_SECOND its label; FIELD_OPTIONS the first; GROUPS rows { GROUP_NAME GROUP_KEY,
	FIELD_OPTIONS } the second, "first/second" }}
<div class="field{{#FIELD_ERROR}} field-wrong{{/FIELD_ERROR}}{{#FIELD_ASKED}} field-asked{{/FIELD_ASKED}}">
<fieldset data-group="{{FIELD_NAME}}" data-linked aria-describedby="{{FIELD_ID}}-aide">
<legend class="field-label" id="{{FIELD_ID}}" tabindex="-1">{{FIELD_LABEL}}
[[> partials/field_note.tpl]]
</legend>
[[> partials/field_about.tpl]]
<div class="parts">
<div><select name="{{FIELD_NAME}}" aria-label="{{FIELD_LABEL}}" data-first{{#FIELD_ERROR}} aria-invalid="true"{{/FIELD_ERROR}}>
<option value="">[[Choisissez]]</option>
{{#LINKED_FIRST}}{{#FIELD_OPTIONS}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_TEXT}}</option>
{{/FIELD_OPTIONS}}{{/LINKED_FIRST}}</select></div>
<div><label for="{{FIELD_ID}}-second">{{LINKED_SECOND}}</label> <select id="{{FIELD_ID}}-second" name="{{FIELD_NAME}}.second" data-second{{#FIELD_ERROR}} aria-invalid="true"{{/FIELD_ERROR}}>
<option value="">[[Choisissez]]</option>
{{#GROUPS}}<optgroup label="{{GROUP_NAME}}" data-of="{{GROUP_KEY}}">
{{#FIELD_OPTIONS}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_TEXT}}</option>
{{/FIELD_OPTIONS}}</optgroup>
{{/GROUPS}}</select></div>
</div>
</fieldset>
</div>
