{{%AUTOESCAPE context="HTML"}}
{{! One question of a form (a row of FIELDS): everything of question_kinds.tpl, and
	FIELD_REPEAT, which holds those again. FIELD_HEADING FIELD_SUBHEADING
	FIELD_MINOR_HEADING FIELD_EXPLANATION { FIELD_LABEL }; FIELD_WHEN, FIELD_MARK as
	in field.tpl, which other forms than questions use. }}
{{#FIELD_WHEN}}<div class="when" data-question="{{FIELD_WHEN_KEY}}" data-when="{{FIELD_WHEN_JSON}}"{{#FIELD_REQUIRED}} data-required="{{FIELD_REQUIRED_JSON}}"{{#FIELD_REQUIRED_NOW}} data-required-now{{/FIELD_REQUIRED_NOW}}{{/FIELD_REQUIRED}}{{#FIELD_AWAY}} hidden{{/FIELD_AWAY}}>
{{/FIELD_WHEN}}
{{#FIELD_HEADING}}<h2 class="form-part-title">{{FIELD_LABEL}}</h2>
{{/FIELD_HEADING}}
{{#FIELD_SUBHEADING}}<h3 class="form-part-title">{{FIELD_LABEL}}</h3>
{{/FIELD_SUBHEADING}}
{{#FIELD_MINOR_HEADING}}<h4 class="form-part-title">{{FIELD_LABEL}}</h4>
{{/FIELD_MINOR_HEADING}}
{{#FIELD_EXPLANATION}}<p class="notice">{{FIELD_LABEL}}</p>
{{/FIELD_EXPLANATION}}
{{#FIELD_FILE}}
[[> partials/field_file.tpl]]
{{/FIELD_FILE}}
{{#FIELD_PLAN}}
[[> partials/field_plan.tpl]]
{{/FIELD_PLAN}}
{{#FIELD_SCHEDULE}}
[[> partials/field_schedule.tpl]]
{{/FIELD_SCHEDULE}}
{{#FIELD_SHAPE}}
[[> partials/field_shape.tpl]]
{{/FIELD_SHAPE}}
{{#FIELD_REPEAT}}
[[> partials/field_repeat.tpl]]
{{/FIELD_REPEAT}}
[[> partials/question_kinds.tpl]]
{{#FIELD_MARK}}<input type="hidden" name="{{FIELD_MARK_NAME}}" value="{{FIELD_MARK_VALUE}}">
{{/FIELD_MARK}}{{#FIELD_WHEN}}</div>
{{/FIELD_WHEN}}
