{{%AUTOESCAPE context="HTML"}}
{{! The filters in force, each a link that removes it.
	FILTERS rows { FILTER_URL FILTER_NAME }, inside FILTERED }}
{{#FILTERED}}<ul class="filters">
{{#FILTERS}}<li><a class="filter" href="{{FILTER_URL}}"><span class="unseen">[[Retirer le filtre]] </span>{{FILTER_NAME}}</a></li>
{{/FILTERS}}</ul>
{{/FILTERED}}
