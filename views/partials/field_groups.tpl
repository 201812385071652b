{{%AUTOESCAPE context="HTML"}}
{{! One of a list in groups. GROUPS_EMPTY_TEXT; GROUPS_ALONE { FIELD_OPTIONS }: those of no
	group; GROUPS rows { GROUP_NAME, FIELD_OPTIONS } }}
<div class="field{{#FIELD_ERROR}} field-wrong{{/FIELD_ERROR}}{{#FIELD_ASKED}} field-asked{{/FIELD_ASKED}}">
[[> partials/field_label.tpl]]
[[> partials/field_about.tpl]]
<select id="{{FIELD_ID}}" name="{{FIELD_NAME}}" aria-describedby="{{FIELD_ID}}-aide"{{#FIELD_ERROR}} aria-invalid="true"{{/FIELD_ERROR}}>
<option value="">{{GROUPS_EMPTY_TEXT}}</option>
{{#GROUPS}}<optgroup label="{{GROUP_NAME}}">
{{#FIELD_OPTIONS}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_TEXT}}</option>
{{/FIELD_OPTIONS}}</optgroup>
{{/GROUPS}}</select>
</div>
