{{%AUTOESCAPE context="HTML"}}
{{! The listenings of a person. NEW_URL STATS_URL   LISTENINGS rows { LISTENING_URL LISTENING_NAME LISTENING_SAID
	LISTENING_FRESH { LISTENING_NEWS } LISTENING_DIGEST BOARD_URL }   EMPTY
	LEFT_SHOWN { LEFT rows { LEFT_NAME LEFT_SAID LEFT_URL } } for administrators }}
[[> layout/top.tpl]]
<div class="wrap">
<header class="page-head">
<h1>[[Écoute]]</h1>
<p class="lead">[[Des besoins, des idées, des études, des projets prêts à démarrer : ce qui se publie sans attendre d’appel. Écoutez, classez à votre façon, proposez votre soutien.]]</p>
<p class="cluster"><a class="button" href="{{NEW_URL}}">[[Nouvelle écoute]]</a> <a class="button button-plain" href="{{STATS_URL}}">[[Ce qui émerge, et où]]</a></p>
</header>
<ul class="call-list">
{{#LISTENINGS}}<li class="card">
<h2 class="h3"><a href="{{LISTENING_URL}}">{{LISTENING_NAME}}</a> {{#LISTENING_FRESH}}<span class="chip chip-info">{{LISTENING_NEWS}}</span>{{/LISTENING_FRESH}}</h2>
<p class="soft">{{LISTENING_SAID}}</p>
<p class="small">{{LISTENING_DIGEST}} · <a href="{{BOARD_URL}}">[[Tableau]]<span class="unseen"> : {{LISTENING_NAME}}</span></a></p>
</li>
{{/LISTENINGS}}</ul>
[[> partials/empty.tpl]]
{{#LEFT_SHOWN}}<section class="section" aria-labelledby="sans-equipe"><h2 id="sans-equipe">[[Écoutes sans équipe]]</h2>
<p class="soft small">[[La dernière personne qui les suivait a fermé son compte. Reprise, une écoute garde son tableau et ses notes ; sans personne, elle est effacée au bout d’un an.]]</p>
<ul class="plain-list">
{{#LEFT}}<li class="spread"><span>{{LEFT_NAME}} <span class="soft small">{{LEFT_SAID}}</span></span> <form method="post" action="{{LEFT_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><button class="button button-plain button-small" type="submit">[[Reprendre]]<span class="unseen"> {{LEFT_NAME}}</span></button></form></li>
{{/LEFT}}</ul></section>
{{/LEFT_SHOWN}}
</div>
[[> layout/bottom.tpl]]
