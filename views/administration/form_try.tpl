{{%AUTOESCAPE context="HTML"}}
{{! A form tried as its holder fills it; nothing is saved.
	step_rail.tpl markers STEP_WHERE STEP_TITLE STEP_NOTICE FORM_URL BACK_URL TRY_STEP CSRF_TOKEN FIELDS_NOTE FIELDS (question.tpl)
	CARRIED { CARRIED_NAME CARRIED_VALUE }   TRY_STEPS { TRY_STEP_KEY TRY_STEP_LABEL TRY_STEP_HERE }
	VERDICT { VERDICT_ASKED VERDICT_HIDDEN VERDICT_BARS { VERDICT_TEXT BAR_BLOCKS BAR_WARNS } VERDICT_FLAWS { VERDICT_FLAWS_SAID VERDICT_ROWS { VERDICT_LABEL VERDICT_TEXT } } } }}
[[> layout/top.tpl]]
<div class="wrap">
[[> partials/breadcrumb.tpl]]
<p class="notice">[[Essai : rien n’est enregistré, et les fichiers ne sont pas envoyés.]] <a href="{{BACK_URL}}">[[Revenir au formulaire]]</a></p>
<div class="step-page">
[[> partials/step_rail.tpl]]
<div>
<p class="step-where">{{STEP_WHERE}}</p>
<h1>{{STEP_TITLE}}</h1>
{{#VERDICT}}<section class="lint" id="verdict" aria-labelledby="s-verdict" tabindex="-1" data-focus>
<h2 id="s-verdict" class="h3">[[Avec ces réponses]]</h2>
<p>{{VERDICT_ASKED}} ; {{VERDICT_HIDDEN}}.</p>
{{#VERDICT_BARS}}<p class="finding {{#BAR_BLOCKS}}finding-error{{/BAR_BLOCKS}}{{#BAR_WARNS}}finding-advice{{/BAR_WARNS}}"><strong>{{#BAR_BLOCKS}}[[Non éligible :]]{{/BAR_BLOCKS}}{{#BAR_WARNS}}[[Attention :]]{{/BAR_WARNS}}</strong> {{VERDICT_TEXT}}</p>
{{/VERDICT_BARS}}{{#VERDICT_FLAWS}}<details open><summary>{{VERDICT_FLAWS_SAID}}</summary>
<ul class="findings">
{{#VERDICT_ROWS}}<li class="finding"><strong>{{VERDICT_LABEL}}</strong> : {{VERDICT_TEXT}}</li>
{{/VERDICT_ROWS}}</ul>
</details>
{{/VERDICT_FLAWS}}</section>
{{/VERDICT}}{{#STEP_NOTICE}}<p class="lead">{{STEP_NOTICE_TEXT}}</p>
{{/STEP_NOTICE}}<form class="form" method="post" action="{{FORM_URL}}" novalidate>
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
<input type="hidden" name="etape" value="{{TRY_STEP}}">
{{#CARRIED}}<input type="hidden" name="{{CARRIED_NAME}}" value="{{CARRIED_VALUE}}">
{{/CARRIED}}<button class="unseen" type="submit" tabindex="-1" aria-hidden="true">[[Voir ce que donnent ces réponses]]</button>
{{#FIELDS_NOTE}}<p class="hint">{{FIELDS_NOTE_TEXT}}</p>
{{/FIELDS_NOTE}}{{#FIELDS}}
[[> partials/question.tpl]]
{{/FIELDS}}<div class="acts acts-ruled">
<button class="button" type="submit">[[Voir ce que donnent ces réponses]]</button>
</div>
<fieldset class="try-steps"><legend>[[Aller à une étape, en gardant ces réponses]]</legend>
{{#TRY_STEPS}}<button class="button button-plain button-small" type="submit" name="aller" value="{{TRY_STEP_KEY}}"{{#TRY_STEP_HERE}} aria-current="step"{{/TRY_STEP_HERE}}>{{TRY_STEP_LABEL}}</button>
{{/TRY_STEPS}}</fieldset>
</form>
</div>
</div>
</div>
[[> layout/bottom.tpl]]
