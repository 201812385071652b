{{%AUTOESCAPE context="HTML"}}
{{! One indicator of a project: what is measured, how far from the target, and whether it was validated.
	INDICATOR_NAME INDICATOR_UNIT "tonnes par an · mesuré par pesée"
	INDICATOR_VALUE INDICATOR_TARGET "objectif 600 d’ici décembre 2027" INDICATOR_PERCENT
	INDICATOR_STATE_KIND INDICATOR_STATE_TEXT ("validé par l’agent", "déclaré, non encore validé")
	INDICATOR_LINK { INDICATOR_URL INDICATOR_LINK_TEXT } }}
<article class="card">
<h3 class="chart-title">{{INDICATOR_NAME}}</h3>
<p class="chart-unit">{{INDICATOR_UNIT}}</p>
<p><span class="figure-value">{{INDICATOR_VALUE}}</span> <span class="soft small">{{INDICATOR_TARGET}}</span></p>
<progress value="{{INDICATOR_PERCENT}}" max="100" aria-label="{{INDICATOR_NAME}}, [[part de l’objectif atteinte]]"></progress>
<p class="chart-foot"><span class="chip chip-{{INDICATOR_STATE_KIND}}">{{INDICATOR_STATE_TEXT}}</span>{{#INDICATOR_LINK}} <a href="{{INDICATOR_URL}}">{{INDICATOR_LINK_TEXT}}</a>{{/INDICATOR_LINK}}</p>
</article>
