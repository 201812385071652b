{{%AUTOESCAPE context="HTML"}}
{{! One field of a form, of any kind: in a row of FIELDS, show one section
	FIELD_TEXT FIELD_TEXTAREA FIELD_MONEY FIELD_DATE FIELD_RADIOS FIELD_CHECKBOXES
	FIELD_SELECT FIELD_LOOKUP FIELD_FILE FIELD_LINES FIELD_HEADING { FIELD_LABEL } }}
{{#FIELD_HEADING}}<h2 class="form-part-title">{{FIELD_LABEL}}</h2>
{{/FIELD_HEADING}}
{{#FIELD_TEXT}}
[[> partials/field_text.tpl]]
{{/FIELD_TEXT}}
{{#FIELD_TEXTAREA}}
[[> partials/field_textarea.tpl]]
{{/FIELD_TEXTAREA}}
{{#FIELD_MONEY}}
[[> partials/field_money.tpl]]
{{/FIELD_MONEY}}
{{#FIELD_DATE}}
[[> partials/field_date.tpl]]
{{/FIELD_DATE}}
{{#FIELD_RADIOS}}
[[> partials/field_radios.tpl]]
{{/FIELD_RADIOS}}
{{#FIELD_CHECKBOXES}}
[[> partials/field_checkboxes.tpl]]
{{/FIELD_CHECKBOXES}}
{{#FIELD_SELECT}}
[[> partials/field_select.tpl]]
{{/FIELD_SELECT}}
{{#FIELD_LOOKUP}}
[[> partials/field_lookup.tpl]]
{{/FIELD_LOOKUP}}
{{#FIELD_FILE}}
[[> partials/field_file.tpl]]
{{/FIELD_FILE}}
{{#FIELD_LINES}}
[[> partials/field_lines.tpl]]
{{/FIELD_LINES}}
