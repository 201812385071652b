{{%AUTOESCAPE context="HTML"}}
{{! The whole dossier, to read again.
	DOSSIER_URL DOSSIER_TITLE   RAIL_SHOWN { step_rail.tpl markers }   REVIEW_TITLE   INELIGIBLE (ineligible.tpl)
	MISSING_SHOWN { MISSING_TITLE MISSING rows { MISSING_URL MISSING_NAME MISSING_SAID } }
	REVIEW_PARTS rows { REVIEW_PART_NAME REVIEW_EDIT { REVIEW_PART_URL } REVIEW_ANSWERS rows {
	    ANSWER_NAME ANSWER_VALUE ANSWER_FILED { FILES rows } ANSWER_URL ANSWER_NONE ANSWER_PRIVATE
	    ANSWER_FLAW { ANSWER_FLAW_TEXT } ANSWER_COMMENT { COMMENT_URL } } }
	WHOLE_PDF_URL WHOLE_JSON_URL   PRESENT { CALLS_URL }   CORRECTED { CORRECTED_URL } }}
[[> layout/top.tpl]]
<div class="wrap">
<div{{#RAIL_SHOWN}} class="step-page"{{/RAIL_SHOWN}}>
{{#RAIL_SHOWN}}
[[> partials/step_rail.tpl]]
{{/RAIL_SHOWN}}
<div>
<p class="step-where"><a href="{{DOSSIER_URL}}">{{DOSSIER_TITLE}}</a></p>
<h1>{{REVIEW_TITLE}}</h1>
[[> partials/ineligible.tpl]]
{{#MISSING_SHOWN}}<section class="notice notice-wait" aria-labelledby="manque">
<h2 id="manque">{{MISSING_TITLE}}</h2>
<ul>
{{#MISSING}}<li><a href="{{MISSING_URL}}">{{MISSING_NAME}}</a> <span class="small">{{MISSING_SAID}}</span></li>
{{/MISSING}}</ul>
</section>
{{/MISSING_SHOWN}}{{#CORRECTED}}<p class="acts"><a class="button" href="{{CORRECTED_URL}}">[[Envoyer le dossier corrigé]]</a></p>
{{/CORRECTED}}
<p class="small">[[Emporter tout le dossier :]] <a href="{{WHOLE_PDF_URL}}">[[en PDF]]</a>, <a href="{{WHOLE_JSON_URL}}">[[en JSON]]</a></p>
[[> partials/review_parts.tpl]]
{{#PRESENT}}<div class="acts acts-ruled"><a class="button" href="{{CALLS_URL}}">[[Présenter le projet à un appel]]</a></div>
{{/PRESENT}}</div>
</div>
</div>
[[> layout/bottom.tpl]]
