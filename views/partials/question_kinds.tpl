{{%AUTOESCAPE context="HTML"}}
{{! The controls of a question, at the top of a form or inside a repeated block: one
	section of a row is shown, each as its own file says. }}
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
{{#FIELD_MOMENT}}
[[> partials/field_moment.tpl]]
{{/FIELD_MOMENT}}
{{#FIELD_PERIOD}}
[[> partials/field_period.tpl]]
{{/FIELD_PERIOD}}
{{#FIELD_RADIOS}}
[[> partials/field_radios.tpl]]
{{/FIELD_RADIOS}}
{{#FIELD_CHECKBOXES}}
[[> partials/field_checkboxes.tpl]]
{{/FIELD_CHECKBOXES}}
{{#FIELD_CHECKBOX}}
[[> partials/field_checkbox.tpl]]
{{/FIELD_CHECKBOX}}
{{#FIELD_SELECT}}
[[> partials/field_select.tpl]]
{{/FIELD_SELECT}}
{{#FIELD_GROUPS}}
[[> partials/field_groups.tpl]]
{{/FIELD_GROUPS}}
{{#FIELD_LINKED}}
[[> partials/field_linked.tpl]]
{{/FIELD_LINKED}}
{{#FIELD_RANKING}}
[[> partials/field_ranking.tpl]]
{{/FIELD_RANKING}}
{{#FIELD_LOOKUP}}
[[> partials/field_lookup.tpl]]
{{/FIELD_LOOKUP}}
{{#FIELD_PERSON}}
[[> partials/field_person.tpl]]
{{/FIELD_PERSON}}
{{#FIELD_ADDRESS}}
[[> partials/field_address.tpl]]
{{/FIELD_ADDRESS}}
{{#FIELD_COMMITMENT}}
[[> partials/field_commitment.tpl]]
{{/FIELD_COMMITMENT}}
{{#FIELD_POINT}}
[[> partials/field_point.tpl]]
{{/FIELD_POINT}}
{{#FIELD_CALCULATED}}
[[> partials/field_calculated.tpl]]
{{/FIELD_CALCULATED}}
{{#FIELD_TABLE}}
[[> partials/field_table.tpl]]
{{/FIELD_TABLE}}
