{{%AUTOESCAPE context="HTML"}}
{{! Scores of an application; work_top.tpl and work_bottom.tpl around.
	NOT_SCORED { NOT_SCORED_TEXT }   STAGE_NAME
	COMMITTEE { COMMITTEE_TEXT COMMITTEE_ALERT { COMMITTEE_ALERT_TEXT } }   HIDDEN { HIDDEN_TEXT }
	SCORE_FORM { FORM_URL CSRF_TOKEN REVISION REVIEW_REVISION FILTER AUTOSAVE_URL GRIDS rows (scores.tpl) REVIEW_SAID
	    COMMENT_VALUE RECOMMENDATIONS rows { OPTION_VALUE OPTION_TEXT OPTION_CHOSEN } SENT { SENT_TEXT } WORK_NEXT_REVIEW }
	SCORE_TABLE: the committee's marks without a form: GRIDS rows
	REVIEWS_SHOWN { REVIEWS rows { REVIEW_WHO REVIEW_SCORE REVIEW_COMPLETE REVIEW_ADVICE { REVIEW_ADVICE_TEXT } REVIEW_TEXT REVIEW_DATE } }
	OPINIONS_SHOWN { OPINIONS rows { OPINION_WHO OPINION_KIND OPINION_VERDICT OPINION_QUESTION OPINION_TEXT OPINION_DATE } }
	ASSIGNED { ASSIGNED_TEXT ASSIGNED_URL } }}
[[> layout/top.tpl]]
[[> partials/work_top.tpl]]
{{#NOT_SCORED}}<p>{{NOT_SCORED_TEXT}}</p>
{{/NOT_SCORED}}{{#COMMITTEE}}<p class="committee"><strong>{{COMMITTEE_TEXT}}</strong>{{#COMMITTEE_ALERT}} <span class="chip chip-wait">{{COMMITTEE_ALERT_TEXT}}</span>{{/COMMITTEE_ALERT}}</p>
{{/COMMITTEE}}{{#HIDDEN}}<p class="small soft">{{HIDDEN_TEXT}}</p>
{{/HIDDEN}}{{#SCORE_FORM}}<form method="post" action="{{FORM_URL}}" data-autosave="{{AUTOSAVE_URL}}"
[[> partials/autosave_texts.tpl]]
>
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
<input type="hidden" name="revision" value="{{REVIEW_REVISION}}">
<input type="hidden" name="filtre" value="{{FILTER}}">
{{#GRIDS}}
[[> partials/scores.tpl]]
{{/GRIDS}}<p class="review-said" data-progress-text>{{REVIEW_SAID}}</p>
<div class="field">
<label class="field-label" for="f-avis">[[Votre avis]] <span class="optional">[[(facultatif)]]</span></label>
<textarea id="f-avis" name="avis" rows="3">
{{COMMENT_VALUE:p}}</textarea>
</div>
<div class="field">
<label class="field-label" for="f-recommandation">[[Votre recommandation]] <span class="optional">[[(facultatif)]]</span></label>
<select id="f-recommandation" name="recommandation"><option value="">[[Pas encore]]</option>
{{#RECOMMENDATIONS}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_TEXT}}</option>
{{/RECOMMENDATIONS}}</select>
</div>
<div class="acts">
{{#SENT}}<p class="small soft">{{SENT_TEXT}}</p>
{{/SENT}}<button class="button" type="submit" name="envoi" value="suivant">[[Envoyer mon avis et passer au suivant]]</button>
<button class="button button-plain" type="submit" name="envoi" value="garder">[[Enregistrer sans envoyer]]</button>
[[> partials/save_state.tpl]]
</div>
</form>
{{/SCORE_FORM}}{{#SCORE_TABLE}}{{#GRIDS}}
[[> partials/scores_read.tpl]]
{{/GRIDS}}{{/SCORE_TABLE}}{{#REVIEWS_SHOWN}}<section class="section" aria-labelledby="avis-du-comite">
<h2 id="avis-du-comite" class="h3">[[Avis du comité]]</h2>
<ul class="reviews">
{{#REVIEWS}}<li class="review"><p class="message-head"><strong>{{REVIEW_WHO}}</strong> <span class="review-score">{{REVIEW_SCORE}}</span> <span class="soft small">{{REVIEW_COMPLETE}} · {{REVIEW_DATE}}</span>{{#REVIEW_ADVICE}} <span class="chip chip-neutral">{{REVIEW_ADVICE_TEXT}}</span>{{/REVIEW_ADVICE}}</p><p class="message-body">{{REVIEW_TEXT:p}}</p></li>
{{/REVIEWS}}</ul>
</section>
{{/REVIEWS_SHOWN}}{{#OPINIONS_SHOWN}}<section class="section" aria-labelledby="avis-experts">
<h2 id="avis-experts" class="h3">[[Avis d’experts]]</h2>
<ul class="reviews">
{{#OPINIONS}}<li class="review"><p class="message-head"><strong>{{OPINION_WHO}}</strong> <span class="chip chip-{{OPINION_KIND}}">{{OPINION_VERDICT}}</span> <span class="soft small">{{OPINION_DATE}}</span></p><p class="small soft">{{OPINION_QUESTION}}</p><p class="message-body">{{OPINION_TEXT:p}}</p></li>
{{/OPINIONS}}</ul>
</section>
{{/OPINIONS_SHOWN}}{{#ASSIGNED}}<p class="small soft">{{ASSIGNED_TEXT}} <a href="{{ASSIGNED_URL}}">[[Choisir qui évalue]]</a></p>
{{/ASSIGNED}}
[[> partials/work_bottom.tpl]]
[[> layout/bottom.tpl]]
