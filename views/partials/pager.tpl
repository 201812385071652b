{{%AUTOESCAPE context="HTML"}}
{{! Key paging. PAGER_WHERE "50 projets affichés sur 214"
	PAGER_PREVIOUS { PAGER_PREVIOUS_URL }   PAGER_NEXT { PAGER_NEXT_URL } }}
<nav class="pager" aria-label="[[Pages de résultats]]">
{{#PAGER_PREVIOUS}}<a class="button button-plain button-small" rel="prev" href="{{PAGER_PREVIOUS_URL}}">← [[Page précédente]]</a>
{{/PAGER_PREVIOUS}}<span class="pager-where">{{PAGER_WHERE}}</span>
{{#PAGER_NEXT}}<a class="button button-plain button-small pager-next" rel="next" href="{{PAGER_NEXT_URL}}">[[Page suivante]] →</a>
{{/PAGER_NEXT}}</nav>
