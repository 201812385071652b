{{%AUTOESCAPE context="HTML"}}
{{! Choosing a call for a dossier, of its platform or of another.
	DOSSIER_URL DOSSIER_TITLE   EMPTY (empty.tpl)
	CHOICES rows (partials/call_choice.tpl)   OTHERS { CHOICES rows } }}
[[> layout/top.tpl]]
<div class="wrap">
<nav class="crumbs" aria-label="[[Fil d’Ariane]]"><ol><li><a href="{{DOSSIER_URL}}">{{DOSSIER_TITLE}}</a></li><li><span aria-current="page">[[Présenter à un appel]]</span></li></ol></nav>
<h1>[[Présenter à un appel]]</h1>
<p class="lead">[[Le même dossier sert pour tous : un appel ne demande que ce qu’il est seul à demander.]]</p>
[[> partials/empty.tpl]]
<ul class="call-list">
[[> partials/call_choice.tpl]]
</ul>
{{#OTHERS}}<section class="section" aria-labelledby="ailleurs">
<h2 id="ailleurs">[[D’autres financeurs, avec le même dossier]]</h2>
<p class="soft">[[Ces appels sont sur d’autres plateformes. Rien n’est à retaper : les questions communes y gardent leur réponse.]]</p>
<ul class="call-list">
[[> partials/call_choice.tpl]]
</ul>
</section>
{{/OTHERS}}</div>
[[> layout/bottom.tpl]]
