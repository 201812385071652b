{{%AUTOESCAPE context="HTML"}}
{{! The steps of a dossier and how far it is.
	RAIL_TITLE
	STEPS rows { STEP_URL STEP_NUMBER STEP_NAME STEP_KIND (done todo error)
	    STEP_DONE STEP_TODO (one of them) STEP_CURRENT
	    STEP_NOTE { STEP_NOTE_TEXT "2 réponses manquent" } }
	RAIL_PROGRESS { RAIL_ANSWERED "31 réponses sur 44"
	    RAIL_SAID "sont déjà là, reprises de votre projet." RAIL_PERCENT } }}
<nav class="rail" aria-labelledby="rail-titre">
<h2 class="rail-title" id="rail-titre">{{RAIL_TITLE}}</h2>
<ol class="rail-steps">
{{#STEPS}}<li class="rail-step rail-{{STEP_KIND}}"><a href="{{STEP_URL}}"{{#STEP_CURRENT}} aria-current="step"{{/STEP_CURRENT}}><span class="rail-dot">{{#STEP_DONE}}<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M5 12.5l4.5 4.5L19 7.5"/></svg><span class="unseen">[[Étape complète :]] </span>{{/STEP_DONE}}{{#STEP_TODO}}{{STEP_NUMBER}}{{/STEP_TODO}}</span> <span class="rail-words"><span class="rail-name">{{STEP_NAME}}</span>{{#STEP_NOTE}} <span class="rail-note">{{STEP_NOTE_TEXT}}</span>{{/STEP_NOTE}}</span></a></li>
{{/STEPS}}</ol>
{{#RAIL_PROGRESS}}<div class="rail-progress">
<p><strong>{{RAIL_ANSWERED}}</strong> {{RAIL_SAID}}</p>
<progress value="{{RAIL_PERCENT}}" max="100" aria-label="[[Réponses déjà données]]"></progress>
</div>
{{/RAIL_PROGRESS}}</nav>
