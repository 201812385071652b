{{%AUTOESCAPE context="HTML"}}
{{! Why may somebody, why may they not.
	FORM_URL FIELDS rows ERRORS_SHOWN
	ANSWER { ANSWER_KIND (ok refuse) ANSWER_QUESTION ANSWER_TEXT }
	TABLE_CAPTION TABLE_HEADS TABLE_ROWS: which role gives what (partials/table.tpl) }}
[[> layout/top.tpl]]
<div class="wrap">
[[> partials/breadcrumb.tpl]]
<header class="page-head">
<h1>[[Pourquoi ?]]</h1>
<p class="lead">[[Choisissez une personne, une action et ce sur quoi elle porte : la réponse dit quel rôle ou quelle règle décide.]]</p>
</header>
{{#ANSWER}}<div class="notice notice-{{ANSWER_KIND}}" role="status"><p><strong>{{ANSWER_QUESTION}}</strong></p><p>{{ANSWER_TEXT}}</p></div>
{{/ANSWER}}
[[> partials/error_summary.tpl]]
<form class="form" method="get" action="{{FORM_URL}}" novalidate>
{{#FIELDS}}
[[> partials/field.tpl]]
{{/FIELDS}}
<button class="button" type="submit">[[Demander]]</button>
</form>
<section class="section" aria-labelledby="s-table">
<h2 id="s-table">[[Ce que donne chaque rôle]]</h2>
<p class="soft">[[Un conflit d’intérêts l’emporte toujours : personne n’instruit, n’évalue ni ne décide ce qui le concerne. Les droits sur un dossier viennent de ceux qui le portent.]]</p>
[[> partials/table.tpl]]
</section>
</div>
[[> layout/bottom.tpl]]
