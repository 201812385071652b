{{%AUTOESCAPE context="HTML"}}
{{! The map, whole page, with its list.
	MAP markers (map.tpl)   FILTERED   FACETS
	PLACES_SHOWN { PLACES rows { PLACE_NAME PLACE_COUNT PLACE_URL
	    PLACE_PROJECTS rows { PROJECT_URL PROJECT_TITLE PROJECT_STATE } } }   EMPTY }}
[[> layout/top.tpl]]
<div class="wrap">
<div class="browse-head"><h1>[[La carte des projets]]</h1> <button class="button button-plain button-small facets-open" type="button" popovertarget="filtres">[[Filtrer]]</button></div>
<div class="browse">
<div>
[[> partials/facets.tpl]]
</div>
<div>
[[> partials/filters.tpl]]
[[> partials/map.tpl]]
{{#PLACES_SHOWN}}<section class="section" aria-labelledby="liste">
<h2 id="liste">[[La même chose en liste]]</h2>
{{#PLACES}}<h3><a href="{{PLACE_URL}}">{{PLACE_NAME}}</a> <span class="count">{{PLACE_COUNT}}</span></h3>
<ul>
{{#PLACE_PROJECTS}}<li><a href="{{PROJECT_URL}}">{{PROJECT_TITLE}}</a> <span class="soft small">{{PROJECT_STATE}}</span></li>
{{/PLACE_PROJECTS}}</ul>
{{/PLACES}}</section>
{{/PLACES_SHOWN}}
[[> partials/empty.tpl]]
</div>
</div>
</div>
[[> layout/bottom.tpl]]
