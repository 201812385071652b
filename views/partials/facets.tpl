{{%AUTOESCAPE context="HTML"}}
{{! Filters as links: each toggles one value, so it works without script.
	FACETS rows { FACET_ID FACET_NAME
	    FACET_OPTIONS rows { OPTION_URL OPTION_NAME OPTION_COUNT OPTION_ON }
	    FACET_MORE { FACET_MORE_URL FACET_MORE_TEXT } }
	FACETS_CLEAR { FACETS_CLEAR_URL }
	On a narrow screen a button with popovertarget="filtres" opens it. }}
<div class="facets" id="filtres" popover>
<h2 class="facets-title">[[Filtrer]]</h2>
{{#FACETS}}<section class="facet" aria-labelledby="facette-{{FACET_ID}}">
<h3 class="facet-name" id="facette-{{FACET_ID}}">{{FACET_NAME}}</h3>
<ul>
{{#FACET_OPTIONS}}<li><a class="facet-option" href="{{OPTION_URL}}"{{#OPTION_ON}} aria-current="true"{{/OPTION_ON}}><span>{{OPTION_NAME}}</span> <span>{{OPTION_COUNT}}</span></a></li>
{{/FACET_OPTIONS}}</ul>
{{#FACET_MORE}}<a class="facet-more" href="{{FACET_MORE_URL}}">{{FACET_MORE_TEXT}}</a>
{{/FACET_MORE}}</section>
{{/FACETS}}{{#FACETS_CLEAR}}<p><a href="{{FACETS_CLEAR_URL}}">[[Effacer tous les filtres]]</a></p>
{{/FACETS_CLEAR}}<button class="button button-plain facets-close" type="button" popovertarget="filtres" popovertargetaction="hide">[[Voir les résultats]]</button>
</div>
