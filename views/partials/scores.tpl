{{%AUTOESCAPE context="HTML"}}
{{! A grid to score: inside a form of the page. An unscored criterion is missing, never zero.
	SCORES_NAME "Opportunité"   SCORES_COMMITTEE { SCORES_COMMITTEE_TEXT "Comité (5 avis)" }
	CRITERIA rows { CRITERION_ID CRITERION_NAME CRITERION_WEIGHT
	    CRITERION_HELP { CRITERION_HELP_TEXT }   CRITERION_NONE shown when not scored yet
	    LEVELS rows { LEVEL_VALUE LEVEL_NAME LEVEL_HELP LEVEL_CHOSEN }
	    CRITERION_OTHERS { CRITERION_OTHERS_TEXT "médiane 3 · avis très partagés" }:
	    in every row when SCORES_COMMITTEE is shown, in none otherwise }
	SCORES_SAID "Votre avis est complet à 75 %. ..." }}
<div class="scores">
<table>
<caption class="unseen">{{SCORES_NAME}}</caption>
<thead><tr><th scope="col">{{SCORES_NAME}}</th><th scope="col" class="number">[[Poids]]</th><th scope="col">[[Votre note]]</th>{{#SCORES_COMMITTEE}}<th scope="col" class="number">{{SCORES_COMMITTEE_TEXT}}</th>{{/SCORES_COMMITTEE}}</tr></thead>
<tbody>
{{#CRITERIA}}<tr><th scope="row" id="critere-{{CRITERION_ID}}">{{CRITERION_NAME}}{{#CRITERION_HELP}} <span class="score-help">{{CRITERION_HELP_TEXT}}</span>{{/CRITERION_HELP}}</th><td class="number">{{CRITERION_WEIGHT}}</td><td><div class="score" role="radiogroup" aria-labelledby="critere-{{CRITERION_ID}}">
{{#LEVELS}}<label class="score-level" title="{{LEVEL_HELP}}"><input type="radio" name="critere.{{CRITERION_ID}}" value="{{LEVEL_VALUE}}"{{#LEVEL_CHOSEN}} checked{{/LEVEL_CHOSEN}}><span>{{LEVEL_NAME}}</span></label>
{{/LEVELS}}<label class="score-level"><input class="score-none" type="radio" name="critere.{{CRITERION_ID}}" value=""{{#CRITERION_NONE}} checked{{/CRITERION_NONE}}><span>[[sans note]]</span></label>
</div><details class="score-scale"><summary>[[Échelle]]<span class="unseen"> {{CRITERION_NAME}}</span></summary><dl>{{#LEVELS}}<div><dt>{{LEVEL_NAME}}</dt><dd>{{LEVEL_HELP}}</dd></div>{{/LEVELS}}</dl></details></td>{{#CRITERION_OTHERS}}<td class="number">{{CRITERION_OTHERS_TEXT}}</td>{{/CRITERION_OTHERS}}</tr>
{{/CRITERIA}}</tbody>
</table>
</div>
<p class="small soft">{{SCORES_SAID}}</p>
