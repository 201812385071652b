{{%AUTOESCAPE context="HTML"}}
{{! The projects of a platform: search, facets, cards, a drawn map.
	PROJECTS_TITLE PROJECTS_LEAD SEARCH_URL SEARCH_TEXT
	SEARCH_KEPT rows { KEPT_NAME KEPT_VALUE }: filters a new search keeps
	LISTEN { LISTEN_URL }   FIGURES rows   FACETS (facets.tpl)   FILTERED (filters.tpl)
	RESULT_SAID "9 projets à Saint-Leu"
	CARDS rows   EMPTY (empty.tpl)   PAGED { pager.tpl }
	LIST_MAP { map_drawn.tpl; MAP_URL GEOJSON_URL }   EXPORTS rows { EXPORT_URL EXPORT_NAME } }}
[[> layout/top.tpl]]
<div class="wrap">
<div class="hero">
<h1>{{PROJECTS_TITLE}}</h1>
<p class="lead">{{PROJECTS_LEAD}}</p>
<form class="search" action="{{SEARCH_URL}}" role="search">
{{#SEARCH_KEPT}}<input type="hidden" name="{{KEPT_NAME}}" value="{{KEPT_VALUE}}">
{{/SEARCH_KEPT}}<label class="unseen" for="q">[[Chercher un projet, un lieu, un porteur]]</label>
<input type="search" id="q" name="q" value="{{SEARCH_TEXT}}">
<button class="button" type="submit">[[Chercher]]</button>
{{#LISTEN}}<a class="button button-plain" href="{{LISTEN_URL}}">[[Écouter ce territoire]]</a>
{{/LISTEN}}</form>
</div>
{{#FIGURES_SHOWN}}
[[> partials/figures.tpl]]
{{/FIGURES_SHOWN}}
<div class="browse">
<div>
[[> partials/facets.tpl]]
</div>
<section aria-labelledby="resultats">
<div class="browse-head">
<h2 id="resultats">{{RESULT_SAID}}</h2>
<button class="button button-plain button-small facets-open" type="button" popovertarget="filtres">[[Filtrer]]</button>
<p class="browse-sort soft small">[[Les plus récents d’abord]]</p>
</div>
[[> partials/filters.tpl]]
<ul class="project-list">
{{#CARDS}}<li>
[[> partials/card.tpl]]
</li>
{{/CARDS}}</ul>
[[> partials/empty.tpl]]
{{#PAGED}}
[[> partials/pager.tpl]]
{{/PAGED}}
<p class="small soft">[[Reprendre ces résultats :]] {{#EXPORTS}}<a href="{{EXPORT_URL}}">{{EXPORT_NAME}}</a> {{/EXPORTS}}</p>
</section>
{{#LIST_MAP}}<div class="browse-map"><div class="map-frame">
<h2 class="unseen">[[Carte]]</h2>
<div class="map">
[[> partials/map_drawn.tpl]]
</div>
<p class="map-caption">[[La taille dit le montant, la couleur le thème.]] <a href="{{MAP_URL}}">[[Ouvrir la carte]]</a> · <a href="{{GEOJSON_URL}}">[[Télécharger (GeoJSON)]]</a></p>
</div></div>
{{/LIST_MAP}}</div>
</div>
[[> layout/bottom.tpl]]
