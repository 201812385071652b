{{%AUTOESCAPE context="HTML"}}
{{! A territory.
	CRUMBS (its parents) CRUMB_HERE   TERRITORY_NAME TERRITORY_SAID
	FIGURES rows   CARDS rows   PROJECTS_URL PROJECTS_SAID
	PLACES_SHOWN { TABLE_ markers (table.tpl): the territories inside }
	TERRITORY_MAP { map_drawn.tpl }   FEEDS_SHOWN { FEED_LINKS rows { FEED_LINK_URL FEED_LINK_NAME } } }}
[[> layout/top.tpl]]
<div class="wrap">
[[> partials/breadcrumb.tpl]]
<div class="home-hero">
<div>
<h1>{{TERRITORY_NAME}}</h1>
<p class="lead">{{TERRITORY_SAID}}</p>
</div>
{{#TERRITORY_MAP}}<div class="map">
[[> partials/map_drawn.tpl]]
</div>
{{/TERRITORY_MAP}}</div>
[[> partials/figures.tpl]]
<section class="section" aria-labelledby="projets">
<div class="browse-head"><h2 id="projets">{{PROJECTS_SAID}}</h2> <a href="{{PROJECTS_URL}}">[[Tous ses projets]]</a></div>
<ul class="project-list project-list-wide">
{{#CARDS}}<li>
[[> partials/card.tpl]]
</li>
{{/CARDS}}</ul>
[[> partials/empty.tpl]]
</section>
{{#PLACES_SHOWN}}<section class="section" aria-labelledby="dedans">
<h2 id="dedans">[[Commune par commune]]</h2>
[[> partials/table.tpl]]
</section>
{{/PLACES_SHOWN}}{{#FEEDS_SHOWN}}<p class="section small">[[Suivre ce territoire :]] {{#FEED_LINKS}}<a href="{{FEED_LINK_URL}}">{{FEED_LINK_NAME}}</a> {{/FEED_LINKS}}</p>
{{/FEEDS_SHOWN}}</div>
[[> layout/bottom.tpl]]
