{{%AUTOESCAPE context="HTML"}}
{{! One act on an application, as a form; work_top.tpl and work_bottom.tpl around.
	FORM_TITLE FORM_LEAD { FORM_LEAD_TEXT }   FORM_FACTS rows { FACT_NAME FACT_VALUE }
	WORK_FORM { FORM_URL CSRF_TOKEN REVISION FILTER FIELDS rows (field.tpl) FORM_BUTTONS rows { BUTTON_NAME BUTTON_VALUE BUTTON_TEXT BUTTON_PLAIN } }
	LISTED { LISTED_TITLE LISTED_ROWS rows { LISTED_HEAD LISTED_TEXT LISTED_META LISTED_ACT { FORM_URL CSRF_TOKEN REVISION FILTER LISTED_NAME LISTED_VALUE LISTED_ACT_TEXT } } } }}
[[> layout/top.tpl]]
[[> partials/work_top.tpl]]
<h2 class="form-title">{{FORM_TITLE}}</h2>
{{#FORM_LEAD}}<p class="form-lead">{{FORM_LEAD_TEXT}}</p>
{{/FORM_LEAD}}{{#FORM_FACTS_SHOWN}}<dl class="facts">
{{#FORM_FACTS}}<div><dt>{{FACT_NAME}}</dt><dd>{{FACT_VALUE}}</dd></div>
{{/FORM_FACTS}}</dl>
{{/FORM_FACTS_SHOWN}}{{#WORK_FORM}}<form class="form" method="post" action="{{FORM_URL}}" novalidate data-keep="{{FORM_URL}}">
[[> partials/form_hidden.tpl]]
{{#FIELDS}}
[[> partials/field.tpl]]
{{/FIELDS}}<div class="acts">
{{#FORM_BUTTONS}}<button class="button{{#BUTTON_PLAIN}} button-plain{{/BUTTON_PLAIN}}" type="submit" name="{{BUTTON_NAME}}" value="{{BUTTON_VALUE}}">{{BUTTON_TEXT}}</button>
{{/FORM_BUTTONS}}</div>
</form>
{{/WORK_FORM}}{{#LISTED}}<section class="section">
<h2 class="h3">{{LISTED_TITLE}}</h2>
<ul class="listed">
{{#LISTED_ROWS}}<li><p><strong>{{LISTED_HEAD}}</strong> <span class="soft small">{{LISTED_META}}</span></p><p class="pre-line">{{LISTED_TEXT:p}}</p>{{#LISTED_ACT}}<form method="post" action="{{FORM_URL}}">
[[> partials/form_hidden.tpl]]
<button class="button-link small" type="submit" name="{{LISTED_NAME}}" value="{{LISTED_VALUE}}">{{LISTED_ACT_TEXT}}</button></form>
{{/LISTED_ACT}}</li>
{{/LISTED_ROWS}}</ul>
</section>
{{/LISTED}}
[[> partials/work_bottom.tpl]]
[[> layout/bottom.tpl]]
