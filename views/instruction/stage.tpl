{{%AUTOESCAPE context="HTML"}}
{{! The end of a stage; work_top.tpl and work_bottom.tpl around.
	FORM_TITLE FORM_LEAD { FORM_LEAD_TEXT }
	WORK_FORM { FORM_URL CSRF_TOKEN REVISION FILTER FIELDS rows (field.tpl) FORM_BUTTONS rows { BUTTON_NAME BUTTON_VALUE BUTTON_TEXT BUTTON_PLAIN } }
	MOVE_FORM { FORM_URL CSRF_TOKEN REVISION FILTER FIELDS rows } }}
[[> layout/top.tpl]]
[[> partials/work_top.tpl]]
<h2 class="form-title">{{FORM_TITLE}}</h2>
{{#FORM_LEAD}}<p class="form-lead">{{FORM_LEAD_TEXT}}</p>
{{/FORM_LEAD}}{{#WORK_FORM}}<form class="form" method="post" action="{{FORM_URL}}" novalidate data-keep="{{FORM_URL}}">
[[> partials/form_hidden.tpl]]
{{#FIELDS}}
[[> partials/field.tpl]]
{{/FIELDS}}<div class="acts">
{{#FORM_BUTTONS}}<button class="button{{#BUTTON_PLAIN}} button-plain{{/BUTTON_PLAIN}}" type="submit" name="{{BUTTON_NAME}}" value="{{BUTTON_VALUE}}">{{BUTTON_TEXT}}</button>
{{/FORM_BUTTONS}}</div>
</form>
{{/WORK_FORM}}{{#MOVE_FORM}}<details class="section">
<summary>[[Aller à une autre étape]]</summary>
<form class="form" method="post" action="{{FORM_URL}}" novalidate>
[[> partials/form_hidden.tpl]]
{{#FIELDS}}
[[> partials/field.tpl]]
{{/FIELDS}}<button class="button button-plain" type="submit">[[Changer d’étape]]</button>
</form>
</details>
{{/MOVE_FORM}}
[[> partials/work_bottom.tpl]]
[[> layout/bottom.tpl]]
