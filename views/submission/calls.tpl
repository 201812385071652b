{{%AUTOESCAPE context="HTML"}}
{{! Choosing a call for a dossier.
	DOSSIER_URL DOSSIER_TITLE   EMPTY (empty.tpl)
	CHOICES rows { CALL_URL CALL_TITLE CALL_PROMISE FITS rows { FIT_KIND FIT_SAID FIT_TEXT }
	    CHOOSE { CHOOSE_URL CHOOSE_SAID } UNFIT BEGUN { BEGUN_URL BEGUN_SAID } } }}
[[> layout/top.tpl]]
<div class="wrap">
<nav class="crumbs" aria-label="[[Fil d’Ariane]]"><ol><li><a href="{{DOSSIER_URL}}">{{DOSSIER_TITLE}}</a></li><li><span aria-current="page">[[Présenter à un appel]]</span></li></ol></nav>
<h1>[[Présenter à un appel]]</h1>
<p class="lead">[[Le même dossier sert pour tous : un appel ne demande que ce qu’il est seul à demander.]]</p>
[[> partials/empty.tpl]]
<ul class="call-list">
{{#CHOICES}}<li class="card choice-call">
<h2><a href="{{CALL_URL}}">{{CALL_TITLE}}</a></h2>
<p>{{CALL_PROMISE}}</p>
<ul class="fits">
{{#FITS}}<li class="fit"><span class="chip chip-{{FIT_KIND}}">{{FIT_SAID}}</span> {{FIT_TEXT}}</li>
{{/FITS}}</ul>
{{#CHOOSE}}<form method="post" action="{{CHOOSE_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><button class="button" type="submit">[[Présenter le projet]]<span class="unseen"> : {{CHOOSE_SAID}}</span></button></form>
{{/CHOOSE}}{{#UNFIT}}<p class="soft">[[Votre projet ne remplit pas toutes les conditions de cet appel.]]</p>
{{/UNFIT}}{{#BEGUN}}<p class="acts"><a class="button button-plain" href="{{BEGUN_URL}}">{{BEGUN_SAID}}<span class="unseen"> : {{CALL_TITLE}}</span></a></p>
{{/BEGUN}}</li>
{{/CHOICES}}</ul>
</div>
[[> layout/bottom.tpl]]
