{{%AUTOESCAPE context="HTML"}}
{{! What is not a project, one kind at a time. ELEMENTS_TITLE TABS (tabs.tpl) CARDS rows (card.tpl)
	EMPTY PAGED { pager.tpl } }}
[[> layout/top.tpl]]
<div class="wrap">
<div class="hero">
<h1>{{ELEMENTS_TITLE}}</h1>
<p class="lead">[[Ce qui fait vivre le territoire à côté des projets : lieux, ressources, événements et communs.]]</p>
</div>
[[> partials/tabs.tpl]]
<h2 class="unseen">[[Fiches]]</h2>
<ul class="project-list project-list-wide">
{{#CARDS}}<li>
[[> partials/card.tpl]]
</li>
{{/CARDS}}</ul>
[[> partials/empty.tpl]]
{{#PAGED}}
[[> partials/pager.tpl]]
{{/PAGED}}
</div>
[[> layout/bottom.tpl]]
