{{%AUTOESCAPE context="HTML"}}
{{! One of a list in groups. GROUPS_EMPTY_TEXT; GROUPS rows
	{ GROUP_NAMED { GROUP_NAME } when it has a name, FIELD_OPTIONS } }}
<div class="field{{#FIELD_ERROR}} field-wrong{{/FIELD_ERROR}}{{#FIELD_ASKED}} field-asked{{/FIELD_ASKED}}">
[[> partials/field_label.tpl]]
[[> partials/field_about.tpl]]
<select id="{{FIELD_ID}}" name="{{FIELD_NAME}}" aria-describedby="{{FIELD_ID}}-aide"{{#FIELD_ERROR}} aria-invalid="true"{{/FIELD_ERROR}}>
<option value="">{{GROUPS_EMPTY_TEXT}}</option>
{{#GROUPS}}{{#GROUP_NAMED}}<optgroup label="{{GROUP_NAME}}">
{{/GROUP_NAMED}}{{#FIELD_OPTIONS}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_TEXT}}</option>
{{/FIELD_OPTIONS}}{{#GROUP_NAMED}}</optgroup>
{{/GROUP_NAMED}}{{/GROUPS}}</select>
</div>
