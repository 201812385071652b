{{%AUTOESCAPE context="HTML"}}
{{! The plan of a platform's site.
	PLAN_GROUPS rows { PLAN_TITLE  PLAN_LINKS rows { PLAN_URL PLAN_NAME } } }}
[[> layout/top.tpl]]
<div class="wrap">
<h1>[[Plan du site]]</h1>
{{#PLAN_GROUPS}}<section class="stack">
<h2>{{PLAN_TITLE}}</h2>
<ul>
{{#PLAN_LINKS}}<li><a href="{{PLAN_URL}}">{{PLAN_NAME}}</a></li>
{{/PLAN_LINKS}}</ul>
</section>
{{/PLAN_GROUPS}}</div>
[[> layout/bottom.tpl]]
