{{%AUTOESCAPE context="HTML"}}
{{! Before elements are made. CRUMBS CRUMB_HERE CONFIRM_TITLE CONFIRM_LEAD TERMS rows
	CONFIRM { CONFIRM_URL CSRF_TOKEN CONFIRM_TEXT } BACK_URL }}
[[> layout/top.tpl]]
<div class="wrap">
[[> partials/breadcrumb.tpl]]
<div class="form">
<h1>{{CONFIRM_TITLE}}</h1>
<p class="lead">{{CONFIRM_LEAD}}</p>
[[> partials/terms.tpl]]
<form method="post" action="{{CONFIRM_URL}}">
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
<p class="acts">{{#CONFIRM}}<button class="button" type="submit">{{CONFIRM_TEXT}}</button> {{/CONFIRM}}<a href="{{BACK_URL}}">[[Revenir à la liste]]</a></p>
</form>
</div>
</div>
[[> layout/bottom.tpl]]
