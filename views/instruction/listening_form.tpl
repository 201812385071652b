{{%AUTOESCAPE context="HTML"}}
{{! The filter of a listening. FORM_TITLE FORM_URL FORM_ACT FIELDS rows ERRORS_SHOWN   breadcrumb.tpl, tabs.tpl when it
	exists   LISTENING_NAME   DROP { DROP_URL } }}
[[> layout/top.tpl]]
<div class="wrap narrow">
[[> partials/breadcrumb.tpl]]
<h1>{{FORM_TITLE}}</h1>
[[> partials/tabs.tpl]]
[[> partials/error_summary.tpl]]
<form class="form" method="post" action="{{FORM_URL}}" novalidate>
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
{{#FIELDS}}
[[> partials/field.tpl]]
{{/FIELDS}}
<p class="acts"><button class="button" type="submit">{{FORM_ACT}}</button></p>
</form>
{{#DROP}}<details class="section"><summary>[[Supprimer cette écoute]]</summary>
<form method="post" action="{{DROP_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><p>[[Son tableau, ses notes et ses alertes disparaissent pour toute l’équipe. Les propositions faites aux porteurs restent.]]</p><button class="button button-plain" type="submit">[[Supprimer l’écoute]]</button></form></details>
{{/DROP}}</div>
[[> layout/bottom.tpl]]
