{{%AUTOESCAPE context="HTML"}}
{{! A place, a resource, an event, a commons. CRUMBS CRUMB_HERE ELEMENT_KIND ELEMENT_TITLE ELEMENT_SUMMARY
	ELEMENT_TEXT { ELEMENT_BODY }   TERMS rows   PLACE_MAP { map_drawn.tpl; PLACE_URL PLACE_NAME }
	SOURCE { SOURCE_NAME SOURCE_PAGE SOURCE_PAGE_URL SOURCE_DATE
	    SOURCE_HISTORY { SOURCE_HISTORY_URL } SOURCE_LICENCE { LICENCE_URL LICENCE_NAME } } }}
[[> layout/top.tpl]]
<div class="wrap">
[[> partials/breadcrumb.tpl]]
<div class="aside-page">
<article>
<header>
<span class="chip chip-neutral">{{ELEMENT_KIND}}</span>
<h1>{{ELEMENT_TITLE}}</h1>
<p class="lead">{{ELEMENT_SUMMARY}}</p>
</header>
[[> partials/terms.tpl]]
{{#ELEMENT_TEXT}}<section class="section" aria-labelledby="presentation">
<h2 id="presentation">[[Présentation]]</h2>
<p class="prose pre-line">{{ELEMENT_BODY:p}}</p>
</section>
{{/ELEMENT_TEXT}}
[[> partials/around.tpl]]
</article>
<aside class="side" aria-label="[[Repères]]">
{{#SOURCE}}<section class="card" aria-labelledby="source">
<h2 id="source">[[D’où vient cette fiche]]</h2>
<p>[[Du wiki]] {{SOURCE_NAME}}[[, page]] <a href="{{SOURCE_PAGE_URL}}" rel="external">{{SOURCE_PAGE}}</a>.</p>
<p class="small soft">{{SOURCE_DATE}}</p>
{{#SOURCE_HISTORY}}<p class="small"><a href="{{SOURCE_HISTORY_URL}}" rel="external">[[Auteurs et historique]]</a></p>
{{/SOURCE_HISTORY}}{{#SOURCE_LICENCE}}<p class="small">[[Licence :]] <a href="{{LICENCE_URL}}" rel="license external">{{LICENCE_NAME}}</a></p>
{{/SOURCE_LICENCE}}</section>
{{/SOURCE}}{{#PLACE_MAP}}<section class="card" aria-labelledby="lieu">
<h2 id="lieu">[[Où c’est]]</h2>
[[> partials/map_drawn.tpl]]
<p class="small"><a href="{{PLACE_URL}}">{{PLACE_NAME}}</a></p>
</section>
{{/PLACE_MAP}}</aside>
</div>
</div>
[[> layout/bottom.tpl]]
