{{%AUTOESCAPE context="HTML"}}
{{! What waits for a moderator. MODERATED rows { MODERATED_URL MODERATED_TITLE MODERATED_KIND MODERATED_WHO
	MODERATED_WAITS }   EMPTY }}
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
</div>
[[> layout/bottom.tpl]]
