{{%AUTOESCAPE context="HTML"}}
{{! Register or change a wiki, or ask for an import. CRUMBS CRUMB_HERE
	FORM_TITLE FORM_LEAD FORM_URL CSRF_TOKEN FIELDS rows (field.tpl) FORM_ACT CANCEL_URL
	SUGGESTIONS rows { SUGGESTION_TITLE SUGGESTION_LINKS rows { SUGGESTION_URL SUGGESTION_NAME } } }}
[[> layout/top.tpl]]
<div class="wrap">
[[> partials/breadcrumb.tpl]]
<h1>{{FORM_TITLE}}</h1>
<p class="lead">{{FORM_LEAD}}</p>
[[> partials/error_summary.tpl]]
<form class="form" method="post" action="{{FORM_URL}}" novalidate>
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
{{#FIELDS}}
[[> partials/field.tpl]]
{{/FIELDS}}<p class="acts"><button class="button" type="submit">{{FORM_ACT}}</button> <a href="{{CANCEL_URL}}">[[Ne rien changer]]</a></p>
</form>
{{#SUGGESTIONS}}<details class="section">
<summary>{{SUGGESTION_TITLE}}</summary>
<ul class="filters">
{{#SUGGESTION_LINKS}}<li><a href="{{SUGGESTION_URL}}">{{SUGGESTION_NAME}}</a></li>
{{/SUGGESTION_LINKS}}</ul>
</details>
{{/SUGGESTIONS}}</div>
[[> layout/bottom.tpl]]
