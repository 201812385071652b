{{%AUTOESCAPE context="HTML"}}
{{! The wikis of a platform. NEW_URL
	WIKIS_SHOWN { WIKIS rows { WIKI_URL WIKI_NAME WIKI_SITE WIKI_STATE_KIND WIKI_STATE_TEXT WIKI_FACTS } }
	EMPTY (empty.tpl) }}
[[> layout/top.tpl]]
<div class="wrap">
<div class="hero">
<h1>[[Wikis reliés]]</h1>
<p class="lead">[[Un wiki raconte, la plateforme relie. Reliez un MediaWiki pour que ses pages deviennent des lieux, des projets, des ressources, des événements ou des communs de votre territoire.]]</p>
{{#WIKIS_SHOWN}}<p class="acts"><a class="button" href="{{NEW_URL}}">[[Relier un autre wiki]]</a></p>
{{/WIKIS_SHOWN}}</div>
{{#WIKIS_SHOWN}}<ul class="call-list">
{{#WIKIS}}<li>
<article class="card call-card">
<div>
<span class="chip chip-{{WIKI_STATE_KIND}}">{{WIKI_STATE_TEXT}}</span>
<h2><a href="{{WIKI_URL}}">{{WIKI_NAME}}</a></h2>
<p>{{WIKI_SITE}}</p>
</div>
<div class="call-facts">
<p>{{WIKI_FACTS}}</p>
</div>
</article>
</li>
{{/WIKIS}}</ul>
{{/WIKIS_SHOWN}}
[[> partials/empty.tpl]]
</div>
[[> layout/bottom.tpl]]
