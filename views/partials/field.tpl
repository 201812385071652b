{{%AUTOESCAPE context="HTML"}}
{{! One field of a form, of any kind: in a row of FIELDS, show one section
	FIELD_TEXT FIELD_TEXTAREA FIELD_MONEY FIELD_DATE FIELD_RADIOS FIELD_CHECKBOXES
	FIELD_SELECT FIELD_LOOKUP FIELD_FILE FIELD_LINES FIELD_PLAN FIELD_SCHEDULE
	FIELD_POINT FIELD_HEADING { FIELD_LABEL } FIELD_EXPLANATION { FIELD_LABEL }
	FIELD_CALCULATED { FIELD_VALUE FIELD_KEY }
	FIELD_WHEN { FIELD_WHEN_KEY FIELD_WHEN_JSON FIELD_AWAY
	    FIELD_REQUIRED { FIELD_REQUIRED_JSON FIELD_REQUIRED_NOW } }: asked or required
	    on a condition, see conditions.js
	FIELD_MARK { FIELD_MARK_NAME FIELD_MARK_VALUE }: what the field was made from }}
{{#FIELD_WHEN}}<div class="when" data-question="{{FIELD_WHEN_KEY}}" data-when="{{FIELD_WHEN_JSON}}"{{#FIELD_REQUIRED}} data-required="{{FIELD_REQUIRED_JSON}}"{{#FIELD_REQUIRED_NOW}} data-required-now{{/FIELD_REQUIRED_NOW}}{{/FIELD_REQUIRED}}{{#FIELD_AWAY}} hidden{{/FIELD_AWAY}}>
{{/FIELD_WHEN}}
{{#FIELD_HEADING}}<h2 class="form-part-title">{{FIELD_LABEL}}</h2>
{{/FIELD_HEADING}}
{{#FIELD_EXPLANATION}}<p class="notice">{{FIELD_LABEL}}</p>
{{/FIELD_EXPLANATION}}
{{#FIELD_CALCULATED}}
[[> partials/field_calculated.tpl]]
{{/FIELD_CALCULATED}}
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
{{#FIELD_PLAN}}
[[> partials/field_plan.tpl]]
{{/FIELD_PLAN}}
{{#FIELD_SCHEDULE}}
[[> partials/field_schedule.tpl]]
{{/FIELD_SCHEDULE}}
{{#FIELD_POINT}}
[[> partials/field_point.tpl]]
{{/FIELD_POINT}}
{{#FIELD_MARK}}<input type="hidden" name="{{FIELD_MARK_NAME}}" value="{{FIELD_MARK_VALUE}}">
{{/FIELD_MARK}}{{#FIELD_WHEN}}</div>
{{/FIELD_WHEN}}
