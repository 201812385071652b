{{%AUTOESCAPE context="HTML"}}
{{! The page of an expert whose opinion is asked: the question, what is needed to answer, the answer.
	EXPERT_TITLE EXPERT_SAID EXPERT_QUESTION EXPERT_ASKED_BY   EXPERT_CLOSED
	ANSWER_PARTS as dossier.tpl   WORK_FORM { FORM_URL CSRF_TOKEN FIELDS FORM_BUTTONS } }}
[[> layout/top.tpl]]
<div class="wrap narrow">
<header class="page-head">
<p class="small soft">[[Votre avis est demandé]]</p>
<h1>{{EXPERT_TITLE}}</h1>
<p class="soft">{{EXPERT_SAID}}</p>
</header>
[[> partials/error_summary.tpl]]
<blockquote class="pre-line">{{EXPERT_QUESTION:p}}</blockquote>
<p class="small soft">{{EXPERT_ASKED_BY}}</p>
{{#EXPERT_CLOSED}}<p>[[Ce dossier est décidé : votre avis ne peut plus changer.]]</p>
{{/EXPERT_CLOSED}}{{#WORK_FORM}}<form class="form" method="post" action="{{FORM_URL}}" novalidate data-keep="{{FORM_URL}}">
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
{{#FIELDS}}
[[> partials/field.tpl]]
{{/FIELDS}}<button class="button" type="submit">[[Rendre mon avis]]</button>
</form>
{{/WORK_FORM}}{{#ANSWER_PARTS}}<section class="section">
<h2>{{ANSWER_PART_NAME}}</h2>
<dl class="answers">
{{#ANSWERS}}<div class="answer"><dt>{{ANSWER_NAME}}</dt>{{#ANSWER_PLAIN}}<dd class="pre-line">{{ANSWER_VALUE:p}}</dd>{{/ANSWER_PLAIN}}{{#ANSWER_RICH}}<dd class="answer-text">{{ANSWER_HTML:none}}</dd>{{/ANSWER_RICH}}</div>
{{/ANSWERS}}</dl>
</section>
{{/ANSWER_PARTS}}</div>
[[> layout/bottom.tpl]]
