{{%AUTOESCAPE context="HTML"}}
{{! Read again and present to a call.
	step_rail.tpl markers   STEP_WHERE REVIEW_TITLE
	MISSING_SHOWN { MISSING_TITLE MISSING rows { MISSING_URL MISSING_NAME } }
	REVIEW_PARTS rows { REVIEW_PART_NAME REVIEW_PART_URL
	    REVIEW_ANSWERS rows { ANSWER_NAME ANSWER_VALUE ANSWER_REUSED } }
	READY { SUBMIT_URL CSRF_TOKEN READY_TEXT SUBMIT_TEXT "Présenter le projet à cet appel" } }}
[[> layout/top.tpl]]
<div class="wrap">
<div class="step-page">
[[> partials/step_rail.tpl]]
<div>
<p class="step-where">{{STEP_WHERE}}</p>
<h1>{{REVIEW_TITLE}}</h1>
{{#MISSING_SHOWN}}<div class="notice notice-wait">
<h2>{{MISSING_TITLE}}</h2>
<ul>
{{#MISSING}}<li><a href="{{MISSING_URL}}">{{MISSING_NAME}}</a></li>
{{/MISSING}}</ul>
</div>
{{/MISSING_SHOWN}}{{#REVIEW_PARTS}}<section class="section">
<div class="browse-head"><h2>{{REVIEW_PART_NAME}}</h2> <a href="{{REVIEW_PART_URL}}">[[Modifier]]<span class="unseen"> : {{REVIEW_PART_NAME}}</span></a></div>
<dl class="answers">
{{#REVIEW_ANSWERS}}<div class="answer"><dt>{{ANSWER_NAME}}</dt><dd>{{ANSWER_VALUE:p}}</dd></div>
{{/REVIEW_ANSWERS}}</dl>
</section>
{{/REVIEW_PARTS}}{{#READY}}<form class="form section" method="post" action="{{SUBMIT_URL}}">
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
<p>{{READY_TEXT}}</p>
<div class="acts acts-ruled"><button class="button" type="submit">{{SUBMIT_TEXT}}</button></div>
</form>
{{/READY}}</div>
</div>
</div>
[[> layout/bottom.tpl]]
