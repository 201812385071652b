{{%AUTOESCAPE context="HTML"}}
{{! A correction asked of the holder; work_top.tpl and work_bottom.tpl around.
	FORM_TITLE FORM_LEAD { FORM_LEAD_TEXT }
	WORK_FORM { FORM_URL CSRF_TOKEN REVISION FILTER FIELDS rows (field.tpl)
	    QUESTIONS_SHOWN { QUESTION_PARTS rows { QUESTION_PART_NAME QUESTION_PART_SAID QUESTIONS_OPEN QUESTIONS rows { QUESTION_KEY QUESTION_NAME QUESTION_CHOSEN } } }
	    FORM_BUTTONS rows { BUTTON_NAME BUTTON_VALUE BUTTON_TEXT BUTTON_PLAIN } }
	LISTED as form.tpl }}
[[> layout/top.tpl]]
[[> partials/work_top.tpl]]
<h2 class="form-title">{{FORM_TITLE}}</h2>
{{#FORM_LEAD}}<p class="form-lead">{{FORM_LEAD_TEXT}}</p>
{{/FORM_LEAD}}{{#WORK_FORM}}<form class="form" method="post" action="{{FORM_URL}}" novalidate data-keep="{{FORM_URL}}">
[[> partials/form_hidden.tpl]]
{{#FIELDS}}
[[> partials/field.tpl]]
{{/FIELDS}}{{#QUESTIONS_SHOWN}}<fieldset class="field">
<legend class="field-label">[[Quelles questions sont concernées ?]]</legend>
<p class="hint">[[Cochez celles que le porteur doit revoir ; sans coche, la demande porte sur tout le dossier.]]</p>
<div data-filter="label:has([type=checkbox])" data-filter-text="[[Chercher une question]]">
{{#QUESTION_PARTS}}<details class="questions"{{#QUESTIONS_OPEN}} open{{/QUESTIONS_OPEN}}>
<summary>{{QUESTION_PART_NAME}} <span class="soft small">{{QUESTION_PART_SAID}}</span></summary>
<div class="questions-in">
{{#QUESTIONS}}<label><input type="checkbox" name="question" value="{{QUESTION_KEY}}"{{#QUESTION_CHOSEN}} checked{{/QUESTION_CHOSEN}}> {{QUESTION_NAME}}</label>
{{/QUESTIONS}}</div>
</details>
{{/QUESTION_PARTS}}</div>
</fieldset>
{{/QUESTIONS_SHOWN}}<div class="acts">
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
