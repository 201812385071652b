{{%AUTOESCAPE context="HTML"}}
{{! A value that the server calculates, never typed. FIELD_ID FIELD_LABEL FIELD_VALUE
	FIELD_NAME and those of field_about.tpl; kept up to date by calculated.js }}
<div class="field{{#FIELD_ERROR}} field-wrong{{/FIELD_ERROR}}{{#FIELD_ASKED}} field-asked{{/FIELD_ASKED}}" id="{{FIELD_ID}}" tabindex="-1">
<p class="field-label" id="{{FIELD_ID}}-nom">{{FIELD_LABEL}}</p>
[[> partials/field_about.tpl]]
<output class="calculated" aria-labelledby="{{FIELD_ID}}-nom" aria-describedby="{{FIELD_ID}}-aide" data-calculated="{{FIELD_NAME}}" data-none="[[Pas encore de valeur]]">{{FIELD_VALUE}}</output>
</div>
