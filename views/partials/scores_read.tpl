{{%AUTOESCAPE context="HTML"}}
{{! A grid as the committee scored it, to read. SCORES_NAME SCORES_SAID
	CRITERIA rows { CRITERION_NAME CRITERION_WEIGHT CRITERION_HELP { CRITERION_HELP_TEXT } CRITERION_OTHERS { CRITERION_OTHERS_TEXT } } }}
<div class="scroll">
<table class="scores scores-read">
<caption class="unseen">{{SCORES_NAME}}</caption>
<thead><tr><th scope="col">{{SCORES_NAME}}</th><th scope="col" class="number">[[Poids]]</th><th scope="col" class="number">[[Comité]]</th></tr></thead>
<tbody>
{{#CRITERIA}}<tr><th scope="row">{{CRITERION_NAME}}{{#CRITERION_HELP}} <span class="score-help">{{CRITERION_HELP_TEXT}}</span>{{/CRITERION_HELP}}</th><td class="number">{{CRITERION_WEIGHT}}</td><td class="number">{{#CRITERION_OTHERS}}{{CRITERION_OTHERS_TEXT}}{{/CRITERION_OTHERS}}</td></tr>
{{/CRITERIA}}</tbody>
</table>
</div>
<p class="small soft">{{SCORES_SAID}}</p>
