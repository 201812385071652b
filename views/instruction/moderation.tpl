{{%AUTOESCAPE context="HTML"}}
{{! What waits for a moderator. MODERATED rows { MODERATED_URL MODERATED_TITLE MODERATED_KIND MODERATED_WHO
	MODERATED_WAITS }   EMPTY   MODERATED_SHOWN { SHOWN_ROWS rows as MODERATED } }}
[[> layout/top.tpl]]
<div class="wrap">
<header class="page-head">
<h1>[[Modération]]</h1>
<p class="lead">[[Avant d’être vu de tous, un projet publié sans appel est relu par quelqu’un. Répondez vite : une idée attend.]]</p>
</header>
<ul class="call-list">
{{#MODERATED}}<li class="card">
<p><span class="chip chip-wait">{{MODERATED_KIND}}</span> <span class="soft small">[[attend depuis]] {{MODERATED_WAITS}}</span></p>
<h2 class="h3"><a href="{{MODERATED_URL}}">{{MODERATED_TITLE}}</a></h2>
<p class="soft">{{MODERATED_WHO}}</p>
</li>
{{/MODERATED}}</ul>
[[> partials/empty.tpl]]
{{#MODERATED_SHOWN}}<section class="section" aria-labelledby="visibles">
<h2 id="visibles">[[Déjà visibles]]</h2>
<p class="soft">[[Leurs porteurs en changent les mots sans attendre. Les derniers modifiés d’abord : ouvrez-en un pour le retirer du public.]]</p>
<ul class="lines">
{{#SHOWN_ROWS}}<li><a href="{{MODERATED_URL}}">{{MODERATED_TITLE}}</a> <span class="soft small">{{MODERATED_WHO}} · [[modifié le]] {{MODERATED_WAITS}}</span></li>
{{/SHOWN_ROWS}}</ul>
</section>
{{/MODERATED_SHOWN}}</div>
[[> layout/bottom.tpl]]
