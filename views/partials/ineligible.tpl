{{%AUTOESCAPE context="HTML"}}
{{! Why the project is not, or does not seem, eligible; kept up to date by
	ineligible.js in a form.
	INELIGIBLE { INELIGIBLE_NONE   BARRIERS rows { BARRIER_TEXT } } }}
{{#INELIGIBLE}}<section class="notice notice-wait" aria-labelledby="non-eligible" aria-live="polite" data-ineligible{{#INELIGIBLE_NONE}} hidden{{/INELIGIBLE_NONE}}>
<h2 id="non-eligible">[[Votre projet ne semble pas éligible :]]</h2>
<ul>
{{#BARRIERS}}<li>{{BARRIER_TEXT}}</li>
{{/BARRIERS}}</ul>
</section>
{{/INELIGIBLE}}
